"""A field with its label above and, when something is wrong, the reason below it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from ui.icons import pixmap
from ui.theme import Role, Theme
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped


class LabeledField(QWidget):
    """Holds any editor. What stands in it is kept while ``show_problem`` says what is wrong.

    ``below`` says it; for a narrow field in a row it can stand under the whole row.
    """

    def __init__(
        self, theme: Theme, text: str, editor: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self.editor = editor
        above = label(text, Role.LABEL)
        above.setBuddy(editor)
        editor.setAccessibleName(text)
        self._icon = QLabel()
        self._problem = wrapped("", Role.CHIP, "error")
        self.below = QWidget()
        below = row(spacing=6, margins=(0, 2, 0, 0))
        self.below.setLayout(below)
        below.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        below.addWidget(self._problem, 1)
        self.below.hide()
        layout = column(spacing=4)
        self.setLayout(layout)
        layout.addWidget(above)
        layout.addWidget(editor)
        layout.addWidget(self.below)
        theme.changed.connect(self._refresh)
        self._refresh()

    @property
    def problem(self) -> str:
        """What is said below the field; empty when all is well."""
        return self._problem.text()

    def show_problem(self, text: str) -> None:
        """Say what is wrong; empty: nothing is."""
        self._problem.setText(text)
        self.below.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)

    def _refresh(self) -> None:
        size = self._theme.px(15)
        self._icon.setPixmap(pixmap("alert-triangle", self._theme.color("error"), size))


class TextField(LabeledField):
    """A labelled line of text."""

    def __init__(
        self, theme: Theme, text: str, *, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText(placeholder)
        super().__init__(theme, text, self.line, parent)

    def text(self) -> str:
        """What stands in the field, trimmed."""
        return " ".join(self.line.text().split())

    def set_text(self, text: str) -> None:
        """Show a stored value from its beginning; what was wrong is gone with it."""
        if self.line.text() != text:
            self.line.setText(text)
            self.line.setCursorPosition(0)
        self.show_problem("")

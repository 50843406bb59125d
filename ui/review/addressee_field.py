"""Whom a statement is directed at: several of a list, and the concrete one in words."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.vocabulary import Addressee
from app.texts import Texts
from ui.review.saved_fields import SavedLine
from ui.review.staying_menu import StayingMenu
from ui.theme import Role
from ui.widgets.frames import column
from ui.widgets.labels import label

_ADJUST = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon


class AddresseeBox(QComboBox):
    """Looks like a list to choose from; several of it can be chosen, so it opens a menu."""

    chosen = Signal(object)
    """The new tuple of addressees, in the order of the list."""

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setSizeAdjustPolicy(_ADJUST)
        self.setMinimumContentsLength(6)
        self.addItem("")
        self.menu = StayingMenu(self)
        self._actions = {}
        for addressee in Addressee:
            action = self.menu.addAction(texts.word(addressee))
            action.setCheckable(True)
            action.triggered.connect(self._on_choice)
            self._actions[addressee] = action

    def show_addressees(self, addressees: Sequence[Addressee]) -> None:
        """Show these as chosen."""
        for addressee, action in self._actions.items():
            action.setChecked(addressee in addressees)
        words = [self._texts.word(addressee) for addressee in addressees]
        text = ", ".join(words) or self.tr("nobody chosen")
        self.setItemText(0, text)
        self.setToolTip(text)

    def showPopup(self) -> None:
        """The menu, as wide as the box."""
        self.menu.setMinimumWidth(self.width())
        self.menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_choice(self) -> None:
        self.chosen.emit(tuple(a for a, action in self._actions.items() if action.isChecked()))


class AddresseeField(QWidget):
    """The choice and the words, each with its label."""

    chosen = Signal(object)
    note_saved = Signal(str)
    left = Signal()

    def __init__(self, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = AddresseeBox(texts)
        self.note = SavedLine(self.tr("for example a ministry"))
        layout = column(spacing=4)
        self.setLayout(layout)
        for text, editor in (
            (self.tr("Directed at"), self.box),
            (self.tr("More exactly"), self.note),
        ):
            above = label(text, Role.LABEL)
            above.setBuddy(editor)
            editor.setAccessibleName(text)
            layout.addWidget(above)
            layout.addWidget(editor)
        self.box.chosen.connect(self.chosen)
        self.note.saved.connect(self.note_saved)
        self.note.left.connect(self.left)

    def show_values(self, addressees: Sequence[Addressee], note: str, *, force: bool) -> None:
        """What is stored."""
        self.box.show_addressees(addressees)
        self.note.load(note, force=force)

    def set_read_only(self, *, read_only: bool) -> None:
        """A closed session is only read."""
        self.box.setEnabled(not read_only)
        self.note.setReadOnly(read_only)

    def flush(self) -> None:
        """Save what is being typed."""
        self.note.flush()

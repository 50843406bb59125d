"""Always visible: when the last change reached the disk, or that one did not."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from ui.icons import pixmap
from ui.style.fonts import Role
from ui.theme import Theme, set_tone
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import label, tabular


class SavedIndicator(QWidget):
    """Says "gespeichert 10:42:07"; ``help_wanted``: "Was tun?" was pressed after a failure."""

    help_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._failed = False
        self._icon = QLabel()
        self._label = tabular(label("", Role.LABEL, "settled"))
        self._button = button(theme, self.tr("What to do?"), variant="link")
        self._button.clicked.connect(self.help_wanted)
        self._button.hide()
        layout = row(spacing=7)
        self.setLayout(layout)
        for part in (self._icon, self._label, self._button):
            layout.addWidget(part)
        theme.changed.connect(self._repaint)
        self.show_ready()

    @property
    def failed(self) -> bool:
        """True while the last attempt to save has failed."""
        return self._failed

    def show_ready(self) -> None:
        """Nothing was changed since the start: everything there is lies on the disk."""
        self._show(self.tr("all saved"), failed=False)

    def show_saved(self, clock: str) -> None:
        """A commit returned at ``clock`` ("10:42:07")."""
        self._show(self.tr("saved %1").replace("%1", clock), failed=False)

    def show_failed(self) -> None:
        """Saving failed; stays until something is saved."""
        self._show(self.tr("not saved"), failed=True)

    def text(self) -> str:
        """What it says."""
        return self._label.text()

    def _show(self, text: str, *, failed: bool) -> None:
        self._failed = failed
        self._label.setText(text)
        self.setAccessibleName(text)
        set_tone(self._label, "error" if failed else "settled")
        self._button.setVisible(failed)
        self._repaint()

    def _repaint(self) -> None:
        name, tone = ("alert-triangle", "error") if self._failed else ("circle-check", "settled")
        size = self._theme.px(16)
        self._icon.setPixmap(pixmap(name, self._theme.color(tone), size))

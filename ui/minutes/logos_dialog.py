"""The logos of a series: which, in which order, how high, and what they show in words."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QSpinBox, QWidget

from app.domain.photos import MAX_ALT_TEXT, MAX_LOGO_HEIGHT, MIN_LOGO_HEIGHT, LogoView
from ui.dialogs.form_dialog import FormDialog, field
from ui.photos.sources import picture_of
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import wrapped

_SIDE = 96


class LogosDialog(FormDialog):
    """Every change holds at once and can be undone. ``content`` gives what a logo shows."""

    file_wanted = Signal()
    move_wanted = Signal(str, int)
    """A logo and by how many places."""
    remove_wanted = Signal(str)
    described = Signal(str, object)
    """A logo and the fields that are different now."""

    def __init__(
        self, theme: Theme, content: Callable[[str], bytes | None], *, parent: QWidget
    ) -> None:
        title = self.tr("Logos of the series")
        super().__init__(theme, title, self.tr("Close"), width=620, parent=parent)
        self._content = content
        self._logos: dict[str, LogoView] = {}
        self._current = ""
        self.cancel.hide()
        hint = self.tr(
            "They stand in one line above the minutes, from left to right; smaller if they do not"
            " fit. A house template has its own."
        )
        self.body.addWidget(wrapped(hint, Role.META))
        self.list = QListWidget()
        self.list.setIconSize(QSize(theme.px(_SIDE), theme.px(_SIDE // 2)))
        self.list.setMinimumHeight(theme.px(170))
        field(self.body, self.tr("Logos"), self.list, stretch=1)
        self.add = button(theme, self.tr("Add …"), icon="photo-plus")
        self.up = button(theme, self.tr("Further left"), icon="arrow-up")
        self.down = button(theme, self.tr("Further right"), icon="arrow-down")
        self.remove = button(theme, self.tr("Remove"), icon="trash")
        self.alt_text = QLineEdit()
        self.height_mm = QSpinBox()
        self.problem = wrapped("", Role.BODY, "error")
        self._build()
        self._connect()
        self.add.setFocus()

    def show_logos(self, logos: Sequence[LogoView]) -> None:
        """Show these; the current one stays it."""
        self._logos = {logo.uid: logo for logo in logos}
        self.list.blockSignals(True)  # what is rebuilt is nobody's choice
        self.list.clear()
        for logo in logos:
            item = QListWidgetItem(self._icon(logo), logo.alt_text or self.tr("Logo"))
            item.setData(Qt.ItemDataRole.UserRole, logo.uid)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self._select(self._current)

    def show_problem(self, text: str) -> None:
        """Why a file was not taken; empty takes it away."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.setAccessibleDescription(text)

    def accept(self) -> None:
        """Keep what stands in the fields, and close."""
        self._describe()
        super().accept()

    def _build(self) -> None:
        line = row(spacing=8)
        for each in (self.add, self.up, self.down, self.remove):
            line.addWidget(each)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.alt_text.setMaxLength(MAX_ALT_TEXT)
        self.height_mm.lineEdit().setTextMargins(self.theme.gap(9), 0, 0, 0)
        self.height_mm.setRange(MIN_LOGO_HEIGHT, MAX_LOGO_HEIGHT)
        self.height_mm.setSuffix(self.tr(" mm"))
        fields = row(spacing=12)
        left, right = column(), column()
        field(left, self.tr("What it shows, for those who cannot see it"), self.alt_text)
        field(right, self.tr("Height on paper"), self.height_mm)
        fields.addLayout(left, 3)
        fields.addLayout(right, 1)
        self.body.addLayout(fields)

    def _connect(self) -> None:
        self.add.clicked.connect(self.file_wanted)
        self.up.clicked.connect(self._move_up)
        self.down.clicked.connect(self._move_down)
        self.remove.clicked.connect(self._remove)
        self.list.currentItemChanged.connect(self._on_current)
        self.alt_text.editingFinished.connect(self._describe)
        self.height_mm.editingFinished.connect(self._describe)

    def _icon(self, logo: LogoView) -> QIcon:
        image = picture_of(self._content(logo.sha256), self.theme.px(2 * _SIDE))
        return QIcon(QPixmap.fromImage(image))

    def _on_current(self, now: QListWidgetItem | None, _before: object) -> None:
        wanted = now.data(Qt.ItemDataRole.UserRole) if now else ""
        self._describe()  # of the one before; the list may be another one then
        self._select(wanted)

    def _select(self, uid: str) -> None:
        """Make a logo the current one; if it is gone, the last."""
        uids = list(self._logos)
        place = uids.index(uid) if uid in uids else len(uids) - 1
        self._current = uids[place] if uids else ""
        self.list.blockSignals(True)
        self.list.setCurrentRow(place)
        self.list.blockSignals(False)
        self._show_current()

    def _show_current(self) -> None:
        logo = self._logos.get(self._current)
        for each in (self.up, self.down, self.remove, self.alt_text, self.height_mm):
            each.setEnabled(logo is not None)
        if logo is not None:
            place, last = self.list.currentRow(), self.list.count() - 1
            self.up.setEnabled(place > 0)
            self.down.setEnabled(place < last)
            self.alt_text.setText(logo.alt_text)
            self.height_mm.setValue(logo.height_mm)

    def _describe(self) -> None:
        logo = self._logos.get(self._current)
        if logo is None:
            return
        values = {"alt_text": self.alt_text.text().strip(), "height_mm": self.height_mm.value()}
        changed = {name: v for name, v in values.items() if v != getattr(logo, name)}
        if changed:
            self.described.emit(logo.uid, changed)

    def _move_up(self) -> None:
        self.move_wanted.emit(self._current, -1)

    def _move_down(self) -> None:
        self.move_wanted.emit(self._current, 1)

    def _remove(self) -> None:
        self.remove_wanted.emit(self._current)

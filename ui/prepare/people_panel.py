"""The right column of Vorbereiten: add a person, and everybody who is invited."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.texts import Texts
from ui.prepare.people_list import PeopleList
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import card, column, row
from ui.widgets.labels import label, tabular, wrapped


class PeoplePanel(QWidget):
    """Shows the participants. ``add_wanted``: Enter in the field, with its text."""

    add_wanted = Signal(str)
    list_wanted = Signal()
    """Read a list of participants in."""
    check_in_wanted = Signal()
    paper_wanted = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.count = tabular(label("", Role.BODY, "ink3"))
        self.add_field = QLineEdit()
        self.add_field.setPlaceholderText(self.tr("Name, organisation – Enter adds"))
        self.add_field.setAccessibleName(self.tr("Add a person: name, organisation"))
        self.add_field.setMaxLength(1000)
        self._add_icon = QAction(self.add_field)
        theme.set_icon(self._add_icon, "user-plus")
        self.add_field.addAction(self._add_icon, QLineEdit.ActionPosition.LeadingPosition)
        self.add_field.returnPressed.connect(self._add)
        self.add_field.installEventFilter(self)
        self.read_button = button(
            theme, self.tr("Read a list in …"), icon="file-import", size="small"
        )
        self.read_button.setToolTip(self.tr("Excel or CSV"))
        self.read_button.clicked.connect(self.list_wanted.emit)
        self.check_in_button = button(
            theme, self.tr("Check-in …"), icon="clipboard-check", size="small"
        )
        self.check_in_button.clicked.connect(self.check_in_wanted.emit)
        self.paper_button = button(theme, self.tr("Paper …"), icon="file-text", size="small")
        self.paper_button.setToolTip(self.tr("Attendance sheet, slips, run sheet, posters, cards"))
        self.paper_button.clicked.connect(self.paper_wanted.emit)
        self.confidential = wrapped(
            self.tr("Confidential: nobody is named, no organisation either."), Role.META
        )
        self.empty = wrapped(
            self.tr("Nobody yet. You can also begin without a list."), Role.BODY, "ink2"
        )
        self.nobody = wrapped(
            self.tr("Nobody of this name. Enter adds the person."), Role.BODY, "ink2"
        )
        self.nobody.hide()
        self.list = PeopleList(theme, texts)
        self.list.left_upwards.connect(self._back_to_field)
        self._captions = QWidget()
        self._naming_caption = label(self.tr("Is named"), Role.LABEL)
        self._build()
        self.list.verticalScrollBar().rangeChanged.connect(self._refresh)
        theme.changed.connect(self._refresh)
        self._refresh()

    def show_count(self, count: int) -> None:
        """How many there are; without any a sentence takes the place of the list."""
        self.count.setText(str(count) if count else "")
        self.empty.setVisible(not count)
        self._frame.setVisible(bool(count))
        self._captions.setVisible(bool(count))

    def show_nobody(self, *, shown: bool) -> None:
        """The filter leaves nobody."""
        self.nobody.setVisible(shown)
        self.list.setVisible(not shown)

    def set_confidential(self, *, confidential: bool) -> None:
        """One sentence takes the place of the naming column."""
        self.confidential.setVisible(confidential)
        self._naming_caption.setVisible(not confidential)

    def set_editable(self, *, editable: bool) -> None:
        """Whether anything can be changed here."""
        self.add_field.setVisible(editable)
        self.read_button.setVisible(editable)
        self.check_in_button.setVisible(editable)
        self.list.set_editable(editable=editable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In the field: Down goes into the list, Esc empties it."""
        if watched is self.add_field and isinstance(event, QKeyEvent):
            pressed = event.type() is QEvent.Type.KeyPress
            if pressed and event.key() == Qt.Key.Key_Down and self.list.rows.rowCount():
                self.list.setFocus(Qt.FocusReason.TabFocusReason)
                return True
            if pressed and event.key() == Qt.Key.Key_Escape and self.add_field.text():
                self.add_field.clear()
                return True
        return super().eventFilter(watched, event)

    def _add(self) -> None:
        self.add_wanted.emit(self.add_field.text())

    def _back_to_field(self) -> None:
        self.add_field.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _build(self) -> None:
        layout = column(spacing=0)
        self.setLayout(layout)
        head = row(spacing=8)
        head.addWidget(label(self.tr("Participants"), Role.TITLE))
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.read_button)
        layout.addLayout(head)
        layout.addSpacing(10)
        layout.addWidget(self.add_field)
        layout.addWidget(self.confidential)
        layout.addWidget(self.empty)
        layout.addSpacing(10)
        self._caption_row = row(spacing=0)
        self._captions.setLayout(self._caption_row)
        self._caption_row.addWidget(label(self.tr("Name and organisation"), Role.LABEL), 1)
        self._caption_row.addWidget(self._naming_caption)
        layout.addWidget(self._captions)
        layout.addSpacing(6)
        self._frame, inner = card(padding=1, spacing=0)
        self.nobody.setContentsMargins(14, 14, 14, 14)
        inner.addWidget(self.nobody)
        inner.addWidget(self.list, 1)
        self._frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        layout.addWidget(self._frame, 1)
        layout.addStretch(0)
        layout.addSpacing(10)
        foot = row(spacing=8)
        foot.addStretch(1)
        foot.addWidget(self.check_in_button)
        foot.addWidget(self.paper_button)
        layout.addLayout(foot)
        self.empty.setContentsMargins(0, 12, 0, 0)
        self.confidential.setContentsMargins(0, 8, 0, 0)

    def _refresh(self) -> None:
        px, bar = self._theme.px, self.list.verticalScrollBar()
        room = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._caption_row.setContentsMargins(px(15), 0, px(12) + room, 0)
        self._naming_caption.setFixedWidth(round(self.list.delegate.field_width) - px(11))

"""Nachbereiten as a page: the plan with its results, the statements of a question, how they read.

Layout only. In narrow windows the right column becomes two more tabs over the centre.
"""

from itertools import pairwise

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.texts import Texts
from ui.icons import pixmap
from ui.live.heading import QuestionLabel
from ui.pages import Extent
from ui.photos.strip import PhotoStrip
from ui.review.bulk_bar import BulkBar
from ui.review.filter_row import FilterRow
from ui.review.review_list import ReviewList
from ui.review.saved_fields import SavedText
from ui.review.side import STATEMENT, STEPS, WIDTH, ReviewSide
from ui.theme import Role, Theme
from ui.widgets.buttons import PillButton, button, icon_button
from ui.widgets.frames import column, row
from ui.widgets.labels import ElidedLabel, label, wrapped
from ui.widgets.plan_column import PlanColumn
from ui.widgets.row_list import SCROLL_ROOM
from ui.widgets.statement_list import is_for_a_statement, row_words
from ui.widgets.tab_row import TabRow

_LOW_LIST = 40
"""In a low window the list gives way before a filter is cut."""
_LIST, _EMPTY = range(2)


class ReviewPage(QWidget):
    """Three columns; the controller fills them.

    The right column has many fields: it is made when the rest has been painted, or when somebody
    asks for it before.
    """

    side_made = Signal()
    statement_missed = Signal(bool)
    """A key for a statement was pressed where none is chosen; True: the one that splits it."""

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._narrow = False
        self._right_wanted = True
        self._state_look = ("", "ink2")
        self.setProperty("surface", "paper")
        self.plan = PlanColumn(theme, review=True, parent=self)
        self.overline = ElidedLabel("", Role.OVERLINE)
        self._state_icon = QLabel()
        self.state = label("", Role.META)
        self.state_button = button(theme, "", variant="link")
        self.question = QuestionLabel(theme)
        self.summary_label = label(self.tr("Summary"), Role.LABEL)
        self.summary_hint = ElidedLabel(self.tr("opens the question in the minutes"), Role.CAPTION)
        self.summary = SavedText(min_lines=3, max_lines=6, keeps_on_escape=True)
        self.filters = FilterRow(theme, texts)
        self.language = PillButton(theme, self.tr("Protocol language"), icon="pencil")
        self.language.setToolTip(
            self.tr("Underlines first person, judging words and past tense; changes nothing")
        )
        self.menu_button = button(theme, "", icon="dots", variant="flat", size="small")
        self.photo_button = icon_button(
            theme, "photo-plus", self.tr("Add photos to the item"), variant="flat"
        )
        self.cards_button = icon_button(
            theme, "cards", self.tr("Type and sort cards"), variant="flat"
        )
        self.feedback_button = icon_button(
            theme, "messages", self.tr("Feedback and release"), variant="flat"
        )
        self.room_button = icon_button(
            theme, "hand-stop", self.tr("Topics put off and shows of hands"), variant="flat"
        )
        self.photos = PhotoStrip(theme, self.tr("Photos"))
        self._photo_part = QWidget()
        self._passages = column(spacing=0)
        self._filters_box = QWidget()
        self._filters_box.setContentsMargins(0, 14, 0, 12)
        self._boxes: list[QCheckBox] = []
        self.list = ReviewList(theme, row_words(), self.tr("Statements"))
        self.bulk = BulkBar(theme)
        self.empty = wrapped("", Role.BODY, "ink2")
        self.clear_filter = button(theme, self.tr("Take the filter away"), icon="x")
        self.tabs = TabRow([self.tr("Statements"), self.tr("Read"), self.tr("Next steps")])
        self.on = button(
            theme, self.tr("On to the minutes"), icon="chevron-right", variant="primary"
        )
        self._side: ReviewSide | None = None
        self._side_room = QWidget(self)
        self._texts = texts
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self.make_side)
        self._lists = QStackedWidget()
        self._body = QStackedWidget()
        self._summary_block = QWidget()
        self._build()
        theme.changed.connect(self._repaint)
        self._repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the focus did not want: a key for a statement finds none there."""
        if is_for_a_statement(event):
            self.statement_missed.emit(event.key() == Qt.Key.Key_F7)
        else:
            super().keyPressEvent(event)

    # -- the right column -------------------------------------------------------------------

    @property
    def side(self) -> ReviewSide:
        """The right column; made now if it is not there yet."""
        return self._side or self.make_side()

    @property
    def has_side(self) -> bool:
        """Whether the right column is there already."""
        return self._side is not None

    def make_side(self) -> ReviewSide:
        """Make the right column."""
        self._later.stop()
        if self._side is None:
            self._side = ReviewSide(self._theme, self._texts, self)
            self._side_room.hide()
            self._move_side()
            self.side_made.emit()
        return self._side

    def showEvent(self, event: QShowEvent) -> None:
        """Paint first, then make the right column."""
        super().showEvent(event)
        if self._side is None:
            self._later.start()

    # -- what the controller shows ----------------------------------------------------------

    def show_head(self, overline: str, question: str, *, with_summary: bool) -> None:
        """Which item it is; only questions have a summary."""
        self.overline.setText(overline)
        self.question.set_text(question)
        self._summary_block.setVisible(with_summary)

    def show_state(self, icon: str, word: str, tone: str, action: str) -> None:
        """The state of the session and what can be done about it."""
        self._state_look = (icon, tone)
        self.state.setText(word)
        self.state_button.setText(action)
        self._repaint()

    def show_empty(self, text: str, *, filtered: bool) -> None:
        """Say something instead of an empty list; an empty text shows the list."""
        self.empty.setText(text)
        self.clear_filter.setVisible(filtered)
        self._lists.setCurrentIndex(_EMPTY if text else _LIST)

    def show_photo_count(self, count: int) -> None:
        """The strip takes room only while there is something in it."""
        self._photo_part.setVisible(count > 0)

    def show_passages(self, holder: QWidget | None) -> None:
        """What is chosen for the passages off the record of the item; None: there are none."""
        while (old := self._passages.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.deleteLater()
        self._boxes = [] if holder is None else holder.findChildren(QCheckBox)
        if holder is not None:
            self._passages.addWidget(holder)
            for one, other in pairwise((self.photos, *self._boxes)):
                QWidget.setTabOrder(one, other)

    def show_selected(self, count: int, *, closed: bool) -> None:
        """How many statements the menu and the bar below the list are for."""
        self.bulk.show_selected(count, closed=closed)
        one = self.tr("Change …")
        many = self.tr("Change %1 …").replace("%1", str(count))
        self.menu_button.setText(many if count > 1 else one)

    def show_side(self, number: int) -> None:
        """Bring a tab of the right column to the front, also in a narrow window."""
        self.side.show_tab(number)
        if self._narrow:
            self._show_tab(number + 1)
        elif not self.side.isVisible():
            self.toggle_right()

    def show_list(self) -> None:
        """Bring the statements to the front."""
        if self._narrow:
            self._show_tab(0)

    # -- room -------------------------------------------------------------------------------

    @property
    def narrow(self) -> bool:
        """Whether the right column has become tabs."""
        return self._narrow

    def set_extent(self, extent: Extent) -> None:
        """Arrange for the size class of the window."""
        self.plan.set_slim(slim=extent.slim)
        self.question.set_low(low=extent.low)
        self.summary_hint.setVisible(not extent.slim)
        # The key and the menu of the minutes lead there too.
        self.feedback_button.setVisible(not extent.narrow)
        self.bulk.setVisible(not extent.low)  # the menu above the list can do all of it too
        self.summary.set_lines(1 if extent.low else 3, 2 if extent.low else 6)
        self._summary_block.setContentsMargins(0, 2 if extent.low else 10, 0, 0)
        self._lists.setMinimumHeight(_LOW_LIST if extent.low else 0)  # 0: what the list asks for
        self._filters_box.setContentsMargins(0, 6 if extent.low else 14, 0, 6 if extent.low else 12)
        if extent.narrow != self._narrow:
            self._narrow = extent.narrow
            self._move_side()

    def toggle_right(self) -> None:
        """F11: more room for the centre."""
        if not self._narrow:
            self._right_wanted = not self._right_wanted
            self._show_right()

    # -- building ---------------------------------------------------------------------------

    def _build(self) -> None:
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        centre = QWidget()
        self._centre = column(spacing=0, margins=(24, 13, 20 - SCROLL_ROOM, 10))
        centre.setLayout(self._centre)
        self._columns.addWidget(self.plan)
        self._columns.addWidget(centre, 1)
        self._columns.addWidget(self._side_room)
        self._centre.addLayout(_inset(self._head()))
        self._centre.addLayout(_inset(self.tabs))
        self._centre.addWidget(self._body, 1)
        self._body.addWidget(self._statements())
        self.plan.add_button(self.on, 1)
        self.tabs.setProperty("surface", "")
        line = self.tabs.layout()
        if line is not None:
            line.setContentsMargins(0, 2, 0, 0)
        self.tabs.hide()
        self.tabs.chosen.connect(self._show_tab)
        self._move_side()

    def _order_tabs(self, side: ReviewSide) -> None:
        """Left, centre, right, and the conclusion last. Another parent is another order."""
        adding = (
            *(self.feedback_button, self.room_button),
            self.cards_button,
            self.photo_button,
        )
        head = (
            self.plan.list,
            *adding,
            self.state_button,
            *self.question.findChildren(QPushButton),
        )
        tabs = tuple(self.tabs.tab(number) for number in range(3))
        head = (*head, *tabs, self.summary, self.photos, *self._boxes)
        lists = (
            *self.filters.controls(),
            self.language,
            self.menu_button,
            self.list,
            *self.bulk.controls(),
            self.clear_filter,
        )
        before, after = side.ends
        for order in ((*head, *lists, before), (after, self.on)):
            for one, other in pairwise(order):
                QWidget.setTabOrder(one, other)

    def _head(self) -> QWidget:
        holder = QWidget()
        layout = column(spacing=2)
        holder.setLayout(layout)
        line = row(spacing=6)
        line.addWidget(self.overline, 1)
        adding = (
            *(self.feedback_button, self.room_button),
            self.cards_button,
            self.photo_button,
        )
        for part in (*adding, self._state_icon, self.state, self.state_button):
            line.addWidget(part)
        layout.addLayout(line)
        layout.addWidget(self.question)
        return holder

    def _statements(self) -> QWidget:
        holder = QWidget()
        layout = column(spacing=0)
        holder.setLayout(layout)
        layout.addLayout(_inset(self._summary_part()))
        filters = row(spacing=8)
        filters.addWidget(self.filters, 1)
        filters.addWidget(self.language, 0, Qt.AlignmentFlag.AlignTop)
        filters.addWidget(self.menu_button, 0, Qt.AlignmentFlag.AlignTop)
        self._filters_box.setLayout(filters)
        photos = column(margins=(0, 8, 0, 0))
        self._photo_part.setLayout(photos)
        photos.addWidget(self.photos)
        layout.addLayout(_inset(self._photo_part))
        layout.addLayout(self._passages)
        layout.addLayout(_inset(self._filters_box))
        layout.addWidget(self._lists, 1)
        layout.addWidget(self.bulk)
        self._lists.addWidget(self.list)
        self._lists.addWidget(self._nothing())
        return holder

    def _summary_part(self) -> QWidget:
        layout = column(spacing=4)
        self._summary_block.setLayout(layout)
        self._summary_block.setContentsMargins(0, 10, 0, 0)
        line = row(spacing=12)
        line.addWidget(self.summary_label, 1)
        line.addWidget(self.summary_hint)
        layout.addLayout(line)
        layout.addWidget(self.summary)
        self.summary_label.setBuddy(self.summary)
        self.summary.setPlaceholderText(self.tr("One to three sentences"))
        self.summary.setAccessibleName(self.tr("Summary of the question"))
        return self._summary_block

    def _nothing(self) -> QWidget:
        holder = QWidget()
        layout: QVBoxLayout = column(spacing=12, margins=(0, 40, SCROLL_ROOM, 0))
        holder.setLayout(layout)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.empty)
        layout.addWidget(self.clear_filter, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        return holder

    def _move_side(self) -> None:
        """The right column stands beside the centre or behind its tabs."""
        narrow, side = self._narrow, self._side
        if side is not None:
            self._columns.removeWidget(side)
            self._body.removeWidget(side)
            side.set_framed(framed=not narrow)
            place = self._body if narrow else self._columns
            place.addWidget(side)
        if narrow:
            self._show_tab(0)
        else:
            self._body.setCurrentIndex(0)
        self._show_right()
        self.tabs.setVisible(narrow)
        self.language.set_compact(compact=narrow)
        if side is not None:
            self._order_tabs(side)

    def _show_right(self) -> None:
        """Beside the centre, if it is wanted there; until it is made, its room."""
        wanted = self._right_wanted and not self._narrow
        if self._side is None:
            self._side_room.setVisible(wanted)
        elif not self._narrow:
            self._side.setVisible(wanted)

    def _show_tab(self, number: int) -> None:
        self.tabs.set_current(number)
        self._body.setCurrentIndex(min(number, 1))
        if number:
            self.side.show_tab(STATEMENT if number == 1 else STEPS)

    def _repaint(self) -> None:
        icon, tone = self._state_look
        self._side_room.setFixedWidth(self._theme.gap(WIDTH) + 20)
        if icon:
            size = self._theme.px(16)
            self._state_icon.setPixmap(pixmap(icon, self._theme.color(tone), size))


def _inset(part: QWidget) -> QHBoxLayout:
    """Only the list reaches into the room of its scroll bar."""
    line = row(spacing=0, margins=(0, 0, SCROLL_ROOM, 0))
    line.addWidget(part)
    return line

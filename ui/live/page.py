"""The live page: plan, question with statements and entry line, clock. Layout only.

Left the plan, in the centre what runs, right the clock. In narrow windows the right column, the
prompts and the summary become tabs over the centre; the entry line is always there.
"""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.texts import Texts
from ui.live.heading import Heading
from ui.live.lines_offer import LinesOffer
from ui.live.read_area import ReadArea
from ui.live.side import WIDTH, Side
from ui.live.summary_field import SummaryField
from ui.pages import Extent
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.blur import set_blurred
from ui.widgets.buttons import button
from ui.widgets.completion import CompletionPopup
from ui.widgets.frames import column, row, rule
from ui.widgets.labels import ElidedLabel, label, wrapped
from ui.widgets.plan_column import PlanColumn
from ui.widgets.row_list import SCROLL_ROOM
from ui.widgets.statement_entry import StatementEntry
from ui.widgets.statement_list import StatementCards, is_for_a_statement, row_words
from ui.widgets.tab_row import TabRow

_GAP = 12
"""Between the list and the entry line."""

_QUIET_GAP = 4
"""Between the quiet line and the entry line."""

UNHEARD_KEY = Qt.Key.Key_F12

TAB_STATEMENTS, TAB_CLOCK, TAB_PROMPTS, TAB_SUMMARY = range(4)


class LivePage(QWidget):
    """Everything one sees while leading. ``visibility_changed``: the clock may rest.

    ``unheard_held``: the key, or the button, for who was not heard yet goes down or up.
    """

    visibility_changed = Signal(bool)
    statement_missed = Signal(bool)
    """A key for a statement was pressed where none is chosen; True: the one that splits it."""
    unheard_held = Signal(bool)

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "paper")
        self._theme = theme
        self._narrow = False
        self._side_wanted = True
        self._is_covered = False
        self.plan = PlanColumn(theme)
        self.back = button(theme, self.tr("Back"), icon="chevron-left")
        self.on = button(theme, self.tr("Next"), icon="chevron-right", variant="primary")
        self.plan.add_button(self.back)
        self.plan.add_button(self.on, 1)
        self.heading = Heading(theme)
        self.summary = SummaryField(theme)
        self.reading_back = button(theme, self.tr("Read the results back …"), icon="repeat")
        self.reading_back.hide()
        self.list = StatementCards(theme, row_words(), self.tr("Statements"))
        self.popup = CompletionPopup(theme, self._room_for_proposals)
        self.entry = StatementEntry(theme, texts, self.popup)
        self._signs = QWidget()
        self.quiet = ElidedLabel("", Role.META)
        self.lines = LinesOffer(theme)
        self.empty = wrapped("", Role.BODY, "ink2")
        self.side = Side(theme)
        self._tab_names = (
            self.tr("Statements"),
            self.tr("Clock"),
            self.tr("Prompts"),
            self.tr("Summary"),
        )
        self.tabs = TabRow(self._tab_names)
        self._tab_rule = rule()
        self.keys = button(theme, self.tr("All keys F1"), variant="link")
        self.off_record = button(theme, self.tr("Off the record"), variant="link")
        self._bars = column(spacing=0)
        self._bar_stops: list[QWidget] = []
        self._hinted = True
        self._barred = self._low = False
        self._summary_line = row(spacing=0)
        self._body = QStackedWidget()
        self._statements = QStackedWidget()
        self._tab_layouts: list[QVBoxLayout] = []
        self._tab_areas: list[ReadArea] = []
        self._build()
        theme.changed.connect(self._resize)

    # -- what the controller says ---------------------------------------------------------------

    def show_empty(self, text: str) -> None:
        """Say something instead of an empty list; an empty text shows the list."""
        self.empty.setText(text)
        self._statements.setCurrentIndex(1 if text else 0)

    def show_hints(self, *, shown: bool) -> None:
        """What the signs of the entry line mean; nothing in a line that takes nothing."""
        self._signs.setVisible(shown)
        self._hinted = shown
        self.off_record.setVisible(shown and not self._narrow)

    def show_quiet(self, text: str) -> None:
        """A quiet line above the entry line, until the line or the item is another one."""
        if text or not self.quiet.isHidden():
            self.quiet.setText(text)
            self.quiet.setVisible(bool(text))

    def add_bar(self, bar: QWidget, stops: Sequence[QWidget]) -> None:
        """A bar across the centre, close above the entry line; ``stops`` are what Tab reaches."""
        line = self._inset(bar)
        line.setContentsMargins(0, 0, SCROLL_ROOM, _GAP - 4)
        self._bars.addLayout(line)
        self._bar_stops += stops
        self.order_tabs()

    def set_barred(self, *, barred: bool) -> None:
        """A bar says that the line is closed: in a low window it takes the place of the line."""
        self._barred = barred
        self.entry.setVisible(not (barred and self._low))

    def set_summary_shown(self, *, shown: bool) -> None:
        """Only questions have a summary."""
        self.summary.setVisible(shown)
        self.tabs.tab(TAB_SUMMARY).setVisible(shown)
        if not shown and self.tabs.current == TAB_SUMMARY:
            self.show_tab(TAB_STATEMENTS)

    def set_prompt_count(self, count: int, *, anything: bool) -> None:
        """How many prompts the item has, and whether there is anything to read at all."""
        self.tabs.tab(TAB_PROMPTS).setVisible(anything)
        self.tabs.set_name(TAB_PROMPTS, _counted(self.tr("Prompts"), count))
        if not anything and self.tabs.current == TAB_PROMPTS:
            self.show_tab(TAB_STATEMENTS)
        self._arrange_prompts()

    def set_statement_count(self, count: int) -> None:
        """The number on the first tab."""
        self.tabs.set_name(TAB_STATEMENTS, _counted(self.tr("Statements"), count))

    # -- room -------------------------------------------------------------------------------------

    @property
    def narrow(self) -> bool:
        """Whether the right column has become tabs."""
        return self._narrow

    def set_extent(self, extent: Extent) -> None:
        """Arrange for the size class of the window."""
        self.plan.set_slim(slim=extent.slim)
        self.heading.question.set_low(low=extent.low)
        self._low = extent.low
        self.set_barred(barred=self._barred)
        self.entry.set_compact(compact=extent.narrow)
        if extent.narrow != self._narrow:
            self._narrow = extent.narrow
            self._move_parts()
        self._arrange()

    def toggle_side(self) -> None:
        """F11: more room for the centre."""
        self._side_wanted = not self._side_wanted
        self._arrange()

    def show_tab(self, number: int) -> None:
        """One of the tabs of a narrow window."""
        self.tabs.set_current(number)
        self._body.setCurrentIndex(number if self._narrow else TAB_STATEMENTS)

    def reach_summary(self) -> None:
        """Put the focus into the summary, wherever it is."""
        self.show_tab(TAB_SUMMARY)
        self.summary.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def is_covered(self) -> bool:
        """Whether notes and names cannot be read."""
        return self._is_covered

    def set_covered(self, *, covered: bool) -> None:
        """Blur what the room must not read, should it see this page on the wall."""
        self._is_covered = covered
        self.unheard_held.emit(False)
        for part in (self.list, self.popup, self.side.speakers, self.side.notes):
            set_blurred(part, blurred=covered)
        self.entry.set_discreet(discreet=covered)

    def show_photos(self) -> None:
        """Scroll to the photos, if the column they stand in is shown."""
        self.scroll_to(self.side.photos)

    def reach_speakers(self) -> None:
        """Show the speakers list, wherever it is."""
        self.show_tab(TAB_CLOCK)
        self._side_wanted = True
        self._arrange()

    def scroll_to(self, part: QWidget) -> None:
        """Show a part of the right column, or of the tab it stands in."""
        area = self._tab_areas[0] if self._narrow else self.side.area
        area.ensureWidgetVisible(part)

    def reach_list(self) -> None:
        """Show the statements and put the focus there."""
        self.show_tab(TAB_STATEMENTS)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What the focus did not want: the key that is held, or one for a statement."""
        if event.key() == UNHEARD_KEY:
            self._hold(event, held=True)
        elif is_for_a_statement(event):
            self.statement_missed.emit(event.key() == Qt.Key.Key_F7)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """It is let go."""
        if event.key() == UNHEARD_KEY:
            self._hold(event, held=False)
        else:
            super().keyReleaseEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another window: the key may go up there, unseen."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.unheard_held.emit(False)

    def showEvent(self, event: QShowEvent) -> None:
        """The clock goes on."""
        super().showEvent(event)
        self.visibility_changed.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody sees the clock."""
        super().hideEvent(event)
        self.unheard_held.emit(False)
        self.visibility_changed.emit(False)

    def _hold(self, event: QKeyEvent, *, held: bool) -> None:
        if not event.isAutoRepeat():
            self._show_unheard(held=held)

    def _show_unheard(self, *, held: bool) -> None:
        self.unheard_held.emit(held and not self._is_covered)

    # -- inside -----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._body.setSizePolicy(self.list.sizePolicy())
        self._body.addWidget(self._statements)
        self._build_tabs()
        self._statements.addWidget(self.list)
        self._statements.addWidget(self._hanging(self.empty))
        self._body.setMinimumHeight(self._theme.px(48))
        self.quiet.setContentsMargins(0, 0, 0, _QUIET_GAP)
        self.quiet.hide()
        self.tabs.hide()
        self._tab_rule.hide()
        self.tabs.chosen.connect(self.show_tab)
        self.side.speakers.unheard.pressed.connect(partial(self._show_unheard, held=True))
        self.side.speakers.unheard.released.connect(partial(self._show_unheard, held=False))
        centre = QWidget()
        self._centre = column(spacing=0, margins=(24, 13, 20 - SCROLL_ROOM, 10))
        centre.setLayout(self._centre)
        self._centre.addLayout(self._inset(self.heading))
        self._centre.addLayout(self._summary_line)
        self._centre.addLayout(self._reading_back_line())
        self._centre.addLayout(self._inset(self.tabs))
        self._centre.addLayout(self._inset(self._tab_rule))
        self._centre.addWidget(self._body, 1)
        self._centre.addLayout(self._popup_row())
        self._centre.addSpacing(_GAP)
        self._centre.addLayout(self._bars)
        self._centre.addLayout(self._inset(self.quiet))
        self._centre.addLayout(self._inset(self.lines))
        self._centre.addLayout(self._inset(self.entry))
        self._centre.addLayout(self._hints())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.plan)
        layout.addWidget(centre, 1)
        layout.addWidget(self.side)
        for area in (self.side.area, *self._tab_areas):
            area.reach_changed.connect(self.order_tabs)
        self._move_parts()
        self._resize()

    def _build_tabs(self) -> None:
        """The places of clock, notes and summary in a narrow window."""
        self.tabs.setProperty("surface", "")
        tabs = self.tabs.layout()
        if tabs is not None:
            tabs.setContentsMargins(0, 2, 0, 0)
        for name in self._tab_names[1:]:
            content = QWidget()
            layout = column(spacing=10, margins=(2, 10, SCROLL_ROOM, 4))
            content.setLayout(layout)
            layout.addStretch(1)
            self._tab_layouts.append(layout)
            self._tab_areas.append(ReadArea(content, name))
            self._body.addWidget(self._tab_areas[-1])

    def _hanging(self, text: QLabel) -> QWidget:
        """The sentence of an empty list, where the first statement will stand."""
        text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        holder = QWidget()
        layout = column(margins=(20, 0, 20 + SCROLL_ROOM, 24))
        holder.setLayout(layout)
        layout.addStretch(1)
        layout.addWidget(text)
        return holder

    def _inset(self, part: QWidget) -> QHBoxLayout:
        """Only the list reaches into the room of its scroll bar."""
        line = row(spacing=0, margins=(0, 0, SCROLL_ROOM, 0))
        line.addWidget(part)
        return line

    def _reading_back_line(self) -> QHBoxLayout:
        """In the place of the summary, which only questions have."""
        line = row(spacing=0, margins=(0, 0, SCROLL_ROOM, 8))
        line.addWidget(self.reading_back)
        line.addStretch(1)
        return line

    def _popup_row(self) -> QHBoxLayout:
        line = row(spacing=0, margins=(0, 0, SCROLL_ROOM, 0))
        line.addWidget(self.popup, 3)
        line.addStretch(1)
        return line

    def _room_for_proposals(self) -> int:
        """What the list can give away: from its top to the entry line, but a little."""
        said = sum(part.height() for part in (self.quiet, self.lines) if part.isVisible())
        room = self.entry.y() - self._body.y() - _GAP - said
        return room - self._body.minimumHeight()

    def _hints(self) -> QHBoxLayout:
        """Three things and the way to all others."""
        line = row(spacing=0, margins=(0, 4, SCROLL_ROOM - 4, 0))
        signs = row(spacing=0)
        self._signs.setLayout(signs)
        hints = (
            (self.tr("Enter"), self.tr("record")),
            (self.tr("sb:"), self.tr("who")),
            (self.tr("*"), self.tr("result")),
        )
        for number, (sign, meaning) in enumerate(hints):
            if number:
                signs.addWidget(label("   ·   ", Role.META))
            signs.addWidget(label(sign, Role.SECTION, "ink"))
            signs.addWidget(label(f" {meaning}", Role.META))
        line.addWidget(self._signs)
        line.addStretch(1)
        line.addWidget(self.off_record)
        line.addSpacing(16)
        line.addWidget(self.keys)
        return line

    def _move_parts(self) -> None:
        """Clock, notes and summary stand in columns or in tabs."""
        side = self.side
        if self._narrow:
            clock, notes, summary = self._tab_layouts
            clock.insertWidget(0, side.photos)
            clock.insertWidget(0, side.next)
            clock.insertWidget(0, side.room)
            clock.insertWidget(0, side.speakers)
            clock.insertWidget(0, side.clock)
            notes.insertWidget(0, side.notes)
            summary.insertWidget(0, self.summary)
        else:
            side.take_back()
            self._summary_line.addWidget(self.summary)
        self._summary_line.setContentsMargins(
            0, *((0, 0, 0) if self._narrow else (8, SCROLL_ROOM, 8))
        )
        left = 16 if self._narrow else 24
        self._centre.setContentsMargins(left, 13, 20 - SCROLL_ROOM, 10)
        self.off_record.setVisible(self._hinted and not self._narrow)  # the key stays
        self.show_tab(self.tabs.current if self._narrow else TAB_STATEMENTS)
        self.order_tabs()

    def order_tabs(self) -> None:
        """Left, centre, right, conclusion last; again whenever something is put in."""
        order: list[QWidget] = [self.plan.list, self.heading.question.more]
        order += [self.heading.prompts.next, self.reading_back]
        order += [] if self._narrow else [self.summary]
        order += [self.tabs.tab(number) for number in range(len(self._tab_names))]
        order += [*self._tab_areas, *([self.summary] if self._narrow else []), self.list]
        order += self._bar_stops
        order += [self.entry.edit, self.entry.kind, self.entry.record]
        order += [self.off_record, self.keys]
        clock = self.side.clock
        order += [self.side.area, clock.pause, clock.more, clock.catch_up]
        order += [*self.side.speakers.stops(), *self.side.room_stops]
        order += [
            self.side.photos.cards,
            self.side.photos.add,
            self.side.photos.strip,
            self.back,
            self.on,
        ]
        none = Qt.FocusPolicy.NoFocus
        for first, second in pairwise(w for w in order if w.focusPolicy() != none):
            QWidget.setTabOrder(first, second)

    def _arrange(self) -> None:
        side = self._side_wanted and not self._narrow
        self.side.setVisible(side)
        self.tabs.setVisible(self._narrow)
        self._tab_rule.setVisible(self._narrow)
        self.heading.set_clock_shown(shown=not side)
        self._arrange_prompts()

    def _arrange_prompts(self) -> None:
        prompts = self.heading.prompts
        prompts.setVisible(prompts.has_prompts() and not self._narrow)

    def _resize(self) -> None:
        self.side.setFixedWidth(self._theme.gap(WIDTH) + 20)


def _counted(name: str, count: int) -> str:
    return f"{name}\u2002{count}" if count else name

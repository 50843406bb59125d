"""The right column of the review: how the statement was read, its facts, and the next steps."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.domain.guides import ADDRESSEES, details_for
from app.domain.plan import PlanItemView
from app.domain.protocol_language import Avoided, language_marks
from app.domain.statements import StatementView
from app.domain.text import fold
from app.domain.vocabulary import Participation, Reading, StatementKind
from app.texts import Texts
from ui.icons import pixmap
from ui.review.detail_fields import DetailFields
from ui.review.facts_card import FactsCard
from ui.review.filters import is_read
from ui.review.next_steps import NextSteps
from ui.review.reading_card import ReadingCard
from ui.review.review_session import ReviewSession
from ui.review.tab_order import put_between
from ui.theme import Role, Theme, set_tone
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped
from ui.widgets.row_list import SCROLL_ROOM
from ui.widgets.scroll_column import RING_ROOM, ScrollColumn
from ui.widgets.tab_row import TabRow

WIDTH = 310
UNLIMITED = 16_777_215
"""Qt's own largest width."""
STATEMENT, STEPS = range(2)


class ReviewSide(QWidget):
    """Two tabs. The cards follow the current statement."""

    detail_changed = Signal(str, object)
    left = Signal()

    def __init__(self, theme: Theme, texts: Texts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._uid = ""
        self._framed = True
        self.tabs = TabRow([self.tr("Statement"), self.tr("Next steps")], self)
        self._stack = QStackedWidget(self)
        self._cards = column(spacing=12)
        self._column = ScrollColumn(self._cards, parent=self._stack)
        self.reading = ReadingCard(theme, texts, self._column.content)
        self.facts = FactsCard(theme, texts, self._column.content)
        self.details = DetailFields(texts, self._column.content)
        self._card: ReadingCard | FactsCard | None = None
        self.steps = NextSteps(theme, self._stack)
        self.next = button(theme, self.tr("Next"), icon="chevron-right")
        self.language = wrapped("", Role.META)
        self.language.hide()
        self.nothing = wrapped(self.tr("No statement chosen."), Role.META)
        self._foot = QWidget()
        self._foot_line = row(spacing=12)
        self._foot_where = label("", Role.META)
        self._foot_counts = wrapped("", Role.META)
        self._foot_open = label("", Role.SECTION, "open")
        self._foot_icon = QLabel()
        self.reading.follows = self.tabs.tab(STEPS)
        self._build()
        self._order_tabs()
        theme.changed.connect(self._repaint)
        self._repaint()

    @property
    def statement_uid(self) -> str:
        """The statement the cards show, or empty."""
        return self._uid

    # -- showing ----------------------------------------------------------------------------

    def set_framed(self, *, framed: bool) -> None:
        """As a column with its own tabs, or behind the tabs of the page."""
        width = self._theme.gap(WIDTH) + 20
        self._framed = framed
        self.setMinimumWidth(width if framed else 0)
        self.setMaximumWidth(width if framed else UNLIMITED)
        self.tabs.setVisible(framed)
        # Behind the tabs of the page it begins and ends where everything else there does.
        left, right = (20, 20) if framed else (RING_ROOM, SCROLL_ROOM)
        self._column.set_margins((left, 12, right, 16))
        self.steps.set_margins((left, 12, right, 16))
        self._foot_line.setContentsMargins(left, 8, right, 16)

    def show_tab(self, number: int) -> None:
        """Statement or next steps."""
        self.tabs.set_current(number)
        self._stack.setCurrentIndex(number)

    def set_step_count(self, count: int) -> None:
        """How many next steps there are."""
        name = self.tr("Next steps")
        self.tabs.set_name(STEPS, f"{name}\u2002{count}" if count else name)

    def show_statement(
        self, session: ReviewSession, item: PlanItemView | None, statement: StatementView | None
    ) -> None:
        """The cards of a statement; None: there is none to show."""
        another = self._uid != (statement.uid if statement else "")
        self._uid = statement.uid if statement else ""
        self.nothing.setVisible(statement is None)
        self.facts.setVisible(statement is not None)
        read = statement is not None and is_read(item, statement)
        self.reading.setVisible(read)
        if statement is None:
            return
        reading = item.reading if item else Reading.NONE
        names = details_for(statement.kind, reading, item.details_offered if item else ())
        if read:
            missing = reading is Reading.MISSING
            default = Participation.MISSING if missing else Participation.TAKES_PART
            self.reading.show_statement(statement, default, read_only=session.is_closed)
        self.facts.show_statement(statement, item, directed=ADDRESSEES in names)
        self.facts.number.setVisible(not read)
        self._put_details(self.reading if read else self.facts)
        self.details.show_fields(names, statement.details, force=another)
        self.details.set_read_only(read_only=session.is_closed)

    def show_language(self, statement: StatementView | None) -> None:
        """What minutes avoid in a statement, and why; None: not wanted, or none there."""
        lines = self._language_lines(statement) if statement is not None else []
        self.language.setText("\n".join(lines))
        self.language.setVisible(bool(lines))

    def _language_lines(self, statement: StatementView) -> list[str]:
        notes = {
            Avoided.FIRST_PERSON: self.tr("Protocol language: “%1” – first person"),
            Avoided.JUDGING: self.tr("Protocol language: “%1” – judging"),
            Avoided.PAST_TENSE: self.tr("Protocol language: “%1” – past tense"),
        }
        text, kind = statement.text, statement.kind
        marks = language_marks(text, kind, verbatim=statement.verbatim)
        found = (notes[m.what].replace("%1", text[m.start : m.end]) for m in marks)
        return list(dict.fromkeys(found))

    def _put_details(self, card: ReadingCard | FactsCard) -> None:
        """The fields for afterwards belong to the reading, where there is one."""
        if card is self._card:
            return
        self._card = card
        card.details_place.addWidget(self.details)
        if isinstance(card, ReadingCard):
            put_between(card.again, self.details.controls(), card.confirm)
        else:
            put_between(card.addressees.note, self.details.controls(), self.next)

    def show_reading_of(
        self, item: PlanItemView | None, statements: Iterable[StatementView]
    ) -> None:
        """What was read under the whole question, and what is still to be looked at."""
        read = [s for s in statements if is_read(item, s)]
        self._foot.setVisible(bool(read))
        if not read or item is None:
            return
        open_ = sum(not s.reading_confirmed for s in read)
        where = self.tr("Read under question %1") if item.number else self.tr("Read under “%1”")
        self._foot_where.setText(where.replace("%1", str(item.number or item.title)))
        self._foot_counts.setText(self._counted(read))
        if open_:
            text = self.tr("%1 of them still to look at").replace("%1", str(open_))
        else:
            text = self.tr("all looked at")
        self._foot_open.setText(text)
        set_tone(self._foot_open, "open" if open_ else "settled")
        self._show_foot_icon(settled=not open_)
        self.next.setVisible(bool(open_))

    @property
    def ends(self) -> tuple[QWidget, QWidget]:
        """First and last stop of the Tab key in here."""
        return self.tabs.tab(STATEMENT), self.steps.last_control

    def _order_tabs(self) -> None:
        """As it stands there; more comes and goes between them."""
        tabs = (self.tabs.tab(STATEMENT), self.tabs.tab(STEPS))
        cards = (*self.reading.controls(), *self.facts.controls(), self.next)
        for before, after in pairwise((*tabs, *cards, *self.steps.form.controls())):
            QWidget.setTabOrder(before, after)

    def flush(self) -> None:
        """Save what is being typed."""
        if not self.reading.isHidden():
            self.reading.flush()
        if not self.facts.isHidden():
            self.facts.flush()
            self.details.flush()

    def first_control(self) -> QWidget:
        """Where F6 leads to."""
        if self._stack.currentIndex() == STEPS:
            return self.steps.form.text
        if not self.reading.isHidden():
            return self.reading.rows[0].head if self.reading.rows else self.reading.add
        return self.facts.person if not self.facts.isHidden() else self.tabs.tab(STATEMENT)

    # -- inside -----------------------------------------------------------------------------

    def _counted(self, read: list[StatementView]) -> str:
        actors = [(fold(a.name), a.participation) for s in read for a in s.actors]
        takes_part = {name for name, part in actors if part is Participation.TAKES_PART}
        missing = {name for name, part in actors if part is Participation.MISSING}
        together = sum(s.kind is StatementKind.COOPERATION for s in read)
        parts = (
            (together, self.tr("1 cooperation"), self.tr("%1 cooperations")),
            (len(takes_part), self.tr("1 takes part"), self.tr("%1 take part")),
            (len(missing), self.tr("1 is missing"), self.tr("%1 are missing")),
        )
        said = [one if n == 1 else many.replace("%1", str(n)) for n, one, many in parts if n]
        return ", ".join(said)

    def _build(self) -> None:
        layout = column(spacing=0)
        self.setLayout(layout)
        self._dress_tabs()
        layout.addWidget(self.tabs)
        layout.addWidget(self._stack, 1)
        self._stack.addWidget(self._statement_tab())
        self._stack.addWidget(self.steps)
        self.tabs.chosen.connect(self.show_tab)
        self.details.changed.connect(self.detail_changed)
        for part in (self.reading, self.facts, self.details, self.steps):
            part.left.connect(self.left)

    def _dress_tabs(self) -> None:
        self.tabs.setProperty("surface", "")
        line = self.tabs.layout()
        if line is not None:
            line.setContentsMargins(20, 6, 20, 0)

    def _statement_tab(self) -> QWidget:
        result = QWidget(self._stack)
        outer: QVBoxLayout = column(spacing=0)
        result.setLayout(outer)
        for part in (self.nothing, self.language, self.reading, self.facts):
            self._cards.addWidget(part)
        self._cards.addStretch()
        outer.addWidget(self._column, 1)
        outer.addWidget(self._foot)
        self._build_foot()
        return result

    def _build_foot(self) -> None:
        line = self._foot_line
        self._foot.setLayout(line)
        words = column(spacing=2)
        words.addWidget(self._foot_where)
        words.addWidget(self._foot_counts)
        last = row(spacing=6)
        last.addWidget(self._foot_icon)
        last.addWidget(self._foot_open, 1)
        words.addLayout(last)
        line.addLayout(words, 1)
        line.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)

    def _show_foot_icon(self, *, settled: bool) -> None:
        name, tone = ("circle-check", "settled") if settled else ("alert-triangle", "open")
        self._foot_icon.setPixmap(pixmap(name, self._theme.color(tone), self._theme.px(16)))

    def _repaint(self) -> None:
        self.set_framed(framed=self._framed)
        self._show_foot_icon(settled=self._foot_open.property("tone") == "settled")

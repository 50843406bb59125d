"""How a statement looks in a list: as a card while leading, as a row to work on in the review.

Both share the measuring: text is laid out once per width and kept, heights are kept for all rows.
Chips, names and marks are painted; whatever can be pressed in a row also has a key and a menu
entry elsewhere.
"""

from __future__ import annotations

from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextCharFormat
from PySide6.QtWidgets import QStyle

from app.domain.vocabulary import Outcome, StatementKind
from ui.icons import KIND_ICONS, OUTCOME_ICONS, paint_icon
from ui.models.row_model import Row
from ui.models.statement_model import RowWords, StatementRow
from ui.theme import STATEMENT_LINE_HEIGHT, Role, Theme, Tone, tone_of
from ui.widgets.badges import Badges, ChipText
from ui.widgets.row_list import RowDelegate
from ui.widgets.text_block import Mark, TextBlock

if TYPE_CHECKING:
    from app.domain.protocol_language import LanguageMark

_State = QStyle.StateFlag
_BLOCKS_KEPT = 400
_RADIUS = 11
MAX_TEXT_WIDTH = 760


@dataclass(frozen=True, slots=True)
class _Pen:
    """A font with its metrics and the name of its colour."""

    font: QFont
    metrics: QFontMetricsF
    color: str


_Kept = tuple[tuple[str, tuple["LanguageMark", ...]], TextBlock]
"""What a block was made of, and the block."""


_OUTCOME_TONES = {
    Outcome.CONFIRMED: Tone.SETTLED,
    Outcome.CHANGED: Tone.NEUTRAL,
    Outcome.DISPUTED: Tone.OPEN,
}


class StatementDelegate(RowDelegate):
    """What card and review row share."""

    left = 66
    right = 16
    max_lines: int | None = None

    def __init__(self, theme: Theme, words: RowWords) -> None:
        super().__init__()
        self.theme = theme
        self.words = words
        self.badges = Badges(theme)
        self._blocks: OrderedDict[tuple[str, int, int | None], _Kept] = OrderedDict()
        self._heights: dict[tuple[str, int], tuple[StatementRow, int]] = {}
        self.refresh()
        theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Another theme or text size: forget what was laid out."""
        self.badges.refresh()
        self._blocks.clear()
        self._heights.clear()
        theme = self.theme
        self.text_font = theme.font(Role.STATEMENT)
        self.line = self.text_font.pixelSize() * STATEMENT_LINE_HEIGHT
        self._letter = QFontMetricsF(self.text_font).averageCharWidth()
        self.name_pen = self._pen(Role.STRONG, "ink")
        self.meta_pen = self._pen(Role.CAPTION, "ink3")
        self.person_pen = self._pen(Role.LABEL, "ink")
        self.time_pen = self._pen(Role.META, "ink2", tabular=True)
        self.small_pen = self._pen(Role.CHIP, "ink2", tabular=True)

    def _pen(self, role: Role, color: str, *, tabular: bool = False) -> _Pen:
        font = self.theme.font(role, tabular=tabular)
        return _Pen(font, QFontMetricsF(font), color)

    # -- measuring --------------------------------------------------------------------------

    def text_width(self, width: int) -> int:
        """Room for the text in a row of this width; lines stay readable in wide windows."""
        room = width - self.theme.px(self.left) - self.theme.gap(self.right)
        return max(self.theme.px(80), min(room, self.theme.px(MAX_TEXT_WIDTH)))

    def estimates(self, rows: Sequence[Row], width: int) -> list[int]:
        """From the number of letters; one short loop, for lists of ten thousand."""
        letters, line = self.text_width(width) / self._letter, self.line
        most = self.max_lines or 10_000
        plain, read = self.around_plain(), self.around_read()
        heights = []
        for row in rows:
            statement = self.statement(row)
            text = statement.shown
            lines = min(1 + int(len(text) / letters) + text.count("\n"), most)
            heights.append(round((read if statement.reading else plain) + lines * line))
        return heights

    def height(self, row: Row, width: int) -> int:
        """From the lines of the text."""
        statement = self.statement(row)
        known = self._heights.get((statement.uid, width))
        if known is not None and known[0] == statement:
            return known[1]
        height = self.around(statement) + self.block(statement, width).height
        self._heights[statement.uid, width] = (statement, height)
        return height

    def block(self, row: StatementRow, width: int, *, whole: bool = False) -> TextBlock:
        """The text in lines, from the cache if it is there."""
        limit = None if whole else self.max_lines
        inner, line = self.text_width(width) - self.beside_text(row), STATEMENT_LINE_HEIGHT
        key = (row.uid, inner, limit)
        kept, marks = self._blocks.get(key), self.marks(row)
        if kept is not None and kept[0] == (row.shown, marks):
            self._blocks.move_to_end(key)
            return kept[1]
        block = TextBlock(row.shown, self.text_font, inner, line, limit, self._looks(marks))
        self._blocks[key] = ((row.shown, marks), block)
        if len(self._blocks) > _BLOCKS_KEPT:
            self._blocks.popitem(last=False)
        return block

    def beside_text(self, _row: StatementRow) -> int:
        """What the text leaves free at its right."""
        return 0

    def marks(self, _row: StatementRow) -> tuple[LanguageMark, ...]:
        """What is underlined in a text."""
        return ()

    def _looks(self, marks: tuple[LanguageMark, ...]) -> list[Mark]:
        dots = QTextCharFormat()
        dots.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
        dots.setUnderlineColor(self.theme.color("open"))
        return [(mark.start, mark.end, dots) for mark in marks]

    def around(self, row: StatementRow) -> int:
        """Height of everything but the text."""
        return self.around_read() if row.reading else self.around_plain()

    @abstractmethod
    def around_plain(self) -> int:
        """Height of everything but the text."""

    def around_read(self) -> int:
        """The same for a row that says how it was read."""
        return self.around_plain()

    @abstractmethod
    def text_top(self) -> int:
        """Where the text begins below the upper edge of a row."""

    def text_box(self, box: QRect) -> QRect:
        """Where an editor of the text lies, at least one line high."""
        left = box.left() + self.theme.px(self.left)
        return QRect(left, box.top() + self.text_top(), self.text_width(box.width()), 1)

    @staticmethod
    def statement(row: Row) -> StatementRow:
        """The row as what it is."""
        assert isinstance(row, StatementRow)  # noqa: S101 – only statements come here
        return row

    # -- painting ---------------------------------------------------------------------------

    def paint_ground(
        self, painter: QPainter, box: QRect, state: QStyle.StateFlag, *, tinted: bool, result: bool
    ) -> None:
        """The card; the current one has a border, the focus ring while the list has the focus."""
        tokens = self.theme.tokens
        current = bool(state & _State.State_HasFocus)
        ring = tokens.focus if state & _State.State_KeyboardFocusChange else tokens.primary
        painter.setBrush(tokens.tint if tinted else tokens.surface)
        painter.setPen(QPen(ring, 2) if current else QPen(tokens.line, 1))
        edge = 1.0 if current else 0.5
        painter.drawRoundedRect(QRectF(box).adjusted(edge, edge, -edge, -edge), _RADIUS, _RADIUS)
        if result:
            bar = QRectF(box.left() + 1, box.top() + 10, 4, box.height() - 20)
            self.badges.paint_bar(painter, bar, tokens.result)

    def paint_text(
        self, painter: QPainter, row: StatementRow, box: QRect, *, whole: bool = False
    ) -> None:
        """The statement itself."""
        painter.setPen(self.theme.tokens.ink)
        left = box.left() + self.theme.px(self.left)
        block = self.block(row, box.width(), whole=whole)
        block.draw(painter, left, box.top() + self.text_top(), painter.clipBoundingRect())

    def write(
        self,
        painter: QPainter,
        pen: _Pen,
        x: float,
        middle: float,
        text: str,
        *,
        room: float | None = None,
        color: str = "",
    ) -> float:
        """One line of text around ``middle``, elided to ``room``; returns its width."""
        if room is not None:
            text = pen.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(room, 0))
        painter.setFont(pen.font)
        painter.setPen(self.theme.color(color or pen.color))
        baseline = round(middle + pen.metrics.capHeight() / 2)
        painter.drawText(QPointF(x, baseline), text)
        return pen.metrics.horizontalAdvance(text)

    def kind_chip(self, row: StatementRow) -> ChipText | None:
        """The chip of the kind; None for a remark."""
        if row.kind is None:
            return None
        return ChipText(tone_of(row.kind), KIND_ICONS[row.kind], row.kind_word)

    def mark_chips(self, row: StatementRow) -> list[ChipText]:
        """The marks a statement may have beside its kind."""
        chips = [ChipText(Tone.QUOTE, "quote", self.words.quote)] if row.verbatim else []
        if row.clarify:
            chips.append(ChipText(Tone.OPEN, "help-circle", self.words.clarify))
        if row.outcome is not None:
            tone, icon = _OUTCOME_TONES[row.outcome], OUTCOME_ICONS[row.outcome]
            chips.append(ChipText(tone, icon, row.outcome_word))
        if row.unnamed:
            chips.append(ChipText(Tone.NEUTRAL, "user", self.words.unnamed))
        return chips

    def counts_width(self, row: StatementRow) -> float:
        """How wide ``paint_counts`` will be; nothing without counts."""
        widths = [self._count_width(count) for _, count in self._counts(row)]
        return sum(widths) + self.theme.gap(10) * len(widths)

    def paint_counts(self, painter: QPainter, x: float, middle: float, row: StatementRow) -> None:
        """How many agreed and how many did not: a tick and a cross with their numbers."""
        size, color = self.theme.px(14), self.theme.tokens.ink2
        for icon, count in self._counts(row):
            paint_icon(painter, icon, color, x, middle - size / 2, size)
            self.write(painter, self.time_pen, x + size + self.theme.gap(3), middle, str(count))
            x += self._count_width(count) + self.theme.gap(10)

    def paint_memo(self, painter: QPainter, x: float, middle: float) -> float:
        """The small mark of a memo; returns its width."""
        size = self.theme.px(16)
        paint_icon(painter, "notes", self.theme.tokens.ink2, x, middle - size / 2, size)
        return size

    def _counts(self, row: StatementRow) -> list[tuple[str, int]]:
        return [(i, n) for i, n in (("check", row.assent), ("x", row.dissent)) if n]

    def _count_width(self, count: int) -> float:
        number = self.time_pen.metrics.horizontalAdvance(str(count))
        return self.theme.px(14) + self.theme.gap(3) + number

    def person_of(self, row: StatementRow) -> str:
        """Who stands in the row: a name, "SB?" or "noch ohne Person"."""
        return row.name or row.unclear or self.words.nobody


class CardDelegate(StatementDelegate):
    """A statement while leading: who, what kind, when – then the text."""

    def text_top(self) -> int:
        """Below the header row."""
        return self.theme.gap(12) + self.theme.px(22) + self.theme.gap(3)

    def around_plain(self) -> int:
        """Padding and header row."""
        return self.text_top() + self.theme.gap(12)

    def around_read(self) -> int:
        """A line more."""
        return self.around_plain() + self.theme.px(20) + self.theme.gap(2)

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Paint the card."""
        statement = self.statement(row)
        focused = bool(state & _State.State_HasFocus and state & _State.State_KeyboardFocusChange)
        selected = focused and bool(state & _State.State_Selected)
        shown = state if focused else state & ~_State.State_HasFocus  # the entry line is the place
        self.paint_ground(painter, box, shown, tinted=selected, result=statement.is_result)
        self._paint_avatar(painter, statement, box)
        middle = box.top() + self.theme.gap(12) + self.theme.px(11)
        end = self._paint_right(painter, statement, box, middle)
        self._paint_person(painter, statement, box, middle, end, selected=selected)
        self.paint_text(painter, statement, box)
        self._paint_counts(painter, statement, box)
        if statement.reading:
            self._paint_reading(painter, statement, box)

    def _paint_avatar(self, painter: QPainter, row: StatementRow, box: QRect) -> None:
        size = self.theme.px(36)
        corner = QPointF(box.left() + self.theme.gap(16), box.top() + self.theme.gap(12))
        self.badges.paint_avatar(painter, QRectF(corner.x(), corner.y(), size, size), row.initials)

    def _paint_right(
        self, painter: QPainter, row: StatementRow, box: QRect, middle: float
    ) -> float:
        """Time, kind, quote and result from the right; returns where they begin."""
        gap = self.theme.gap
        x = box.right() + 1 - gap(16) - self.time_pen.metrics.horizontalAdvance(row.time)
        self.write(painter, self.time_pen, x, middle, row.time)
        x -= gap(14)
        chips = [chip for chip in (self.kind_chip(row),) if chip]
        for chip in (*chips, *self.mark_chips(row)):
            x -= self.badges.chip_width(chip)
            self.badges.paint_chip(painter, x, middle, chip)
            x -= gap(6)
        if row.memo:
            x -= self.theme.px(16)
            self.paint_memo(painter, x, middle)
            x -= gap(6)
        if row.is_result:
            x -= gap(6) + self.badges.mark_width(self.words.result)
            self.badges.paint_mark(painter, x, middle, self.words.result)
        return x

    def _paint_person(
        self,
        painter: QPainter,
        row: StatementRow,
        box: QRect,
        middle: float,
        end: float,
        *,
        selected: bool,
    ) -> None:
        left = box.left() + self.theme.px(self.left)
        room = end - left - self.theme.gap(10)
        name = self.person_of(row)
        used = self.write(painter, self.name_pen, left, middle, name, room=room)
        rest = room - used - self.theme.gap(9)
        if row.organisation and rest > self.theme.px(40):
            x = left + used + self.theme.gap(9)
            color = "ink2" if selected else ""
            self.write(painter, self.meta_pen, x, middle, row.organisation, room=rest, color=color)

    def beside_text(self, row: StatementRow) -> int:
        """The counts stand at the right of the last line."""
        return round(self.counts_width(row))

    def _paint_counts(self, painter: QPainter, row: StatementRow, box: QRect) -> None:
        x = box.right() + 1 - self.theme.gap(16 - 10) - self.counts_width(row)
        last = self.text_top() + self.block(row, box.width()).height - self.line / 2
        self.paint_counts(painter, x, box.top() + last, row)

    def _paint_reading(self, painter: QPainter, row: StatementRow, box: QRect) -> None:
        middle = box.bottom() + 1 - self.theme.gap(12) - self.theme.px(9)
        left, size = box.left() + self.theme.px(self.left), self.theme.px(14)
        color: QColor = self.theme.tokens.ink2
        paint_icon(painter, "check", color, left, middle - size / 2, size)
        x = left + size + self.theme.gap(6)
        room = self.text_width(box.width()) - size
        self.write(painter, self.time_pen, x, middle, row.reading, room=room)


class ReviewDelegate(StatementDelegate):
    """A statement in the review: check box, star, two lines of text – the current one whole."""

    left = 84
    right = 18
    max_lines = 2

    def __init__(self, theme: Theme, words: RowWords) -> None:
        self.current_uid = ""
        self.language = False
        """Whether what minutes avoid is underlined."""
        super().__init__(theme, words)

    def marks(self, row: StatementRow) -> tuple[LanguageMark, ...]:
        """What minutes avoid, if that is wanted."""
        if not self.language:
            return ()
        from app.domain.protocol_language import language_marks  # its rules take time to build

        kind = row.kind or StatementKind.REMARK
        return language_marks(row.shown, kind, verbatim=row.verbatim)

    def text_top(self) -> int:
        """Right at the top."""
        return self.theme.gap(10)

    def around_plain(self) -> int:
        """Padding and the row of chips below the text."""
        return self.text_top() + self.theme.gap(7) + self.theme.px(22) + self.theme.gap(9)

    def height(self, row: Row, width: int) -> int:
        """The current row shows its whole text."""
        statement = self.statement(row)
        if statement.uid == self.current_uid:
            return self.around(statement) + self.block(statement, width, whole=True).height
        return super().height(row, width)

    def check_box(self, box: QRect) -> QRect:
        """Where the check box of a row lies."""
        return self._sign_box(box, 18, 18)

    def star_box(self, box: QRect) -> QRect:
        """Where the star of a row lies."""
        return self._sign_box(box, 50, 20)

    def _sign_box(self, box: QRect, x: int, size: int) -> QRect:
        side = self.theme.px(size)
        middle = box.top() + self.text_top() + round(self.line / 2)
        return QRect(
            QPoint(box.left() + self.theme.px(x), middle - side // 2),
            QRect(0, 0, side, side).size(),
        )

    def paint_row(self, painter: QPainter, box: QRect, row: Row, state: QStyle.StateFlag) -> None:
        """Paint the row."""
        statement = self.statement(row)
        selected = bool(state & _State.State_Selected)
        self.paint_ground(painter, box, state, tinted=selected, result=statement.is_result)
        self._paint_check(painter, self.check_box(box), checked=selected)
        self._paint_star(painter, self.star_box(box), statement, selected=selected)
        whole = statement.uid == self.current_uid
        self.paint_text(painter, statement, box, whole=whole)
        middle = box.bottom() + 1 - self.theme.gap(9) - self.theme.px(11)
        end = self._paint_numbers(painter, statement, box, middle)
        self._paint_chips(painter, statement, box, middle, end)

    def _paint_check(self, painter: QPainter, box: QRect, *, checked: bool) -> None:
        tokens = self.theme.tokens
        painter.setPen(QPen(tokens.primary if checked else tokens.control, 1))
        painter.setBrush(tokens.primary if checked else tokens.surface)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if checked:
            size = self.theme.px(14)
            shift = (box.width() - size) / 2
            x, y = box.left() + shift, box.top() + shift
            paint_icon(painter, "check", tokens.on_primary, x, y, size)

    def _paint_star(
        self, painter: QPainter, box: QRect, row: StatementRow, *, selected: bool
    ) -> None:
        tokens = self.theme.tokens
        name = "star-filled" if row.is_result else "star"
        empty = tokens.ink3 if selected and tokens.is_dark else tokens.empty_star
        color = tokens.result if row.is_result else empty
        paint_icon(painter, name, color, box.left(), box.top(), box.width())

    def _paint_numbers(
        self, painter: QPainter, row: StatementRow, box: QRect, middle: float
    ) -> float:
        """Evidence number, time and counts from the right; returns where they begin."""
        x: float = box.right() + 1 - self.theme.gap(18)
        for pen, text in ((self.small_pen, row.evidence), (self.time_pen, row.time)):
            if text:
                x -= pen.metrics.horizontalAdvance(text)
                self.write(painter, pen, x, middle, text)
                x -= self.theme.gap(10)
        x -= self.counts_width(row)
        self.paint_counts(painter, x, middle, row)
        return x

    def _paint_chips(
        self, painter: QPainter, row: StatementRow, box: QRect, middle: float, end: float
    ) -> None:
        x: float = box.left() + self.theme.px(self.left)
        chips = [chip for chip in (self.kind_chip(row),) if chip] + self.mark_chips(row)
        for chip in chips:
            x += self.badges.paint_chip(painter, x, middle, chip) + self.theme.gap(8)
        x += self.theme.gap(3) if chips else 0
        if row.memo:
            x += self.paint_memo(painter, x, middle) + self.theme.gap(8)
        pen = self.person_pen if row.name else self.time_pen
        color = "open" if row.unclear else ""
        person = self.person_of(row)
        self.write(painter, pen, x, middle, person, room=end - x, color=color)
        if row.cluster:
            x += pen.metrics.horizontalAdvance(person) + self.theme.gap(12)
            self.write(painter, self.time_pen, x, middle, row.cluster, room=end - x)

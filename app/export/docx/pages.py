"""Counts lines and pages, because the contents need page numbers before anybody opens the file.

Word updates the numbers when it is asked to; until then the cached ones should be right. Nothing
here knows fonts: the average width of a letter is enough, but where a line is nearly full. There
the letters are measured one by one, with widths that stand here.
"""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil

from app.export import look
from app.export.blocks import Logos, Paragraph, ParagraphRole, Picture, SideBySide, Table
from app.export.docx.widths import BOLD, REGULAR, Widths

POINTS = 72 / 2.54
LINE_HEIGHT = 1.2207
"""Height of a line of Calibri at single spacing, as a part of its size."""
LETTER_WIDTH = 0.422
"""Width of an average letter of German text in Calibri, as a part of the size."""
BOLDER = 1.022
LOST_AT_THE_END = 3.0
"""Letters of a line that stay empty because the next word does not fit."""
_MOST_EXACT = 100
"""Paragraphs measured letter by letter: those of an evening. In more the errors even out."""
_MOST_KNOWN = 4000
"""Lengths of texts whose lines are remembered."""
_NEAR = 6.0
"""A text that ends so many letters around the end of a line is measured letter by letter."""

PAGE = look.PAGE_HEIGHT - look.MARGIN_TOP - look.MARGIN_BOTTOM
"""Height of the text on a page of our own template, in centimetres."""
_LEAST = 1.0
"""Centimetres; no text is narrower."""
_MIN_LINES = 2
"""Fewer lines of a paragraph than these never stand alone on a page (widow control)."""


@dataclass(frozen=True, slots=True)
class _Measure:
    """What counting needs of one paragraph style; heights in points, widths in letters."""

    line: float
    before: float
    after: float
    first_letters: float
    letters: float
    keep_next: bool
    keep_lines: bool
    widths: Widths
    room: float
    """Width of a line as a part of the size."""
    flows: bool
    """One after the other, with nothing to keep in mind but the page."""
    between: float
    known: dict[int, int] = field(default_factory=dict, compare=False)
    """How many lines so many letters fill; 0 where they have to be measured one by one."""


def _measure(style: look.ParagraphLook, width: float = look.TEXT_WIDTH) -> _Measure:
    in_table = style is look.PARAGRAPHS[ParagraphRole.TABLE_TEXT]
    letter = style.size * LETTER_WIDTH * (BOLDER if style.bold else 1)
    letters = max(width - style.left - style.right, _LEAST) * POINTS / letter
    return _Measure(
        line=style.size * LINE_HEIGHT * style.line,
        before=style.before,
        after=style.after,
        first_letters=letters,
        letters=letters - LOST_AT_THE_END,
        keep_next=style.keep_next,
        keep_lines=style.keep_lines or in_table,
        widths=BOLD if style.bold else REGULAR,
        room=max(width - style.left - style.right, _LEAST) * POINTS / style.size,
        flows=not style.keep_next,
        between=style.before + style.after if in_table else max(style.before, style.after),
    )


ROLES = tuple(ParagraphRole)
_CODES = {role: code for code, role in enumerate(ROLES)}
_MEASURES = [_measure(look.PARAGRAPHS[role]) for role in ROLES]
_PICTURE, _BESIDE = len(_MEASURES), len(_MEASURES) + 1
_POINT = replace(
    _measure(look.PARAGRAPHS[ParagraphRole.NOTE]), line=1.0, before=0.0, after=0.0, between=0.0
)
_MEASURES += [replace(_POINT, keep_next=True, keep_lines=True, flows=False), _POINT]
"""Pictures and what stands beside them are counted as so many lines of one point."""


_HEAD_LINE = _CODES[ParagraphRole.HEAD_LINE]
_TABLE_TEXT = _CODES[ParagraphRole.TABLE_TEXT]
_LETTER_BY_LETTER = frozenset(
    {
        ParagraphRole.HEADING,
        ParagraphRole.SUBHEADING,
        ParagraphRole.HEAD_LINE,
        ParagraphRole.CONTENTS_1,
        ParagraphRole.CONTENTS_2,
        ParagraphRole.SHEET_QUESTION,
    }
)
"""They are few, and what stands before their tab takes no room."""
_NUMBERED = frozenset(
    {
        ParagraphRole.RESULT,
        ParagraphRole.RESULT_FOLLOWED,
        ParagraphRole.STATEMENT,
        ParagraphRole.STATEMENT_FOLLOWED,
        ParagraphRole.QUOTE,
        ParagraphRole.QUOTE_FOLLOWED,
        ParagraphRole.SHEET_RESULT,
        ParagraphRole.SHEET_ANSWERED,
    }
)
"""They begin with a number, which stands in the margin column."""
_BREAKS = (" ", "-")
_FRAME = 13.5
"""What the rules around the head and their distance add to its height."""


def _measured(width: float) -> dict[ParagraphRole, tuple[int, _Measure, bool]]:
    """By role: its code, its measure for a text of this width, and whether it is numbered."""
    return {
        role: (_CODES[role], _measure(look.PARAGRAPHS[role], width), role in _NUMBERED)
        for role in ROLES
    }


_BY_ROLE = _measured(look.TEXT_WIDTH)


class Strip:
    """Paragraphs with their number of lines, before anybody knows on which page they will be."""

    def __init__(self, width: float = look.TEXT_WIDTH) -> None:
        self._by_role = _BY_ROLE if width == look.TEXT_WIDTH else _measured(width)
        self._factor = width / look.TEXT_WIDTH
        self.codes = bytearray()
        self.lines = array("L")
        self.anchors: dict[int, str] = {}
        self._exact = 0

    def add(self, *blocks: Paragraph) -> None:
        """Measure paragraphs."""
        by_role, codes, lines = self._by_role, self.codes, self.lines
        for role, runs, anchor in blocks:
            code, measure, numbered = by_role[role]
            if anchor:
                self.anchors[len(codes)] = anchor
            codes.append(code)
            text = "".join([text for _, text in runs])
            letters = len(text)
            if numbered:
                letters -= len(runs[0][1]) + 1
            known = 0 if "\n" in text else measure.known.get(letters, 0)
            lines.append(known or self._lines_of(role, text, letters, measure))

    def _lines_of(self, role: ParagraphRole, text: str, letters: int, measure: _Measure) -> int:
        broken = "\n" in text
        if role in _LETTER_BY_LETTER:
            short = not broken and letters <= measure.first_letters - _NEAR
            return 1 if short else _exact_lines(text.rpartition("\t")[2], measure)
        lines = 0 if broken else _estimated(letters, measure)
        if lines:
            return lines
        if not broken:
            self._exact += 1
            if self._exact > _MOST_EXACT:
                return _probable(letters, measure)
        return _lines(text.partition("\t")[2] if role in _NUMBERED else text, measure)

    def add_table(self, table: Table) -> None:
        """Measure the rows of a table, each as one paragraph."""
        self._add_row(_CODES[ParagraphRole.TABLE_HEAD], 1)
        style = look.PARAGRAPHS[ParagraphRole.TABLE_TEXT]
        measures = [
            _measure(style, max(c.width * self._factor - 2 * look.CELL_MARGIN, _LEAST))
            for c in table.columns
        ]
        for row in table.rows:
            self._add_row(_TABLE_TEXT, max(map(_lines, row, measures)))

    def add_picture(self, picture: Picture) -> None:
        """Measure a picture in a paragraph of its own."""
        style = look.PARAGRAPHS[ParagraphRole.PICTURE]
        self._add_row(_PICTURE, ceil(picture.height * POINTS + style.before + style.after))

    def add_logos(self, block: Logos) -> None:
        """Measure the line of the logos: the highest counts."""
        height = max(_height(picture, look.TEXT_WIDTH) for picture in block.pictures)
        self._add_row(_BESIDE, ceil(height))

    def add_side_by_side(self, block: SideBySide) -> None:
        """Measure two columns: the longer one counts."""
        left = sum(_height(part, look.SIDE_LEFT) for part in block.left)
        right = sum(_height(part, look.TEXT_WIDTH - look.SIDE_LEFT) for part in block.right)
        self._add_row(_BESIDE, ceil(max(left, right)))

    def add_contents(self, headings: Sequence[Paragraph]) -> None:
        """Measure a table of contents with an entry for each heading."""
        self.add(Paragraph(ParagraphRole.CONTENTS_TITLE, ()))
        for heading in headings:
            first_level = heading.role is ParagraphRole.HEADING
            role = ParagraphRole.CONTENTS_1 if first_level else ParagraphRole.CONTENTS_2
            self.add(Paragraph(role, heading.runs))

    def _add_row(self, code: int, lines: int) -> None:
        self.codes.append(code)
        self.lines.append(lines)


def _height(part: Picture | Paragraph, width: float) -> float:
    """The height in a column of this width, in points."""
    if isinstance(part, Picture):
        style = look.PARAGRAPHS[ParagraphRole.TABLE_TEXT]
        return part.height * POINTS + style.before + style.after
    style = look.PARAGRAPHS[part.role]
    measure = _measure(style, width - look.SIDE_GAP)
    return style.before + style.after + _lines(part.text, measure) * measure.line


def _lines(text: str, measure: _Measure) -> int:
    """How many lines a text fills."""
    if "\n" in text:
        return sum(_lines(piece, measure) for piece in text.split("\n"))
    return _estimated(len(text), measure) or _exact_lines(text, measure)


def _estimated(letters: int, measure: _Measure) -> int:
    """How many lines so many letters fill; 0 if that is not sure. It is asked for often."""
    known = measure.known.get(letters)
    if known is None:
        over = letters - measure.first_letters
        near = abs(over - max(round(over / measure.letters), 0) * measure.letters) < _NEAR
        known = 0 if near else _probable(letters, measure)
        if len(measure.known) < _MOST_KNOWN:
            measure.known[letters] = known
    return known


def _probable(letters: int, measure: _Measure) -> int:
    return 1 + max(ceil((letters - measure.first_letters) / measure.letters), 0)


def _exact_lines(text: str, measure: _Measure) -> int:
    """The same, letter by letter; a space at the end of a line takes no room."""
    text, room = text.rstrip(), measure.room
    ends = list(accumulate(map(measure.widths.__getitem__, text)))
    lines, start, before = 1, 0, 0.0
    while ends and ends[-1] - before > room:
        start = _next_line(text, start, bisect_right(ends, before + room, start))
        if not start:
            break
        lines, before = lines + 1, ends[start - 1]
    return lines


def _next_line(text: str, start: int, over: int) -> int:
    """Where the line after the one from ``start`` begins, or 0; ``over`` does not fit any more."""
    at = over if text[over] == " " else max(text.rfind(sign, start, over) for sign in _BREAKS)
    if at < start:  # one long word
        found = [at for sign in _BREAKS if (at := text.find(sign, over)) > 0]
        at = min(found, default=-1)
    at += 1
    while 0 < at < len(text) and text[at] == " ":
        at += 1
    return at if at < len(text) else 0


class _Pages:
    """Puts paragraphs onto pages the way Word does: chains, widows, kept lines."""

    def __init__(self, height: float) -> None:
        self._height = height * POINTS
        self.page = 1
        self.page_of: dict[str, int] = {}
        self._y = 0.0
        """Where the text ends on this page; the distance after it is not in it yet."""
        self._chain = 0.0
        """Height of the paragraphs that must stay with the next one."""
        self._waiting: list[str] = []
        self._previous = -1

    def put(self, code: int, lines: int, anchor: str | None) -> None:
        """Add a paragraph of so many lines."""
        measure = _MEASURES[code]
        if code == self._previous and measure.flows:
            end = self._y + measure.between + lines * measure.line
            if end <= self._height:
                self._y = end
                return
        distance = self._distance(code, measure)
        self._previous = code
        if anchor:
            self._waiting.append(anchor)
        if measure.keep_next:
            height = lines * measure.line
            self._chain += height + (distance if self._chain else 0.0)
            self._y += distance + height
        else:
            self._settle(self._place(measure, distance, lines))

    def end(self) -> None:
        """After the last paragraph: what still waits for a next one stands here."""
        self._settle(self.page)

    def _distance(self, code: int, measure: _Measure) -> float:
        """The room above a paragraph: the larger of two distances, both inside a table."""
        if self._previous < 0:
            return measure.before
        after = _MEASURES[self._previous].after
        if code == _HEAD_LINE != self._previous:
            return after + _FRAME
        if code == _TABLE_TEXT:
            return after + measure.before
        return max(after, measure.before) if self._y else 0.0

    def _settle(self, page: int) -> None:
        self.page_of.update(dict.fromkeys(self._waiting, page))
        self._waiting.clear()
        self._chain = 0.0

    def _place(self, measure: _Measure, distance: float, lines: int) -> int:
        """Put the lines here, divide them, or begin a new page with the chain before them.

        Returns the page on which they begin.
        """
        room = int((self._height - self._y - distance) / measure.line)
        if room < self._least(measure, lines) and self._y > self._chain:
            self.page += 1
            self._y = self._chain
            distance = distance if self._chain else 0.0
            room = int((self._height - self._y - distance) / measure.line)
        begins_on = self.page
        self._y += distance
        while lines > room > 0:
            lines -= max(min(room, lines - _MIN_LINES), 1)
            self.page += 1
            self._y = 0.0
            room = int(self._height / measure.line)
        self._y += lines * measure.line
        return begins_on

    @staticmethod
    def _least(measure: _Measure, lines: int) -> int:
        """How many lines must fit for the paragraph to begin on this page."""
        whole = measure.keep_lines or lines < 2 * _MIN_LINES
        return lines if whole else _MIN_LINES


def count_pages(strips: Iterable[Strip], height: float = PAGE) -> tuple[dict[str, int], int]:
    """The page of each anchor and the number of pages; ``height`` of the text in centimetres."""
    pages = _Pages(height)
    for strip in strips:
        anchors = strip.anchors
        for i, (code, lines) in enumerate(zip(strip.codes, strip.lines, strict=True)):
            pages.put(code, lines, anchors.get(i))
    pages.end()
    return pages.page_of, pages.page

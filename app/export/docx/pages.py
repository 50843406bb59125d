"""Counts lines and pages, because the contents need page numbers before anybody opens the file.

Word updates the numbers when it is asked to; until then the cached ones should be right. Nothing
here knows fonts: the average width of a letter is enough, as errors of single lines even out.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from app.export import look
from app.export.blocks import Paragraph, ParagraphRole, Run, RunRole, Table

POINTS = 72 / 2.54
LINE_HEIGHT = 1.2207
"""Height of a line of Calibri at single spacing, as a part of its size."""
LETTER_WIDTH = 0.489
"""Width of an average letter of German text in Calibri, as a part of the size."""
BOLD = 1.035
LOST_AT_THE_END = 3.0
"""Letters of a line that stay empty because the next word does not fit."""

_PAGE = (look.PAGE_HEIGHT - look.MARGIN_TOP - look.MARGIN_BOTTOM) * POINTS
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


def _measure(style: look.ParagraphLook, width: float = look.TEXT_WIDTH) -> _Measure:
    in_table = style is look.PARAGRAPHS[ParagraphRole.TABLE_TEXT]
    letter = style.size * LETTER_WIDTH * (BOLD if style.bold else 1)
    letters = (width - style.left - style.right) * POINTS / letter
    return _Measure(
        line=style.size * LINE_HEIGHT * style.line,
        before=style.before,
        after=style.after,
        first_letters=letters,
        letters=letters - LOST_AT_THE_END,
        keep_next=style.keep_next,
        keep_lines=style.keep_lines or in_table,
    )


ROLES = tuple(ParagraphRole)
_CODES = {role: code for code, role in enumerate(ROLES)}
_MEASURES = [_measure(look.PARAGRAPHS[role]) for role in ROLES]
_BY_ROLE = {role: (_CODES[role], _MEASURES[_CODES[role]]) for role in ROLES}
_HEAD_LINE = _CODES[ParagraphRole.HEAD_LINE]
_CLOSE_UP = frozenset(code for role, code in _CODES.items() if look.PARAGRAPHS[role].close_up)
_FRAME = 13.5
"""What the rules around the head and their distance add to its height."""


class Strip:
    """Paragraphs with their number of lines, before anybody knows on which page they will be."""

    def __init__(self) -> None:
        self.codes = bytearray()
        self.lines = array("L")
        self.anchors: dict[int, str] = {}

    def add(self, block: Paragraph) -> None:
        """Measure a paragraph."""
        role, runs, anchor = block
        code, measure = _BY_ROLE[role]
        if anchor:
            self.anchors[len(self.codes)] = anchor
        letters = 0
        for run in runs:
            letters += len(run.text)
        if letters <= measure.first_letters and not _is_broken(runs):
            lines = 1
        else:
            lines = _lines(runs, measure)
        self.codes.append(code)
        self.lines.append(lines)

    def add_table(self, table: Table) -> None:
        """Measure the rows of a table, each as one paragraph."""
        self._add_row(ParagraphRole.TABLE_HEAD, 1)
        style = look.PARAGRAPHS[ParagraphRole.TABLE_TEXT]
        measures = [_measure(style, c.width - 2 * look.CELL_MARGIN) for c in table.columns]
        for row in table.rows:
            cells = zip(row, measures, strict=True)
            self._add_row(
                ParagraphRole.TABLE_TEXT,
                max(_lines((Run(RunRole.PLAIN, text),), measure) for text, measure in cells),
            )

    def add_contents(self, headings: Sequence[Paragraph]) -> None:
        """Measure a table of contents with an entry for each heading."""
        self.add(Paragraph(ParagraphRole.CONTENTS_TITLE, ()))
        for heading in headings:
            first_level = heading.role is ParagraphRole.HEADING
            role = ParagraphRole.CONTENTS_1 if first_level else ParagraphRole.CONTENTS_2
            self.add(Paragraph(role, heading.runs))

    def _add_row(self, role: ParagraphRole, lines: int) -> None:
        self.codes.append(_CODES[role])
        self.lines.append(lines)


def _is_broken(runs: tuple[Run, ...]) -> bool:
    return any("\n" in run.text for run in runs)


def _lines(runs: tuple[Run, ...], measure: _Measure) -> int:
    """How many lines the runs fill; what stands in the margin column takes no room."""
    in_margin = len(runs) > 1 and runs[1].text == "\t"
    text = "".join([run.text for run in (runs[2:] if in_margin else runs)])
    lines = 0
    for piece in text.split("\n"):
        fits = len(piece) <= measure.first_letters
        lines += 1 if fits else ceil(len(piece) / measure.letters)
    return lines


class _Pages:
    """Puts paragraphs onto pages the way Word does: chains, widows, kept lines."""

    def __init__(self) -> None:
        self.page = 1
        self.page_of: dict[str, int] = {}
        self._y = 0.0
        self._chain = 0.0
        """Height of the paragraphs that must stay with the next one."""
        self._chain_before = 0.0
        self._waiting: list[str] = []
        self._previous = -1

    def put(self, code: int, lines: int, anchor: str | None) -> None:
        measure = _MEASURES[code]
        before = measure.before if self._y > 0 else 0.0
        if code == self._previous and code in _CLOSE_UP:
            before -= measure.after
        if code == _HEAD_LINE != self._previous:
            before += _FRAME
        self._previous = code
        if anchor:
            self._waiting.append(anchor)
        height = before + lines * measure.line
        if measure.keep_next:
            self._chain_before = self._chain_before if self._chain else before
            self._chain += height + measure.after
            self._y += height + measure.after
            return
        begins_on = self._place(measure, before, lines)
        self._settle(begins_on)
        self._y += measure.after

    def end(self) -> None:
        """After the last paragraph: what still waits for a next one stands here."""
        self._settle(self.page)

    def _settle(self, page: int) -> None:
        self.page_of.update(dict.fromkeys(self._waiting, page))
        self._waiting.clear()
        self._chain = 0.0

    def _place(self, measure: _Measure, before: float, lines: int) -> int:
        """Put the lines here, divide them, or begin a new page with the chain before them.

        Returns the page on which they begin.
        """
        room = int((_PAGE - self._y - before) / measure.line)
        if room < self._least(measure, lines) and self._y > self._chain:
            self.page += 1
            self._y = self._chain - self._chain_before if self._chain else 0.0
            before = before if self._chain else 0.0
            room = int((_PAGE - self._y - before) / measure.line)
        begins_on = self.page
        self._y += before
        while lines > room > 0:
            here = max(min(room, lines - _MIN_LINES), 1)
            lines -= here
            self.page += 1
            self._y = 0.0
            room = int(_PAGE / measure.line)
        self._y += lines * measure.line
        return begins_on

    @staticmethod
    def _least(measure: _Measure, lines: int) -> int:
        """How many lines must fit for the paragraph to begin on this page."""
        whole = measure.keep_lines or lines < 2 * _MIN_LINES
        return lines if whole else _MIN_LINES


def count_pages(strips: Iterable[Strip]) -> tuple[dict[str, int], int]:
    """The page of each anchor and the number of pages."""
    pages = _Pages()
    for strip in strips:
        anchors = strip.anchors
        for i, (code, lines) in enumerate(zip(strip.codes, strip.lines, strict=True)):
            pages.put(code, lines, anchors.get(i))
    pages.end()
    return pages.page_of, pages.page

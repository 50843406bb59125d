"""Where the characters of the typed line stand in the text field that shows chips.

A chip is one object character in the field and several characters of the line. ``Folding`` holds
which ranges are chips and converts positions both ways. Positions of the field are Qt's (UTF-16
units), those of the line are indices of characters.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.entry import MARKS, Sign, Span
from app.domain.shorthand import ParsedLine
from app.domain.text import from_utf16, to_utf16

OBJECT = "\ufffc"
"""What Qt puts where an object stands."""


@dataclass(frozen=True, slots=True)
class Folding:
    """A line and the spans of it that are shown as chips, in order and apart from each other."""

    text: str = ""
    chips: tuple[Span, ...] = ()

    def shown(self) -> str:
        """What the field holds."""
        parts, at = [], 0
        for chip in self.chips:
            parts += [self.text[at : chip.start], OBJECT]
            at = chip.end
        return "".join([*parts, self.text[at:]])

    def to_field(self, index: int) -> int:
        """The field's position for an index of the line; inside a chip that before it."""
        shift = 0
        for chip in self.chips:
            if index <= chip.start:
                break
            end = min(index, chip.end)
            shift += to_utf16(self.text[chip.start : end], end - chip.start)
            shift -= 1 if index >= chip.end else 0
        return to_utf16(self.text, index) - shift

    def to_line(self, position: int) -> int:
        """The index in the line for a position of the field."""
        if not self.chips:
            return from_utf16(self.text, position)
        index = from_utf16(self.shown(), position)
        for chip in self.chips:
            if index <= chip.start:
                break
            index += chip.end - chip.start - 1
        return index

    def source(self, chip: Span) -> str:
        """What was typed for a chip."""
        return self.text[chip.start : chip.end]


def chips_to_show(
    parsed: ParsedLine,
    text: str,
    chosen: Sequence[Span],
    cursor: int | None,
    shown: Sequence[Span] = (),
) -> tuple[Span, ...]:
    """Which spans of a line are shown as chips while the cursor stands at ``cursor``.

    A name or theme may still be growing where the cursor is, so it becomes a chip when the cursor
    leaves it; a mark, a closed name (``kw:``) and a chosen proposal are complete at once. What is
    a chip stays one. The sign that closes a quote stays visible.
    """
    chips: list[Span] = []
    for span in parsed.spans:
        closing = span.what is Sign.VERBATIM and any(c.what is Sign.VERBATIM for c in chips)
        complete = (
            span in shown
            or span.what in MARKS
            or text[span.end - 1] == ":"
            or any(span.start <= c.start and c.end <= span.end for c in chosen)
        )
        if not closing and (complete or cursor is None or not span.start < cursor <= span.end):
            chips.append(span)
    return tuple(chips)

"""Text as large as its room allows, in lines of much the same length.

Lengths are units of the room view, see ``ui.room.look``.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from ui.room.look import SMALLEST, RoomLook

_LEADING = 1.18
_DASH = re.compile(" –")
"""A dash does not begin a line."""
_STEP = 4
"""Between one size and the next smaller one."""


@dataclass(frozen=True, slots=True)
class Lettering:
    """Lines of text in one font."""

    lines: tuple[str, ...]
    font: QFont
    line_height: float

    @property
    def height(self) -> float:
        """Of all lines."""
        return len(self.lines) * self.line_height

    @property
    def ascent(self) -> float:
        """From the top of the first line to what it stands on."""
        metrics = QFontMetricsF(self.font)
        return (self.line_height - metrics.height()) / 2 + metrics.ascent()


@dataclass(frozen=True, slots=True)
class Sizes:
    """From the largest size to the smallest, with at most so many lines; smaller if it must be."""

    largest: int
    smallest: int
    lines: int


def fitted(
    look: RoomLook, text: str, weight: int, width: float, height: float, sizes: Sizes
) -> Lettering:
    """The largest size at which ``text`` fits; what fits at no size ends in "…"."""
    for size in range(sizes.largest, SMALLEST - 1, -_STEP):
        font = look.font(size, weight)
        line_height = size * _LEADING
        room = int(height / line_height)
        most = min(sizes.lines, room) if size >= sizes.smallest else room
        lines = wrapped(text, font, width, whole_words=size > SMALLEST + _STEP)
        if lines is not None and len(lines) <= most:
            return Lettering(_balanced(text, font, width, lines), font, line_height)
    return cut(look, text, weight, SMALLEST, width, max(1, int(height / (SMALLEST * _LEADING))))


def cut(look: RoomLook, text: str, weight: int, size: int, width: float, lines: int) -> Lettering:
    """``text`` at one size, in at most so many lines."""
    font = look.font(size, weight)
    found = wrapped(text, font, width, whole_words=False) or ()
    if len(found) > lines:
        rest = " ".join(found[lines - 1 :])
        last = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
        found = (*found[: lines - 1], last)
    return Lettering(found, font, size * _LEADING)


def wrapped(text: str, font: QFont, width: float, *, whole_words: bool) -> tuple[str, ...] | None:
    """``text`` in lines no wider than ``width``; None if a word would have to be broken."""
    if whole_words:
        metrics = QFontMetricsF(font)
        if max(map(metrics.horizontalAdvance, text.split()), default=0) > width:
            return None
    found: list[str] = []
    for paragraph in text.splitlines():
        found += _lines(_DASH.sub("\N{NO-BREAK SPACE}–", paragraph), font, width)
    return tuple(found)


def _lines(text: str, font: QFont, width: float) -> Sequence[str]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append(text[line.textStart() : line.textStart() + line.textLength()].strip())
    layout.endLayout()
    return found


def _balanced(text: str, font: QFont, width: float, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same number of lines in the narrowest column that holds them."""
    if len(lines) == 1:
        return lines
    narrow, wide = 0.0, width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        found = wrapped(text, font, middle, whole_words=True)
        if found is not None and len(found) <= len(lines):
            lines, wide = found, middle
        else:
            narrow = middle
    return lines

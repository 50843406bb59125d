"""The colours of the program, light and dark, in one table.

Everything that has a colour – palette, style sheet, icons, painted rows – asks here, so that one
test over the table keeps the contrasts true. Names say what a colour is for, not how it looks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import cast

from PySide6.QtGui import QColor

from app.domain.vocabulary import StatementKind


class Tone(StrEnum):
    """Colour pairs of chips, badges and bands. ``SETTLED``, ``OPEN`` and ``ERROR`` are states."""

    OBSTACLE = "obstacle"
    ACTOR = "actor"
    IDEA = "idea"
    QUOTE = "quote"
    NEUTRAL = "neutral"

    SETTLED = IDEA
    OPEN = ACTOR
    ERROR = OBSTACLE


@dataclass(frozen=True, slots=True)
class Chip:
    """Text and icon colour on a ground colour."""

    ink: QColor
    ground: QColor


@dataclass(frozen=True, slots=True)
class Tokens:
    """All colours of one theme. ``on_primary`` is text on ``primary``, ``result`` star and bar."""

    paper: QColor
    surface: QColor
    sunk: QColor
    line: QColor
    control: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    primary: QColor
    on_primary: QColor
    hover: QColor
    tint: QColor
    focus: QColor
    mark: QColor
    result: QColor
    empty_star: QColor
    disabled: QColor
    chips: Mapping[Tone, Chip]
    is_dark: bool

    def chip(self, tone: Tone) -> Chip:
        """The colours of a chip or of a state."""
        return self.chips[tone]

    def color(self, name: str) -> QColor:
        """A colour by its name: a field (``"ink2"``) or the text colour of a tone (``"open"``)."""
        tone = _STATES.get(name)
        if tone is not None:
            return self.chips[tone].ink
        return cast(QColor, getattr(self, name))

    def names(self) -> tuple[str, ...]:
        """Names of the single colours, without the chips."""
        return tuple(f.name for f in fields(self) if f.name not in {"chips", "is_dark"})


_STATES: Mapping[str, Tone] = {
    "settled": Tone.SETTLED,
    "open": Tone.OPEN,
    "error": Tone.ERROR,
    **{tone.value: tone for tone in Tone},
}

_KIND_TONES: Mapping[StatementKind, Tone] = {
    StatementKind.OBSTACLE: Tone.OBSTACLE,
    StatementKind.CONDITION: Tone.OBSTACLE,
    StatementKind.ACTOR: Tone.ACTOR,
    StatementKind.POTENTIAL: Tone.IDEA,
    StatementKind.GOAL: Tone.IDEA,
}


def tone_of(kind: StatementKind) -> Tone:
    """The chip colour of a kind; ``remark`` has no chip, callers leave it out."""
    return _KIND_TONES.get(kind, Tone.NEUTRAL)


def _chips(table: Mapping[Tone, tuple[str, str]]) -> Mapping[Tone, Chip]:
    return {tone: Chip(QColor(ink), QColor(ground)) for tone, (ink, ground) in table.items()}


LIGHT = Tokens(
    paper=QColor("#F5F2EC"),
    surface=QColor("#FFFFFF"),
    sunk=QColor("#FBF9F5"),
    line=QColor("#E2DCD1"),
    control=QColor("#857C71"),
    ink=QColor("#1C2830"),
    ink2=QColor("#47545C"),
    ink3=QColor("#616D75"),
    primary=QColor("#0B5563"),
    on_primary=QColor("#FFFFFF"),
    hover=QColor("#08434E"),
    tint=QColor("#DFEDEE"),
    focus=QColor("#C2570C"),
    mark=QColor("#B26A00"),
    result=QColor("#B26A00"),
    empty_star=QColor("#857C71"),
    disabled=QColor("#857C71"),
    chips=_chips(
        {
            Tone.OBSTACLE: ("#9B2226", "#FBE3E1"),
            Tone.ACTOR: ("#7A4A00", "#FBE9CB"),
            Tone.IDEA: ("#1B5E3C", "#DFF0E6"),
            Tone.QUOTE: ("#553A8E", "#ECE6F7"),
            Tone.NEUTRAL: ("#1D4F91", "#E2ECF8"),
        }
    ),
    is_dark=False,
)

DARK = Tokens(
    paper=QColor("#12191D"),
    surface=QColor("#1B2429"),
    sunk=QColor("#161E23"),
    line=QColor("#2C383F"),
    control=QColor("#6E7C84"),
    ink=QColor("#E8EDEF"),
    ink2=QColor("#B4C0C6"),
    ink3=QColor("#93A1A8"),
    primary=QColor("#6CC5D1"),
    on_primary=QColor("#06282F"),
    hover=QColor("#8FD8E2"),
    tint=QColor("#163A42"),
    focus=QColor("#FFB36B"),
    mark=QColor("#B26A00"),
    result=QColor("#F2C27B"),
    empty_star=QColor("#93A1A8"),
    disabled=QColor("#6E7C84"),
    chips=_chips(
        {
            Tone.OBSTACLE: ("#F5A9A4", "#4A1C1C"),
            Tone.ACTOR: ("#F2C27B", "#3F2D0C"),
            Tone.IDEA: ("#8FD6AE", "#143524"),
            Tone.QUOTE: ("#C6B2F0", "#30244C"),
            Tone.NEUTRAL: ("#9CC3F5", "#182E4D"),
        }
    ),
    is_dark=True,
)


def contrast(first: QColor, second: QColor) -> float:
    """WCAG contrast ratio of two opaque colours, 1 to 21."""
    bright, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


_LINEAR_BELOW = 0.04045


def _luminance(color: QColor) -> float:
    def linear(channel: float) -> float:
        if channel <= _LINEAR_BELOW:
            return channel / 12.92
        return float(((channel + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in (color.redF(), color.greenF(), color.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

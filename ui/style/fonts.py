"""Inter in three static weights, and the roles of type the program uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtGui import QFont, QFontDatabase

from app.paths import resource

FAMILY = "Inter"
FONT_FILES = ("Inter-Regular.otf", "Inter-Medium.otf", "Inter-SemiBold.otf")

REGULAR = 400
MEDIUM = 500
SEMIBOLD = 600


class Role(StrEnum):
    """Roles of type; the value is also the ``role`` property of labels in the style sheet."""

    CHIP = "chip"
    CAPTION = "caption"
    """Meta text: 13, ink 3."""
    META = "meta"
    """Meta text where ink 3 is too pale, such as on tint: 13, ink 2."""
    LABEL = "label"
    """Above a field: 13 medium, ink 2."""
    SECTION = "section"
    """Above a group or list: 13 semibold, ink 2."""
    OVERLINE = "overline"
    """Above a heading: 13 semibold in primary."""
    BODY = "body"
    STRONG = "strong"
    STATEMENT = "statement"
    TITLE = "title"
    ENTRY = "entry"
    QUESTION_SMALL = "question-small"
    QUESTION = "question"
    DISPLAY = "display"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class Type:
    """Size in logical pixels at 100 %, weight, colour name in ``Tokens``."""

    size: int
    weight: int
    color: str = "ink"


TYPES: Mapping[Role, Type] = {
    Role.CHIP: Type(12, MEDIUM),
    Role.CAPTION: Type(13, REGULAR, "ink3"),
    Role.META: Type(13, REGULAR, "ink2"),
    Role.LABEL: Type(13, MEDIUM, "ink2"),
    Role.SECTION: Type(13, SEMIBOLD, "ink2"),
    Role.OVERLINE: Type(13, SEMIBOLD, "primary"),
    Role.BODY: Type(14, REGULAR),
    Role.STRONG: Type(14, SEMIBOLD),
    Role.STATEMENT: Type(15, REGULAR),
    Role.TITLE: Type(16, SEMIBOLD),
    Role.ENTRY: Type(16, REGULAR),
    Role.QUESTION_SMALL: Type(20, SEMIBOLD),
    Role.QUESTION: Type(25, SEMIBOLD),
    Role.DISPLAY: Type(30, SEMIBOLD),
    Role.CLOCK: Type(56, SEMIBOLD),
}

STATEMENT_LINE_HEIGHT = 1.35


def load_fonts() -> None:
    """Make Inter known to Qt; call before the first widget. Raises if a file is missing."""
    for name in FONT_FILES:
        if QFontDatabase.addApplicationFont(str(resource("fonts", name))) < 0:
            raise FileNotFoundError(resource("fonts", name))


def make_font(size: int, weight: int, *, tabular: bool = False) -> QFont:
    """Inter at ``size`` logical pixels; ``tabular`` gives all digits one width, for clocks."""
    font = QFont(FAMILY)
    font.setPixelSize(size)
    font.setWeight(QFont.Weight(weight))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font

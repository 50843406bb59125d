"""Photos of flipcharts and cards at a plan item, logos of a series, and what is said of them."""

from dataclasses import dataclass
from enum import StrEnum

MAX_CAPTION = 300
MAX_ALT_TEXT = 2_000
MAX_LOGOS = 8
LOGO_HEIGHT, MIN_LOGO_HEIGHT, MAX_LOGO_HEIGHT = 10, 5, 30
"""Of a logo on paper, in millimetres."""
LOGO_SIDE = 900
"""Pixels: enough for the width of a page at the height of a logo."""
MAX_LOGO_BYTES = 70_000
MAX_LOGO_BASE64 = 100_000
"""Letters of a logo in a session document, where it stands in its row."""


class MediaType(StrEnum):
    """The two forms in which photos are kept."""

    JPEG = "image/jpeg"
    PNG = "image/png"


@dataclass(frozen=True, slots=True)
class LogoView:
    """A logo of a series, without its content."""

    uid: str
    alt_text: str
    height_mm: int
    width: int
    height: int
    media_type: MediaType
    sha256: str


@dataclass(frozen=True, slots=True)
class PhotoView:
    """A photo without its content, which is asked for by itself (``PhotoService.content``)."""

    uid: str
    plan_item_uid: str
    number: int
    """Counted over the session from 1, in the order of plan and photos: "Foto 3"."""
    caption: str
    alt_text: str
    width: int
    height: int
    media_type: MediaType
    sha256: str

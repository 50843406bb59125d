"""Photos of flipcharts and cards at a plan item, and what may be said about them."""

from dataclasses import dataclass
from enum import StrEnum

MAX_CAPTION = 300
MAX_ALT_TEXT = 2_000


class MediaType(StrEnum):
    """The two forms in which photos are kept."""

    JPEG = "image/jpeg"
    PNG = "image/png"


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

"""Photos of flipcharts and cards at a plan item, and what may be said about them."""

from dataclasses import dataclass
from enum import StrEnum

from pydantic import Field

from app.domain.validated import Validated

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


class PhotoChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    caption: str = Field(default="", max_length=MAX_CAPTION)
    alt_text: str = Field(default="", max_length=MAX_ALT_TEXT)

"""Photos as they come in: changed."""

from pydantic import Field

from app.domain.photos import MAX_ALT_TEXT, MAX_CAPTION
from app.domain.validated import Validated


class PhotoChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    caption: str = Field(default="", max_length=MAX_CAPTION)
    alt_text: str = Field(default="", max_length=MAX_ALT_TEXT)

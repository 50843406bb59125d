"""Photos and logos as they come in: changed."""

from pydantic import Field

from app.domain.photos import (
    LOGO_HEIGHT,
    MAX_ALT_TEXT,
    MAX_CAPTION,
    MAX_LOGO_HEIGHT,
    MIN_LOGO_HEIGHT,
)
from app.domain.validated import Validated


class PhotoChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    caption: str = Field(default="", max_length=MAX_CAPTION)
    alt_text: str = Field(default="", max_length=MAX_ALT_TEXT)


class LogoChanges(Validated):
    """Fields to change; only those that are set are written (``model_fields_set``)."""

    alt_text: str = Field(default="", max_length=MAX_ALT_TEXT)
    height_mm: int = Field(default=LOGO_HEIGHT, ge=MIN_LOGO_HEIGHT, le=MAX_LOGO_HEIGHT)

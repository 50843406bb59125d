"""Text blocks as they come in."""

from pydantic import Field

from app.domain.text_blocks import MAX_BLOCK, MAX_BLOCK_NAME
from app.domain.validated import Validated


class TextBlockDraft(Validated):
    """A text block to add, or what one becomes."""

    name: str = Field(min_length=1, max_length=MAX_BLOCK_NAME)
    text: str = Field(min_length=1, max_length=MAX_BLOCK)

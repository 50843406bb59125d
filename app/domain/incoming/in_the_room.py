"""Hands counted and topics put off, as they come in."""

from pydantic import AwareDatetime, Field

from app.domain.in_the_room import MAX_TOPIC, MAX_WORDING
from app.domain.statements import MAX_COUNT
from app.domain.validated import Validated


class HandCountDraft(Validated):
    """What was asked, and how many raised their hands."""

    wording: str = Field(min_length=1, max_length=MAX_WORDING)
    agree: int = Field(default=0, ge=0, le=MAX_COUNT)
    disagree: int = Field(default=0, ge=0, le=MAX_COUNT)
    undecided: int = Field(default=0, ge=0, le=MAX_COUNT)
    counted_at: AwareDatetime | None = None
    """None: now, and as it was when an earlier count is corrected."""


class TopicDraft(Validated):
    """A topic for the parking lot."""

    text: str = Field(min_length=1, max_length=MAX_TOPIC)
    plan_item_uid: str | None = None
    draft_revision: int | None = None
    """Revision of the kept draft of the entry line, if it was typed there."""

"""Feedback as it comes in: entered by hand, and decided."""

import datetime as dt

from pydantic import Field

from app.domain.feedback import MAX_COMMENT, MAX_WHO
from app.domain.statements import MAX_TEXT
from app.domain.validated import Validated
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision, FeedbackWay


class FeedbackDraft(Validated):
    """An answer by phone, by mail or in person."""

    evidence: str = Field(min_length=1, max_length=50)
    """The number of the statement; one that went into another statement leads there."""
    participant_uid: str | None = None
    who: str = Field(default="", max_length=MAX_WHO)
    """Who it was, if nobody of the session."""
    way: FeedbackWay = FeedbackWay.PHONE
    given_on: dt.date
    answer: FeedbackAnswer = FeedbackAnswer.CHANGE
    wording: str = Field(default="", max_length=MAX_TEXT)
    comment: str = Field(default="", max_length=MAX_COMMENT)
    draft_revision: int | None = None
    """The draft that ends with it."""


class DecisionDraft(Validated):
    """What becomes of an answer."""

    decision: FeedbackDecision
    reason: str = Field(default="", max_length=MAX_COMMENT)
    wording: str = Field(default="", max_length=MAX_TEXT)
    """What the statement shall say, if not what was proposed."""

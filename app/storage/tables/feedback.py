"""What participants answered to the minutes, and what became of it."""

import datetime as dt

from sqlmodel import Field

from app.storage.tables.base import TravellingRow


class FeedbackRow(TravellingRow, table=True):
    """An answer to one statement. ``decision`` is empty as long as nobody has decided.

    ``evidence`` is the number that was answered to: it stays when the statement does not.
    """

    __tablename__ = "feedback"

    session_id: int = Field(foreign_key="dialogue_session.id", index=True)
    statement_id: int | None = Field(default=None, foreign_key="statement.id", index=True)
    participant_id: int | None = Field(default=None, foreign_key="participant.id", index=True)
    evidence: str
    who: str
    """As it was written; a participant is called as in the list of participants."""
    way: str
    given_on: dt.date
    answer: str
    wording: str
    comment: str
    tracked: bool
    """Whether the new wording came from changes that Word had tracked."""
    decision: str | None = None
    reason: str
    decided_at: dt.datetime | None = None
    form: str
    """Which form it came with, so that reading the same one twice adds nothing."""

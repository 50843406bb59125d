"""A wish that something said be gone for good, as it is written down until it is carried out.

It names rows and never what they say: the note itself must give nothing away.
"""

import datetime as dt
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from app.domain.answer_drafts import answer_slot, by_hand_slot, decision_slot
from app.domain.vocabulary import Outcome

LINE = "entry"
"""The slot of the line being typed; what is changed in a row is kept as ``edit:`` and its uid."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be gone. Everything made before ``since`` cannot hold it."""

    session_uid: str
    since: dt.datetime
    statements: tuple[str, ...] = ()
    next_steps: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()
    """Feedback about these statements, which says how they should read."""
    related: tuple[str, ...] = ()
    """Statements that stay, but whose earlier wordings hold what goes."""
    rebuild: bool = False
    """Whether the search index may hold pieces of it that only a new one does not."""

    def to_data(self) -> dict[str, Any]:
        """As JSON can hold it."""
        return {**asdict(self), "since": self.since.isoformat()}

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "Wish":
        """What ``to_data`` made."""
        names = ("statements", "next_steps", "answers", "related")
        lists = {name: tuple(data[name]) for name in names}
        return cls(
            session_uid=data["session_uid"],
            since=dt.datetime.fromisoformat(data["since"]),
            rebuild=data["rebuild"],
            **lists,
        )

    @property
    def edits(self) -> tuple[str, ...]:
        """The drafts of changes of these statements, and of answers to them."""
        uids = (*self.statements, *self.related)
        answers = (answer_slot(outcome, uid) for uid in uids for outcome in Outcome)
        by_hand = map(by_hand_slot, uids)
        decisions = map(decision_slot, self.answers)
        return (*(f"edit:{uid}" for uid in uids), *answers, *by_hand, *decisions)

    @property
    def slots(self) -> tuple[str, ...]:
        """The drafts that may hold it; in the line it stood when it was typed."""
        return (LINE, *self.edits)


@dataclass(frozen=True, slots=True)
class Settled:
    """How far a wish was carried out beyond the session itself."""

    backups: int = 0
    """Copies that held it and do not any more."""
    left: tuple[Path, ...] = field(default=())
    """Files that still hold it, because they could not be changed."""
    put_off: bool = False
    """Free space of a large database is only cleaned when the window closes."""

"""What happens in the room beside the statements: hands counted, and topics put off."""

import datetime as dt
from dataclasses import dataclass

MAX_WORDING = 2_000
MAX_TOPIC = 5_000


@dataclass(frozen=True, slots=True)
class HandCountView:
    """Stimmungsbild: what was asked under a plan item, and how many raised their hands."""

    uid: str
    plan_item_uid: str
    wording: str
    agree: int
    disagree: int
    undecided: int
    counted_at: dt.datetime
    """Aware UTC."""


@dataclass(frozen=True, slots=True)
class ParkedTopicView:
    """A topic of the Themenparkplatz.

    ``plan_item_uid`` is the item under which it came up; None: none, or it was removed.
    """

    uid: str
    plan_item_uid: str | None
    text: str
    settled: bool = False
    """Nothing more to do: it goes into no later session."""

"""Times in which nothing is taken down because somebody asked for it."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

REMIND_EVERY = dt.timedelta(minutes=5)
"""How often somebody is reminded that nothing is taken down."""
MOST_BACK = 5
"""So many statements that were recorded last can be taken out together."""


@dataclass(frozen=True, slots=True)
class OffRecordView:
    """A passage off the record. It stands under the plan item at which it began."""

    uid: str
    plan_item_uid: str
    started_at: dt.datetime
    ended_at: dt.datetime | None
    """None: it goes on."""
    printed: bool
    """Whether the minutes say that there was such a passage."""

    def minutes(self, now: dt.datetime) -> int:
        """How many whole minutes it has lasted, or did last."""
        return max(0, int(((self.ended_at or now) - self.started_at) / dt.timedelta(minutes=1)))


def going_on(passages: Iterable[OffRecordView]) -> OffRecordView | None:
    """The passage that has not ended, if there is one."""
    return next((passage for passage in passages if passage.ended_at is None), None)

"""Plan items for tests of pure rules, with everything defaulted."""

import datetime as dt
from dataclasses import replace

from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind, Reading, StatementKind

_ITEM = PlanItemView(
    uid="",
    kind=PlanItemKind.QUESTION,
    title="Anlass",
    text="Was war der Anlass?",
    number=1,
    minutes=10,
    min_minutes=0,
    protected=False,
    pinned_start=None,
    identity="",
    statement_kind=StatementKind.REASON,
    kinds_offered=(),
    reading=Reading.NONE,
    prompts=(),
    notes="",
    summary="",
    speaker="",
    organisation="",
    started_at=None,
    ended_at=None,
    statement_count=0,
    result_count=0,
)


def plan_item(
    uid: str,
    minutes: int = 10,
    *,
    pinned: dt.time | None = None,
    started: dt.datetime | None = None,
    ended: dt.datetime | None = None,
) -> PlanItemView:
    """One item as far as times matter."""
    return replace(
        _ITEM, uid=uid, minutes=minutes, pinned_start=pinned, started_at=started, ended_at=ended
    )

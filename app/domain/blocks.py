"""Questions that run as one block: one clock, one step forward, each with its own statements.

Items that carry the same ``block`` belong together, wherever they stand in the plan. The first of
them leads: the block runs in its place and takes the minutes of all of them together.
"""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.plan import PlanItemView


def members(items: Sequence[PlanItemView], uid: str) -> tuple[PlanItemView, ...]:
    """The items that run together with this one, in order and with it; mostly it alone."""
    item = next(item for item in items if item.uid == uid)
    if not item.block:
        return (item,)
    return tuple(each for each in items if each.block == item.block)


def leader(items: Sequence[PlanItemView], uid: str) -> PlanItemView:
    """The item in whose place this one runs; mostly itself."""
    return members(items, uid)[0]


def leaders(items: Sequence[PlanItemView]) -> dict[str, PlanItemView]:
    """For each item the one in whose place it runs."""
    first: dict[str, PlanItemView] = {}
    return {item.uid: first.setdefault(item.block, item) if item.block else item for item in items}


def folded(items: Sequence[PlanItemView]) -> tuple[PlanItemView, ...]:
    """The plan as it runs: of each block one item, with the minutes of all."""
    led = leaders(items)
    return tuple(_whole(items, item) for item in items if led[item.uid] is item)


def shared_out(together: Sequence[PlanItemView], minutes: int) -> dict[str, int]:
    """The minutes of a block, shared among its items as they were planned."""
    planned = sum(item.minutes for item in together) or len(together)
    shares, given, reached = {}, 0, 0
    for item in together:
        reached += item.minutes if any(each.minutes for each in together) else 1
        shares[item.uid] = round(minutes * reached / planned) - given
        given += shares[item.uid]
    return shares


def _whole(items: Sequence[PlanItemView], lead: PlanItemView) -> PlanItemView:
    together = members(items, lead.uid)
    if len(together) == 1:
        return lead
    decided = any(item.minutes_now is not None or item.in_writing for item in together)
    return replace(
        lead,
        minutes=sum(item.minutes for item in together),
        min_minutes=sum(item.min_minutes for item in together),
        minutes_now=sum(item.time_given for item in together) if decided else None,
        in_writing=all(item.in_writing for item in together),
        protected=any(item.protected for item in together),
        optional=all(item.optional for item in together),
    )

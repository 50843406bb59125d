"""Planned and actual minutes, where somebody wants them in the minutes."""

import datetime as dt
from collections.abc import Iterator

from app.domain.blocks import folded, members
from app.domain.plan import PlanItemView
from app.export.blocks import Block, Column, Table
from app.export.look import TEXT_WIDTH
from app.export.minutes_context import Context, one_line

_NARROW = 3.0


def times(context: Context) -> Iterator[Block]:
    """A table of the items that took place; items that ran as one stand in one row."""
    rows = [
        (_title(context, item), str(item.minutes), str(_actual(item)))
        for item in folded(context.record.items)
        if item.started_at and item.ended_at
    ]
    if not rows or not context.options.durations:
        return
    say = context.words.say
    yield context.heading(say("minutes.times.heading"), "times")
    yield Table(
        columns=(
            Column(say("minutes.times.item"), round(TEXT_WIDTH - 2 * _NARROW, 2)),
            Column(say("minutes.times.planned"), _NARROW),
            Column(say("minutes.times.actual"), _NARROW),
        ),
        rows=tuple(rows),
        caption=say("minutes.times.heading"),
        description=say("minutes.times.description"),
    )


def _title(context: Context, item: PlanItemView) -> str:
    together = members(context.record.items, item.uid)
    return ", ".join(one_line(each.title) for each in together)


def _actual(item: PlanItemView) -> int:
    """Pauses of the clock do not count."""
    assert item.ended_at is not None  # noqa: S101 - only items that ended are asked
    return round(item.time_held(item.ended_at) / dt.timedelta(minutes=1))

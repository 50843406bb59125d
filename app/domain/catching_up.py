"""Time runs over: up to three ways to end on time, and what else a room can agree on.

Each way says which items to come would take how many minutes, and when the session would end.
The rules, in this order:

* Presentations and the break give their minutes first, down to their minimum.
* What is still missing comes from the questions and other items: from all of them a little
  (``EVENLY``), from the next ones (``NEXT_FIRST``), or by leaving out what is optional
  (``LEAVE_OUT``).
* A protected item keeps its minutes. No item gets less than its minimum; where none is set, five
  minutes or what it had are the minimum.
* A pinned start holds: what comes before it is shortened until it can begin on time.

Where that is not enough the way says by how many minutes the session still runs over. Two more
answers stand beside the ways: to end later, and to hand one question in in writing.
"""

import datetime as dt
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.plan import PlanItemView
from app.domain.schedule import Coming, Progress, Schedule, forecast, pinned_moment
from app.domain.vocabulary import PlanItemKind

LEAST_MINUTES = 5
"""An item without a minimum of its own is not made shorter than this."""

_GIVE_FIRST = (PlanItemKind.PRESENTATION, PlanItemKind.BREAK)

Minutes = dict[str, int]


class WayKind(StrEnum):
    """How a way comes to its minutes."""

    EVENLY = "evenly"
    NEXT_FIRST = "next_first"
    LEAVE_OUT = "leave_out"
    IN_WRITING = "in_writing"
    LATER = "later"


@dataclass(frozen=True, slots=True)
class Way:
    """One answer to running over. Minutes are of items to come, by uid; 0: left out."""

    kind: WayKind
    items: tuple[PlanItemView, ...]
    """The items to come as they are now."""
    coming: tuple[Coming, ...]
    """The items that take place this way, with their times."""
    end: dt.datetime
    over: int
    """Minutes the session would still run over what was agreed; mostly 0."""
    minutes: Mapping[str, int] = field(default_factory=dict)
    """New minutes of the items that change."""
    in_writing: str = ""
    """The question that is handed in in writing."""

    @property
    def shortened(self) -> tuple[tuple[PlanItemView, int], ...]:
        """The items that change, with their new minutes, in the order of the plan."""
        return tuple(
            (item, self.minutes[item.uid]) for item in self.items if item.uid in self.minutes
        )

    @property
    def kept(self) -> tuple[PlanItemView, ...]:
        """The protected items that keep their minutes."""
        return tuple(
            each.item
            for each in self.coming
            if each.item.protected and each.item.uid not in self.minutes
        )


def ways(state: Progress, schedule: Schedule, deadline: dt.datetime) -> tuple[Way, ...]:
    """What can be done about running over ``deadline`` or past a pinned start.

    Nothing if the session does neither. The first up to three keep to the end; then come a
    question in writing, if there is one to spare, and a later end.
    """
    items = tuple(each.item for each in state.coming)
    planner = _Planner(items, schedule, deadline, state.free)
    too_long = state.expected_end > deadline
    if not items or not (too_long or planner.misses_a_pin(state.coming)):
        return ()
    found: list[Way] = []
    for way in (
        planner.way(WayKind.EVENLY, planner.evenly),
        planner.way(WayKind.NEXT_FIRST, planner.next_first),
        planner.leaving_out(),
    ):
        if way and way.minutes and all(way.minutes != other.minutes for other in found):
            found.append(way)
    found.extend(filter(None, (planner.in_writing(),)))
    return (*found, planner.later(state.expected_end)) if too_long else tuple(found)


def least(item: PlanItemView) -> int:
    """How short an item may become."""
    now = item.time_given
    if item.protected:
        return now
    return min(now, item.min_minutes or LEAST_MINUTES)


def minutes_over(end: dt.datetime, deadline: dt.datetime) -> int:
    """Begun minutes from ``deadline`` to ``end``; 0 if it holds."""
    return max(0, math.ceil((end - deadline) / dt.timedelta(minutes=1)))


class _Planner:
    """Shortens the items to come until pinned starts and the end hold, as far as that goes."""

    def __init__(
        self,
        items: Sequence[PlanItemView],
        schedule: Schedule,
        deadline: dt.datetime,
        free: dt.datetime,
    ) -> None:
        self._items = tuple(items)
        self._schedule = schedule
        self._deadline = deadline
        self._free = free

    def way(self, kind: WayKind, rule: "Rule") -> Way:
        return self._as_way(kind, self._shorten(self._items, rule))

    def misses_a_pin(self, coming: Iterable[Coming]) -> bool:
        """Whether a pinned start that could be kept would not be."""
        return any((self._pin(each.item) or each.start) < each.start for each in coming)

    def leaving_out(self) -> Way | None:
        """Optional items go, the last first, until the rest can be done by shortening breaks."""
        items, gone = list(self._items), {}
        for item in reversed(self._items):
            if item.optional and not item.protected and self._over(items):
                items.remove(item)
                gone[item.uid] = 0
        if not gone:
            return None
        return self._as_way(WayKind.LEAVE_OUT, gone | self._shorten(items, self.evenly))

    def in_writing(self) -> Way | None:
        """The last question that is not protected is answered in writing."""
        questions = [
            item
            for item in self._items
            if item.kind is PlanItemKind.QUESTION and not item.protected and not item.block
        ]
        if not questions:
            return None
        spared = questions[-1]
        others = [item for item in self._items if item is not spared]
        way = self._as_way(WayKind.IN_WRITING, {spared.uid: 0} | self._shorten(others, self.evenly))
        minutes = {uid: minutes for uid, minutes in way.minutes.items() if uid != spared.uid}
        return replace(way, minutes=minutes, in_writing=spared.uid)

    def later(self, end: dt.datetime) -> Way:
        """Everything keeps its minutes; the end is where the plan leads, on full five minutes."""
        coming = forecast(self._free, self._items, self._schedule)
        return Way(WayKind.LATER, self._items, coming, _next_five_minutes(end), 0)

    # -- rules: how a lack of minutes is shared among items of one stretch ----------------------

    def evenly(self, room: Minutes, lack: int) -> Minutes:
        """From each in proportion to what it can give."""
        whole = sum(room.values())
        cuts = {uid: lack * minutes // whole for uid, minutes in room.items()}
        for uid in sorted(room, key=lambda uid: cuts[uid] - lack * room[uid] / whole):
            if sum(cuts.values()) < lack and cuts[uid] < room[uid]:
                cuts[uid] += 1
        return cuts

    def next_first(self, room: Minutes, lack: int) -> Minutes:
        """From the next one all it can give, then from the one after it."""
        cuts = {}
        for uid, minutes in room.items():
            cuts[uid] = min(minutes, lack)
            lack -= cuts[uid]
        return cuts

    # -- inside ----------------------------------------------------------------------------------

    def _as_way(self, kind: WayKind, minutes: Minutes) -> Way:
        after = [_with(item, minutes) for item in self._items]
        coming = forecast(self._free, after, self._schedule)
        end = max((each.end for each in coming), default=self._free)
        over = minutes_over(end, self._deadline)
        return Way(kind, self._items, coming, end, over, minutes)

    def _over(self, items: Iterable[PlanItemView]) -> bool:
        coming = forecast(self._free, list(items), self._schedule)
        return bool(coming) and coming[-1].end > self._deadline

    def _shorten(self, items: Sequence[PlanItemView], rule: "Rule") -> Minutes:
        """New minutes of the items that change, stretch by stretch up to the next pinned start."""
        minutes: Minutes = {}
        now = self._free
        for stretch, limit in self._stretches(items):
            now = max(now, self._pin(stretch[0]) or now)
            end = now + dt.timedelta(minutes=sum(item.time_given for item in stretch))
            cuts = _cuts(stretch, minutes_over(end, limit), rule)
            minutes |= {
                item.uid: item.time_given - cuts[item.uid] for item in stretch if item.uid in cuts
            }
            now = end - dt.timedelta(minutes=sum(cuts.values()))
        return minutes

    def _stretches(
        self, items: Sequence[PlanItemView]
    ) -> list[tuple[list[PlanItemView], dt.datetime]]:
        """The items between two pinned starts, each with when they have to be over."""
        found: list[tuple[list[PlanItemView], dt.datetime]] = []
        for item in reversed(items):
            limit = self._deadline
            if found:
                first = found[-1][0][0]
                pinned = self._pin(first)
                if pinned is None:
                    found[-1][0].insert(0, item)
                    continue
                limit = min(pinned, found[-1][1])
            found.append(([item], limit))
        return found[::-1]

    def _pin(self, item: PlanItemView) -> dt.datetime | None:
        """A pinned start that can still be kept."""
        pinned = pinned_moment(item, self._schedule)
        return pinned if pinned and pinned >= self._free else None


Rule = Callable[[Minutes, int], Minutes]


def _cuts(items: Sequence[PlanItemView], lack: int, rule: Rule) -> Minutes:
    """What is taken from whom: first from presentations and breaks, then by the rule."""
    room = {item.uid: item.time_given - least(item) for item in items}
    room = {uid: minutes for uid, minutes in room.items() if minutes > 0}
    first = {item.uid for item in items if item.kind in _GIVE_FIRST}
    cuts: Minutes = {}
    for givers in (
        {uid: minutes for uid, minutes in room.items() if uid in first},
        {uid: minutes for uid, minutes in room.items() if uid not in first},
    ):
        taken = min(lack, sum(givers.values()))
        if taken:
            cuts |= {uid: cut for uid, cut in rule(givers, taken).items() if cut}
            lack -= taken
    return cuts


def _with(item: PlanItemView, minutes: Minutes) -> PlanItemView:
    return replace(item, minutes_now=minutes[item.uid]) if item.uid in minutes else item


def _next_five_minutes(moment: dt.datetime) -> dt.datetime:
    """The next full five minutes: nobody agrees to end at 20:07."""
    full = moment.replace(second=0, microsecond=0)
    full += dt.timedelta(minutes=-full.minute % 5)
    return full if full >= moment else full + dt.timedelta(minutes=5)

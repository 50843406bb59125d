"""The speakers list: who is waiting, and who is proposed next, with the reason.

Four orders (``SpeakingOrder``), all of them pure functions of the list:

* as they come: the list from top to bottom, also after it was sorted by hand;
* balanced: who had the fewest turns, of those the earliest request;
* first speakers: who has not spoken yet, then the others, each as they came;
* quota: whoever belongs to the group that had the fewest turns. People without a group are one,
  too. Soft: a group in which nobody waits holds nobody up.

A point of order goes before a direct reply, and that before everything else. Nobody waits for
ever: who was overtaken ``PATIENCE`` times by later requests is next, whatever the order says and
whoever would go before. So at most as many turns pass as requests were made earlier, and
``PATIENCE`` more. Only a list that is sorted by hand may be less fair.
"""

import datetime as dt
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.vocabulary import RequestKind, SpeakingOrder, SpeakingReason

PATIENCE = 3
"""So often later requests may go before an earlier one."""

MAX_GROUP_NAME = 60

_RANKS = {
    RequestKind.POINT_OF_ORDER: 0,
    RequestKind.DIRECT_REPLY: 1,
    RequestKind.CONTRIBUTION: 2,
}
_GOES_BEFORE = {
    RequestKind.POINT_OF_ORDER: SpeakingReason.POINT_OF_ORDER,
    RequestKind.DIRECT_REPLY: SpeakingReason.DIRECT_REPLY,
}


@dataclass(frozen=True, slots=True)
class SpeakingRequestView:
    """Somebody who asked for the floor: waiting, speaking or done."""

    uid: str
    participant_uid: str
    name: str
    organisation: str
    kind: RequestKind
    number: int
    """Counts the requests of the session: who asked earlier has a smaller one."""
    plan_item_uid: str | None = None
    """What ran when the floor was given."""
    started_at: dt.datetime | None = None
    ended_at: dt.datetime | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the floor is still to be given."""
        return self.started_at is None

    @property
    def is_speaking(self) -> bool:
        """Whether somebody has the floor now."""
        return self.started_at is not None and self.ended_at is None

    def spoken(self, now: dt.datetime) -> dt.timedelta:
        """How long the turn took, or has taken so far."""
        if self.started_at is None:
            return dt.timedelta()
        return max((self.ended_at or now) - self.started_at, dt.timedelta())


@dataclass(frozen=True, slots=True)
class SpeakersList:
    """The speakers list of a session; ``requests`` stand as they would speak, if by list."""

    order: SpeakingOrder = SpeakingOrder.AS_THEY_COME
    groups: Mapping[str, str] = field(default_factory=dict)
    """Name of the group by participant; freely defined."""
    requests: tuple[SpeakingRequestView, ...] = ()

    @property
    def waiting(self) -> tuple[SpeakingRequestView, ...]:
        """Who waits, as the list stands."""
        return tuple(request for request in self.requests if request.is_waiting)

    @property
    def speaking(self) -> SpeakingRequestView | None:
        """Who has the floor."""
        return next((request for request in self.requests if request.is_speaking), None)

    @property
    def turns(self) -> tuple[SpeakingRequestView, ...]:
        """Everything that was begun, in no special order."""
        return tuple(request for request in self.requests if not request.is_waiting)


@dataclass(frozen=True, slots=True)
class Proposal:
    """A waiting request at its place, and why it has that place."""

    request: SpeakingRequestView
    reason: SpeakingReason
    values: Mapping[str, object] = field(default_factory=dict)
    """What the words of the reason need: ``count``, ``group``."""


def line_up(speakers: SpeakersList) -> tuple[Proposal, ...]:
    """Everybody who waits in the proposed order; the first one is next.

    The order is what comes to pass if nobody else asks and every turn is taken as proposed.
    """
    waiting = list(speakers.waiting)
    standing = _Standing(speakers)
    found = []
    while waiting:
        proposal = standing.proposal(waiting)
        standing.take(proposal.request, waiting)
        waiting.remove(proposal.request)
        found.append(proposal)
    return tuple(found)


def place_for(kind: RequestKind, speakers: SpeakersList) -> int:
    """Where among those waiting a new request goes: at the end, or before who must wait for it.

    Nobody who was overtaken ``PATIENCE`` times is overtaken once more.
    """
    waiting = speakers.waiting
    if kind is RequestKind.CONTRIBUTION:
        return len(waiting)
    place = 0
    for at, request in enumerate(waiting):
        overtaken = _later(request, speakers.turns) + _later(request, waiting[:at])
        if _RANKS[request.kind] <= _RANKS[kind] or overtaken >= PATIENCE:
            place = at + 1
    return place


class _Standing:
    """Turns so far, counted on while the order is worked out."""

    def __init__(self, speakers: SpeakersList) -> None:
        self._speakers = speakers
        self._turns: Counter[str] = Counter()
        self._groups: Counter[str] = Counter()
        for turn in speakers.turns:
            self._count(turn)
        waiting = speakers.waiting
        self._overtaken = {each.uid: _later(each, speakers.turns) for each in waiting}

    def proposal(self, waiting: Sequence[SpeakingRequestView]) -> Proposal:
        """Who of those waiting is next."""
        if self._speakers.order is SpeakingOrder.AS_THEY_COME:
            return _by_list(waiting)
        chosen = min(waiting, key=self._key)
        return self._because(chosen, waiting)

    def take(self, request: SpeakingRequestView, waiting: Sequence[SpeakingRequestView]) -> None:
        """The floor is given to this one."""
        self._count(request)
        for each in waiting:
            self._overtaken[each.uid] += each.number < request.number

    def _count(self, request: SpeakingRequestView) -> None:
        if request.kind is not RequestKind.POINT_OF_ORDER:  # it is about the talk, not part of it
            self._turns[request.participant_uid] += 1
            self._groups[self._group(request)] += 1

    def _group(self, request: SpeakingRequestView) -> str:
        return self._speakers.groups.get(request.participant_uid, "")

    def _is_overdue(self, request: SpeakingRequestView) -> bool:
        return self._overtaken[request.uid] >= PATIENCE

    def _key(self, request: SpeakingRequestView) -> tuple[int, ...]:
        if self._is_overdue(request):
            return (0, request.number)
        return (1, _RANKS[request.kind], self._measure(request), request.number)

    def _measure(self, request: SpeakingRequestView) -> int:
        """What the order goes by; less is earlier."""
        if self._speakers.order is SpeakingOrder.QUOTA:
            return self._groups[self._group(request)]
        turns = self._turns[request.participant_uid]
        return turns if self._speakers.order is SpeakingOrder.BALANCED else min(turns, 1)

    def _because(
        self, chosen: SpeakingRequestView, waiting: Sequence[SpeakingRequestView]
    ) -> Proposal:
        if len(waiting) == 1:
            return Proposal(chosen, SpeakingReason.ALONE)
        if self._is_overdue(chosen):
            count = self._overtaken[chosen.uid]
            return Proposal(chosen, SpeakingReason.OVERTAKEN, {"count": count})
        if chosen.kind in _GOES_BEFORE:
            return Proposal(chosen, _GOES_BEFORE[chosen.kind])
        measure = self._measure(chosen)
        if all(self._measure(each) == measure for each in waiting):
            return Proposal(chosen, SpeakingReason.FIRST_COME)
        return self._by_measure(chosen, measure)

    def _by_measure(self, chosen: SpeakingRequestView, measure: int) -> Proposal:
        if self._speakers.order is SpeakingOrder.QUOTA:
            group = self._group(chosen)
            reason = SpeakingReason.GROUP if group else SpeakingReason.NO_GROUP
            return Proposal(chosen, reason, {"count": measure, "group": group})
        if not measure:
            return Proposal(chosen, SpeakingReason.NOT_YET)
        return Proposal(chosen, SpeakingReason.FEWEST_TURNS, {"count": measure})


def _by_list(waiting: Sequence[SpeakingRequestView]) -> Proposal:
    first = waiting[0]
    if len(waiting) == 1:
        return Proposal(first, SpeakingReason.ALONE)
    if first.kind in _GOES_BEFORE:
        return Proposal(first, _GOES_BEFORE[first.kind])
    earliest = all(first.number <= each.number for each in waiting)
    return Proposal(first, SpeakingReason.FIRST_COME if earliest else SpeakingReason.IN_LINE)


def _later(request: SpeakingRequestView, others: Sequence[SpeakingRequestView]) -> int:
    """How many of the others asked later."""
    return sum(other.number > request.number for other in others)

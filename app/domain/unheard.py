"""Who has not been heard: for the facilitator's eyes, read from turns and from the statements.

Somebody has spoken who had the floor or to whom a statement is attributed. What was recorded
without a person counts for nobody.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.domain.people import ParticipantView
from app.domain.presence import Attendance, counts_as_present, was_checked
from app.domain.speakers import SpeakersList
from app.domain.vocabulary import OrganisationKind

ENOUGH = 5 * 60
"""Seconds: of the first turns alone, shares of time would mislead."""

_Name = TypeVar("_Name", OrganisationKind, str)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of what was said came from one kind of organisation, in per cent."""

    kind: OrganisationKind | None
    percent: int


@dataclass(frozen=True, slots=True)
class Unheard:
    """The quiet part of the room. ``by_time`` tells what the shares are of: time or statements."""

    people: tuple[ParticipantView, ...]
    """Who has not spoken at all, in the order of the list."""
    shares: tuple[Share, ...]
    """Largest first; kinds that are in the room and said nothing are last, with 0."""
    by_time: bool
    kinds: tuple[OrganisationKind, ...]
    """In the room, but not yet heard on this question."""
    groups: tuple[str, ...]
    """The freely defined groups of which that is true."""
    grouped: bool
    """Whether of anybody in the room a kind or a group is known: else none can be missing."""


@dataclass(frozen=True, slots=True)
class Said:
    """Somebody said something under an item of the plan."""

    participant_uid: str
    plan_item_uid: str


def unheard(
    participants: Sequence[ParticipantView],
    statements: Collection[Said],
    speakers: SpeakersList,
    *,
    plan_item_uid: str,
    now: dt.datetime,
) -> Unheard:
    """Who of those in the room has not been heard, at all and on the item ``plan_item_uid``."""
    checked = was_checked([each.attendance for each in participants])
    room = [each for each in participants if _is_here(each.attendance, checked=checked)]
    turns = [Said(turn.participant_uid, turn.plan_item_uid or "") for turn in speakers.turns]
    everything = [*statements, *turns]
    heard = {said.participant_uid for said in everything}
    here = {said.participant_uid for said in everything if said.plan_item_uid == plan_item_uid}
    kinds = {each.uid: each.organisation_kind for each in room}
    groups = {uid: name for uid, name in speakers.groups.items() if uid in kinds}
    seconds = seconds_spoken(speakers, now)
    by_time = seconds.total() >= ENOUGH
    return Unheard(
        people=tuple(each for each in room if each.uid not in heard),
        shares=_shares(
            participants,
            kinds,
            seconds if by_time else Counter(said.participant_uid for said in statements),
        ),
        by_time=by_time,
        kinds=_silent(kinds, here),
        groups=_silent(groups, here),
        grouped=bool(groups) or any(kinds.values()),
    )


def seconds_spoken(speakers: SpeakersList, now: dt.datetime) -> Counter[str]:
    """How long each participant has spoken."""
    found: Counter[str] = Counter()
    for turn in speakers.turns:
        found[turn.participant_uid] += round(turn.spoken(now).total_seconds())
    return found


def _is_here(attendance: Attendance, *, checked: bool) -> bool:
    """Whether somebody could be asked now."""
    return attendance.left_at is None and counts_as_present(attendance, checked=checked)


def _shares(
    participants: Sequence[ParticipantView],
    room: Mapping[str, OrganisationKind | None],
    amounts: Counter[str],
) -> tuple[Share, ...]:
    """The share of each kind that is in the room, or was and has spoken."""
    by_kind: Counter[OrganisationKind | None] = Counter(dict.fromkeys(room.values(), 0))
    for each in participants:
        if amounts[each.uid]:
            by_kind[each.organisation_kind] += amounts[each.uid]
    total = by_kind.total()
    if not total:
        return ()
    return tuple(Share(kind, round(100 * n / total)) for kind, n in by_kind.most_common())


def _silent(names: Mapping[str, _Name | None], here: Collection[str]) -> tuple[_Name, ...]:
    """The names of which nobody is ``here``."""
    heard = {name for uid, name in names.items() if uid in here}
    return tuple(dict.fromkeys(n for n in names.values() if n is not None and n not in heard))

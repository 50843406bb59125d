"""Shares of the talk per kind of organisation that may leave the machine: they point to nobody.

A kind of fewer than three people has no row of its own. All such kinds are one row, and as long as
that stands for fewer than three people the smallest of the others joins it.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from app.domain.minutes_review import FEW_PEOPLE
from app.domain.people import ParticipantView
from app.domain.presence import counts_as_present, was_checked
from app.domain.speakers import SpeakersList
from app.domain.unheard import ENOUGH, Said, seconds_spoken
from app.domain.vocabulary import OrganisationKind


@dataclass(frozen=True, slots=True)
class SharedKinds:
    """One row. ``kind`` None: people without one; ``folded``: all kinds of few people together."""

    kind: OrganisationKind | None
    folded: bool
    people: int
    """Their share of those who were there, in per cent, as are the others."""
    statements: int
    time: int


@dataclass(frozen=True, slots=True)
class AnonymousShares:
    """What may be passed on. Without ``rows`` nothing may: too few took part or were heard."""

    rows: tuple[SharedKinds, ...]
    timed: bool
    """Whether the speakers list was used long enough for shares of time to say something."""


@dataclass(frozen=True, slots=True)
class _Group:
    kind: OrganisationKind | None
    people: tuple[str, ...]
    folded: bool = False


def anonymous_shares(
    participants: Sequence[ParticipantView],
    statements: Collection[Said],
    speakers: SpeakersList,
    *,
    now: dt.datetime,
) -> AnonymousShares:
    """The shares of those who were there or were heard, largest group first, the folded last."""
    said = Counter(each.participant_uid for each in statements)
    seconds = seconds_spoken(speakers, now)
    timed = seconds.total() >= ENOUGH
    checked = was_checked([each.attendance for each in participants])
    room = [
        each
        for each in participants
        if counts_as_present(each.attendance, checked=checked) or said[each.uid]
    ]
    groups = _groups(room) if said.total() or timed else []
    return AnonymousShares(
        tuple(
            SharedKinds(
                group.kind,
                group.folded,
                people=_percent(len(group.people), len(room)),
                statements=_percent(sum(said[uid] for uid in group.people), said.total()),
                time=_percent(sum(seconds[uid] for uid in group.people), seconds.total()),
            )
            for group in groups
        ),
        timed,
    )


def _groups(room: Sequence[ParticipantView]) -> list[_Group]:
    """None of fewer than three people; empty where nothing is left to tell apart."""
    kinds: dict[OrganisationKind | None, list[str]] = {}
    for each in room:
        kinds.setdefault(each.organisation_kind, []).append(each.uid)
    groups = [_Group(kind, tuple(uids)) for kind, uids in kinds.items()]
    groups.sort(key=lambda group: len(group.people), reverse=True)
    own = [group for group in groups if len(group.people) >= FEW_PEOPLE]
    rest = [uid for group in groups[len(own) :] for uid in group.people]
    while own and 0 < len(rest) < FEW_PEOPLE:
        rest += own.pop().people
    if rest:
        own.append(_Group(None, tuple(rest), folded=True))
    return own if len(own) > 1 else []


def _percent(part: int, whole: int) -> int:
    return round(100 * part / whole) if whole else 0

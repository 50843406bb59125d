"""Shares that leave the machine: nothing in them points to fewer than three people."""

import datetime as dt
from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.minutes_review import FEW_PEOPLE
from app.domain.people import ParticipantView
from app.domain.presence import Attendance
from app.domain.shares import AnonymousShares, anonymous_shares
from app.domain.speakers import SpeakersList, SpeakingRequestView
from app.domain.unheard import Said
from app.domain.vocabulary import OrganisationKind, Presence, RequestKind
from tests.support.evening import START, participants

K = OrganisationKind
NOW = START + dt.timedelta(hours=1)


def room(*kinds: OrganisationKind | None) -> list[ParticipantView]:
    (somebody, *_) = participants()
    return [
        replace(somebody, uid=f"p{n}", organisation_kind=kind, attendance=Attendance())
        for n, kind in enumerate(kinds)
    ]


def turn(number: int, minutes: int) -> SpeakingRequestView:
    end = START + dt.timedelta(minutes=minutes)
    return SpeakingRequestView(
        *(f"r{number}", f"p{number}", "N", "O", RequestKind.CONTRIBUTION, number, None),
        started_at=START,
        ended_at=end,
    )


def shares(
    people: list[ParticipantView], said: list[int], *turns: SpeakingRequestView
) -> AnonymousShares:
    statements = [Said(f"p{number}", "i") for number in said]
    return anonymous_shares(people, statements, SpeakersList(requests=turns), now=NOW)


def test_groups_of_three_have_rows_and_the_others_are_one() -> None:
    people = room(*[K.PARISH] * 4, *[K.HOUSING] * 3, K.CARE, K.STATE, None)
    found = shares(people, [0, 0, 4, 7], turn(0, 9), turn(8, 3))
    assert found.timed
    assert [(r.kind, r.folded) for r in found.rows] == [
        (K.PARISH, False),
        (K.HOUSING, False),
        (None, True),
    ]
    assert [(r.people, r.statements, r.time) for r in found.rows] == [
        (40, 50, 75),
        (30, 25, 0),
        (30, 25, 25),
    ]


def test_the_smallest_group_joins_what_would_stand_for_one() -> None:
    people = room(*[K.PARISH] * 4, *[K.HOUSING] * 3, K.CARE)
    found = shares(people, [7])
    assert [(r.kind, r.folded, r.statements) for r in found.rows] == [
        (K.PARISH, False, 0),
        (None, True, 100),
    ]
    assert not found.timed


def test_without_two_groups_there_is_nothing_to_tell() -> None:
    assert shares(room(*[K.PARISH] * 6), [0]).rows == ()
    assert shares(room(*[K.PARISH] * 4, K.CARE), [0]).rows == ()
    assert shares(room(*[K.PARISH] * 3, *[K.CARE] * 3), []).rows == ()


def test_who_was_not_there_counts_only_if_they_were_heard() -> None:
    people = room(*[K.PARISH] * 3, *[K.CARE] * 4)
    excused = replace(people[6], attendance=Attendance(Presence.EXCUSED))
    people[6] = excused
    assert [r.people for r in shares(people, [0]).rows] == [50, 50]
    assert [r.people for r in shares(people, [0, 6]).rows] == [57, 43]


@given(
    st.lists(st.sampled_from([*list(K)[:5], None]), max_size=25),
    st.lists(st.integers(0, 24), max_size=30),
)
def test_no_row_stands_for_fewer_than_three(
    kinds: list[OrganisationKind | None], said: list[int]
) -> None:
    people = room(*kinds)
    found = shares(people, [n for n in said if n < len(people)])
    counts = Counter(kinds)
    own = {r.kind for r in found.rows if not r.folded}
    assert all(counts[kind] >= FEW_PEOPLE for kind in own)
    folded = sum(n for kind, n in counts.items() if kind not in own)
    assert not found.rows or folded == 0 or folded >= FEW_PEOPLE
    assert len(found.rows) != 1

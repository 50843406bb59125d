"""Who has not been heard, from turns and statements."""

import datetime as dt
from dataclasses import replace

from app.domain.people import ParticipantView
from app.domain.presence import Attendance
from app.domain.speakers import SpeakersList, SpeakingRequestView
from app.domain.unheard import Said, Share, unheard
from app.domain.vocabulary import OrganisationKind, Presence, RequestKind, SpeakingOrder

START = dt.datetime(2026, 11, 28, 17, 0, tzinfo=dt.UTC)
NOW = START + dt.timedelta(minutes=5)
PARISH, CITY = OrganisationKind.PARISH, OrganisationKind.MUNICIPALITY


def _somebody(uid: str, kind: OrganisationKind | None) -> ParticipantView:
    return ParticipantView(uid, uid, uid, "", kind, "", None, None, 0)


PEOPLE = (_somebody("A", PARISH), _somebody("B", PARISH), _somebody("C", CITY))


def _turn(name: str, item: str, minutes: int | None) -> SpeakingRequestView:
    ended = None if minutes is None else START + dt.timedelta(minutes=minutes)
    return SpeakingRequestView(
        name, name, name, "", RequestKind.CONTRIBUTION, 0, item, START, ended
    )


def test_at_the_beginning_nobody_has_been_heard() -> None:
    found = unheard(PEOPLE, [], SpeakersList(), plan_item_uid="q1", now=NOW)
    assert found.people == PEOPLE
    assert found.shares == ()
    assert found.kinds == (PARISH, CITY)


def test_statements_count_and_so_do_turns() -> None:
    speakers = SpeakersList(requests=(_turn("B", "q1", 1),))
    found = unheard(PEOPLE, [Said("C", "q2")], speakers, plan_item_uid="q1", now=NOW)
    assert [each.uid for each in found.people] == ["A"]
    assert found.kinds == (CITY,)  # heard, but on another question


def test_shares_are_of_time_when_the_list_is_used_and_of_statements_else() -> None:
    said = [Said("C", "q1")] * 3 + [Said("A", "q1")]
    found = unheard(PEOPLE, said, SpeakersList(), plan_item_uid="q1", now=NOW)
    assert found.shares == (Share(CITY, 75), Share(PARISH, 25))
    assert not found.by_time
    speakers = SpeakersList(requests=(_turn("A", "q1", 4), _turn("C", "q1", 1)))
    found = unheard(PEOPLE, said, speakers, plan_item_uid="q1", now=NOW)
    assert found.shares == (Share(PARISH, 80), Share(CITY, 20))
    assert found.by_time
    speakers = SpeakersList(requests=(_turn("A", "q1", 4),))
    found = unheard(PEOPLE, said, speakers, plan_item_uid="q1", now=NOW)
    assert not found.by_time  # a few turns say little


def test_a_turn_that_goes_on_counts_until_now() -> None:
    speakers = SpeakersList(requests=(_turn("A", "q1", None),))
    found = unheard(PEOPLE, [], speakers, plan_item_uid="q1", now=NOW)
    assert found.shares == (Share(PARISH, 100), Share(CITY, 0))


def test_own_groups_are_looked_at_too() -> None:
    groups = {"A": "Nord", "B": "Süd", "gone": "West"}
    speakers = SpeakersList(SpeakingOrder.QUOTA, groups)
    found = unheard(PEOPLE, [Said("A", "q1")], speakers, plan_item_uid="q1", now=NOW)
    assert found.groups == ("Süd",)


def test_who_is_not_here_is_not_missed() -> None:
    present = Attendance(Presence.PRESENT)
    gone = Attendance(Presence.PRESENT, left_at=NOW)
    a, b, c = (
        replace(each, attendance=attendance)
        for each, attendance in zip(PEOPLE, (present, Attendance(), gone), strict=True)
    )
    found = unheard((a, b, c), [Said("C", "q2")], SpeakersList(), plan_item_uid="q1", now=NOW)
    assert found.people == (a,)
    assert found.kinds == (PARISH,)
    assert found.shares == (Share(CITY, 100), Share(PARISH, 0))  # said before leaving


def test_without_any_kind_or_group_nobody_can_be_missing() -> None:
    plain = tuple(replace(each, organisation_kind=None) for each in PEOPLE)
    found = unheard(plain, [], SpeakersList(), plan_item_uid="q1", now=NOW)
    assert (found.kinds, found.groups, found.grouped) == ((), (), False)
    assert unheard(PEOPLE, [], SpeakersList(), plan_item_uid="q1", now=NOW).grouped
    groups = SpeakersList(SpeakingOrder.QUOTA, {"A": "Nord"})
    assert unheard(plain, [], groups, plan_item_uid="q1", now=NOW).grouped

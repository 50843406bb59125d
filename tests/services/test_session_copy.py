"""A session from an earlier one: plan and people, never what was said or asked there."""

import datetime as dt

import pytest

from app.bootstrap import Services
from app.domain.incoming.in_the_room import TopicDraft
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence
from app.errors import NotFoundError
from tests.support.room import Room

DAY = dt.date(2027, 2, 3)


@pytest.fixture
def held(room: Room) -> Room:
    """A session with all that must stay behind."""
    services, first = room.services, room.question(1)
    services.sessions.update(
        room.uid, SessionChanges(start_time=dt.time(17), information="Zum Vorlesen")
    )
    changes = PlanItemChanges(minutes=21, notes="leise anfangen", pinned_start=dt.time(17, 45))
    services.plan.update(first.uid, changes)
    services.plan.update(first.uid, PlanItemChanges(summary="So war es"))
    services.plan.start(first.uid)
    room.say("Nur hier gesagt", person=0)
    services.people.update(room.people[0], ParticipantChanges(naming=NamingLevel.NAME))
    services.people.update(room.people[1], ParticipantChanges(naming=NamingLevel.ANONYMOUS))
    services.check_in.mark(room.people[0], Presence.PRESENT)
    for purpose in ConsentPurpose:
        services.check_in.answer(room.people[0], purpose, True)
    services.check_in.keep_contact(room.people[0], "karin@example.org")
    return room


@pytest.fixture
def parked(held: Room) -> Room:
    """The same with a topic that is open, one that is settled, and one without a question."""
    room, item = held.services.in_the_room, held.question(4).uid
    room.park(held.uid, TopicDraft(text="Haftung", plan_item_uid=item))
    settled = room.park(held.uid, TopicDraft(text="Kinderbetreuung", plan_item_uid=item))
    room.settle_topic(settled, settled=True)
    room.park(held.uid, TopicDraft(text="Ort", plan_item_uid=held.items[0].uid))
    return held


def test_open_topics_come_along_under_the_same_question_if_wanted(parked: Room) -> None:
    views = parked.services.views
    uid = _copy(parked, with_topics=True)
    items = {item.uid: item.identity for item in views.plan_items(uid)}
    found = [
        (topic.text, topic.settled, items.get(topic.plan_item_uid or ""))
        for topic in views.parked_topics(uid)
    ]
    assert found == [("Haftung", False, parked.question(4).identity), ("Ort", False, None)]
    assert len(views.parked_topics(parked.uid)) == 3, "they stay where they were"


def test_without_a_wish_no_topic_comes_along(parked: Room) -> None:
    assert parked.services.views.parked_topics(_copy(parked)) == ()


def _copy(room: Room, **more: object) -> str:
    draft = SessionDraft(date=DAY, earlier_uid=room.uid, **more)  # type: ignore[arg-type]
    return room.services.sessions.create(draft)


def test_the_plan_is_the_same_and_the_questions_keep_their_identity(held: Room) -> None:
    views = held.services.views
    copied, before = views.plan_items(_copy(held)), held.items
    assert [(i.kind, i.title, i.text, i.minutes, i.identity, i.notes) for i in copied] == [
        (i.kind, i.title, i.text, i.minutes, i.identity, i.notes) for i in before
    ]
    assert not {i.uid for i in copied} & {i.uid for i in before}


def test_nothing_of_that_evening_comes_along(held: Room, services: Services) -> None:
    uid = _copy(held, with_participants=True)
    assert services.views.statements(uid) == ()
    assert services.views.statements(held.uid) != ()
    for item in services.views.plan_items(uid):
        assert (item.summary, item.speaker, item.started_at, item.ended_at) == ("", "", None, None)
    new, old = services.views.session(uid), services.views.session(held.uid)
    assert (new.series_uid, new.naming, new.information) == (
        old.series_uid,
        old.naming,
        "Zum Vorlesen",
    )
    assert (new.code, new.date) == ("S2", DAY)


def test_people_come_only_if_wanted_and_were_asked_nothing(held: Room, services: Services) -> None:
    assert services.views.participants(_copy(held)) == ()
    people = services.views.participants(_copy(held, with_participants=True))
    before = services.views.participants(held.uid)
    assert [p.person_uid for p in people] == [p.person_uid for p in before]
    assert {p.attendance.presence for p in people} == {Presence.EXPECTED}
    assert not any(p.attendance.consents or p.attendance.contact for p in people)
    assert before[0].attendance.contact
    # Stricter than all is kept; looser is asked anew.
    assert [p.naming for p in people] == [None, NamingLevel.ANONYMOUS, None]


def test_pinned_starts_move_with_the_begin(held: Room, services: Services) -> None:
    uid = _copy(held, start_time=dt.time(10))
    pinned = [i.pinned_start for i in services.views.plan_items(uid) if i.pinned_start]
    assert pinned == [dt.time(10, 45)]
    assert services.views.session(uid).end_time == dt.time(13, 6)
    without = services.views.plan_items(_copy(held))
    assert not any(item.pinned_start for item in without)


def test_an_earlier_session_that_is_gone_is_said(held: Room, services: Services) -> None:
    services.sessions.delete(held.uid)
    with pytest.raises(NotFoundError):
        _copy(held)

"""Presence and consents: kept with their moments, taken back, handed on."""

import datetime as dt
import json
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
import time_machine

from app.bootstrap import Services, workspace
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.people import ParticipantView
from app.domain.vocabulary import ConsentPurpose, NamingLevel, Presence, SessionState
from app.errors import BadInputError, RefusedError
from tests.support.room import Room

BEGIN = dt.datetime(2026, 11, 20, 16, 0, tzinfo=dt.UTC)
LATER = BEGIN + dt.timedelta(minutes=40)


def _person(room: Room, at: int = 0) -> ParticipantView:
    return room.services.views.participants(room.uid)[at]


def _begin(room: Room) -> None:
    with time_machine.travel(BEGIN, tick=False):
        room.services.sessions.set_state(room.uid, SessionState.RUNNING)
        room.services.plan.start(room.question(1).uid)


def test_nobody_is_there_or_asked_before_somebody_says_so(room: Room) -> None:
    person = _person(room)
    assert person.attendance.presence is Presence.EXPECTED
    assert {person.attendance.consent(purpose).given for purpose in ConsentPurpose} == {None}


def test_present_before_the_begin_has_no_time_of_arrival(room: Room) -> None:
    room.services.check_in.mark(_person(room).uid, Presence.PRESENT)
    found = _person(room).attendance
    assert (found.presence, found.arrived_at) == (Presence.PRESENT, None)


def test_who_is_checked_in_later_is_anonymous_until_asked(room: Room) -> None:
    _begin(room)
    uid = _person(room).uid
    with time_machine.travel(LATER, tick=False):
        room.services.check_in.mark(uid, Presence.PRESENT)
    assert _person(room).attendance.arrived_at == LATER
    assert _person(room).agreed is NamingLevel.ANONYMOUS
    room.services.check_in.answer(uid, ConsentPurpose.NAMING, True)
    assert _person(room).agreed is None


def test_expected_again_forgets_the_times(room: Room) -> None:
    _begin(room)
    uid = _person(room).uid
    with time_machine.travel(LATER, tick=False):
        room.services.check_in.mark(uid, Presence.PRESENT)
        room.services.check_in.leaves(uid)
    assert _person(room).attendance.left_at == LATER
    room.services.check_in.mark(uid, Presence.EXPECTED)
    found = _person(room).attendance
    assert (found.arrived_at, found.left_at) == (None, None)


def test_times_are_those_of_the_wall_and_in_order(room: Room) -> None:
    room.services.sessions.update(
        room.uid, SessionChanges(date=dt.date(2026, 11, 20), start_time=dt.time(17))
    )
    uid = _person(room).uid
    room.services.check_in.arrived(uid, dt.time(17, 40))
    assert _person(room).attendance.arrived_at == LATER
    with pytest.raises(BadInputError) as refused:
        room.services.check_in.left(uid, dt.time(17, 30))
    assert refused.value.code == "left_before_arrival"
    room.services.check_in.arrived(uid, None)
    room.services.check_in.left(uid, dt.time(17, 30))
    assert _person(room).attendance.left_at == LATER - dt.timedelta(minutes=10)


@pytest.mark.parametrize("purpose", ConsentPurpose)
def test_an_answer_has_its_moment_and_can_be_taken_back(
    room: Room, purpose: ConsentPurpose
) -> None:
    uid = _person(room).uid
    with time_machine.travel(BEGIN, tick=False):
        room.services.check_in.answer(uid, purpose, True)
    with time_machine.travel(LATER, tick=False):
        room.services.check_in.answer(uid, purpose, True)
    found = _person(room).attendance.consent(purpose)
    assert (found.given, found.at) == (True, BEGIN)
    room.services.history.undo(room.uid)
    assert _person(room).attendance.consent(purpose).given is None
    room.services.check_in.answer(uid, purpose, False)
    assert _person(room).attendance.consent(purpose).given is False


def test_the_list_asked_for_in_the_dialog_of_a_person_has_its_moment_too(room: Room) -> None:
    with time_machine.travel(BEGIN, tick=False):
        room.services.people.update(_person(room).uid, ParticipantChanges(on_attendance_list=True))
    found = _person(room).attendance.consent(ConsentPurpose.ATTENDANCE_LIST)
    assert (found.given, found.at) == (True, BEGIN)


def test_a_level_that_was_chosen_answers_and_a_refusal_takes_it_back(room: Room) -> None:
    uid = _person(room).uid
    room.services.check_in.choose_naming(uid, NamingLevel.NAME)
    assert _person(room).attendance.consent(ConsentPurpose.NAMING).given is True
    room.services.check_in.answer(uid, ConsentPurpose.NAMING, False)
    assert (_person(room).naming, _person(room).agreed) == (None, NamingLevel.ANONYMOUS)
    room.services.check_in.choose_naming(uid, NamingLevel.ANONYMOUS)
    room.services.check_in.answer(uid, ConsentPurpose.NAMING, True)
    assert _person(room).agreed is None


def test_a_contact_needs_its_consent_and_goes_with_it(room: Room) -> None:
    uid, check_in = _person(room).uid, room.services.check_in
    with pytest.raises(RefusedError) as refused:
        check_in.keep_contact(uid, "karin@example.org")
    assert refused.value.code == "contact_needs_consent"
    check_in.answer(uid, ConsentPurpose.CONTACT, True)
    check_in.keep_contact(uid, "karin@example.org")
    assert _person(room).attendance.contact == "karin@example.org"
    check_in.answer(uid, ConsentPurpose.CONTACT, False)
    assert _person(room).attendance.contact == ""


def test_a_walk_in_is_present_in_one_step(room: Room) -> None:
    before = len(room.services.views.participants(room.uid))
    uid = room.services.check_in.walk_in(room.uid, ParticipantDraft(name="Neu"), guest=True)
    found = _person(room, -1)
    assert (found.uid, found.attendance.presence) == (uid, Presence.PRESENT)
    assert found.attendance.is_guest
    room.services.history.undo(room.uid)
    assert len(room.services.views.participants(room.uid)) == before


def test_a_closed_session_takes_no_check_in(room: Room) -> None:
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError):
        room.services.check_in.mark(_person(room).uid, Presence.PRESENT)


def _filled(services: Services) -> Room:
    room = Room(services)
    _begin(room)
    uid = _person(room).uid
    with time_machine.travel(LATER, tick=False):
        services.check_in.mark(uid, Presence.PRESENT)
        for purpose in ConsentPurpose:
            services.check_in.answer(uid, purpose, purpose is not ConsentPurpose.PHOTO)
        services.check_in.keep_contact(uid, "karin@example.org")
        services.check_in.set_guest(uid, guest=True)
        services.check_in.leaves(uid)
        services.check_in.mark(_person(room, 1).uid, Presence.EXCUSED)
    services.sessions.update(room.uid, SessionChanges(information="Zum Vorlesen"))
    return room


def test_everything_is_handed_on_and_read_in(services: Services, tmp_path: Path) -> None:
    room = _filled(services)
    path = tmp_path / "out.session.json"
    services.documents.write(room.uid, path)
    with workspace(tmp_path / "other.db") as other:
        report = other.documents.read(path)
        assert report.warnings == ()
        there = other.views.participants(room.uid)
        assert [p.attendance for p in there] == [
            p.attendance for p in services.views.participants(room.uid)
        ]
        assert there[0].attendance.arrived_at == LATER
        assert other.views.session(room.uid).information == "Zum Vorlesen"
        assert not other.documents.read(path).different


def test_for_other_programs_who_came_later_is_anonymous_too(
    services: Services, tmp_path: Path
) -> None:
    room = Room(services)
    _begin(room)
    uid = _person(room).uid
    with time_machine.travel(LATER, tick=False):
        services.check_in.mark(uid, Presence.PRESENT)
    path = tmp_path / "out.session.json"
    found = []
    for given in (None, True):
        services.check_in.answer(uid, ConsentPurpose.NAMING, given)
        services.documents.write(room.uid, path)
        document = json.loads(path.read_text(encoding="utf-8"))
        found.append(document["participants"][0]["attribution"])
    assert found == ["anonymous", "organisation"]


def test_a_contact_in_a_file_without_consent_is_not_kept(
    services: Services, tmp_path: Path
) -> None:
    room = _filled(services)
    path = tmp_path / "out.session.json"
    services.documents.write(room.uid, path)
    text = path.read_text(encoding="utf-8")
    withdrawn = text.replace('"may_be_contacted": true', '"may_be_contacted": false')
    assert withdrawn != text
    path.write_text(withdrawn, encoding="utf-8")
    with workspace(tmp_path / "other.db") as other:
        other.documents.read(path)
        assert other.views.participants(room.uid)[0].attendance.contact == ""


def test_a_damaged_file_gives_back_who_was_there(tmp_path: Path) -> None:
    from app.storage.salvage import salvage

    path, target = tmp_path / "room.db", tmp_path / "new.db"
    with workspace(path) as services:
        room = _filled(services)
        people = services.views.participants(room.uid)
    with sqlite.connect(path) as driver:
        driver.execute("PRAGMA writable_schema=ON")
        driver.execute("DELETE FROM sqlite_master WHERE name = 'participant'")
    salvage(path, target, placeholder="?")
    with workspace(target) as services:
        assert services.views.participants(room.uid) == people

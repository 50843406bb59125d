"""The speakers list on a real database: floor, undo, and that it does not outlive the session."""

import datetime as dt
import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.changes import ChangeSet, Entity
from app.domain.speakers import SpeakersList, line_up
from app.domain.vocabulary import RequestKind, SessionState, SpeakingOrder
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.room import Room
from tests.support.tables import dump

KARIN, MEHMET, SABINE = range(3)


def _ask(services: Services, room: Room, *people: int) -> list[str]:
    return [services.speakers.request(room.uid, room.people[each]) for each in people]


def _list(services: Services, room: Room) -> SpeakersList:
    return services.views.speakers(room.uid)


def _waiting(services: Services, room: Room) -> list[str]:
    return [each.request.name.split()[0] for each in line_up(_list(services, room))]


def _name(services: Services, room: Room) -> str:
    speaking = _list(services, room).speaking
    return speaking.name.split()[0] if speaking else ""


def test_off_until_somebody_asks(services: Services, room: Room) -> None:
    assert not services.views.has_speakers(room.uid)
    assert _list(services, room) == SpeakersList()
    _ask(services, room, KARIN)
    assert services.views.has_speakers(room.uid)


def test_waiting_speaking_done(services: Services, room: Room) -> None:
    services.plan.start(room.question(4).uid)
    _ask(services, room, SABINE, KARIN)
    services.speakers.give_floor(room.uid)
    assert (_name(services, room), _waiting(services, room)) == ("Sabine", ["Karin"])
    services.speakers.give_floor(room.uid)
    done, speaking = sorted(_list(services, room).turns, key=lambda turn: turn.number)
    assert done.ended_at == speaking.started_at
    assert {done.plan_item_uid, speaking.plan_item_uid} == {room.question(4).uid}
    assert services.speakers.give_floor(room.uid) is None
    assert _name(services, room) == ""


def test_one_key_overrules_the_proposal(services: Services, room: Room) -> None:
    _, _, third = _ask(services, room, KARIN, MEHMET, SABINE)
    services.speakers.give_floor(room.uid, third)
    assert (_name(services, room), _waiting(services, room)) == ("Sabine", ["Karin", "Mehmet"])


def test_the_end_of_the_session_ends_the_turn(services: Services, room: Room) -> None:
    services.plan.start(room.question(1).uid)
    _ask(services, room, KARIN, MEHMET)
    services.speakers.give_floor(room.uid)
    services.plan.finish(room.uid)
    assert (_name(services, room), _waiting(services, room)) == ("", ["Mehmet"])


def test_a_turn_can_end_without_another(services: Services, room: Room) -> None:
    _ask(services, room, KARIN, MEHMET)
    services.speakers.give_floor(room.uid)
    services.speakers.end_turn(room.uid)
    assert (_name(services, room), _waiting(services, room)) == ("", ["Mehmet"])


def test_nobody_waits_twice_but_may_also_reply(services: Services, room: Room) -> None:
    _ask(services, room, KARIN, MEHMET)
    with pytest.raises(BadInputError, match="waits_already"):
        _ask(services, room, MEHMET)
    services.speakers.request(room.uid, room.people[MEHMET], RequestKind.DIRECT_REPLY)
    assert _waiting(services, room) == ["Mehmet", "Karin", "Mehmet"]


def test_a_point_of_order_stands_before_replies(services: Services, room: Room) -> None:
    _ask(services, room, KARIN)
    services.speakers.request(room.uid, room.people[MEHMET], RequestKind.DIRECT_REPLY)
    services.speakers.request(room.uid, room.people[SABINE], RequestKind.POINT_OF_ORDER)
    assert _waiting(services, room) == ["Sabine", "Mehmet", "Karin"]


def test_sorting_by_hand_overrules_the_order(services: Services, room: Room) -> None:
    _ask(services, room, KARIN)
    services.speakers.give_floor(room.uid)
    karin, _, _ = _ask(services, room, KARIN, MEHMET, SABINE)
    services.speakers.set_order(room.uid, SpeakingOrder.BALANCED)
    assert _waiting(services, room) == ["Mehmet", "Sabine", "Karin"]
    services.speakers.move(room.uid, karin, 1)
    assert _waiting(services, room) == ["Mehmet", "Karin", "Sabine"]
    assert _list(services, room).order is SpeakingOrder.AS_THEY_COME
    services.history.undo(room.uid)
    assert _waiting(services, room) == ["Mehmet", "Sabine", "Karin"]
    assert _list(services, room).order is SpeakingOrder.BALANCED


def test_moving_to_where_it_stands_changes_nothing(services: Services, room: Room) -> None:
    karin, _ = _ask(services, room, KARIN, MEHMET)
    services.speakers.set_order(room.uid, SpeakingOrder.BALANCED)
    services.speakers.move(room.uid, karin, 0)
    assert _list(services, room).order is SpeakingOrder.BALANCED


def test_groups_take_turns(services: Services, room: Room) -> None:
    groups = {room.people[KARIN]: " Nord\n", room.people[MEHMET]: "Nord", room.people[SABINE]: " "}
    services.speakers.set_groups(room.uid, groups)
    found = _list(services, room)
    assert found.order is SpeakingOrder.QUOTA
    assert found.groups == {room.people[KARIN]: "Nord", room.people[MEHMET]: "Nord"}
    _ask(services, room, KARIN, MEHMET, SABINE)
    assert _waiting(services, room) == ["Karin", "Sabine", "Mehmet"]


def test_everything_can_be_undone_and_done_again(services: Services, room: Room) -> None:
    states = [_list(services, room)]
    karin, mehmet = room.people[KARIN], room.people[MEHMET]
    uids: list[str] = []
    steps: tuple[Callable[[], object], ...] = (
        lambda: uids.append(services.speakers.request(room.uid, karin)),
        lambda: uids.append(services.speakers.request(room.uid, mehmet)),
        lambda: services.speakers.move(room.uid, uids[1], 0),
        lambda: services.speakers.set_order(room.uid, SpeakingOrder.FIRST_SPEAKERS),
        lambda: services.speakers.set_groups(room.uid, {karin: "Nord"}),
        lambda: services.speakers.give_floor(room.uid),
        lambda: services.speakers.end_turn(room.uid),
        lambda: services.speakers.withdraw(room.uid, uids[1]),
    )
    for step in steps:
        step()
        states.append(_list(services, room))
    assert states[-1].waiting == ()
    assert all(a != b for a, b in pairwise(states))
    for state in reversed(states[:-1]):
        services.history.undo(room.uid)
        assert _list(services, room) == state
    for state in states[1:]:
        services.history.redo(room.uid)
        assert _list(services, room) == state


def test_a_turn_that_began_is_not_withdrawn(services: Services, room: Room) -> None:
    (karin,) = _ask(services, room, KARIN)
    services.speakers.give_floor(room.uid)
    for call in (services.speakers.withdraw, services.speakers.give_floor):
        with pytest.raises(NotFoundError, match="speaking_request_not_found"):
            call(room.uid, karin)


def test_people_of_another_session_do_not_get_on_the_list(services: Services, room: Room) -> None:
    other = Room(services)
    with pytest.raises(NotFoundError):
        services.speakers.request(room.uid, other.people[0])
    with pytest.raises(NotFoundError):
        services.speakers.set_groups(room.uid, {other.people[0]: "Nord"})


def test_a_closed_session_takes_no_requests(services: Services, room: Room) -> None:
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError, match="session_closed"):
        _ask(services, room, KARIN)


def test_the_list_survives_a_restart(services: Services, room: Room, tmp_path: Path) -> None:
    _ask(services, room, KARIN, MEHMET)
    services.speakers.give_floor(room.uid)
    before = _list(services, room)
    services.close()
    with workspace(tmp_path / "workspace.db") as again:
        assert again.views.speakers(room.uid) == before


def _used(services: Services, room: Room) -> None:
    """A list with turns, groups, an undone and a removed request."""
    services.plan.start(room.question(1).uid)
    _ask(services, room, KARIN, MEHMET, SABINE)
    services.speakers.set_groups(room.uid, {room.people[KARIN]: "Nordgruppe"})
    services.speakers.give_floor(room.uid)
    services.speakers.give_floor(room.uid)
    services.speakers.withdraw(room.uid, _list(services, room).waiting[0].uid)
    services.history.undo(room.uid)


def test_nothing_of_it_is_exported(services: Services, room: Room, tmp_path: Path) -> None:
    _used(services, room)
    out = tmp_path / "out.session.json"
    services.documents.write(room.uid, out)
    text = out.read_text("utf-8")
    assert set(json.loads(text)["extensions"]["quartiersdialog"]).isdisjoint(
        {"speaking_request", "speakers_list"}
    )
    for request in _list(services, room).requests:
        assert request.uid not in text
    assert "Nordgruppe" not in text
    with workspace(tmp_path / "elsewhere.db") as there:
        there.documents.read(out)
        assert not there.views.has_speakers(room.uid)


def test_closing_forgets_who_spoke_and_how_long(services: Services, room: Room) -> None:
    _used(services, room)
    room.say("Bleibt", person=KARIN)
    moments = [
        moment.isoformat()[:26]
        for turn in _list(services, room).turns
        for moment in (turn.started_at, turn.ended_at)
        if moment is not None
    ]
    kept = _said_of_requests(services.workspace.path)
    assert all(moment in kept for moment in moments)  # the control: they are there to be forgotten
    assert "Nordgruppe" in kept
    assert room.people[MEHMET] in kept

    services.sessions.set_state(room.uid, SessionState.CLOSED)

    kept = _said_of_requests(services.workspace.path)
    assert not any(moment in kept for moment in (*moments, "Nordgruppe", *room.people))
    assert not services.views.has_speakers(room.uid)
    assert services.workspace.check().problems == ()


def _said_of_requests(path: Path) -> str:
    """All that rows and journal say of the speakers list."""
    tables = dump(path)
    entries = [
        row
        for row in tables["journal_entry"]
        if any(value in ("speaking_request", "speakers_list") for value in row)
    ]
    rows = [row[5:] for row in tables["speaking_request"]]  # without its own stamps
    assert entries
    assert rows
    text = f"{rows} {tables['speakers_list']} {entries}"
    return text + text.replace(" ", "T")  # columns have a space where the journal has a T


def test_after_reopening_the_list_begins_anew(services: Services, room: Room) -> None:
    said = room.say("Vorher")
    _used(services, room)
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    services.sessions.set_state(room.uid, SessionState.REVIEW)
    assert services.history.redoable(room.uid) is None
    assert services.history.undoable(room.uid) == "statement.record"
    services.history.undo(room.uid)
    assert said.uid not in {each.uid for each in services.views.statements(room.uid)}
    _ask(services, room, KARIN)
    assert _waiting(services, room) == ["Karin"]


def test_closing_tells_whoever_shows_the_list(services: Services, room: Room) -> None:
    (uid,) = _ask(services, room, KARIN)
    found: list[ChangeSet] = []
    services.changes.subscribe(found.append)
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    assert found[-1].uids(Entity.SPEAKING_REQUEST, "deleted") == (uid,)


def test_another_session_keeps_its_list(services: Services, room: Room) -> None:
    other = Room(services)
    _ask(services, other, KARIN)
    _used(services, room)
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    assert _waiting(services, other) == ["Karin"]
    services.history.undo(other.uid)
    assert _waiting(services, other) == []


def test_who_is_taken_off_the_list_of_participants_does_not_wait(
    services: Services, room: Room
) -> None:
    _ask(services, room, KARIN, MEHMET)
    services.people.remove(room.people[KARIN])
    assert _waiting(services, room) == ["Mehmet"]
    services.history.undo(room.uid)
    assert _waiting(services, room) == ["Karin", "Mehmet"]


def test_turns_are_timed(services: Services, room: Room) -> None:
    _ask(services, room, KARIN)
    services.speakers.give_floor(room.uid)
    turn = _list(services, room).speaking
    assert turn is not None
    assert turn.started_at is not None
    assert turn.spoken(turn.started_at + dt.timedelta(seconds=95)) == dt.timedelta(seconds=95)

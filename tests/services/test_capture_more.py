"""Recording beyond one line, one statement: several at once, going on, next steps of the line."""

import datetime as dt

import pytest

from app.bootstrap import Services
from app.domain.drafts import DraftPayload
from app.domain.incoming.statements import NextStepDraft, StatementDraft
from app.domain.statements import MAX_TEXT
from app.domain.vocabulary import SessionState, StatementKind
from app.errors import BadInputError, RefusedError
from tests.support.room import Room


def draft(room: Room, text: str, question: int = 1, **values: object) -> StatementDraft:
    data = {"plan_item_uid": room.question(question).uid, "text": text, **values}
    return StatementDraft.model_validate(data)


def test_lines_become_statements_in_one_step(services: Services, room: Room) -> None:
    room.say("Davor")
    person = room.people[0]
    lines = ("Eins", "  ", "Zwei\x00", "Drei")
    given = draft(room, "Eins", participant_uid=person, themes=("Wohnen",))
    views = services.capture.record_lines(given, lines)
    assert [view.text for view in views] == ["Eins", "Zwei", "Drei"]
    assert {(view.participant_uid, view.themes) for view in views} == {(person, ("Wohnen",))}
    item = room.question(1).uid
    assert services.views.statements(room.uid, item)[1:] == views
    assert services.history.undoable(room.uid) == "statement.record_lines"
    services.history.undo(room.uid)
    assert room.texts() == ["Davor"]
    services.history.redo(room.uid)
    assert room.texts() == ["Davor", "Eins", "Zwei", "Drei"]


def test_lines_without_text_are_refused(services: Services, room: Room) -> None:
    with pytest.raises(BadInputError) as caught:
        services.capture.record_lines(draft(room, "x"), (" ", "\x00"))
    assert caught.value.code == "text_empty"
    assert room.texts() == []


def test_what_goes_on_is_added_to_the_last_statement(services: Services, room: Room) -> None:
    room.say("Erster", person=0)
    last = room.say("Die Miete steigt.", person=1)
    view = services.capture.go_on(draft(room, "Und zwar schnell", themes=("Wohnen",)))
    assert (view.uid, view.text) == (last.uid, "Die Miete steigt. Und zwar schnell")
    assert (view.participant_uid, view.themes) == (room.people[1], ("Wohnen",))
    services.capture.go_on(draft(room, "Räume", kind=StatementKind.GOAL, themes=("Räume",)))
    (*_, view) = services.views.statements(room.uid, room.question(1).uid)
    assert view.text == "Die Miete steigt. Und zwar schnell\nRäume"
    assert (view.kind, set(view.themes)) == (StatementKind.GOAL, {"Wohnen", "Räume"})
    services.history.undo(room.uid)
    services.history.undo(room.uid)
    assert room.texts() == ["Erster", "Die Miete steigt."]


def test_what_goes_on_is_found_and_read_again(services: Services, room: Room) -> None:
    room.say("Sportverein,", question=5)
    view = services.capture.go_on(draft(room, "Kita Regenbogen", question=5))
    assert [actor.name for actor in view.actors] == ["Sportverein", "Kita Regenbogen"]
    assert services.search.count("Regenbogen") == 1


def test_without_a_statement_nothing_goes_on(services: Services, room: Room) -> None:
    gone = room.say("Weg")
    services.capture.delete([gone.uid])
    room.say("Anderswo", question=2)
    with pytest.raises(RefusedError) as caught:
        services.capture.go_on(draft(room, "weiter"))
    assert caught.value.code == "nothing_to_continue"
    assert room.texts(2) == ["Anderswo"]


def test_too_much_is_refused_and_nothing_changes(services: Services, room: Room) -> None:
    room.say("x" * (MAX_TEXT - 2))
    with pytest.raises(BadInputError) as caught:
        services.capture.go_on(draft(room, "yy"))
    assert caught.value.code == "text_too_long"
    assert room.texts() == ["x" * (MAX_TEXT - 2)]


def test_every_way_ends_the_draft_of_the_line(services: Services, room: Room) -> None:
    room.say("Davor")
    item = room.question(1).uid
    for text in ("go_on", "lines", "step"):
        revision = services.drafts.keep(room.uid, "entry", DraftPayload(text))
        services.drafts.flush()
        assert services.drafts.load(room.uid)["entry"].text == text
        given = StatementDraft(plan_item_uid=item, text=text, draft_revision=revision)
        if text == "go_on":
            services.capture.go_on(given)
        elif text == "lines":
            services.capture.record_lines(given, ("a", "b"))
        else:
            step = NextStepDraft(text=text, due=dt.date(2026, 12, 4), draft_revision=revision)
            services.capture.add_next_step(room.uid, step)
        assert "entry" not in services.drafts.load(room.uid)


def test_a_closed_session_takes_none_of_it(services: Services, room: Room) -> None:
    room.say("Davor")
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    for record in (
        lambda: services.capture.go_on(draft(room, "mehr")),
        lambda: services.capture.record_lines(draft(room, "a"), ("a", "b")),
    ):
        with pytest.raises(RefusedError):
            record()
    assert room.texts() == ["Davor"]

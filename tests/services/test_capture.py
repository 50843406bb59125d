import datetime as dt

import pytest

from app.bootstrap import Services
from app.domain.drafts import DraftPayload
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.vocabulary import (
    Addressee,
    NamingLevel,
    Participation,
    SessionState,
    StatementKind,
)
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.room import Room
from tests.support.sql import first_words, statements_of_sql


def test_a_beginner_needs_only_text(services: Services, room: Room) -> None:
    said = room.say("Viele leben allein.")
    assert (said.kind, said.participant_uid, said.naming) == (StatementKind.REASON, None, None)
    assert said.recorded_at.tzinfo is dt.UTC
    assert abs((dt.datetime.now(dt.UTC) - said.recorded_at).total_seconds()) < 60


def test_each_statement_stands_behind_the_last(services: Services, room: Room) -> None:
    for number in range(5):
        room.say(str(number))
    assert room.texts() == ["0", "1", "2", "3", "4"]


def test_recommendations_start_with_the_questions_addressee(services: Services, room: Room) -> None:
    assert room.say("Dauerhaft fördern", question=8).addressees == (Addressee.FEDERAL,)
    assert room.say("Viele leben allein", question=1).addressees == ()


def test_lines_are_read_under_questions_4_5_and_7(services: Services, room: Room) -> None:
    cooperation = room.say("Kirchengemeinde St. Lukas + Stadtteilschule: Mittagstisch", question=4)
    assert [actor.name for actor in cooperation.actors] == [
        "Kirchengemeinde St. Lukas",
        "Stadtteilschule",
    ]
    assert cooperation.details.purpose == "Mittagstisch"
    missing = room.say("junge Familien, Hausärzte", question=7)
    assert {actor.participation for actor in missing.actors} == {Participation.MISSING}
    assert room.say("Kita + Schule: Lesen", question=1).actors == ()


def test_a_changed_line_is_read_again_until_confirmed(services: Services, room: Room) -> None:
    said = room.say("Kita Regenbogen + Stadtteilschule: Lesepaten", question=4)
    services.capture.update(
        [said.uid], StatementChanges(text="Sportverein Lindental + Stadtteilschule: Training")
    )
    again = services.views.statement(said.uid)
    assert [actor.name for actor in again.actors] == ["Sportverein Lindental", "Stadtteilschule"]
    assert again.details.purpose == "Training"
    services.capture.update([said.uid], StatementChanges(reading_confirmed=True))
    services.capture.update([said.uid], StatementChanges(text="Etwas ganz anderes"))
    assert services.views.statement(said.uid).actors == again.actors


def test_texts_are_cleaned_and_nothing_empty_is_recorded(services: Services, room: Room) -> None:
    assert room.say("  Zeile 1\r\nZeile 2\x00\x0b ").text.startswith("Zeile 1\nZeile 2")
    for empty in (" ", "\x00", "\n\t"):
        with pytest.raises(BadInputError, match="text_empty"):
            room.say(empty)


def test_a_theme_is_found_by_folded_name_or_proposed(services: Services, room: Room) -> None:
    item = room.question(1).uid
    said = services.capture.record(
        StatementDraft(plan_item_uid=item, text="Text", themes=("wohnen", "Lastenräder"))
    )
    assert set(said.themes) == {"Wohnen", "Lastenräder"}
    series = services.views.session(room.uid).series_uid
    assert {theme.name: theme.state for theme in services.views.themes(series)}[
        "Lastenräder"
    ] == "proposed"


def test_a_closed_session_takes_nothing(services: Services, room: Room) -> None:
    said = room.say("Vorher")
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    for attempt in (
        lambda: room.say("Nachher"),
        lambda: services.capture.update([said.uid], StatementChanges(text="Anders")),
        lambda: services.capture.delete([said.uid]),
        lambda: services.history.undo(room.uid),
    ):
        with pytest.raises(RefusedError, match="session_closed"):
            attempt()
    services.sessions.set_state(room.uid, SessionState.REVIEW)
    room.say("Nachher")


def test_move_to_another_question_keeps_the_order(services: Services, room: Room) -> None:
    said = [room.say(str(number)) for number in range(4)]
    services.capture.move_to_item([said[3].uid, said[1].uid], room.question(2).uid)
    assert room.texts(1) == ["0", "2"]
    assert room.texts(2) == ["1", "3"]


def test_moving_among_equal_order_keys(services: Services, room: Room) -> None:
    """Files written apart may bring equal keys; they must not stand in the way."""
    said = [room.say(str(number)) for number in range(4)]
    with services._database.write() as connection:
        connection.exec_driver_sql("UPDATE statement SET order_key = 'a0'")
    order = [each.uid for each in services.views.statements(room.uid)]
    services.capture.move(order[3], after=order[0])
    moved = [each.uid for each in services.views.statements(room.uid)]
    assert moved.index(order[3]) == 1
    assert len(said) == len(moved)


def test_take_back_the_last_statement(services: Services, room: Room) -> None:
    room.say("Bleibt", question=2)
    room.say("Geht", question=1)
    taken = services.capture.take_back_last(room.uid)
    assert taken is not None
    assert taken.text == "Geht"
    assert room.texts(1) == []
    services.history.undo(room.uid)
    assert room.texts(1) == ["Geht"]


def test_strangers_are_refused(services: Services, room: Room) -> None:
    other = Room(services)
    with pytest.raises(NotFoundError):
        services.capture.record(
            StatementDraft(
                plan_item_uid=room.question(1).uid, text="x", participant_uid=other.people[0]
            )
        )
    said = room.say("Hier")
    with pytest.raises(NotFoundError):
        services.capture.move_to_item([said.uid], other.question(1).uid)
    with pytest.raises(NotFoundError):
        services.capture.update([said.uid, "nothing"], StatementChanges(text="y"))


def test_next_steps(services: Services, room: Room) -> None:
    said = room.say("Wir fragen die Praxen", question=7)
    uid = services.capture.add_next_step(
        room.uid,
        NextStepDraft(text="Anrufen", who="KW", due=dt.date(2026, 12, 1), statement_uid=said.uid),
    )
    (step,) = services.views.next_steps(room.uid)
    assert (step.uid, step.who, step.statement_uid) == (uid, "KW", said.uid)
    services.capture.remove_next_step(uid)
    assert services.views.next_steps(room.uid) == ()


def test_several_statements_change_as_one_step(services: Services, room: Room) -> None:
    said = [room.say(str(number)).uid for number in range(3)]
    services.capture.update(said, StatementChanges(naming=NamingLevel.ANONYMOUS))
    assert {each.naming for each in services.views.statements_by_uid(said)} == {
        NamingLevel.ANONYMOUS
    }
    services.history.undo(room.uid)
    assert {each.naming for each in services.views.statements_by_uid(said)} == {None}


def test_recording_ends_its_draft_and_a_late_state_does_not_come_back(
    services: Services, room: Room
) -> None:
    item = room.question(1).uid
    services.drafts.keep(room.uid, "entry", DraftPayload("Halb"))
    revision = services.drafts.keep(room.uid, "entry", DraftPayload("Ganz"))
    services.capture.record(
        StatementDraft(plan_item_uid=item, text="Ganz", draft_revision=revision)
    )
    services.drafts.flush()
    assert services.drafts.load(room.uid) == {}
    services.drafts.keep(room.uid, "entry", DraftPayload("Neu", 3, {"item": item}))
    services.drafts.flush()
    assert services.drafts.load(room.uid) == {"entry": DraftPayload("Neu", 3, {"item": item})}


def test_opening_a_session_takes_two_statements_of_sql(services: Services, room: Room) -> None:
    for number in range(20):
        room.say(str(number), person=number % 3)
    with statements_of_sql(services) as found:
        services.views.statements(room.uid)
    assert first_words(found) == ["SELECT", "SELECT"]

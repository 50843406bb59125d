"""Names in the texts of minutes: found, replaced by the allowed form, brought back by undo."""

import datetime as dt
import json
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.plan import PlanItemChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import NextStepDraft, StatementChanges
from app.domain.minutes import MinutesOptions
from app.domain.minutes_names import NameInText, TextPlace
from app.domain.statements import StatementDetails
from app.domain.vocabulary import MinutesKind, NamingLevel, SessionState
from app.errors import RefusedError
from app.services.names import NamesService
from app.services.spelling import SpellingService
from tests.support.room import Room

FULL = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))


def found(room: Room, options: MinutesOptions = FULL) -> tuple[NameInText, ...]:
    record = room.services.minutes.record(room.uid)
    return room.services.names.in_minutes(record, options)


@pytest.fixture
def named(room: Room) -> Room:
    """Names in every text that minutes print as it was typed."""
    services = room.services
    services.people.update(room.people[1], ParticipantChanges(naming=NamingLevel.NAME))
    said = room.say("Frau Weiß und Mehmet Öztürk planen mit Brandt.")
    details = StatementDetails(reason="Laut Karin Weiß", place="Bei Brandt")
    services.capture.update([said.uid], StatementChanges(details=details, cluster="Weiß, Karin"))
    services.plan.update(room.question(2).uid, PlanItemChanges(summary="Brandts Liste gilt."))
    services.sessions.update(
        room.uid,
        SessionChanges(title="Bei Sabine Brandt", occasion="K. Weiß", distribution="Brandt"),
    )
    services.capture.add_next_step(room.uid, NextStepDraft(text="Sabine anrufen", who="alle"))
    return room


def test_each_is_found_at_its_place_with_the_form_that_may_stand_there(named: Room) -> None:
    kirche, nobody = "Kirchengemeinde St. Lukas", "eine teilnehmende Person"
    assert [(note.place, note.name, note.form) for note in found(named)] == [
        (TextPlace.TITLE, "Sabine Brandt", nobody),
        (TextPlace.DISTRIBUTION, "Brandt", nobody),
        (TextPlace.OCCASION, "K. Weiß", kirche),
        (TextPlace.ITEM, "Frau Weiß", kirche),
        (TextPlace.ITEM, "Brandt", nobody),
        (TextPlace.ITEM, "Weiß, Karin", kirche),
        (TextPlace.ITEM, "Karin Weiß", kirche),
        (TextPlace.ITEM, "Brandt", nobody),
        (TextPlace.ITEM, "Brandts", nobody),
        (TextPlace.NEXT_STEPS, "Sabine", nobody),
    ]


def test_all_are_replaced_as_one_step_and_undo_brings_every_text_back(
    services: Services, named: Room
) -> None:
    def texts() -> list[str]:
        session = services.views.session(named.uid)
        (said,) = services.views.statements(named.uid)
        (step,) = services.views.next_steps(named.uid)
        details = (said.details.reason, said.details.place)
        head = (session.title, session.occasion, session.distribution)
        return [*head, said.text, said.cluster, *details, named.question(2).summary, step.text]

    before = texts()
    services.names.replace(named.uid, found(named))
    assert texts() == [
        "Bei einer teilnehmenden Person",
        "Kirchengemeinde St. Lukas",
        "Eine teilnehmende Person",
        "Kirchengemeinde St. Lukas und Mehmet Öztürk planen mit einer teilnehmenden Person.",
        "Kirchengemeinde St. Lukas",
        "Laut Kirchengemeinde St. Lukas",
        "Bei einer teilnehmenden Person",
        "Liste (eine teilnehmende Person) gilt.",
        "Eine teilnehmende Person anrufen",
    ]
    assert found(named) == ()
    services.history.undo(named.uid)
    assert texts() == before


def test_what_is_replaced_is_searched_by_its_new_words(services: Services, named: Room) -> None:
    assert (services.search.count("Brandt"), services.search.count("teilnehmenden")) == (1, 0)
    services.names.replace(named.uid, found(named))
    assert (services.search.count("Brandt"), services.search.count("teilnehmenden")) == (0, 1)


def test_what_may_stand_is_not_asked_again_until_its_text_changes(
    services: Services, named: Room
) -> None:
    notes = found(named)
    kept = [note for note in notes if note.statement_uid and note.typed.column == "text"]
    services.names.leave(named.uid, kept[:1])
    services.names.leave(named.uid, kept[1:])
    others = tuple(note for note in notes if note not in kept)
    assert len(kept) == 2
    assert found(named) == others
    assert services.minutes.names_in_texts(named.uid, FULL) == others
    assert services.history.undoable(named.uid) == "names.leave"
    services.history.undo(named.uid)
    assert found(named) == (*others[:3], kept[1], *others[3:])
    services.history.redo(named.uid)
    (said,) = services.views.statements(named.uid)
    services.capture.update([said.uid], StatementChanges(text=f"{said.text} Auch heute."))
    assert [(n.statement_uid, n.name) for n in found(named)] == [
        (n.statement_uid, n.name) for n in notes
    ]


def test_what_may_stand_travels_without_the_name(
    services: Services, named: Room, tmp_path: Path
) -> None:
    notes = found(named)
    services.names.leave(named.uid, notes)
    path = tmp_path / "a.session.json"
    services.documents.write(named.uid, path)
    (session,) = json.loads(path.read_text())["extensions"]["quartiersdialog"]["session"]
    assert len(session["names_left"]) == len(notes)
    assert not any(note.name in str(session["names_left"]) for note in notes)
    with workspace(tmp_path / "elsewhere.db") as other:
        other.documents.read(path)
        record = other.minutes.record(named.uid)
        assert other.names.in_minutes(record, FULL) == ()


def test_in_a_closed_session_nothing_is_decided(services: Services, named: Room) -> None:
    notes = found(named)
    services.sessions.set_state(named.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError):
        services.names.leave(named.uid, notes)
    assert found(named) == notes


def test_a_text_that_changed_meanwhile_is_not_touched(services: Services, named: Room) -> None:
    notes = found(named)
    (said,) = services.views.statements(named.uid)
    services.capture.update([said.uid], StatementChanges(text="Ganz anders"))
    with pytest.raises(RefusedError) as refused:
        services.names.replace(named.uid, notes)
    assert refused.value.code == "name_text_changed"
    assert services.views.session(named.uid).title == "Bei Sabine Brandt"


def test_a_closed_session_stays_as_it_is(services: Services, named: Room) -> None:
    notes = found(named)
    services.sessions.set_state(named.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError):
        services.names.replace(named.uid, notes)
    assert found(named) == notes


def test_the_series_is_left_alone_because_other_sessions_have_it_too(
    services: Services, room: Room
) -> None:
    session = services.views.session(room.uid)
    record = services.minutes.record(room.uid)
    record = replace(record, series=replace(record.series, title="Reihe von Karin Weiß"))
    (note,) = services.names.in_minutes(record, FULL)
    assert (note.place, note.can_be_replaced) == (TextPlace.SERIES, False)
    services.names.replace(room.uid, [note])
    assert services.views.session(room.uid).series_title == session.series_title


def test_a_withdrawal_reaches_the_next_search(services: Services, room: Room) -> None:
    """The finder of the last search is kept only as long as nothing about the people changed."""
    services.people.update(room.people[2], ParticipantChanges(naming=NamingLevel.NAME))
    room.say("Brandt berichtet.")
    assert found(room) == ()
    services.people.update(room.people[2], ParticipantChanges(naming=NamingLevel.ANONYMOUS))
    assert [note.name for note in found(room)] == ["Brandt"]
    services.people.update(room.people[2], ParticipantChanges(name="Sabine Kellermann"))
    room.say("Kellermann ergänzt.")
    assert [note.name for note in found(room)] == ["Kellermann"]


class Dictionary(SpellingService):
    """One that knows a few words, and without another process."""

    def __init__(self, *words: str) -> None:
        super().__init__(())
        self._words = words

    def check(self, words: Sequence[str], own: Collection[str] = ()) -> dict[str, bool]:
        return {word: word in self._words for word in words}


def test_a_word_of_the_language_that_resembles_a_name_is_no_proposal(
    services: Services, room: Room
) -> None:
    services.people.update(room.people[2], ParticipantChanges(name="Sven Kindler"))
    room.say("Kinder und Kindlers und Kindeler spielen.")
    record = services.minutes.record(room.uid)
    for dictionary, names in (
        (Dictionary("Kinder"), ["Kindlers", "Kindeler"]),
        (Dictionary(), ["Kinder", "Kindlers", "Kindeler"]),
    ):
        service = NamesService(services.names._writer, services.texts, dictionary)
        assert [note.name for note in service.in_minutes(record, FULL)] == names


def test_a_confidential_session_looks_for_organisations_and_places_too(
    services: Services, room: Room
) -> None:
    room.say("Im Lindenviertel hilft die Kirchengemeinde St. Lukas.")
    assert found(room) == ()
    services.sessions.update(room.uid, SessionChanges(confidential=True))
    assert {note.name: note.form for note in found(room)} == {
        "Lindenviertel": "ein Ort im Quartier",
        "Kirchengemeinde St. Lukas": "eine Organisation",
    }

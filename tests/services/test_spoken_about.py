"""People a statement is about: their names stand in the text, and in Word only as agreed."""

import datetime as dt
import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.document_copy import fresh_ids
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.minutes import MinutesOptions
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.room import Room
from tests.support.word import words_of

FULL = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))


def say(room: Room, text: str, *about: int) -> StatementView:
    """A statement that is about some of the participants."""
    uids = tuple(room.people[number] for number in about)
    draft = StatementDraft(plan_item_uid=room.question(1).uid, text=text, about=uids)
    return room.services.capture.record(draft)


def printed(services: Services, room: Room, folder: Path, options: MinutesOptions = FULL) -> str:
    """The words of the minutes."""
    path = folder / "protokoll.docx"
    services.minutes.export(room.uid, options, path)
    return words_of(path)


@pytest.mark.parametrize(
    ("naming", "words"),
    [
        (NamingLevel.NAME, "Karin Weiß soll reden"),
        (NamingLevel.ORGANISATION, "Kirchengemeinde St. Lukas soll reden"),
        (NamingLevel.ORGANISATION_KIND, "eine Kirchengemeinde soll reden"),
        (NamingLevel.ANONYMOUS, "eine teilnehmende Person soll reden"),
    ],
)
def test_in_word_they_are_named_as_they_chose(
    services: Services, room: Room, tmp_path: Path, naming: NamingLevel, words: str
) -> None:
    services.people.update(room.people[0], ParticipantChanges(naming=naming))
    say(room, "Karin Weiß soll reden", 0)
    body = printed(services, room, tmp_path)
    assert words in body
    assert ("Karin Weiß" in body) is (naming is NamingLevel.NAME)
    assert services.minutes.names_in_texts(room.uid, FULL) == ()


def test_without_the_reference_the_name_is_printed_and_noted(
    services: Services, room: Room, tmp_path: Path
) -> None:
    """Negative control: it is the reference that protects."""
    services.people.update(room.people[0], ParticipantChanges(naming=NamingLevel.ANONYMOUS))
    say(room, "Karin Weiß soll reden")
    assert "Karin Weiß" in printed(services, room, tmp_path)
    assert [note.name for note in services.minutes.names_in_texts(room.uid, FULL)] == ["Karin Weiß"]


def test_quotes_several_people_and_the_statements_own_level(
    services: Services, room: Room, tmp_path: Path
) -> None:
    for person in room.people:
        services.people.update(person, ParticipantChanges(naming=NamingLevel.NAME))
    quote = say(room, "Karin Weiß und Mehmet  Öztürk, sagt Sabine Brandt", 0, 1)
    changes = StatementChanges(verbatim=True, naming=NamingLevel.ORGANISATION)
    services.capture.update([quote.uid], changes)
    body = printed(services, room, tmp_path)
    assert "Kirchengemeinde St. Lukas und Nachbarschaftshilfe e. V., sagt Sabine Brandt" in body


def test_a_confidential_session_names_nobody(
    services: Services, room: Room, tmp_path: Path
) -> None:
    services.people.update(room.people[0], ParticipantChanges(naming=NamingLevel.NAME))
    services.sessions.update(room.uid, SessionChanges(confidential=True))
    say(room, "Karin Weiß soll reden", 0)
    body = printed(services, room, tmp_path)
    assert "eine teilnehmende Person soll reden" in body
    assert "Karin" not in body


def test_undo_merging_and_going_on_keep_them(services: Services, room: Room) -> None:
    first, second = say(room, "Karin Weiß", 0), say(room, "Mehmet Öztürk", 1)
    merged = services.capture.merge([first.uid, second.uid])
    assert merged.about == tuple(room.people[:2])
    services.history.undo(room.uid)
    item = room.question(1).uid
    assert [s.about for s in services.views.statements(room.uid, item)] == [
        (room.people[0],),
        (room.people[1],),
    ]
    more = StatementDraft(plan_item_uid=item, text="Sabine Brandt", about=(room.people[2],))
    assert services.capture.go_on(more).about == (room.people[1], room.people[2])


def test_nobody_else_is_spoken_about(services: Services, room: Room) -> None:
    draft = StatementDraft(plan_item_uid=room.question(1).uid, text="x", about=("nobody",))
    with pytest.raises(NotFoundError):
        services.capture.record(draft)
    other = Room(services)
    statement = say(room, "x")
    changes = StatementChanges(about=(other.people[0],))
    with pytest.raises(NotFoundError):
        services.capture.update([statement.uid], changes)
    assert room.texts() == ["x"]


def test_who_is_spoken_about_stays_as_long_as_the_name_does(services: Services, room: Room) -> None:
    uid = services.people.add(room.uid, ParticipantDraft(name="Ute Jansen"))
    room.people.append(uid)
    statement = say(room, "Ute Jansen soll reden", 3)
    with pytest.raises(RefusedError) as caught:
        services.people.remove(uid)
    assert caught.value.code == "participant_is_mentioned"
    services.capture.update([statement.uid], StatementChanges(text="Jemand soll reden"))
    services.people.remove(uid)
    services.history.undo(room.uid)
    services.history.undo(room.uid)
    assert room.texts() == ["Ute Jansen soll reden"]


def test_they_travel_with_the_session(services: Services, room: Room, tmp_path: Path) -> None:
    say(room, "Karin Weiß soll reden", 0)
    path = tmp_path / "a.session.json"
    services.documents.write(room.uid, path)
    with workspace(tmp_path / "other.db") as other:
        report = other.documents.read(path)
        (statement,) = other.views.statements(report.session_uid)
        assert statement.about == (room.people[0],)
        again = other.documents.read(path)
        assert (again.new_rows, again.differences) == (0, ())
        copy = tmp_path / "b.session.json"
        copy.write_bytes(fresh_ids(path.read_bytes()))
        (statement,) = other.views.statements(other.documents.read(copy).session_uid)
        (about,) = statement.about
        assert about != room.people[0]
        assert about in {p.uid for p in other.views.participants(other_uid(other, room.uid))}


def other_uid(services: Services, uid: str) -> str:
    """The session that is not this one."""
    return next(each.uid for each in services.views.sessions() if each.uid != uid)


def test_a_reference_that_leads_nowhere_is_an_error(
    services: Services, room: Room, tmp_path: Path
) -> None:
    say(room, "Karin Weiß soll reden", 0)
    path = tmp_path / "a.session.json"
    services.documents.write(room.uid, path)
    root = json.loads(path.read_text(encoding="utf-8"))
    (extra,) = root["extensions"]["quartiersdialog"]["statement"]
    extra["about"] = ["00000000-0000-4000-8000-000000000000"]
    path.write_text(json.dumps(root), encoding="utf-8")
    with workspace(tmp_path / "other.db") as other, pytest.raises(BadInputError) as caught:
        other.documents.read(path)
    assert "about" in str(caught.value.values["where"])


def test_a_summary_of_results_prints_them_so_too(
    services: Services, room: Room, tmp_path: Path
) -> None:
    statement = say(room, "Karin Weiß soll reden", 0)
    services.capture.update([statement.uid], StatementChanges(is_result=True))
    services.people.update(room.people[0], ParticipantChanges(naming=NamingLevel.ANONYMOUS))
    for kind in MinutesKind:
        body = printed(services, room, tmp_path, replace(FULL, kind=kind))
        assert "Karin Weiß" not in body

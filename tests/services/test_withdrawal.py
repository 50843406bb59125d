"""Who withdraws is named in nothing that leaves later, and in no version that is kept."""

import datetime as dt
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from app.bootstrap import workspace
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.sessions import SessionDraft
from app.domain.incoming.statements import NextStepDraft, StatementChanges
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, NamingLevel, PaperKind, SessionState
from app.errors import NotFoundError
from app.services.paper import MinutesFormat
from tests.support.room import Room
from tests.support.tables import dump

DAY = dt.date(2026, 11, 28)
KINDS = [MinutesOptions(kind=kind, created=DAY, attribution=True) for kind in MinutesKind]
NAME = "Weiß"


@pytest.fixture
def open_room(room: Room) -> Room:
    """Karin Weiß agreed to everything: in statements, on the list, in next steps."""
    services = room.services
    said = room.say("Gesagt von ihr.", person=0)
    services.capture.update([said.uid], StatementChanges(is_result=True))
    changes = ParticipantChanges(naming=NamingLevel.NAME, on_attendance_list=True)
    services.people.update(room.people[0], changes)
    step = NextStepDraft(text="Anrufen", who="Karin Weiß", participant_uid=room.people[0])
    services.capture.add_next_step(room.uid, step)
    return room


def outputs(room: Room, folder: Path, session: str) -> Iterator[str]:
    """Everything in every file that names people, one text each."""
    minutes = room.services.minutes
    for number, options in enumerate(KINDS):
        for form in (MinutesFormat.DOCX, MinutesFormat.XLSX, MinutesFormat.CSV, MinutesFormat.TXT):
            path = folder / f"{number}{form.suffix}"
            minutes.export(session, options, path, form=form)
            yield _content(path)
    for kind in (PaperKind.ATTENDANCE, PaperKind.SLIPS, PaperKind.NAME_CARDS):
        path = folder / f"{kind}.docx"
        room.services.papers.write(session, kind, path, created=DAY)
        yield _content(path)


def _content(path: Path) -> str:
    if path.suffix in {".txt", ".csv"}:
        return path.read_text("utf-8-sig")
    with ZipFile(path) as package:
        return "\n".join(
            package.read(name).decode("utf-8", "replace") for name in package.namelist()
        )


def later_session(room: Room, *, with_people: bool = True) -> str:
    draft = SessionDraft(
        date=dt.date(2026, 12, 22), earlier_uid=room.uid, with_participants=with_people
    )
    return room.services.sessions.create(draft)


def test_every_later_output_is_without_the_name(open_room: Room, tmp_path: Path) -> None:
    before = list(outputs(open_room, tmp_path, open_room.uid))
    assert sum(NAME in text for text in before) > len(before) // 2, "else nothing is proven"
    open_room.services.withdrawal.withdraw(open_room.people[0])
    assert [text for text in outputs(open_room, tmp_path, open_room.uid) if NAME in text] == []


def test_it_holds_in_a_closed_session_and_can_be_taken_back(
    open_room: Room, tmp_path: Path
) -> None:
    services = open_room.services
    services.sessions.set_state(open_room.uid, SessionState.CLOSED)
    services.withdrawal.withdraw(open_room.people[0])
    person = services.views.participants(open_room.uid)[0]
    assert (person.is_withdrawn, person.agreed) == (True, NamingLevel.ANONYMOUS)
    assert (person.may_be_listed, person.on_attendance_list) == (False, True)
    services.withdrawal.take_back(open_room.people[0])
    person = services.views.participants(open_room.uid)[0]
    assert (person.agreed, person.may_be_listed) == (NamingLevel.NAME, True)
    assert NAME in "".join(outputs(open_room, tmp_path, open_room.uid))


def test_it_holds_in_all_sessions_of_the_series_also_in_later_ones(open_room: Room) -> None:
    services = open_room.services
    existing = later_session(open_room)
    services.withdrawal.withdraw(open_room.people[0])
    coming = later_session(open_room)
    for session in (existing, coming):
        found = [p.name for p in services.views.participants(session) if p.is_withdrawn]
        assert found == ["Karin Weiß"]


def test_kept_versions_forget_the_name_in_every_form_and_the_journal_never_had_it(
    open_room: Room, tmp_path: Path
) -> None:
    services = open_room.services
    open_room.say("Frau Weiß kocht, Karin Weiß' Küche ist groß.")
    open_room.say("Das Weiß der Wand blendet.")
    services.minutes.export(open_room.uid, KINDS[2], tmp_path / "a.docx")
    path = services.workspace.path
    assert "Frau Weiß" in _kept(path), "printed as it was typed"
    services.withdrawal.withdraw(open_room.people[0])
    kept = _kept(path)
    assert "Frau Weiß" not in kept
    assert "Karin Weiß" not in kept
    assert "kocht" in kept
    assert "Das Weiß der Wand" in kept, "a colour is no name"
    journal = [str(entry) for entry in dump(path)["journal_entry"] if "minutes_version" in entry]
    assert journal
    assert not any("kocht" in entry for entry in journal)


def _kept(path: Path) -> str:
    lines = [row[-1] for row in dump(path)["minutes_version"]]
    return "\n".join(line.get("text", "") for each in lines for line in json.loads(each))


def test_where_they_were_named_is_listed_for_the_person_alone(
    open_room: Room, tmp_path: Path
) -> None:
    services = open_room.services
    later = later_session(open_room)
    services.minutes.export(open_room.uid, KINDS[2], tmp_path / "Protokoll.docx")
    services.papers.write(later, PaperKind.NAME_CARDS, tmp_path / "Karten.docx", created=DAY)
    listed = services.views.exports_naming(open_room.people[0])
    assert [line.file_name for line in listed] == ["Karten.docx", "Protokoll.docx"]
    assert {line.session_uid for line in listed} == {open_room.uid, later}
    other = services.views.exports_naming(open_room.people[1])
    assert [line.file_name for line in other] == ["Karten.docx"]


@pytest.mark.parametrize("options", KINDS, ids=lambda options: options.kind.value)
def test_who_only_does_a_next_step_is_listed_and_begins_a_version(
    room: Room, tmp_path: Path, options: MinutesOptions
) -> None:
    services, options = room.services, replace(options, attribution=False)
    room.say("Es fehlt Zeit.")
    step = NextStepDraft(text="Anrufen", who="Karin Weiß", participant_uid=room.people[0])
    services.capture.add_next_step(room.uid, step)
    services.minutes.export(room.uid, options, tmp_path / "a.docx")
    assert NAME in _content(tmp_path / "a.docx")
    listed = services.views.exports_naming(room.people[0])
    assert [line.file_name for line in listed] == ["a.docx"]
    services.withdrawal.withdraw(room.people[0])
    services.minutes.export(room.uid, options, tmp_path / "b.docx")
    assert NAME not in _content(tmp_path / "b.docx")
    assert [line.version for line in services.views.exports(room.uid)] == [2, 1]
    if options.kind is not MinutesKind.RESULTS:  # the sheet has no room for a list
        assert "Nennung der Teilnehmenden geändert" in _content(tmp_path / "b.docx")


def test_it_travels_with_the_session(open_room: Room, tmp_path: Path) -> None:
    open_room.services.withdrawal.withdraw(open_room.people[0])
    path = tmp_path / "a.session.json"
    open_room.services.documents.write(open_room.uid, path)
    raw = json.loads(path.read_text("utf-8"))
    (row,) = [p for p in raw["participants"] if NAME in p["name"]]
    assert row["attribution"] == "anonymous", "also for programs that know no withdrawal"
    with workspace(tmp_path / "dort.db") as there:
        there.documents.read(path)
        assert there.views.participants(open_room.uid)[0].is_withdrawn


def test_nobody_unknown_can_withdraw(room: Room) -> None:
    with pytest.raises(NotFoundError):
        room.services.withdrawal.withdraw("gibt es nicht")

"""Pseudonyms: stable in a series, in a table of their own and nowhere else."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.minutes import MinutesOptions
from app.domain.pseudonyms import letters
from app.domain.vocabulary import MinutesKind
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.room import Room

DAY = dt.date(2026, 11, 28)
FULL = MinutesOptions(kind=MinutesKind.FULL, created=DAY)


def series_of(room: Room) -> str:
    return room.services.views.session(room.uid).series_uid


@pytest.mark.parametrize(
    ("number", "expected"), [(1, "A"), (26, "Z"), (27, "AA"), (52, "AZ"), (53, "BA"), (703, "AAA")]
)
def test_letters_go_on_after_z(number: int, expected: str) -> None:
    assert letters(number) == expected


def test_who_has_a_pseudonym_keeps_it_in_all_sessions(room: Room) -> None:
    services, series = room.services, series_of(room)
    first = services.pseudonyms.of_series(series)
    assert [(each.word, each.name) for each in first] == [
        ("Person A", "Karin Weiß"),
        ("Person B", "Mehmet Öztürk"),
        ("Person C", "Sabine Brandt"),
    ]
    later = services.sessions.create(
        SessionDraft(date=DAY, earlier_uid=room.uid, with_participants=True)
    )
    services.people.add(later, ParticipantDraft(name="Neu Dabei"))
    services.people.remove(room.people[0])
    again = services.pseudonyms.of_series(series)
    assert again[:3] == first
    assert [(each.word, each.name) for each in again[3:]] == [("Person D", "Neu Dabei")]
    assert services.pseudonyms.of_series(series) == again, "asked again, nobody gets another"


def test_the_table_is_a_file_of_its_own(room: Room, tmp_path: Path) -> None:
    room.say("Gesagt.", person=0)
    for name in ("p.csv", "p.xlsx"):
        room.services.pseudonyms.write(room.uid, tmp_path / name, created=DAY)
    with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[:2] == [["Pseudonym", "Name"], ["Person A", "Karin Weiß"]]
    assert "Gesagt" not in (tmp_path / "p.csv").read_text("utf-8-sig")
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == rows
    with pytest.raises(BadInputError):
        room.services.pseudonyms.write(room.uid, tmp_path / "p.docx", created=DAY)
    with pytest.raises(NotFoundError):
        room.services.pseudonyms.of_series("gibt es nicht")
    with pytest.raises(NotFoundError):
        room.services.pseudonyms.write("gibt es nicht", tmp_path / "p.csv", created=DAY)


def test_the_table_is_logged_with_whom_it_names(room: Room, tmp_path: Path) -> None:
    services = room.services
    services.withdrawal.withdraw(room.people[1])
    services.pseudonyms.write(room.uid, tmp_path / "p.csv", created=DAY)
    content = (tmp_path / "p.csv").read_text("utf-8-sig")
    assert ["Person A" in content, "Person B" in content, "Öztürk" in content] == [
        True,
        False,
        False,
    ]
    (logged,) = services.views.exports(room.uid)
    assert logged.kind == "pseudonyms"
    assert set(logged.named) == {room.people[0], room.people[2]}
    assert [export.uid for export in services.views.exports_naming(room.people[0])] == [logged.uid]
    assert services.views.exports_naming(room.people[1]) == ()


def statements(room: Room, path: Path) -> list[dict[str, str]]:
    room.services.pseudonyms.write_statements(room.uid, FULL, path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def test_statements_have_them_in_the_place_of_names(room: Room, tmp_path: Path) -> None:
    room.say("Mehr Bänke.", person=0)
    room.say("Ein Fest.", person=1)
    room.say("Noch mehr Bänke.", person=0)
    room.say("Von niemandem.")
    rows = statements(room, tmp_path / "s.csv")
    assert [(row["Pseudonym"], row["Beitrag"]) for row in rows] == [
        ("Person A", "Mehr Bänke."),
        ("Person B", "Ein Fest."),
        ("Person A", "Noch mehr Bänke."),
        ("", "Von niemandem."),
    ]
    assert "Wer" not in rows[0]
    assert "Karin" not in (tmp_path / "s.csv").read_text("utf-8-sig")
    (logged,) = room.services.views.exports(room.uid)
    assert not logged.named, "nobody is named in it"


def test_who_has_withdrawn_is_told_apart_no_more(room: Room, tmp_path: Path) -> None:
    room.say("Mehr Bänke.", person=0)
    room.say("Ein Fest.", person=1)
    room.services.withdrawal.withdraw(room.people[0])
    rows = statements(room, tmp_path / "s.csv")
    assert [row["Pseudonym"] for row in rows] == ["", "Person B"]


def test_a_confidential_session_tells_nobody_apart(room: Room, tmp_path: Path) -> None:
    room.say("Mehr Bänke.", person=0)
    confidential = replace(FULL, confidential=True)
    with pytest.raises(RefusedError) as caught:
        room.services.pseudonyms.write_statements(room.uid, confidential, tmp_path / "s.csv")
    assert caught.value.code == "pseudonyms_confidential"
    room.services.sessions.update(room.uid, SessionChanges(confidential=True))
    with pytest.raises(RefusedError):
        statements(room, tmp_path / "s.csv")
    assert list(tmp_path.glob("s.*")) == []


def test_no_session_document_has_them(room: Room, tmp_path: Path) -> None:
    room.services.pseudonyms.of_series(series_of(room))
    room.services.documents.write(room.uid, tmp_path / "a.session.json")
    assert "pseudonym" not in (tmp_path / "a.session.json").read_text("utf-8").lower()

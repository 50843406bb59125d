"""Pseudonyms: stable in a series, in a table of their own and nowhere else."""

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.sessions import SessionDraft
from app.domain.pseudonyms import letters
from app.errors import BadInputError, NotFoundError
from tests.support.room import Room

DAY = dt.date(2026, 11, 28)


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
        room.services.pseudonyms.write(series_of(room), tmp_path / name, created=DAY)
    with (tmp_path / "p.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file, delimiter=";"))
    assert rows[:2] == [["Pseudonym", "Name"], ["Person A", "Karin Weiß"]]
    assert "Gesagt" not in (tmp_path / "p.csv").read_text("utf-8-sig")
    sheet = openpyxl.load_workbook(tmp_path / "p.xlsx").active
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == rows
    with pytest.raises(BadInputError):
        room.services.pseudonyms.write(series_of(room), tmp_path / "p.docx", created=DAY)
    with pytest.raises(NotFoundError):
        room.services.pseudonyms.of_series("gibt es nicht")


def test_no_session_document_has_them(room: Room, tmp_path: Path) -> None:
    room.services.pseudonyms.of_series(series_of(room))
    room.services.documents.write(room.uid, tmp_path / "a.session.json")
    assert "pseudonym" not in (tmp_path / "a.session.json").read_text("utf-8").lower()

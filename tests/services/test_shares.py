"""Anonymous shares as a file: what is in it, and when there is none."""

import csv
import datetime as dt
from pathlib import Path

import openpyxl
import pytest

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantChanges, ParticipantDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementDraft
from app.domain.vocabulary import OrganisationKind, SessionState
from app.errors import BadInputError, RefusedError
from app.services.paper import MinutesFormat
from tests.support.docx_checks import parts
from tests.support.room import Room

NAMES = ("Ada Ahrens", "Bo Brand", "Cem Can", "Dora Dietz", "Eva Ehm", "Fred Fink", "Gil Groß")
KINDS = (*[OrganisationKind.PARISH] * 3, *[OrganisationKind.HOUSING] * 3, OrganisationKind.CARE)


@pytest.fixture
def room(services: Services) -> Room:
    """Three, three and one, and one statement of the first."""
    room = Room(services)
    for uid in room.people:
        services.people.remove(uid)
    uids = [
        services.people.add(
            room.uid,
            ParticipantDraft(name=name, organisation=f"Haus {name[0]}", organisation_kind=kind),
        )
        for name, kind in zip(NAMES, KINDS, strict=True)
    ]
    item = services.views.plan_items(room.uid)[0]
    for uid in (uids[0], uids[0], uids[3], uids[6]):
        services.capture.record(
            StatementDraft(plan_item_uid=item.uid, text="Gesagt", participant_uid=uid)
        )
    return room


def write(room: Room, path: Path) -> Path:
    form = MinutesFormat(path.suffix[1:])
    room.services.shares.write(room.uid, path, form=form, now=dt.datetime.now(dt.UTC))
    return path


def test_shares_as_csv(room: Room, tmp_path: Path) -> None:
    text = write(room, tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(text.splitlines(), delimiter=";"))
    assert rows == [
        ["Art der Organisation", "Anwesende in\xa0%", "Beiträge in\xa0%"],
        ["Kirchengemeinde", "43", "50"],
        ["übrige (Arten mit weniger als drei Personen)", "57", "50"],
    ]
    assert not any(name in text or f"Haus {name[0]}" in text for name in NAMES)


def test_shares_as_an_excel_table(room: Room, tmp_path: Path) -> None:
    path = write(room, tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    rows = list(book["Anteile"].iter_rows(values_only=True))
    assert rows[1] == ("Kirchengemeinde", 43, 50)
    whole = b"".join(parts(path).values()).decode()
    assert "creator" not in whole
    assert not any(name in whole for name in NAMES)


def test_a_closed_session_has_shares_of_statements(room: Room, tmp_path: Path) -> None:
    room.services.speakers.request(room.uid, room.services.views.participants(room.uid)[0].uid)
    room.services.speakers.give_floor(room.uid)
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    assert not room.services.shares.of_session(room.uid, now=later).timed


def test_times_are_of_groups_while_it_runs(room: Room, tmp_path: Path) -> None:
    room.services.speakers.request(room.uid, room.services.views.participants(room.uid)[0].uid)
    room.services.speakers.give_floor(room.uid)
    later = dt.datetime.now(dt.UTC) + dt.timedelta(minutes=10)
    found = room.services.shares.of_session(room.uid, now=later)
    assert [row.time for row in found.rows] == [100, 0]


def test_what_would_point_to_somebody_is_refused(room: Room, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with pytest.raises(BadInputError) as wrong:
        room.services.shares.write(
            room.uid, path, form=MinutesFormat.DOCX, now=dt.datetime.now(dt.UTC)
        )
    assert wrong.value.code == "shares_are_a_table"
    for person in room.services.views.participants(room.uid)[3:6]:
        room.services.people.update(
            person.uid, ParticipantChanges(organisation_kind=OrganisationKind.PARISH)
        )
    with pytest.raises(RefusedError) as refused:
        write(room, path)
    assert refused.value.code == "shares_too_few"
    room.services.sessions.update(room.uid, SessionChanges(confidential=True))
    with pytest.raises(RefusedError) as refused:
        write(room, path)
    assert refused.value.code == "shares_confidential"
    assert not path.exists()

"""A next step that names somebody of the session."""

import datetime as dt
import json
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.statements import NextStepDraft
from app.domain.minutes import MinutesOptions
from app.domain.statements import NextStepView
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.errors import BadInputError, NotFoundError
from app.export.blocks import Table
from app.export.minutes import compose
from tests.support.room import Room
from tests.support.tables import everything


def add(services: Services, room: Room, person: int = 0) -> NextStepView:
    someone = services.views.participants(room.uid)[person]
    draft = NextStepDraft(text="Anrufen", who=someone.name, participant_uid=someone.uid)
    services.capture.add_next_step(room.uid, draft)
    return services.views.next_steps(room.uid)[-1]


def printed(services: Services, room: Room) -> str:
    options = MinutesOptions(MinutesKind.SUMMARY, created=dt.date(2026, 11, 22))
    record = services.minutes.record(room.uid)
    tables = [b for b in compose(record, options, services.texts).blocks if isinstance(b, Table)]
    return json.dumps([table.rows for table in tables if len(table.columns) < 5])


def test_the_name_follows_the_person(services: Services, room: Room) -> None:
    step = add(services, room)
    assert step.participant_uid
    services.people.update(step.participant_uid, ParticipantChanges(name="Neuer Name"))
    (after,) = services.views.next_steps(room.uid)
    assert (after.who, after.participant_uid) == ("Neuer Name", step.participant_uid)


def test_what_was_written_stays_when_the_person_leaves_the_list(
    services: Services, room: Room
) -> None:
    step = add(services, room)
    assert step.participant_uid
    services.people.remove(step.participant_uid)
    (after,) = services.views.next_steps(room.uid)
    assert (after.who, after.participant_uid) == (step.who, None)
    services.history.undo(room.uid)
    assert services.views.next_steps(room.uid) == (step,)


def test_somebody_of_another_session_does_nothing_here(services: Services, room: Room) -> None:
    other = Room(services)
    someone = services.views.participants(other.uid)[0]
    draft = NextStepDraft(text="Anrufen", participant_uid=someone.uid)
    with pytest.raises(NotFoundError):
        services.capture.add_next_step(room.uid, draft)


def test_a_renamed_person_is_printed_as_agreed(services: Services, room: Room) -> None:
    """A written name that nobody has any more cannot be protected; a reference can."""
    step = add(services, room)
    assert step.participant_uid
    services.people.update(
        step.participant_uid,
        ParticipantChanges(name="Geheimer Name", naming=NamingLevel.ORGANISATION),
    )
    out = printed(services, room)
    assert step.who not in out
    assert "Geheimer Name" not in out
    organisation = services.views.participants(room.uid)[0].organisation
    assert organisation
    assert json.dumps(organisation)[1:-1] in out
    services.people.update(step.participant_uid, ParticipantChanges(naming=NamingLevel.NAME))
    assert "Geheimer Name" in printed(services, room)


def test_it_travels(services: Services, room: Room, tmp_path: Path) -> None:
    add(services, room)
    services.capture.add_next_step(room.uid, NextStepDraft(text="Frei", who="Stadtverwaltung"))
    out = tmp_path / "out.session.json"
    services.documents.write(room.uid, out)
    with workspace(tmp_path / "elsewhere.db") as other:
        other.documents.read(out)
        here, there = everything(services.workspace.path), everything(other.workspace.path)
        assert here["next_step"] == there["next_step"]
        assert other.views.next_steps(room.uid) == services.views.next_steps(room.uid)
    document = json.loads(out.read_text("utf-8"))
    step = document["extensions"]["quartiersdialog"]["next_step"][0]
    step["participant"] = "00000000-0000-4000-8000-000000000009"
    out.write_text(json.dumps(document), "utf-8")
    with pytest.raises(BadInputError, match="participant"):
        services.documents.read(out)

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Services, workspace
from app.domain.changes import ChangeSet
from app.domain.incoming.plan import PlanItemChanges, PlanItemDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.vocabulary import PlanItemKind, StatementKind
from app.errors import RefusedError
from tests.support.room import Room
from tests.support.tables import everything

Snapshot = dict[str, list[dict[str, object]]]


def _state(services: Services) -> Snapshot:
    return everything(services.workspace.path)


def test_undo_and_redo_of_each_kind_of_change(services: Services, room: Room) -> None:
    first = room.say("Erster", person=0)
    second = room.say("Zweiter", person=1)
    item = room.question(2).uid
    steps: list[Callable[[], object]] = [
        lambda: services.capture.update([first.uid], StatementChanges(text="Verbessert")),
        lambda: services.capture.update(
            [first.uid, second.uid], StatementChanges(kind=StatementKind.GOAL, is_result=True)
        ),
        lambda: services.capture.update([first.uid], StatementChanges(themes=("Wohnen", "Neu"))),
        lambda: services.capture.update([first.uid], StatementChanges(participant_uid=None)),
        lambda: services.capture.move(second.uid, after=None),
        lambda: services.capture.move_to_item([first.uid], item),
        lambda: services.capture.delete([first.uid, second.uid]),
        lambda: services.plan.update(item, PlanItemChanges(minutes=3, prompts=("Warum?",))),
        lambda: services.plan.move(item, after=None),
        lambda: services.plan.add(
            room.uid, PlanItemDraft(kind=PlanItemKind.BREAK, title="Pause"), after=item
        ),
        lambda: services.sessions.update(room.uid, SessionChanges(title="Anders", code="XYZ")),
        lambda: services.capture.add_next_step(room.uid, NextStepDraft(text="Anrufen", who="KW")),
        lambda: services.people.remove(room.people[2]),
    ]
    states = [_state(services)]
    for number, step in enumerate(steps):
        step()
        states.append(_state(services))
        assert states[-1] != states[-2], number
    for expected in reversed(states[:-1]):
        services.history.undo(room.uid)
        assert _state(services) == expected
    for expected in states[1:]:
        services.history.redo(room.uid)
        assert _state(services) == expected


def test_nothing_to_undo_or_redo_is_said(services: Services, room: Room) -> None:
    while services.history.undoable(room.uid):
        services.history.undo(room.uid)
    with pytest.raises(RefusedError, match="undo_nothing"):
        services.history.undo(room.uid)
    services.history.redo(room.uid)
    room.say("Etwas Neues")
    assert services.history.redoable(room.uid) is None
    with pytest.raises(RefusedError, match="redo_nothing"):
        services.history.redo(room.uid)


def test_undo_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        room = Room(services)
        room.say("Bleibt")
        room.say("Geht")
    with workspace(path) as services:
        assert services.history.undoable(room.uid) == "statement.record"
        services.history.undo(room.uid)
        assert [each.text for each in services.views.statements(room.uid)] == ["Bleibt"]
        services.history.redo(room.uid)
        assert len(services.views.statements(room.uid)) == 2


def test_a_field_that_changed_since_is_not_overwritten(services: Services, room: Room) -> None:
    said = room.say("Eins")
    services.capture.update([said.uid], StatementChanges(text="Zwei"))
    with services._database.write() as connection:  # as another way in would do it
        connection.exec_driver_sql("UPDATE statement SET text = 'Drei', folded = 'drei'")
    before = _state(services)
    with pytest.raises(RefusedError, match="undo_changed_since"):
        services.history.undo(room.uid)
    assert _state(services) == before


def test_without_its_journal_entry_a_change_cannot_be_taken_back(
    services: Services, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Negative control: the proofs above rest on the journal and would notice it missing."""
    said = room.say("Eins")
    monkeypatch.setattr("app.storage.unit_of_work.UnitOfWork._note", lambda *_: None)
    services.capture.update([said.uid], StatementChanges(text="Zwei"))
    monkeypatch.undo()
    with pytest.raises(RefusedError, match="undo_changed_since"):
        services.history.undo(room.uid)


def test_undo_is_reported_like_any_other_change(services: Services, room: Room) -> None:
    said = room.say("Eins")
    seen: list[ChangeSet] = []
    services.changes.subscribe(seen.append)
    change = services.history.undo(room.uid)
    assert seen == [change]
    assert [(each.uid, each.what) for each in change.changes if each.uid == said.uid] == [
        (said.uid, "deleted")
    ]


EDITS = st.lists(
    st.tuples(
        st.sampled_from(["record", "edit", "delete", "move", "kind", "theme", "item"]),
        st.integers(0, 9),
    ),
    max_size=12,
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(EDITS)
def test_undo_of_everything_is_the_start_and_redo_the_end(
    tmp_path: Path, edits: list[tuple[str, int]]
) -> None:
    with workspace(tmp_path / "random.db") as services:
        room = Room(services)
        room.say("Anfang")
        start = _state(services)
        done = sum(_edit(services, room, name, number) for name, number in edits)
        end = _state(services)
        for _ in range(done):
            services.history.undo(room.uid)
        # A proposed theme that a change brought stays out of sight, but its row is there.
        assert _state(services) == start
        for _ in range(done):
            services.history.redo(room.uid)
        assert _state(services) == end


def _edit(services: Services, room: Room, name: str, number: int) -> int:
    """One edit; returns how many operations it made."""
    statements = services.views.statements(room.uid)
    if name == "record":
        room.say(f"Beitrag {number}", question=number % 8 + 1)
        return 1
    if not statements:
        return 0
    chosen = statements[number % len(statements)]
    before = services.history.undoable(room.uid), _operations(services)
    if name == "edit":
        services.capture.update([chosen.uid], StatementChanges(text=f"Text {number}"))
    elif name == "delete":
        services.capture.delete([chosen.uid])
    elif name == "move":
        services.capture.move(chosen.uid, after=None)
    elif name == "kind":
        services.capture.update([chosen.uid], StatementChanges(kind=list(StatementKind)[number]))
    elif name == "theme":
        services.capture.update([chosen.uid], StatementChanges(themes=(f"Thema {number}",)))
    else:
        services.capture.move_to_item([chosen.uid], room.question(number % 8 + 1).uid)
    return _operations(services) - before[1]


def _operations(services: Services) -> int:
    return services.workspace.check().counts["operation"]


def test_recording_through_undo_keeps_the_numbers_of_the_draft(
    services: Services, room: Room
) -> None:
    item = room.question(1).uid
    services.capture.record(StatementDraft(plan_item_uid=item, text="Eins", themes=("Wohnen",)))
    services.history.undo(room.uid)
    services.history.redo(room.uid)
    (said,) = services.views.statements(room.uid)
    assert said.themes == ("Wohnen",)

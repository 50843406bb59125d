"""What the room says to a result: kept with it, one step to undo, the dissent a statement."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from app.bootstrap import workspace
from app.domain.incoming.statements import StatementChanges
from app.domain.minutes import MinutesOptions
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, Outcome, PlanItemKind, SessionState
from app.errors import BadInputError, NotFoundError, RefusedError
from tests.support.evening import CREATED
from tests.support.room import Room


@pytest.fixture
def result(room: Room) -> StatementView:
    """A result under question 1."""
    said = room.say("Räume fehlen", person=0)
    room.services.capture.update([said.uid], StatementChanges(is_result=True))
    return _now(room, said)


def _now(room: Room, statement: StatementView) -> StatementView:
    (found,) = room.services.views.statements_by_uid([statement.uid])
    return found


def _under_reading_back(room: Room) -> tuple[StatementView, ...]:
    item = next(i for i in room.items if i.kind is PlanItemKind.READING_BACK)
    return room.services.views.statements(room.uid, item.uid)


def test_confirmed_and_taken_back(room: Room, result: StatementView) -> None:
    service = room.services.reading_back
    service.confirm(result.uid)
    assert _now(room, result).outcome is Outcome.CONFIRMED
    service.take_back(result.uid)
    assert _now(room, result).outcome is None


def test_changed_has_the_new_wording_and_is_found_by_it(room: Room, result: StatementView) -> None:
    room.services.reading_back.change(result.uid, "  Barrierefreie Räume fehlen ")
    changed = _now(room, result)
    assert (changed.text, changed.outcome) == ("Barrierefreie Räume fehlen", Outcome.CHANGED)
    assert room.services.search.count("Barrierefreie") == 1
    assert room.services.history.of_statement(result.uid).wordings()[0] == "Räume fehlen"


def test_disputed_keeps_the_dissent_under_reading_back(room: Room, result: StatementView) -> None:
    said = room.services.reading_back.dispute(result, "Die Stadt sieht das anders.")
    assert _now(room, result).outcome is Outcome.DISPUTED
    assert _under_reading_back(room) == (said,)
    assert said is not None
    assert said.is_result
    record = room.services.minutes.proposed(
        room.uid, MinutesOptions(MinutesKind.SUMMARY, created=CREATED)
    )
    found = [s.evidence for item in record.items for s in record.statements.of(item.uid)]
    assert [number for number in found if "-R-" in number] == [f"{record.session.code}-R-1"]


def test_disputed_without_words_keeps_no_statement(room: Room, result: StatementView) -> None:
    assert room.services.reading_back.dispute(result, " \x0b ") is None
    assert _now(room, result).outcome is Outcome.DISPUTED
    assert _under_reading_back(room) == ()


def test_without_the_item_the_dissent_stands_beside_the_result(
    room: Room, result: StatementView
) -> None:
    item = next(i for i in room.items if i.kind is PlanItemKind.READING_BACK)
    room.services.plan.remove(item.uid)
    said = room.services.reading_back.dispute(result, "Nein.")
    assert said is not None
    assert said.plan_item_uid == result.plan_item_uid


def test_a_dissent_hides_the_same_names_as_its_result(room: Room, result: StatementView) -> None:
    about = StatementChanges(about=(room.people[0],))
    room.services.capture.update([result.uid], about)
    said = room.services.reading_back.dispute(_now(room, result), "Karin Weiß: nein.")
    assert said is not None
    assert said.about == (room.people[0],)


def test_each_answer_is_one_step(room: Room, result: StatementView) -> None:
    service, history = room.services.reading_back, room.services.history
    service.dispute(result, "Nein.")
    service.change(result.uid, "Anders")
    history.undo(room.uid)
    assert (_now(room, result).text, _now(room, result).outcome) == (
        "Räume fehlen",
        Outcome.DISPUTED,
    )
    history.undo(room.uid)
    assert (_now(room, result).outcome, _under_reading_back(room)) == (None, ())
    history.redo(room.uid)
    assert len(_under_reading_back(room)) == 1


def test_closed_empty_and_gone_are_refused(room: Room, result: StatementView) -> None:
    service = room.services.reading_back
    with pytest.raises(BadInputError):
        service.change(result.uid, " ")
    with pytest.raises(NotFoundError):
        service.confirm("nichts")
    room.services.sessions.set_state(room.uid, SessionState.CLOSED)
    answers: list[Callable[[], object]] = [
        partial(service.confirm, result.uid),
        partial(service.change, result.uid, "Anders"),
        partial(service.dispute, result, "Nein."),
    ]
    for answer in answers:
        with pytest.raises(RefusedError):
            answer()
    assert _now(room, result) == result


def test_the_answer_travels(room: Room, result: StatementView, tmp_path: Path) -> None:
    out = tmp_path / "out.session.json"
    room.services.reading_back.confirm(result.uid)
    room.services.documents.write(room.uid, out)
    with workspace(tmp_path / "elsewhere.db") as other:
        other.documents.read(out)
        (read,) = other.views.statements_by_uid([result.uid])
        assert read.outcome is Outcome.CONFIRMED


def test_merged_results_keep_an_answer_only_if_it_was_the_same(
    room: Room, result: StatementView
) -> None:
    service, capture = room.services.reading_back, room.services.capture
    others = [room.say("Zeit fehlt"), room.say("Geld fehlt")]
    for each in (result, others[0]):
        service.confirm(each.uid)
    capture.merge([result.uid, others[0].uid])
    assert _now(room, result).outcome is Outcome.CONFIRMED
    capture.merge([result.uid, others[1].uid])
    assert _now(room, result).outcome is None

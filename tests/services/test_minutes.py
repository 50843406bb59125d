"""Evidence numbers: given once, kept whatever happens to the statement, never given again."""

import datetime as dt
import json
from pathlib import Path

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, PlanItemKind
from tests.support.room import Room
from tests.support.small_document import row_id, small_document, statement, write

FULL = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))


def _export(services: Services, uid: str, folder: Path) -> dict[str, str]:
    """The numbers by text after an export."""
    services.minutes.export(uid, FULL, folder / "protokoll.docx")
    return {each.text: each.evidence for each in services.views.statements(uid)}


def test_a_number_stays_through_everything_and_is_not_given_again(
    services: Services, room: Room, tmp_path: Path
) -> None:
    first, second, third = (room.say(text) for text in ("Eins", "Zwei", "Drei"))
    assert _export(services, room.uid, tmp_path) == {
        "Eins": "S1-1-1",
        "Zwei": "S1-1-2",
        "Drei": "S1-1-3",
    }
    services.capture.update([first.uid], StatementChanges(text="Anders"))
    services.capture.move_to_item([second.uid], room.question(2).uid)
    services.capture.delete([third.uid])
    services.plan.move(room.question(2).uid, after=None)
    room.say("Vier", question=2)
    room.say("Fünf", question=1)
    after = {"Anders": "S1-1-1", "Zwei": "S1-1-2", "Vier": "S1-2-1", "Fünf": "S1-1-4"}
    assert _export(services, room.uid, tmp_path) == after
    assert _export(services, room.uid, tmp_path) == after


def test_a_number_that_comes_twice_with_files_stays_with_the_first(
    services: Services, tmp_path: Path
) -> None:
    """In one file, in a later one, and although the first statement is deleted meanwhile."""
    path = tmp_path / "a.session.json"
    document = small_document()
    numbers = [{"id": row_id(uid), "evidence": "ABC-2-1"} for uid in (6, 7)]
    document["extensions"] = {"quartiersdialog": {"statement": numbers}}
    report = services.documents.read(write(path, document))
    assert report.taken_numbers == ("ABC-2-1",)
    uid = report.session_uid
    assert [each.evidence for each in services.views.statements(uid)] == ["ABC-2-1", ""]
    services.capture.delete([row_id(6)])
    document["statements"] += [statement(8, row_id(4), "Drei"), statement(9, row_id(4), "Vier")]
    numbers += [{"id": row_id(8), "evidence": "ABC-2-1"}, {"id": row_id(9), "evidence": "ABC-2-2"}]
    write(path, document)
    assert services.documents.preview(path).taken_numbers == ("ABC-2-1",)
    report = services.documents.read(path)
    assert report.taken_numbers == ("ABC-2-1",)
    given = {each.text: each.evidence for each in services.views.statements(uid)}
    assert given == {"Zwei": "", "Drei": "", "Vier": "ABC-2-2"}
    assert services.documents.read(path).taken_numbers == ()
    after = _export(services, uid, tmp_path)
    assert len(set(after.values())) == 3
    assert "" not in after.values()


def test_other_sessions_may_have_the_same_numbers(services: Services, tmp_path: Path) -> None:
    for number in range(2):
        document = small_document()
        extra = [{"id": row_id(6), "evidence": "ABC-2-1"}]
        document["extensions"] = {"quartiersdialog": {"statement": extra}}
        document = json.loads(json.dumps(document).replace("-8000-", f"-900{number}-"))
        path = write(tmp_path / "a.session.json", document)
        assert services.documents.read(path).taken_numbers == ()


def test_undo_brings_the_number_back_and_frees_none(
    services: Services, room: Room, tmp_path: Path
) -> None:
    room.say("Eins")
    _export(services, room.uid, tmp_path)
    services.history.undo(room.uid)
    room.say("Zwei")
    assert _export(services, room.uid, tmp_path) == {"Zwei": "S1-1-2"}


def test_an_earlier_session_does_not_get_numbers_that_are_given(
    services: Services, room: Room, tmp_path: Path
) -> None:
    """Its place in the series makes it the first, but the first code is in use."""
    room.say("Später")
    assert _export(services, room.uid, tmp_path) == {"Später": "S1-1-1"}
    earlier = services.sessions.create(SessionDraft(date=dt.date(2026, 1, 1)))
    question = next(
        item for item in services.views.plan_items(earlier) if item.kind is PlanItemKind.QUESTION
    )
    services.capture.record(StatementDraft(plan_item_uid=question.uid, text="Früher"))
    proposed = services.minutes.proposed(earlier, FULL)
    assert [each.evidence for each in proposed.statements.of(question.uid)] == ["S2-1-1"]
    assert _export(services, earlier, tmp_path) == {"Früher": "S2-1-1"}
    room.say("Noch später")
    assert _export(services, room.uid, tmp_path)["Noch später"] == "S1-1-2"
    assert [services.views.session(uid).code for uid in (room.uid, earlier)] == ["S1", "S2"]


def test_a_code_that_was_set_is_used(services: Services, room: Room, tmp_path: Path) -> None:
    services.sessions.update(room.uid, SessionChanges(code="STU"))
    room.say("Eins", question=6)
    assert _export(services, room.uid, tmp_path) == {"Eins": "STU-6-1"}

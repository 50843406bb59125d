"""Where the items of a later version stand."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from app.bootstrap import Services
from app.domain.incoming.plan import PlanItemDraft
from app.domain.order import spread
from app.domain.vocabulary import PlanItemKind
from app.services.document_order import as_in_file, in_order, is_other_order, placed
from tests.support.small_document import row_id, small_document, write

UIDS = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(UIDS, UIDS)
def test_new_rows_follow_the_row_they_follow_in_the_file(here: list[str], file: list[str]) -> None:
    keys = dict(zip(here, spread(len(here)), strict=True))
    file = sorted(set(file) & set(here), key=here.index) + [u for u in file if u not in here]
    after = in_order({**keys, **placed(keys, file)})
    assert [uid for uid in after if uid in here] == here
    assert [uid for uid in after if uid in file] == file


@given(UIDS, UIDS)
def test_the_order_of_the_file_wins_and_nothing_is_lost(here: list[str], file: list[str]) -> None:
    keys = dict(zip(here, spread(len(here)), strict=True))
    after = as_in_file(keys, file)
    assert set(after) == set(here) | set(file)
    assert [uid for uid in in_order(after) if uid in file] == file
    assert not is_other_order(after, file)


def _three_questions() -> dict[str, Any]:
    document = small_document()
    document["questions"] = [
        {"id": row_id(number), "text": f"Frage {number}?", "position": number}
        for number in (4, 5, 9)
    ]
    return document


def _plan(services: Services) -> list[str]:
    (session,) = services.views.sessions()
    return [item.text for item in services.views.plan_items(session.uid)]


def test_a_new_item_stands_where_the_file_has_it(services: Services, tmp_path: Path) -> None:
    path = write(tmp_path / "a.session.json", _three_questions())
    services.documents.read(path)
    later = _three_questions()
    later["questions"][1:1] = [{"id": row_id(20), "text": "Neu?", "position": 4}]
    later["questions"][:0] = [{"id": row_id(21), "text": "Vorn?", "position": 1}]
    report = services.documents.update(write(path, later))
    assert report.differences == ()
    assert _plan(services) == ["Vorn?", "Frage 4?", "Neu?", "Frage 5?", "Frage 9?"]


def test_updating_takes_the_order_of_the_plan(services: Services, tmp_path: Path) -> None:
    path = write(tmp_path / "a.session.json", _three_questions())
    uid = services.documents.read(path).session_uid
    own = PlanItemDraft(kind=PlanItemKind.QUESTION, title="Nur hier", text="Nur hier?")
    services.plan.add(uid, own, after=row_id(4))
    later = _three_questions()
    for question, position in zip(later["questions"], (3, 1, 2), strict=True):
        question["position"] = position
    later["questions"].append({"id": row_id(20), "text": "Neu?", "position": 1})
    write(path, later)
    report = services.documents.preview(path)
    (difference,) = report.differences
    assert (difference.field, difference.in_file[-1]) == ("order", "Frage 4?")
    assert _plan(services) == ["Frage 4?", "Nur hier?", "Frage 5?", "Frage 9?"]
    services.documents.update(path)
    assert _plan(services) == ["Frage 5?", "Neu?", "Frage 9?", "Frage 4?", "Nur hier?"]
    again = services.documents.update(path)
    assert (again.differences, again.changes_something) == ((), False)

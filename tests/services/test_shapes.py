"""Nothing is lost, on sessions of the shapes people really bring: a plenary and a dialogue.

Every field of every row is compared, on the way in with the file, on the way out and in again
between the tables of two databases.
"""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import Services, workspace
from app.domain.drafts import DraftPayload
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.minutes import MinutesOptions
from app.domain.text import fold
from app.domain.vocabulary import MinutesKind, StatementKind
from tests.support.generator import neighbourhood, plenary, write
from tests.support.tables import dump, everything, without_log

SHAPES = pytest.mark.parametrize("make", [plenary, neighbourhood])
Make = Callable[[], dict[str, Any]]


@SHAPES
def test_every_field_of_the_file_is_in_the_database(
    services: Services, tmp_path: Path, make: Make
) -> None:
    document = make()
    uid = services.documents.read(write(document, tmp_path / "in.session.json")).session_uid
    out = tmp_path / "out.session.json"
    services.documents.write(uid, out)
    written = json.loads(out.read_text("utf-8"))
    for part in ("participants", "questions", "statements"):
        found = {row["id"]: row for row in written[part]}
        assert len(found) == len(document[part]), part
        for row in document[part]:
            for name, value in row.items():
                if name != "position":  # written anew; the order is compared below
                    assert _same(name, found[row["id"]][name], value), (part, name)
        assert _order(written[part]) == _order(document[part])


@SHAPES
def test_all_tables_are_equal_after_the_way_out_and_in(
    services: Services, tmp_path: Path, make: Make
) -> None:
    uid = services.documents.read(write(make(), tmp_path / "in.session.json")).session_uid
    _work_on(services, uid)
    out = tmp_path / "out.session.json"
    services.documents.write(uid, out)
    with workspace(tmp_path / "elsewhere.db") as other:
        other.documents.read(out)
        here, there = everything(services.workspace.path), everything(other.workspace.path)
        assert len(here["statement"]) > 600
        for table, rows in here.items():
            assert there[table] == rows, table


@SHAPES
def test_undo_of_an_evening_of_work_is_the_file_again(
    services: Services, tmp_path: Path, make: Make
) -> None:
    uid = services.documents.read(write(make(), tmp_path / "in.session.json")).session_uid
    start = everything(services.workspace.path)
    _work_on(services, uid)
    assert everything(services.workspace.path) != start
    while services.history.undoable(uid):
        services.history.undo(uid)
    assert everything(services.workspace.path) == start


def test_a_search_misses_nothing(services: Services, tmp_path: Path) -> None:
    uid = services.documents.read(write(neighbourhood(), tmp_path / "in.session.json")).session_uid
    texts = [each.text for each in services.views.statements(uid)]
    for word in ("straße", "Strasse", "GRÜN", "rad", "ü", "quartier"):
        expected = sum(fold(word) in fold(text) for text in texts)
        assert services.search.count(word) == expected, word
        assert len(services.search.page(word, limit=9999)) == expected, word


def test_reading_counting_and_exporting_change_nothing_but_numbers(
    services: Services, tmp_path: Path
) -> None:
    uid = services.documents.read(write(plenary(), tmp_path / "in.session.json")).session_uid
    before = dump(services.workspace.path)
    services.workspace.check()
    services.search.count("quartier")
    services.documents.write(uid, tmp_path / "out.session.json")
    services.documents.preview(tmp_path / "out.session.json")
    assert without_log(dump(services.workspace.path)) == without_log(before)
    options = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))
    services.minutes.export(uid, options, tmp_path / "out.docx")
    first = {each.uid: each.evidence for each in services.views.statements(uid)}
    assert len(set(first.values())) == len(first)
    services.minutes.export(uid, options, tmp_path / "again.docx")
    assert {each.uid: each.evidence for each in services.views.statements(uid)} == first


def _work_on(services: Services, uid: str) -> None:
    """What people do with a session that was read in."""
    items = services.views.plan_items(uid)
    said = services.views.statements(uid)
    services.capture.update([each.uid for each in said[::50]], StatementChanges(is_result=True))
    services.capture.update([said[3].uid], StatementChanges(text="Verbessert: größer"))
    services.capture.update([said[4].uid], StatementChanges(kind=StatementKind.GOAL))
    services.capture.move(said[9].uid, after=None)
    services.capture.delete([said[7].uid])
    services.capture.record(StatementDraft(plan_item_uid=items[0].uid, text="Noch etwas"))
    services.drafts.keep(uid, "entry", DraftPayload("halb"))


def _order(rows: list[dict[str, Any]]) -> list[str]:
    """Ids in order under each question."""
    return [
        row["id"]
        for row in sorted(rows, key=lambda row: (row.get("question", ""), row.get("position") or 0))
    ]


def _same(name: str, found: object, value: object) -> bool:
    if name == "recorded_at":
        return dt.datetime.fromisoformat(str(found)) == dt.datetime.fromisoformat(str(value))
    if name == "themes" and isinstance(found, list) and isinstance(value, list):
        return sorted(found) == sorted(value)
    return (found or None) == (value or None)

"""The example is built once, and again only if somebody has changed the one that is there."""

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges, SessionDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from app.paths import resource


def _exported(services: Services, uid: str, folder: Path) -> None:
    for kind in MinutesKind:
        options = MinutesOptions(kind=kind, created=dt.date(2026, 11, 22))
        services.minutes.export(uid, options, folder / "protokoll.docx")
    services.documents.write(uid, folder / "gespräch.session.json")


def _read_in_again(services: Services, uid: str, folder: Path) -> None:
    services.documents.write(uid, folder / "gespräch.session.json")
    report = services.documents.read(folder / "gespräch.session.json")
    assert not report.changes_something


@pytest.mark.parametrize("what", [_exported, _read_in_again])
def test_what_changes_nothing_leaves_the_example_untouched(
    services: Services, tmp_path: Path, what: Callable[[Services, str, Path], None]
) -> None:
    uid = services.example.ensure()
    what(services, uid, tmp_path)
    assert services.example.ensure() == uid


def _one_statement_more(services: Services, uid: str, folder: Path) -> None:
    path = folder / "gespräch.session.json"
    services.documents.write(uid, path)
    document = json.loads(path.read_text(encoding="utf-8"))
    added = {**document["statements"][0], "id": str(uuid4()), "text": "Von anderswo"}
    document["statements"].append(added)
    path.write_text(json.dumps(document), encoding="utf-8")
    assert services.documents.read(path).changes_something


def _another_title(services: Services, uid: str, _folder: Path) -> None:
    services.sessions.update(uid, SessionChanges(title="Umbenannt"))


def _deleted(services: Services, uid: str, _folder: Path) -> None:
    services.sessions.delete(uid)


@pytest.mark.parametrize("change", [_one_statement_more, _another_title, _deleted])
def test_a_changed_example_is_left_alone(
    services: Services, tmp_path: Path, change: Callable[[Services, str, Path], None]
) -> None:
    uid = services.example.ensure()
    change(services, uid, tmp_path)
    other = services.example.ensure()
    assert other != uid
    assert services.example.ensure() == other


def test_what_else_is_in_the_series_is_not_the_example(services: Services) -> None:
    uid = services.example.ensure()
    series = services.views.session(uid).series_uid
    services.sessions.create(SessionDraft(date=dt.date(2026, 12, 1), series_uid=series))
    assert services.example.ensure() == uid


def test_a_session_file_of_the_example_may_have_been_changed(
    services: Services, tmp_path: Path
) -> None:
    """Somebody else's example, read in here, is theirs."""
    path = tmp_path / "anders.session.json"
    text = resource("example", "beispiel.session.json").read_text(encoding="utf-8")
    path.write_text(text.replace("Kalkofen", "Anderswo"), encoding="utf-8")
    read = services.documents.read(path).session_uid
    assert services.example.ensure() != read

"""A letter changed inside a valid page: SQLite calls the file sound, the journal does not."""

from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.bootstrap import Services, check_workspace, workspace
from app.domain.incoming.statements import StatementChanges
from tests.support.damage import change_letter
from tests.support.generator import evening, write
from tests.support.room import Room


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "w.db"


def _found(path: Path) -> list[str]:
    report = check_workspace(path)
    assert report.integrity == "ok", "SQLite finds nothing"
    assert report.problems == () or [code for code, _ in report.problems] == ["check_texts"]
    return [str(values["found"]) for _, values in report.problems]


def _change(path: Path, uid: str, other: str = "X") -> None:
    """Change the first letter of the text in its page, and of nothing else."""
    with closing(sqlite.connect(str(path))) as driver:
        text, folded, order = driver.execute(
            "SELECT text, folded, order_key FROM statement WHERE uid = ?", (uid,)
        ).fetchone()
    change_letter(path, order + text + folded, order + other + text[1:] + folded)


def _read(services: Services, tmp_path: Path, *, copy: bool = False) -> str:
    document = write(evening(3, 1_200), tmp_path / "a.session.json")
    if copy:
        return services.documents.read_copy(document)
    return services.documents.read(document).session_uid


def test_texts_that_were_recorded_changed_and_taken_back(path: Path) -> None:
    with workspace(path) as services:
        room = Room(services)
        uids = [room.say(f"Beitrag {n} vom Abend").uid for n in range(30)]
        services.capture.update(uids[3:6], StatementChanges(text="Anders als vorher"))
        services.history.undo(room.uid)
        services.capture.update(uids[4:6], StatementChanges(text="Noch „anders“ 🏘️ als vorher"))
        services.capture.delete(uids[7:8])
    assert _found(path) == []
    for uid in (uids[0], uids[3], uids[5], uids[7]):
        before = path.read_bytes()
        _change(path, uid)
        assert _found(path) == [uid]
        path.write_bytes(before)


@pytest.mark.parametrize("copy", [False, True])
def test_texts_that_were_read_in(path: Path, tmp_path: Path, copy: bool) -> None:
    with workspace(path) as services:
        session = _read(services, tmp_path, copy=copy)
        uids = [each.uid for each in services.views.statements(session)]
        services.capture.update([uids[2]], StatementChanges(text="Anders als in der Datei"))
    assert _found(path) == []
    for uid in (uids[2], uids[10], uids[600], uids[-1]):
        before = path.read_bytes()
        _change(path, uid)
        assert _found(path) == [uid]
        path.write_bytes(before)


def test_an_import_of_an_older_program_cannot_be_compared(path: Path, tmp_path: Path) -> None:
    with workspace(path) as services:
        session = _read(services, tmp_path)
        uid = services.views.statements(session)[5].uid
    with closing(sqlite.connect(str(path))) as driver:
        driver.execute("DELETE FROM journal_entry WHERE field = 'text_digests'")
        driver.commit()
    _change(path, uid)
    assert _found(path) == []

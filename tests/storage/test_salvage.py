"""What is rescued from a damaged file: nearly everything, and the file is never written to."""

import datetime as dt
import random
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite

from app.bootstrap import check_workspace, workspace
from app.domain.backups import Salvaged
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, SessionState
from app.errors import RefusedError, UserError
from app.services.backups import BackupService
from app.services.logos import small_logo
from app.storage.pages import Pages
from tests.support.damage import PAGE, overwrite_page, pages_of
from tests.support.generator import neighbourhood, plenary, write
from tests.support.pictures_made import coded, picture
from tests.support.room import Room
from tests.support.tables import dump

TITLE = "Gerettet"


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Some thousand statements, most of them read in, some recorded, changed and taken back."""
    folder = tmp_path_factory.mktemp("filled")
    path = folder / "w.db"
    with workspace(path) as services:
        services.documents.read(write(plenary(), folder / "a.session.json"))
        services.documents.read(write(neighbourhood(1_000), folder / "b.session.json"))
        room = Room(services)
        for number in range(200):
            room.say(f"Beitrag {number} über Räume und Wege", person=number % 3)
        room.say("Sehr lang: " + "ein Haus für alle " * 900)
        services.capture.delete([services.views.statements(room.uid)[4].uid])
        services.text_blocks.add(room.uid, TextBlockDraft(name="fw", text="Feuerwehr"))
        services.off_record.begin(room.question(1).uid, at=dt.datetime.now(dt.UTC))
        services.off_record.end(room.uid, at=dt.datetime.now(dt.UTC))
        services.off_record.begin(room.question(2).uid, at=dt.datetime.now(dt.UTC))
        services.erasure.erase(room.uid, [services.views.statements(room.uid)[7].uid])
        services.erasure.settle()  # emptied: no loss either
        for session in (room, Room(services)):
            for person in session.people:
                services.speakers.request(session.uid, person)
            services.speakers.set_groups(session.uid, {session.people[0]: "Nord"})
            services.speakers.give_floor(session.uid)
        services.sessions.set_state(room.uid, SessionState.CLOSED)  # forgets: no loss
        series = services.views.session(room.uid).series_uid
        logo = small_logo(coded(picture(), "PNG"), "x")
        services.logos.add(series, [("Land", logo), ("Stiftung", logo)])
        for kind in MinutesKind:
            options = MinutesOptions(kind=kind, created=dt.date(2026, 11, 22))
            services.minutes.printed(room.uid, options)
    return path


def _copy(filled: Path, folder: Path) -> Path:
    broken = folder / "kaputt.db"
    broken.write_bytes(filled.read_bytes())
    return broken


def _salvage(broken: Path, target: Path) -> Salvaged:
    service = BackupService(broken.with_name("eine andere.db"))
    return service.salvage(broken, target, placeholder=TITLE)


def _counts(path: Path) -> dict[str, int]:
    return {name: len(rows) for name, rows in dump(path).items() if name != "alembic_version"}


def test_of_a_sound_file_everything_is_found(filled: Path, tmp_path: Path) -> None:
    before = filled.read_bytes()
    salvaged = _salvage(filled, tmp_path / "neu.db")
    assert salvaged.found == _counts(filled)
    assert not any(salvaged.lost.values())
    assert dump(tmp_path / "neu.db") == dump(filled)
    assert check_workspace(tmp_path / "neu.db").problems == ()
    assert filled.read_bytes() == before
    assert sorted(each.name for each in tmp_path.iterdir()) == ["neu.db"]


def test_what_is_still_in_the_log_is_found_too(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        Room(services).say("Eben gesagt")
        broken = tmp_path / "kaputt.db"
        broken.write_bytes(path.read_bytes())
        log = path.with_name("w.db-wal").read_bytes()
        broken.with_name("kaputt.db-wal").write_bytes(log)
        expected = dump(path)
    _salvage(broken, tmp_path / "neu.db")
    assert dump(tmp_path / "neu.db") == expected
    broken.with_name("kaputt.db-wal").write_bytes(log[:-PAGE])
    _salvage(broken, tmp_path / "ohne Ende.db")
    assert len(dump(tmp_path / "ohne Ende.db")["statement"]) == 0, "only what was confirmed"


_KINDS = (
    *("sqlite_master", "statement", "plan_item", "dialogue_session", "series", "participant"),
    *("person", "organisation", "journal_entry", "operation", "statement_theme", "theme"),
    *("ix_statement_plan_item", "sqlite_autoindex_statement_1", "statement_search_data"),
    *("alembic_version", "workspace_value"),
)


@pytest.mark.parametrize("kind", _KINDS)
def test_at_one_damaged_page_99_of_100_rows_are_found(
    filled: Path, tmp_path: Path, kind: str
) -> None:
    broken = _copy(filled, tmp_path)
    page = random.Random(kind).choice(pages_of(filled)[kind])
    overwrite_page(broken, page)
    before = broken.read_bytes()
    salvaged = _salvage(broken, tmp_path / "neu.db")
    assert broken.read_bytes() == before
    expected = _counts(filled)
    assert sum(salvaged.found.values()) >= 0.99 * sum(expected.values())
    lost = {name: count - salvaged.found[name] for name, count in expected.items()}
    counted = {name: n for name, n in lost.items() if name not in ("draft", "statement_theme")}
    assert {name: salvaged.lost[name] for name in counted if counted[name]} == {
        name: n for name, n in counted.items() if n and name != "workspace_value"
    } or kind == "workspace_value"
    new = tmp_path / "neu.db"
    assert [code for code, _ in check_workspace(new).problems] == []
    with workspace(new) as services:
        for session in services.views.sessions():
            services.views.statements(session.uid)
            services.views.plan_items(session.uid)
            services.views.participants(session.uid)
        shown = sum(session.statement_count for session in services.views.sessions())
        assert shown >= 0.99 * len(dump(filled)["statement"]), "and all of them are to be seen"
        assert services.search.page("beitrag 17") or kind == "statement"


def test_every_page_alone(filled: Path, tmp_path: Path) -> None:
    """Header, schema, index, table, overflow: whichever page it is."""
    total = sum(_counts(filled).values())
    count = filled.stat().st_size // PAGE
    for page in random.Random(7).sample(range(1, count + 1), 12):
        broken = _copy(filled, tmp_path)
        overwrite_page(broken, page, seed=page)
        target = tmp_path / f"{page}.db"
        salvaged = _salvage(broken, target)
        assert sum(salvaged.found.values()) >= 0.99 * total
        assert check_workspace(target).integrity == "ok"


def test_sqlite_alone_would_not_open_it(filled: Path, tmp_path: Path) -> None:
    broken = _copy(filled, tmp_path)
    overwrite_page(broken, 1)
    with (
        closing(sqlite.connect(str(broken))) as driver,
        pytest.raises(sqlite.DatabaseError),
    ):
        driver.execute("SELECT count(*) FROM statement").fetchone()


def test_a_lost_plan_item_leaves_its_statements_to_be_seen(filled: Path, tmp_path: Path) -> None:
    broken = _copy(filled, tmp_path)
    for page in pages_of(filled)["plan_item"]:
        overwrite_page(broken, page)
    salvaged = _salvage(broken, tmp_path / "neu.db")
    assert 14 <= salvaged.lost["plan_item"] <= len(dump(filled)["plan_item"])
    with workspace(tmp_path / "neu.db") as services:
        sessions = services.views.sessions()
        titles = {i.title for each in sessions for i in services.views.plan_items(each.uid)}
        shown = sum(session.statement_count for session in sessions)
    assert titles == {TITLE}
    assert shown == len(dump(filled)["statement"]) - 2  # one deleted, one removed


def test_deleted_pages_are_not_brought_back(filled: Path, tmp_path: Path) -> None:
    broken = _copy(filled, tmp_path)
    with closing(sqlite.connect(str(broken))) as driver:
        driver.execute("PRAGMA secure_delete=OFF")
        driver.execute("DELETE FROM journal_entry WHERE id > 3")
        driver.commit()
        driver.execute("PRAGMA journal_mode=DELETE")
    with closing(Pages(broken)) as pages:
        assert pages._free
    assert _salvage(broken, tmp_path / "neu.db").found["journal_entry"] == 3


@pytest.mark.parametrize("content", [b"", b"x" * 70_000, b"SQLite format 3\0" + bytes(9_000)])
def test_of_nothing_nothing_is_made(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "kaputt.db"
    broken.write_bytes(content)
    with pytest.raises(RefusedError) as caught:
        _salvage(broken, tmp_path / "neu.db")
    assert caught.value.code == "salvage_nothing"
    assert [each.name for each in tmp_path.iterdir()] == ["kaputt.db"]


def test_nothing_is_written_over(filled: Path, tmp_path: Path) -> None:
    broken = _copy(filled, tmp_path)
    (tmp_path / "da.db").write_bytes(b"da")
    for target in ("da.db", "kaputt.db", "fehlt/neu.db"):
        with pytest.raises(UserError):
            _salvage(broken, tmp_path / target)
    with pytest.raises(UserError) as caught:
        _salvage(tmp_path / "gibt es nicht.db", tmp_path / "neu.db")
    assert caught.value.code == "file_not_found"

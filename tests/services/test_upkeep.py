import threading
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.errors import UserError
from app.services import upkeep
from app.storage import database
from tests.support.room import Room


@pytest.fixture
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(upkeep, "IDLE_AFTER", 0.01)


def _pieces(services: Services) -> int:
    """How many pieces the search index is in."""
    with services._database.read() as connection:
        return int(
            connection.exec_driver_sql(
                "SELECT count(DISTINCT segid) FROM statement_search_idx"
            ).scalar_one()
        )


def _log_size(services: Services) -> int:
    """Frames of the log that are not in the file yet."""
    with services._database._engine.connect() as connection:
        _, frames, moved = connection.exec_driver_sql("PRAGMA wal_checkpoint(PASSIVE)").one()
    return int(frames - moved)


@pytest.mark.usefixtures("_soon")
def test_an_idle_moment_merges_the_index_and_changes_no_hit(tmp_path: Path) -> None:
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        for number in range(12):
            room.say(f"Beitrag Nummer {number}")
        assert services._upkeep.wait(timeout=20)
        assert _pieces(services) < 5
        assert _log_size(services) == 0
        assert services.search.count("beitrag") == 12
        assert services.workspace.check().problems == ()


def test_before_an_idle_moment_every_save_is_a_piece(services: Services, room: Room) -> None:
    """What the test above would find if nothing tidied up."""
    for number in range(12):
        room.say(f"Beitrag Nummer {number}")
    assert _pieces(services) >= 12


@pytest.mark.usefixtures("_soon")
def test_while_something_long_is_written_tidying_is_put_off(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT_SECONDS", 0.01)
    refused = threading.Event()
    with workspace(tmp_path / "w.db") as services:
        room = Room(services)
        room.say("Eins")
        merge = services._upkeep._merge

        def tried() -> bool:
            try:
                return merge()
            except UserError:
                refused.set()
                raise

        monkeypatch.setattr(services._upkeep, "_merge", tried)
        with services._database.write():
            services._upkeep.touch()
            assert refused.wait(timeout=20)
        assert services._upkeep.wait(timeout=20)
        assert _log_size(services) == 0


@pytest.mark.usefixtures("_soon")
def test_who_may_not_write_does_not_tidy_up(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        room = Room(services)
        services._upkeep.close()
        for number in range(12):
            room.say(f"Beitrag Nummer {number}")
    with workspace(path, writing=False) as services:
        assert services._upkeep.wait(timeout=20)
        assert _pieces(services) >= 12

import datetime as dt
import os
import random
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import workspace
from app.domain.backups import DAILY
from app.errors import RefusedError
from app.paths import open_mark
from app.services.backups import BackupService
from app.services.workspace import problem_after_unclean_end
from app.storage.backup import back_up, latest
from tests.support.damage import change_letter, overwrite_bytes, overwrite_page, pages_of
from tests.support.room import Room
from tests.support.tables import dump


def test_a_backup_of_an_open_database_holds_what_was_just_said(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services).say("Eben gesagt")
        backup = services.backups.make()
        assert services.backups.last() is not None
        assert dump(backup) == dump(path)


def test_copying_the_open_file_would_lose_it(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services).say("Eben gesagt")
        copy = tmp_path / "copy.db"
        copy.write_bytes(path.read_bytes())
        with closing(sqlite3.connect(copy)) as connection:
            count = connection.execute("SELECT count(*) FROM statement").fetchone()[0]
        assert count == 0


def test_a_backup_that_fails_leaves_no_file(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services).say("Ein Beitrag")
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\xff" * (4096 * 3)
    path.write_bytes(data)
    with pytest.raises(RefusedError) as caught:
        back_up(path, tmp_path / "backups")
    assert caught.value.code == "backup_failed"
    assert list((tmp_path / "backups").iterdir()) == []


def test_without_a_folder_there_is_no_latest(tmp_path: Path) -> None:
    assert latest(tmp_path / "w.db", tmp_path / "backups") is None


def _aged(folder: Path, stem: str, ages: range) -> list[Path]:
    """Backups of these ages in days, with nothing in them: their names are what counts."""
    folder.mkdir(exist_ok=True)
    made = []
    for days in ages:
        moment = dt.datetime.now(dt.UTC) - dt.timedelta(days=days)
        path = folder / f"{stem}_{moment:%Y-%m-%dT%H-%M-%S-%f}Z_auto.backup.db"
        path.write_bytes(b"")
        made.append(path)
    return made


def test_names_say_when_and_why_and_sort(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        made = [services.backups.make(reason) for reason in ("auto", "import", "")]
    assert sorted(made) == made
    found = list(BackupService(path).all())
    assert [each.path for each in found] == made
    assert [each.reason for each in found] == ["auto", "import", ""]
    now = dt.datetime.now(dt.UTC)
    assert all(now - dt.timedelta(minutes=1) < each.created_at <= now for each in found)


def test_old_backups_go_and_those_of_others_stay(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    ours = _aged(tmp_path / "backups", "workspace", range(3, 60))
    others = _aged(tmp_path / "backups", "workspace_2", range(3, 60))
    named = tmp_path / "backups" / "workspace_von Hand.backup.db"
    named.write_bytes(b"")
    with workspace(path) as services:
        Room(services)
        services.backups.make()
    left = [each for each in ours if each.exists()]
    assert DAILY < len(left) < DAILY + 10
    assert all(each.exists() for each in (*others, named))


def test_a_store_with_a_changed_text_lets_nothing_go(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    ours = _aged(tmp_path / "backups", "workspace", range(3, 60))
    with workspace(path) as services:
        Room(services).say("Vor Ort fehlt ein Raum")
    with closing(sqlite3.connect(path)) as driver:
        driver.execute("UPDATE statement SET text = 'Vor Ort fehlt ein Baum'")
        driver.commit()
    back_up(path, tmp_path / "backups")
    assert all(each.exists() for each in ours)
    with closing(sqlite3.connect(path)) as driver:
        driver.execute("UPDATE statement SET text = 'Vor Ort fehlt ein Raum'")
        driver.commit()
    back_up(path, tmp_path / "backups")
    assert not all(each.exists() for each in ours)


def test_a_damaged_store_makes_no_backup_and_lets_nothing_go(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    ours = _aged(tmp_path / "backups", "workspace", range(3, 60))
    with workspace(path) as services:
        services.example.ensure()
    overwrite_page(path, pages_of(path)["statement"][3])
    with pytest.raises(RefusedError) as caught:
        back_up(path, tmp_path / "backups")
    assert caught.value.code == "backup_failed"
    assert sorted((tmp_path / "backups").iterdir()) == sorted(ours)


def test_a_store_without_a_table_makes_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        Room(services)
    with closing(sqlite3.connect(path)) as driver:
        driver.execute("DROP TABLE next_step")
    with pytest.raises(RefusedError, match="next_step"):
        back_up(path, tmp_path / "backups")


def test_one_is_due_only_after_something_was_written(tmp_path: Path) -> None:
    path = tmp_path / "workspace.db"
    with workspace(path) as services:
        assert services.backups.make_if_changed("auto") is None
        room = Room(services)
        assert services.backups.make_if_changed("auto") is not None
        assert services.backups.make_if_changed("auto") is None
        room.say("Noch etwas")
    assert BackupService(path).due(), "what was written before an end counts after it"


@pytest.mark.parametrize("seed", range(20))
def test_rehearsal_restored_with_the_recorded_counts_or_refused(
    tmp_path: Path, example: Path, seed: int
) -> None:
    rng = random.Random(seed)
    path = tmp_path / "workspace.db"
    path.write_bytes(example.read_bytes())
    with workspace(path) as services:
        uids = [each.uid for each in services.views.statements(services.views.sessions()[0].uid)]
        services.capture.delete(rng.sample(uids, rng.randrange(len(uids) // 2)))
        backup = services.backups.make()
        (shown,) = services.backups.all()
    before = dump(path)
    damaged = seed % 4 != 0
    if damaged:
        overwrite_bytes(backup, seed, count=rng.choice((1, 64, 4096)))
    target = tmp_path / "zurück.db"
    if damaged:
        with pytest.raises(RefusedError) as caught:
            BackupService(path).restore_copy(backup, target)
        assert caught.value.code == "backup_damaged"
        assert not target.exists()
        assert not next(BackupService(path).all()).ok
    else:
        BackupService(path).restore_copy(backup, target)
        assert dump(target) == before
        with workspace(target) as services:
            statements = services.views.statements(services.views.sessions()[0].uid)
            assert len(statements) == shown.statements
            assert services.workspace.check().problems == ()


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("example") / "w.db"
    with workspace(path) as services:
        services.example.ensure()
    return path


def test_without_its_record_a_backup_is_looked_at_as_a_whole(tmp_path: Path, example: Path) -> None:
    copy = tmp_path / "w_kopie.db"
    copy.write_bytes(example.read_bytes())
    assert BackupService(example).restore_copy(copy, tmp_path / "a.db").statements > 50
    with closing(sqlite3.connect(copy)) as driver:
        (text,) = driver.execute("SELECT text FROM statement WHERE id = 9").fetchone()
    change_letter(copy, text, text[:-2] + "xy")
    with pytest.raises(RefusedError) as caught:
        BackupService(example).restore_copy(copy, tmp_path / "b.db")
    assert caught.value.code == "backup_damaged"


@pytest.mark.parametrize("name", ["w.db", "w.db-wal", "w.db.lock", "da.db"])
def test_nothing_is_written_over(tmp_path: Path, name: str) -> None:
    path = tmp_path / "w.db"
    (tmp_path / "da.db").write_bytes(b"da")
    with workspace(path) as services:
        Room(services)
        backup = services.backups.make()
        before = dump(path)
        with pytest.raises(RefusedError) as caught:
            services.backups.restore_copy(backup, tmp_path / name)
        assert caught.value.code in ("restore_onto_open", "target_exists")
        assert dump(path) == before


def test_a_folder_that_is_a_file_is_said_and_tried_again(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    (tmp_path / "backups").write_bytes(b"")
    with workspace(path) as services:
        room = Room(services)
        with pytest.raises(RefusedError) as caught:
            services.backups.make_if_changed("auto")
        assert "Teil des Pfads" in services.texts.error(caught.value)
        room.say("Es geht weiter")
        (tmp_path / "backups").unlink()
        assert services.backups.make_if_changed("auto") is not None


def test_what_a_killed_program_left_is_cleared_later(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    folder = tmp_path / "backups"
    folder.mkdir()
    old, new = folder / "w_a.backup.db.part", folder / "w_b.backup.db.part"
    for each in (old, new):
        each.write_bytes(b"")
    day_ago = dt.datetime.now(dt.UTC).timestamp() - 86_400
    os.utime(old, (day_ago, day_ago))
    with workspace(path) as services:
        services.backups.make()
    assert (old.exists(), new.exists()) == (False, True)


def test_a_backup_takes_the_place_of_the_present_which_is_backed_up_before(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        room = Room(services)
        room.say("Gestern")
        backup = services.backups.make()
        old = dump(path)
        room.say("Heute")
        now = dump(path)
        with pytest.raises(RefusedError) as caught:
            services.backups.restore_instead(backup)
        assert caught.value.code == "locked_by_window"
        assert dump(path) == now
    service = BackupService(path)
    service.restore_instead(backup)
    assert dump(path) == old
    before = next(each for each in service.all() if each.reason == "restore")
    assert dump(before.path) == now
    with workspace(path) as services:
        assert services.workspace.check().problems == ()
        assert services.workspace.check().pragmas["journal_mode"] == "wal"


def test_a_damaged_present_is_kept_aside(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        services.example.ensure()
        backup = services.backups.make()
    good = dump(path)
    overwrite_page(path, pages_of(path)["statement"][2])
    broken = path.read_bytes()
    service = BackupService(path)
    assert service.present() is None
    service.restore_instead(backup)
    assert dump(path) == good
    (aside,) = tmp_path.glob("w.damaged-*.db")
    assert aside.read_bytes() == broken
    assert len(list(service.all())) == 1, "a damaged store makes no backup"


def test_what_is_salvaged_takes_the_place_and_the_damaged_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        services.example.ensure()
    overwrite_page(path, 1)
    broken = path.read_bytes()
    salvaged = BackupService(path).salvage_instead(placeholder="Gerettet")
    assert not any(salvaged.lost.values())
    with workspace(path) as services:
        assert services.workspace.check().problems == ()
        assert services.views.sessions()
    (aside,) = tmp_path.glob("w.damaged-*.db")
    assert aside.read_bytes() == broken


def test_an_unclean_end_leaves_a_mark_and_the_next_start_looks(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        services.example.ensure()
        assert open_mark(path).exists()
    assert not open_mark(path).exists()
    overwrite_page(path, pages_of(path)["statement"][2])
    assert problem_after_unclean_end(path) is None, "after a clean end nobody waits for it"
    open_mark(path).touch()
    problem = problem_after_unclean_end(path)
    assert problem is not None
    assert problem.code == "database_damaged"
    assert problem_after_unclean_end(tmp_path / "none.db") is None

"""No export costs the database, whatever it is called and whichever way leads to it."""

import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from app.errors import UserError
from app.paths import own_files
from tests.support.room import Room

OPTIONS = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))


def _as_word(services: Services, uid: str, path: Path) -> None:
    services.minutes.export(uid, OPTIONS, path)


def _as_document(services: Services, uid: str, path: Path) -> None:
    services.documents.write(uid, path)


Export = Callable[[Services, str, Path], None]
EXPORTS = [(_as_word, ".docx"), (_as_document, ".session.json")]


def _refused(export: Export, services: Services, uid: str, path: Path) -> str:
    with pytest.raises(UserError) as caught:
        export(services, uid, path)
    return caught.value.code


@pytest.mark.parametrize(("export", "ending"), EXPORTS)
def test_the_database_itself_is_no_target(tmp_path: Path, export: Export, ending: str) -> None:
    path = tmp_path / f"db{ending}"
    with workspace(path) as services:
        room = Room(services)
        room.say("Eins")
        assert _refused(export, services, room.uid, path) == "target_is_ours"
        other_way = tmp_path / "x" / ".." / path.name
        (tmp_path / "x").mkdir()
        assert _refused(export, services, room.uid, other_way) == "target_is_ours"
        export(services, room.uid, tmp_path / f"other{ending}")  # a neighbour is
    with workspace(path, writing=False) as services:
        assert [each.text for each in services.views.statements(room.uid)] == ["Eins"]


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights there")
@pytest.mark.parametrize(("export", "ending"), EXPORTS)
def test_no_link_leads_to_the_database_or_its_companions(
    tmp_path: Path, export: Export, ending: str
) -> None:
    (tmp_path / "data").mkdir()
    named = tmp_path / "named.db"
    named.symlink_to(tmp_path / "data" / "real.db")
    with workspace(named) as services:
        room = Room(services)
        room.say("Eins")
        files = list(own_files(named))
        assert {path.name for path in files if path.exists()} == {
            *("named.db", "named.db.lock", "named.db.open"),
            *("real.db", "real.db-wal", "real.db-shm"),
        }
        for number, own in enumerate(files):
            link = tmp_path / f"{number}{ending}"
            link.symlink_to(own)
            assert _refused(export, services, room.uid, link) == "target_is_ours"
            if own.exists():
                link = tmp_path / f"hard-{number}{ending}"
                link.hardlink_to(own.resolve())
                assert _refused(export, services, room.uid, link) == "target_is_ours"


@pytest.mark.skipif(sys.platform == "win32", reason="needs rights there")
@pytest.mark.parametrize(("export", "ending"), EXPORTS)
def test_a_link_to_another_file_is_followed(
    services: Services, room: Room, tmp_path: Path, export: Export, ending: str
) -> None:
    (tmp_path / "real").write_bytes(b"alt")
    (tmp_path / f"link{ending}").symlink_to(tmp_path / "real")
    export(services, room.uid, tmp_path / f"link{ending}")
    assert (tmp_path / "real").read_bytes() != b"alt"

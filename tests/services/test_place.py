"""Where a database must not lie, said with the reason."""

from collections import namedtuple
from pathlib import Path

import pytest

from app.bootstrap import workspace
from app.errors import RefusedError
from app.services import place
from app.services.backups import BackupService
from app.texts import Texts
from tests.support.room import Room
from tests.support.tables import dump

MOUNTS = """/dev/sda1 / ext4 rw 0 0
server:/srv /srv/ute nfs4 rw 0 0
//nas/team /srv/team\\040folder cifs rw 0 0
/dev/sdb1 /srv/ute/lokal ext4 rw 0 0
"""


@pytest.mark.parametrize(
    "folder",
    [
        *("OneDrive", "OneDrive - Diakonie", "Dropbox", "Dropbox (Verein)", "Nextcloud"),
        *("iCloud Drive", "iCloudDrive", "Google Drive", "Meine Ablage", "Mobile Documents"),
    ],
)
def test_a_synchronised_folder_is_refused_and_named(tmp_path: Path, folder: str) -> None:
    path = tmp_path / folder / "Quartier" / "w.db"
    with pytest.raises(RefusedError) as caught, workspace(path):
        pass
    assert (caught.value.code, caught.value.values["name"]) == ("place_cloud", folder)
    assert folder in Texts("de").error(caught.value)
    assert not path.parent.exists()


def test_a_link_does_not_hide_it(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "daten").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(RefusedError), workspace(tmp_path / "daten" / "w.db"):
        pass


def test_sticks_and_shares_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    monkeypatch.setattr(place, "_MOUNTS", mounts)
    for path, code in {
        "/media/ute/STICK/w.db": "place_removable",
        "/run/media/ute/STICK/w.db": "place_removable",
        "/srv/ute/w.db": "place_network",
        "/srv/team folder/w.db": "place_network",
    }.items():
        with pytest.raises(RefusedError) as caught:
            place.refuse_unsafe_place(Path(path))
        assert caught.value.code == code
    for path in ("/srv/ute/lokal/w.db", "/srv/uteb/w.db", str(tmp_path / "w.db")):
        place.refuse_unsafe_place(Path(path))


def test_a_checked_copy_is_the_way_out(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    with workspace(path) as services:
        Room(services).say("Auf dem Stick")
        (tmp_path / "hier").mkdir()
        BackupService(path).restore_copy(path, tmp_path / "hier" / "w.db")
        assert dump(tmp_path / "hier" / "w.db") == dump(path)


def test_little_space_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")  # noqa: PYI024 - as the system's
    for free, told in ((499_000_000, 499_000_000), (500_000_000, None)):
        monkeypatch.setattr("shutil.disk_usage", lambda _path, free=free: usage(1, 1, free))
        assert place.little_space(tmp_path / "w.db") == told
    monkeypatch.undo()
    assert place.little_space(tmp_path / "fehlt" / "w.db") is None

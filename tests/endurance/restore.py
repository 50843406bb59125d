"""A rehearsal: backups of many states, many of them damaged, are brought back on the command line.

Each comes back with the counts and statements it was made with, or is refused with the reason and
leaves nothing. Control: without the check a damaged one comes back as if it were sound.
"""

import random
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import workspace
from app.paths import backup_folder
from tests.endurance.processes import program, run
from tests.endurance.setting import Setting, alone, figure, side_by_side
from tests.endurance.table import Line
from tests.support.damage import overwrite_bytes, overwrite_page
from tests.support.room import Room
from tests.support.tables import dump

STATES = 6
"""Backups to choose from."""
UNCHANGED, BYTES, PAGE, CUT, LETTER, EMPTY, FOREIGN = range(7)
DAMAGES = (UNCHANGED, UNCHANGED, UNCHANGED, BYTES, PAGE, CUT, LETTER, EMPTY, FOREIGN)


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup and what was in the database when it was made."""

    path: Path
    contents: dict[str, list[tuple[object, ...]]]


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """How one went."""

    damaged: bool
    restored: bool
    right: bool


def measure(setting: Setting) -> Iterator[Line]:
    """The line of this harness."""
    place = setting.place("restore")
    backups = list(_backups(place))
    count = setting.many(6, 200, 2000)
    rng = random.Random("restore")
    jobs = [(number, rng.choice(backups), rng.choice(DAMAGES), "") for number in range(count)]
    found = side_by_side(partial(_rehearse, place), jobs)
    weak = [_rehearse(place, (-1, backups[-1], LETTER, "digest"))]
    right = sum(each.right for each in found)
    restored = sum(each.restored for each in found)
    noticed = not any(each.right for each in weak)
    yield Line(
        "restore",
        "backups brought back, many of them damaged",
        f"{figure(right)} of {figure(count)} right: {restored} restored, {count - restored} "
        f"refused ({sum(each.damaged for each in found)} damaged)",
        f"{count} of {count}",
        right == count and restored > 0 and noticed,
        f"no checksum: {'noticed' if noticed else 'UNNOTICED'}",
    )


def _backups(place: Path) -> Iterator[Backup]:
    """One after each change of a session."""
    database = place / "workspace.db"
    with workspace(database) as services:
        room = Room(services)
        for state in range(STATES):
            for number in range(20):
                room.say(
                    f"Beitrag {state}-{number}: Wer sich kennt, hilft eher.", person=number % 3
                )
            path = services.backups.make()
            yield Backup(path, dump(path))


def _rehearse(place: Path, job: tuple[int, Backup, int, str]) -> Rehearsal:
    number, backup, damage, without = job
    folder = place / f"rehearsal-{number}"
    database = folder / "workspace.db"
    stored = backup_folder(database)
    stored.mkdir(parents=True)
    for file in backup.path.parent.glob(f"{backup.path.name}*"):
        shutil.copy(file, stored)
    copy = stored / backup.path.name
    _spoil(copy, damage, random.Random(f"restore {number}"))
    damaged = copy.read_bytes() != backup.path.read_bytes()
    target = folder / "restored.db"
    command = program(database, "restore", copy.name, "--to", target, without=without)
    ended = run(command, folder / "home")
    if target.exists():
        right = ended.code == 0 and dump(target) == backup.contents
        right = right and str(_live(target)) in ended.out
    else:
        right = damaged and ended.code == 1 and len(ended.err.splitlines()) == 1
    left = [path for path in folder.iterdir() if ".part" in path.name]
    return Rehearsal(damaged, target.exists(), right and not left)


def _spoil(path: Path, damage: int, rng: random.Random) -> None:
    size = path.stat().st_size
    if damage == BYTES:
        overwrite_bytes(path, rng.randrange(10**6), count=rng.randint(1, 64))
    elif damage == PAGE:
        overwrite_page(path, rng.randint(1, size // 4096), seed=rng.randrange(10**6))
    elif damage == CUT:
        path.write_bytes(path.read_bytes()[: rng.randrange(size)])
    elif damage == LETTER:
        path.write_bytes(path.read_bytes().replace(b"hilft eher", b"hilft nie.", 1))
    elif damage == EMPTY:
        path.write_bytes(b"")
    elif damage == FOREIGN:
        path.write_bytes(rng.randbytes(size))


def _live(path: Path) -> int:
    with closing(sqlite3.connect(path)) as driver:
        return int(driver.execute("SELECT count(*) FROM statement").fetchone()[0])


if __name__ == "__main__":
    alone(measure)

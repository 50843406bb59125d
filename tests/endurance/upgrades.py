"""Killed while a file of an older program is brought to the present schema; a newer file.

Every released schema is tried. Afterwards the file is as before or as after, never in between, and
the next start makes it as after. Control: the same without a transaction.
"""

import hashlib
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite3

from app.paths import backup_folder
from app.storage.backup import SUFFIX
from app.storage.schema import SCHEMA_HEAD
from tests.endurance.killing import kill, kill_weakened
from tests.endurance.processes import program, run
from tests.endurance.setting import (
    ROOT,
    Setting,
    alone,
    copied,
    figure,
    side_by_side,
    tracing_fails,
)
from tests.endurance.table import Line
from tests.support.tables import dump

RELEASED = sorted((ROOT / "tests" / "data").glob("schema-*.db"))
NEWER = "9999"
COMMAND = "sessions"
"""Opens the database, which upgrades it."""

Dump = dict[str, list[tuple[Any, ...]]]


def measure(setting: Setting) -> Iterator[Line]:
    """The line of this harness."""
    place = setting.place("upgrades")
    old = [path for path in RELEASED if path.stem.removeprefix("schema-") != SCHEMA_HEAD]
    kills = setting.many(3, 40, 400)
    halves = sum(sum(_halves(place, each, kills)) for each in old)
    controls = setting.many(2, 4, 20)
    noticed = sum(_halves(place, old[-1], controls, "transactions")) if old else 0
    newer = _refused(place, RELEASED[-1])
    yield Line(
        "upgrades",
        "killed during an upgrade; a newer file",
        f"{len(old)} old schemas, {figure(kills)} kills each: {halves} neither old nor new; "
        f"a newer file {'refused, unchanged' if newer else 'NOT refused or changed'}",
        "0 neither old nor new, refused",
        bool(old) and halves == 0 and noticed > 0 and newer,
        f"no transaction: {noticed} of {controls} in between",
    )


def _halves(place: Path, released: Path, kills: int, without: str = "") -> list[bool]:
    """For each kill whether it left something in between."""
    name = f"{released.stem}-{without or 'real'}"
    before = copied(released, place / name)
    raw = dump(before)
    after = copied(released, place / f"{name}-after")
    began = time.monotonic()
    done = run(program(after, COMMAND), place / "home")
    seconds = time.monotonic() - began
    if done.code:
        raise RuntimeError(f"{released.name} does not open:\n{done.err}")
    states: list[Dump] = [raw, dump(after)]
    rng = random.Random(name)
    jobs = [(number, _when(rng, number, seconds, without)) for number in range(kills)]
    return side_by_side(partial(_is_half, place / name, released, states, without), jobs)


def _when(rng: random.Random, number: int, seconds: float, without: str) -> float:
    """Seconds after the start, or the number of the write."""
    if without:
        return rng.randint(5, 40)
    if tracing_fails() or number % 2:
        return rng.uniform(0.3 * seconds, 1.1 * seconds)
    return rng.randint(1, 120)


def _is_half(
    folder: Path, released: Path, states: Sequence[Dump], without: str, job: tuple[int, float]
) -> bool:
    number, when = job
    database = copied(released, folder / str(number))
    if without:
        traced = not tracing_fails()
        kill_weakened((COMMAND,), database, without, int(when), traced=traced)
    else:
        kill(program(database, COMMAND), database, when)
    if dump(database) not in states:
        return True
    whole = all(dump(path) == states[0] for path in backup_folder(database).glob(f"*{SUFFIX}"))
    ended = run(program(database, COMMAND), folder)
    return not whole or ended.code != 0 or dump(database) != states[1]


def _refused(place: Path, released: Path) -> bool:
    """Whether a file from a newer program is refused in words by every command, and not touched."""
    database = copied(released, place / "newer")
    with closing(sqlite3.connect(database)) as driver:
        driver.execute("UPDATE alembic_version SET version_num = ?", (NEWER,))
        driver.commit()
    before = hashlib.sha256(database.read_bytes()).digest()
    said = [
        run(program(database, *command), place / "home") for command in ((COMMAND,), ("check",))
    ]
    unchanged = hashlib.sha256(database.read_bytes()).digest() == before
    return unchanged and all(each.code == 1 and NEWER in each.err for each in said)


if __name__ == "__main__":
    alone(measure)

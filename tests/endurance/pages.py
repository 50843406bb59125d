"""Damage inside the database: whole pages overwritten, letters changed inside a valid page.

``check`` finds every one. At one damaged page ``salvage`` brings at least 99 of 100 rows into a new
file and leaves the old one as it is. Controls: SQLite's own checks alone miss changed letters, and
SQLite alone does not read what salvage reads.
"""

import hashlib
import random
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import workspace
from tests.endurance.processes import program, run
from tests.endurance.setting import Setting, alone, copied, figure, side_by_side
from tests.endurance.table import Line
from tests.support.damage import PAGE, change_letter, overwrite_page
from tests.support.generator import evening, write
from tests.support.room import Room
from tests.support.tables import dump

SHARE = 0.99


@dataclass(frozen=True, slots=True)
class Salvage:
    """Of one damaged page: was it found, how much was saved, is the old file as before."""

    found: bool
    share: float
    kept: bool
    readable: bool
    """Whether SQLite alone could still read all rows."""


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of this harness."""
    place = setting.place("pages")
    source = place / "workspace.db"
    with workspace(source) as services:
        for number in range(1, 7):
            services.documents.read(write(evening(number, 400), place / "evening.session.json"))
        room = Room(services)
        for number in range(50):
            room.say(f"Beitrag {number} über Räume und Wege", person=number % 3)
    yield _letters(setting, source)
    yield _pages(setting, source)


def _letters(setting: Setting, source: Path) -> Line:
    count = setting.many(2, 60, 600)
    rng = random.Random("letters")
    texts = [row[0] for row in _texts(source) if row[0].isascii() and len(row[0]) > 40]
    jobs = list(enumerate(rng.sample(texts, min(count, len(texts)))))
    found = side_by_side(partial(_letter, source), jobs)
    seen, by_sqlite = (sum(column) for column in zip(*found, strict=True))
    return Line(
        "pages",
        "a text changed inside a valid page",
        f"{figure(seen)} of {figure(len(jobs))} found by check",
        "all",
        seen == len(jobs) and by_sqlite < len(jobs),
        f"SQLite's own check: {by_sqlite} of {len(jobs)} found",
    )


def _letter(source: Path, job: tuple[int, str]) -> tuple[bool, bool]:
    number, text = job
    database = copied(source, source.parent / f"letter-{number}")
    change_letter(database, text, text[:20] + ("X" if text[20] != "X" else "Y") + text[21:])
    return run(program(database, "check"), database.parent).code == 1, not _sound(database)


def _pages(setting: Setting, source: Path) -> Line:
    count = setting.many(3, 60, 600)
    rng = random.Random("pages")
    last = source.stat().st_size // PAGE
    jobs = [(number, rng.randint(1, last)) for number in range(count)]
    rows = sum(len(found) for found in dump(source).values())
    found = side_by_side(partial(_page, source, rows), jobs)
    missed = sum(not each.found for each in found)
    least = min(each.share for each in found)
    changed = sum(not each.kept for each in found)
    unreadable = sum(not each.readable for each in found)
    return Line(
        "pages",
        "a whole page overwritten",
        f"{figure(count)} pages of {figure(last)}: {missed} not found, at least {least:.1%} saved, "
        f"{changed} old files changed",
        f"0 not found, ≥ {SHARE:.0%}, 0 changed",
        missed == changed == 0 and least >= SHARE and unreadable > 0,
        f"SQLite alone: {unreadable} of {count} unreadable",
    )


def _page(source: Path, rows: int, job: tuple[int, int]) -> Salvage:
    number, page = job
    database = copied(source, source.parent / f"page-{number}")
    overwrite_page(database, page, seed=number)
    before = hashlib.sha256(database.read_bytes()).digest()
    found = run(program(database, "check"), database.parent).code == 1
    target = database.with_name("salvaged.db")
    elsewhere = database.with_name("elsewhere.db")
    ended = run(program(elsewhere, "salvage", database, "--to", target), database.parent)
    kept = hashlib.sha256(database.read_bytes()).digest() == before
    share = sum(map(len, dump(target).values())) / rows if ended.code == 0 else 0.0
    return Salvage(found, share, kept, _readable(database))


def _readable(database: Path) -> bool:
    try:
        dump(database)
    except sqlite3.Error:
        return False
    return True


def _texts(database: Path) -> list[tuple[str]]:
    with closing(sqlite3.connect(database)) as driver:
        found: list[tuple[str]] = driver.execute("SELECT text FROM statement").fetchall()
    return found


def _sound(database: Path) -> bool:
    with closing(sqlite3.connect(database)) as driver:
        return bool(driver.execute("PRAGMA integrity_check").fetchone()[0] == "ok")


if __name__ == "__main__":
    alone(measure)

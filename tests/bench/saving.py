"""B: saving one statement durably, beside the same rows by hand, and what the index adds."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import Services, workspace
from app.domain.incoming.statements import StatementDraft
from app.storage import search
from tests.bench.setting import SMALL, Setting, insert_sql, raw, tracer
from tests.bench.table import Line, at_most_times, exactly, not_measured
from tests.bench.timing import seconds

SAVES = 300
TABLES = ("statement", "operation", "journal_entry")
TEXT = "Die Nachbarschaftshilfe am Lindenplatz hat {} Besuche gemacht, ohne dass jemand fragte."


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part B."""
    yield _syncs(setting)
    yield _beside_raw(setting)
    yield _beside_no_index(setting)


class _Desk:
    """Records statements under one question of an archive."""

    def __init__(self, services: Services) -> None:
        self._services = services
        uid = services.views.sessions()[0].uid
        self._item = services.views.plan_items(uid)[0].uid
        self._people = services.views.participants(uid)
        self._count = 0

    def record(self) -> None:
        self._count += 1
        self._services.capture.record(
            StatementDraft(
                plan_item_uid=self._item,
                text=TEXT.format(self._count),
                participant_uid=self._people[self._count % len(self._people)].uid,
            )
        )


class _ByHand:
    """Writes the rows that were just written elsewhere, as a careful script would."""

    def __init__(self, source: sqlite3.Connection, target: sqlite3.Connection) -> None:
        self._source = source
        self._target = target
        self._columns = {
            table: [row[1] for row in target.execute(f"PRAGMA table_info({table})")]
            for table in TABLES
        }
        self._rows: dict[str, Any] = {}

    def fetch(self) -> None:
        """Look at the newest row of each table."""
        self._rows = {
            table: self._source.execute(
                f"SELECT * FROM {table} ORDER BY id DESC LIMIT 1"
            ).fetchone()
            for table in TABLES
        }

    def write(self) -> None:
        execute = self._target.execute
        execute("BEGIN IMMEDIATE")
        for table in TABLES:
            execute(insert_sql(table, self._columns[table]), self._rows[table])
        execute("COMMIT")


def _beside_raw(setting: Setting) -> Line:
    archive = setting.archive(SMALL)
    ours, theirs = setting.copy(archive, "save-ours"), setting.copy(archive, "save-raw")
    times: tuple[list[float], list[float]] = ([], [])
    with workspace(ours) as services, raw(ours) as source, raw(theirs) as target:
        desk, by_hand = _Desk(services), _ByHand(source, target)
        for _ in range(SAVES):
            times[0].append(seconds(desk.record))
            by_hand.fetch()
            times[1].append(seconds(by_hand.write))
    return at_most_times(
        "B",
        "durable save of a statement, p50",
        "raw sqlite3, same rows and pragmas",
        ours=median(times[0]),
        other=median(times[1]),
        goal=3,
    )


def _beside_no_index(setting: Setting) -> Line:
    archive = setting.archive(SMALL)
    paths = [setting.copy(archive, name) for name in ("save-index", "save-no-index")]
    times: tuple[list[float], list[float]] = ([], [])
    with workspace(paths[0]) as indexed, workspace(paths[1]) as plain:
        with plain._database.write() as connection:
            search.remove(connection)
        desks = _Desk(indexed), _Desk(plain)
        for _ in range(SAVES):
            for desk, found in zip(desks, times, strict=True):
                found.append(seconds(desk.record))
    return at_most_times(
        "B",
        "save with the search index, p50",
        "the save without",
        ours=median(times[0]),
        other=median(times[1]),
        goal=1.5,
    )


def _syncs(setting: Setting) -> Line:
    """Syncs of 60 saves less those of 10, so that opening and closing do not count."""
    what, beside = "syncs to the disk per save", "counted with strace"
    log = setting.folder / "syncs.log"
    prefix = tracer(log)
    if not prefix:
        return not_measured("B", what, beside, "no strace")
    few, many = 10, 60
    counts = []
    for saves in (few, many):
        path = setting.copy(setting.archive(SMALL), f"syncs-{saves}")
        setting.child("saving", path, saves, prefix=prefix)
        counts.append(len(re.findall(r" (?:fsync|fdatasync|msync|sync)\(", log.read_text())))
    return exactly("B", what, beside, found=(counts[1] - counts[0]) / (many - few), wanted=1)


def _save_some(path: Path, saves: int) -> None:
    with workspace(path) as services:
        desk = _Desk(services)
        for _ in range(saves):
            desk.record()


if __name__ == "__main__":
    _save_some(Path(sys.argv[1]), int(sys.argv[2]))

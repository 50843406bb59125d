"""C: reading a large session in, and opening an ordinary one in archives of two sizes."""

import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from statistics import fmean
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from app.bootstrap import Services, workspace
from app.domain.changes import Entity
from app.storage import search
from app.storage.bulk import BulkInsert
from app.storage.database import Database
from app.storage.journal_codec import TABLES
from app.storage.search import BulkIndexing
from app.storage.tables import StatementRow
from tests.bench.setting import SMALL, Setting, insert_sql, raw
from tests.bench.table import Line, at_most, at_most_times, times_faster
from tests.bench.timing import peak_memory, seconds, take_turns
from tests.support import generator
from tests.support.sql import statements_of_sql

IMPORTED = 100_000
WRITTEN = 20_000
CHUNK = 500
STATEMENT = TABLES[Entity.STATEMENT]
VARYING = (
    *("id", "uid", "plan_item_id", "participant_id", "order_key", "text", "folded", "kind"),
    "recorded_at",
)
"""What differs from row to row in the file; everything else is the same in all."""

_ROWS = """SELECT s.id, s.uid, i.uid, p.uid, s.source, s.text, s.kind, s.recorded_at, s.verbatim,
    s.is_result, s.naming, s.addressees, s.addressee_note, s.details, s.actors,
    s.reading_confirmed, s.person_unclear, s.evidence
    FROM statement s JOIN plan_item i ON i.id = s.plan_item_id
    LEFT JOIN participant p ON p.id = s.participant_id
    WHERE s.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND s.deleted_at IS NULL
    ORDER BY i.order_key, i.uid, s.order_key, s.uid"""
_THEMES = """SELECT l.statement_id, t.name FROM statement_theme l JOIN theme t ON t.id = l.theme_id
    JOIN statement s ON s.id = l.statement_id
    WHERE s.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND s.deleted_at IS NULL
    ORDER BY t.order_key, t.uid"""


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part C."""
    yield from _import(setting)
    yield from _opening(setting)


def _import(setting: Setting) -> Iterator[Line]:
    folder = setting.folder
    document = generator.write(generator.evening(1, IMPORTED), folder / "large.session.json")
    what = f"import of a file of {IMPORTED:,} statements"
    ours = [_read(folder / "import-1.db", document)]
    empty = _without_statements(folder / "import-1.db", folder / "empty.db")
    columns, rows = _statements(folder / "import-1.db")
    other = _executemany(setting.copy(empty, "executemany"), columns, rows)
    ours.append(_read(folder / "import-2.db", document))
    beside = "executemany, same rows, tables, indexes"
    yield at_most_times("C", what, beside, ours=fmean(ours), other=other, goal=2)
    yield _beside_add_all(setting, empty)
    for path in folder.glob("import-*"):
        path.unlink()
    grown = float(setting.child("archives", folder / "growth.db", document))
    yield at_most("C", "memory growth of that import", found=grown, limit=20, unit="MB")


def _read(path: Path, document: Path) -> float:
    with workspace(path) as services:
        return seconds(lambda: services.documents.read(document))


def _statements(path: Path) -> tuple[list[str], list[tuple[Any, ...]]]:
    with raw(path) as connection:
        cursor = connection.execute("SELECT * FROM statement")
        return [column[0] for column in cursor.description], cursor.fetchall()


def _without_statements(path: Path, target: Path) -> Path:
    """A copy with everything that the statements hang on, but empty of them."""
    database = Database(Path(shutil.copy(path, target)))
    with database.write() as connection:
        search.remove(connection)
        for statement in (
            "DELETE FROM statement_theme",
            "DELETE FROM statement",
            "INSERT INTO statement_search(statement_search) VALUES ('delete-all')",
        ):
            connection.exec_driver_sql(statement)
        search.install(connection)
    database.close()
    return target


def _executemany(path: Path, columns: list[str], rows: list[tuple[Any, ...]]) -> float:
    with raw(path) as connection:

        def write() -> None:
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(insert_sql("statement", columns), rows)
            connection.execute("COMMIT")

        return seconds(write)


def _beside_add_all(setting: Setting, empty: Path) -> Line:
    """The rows alone, without a file to check: that is what ``add_all`` is for."""
    source = Database(setting.folder / "import-1.db")
    with source.read() as connection:
        found = connection.execute(STATEMENT.select().limit(WRITTEN)).mappings()
        rows = [dict(row) for row in found]
    source.close()
    times = [
        (_write_in_bulk(setting.copy(empty, "bulk"), rows), _add_all(setting, empty, rows))
        for _ in range(2)
    ]
    return times_faster(
        "C",
        f"writing {WRITTEN:,} statements as the import does",
        "Session.add_all, same tables, indexes",
        ours=fmean(ours for ours, _ in times),
        other=fmean(other for _, other in times),
        goal=10,
    )


def _write_in_bulk(path: Path, rows: list[dict[str, Any]]) -> float:
    database = Database(path)
    same = {name: value for name, value in rows[0].items() if name not in VARYING}
    varying = [{name: row[name] for name in VARYING} for row in rows]

    def write() -> None:
        with database.write() as connection:
            _bulk(connection, same, varying)

    took = seconds(write)
    database.close()
    return took


def _bulk(connection: Connection, same: dict[str, Any], rows: list[dict[str, Any]]) -> None:
    insert = BulkInsert(connection, STATEMENT, {**same, **dict.fromkeys(VARYING)})
    indexing = BulkIndexing(connection)
    indexing.begin()
    left = iter(rows)
    while chunk := list(islice(left, CHUNK)):
        insert.write(chunk)
        indexing.advance(chunk[-1]["id"])
    indexing.end()


def _add_all(setting: Setting, empty: Path, rows: list[dict[str, Any]]) -> float:
    database = Database(setting.copy(empty, "add-all"))

    def write() -> None:
        with Session(database._engine) as session:
            session.connection().exec_driver_sql("BEGIN IMMEDIATE")
            session.add_all([StatementRow(**row) for row in rows])
            session.flush()
            session.connection().exec_driver_sql("COMMIT")

    took = seconds(write)
    database.close()
    return took


def _opening(setting: Setting) -> Iterator[Line]:
    small, large = setting.archive(SMALL), setting.archive(setting.rows)
    what = f"open a session of {generator.EVENING_STATEMENTS}"
    with workspace(small, writing=False) as few, workspace(large, writing=False) as many:
        sessions = [_an_ordinary_session(services) for services in (few, many)]
        with raw(large) as connection:

            def by_hand() -> None:
                for query in (_ROWS, _THEMES):
                    connection.execute(query, (sessions[1],)).fetchall()

            in_small, in_large, other = take_turns(
                60,
                lambda: few.views.statements(sessions[0]),
                lambda: many.views.statements(sessions[1]),
                by_hand,
            )
        queries = _queries(many, sessions[1])
    yield at_most_times("C", what, "two raw queries", ours=in_large, other=other, goal=3)
    yield at_most("C", f"{what}: statements of SQL", found=queries, limit=3, unit="")
    ratio = in_large / in_small
    yield Line(
        "C",
        f"{what} among {setting.rows:,}",
        f"the same among {SMALL:,}",
        f"{ratio:.2f} ×",
        "0.7 … 1.3 ×",
        1 / 1.3 <= ratio <= 1.3,
    )


def _an_ordinary_session(services: Services) -> str:
    full = [
        session
        for session in services.views.sessions()
        if session.statement_count == generator.EVENING_STATEMENTS
    ]
    return full[len(full) // 2].uid


def _queries(services: Services, session_uid: str) -> int:
    with statements_of_sql(services) as found:
        services.views.statements(session_uid)
    return len(found)


def _growth(path: Path, document: Path) -> float:
    """By how much the process grows while it reads the file in, after a small one."""
    warm = generator.write(generator.evening(0), path.with_suffix(".session.json"))
    with workspace(path) as services:
        services.documents.read(warm)
        before = peak_memory()
        services.documents.read(document)
        return peak_memory() - before


if __name__ == "__main__":
    print(_growth(Path(sys.argv[1]), Path(sys.argv[2])))

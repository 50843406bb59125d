"""What the measurements share: a folder, sizes, archives that are built once, raw connections."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlite3

from app.bootstrap import Services, workspace
from app.storage.database import PRAGMAS
from tests.support import generator

ROOT = Path(__file__).resolve().parents[2]
SMALL = 10_000


@dataclass(frozen=True, slots=True)
class Setting:
    """One run. ``rows``: statements in the large archive."""

    folder: Path
    rows: int
    _archives: dict[int, Path] = field(default_factory=dict)

    def archive(self, statements: int) -> Path:
        """A workspace with that many statements in sessions of 400, tidy as after an idle moment.

        It is shared: copy it before writing.
        """
        if statements not in self._archives:
            path = self.folder / f"archive-{statements}.db"
            document = self.folder / "evening.session.json"
            with workspace(path) as services:
                for content in generator.archive(statements):
                    services.documents.read(generator.write(content, document))
                tidy(services)
            self._archives[statements] = path
        return self._archives[statements]

    def copy(self, path: Path, name: str) -> Path:
        """A copy of a closed database."""
        target = self.folder / f"{name}.db"
        for rest in self.folder.glob(f"{name}.db-*"):
            rest.unlink()
        return Path(shutil.copy(path, target))

    def child(self, module: str, *arguments: object, prefix: Sequence[str] = ()) -> str:
        """What ``python -m tests.bench.<module>`` prints, run in a process of its own."""
        command = [sys.executable, "-P", "-m", f"tests.bench.{module}"]
        done = subprocess.run(
            [*prefix, *command, *map(str, arguments)],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"{module} ended with {done.returncode}:\n{done.stderr}")
        return done.stdout


def tracer(log: Path) -> Sequence[str]:
    """What stands before a command to write its syncs into ``log``; empty if nothing can trace."""
    strace = shutil.which("strace")
    if strace is None:
        return ()
    prefix = (strace, "-f", "-qq", "-e", "trace=fsync,fdatasync,msync,sync", "-o", str(log))
    works = subprocess.run([*prefix, sys.executable, "-c", ""], capture_output=True, check=False)
    return () if works.returncode else prefix


def tidy(services: Services) -> None:
    """What the program does when nothing was written for some seconds."""
    while services._upkeep._merge():
        pass
    services._database.checkpoint()


@contextmanager
def raw(path: Path) -> Iterator[Any]:
    """A plain driver connection with the program's pragmas: what an application must beat or bear.

    The program's own driver: a second SQLite library in one process would not see its locks.
    """
    with closing(sqlite3.connect(str(path), isolation_level=None)) as connection:
        for name, value in PRAGMAS.items():
            connection.execute(f"PRAGMA {name}={value}")
        connection.execute("PRAGMA wal_autocheckpoint=0")
        yield connection


def insert_sql(table: str, columns: Sequence[str]) -> str:
    """A plain INSERT with question marks."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"

"""What the harnesses share: how much to do, where, and how one of them is run alone."""

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import IntEnum
from functools import cache
from pathlib import Path
from typing import TypeVar

from tests.endurance.table import Line

ROOT = Path(__file__).resolve().parents[2]
WORKERS = os.cpu_count() or 1

JobT = TypeVar("JobT")
ResultT = TypeVar("ResultT")


class Size(IntEnum):
    """How much: a taste for every developer, what every change must stand, on demand."""

    SMOKE = 0
    CI = 1
    FULL = 2


@dataclass(frozen=True, slots=True)
class Setting:
    """One run of the harnesses."""

    folder: Path
    size: Size

    def many(self, smoke: int, ci: int, full: int) -> int:
        """The number that belongs to the size."""
        return (smoke, ci, full)[self.size]

    def place(self, name: str) -> Path:
        """A folder of that name, empty."""
        folder = self.folder / name
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        return folder


Measure = Callable[[Setting], Iterator[Line]]


def side_by_side(work: Callable[[JobT], ResultT], jobs: Iterable[JobT]) -> list[ResultT]:
    """Do all jobs, as many at once as there are processors: most of the time is others' time."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(work, jobs))


def copied(source: Path, folder: Path) -> Path:
    """A copy of a closed database in a new folder of its own."""
    folder.mkdir(parents=True)
    return Path(shutil.copy(source, folder / "workspace.db"))


def alone(measure: Measure) -> None:
    """What ``python -m tests.endurance.<harness>`` does: print its lines."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--full", action="store_true", help="the numbers on demand")
    size = Size.FULL if parser.parse_args().full else Size.CI
    with tempfile.TemporaryDirectory(prefix="quartiersdialog-endurance-") as folder:
        for line in measure(Setting(Path(folder), size)):
            print(line, flush=True)


@cache
def tracing_fails() -> str:
    """Why system calls cannot be traced here; empty if they can."""
    strace = shutil.which("strace")
    if strace is None:
        return "no strace"
    works = subprocess.run([*tracer(), sys.executable, "-c", ""], capture_output=True, check=False)
    return "strace may not trace here" if works.returncode else ""


def tracer(*options: str) -> Sequence[str]:
    """What stands before a command to have its system calls traced.

    The filter in the kernel stops the process only where somebody looks, for Qt makes many calls;
    with it strace 6.1 sends no signals.
    """
    signals = any(":signal=" in option for option in options)
    return ("strace", "-f", "-qq", *(() if signals else ("--seccomp-bpf",)), *options)


def figure(number: int) -> str:
    """A count as one reads it."""
    return f"{number:,}"

"""The end of a command at some moment of its work."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from tests.endurance.processes import PATIENCE, end, environment, program
from tests.endurance.setting import ROOT, tracer

WRITES = "pwrite64,fsync,ftruncate"


def kill(command: Sequence[str], database: Path, when: float) -> None:
    """Start a command and kill it: after ``when`` seconds, or at that write if it is an integer.

    It may end before.
    """
    with subprocess.Popen(
        [*(at_write(database, when) if isinstance(when, int) else ()), *command],
        env=environment(database.parent),
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            process.wait(None if isinstance(when, int) else when)
        except subprocess.TimeoutExpired:
            end(process)


def kill_weakened(
    arguments: Sequence[object], database: Path, without: str, number: int, *, traced: bool
) -> None:
    """Kill the program without a protection at its n-th write: a control has to be hit.

    Where calls cannot be ``traced`` it is a statement that writes, of which there are fewer.
    """
    if traced:
        kill(program(database, *arguments, without=without), database, number)
    else:
        weakened = f"{without},killed={number}"
        kill(program(database, *arguments, without=weakened), database, PATIENCE)


def at_write(database: Path, number: int) -> Sequence[str]:
    """What stands before a command that is to be killed at its n-th write to a database."""
    files = [each for suffix in ("", "-wal") for each in ("-P", f"{database}{suffix}")]
    signal = f"inject={WRITES}:signal=SIGKILL:when={number}"
    return tracer("-o", os.devnull, *files, "-e", f"trace={WRITES}", "-e", signal)

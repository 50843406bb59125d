"""The program, or a child program of a harness, as a process of its own."""

import os
import signal
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.endurance.setting import ROOT

PATIENCE = 120.0
"""Seconds after which something will not happen any more; never a measure of speed."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a process ended; ``code`` is None if it did not and was killed in the end."""

    code: int | None
    out: str
    err: str


def child(module: str, *arguments: object) -> list[str]:
    """The command for a module of this package."""
    return [sys.executable, "-P", "-m", f"tests.endurance.{module}", *map(str, arguments)]


def program(database: Path, *arguments: object, without: str = "") -> list[str]:
    """The command for the real program, or for one with a protection switched off."""
    start = ["tests.endurance.weakened", without] if without else ["ui"]
    return [sys.executable, "-P", "-m", *start, "--database", str(database), *map(str, arguments)]


def environment(home: Path) -> dict[str, str]:
    """Without a screen and with folders of its own for settings and logs."""
    folders = {f"XDG_{name}_HOME": str(home) for name in ("CONFIG", "DATA", "STATE", "CACHE")}
    return {
        **os.environ,
        **folders,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "offscreen",
        "LC_ALL": "C.UTF-8",
    }


def run(
    command: Sequence[str],
    home: Path,
    *,
    prefix: Sequence[str] = (),
    given: str | None = None,
    patience: float = PATIENCE,
) -> Ended:
    """Run a command to its end, which may be that patience ends."""
    with subprocess.Popen(
        [*prefix, *command],
        env=environment(home),
        cwd=ROOT,
        stdin=subprocess.PIPE if given is not None else subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(given, timeout=patience)
        except subprocess.TimeoutExpired:
            end(process)
            out, err = process.communicate()
            return Ended(None, out, err)
    return Ended(process.returncode, out, err)


def end(process: subprocess.Popen[str]) -> None:
    """Kill a process that was started in a session of its own, with all its children."""
    os.killpg(process.pid, signal.SIGKILL)

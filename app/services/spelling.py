"""Is a word spelled right, and what else could it be? Asks a process that holds the dictionary.

Both calls wait for the answer and belong into a worker thread. The process is started by the first
question and ends with ``close`` – or with this process, however that ends.
"""

import json
import subprocess
import sys
from collections.abc import Collection, Sequence
from pathlib import Path
from threading import Lock
from typing import Any

from app.services.spelling_process import ARGUMENT

_START = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from app.services.spelling_process import main; main()"
)


class SpellingService:
    """Checks words against the German dictionary and a series' own words."""

    def __init__(self, command: Sequence[str] | None = None) -> None:
        """``command`` starts the process; there is no other reason to give it than a test."""
        self._command = command or _command()
        self._process: subprocess.Popen[str] | None = None
        self._available: bool | None = None
        self._closed = False
        self._lock = Lock()

    @property
    def available(self) -> bool | None:
        """Whether there is a dictionary to check with; None as long as nobody has asked."""
        return self._available

    def check(self, words: Sequence[str], own: Collection[str] = ()) -> dict[str, bool]:
        """For each of ``words_to_check`` whether it is right; nothing without a dictionary."""
        found = self._ask({"check": list(words), "own": sorted(own)})
        return dict(zip(words, found, strict=False)) if isinstance(found, list) else {}

    def suggest(self, word: str, own: Collection[str] = ()) -> tuple[str, ...]:
        """What ``word`` could be instead, the most likely first; takes up to half a second."""
        found = self._ask({"suggest": word, "own": sorted(own)})
        return tuple(found) if isinstance(found, list) else ()

    def close(self) -> None:
        """End the process, also while somebody waits for its answer."""
        self._closed = True
        process = self._process
        if process is not None:
            process.kill()
            process.wait()
            with self._lock:
                _close_pipes(process)

    def _ask(self, question: dict[str, Any]) -> Any:
        with self._lock:
            if self._available is None and not self._closed:
                self._start()
            process = self._process
            if not self._available or self._closed or process is None:
                return None
            try:
                return _answer(process, question)
            except (OSError, ValueError):  # it ended, or says what nobody can read
                self._available = False
                return None

    def _start(self) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - ourselves
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                encoding="utf-8",
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
            self._available = _answer(self._process) is True
        except (OSError, ValueError):
            self._available = False


def _answer(process: subprocess.Popen[str], question: dict[str, Any] | None = None) -> Any:
    """The next line the process says, after a question if there is one."""
    if process.stdin is None or process.stdout is None:
        raise ValueError("no pipes")
    if question is not None:
        process.stdin.write(json.dumps(question) + "\n")
        process.stdin.flush()
    return json.loads(process.stdout.readline())


def _close_pipes(process: subprocess.Popen[str]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # what it had not read yet is lost with it
                continue


def _command() -> tuple[str, ...]:
    """This program once more: by its Python, or as the program that was built."""
    if getattr(sys, "frozen", False):
        return (sys.executable, ARGUMENT)
    root = str(Path(__file__).resolve().parents[2])
    return (sys.executable, "-P", "-c", _START, root)

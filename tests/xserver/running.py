"""The program as a process, driven with real key events through the X server."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TypeVar

ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 60.0
"""Seconds after which something will not happen any more; never a measure of speed."""

ResultT = TypeVar("ResultT")


class Running:
    """One run of ``python -P -m ui``, or of other ``code``, with these arguments."""

    def __init__(self, home: Path, bus: str, *arguments: str, code: str = "") -> None:
        self._environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "DBUS_SESSION_BUS_ADDRESS": bus,
            **{f"XDG_{name}_HOME": str(home / name) for name in ("CONFIG", "DATA", "STATE")},
        }
        program = ["-c", code] if code else ["-m", "ui"]
        command = [sys.executable, "-P", *program, *arguments]
        self.process = subprocess.Popen(command, env=self._environment, cwd=home)
        self.take_focus()

    def take_focus(self) -> None:
        """Give the window the focus, also after a dialog: there is no window manager to do it."""
        pid = str(self.process.pid)
        window = ("search", "--sync", "--all", "--onlyvisible", "--pid", pid, "--name", ".")
        self._xdotool(*window, "windowfocus")

    def press(self, *keys: str) -> None:
        """Press keys or chords, named as xdotool names them: "ctrl+Next", "Return"."""
        self._xdotool("key", "--clearmodifiers", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._xdotool("type", "--clearmodifiers", "--delay", "12", text)

    def wait_for(self, what: Callable[[], ResultT | None]) -> ResultT:
        """Ask again until the answer is something; the program must not end meanwhile."""
        deadline = monotonic() + PATIENCE
        while not (answer := what()):
            assert monotonic() < deadline, "waited in vain"
            assert not self._ended_within(0.1), "the program has ended"
        return answer

    def kill(self) -> None:
        """As a crash or an empty battery does: without a chance to tidy up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def end(self) -> int:
        """Wait until it has ended by itself; returns its exit code."""
        return self.process.wait(PATIENCE)

    def stop(self) -> None:
        """Whatever is left of it."""
        if self.process.poll() is None:
            self.kill()

    def _xdotool(self, *arguments: str) -> None:
        subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            check=True,
            timeout=PATIENCE,
            stdout=subprocess.DEVNULL,
        )

    def _ended_within(self, seconds: float) -> bool:
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            return False
        return True

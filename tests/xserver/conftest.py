"""A bus for the screen reader, and the program, which never outlives its test."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.xserver.running import Running
from tests.xserver.screen_reader import LAUNCHERS, ScreenReader

Start = Callable[..., Running]


@pytest.fixture
def reader() -> Iterator[ScreenReader]:
    """Somebody who listens."""
    if not shutil.which("dbus-daemon") or not any(map(Path.exists, LAUNCHERS)):
        pytest.skip("needs dbus and at-spi2-core")
    listening = ScreenReader()
    yield listening
    listening.close()


@pytest.fixture
def start(tmp_path: Path, reader: ScreenReader) -> Iterator[Start]:
    """Start the program on the database of the test."""
    if not shutil.which("Xvfb") or not shutil.which("xdotool"):
        pytest.skip("needs Xvfb and xdotool")
    started: list[Running] = []

    def run(*arguments: str, code: str = "") -> Running:
        options = ["--database", str(tmp_path / "workspace.db"), "--language", "de"]
        whole = (*options, "--theme", "light", *arguments)
        started.append(Running(tmp_path, reader.address, *whole, code=code))
        return started[-1]

    yield run
    for each in started:
        each.stop()

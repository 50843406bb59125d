"""The room view on a real X server, to which a projector is plugged and from which it is pulled."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.xserver.running import PATIENCE, ROOT

pytestmark = [pytest.mark.heavy]

LAPTOP, PROJECTOR = [1366], [1366, 1920]
ON_THE_PROJECTOR = [[1366, 0, 1920, 1080]]


@pytest.fixture
def display() -> Iterator[str]:
    """An X server wide enough for both screens."""
    if not shutil.which("Xvfb") or not shutil.which("xrandr"):
        pytest.skip("needs Xvfb and xrandr")
    reading, writing = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writing), "-screen", "0", "3286x1080x24", "-nolisten", "tcp"],
        pass_fds=[writing],
        stderr=subprocess.DEVNULL,
    )
    os.close(writing)
    with os.fdopen(reading) as said:
        number = said.readline().strip()
    yield f":{number}"
    server.terminate()
    server.wait()


def test_the_projector_is_plugged_pulled_and_plugged_again(display: str, tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "DISPLAY": display,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": "xcb",
    }
    command = [sys.executable, "-P", "-m", "tests.xserver.projector", str(tmp_path / "w.db")]
    done = subprocess.run(
        command,
        check=False,
        env=environment,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    *moments, last = [json.loads(line) for line in done.stdout.splitlines()]
    seen = {each["when"]: (each["screens"], each["rooms"]) for each in moments}
    assert seen == {
        "one screen": (LAPTOP, []),
        "plugged": (PROJECTOR, ON_THE_PROJECTOR),
        "pulled": (LAPTOP, []),
        "back": (PROJECTOR, ON_THE_PROJECTOR),
        # The control: a window that does not look for screens stays.
        "pulled, with a window that nobody closes": (LAPTOP, seen[moments[-1]["when"]][1]),
    }
    assert moments[-1]["rooms"]
    assert {each["active"] for each in moments[:4]} == {"MainWindow"}
    assert last == {"line": "Mitten im Satz bleibt alles"}

"""G: the built folder, beside the same program under Python: its size and its first paint.

Only where ``python packaging/bundle.py`` has built one into ``dist/``. Nothing can be put into a
built program, so Qt itself says when it has painted: its log, which both write alike.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median

from tests.bench.setting import ROOT, SMALL, Setting
from tests.bench.table import Line, at_most, at_most_times, not_measured

NAME = "quartiersdialog"
FOLDER = ROOT / "dist" / NAME
ROUNDS = 5
PATIENCE = 120
"""Seconds after which a window will not come any more; never a measure of speed."""
_PAINTED = b"Flushing"


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of part G."""
    program = FOLDER / (f"{NAME}.exe" if os.name == "nt" else NAME)
    size, paint, beside = "size of the bundle", "first paint of the bundle", "python -m ui"
    if not program.exists():
        why = "no bundle in dist/"
        yield not_measured("G", size, "–", why)
        yield not_measured("G", paint, beside, why)
        return
    yield at_most("G", size, found=_megabytes(FOLDER), limit=200, unit="MB")
    database = str(setting.copy(setting.archive(SMALL), "bundle"))
    environment = _environment(setting.folder / "bundle-home")
    starts = (
        (str(program), "--database", database),
        (sys.executable, "-P", "-m", "ui", "--database", database),
    )
    # The first turn reads everything from the disk once.
    turns = [[_first_paint(start, environment) for start in starts] for _ in range(1 + ROUNDS)][1:]
    built, python = (median(column) for column in zip(*turns, strict=True))
    yield at_most_times("G", paint, beside, ours=built, other=python, goal=1.5)


def _megabytes(folder: Path) -> float:
    """What the files hold; a link to one of them holds nothing."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in files) / 1e6


def _environment(home: Path) -> dict[str, str]:
    """Nothing of this user's settings, compiled modules are kept, and Qt says what it paints."""
    names = ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    values = {**os.environ, "PYTHONPATH": str(ROOT), **{name: str(home / name) for name in names}}
    values.pop("PYTHONDONTWRITEBYTECODE", None)
    values["QT_LOGGING_RULES"] = "qt.widgets.painting.info=true"
    values["QT_FORCE_STDERR_LOGGING"] = "1"
    return values


def _first_paint(start: Sequence[str], environment: dict[str, str]) -> float:
    """From making the process to the first line about a finished paint."""
    begin = time.monotonic()
    with subprocess.Popen(start, env=environment, stderr=subprocess.PIPE) as process:
        assert process.stderr is not None
        said = []
        try:
            for line in process.stderr:
                if _PAINTED in line:
                    return time.monotonic() - begin
                if time.monotonic() - begin > PATIENCE:
                    break
                said.append(line)
        finally:
            process.kill()
    raise RuntimeError(f"{start[0]} painted nothing:\n{b''.join(said).decode(errors='replace')}")

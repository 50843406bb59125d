"""``python -m tests.bench``: how fast it is, side by side with others on this machine, now.

Every line is measured on the real program and on the named competitor in the same run, in turns;
what counts is the ratio. 100,000 statements take about two minutes, ``--full`` measures with
1,000,000. ``--only A,C`` measures some parts.
"""

import argparse
import datetime as dt
import os
import platform
import tempfile
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite3

from tests.bench.setting import Setting
from tests.bench.table import Line, head, summary

PARTS = {
    "A": "word",
    "B": "saving",
    "C": "archives",
    "D": "searching",
    "E": "starting",
    "F": "lists",
    "G": "bundle",
}
ROWS, ALL_ROWS = 100_000, 1_000_000


def main() -> None:
    """Measure and print."""
    arguments = _arguments()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    rows = ALL_ROWS if arguments.full else ROWS
    moment = dt.datetime.now().astimezone()
    print(
        f"Quartiersdialog, {rows:,} statements, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores, {moment:%d.%m.%Y %H:%M}\n"
    )
    print(head(), flush=True)
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="quartiersdialog-bench-") as folder:
        setting = Setting(Path(folder), rows)
        for part in arguments.only:
            for line in _part(part)(setting):
                print(line, flush=True)
                lines.append(line)
    seconds = (dt.datetime.now().astimezone() - moment).total_seconds()
    print(f"\n{summary(lines)}; {seconds:.0f} s")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--full", action="store_true", help="1,000,000 statements")
    parser.add_argument(
        "--only", type=_parts, default=list(PARTS), metavar="A,B,…", help="only these parts"
    )
    return parser.parse_args()


def _parts(text: str) -> list[str]:
    parts = [part.strip().upper() for part in text.split(",")]
    unknown = set(parts) - set(PARTS)
    if unknown:
        raise argparse.ArgumentTypeError(f"no such part: {', '.join(sorted(unknown))}")
    return parts


def _part(letter: str) -> Callable[[Setting], Iterator[Line]]:
    measure: Callable[[Setting], Iterator[Line]] = import_module(
        f"tests.bench.{PARTS[letter]}"
    ).measure
    return measure


if __name__ == "__main__":
    main()

"""``python -m tests.endurance``: kills, power cuts, sick disks, damage – and what is lost then.

Every harness runs the real program in its own process and ends with a control: the same with a
protection switched off, which it has to notice. About fifteen minutes; ``--full`` takes hours,
``--smoke`` a minute; ``--only kills,power`` runs some; each is also a program of its own
(``python -m tests.endurance.kills``). Ends with 1 if a goal was missed.
"""

import argparse
import datetime as dt
import os
import platform
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite3

from tests.endurance.setting import Measure, Setting, Size
from tests.endurance.table import Line, head, summary

HARNESSES = (
    *("kills", "power", "faults", "restore", "pages"),
    *("upgrades", "imports", "hostile"),
)


def main() -> int:
    """Run the harnesses and print."""
    arguments = _arguments()
    moment = dt.datetime.now().astimezone()
    print(
        f"Quartiersdialog, {arguments.size.name.lower()}, Python {platform.python_version()}, "
        f"SQLite {sqlite3.sqlite_version}, {os.cpu_count()} cores, {moment:%d.%m.%Y %H:%M}\n"
    )
    print(head(), flush=True)
    lines: list[Line] = []
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="quartiersdialog-endurance-") as folder:
        for name in arguments.only:
            for line in harness(name)(Setting(Path(folder), arguments.size)):
                print(line, flush=True)
                lines.append(line)
    print(f"\n{summary(lines)}; {time.monotonic() - begun:.0f} s")
    failing = (False, None) if arguments.no_skips else (False,)
    return int(any(line.reached in failing for line in lines))


def harness(name: str) -> Measure:
    """What measures the lines of a harness."""
    measure: Measure = import_module(f"tests.endurance.{name}").measure
    return measure


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.endurance", description=__doc__)
    size = parser.add_mutually_exclusive_group()
    for choice, text in ((Size.FULL, "the numbers on demand"), (Size.SMOKE, "a taste of each")):
        option = f"--{choice.name.lower()}"
        size.add_argument(option, dest="size", action="store_const", const=choice, help=text)
    parser.add_argument(
        "--only", type=_names, default=list(HARNESSES), metavar="NAME,…", help="only these"
    )
    parser.add_argument(
        "--no-skips", action="store_true", help="what could not be measured counts as missed"
    )
    parser.set_defaults(size=Size.CI)
    return parser.parse_args()


def _names(text: str) -> list[str]:
    names = [name.strip() for name in text.split(",")]
    unknown = set(names) - set(HARNESSES)
    if unknown:
        raise argparse.ArgumentTypeError(f"no such harness: {', '.join(sorted(unknown))}")
    return names


if __name__ == "__main__":
    sys.exit(main())

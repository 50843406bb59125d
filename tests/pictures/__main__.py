"""The command line: renders all variants, each in a process of its own."""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

from tests.pictures.readme import VARIANT, renew
from tests.support.screen import PLATFORM

ROOT = Path(__file__).resolve().parents[2]

LANGUAGES, THEMES, SCALES = ("de", "en"), ("light", "dark"), ("100", "150")
VARIANTS = tuple("-".join(parts) for parts in product(LANGUAGES, THEMES, SCALES))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with the arguments of the process."""
    options = _parser().parse_args(arguments)
    options.out.mkdir(parents=True, exist_ok=True)
    wanted = [name for name in VARIANTS if options.variant in name]
    if not wanted:
        print(f"No such variant; there are {', '.join(VARIANTS)}.", file=sys.stderr)
        return 2
    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(lambda name: _render(options, name), wanted))
    if options.readme and not any(results):
        print("\n".join(map(str, renew(options.out))))
    return max(results)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.pictures", description=__doc__)
    parser.add_argument("out", type=Path, metavar="OUT", help="folder for the pictures")
    parser.add_argument("--session", type=Path, metavar="FILE", help="instead of the example")
    parser.add_argument("--only", default="", help="pictures with this in their name")
    parser.add_argument("--variant", default="", help=f"of {', '.join(VARIANTS)}; a part will do")
    parser.add_argument(
        "--readme", action="store_true", help=f"renew docs/pictures; needs {VARIANT} and soffice"
    )
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    return parser


def _render(options: argparse.Namespace, variant: str) -> int:
    command = [sys.executable, "-P", "-m", "tests.pictures.variant", variant, str(options.out)]
    command += ["--only", options.only]
    if options.session:
        command += ["--session", str(options.session.resolve())]
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "QT_QPA_PLATFORM": PLATFORM,
        "QT_SCALE_FACTOR": str(int(variant.rsplit("-", 1)[1]) / 100),
        "TZ": "Europe/Berlin",
    }
    begun = time.monotonic()
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    said = done.stderr.replace("This plugin does not support propagateSizeHints()\n", "").strip()
    if done.returncode:
        print(f"{variant}: failed\n{said}", file=sys.stderr)
    else:
        seconds = time.monotonic() - begun
        print(f"{variant}: {done.stdout.strip()} pictures, {seconds:.0f} s")
        if said:
            print(said, file=sys.stderr)
    return int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main())

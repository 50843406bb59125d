"""Tries a built program as its first user would: ``python packaging/smoke.py FOLDER``.

Needs nothing but Python, so it runs wherever the folder is meant to run. Everything happens in a
temporary folder with a database of its own.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLD_SCHEMAS = ROOT / "tests" / "data"
WINDOW_SECONDS = 10


class SmokeError(Exception):
    """The built program does not do what it should."""


class Program:
    """The built program with a database in ``folder``."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.folder = folder
        self._start = program / ("quartiersdialog.exe" if os.name == "nt" else "quartiersdialog")
        self._environment: Mapping[str, str] = {
            **{name: value for name, value in os.environ.items() if not name.startswith("PYTHON")},
            **{f"XDG_{name}_HOME": str(folder) for name in ("CONFIG", "DATA", "STATE", "CACHE")},
            "QUARTIERSDIALOG_DATABASE": str(folder / "smoke.db"),
            "QT_QPA_PLATFORM": "offscreen",
        }

    def run(self, *arguments: str) -> str:
        """The output of one command, which must succeed and complain about nothing."""
        done = subprocess.run(
            [self._start, *arguments],
            cwd=self.folder,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode or done.stderr:
            raise SmokeError(f"{arguments} ended with {done.returncode}: {done.stderr}")
        print(" ".join(arguments), "–", done.stdout.strip().splitlines()[:1])
        return done.stdout

    def show_window(self) -> None:
        """Open the window; it must stay open and be silent."""
        window = subprocess.Popen(
            [self._start], cwd=self.folder, env=self._environment, stderr=subprocess.PIPE, text=True
        )
        try:
            _, complaint = window.communicate(timeout=WINDOW_SECONDS)
        except subprocess.TimeoutExpired:
            window.terminate()
            _, complaint = window.communicate()
            if complaint:
                raise SmokeError(f"the window complains: {complaint}") from None
            print("window – stays open")
        else:
            raise SmokeError(f"the window closed with {window.returncode}: {complaint}")

    def check_spelling(self) -> None:
        """The program is also the process that holds the dictionary, where there is one."""
        question = json.dumps({"check": ["Nachbarschaft", "Nachbraschaft"], "own": []})
        done = subprocess.run(
            [self._start, "--spelling-process"],
            env=self._environment,
            input=question + "\n",
            capture_output=True,
            text=True,
            check=False,
        )
        answers = done.stdout.split("\n")
        if answers[0] == "false" and sys.platform == "darwin":
            print("spelling – no dictionary on this Mac")
        elif answers[:2] != ["true", "[true, false]"]:
            raise SmokeError(f"spelling answered {done.stdout!r} and complains: {done.stderr}")
        else:
            print("spelling – knows right from wrong")


def smoke(program: Path) -> None:
    """Raise ``SmokeError`` unless ``program`` does the whole main job."""
    with tempfile.TemporaryDirectory() as folder:
        built = Program(program.resolve(), Path(folder))
        built.run("--version")
        built.run("example", "--out", "protokoll.docx")
        with zipfile.ZipFile(built.folder / "protokoll.docx") as document:
            if "word/document.xml" not in document.namelist():
                raise SmokeError("the protocol is no Word document")
        built.run("check")
        built.show_window()
        for old in sorted(OLD_SCHEMAS.glob("*.db")):
            copy = shutil.copy(old, built.folder)
            built.run("--database", str(copy), "sessions")  # brings the file up to date
            built.run("--database", str(copy), "check")
        built.check_spelling()


def main() -> int:
    """Exit code 0 if the program passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", type=Path, help="the folder that bundle.py made")
    try:
        smoke(parser.parse_args().program)
    except SmokeError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())

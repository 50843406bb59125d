"""Builds the program as one folder that needs no Python: ``python packaging/bundle.py``.

A folder, not a single file: it starts without unpacking, and Qt's libraries can be replaced as
their licence demands. Run it on the system the folder is for, with the pinned packages; try the
result with ``smoke.py``.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

import PyInstaller.__main__

ROOT = Path(__file__).resolve().parent.parent
NAME = "quartiersdialog"
# Data files for a frozen program: Alembic runs its scripts from real files.
DATA = ("resources", "app/storage/migrations")
# Something imports these if they are there; the program does not need them.
LEFT_OUT = (
    *("hypothesis", "IPython", "mypy", "numpy", "pytest", "setuptools", "tkinter"),
    # Parts of packages: photos are neither AVIF nor written on, Word files are read as plain XML,
    # and nothing is fetched – with the encryption of connections goes its library.
    *("PIL._avif", "PIL._imagingft", "PIL._imagingtk"),
    *("lxml.html", "lxml.isoschematron", "lxml.objectify"),
    *("ssl", "_ssl", "_hashlib", "PySide6.QtNetwork"),
    # Python's own SQLite: the database comes with a newer one.
    *("sqlite3", "_sqlite3"),
)
UNUSED_IN_QT = (
    # Screens without a desktop or far away, touch by network, and the look of GTK.
    *("*eglfs*", "*EglF[Ss]*", "*qvnc*", "*qtuiotouch*", "*qgtk3*"),
    *("*qtiff.*", "*qwebp.*", "*qicns.*", "*qtga.*", "*qwbmp.*"),  # photos are kept as JPEG or PNG
)
"""Plugins and their libraries; what they are called begins with "lib" on some systems."""
QT_LANGUAGES = ("de", "en")
UNPACKED = "docx/templates/default-docx-template"
"""What python-docx's own empty document is made from; nothing reads it."""


def build(target: Path) -> Path:
    """Build into ``target`` and return the folder of the program."""
    work = ROOT / "build" / "bundle"
    data = [f"--add-data={ROOT / name}{os.pathsep}{name}" for name in DATA]
    PyInstaller.__main__.run(
        [
            "--noconfirm",
            "--log-level=WARN",
            "--onedir",
            # One program for window and command line; on Windows a double click shows no console.
            "--console",
            "--hide-console=hide-early",
            f"--name={NAME}",
            f"--paths={ROOT}",
            f"--distpath={target}",
            f"--workpath={work}",
            f"--specpath={work}",
            *data,
            *(f"--exclude-module={name}" for name in LEFT_OUT),
            str(ROOT / "ui" / "__main__.py"),
        ]
    )
    _drop_foreign_translations(target / NAME)
    _drop_unused_plugins(target / NAME)
    for path in (target / NAME).rglob(UNPACKED):
        shutil.rmtree(path)
    _drop_debugging_symbols(target / NAME)
    return target / NAME


def _drop_foreign_translations(program: Path) -> None:
    for path in program.rglob("PySide6/**/translations/qt*.qm"):
        if not path.stem.endswith(tuple(f"_{language}" for language in QT_LANGUAGES)):
            path.unlink()


def _drop_unused_plugins(program: Path) -> None:
    for folder in program.rglob("PySide6"):
        for pattern in UNUSED_IN_QT:
            for path in folder.rglob(pattern):
                if path.is_file():
                    path.unlink()


def _drop_debugging_symbols(program: Path) -> None:
    """Wheels and a self-built Python carry them on Linux, 30 MB in all; nothing here reads them.

    Not PyInstaller's ``--strip``: that also takes symbol tables, which some libraries from wheels
    do not survive.
    """
    strip = shutil.which("strip")
    if sys.platform != "linux" or strip is None:
        return
    for path in program.rglob("*.so*"):
        if not path.is_symlink():
            subprocess.run([strip, "--strip-debug", path], check=True)


def main() -> None:
    """Build where the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="default: dist/")
    print(build(parser.parse_args().out.resolve()))


if __name__ == "__main__":
    main()

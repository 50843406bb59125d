"""Translations of the window: collects its texts, builds the file Qt reads.

    python packaging/translations.py update [NAME …]   texts of the code → resources/i18n/de/ts/*.ts
    python packaging/translations.py release           *.ts → resources/i18n/de/*.qm

One ``.ts`` per folder of ``ui``, so that several people can translate at once. ``update`` keeps
translations, drops texts that are gone and names those without German; a test wants none of them.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parent.parent
LANGUAGE = "de"
TS_FOLDER = ROOT / "resources" / "i18n" / LANGUAGE / "ts"
COMPILED = ROOT / "resources" / "i18n" / LANGUAGE / f"quartiersdialog_{LANGUAGE}.qm"
SHARED = {"widgets": ("widgets", "models", "style")}
"""Files that collect several folders; every other folder has its own, ``ui`` itself "frame"."""


def sources() -> dict[str, list[Path]]:
    """The modules whose texts belong into each ``.ts``."""
    ui = ROOT / "ui"
    collected = {folder for folders in SHARED.values() for folder in folders}
    found = {"frame": sorted(ui.glob("*.py"))}
    for name, folders in SHARED.items():
        found[name] = [file for folder in folders for file in sorted((ui / folder).rglob("*.py"))]
    for folder in sorted(path for path in ui.iterdir() if path.is_dir()):
        files = sorted(folder.rglob("*.py"))
        if files and folder.name not in collected:
            found[folder.name] = files
    return found


def update(target: Path = TS_FOLDER, names: Sequence[str] = ()) -> list[str]:
    """Bring the ``.ts`` of these names, or all, up to date; returns the texts without German."""
    target.mkdir(parents=True, exist_ok=True)
    for name, files in sources().items():
        if names and name not in names:
            continue
        command = [_tool("lupdate"), *map(str, files), "-ts", str(target / f"{name}.ts")]
        options = ["-source-language", "en", "-target-language", LANGUAGE]
        _run([*command, *options, "-no-obsolete", "-locations", "none", "-silent"])
    return sorted(unfinished(target))


def unfinished(folder: Path = TS_FOLDER) -> Iterator[str]:
    """Texts without German, as ``file: context: text``."""
    for path in sorted(folder.glob("*.ts")):
        for context in ET.parse(path).getroot().iter("context"):
            for message in context.iter("message"):
                german = message.find("translation")
                if german is None or german.get("type") == "unfinished" or not _words(german):
                    where = f"{path.stem}: {context.findtext('name')}"
                    yield f"{where}: {message.findtext('source')}"


def release() -> None:
    """Build the one file Qt reads. What has no German appears in English."""
    _run(release_command(COMPILED))


def release_command(target: Path) -> list[str]:
    """The call of Qt's program that builds ``target``."""
    files = [str(path) for path in sorted(TS_FOLDER.glob("*.ts"))]
    return [_tool("lrelease"), *files, "-qm", str(target), "-silent"]


def shared_contexts(folder: Path = TS_FOLDER) -> Iterator[str]:
    """Classes that have texts in several files, as ``class: file, file``.

    They are different classes of one name, which Qt cannot tell apart: it drops what one of them
    says as a duplicate, with a warning, and shows the other's German in both.
    """
    files: dict[str, list[str]] = {}
    for path in sorted(folder.glob("*.ts")):
        for context in ET.parse(path).getroot().iter("context"):
            files.setdefault(context.findtext("name") or "", []).append(path.stem)
    return (f"{name}: {', '.join(found)}" for name, found in files.items() if len(found) > 1)


def _words(translation: ET.Element) -> str:
    return "".join(translation.itertext()).strip()


def _tool(name: str) -> str:
    """Qt's own program, from the PySide6 package."""
    suffix = ".exe" if sys.platform == "win32" else ""
    return str(Path(PySide6.__file__).parent / f"{name}{suffix}")


def _run(command: Sequence[str]) -> None:
    subprocess.run(command, check=True, cwd=ROOT)


def main(arguments: Sequence[str]) -> int:
    """The command line."""
    if arguments and arguments[0] == "update":
        missing = update(names=arguments[1:])
        print("\n".join(missing) if missing else "All texts have their German.")
        return 0
    if list(arguments) == ["release"]:
        release()
        return 0
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

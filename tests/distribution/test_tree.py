"""What is committed stands alone: no lock with addresses, no registry, no path of some machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

# In pieces, so that this file does not find itself.
REGISTRIES = (
    "py" + "pi.org",
    "python" + "hosted.org",
    "registry." + "npmjs",
    "deb." + "debian.org",
)
MACHINES = ("/" + "work/", "/" + "root/", "/home" + "/", "/Users" + "/", "C:\\" + "Users")
LOCKS = {"uv.lock", "poetry.lock", "pdm.lock", "Pipfile.lock"}
TEXT = {
    *("", ".py", ".pyi", ".md", ".toml", ".txt", ".sh", ".json", ".ts", ".svg", ".mako", ".qss"),
    *(".css", ".html", ".xml", ".cfg", ".ini", ".yml", ".yaml", ".spec"),
}
DATA_OF_OTHERS = ("resources/icons/", "resources/fonts/", "resources/example/", "tests/data/")


def _tracked() -> list[Path]:
    if not (ROOT / ".git").exists() or not shutil.which("git"):
        pytest.skip("git cannot tell what is committed")
    command = ["git", "-c", "safe.directory=*", "-C", str(ROOT), "ls-files", "-z"]
    names = subprocess.run(command, capture_output=True, check=True).stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def _faults(path: Path, text: str) -> list[str]:
    name = path.relative_to(ROOT).as_posix()
    if path.name in LOCKS or path.name.startswith(".venv"):
        return [f"{name}: does not belong into the repository"]
    if name.startswith(DATA_OF_OTHERS):
        return []
    return [
        f"{name}:{number}: {word}"
        for number, line in enumerate(text.splitlines(), 1)
        for word in (*REGISTRIES, *MACHINES)
        if word in line
    ]


def test_nothing_committed_depends_on_a_machine() -> None:
    texts = (path for path in _tracked() if path.suffix in TEXT)
    assert [f for path in texts for f in _faults(path, path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("word", [*REGISTRIES, *MACHINES])
def test_an_address_or_a_path_is_found(word: str) -> None:
    assert _faults(ROOT / "app/somewhere.py", f"x = 1\ny = '{word}x'") == [
        f"app/somewhere.py:2: {word}"
    ]


def test_a_lock_is_found() -> None:
    assert _faults(ROOT / "uv.lock", "") == ["uv.lock: does not belong into the repository"]


def test_packaging_and_resources_are_no_packages() -> None:
    """``packaging/__init__.py`` would hide the library of that name."""
    for folder in ("packaging", "resources"):
        assert list((ROOT / folder).rglob("__init__.py")) == []


def test_every_test_folder_is_a_package() -> None:
    """Otherwise ``tests/ui`` would shadow ``ui``."""
    folders = {path.parent for path in (ROOT / "tests").rglob("*.py")}
    assert [folder for folder in folders if not (folder / "__init__.py").exists()] == []

"""An installed wheel carries the program with its resources and migrations."""

import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from app import __version__
from tests.support.programs import output_of

ROOT = Path(__file__).resolve().parents[2]
PARTS = ("app", "ui", "resources", "pyproject.toml", "README.md", "LICENSE", "THIRD-PARTY.md")
BUILD = "import sys; from setuptools import build_meta; build_meta.build_wheel(sys.argv[1])"
ASK = """
import sys
sys.path.insert(0, sys.argv[1])
from app.paths import migrations_folder, resource
from app.texts import Texts
print(resource("guides"), migrations_folder(), Texts("de").language, sep="\\n")
"""
LEFT_OUT = shutil.ignore_patterns("__pycache__", "*.egg-info")


def _copy(parts: tuple[str, ...], target: Path) -> None:
    for name in parts:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, target / name, ignore=LEFT_OUT)
        else:
            shutil.copy(source, target)


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A wheel of the working tree, unpacked as an installer would."""
    source, site = tmp_path / "source", tmp_path / "site"
    source.mkdir()
    _copy(PARTS, source)
    output_of(sys.executable, "-W", "ignore", "-c", BUILD, tmp_path, cwd=source)
    (wheel,) = tmp_path.glob("*.whl")
    zipfile.ZipFile(wheel).extractall(site)
    return site


def _files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for part in ("app", "ui", "resources")
        for path in (folder / part).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_wheel_carries_everything_and_finds_it(installed: Path) -> None:
    assert _files(installed) == _files(ROOT)
    answer = output_of(sys.executable, "-P", "-c", ASK, installed, cwd=installed.parent)
    guides, migrations, language = answer.splitlines()
    assert Path(guides).is_relative_to(installed)
    assert list(Path(guides).glob("*.toml"))
    assert list(Path(migrations).glob("versions/0001*.py"))
    assert language == "de"


def test_wheel_names_version_and_entry_point(installed: Path) -> None:
    (metadata,) = installed.glob("*.dist-info/METADATA")
    assert f"\nVersion: {__version__}\n" in metadata.read_text(encoding="utf-8")
    (entry_points,) = installed.glob("*.dist-info/entry_points.txt")
    assert "quartiersdialog = ui.__main__:main" in entry_points.read_text(encoding="utf-8")

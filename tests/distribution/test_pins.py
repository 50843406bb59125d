"""The pins are what ``pyproject.toml`` asks for, complete, hashed, and free of addresses."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
RUN = ROOT / "requirements.txt"
DEVELOP = ROOT / "requirements-dev.txt"


def _project() -> dict[str, list[str]]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return {
        "run": project["project"]["dependencies"],
        "develop": project["dependency-groups"]["dev"],
    }


def _blocks(path: Path) -> Iterator[str]:
    """One pin with its hashes at a time, without comments."""
    lines = (line.split("#")[0].rstrip() for line in path.read_text(encoding="utf-8").splitlines())
    yield from filter(None, "\n".join(filter(None, lines)).replace("\\\n", "").splitlines())


def _pins(path: Path) -> dict[str, set[str]]:
    """Versions by name; more than one where they depend on the Python."""
    pins: dict[str, set[str]] = {}
    for block in _blocks(path):
        requirement = Requirement(block.split(" --hash")[0])
        (specifier,) = requirement.specifier
        assert specifier.operator == "=="
        pins.setdefault(canonicalize_name(requirement.name), set()).add(specifier.version)
    return pins


def _unsatisfied(wanted: list[str], pins: dict[str, set[str]]) -> list[str]:
    requirements = [Requirement(line) for line in wanted]
    return [
        str(requirement)
        for requirement in requirements
        if not (versions := pins.get(canonicalize_name(requirement.name)))
        or not all(requirement.specifier.contains(version) for version in versions)
    ]


def test_pins_satisfy_the_project() -> None:
    wanted = _project()
    assert _unsatisfied(wanted["run"], _pins(RUN)) == []
    assert _unsatisfied(wanted["run"] + wanted["develop"], _pins(DEVELOP)) == []


def test_a_pin_that_is_missing_or_too_old_is_found() -> None:
    pins = {"one": {"1.0"}, "two": {"1.0", "2.0"}}
    assert _unsatisfied(["one>=1", "two>=2", "three"], pins) == ["two>=2", "three"]


def test_who_develops_runs_the_same_versions() -> None:
    assert _pins(RUN).items() <= _pins(DEVELOP).items()


def test_qt_stays_where_python_311_survives() -> None:
    (qt,) = (line for line in _project()["run"] if line.startswith("PySide6"))
    assert qt == "PySide6-Essentials>=6.10,<6.12"


@pytest.mark.parametrize("path", [RUN, DEVELOP], ids=lambda path: path.name)
def test_every_pin_has_hashes_and_no_address(path: Path) -> None:
    for block in _blocks(path):
        assert re.fullmatch(r"\S+==\S+( ;.*?)?( +--hash=sha256:[0-9a-f]{64})+", block), block
    assert "://" not in path.read_text(encoding="utf-8")


def _imported(folder: Path) -> set[str]:
    """Top-level names of everything imported anywhere below."""
    names: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names.update(alias.name.split(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                names.add(node.module.split(".")[0])
    return names - set(sys.stdlib_module_names)


def _declared(requirements: list[str]) -> set[str]:
    """The names that can be imported from the declared packages."""
    wanted = {canonicalize_name(Requirement(line).name) for line in requirements}
    return {
        module
        for module, packages in packages_distributions().items()
        if any(canonicalize_name(package) in wanted for package in packages)
    }


def test_what_is_imported_is_declared() -> None:
    project = _project()
    ours = {"app", "ui", "tests"}
    core = _imported(ROOT / "app") | _imported(ROOT / "ui")
    assert core - ours - _declared(project["run"]) == set()
    everything = core | _imported(ROOT / "tests") | _imported(ROOT / "packaging")
    recipes = {path.stem for path in (ROOT / "packaging").glob("*.py")}
    assert everything - ours - recipes - _declared(project["run"] + project["develop"]) == set()


def test_every_package_that_ships_is_named_with_its_licence() -> None:
    table = (ROOT / "THIRD-PARTY.md").read_text(encoding="utf-8")
    rows = [line.split("|")[1] for line in table.splitlines() if line.startswith("|")]
    named = {canonicalize_name(name) for row in rows for name in re.findall(r"[\w-]+", row)}
    assert _pins(RUN).keys() - named == set()

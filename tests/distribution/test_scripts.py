"""``./run`` sets up from nothing, once, and starts; with real environments of one tiny package.

The program and the translations are stand-ins that say how they were called; script, pip and the
environment are real. The package lies in a folder, so no network is needed.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SETTING_UP = "Setting up in"
PROGRAM = """
import importlib.metadata, json, os, sys
import app
print(json.dumps({
    "arguments": sys.argv[1:],
    "folder": os.getcwd(),
    "app": os.path.dirname(app.__file__),
    "tiny": importlib.metadata.version("tiny"),
    "prefix": sys.prefix,
}))
"""
TRANSLATIONS = """
import pathlib
import sys
compiled = pathlib.Path(__file__).parent.parent / "resources/i18n/de/quartiersdialog_de.qm"
compiled.write_text("compiled")
print("translated", *sys.argv[1:])
"""

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="./run is for Debian and its kin")


class Checkout:
    """A checkout with ``run``, a stand-in program and one pinned package."""

    def __init__(self, folder: Path, wheels: Path) -> None:
        self.root = folder
        self._wheels = wheels
        for name in ("app", "ui", "packaging", "resources/i18n/de"):
            (folder / name).mkdir(parents=True)
        shutil.copy(ROOT / "run", folder)
        shutil.copy(ROOT / "packaging/environment.sh", folder / "packaging")
        self.write("app/__init__.py", "")
        self.write("ui/__main__.py", PROGRAM)
        self.write("packaging/translations.py", TRANSLATIONS)
        self.write("resources/i18n/de/live.ts", "")
        self.write("requirements-dev.txt", "")
        self.pin("1.0")

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_text(text, encoding="utf-8")

    def pin(self, version: str) -> None:
        digest = hashlib.sha256(_wheel(self._wheels, version).read_bytes()).hexdigest()
        self.write("requirements.txt", f"tiny=={version} --hash=sha256:{digest}\n")

    def start(
        self, *arguments: str, by: Path | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [by or self.root / "run", *arguments],
            env=self._environment(environment),
            cwd=self._wheels,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *arguments: str, by: Path | None = None, **environment: str) -> "Started":
        return Started(self.start(*arguments, by=by, **environment))

    def _environment(self, changes: Mapping[str, str]) -> dict[str, str]:
        pip = {"PIP_NO_INDEX": "1", "PIP_CONFIG_FILE": os.devnull}
        return {**os.environ, **pip, "PIP_FIND_LINKS": str(self._wheels), **changes}


class Started:
    """What a start printed."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.stdout, self.stderr = process.communicate()
        self.code = process.returncode

    @property
    def program(self) -> dict[str, object]:
        """What the stand-in saw; fails unless that is all of stdout."""
        assert self.code == 0, self.stderr
        seen = json.loads(self.stdout)
        assert isinstance(seen, dict)
        return seen


def _wheel(folder: Path, version: str) -> Path:
    path = folder / f"tiny-{version}-py3-none-any.whl"
    information = f"tiny-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in {
            "tiny.py": "",
            f"{information}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
            f"{information}/WHEEL": "Wheel-Version: 1.0\nTag: py3-none-any\n",
            f"{information}/RECORD": "",
        }.items():
            archive.writestr(zipfile.ZipInfo(name), text)
    return path


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    return Checkout(tmp_path / "Müllers Ordner", elsewhere)


def test_first_start_sets_up_and_second_does_not(checkout: Checkout) -> None:
    first = checkout.run("export", "--out", "a b ü.docx")
    assert first.program["arguments"] == ["export", "--out", "a b ü.docx"]
    assert SETTING_UP in first.stderr
    assert "translated release" in first.stderr

    second = checkout.run(PIP_FIND_LINKS="/nowhere")
    assert second.program["tiny"] == "1.0"
    assert second.stderr == ""


def test_the_folder_and_the_modules_are_the_right_ones(checkout: Checkout, tmp_path: Path) -> None:
    """Started through a link, from a folder that has an ``app`` of its own."""
    (tmp_path / "elsewhere/app").mkdir()
    (tmp_path / "elsewhere/app/__init__.py").touch()
    link = tmp_path / "start"
    link.symlink_to(checkout.root / "run")
    seen = checkout.run(by=link, PYTHONPATH=str(tmp_path / "elsewhere")).program
    assert seen["folder"] == str(tmp_path / "elsewhere")
    assert seen["app"] == str(checkout.root / "app")
    assert seen["prefix"] == str(checkout.root / ".venv")


def test_new_pins_are_installed_and_nothing_old_stays(checkout: Checkout) -> None:
    checkout.run()
    leftover = next((checkout.root / ".venv/lib").glob("python*")) / "site-packages/leftover.py"
    leftover.touch()
    checkout.pin("2.0")
    assert checkout.run().program["tiny"] == "2.0"
    assert not leftover.exists()


def test_a_package_that_is_not_the_pinned_one_is_refused(checkout: Checkout) -> None:
    pins = checkout.root / "requirements.txt"
    pins.write_text(pins.read_text()[:-9] + "00000000\n")
    refused = checkout.run()
    assert (refused.code, refused.stdout) == (1, "")
    assert "HASHES" in refused.stderr
    assert "try again" in refused.stderr
    checkout.pin("1.0")
    assert checkout.run().program["tiny"] == "1.0"


@pytest.mark.parametrize(
    "left", ["unfinished", "python only", "nothing in it", "not an environment"]
)
def test_half_a_set_up_is_started_over(checkout: Checkout, left: str) -> None:
    environment = checkout.root / ".venv"
    if left == "unfinished":
        checkout.run()
        (environment / "unfinished").touch()
    else:
        (environment / "bin").mkdir(parents=True)
        if left == "python only":
            (environment / "bin/python").symlink_to("/nowhere/python3.11")
        elif left == "not an environment":
            (environment / "bin/python").symlink_to(os.path.realpath(sys.executable))
    started = checkout.run()
    assert started.program["prefix"] == str(environment)
    assert SETTING_UP in started.stderr


def test_a_moved_checkout_still_starts(checkout: Checkout, tmp_path: Path) -> None:
    checkout.run()
    checkout.root = checkout.root.rename(tmp_path / "moved")
    moved = checkout.run()
    assert moved.program["app"] == str(tmp_path / "moved/app")
    assert moved.stderr == ""


def test_two_starts_at_once_set_up_once(checkout: Checkout) -> None:
    both = [checkout.start(), checkout.start()]
    started = [Started(process) for process in both]
    assert [one.program["tiny"] for one in started] == ["1.0", "1.0"]
    assert sum(SETTING_UP in one.stderr for one in started) == 1
    assert sum("waiting for it" in one.stderr for one in started) == 1


def test_translations_are_compiled_when_a_text_is_newer(checkout: Checkout) -> None:
    checkout.run()
    compiled = checkout.root / "resources/i18n/de/quartiersdialog_de.qm"
    made = compiled.stat().st_mtime
    assert "translated" not in checkout.run().stderr
    os.utime(checkout.root / "resources/i18n/de/live.ts", (made + 5, made + 5))
    assert "translated release" in checkout.run().stderr


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A PATH of a machine without Qt's libraries, whose user is not root and has no sudo."""
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("sh", "dirname", "readlink", "cmp", "flock", "tr", "sed", "find"):
        (tools / name).symlink_to(shutil.which(name) or pytest.fail(f"no {name}"))
    (tools / "python3.11").symlink_to(os.path.realpath(sys.executable))
    _script(tools / "ldconfig", "echo '	libGL.so.1 (libc6,x86-64) => /usr/lib/libGL.so.1'")
    _script(tools / "id", "echo 1000")
    _script(tools / "apt-get", 'echo "apt-get $*" >&2; exit 1')
    return tools


def _script(path: Path, text: str) -> None:
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_root_the_one_line_is_printed(checkout: Checkout, bare_machine: Path) -> None:
    stopped = checkout.run(PATH=str(bare_machine))
    assert (stopped.code, stopped.stdout) == (1, "")
    (line,) = (line for line in stopped.stderr.splitlines() if "apt-get" in line)
    assert line.strip().startswith("apt-get install --no-install-recommends libegl1 libxkbcommon0")
    assert "libxcb-cursor0" in line
    assert "libgl1" not in line
    assert not (checkout.root / ".venv").exists()


def test_root_installs_what_is_missing(checkout: Checkout, bare_machine: Path) -> None:
    _script(bare_machine / "id", "echo 0")
    (bare_machine / "env").symlink_to("/usr/bin/env")
    stopped = checkout.run(PATH=str(bare_machine))
    assert "apt-get -qq -o DPkg::Lock::Timeout=300 update" in stopped.stderr
    assert "install --yes --no-install-recommends libegl1" in stopped.stderr
    assert stopped.stderr.endswith("failed; the lines above say why.\n")
    assert stopped.code == 1


def test_without_python_the_line_names_it(checkout: Checkout, bare_machine: Path) -> None:
    (bare_machine / "python3.11").unlink()
    stopped = checkout.run(PATH=str(bare_machine))
    assert "apt-get install --no-install-recommends python3 python3-pip" in stopped.stderr
    assert stopped.code == 1

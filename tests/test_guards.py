"""The guards of conftest.py bite."""

import locale
import logging
import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from app import paths
from tests.support.guards import NetworkUsedError, log_warnings, network_attempts


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
@pytest.mark.parametrize("kind", [socket.SOCK_STREAM, socket.SOCK_DGRAM])
def test_network_is_refused_and_remembered(family: int, kind: int) -> None:
    host = "127.0.0.1" if family == socket.AF_INET else "::1"
    with socket.socket(family, kind) as opened:
        for attempt in (opened.connect, opened.bind):
            with pytest.raises(NetworkUsedError):
                attempt((host, 9))
    assert len(network_attempts()) == 2


def test_names_are_not_looked_up() -> None:
    with pytest.raises(NetworkUsedError):
        socket.getaddrinfo("localhost", 9)
    assert network_attempts() == ["socket.getaddrinfo ('localhost', 9, 0, 0, 0)"]


@pytest.mark.skipif(sys.platform == "win32", reason="no local sockets in Python on Windows")
def test_local_sockets_are_allowed(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server, socket.socket(socket.AF_UNIX) as client:
        server.bind(str(tmp_path / "s"))
        server.listen()
        client.connect(str(tmp_path / "s"))
    assert network_attempts() == []


def test_user_folders_belong_to_the_test(tmp_path: Path) -> None:
    for path in (paths.default_database(), paths.settings_file(), paths.log_folder()):
        assert path.is_relative_to(tmp_path)
    assert Path(os.environ["QUARTIERSDIALOG_DATABASE"]).is_relative_to(tmp_path)


def test_numbers_and_dates_are_german() -> None:
    assert QLocale().toString(1234.5, "f", 1) == "1.234,5"


def test_the_machine_itself_is_not_german() -> None:
    """Who asks the machine instead of the program's language is found out."""
    assert locale.getlocale()[0] != "de_DE"


@pytest.mark.logs_warnings
def test_warnings_in_the_log_are_seen() -> None:
    with log_warnings() as messages:
        logging.getLogger("somewhere").warning("disk %s", "full")
        logging.getLogger("somewhere").info("quiet")
    assert messages == ["WARNING somewhere: disk full"]


def test_no_skips_turns_a_skip_into_a_failure(tmp_path: Path) -> None:
    module = tmp_path / "test_it.py"
    module.write_text("import pytest\ndef test_a(): pytest.skip()\ndef test_b(): pass\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.conftest",
        "-c",
        os.devnull,
        str(module),
    ]
    root = Path(__file__).parent.parent
    assert subprocess.run(command, cwd=root, stdout=subprocess.DEVNULL, check=False).returncode == 0
    strict = subprocess.run([*command, "--no-skips"], cwd=root, capture_output=True, check=False)
    assert strict.returncode == pytest.ExitCode.TESTS_FAILED
    assert b"1 skipped, which --no-skips forbids" in strict.stdout


@pytest.mark.parametrize(("asked", "width"), [("", 1366), ("offscreen", 1366), ("minimal", 240)])
def test_the_screen_is_the_laptop_whoever_asks_for_none(asked: str, width: int) -> None:
    program = (
        "import tests.conftest\n"
        "from PySide6.QtGui import QGuiApplication\n"
        "print(QGuiApplication([]).primaryScreen().size().width())"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": asked}
    shown = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parent.parent,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert shown.stdout.split() == [str(width)]

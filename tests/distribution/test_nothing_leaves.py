"""The real program opens no connection and listens nowhere: its system calls say so."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.programs import output_of

ROOT = Path(__file__).resolve().parents[2]
WINDOW_SECONDS = "15"
ENDED_BY_TIMEOUT = 124
PROGRAM = (sys.executable, "-P", "-m", "ui")
DIAL = "import socket; s = socket.socket(); s.connect_ex(('127.0.0.1', 9))"

pytestmark = [
    pytest.mark.heavy,
    pytest.mark.skipif(not shutil.which("strace"), reason="needs strace"),
]


def _traced(log: Path, *command: str | Path) -> tuple[str | Path, ...]:
    calls = "trace=socket,connect,bind,listen,sendto"
    return ("strace", "-f", "-qq", "-o", log, "-e", calls, *command)


def _network_calls(log: Path) -> list[str]:
    return [line for line in log.read_text(encoding="utf-8").splitlines() if "AF_INET" in line]


@pytest.fixture(autouse=True)
def _program_in_reach(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", str(ROOT))


def test_command_line(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    for arguments in (["example", "--out", "p.docx"], ["search", "Quartier"], ["check"]):
        output_of(*_traced(log, *PROGRAM, *arguments), cwd=tmp_path)
        assert _network_calls(log) == []


def test_window(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    window = _traced(log, "timeout", WINDOW_SECONDS, *PROGRAM)
    assert subprocess.run(window, cwd=tmp_path, check=False).returncode == ENDED_BY_TIMEOUT
    assert _network_calls(log) == []


def test_a_connection_would_be_seen(tmp_path: Path) -> None:
    log = tmp_path / "calls"
    output_of(*_traced(log, sys.executable, "-c", DIAL), cwd=tmp_path)
    assert any("connect" in line for line in _network_calls(log))

"""The process dies while somebody types: what was confirmed is there, and the line in progress."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.bootstrap import workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.heavy, id="many")])
def test_nothing_confirmed_is_lost(tmp_path: Path, kills: int) -> None:
    database = tmp_path / "workspace.db"
    with workspace(database) as services:
        session = services.example.ensure()
    # Another seed each time would find more, and could not be repeated.
    moments = random.Random("kill")
    confirmed: list[str] = []
    for _ in range(kills):
        said = typed_until_killed(database, session, lines=moments.randint(1, 40))
        confirmed += [text for what, text in said if what == "recorded"]
        assert missing(database, session, confirmed, said[-1]) == []


def typed_until_killed(database: Path, session: str, lines: int) -> list[tuple[str, str]]:
    """What the program confirmed before it was killed."""
    command = [sys.executable, "-P", "-m", "tests.flows.typist", str(database), session]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command,
        env=environment,
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
    ) as typist:
        assert typist.stdout is not None
        said = [typist.stdout.readline() for _ in range(lines)]
        typist.send_signal(signal.SIGKILL)
        said += typist.stdout.readlines()
    whole = [line.rstrip("\n").partition(" ") for line in said if line.endswith("\n")]
    assert len(whole) >= lines, "the program ended by itself"
    return [(what, text) for what, _, text in whole]


def missing(database: Path, session: str, confirmed: list[str], last: tuple[str, str]) -> list[str]:
    """What should be on the disk and is not."""
    with workspace(database) as services:
        assert services.workspace.check().problems == ()
        texts = [each.text for each in services.views.statements(session)]
        lost = [text for text in confirmed if texts.count(text) != 1]
        what, text = last
        draft = services.drafts.load(session).get("entry")
        # The statement may have been recorded just before nobody could say so any more.
        stands = [draft.text if draft else "", *texts]
        if what == "kept" and not any(each.startswith(text) for each in stands):
            lost.append(f"line in progress: {text}")
    return lost


def test_a_loss_is_noticed(tmp_path: Path) -> None:
    database = tmp_path / "workspace.db"
    with workspace(database) as services:
        session = services.example.ensure()
    assert missing(database, session, ["Nie gesagt."], ("recorded", "Nie gesagt.")) == [
        "Nie gesagt."
    ]
    (lost,) = missing(database, session, [], ("kept", "Nie getippt"))
    assert "Nie getippt" in lost

"""Killed in the middle: the wish is carried out at the next start, or all is still there."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def _killed(folder: Path, step: int, *more: str) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "tests.support.erasing", str(folder), str(step), *more]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _is_whole(found: dict[str, Any]) -> bool:
    """Nothing happened, and the program shows it; or it is gone everywhere."""
    if found["shown"]:
        return bool(found["untouched"] and not found["pending"] and found["left"])
    return not found["left"]


def _check(runs: list[dict[str, Any]]) -> None:
    assert all(map(_is_whole, runs))
    assert all(run["sound"] and not run["problems"] for run in runs)
    assert {run["shown"] for run in runs} == {True, False}  # before and after the commit
    assert any(run["pending"] for run in runs)
    assert [run["killed"] for run in runs] == [True] * (len(runs) - 1) + [False]


def test_killed_anywhere_it_is_never_half_done(tmp_path: Path) -> None:
    _check(_killed(tmp_path, 59))


@pytest.mark.heavy
def test_killed_at_every_single_line(tmp_path: Path) -> None:
    _check(_killed(tmp_path, 1))


def test_a_commit_in_between_would_be_noticed(tmp_path: Path) -> None:
    """The control."""
    assert not all(map(_is_whole, _killed(tmp_path, 59, "half")))

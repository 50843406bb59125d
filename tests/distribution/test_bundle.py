"""The program as a folder without Python: built, then tried as its first user would."""

import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.support.programs import output_of

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.heavy


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("bundle")
    output_of(sys.executable, "-P", ROOT / "packaging/bundle.py", "--out", target, cwd=target)
    return target / "quartiersdialog"


def test_built_program_does_the_main_job(bundle: Path, tmp_path: Path) -> None:
    """From a folder elsewhere, as a user unpacks it, with nothing of the checkout in reach."""
    moved = tmp_path / "Eigene Programme ä"
    shutil.copytree(bundle, moved, symlinks=True)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    smoke = ROOT / "packaging/smoke.py"
    said = output_of(sys.executable, "-P", smoke, moved, cwd=tmp_path, env=environment)
    assert "window – stays open" in said


def test_smoke_notices_a_broken_program(bundle: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken"
    shutil.copytree(bundle, broken, symlinks=True)
    shutil.rmtree(broken / "_internal/app/storage/migrations")
    with pytest.raises(AssertionError, match="ended with 1"):
        output_of(sys.executable, "-P", ROOT / "packaging/smoke.py", broken, cwd=tmp_path)

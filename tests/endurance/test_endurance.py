"""A taste of every harness, and what their judgement rests on."""

import random
import sys
from pathlib import Path

import pytest

from tests.endurance.__main__ import HARNESSES, harness
from tests.endurance.characters import classes, normal_form
from tests.endurance.disk import Disk, calls
from tests.endurance.lives import Life, Said, _seconds_lost
from tests.endurance.setting import Setting, Size
from tests.endurance.table import Line, not_measured, summary

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills and limits are POSIX's")


@pytest.mark.parametrize("name", HARNESSES)
def test_a_taste(name: str, tmp_path: Path) -> None:
    """What cannot be measured here says so; the controls are part of each."""
    lines = list(harness(name)(Setting(tmp_path, Size.SMOKE)))
    assert lines
    assert [str(line) for line in lines if line.reached is False] == []


def test_a_line_says_what_was_missed_and_what_was_not_measured() -> None:
    missed = Line("kills", "what", "1 lost", "0 lost", reached=False, control="off: noticed")
    skipped = not_measured("power", "what", "no strace")
    assert str(missed).endswith("MISSED  (control: off: noticed)")
    assert "not measured: no strace" in str(skipped)
    assert summary([missed, skipped]) == "0 reached, 1 missed, 1 not measured"


def test_typing_that_is_nowhere_is_counted_from_its_first_word() -> None:
    said = (Said("recorded", 1.0, "a"), Said("typed", 2.0, "b"), Said("typed", 3.0, "b c"))
    life = Life(said, 4.0)
    assert _seconds_lost(life, ["a", "b c d"]) == 0
    assert _seconds_lost(life, ["a", "b"]) == 1
    assert _seconds_lost(life, ["a", ""]) == 2


LOG = """\
1  openat(AT_FDCWD<{0}>, "{0}/new", O_RDWR|O_CREAT, 0644) = 5<{0}/new>
1  pwrite64(5<{0}/new>, "ab\\0\\377", 4, 0) = 4
1  fsync(5<{0}/new>) = 0
2  pwrite64(6<{0}/old>, "XX", 2, 1 <unfinished ...>
1  fsync(6<{0}/old>) = 0
2  <... pwrite64 resumed>) = 2
1  pwrite64(6<{0}/old>, "YY", 2, 9) = -1 EIO (Input/output error) (INJECTED)
"""


def test_what_was_not_synced_may_be_there_or_not(tmp_path: Path) -> None:
    folder, log = tmp_path / "disk", tmp_path / "log"
    folder.mkdir()
    (folder / "old").write_bytes(b"....")
    log.write_text(LOG.format(folder))
    disk = Disk(folder)
    for call in calls(log, folder):
        disk.apply(call)
    found = {_cut(disk, tmp_path / str(seed), seed) for seed in range(40)}
    assert {old for old, _ in found} == {b"....", b".XX."}
    assert {new for _, new in found} == {None, b"ab\0\xff"}, "a name is safe when its folder is"


def _cut(disk: Disk, target: Path, seed: int) -> tuple[bytes, bytes | None]:
    target.mkdir()
    disk.cut(random.Random(seed), target)
    new = target / "new"
    return (target / "old").read_bytes(), new.read_bytes() if new.exists() else None


def test_the_normal_form_is_the_documented_one() -> None:
    assert normal_form("\ufeffa\tb\r\nc\x0bd\u2028e\x00\ud800\ufffe\u00a0\u00ad") == (
        "a b\nc\nd\ne\u00a0\u00ad"
    )
    assert sum(map(len, classes().values())) == 0x110000

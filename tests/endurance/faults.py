"""A sick disk: the n-th write, sync or rename fails, once or from then on; a volume that is full.

Three lines: what records without a window, what is exported, and the window – there a fault must
be seen within two seconds and the text must still be in the line.
"""

import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.bootstrap import workspace
from tests.endurance import recorder
from tests.endurance.exported import broken_exports
from tests.endurance.processes import child, run
from tests.endurance.setting import (
    Setting,
    alone,
    copied,
    figure,
    side_by_side,
    tracer,
    tracing_fails,
)
from tests.endurance.table import Line, not_measured
from tests.endurance.volume import full_volume
from tests.endurance.window import Seen, watched
from tests.support.room import Room

RECORDING = "EIO, ENOSPC, EACCES on the n-th call, recording"
EXPORTING = "the same, exporting over a file"
WINDOW = "the same and a full volume, in the window"
ERRORS = ("EIO", "ENOSPC", "EACCES")
ON_DATABASE = ("pwrite64", "fsync", "ftruncate", "openat")
ON_EXPORT = ("write", "fsync", "rename")
WITHIN = 2.0
"""Seconds until a fault must be seen."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Which call fails how, and from which time on it was made; ``lasting``: ever after."""

    call: str
    error: str
    nth: int
    lasting: bool

    def prefix(self, log: Path, *files: Path) -> Sequence[str]:
        """What stands before the command. ``files``: only calls on these, if there are any."""
        inject = f"inject={self.call}:error={self.error}:when={self.nth}{'+' * self.lasting}"
        only = [each for file in files for each in ("-P", str(file))]
        return tracer("-ttt", "-o", str(log), *only, "-e", f"trace={self.call}", "-e", inject)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one run of the recorder."""

    confirmed: int
    lost: int
    refused: int
    broken: int
    """Errors without words, and files that are not as they should be."""


def measure(setting: Setting) -> Iterator[Line]:
    """The lines of this harness."""
    place = setting.place("faults")
    source = place / "workspace.db"
    with workspace(source) as services:
        session = Room(services).uid
    if why := tracing_fails():
        yield not_measured("faults", RECORDING, why)
        yield not_measured("faults", EXPORTING, why)
    else:
        yield _recording(setting, source)
        yield _exporting(setting, source)
    yield _window(setting, source, session)


def _recording(setting: Setting, source: Path) -> Line:
    rng = random.Random("recording")
    faults = [_fault(rng, ON_DATABASE, 60) for _ in range(setting.many(6, 120, 1200))]
    found = _all(source, "recording", faults)
    control = _all(source, "swallowed", [Fault("pwrite64", "EIO", 12, lasting=True)], "errors")
    lost, broken = sum(each.lost for each in found), sum(each.broken for each in found)
    noticed = control[0].lost > 0
    return Line(
        "faults",
        RECORDING,
        f"{figure(len(found))} faults, {sum(each.refused for each in found)} refusals: {lost} of "
        f"{figure(sum(each.confirmed for each in found))} confirmed lost, {broken} without words",
        "0 lost, 0 without words",
        lost == broken == 0 and noticed,
        f"errors swallowed: {control[0].lost} lost",
    )


def _exporting(setting: Setting, source: Path) -> Line:
    rng = random.Random("exporting")
    faults = [_fault(rng, ON_EXPORT, 6) for _ in range(setting.many(4, 60, 600))]
    found = _all(source, "exporting", faults, exports=True)
    in_the_way = Fault("write", "ENOSPC", 2, lasting=True)
    control = _all(source, "over", [in_the_way], "replacing", exports=True)
    broken, refused = sum(each.broken for each in found), sum(each.refused for each in found)
    return Line(
        "faults",
        EXPORTING,
        f"{figure(len(found))} faults, {refused} refusals: {broken} files neither old nor new",
        "0 neither old nor new",
        broken == 0 and refused > 0 and control[0].broken > 0,
        f"written over instead of replaced: {control[0].broken} broken",
    )


def _window(setting: Setting, source: Path, session: str) -> Line:
    rng = random.Random("window")
    faults = [] if tracing_fails() else [_on_typing(rng) for _ in range(setting.many(1, 16, 160))]
    jobs = [(at, fault, "") for at, fault in enumerate(faults)]
    controls: list[tuple[int, Fault, str]] = []
    if faults:
        lasting = Fault("pwrite64", "EIO", 4, lasting=True)
        controls = [(-1, lasting, "telling"), (-2, lasting, "keeping,drafts")]
    found = side_by_side(partial(_seen, source, session), [*jobs, *controls])
    volume, how = full_volume(source, session)
    seen, weak = [*found[: len(jobs)], volume], found[len(jobs) :]
    blind = sum(not each.visible for each in seen)
    gone = sum(not each.text_stands for each in seen)
    lost = sum(each.lost for each in seen)
    seconds = max(each.seconds for each in seen)
    noticed = not weak or (not weak[0].visible and weak[1].lost + (not weak[1].text_stands) > 0)
    return Line(
        "faults",
        WINDOW,
        f"{len(jobs)} faults, {how}: seen within {seconds:.1f} s, {blind} unseen, {gone} texts "
        f"gone, {lost} confirmed lost",
        f"≤ {WITHIN:g} s, 0 unseen, 0 gone, 0 lost",
        blind == gone == lost == 0 and seconds <= WITHIN and noticed,
        ("not told, cleared too early: " + ("noticed" if noticed else "UNNOTICED")) if weak else "",
    )


def _fault(rng: random.Random, calls: Sequence[str], last: int) -> Fault:
    return Fault(rng.choice(calls), rng.choice(ERRORS), rng.randint(1, last), rng.random() < 0.5)


def _on_typing(rng: random.Random) -> Fault:
    """One that stays: a fault that was gone when the next try succeeded need not be seen."""
    return Fault(
        rng.choice(("pwrite64", "fsync")), rng.choice(ERRORS), rng.randint(2, 12), lasting=True
    )


def _all(
    source: Path, name: str, faults: Sequence[Fault], without: str = "", *, exports: bool = False
) -> list[Outcome]:
    work = partial(_outcome, source, name, without, exports)
    return side_by_side(work, list(enumerate(faults)))


def _outcome(
    source: Path, name: str, without: str, exports: bool, job: tuple[int, Fault]
) -> Outcome:
    number, fault = job
    database = copied(source, source.parent / f"{name}-{number}")
    folder = database.parent
    if exports:  # what must not be harmed
        ended = run(child("recorder", database, 1, "", "exports"), folder / "home")
        (folder / recorder.SAID).unlink()
    files = [] if exports else [database, Path(f"{database}-wal")]
    ended = run(
        child("recorder", database, 12, without, "exports" if exports else ""),
        folder / "home",
        prefix=fault.prefix(folder / "strace.log", *files),
    )
    said = (folder / recorder.SAID).read_text(encoding="utf-8").splitlines()
    confirmed = [line.removeprefix("confirmed ") for line in said if line.startswith("confirmed ")]
    broken = sum(line.startswith("broken ") for line in said)
    broken += ended.code != 0 or said[-1].partition(" ")[0] not in ("ended", "refused")
    lost, problems = _lost(database, confirmed)
    if exports:
        broken += broken_exports(folder, said)
    refused = sum(line.startswith("refused ") for line in said)
    return Outcome(len(confirmed), lost, refused, broken + problems)


def _lost(database: Path, confirmed: Sequence[str]) -> tuple[int, int]:
    with workspace(database) as services:
        problems = services.workspace.check().problems
        session = services.views.sessions()[0].uid
        texts = [each.text for each in services.views.statements(session)]
    return sum(texts.count(text) != 1 for text in confirmed), len(problems)


def _seen(source: Path, session: str, job: tuple[int, Fault, str]) -> Seen:
    number, fault, without = job
    database = copied(source, source.parent / f"window-{number}")
    log = database.parent / "strace.log"
    prefix = fault.prefix(log, database, Path(f"{database}-wal"))
    return watched(database, session, prefix, partial(_first_fault, log), without=without)


def _first_fault(log: Path) -> float:
    """When the first call was made to fail, by the clock."""
    found = re.search(r"^\d+\s+([\d.]+).*\(INJECTED\)", log.read_text("latin-1"), re.MULTILINE)
    return float(found[1]) if found else float("inf")


if __name__ == "__main__":
    alone(measure)

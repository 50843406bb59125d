"""The power goes: everything the program wrote, rebuilt with what was not synced dropped or torn.

A process records, checkpoints in between, and says what it has confirmed; strace notes its writes
and syncs. Control: the same with ``synchronous=NORMAL`` must lose statements in more than one cut
of ten.
"""

import random
import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

from app.bootstrap import workspace
from app.errors import UserError
from app.storage.database import Database, schema_version, verify
from tests.endurance import recorder
from tests.endurance.disk import TRACED, Call, Disk, calls
from tests.endurance.processes import child, run
from tests.endurance.setting import Setting, alone, figure, side_by_side, tracer, tracing_fails
from tests.endurance.table import Line, not_measured
from tests.support.room import Room

WHAT = "power cuts, unsynced writes dropped or torn"
CONTROL_SHARE = 0.1


def measure(setting: Setting) -> Iterator[Line]:
    """The line of this harness."""
    if why := tracing_fails():
        yield not_measured("power", WHAT, why)
        return
    cuts, statements = setting.many(60, 1000, 10_000), setting.many(30, 200, 400)
    place = setting.place("power")
    database = place / "workspace.db"
    with workspace(database) as services:
        Room(services)
    jobs = [(place / (name or "real"), statements, cuts, name) for name in ("", "full_sync")]
    (lost, confirmed), (control, _) = side_by_side(_lost, jobs)
    noticed = control > CONTROL_SHARE * cuts
    yield Line(
        "power",
        WHAT,
        f"{figure(cuts)} cuts into {confirmed} confirmed statements: {lost} with a loss",
        "0 with a loss",
        lost == 0 and noticed,
        f"synchronous=NORMAL: {control} with a loss, wanted > {CONTROL_SHARE * cuts:.0f}",
    )


def _lost(job: tuple[Path, int, int, str]) -> tuple[int, int]:
    """In how many cuts something confirmed is not there, and how much was confirmed in all."""
    folder, statements, cuts, without = job
    folder.mkdir()
    database = Path(shutil.copy(folder.parent / "workspace.db", folder))
    disk = Disk(folder)
    log = _recorded(database, statements, without)
    first = next(at for at, call in enumerate(log) if _confirmed(call))
    rng = random.Random("power")
    moments = sorted(rng.choices(range(first, len(log)), k=cuts))
    confirmed: list[str] = []
    lost, cut = 0, folder.with_name(folder.name + "-cut")
    for at, call in enumerate(log):
        disk.apply(call)
        if text := _confirmed(call):
            confirmed.append(text)
        for _ in range(moments.count(at) if at >= first else 0):
            shutil.rmtree(cut, ignore_errors=True)
            cut.mkdir()
            disk.cut(rng, cut)
            lost += not _holds(cut / database.name, confirmed)
    return lost, len(confirmed)


def _recorded(database: Path, statements: int, without: str) -> Sequence[Call]:
    home = database.parent.with_name(database.parent.name + "-home")
    log = home.with_suffix(".strace")
    trace = tracer("-y", "-s", "100000", "-o", str(log), "-e", f"trace={','.join(TRACED)}")
    ended = run(child("recorder", database, statements, without, ""), home, prefix=trace)
    if ended.code:
        raise RuntimeError(f"the recorder ended with {ended.code}:\n{ended.err}")
    return list(calls(log, database.parent))


def _confirmed(call: Call) -> str:
    """The text that this call told the world to be safe, or nothing."""
    if call.name != "pwritev2" or Path(call.path).name != recorder.SAID:
        return ""
    what, _, text = call.strings[0].decode().rstrip("\n").partition(" ")
    return text if what == "confirmed" else ""


def _holds(database: Path, confirmed: Sequence[str]) -> bool:
    """Whether the program opens what is left, finds it sound, and everything confirmed in it."""
    opened = Database(database)
    try:
        if schema_version(database) is None:
            return False
        verify(opened)
        with opened.look() as driver:
            sound = driver.execute("PRAGMA quick_check").fetchone()[0] == "ok"
            texts = {row[0] for row in driver.execute("SELECT text FROM statement")}
    except UserError:
        return False
    finally:
        opened.close(checkpoint=False)
    return sound and texts.issuperset(confirmed)


if __name__ == "__main__":
    alone(measure)

"""Killed at random moments while somebody types and confirms; half of the kills hit a write.

Controls: without drafts more than a second of typing must be missing; without the journal of
SQLite a kill in the middle of saving must leave a damaged file.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from app.bootstrap import workspace
from tests.endurance.lives import (
    Moment,
    Verdict,
    any_moment,
    draft_text,
    in_a_write,
    judge,
    live,
)
from tests.endurance.setting import (
    WORKERS,
    Setting,
    alone,
    copied,
    figure,
    side_by_side,
    tracing_fails,
)
from tests.endurance.table import Line

SECOND = 1.0
NO_JOURNAL = "journal,drafts"
"""The drafts write as well: the kill would hit one of theirs, which is a single page."""
IN_A_LONG_LINE = Moment(lines=85)
"""Words typed until the middle of the second long line: more than a second after its beginning."""


@dataclass(frozen=True, slots=True)
class _Row:
    """Lives one after the other on one database."""

    verdicts: tuple[Verdict, ...]
    confirmed: int
    not_restored: int


def measure(setting: Setting) -> Iterator[Line]:
    """The line of this harness."""
    kills = setting.many(4, 100, 1000)
    place = setting.place("kills")
    source, session = _source(place)
    share = [kills // WORKERS + (row < kills % WORKERS) for row in range(WORKERS)]
    rows = side_by_side(partial(_row, source, session), [job for job in enumerate(share) if job[1]])
    verdicts = [verdict for row in rows for verdict in row.verdicts]
    lost = sum(verdict.confirmed_lost for verdict in verdicts)
    damaged = sum(verdict.problems > 0 for verdict in verdicts)
    seconds = max(verdict.seconds_lost for verdict in verdicts)
    not_restored = sum(row.not_restored for row in rows)
    controls = _controls(setting, source, session)
    yield Line(
        "kills",
        "SIGKILL while typing and confirming",
        f"{figure(kills)} kills: {lost} of {figure(sum(row.confirmed for row in rows))} confirmed "
        f"lost, {damaged} damaged, {not_restored} lines not back, {seconds:.1f} s of typing",
        "0 lost, 0 damaged, all back, ≤ 1 s",
        lost == damaged == not_restored == 0 and seconds <= SECOND and all(controls.values()),
        "; ".join(
            f"{what}: {'noticed' if seen else 'UNNOTICED'}" for what, seen in controls.items()
        ),
    )


def _source(place: Path) -> tuple[Path, str]:
    database = place / "source.db"
    with workspace(database) as services:
        return database, services.example.ensure()


def _row(source: Path, session: str, job: tuple[int, int]) -> _Row:
    number, kills = job
    database = copied(source, source.parent / f"row-{number}")
    rng = random.Random(f"kills {number}")
    moments = [any_moment, any_moment if tracing_fails() else in_a_write]
    verdicts: list[Verdict] = []
    confirmed: list[str] = []
    stood, not_restored = draft_text(database, session), 0
    for kill in range(kills):
        life = live(database, session, moments[kill % 2](rng))
        not_restored += any(text != stood for text in life.texts("restored"))
        verdicts.append(judge(database, session, confirmed, life))
        confirmed += life.texts("recorded")
        stood = draft_text(database, session)
    return _Row(tuple(verdicts), len(confirmed), not_restored)


def _controls(setting: Setting, source: Path, session: str) -> dict[str, bool]:
    lives = setting.many(1, 4, 20)
    jobs = [("drafts", IN_A_LONG_LINE)] * lives
    if not tracing_fails():
        jobs += [(NO_JOURNAL, Moment(write=write)) for write in range(20, 20 + lives * 3, 3)]
    found = side_by_side(
        partial(_weakened, source, session), [(*job, at) for at, job in enumerate(jobs)]
    )
    seen = {"no drafts": any(verdict.seconds_lost > SECOND for verdict in found[:lives])}
    if len(found) > lives:
        damaged = [bool(verdict.problems or verdict.confirmed_lost) for verdict in found[lives:]]
        seen["no journal"] = any(damaged)
    return seen


def _weakened(source: Path, session: str, job: tuple[str, Moment, int]) -> Verdict:
    without, moment, number = job
    database = copied(source, source.parent / f"without-{number}")
    return judge(database, session, (), live(database, session, moment, without=without))


if __name__ == "__main__":
    alone(measure)

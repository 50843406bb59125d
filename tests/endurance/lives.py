"""Lives of the real program, from its start to the kill, and what has to be there after one."""

import random
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import workspace
from app.errors import UserError
from tests.endurance.killing import at_write
from tests.endurance.processes import child, end, environment
from tests.endurance.setting import ROOT


@dataclass(frozen=True, slots=True)
class Said:
    """One line of the typist: what, when, and the text."""

    what: str
    at: float
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """When to kill: after so many lines and seconds, or at the n-th write to the disk."""

    lines: int = 0
    seconds: float = 0
    write: int = 0


@dataclass(frozen=True, slots=True)
class Life:
    """What was said before the kill, and when that was."""

    said: tuple[Said, ...]
    died: float

    def texts(self, what: str) -> list[str]:
        """The texts of the lines of one kind."""
        return [each.text for each in self.said if each.what == what]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was not on the disk after a life and should have been."""

    confirmed_lost: int
    problems: int
    seconds_lost: float
    """Of the line that was being typed."""


def any_moment(rng: random.Random) -> Moment:
    """While something is being typed or confirmed, as chance will have it."""
    return Moment(lines=rng.randint(2, 160), seconds=rng.uniform(0, 0.03))


def in_a_write(rng: random.Random) -> Moment:
    """In the middle of saving."""
    return Moment(write=rng.randint(1, 80))


def live(database: Path, session: str, moment: Moment, *, without: str = "") -> Life:
    """Start the program and have it typed into until the kill."""
    command = child("typist", database, session, without, "for_ever")
    prefix = at_write(database, moment.write) if moment.write else ()
    with subprocess.Popen(
        [*prefix, *command],
        env=environment(database.parent / "home"),
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as typist:
        assert typist.stdout is not None and typist.stderr is not None  # noqa: PT018 - for mypy
        if moment.write:
            said = typist.stdout.readlines()
            died = time.time()
        else:
            said = [typist.stdout.readline() for _ in range(moment.lines)]
            time.sleep(moment.seconds)
            died = time.time()
            end(typist)
            said += typist.stdout.readlines()
        if "Traceback" in (errors := typist.stderr.read()):
            raise RuntimeError(f"the program ended by itself:\n{errors}")
    return Life(tuple(parsed(line) for line in said if line.endswith("\n")), died)


def judge(database: Path, session: str, confirmed: Sequence[str], life: Life) -> Verdict:
    """Look at the disk; ``confirmed``: by earlier lives on the same database."""
    try:
        with workspace(database) as services:
            problems = services.workspace.check().problems
            texts = [each.text for each in services.views.statements(session)]
            draft = services.drafts.load(session).get("entry")
    except UserError:  # what cannot be opened is damaged
        return Verdict(0, 1, 0.0)
    counts = dict.fromkeys(texts, 0)
    for text in texts:
        counts[text] += 1
    lost = sum(counts.get(text) != 1 for text in (*confirmed, *life.texts("recorded")))
    stands = [draft.text if draft else "", *texts]
    return Verdict(lost, len(problems), _seconds_lost(life, stands))


def draft_text(database: Path, session: str) -> str:
    """What has to stand in the line at the next start."""
    with workspace(database) as services:
        draft = services.drafts.load(session).get("entry")
        return draft.text if draft else ""


def _seconds_lost(life: Life, stands: Sequence[str]) -> float:
    """From the first word of the line in progress that is nowhere on the disk to the kill."""
    since = [at for at, each in enumerate(life.said) if each.what != "typed"]
    for each in life.said[since[-1] + 1 if since else 0 :]:
        # The statement may have been recorded just before nobody could say so any more.
        if not any(text.startswith(each.text) for text in stands):
            return life.died - each.at
    return 0.0


def parsed(line: str) -> Said:
    """A line of the typist."""
    what, at, text = line.rstrip("\n").split(" ", 2)
    return Said(what, float(at), text)

"""Whether the window showed in time that something was not saved, and kept the text."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.bootstrap import workspace
from tests.endurance.lives import Said, parsed
from tests.endurance.processes import child, run


@dataclass(frozen=True, slots=True)
class Seen:
    """What somebody at the window saw of a fault, and what was on the disk afterwards."""

    visible: bool
    seconds: float
    """From the fault to its being seen."""
    text_stands: bool
    lost: int


FILLER = "filler"
"""File beside the database that fills its volume."""


def watched(
    database: Path,
    session: str,
    prefix: Sequence[str],
    fault_began: Callable[[], float],
    *,
    without: str = "",
) -> Seen:
    """Have it typed until a fault is seen. ``fault_began`` is asked afterwards, by the clock."""
    command = child("typist", database, session, without, "until_fault")
    ended = run(command, database.parent / "home", prefix=prefix)
    said = [parsed(line) for line in ended.out.splitlines()]
    if not said or said[-1].what != "stands":
        raise RuntimeError(f"the program ended by itself with {ended.code}:\n{ended.err}")
    visible = [each.at for each in said if each.what == "visible"]
    began = [each.at for each in said if each.what == "unsaved"] + [fault_began()]
    seconds = max(0.0, visible[0] - min(began)) if visible else 0.0
    confirmed = [each.text for each in said if each.what == "recorded"]
    return Seen(bool(visible), seconds, _stands(said), _lost(database, session, confirmed))


def _stands(said: Sequence[Said]) -> bool:
    """Whether the line holds what was typed since the last statement."""
    last = max((at for at, each in enumerate(said) if each.what == "recorded"), default=0)
    typed = [each.text for each in said[last:] if each.what == "typed"]
    return not typed or typed[-1] in said[-1].text


def _lost(database: Path, session: str, confirmed: Sequence[str]) -> int:
    (database.parent / FILLER).unlink(missing_ok=True)  # a full volume cannot even be looked into
    with workspace(database) as services:
        texts = [each.text for each in services.views.statements(session)]
    return sum(texts.count(text) != 1 for text in confirmed)

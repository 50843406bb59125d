"""Whether a plan can be kept: what is said about it before the evening begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.domain.plan import PlanItemView
from app.domain.schedule import Schedule
from app.domain.vocabulary import PlanItemKind


class PlanFault(StrEnum):
    """What may be wrong with a plan; the texts are ``command_line.plan_<value>``."""

    NO_QUESTIONS = "no_questions"
    TOO_LONG = "too_long"
    GAP = "gap"
    OVERLAP = "overlap"
    NO_TIME = "no_time"
    """A question without a minute."""


@dataclass(frozen=True, slots=True)
class PlanWarning:
    """One fault. ``item`` is the uid of the item it is about, if it is about one."""

    fault: PlanFault
    minutes: int = 0
    item: str = ""
    title: str = ""


def plan_warnings(items: Sequence[PlanItemView], schedule: Schedule) -> tuple[PlanWarning, ...]:
    """What does not fit, in the order of the plan; first what concerns all of it."""
    found = []
    if not any(item.kind is PlanItemKind.QUESTION for item in items):
        found.append(PlanWarning(PlanFault.NO_QUESTIONS))
    if (schedule.over_minutes or 0) > 0:
        found.append(PlanWarning(PlanFault.TOO_LONG, schedule.over_minutes or 0))
    for item, slot in zip(items, schedule.slots, strict=True):
        if slot.gap:
            fault = PlanFault.GAP if slot.gap > 0 else PlanFault.OVERLAP
            found.append(PlanWarning(fault, abs(slot.gap), item.uid, item.title))
        if item.kind is PlanItemKind.QUESTION and not item.minutes:
            found.append(PlanWarning(PlanFault.NO_TIME, 0, item.uid, item.title))
    return tuple(found)


def seconds_per_head(items: Sequence[PlanItemView], heads: int) -> int | None:
    """How long each person could speak to the questions, all together; None with nobody."""
    minutes = sum(item.minutes for item in items if item.kind is PlanItemKind.QUESTION)
    return minutes * 60 // heads if heads > 0 else None

"""The plan as ready rows: times on paper, and what is special about an item in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject

from app.domain.blocks import leaders
from app.domain.plan import PlanItemView
from app.domain.schedule import Schedule, Slot
from app.domain.vocabulary import PlanItemKind
from ui.models.movable_model import MovableModel
from ui.start.dates import clock

MIME = "application/x-quartiersdialog-plan-item"


@dataclass(frozen=True, slots=True)
class PlanEditRow:
    """One item of the plan."""

    uid: str
    kind: PlanItemKind
    number: int | None
    title: str
    start: str
    minutes: int
    pinned: bool
    shifted: bool
    """Its start is another one than before the last change."""
    note: str
    note_icon: str
    prompts: str
    """Said on the current row only: "3 Nachfragen"."""
    gap: str
    """A gap or overlap in front of it, in words; mostly empty."""
    accessible: str


@dataclass(frozen=True, slots=True)
class Minutes:
    """An item is wanted this long."""

    uid: str
    minutes: int


class PlanEditModel(MovableModel[PlanEditRow]):
    """The plan."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(MIME, parent)


@dataclass(frozen=True, slots=True)
class PlanEditWords:
    """The words around an item in the language of the window; ``%1`` stands for the number."""

    minutes: str
    question: str
    """With ``%1`` for the number and ``%2`` for the title."""
    fixed: str
    at_least: str
    protected: str
    optional: str
    together: str
    prompt: str
    prompts: str
    gap: str
    overlap: str


def plan_rows(
    items: Sequence[PlanItemView],
    schedule: Schedule,
    words: PlanEditWords,
    before: Mapping[str, dt.datetime | None],
) -> list[PlanEditRow]:
    """The rows. ``before`` holds the starts that were shown before this change."""
    led = leaders(items)
    return [
        _row(item, slot, words, led[item.uid], shifted=_has_shifted(item, slot, before))
        for item, slot in zip(items, schedule.slots, strict=True)
    ]


def starts(schedule: Schedule) -> dict[str, dt.datetime | None]:
    """When each item starts, to compare with later."""
    return {slot.uid: slot.start for slot in schedule.slots}


def with_minutes(items: Sequence[PlanItemView], uid: str, minutes: int) -> list[PlanItemView]:
    """The plan as it would be with other minutes for one item."""
    return [replace(item, minutes=minutes) if item.uid == uid else item for item in items]


def _has_shifted(item: PlanItemView, slot: Slot, before: Mapping[str, dt.datetime | None]) -> bool:
    if item.pinned_start is not None or item.uid not in before:
        return False
    old = before[item.uid]
    return old is not None and slot.start is not None and old != slot.start


def _row(
    item: PlanItemView, slot: Slot, words: PlanEditWords, lead: PlanItemView, *, shifted: bool
) -> PlanEditRow:
    note, icon = _note(item, words)
    if lead is not item and lead.number:
        together = _fill(words.together, lead.number)
        note = ", ".join(filter(None, (together, note)))
    start = clock(slot.start) if slot.start else ""
    prompts = _prompts(item, words)
    gap = _gap(slot, words)
    return PlanEditRow(
        uid=item.uid,
        kind=item.kind,
        number=item.number,
        title=item.title,
        start=start,
        minutes=item.minutes,
        pinned=item.pinned_start is not None,
        shifted=shifted,
        note=note,
        note_icon=icon,
        prompts=prompts,
        gap=gap,
        accessible=_spoken(item, start, note or prompts, gap, words),
    )


def _note(item: PlanItemView, words: PlanEditWords) -> tuple[str, str]:
    """What is special about an item, and its icon."""
    least = _fill(words.at_least, item.min_minutes) if item.min_minutes else ""
    if item.pinned_start is not None:
        fixed = _fill(words.fixed, clock(item.pinned_start))
        return ", ".join(part for part in (fixed, least) if part), "pin"
    if item.protected:
        return ", ".join(part for part in (words.protected, least) if part), "lock"
    if item.speaker or item.organisation:
        return ", ".join(part for part in (item.speaker, item.organisation) if part), ""
    optional = words.optional if item.optional else ""
    return ", ".join(part for part in (optional, least) if part), ""


def _prompts(item: PlanItemView, words: PlanEditWords) -> str:
    count = len(item.prompts)
    if not count:
        return ""
    return words.prompt if count == 1 else _fill(words.prompts, count)


def _gap(slot: Slot, words: PlanEditWords) -> str:
    if not slot.gap:
        return ""
    return _fill(words.gap if slot.gap > 0 else words.overlap, abs(slot.gap))


def _spoken(item: PlanItemView, start: str, note: str, gap: str, words: PlanEditWords) -> str:
    title = _fill(words.question, item.number, item.title) if item.number else item.title
    parts = (gap, start, title, _fill(words.minutes, item.minutes), note)
    return ", ".join(part for part in parts if part)


def _fill(text: str, *values: object) -> str:
    for number, value in enumerate(values, start=1):
        text = text.replace(f"%{number}", str(value))
    return text

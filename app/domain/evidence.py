"""Evidence numbers (Belegnummern): how a printed statement is quoted, ``STU-6-12``.

Session code – question number or letter of the item – next free number. A number is given when
the statement is first printed, is stored with it and never given again, not even after deletion.
"""

from collections.abc import Iterable, Sequence

from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind

_LETTERS = {
    PlanItemKind.OPENING: "B",
    PlanItemKind.INTRODUCTIONS: "V",
    PlanItemKind.PRESENTATION: "I",
    PlanItemKind.BREAK: "P",
    PlanItemKind.READING_BACK: "R",
    PlanItemKind.CLOSING: "A",
}


def section_codes(items: Sequence[PlanItemView]) -> dict[str, str]:
    """The middle part of the numbers for each item's uid: ``"6"``, ``"I2"``, ``"B"``."""
    codes: dict[str, str] = {}
    presentations = 0
    for item in items:
        if item.kind is PlanItemKind.PRESENTATION:
            presentations += 1
            codes[item.uid] = f"I{presentations}"
        elif item.kind is PlanItemKind.QUESTION:
            codes[item.uid] = str(item.number or 0)
        else:
            codes[item.uid] = _LETTERS[item.kind]
    return codes


def new_numbers(
    *,
    session_code: str,
    items: Sequence[PlanItemView],
    unnumbered: Iterable[tuple[str, str]],
    given: Iterable[str],
) -> dict[str, str]:
    """Numbers for statements that have none, by the uid of the statement.

    ``unnumbered``: (statement uid, plan item uid) in printed order. ``given``: every number this
    session has ever given, those of moved and deleted statements included.
    """
    codes = section_codes(items)
    highest = _highest(given)
    numbers: dict[str, str] = {}
    for statement_uid, item_uid in unnumbered:
        prefix = f"{session_code}-{codes[item_uid]}"
        highest[prefix] = highest.get(prefix, 0) + 1
        numbers[statement_uid] = f"{prefix}-{highest[prefix]}"
    return numbers


def _highest(given: Iterable[str]) -> dict[str, int]:
    highest: dict[str, int] = {}
    for number in given:
        prefix, _, last = number.rpartition("-")
        if last.isascii() and last.isdigit():
            highest[prefix] = max(highest.get(prefix, 0), int(last))
    return highest

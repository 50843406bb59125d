"""Reality check: how many people can speak to the questions of a plan at all.

One statement about the whole plan, made only when fewer than half of those expected get a turn
per question. It proposes small groups: at tables several people speak at the same time.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.guides import Guide
from app.domain.plan import PlanItemView
from app.domain.plan_check import seconds_per_head
from app.domain.vocabulary import PlanItemKind

USUAL_HEADS = 25
"""So many the built-in guides are made for: as long as one is unchanged, nothing is said."""
TABLE_SIZE = 6
"""People at a table who all get a turn."""


@dataclass(frozen=True, slots=True)
class Reality:
    """What a plan has room for. ``voices`` is per question, on average."""

    voices: int
    seconds_each: int
    heads: int
    seconds_per_head: int
    """For all questions together."""

    @property
    def tables(self) -> int:
        """The number of tables that small groups would need."""
        return math.ceil(self.heads / TABLE_SIZE)


def reality_check(
    items: Sequence[PlanItemView], heads: int, seconds_each: int, guide: Guide | None = None
) -> Reality | None:
    """What is to be said about the plan with so many ``heads``; None: nothing.

    ``guide`` is the built-in one the session was made from, if it was.
    """
    asked = [item for item in items if item.kind is PlanItemKind.QUESTION and item.minutes]
    seconds = seconds_per_head(items, heads)
    if not asked or seconds is None:
        return None
    if guide is not None and heads <= USUAL_HEADS and is_unchanged(items, guide):
        return None
    voices = sum(item.minutes for item in asked) * 60 // (len(asked) * seconds_each)
    return Reality(voices, seconds_each, heads, seconds) if voices * 2 < heads else None


def is_unchanged(items: Sequence[PlanItemView], guide: Guide) -> bool:
    """Whether a plan has the questions of its guide with their minutes, in its order."""
    asked = [item for item in items if item.kind is PlanItemKind.QUESTION]
    return [(item.identity, item.minutes) for item in asked] == [
        (item.identity, item.minutes) for item in guide.questions
    ]

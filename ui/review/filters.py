"""Which statements of a question are shown: marks, and one kind, person and theme, all at once."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import Reading, StatementKind, StatementState

READ_KINDS = frozenset({StatementKind.ACTOR, StatementKind.COOPERATION})
"""Kinds of which it is read who takes part."""


class Mark(StrEnum):
    """What can be true of a statement and is worth a filter of its own."""

    RESULT = "result"
    NOBODY = "nobody"
    UNCLEAR = "unclear"
    """Initials that fit several people."""
    QUOTE = "quote"
    CLARIFY = "clarify"
    UNREAD = "unread"
    """Nobody has confirmed yet how it was read."""
    NOTE = "note"
    """Neither checked nor released, where statements are."""
    CHECKED = "checked"
    RELEASED = "released"


_STATES = {
    StatementState.NOTE: Mark.NOTE,
    StatementState.CHECKED: Mark.CHECKED,
    StatementState.RELEASED: Mark.RELEASED,
}


def is_read(item: PlanItemView | None, statement: StatementView) -> bool:
    """Whether the statement is read as actors at all."""
    reads = item is not None and item.reading is not Reading.NONE
    return statement.kind in READ_KINDS and (reads or bool(statement.actors))


def marks_of(
    item: PlanItemView | None, statement: StatementView, *, with_state: bool = False
) -> frozenset[Mark]:
    """Everything that is true of a statement; its state only where statements are released."""
    somebody = bool(statement.participant_uid or statement.source)
    unclear = not somebody and bool(statement.person_unclear)
    unread = is_read(item, statement) and not statement.reading_confirmed
    true = {
        Mark.RESULT: statement.is_result,
        Mark.NOBODY: not somebody and not unclear,
        Mark.UNCLEAR: unclear,
        Mark.QUOTE: statement.verbatim,
        Mark.UNREAD: unread,
        Mark.CLARIFY: statement.clarify,
    }
    state = [_STATES[statement.state]] if with_state else []
    return frozenset([*state, *(mark for mark, is_true in true.items() if is_true)])


@dataclass(frozen=True, slots=True)
class Filter:
    """What a statement must be to be shown; everything at once."""

    marks: frozenset[Mark] = frozenset()
    kind: StatementKind | None = None
    participant_uid: str = ""
    theme: str = ""

    @property
    def is_empty(self) -> bool:
        """Shows everything."""
        return self == Filter()

    def passes(self, statement: StatementView, marks: frozenset[Mark]) -> bool:
        """Whether a statement with these marks is shown."""
        return (
            self.marks <= marks
            and self.kind in (None, statement.kind)
            and self.participant_uid in ("", statement.participant_uid)
            and (not self.theme or self.theme in statement.themes)
        )

    def toggled(self, mark: Mark) -> "Filter":
        """With a mark more or less."""
        return replace(self, marks=self.marks ^ {mark})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many statements of a question there are of everything."""

    total: int = 0
    marks: Mapping[Mark, int] = field(default_factory=dict)
    kinds: Mapping[StatementKind, int] = field(default_factory=dict)
    people: Mapping[str, int] = field(default_factory=dict)
    themes: Mapping[str, int] = field(default_factory=dict)


def count(marked: Iterable[tuple[StatementView, frozenset[Mark]]]) -> Counts:
    """Count statements with their marks."""
    total = 0
    marks: Counter[Mark] = Counter()
    kinds: Counter[StatementKind] = Counter()
    people: Counter[str] = Counter()
    themes: Counter[str] = Counter()
    for statement, true in marked:
        total += 1
        marks.update(true)
        kinds[statement.kind] += 1
        themes.update(statement.themes)
        if statement.participant_uid:
            people[statement.participant_uid] += 1
    return Counts(total, marks, kinds, people, themes)

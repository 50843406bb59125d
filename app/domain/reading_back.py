"""Reading back (Rückspiegelung): which results are read out, by question, and in what order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from app.domain.minutes import is_in_summary
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import PlanItemKind


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A result, and where it stands: the ``number``-th of ``count`` under its item."""

    item: PlanItemView
    statement: StatementView
    number: int
    count: int

    @property
    def uid(self) -> str:
        """Of the statement."""
        return self.statement.uid


def results_to_read(
    items: Iterable[PlanItemView], statements: Iterable[StatementView]
) -> tuple[ReadResult, ...]:
    """Everything the result sheet prints, but for what was said while reading back."""
    said: dict[str, list[StatementView]] = {}
    for statement in filter(is_in_summary, statements):
        said.setdefault(statement.plan_item_uid, []).append(statement)
    return tuple(
        ReadResult(item, statement, number, len(said[item.uid]))
        for item in items
        if item.kind is not PlanItemKind.READING_BACK
        for number, statement in enumerate(said.get(item.uid, ()), start=1)
    )


def next_open(results: Sequence[ReadResult], after: int) -> int:
    """The place of the next result without an answer, from the one behind ``after`` round.

    Without any that of the next result; at the end it stays there.
    """
    count = len(results)
    behind = [place % count for place in range(after + 1, after + 1 + count)]
    found = next((p for p in behind if results[p].statement.outcome is None), None)
    return min(after + 1, count - 1) if found is None else found


def answered(results: Iterable[ReadResult]) -> Mapping[bool, int]:
    """How many have an answer (True) and how many have none."""
    counts = {True: 0, False: 0}
    for result in results:
        counts[result.statement.outcome is not None] += 1
    return counts

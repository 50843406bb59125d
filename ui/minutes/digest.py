"""What minutes would hold and what is still open in them: numbers for the right column."""

from collections import Counter
from dataclasses import dataclass, field

from app.domain.minutes import (
    MinutesOptions,
    MinutesRecord,
    offers_all,
    printed_statements,
    questions_without_result,
)
from app.domain.minutes_review import FewPeople, few_people
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import StatementKind


@dataclass(frozen=True, slots=True)
class Open:
    """Statements with something open: how many, and where the first one is."""

    count: int = 0
    plan_item_uid: str = ""
    statement_uid: str = ""


@dataclass(frozen=True, slots=True)
class Digest:
    """Counts of what is printed; questions and statements that deserve a look before saving."""

    statements: int = 0
    summaries: int = 0
    results: int = 0
    recommendations: int = 0
    agreements: int = 0
    quotes: int = 0
    next_steps: int = 0
    without_result: tuple[PlanItemView, ...] = ()
    """Questions with statements, but with neither summary nor result."""
    offers_all: bool = True
    """Whether their statements can be printed instead."""
    unclear: Open = field(default_factory=Open)
    """Initials that fit several people."""
    nobody: Open = field(default_factory=Open)
    """Printed with the others' names, but without a person or a source."""
    clarify: Open = field(default_factory=Open)
    """Marked to be clarified."""
    few: tuple[FewPeople, ...] = ()
    """What points to fewer than three people."""
    is_empty: bool = False


class _Counting:
    def __init__(self, options: MinutesOptions) -> None:
        self.options = options
        self.kinds: Counter[StatementKind] = Counter()
        self.statements = self.results = self.quotes = 0
        self.printed: list[StatementView] = []
        self.unclear: list[StatementView] = []
        self.nobody: list[StatementView] = []
        self.clarify: list[StatementView] = []

    def add(self, statement: StatementView) -> None:
        self.statements += 1
        self.printed.append(statement)
        self.results += statement.is_result
        self.quotes += statement.verbatim
        self.kinds[statement.kind] += 1
        if statement.clarify:
            self.clarify.append(statement)
        if statement.participant_uid or statement.source:
            return
        if statement.person_unclear:
            self.unclear.append(statement)
        elif self.options.attributed:
            self.nobody.append(statement)


def digest(record: MinutesRecord, options: MinutesOptions) -> Digest:
    """Count once through the record."""
    counting = _Counting(options)
    for item in record.items:
        for statement in printed_statements(record, item, options):
            counting.add(statement)
    return Digest(
        statements=counting.statements,
        summaries=sum(bool(item.summary.strip()) for item in record.items),
        results=counting.results,
        recommendations=counting.kinds[StatementKind.RECOMMENDATION],
        agreements=counting.kinds[StatementKind.AGREEMENT],
        quotes=counting.quotes,
        next_steps=len(record.next_steps),
        without_result=questions_without_result(record, options),
        offers_all=offers_all(options.kind),
        unclear=_open(counting.unclear),
        nobody=_open(counting.nobody),
        clarify=_open(counting.clarify),
        few=few_people(record, options, counting.printed),
        is_empty=not any(i.statement_count or i.summary.strip() for i in record.items),
    )


def _open(statements: list[StatementView]) -> Open:
    if not statements:
        return Open()
    return Open(len(statements), statements[0].plan_item_uid, statements[0].uid)

"""Kurzprotokoll: what the Ergebnisprotokoll has, and per question what was ticked for it."""

from collections.abc import Iterator

from app.domain.minutes import is_in_summary, printed_statements
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.export import minutes_summary
from app.export.blocks import Block
from app.export.minutes_context import Context


def sections(context: Context) -> Iterator[Block]:
    """The questions and the other items with their results and what was ticked."""
    return minutes_summary.sections(context, _results)


def _results(context: Context, item: PlanItemView) -> Iterator[Block]:
    """Summary, results, and then the others in their order."""
    if summary := context.summary(item):
        yield summary
    others: list[StatementView] = []  # which were chosen one by one, so they are few
    for statement in printed_statements(context.record, item, context.options):
        if is_in_summary(statement):
            yield from context.statements.as_result(statement)
        else:
            others.append(statement)
    for statement in others:
        yield from context.statements.in_course(statement)

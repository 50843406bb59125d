"""Ergebnisprotokoll: per question its summary and its results, and what follows from them."""

from collections.abc import Iterator

from app.domain.minutes import Selection, presentation_groups, printed_statements, selection
from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Block, Paragraph, ParagraphRole, paragraph
from app.export.minutes_context import Context, group_anchor


def sections(context: Context) -> Iterator[Block]:
    """The questions, and of the other items those that gave a result."""
    for group in presentation_groups(context.record.items):
        if group[0].kind is PlanItemKind.QUESTION:
            yield from _question(context, group[0])
        elif group[0].kind is PlanItemKind.PRESENTATION:
            yield from _presentations(context, group)
        else:
            yield from _if_any(context.item_heading(group[0]), _results(context, group[0]))


def _question(context: Context, item: PlanItemView) -> Iterator[Block]:
    say = context.words.say
    yield context.item_heading(item)
    match selection(item, context.options):
        case Selection.ALL:
            yield paragraph(ParagraphRole.DETAILS, _all_statements(context, item.statement_count))
            for statement in printed_statements(context.record, item, context.options):
                yield from context.statements.in_course(statement, with_time=False)
        case Selection.NO_RESULTS:
            yield paragraph(ParagraphRole.STATEMENT_ADDITION, say("minutes.no_results"))
        case Selection.EMPTY:
            yield context.nothing_recorded(item)
        case Selection.RESULTS:
            yield from _results(context, item)


def _all_statements(context: Context, count: int) -> str:
    if count == 1:
        return context.words.say("minutes.without_result")
    return context.words.say("minutes.without_results", n=count)


def _presentations(context: Context, group: tuple[PlanItemView, ...]) -> Iterator[Block]:
    heading = context.heading(context.words.say("minutes.presentations"), group_anchor(group[0]))
    parts = (_if_any(context.presentation_heading(i), _results(context, i)) for i in group)
    yield from _if_any(heading, (block for part in parts for block in part))


def _results(context: Context, item: PlanItemView) -> Iterator[Block]:
    if summary := context.summary(item):
        yield summary
    for statement in printed_statements(context.record, item, context.options):
        yield from context.statements.as_result(statement)


def _if_any(heading: Paragraph | None, blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks below their heading; without a block no heading either."""
    first = next(blocks, None)
    if first is None:
        return
    if heading is not None:
        yield heading
    yield first
    yield from blocks

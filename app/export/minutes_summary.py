"""Ergebnisprotokoll: per question its summary and its results, and what follows from them."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from app.domain.minutes import Selection, presentation_groups, printed_statements, selection
from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Block, Paragraph, ParagraphRole, paragraph
from app.export.minutes_context import Context, group_anchor
from app.export.minutes_photos import annex

Part: TypeAlias = Callable[[Context, PlanItemView], Iterator[Block]]


def results(context: Context, item: PlanItemView) -> Iterator[Block]:
    """The summary of an item and its results."""
    if summary := context.summary(item):
        yield summary
    for statement in printed_statements(context.record, item, context.options):
        yield from context.statements.as_result(statement)


def sections(context: Context, part: Part = results) -> Iterator[Block]:
    """The questions, and of the other items those that gave something. ``part``: what of each."""

    def illustrated(context: Context, item: PlanItemView) -> Iterator[Block]:
        yield from part(context, item)
        yield from context.passages(item)
        yield from annex(context, item)

    for group in presentation_groups(context.record.items):
        if group[0].kind is PlanItemKind.QUESTION:
            yield from _question(context, group[0], part)
        elif group[0].kind is PlanItemKind.PRESENTATION:
            yield from _presentations(context, group, illustrated)
        else:
            heading = context.item_heading(group[0])
            yield from _if_any(heading, illustrated(context, group[0]))


def _question(context: Context, item: PlanItemView, part: Part) -> Iterator[Block]:
    say = context.words.say
    yield context.item_heading(item)
    match selection(context.record, item, context.options):
        case Selection.ALL:
            yield paragraph(ParagraphRole.DETAILS, _all_statements(context, item.statement_count))
            for statement in context.record.statements.of(item.uid):
                yield from context.statements.in_course(statement)
        case Selection.NO_RESULTS:
            yield paragraph(ParagraphRole.STATEMENT_ADDITION, say("minutes.no_results"))
        case Selection.EMPTY:
            yield context.nothing_recorded(item)
        case Selection.RESULTS:
            yield from part(context, item)
    yield from context.passages(item)
    yield from annex(context, item)


def _all_statements(context: Context, count: int) -> str:
    if count == 1:
        return context.words.say("minutes.without_result")
    return context.words.say("minutes.without_results", n=count)


def _presentations(
    context: Context, group: tuple[PlanItemView, ...], part: Part
) -> Iterator[Block]:
    heading = context.heading(context.words.say("minutes.presentations"), group_anchor(group[0]))
    parts = (_if_any(context.presentation_heading(i), part(context, i)) for i in group)
    yield from _if_any(heading, (block for part in parts for block in part))


def _if_any(heading: Paragraph | None, blocks: Iterator[Block]) -> Iterator[Block]:
    """The blocks below their heading; without a block no heading either."""
    first = next(blocks, None)
    if first is None:
        return
    if heading is not None:
        yield heading
    yield first
    yield from blocks

"""Verlaufsprotokoll: every statement in order, under its plan item, with time and who.

Cards that were put into groups follow, under the names of these.
"""

from collections.abc import Iterator

from app.domain.minutes import Selection, presentation_groups, printed_statements, selection
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Block
from app.export.minutes_context import Context, group_anchor
from app.export.minutes_photos import annex


def sections(context: Context) -> Iterator[Block]:
    """The plan items with what was said."""
    for group in presentation_groups(context.record.items):
        if group[0].kind is PlanItemKind.PRESENTATION:
            yield from _presentations(context, group)
        elif _has_section(context, group[0]):
            yield from _item(context, group[0])


def _has_section(context: Context, item: PlanItemView) -> bool:
    options, record = context.options, context.record
    photos = options.with_photos and record.photos_of(item)
    hands = options.hands and record.hands_of(item)
    said = item.statement_count or item.summary.strip() or record.passages_of(item)
    return bool(said or photos or hands) or item.kind is PlanItemKind.QUESTION


def _item(context: Context, item: PlanItemView) -> Iterator[Block]:
    yield context.item_heading(item)
    if details := context.details((item,)):
        yield details
    if selection(context.record, item, context.options) is Selection.EMPTY:
        yield context.nothing_recorded(item)
    yield from _said(context, item)


def _presentations(context: Context, group: tuple[PlanItemView, ...]) -> Iterator[Block]:
    headings = {item.uid: context.presentation_heading(item) for item in group}
    held = tuple(item for item in group if headings[item.uid] or _has_section(context, item))
    if not held:
        return
    yield context.heading(context.words.say("minutes.presentations"), group_anchor(held[0]))
    if details := context.details(held):
        yield details
    for item in held:
        if heading := headings[item.uid]:
            yield heading
        yield from _said(context, item)


def _said(context: Context, item: PlanItemView) -> Iterator[Block]:
    if summary := context.summary(item):
        yield summary
    groups: dict[str, list[StatementView]] = {}  # of cards, which are few
    passages = list(context.record.passages_of(item))
    for statement in printed_statements(context.record, item, context.options):
        while passages and passages[0].started_at < statement.recorded_at:
            yield context.off_record(passages.pop(0))
        if statement.cluster:
            groups.setdefault(statement.cluster, []).append(statement)
        else:
            yield from context.statements.in_course(statement)
    yield from map(context.off_record, passages)
    for name, statements in groups.items():
        yield context.cluster_heading(name, statements[0])
        for statement in statements:
            yield from context.statements.in_course(statement)
    yield from annex(context, item)

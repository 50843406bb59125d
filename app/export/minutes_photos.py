"""Fotoprotokoll: photos at their item with their captions, and beside them what was said.

In the other kinds photos are an annex to their item, if that is wanted.
"""

from collections.abc import Iterator

from app.domain.minutes import Selection, printed_statements, selection
from app.domain.photos import PhotoView
from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Block, Paragraph, ParagraphRole, Picture, SideBySide, paragraph
from app.export.look import MARGIN_COLUMN, SIDE_GAP, SIDE_LEFT, TEXT_WIDTH
from app.export.minutes_context import Context, PictureContent
from app.export.minutes_room import hands

_ANNEX = (TEXT_WIDTH - MARGIN_COLUMN, 9.0)
_BESIDE = (SIDE_LEFT - SIDE_GAP, 9.0)
"""The most room of a photo: width and height in centimetres."""


def sections(context: Context) -> Iterator[Block]:
    """All items with photos or statements, and the questions without."""
    for item in context.record.items:
        said = item.statement_count or item.summary.strip() or context.record.passages_of(item)
        shown = context.record.photos_of(item)
        raised = context.options.hands and context.record.hands_of(item)
        if said or shown or raised or item.kind is PlanItemKind.QUESTION:
            yield from _item(context, item)


def annex(context: Context, item: PlanItemView) -> Iterator[Block]:
    """Below what was said of an item: shows of hands, and photos where the options want them."""
    yield from hands(context, item)
    if context.options.with_photos:
        yield from _captioned(context, item, _ANNEX, ParagraphRole.CAPTION)


def _item(context: Context, item: PlanItemView) -> Iterator[Block]:
    yield context.item_heading(item)
    if details := context.details((item,)):
        yield details
    if summary := context.summary(item):
        yield summary
    if selection(context.record, item, context.options) is Selection.EMPTY:
        yield context.nothing_recorded(item)
    said = tuple(_typed_list(context, item))
    if photos := tuple(_captioned(context, item, _BESIDE, ParagraphRole.TABLE_TEXT)):
        yield SideBySide(photos, said, context.words.say("minutes.photos.beside"))
    else:
        yield from said
    yield from context.passages(item)
    yield from hands(context, item)


def _typed_list(context: Context, item: PlanItemView) -> Iterator[Paragraph]:
    for statement in printed_statements(context.record, item, context.options):
        yield context.statements.in_list(statement)


def _captioned(
    context: Context, item: PlanItemView, room: tuple[float, float], caption: ParagraphRole
) -> Iterator[Picture | Paragraph]:
    for photo in context.record.photos_of(item):
        yield _picture(context, photo, room)
        yield paragraph(caption, context.caption(photo))


def _picture(context: Context, photo: PhotoView, room: tuple[float, float]) -> Picture:
    width, height = room
    scale = min(width / photo.width, height / photo.height)
    return Picture(
        name=photo.sha256,
        media_type=photo.media_type.value,
        width=round(photo.width * scale, 2),
        height=round(photo.height * scale, 2),
        alt_text=context.alternative(photo),
        read=PictureContent(context.record, photo.sha256),
    )

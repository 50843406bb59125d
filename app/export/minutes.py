"""Minutes as a document: one entry for every kind, for the file and for the preview."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.templates import HouseTemplate
from app.domain.text import file_name
from app.domain.vocabulary import MinutesKind
from app.export import (
    minutes_full,
    minutes_photos,
    minutes_results,
    minutes_short,
    minutes_summary,
)
from app.export.blocks import Block, Document, ParagraphRole, paragraph
from app.export.formats import MinutesFormat
from app.export.minutes_context import Context
from app.export.minutes_logos import logos
from app.export.minutes_parts import closing, opening, page, properties, without_statements
from app.export.minutes_placeholders import placeholder_values
from app.export.minutes_results import OWN_PAPER, Paper
from app.texts import Texts

_SECTIONS: dict[MinutesKind, Callable[[Context], Iterator[Block]]] = {
    MinutesKind.SUMMARY: minutes_summary.sections,
    MinutesKind.SHORT: minutes_short.sections,
    MinutesKind.FULL: minutes_full.sections,
    MinutesKind.PHOTO: minutes_photos.sections,
}


def compose(
    record: MinutesRecord, options: MinutesOptions, texts: Texts, paper: Paper = OWN_PAPER
) -> Document:
    """The document as neutral blocks; statements are read while the blocks are.

    ``paper`` is that of a house template.
    """
    context = Context(record, options, texts)
    return Document(properties(context), page(context), _blocks(context, paper))


def write_minutes(
    record: MinutesRecord,
    options: MinutesOptions,
    texts: Texts,
    path: Path,
    template: HouseTemplate | None = None,
) -> None:
    """Write the minutes as a Word file to ``path``; an existing file is replaced at the end.

    Raises ``UserError`` when the file cannot be written or the ``template`` cannot be used; an
    existing file is then unchanged.
    """
    from app.export.docx.writer import write_document
    from app.export.house.package import HousePackage

    house, paper = None, OWN_PAPER
    if template is not None:
        house = HousePackage(template, placeholder_values(Context(record, options, texts)))
        paper = Paper(house.room.width, house.room.height)
        record = replace(record, logos=())  # the letterhead has its own
    write_document(compose(record, options, texts, paper), path, house)


def suggested_file_name(
    record: MinutesRecord,
    options: MinutesOptions,
    texts: Texts,
    form: MinutesFormat = MinutesFormat.DOCX,
) -> str:
    """A name for the file, with ending; dates first, so that a folder sorts itself."""
    name = texts.get(
        "documents.minutes.file_name",
        date=record.session.date.isoformat(),
        kind=texts.word(options.kind),
        title=Context(record, options, texts).title,
    )
    return f"{file_name(name)}{form.suffix}"


def _blocks(context: Context, paper: Paper) -> Iterator[Block]:
    if context.options.kind is MinutesKind.RESULTS:
        yield from logos(context)
        yield from minutes_results.blocks(context, paper)
        return
    yield from logos(context)
    yield from opening(context)
    if without_statements(context):
        yield paragraph(ParagraphRole.NOTE, context.words.say("minutes.no_statements"))
    yield from _SECTIONS[context.options.kind](context)
    yield from closing(context)

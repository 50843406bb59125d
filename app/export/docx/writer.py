"""Streams a document into a Word file: memory for one question, not for one session.

The contents stand before the text and need its page numbers. So the text is made first, its lines
are counted on the way, and then everything goes into the package.
"""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from app.export.blocks import (
    Block,
    Document,
    Logos,
    Paragraph,
    ParagraphRole,
    Picture,
    SideBySide,
    Table,
)
from app.export.docx.body import COMPRESSION, Body
from app.export.docx.markup import Markup
from app.export.docx.package import BODY, Package
from app.export.docx.pages import PAGE, Strip, count_pages
from app.export.docx.pictures import Pictures
from app.export.files import replaced_file
from app.export.house.package import HousePackage
from app.export.look import TEXT_WIDTH

_CHUNK = 128
"""Blocks that are taken before they are measured, and measured before they are written."""
_PACKED = (".png", ".jpg", ".jpeg", ".gif")


def write_document(document: Document, path: Path, house: HousePackage | None = None) -> None:
    """Write ``document`` as a Word file; an existing one is replaced only by a complete new one.

    Without a ``house`` template our own is used. Raises ``UserError`` when it is not possible.
    """
    package = house or Package()
    width, height = (house.room.width, house.room.height) if house else (TEXT_WIDTH, PAGE)
    check = partial(check_package, body=package.body)
    with replaced_file(path, check=check) as target, Body() as body:
        markup = Markup(package.style_id, width=width, first_number=package.first_number)
        opening = _stream(document.blocks, markup, body, _Room(width, height))
        package.furnish(document.properties, document.page, markup)
        _assemble(package, opening, body, target, markup.pictures)


@dataclass(frozen=True, slots=True)
class _Room:
    """The text area of a page, in centimetres."""

    width: float
    height: float


def _stream(blocks: Iterator[Block], markup: Markup, body: Body, room: _Room) -> bytes:
    """Write everything from the first heading on; return what stands before it, complete."""
    opening: list[Block] = []
    rest: Iterator[Block] = iter(())
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is ParagraphRole.HEADING:
            rest = chain((block,), blocks)
            break
        opening.append(block)
    before, strip = Strip(room.width), Strip(room.width)
    headings = _write_body(rest, markup, body, strip)
    for block in opening:
        _measure(block, before, headings)
    markup.know_pages(*count_pages((before, strip), room.height))
    return "".join(_render(block, markup, headings) for block in opening).encode()


def _write_body(
    blocks: Iterator[Block], markup: Markup, body: Body, strip: Strip
) -> list[Paragraph]:
    """Take the blocks, measure and write them in turns, many at once: each turn is faster so.

    Returns the headings.
    """
    headings: list[Paragraph] = []
    while chunk := list(islice(blocks, _CHUNK)):
        xml: list[str] = []
        for kind, alike in groupby(chunk, type):
            if kind is Paragraph:
                paragraphs = cast("list[Paragraph]", list(alike))
                strip.add(*paragraphs)
                xml += map(markup.paragraph, paragraphs)
                headings += [each for each in paragraphs if each.anchor]
                continue
            for block in alike:
                _measure(block, strip, headings)
                xml.append(_render(block, markup, headings))
        body.write("".join(xml))
    return headings


def _measure(block: Block, strip: Strip, headings: list[Paragraph]) -> None:
    if isinstance(block, Paragraph):
        strip.add(block)
    elif isinstance(block, Table):
        strip.add_table(block)
    elif isinstance(block, Picture):
        strip.add_picture(block)
    elif isinstance(block, SideBySide):
        strip.add_side_by_side(block)
    elif isinstance(block, Logos):
        strip.add_logos(block)
    elif headings:
        strip.add_contents(headings)


def _render(block: Block, markup: Markup, headings: list[Paragraph]) -> str:
    if isinstance(block, Paragraph):
        return markup.paragraph(block)
    if isinstance(block, Table):
        return markup.table(block)
    if isinstance(block, Picture):
        return markup.picture(block)
    if isinstance(block, SideBySide):
        return markup.side_by_side(block)
    if isinstance(block, Logos):
        return markup.logos(block)
    return markup.contents(block.title, headings) if headings else ""


def _assemble(
    package: Package | HousePackage,
    opening: bytes,
    body: Body,
    target: IO[bytes],
    pictures: Pictures,
) -> None:
    """Copy the package, with the content in place of the placeholder; pictures as they are."""
    with ZipFile(target, "w") as made:
        for name, content in pictures.declared(package.parts(), package.body):
            if name == package.body:
                before, after = content.split(package.marker)
                body.store(made, name, before + opening, after)
                continue
            stored = name.lower().endswith(_PACKED)
            how = ZIP_STORED if stored else ZIP_DEFLATED
            made.writestr(ZipInfo(name), content, how, COMPRESSION)
        pictures.write(made, package.body)


def check_package(target: IO[bytes], body: str = BODY) -> str:
    """What is wrong with a written file; empty if nothing is.

    The directory stands at the end and has every part's place and length: a file that was cut off
    or that another program wrote into does not stand this. The small parts are read whole.
    """
    try:
        with ZipFile(target) as made:
            for name in made.namelist():
                if name != body:
                    made.read(name)
            with made.open(body) as part:
                part.read(1)
    except (BadZipFile, KeyError, EOFError, zlib.error) as error:
        return str(error)
    return ""

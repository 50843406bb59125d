"""Streams a document into a Word file: memory for one question, not for one session.

The contents stand before the text and need its page numbers. So the text goes into a temporary file
first, its lines are counted on the way, and then everything goes into the package.
"""

import shutil
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile

from app.export.blocks import Block, Document, Paragraph, ParagraphRole, Table
from app.export.docx.markup import Markup
from app.export.docx.package import Package
from app.export.docx.pages import Strip, count_pages
from app.export.files import replaced_file
from app.paths import resource

TEMPLATE = ("templates", "minutes.docx")
BODY = "word/document.xml"
_PLACEHOLDER = b"<w:p/>"
_CHUNK = 256
"""Paragraphs that are put together before they are written."""
_COPIED_AT_ONCE = 1 << 18
_COMPRESSION = 1
"""A third of the time of zlib's usual 6, for a file that is a quarter larger."""


def write_document(document: Document, path: Path) -> None:
    """Write ``document`` as a Word file; an existing one is replaced only by a complete new one.

    Raises ``UserError`` when that is not possible.
    """
    with replaced_file(path, check=_check) as target, TemporaryFile() as body:
        package = Package(resource(*TEMPLATE))
        markup = Markup(package.style_id)
        opening = _stream(document.blocks, markup, body)
        package.describe(document.properties)
        package.fill_header(document.page.first_header, markup, first_page=True)
        package.fill_header(document.page.header, markup, first_page=False)
        package.fill_footers(document.page.footer, markup)
        _assemble(package.saved(), opening, body, target)


@dataclass(slots=True)
class _Body:
    """What is known after the body has been written."""

    strip: Strip
    headings: list[Paragraph]


def _stream(blocks: Iterator[Block], markup: Markup, body: IO[bytes]) -> bytes:
    """Write everything from the first heading on; return what stands before it, complete."""
    opening: list[Block] = []
    rest: Iterator[Block] = iter(())
    for block in blocks:
        if isinstance(block, Paragraph) and block.role is ParagraphRole.HEADING:
            rest = chain((block,), blocks)
            break
        opening.append(block)
    written = _write_body(rest, markup, body)
    strip = Strip()
    for block in opening:
        _measure(block, strip, written.headings)
    markup.know_pages(*count_pages((strip, written.strip)))
    return "".join(_render(block, markup, written.headings) for block in opening).encode()


def _write_body(blocks: Iterator[Block], markup: Markup, body: IO[bytes]) -> _Body:
    written = _Body(Strip(), [])
    strip, headings = written.strip, written.headings
    measure, render = strip.add, markup.paragraph
    chunk: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            measure(block)
            chunk.append(render(block))
            if block.anchor:
                headings.append(block)
        else:
            _measure(block, strip, headings)
            chunk.append(_render(block, markup, headings))
        if len(chunk) >= _CHUNK:
            body.write("".join(chunk).encode())
            chunk.clear()
    body.write("".join(chunk).encode())
    return written


def _measure(block: Block, strip: Strip, headings: list[Paragraph]) -> None:
    if isinstance(block, Paragraph):
        strip.add(block)
    elif isinstance(block, Table):
        strip.add_table(block)
    elif headings:
        strip.add_contents(headings)


def _render(block: Block, markup: Markup, headings: list[Paragraph]) -> str:
    if isinstance(block, Paragraph):
        return markup.paragraph(block)
    if isinstance(block, Table):
        return markup.table(block)
    return markup.contents(block.title, headings) if headings else ""


def _assemble(saved: BytesIO, opening: bytes, body: IO[bytes], target: IO[bytes]) -> None:
    """Copy the package, with the content in place of the placeholder."""
    with (
        ZipFile(saved) as package,
        ZipFile(target, "w", ZIP_DEFLATED, compresslevel=_COMPRESSION) as made,
    ):
        for name in package.namelist():
            with made.open(name, "w") as part:
                content = package.read(name)
                if name == BODY:
                    before, content = content.split(_PLACEHOLDER)
                    part.write(before + opening)
                    body.seek(0)
                    shutil.copyfileobj(body, part, _COPIED_AT_ONCE)
                part.write(content)


def _check(target: IO[bytes]) -> str:
    """What is wrong with a written file; empty if nothing is.

    The directory stands at the end and has every part's place and length: a file that was cut off
    or that another program wrote into does not stand this. The small parts are read whole.
    """
    try:
        with ZipFile(target) as made:
            for name in made.namelist():
                if name != BODY:
                    made.read(name)
            with made.open(BODY) as body:
                body.read(1)
    except (BadZipFile, KeyError, EOFError, zlib.error) as error:
        return str(error)
    return ""

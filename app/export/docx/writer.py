"""Streams a document into a Word file: memory for one question, not for one session.

The contents stand before the text and need its page numbers. So the body is written into a
temporary file first, its lines are counted on the way, and then everything goes into the package.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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
_COPY_SIZE = 1 << 18


def write_document(document: Document, path: Path) -> None:
    """Write ``document`` as a Word file; an existing one is replaced only by a complete new one.

    Raises ``UserError`` when that is not possible.
    """
    package = Package(resource(*TEMPLATE))
    markup = Markup(package.style_id)
    with TemporaryFile() as body:
        opening = _stream(document.blocks, markup, body)
        package.describe(document.properties)
        package.fill_header(document.page.first_header, markup, first_page=True)
        package.fill_header(document.page.header, markup, first_page=False)
        package.fill_footers(document.page.footer, markup)
        with replaced_file(path, check=_check) as target:
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
    with ZipFile(saved) as package, ZipFile(target, "w") as made:
        for name in package.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            with made.open(entry, "w") as part:
                if name != BODY:
                    part.write(package.read(name))
                    continue
                before, found, after = package.read(name).partition(_PLACEHOLDER)
                assert found, "the template has lost its placeholder"  # noqa: S101
                part.write(before + opening)
                body.seek(0)
                shutil.copyfileobj(body, part, _COPY_SIZE)
                part.write(after)


def _check(target: IO[bytes]) -> str:
    """What is wrong with a written file; empty if nothing is."""
    with ZipFile(target) as made:
        return made.testzip() or ""

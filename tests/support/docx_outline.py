"""A Word file as text that a person can read and compare: golden documents.

One line per paragraph, with its style; runs with a style of their own stand in brackets.
"""

from collections.abc import Iterator
from pathlib import Path

from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph
from lxml.etree import _Element

from tests.support.docx_checks import read, style_name

_MARKS = {"\t": "→", "\n": "⏎", "\u00a0": "·"}


def outline(path: Path) -> str:
    """The structure of a file: properties, headers, footers, body."""
    document = read(path)
    return "\n".join([*_properties(document), *_edges(document), *_body(document)]) + "\n"


def _properties(document: WordDocument) -> Iterator[str]:
    core = document.core_properties
    for name in ("title", "subject", "language", "author", "last_modified_by", "created"):
        yield f"{name}: {getattr(core, name)}"


def _edges(document: WordDocument) -> Iterator[str]:
    section = document.sections[0]
    for name in ("first_page_header", "header", "first_page_footer", "footer"):
        for paragraph in getattr(section, name).paragraphs:
            yield f"{name}: {_line(paragraph)}"


def _body(document: WordDocument) -> Iterator[str]:
    for element in document.element.body:
        if element.tag == qn("w:p"):
            yield _line(Paragraph(element, document))
        elif element.tag == qn("w:tbl"):
            yield from _table(Table(element, document))


def _table(table: Table) -> Iterator[str]:
    element = table._tbl
    for name in ("w:tblCaption", "w:tblDescription"):
        for named in element.tblPr.findall(qn(name)):
            yield f"{name}: {named.get(qn('w:val'))}"
    yield f"columns: {[column.get(qn('w:w')) for column in element.tblGrid]}"
    for row in element.tr_lst:
        kept = [name for name in ("cantSplit", "tblHeader") if _has(row, name)]
        cells = [
            " ¶ ".join(_line(Paragraph(paragraph, table)) for paragraph in cell.p_lst)
            for cell in row.tc_lst
        ]
        yield f"{kept} " + " ‖ ".join(cells)


def _has(row: _Element, name: str) -> bool:
    return row.find(f"{qn('w:trPr')}/{qn(f'w:{name}')}") is not None


def _line(paragraph: Paragraph) -> str:
    anchored = "# " if paragraph._p.find(qn("w:bookmarkStart")) is not None else ""
    runs = "".join(map(_run, paragraph._p.iter(qn("w:r"))))
    for character, mark in _MARKS.items():
        runs = runs.replace(character, mark)
    return f"{style_name(paragraph)}: {anchored}{runs}"


def _run(run: _Element) -> str:
    field = run.find(qn("w:fldChar"))
    if field is not None:
        return {"begin": "{", "separate": "=", "end": "}"}[str(field.get(qn("w:fldCharType")))]
    instruction = run.find(qn("w:instrText"))
    if instruction is not None:
        return str(instruction.text).strip().split("_Toc", maxsplit=1)[0]
    text = "".join(_text(child) for child in run)
    style = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}")
    return text if style is None else f"[{style.get(qn('w:val'))} {text}]"


def _text(child: _Element) -> str:
    if child.tag == qn("w:drawing"):
        (properties,) = child.iter(qn("wp:docPr"))
        return f"<{properties.get('name')}: {properties.get('descr')}>"
    if child.tag == qn("w:t"):
        return str(child.text or "")
    return {qn("w:tab"): "\t", qn("w:br"): "\n"}.get(str(child.tag), "")

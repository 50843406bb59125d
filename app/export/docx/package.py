"""The package around the body: template, headers, footers, properties – by python-docx."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import cast
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.opc.coreprops import CoreProperties
from docx.opc.oxml import serialize_part_xml
from docx.oxml import parse_xml
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import nsdecls, qn
from docx.section import _BaseHeaderFooter

from app.export.blocks import Page, Paragraph, Properties
from app.export.docx.markup import Markup
from app.paths import resource

TEMPLATE = ("templates", "minutes.docx")
BODY = "word/document.xml"
_PLACEHOLDER = b"<w:p/>"
_SEPARATORS = {"de-DE": (",", ";")}
_OTHER_SEPARATORS = (".", ",")


class Package:
    """One document from our own template, or from one that is built like it.

    In its ``body`` the ``marker`` stands where the content goes.
    """

    body = BODY
    marker = _PLACEHOLDER
    first_number = 1

    def __init__(self, template: Path | None = None) -> None:
        self._template = template or resource(*TEMPLATE)
        self._document: WordDocument = docx.Document(str(self._template))
        self._ids = {
            cast("str", style.find(qn("w:name")).get(qn("w:val"))): cast(
                "str", style.get(qn("w:styleId"))
            )
            for style in self._document.styles.element.findall(qn("w:style"))
        }

    def style_id(self, name: str) -> str:
        """The id behind a style's name in this template."""
        return self._ids[name]

    def furnish(self, properties: Properties, page: Page, markup: Markup) -> None:
        """Headers, footers and what the file says about itself."""
        self.describe(properties)
        self.fill_edges(page, markup)

    def describe(self, properties: Properties) -> None:
        """What the file says about itself, and in which language."""
        describe(self._document.core_properties, properties)
        self._speak(properties.language)

    def fill_edges(self, page: Page, markup: Markup) -> None:
        """Header of the first page, header of the others, footer."""
        section = self._document.sections[0]
        _fill(section.first_page_header, page.first_header, markup)
        _fill(section.header, page.header, markup)
        for footer in (section.first_page_footer, section.footer):
            _fill(footer, page.footer, markup)

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Every part with its content."""
        # What is filled in are parts the template has: none comes, so its own list and links hold.
        changed = {
            part.partname.membername: part.blob for part in self._document.part.package.iter_parts()
        }
        with ZipFile(self._template) as package:
            for name in package.namelist():
                yield name, changed.get(name) or package.read(name)

    def _speak(self, language: str) -> None:
        """The language of the text, of the theme's fonts and of numbers."""
        styles = self._document.styles.element
        styles.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").set(qn("w:val"), language)
        settings = self._document.settings.element
        decimal, separator = _SEPARATORS.get(language, _OTHER_SEPARATORS)
        values = {"themeFontLang": language, "decimalSymbol": decimal, "listSeparator": separator}
        for name, value in values.items():
            settings.find(qn(f"w:{name}")).set(qn("w:val"), value)


def describe(core: CoreProperties, properties: Properties) -> None:
    """Title, subject, language, date; an author only if one is wanted."""
    core.title, core.subject = properties.title[:255], properties.subject[:255]
    core.language = properties.language
    core.created = core.modified = dt.datetime.combine(properties.created, dt.time())
    core.revision = 1
    if properties.author:
        core.author = core.last_modified_by = properties.author[:255]


def core_properties(properties: Properties) -> bytes:
    """``docProps/core.xml`` with these properties and no others."""
    element = CT_CoreProperties.new()
    describe(CoreProperties(element), properties)
    return serialize_part_xml(element)


def _fill(part: _BaseHeaderFooter, paragraph: Paragraph, markup: Markup) -> None:
    xml = markup.paragraph(paragraph).replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)
    old = part.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way to its elements
    old.addprevious(parse_xml(xml))
    old.getparent().remove(old)

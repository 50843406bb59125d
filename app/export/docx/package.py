"""The package around the body: template, headers, footers, properties – by python-docx."""

import datetime as dt
from io import BytesIO
from pathlib import Path
from typing import cast

import docx
from docx.document import Document as WordDocument
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.section import _BaseHeaderFooter

from app.export.blocks import Paragraph, Properties
from app.export.docx.markup import Markup

_SEPARATORS = {"de-DE": (",", ";")}
_OTHER_SEPARATORS = (".", ",")


class Package:
    """One document from a template. The body is cut out where ``_PLACEHOLDER`` stands."""

    def __init__(self, template: Path) -> None:
        self._document: WordDocument = docx.Document(str(template))
        self._ids = {
            cast("str", style.find(qn("w:name")).get(qn("w:val"))): cast(
                "str", style.get(qn("w:styleId"))
            )
            for style in self._document.styles.element.findall(qn("w:style"))
        }

    def style_id(self, name: str) -> str:
        """The id behind a style's name in this template."""
        return self._ids[name]

    def fill_header(self, paragraph: Paragraph, markup: Markup, *, first_page: bool) -> None:
        """Put one paragraph into the header of the first or of the other pages."""
        section = self._document.sections[0]
        _fill(section.first_page_header if first_page else section.header, paragraph, markup)

    def fill_footers(self, paragraph: Paragraph, markup: Markup) -> None:
        """Put one paragraph into the footers of all pages."""
        section = self._document.sections[0]
        for footer in (section.first_page_footer, section.footer):
            _fill(footer, paragraph, markup)

    def describe(self, properties: Properties) -> None:
        """Title, subject, language, date; an author only if one is wanted."""
        core = self._document.core_properties
        core.title, core.subject = properties.title[:255], properties.subject[:255]
        core.language = properties.language
        core.created = core.modified = dt.datetime.combine(properties.created, dt.time())
        core.revision = 1
        if properties.author:
            core.author = core.last_modified_by = properties.author[:255]
        self._speak(properties.language)

    def saved(self) -> BytesIO:
        """The whole package in memory, the placeholder still in its body."""
        memory = BytesIO()
        self._document.save(memory)
        memory.seek(0)
        return memory

    def _speak(self, language: str) -> None:
        """The language of the text, of the theme's fonts and of numbers."""
        styles = self._document.styles.element
        styles.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").set(qn("w:val"), language)
        settings = self._document.settings.element
        decimal, separator = _SEPARATORS.get(language, _OTHER_SEPARATORS)
        values = {"themeFontLang": language, "decimalSymbol": decimal, "listSeparator": separator}
        for name, value in values.items():
            settings.find(qn(f"w:{name}")).set(qn("w:val"), value)


def _fill(part: _BaseHeaderFooter, paragraph: Paragraph, markup: Markup) -> None:
    xml = markup.paragraph(paragraph).replace("<w:p>", f"<w:p {nsdecls('w')}>", 1)
    old = part.paragraphs[0]._p  # noqa: SLF001 - python-docx has no other way to its elements
    old.addprevious(parse_xml(xml))
    old.getparent().remove(old)

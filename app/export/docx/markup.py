"""Blocks as WordprocessingML. The only place where text becomes XML, so it is cleaned here."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from app.domain.text import clean
from app.export.blocks import (
    LOGO_SPACES,
    Logos,
    Paragraph,
    ParagraphRole,
    Picture,
    Run,
    RunRole,
    SideBySide,
    Table,
)
from app.export.docx.pictures import Pictures
from app.export.look import PARAGRAPHS, RUNS, SIDE_GAP, SIDE_LEFT, TABLE_STYLE, TEXT_WIDTH

StyleId = Callable[[str], str]

_OPEN_TEXT = '<w:t xml:space="preserve">'
_NO_TEXT = f"{_OPEN_TEXT}</w:t>"
_CACHED_LENGTH = 4
"""Runs as short as this come again and again: dashes, commas, tabs."""
_CACHED_RUNS = 2_000
"""Enough for the people and the minutes of a day; a document of years must not hold them all."""
_UNIQUE = frozenset({RunRole.PLAIN, RunRole.VERBATIM, RunRole.NUMBER})
_FIELDS = frozenset({RunRole.PAGE_OF, RunRole.PAGE, RunRole.PAGES})
_KEPT_TOGETHER = "<w:trPr><w:cantSplit/></w:trPr>"
_REPEATED = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def escape(text: str) -> str:
    """``text`` for XML: without what XML forbids, with ``&``, ``<`` and ``>`` escaped.

    A text that ``stays_as_it_is`` is what this makes of it.
    """
    # A tab is layout here, not something typed: it survives the cleaning.
    text = "\t".join(clean(piece).text for piece in text.split("\t"))
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def stays_as_it_is(text: str) -> bool:
    """Quickly: most texts need no cleaning and no escaping. Times have a non-breaking space."""
    printable = text.isprintable() or text.replace("\u00a0", " ").isprintable()
    return printable and not ("&" in text or "<" in text or ">" in text)


def twips(centimetres: float) -> int:
    """Centimetres as twentieths of a point."""
    return round(centimetres / 2.54 * 1440)


class Markup:
    """Makes XML with the style ids of one package.

    ``style_id`` finds an id by the name of the style; it is asked once per style, because ids and
    names differ from template to template. ``width`` is that of the text, in centimetres: tables
    fill it, whatever the columns add up to.
    """

    def __init__(
        self, style_id: StyleId, *, width: float = TEXT_WIDTH, first_number: int = 1
    ) -> None:
        self._open_paragraph = {
            role: f'<w:p><w:pPr><w:pStyle w:val="{style_id(look.name)}"/></w:pPr>'
            for role, look in PARAGRAPHS.items()
        }
        self._open_text = dict.fromkeys(RunRole, f"<w:r>{_OPEN_TEXT}")
        for role, look in RUNS.items():
            style = f'<w:rPr><w:rStyle w:val="{style_id(look.name)}"/></w:rPr>'
            self._open_text[role] = f"<w:r>{style}{_OPEN_TEXT}"
        self._table_style = style_id(TABLE_STYLE)
        self._runs: dict[Run, str] = {}
        self.pictures = Pictures(first_number=first_number)
        self._bookmarks = first_number - 1
        self._width = width
        self._page_of: Mapping[str, int] = {}
        self.pages = 1
        """What the field with the number of pages shows until it is updated."""

    def know_pages(self, page_of: Mapping[str, int], pages: int) -> None:
        """The page of each anchor, and how many there are."""
        self._page_of = page_of
        self.pages = pages

    def paragraph(self, block: Paragraph) -> str:
        """One paragraph, with a bookmark around its text if it has an anchor."""
        known = self._runs.get
        role, runs, anchor = block
        text = "".join([known(run) or self._run(run) for run in runs])
        if anchor:
            text = self._bookmarked(anchor, text)
        return f"{self._open_paragraph[role]}{text}</w:p>"

    def table(self, table: Table) -> str:
        """A table: the head row repeats, rows stay together."""
        widths = self._widths(table)
        head = [Run(RunRole.PLAIN, column.title) for column in table.columns]
        opened = self._open_cells(widths, ParagraphRole.TABLE_HEAD)
        rows = [self._row(_REPEATED, opened, head)]
        opened = self._open_cells(widths, ParagraphRole.TABLE_TEXT)
        roles = [column.role for column in table.columns]
        rows += [self._row(_KEPT_TOGETHER, opened, map(Run, roles, row)) for row in table.rows]
        return f"{self._table_start(table, widths)}{''.join(rows)}</w:tbl>"

    def picture(self, picture: Picture, role: ParagraphRole = ParagraphRole.PICTURE) -> str:
        """A paragraph that holds only a picture."""
        return f"{self._open_paragraph[role]}{self.pictures.drawing(picture)}</w:p>"

    def logos(self, block: Logos) -> str:
        """One paragraph with all of them, spaces between."""
        gap = f"<w:r>{_OPEN_TEXT}{LOGO_SPACES}</w:t></w:r>"
        drawings = gap.join(self.pictures.drawing(picture) for picture in block.pictures)
        return f"{self._open_paragraph[ParagraphRole.TABLE_TEXT]}{drawings}</w:p>"

    def side_by_side(self, block: SideBySide) -> str:
        """A table without lines: one row, which may go on over the page.

        In a narrow column of a house template one stands below the other.
        """
        if self._width < 2 * SIDE_LEFT:
            parts = (*block.left, *block.right)
            return "".join(
                self.picture(part, ParagraphRole.TABLE_TEXT)
                if isinstance(part, Picture)
                else self.paragraph(part)
                for part in parts
            )
        widths = [twips(SIDE_LEFT), twips(self._width - SIDE_LEFT)]
        left = [
            self.picture(part, ParagraphRole.TABLE_TEXT)
            if isinstance(part, Picture)
            else self.paragraph(part)
            for part in block.left
        ]
        right = [self.paragraph(part) for part in block.right] or ["<w:p/>"]
        cells = "".join(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{"".join(cell)}</w:tc>'
            for width, cell in zip(widths, (left, right), strict=True)
        )
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        gap = twips(SIDE_GAP)
        return (
            f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
            f'<w:right w:w="{gap}" w:type="dxa"/></w:tblCellMar>'
            '<w:tblLook w:val="0400" w:firstRow="0" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{_attribute(block.description)}"/>'
            f'<w:tblDescription w:val="{_attribute(block.description)}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{cells}</w:tr></w:tbl>"
        )

    def contents(self, title: str, headings: Sequence[Paragraph]) -> str:
        """A complete table of contents: one field with its entries as Word would make them."""
        paragraphs = [self.paragraph(Paragraph(ParagraphRole.CONTENTS_TITLE, (_plain(title),)))]
        last = len(headings) - 1
        for i, heading in enumerate(headings):
            start = _field_start(r'TOC \o "1-2" \h \z \u') if i == 0 else ""
            end = _field_end() if i == last else ""
            paragraphs.append(self._contents_entry(heading, start, end))
        return "".join(paragraphs)

    def _contents_entry(self, heading: Paragraph, start: str, end: str) -> str:
        first_level = heading.role is ParagraphRole.HEADING
        role = ParagraphRole.CONTENTS_1 if first_level else ParagraphRole.CONTENTS_2
        text = "".join(self._run(run) for run in (*heading.runs, _plain("\t")))
        page = self._run(Run(RunRole.PAGE_OF, heading.anchor))
        link = f'<w:hyperlink w:anchor="{_bookmark(heading.anchor)}" w:history="1">'
        return f"{self._open_paragraph[role]}{start}{link}{text}{page}</w:hyperlink>{end}</w:p>"

    def _run(self, run: Run) -> str:
        role, text = run
        if role in _FIELDS:
            return self._field(run)
        if stays_as_it_is(text):
            xml = f"{self._open_text[role]}{text}</w:t></w:r>" if text else ""
        else:
            xml = self._unusual_run(role, text)
        comes_again = role not in _UNIQUE or len(text) < _CACHED_LENGTH
        if comes_again and len(self._runs) < _CACHED_RUNS:
            self._runs[run] = xml
        return xml

    def _unusual_run(self, role: RunRole, text: str) -> str:
        text = escape(text)
        text = text.replace("\n", f"</w:t><w:br/>{_OPEN_TEXT}")
        text = text.replace("\t", f"</w:t><w:tab/>{_OPEN_TEXT}")
        return f"{self._open_text[role]}{text}</w:t></w:r>".replace(_NO_TEXT, "")

    def _field(self, run: Run) -> str:
        if run.role is RunRole.PAGE_OF:
            shown = str(self._page_of.get(run.text, 1))
            return _field(rf"PAGEREF {_bookmark(run.text)} \h", shown)
        if run.role is RunRole.PAGES:
            return _field("NUMPAGES", str(self.pages))
        return _field("PAGE", run.text)

    def _bookmarked(self, anchor: str, text: str) -> str:
        self._bookmarks += 1
        number, name = self._bookmarks, _bookmark(anchor)
        return (
            f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{text}'
            f'<w:bookmarkEnd w:id="{number}"/>'
        )

    def _widths(self, table: Table) -> list[int]:
        factor = self._width / sum(column.width for column in table.columns)
        return [twips(column.width * factor) for column in table.columns]

    def _table_start(self, table: Table, widths: list[int]) -> str:
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self._table_style}"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
            ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{_attribute(table.caption)}"/>'
            f'<w:tblDescription w:val="{_attribute(table.description)}"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        )

    def _open_cells(self, widths: list[int], role: ParagraphRole) -> list[str]:
        return [
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
            f"{self._open_paragraph[role]}"
            for width in widths
        ]

    def _row(self, properties: str, opened: list[str], cells: Iterable[Run]) -> str:
        known = self._runs.get
        filled = [
            f"{start}{known(run) or self._run(run)}</w:p></w:tc>"
            for start, run in zip(opened, cells, strict=True)
        ]
        return f"<w:tr>{properties}{''.join(filled)}</w:tr>"


def _plain(text: str) -> Run:
    return Run(RunRole.PLAIN, text)


def _attribute(text: str) -> str:
    return " ".join(escape(text).split()).replace('"', "&quot;")


def _bookmark(anchor: str) -> str:
    """A name that begins like Word's own, so that Word hides it and updates it."""
    return f"_Toc{anchor}"


def _field(instruction: str, shown: str) -> str:
    result = f"<w:r>{_OPEN_TEXT}{escape(shown)}</w:t></w:r>"
    return f"{_field_start(instruction)}{result}{_field_end()}"


def _field_start(instruction: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


def _field_end() -> str:
    return '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

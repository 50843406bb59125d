"""How the roles look: the one place that holds sizes, distances and colours.

The base template is built from it (``packaging/build_template.py``), pages are counted with it,
and the preview draws with it. Lengths are in centimetres, sizes and distances in points.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.export.blocks import ParagraphRole as P
from app.export.blocks import RunRole as R

FONT = "Calibri"

PAGE_WIDTH = 21.0
PAGE_HEIGHT = 29.7
MARGIN_LEFT = 2.5
MARGIN_RIGHT = 2.0
MARGIN_TOP = 2.5
MARGIN_BOTTOM = 2.2
HEADER_DISTANCE = 1.25
FOOTER_DISTANCE = 1.0
TEXT_WIDTH = PAGE_WIDTH - MARGIN_LEFT - MARGIN_RIGHT

MARGIN_COLUMN = 2.2
"""Holds only what is looked up: question numbers, evidence numbers."""
QUOTE_INDENT = MARGIN_COLUMN + 0.6
HEAD_LABEL = 3.4
CELL_MARGIN = 0.15
SIDE_LEFT = 7.6
"""Room for the pictures that have something beside them."""
SIDE_GAP = 0.4
SHEET_ANSWER = 4.9
"""Where the results begin on the result sheet, behind the answers of the room."""


class Colour(StrEnum):
    """Colours on white paper. Body text has none: it follows dark mode and high contrast."""

    AUTOMATIC = ""
    PETROL = "0B5563"
    INK_2 = "47545C"
    INK_3 = "616D75"
    RULE = "B8B0A4"


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab stop, measured from the left margin."""

    at: float
    right: bool = False
    leader: str = ""
    """``dot`` or ``underscore``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphLook:
    """One paragraph style. ``name`` is the style's name in the file.

    ``left`` is the indent of the text, ``hanging`` how far the first line starts before it.
    """

    name: str
    size: float = 11
    bold: bool = False
    colour: Colour = Colour.AUTOMATIC
    before: float = 0
    after: float = 0
    line: float = 1.15
    left: float = 0
    hanging: float = 0
    right: float = 0
    tabs: tuple[Tab, ...] = ()
    keep_next: bool = False
    keep_lines: bool = False
    bullet: bool = False
    outline: int = 0
    """Level of a heading, from 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunLook:
    """One character style; ``size`` 0 is the paragraph's."""

    name: str
    size: float = 0
    bold: bool = False
    italic: bool = False
    colour: Colour = Colour.AUTOMATIC


_TO_COLUMN = (Tab(MARGIN_COLUMN),)
_CONTENTS_TABS = (Tab(0.9), Tab(TEXT_WIDTH, right=True, leader="dot"))

PARAGRAPHS: dict[P, ParagraphLook] = {
    P.KICKER: ParagraphLook(
        name="Dachzeile", size=12, bold=True, colour=Colour.PETROL,
        before=18, after=2, line=1.0, keep_next=True,
    ),
    P.TITLE: ParagraphLook(
        name="Title", size=24, bold=True, after=4, line=1.0, keep_next=True, keep_lines=True
    ),
    P.SUBTITLE: ParagraphLook(name="Subtitle", size=13, colour=Colour.INK_2, after=16, line=1.0),
    P.HEAD_LINE: ParagraphLook(
        name="Protokollkopf", size=10.5, after=2.5, line=1.1,
        left=HEAD_LABEL, hanging=HEAD_LABEL, tabs=(Tab(HEAD_LABEL),), keep_lines=True,
    ),
    P.CONTENTS_TITLE: ParagraphLook(
        name="TOC Heading", size=12, bold=True, colour=Colour.PETROL,
        before=18, after=4, line=1.05, keep_next=True,
    ),
    P.CONTENTS_1: ParagraphLook(
        name="toc 1", size=10.5, after=2.5, line=1.0,
        left=0.9, hanging=0.9, tabs=_CONTENTS_TABS,
    ),
    P.CONTENTS_2: ParagraphLook(
        name="toc 2", size=10.5, after=2.5, line=1.0,
        left=0.9, tabs=_CONTENTS_TABS[1:],
    ),
    P.HEADING: ParagraphLook(
        name="heading 1", size=14, bold=True, colour=Colour.PETROL, before=22, after=5, line=1.05,
        left=MARGIN_COLUMN, hanging=MARGIN_COLUMN, tabs=_TO_COLUMN,
        keep_next=True, keep_lines=True, outline=1,
    ),
    P.SUBHEADING: ParagraphLook(
        name="heading 2", size=11.5, bold=True, before=12, after=3, line=1.05,
        left=MARGIN_COLUMN, keep_next=True, keep_lines=True, outline=2,
    ),
    P.DETAILS: ParagraphLook(
        name="Angaben", size=9.5, colour=Colour.INK_2, after=6, line=1.0,
        left=MARGIN_COLUMN, keep_next=True,
    ),
    P.SUMMARY: ParagraphLook(name="Zusammenfassung", size=12, after=7, left=MARGIN_COLUMN),
    P.RESULT: ParagraphLook(
        name="Ergebnis", after=4, line=1.12,
        left=MARGIN_COLUMN, hanging=MARGIN_COLUMN, tabs=_TO_COLUMN, keep_lines=True, bullet=True,
    ),
    P.RESULT_FOLLOWED: ParagraphLook(
        name="Ergebnis mit Zusatz", after=1, line=1.12,
        left=MARGIN_COLUMN, hanging=MARGIN_COLUMN, tabs=_TO_COLUMN,
        keep_next=True, keep_lines=True, bullet=True,
    ),
    P.RESULT_ADDITION: ParagraphLook(
        name="Ergebniszusatz", size=10, colour=Colour.INK_2, after=6, line=1.08,
        left=MARGIN_COLUMN,
    ),
    P.RESULT_ADDITION_FOLLOWED: ParagraphLook(
        name="Ergebniszusatz mit weiterem", size=10, colour=Colour.INK_2, line=1.08,
        left=MARGIN_COLUMN, keep_next=True,
    ),
    P.STATEMENT: ParagraphLook(
        name="Beitrag", after=5, line=1.12,
        left=MARGIN_COLUMN, hanging=MARGIN_COLUMN, tabs=_TO_COLUMN,
    ),
    P.STATEMENT_FOLLOWED: ParagraphLook(
        name="Beitrag mit Zusatz", after=1, line=1.12,
        left=MARGIN_COLUMN, hanging=MARGIN_COLUMN, tabs=_TO_COLUMN, keep_next=True,
    ),
    P.STATEMENT_ADDITION: ParagraphLook(
        name="Beitragszusatz", size=10, colour=Colour.INK_2, after=5, line=1.08,
        left=MARGIN_COLUMN,
    ),
    P.QUOTE: ParagraphLook(
        name="Quote", before=6, after=9, line=1.12,
        left=QUOTE_INDENT, hanging=QUOTE_INDENT, right=0.6, tabs=(Tab(QUOTE_INDENT),),
    ),
    P.QUOTE_FOLLOWED: ParagraphLook(
        name="Zitat mit Zusatz", before=6, after=2, line=1.12,
        left=QUOTE_INDENT, hanging=QUOTE_INDENT, right=0.6, tabs=(Tab(QUOTE_INDENT),),
        keep_next=True,
    ),
    P.BULLET: ParagraphLook(name="List Bullet", after=4, left=0.5, hanging=0.5, bullet=True),
    P.NOTE: ParagraphLook(name="Hinweis", size=10, colour=Colour.INK_2, before=6, after=6),
    P.TABLE_HEAD: ParagraphLook(
        name="Tabellenkopf", size=10, bold=True, colour=Colour.PETROL,
        before=2.5, after=2.5, line=1.05, keep_next=True,
    ),
    P.TABLE_TEXT: ParagraphLook(
        name="Tabellentext", size=10, before=2.5, after=2.5, line=1.05
    ),
    P.SIGNATURE: ParagraphLook(
        name="Signature", size=10, before=30, after=2, line=1.0, keep_next=True,
        tabs=(Tab(7.0, leader="underscore"), Tab(9.0), Tab(16.0, leader="underscore")),
    ),
    P.SIGNATURE_NAME: ParagraphLook(
        name="Unterschrift Name", size=10, line=1.0, tabs=(Tab(9.0),)
    ),
    P.PICTURE: ParagraphLook(
        name="Foto", before=6, after=3, line=1.0, left=MARGIN_COLUMN, keep_next=True
    ),
    P.CAPTION: ParagraphLook(
        name="caption", size=10, colour=Colour.INK_2, after=8, line=1.08, left=MARGIN_COLUMN
    ),
    P.SHEET_QUESTION: ParagraphLook(
        name="Blatt Frage", size=11.5, bold=True, colour=Colour.PETROL, before=9, after=2.5,
        line=1.03, left=0.7, hanging=0.7, tabs=(Tab(0.7),),
        keep_next=True, keep_lines=True, outline=1,
    ),
    P.SHEET_RESULT: ParagraphLook(
        name="Blatt Ergebnis", size=10.5, after=2, line=1.03, left=MARGIN_COLUMN,
        hanging=MARGIN_COLUMN, tabs=_TO_COLUMN, keep_lines=True, bullet=True,
    ),
    P.SHEET_ANSWERED: ParagraphLook(
        name="Blatt Ergebnis mit Antwort", size=10.5, after=2, line=1.03, left=SHEET_ANSWER,
        hanging=SHEET_ANSWER, tabs=(*_TO_COLUMN, Tab(SHEET_ANSWER)), keep_lines=True, bullet=True,
    ),
    P.SHEET_LIST: ParagraphLook(
        name="Blatt Liste", size=10.5, after=2, line=1.03, left=0.5, hanging=0.5, bullet=True
    ),
    P.HEADER: ParagraphLook(
        name="header", size=9, colour=Colour.INK_2, line=1.0,
        tabs=(Tab(TEXT_WIDTH, right=True),),
    ),
    P.FOOTER: ParagraphLook(
        name="footer", size=9, colour=Colour.INK_2, line=1.0,
        tabs=(Tab(TEXT_WIDTH, right=True),),
    ),
}  # fmt: skip

RUNS: dict[R, RunLook] = {
    R.LABEL: RunLook(name="Feldname", bold=True, colour=Colour.INK_2),
    R.KIND: RunLook(name="Art des Beitrags", colour=Colour.PETROL),
    R.WHO: RunLook(name="Wer", bold=True),
    R.TIME: RunLook(name="Uhrzeit", size=9, colour=Colour.INK_2),
    R.NUMBER: RunLook(name="Belegnummer", size=9, colour=Colour.INK_3),
    R.VERBATIM: RunLook(name="Wortlaut", italic=True),
    R.ANSWER: RunLook(name="Antwort der Runde", size=10),
    R.ANSWER_DIFFERS: RunLook(name="Antwort abweichend", size=10, bold=True),
}

TABLE_STYLE = "Protokolltabelle"

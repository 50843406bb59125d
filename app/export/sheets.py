"""Papers for the room as sheets: lines in a style and tables of cells, on pages of one format.

Unlike minutes they do not flow: one question a page, four slips a page. What they look like is
said here once; ``packaging/build_sheets.py`` makes the template of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from app.export.look import Colour, ParagraphLook, Tab

MARGIN = 1.5
PORTRAIT = (21.0, 29.7)
TEXT_WIDTH = PORTRAIT[0] - 2 * MARGIN


class SheetRole(StrEnum):
    """What a line is."""

    TITLE = "title"
    DETAILS = "details"
    TABLE_HEAD = "table_head"
    CELL = "cell"
    CELL_STRONG = "cell_strong"
    CELL_NOTE = "cell_note"
    QUESTION = "question"
    """Above a table."""
    NOTE = "note"
    POSTER_NUMBER = "poster_number"
    """Begins a page."""
    POSTER = "poster"
    POSTER_LONG = "poster_long"
    POSTER_VERY_LONG = "poster_very_long"
    SHEET_NUMBER = "sheet_number"
    """Begins a page."""
    SHEET_QUESTION = "sheet_question"
    TO_FILL_IN = "to_fill_in"
    """A tab draws a line to write on."""
    SLIP_TITLE = "slip_title"
    SLIP = "slip"
    SLIP_LINE = "slip_line"
    """Like ``TO_FILL_IN``, on a slip."""
    CARD_NAME = "card_name"
    CARD_ORGANISATION = "card_organisation"
    END = "end"
    """What must stand behind a table that fills its page."""


@dataclass(frozen=True, slots=True)
class SheetLook:
    """A style, and what only sheets need of one."""

    style: ParagraphLook
    new_page: bool = False
    centred: bool = False


def _look(
    name: str, size: float, *, new_page: bool = False, centred: bool = False, **more: object
) -> SheetLook:
    style = ParagraphLook(name=name, size=size, **more)  # type: ignore[arg-type]
    return SheetLook(style, new_page=new_page, centred=centred)


_LINE = (Tab(8.0, leader="underscore"),)
LOOKS = {
    SheetRole.TITLE: _look("Blatt Titel", 20, bold=True, after=4, line=1.0, keep_next=True),
    SheetRole.DETAILS: _look("Blatt Angaben", 11, colour=Colour.INK_2, after=10, line=1.1),
    SheetRole.TABLE_HEAD: _look(
        "Blatt Tabellenkopf", 10, bold=True, colour=Colour.PETROL, before=3, after=3, line=1.0
    ),
    SheetRole.CELL: _look("Blatt Zelle", 11, before=3, after=3, line=1.05),
    SheetRole.CELL_STRONG: _look("Blatt Zelle stark", 11, bold=True, before=3, after=2, line=1.05),
    SheetRole.CELL_NOTE: _look(
        "Blatt Zelle Notiz", 10, colour=Colour.INK_2, before=1, after=2, line=1.05
    ),
    SheetRole.QUESTION: _look(
        "Blatt Frage", 13, bold=True, before=16, after=6, line=1.1, keep_next=True
    ),
    SheetRole.NOTE: _look("Blatt Hinweis", 10, colour=Colour.INK_2, before=8, line=1.1),
    SheetRole.POSTER_NUMBER: _look(
        "Plakat Nummer", 28, colour=Colour.PETROL, before=120, after=18, line=1.0,
        keep_next=True, new_page=True, centred=True,
    ),
    SheetRole.POSTER: _look("Plakat Frage", 60, bold=True, line=1.05, centred=True),
    SheetRole.POSTER_LONG: _look("Plakat lange Frage", 36, bold=True, line=1.1, centred=True),
    SheetRole.POSTER_VERY_LONG: _look(
        "Plakat sehr lange Frage", 26, bold=True, line=1.1, centred=True
    ),
    SheetRole.SHEET_NUMBER: _look(
        "Notizblatt Nummer", 12, bold=True, colour=Colour.PETROL, after=2, line=1.0,
        keep_next=True, new_page=True,
    ),
    SheetRole.SHEET_QUESTION: _look("Notizblatt Frage", 18, bold=True, after=8, line=1.1),
    SheetRole.TO_FILL_IN: _look("Zum Ausfüllen", 11, before=8, after=2, line=1.0, tabs=_LINE),
    SheetRole.SLIP_TITLE: _look(
        "Zettel Titel", 14, bold=True, before=14, after=4, line=1.0, left=0.4, right=0.4
    ),
    SheetRole.SLIP: _look(
        "Zettel", 11, before=5, after=5, line=1.1, left=0.4, right=0.4
    ),
    SheetRole.SLIP_LINE: _look(
        "Zettel Zeile", 11, before=10, after=4, line=1.0, left=0.4, right=0.4,
        tabs=(Tab(8.2, leader="underscore"),),
    ),
    SheetRole.CARD_NAME: _look(
        "Karte Name", 26, bold=True, before=36, after=6, line=1.0, centred=True
    ),
    SheetRole.CARD_ORGANISATION: _look(
        "Karte Organisation", 13, colour=Colour.INK_2, line=1.1, centred=True
    ),
    SheetRole.END: _look("Blatt Ende", 1, line=0.1),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph."""

    role: SheetRole
    text: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One paragraph with a list to choose from; who prints it or types over it may do so, too."""

    role: SheetRole
    text: str
    """What stands there until somebody has chosen."""
    entries: tuple[str, ...]
    name: str
    """For screen readers."""


Cell = Sequence[Line | Choice]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. ``head`` repeats on every page; ``height`` 0 leaves rows to their text."""

    widths: tuple[float, ...]
    rows: Sequence[Sequence[Cell]]
    caption: str
    head: Sequence[Cell] = ()
    height: float = 0.0
    exact: bool = False
    """Rows are exactly so high: what is cut out has one size."""
    framed: bool = False
    """Lines on all sides instead of between rows only."""


Block = Line | Grid


@dataclass(frozen=True, slots=True)
class Sheets:
    """A whole document, all its pages in one format."""

    title: str
    subject: str
    blocks: Sequence[Block]
    landscape: bool = False
    property: tuple[str, str] | None = None
    """Name and value of a property of the file beyond the usual ones."""

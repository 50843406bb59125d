"""The neutral model of a document: what stands where in which role, not how it looks.

The Word writer and the preview read the same blocks, so that the paper on the screen is the paper
in the file. How a role looks is said once, in ``app.export.look``.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple, TypeAlias


class ParagraphRole(StrEnum):
    """What a paragraph is."""

    KICKER = "kicker"
    """The kind of document, above the title."""
    TITLE = "title"
    SUBTITLE = "subtitle"
    HEAD_LINE = "head_line"
    """One line of the framed head: label, tab, value."""
    CONTENTS_TITLE = "contents_title"
    CONTENTS_1 = "contents_1"
    CONTENTS_2 = "contents_2"
    HEADING = "heading"
    """Number, tab, question; or the name of a part."""
    SUBHEADING = "subheading"
    DETAILS = "details"
    """Times and counts below a heading."""
    SUMMARY = "summary"
    RESULT = "result"
    RESULT_FOLLOWED = "result_followed"
    """A result with an addition below it."""
    RESULT_ADDITION = "result_addition"
    RESULT_ADDITION_FOLLOWED = "result_addition_followed"
    """One with another below it: none of them may stand alone on the next page."""
    STATEMENT = "statement"
    STATEMENT_FOLLOWED = "statement_followed"
    STATEMENT_ADDITION = "statement_addition"
    QUOTE = "quote"
    QUOTE_FOLLOWED = "quote_followed"
    BULLET = "bullet"
    NOTE = "note"
    TABLE_HEAD = "table_head"
    TABLE_TEXT = "table_text"
    SIGNATURE = "signature"
    """Lines to sign on."""
    SIGNATURE_NAME = "signature_name"
    PICTURE = "picture"
    """Holds nothing but a picture."""
    CAPTION = "caption"
    SHEET_QUESTION = "sheet_question"
    """On the result sheet: number, tab, short title."""
    SHEET_RESULT = "sheet_result"
    """On the result sheet: evidence number, tab, result."""
    SHEET_ANSWERED = "sheet_answered"
    """On the result sheet: evidence number, tab, answer of the room, tab, result."""
    SHEET_LIST = "sheet_list"
    HEADER = "header"
    FOOTER = "footer"


class RunRole(StrEnum):
    """What a piece of text inside a paragraph is."""

    PLAIN = "plain"
    LABEL = "label"
    KIND = "kind"
    WHO = "who"
    TIME = "time"
    NUMBER = "number"
    VERBATIM = "verbatim"
    ANSWER = "answer"
    """What the room said to a result."""
    ANSWER_DIFFERS = "answer_differs"
    """The same where it did not simply agree."""
    PAGE_OF = "page_of"
    """The text is the anchor of a heading; printed is the number of its page."""
    PAGE = "page"
    """The number of this page; the text is what to show before it is known."""
    PAGES = "pages"
    """How many pages there are; the text is what to show before it is known."""


class Run(NamedTuple):
    """Text in one role. A tab leads to the next stop of the paragraph, LF breaks the line."""

    role: RunRole
    text: str


class Paragraph(NamedTuple):
    """One paragraph. ``anchor``: a name to refer to, for headings."""

    role: ParagraphRole
    runs: tuple[Run, ...]
    anchor: str = ""

    @property
    def text(self) -> str:
        """The text of all runs."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table; the widths are in centimetres."""

    title: str
    width: float
    role: RunRole = RunRole.PLAIN


@dataclass(frozen=True, slots=True)
class Table:
    """A real table with a head row. ``caption`` and ``description`` are for screen readers."""

    columns: tuple[Column, ...]
    rows: Sequence[Sequence[str]]
    caption: str
    description: str


@dataclass(frozen=True, slots=True)
class Contents:
    """Here stands the table of contents, made from the headings that follow."""

    title: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a paragraph of its own; the size is in centimetres."""

    name: str
    """Of its content: what has the same name is stored once."""
    media_type: str
    width: float
    height: float
    alt_text: str
    read: Callable[[], bytes] = field(compare=False, repr=False)
    """Gives the content, which is written as it is."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Pictures with their captions, and beside them what belongs to them."""

    left: tuple[Picture | Paragraph, ...]
    right: tuple[Paragraph, ...]
    description: str


LOGO_SPACES = "\u00a0" * 6
"""What stands between two logos."""
LOGO_GAP = 0.6
"""About how wide that is, in centimetres."""


@dataclass(frozen=True, slots=True)
class Logos:
    """Pictures side by side in one line."""

    pictures: tuple[Picture, ...]


Block: TypeAlias = Paragraph | Table | Contents | Picture | SideBySide | Logos


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on every page: header of the first, header of the others, footer."""

    first_header: Paragraph
    header: Paragraph
    footer: Paragraph


@dataclass(frozen=True, slots=True)
class Properties:
    """What the file says about itself. ``author`` empty: nobody."""

    title: str
    subject: str
    language: str
    """As in ``de-DE``."""
    created: dt.date
    author: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A document to be written. ``blocks`` may be produced while they are read, and only once."""

    properties: Properties
    page: Page
    blocks: Iterator[Block]


def plain(text: str) -> Run:
    """Text without a role of its own."""
    return Run(RunRole.PLAIN, text)


def paragraph(role: ParagraphRole, *runs: Run | str, anchor: str = "") -> Paragraph:
    """A paragraph of runs; a string is plain text."""
    made = (run if isinstance(run, Run) else plain(run) for run in runs)
    return Paragraph(role, tuple(made), anchor)

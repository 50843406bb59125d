"""Where in a template the content goes, and how much room it has there."""

from dataclasses import dataclass

from app.domain.templates import Placeholder, TemplateNote, placeholder
from app.export import look
from app.export.house.names import Element, W, child, drop, every, value
from app.export.house.placeholders import found_in, is_blank, remove_content
from app.export.look import PAGE_HEIGHT, PAGE_WIDTH

_TWIPS = 1440 / 2.54
_LEAST = 3.0
"""Centimetres; what is narrower is a mistake of the file."""


@dataclass(frozen=True, slots=True)
class Room:
    """The text area of a page, in centimetres."""

    width: float = look.TEXT_WIDTH
    height: float = PAGE_HEIGHT - look.MARGIN_TOP - look.MARGIN_BOTTOM


def place(body: Element) -> tuple[Element, set[TemplateNote]]:
    """Put an empty paragraph where the content goes; returns it and what is worth saying.

    A place in a content control is as good as one in the body. One in a table, in a text box or
    elsewhere would tear the document: then the content goes to the end.
    """
    asked = [
        paragraph for paragraph, name in found_in(body) if placeholder(name) is Placeholder.MINUTES
    ]
    good = [each for each in asked if _in_the_open(each, body)]
    notes: set[TemplateNote] = set()
    if len(set(asked)) > 1:
        notes.add(TemplateNote.SEVERAL_PLACES)
    if not good:
        notes.add(TemplateNote.MISPLACED if asked else TemplateNote.AT_THE_END)
    for each in asked:
        remove_content(each)
    return (_instead_of(good[0], body) if good else _at_the_end(body)), notes


def room(body: Element, marker: Element) -> Room:
    """The room of the section the content is in: the first that ends behind it."""
    section = next(
        (each for each in every(body, "sectPr") if _follows(each, marker)), child(body, "sectPr")
    )
    if section is None:
        return Room()
    size, margins = child(section, "pgSz"), child(section, "pgMar")
    width = _number(size, "w", PAGE_WIDTH) - _number(margins, "left", look.MARGIN_LEFT)
    width -= _number(margins, "right", look.MARGIN_RIGHT) + _number(margins, "gutter", 0)
    height = _number(size, "h", PAGE_HEIGHT) - abs(_number(margins, "top", look.MARGIN_TOP))
    height -= abs(_number(margins, "bottom", look.MARGIN_BOTTOM))
    return Room(max(_column(section, width), _LEAST), max(height, _LEAST))


def _in_the_open(paragraph: Element, body: Element) -> bool:
    allowed = {f"{W}sdt", f"{W}sdtContent", f"{W}p"}
    between: list[str] = []
    for each in paragraph.iterancestors():
        if each is body:
            return all(tag in allowed for tag in between)
        between.append(str(each.tag))
    return False


def _instead_of(paragraph: Element, body: Element) -> Element:
    """A marker behind the paragraph, which goes if there is nothing else in it."""
    outer = paragraph
    for each in paragraph.iterancestors():
        if each is body:
            break
        outer = each
    marker = paragraph.makeelement(f"{W}p")
    if paragraph.find(f"{W}pPr/{W}sectPr") is not None and outer is paragraph:
        paragraph.addprevious(marker)  # it ends a section, which the content is in
        return marker
    outer.addnext(marker)
    if all(is_blank(each) for each in every(outer, "p")):
        drop(outer)
    return marker


def _at_the_end(body: Element) -> Element:
    """A marker before the last section; empty lines that would stand above it go."""
    while len(body) and (last := _last(body)) is not None and is_blank(last):
        drop(last)
    marker = body.makeelement(f"{W}p")
    section = body.find(f"{W}sectPr")
    if section is None:
        body.append(marker)
    else:
        section.addprevious(marker)
    return marker


def _last(body: Element) -> Element | None:
    """The last paragraph, if nothing but a section follows it."""
    for each in reversed(body):
        if each.tag != f"{W}sectPr":
            return each if each.tag == f"{W}p" else None
    return None


def _follows(section: Element, marker: Element) -> bool:
    """Whether a section ends behind the marker, which is a child of the body."""
    outer, parent = section, section.getparent()
    while parent is not None and parent is not marker.getparent():
        outer, parent = parent, parent.getparent()
    return parent is not None and parent.index(outer) > parent.index(marker)


def _column(section: Element, width: float) -> float:
    columns = child(section, "cols")
    count = int(value(columns, "num") or 1)
    if count < 2:  # noqa: PLR2004 - one column is the page
        return width
    return (width - (count - 1) * _number(columns, "space", 1.25)) / count


def _number(element: Element | None, name: str, otherwise: float) -> float:
    try:
        return float(value(element, name)) / _TWIPS
    except ValueError:
        return otherwise

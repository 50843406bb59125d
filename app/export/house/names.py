"""Names of the file format, and elements by them."""

from collections.abc import Iterator

from lxml import etree

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = f"{{{PACKAGE}/content-types}}"
RELATIONSHIPS = f"{{{PACKAGE}/relationships}}"
W = f"{{{WORD}}}"
R = f"{{{OFFICE}}}"
DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
DOCUMENT_TYPE = f"{WORD_TYPE}.document.main+xml"
TEMPLATE_TYPE = f"{WORD_TYPE}.template.main+xml"

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its elements


def value(element: Element | None, name: str = "val") -> str:
    """An attribute of WordprocessingML; empty if it is not there."""
    return "" if element is None else element.get(f"{W}{name}", "")


def child(parent: Element, name: str) -> Element | None:
    """The first child of this name."""
    return parent.find(f"{W}{name}")


def every(root: Element, *names: str) -> Iterator[Element]:
    """All elements of these names, in the order of the document."""
    return root.iter(*(f"{W}{name}" for name in names))


def drop(element: Element) -> None:
    """Take an element out, with all that is in it; the text behind it does not matter here."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put the children of an element in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)

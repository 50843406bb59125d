"""Finds ``{{ titel }}`` in a text, also where Word divided it over several runs, and fills it."""

import re
from collections.abc import Callable, Iterator

from app.domain.templates import Placeholder, placeholder
from app.domain.text import clean
from app.export.house.names import XML_SPACE, Element, W, child, drop, every

_BRACES = re.compile(r"\{\{\s*([^{}]{1,60}?)\s*\}\}")
_NAME = r"\s*([^\W_][\w -]{0,58}[^\W_])\s*"
_NEARLY = (
    re.compile(rf"\{{\s*\{{{_NAME}(?:\}}[\s}}]*)?"),  # the beginning is right, but for a space
    re.compile(rf"(?:\{{\s*)?{_NAME}\}}\s*\}}"),  # the end is
)
"""What can only be meant as a placeholder, whatever its name is."""
_OTHERWISE = re.compile(rf"\{{{_NAME}\}}|\[\[{_NAME}\]\]|<<{_NAME}>>|«{_NAME}»")
"""What is meant as one if it has the name of one: the manner of other programs."""


def found_in(root: Element) -> Iterator[tuple[Element, str]]:
    """The paragraph and the name of everything between double braces."""
    for paragraph in every(root, "p"):
        text = "".join(each.text or "" for each in _texts(paragraph))
        for match in _BRACES.finditer(text):
            yield paragraph, match[1]


def nearly_in(root: Element) -> Iterator[tuple[str, str]]:
    """What looks like a placeholder and is none: as it stands there, and the name in it."""
    for paragraph in every(root, "p"):
        left = _BRACES.sub("\n", "".join(each.text or "" for each in _texts(paragraph)))
        for pattern in _NEARLY:
            yield from ((match[0].strip(), match[1]) for match in pattern.finditer(left))
            left = pattern.sub("\n", left)
        for match in _OTHERWISE.finditer(left):
            name = next(filter(None, match.groups()))
            if placeholder(name) is not None:
                yield match[0], name


def fill(root: Element, values: Callable[[Placeholder], str | None]) -> None:
    """Put values in the place of placeholders; one without a value, or unknown, stays."""

    def replacement(name: str) -> str | None:
        known = placeholder(name)
        return None if known is None else values(known)

    for paragraph in every(root, "p"):
        texts = _texts(paragraph)
        if "{{" in "".join(each.text or "" for each in texts) and _replace(texts, replacement):
            _no_longer_a_prompt(paragraph)


def remove_content(paragraph: Element) -> None:
    """Take ``{{ protokoll }}`` out of a paragraph."""
    texts = _texts(paragraph)
    _replace(texts, lambda name: "" if placeholder(name) is Placeholder.MINUTES else None)
    _no_longer_a_prompt(paragraph)


def is_blank(paragraph: Element) -> bool:
    """Whether a paragraph shows nothing: no text, no picture, no field, no section, no break."""
    shown = (
        "drawing", "pict", "fldChar", "fldSimple", "sectPr", "br", "sym", "tab", "object",
        "footnoteReference", "endnoteReference",
    )  # fmt: skip
    if any(True for each in every(paragraph, *shown) if each.getparent() is not None):
        return False
    return not any((each.text or "").strip() for each in every(paragraph, "t"))


def _texts(paragraph: Element) -> list[Element]:
    """The pieces of text of a paragraph, without those of a text box that hangs on it."""
    return [each for each in every(paragraph, "t") if _paragraph_of(each) is paragraph]


def _paragraph_of(element: Element) -> Element | None:
    return next(element.iterancestors(f"{W}p"), None)


def _replace(texts: list[Element], replacement: Callable[[str], str | None]) -> bool:
    """Replace from the end, so that places before it stay what they are."""
    pieces = [each.text or "" for each in texts]
    replaced = False
    for match in reversed(list(_BRACES.finditer("".join(pieces)))):
        new = replacement(match[1])
        if new is not None:
            pieces = _with(pieces, match.start(), match.end(), clean(new).text)
            replaced = True
    for each, text in zip(texts, pieces, strict=True):
        if each.text != text:
            each.text = text
            each.set(XML_SPACE, "preserve")
    return replaced


def _with(pieces: list[str], start: int, end: int, new: str) -> list[str]:
    """The pieces with ``new`` between two places; it goes where the first brace stood."""
    result, position, put = [], 0, False
    for piece in pieces:
        first, last = max(start - position, 0), min(end - position, len(piece))
        position += len(piece)
        if first >= len(piece) or last <= 0:
            result.append(piece)
            continue
        result.append(piece[:first] + ("" if put else new) + piece[last:])
        put = True
    return result


def _no_longer_a_prompt(paragraph: Element) -> None:
    """A filled content control shows content, not the grey words that ask for it."""
    for control in paragraph.iterancestors(f"{W}sdt"):
        _forget_prompt(control)
    for control in every(paragraph, "sdt"):
        _forget_prompt(control)


def _forget_prompt(control: Element) -> None:
    properties = child(control, "sdtPr")
    prompt = None if properties is None else child(properties, "showingPlcHdr")
    if prompt is not None:
        drop(prompt)

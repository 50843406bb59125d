"""The styles of a document in a house template: the template's own where it has them, else ours.

Word keeps the English names of its styles whatever language it speaks, other programs do not; so a
style is looked for by several names. What is missing is brought along: in the size, the colour and
the width of the template.
"""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import TypeAlias

from app.domain.text import fold
from app.export import look
from app.export.blocks import ParagraphRole
from app.export.house.names import Element, W, child, drop, every, value

_OTHER_NAMES = {
    "title": ("titel",),
    "subtitle": ("untertitel",),
    "heading1": ("uberschrift1", "berschrift1"),
    "heading2": ("uberschrift2", "berschrift2"),
    "quote": ("zitat", "quotations"),
    "listbullet": ("aufzahlungszeichen", "aufzahlung", "listenpunkt"),
    "tocheading": ("inhaltsverzeichnisuberschrift", "contentsheading"),
    "toc1": ("verzeichnis1", "contents1", "inhaltsverzeichnis1"),
    "toc2": ("verzeichnis2", "contents2", "inhaltsverzeichnis2"),
    "signature": ("unterschrift",),
    "header": ("kopfzeile",),
    "footer": ("fuszeile", "fusszeile"),
}
"""What other programs and languages call the styles that Word brings along."""
_FOLLOWED_QUOTE = look.PARAGRAPHS[ParagraphRole.QUOTE_FOLLOWED].name
_OWN_LAYOUT = {
    "Quote": "Protokollzitat",
    _FOLLOWED_QUOTE: _FOLLOWED_QUOTE,
    "Signature": "Protokollunterschrift",
}
"""They need our tab stops; a template's letters of these names are kept."""
_LETTERS_OF = {_FOLLOWED_QUOTE: "Quote"}
"""Where they are those of another name."""
_WITH_TABS = ("toc 1", "toc 2")
_HEADINGS = ("heading 1", "heading 2")
_ALSO = tuple(
    f"{look.PARAGRAPHS[role].name} ohne Nummer"
    for role in (ParagraphRole.RESULT, ParagraphRole.STATEMENT)
)
"""What a writer gets on Enter."""
_WORD_SIZE = 20
"""Half points where a file says nothing."""
_OUR_SIZE = 22
_READABLE = 4.5
_BEFORE_NUMBERS = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
)  # fmt: skip
_BEFORE_TABS = (*_BEFORE_NUMBERS, "numPr", "suppressLineNumbers", "pBdr", "shd")
_BEFORE_INDENT = (
    *_BEFORE_TABS, "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap", "overflowPunct",
    "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid", "spacing",
)  # fmt: skip
_HANGING = "567"
"""One centimetre: a number of two digits fits, whatever the letters of the house."""


class Styles:
    """The styles of a template, completed. ``width`` is that of the text, in centimetres."""

    def __init__(self, root: Element, ours: Element, *, width: float, accent: str) -> None:
        self._root = root
        self._ours = {value(child(each, "name")): each for each in every(ours, "style")}
        self._our_names = {value(each, "styleId"): name for name, each in self._ours.items()}
        self._width = width
        self._accent = accent
        self._by_id = {value(each, "styleId"): each for each in every(root, "style")}
        self._taken = {fold(value(child(each, "name"))) for each in self._by_id.values()}
        self._named, self._also = _by_names(list(self._by_id.values()))
        self._ids: dict[str, str] = {}
        self.used: list[str] = []
        self.added: list[str] = []
        self._wanted = dict(self._look_up())

    def style_id(self, name: str) -> str:
        """The id of the style that stands for one of ours."""
        return self._ids[name]

    def numbered_headings(self) -> list[str]:
        """The ids of the template's headings that number themselves."""
        ids = [self._ids[name] for name in _HEADINGS if name in self.used]
        return [each for each in ids if self._numbers_itself(each)]

    def complete(self, numbers: Mapping[str, str]) -> None:
        """Bring what is missing; ``numbers`` are the new numbers of our lists."""
        for name in self.numbered_headings():
            self._stop_numbering(self._by_id[name])
        factor = self._size(self._default("paragraph")) / _OUR_SIZE
        for name, original in self._wanted.items():
            self._root.append(self._copy(name, original, numbers, factor))
        for name in _HEADINGS:
            if name in self.used:
                self._keep_together(self._by_id[self._ids[name]])
        for name in _WITH_TABS:
            if name in self.used:
                self._give_tabs(self._by_id[self._ids[name]], self._ours[name])

    # -- looking up ---------------------------------------------------------------------------

    def _look_up(self) -> Iterator[tuple[str, Element]]:
        """Find an id for each style; gives those that have to be brought."""
        if self._default("paragraph") is None:
            yield from self._bring("Normal")
        for name in (*_names("paragraph"), *_ALSO):
            yield from self._resolve(name, "paragraph")
        for name in _names("character"):
            yield from self._resolve(name, "character")
        yield from self._resolve(look.TABLE_STYLE, "table")

    def _resolve(self, name: str, kind: str) -> Iterator[tuple[str, Element]]:
        found = self._find(name, kind)
        if found is None or (name in _OWN_LAYOUT and not self._in_chain(found, "tabs")):
            yield from self._bring(name)
        else:
            self._ids[name] = value(found, "styleId")
            self.used.append(name)

    def _find(self, name: str, kind: str) -> Element | None:
        """The template's style of this name, or of one that stands for it elsewhere."""
        bare = _bare(name)
        found = self._named.get((kind, bare))
        if found is not None:
            return found
        others = ((kind, other) for other in (bare, *_OTHER_NAMES.get(bare, ())))
        return next((self._also[other] for other in others if other in self._also), None)

    def _bring(self, name: str) -> Iterator[tuple[str, Element]]:
        original = self._ours[name]
        base = re.sub(r"\W", "", value(original, "styleId"))
        number, style_id = 1, base
        while style_id in self._by_id:
            number += 1
            style_id = f"{base}{number}"
        self._by_id[style_id] = original
        self._ids[name] = style_id
        self.added.append(name)
        yield name, original

    def _default(self, kind: str) -> Element | None:
        return next(
            (
                each
                for each in every(self._root, "style")
                if value(each, "type") == kind and value(each, "default") in ("1", "true", "on")
            ),
            None,
        )

    def _chain(self, style: Element | None) -> Iterator[Element]:
        """A style and those it is based on; one that leads back to itself ends."""
        seen: set[str] = set()
        while style is not None and value(style, "styleId") not in seen:
            seen.add(value(style, "styleId"))
            yield style
            style = self._by_id.get(value(child(style, "basedOn")))

    def _in_chain(self, style: Element, name: str) -> bool:
        return any(each.find(f"{W}pPr/{W}{name}") is not None for each in self._chain(style))

    def _size(self, style: Element | None) -> int:
        """The size of the letters of a style, in half points."""
        for each in self._chain(style):
            if size := value(each.find(f"{W}rPr/{W}sz")):
                return int(float(size))
        path = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz"
        return int(float(value(self._root.find(path)) or _WORD_SIZE))

    # -- headings -----------------------------------------------------------------------------

    def _numbers_itself(self, style_id: str) -> bool:
        for each in self._chain(self._by_id[style_id]):
            numbers = each.find(f"{W}pPr/{W}numPr")
            if numbers is not None:
                return value(child(numbers, "numId")) != "0"
        return False

    @staticmethod
    def _stop_numbering(style: Element) -> None:
        properties = _properties(style)
        old = child(properties, "numPr")
        if old is not None:
            drop(old)
        numbers = _put(properties, "numPr", _BEFORE_NUMBERS)
        numbers.append(numbers.makeelement(f"{W}numId", {f"{W}val": "0"}))

    def _keep_together(self, style: Element) -> None:
        """A heading stays with its text; a question of two lines stands behind its number."""
        properties = _properties(style)
        if not self._in_chain(style, "keepNext"):
            _put(properties, "keepNext", ("pStyle",))
        if not (self._in_chain(style, "ind") or self._in_chain(style, "tabs")):
            indent = _put(properties, "ind", _BEFORE_INDENT)
            indent.set(f"{W}left", _HANGING)
            indent.set(f"{W}hanging", _HANGING)

    def _give_tabs(self, style: Element, original: Element) -> None:
        if not self._in_chain(style, "tabs"):
            tabs = _put(_properties(style), "tabs", _BEFORE_TABS)
            tabs.extend(deepcopy(list(every(original, "tab"))))
            self._fit_tabs(tabs)

    # -- bringing -----------------------------------------------------------------------------

    def _copy(
        self, name: str, original: Element, numbers: Mapping[str, str], factor: float
    ) -> Element:
        copy = deepcopy(original)
        copy.set(f"{W}styleId", self._ids[name])
        self._rename(copy, name)
        self._refer(copy, name)
        for each in every(copy, "numId"):
            each.set(f"{W}val", numbers[value(each)])
        self._fit_tabs(copy)
        if name not in _OWN_LAYOUT or self._find_own(name) is None:
            _resize(copy, factor)
        recolour(copy, self._accent)
        return copy

    def _rename(self, copy: Element, name: str) -> None:
        """No two styles of one name: ours steps back, as ``Wer (Protokoll)``."""
        new = _OWN_LAYOUT.get(name, name) if self._find_own(name) is not None else name
        if fold(new) in self._taken:
            new = f"{new} (Protokoll)"
        if new != name:
            copy.set(f"{W}customStyle", "1")
        named = child(copy, "name")
        assert named is not None  # noqa: S101 - every style of ours has one
        named.set(f"{W}val", new)
        self._taken.add(fold(new))

    def _refer(self, copy: Element, name: str) -> None:
        """Based on what the template has; its own letters where only the layout is ours."""
        own = self._find_own(name)
        based = child(copy, "basedOn")
        if own is not None and based is not None:
            based.set(f"{W}val", value(own, "styleId"))
            _own_layout(copy)
        elif based is not None:
            default = self._default(value(copy, "type"))
            if default is not None:
                based.set(f"{W}val", value(default, "styleId"))
            elif value(copy, "type") == "paragraph":
                based.set(f"{W}val", self._ids["Normal"])
            else:
                drop(based)
        following = child(copy, "next")
        if following is not None:
            following.set(f"{W}val", self._ids[self._our_names[value(following)]])

    def _find_own(self, name: str) -> Element | None:
        """The template's style of which only the letters are taken."""
        if name not in _OWN_LAYOUT:
            return None
        return self._find(_LETTERS_OF.get(name, name), "paragraph")

    def _fit_tabs(self, root: Element) -> None:
        factor = min(self._width / look.TEXT_WIDTH, 1.0)
        for tab in every(root, "tab"):
            at = int(value(tab, "pos"))
            right = value(tab, "val") == "right"
            fitting = twips(self._width) if right else round(at * factor)
            tab.set(f"{W}pos", str(fitting))


def recolour(root: Element, accent: str) -> None:
    """Our accent becomes the template's; where that is too pale to read, text has no colour."""
    for each in list(root.iter()):
        theme = value(each, "themeColor")
        if not theme:
            continue
        is_text = each.tag == f"{W}color"
        del each.attrib[f"{W}themeColor"]
        if theme == "accent1" and accent:
            each.set(f"{W}themeColor", theme)
            each.set(f"{W}{'val' if is_text else 'color'}", accent)
            if is_text and contrast(accent) < _READABLE:
                drop(each)


def twips(centimetres: float) -> int:
    """Centimetres as twentieths of a point."""
    return round(centimetres / 2.54 * 1440)


def contrast(colour: str) -> float:
    """How much a colour stands out from white paper."""
    weighed = zip((1, 3, 5), (0.2126, 0.7152, 0.0722), strict=True)
    luminance: float = sum(
        weight * (int(colour[at - 1 : at + 1], 16) / 255) ** 2.2 for at, weight in weighed
    )
    return 1.05 / (luminance + 0.05)


_Index: TypeAlias = dict[tuple[str, str], Element]


def _by_names(styles: list[Element]) -> tuple[_Index, _Index]:
    """Styles by kind and name; and by their other names, which count less."""
    named: _Index = {}
    also: _Index = {}
    for each in styles:
        kind, name = value(each, "type"), value(child(each, "name"))
        named.setdefault((kind, _bare(name)), each)
        aliases = f"{name},{value(child(each, 'aliases'))}".split(",")
        for other in filter(None, (*aliases, value(each, "styleId"))):
            also.setdefault((kind, _bare(other)), each)
    return named, also


def _names(kind: str) -> tuple[str, ...]:
    looks = look.PARAGRAPHS if kind == "paragraph" else look.RUNS
    return tuple(each.name for each in looks.values())


def _bare(name: str) -> str:
    return re.sub(r"[\s_-]", "", fold(name))


def _properties(style: Element) -> Element:
    """The paragraph properties of a style, made where they are missing."""
    found = child(style, "pPr")
    if found is not None:
        return found
    made = style.makeelement(f"{W}pPr")
    behind = [each for each in style if each.tag in _AFTER_PROPERTIES]
    if behind:
        behind[0].addprevious(made)
    else:
        style.append(made)
    return made


_AFTER_PROPERTIES = {f"{W}{name}" for name in ("rPr", "tblPr", "trPr", "tcPr", "tblStylePr")}


def _put(properties: Element, name: str, before: tuple[str, ...]) -> Element:
    """A new element at the place the schema wants."""
    made = properties.makeelement(f"{W}{name}")
    position = sum(each.tag in {f"{W}{known}" for known in before} for each in properties)
    properties.insert(position, made)
    return made


def _own_layout(copy: Element) -> None:
    """Only the layout: the letters are those of the style it is based on."""
    letters = child(copy, "rPr")
    if letters is not None:
        drop(letters)
    properties = _properties(copy)
    indent = child(properties, "ind")
    if indent is None:
        indent = properties.makeelement(f"{W}ind")
        properties.append(indent)
    for side in ("left", "right", "firstLine"):
        if side != "firstLine" or not value(indent, "hanging"):
            indent.set(f"{W}{side}", value(indent, side) or "0")
    indent.addnext(properties.makeelement(f"{W}jc", {f"{W}val": "left"}))


def _resize(copy: Element, factor: float) -> None:
    """Sizes follow the template's; the size of the running text is the template's own."""
    for name in ("sz", "szCs"):
        for each in list(every(copy, name)):
            size = int(value(each))
            if size == _OUR_SIZE:
                drop(each)
            else:
                each.set(f"{W}val", str(max(round(size * factor), 16)))

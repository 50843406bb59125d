"""A document in a house template: its pages, headers, pictures and styles around our content."""

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cache
from zipfile import ZipFile

from lxml import etree

from app.domain.templates import (
    HouseTemplate,
    Placeholder,
    TemplateNote,
    TemplateReport,
    placeholder,
    unknown,
)
from app.export.blocks import Page, Properties
from app.export.docx.markup import Markup
from app.export.docx.package import TEMPLATE, core_properties
from app.export.house import layout, numbering
from app.export.house.cleaning import (
    clean_definitions,
    clean_settings,
    clean_story,
    fetching_fields,
    fields,
    mend,
)
from app.export.house.foreign import ForeignPackage, Link
from app.export.house.names import (
    DOCUMENT_TYPE,
    DRAWING,
    OFFICE,
    PACKAGE,
    RELATIONSHIPS,
    TYPES,
    WORD,
    WORD_TYPE,
    Element,
    R,
    W,
    child,
    drop,
    every,
    value,
)
from app.export.house.placeholders import fill, found_in, nearly_in
from app.export.house.styles import Styles, recolour
from app.paths import resource

_STORIES = frozenset({"document", "header", "footer", "footnotes", "endnotes"})
_KEPT = frozenset(
    {
        "header", "footer", "footnotes", "endnotes", "styles", "settings", "numbering",
        "fontTable", "theme", "image", "hyperlink", "font", "diagramData", "diagramLayout",
        "diagramQuickStyle", "diagramColors", "diagramDrawing", "hdphoto",
    }
)  # fmt: skip
"""Everything else – comments, people, earlier properties, form data – is left behind."""
_MARKER = b"<w:p/>"
_COMPLETED = ("styles", "numbering")
_NEEDED = {"settings": "settings", "fontTable": "fontTable", "theme": "theme/theme1"}
"""Parts that every document has; ours take the place of missing ones."""
_RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_APP_TYPE = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
_TYPES_OF = {"theme": "application/vnd.openxmlformats-officedocument.theme+xml"}
_AT_THE_END = frozenset({TemplateNote.AT_THE_END, TemplateNote.MISPLACED})
_DEFAULTS = f"{W}rPrDefault"
_PREFIXES = {"w": WORD, "r": OFFICE}
_EMPTY_LISTS = f'<w:numbering xmlns:w="{WORD}"/>'
_HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SCRIPT = re.compile(rb"(?i)<script|javascript:|\shref\s*=\s*[\"'](?!#|data:image)")

Values = Mapping[Placeholder, str]


@dataclass(slots=True)
class _Parts:
    """What is kept: elements of texts and styles, links, and the names of all the rest."""

    trees: dict[str, Element] = field(default_factory=dict)
    links: dict[str, list[Link]] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    others: list[str] = field(default_factory=list)


_FAR = 1_000_000


class HousePackage:
    """One document in a house template.

    Raises:
        BadInputError: the template cannot be used; the text says what to do in Word.
    """

    def __init__(self, template: HouseTemplate, values: Values) -> None:
        self._foreign = ForeignPackage(template.data, template.name)
        self._notes: set[TemplateNote] = set()
        self.body = self._foreign.document
        self._parts = self._read()
        self._properties: Properties | None = None
        self.report = self._fill(values)
        root = self._parts.trees[self.body]
        body = child(root, "body")
        if body is None:
            raise self._foreign.refused("template_damaged")
        self._marker, notes = layout.place(body)
        self._note_place(notes)
        self.room = layout.room(body, self._marker)
        self._complete_parts()
        self._styles = self._complete_styles()
        self.report = self._with_styles()

    @property
    def first_number(self) -> int:
        """A number that no bookmark and no drawing of the template has."""
        roots = self._parts.trees.values()
        bookmarks = [value(each, "id") for root in roots for each in every(root, "bookmarkStart")]
        drawings = [each.get("id", "") for root in roots for each in root.iter("{*}docPr")]
        numbers = [int(each) for each in (*bookmarks, *drawings) if each.isdecimal()]
        # Word also gives numbers near the highest there is; ours never come near them.
        return max((number for number in numbers if number < _FAR), default=0) + 1

    def style_id(self, name: str) -> str:
        """The id behind a style's name in this template."""
        return self._styles.style_id(name)

    def furnish(self, properties: Properties, page: Page, markup: Markup) -> None:  # noqa: ARG002
        """Properties of the file. What stands on every page is the template's business."""
        self._properties = properties
        self._speak(properties.language)

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Every part with its content; in the body a marker holds the place."""
        names = [*self._parts.trees, *self._parts.others]
        yield "[Content_Types].xml", self._content_types(names)
        yield "_rels/.rels", self._relationships(_package_links(self.body))
        for name, tree in self._parts.trees.items():
            yield name, self._document() if name == self.body else _written(tree)
        for name in self._parts.others:
            yield name, self._foreign.content(name)
        for name, links in self._parts.links.items():
            if links:
                folder, _, file = name.rpartition("/")
                path = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
                yield path, self._relationships(links)
        if self._properties is not None:
            yield "docProps/core.xml", core_properties(self._properties)
        yield "docProps/app.xml", _ours()["docProps/app.xml"]

    @property
    def marker(self) -> bytes:
        """What the content takes the place of."""
        return _MARKER

    # -- reading ------------------------------------------------------------------------------

    def _read(self) -> _Parts:
        """Everything that can be reached from the document and may come along."""
        parts = _Parts()
        waiting = [(self.body, "document")]
        while waiting:
            name, kind = waiting.pop()
            if name in parts.kinds:
                continue
            if name not in self._foreign.parts:
                raise self._foreign.refused("template_damaged")
            parts.kinds[name] = kind
            self._take(parts, name, kind)
            kept = [link for link in self._foreign.links(name) if link.kind in _KEPT]
            parts.links[name] = kept
            if name in parts.trees:
                _forget_references(parts.trees[name], {link.id for link in kept})
            waiting.extend((link.target, link.kind) for link in kept if not link.external)
        return parts

    def _take(self, parts: _Parts, name: str, kind: str) -> None:
        if kind == "image":
            self._foreign.check_picture(name)
            if name.lower().endswith(".svg") and _SCRIPT.search(self._foreign.content(name)):
                raise self._foreign.refused("template_objects")
        if not name.endswith(".xml"):
            parts.others.append(name)
            return
        tree = self._foreign.tree(name)
        mend(tree)
        if kind in _STORIES:
            if found := fetching_fields(tree):
                raise self._foreign.refused("template_field", field=found[0])
            self._notes |= clean_story(tree)
        elif kind == "settings":
            self._notes |= clean_settings(tree)
        else:
            clean_definitions(tree)
        parts.trees[name] = tree

    # -- filling ------------------------------------------------------------------------------

    def _stories(self) -> Iterator[Element]:
        for name, tree in self._parts.trees.items():
            if self._parts.kinds[name] in _STORIES:
                yield tree

    def _fill(self, values: Values) -> TemplateReport:
        names = [name for tree in self._stories() for _, name in found_in(tree)]
        known = {each for each in map(placeholder, names) if each is not None}
        strange = dict.fromkeys(name for name in names if placeholder(name) is None)
        near = dict(each for tree in self._stories() for each in nearly_in(tree))
        in_body = self._parts.trees[self.body]
        for tree in self._stories():
            elsewhere = tree is not in_body
            asks = [n for _, n in found_in(tree) if placeholder(n) is Placeholder.MINUTES]
            if elsewhere and asks:
                self._notes.add(TemplateNote.MISPLACED)
            fill(tree, {**values, Placeholder.MINUTES: ""}.get if elsewhere else values.get)
        return TemplateReport(
            name=self._foreign.name,
            found=tuple(each for each in Placeholder if each in known),
            unknown=tuple(map(unknown, strange)),
            nearly=tuple(replace(unknown(name), text=text) for text, name in near.items()),
            missing=tuple(each for each in Placeholder if each not in known),
        )

    def _note_place(self, in_body: set[TemplateNote]) -> None:
        """Of a place elsewhere: the content goes to the end, unless there is a good one as well."""
        if TemplateNote.MISPLACED not in self._notes:
            self._notes |= in_body
        elif not in_body & _AT_THE_END:
            self._notes.discard(TemplateNote.MISPLACED)
            self._notes.add(TemplateNote.SEVERAL_PLACES)

    def _with_styles(self) -> TemplateReport:
        commands = {each.command for tree in self._stories() for each in fields(tree)}
        if not commands & {"PAGE", "NUMPAGES", "SECTIONPAGES"}:
            self._notes.add(TemplateNote.NO_PAGE_NUMBER)
        return replace(
            self.report,
            styles_used=tuple(self._styles.used),
            styles_added=tuple(self._styles.added),
            notes=tuple(each for each in TemplateNote if each in self._notes),
        )

    # -- styles -------------------------------------------------------------------------------

    def _complete_parts(self) -> None:
        for kind, name in _NEEDED.items():
            if self._tree_of(kind) is None:
                self._added(kind, etree.fromstring(_ours()[f"word/{name}.xml"]))

    def _complete_styles(self) -> Styles:
        ours = {name: etree.fromstring(_ours()[f"word/{name}.xml"]) for name in _COMPLETED}
        root = self._tree_of("styles")
        if root is None or next(every(root, "style"), None) is None:
            root = self._added("styles", deepcopy(ours["styles"]))
        accent = self._accent()
        styles = Styles(root, ours["styles"], width=self.room.width, accent=accent)
        lists = self._tree_of("numbering")
        headings = styles.numbered_headings()
        if headings:
            self._notes.add(TemplateNote.NUMBERED_HEADINGS)
        numbers: dict[str, str] = {}
        if styles.added or lists is not None:
            if lists is None:
                lists = self._added("numbering", etree.fromstring(_EMPTY_LISTS))
            for each in headings:
                numbering.unlink(lists, each)
            recolour(ours["numbering"], accent)
            numbers = numbering.added(lists, ours["numbering"])
        styles.complete(numbers)
        return styles

    def _tree_of(self, kind: str) -> Element | None:
        name = next((n for n, k in self._parts.kinds.items() if k == kind), "")
        return self._parts.trees.get(name)

    def _added(self, kind: str, tree: Element) -> Element:
        """A part the template does not have, or has without anything in it."""
        links = self._parts.links[self.body]
        found = next((link.target for link in links if link.kind == kind), "")
        if not found:
            found = f"word/{kind}.xml"
            if found in self._foreign.parts:  # there, but nothing leads to it
                found = f"word/{kind}-1.xml"
            number = f"rIdOwn{kind.capitalize()}"
            links.append(Link(number, kind, f"{OFFICE}/{kind}", found, external=False))
            self._parts.links[found] = []
        self._parts.kinds[found] = kind
        self._parts.trees[found] = tree
        return tree

    def _accent(self) -> str:
        """The first accent of the template's theme; empty without one."""
        theme = self._tree_of("theme")
        accent = None if theme is None else theme.find(f".//{DRAWING}accent1")
        for each in () if accent is None else accent:
            colour = each.get("lastClr") or each.get("val") or ""
            if re.fullmatch("[0-9A-Fa-f]{6}", colour):
                return colour.upper()
        return ""

    def _speak(self, language: str) -> None:
        styles = self._tree_of("styles")
        assert styles is not None  # noqa: S101 - completed at the beginning
        for each in every(styles, "lang"):
            if each.getparent() is not None and each.getparent().getparent().tag == _DEFAULTS:  # type: ignore[union-attr]
                each.set(f"{W}val", language)

    # -- writing ------------------------------------------------------------------------------

    def _document(self) -> bytes:
        """The body, with our prefixes known and the marker as the only empty paragraph."""
        root = self._parts.trees[self.body]
        spaces: dict[str | None, str] = {
            **root.nsmap,
            **{p: u for p, u in _PREFIXES.items() if p not in root.nsmap},
        }
        if any(spaces[prefix] != uri for prefix, uri in _PREFIXES.items()):
            raise self._foreign.refused("template_damaged")
        renewed = etree.Element(root.tag, dict(root.attrib), spaces)
        renewed.extend(list(root))
        for each in every(renewed, "p"):
            if each is not self._marker and not len(each) and not each.attrib:
                each.append(each.makeelement(f"{W}pPr"))
        self._parts.trees[self.body] = renewed
        return _written(renewed)

    def _content_types(self, names: list[str]) -> bytes:
        root = etree.Element(f"{TYPES}Types", {}, {None: TYPES[1:-1]})
        defaults = {"rels": _RELS_TYPE, "xml": "application/xml"}
        overrides = {"docProps/core.xml": _CORE_TYPE, "docProps/app.xml": _APP_TYPE}
        for name in names:
            kind, suffix = self._parts.kinds[name], name.rpartition(".")[2].lower()
            known = self._foreign.type_of(name) if name in self._foreign.parts else ""
            if name == self.body:
                overrides[name] = DOCUMENT_TYPE
            elif name.endswith(".xml"):
                overrides[name] = known or _TYPES_OF.get(kind, f"{WORD_TYPE}.{kind}+xml")
            else:
                defaults.setdefault(suffix, known)
                if defaults[suffix] != known:
                    overrides[name] = known
        for suffix, content_type in defaults.items():
            etree.SubElement(
                root, f"{TYPES}Default", {"Extension": suffix, "ContentType": content_type}
            )
        for name, content_type in overrides.items():
            etree.SubElement(
                root, f"{TYPES}Override", {"PartName": f"/{name}", "ContentType": content_type}
            )
        return _written(root)

    @staticmethod
    def _relationships(links: list[Link]) -> bytes:
        root = etree.Element(f"{RELATIONSHIPS}Relationships", {}, {None: RELATIONSHIPS[1:-1]})
        for link in links:
            values = {"Id": link.id, "Type": link.type}
            values["Target"] = link.target if link.external else f"/{link.target}"
            if link.external:
                values["TargetMode"] = "External"
            etree.SubElement(root, f"{RELATIONSHIPS}Relationship", values)
        return _written(root)


def examined(template: HouseTemplate) -> TemplateReport:
    """What is found in a template. Raises ``BadInputError`` if it cannot be used."""
    return HousePackage(template, {}).report


def _forget_references(tree: Element, kept: set[str]) -> None:
    """Take out what refers to a part that is left behind, as the settings of a printer."""
    for element in list(tree.iter()):
        ids = [text for name, text in element.attrib.items() if str(name).startswith(R)]
        if any(text not in kept for text in ids):
            drop(element)


def _package_links(body: str) -> list[Link]:
    core = f"{PACKAGE}/relationships/metadata/core-properties"
    return [
        Link("rId1", "officeDocument", f"{OFFICE}/officeDocument", body, external=False),
        Link("rId2", "core-properties", core, "docProps/core.xml", external=False),
        Link("rId3", "app", f"{OFFICE}/extended-properties", "docProps/app.xml", external=False),
    ]


def _written(tree: Element) -> bytes:
    return _HEAD + etree.tostring(tree, encoding="unicode").encode()


@cache
def _ours() -> dict[str, bytes]:
    """The parts of our own template."""
    with ZipFile(resource(*TEMPLATE)) as package:
        return {name: package.read(name) for name in package.namelist()}

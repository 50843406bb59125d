"""Leaves behind what a template knows about others: authors, comments, revisions, machines.

What Word would do when all changes are accepted is done here; what updates itself from somebody's
computer keeps the words it shows or loses them, but does not look again.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from app.domain.templates import TemplateNote
from app.export.house.names import Element, W, child, drop, every, unwrap, value

_ACCEPTED = ("ins", "moveTo")
_REMOVED = ("del", "moveFrom")
_DROPPED = (
    "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tcPrChange", "trPrChange",
    "tblGridChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
    "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    "customXmlInsRangeStart", "customXmlInsRangeEnd", "customXmlDelRangeStart",
    "customXmlDelRangeEnd", "customXmlMoveFromRangeStart", "customXmlMoveFromRangeEnd",
    "customXmlMoveToRangeStart", "customXmlMoveToRangeEnd", "proofErr", "permStart", "permEnd",
    "commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak", "dataBinding", "placeholder",
)  # fmt: skip
_WRAPPERS = ("smartTag", "customXml")
_MACHINE_SETTINGS = (
    "attachedTemplate", "attachedSchema", "docVars", "documentProtection", "linkStyles",
    "mailMerge", "revisionView", "rsids", "saveThroughXslt", "trackRevisions", "updateFields",
    "writeProtection", "readModeInkLockDown", "smartTagType",
)  # fmt: skip
_IDENTIFIERS = re.compile(r"\}(docId|persistentDocumentId)$")
_FETCHING = frozenset(
    {"DDE", "DDEAUTO", "INCLUDETEXT", "INCLUDEPICTURE", "LINK", "IMPORT", "DATABASE", "RD",
     "EMBED", "CONTROL", "MERGEFIELD"}
)  # fmt: skip
"""Fields that read other files or start other programs. A mail merge has its own file, too."""
_PERSONAL = frozenset(
    {"AUTHOR", "LASTSAVEDBY", "USERNAME", "USERINITIALS", "USERADDRESS", "FILENAME", "TEMPLATE"}
)
_FROM_PROPERTIES = frozenset({"DOCPROPERTY", "INFO", "DOCVARIABLE", "COMMENTS", "KEYWORDS"})


_SIDES = {"start": "left", "end": "right"}


@dataclass(slots=True)
class Field:
    """One field: what it is told to do, and the elements it is made of."""

    instruction: str = ""
    frame: list[Element] = field(default_factory=list)
    shown: list[Element] = field(default_factory=list)
    separated: bool = False

    @property
    def command(self) -> str:
        """The first word of the instruction."""
        return (self.instruction.split() or [""])[0].upper()


def fetching_fields(root: Element) -> list[str]:
    """The commands of fields that would fetch something from elsewhere."""
    return [each.command for each in fields(root) if each.command in _FETCHING]


def clean_story(root: Element) -> set[TemplateNote]:
    """Clean the text of a body, header, footer or note; returns what is worth saying."""
    notes: set[TemplateNote] = set()
    if any(True for _ in every(root, *_ACCEPTED, *_REMOVED)):
        notes.add(TemplateNote.REVISIONS)
        _accept(root)
    if any(True for _ in every(root, "commentReference")):
        notes.add(TemplateNote.COMMENTS)
    clean_definitions(root)
    for name in ("commentReference", "annotationRef"):
        for element in list(every(root, name)):
            drop(element)
    for element in list(every(root, *_WRAPPERS)):
        for properties in list(every(element, "smartTagPr", "customXmlPr")):
            drop(properties)
        unwrap(element)
    for each in list(fields(root)):
        _settle(each)
    return notes


def clean_definitions(root: Element) -> None:
    """Clean styles, lists and the like: who changed them, and when."""
    for element in list(every(root, *_DROPPED)):
        drop(element)
    _forget_sessions(root)


def mend(root: Element) -> None:
    """Say what LibreOffice writes in its own way as Word expects it."""
    for each in every(root, "jc", "lvlJc"):
        side = _SIDES.get(value(each))
        if side:
            each.set(f"{W}val", side)
    for each in every(root, "charset"):
        each.attrib.pop(f"{W}characterSet", None)  # the number beside it says the same
    for each in list(every(root, "sectPr")):
        paragraph = each.getparent()
        if paragraph is not None and paragraph.tag == f"{W}pPr":
            paragraph.append(each)  # the end of a section is said last


def clean_settings(root: Element) -> set[TemplateNote]:
    """Leave out what ties the file to a machine, to other files or to editing rules."""
    protection = child(root, "documentProtection")
    write = child(root, "writeProtection")
    for name in _MACHINE_SETTINGS:
        for element in list(every(root, name)):
            drop(element)
    for element in list(root):
        if isinstance(element.tag, str) and _IDENTIFIERS.search(element.tag):
            drop(element)
    _forget_sessions(root)
    return {TemplateNote.PROTECTED} if protection is not None or write is not None else set()


def fields(root: Element) -> Iterator[Field]:
    """All fields in the order in which they end; one that never ends is left out."""
    open_fields: list[Field] = []
    for element in every(root, "fldChar", "instrText", "t", "fldSimple"):
        kind = str(element.tag)[len(W) :]
        if kind == "fldSimple":
            yield Field(value(element, "instr"), [element], list(every(element, "t")))
        elif kind == "fldChar" and value(element, "fldCharType") == "begin":
            open_fields.append(Field(frame=[element]))
        elif open_fields and _take(open_fields[-1], element, kind):
            yield open_fields.pop()


def _take(current: Field, element: Element, kind: str) -> bool:
    """Add an element to a field; returns whether the field ends with it."""
    if kind == "instrText":
        current.instruction += element.text or ""
        current.frame.append(element)
    elif kind == "t":
        if current.separated:
            current.shown.append(element)
    else:
        current.frame.append(element)
        current.separated = True
        return value(element, "fldCharType") == "end"
    return False


def _settle(each: Field) -> None:
    """Turn a field about a person or about properties that are left out into plain text."""
    if each.command in _PERSONAL:
        for text in each.shown:
            text.text = ""
    elif each.command not in _FROM_PROPERTIES:
        return
    for element in each.frame:
        if element.tag == f"{W}fldSimple":
            unwrap(element)
        else:
            drop(element)


def _accept(root: Element) -> None:
    for element in list(every(root, *_REMOVED)):
        parent = element.getparent()
        if parent is not None and parent.tag == f"{W}trPr":
            row = parent.getparent()
            if row is not None:
                drop(row)
        else:
            drop(element)
    for element in list(every(root, *_ACCEPTED)):
        unwrap(element)  # in properties there is nothing in it, and it goes


def _forget_sessions(root: Element) -> None:
    """Word numbers the sittings in which somebody typed or changed a style."""
    for element in list(every(root, "rsid")):
        drop(element)
    for element in root.iter():
        for name in [name for name in element.attrib if str(name).startswith(f"{W}rsid")]:
            del element.attrib[name]

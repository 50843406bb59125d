"""Minutes as they are read from a Word file: sections with their statements, and the head."""

import re
from dataclasses import dataclass, field, replace
from pathlib import Path

from tests.support.docx_outline import outline

_HEADING = re.compile(r"heading 1: # (?:\d→)?(?P<title>.*)")
_STATEMENT = re.compile(
    r"(?:Beitrag(?: mit Zusatz)?|Quote|Zitat mit Zusatz): \[Belegnummer [^\]]+\]→(?P<rest>.*)"
)
_WHO = re.compile(r"\[Wer (?P<who>[^\]]+)\]")
_TIME = re.compile(r"\[Uhrzeit (?P<time>\d\d:\d\d)·Uhr\]")
_TEXT = re.compile(r"\[Wortlaut „(?P<quote>.*)“\]|– (?:\[ArtDesBeitrags [^\]]+\] )?(?P<text>.*)$")
_FIELD = re.compile(r"Protokollkopf: \[Feldname (?P<name>[^\]]+)\]→(?P<value>.*)")
_ON_SHEET = re.compile(
    r"Blatt (?P<kind>Frage|Ergebnis)[^:]*: (?:.*→)?(?:# )?(?P<text>.*?)(?: \[Feldname .*)?"
)
_HANDS = re.compile(r"Beitrag: →(?P<time>.*) – \[ArtDesBeitrags Stimmungsbild:\] (?P<rest>.*)")
_PASSAGE = re.compile(
    r".*?(?P<begin>\d\d:\d\d)·Uhr bis (?P<end>\d\d:\d\d)·Uhr: Austausch ohne Protokoll\."
)
_ANSWERS = re.compile(r"\[Feldname (?:Im Raum|Rückspiegelung):\] (?P<answer>[^\[]*?)(?= · \[|$)")
_ADDITION, _INFO, _POINT = "Beitragszusatz: ", "Angaben: ", "List Bullet: "
_ROW = "['cantSplit'] "
_CELL = re.compile(r"Tabellentext: ?")


@dataclass(frozen=True)
class Line:
    """One statement on paper."""

    text: str
    by: str
    at: str
    quote: bool
    answers: tuple[str, ...] = ()
    """What the room said to it: for and against, and what came of it when it was read back."""


@dataclass
class Section:
    """What stands below one heading."""

    info: str = ""
    statements: list[Line] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)
    hands: list[tuple[str, str]] = field(default_factory=list)
    """Shows of hands: moment, what was asked and counted."""
    passages: list[tuple[str, str]] = field(default_factory=list)
    """From when to when nothing was taken down."""
    points: list[str] = field(default_factory=list)
    """Of a list."""


class Minutes:
    """A Word file, read."""

    def __init__(self, path: Path) -> None:
        self.text = outline(path)
        self.sections: dict[str, Section] = {}
        self.head: dict[str, str] = {}
        self.results: list[tuple[str, str]] = []
        """On an Ergebnisblatt: title of the item, result."""
        self._section, self._asked = Section(), ""
        readers = (self._outside, self._sheet, self._passage, self._said, self._below)
        for line in self.text.splitlines():
            any(read(line) for read in readers)

    def _outside(self, line: str) -> bool:
        """Headings, and the head of the minutes."""
        heading, found = _HEADING.fullmatch(line), _FIELD.fullmatch(line)
        if heading:
            self._section = self.sections.setdefault(heading["title"], Section())
        elif found:
            self.head[found["name"]] = _spaces(found["value"])
        return bool(heading or found)

    def _sheet(self, line: str) -> bool:
        found = _ON_SHEET.fullmatch(line)
        if found and found["kind"] == "Frage":
            self._asked = found["text"]
        elif found:
            self.results.append((self._asked, found["text"]))
        return bool(found)

    def _passage(self, line: str) -> bool:
        found = _PASSAGE.fullmatch(line)
        if found:
            self._section.passages.append((found["begin"], found["end"]))
        return bool(found)

    def _said(self, line: str) -> bool:
        """Statements, and what the room said to them."""
        statements = self._section.statements
        if found := _STATEMENT.fullmatch(line):
            statements.append(_line(found["rest"], line.startswith(("Quote", "Zitat"))))
        elif line.startswith(_ADDITION):
            answers = tuple(map(_spaces, _ANSWERS.findall(line)))
            statements[-1] = replace(statements[-1], answers=answers)
        return bool(found) or line.startswith(_ADDITION)

    def _below(self, line: str) -> bool:
        """Everything else that stands below a heading."""
        section = self._section
        if found := _HANDS.fullmatch(line):
            section.hands.append((_time(found["time"]), _spaces(found["rest"])))
        elif line.startswith(_INFO):
            section.info = _spaces(line.removeprefix(_INFO))
        elif line.startswith(_POINT):
            section.points.append(_spaces(line.removeprefix(_POINT)))
        elif line.startswith(_ROW):
            cells = line.removeprefix(_ROW).split(" ‖ ")
            section.rows.append(tuple(_spaces(_CELL.sub("", cell, 1)) for cell in cells))
        return True


def _line(rest: str, quote: bool) -> Line:
    who, text = _WHO.search(rest), _TEXT.search(rest)
    assert text is not None, rest
    return Line(text["quote"] or text["text"], who["who"] if who else "", _time(rest), quote)


def _time(text: str) -> str:
    found = _TIME.search(text)
    assert found is not None, text
    return found["time"]


def _spaces(text: str) -> str:
    """In the outline a dot stands for a space that holds words together."""
    return " ".join(text.replace("·", " ").split())

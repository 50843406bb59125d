"""Minutes as they are read from a Word file: sections with their statements, and the head."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.docx_outline import outline

_HEADING = re.compile(r"heading 1: # (?:\d→)?(?P<title>.*)")
_STATEMENT = re.compile(r"(?:Beitrag(?: mit Zusatz)?|Quote): \[Belegnummer [^\]]+\]→(?P<rest>.*)")
_WHO = re.compile(r"\[Wer (?P<who>[^\]]+)\]")
_TIME = re.compile(r"\[Uhrzeit (?P<time>\d\d:\d\d)·Uhr\]")
_TEXT = re.compile(r"\[Wortlaut „(?P<quote>.*)“\]|– (?:\[ArtDesBeitrags [^\]]+\] )?(?P<text>.*)$")
_FIELD = re.compile(r"Protokollkopf: \[Feldname (?P<name>[^\]]+)\]→(?P<value>.*)")
_ON_SHEET = re.compile(
    r"Blatt (?P<kind>Frage|Ergebnis)[^:]*: (?:.*→)?(?:# )?(?P<text>.*?)(?: \[Feldname .*)?"
)
_CELL = re.compile(r"Tabellentext: ?")


@dataclass(frozen=True)
class Line:
    """One statement on paper."""

    text: str
    by: str
    at: str
    quote: bool


@dataclass
class Section:
    """What stands below one heading."""

    info: str = ""
    statements: list[Line] = field(default_factory=list)
    rows: list[tuple[str, ...]] = field(default_factory=list)


class Minutes:
    """A Word file, read."""

    def __init__(self, path: Path) -> None:
        self.text = outline(path)
        self.sections: dict[str, Section] = {}
        self.head: dict[str, str] = {}
        self.results: list[tuple[str, str]] = []
        """On an Ergebnisblatt: title of the item, result."""
        section, asked = Section(), ""
        for line in self.text.splitlines():
            if heading := _HEADING.fullmatch(line):
                section = self.sections.setdefault(heading["title"], Section())
            elif found := _FIELD.fullmatch(line):
                self.head[found["name"]] = _spaces(found["value"])
            elif (found := _ON_SHEET.fullmatch(line)) and found["kind"] == "Frage":
                asked = found["text"]
            elif found:
                self.results.append((asked, found["text"]))
            elif found := _STATEMENT.fullmatch(line):
                section.statements.append(_line(found["rest"], line.startswith("Quote")))
            elif line.startswith("Angaben: "):
                section.info = _spaces(line.removeprefix("Angaben: "))
            elif line.startswith("['cantSplit'] "):
                cells = line.removeprefix("['cantSplit'] ").split(" ‖ ")
                section.rows.append(tuple(_spaces(_CELL.sub("", cell, 1)) for cell in cells))


def _line(rest: str, quote: bool) -> Line:
    who, time, text = _WHO.search(rest), _TIME.search(rest), _TEXT.search(rest)
    assert time is not None, rest
    assert text is not None, rest
    return Line(text["quote"] or text["text"], who["who"] if who else "", time["time"], quote)


def _spaces(text: str) -> str:
    """In the outline a dot stands for a space that holds words together."""
    return " ".join(text.replace("·", " ").split())

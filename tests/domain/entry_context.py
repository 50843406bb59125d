"""Who and what the lines of the tests of the shorthand can mean."""

import datetime as dt

from app.domain.entry import Line
from app.domain.initials import People, Person
from app.domain.shorthand import EntryContext, ParsedLine, parse
from app.domain.vocabulary import StatementKind

CONTEXT = EntryContext(
    people=People(
        [
            Person("kw", "Karin Weiß", "Diakonie Hamm"),
            Person("sb1", "Sabine Becker", "Stadt Hamm"),
            Person("sb2", "Stefan Braun", "AWO"),
            Person("hv", "Dr. Henrik von Voss", "Land"),
            Person("ja", "Jana Arndt", "Verein"),
            Person("zb", "Zoe Bach", "Verein"),
        ]
    ),
    previous=("hv", "sb1"),
    kinds={
        StatementKind.REASON: ("Anlass/Beweggrund", "Anlass", "Beweggrund"),
        StatementKind.GOAL: ("Ziel",),
        StatementKind.ACTIVITY: ("Aktivität",),
        StatementKind.OBSTACLE: ("Hemmnis",),
        StatementKind.QUESTION: ("offene Frage", "Frage"),
        StatementKind.REMARK: ("Anmerkung",),
    },
    offered=(StatementKind.OBSTACLE, StatementKind.GOAL),
    themes=("Wohnen", "Pflege und Alter", "Pflege", "Räume"),
    today=dt.date(2026, 11, 20),
)


def read(text: str) -> ParsedLine:
    return parse(Line(text), CONTEXT)


def chips(text: str) -> list[str]:
    return [text[span.start : span.end] for span in read(text).spans]

"""Session documents in the shapes of real sessions, and archives of any size; invented throughout.

Everything is the same in every run. The shapes are those that break programs: a long meeting with
many speakers on a few questions, a neighbourhood dialogue of long contributions with line breaks
and themes but nobody named, and an archive of many ordinary evenings.
"""

import datetime as dt
import json
import random
from collections.abc import Callable, Iterator
from itertools import accumulate
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from app.domain.document import FORMAT, VERSION
from app.domain.vocabulary import NamingLevel, StatementKind
from tests.support.german import ORGANISATIONS, RARE_WORD, German

Document = dict[str, Any]
Maker = Callable[[], Document]

PLENARY_STATEMENTS, PLENARY_PEOPLE, PLENARY_QUESTIONS = 1_536, 87, 8
NEIGHBOURHOOD_STATEMENTS = 697
EVENING_STATEMENTS, EVENING_PEOPLE = 400, 18
SERIES_SESSIONS = 10
RARE_HITS = 25
"""In how many statements of an archive the rare word stands."""

_PLENARY_PARTS = (0.17, 0.15, 0.12, 0.20, 0.07, 0.10, 0.07, 0.12)
_PLENARY_LENGTHS = (20, 53, 88, 136, 185, 237, 298, 366, 441, 556, 669, 1_300)
_NEIGHBOURHOOD_LENGTHS = (123, 189, 238, 288, 354, 419, 506, 604, 758, 1_016, 1_092)
_EVENING_LENGTHS = (60, 80, 100, 120, 140, 180, 240, 400)
_THEMES = (
    *("Verkehr und Wege", "Plätze", "Grün", "Müll", "Lärm", "Märkte", "Kinder und Spiel"),
    *("Fahrräder", "Parken", "Barrierefreiheit", "Kultur im Freien", "Sicherheit"),
)
_THEME_COUNTS = (3, 3, 3, 2, 2, 0, 0, 4, 4, 5, 6, 7)
_KINDS = tuple(kind.value for kind in StatementKind)


def plenary(statements: int = PLENARY_STATEMENTS) -> Document:
    """A day of many speakers: 87 people of 12 groups under 8 agenda items, one line each."""
    maker = _Maker("plenary")
    document = maker.document("Plenum der Quartiere, 43. Treffen", dt.date(2026, 6, 26))
    document["participants"] = maker.participants(PLENARY_PEOPLE, NamingLevel.NAME)
    document["questions"] = maker.questions(PLENARY_QUESTIONS)
    counts = _shares(statements, _PLENARY_PARTS)
    for question, count in zip(document["questions"], counts, strict=True):
        for position in range(count):
            row = maker.statement(question["id"], position, _PLENARY_LENGTHS)
            row["participant"] = maker.speaker(document["participants"])
            document["statements"].append(row)
    return document


def neighbourhood(statements: int = NEIGHBOURHOOD_STATEMENTS) -> Document:
    """A dialogue on one question: long contributions with line breaks and themes, no people."""
    maker = _Maker("neighbourhood")
    document = maker.document("Platz für alle – Dialog im Quartier", dt.date(2026, 8, 4))
    document["questions"] = maker.questions(1)
    question = document["questions"][0]["id"]
    for position in range(statements):
        row = maker.statement(question, position, _NEIGHBOURHOOD_LENGTHS, separator="\n")
        row["kind"] = StatementKind.RECOMMENDATION.value
        count = maker.random.choice(_THEME_COUNTS)
        row["themes"] = maker.random.sample(_THEMES, count)
        document["statements"].append(row)
    return document


def evening(
    number: int, statements: int = EVENING_STATEMENTS, *, rare: frozenset[int] = frozenset()
) -> Document:
    """One ordinary evening of an archive; ten of them are a series.

    ``rare`` are the positions of statements that also name the rare word.
    """
    maker = _Maker(f"evening {number}")
    date = dt.date(2010, 1, 10) + dt.timedelta(days=2 * number)
    series = number // SERIES_SESSIONS
    document = maker.document(f"Gespräch Nr. {number + 1}", date, f"Reihe {series + 1}")
    document["participants"] = maker.participants(EVENING_PEOPLE, NamingLevel.ORGANISATION)
    document["questions"] = maker.questions(8)
    for at in range(statements):
        question = document["questions"][at * 8 // max(statements, 1)]["id"]
        row = maker.statement(question, at, _EVENING_LENGTHS)
        row["kind"] = _KINDS[at % len(_KINDS)]
        row["themes"] = [_THEMES[at % len(_THEMES)]] if at % 3 == 0 else []
        row["participant"] = maker.speaker(document["participants"])
        if at in rare:
            row["text"] += f" Auch {RARE_WORD} gehört dazu."
        document["statements"].append(row)
    return document


def archive(statements: int) -> Iterator[Document]:
    """Evenings of 400 statements, in all exactly ``statements``, one after the other."""
    every = max(statements // RARE_HITS, 1)
    for number, first in enumerate(range(0, statements, EVENING_STATEMENTS)):
        count = min(EVENING_STATEMENTS, statements - first)
        rare = frozenset(at for at in range(count) if (first + at) % every == every // 2)
        yield evening(number, count, rare=rare)


def write(document: Document, path: Path) -> Path:
    """The document as a file."""
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


class _Maker:
    """Rows of one document; its name decides every id and every word."""

    def __init__(self, name: str) -> None:
        self.random = random.Random(name)
        self._german = German(self.random)
        self._space = uuid5(NAMESPACE_URL, name)
        self._moment = dt.datetime(2026, 6, 26, 7, tzinfo=dt.UTC)

    def document(self, title: str, date: dt.date, series: str = "Reihe der Versuche") -> Document:
        return {
            "format": FORMAT,
            "version": VERSION,
            "licence": "CC0",
            "source": "erfunden",
            "series": {"id": str(uuid5(NAMESPACE_URL, series)), "title": series},
            "session": {
                "id": str(self._space),
                "title": title,
                "date": date.isoformat(),
                "start_time": "09:00",
                "end_time": "12:00",
                "time_zone": "Europe/Berlin",
                "place": "Ebersfurt, Gemeindehaus",
                "host": ORGANISATIONS[0],
                "facilitators": [self._german.name(3)],
                "note_takers": [self._german.name(5)],
            },
            "participants": [],
            "questions": [],
            "statements": [],
        }

    def participants(self, count: int, naming: NamingLevel) -> list[dict[str, Any]]:
        return [
            {
                "id": self._uid(),
                "name": self._german.name(number),
                "organisation": ORGANISATIONS[number % len(ORGANISATIONS)],
                "role": "",
                "attribution": naming.value,
            }
            for number in range(count)
        ]

    def questions(self, count: int) -> list[dict[str, Any]]:
        return [
            {
                "id": self._uid(),
                "position": number,
                "text": f"{number}. {self._german.sentence().rstrip('.')}?",
                "kind": StatementKind.REMARK.value,
                "planned_minutes": 15,
                "prompts": [],
            }
            for number in range(1, count + 1)
        ]

    def statement(
        self, question: str, position: int, lengths: tuple[int, ...], separator: str = " "
    ) -> dict[str, Any]:
        self._moment += dt.timedelta(seconds=7 + self.random.random() * 20)
        low = int(self.random.random() * (len(lengths) - 1))
        length = lengths[low] + self.random.random() * (lengths[low + 1] - lengths[low])
        return {
            "id": self._uid(),
            "question": question,
            "participant": None,
            "position": position,
            "text": self._german.text(int(length), separator),
            "kind": StatementKind.REMARK.value,
            "recorded_at": self._moment.isoformat(timespec="seconds"),
            "themes": [],
        }

    def speaker(self, participants: list[dict[str, Any]]) -> str:
        """One of them; the first speak often, the last hardly ever."""
        return str(participants[int(self.random.random() ** 2 * len(participants))]["id"])

    def _uid(self) -> str:
        return str(UUID(int=self.random.getrandbits(128), version=4))


def _shares(total: int, parts: tuple[float, ...]) -> list[int]:
    """``total`` divided in these proportions."""
    ends = [round(total * end / sum(parts)) for end in accumulate(parts)]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]

"""Names in running text: how many of a labelled list are found, and how much else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from app.domain.names.finder import NameFinder
from app.domain.names.model import Closeness, Named, NamedKind, NameFound

SENTENCES = Path(__file__).parents[1] / "data" / "names" / "sentences.txt"
_LABEL = re.compile(r"\{(\w\w):([^}]*)\}")
PEOPLE = {
    "KW": "Karin Weiß", "AK": "Arno Kellermann", "LA": "Leonie Aschauer", "HV": "Dr. Henrik Voß",
    "PM": "Petra Mendel", "TE": "Thea Ehlers", "RO": "Rolf Oberländer", "SB": "Selin Baran",
    "FY": "Yusufi, Farid", "BH": "Bernd Koch", "JS": "Jutta Sommer",
    "ML": "Pfarrerin Martina Lange", "BB": "Barbara Berg", "ID": "Ines Müller-Lüdenscheid",
    "KH": "Karl-Heinz Prüß", "OB": "Sinéad O'Brien", "VH": "Lukas von der Heide",
    "TH": "Tobias Hübner", "TM": "Thomas Hübner",
}  # fmt: skip
ORGANISATIONS = {
    "KG": "Kirchengemeinde St. Lukas", "WG": "Wohnungsgenossenschaft „Gute Aussicht“ eG",
    "MG": "Mehrgenerationenhaus Alte Mühle", "PF": "Pflegedienst Morgenrot",
    "DW": "Diakonisches Werk Ebersfurt",
}  # fmt: skip
PLACES = {"EB": "Ebersfurt", "SW": "Stuberwiesen"}


def cast() -> Iterator[Named]:
    for kind, names in (
        (NamedKind.PERSON, PEOPLE),
        (NamedKind.ORGANISATION, ORGANISATIONS),
        (NamedKind.PLACE, PLACES),
    ):
        for short, name in names.items():
            yield Named(kind, short, name)


@dataclass(frozen=True)
class Labelled:
    text: str
    names: frozenset[tuple[int, int, str]]


def labelled(line: str) -> Labelled:
    names, text, end = set(), "", 0
    for match in _LABEL.finditer(line):
        text += line[end : match.start()]
        names.add((len(text), len(text) + len(match[2]), match[1]))
        text += match[2]
        end = match.end()
    return Labelled(text + line[end:], frozenset(names))


def sentences() -> list[Labelled]:
    lines = SENTENCES.read_text(encoding="utf-8").splitlines()
    return [labelled(line) for line in lines if not line.startswith("#")]


def is_one_of(found: NameFound, wanted: frozenset[tuple[int, int, str]]) -> bool:
    who = {each.uid for each in found.named}
    return any((found.start, found.end) == (start, end) and uid in who for start, end, uid in wanted)


def measured(finder: NameFinder) -> tuple[float, float, list[str]]:
    """Recall, precision, and what went wrong, in words."""
    hits = wanted = proposed = 0
    wrong = []
    for sentence in sentences():
        found = finder.find(sentence.text)
        right = [each for each in found if is_one_of(each, sentence.names)]
        hits, wanted = hits + len(right), wanted + len(sentence.names)
        proposed += len(found)
        if len(right) < max(len(found), len(sentence.names)):
            words = [sentence.text[each.start : each.end] for each in found]
            wrong.append(f"{sentence.text}  ->  {words}")
    return hits / wanted, hits / max(1, proposed), wrong


def test_most_names_are_found_and_little_else() -> None:
    recall, precision, wrong = measured(NameFinder(cast()))
    print(f"recall {recall:.3f}, precision {precision:.3f}", *wrong, sep="\n")
    assert len(sentences()) >= 150
    assert recall >= 0.95, wrong
    assert precision >= 0.95, wrong

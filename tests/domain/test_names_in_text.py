"""Names in running text: how many of a labelled list are found, and how much else."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.domain.names.finder import NameFinder
from app.domain.names.model import Closeness, Named, NamedKind, NameFound
from app.domain.names.tokens import without_one_letter

DATA = Path(__file__).parents[1] / "data" / "names"
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


OTHERS = {
    "RW": "Renate Wolff", "SG": "Dr. Sabine Groß", "MK": "Mehmet Kaya", "HB": "Hans Bauer",
    "AS": "Anneliese Schmidt-Rottluff", "DV": "Diakon Jan van der Velde", "UJ": "Ulrike Jung",
    "PT": "Paula Tiemann",
}  # fmt: skip
OTHER_ORGANISATIONS = {"FT": "Förderverein Lindenhof", "AW": "AWO Kreisverband Talheim"}


def named(kind: NamedKind, names: Mapping[str, str]) -> list[Named]:
    return [Named(kind, short, name) for short, name in names.items()]


def cast() -> list[Named]:
    return [
        *named(NamedKind.PERSON, PEOPLE),
        *named(NamedKind.ORGANISATION, ORGANISATIONS),
        *named(NamedKind.PLACE, PLACES),
    ]


def other_cast() -> list[Named]:
    return [
        *named(NamedKind.PERSON, OTHERS),
        *named(NamedKind.ORGANISATION, OTHER_ORGANISATIONS),
    ]


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


def sentences(file: str) -> list[Labelled]:
    lines = (DATA / file).read_text(encoding="utf-8").splitlines()
    return [labelled(line) for line in lines if not line.startswith("#")]


def is_one_of(found: NameFound, wanted: frozenset[tuple[int, int, str]]) -> bool:
    who = {each.uid for each in found.named}
    return any(
        (found.start, found.end) == (start, end) and uid in who for start, end, uid in wanted
    )


def measured(find: Callable[[str], list[NameFound]], file: str) -> tuple[float, float, list[str]]:
    """Recall, precision, and what went wrong, in words."""
    hits = wanted = proposed = 0
    wrong = []
    for sentence in sentences(file):
        found = find(sentence.text)
        right = [each for each in found if is_one_of(each, sentence.names)]
        hits, wanted = hits + len(right), wanted + len(sentence.names)
        proposed += len(found)
        if len(right) < max(len(found), len(sentence.names)):
            words = [sentence.text[each.start : each.end] for each in found]
            wrong.append(f"{sentence.text}  ->  {words}")
    return hits / wanted, hits / max(1, proposed), wrong


def test_most_names_are_found_and_little_else() -> None:
    recall, precision, wrong = measured(NameFinder(cast()).find, "sentences.txt")
    assert len(sentences("sentences.txt")) >= 150
    assert recall >= 0.97, (recall, wrong)
    assert precision >= 0.97, (precision, wrong)


def test_so_it_is_with_people_the_rules_were_not_made_for() -> None:
    recall, precision, wrong = measured(NameFinder(other_cast()).find, "held_out.txt")
    assert recall >= 0.9, (recall, wrong)
    assert precision >= 0.9, (precision, wrong)


def test_a_search_for_words_alone_finds_less_and_too_much() -> None:
    """The control: the measure notices a search without the rules."""
    words = {word: each for each in cast() for word in re.findall(r"\w+", each.name)}

    def find(text: str) -> list[NameFound]:
        return [
            NameFound(m.start(), m.end(), (words[m[0]],), Closeness.PART)
            for m in re.finditer(r"\w+", text)
            if m[0] in words
        ]

    recall, precision, _ = measured(find, "sentences.txt")
    assert recall < 0.5
    assert precision < 0.7


def test_a_word_longer_than_any_name_is_compared_as_a_whole() -> None:
    """What is left of it without each of its letters would take gigabytes."""
    assert without_one_letter("Abc") == {"Abc", "bc", "Ac", "Ab"}
    assert without_one_letter("ab" * 50_000) == {"ab" * 50_000}
    text = "Frau Peters: " + "Donaudampfschiff" * 5_000
    found = NameFinder([Named(NamedKind.PERSON, "p", "Anna Peters")]).find(text)
    assert [text[each.start : each.end] for each in found] == ["Frau Peters"]

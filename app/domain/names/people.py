"""The names of people taken apart: first names, particles, surname, and the forms they take."""

import re
from collections import defaultdict
from dataclasses import dataclass

from app.domain.names.model import Named
from app.domain.names.tokens import Token, Tokens, key_of, without_one_letter
from app.domain.names.words import MONTHS, NOUNS, OTHERS, PARTICLES, TITLES
from app.domain.text import fold

_NOUN_KEYS = frozenset(map(key_of, NOUNS))
_OTHER_KEYS = frozenset(map(key_of, OTHERS))
TITLE_KEYS = frozenset(map(key_of, TITLES))
_PARTICLE_KEYS = frozenset(map(key_of, PARTICLES))
_IN_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]")
_WEAK = ("n", "en", "sche", "schen", "scher", "sches", "schem")
SHORTEST = 3
"""Letters a name has at least so that it is looked for alone."""
SHORTEST_SIMILAR = 6
"""Letters a name has at least so that one of them may be wrong."""


def is_noun(key: str) -> bool:
    """Whether a name is a noun of the language too."""
    return key in _NOUN_KEYS or key in MONTHS


def is_ordinary(key: str) -> bool:
    """Whether a name is a word of the language too: "Koch", "Weiß", "Lange"."""
    return is_noun(key) or key in _OTHER_KEYS


@dataclass(frozen=True, slots=True)
class PersonName:
    """One name in its parts, as keys. ``surname`` has several in double names."""

    named: Named
    first: tuple[str, ...]
    surname: tuple[str, ...]
    particles: frozenset[str]

    @property
    def initials(self) -> frozenset[str]:
        """The first letters of the first names."""
        return frozenset(name[:1] for name in self.first)


def person_name(named: Named) -> PersonName | None:
    """The parts of a name, written with titles or without, "Karin Weiß" or "Weiß, Karin"."""
    name = _IN_BRACKETS.sub(" ", named.name)
    last, comma, rest = name.partition(",")
    if comma and (given := [t for t in Tokens().of(rest) if t.key not in TITLE_KEYS]):
        return _assembled(named, given, _untitled(Tokens().of(last)))
    tokens = _untitled(Tokens().of(last))
    at = _surname_start(tokens)
    return _assembled(named, tokens[:at], tokens[at:])


def _untitled(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.key and (t.key not in TITLE_KEYS or t is tokens[-1])]


def _surname_start(tokens: list[Token]) -> int:
    """Where the surname begins: at its particle, or at the word the hyphen joins."""
    for at, token in enumerate(tokens[1:], start=1):
        if token.text.islower() and token.key in _PARTICLE_KEYS:
            return at
    at = max(0, len(tokens) - 1)
    while at > 0 and "-" in tokens[at].gap:
        at -= 1
    return at


def _assembled(named: Named, given: list[Token], family: list[Token]) -> PersonName | None:
    particles = frozenset(t.key for t in family[:-1] if t.text.islower())
    surname = tuple(t.key for t in family if not (t.text.islower() and t.key in particles))
    if not surname:
        return None
    joined = "".join(t.key for t in given if "-" in t.gap or t is given[0]) if given else ""
    first = tuple(dict.fromkeys([t.key for t in given] + ([joined] if joined else [])))
    return PersonName(named, first, surname, particles)


@dataclass(frozen=True, slots=True)
class SurnameForm:
    """A key that is the surname of ``person`` (or its part number ``part``), and its ending."""

    person: PersonName
    part: int
    base: str
    ending: str

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the surname is missing."""
        return self.part < 0 or len(self.person.surname) == 1


class People:
    """All people of a session, to look up by the words of a text."""

    def __init__(self, people: list[PersonName]) -> None:
        self.surnames: dict[str, list[SurnameForm]] = defaultdict(list)
        self.firsts: dict[str, list[tuple[PersonName, str]]] = defaultdict(list)
        self.similar: dict[str, list[SurnameForm]] = defaultdict(list)
        self.all = people
        for person in people:
            self._add(person)

    def _add(self, person: PersonName) -> None:
        for part, base in enumerate(person.surname):
            self._add_forms(person, part, base)
        if len(person.surname) > 1:
            self._add_forms(person, -1, "".join(person.surname))
        for base in person.first:
            if len(base) >= SHORTEST:
                for key, ending in inflected(base, weak=False):
                    self.firsts[key].append((person, ending))

    def _add_forms(self, person: PersonName, part: int, base: str) -> None:
        known = dict(inflected(base))
        if (plain := _without_umlauts(base)) != base and len(plain) >= SHORTEST_SIMILAR:
            known |= {key: ending for key, ending in inflected(plain) if key not in known}
        for key, ending in known.items():
            self.surnames[key].append(SurnameForm(person, part, base, ending))
        if len(base) >= SHORTEST_SIMILAR and not is_ordinary(base):
            form = SurnameForm(person, part, base, "")
            genitive = SurnameForm(person, part, f"{base}s", "s")
            for similar in (form, genitive):
                for key in without_one_letter(similar.base):
                    self.similar[key].append(similar)


def inflected(base: str, *, weak: bool = True) -> list[tuple[str, str]]:
    """The forms of a name with their endings; ``weak`` ones too: "Weißen", "Weißsche"."""
    forms = [(base, ""), (f"{base}s", "s")]
    if base[-1:] in "sxz":
        forms.append((f"{base}ens", "s"))
    if weak and len(base) > SHORTEST:
        forms.extend((f"{base}{ending}", ending) for ending in _WEAK)
    return forms


def _without_umlauts(key: str) -> str:
    return fold(key.replace("ae", "a").replace("oe", "o").replace("ue", "u"))

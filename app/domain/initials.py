"""People by initials or name: what a note-taker types for a person while the room is talking.

``initials`` shortens a name, ``People`` finds persons: exactly (``match``, for ``kw:``) and as
proposals (``complete``, for ``@k``). Titles and particles do not count: Dr. Henrik von Voss is HV.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain.text import fold

_TITLES = frozenset(
    fold(title)
    for title in (
        *("Frau", "Herr", "Dr", "Prof", "Professor", "Professorin", "PD", "Dipl", "Ing", "Mag"),
        *("Dr.-Ing", "Dipl.-Ing", "Dipl.-Päd", "Dipl.-Psych", "Dipl.-Soz", "h.c", "med", "phil"),
        *("theol", "jur", "rer", "nat", "habil", "a.D", "Pfr", "Pfrn", "Pfr.in", "Pfarrer"),
        *("Pfarrerin", "Pastor", "Pastorin", "P", "Pater", "Schwester", "Diakon", "Diakonin"),
        *("Vikar", "Vikarin", "Propst", "Pröpstin", "Dekan", "Dekanin", "Superintendent"),
        *("Superintendentin", "Bischof", "Bischöfin", "Landesbischof", "Landesbischöfin"),
        *("Kirchenrat", "Kirchenrätin", "Oberkirchenrat", "Oberkirchenrätin", "OKR", "OKRin"),
        *("Präses", "Präsident", "Präsidentin", "Vizepräsident", "Vizepräsidentin", "Minister"),
        *("Ministerin", "Staatssekretär", "Staatssekretärin", "Senator", "Senatorin", "Landrat"),
        *("Landrätin", "Bürgermeister", "Bürgermeisterin", "Oberbürgermeister"),
        *("Oberbürgermeisterin", "Stadtrat", "Stadträtin", "Dezernent", "Dezernentin"),
    )
)
PARTICLES = {
    *("von", "van", "vom", "zu", "zum", "zur", "de", "der", "den", "ten", "ter", "af", "da", "di"),
    *("del", "della", "do", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "und", "y"),
}
_AFTER_A_NAME = re.compile(
    r"(?:,?\s+(?:MdB|MdL|MdEP|M\.\s?A\.|B\.\s?A\.|LL\.\s?M\.|a\.\s?D\.|i\.\s?R\.|jun\.|sen\.|jr\.))+$"
    r"|\s*\([^)]*\)$"
)
_PART = re.compile(r"[^\W_]+")
_LONGEST_INITIALS = 4


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be named in the entry line; ``uid`` is the participant's."""

    uid: str
    name: str
    organisation: str = ""


def plain_name(name: str) -> str:
    """``name`` without titles: "Präsidentin Dr. Karin Weiß MdB" → "Karin Weiß".

    "Weiß, Karin" is turned round. A name that is nothing but a title stays as it is.
    """
    name = _AFTER_A_NAME.sub("", name.strip())
    last, comma, first = name.partition(",")
    return titled(f"{first} {last}" if comma and first.strip() else name)[1]


def titled(name: str) -> tuple[str, str]:
    """The titles in front of a name, and the rest: "Prof. Dr. Weiß" → "Prof. Dr.", "Weiß"."""
    words = name.split()
    start = 0
    while start < len(words) - 1 and fold(words[start]).rstrip(".,") in _TITLES:
        start += 1
    return " ".join(words[:start]), " ".join(words[start:])


@lru_cache(maxsize=1024)
def initials(name: str) -> str:
    """Two capitals for a name: "Karin Weiß" → KW, "Anna-Lena Müller-Ott" → AM, "Karin" → K."""
    words = _bearing_words(name)
    parts = words if len(words) > 1 else _PART.findall(words[0]) if words else []
    letters = [parts[0][0], parts[-1][0]] if len(parts) > 1 else [part[0] for part in parts]
    return "".join(letter.upper()[0] for letter in letters)


def unique_initials(names: Sequence[str]) -> tuple[str, ...]:
    """Initials that tell the ``names`` apart: letters are added (SBe, SBr), at last a number."""
    shown = [initials(name) for name in names]
    for length in range(2, _LONGEST_INITIALS + 1):
        count = Counter(shown)
        shown = [
            _longer(name, length) if count[short] > 1 else short
            for name, short in zip(names, shown, strict=True)
        ]
    return tuple(_numbered(shown))


@dataclass(frozen=True, slots=True)
class _Known:
    """A person with all that is compared, folded once."""

    person: Person
    at: int
    full: frozenset[str]
    short: frozenset[str]
    initials: frozenset[str]
    words: tuple[str, ...]
    organisation: tuple[str, ...]


class People:
    """The persons of a session, prepared for being found at every keystroke."""

    __slots__ = ("_exact", "_known", "_persons")

    def __init__(self, persons: Iterable[Person] = ()) -> None:
        self._known = [_known(person, at) for at, person in enumerate(persons)]
        self._persons = {known.person.uid: known.person for known in self._known}
        self._exact = [
            _index((known, known.full) for known in self._known),
            _index((known, known.short) for known in self._known),
            _index((known, known.initials) for known in self._known),
        ]

    def get(self, uid: str) -> Person | None:
        """The person with this uid."""
        return self._persons.get(uid)

    def match(self, typed: str) -> tuple[Person, ...]:
        """Everybody called exactly ``typed``: whole name, then initials, first or last name.

        None: nobody; several: it is unclear who is meant. Case, accents and titles do not count.
        """
        keys = _keys(typed)
        for index in self._exact:
            for key in keys:
                if key in index:
                    return index[key]
        return ()

    def clear(self, typed: str) -> Person | None:
        """Whose initials ``typed`` are, unless they may mean or begin somebody else's name.

        Organisations do not count: with twenty of them hardly two letters would be clear.
        """
        query = fold(typed)
        ranks = ((known, _rank(known, query)) for known in self._known)
        named = [known.person for known, rank in ranks if rank is not None and _is_name(rank)]
        return named[0] if len(named) == 1 and self.match(typed) == tuple(named) else None

    def complete(
        self, typed: str, *, previous: Sequence[str] = (), limit: int = 5
    ) -> tuple[Person, ...]:
        """Proposals for what has been typed so far, best first.

        The latest of the ``previous`` speakers leads if the name fits; then initials, names and
        single words that begin so, and organisations. White space at the end asks for more words.
        """
        query = " ".join(fold(plain_name(typed)).split()) + (" " if typed[-1:].isspace() else "")
        recency = {uid: at for at, uid in enumerate(previous)}
        found = []
        for known in self._known:
            rank = _rank(known, query)
            if rank is not None:
                recent = recency.get(known.person.uid, len(recency))
                leads = bool(recency) and recent == 0 and _is_name(rank)
                found.append((not leads, rank, recent, known.at))
        return tuple(self._known[at].person for *_, at in sorted(found)[:limit])


_BY_ORGANISATION = 3


def _is_name(rank: int) -> bool:
    return rank < _BY_ORGANISATION


def _rank(known: _Known, query: str) -> int | None:
    fits = (
        query in known.initials,
        any(name.startswith(query) for name in known.full),
        any(word.startswith(query) for word in known.words),
        any(word.startswith(query) for word in known.organisation),
    )
    return fits.index(True) if True in fits else None


def _known(person: Person, at: int) -> _Known:
    plain = plain_name(person.name)
    words = _bearing_words(person.name)
    last_with_particle = " ".join(plain.split()[1:])
    two_letters = initials(person.name)
    organisation = fold(person.organisation)
    return _Known(
        person=person,
        at=at,
        full=_folded((person.name, plain)),
        short=_no_single(_folded((two_letters, *words[:1], *words[-1:], last_with_particle))),
        initials=_no_single(_folded((two_letters, *_longer_initials(plain, words)))),
        words=tuple(dict.fromkeys(map(fold, _PART.findall(plain)))),
        organisation=(organisation, *_PART.findall(organisation)),
    )


def _longer_initials(plain: str, words: Sequence[str]) -> Iterable[str]:
    """AMW for Anna Maria Weiß, ALM for Anna-Lena Müller, HVV for Henrik von Voss."""
    for spelling in (words, _PART.findall(" ".join(words)), _PART.findall(plain)):
        yield "".join(word[0] for word in spelling)


def _no_single(keys: Iterable[str]) -> frozenset[str]:
    """Without single letters: "A: ja, B: nein" names nobody."""
    return frozenset(key for key in keys if len(key) > 1)


def _folded(names: Iterable[str]) -> frozenset[str]:
    return frozenset(" ".join(fold(name).split()) for name in names) - {""}


def _index(keys: Iterable[tuple[_Known, frozenset[str]]]) -> dict[str, tuple[Person, ...]]:
    index: dict[str, tuple[Person, ...]] = {}
    for known, names in keys:
        for name in names:
            index[name] = (*index.get(name, ()), known.person)
    return index


def _keys(typed: str) -> tuple[str, ...]:
    """What to look up for ``typed``: as it is, and without titles ("Frau Weiß")."""
    return tuple(dict.fromkeys(" ".join(fold(name).split()) for name in (typed, plain_name(typed))))


def _bearing_words(name: str) -> list[str]:
    """The words of a name that give it its initials, without signs around them."""
    words = [word for word in plain_name(name).split() if _PART.search(word)]
    bearing = [word for word in words if fold(word) not in PARTICLES] or words
    return [word[match.start() :] for word in bearing if (match := _PART.search(word))]


def _longer(name: str, length: int) -> str:
    """Initials with more letters of the last word: SBe for Sabine Becker."""
    words = _bearing_words(name)
    first = initials(name)[:1] if len(words) > 1 else ""
    return first + words[-1][:1].upper() + words[-1][1:length] if words else ""


def _numbered(names: Iterable[str]) -> Iterable[str]:
    used: set[str] = set()
    count = Counter[str]()
    for name in names:
        unique = name
        while unique in used:
            count[name] += 1
            unique = f"{name}{count[name] + 1}"
        used.add(unique)
        yield unique

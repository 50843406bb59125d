"""Somebody on one line: "Helene Beck, Kirchengemeinde" and how else people write it."""

import re

from app.domain.initials import PARTICLES
from app.domain.text import fold

_TITLES = ("dr.", "prof.", "med.", "pastor", "pastorin", "frau", "herr")
_NO_GIVEN_NAME = re.compile(
    r".*(amt|anwohner|anwohnerin|bund|burger|burgerin|buro|diakonie|diakon|diakonin|dienst|gemeinde"
    r"|genossenschaft|gruppe|haus|heim|hilfe|initiative|kasse|kirche|klinik|kreis|leitung"
    r"|management|mission|nachbar|nachbarin|netz|partei|pfarrer|pfarrerin|polizei|projekt|schule"
    r"|siedlung|stadt|stiftung|treff|verband|verein|verwaltung|vorstand|werk|zentrum)"
    r"|caritas|kita|kommune|land|politik|presse|rat|beirat|stadtrat|verdi"
)
"""Folded words that look like a given name and say where somebody comes from."""
_GIVEN_NAMES = 2
_SHORTEST_NAME, _MOST_WORDS, _LONGEST = 2, 4, 80
_WORD_OF_NAME = re.compile(r"[^\W\d_][\w.'’-]*")
_SENTENCE = re.compile(r"[!?:;]|\.\s+[a-zäöüß]")


def split_person(text: str) -> tuple[str, str]:
    """Name and organisation from "Name, Organisation"; the organisation may be missing.

    With a second comma the name may stand as in the list, "Beck, Helene, Kirchengemeinde": if a
    surname is followed by what looks like given names. One comma always ends the name.
    """
    name, *rest = (" ".join(part.split()) for part in text.split(","))
    if len(rest) > 1 and is_surname(name) and are_given_names(rest[0]):
        name, rest = f"{rest[0]} {name}", rest[1:]
    return name, ", ".join(filter(None, rest))


def is_surname(text: str) -> bool:
    """One word, with a hyphen or small words before it ("von der Heide") at most."""
    *before, last = text.split() or [""]
    return _is_name(last) and all(word.isalpha() and word.islower() for word in before)


def are_given_names(text: str) -> bool:
    """One or two names, a title before them."""
    names = text.split()
    while names and fold(names[0]) in _TITLES:
        names.pop(0)
    return 1 <= len(names) <= _GIVEN_NAMES and all(
        _is_name(name) and not _NO_GIVEN_NAME.fullmatch(fold(name)) for name in names
    )


def _is_name(word: str) -> bool:
    """Each part begins with a capital and goes on in small letters: no AWO, no gGmbH, no 2026."""
    parts = word.split("-")
    return all(len(part) > 1 and part.isalpha() and part.istitle() for part in parts)


def could_be_somebody(text: str) -> bool:
    """Whether "Name, Organisation" is worth proposing as a new person.

    All words of the name begin with a capital ("von" and the like aside), so that a sentence that
    goes on behind a name is none.
    """
    name, _, organisation = text.partition(",")
    words = name.split()
    return (
        len(name.strip()) >= _SHORTEST_NAME
        and 1 <= len(words) <= _MOST_WORDS
        and len(text) <= _LONGEST
        and all(_WORD_OF_NAME.fullmatch(word) for word in words)
        and all(word[0].isupper() or fold(word) in PARTICLES for word in words)
        and words[-1][0].isupper()
        and not _SENTENCE.search(organisation)
    )

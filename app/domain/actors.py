"""Reading a line under questions like "Welche Kooperationen …?" as organisations and groups.

Commas separate actors; ``A + B: wofür`` is a cooperation of two or more with its purpose. The
reading is a proposal that is confirmed or corrected afterwards, so it is careful: all or nothing,
and a line that may as well be a sentence is not read. "und" separates only where both sides are
organisations or groups of their own ("Kita und Grundschule", not "Amt für Jugend und Familie").
Names of known organisations are never cut and come back in their own spelling.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from app.domain import actor_words as words
from app.domain.statements import Actor
from app.domain.text import fold
from app.domain.vocabulary import Participation, Reading

MAX_LIST = 500
"""A longer line is a text."""

_MAX_ACTORS = 30
_MAX_WORDS = 8
_MAX_PURPOSE = 2000

_PLUS = re.compile(r"\s\+\s")
_COMMA = re.compile(r",(?!\d)|[;\n]")
_AND = re.compile(r"\s(?:und|sowie|&)\s")
_COLON = re.compile(r":\s+(?=\S)")
_ENCLOSED = re.compile(r"„[^“”\"]*[“”\"]|\"[^\"]*\"|»[^«]*«|\([^)]*\)")
_QUOTED = re.compile(r"[„\"»]([^„“”\"»«]+)[“”\"«]")
_AND_SO_ON = re.compile(
    r"(?:,?\s*(?:usw\.|etc\.|u\.\s?a\.|u\.\s?v\.\s?m\.|…|\.\.\.|und andere|und viele mehr))+\s*$"
)
_FILLER = re.compile(r"^(?:(?:noch|auch|vor allem|v\.\s?a\.|besonders|z\.\s?B\.|die|der|das)\s+)+")
_FULL_STOP = re.compile(r"(?<=[a-zäöüß]{3})\.$")
_LEGAL_FORM = re.compile(r"\b(?:e\.\s?V\.|eG|g?GmbH|AG|UG|KG|mbH)$")
_FIRM = re.compile(r"&\s(?:Partner|Co\b|Söhne|Sohn|Kollegen)")
_NO_NAME = re.compile(r"[?!…|=<>\n]|\s/\s")
_HYPHENED_OFF = re.compile(r"\w-(?:\s|$)")


@dataclass(frozen=True, slots=True)
class ReadLine:
    """What a line names; empty if it is a sentence."""

    actors: tuple[Actor, ...] = ()
    purpose: str = ""


def read_line(text: str, reading: Reading, known: Iterable[str] = ()) -> ReadLine:
    """The actors that a line names under an item with this ``reading``.

    ``known`` are names of organisations of the workspace.
    """
    if reading is Reading.NONE or len(text) > MAX_LIST + _MAX_PURPOSE:
        return ReadLine()
    names = {key: name for name in known for key in (_key(name), _key(_tidied(name))) if key}
    stated, purpose = _cut(text.strip())
    if len(stated) > MAX_LIST or len(purpose) > _MAX_PURPOSE:
        return ReadLine()
    if _PLUS.search(stated):
        found = _partners(stated, names)
    elif purpose and reading is not Reading.COOPERATION:
        found = ()
    else:
        found = _listed(_FULL_STOP.sub("", _AND_SO_ON.sub("", stated)), names)
    if not found or len(found) > _MAX_ACTORS or (purpose and len(found) == 1):
        return ReadLine()
    participation = (
        Participation.MISSING if reading is Reading.MISSING else Participation.TAKES_PART
    )
    actors = tuple(Actor(name=name, participation=participation) for name in found)
    return ReadLine(actors, purpose)


def _cut(text: str) -> tuple[str, str]:
    """What stands before the first colon, and the purpose behind it."""
    colon = _outside(_COLON, text)
    if not colon:
        return text, ""
    return text[: colon[0].start()], text[colon[0].end() :]


def _partners(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The two or more sides of a ``+``. The sign is clear, so no familiar word is asked for."""
    sides = [_tidied(side) for side in _split(text, _PLUS, known)]
    if len(sides) == 1 or not all(_is_known(s, known) or _is_phrase(s, lower=True) for s in sides):
        return ()
    return _unique(sides, known)


def _listed(text: str, known: Mapping[str, str]) -> tuple[str, ...]:
    """The actors between commas, if at least one is familiar and none is anything else."""
    pieces = [_tidied(piece) for piece in _split(text, _COMMA, known)]
    if not all(pieces) or any(_FIRM.search(p) for p in pieces[1:] if not _is_known(p, known)):
        return ()
    single = len(pieces) > 1 and all(" " not in piece for piece in pieces[:-1])
    parts: list[str] = []
    for at, piece in enumerate(pieces):
        parts += _parted(piece, known, simple=single and at == len(pieces) - 1)
    familiar = [_is_known(part, known) or _is_familiar(part) for part in parts]
    if not any(familiar) or not all(_is_known(p, known) or _is_phrase(p) for p in parts):
        return ()
    return _unique(parts, known)


def _parted(piece: str, known: Mapping[str, str], *, simple: bool) -> Sequence[str]:
    """The sides of an "und" where it joins two actors, nothing where that is doubtful."""
    sides = [_tidied(side) for side in _split(piece, _AND, known)]
    if len(sides) == 1 or _is_one_name(piece, sides):
        return [piece]
    if _joins_places(sides[0]):
        return [""] if _is_familiar(sides[-1]) else [piece]
    if all(_is_known(side, known) or _is_familiar(side) for side in sides):
        return sides
    if simple and all(" " not in side for side in sides):
        return sides
    return [""]


def _is_one_name(piece: str, sides: Sequence[str]) -> bool:
    """Whether it is like "Amt für Jugend und Familie" or "Bürgerinnen und Bürger"."""
    before = {words.small(word) for word in sides[0].split()[1:]}
    joined_deeper = before & (words.PREPOSITIONS - words.PLACES | words.ARTICLES)
    return (
        bool(joined_deeper or _HYPHENED_OFF.search(piece) or _LEGAL_FORM.search(piece))
        or words.small(piece) in words.PAIRS
        or _same_people(sides)
    )


def _joins_places(side: str) -> bool:
    """Whether "Grundschule am Markt" goes on with another school or another market."""
    return not words.PLACES.isdisjoint(words.small(word) for word in side.split()[1:])


def _same_people(sides: Sequence[str]) -> bool:
    """Women and men of one group, in either order."""
    first, second = (words.small(side).partition(" ")[0] for side in sides[:2])
    longer, shorter = sorted((first, second), key=len, reverse=True)
    return longer.endswith("innen") and longer[:4] == shorter[:4]


def _is_phrase(piece: str, *, lower: bool = False) -> bool:
    """Whether ``piece`` is the name of somebody and not a sentence or a thing.

    German writes nouns with capitals: it has to end in one, and small words in between must be
    articles, prepositions, numbers or adjectives. A single word may be in small letters if it is
    familiar or ``lower`` says so.
    """
    if "\n" in piece:  # also inside what is enclosed, which is not looked at
        return False
    bare = _bare(piece)
    tokens = bare.split()
    if not 0 < len(tokens) <= _MAX_WORDS or _NO_NAME.search(bare):
        return False
    if len(tokens) == 1 and bare.isalpha() and (lower or _is_familiar(bare)):
        return words.small(bare) not in words.NO_NAME and not _names_thing(words.small(bare))
    if words.small(tokens[0]) in words.PREPOSITIONS or not any(t[0].isupper() for t in tokens):
        return False
    return _reads_as_name(tokens) and not _is_thing(tokens) and _mit_belongs(tokens)


def _bare(piece: str) -> str:
    """The name without what is enclosed in it, unless that is all there is."""
    return _ENCLOSED.sub("", piece).strip() or piece.strip('„“”"»«()')


def _reads_as_name(tokens: Sequence[str]) -> bool:
    before = ""
    for token in tokens:
        kind = _kind_of(token)
        small = kind == "other" and not _may_be_adjective(token, before)
        if small or words.small(token) in words.NO_NAME:
            return False
        before = kind
    return before == "noun"


def _kind_of(token: str) -> str:
    folded = words.small(token)
    if folded in words.ARTICLES | words.PREPOSITIONS | words.LINKS | words.NUMBERS:
        return "link"
    if not token[0].islower() or not token.islower() or folded in words.LEGAL_FORMS | {"e."}:
        return "noun"
    return "other"


def _may_be_adjective(token: str, before: str) -> bool:
    """Inflected like an adjective and not like the verb that may follow a noun."""
    if token.endswith(("te", "ten", "en")):
        return before in ("link", "other") or (not before and not token.endswith("en"))
    return token.endswith(("e", "er", "es", "em"))


def _is_thing(tokens: Sequence[str]) -> bool:
    """Whether it is rather something done or missing: "Bessere Vernetzung im Quartier"."""
    return any(_names_thing(words.small(noun)) for noun in _core(tokens))


def _names_thing(noun: str) -> bool:
    if noun in words.WHOLE or _ends_like(noun, words.ORGANISATION_IN_SPITE):
        return False
    return noun in words.THINGS or noun.endswith(words.THING_ENDINGS)


def _mit_belongs(tokens: Sequence[str]) -> bool:
    """False for two actors: "Kirche mit Caritas", unlike "Menschen mit Auto"."""
    folded = [words.small(token) for token in tokens]
    joins = [at for at, word in enumerate(folded) if word in ("mit", "ohne")]
    return all(words.PEOPLE_WITH.intersection(folded[:at]) for at in joins)


def _core(tokens: Sequence[str]) -> list[str]:
    """The words of the name before a complement: "Verein" of "Verein zur Förderung …"."""
    core: list[str] = []
    for token in tokens:
        if core and _kind_of(token) == "link" and words.small(token) not in words.LINKS:
            break
        core.append(token)
    return core


def _is_familiar(piece: str) -> bool:
    """Whether a word of the name tells that it is an organisation or a group."""
    if _LEGAL_FORM.search(piece) or words.small(piece) in words.PAIRS:
        return True
    tokens = _core(_bare(piece).split())
    parts = (words.small(part) for token in tokens for part in (token, *token.split("-")))
    return any(part in words.WHOLE or _ends_like(part, words.ENDINGS) for part in parts)


def _ends_like(word: str, endings: Iterable[str]) -> bool:
    return any(
        word.endswith(ending + inflection) for ending in endings for inflection in words.INFLECTED
    )


def _split(text: str, separator: re.Pattern[str], known: Mapping[str, str]) -> list[str]:
    """The pieces between separators, not inside quotes, brackets or the name of somebody known."""
    cuts = _outside(separator, text)[: 2 * _MAX_ACTORS]
    starts = [0, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), len(text)]
    pieces, at = [], 0
    while at < len(starts):
        further = ends[at : at + _MAX_WORDS]
        last = at + (_last_of_known(text, starts[at], further, known) if known else 0)
        pieces.append(text[starts[at] : ends[last]])
        at = last + 1
    return pieces


def _last_of_known(text: str, start: int, ends: Sequence[int], known: Mapping[str, str]) -> int:
    """How many further pieces belong to the longest known name that begins at ``start``."""
    fitting = [at for at, end in enumerate(ends) if _is_known(_tidied(text[start:end]), known)]
    return max(fitting, default=0)


def _outside(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    enclosed = [match.span() for match in _ENCLOSED.finditer(text)]
    return [
        match
        for match in pattern.finditer(text)
        if not any(start < match.start() < end for start, end in enclosed)
    ]


def _tidied(piece: str) -> str:
    piece = piece.strip()
    quoted = _QUOTED.fullmatch(piece)
    return quoted[1].strip() if quoted else _FILLER.sub("", piece)


def _is_known(piece: str, known: Mapping[str, str]) -> bool:
    return _key(piece) in known


def _unique(pieces: Iterable[str], known: Mapping[str, str]) -> tuple[str, ...]:
    """The names in order, each once, known ones in their own spelling."""
    names: dict[str, str] = {}
    for piece in pieces:
        names.setdefault(_key(piece), known.get(_key(piece), piece))
    return tuple(names.values())


@lru_cache(maxsize=4096)
def _key(name: str) -> str:
    return " ".join(fold(name).split())

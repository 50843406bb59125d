"""Names of organisations and places, found with German endings, whole and by what is special."""

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from app.domain.names.model import Closeness, Named, NamedKind, NameFound
from app.domain.names.people import is_ordinary
from app.domain.names.tokens import Token, Tokens, key_of, one_letter_apart, without_one_letter
from app.domain.names.words import ARTICLES, GENERIC_PLACES, KINDS_OF_ORGANISATIONS, LEGAL_FORMS

_ENDINGS = ("es", "en", "er", "em", "e", "s", "n", "r", "m")
_SHORTEST_STEM = 4
_SHORTEST_SIMILAR = 7
_SHORTEST_KIND = 10
"""As "Seniorenbüro": a shorter word for a kind is no name."""
_KIND_KEYS = tuple(map(key_of, KINDS_OF_ORGANISATIONS))
_GENERIC_KEYS = frozenset(map(key_of, GENERIC_PLACES))
_QUOTED = re.compile(r"[„“\"»‚](.+?)[“”\"«‘’]")
_BETWEEN = re.compile(r"[\s\-–„“”\"»«&/,'’]{0,3}$")
_AFTER_SAINT = re.compile(r"\.?[\s\-]{0,2}$")
_SAINT = frozenset(["st", "sankt"])
_SMALL = frozenset(map(key_of, ARTICLES))


@dataclass(frozen=True, slots=True)
class _Variant:
    """Words, as keys, that stand for an organisation or a place."""

    named: Named
    words: tuple[str, ...]
    closeness: Closeness

    @property
    def anchor(self) -> str:
        """The word to look for first: the longest, which is the rarest."""
        return max(self.words, key=len)


@lru_cache(maxsize=20_000)
def without_endings(key: str) -> frozenset[str]:
    """A word as it stands and without each ending it may have.

    Two words are the same if these have one in common: "Alte Mühle" and "in der Alten Mühle",
    "Verein" and "des Vereins". Which letters are an ending, one word alone does not say.
    """
    if key in _SAINT:
        return _SAINT
    ends = (ending for ending in _ENDINGS if key.endswith(ending))
    return frozenset([key, *(key[: -len(e)] for e in ends if len(key) - len(e) >= _SHORTEST_STEM)])


def is_same_word(key: str, other: str) -> bool:
    """Whether two words differ in nothing but an ending."""
    return not without_endings(key).isdisjoint(without_endings(other))


class Organisations:
    """All organisations and places, to look up by the words of a text."""

    def __init__(self, named: list[Named]) -> None:
        self.index: dict[str, list[_Variant]] = defaultdict(list)
        self.similar: dict[str, list[_Variant]] = defaultdict(list)
        self.exact: dict[str, list[Named]] = defaultdict(list)
        """Names of one word: in adjectives of places and where case decides ("AfD")."""
        for each in named:
            for words, closeness in _variants(each):
                self._add(_Variant(each, words, closeness))

    def _add(self, variant: _Variant) -> None:
        if len(variant.words) == 1:
            for form in _forms_of_one_word(variant.words[0]):
                self.exact[form].append(variant.named)
            self._add_similar(variant)
            return
        for form in without_endings(variant.anchor):
            same = self.index[form]
            same.append(variant)
            same.sort(key=lambda each: -len(each.words))

    def _add_similar(self, variant: _Variant) -> None:
        if len(variant.words[0]) >= _SHORTEST_SIMILAR:
            for key in without_one_letter(variant.words[0]):
                self.similar[key].append(variant)

    def wanted(self) -> set[str]:
        """Words one of which a text has, but for its ending, if anything is to be found in it."""
        return {*self.index, *self.exact}

    def at(self, tokens: list[Token], pos: int) -> NameFound | None:
        """What is named from a word on."""
        token = tokens[pos]
        for variant in self._beginning_at(token.key):
            first = pos - variant.words.index(variant.anchor)
            if first >= 0 and (end := _end_of(variant, tokens, first)):
                start, last = tokens[first].start, tokens[end - 1]
                return NameFound(start, last.end, (variant.named,), variant.closeness)
        named = self.exact.get(token.key) if token.is_capital else None
        if named:
            unique = tuple(dict.fromkeys(named))
            return NameFound(token.start, token.end, unique, Closeness.PART)
        return None

    def _beginning_at(self, key: str) -> list[_Variant]:
        """What may stand where a word stands, the longest first."""
        found = {v: None for form in without_endings(key) for v in self.index.get(form, ())}
        return sorted(found, key=lambda each: -len(each.words))

    def is_like(self, key: str) -> tuple[Named, ...]:
        """What has a name of one word that differs from ``key`` in one letter."""
        if len(key) < _SHORTEST_SIMILAR or is_ordinary(key):
            return ()
        named: dict[Named, None] = {}
        for part in without_one_letter(key):
            for variant in self.similar.get(part, ()):
                word = variant.words[0]
                if word[0] == key[0] and one_letter_apart(word, key):
                    named[variant.named] = None
        return tuple(named)

    def like(self, token: Token) -> NameFound | None:
        """A word that is nearly a name."""
        named = self.is_like(token.key) if token.is_capital else ()
        if not named:
            return None
        return NameFound(token.start, token.end, named, Closeness.SIMILAR)


def _end_of(variant: _Variant, tokens: list[Token], pos: int) -> int:
    """The number of the word behind the variant, if it begins at ``pos``; else 0."""
    words = tokens[pos : pos + len(variant.words)]
    if not any(token.is_capital for token in words):
        return 0
    if variant.closeness is Closeness.PART and not words[0].is_capital:
        return 0
    slips = 0
    for offset, wanted in enumerate(variant.words):
        if pos + offset >= len(tokens):
            return 0
        token = tokens[pos + offset]
        between = _AFTER_SAINT if variant.words[offset - 1] in _SAINT else _BETWEEN
        if offset and not between.match(token.gap):
            return 0
        if not is_same_word(token.key, wanted):
            slips += 1
            near = len(wanted) > _SHORTEST_STEM and one_letter_apart(token.key, wanted)
            if slips > 1 or not near:
                return 0
    return pos + len(variant.words)


def _variants(named: Named) -> list[tuple[tuple[str, ...], Closeness]]:
    """The whole name, what stands in it in quotation marks, and what follows its kind."""
    keys = _own_words(named.name)
    found = {tuple(keys): Closeness.FULL}
    own = [_own_words(match) for match in _QUOTED.findall(named.name)]
    own.append(_after_kind(keys))
    for words in own:
        if words:
            found.setdefault(tuple(words), Closeness.PART)
    return [(key, closeness) for key, closeness in found.items() if _is_special(key, named)]


def _own_words(name: str) -> list[str]:
    tokens = [t for t in Tokens().of(name) if t.key]
    return [t.key for t in tokens if t.key not in LEGAL_FORMS or t.key in _SAINT]


def _after_kind(keys: list[str]) -> list[str]:
    """Such as "Morgenrot" of "Pflegedienst Morgenrot"; nothing if no kind stands in front."""
    last = max((i for i, key in enumerate(keys[:-1]) if key.endswith(_KIND_KEYS)), default=-1)
    rest = keys[last + 1 :] if last >= 0 else []
    while rest and rest[0] in _SMALL:
        rest = rest[1:]
    return rest


def _is_special(words: tuple[str, ...], named: Named) -> bool:
    """Whether words stand for this and nothing else."""
    if not words or all(each in _SMALL or each in _GENERIC_KEYS for each in words):
        return False
    if len(words) > 1:
        return True
    word = words[0]
    if word.endswith(_KIND_KEYS) and named.kind is NamedKind.ORGANISATION:
        return not any(word == kind for kind in _KIND_KEYS) and len(word) >= _SHORTEST_KIND
    return len(word) >= _SHORTEST_STEM and not is_ordinary(word) and word not in _GENERIC_KEYS


def _forms_of_one_word(word: str) -> list[str]:
    """With endings, and as the adjective of a place: "Ehrenfelder", "Göttinger"."""
    bases = [f"{word}er"]
    if word.endswith("en"):
        bases.append(f"{word[:-2]}er")
    if word.endswith("e"):
        bases.append(f"{word}r")
    people = [f"{base}{ending}" for base in bases for ending in ("", "s", "n", "in", "innen")]
    isch = [f"{word}isch{ending}" for ending in ("", "e", "en", "er", "es", "em")]
    return [word, f"{word}s", *people, *isch]

"""Names of organisations and places, found with German endings, whole and by what is special."""

import re
from collections import defaultdict
from dataclasses import dataclass

from app.domain.names.model import Closeness, Named, NamedKind, NameFound
from app.domain.names.people import is_ordinary
from app.domain.names.tokens import Token, Tokens, key_of, one_letter_apart, without_one_letter
from app.domain.names.words import GENERIC_PLACES, KINDS_OF_ORGANISATIONS, LEGAL_FORMS

_ENDINGS = ("es", "en", "er", "em", "e", "s", "n", "r", "m")
_NOT_AN_ENDING = ("us", "ss", "is")
"""As in "Haus": the s belongs to the word."""
_SHORTEST_STEM = 4
_SHORTEST_SIMILAR = 7
_KIND_KEYS = tuple(map(key_of, KINDS_OF_ORGANISATIONS))
_GENERIC_KEYS = frozenset(map(key_of, GENERIC_PLACES))
_QUOTED = re.compile(r"[„“\"»‚](.+?)[“”\"«‘’]")
_BETWEEN = re.compile(r"[\s\-–„“”\"»«&/,'’]{0,3}$")
_AFTER_SAINT = re.compile(r"\.?[\s\-]{0,2}$")
_SAINT = frozenset(["st", "sankt"])
_SMALL = frozenset("und der die das des den dem für im in am an zu zur zum von e v".split())


@dataclass(frozen=True, slots=True)
class _Variant:
    """Words, as stems, that stand for an organisation or a place."""

    named: Named
    stems: tuple[str, ...]
    closeness: Closeness

    @property
    def anchor(self) -> str:
        """The stem to look for first: the longest, which is the rarest."""
        return max(self.stems, key=len)


def stem(key: str) -> str:
    """A word without its ending, so that "Alte Mühle" is found in "in der Alten Mühle"."""
    if key in _SAINT:
        return "st"
    for ending in _ENDINGS:
        if key.endswith(_NOT_AN_ENDING) and ending == "s":
            continue
        if key.endswith(ending) and len(key) - len(ending) >= _SHORTEST_STEM:
            return key[: -len(ending)]
    return key


class Organisations:
    """All organisations and places, to look up by the words of a text."""

    def __init__(self, named: list[Named]) -> None:
        self.index: dict[str, list[_Variant]] = defaultdict(list)
        self.similar: dict[str, list[_Variant]] = defaultdict(list)
        self.exact: dict[str, list[Named]] = defaultdict(list)
        """Names of one word: in adjectives of places and where case decides ("AfD")."""
        for each in named:
            for stems, closeness in _variants(each):
                self._add(_Variant(each, stems, closeness))

    def _add(self, variant: _Variant) -> None:
        if len(variant.stems) == 1:
            for form in _forms_of_one_word(variant.stems[0]):
                self.exact[form].append(variant.named)
            self._add_similar(variant)
            return
        same = self.index[variant.anchor]
        same.append(variant)
        same.sort(key=lambda each: -len(each.stems))

    def _add_similar(self, variant: _Variant) -> None:
        if len(variant.stems[0]) >= _SHORTEST_SIMILAR:
            for key in without_one_letter(variant.stems[0]):
                self.similar[key].append(variant)

    def wanted(self) -> set[str]:
        """Stems one of which a text has if anything is to be found in it."""
        return {*self.index, *self.exact}

    def at(self, tokens: list[Token], pos: int) -> NameFound | None:
        """What is named from a word on."""
        token = tokens[pos]
        for variant in self.index.get(stem(token.key), ()):
            first = pos - variant.stems.index(variant.anchor)
            if first >= 0 and (end := _end_of(variant, tokens, first)):
                start, last = tokens[first].start, tokens[end - 1]
                return NameFound(start, last.end, (variant.named,), variant.closeness)
        named = self.exact.get(token.key) if token.is_capital else None
        if named:
            unique = tuple(dict.fromkeys(named))
            return NameFound(token.start, token.end, unique, Closeness.PART)
        return None

    def is_like(self, key: str) -> tuple[Named, ...]:
        """What has a name of one word that differs from ``key`` in one letter."""
        if len(key) < _SHORTEST_SIMILAR or is_ordinary(key):
            return ()
        named: dict[Named, None] = {}
        for part in without_one_letter(key):
            for variant in self.similar.get(part, ()):
                word = variant.stems[0]
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
    words = tokens[pos : pos + len(variant.stems)]
    if not any(token.is_capital for token in words):
        return 0
    if variant.closeness is Closeness.PART and not words[0].is_capital:
        return 0
    slips = 0
    for offset, wanted in enumerate(variant.stems):
        if pos + offset >= len(tokens):
            return 0
        token = tokens[pos + offset]
        between = _AFTER_SAINT if variant.stems[offset - 1] == "st" else _BETWEEN
        if offset and not between.match(token.gap):
            return 0
        if stem(token.key) != wanted:
            slips += 1
            near = len(wanted) > 4 and one_letter_apart(stem(token.key), wanted)
            if slips > 1 or not near:
                return 0
    return pos + len(variant.stems)


def _variants(named: Named) -> list[tuple[tuple[str, ...], Closeness]]:
    """The whole name, what stands in it in quotation marks, and what follows its kind."""
    keys = _own_words(named.name)
    found = {tuple(map(stem, keys)) if len(keys) > 1 else tuple(keys): Closeness.FULL}
    own = [_own_words(match) for match in _QUOTED.findall(named.name)]
    own.append(_after_kind(keys))
    for words in own:
        if words:
            key = tuple(map(stem, words)) if len(words) > 1 else tuple(words)
            found.setdefault(key, Closeness.PART)
    return [(key, closeness) for key, closeness in found.items() if _is_special(key, named)]


def _own_words(name: str) -> list[str]:
    tokens = [t for t in Tokens().of(name) if t.key]
    return [t.key for t in tokens if t.key not in LEGAL_FORMS or t.key in _SAINT]


def _after_kind(keys: list[str]) -> list[str]:
    """"Morgenrot" of "Pflegedienst Morgenrot"; nothing if no kind stands in front."""
    last = max((i for i, key in enumerate(keys[:-1]) if key.endswith(_KIND_KEYS)), default=-1)
    rest = keys[last + 1 :] if last >= 0 else []
    while rest and rest[0] in _SMALL:
        rest = rest[1:]
    return rest


def _is_special(stems: tuple[str, ...], named: Named) -> bool:
    """Whether words stand for this and nothing else."""
    if not stems or all(each in _SMALL or each in _GENERIC_KEYS for each in stems):
        return False
    if len(stems) > 1:
        return True
    word = stems[0]
    if word.endswith(_KIND_KEYS) and named.kind is NamedKind.ORGANISATION:
        return not any(word == kind for kind in _KIND_KEYS) and len(word) > 9
    return len(word) > 3 and not is_ordinary(word) and word not in _GENERIC_KEYS


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

"""Finds the names of a session's own people, organisations and places in running text.

What is found is a proposal: only a person can say whether "Koch" is Frau Koch. So the finder looks
at what stands around a word that is an ordinary one too, and leaves strangers alone who have the
same surname and another first name.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import pairwise

from app.domain.names.model import Closeness, Named, NamedKind, NameFound
from app.domain.names.organisations import Organisations, without_endings
from app.domain.names.people import (
    SHORTEST,
    SHORTEST_SIMILAR,
    TITLE_KEYS,
    People,
    PersonName,
    SurnameForm,
    inflected,
    is_noun,
    is_ordinary,
    person_name,
)
from app.domain.names.tokens import Token, Tokens, key_of, one_letter_apart, without_one_letter
from app.domain.names.words import BEFORE_NAMES, DETERMINERS, DOES, FIRST_NAMES, SAYS, STREETS

_SHORTEST_BENT = 5
"""Letters of a name that may take more endings than the genitive's."""
_FIRST_KEYS = frozenset(map(key_of, FIRST_NAMES))
_STREET_KEYS = tuple(map(key_of, STREETS))
_CLOSE = re.compile(r"[ \u00a0\u202f\u2009]?[-\u2010\u2011]?[ \u00a0]?$|\n$")
_AFTER_DOT = re.compile(r"\.?[ \u00a0\u202f\u2009\-]{0,2}$")
_ENDS_SENTENCE = re.compile(r"[.!?:;\n–•]|^$")
_COMMA = re.compile(r",?[ \u00a0]$")
_ENCLOSED = re.compile(r"[(\[/]\s*$")
_CLOSES = re.compile(r"\s*[)\]/]")


class NameFinder:
    """Made once for the lists of a session; ``find`` is quick enough for thousands of texts."""

    def __init__(self, named: Iterable[Named]) -> None:
        wanted = [each for each in named if each.name.strip()]
        people = [
            person
            for each in wanted
            if each.kind is NamedKind.PERSON and (person := person_name(each))
        ]
        self._people = People(people)
        self._places = Organisations([e for e in wanted if e.kind is not NamedKind.PERSON])
        self._tokens = Tokens()
        self._similar: dict[str, tuple[SurnameForm, ...]] = {}
        self._wanted = self._places.wanted()
        self._is_wanted = _Known(self._could_be)

    def find(self, text: str) -> list[NameFound]:
        """All names in ``text``, in order; they do not overlap."""
        if not any(map(self._is_wanted.__getitem__, self._tokens.words(text))):
            return []
        tokens = self._tokens.of(text)
        places = [at for at, token in enumerate(tokens) if self._is_wanted[token.text]]
        found = [*self._whole(tokens, places, text), *self._organisations(tokens, places, text)]
        found.extend(self._alone(tokens, places, _covered(tokens, found)))
        return _apart(found)

    def _could_be(self, word: str) -> bool:
        key, people = key_of(word), self._people
        if key in people.surnames or key in people.firsts:
            return True
        if not without_endings(key).isdisjoint(self._wanted):
            return True
        if not word[0].isupper():
            return False
        return bool(self._similar_forms(key) or self._places.is_like(key))

    # -- people ---------------------------------------------------------------------------------

    def _whole(self, tokens: list[Token], places: list[int], text: str) -> Iterable[NameFound]:
        """Surnames with everything that belongs to them."""
        for at in places:
            forms = self._people.surnames.get(tokens[at].key)
            if forms and (found := _Surname(tokens, at, forms, text, self._people).found()):
                yield found

    def _alone(
        self, tokens: list[Token], places: list[int], covered: set[int]
    ) -> Iterable[NameFound]:
        """First names alone, and words that are nearly a name."""
        for at in places:
            token = tokens[at]
            if at in covered:
                continue
            found = self._first_name(tokens, at) or self._nearly(tokens, at)
            if found is None and not _is_joined(tokens, at):
                found = self._places.like(token)
            if found:
                yield found

    def _first_name(self, tokens: list[Token], at: int) -> NameFound | None:
        token = tokens[at]
        known = self._people.firsts.get(token.key, [])
        people = {person for person, _ in known}
        if len(people) != 1 or len(token.key) < SHORTEST:
            return None
        if _is_joined(tokens, at):
            return self._double_first_name(tokens, at)
        person, ending = known[0]
        following = _next(tokens, at)
        if following and token.is_capital and following.is_capital and not ending:
            return self._slip(token, following, person)
        if not token.is_capital or is_ordinary(token.key) or token.key in self._people.surnames:
            return None
        genitive = bool(ending) and bool(following)
        start = _with_titles(tokens, at)
        return NameFound(start, token.end, (person.named,), Closeness.PART, genitive)

    def _double_first_name(self, tokens: list[Token], at: int) -> NameFound | None:
        """As "Karl-Heinz", found at its first part."""
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following is None or following.gap != "-" or not tokens[at].is_capital:
            return None
        owners = {person for person, _ in self._people.firsts.get(tokens[at].key, ())}
        others = dict(self._people.firsts.get(following.key, ()))
        both = [person for person in owners if person in others]
        if len(both) != 1:
            return None
        genitive = bool(others[both[0]]) and _next(tokens, at + 1) is not None
        start, end = tokens[at].start, following.end
        return NameFound(start, end, (both[0].named,), Closeness.PART, genitive)

    @staticmethod
    def _slip(first: Token, last: Token, person: PersonName) -> NameFound | None:
        """A first name with a surname in which one letter is wrong; else it is a stranger."""
        for base in person.surname:
            for form, _ in inflected(base, weak=False):
                if len(base) > SHORTEST and one_letter_apart(form, last.key):
                    return NameFound(first.start, last.end, (person.named,), Closeness.PART)
        return None

    def _nearly(self, tokens: list[Token], at: int) -> NameFound | None:
        token = tokens[at]
        if not token.is_capital or _is_joined(tokens, at) or token.key in self._people.surnames:
            return None
        titled = at > 0 and tokens[at - 1].key in TITLE_KEYS and _AFTER_DOT.match(token.gap)
        if len(token.key) < (5 if titled else SHORTEST_SIMILAR):
            return None
        if is_ordinary(token.key) and not titled:
            return None
        before = _before(tokens, at)
        if before and before.key in _FIRST_KEYS and before.is_capital:
            return None
        forms = self._similar_forms(token.key)
        if not forms:
            return None
        named = tuple(dict.fromkeys(form.person.named for form in forms))
        closeness = Closeness.PART if titled else Closeness.SIMILAR
        genitive = any(form.ending for form in forms) and _next(tokens, at) is not None
        return NameFound(_with_titles(tokens, at), token.end, named, closeness, genitive)

    def _similar_forms(self, key: str) -> tuple[SurnameForm, ...]:
        known = self._similar.get(key)
        if known is None:
            forms = (
                f for part in without_one_letter(key) for f in self._people.similar.get(part, ())
            )
            near = (f for f in forms if f.base[0] == key[0] and one_letter_apart(f.base, key))
            known = self._similar[key] = tuple(dict.fromkeys(near))
        return known

    # -- organisations and places ---------------------------------------------------------------

    def _organisations(
        self, tokens: list[Token], places: list[int], text: str
    ) -> Iterable[NameFound]:
        for at in places:
            if found := self._places.at(tokens, at):
                yield _with_its_quotation_mark(found, text)


class _Known(dict[str, bool]):
    """Whether words could be part of a name; each different word is looked at once."""

    def __init__(self, could_be: Callable[[str], bool]) -> None:
        super().__init__()
        self._could_be = could_be

    def __missing__(self, word: str) -> bool:
        wanted = self[word] = self._could_be(word)
        return wanted


class _Surname:
    """One surname in a text: who may be meant, and how far the name reaches."""

    def __init__(
        self, tokens: list[Token], at: int, forms: list[SurnameForm], text: str, people: People
    ) -> None:
        self._tokens = tokens
        self._at = at
        self._text = text
        self._people = people
        self._forms = forms
        self._first = self._last = at
        self._titled = self._given = False

    def found(self) -> NameFound | None:
        """The name, if it is one."""
        forms = self._double() or self._forms
        forms = self._with_given(forms)
        if not forms:
            return None
        exact = [form for form in forms if not form.ending]
        if not (self._titled or self._given) and not self._is_name_alone(exact or forms):
            return None
        named = tuple(dict.fromkeys(form.person.named for form in forms))
        closeness = Closeness.FULL if self._titled or self._given else Closeness.PART
        start, end = self._tokens[self._first].start, self._tokens[self._last].end
        return NameFound(start, end, named, closeness, self._is_genitive(exact))

    def _is_genitive(self, exact: list[SurnameForm]) -> bool:
        token = self._tokens[self._last]
        if self._last != max(self._at, self._last):
            return False
        return (not exact or token.has_apostrophe) and _next(self._tokens, self._last) is not None

    def _double(self) -> list[SurnameForm]:
        """The parts of a double name that stand together; ``_last`` moves on."""
        following = _next(self._tokens, self._at)
        if following is None:
            return []
        others = self._people.surnames.get(following.key, ())
        pairs = [
            form
            for form in self._forms
            for other in others
            if other.person is form.person and other.part == form.part + 1 and form.part >= 0
        ]
        if not pairs and "-" in following.gap:
            pairs = [form for form in self._forms if _is_next_part(form, following.key)]
            others = ()
        if pairs:
            self._last = self._at + 1
            ending = min((o.ending for o in others), default="")
            return [SurnameForm(f.person, -1, f.base, ending) for f in pairs]
        return []

    def _with_given(self, forms: list[SurnameForm]) -> list[SurnameForm]:
        """Those of ``forms`` whose first name stands there; all if none does."""
        tokens, at = self._tokens, self._at
        while at > 0 and (part := self._part_before(at, forms)) is not None:
            at -= 1
            forms = part
            self._first = at
        if not self._given and self._is_stranger(at, forms):
            return []
        if not self._given:
            forms = self._with_given_behind(forms)
        if not self._given and not self._titled:
            self._first = min(self._first, self._at)
        return forms if self._first <= self._at < len(tokens) else []

    def _part_before(self, at: int, forms: list[SurnameForm]) -> list[SurnameForm] | None:
        """Who is still meant when the word before belongs to the name; None if it does not."""
        token, before = self._tokens[at], self._tokens[at - 1]
        key = before.key
        if key in TITLE_KEYS and _AFTER_DOT.match(token.gap) and len(key) > 1:
            self._titled = True
            return forms
        if len(key) == 1 and _AFTER_DOT.match(token.gap) and not before.has_apostrophe:
            return self._initial(before, forms)
        if not _CLOSE.match(token.gap):
            return None
        if before.text.islower() and any(key in form.person.particles for form in forms):
            return forms
        own = [form for form in forms if key in form.person.first]
        if own:
            self._given = True
        return own or None

    def _initial(self, before: Token, forms: list[SurnameForm]) -> list[SurnameForm] | None:
        if before.text.islower():
            return forms if self._titled else None
        own = [form for form in forms if before.key in form.person.initials]
        if own:
            self._given = True
        return own or None

    def _is_stranger(self, at: int, forms: list[SurnameForm]) -> bool:
        """Whether another first name or initial, or another half of a name, stands before."""
        before = _before(self._tokens, at)
        token = self._tokens[at]
        if before is None:
            if at > 0 and len(self._tokens[at - 1].key) == 1 and token.gap.startswith("."):
                initial = self._tokens[at - 1]
                return initial.text.isupper() and initial.key not in forms[0].person.initials
            return False
        if "-" in token.gap:
            return True
        known = before.key in _FIRST_KEYS or before.key in self._people.firsts
        return before.is_capital and known and before.key not in TITLE_KEYS

    def _with_given_behind(self, forms: list[SurnameForm]) -> list[SurnameForm]:
        """As in "Weiß, Karin"."""
        if self._last + 1 >= len(self._tokens):
            return forms
        following = self._tokens[self._last + 1]
        if not _COMMA.match(following.gap):
            return forms
        own = [form for form in forms if following.key in form.person.first]
        if own and self._tokens[self._at].is_capital:
            self._given = True
            self._last += 1
            return own
        return forms

    def _is_name_alone(self, forms: list[SurnameForm]) -> bool:
        """Whether the surname without first name or title is one."""
        token, form = self._tokens[self._at], forms[0]
        if self._is_named_after():
            return False
        ordinary = is_ordinary(form.base) or is_ordinary(token.key)
        if form.ending not in ("", "s") and (ordinary or len(form.base) < _SHORTEST_BENT):
            return False
        if len(form.base) < SHORTEST:
            return False
        if not token.is_capital:
            return len(form.base) >= SHORTEST_SIMILAR and not ordinary
        if form.part < 0 and len(form.person.surname) > 1:
            return True
        return self._is_used_as_name(form) if ordinary else True

    def _is_named_after(self) -> bool:
        """A street or a house: "Kellermannstraße" is one word, "Kellermann-Platz" two."""
        following = _next(self._tokens, self._last)
        if following is None or any(form.ending for form in self._forms):
            return False
        return following.key.endswith(_STREET_KEYS)

    def _is_used_as_name(self, form: SurnameForm) -> bool:
        """Whether an ordinary word stands as only a name does."""
        tokens, token = self._tokens, self._tokens[self._at]
        before, following = _before(tokens, self._at), _next(tokens, self._at)
        if _ENCLOSED.search(token.gap) and _CLOSES.match(self._text, token.end):
            return True
        if before and (before.key in _DETERMINER_KEYS or _describes(before)):
            return False
        if form.ending == "s" or token.has_apostrophe:
            return self._owns_something(form, following)
        begins = before is None
        verbs = DOES if begins or is_noun(form.base) else SAYS - _JOINING
        says = following is not None and following.text in verbs
        if is_noun(form.base):
            return says or (before is not None and before.key in BEFORE_NAMES)
        return says or (not begins and before is not None and before.key in BEFORE_NAMES)

    def _owns_something(self, form: SurnameForm, following: Token | None) -> bool:
        if following is None or not following.is_capital:
            return False
        adjective = not is_noun(form.base) and not self._tokens[self._at].has_apostrophe
        return not (adjective and form.base.endswith("e"))


def _is_next_part(form: SurnameForm, key: str) -> bool:
    """Whether ``key`` is the part of a double name behind ``form``, but for one letter."""
    parts = form.person.surname
    return 0 <= form.part < len(parts) - 1 and one_letter_apart(parts[form.part + 1], key)


_DETERMINER_KEYS = frozenset(map(key_of, DETERMINERS))
_JOINING = frozenset(["und", "oder"])
_DESCRIBING = ("er", "en", "es", "em", "te", "ige", "iche", "ische", "ere", "sche")


def _describes(token: Token) -> bool:
    """Whether a word looks like an adjective in front of its noun."""
    return (
        token.text.islower()
        and token.key not in BEFORE_NAMES
        and len(token.key) >= _SHORTEST_BENT
        and token.key.endswith(_DESCRIBING)
    )


def _with_its_quotation_mark(found: NameFound, text: str) -> NameFound:
    """The mark that closes belongs to the name if the one that opens does."""
    opened = set('„“"»‚') & set(text[found.start : found.end])
    closes = opened and text[found.end : found.end + 1] in tuple('“”"«‘')
    return replace(found, end=found.end + 1) if closes else found


def _before(tokens: list[Token], at: int) -> Token | None:
    """The word that stands directly before, in the same sentence."""
    return tokens[at - 1] if at > 0 and _CLOSE.match(tokens[at].gap) else None


def _next(tokens: list[Token], at: int) -> Token | None:
    """The word that follows directly."""
    if at + 1 >= len(tokens) or not _CLOSE.match(tokens[at + 1].gap):
        return None
    return tokens[at + 1]


def _is_joined(tokens: list[Token], at: int) -> bool:
    """Whether a hyphen joins a word with another one."""
    behind = at + 1 < len(tokens) and tokens[at + 1].gap == "-"
    return behind or (at > 0 and tokens[at].gap == "-")


def _with_titles(tokens: list[Token], at: int) -> int:
    """Where the titles in front of a word begin."""
    while at > 0 and tokens[at - 1].key in TITLE_KEYS and _AFTER_DOT.match(tokens[at].gap):
        at -= 1
    return tokens[at].start


def _covered(tokens: list[Token], found: list[NameFound]) -> set[int]:
    """The numbers of the words that are in what was found."""
    starts = {token.start: at for at, token in enumerate(tokens)}
    covered: set[int] = set()
    for each in found:
        at = starts[each.start]
        while at < len(tokens) and tokens[at].start < each.end:
            covered.add(at)
            at += 1
    return covered


def _apart(found: list[NameFound]) -> list[NameFound]:
    """Without those inside a longer one, in order."""
    longest = sorted(found, key=lambda each: (each.start, -each.end))
    result: list[NameFound] = []
    for each in longest:
        if result and each.start < result[-1].end:
            if each.end - each.start > result[-1].end - result[-1].start:
                result[-1] = each
            continue
        result.append(each)
    assert all(a.end <= b.start for a, b in pairwise(result))  # noqa: S101 - replaced one by one
    return result

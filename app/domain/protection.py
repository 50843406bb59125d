"""Names in fields that somebody typed: next steps, speakers of presentations, who asks whom.

They are not attributions of statements, yet they would give away a person who chose not to be
named. A field is compared with the names of the participants; this never says who somebody *is*,
it only keeps a protected name out of a document.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeAlias

from app.domain.names.finder import NameFinder
from app.domain.names.model import Closeness, Named, NamedKind
from app.domain.naming import (
    NOBODY,
    Attribution,
    NamingRules,
    attribution,
    attribution_of,
    strictest,
)
from app.domain.people import ParticipantView
from app.domain.vocabulary import NamingLevel, OrganisationKind

_Place: TypeAlias = tuple[int, int, ParticipantView]
_SOMEBODY = "Herr "
_PART = re.compile(r"(?:^|[,;/+&\n]|\bund\b|\bu\.)\s*")
"""What stands before each of several names in a field."""


class Protection:
    """What of typed names may be printed under ``rules``.

    The session's start value alone does not hide who agreed to do something or who gave a
    presentation, unless it is stricter than the organisation: naming them is part of the programme.
    A person's own choice, the export's limit and a confidential session do.
    """

    def __init__(
        self,
        rules: NamingRules,
        participants: Sequence[ParticipantView],
        kind_in_words: Callable[[OrganisationKind], str],
    ) -> None:
        self._rules = rules
        self._participants = [person for person in participants if person.name.strip()]
        self._kind_in_words = kind_in_words

    def typed(self, text: str) -> str:
        """``text`` with protected persons as they may be named; empty if nothing is left."""
        if self._rules.confidential or _is_strict(self._rules.limit):
            return ""
        found = self._found(text)
        if not found:
            return text
        if any(_is_strict(self.level(person)) for _, _, person in found):
            return "; ".join(_without_repetition(self._printed(p) for _, _, p in found))
        for start, end, person in reversed(found):
            text = f"{text[:start]}{self._printed(person)}{text[end:]}"
        return ", ".join(_without_repetition(part.strip() for part in text.split(",")))

    def kinds_in(self, text: str, person: ParticipantView | None = None) -> set[OrganisationKind]:
        """The kinds of organisation that are printed instead of ``person`` or names in a field."""
        if self._rules.confidential or _is_strict(self._rules.limit):
            return set()
        found = [p for _, _, p in self._found(text)]
        if person is not None and self.level(person) is not NamingLevel.NAME:
            found.append(person)
        kinds = (attribution(p, self.level(p)).organisation_kind for p in found)
        return {kind for kind in kinds if kind is not None}

    def remark(self, text: str) -> str:
        """``text`` that is mostly not about a participant; like ``typed`` if it is."""
        return self.typed(text) if text and self.mentions_somebody(text) else text

    def doer(self, person: ParticipantView) -> str:
        """How a participant who agreed to do something is named; empty if not at all."""
        if self._rules.confidential or _is_strict(self._rules.limit):
            return ""
        return person.name if self.level(person) is NamingLevel.NAME else self._printed(person)

    def presenter(self, speaker: str, organisation: str) -> Attribution:
        """How the speaker of a presentation is named in its heading."""
        if self._rules.confidential:
            return NOBODY
        known = [person for _, _, person in self._found(speaker, self._participants)]
        if not known:
            level = self._level_without_choice
            return attribution_of(level, name=speaker, organisation=organisation)
        person = max(known, key=lambda p: self.level(p).strictness)
        return attribution_of(
            self.level(person),
            name=speaker,
            role=person.role,
            organisation=organisation or person.organisation,
            organisation_kind=person.organisation_kind,
        )

    def spoken_about(
        self, text: str, people: Iterable[ParticipantView], naming: NamingLevel | None, nobody: str
    ) -> str:
        """``text`` with those it speaks about as they may be named; ``nobody`` if not at all.

        ``naming`` is the statement's own level. Their names were chosen and not only typed, so
        what holds for a speaker holds for them.
        """
        names, forms = [], {}
        for person in people:
            level = self._rules.level(person.agreed, naming)
            if level is not NamingLevel.NAME and person.name.strip():
                printed = attribution(person, level).printed(self._kind_in_words)
                names.append(person.name)
                forms[_key(person.name)] = printed or nobody
        search = NameSearch(sorted(names, key=len, reverse=True))
        return search.replaced(text, lambda name: forms.get(_key(name), nobody))

    def named_in(self, text: str) -> set[str]:
        """The participants (uids) whom a field names, whether they may be named or not."""
        return {person.uid for _, _, person in self._found(text, self._participants)}

    def level(self, person: ParticipantView) -> NamingLevel:
        """How a participant is named in a field, unless the session is confidential."""
        if person.agreed is None:
            return self._level_without_choice
        return strictest(person.agreed, self._rules.limit)

    def mentions_somebody(self, text: str) -> bool:
        """Whether ``text`` holds the name or the organisation of a participant."""
        values = (v for p in self._participants for v in (p.name, p.organisation) if v.strip())
        if any(_pattern(value).search(text) for value in values):
            return True
        return any(found.closeness is not Closeness.SIMILAR for found in self._finder.find(text))

    def _found(self, text: str, among: Sequence[ParticipantView] | None = None) -> list[_Place]:
        """Where a field names one of ``among`` (usually the hidden), from left to right.

        A field is for names: in its parts a surname is one even where it is an ordinary word.
        """
        among = self._hidden if among is None else among
        if not among or not text.strip():
            return []
        people = {person.uid: person for person in among}
        places = [(m.start(), m.end(), p) for p in among for m in _pattern(p.name).finditer(text)]
        for start, end, uids in self._named_in(text):
            own = [people[uid] for uid in uids if uid in people]
            if own:
                places.append((start, end, max(own, key=lambda p: self.level(p).strictness)))
        return _longest(places)

    def _named_in(self, text: str) -> Iterable[tuple[int, int, list[str]]]:
        find = self._finder.find
        for found in find(text):
            if found.closeness is not Closeness.SIMILAR:
                yield found.start, found.end, [named.uid for named in found.named]
        for part in _PART.finditer(text):
            start = part.end()
            for found in find(f"{_SOMEBODY}{text[start:]}")[:1]:
                if found.start == 0 and found.closeness is Closeness.FULL:
                    end = start + found.end - len(_SOMEBODY)
                    yield start, end, [named.uid for named in found.named]

    @cached_property
    def _finder(self) -> NameFinder:
        people = self._participants
        return NameFinder(Named(NamedKind.PERSON, p.uid, p.name) for p in people)

    @cached_property
    def _hidden(self) -> list[ParticipantView]:
        return [p for p in self._participants if self.level(p) is not NamingLevel.NAME]

    @cached_property
    def _level_without_choice(self) -> NamingLevel:
        default = self._rules.default
        return strictest(default if _is_strict(default) else NamingLevel.NAME, self._rules.limit)

    def _printed(self, person: ParticipantView) -> str:
        return attribution(person, self.level(person)).printed(self._kind_in_words)


class NameSearch:
    """Finds the full names of people in texts, all of them in one pass."""

    def __init__(self, names: Iterable[str]) -> None:
        patterns = [_words(name) for name in names if name.strip()]
        # Where a word begins is asked once and not for every name, which takes ten times as long.
        source = _apart("|".join(patterns))
        self._pattern = re.compile(source, re.IGNORECASE) if patterns else None

    def first_in(self, text: str) -> str:
        """The first name found, as it stands in the text; empty if there is none."""
        found = self._pattern.search(text) if self._pattern else None
        return found.group() if found else ""

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where names stand, from the first character to the one behind the last."""
        return [m.span() for m in self._pattern.finditer(text)] if self._pattern else []

    def replaced(self, text: str, form: Callable[[str], str]) -> str:
        """``text`` with ``form`` of each name, as it stands there, instead of the name."""
        return self._pattern.sub(lambda found: form(found[0]), text) if self._pattern else text


def _longest(places: list[_Place]) -> list[_Place]:
    """Of those that overlap the longest, in order."""
    kept: list[_Place] = []
    for place in sorted(places, key=lambda each: each[0] - each[1]):
        if all(place[1] <= start or end <= place[0] for start, end, _ in kept):
            kept.append(place)
    return sorted(kept, key=lambda each: each[0])


def _key(name: str) -> str:
    return " ".join(name.casefold().split())


def _is_strict(level: NamingLevel) -> bool:
    return level.strictness >= NamingLevel.ORGANISATION_KIND.strictness


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(_apart(_words(name)), re.IGNORECASE)


def _words(name: str) -> str:
    return r"\s+".join(map(re.escape, name.split()))


def _apart(source: str) -> str:
    """Found only as whole words."""
    return rf"(?<!\w)(?:{source})(?!\w)"


def _without_repetition(parts: Iterable[str]) -> Iterable[str]:
    return (part for part in dict.fromkeys(parts) if part)

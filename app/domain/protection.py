"""Names in fields that somebody typed: next steps, speakers of presentations, who asks whom.

They are not attributions of statements, yet they would give away a person who chose not to be
named. A field is compared with the names of the participants; this never says who somebody *is*,
it only keeps a protected name out of a document.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property

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
        found = [person for person in self._hidden if _pattern(person.name).search(text)]
        if not found:
            return text
        forms = [self._printed(person) for person in found]
        if any(_is_strict(self._level(person)) for person in found):
            return "; ".join(_without_repetition(forms))
        for person, form in zip(found, forms, strict=True):
            text = _pattern(person.name).sub(form.replace("\\", r"\\"), text)
        return ", ".join(_without_repetition(part.strip() for part in text.split(",")))

    def remark(self, text: str) -> str:
        """``text`` that is mostly not about a participant; like ``typed`` if it is."""
        return self.typed(text) if text and self.mentions_somebody(text) else text

    def doer(self, person: ParticipantView) -> str:
        """How a participant who agreed to do something is named; empty if not at all."""
        if self._rules.confidential or _is_strict(self._rules.limit):
            return ""
        return person.name if self._level(person) is NamingLevel.NAME else self._printed(person)

    def presenter(self, speaker: str, organisation: str) -> Attribution:
        """How the speaker of a presentation is named in its heading."""
        if self._rules.confidential:
            return NOBODY
        known = [p for p in self._participants if _pattern(p.name).search(speaker)]
        if not known:
            level = self._level_without_choice
            return attribution_of(level, name=speaker, organisation=organisation)
        person = max(known, key=lambda p: self._level(p).strictness)
        return attribution_of(
            self._level(person),
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

    def mentions_somebody(self, text: str) -> bool:
        """Whether ``text`` holds the name or the organisation of a participant."""
        values = (v for p in self._participants for v in (p.name, p.organisation) if v.strip())
        return any(_pattern(value).search(text) for value in values)

    @cached_property
    def _hidden(self) -> list[ParticipantView]:
        return [p for p in self._participants if self._level(p) is not NamingLevel.NAME]

    @cached_property
    def _level_without_choice(self) -> NamingLevel:
        default = self._rules.default
        return strictest(default if _is_strict(default) else NamingLevel.NAME, self._rules.limit)

    def _level(self, person: ParticipantView) -> NamingLevel:
        if person.agreed is None:
            return self._level_without_choice
        return strictest(person.agreed, self._rules.limit)

    def _printed(self, person: ParticipantView) -> str:
        return attribution(person, self._level(person)).printed(self._kind_in_words)


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

    def replaced(self, text: str, form: Callable[[str], str]) -> str:
        """``text`` with ``form`` of each name, as it stands there, instead of the name."""
        return self._pattern.sub(lambda found: form(found[0]), text) if self._pattern else text


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

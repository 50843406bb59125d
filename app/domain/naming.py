"""The naming ladder: how a speaker is named in anything that leaves the program.

What may not be printed is taken away here, once, before a document is composed: an
``Attribution`` holds only what may stand in it. Being on the attendance list is a separate choice
and has nothing to do with the level.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.domain.people import ParticipantView
from app.domain.vocabulary import NamingLevel, OrganisationKind


@dataclass(frozen=True, slots=True)
class NamingRules:
    """What holds for a whole document: the session's start value, the export's limit."""

    default: NamingLevel
    limit: NamingLevel = NamingLevel.NAME
    """The most open level the export prints; ``NAME`` limits nothing."""
    confidential: bool = False

    def level(
        self, person: NamingLevel | None = None, statement: NamingLevel | None = None
    ) -> NamingLevel:
        """The level that holds for one statement.

        The person's choice replaces the session's start value, looser or stricter; statement and
        export can only make it stricter; a confidential session names nobody.
        """
        if self.confidential:
            return NamingLevel.ANONYMOUS
        return strictest(person or self.default, statement, self.limit)


@dataclass(frozen=True, slots=True)
class Attribution:
    """What may be said about a speaker; everything protected is already empty."""

    level: NamingLevel
    name: str = ""
    role: str = ""
    organisation: str = ""
    organisation_kind: OrganisationKind | None = None

    def printed(self, kind_in_words: Callable[[OrganisationKind], str]) -> str:
        """As it stands in the document; empty for ``ANONYMOUS``.

        ``kind_in_words`` gives the kind of an organisation with its article.
        """
        if self.level is NamingLevel.NAME:
            return f"{self.name} ({self.organisation})" if self.organisation else self.name
        if self.level is NamingLevel.ROLE:
            return f"{self.role}, {self.organisation}" if self.organisation else self.role
        if self.organisation_kind is not None:
            return kind_in_words(self.organisation_kind)
        return self.organisation


NOBODY = Attribution(NamingLevel.ANONYMOUS)


def strictest(*levels: NamingLevel | None) -> NamingLevel:
    """The strictest of the levels; None says nothing."""
    return max((level for level in levels if level), key=lambda level: level.strictness)


def attribution(person: ParticipantView, level: NamingLevel) -> Attribution:
    """The person at ``level``; an empty value falls to the next stricter level that has one."""
    return attribution_of(
        level,
        name=person.name,
        role=person.role,
        organisation=person.organisation,
        organisation_kind=person.organisation_kind,
    )


def attribution_of(
    level: NamingLevel,
    *,
    name: str = "",
    role: str = "",
    organisation: str = "",
    organisation_kind: OrganisationKind | None = None,
) -> Attribution:
    """Like ``attribution``, from single values, as for the speaker of a presentation."""
    name, role, organisation = name.strip(), role.strip(), organisation.strip()
    if level is NamingLevel.NAME and name:
        return Attribution(NamingLevel.NAME, name=name, organisation=organisation)
    if level.strictness <= NamingLevel.ROLE.strictness and role:
        return Attribution(NamingLevel.ROLE, role=role, organisation=organisation)
    if level.strictness <= NamingLevel.ORGANISATION.strictness and organisation:
        return Attribution(NamingLevel.ORGANISATION, organisation=organisation)
    if level is not NamingLevel.ANONYMOUS and organisation_kind is not None:
        return Attribution(NamingLevel.ORGANISATION_KIND, organisation_kind=organisation_kind)
    return NOBODY

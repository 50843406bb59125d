"""Guides (Leitfaden): the versioned template from which the plan of a session is copied.

A guide is one readable TOML file in ``resources/guides``; ``parse_guide`` checks what it holds.
The file may leave out whatever has a default::

    key = "strategiegespraech-quartier"     # small letters, digits, hyphens; never changes
    version = 1                             # goes up with every change of the content
    title = "Strategiegespräch Quartier"    # also the start of a new session's title
    description = "Acht Leitfragen …"       # one sentence for choosing it
    series_title = "Strategiegespräche …"   # the series a first session opens
    series_purpose = ""
    naming = "organisation"                 # NamingLevel a new session starts with

    [[items]]                               # the plan, in order
    kind = "opening"                        # PlanItemKind
    title = "Begrüßung"
    minutes = 10

    [[items]]
    kind = "question"
    identity = "0d9e4c9e-…"                 # UUID, the same in every installation, only questions
    title = "Kooperationen"                 # short name for lists
    text = "Welche Kooperationen sind Sie eingegangen?"
    minutes = 15
    min_minutes = 10                        # never shortened below
    protected = true                        # keeps its minutes when time runs over
    optional = true                         # may be left out when time runs over
    method = "blitzlicht"                   # a card of resources/methods
    pinned_start = 18:30:00                 # rare in a guide
    statement_kind = "cooperation"          # StatementKind a statement starts with
    kinds_offered = ["cooperation", "experience", "obstacle"]   # at most four, default first
    reading = "cooperation"                 # Reading: how the line is read as actors
    details_offered = ["purpose", "since", "status", "place"]   # fields for afterwards
    default_addressees = []                 # Addressee: what a new statement is directed at
    prompts = ["Wer hat den ersten Schritt gemacht?"]
    notes = ""                              # for the facilitator

    [[themes]]                              # the starter codebook, may be missing
    name = "Wohnen"
    definition = "Wohnraum, Mieten, Wohnformen …"

An item is a ``PlanItemDraft`` with stricter rules, so that a session takes it over as it is.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Self
from uuid import UUID

from pydantic import Field, ValidationError, field_validator, model_validator

from app.domain.incoming.plan import PlanItemDraft
from app.domain.statements import StatementDetails
from app.domain.validated import Validated
from app.domain.vocabulary import NamingLevel, PlanItemKind, Reading, StatementKind
from app.errors import BadInputError

ADDRESSEES = "addressees"
"""Offered among the details although it is a field of the statement itself."""

DETAIL_FIELDS = (*(field.name for field in fields(StatementDetails)), ADDRESSEES)

_BY_READING: Mapping[Reading, tuple[str, ...]] = {
    Reading.NONE: (),
    Reading.COOPERATION: ("purpose", "since", "status", "place"),
    Reading.TAKES_PART: ("role",),
    Reading.MISSING: ("why_missing", "who_asks"),
}

_ONLY_FOR: Mapping[str, frozenset[StatementKind]] = {
    "purpose": frozenset({StatementKind.COOPERATION}),
    "since": frozenset({StatementKind.COOPERATION, StatementKind.ACTIVITY}),
    "status": frozenset({StatementKind.COOPERATION, StatementKind.ACTIVITY}),
    "role": frozenset({StatementKind.ACTOR, StatementKind.COOPERATION}),
    "why_missing": frozenset({StatementKind.ACTOR}),
    "who_asks": frozenset({StatementKind.ACTOR, StatementKind.AGREEMENT}),
}


class GuideItem(PlanItemDraft):
    """One item of a guide: a plan item that holds what every copy of it needs."""

    @field_validator("details_offered")
    @classmethod
    def _known_details(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        unknown = [name for name in names if name not in DETAIL_FIELDS]
        if unknown:
            raise ValueError(f"unknown: {', '.join(unknown)}")
        return names

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.min_minutes > self.minutes:
            raise ValueError("min_minutes above minutes")
        if self.kinds_offered and self.kinds_offered[0] is not self.statement_kind:
            raise ValueError("statement_kind is not the first of kinds_offered")
        if self.kind is PlanItemKind.QUESTION:
            self._check_question()
        elif self.identity:
            raise ValueError("only questions carry an identity")
        return self

    def _check_question(self) -> None:
        if not self.text:
            raise ValueError("a question without text")
        UUID(self.identity)


class GuideTheme(Validated):
    """A code of the starter codebook."""

    name: str = Field(min_length=1, max_length=200)
    definition: str = Field(min_length=1, max_length=2000)


class Guide(Validated):
    """A whole guide. Two guides with the same ``key`` are versions of one."""

    key: str = Field(pattern=re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$"), max_length=100)
    version: int = Field(ge=1)
    title: str = Field(min_length=1, max_length=200)
    description: str = Field(default="", max_length=500)
    series_title: str = Field(min_length=1, max_length=500)
    series_purpose: str = Field(default="", max_length=2000)
    naming: NamingLevel
    items: tuple[GuideItem, ...] = Field(min_length=1)
    themes: tuple[GuideTheme, ...] = ()

    @model_validator(mode="after")
    def _unambiguous(self) -> Self:
        if not self.questions:
            raise ValueError("no question")
        _refuse_twice(item.identity.lower() for item in self.questions)
        _refuse_twice(theme.name.casefold() for theme in self.themes)
        return self

    @property
    def questions(self) -> tuple[GuideItem, ...]:
        """The guiding questions in order."""
        return tuple(item for item in self.items if item.kind is PlanItemKind.QUESTION)

    @property
    def minutes(self) -> int:
        """Planned length of the whole plan."""
        return sum(item.minutes for item in self.items)


def parse_guide(data: Mapping[str, object], *, source: str = "") -> Guide:
    """The guide in ``data`` as read from TOML; ``source`` names the file in the error.

    Raises ``BadInputError`` with the path of the first fault, such as ``items[3].minutes``.
    """
    try:
        return Guide.model_validate(data)
    except ValidationError as error:
        first = error.errors(include_url=False, include_context=False)[0]
        where, found = _path(first["loc"]), str(first["input"])[:80]
        raise BadInputError("guide_invalid", source=source, where=where, found=found) from error


def details_for(
    kind: StatementKind, reading: Reading, offered: Iterable[str] = ()
) -> tuple[str, ...]:
    """The fields for afterwards to show for a statement of this kind under a question.

    What the question offers wins; without it the reading decides (a cooperation has a purpose
    wherever it is named). Fields that make no sense for the kind are left out: an obstacle told
    under the question for cooperations has no partners' purpose.
    """
    names = tuple(offered) or _BY_READING[reading]
    return tuple(name for name in names if kind in _ONLY_FOR.get(name, frozenset(StatementKind)))


def _refuse_twice(values: Iterable[str]) -> None:
    twice = [value for value, count in Counter(values).items() if count > 1]
    if twice:
        raise ValueError(f"twice: {', '.join(twice)}")


def _path(location: tuple[int | str, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).lstrip(".")

"""Fields and their values in words, where a difference or a change is shown to somebody."""

import datetime as dt
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from app.domain.changes import Entity
from app.domain.vocabulary import (
    Addressee,
    NamingLevel,
    OrganisationKind,
    PlanItemKind,
    Presence,
    Reading,
    SessionState,
    StatementKind,
)
from app.texts import Texts

_TECHNICAL = frozenset(
    {
        "block",
        "folded_title",
        "guide_key",
        "guide_title",
        "identity",
        "is_example",
        "method",
        "names_left",
        "pauses",
        "tables",
    }
)
"""Fields that nobody set by hand or would miss in a list."""

_WORDS: Mapping[str, type[StrEnum]] = {
    "naming": NamingLevel,
    "state": SessionState,
    "presence": Presence,
    "statement_kind": StatementKind,
    "kinds_offered": StatementKind,
    "default_addressees": Addressee,
    "addressees": Addressee,
    "reading": Reading,
}
"""Fields whose values stand in the vocabulary, under every entity."""

_KINDS: Mapping[Entity, type[StrEnum]] = {
    Entity.PLAN_ITEM: PlanItemKind,
    Entity.STATEMENT: StatementKind,
    Entity.ORGANISATION: OrganisationKind,
}
"""The vocabulary of the field ``kind``."""

_MINUTES = frozenset({"minutes", "min_minutes", "minutes_now"})


def is_shown(field: str) -> bool:
    """Whether a difference in this field says something to a reader."""
    return field not in _TECHNICAL


def field_word(texts: Texts, entity: Entity, field: str) -> str:
    """What a field is called: "Ort". One without a word of its own is "Weitere Angaben"."""
    return texts.find(f"fields.{entity}.{field}") or texts.get("fields.other")


def value_words(texts: Texts, entity: Entity, field: str, value: Any) -> str:
    """A value as columns hold it in words; empty for nothing. Moments are left to the caller."""
    if isinstance(value, list | tuple):
        return ", ".join(filter(None, (value_words(texts, entity, field, v) for v in value)))
    words = _KINDS.get(entity) if field == "kind" else _WORDS.get(field)
    if words is not None and value in list(words):
        return texts.word(words(value))
    return _plain_words(texts, field, value)


def _plain_words(texts: Texts, field: str, value: Any) -> str:
    match value:
        case None | dict() | dt.datetime():
            return ""
        case bool():
            return texts.get("fields.yes" if value else "fields.no")
        case dt.date():
            return texts.get("fields.date", day=value.day, month=value.month, year=value.year)
        case dt.time():
            return texts.get("fields.time", hour=value.hour, minute=value.minute)
    return texts.get("fields.minutes", n=value) if field in _MINUTES else str(value)

"""From drafts to columns: cleaning texts and turning vocabulary into what the tables hold."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from app.domain.statements import Actor, StatementDetails, stored
from app.domain.text import clean, clean_line
from app.errors import BadInputError

LINES = frozenset(
    [
        "title",
        "name",
        "place",
        "host",
        "facilitators",
        "note_takers",
        "organisation",
        "role",
        "speaker",
        "source",
        "who",
        "caption",
        "cluster",
        "wording",
        "contact",
    ]
)
"""Columns whose texts stand on one line wherever they are shown."""


def column_values(changes: BaseModel) -> dict[str, Any]:
    """The fields of a changes model that were set, as plain values (enums as strings, lists).

    Dates and times stay objects: the columns take them as they are.
    """
    return {name: _plain(getattr(changes, name)) for name in sorted(changes.model_fields_set)}


def all_values(draft: BaseModel) -> dict[str, Any]:
    """Every field of a draft as plain values, also those that were left at their default."""
    return {name: _plain(getattr(draft, name)) for name in type(draft).model_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, StatementDetails | Actor):
        return stored(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def cleaned(values: Mapping[str, Any], *, required: tuple[str, ...] = ()) -> dict[str, Any]:
    """The same values with every text in its normal form and trimmed at both ends.

    Titles and names become one line. Raises ``BadInputError`` when nothing is left of one of
    ``required`` that is among the values.
    """
    found = {name: _clean(value, one_line=name in LINES) for name, value in values.items()}
    if any(name in found and not found[name] for name in required):
        raise BadInputError("name_empty")
    return found


def _clean(value: Any, *, one_line: bool) -> Any:
    if isinstance(value, str):
        return clean_line(value).text if one_line else clean(value).text.strip()
    if isinstance(value, list):
        return [_clean(part, one_line=one_line) for part in value]
    if isinstance(value, dict):
        return {key: _clean(part, one_line=one_line) for key, part in value.items()}
    return value


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same. Nothing, empty texts and lists do; "no" is a value."""
    return bool(_nothing(one) and _nothing(other)) or bool(one == other)


def _nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | tuple | dict) and not value)

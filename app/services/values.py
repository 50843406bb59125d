"""From drafts to columns: cleaning texts and turning vocabulary into what the tables hold."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from app.domain.text import clean


def column_values(changes: BaseModel) -> dict[str, Any]:
    """The fields of a changes model that were set, as plain values (enums as strings, lists).

    Dates and times stay objects: the columns take them as they are.
    """
    return {name: _plain(getattr(changes, name)) for name in sorted(changes.model_fields_set)}


def all_values(draft: BaseModel) -> dict[str, Any]:
    """Every field of a draft as plain values, also those that were left at their default."""
    return {name: _plain(getattr(draft, name)) for name in type(draft).model_fields}


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def cleaned(values: Mapping[str, Any]) -> dict[str, Any]:
    """The same values with every text in its normal form and trimmed at both ends."""
    return {name: _clean(value) for name, value in values.items()}


def _clean(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value).text.strip()
    if isinstance(value, list):
        return [_clean(part) for part in value]
    if isinstance(value, dict):
        return {key: _clean(part) for key, part in value.items()}
    return value


def same(one: Any, other: Any) -> bool:
    """Whether two values say the same. Nothing, empty texts and lists do; "no" is a value."""
    return bool(_nothing(one) and _nothing(other)) or bool(one == other)


def _nothing(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | tuple | dict) and not value)

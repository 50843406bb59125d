"""Rows of a query as the fields of a view: by name, each read as the view has it."""

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

Read = Callable[[Any], Any]


def fields_of(names: Sequence[str], row: Sequence[Any], read: Mapping[str, Read]) -> dict[str, Any]:
    """The values of ``row`` by ``names``; those that ``read`` names are turned into more."""
    values = dict(zip(names, row, strict=True))
    for name, turned in read.items():
        values[name] = turned(values[name])
    return values


def if_given(read: Read) -> Read:
    """The same for a column that may be empty."""
    return lambda value: read(value) if value else None


def listed(value: str) -> tuple[Any, ...]:
    """A JSON list."""
    return tuple(json.loads(value))


def list_of(read: Read) -> Read:
    """A JSON list of what ``read`` makes."""
    return lambda value: tuple(map(read, json.loads(value)))

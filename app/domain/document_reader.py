"""Taking values out of parsed JSON, and saying exactly what is wrong with them.

Every fault names the file, the place in it, what was found and what was expected.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar
from uuid import UUID
from zoneinfo import ZoneInfoNotFoundError

from app.domain.statements import MAX_TEXT
from app.domain.text import clean, clean_line
from app.errors import BadInputError, TextKey

EnumT = TypeVar("EnumT", bound=StrEnum)
ValueT = TypeVar("ValueT")

_CANONICAL = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(slots=True)
class Row:
    """One row of a file: its id, its place and the values that are present."""

    uid: str
    path: str
    values: dict[str, Any]


class Reader:
    """Takes values out of parsed JSON and says exactly what is wrong with them."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.cleaned = 0
        self.warnings: list[str] = []
        self.taken_numbers: list[str] = []
        """Evidence numbers that new statements had to give up, because others have them."""

    def fail(self, code: str, **values: object) -> BadInputError:
        """The error for a fault in this file."""
        return BadInputError(f"document_{code}", source=self.source, **values)

    def wrong_type(self, where: str, found: object, expected: str) -> BadInputError:
        """The error for a value of another type or form than expected."""
        key = TextKey(f"errors.document_expected.{expected}")
        return self.fail("wrong_type", where=where, found=shown(found), expected=key)

    def table(self, row: Mapping[str, Any], key: str, where: str = "") -> dict[str, Any]:
        """A required object."""
        value = row.get(key)
        if value is None:
            raise self.missing(where, key, "object")
        return self.as_table(value, join(where, key))

    def as_table(self, value: Any, where: str) -> dict[str, Any]:
        """``value`` if it is an object."""
        if not isinstance(value, dict):
            raise self.wrong_type(where, value, "object")
        return value

    def items(self, row: Mapping[str, Any], key: str, where: str = "") -> list[Any]:
        """A list; missing or null is empty."""
        value = row.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong_type(join(where, key), value, "list")
        return value

    def text(self, row: Mapping[str, Any], key: str, where: str, *, required: bool = False) -> str:
        """A cleaned text, trimmed; missing or null is empty unless required."""
        value = row.get(key)
        if value is None:
            if required:
                raise self.missing(where, key, "string")
            return ""
        if not isinstance(value, str):
            raise self.wrong_type(join(where, key), value, "string")
        text = self.clean(value, join(where, key))
        if required and not text:
            raise self.missing(where, key, "string")
        return text

    def line(self, row: Mapping[str, Any], key: str, where: str, *, required: bool = False) -> str:
        """Like ``text``, for what stands on one line: titles and names."""
        return clean_line(self.text(row, key, where, required=required)).text

    def lines(self, row: Mapping[str, Any], key: str, where: str) -> list[str]:
        """Like ``texts``, for a list of names."""
        return [clean_line(text).text for text in self.texts(row, key, where)]

    def clean(self, value: str, where: str) -> str:
        """The normal form of a text; counts what had to be cleaned."""
        if len(value) > MAX_TEXT:
            raise self.fail("text_too_long", where=where, length=len(value), limit=MAX_TEXT)
        cleaned = clean(value)
        self.cleaned += bool(cleaned.removed)
        return cleaned.text.strip()

    def texts(self, row: Mapping[str, Any], key: str, where: str) -> list[str]:
        """A list of texts; empty ones are left out."""
        found = []
        for number, value in enumerate(self.items(row, key, where)):
            place = f"{join(where, key)}[{number}]"
            if not isinstance(value, str):
                raise self.wrong_type(place, value, "string")
            if text := self.clean(value, place):
                found.append(text)
        return found

    def uid(self, row: Mapping[str, Any], key: str, where: str, *, required: bool = True) -> str:
        """A UUID in its canonical form; empty when missing and not required."""
        value = row.get(key)
        if value is None or value == "":
            if required:
                raise self.missing(where, key, "uuid")
            return ""
        uid = canonical_uid(value)
        if uid is None:
            raise self.wrong_type(join(where, key), value, "uuid")
        return uid

    def integer(self, row: Mapping[str, Any], key: str, where: str) -> int | None:
        """A whole number or None."""
        value = row.get(key)
        if value is None or (isinstance(value, int) and not isinstance(value, bool)):
            return value
        raise self.wrong_type(join(where, key), value, "integer")

    def flag(self, row: Mapping[str, Any], key: str, where: str) -> bool | None:
        """True, false or None."""
        value = row.get(key)
        if value is None or isinstance(value, bool):
            return value
        raise self.wrong_type(join(where, key), value, "boolean")

    def member(self, enum: type[EnumT], value: Any, where: str) -> EnumT:
        """A word of the vocabulary."""
        try:
            return enum(value)
        except ValueError:
            what = TextKey(f"errors.document_what.{enum.__name__}")
            allowed = ", ".join(enum)
            raise self.fail(
                "unknown_value", where=where, found=shown(value), what=what, allowed=allowed
            ) from None

    def parsed(
        self,
        row: Mapping[str, Any],
        key: str,
        where: str,
        *,
        parse: Callable[[str], ValueT],
        expected: str,
        required: bool = False,
    ) -> ValueT | None:
        """A text that ``parse`` understands; None when missing and not required."""
        value = row.get(key)
        if value is None or value == "":
            if required:
                raise self.missing(where, key, expected)
            return None
        if not isinstance(value, str):
            raise self.wrong_type(join(where, key), value, expected)
        try:
            return parse(value)
        except (ValueError, TypeError, OverflowError, ZoneInfoNotFoundError, OSError):
            raise self.wrong_type(join(where, key), value, expected) from None

    def unknown(self, row: Mapping[str, Any], known: frozenset[str], where: str) -> None:
        """Remember fields that are not part of the format."""
        if not row.keys() <= known:
            self.warnings += [join(where, shown(key)) for key in row if key not in known]

    def missing(self, where: str, key: str, expected: str) -> BadInputError:
        """The error for a required field that is not there."""
        key_text = TextKey(f"errors.document_expected.{expected}")
        return self.fail("missing_field", where=join(where, key), expected=key_text)


def canonical_uid(value: object) -> str | None:
    """A UUID, however it is written, in its usual form; None if it is none."""
    if not isinstance(value, str):
        return None
    if _CANONICAL.fullmatch(value):
        return value
    try:
        return str(UUID(value))
    except ValueError:
        return None


def join(where: str, key: str) -> str:
    """The place of ``key`` inside ``where``."""
    return f"{where}.{key}" if where else key


def shown(value: object, limit: int = 60) -> str:
    """A found value, short enough for a message."""
    try:
        text = value if isinstance(value, str) else json.dumps(value, default=str)
    except RecursionError:
        text = "…"
    text = clean(text[: limit + 1]).text.replace("\n", " ")
    return text if len(text) <= limit else f"{text[:limit]}…"

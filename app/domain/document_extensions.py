"""Reading what a session document carries beyond version 1: rows by entity, each with its id.

Fields that ``document_models`` does not list are ignored with a warning.
"""

from collections.abc import Iterator
from typing import Any

from pydantic import (
    BaseModel,
    ValidationError,
)
from pydantic_core import ErrorDetails

from app.domain.document import EXTENSION, SessionDocument
from app.domain.document_models import MODELS, STATEMENT_FIELDS, Extra
from app.domain.document_reader import Reader, Row, join, shown
from app.domain.minutes_wishes import MinutesWishes
from app.domain.statements import Actor, StatementDetails, stored
from app.domain.validated import STRICT
from app.errors import BadInputError, TextKey


def extension_rows(document: SessionDocument, reader: Reader, entity: str) -> Iterator[Row]:
    """The checked rows of one entity with only the fields that are present.

    Raises ``BadInputError`` with the place of the first fault.
    """
    model = MODELS[entity]
    own = frozenset(("id", *model.model_fields))
    known = own | STATEMENT_FIELDS if entity == "statement" else own
    seen: dict[str, str] = {}
    for number, row in enumerate(document.extensions.get(entity, ())):
        where = f"extensions.{EXTENSION}.{entity}[{number}]"
        reader.unknown(row, known, where)
        uid = reader.uid(row, "id", where)
        first = seen.setdefault(uid, where)
        if first != where:
            raise reader.fail("duplicate_id", where=join(where, "id"), found=uid, first=first)
        yield Row(uid, where, _values(reader, model, row, where))


def _values(reader: Reader, model: type[Extra], row: dict[str, Any], where: str) -> dict[str, Any]:
    fields = model.model_fields
    # Null is nothing, but for the fields to which it says something.
    given = {
        name: value
        for name, value in row.items()
        if value is not None or (name in fields and fields[name].default is None)
    }
    checked = _checked(reader, model, given, where)
    found = {
        name: _clean(reader, _plain(getattr(checked, name)), join(where, name))
        for name in fields
        if name in given
    }
    for name, value in found.items():
        if value == "" and fields[name].is_required():
            raise reader.missing(where, name, "string")
    return found


def _checked(reader: Reader, model: type[Extra], given: dict[str, Any], where: str) -> Extra:
    """The row as the model has it. Lone surrogates, which pydantic refuses, are cleaned first."""
    try:
        return model.model_validate(given, context=STRICT)
    except ValidationError as error:
        faults = error.errors()
    if any(fault["type"] == "string_unicode" for fault in faults):
        cleaned = _all_clean(reader, given, model, where)
        if cleaned != given:
            return _checked(reader, model, cleaned, where)
    raise _fault(reader, faults[0], where)


def _all_clean(
    reader: Reader, given: dict[str, Any], model: type[Extra], where: str
) -> dict[str, Any]:
    """The fields of the model with every text in its normal form, before they were checked."""
    try:
        return {
            name: _clean(reader, value, join(where, name))
            for name, value in given.items()
            if name in model.model_fields
        }
    except RecursionError:
        raise reader.fail("too_deep") from None


def _fault(reader: Reader, fault: ErrorDetails, where: str) -> BadInputError:
    """The error for what pydantic found, in our words."""
    for part in fault["loc"]:
        where = f"{where}[{part}]" if isinstance(part, int) else join(where, part)
    kind, found, limits = fault["type"], fault["input"], fault.get("ctx", {})
    if kind == "missing":
        expected = TextKey("errors.document_expected.string")
        return reader.fail("missing_field", where=where, expected=expected)
    if kind == "string_too_long":
        limit = limits["max_length"]
        return reader.fail("text_too_long", where=where, length=len(found), limit=limit)
    if kind == "enum":
        what = TextKey("errors.document_what.value")
        allowed = limits["expected"].replace("'", "").replace(" or ", ", ")
        return reader.fail(
            "unknown_value", where=where, found=shown(found), what=what, allowed=allowed
        )
    for beginning, form in _EXPECTED.items():
        if kind.startswith(beginning):
            return reader.wrong_type(where, found, form)
    why = TextKey(f"errors.document_fault.{_FAULTS.get(kind, 'other')}")
    return reader.fail("invalid", where=where, found=shown(found), reason=why)


_EXPECTED = {
    "bool_": "boolean",
    "int_": "integer",
    "tuple_": "list",
    "model_": "object",
    "dataclass_": "object",
    "string_type": "string",
    "string_too_short": "string",
    "datetime_": "datetime",
    "timezone_": "datetime",
    "date_": "date",
    "time_": "time",
}
"""What was expected, by the beginning of pydantic's name for the fault."""
_FAULTS = {
    "greater_than_equal": "range",
    "less_than_equal": "range",
    "string_pattern_mismatch": "signs",
    "extra_forbidden": "unknown",
    "unexpected_keyword_argument": "unknown",
}


def _plain(value: Any) -> Any:
    if isinstance(value, MinutesWishes):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, StatementDetails | Actor):
        return stored(value)
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json", exclude_defaults=True)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, str) else value


def _clean(reader: Reader, value: Any, where: str) -> Any:
    if isinstance(value, str):
        return reader.clean(value, where)
    if isinstance(value, list):
        return [_clean(reader, part, where) for part in value]
    if isinstance(value, dict):
        return {key: _clean(reader, part, where) for key, part in value.items()}
    return value

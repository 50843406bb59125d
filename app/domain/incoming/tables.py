"""Tables of small groups as they come in: typed one per line, or read from a document."""

from pydantic import Field

from app.domain.tables import MAX_TABLES
from app.domain.validated import Validated

MAX_NAME = 100
_A_DAY = 1440


class TableDraft(Validated):
    """A table as it goes in."""

    name: str = Field(min_length=1, max_length=MAX_NAME)
    minutes: int | None = Field(default=None, ge=0, le=_A_DAY)


def parse_tables(text: str) -> tuple[TableDraft, ...]:
    """The tables that somebody typed, one per line; a name stands once."""
    found: dict[str, TableDraft] = {}
    for line in filter(None, map(str.strip, text.splitlines())):
        name, comma, number = line.rpartition(",")
        minutes = _minutes(number) if comma and name.strip() else None
        plain = (line if minutes is None else name).strip()[:MAX_NAME]
        found.setdefault(plain, TableDraft(name=plain, minutes=minutes))
    return tuple(found.values())[:MAX_TABLES]


def _minutes(text: str) -> int | None:
    """The minutes at the end of a line: "20" or "20 min"."""
    digits = text.strip().removesuffix("min").strip()
    fits = digits.isascii() and digits.isdigit() and len(digits) <= len(str(_A_DAY))
    return int(digits) if fits and int(digits) <= _A_DAY else None

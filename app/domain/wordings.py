"""What happened to a statement, as the journal tells it."""

import datetime as dt
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field; values as the journal holds them, with uids for references."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Wording:
    """One operation on a statement and how it read afterwards."""

    at: dt.datetime
    """Aware UTC."""
    operation: str
    """Name code, as ``statement.edit``."""
    role: str
    """``do``, ``undo`` or ``redo``."""
    author: str
    text: str
    changes: tuple[FieldChange, ...]

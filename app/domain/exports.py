"""The export log: what left the program, when, in which version, for whom and whom it named."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields

from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, PaperKind

SESSION_FILE = "session"
"""The kind of a whole session that was handed on as a file."""
FEEDBACK_FORM = "feedback"
"""The kind of a form that asks participants what they say to the minutes."""
SHARES = "shares"
"""The kind of a table of shares of the talk."""
PSEUDONYM_TABLE = "pseudonyms"
"""The kind of the table that says who is who."""
PRINTED = "print"
"""The form of what went to a printer."""
MAX_RECIPIENT = 500
LOGGING = ("export.note", "export.recipient")
"""Operations that keep the log: they change nothing that is printed."""
_OF_THE_VERSION = frozenset(
    ("kind", "created", "state", "version", "given_on", "since", "changes", "paged", "author")
) | {"naming_limit"}
"""What the log says in columns of their own, or what says nothing about the content."""


@dataclass(frozen=True, slots=True)
class Export:
    """One thing that leaves the program. ``named``: participants (uids) whose name is in it."""

    kind: str
    """A ``MinutesKind``, a ``PaperKind`` or one of the kinds above."""
    form: str
    """The ending of the file, or ``PRINTED``."""
    file_name: str = ""
    """Without the folder: that says more about the computer than about the file."""
    version: int | None = None
    state: str = ""
    naming: str = ""
    """The level that held for statements; empty if nobody was named with them."""
    options: Mapping[str, bool | str] = field(default_factory=dict)
    """What was chosen otherwise than usual."""
    template: str = ""
    named: Sequence[str] = ()
    recipient: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportView(Export):
    """A line of the log."""

    uid: str
    exported_at: dt.datetime
    session_uid: str

    @property
    def is_minutes(self) -> bool:
        """Whether it was minutes."""
        return self.kind in set(MinutesKind)

    @property
    def paper(self) -> PaperKind | None:
        """Which paper for the room it was, if any."""
        return PaperKind(self.kind) if self.kind in set(PaperKind) else None


def chosen(options: MinutesOptions) -> dict[str, bool | str]:
    """The options that are not as usual, as the log keeps them."""
    return {
        each.name: value if isinstance(value, bool) else str(value)
        for each in fields(options)
        if each.name not in _OF_THE_VERSION
        and each.compare
        and (value := getattr(options, each.name)) != each.default
    }

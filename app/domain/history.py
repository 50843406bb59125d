"""What has happened to one statement, as views: every change, and every wording it ever had."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a statement before and after.

    ``field`` is the name in the tables, but ``person`` and ``item`` (with names instead of uids),
    ``place`` (moved up or down; without values) and ``deleted`` (true or false). Values are plain:
    texts, numbers, true and false, lists; vocabulary as its codes.
    """

    field: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class HistoryStep:
    """One operation that touched the statement. ``at`` is aware UTC."""

    at: dt.datetime
    author: str
    operation: str
    """Name code, ``operations.<code>`` in words."""
    role: str
    """``do``, ``undo`` or ``redo``."""
    changes: tuple[FieldChange, ...]
    text_before: str | None
    """None: the statement was made by this step."""
    text: str
    """Its wording after the step."""

    @property
    def is_first(self) -> bool:
        """Whether the statement was made here."""
        return self.text_before is None

    @property
    def rewords(self) -> bool:
        """Whether the wording is another one after this step."""
        return self.text_before != self.text


@dataclass(frozen=True, slots=True)
class StatementHistory:
    """Everything the journal knows of a statement, oldest first."""

    uid: str
    steps: tuple[HistoryStep, ...]

    def wordings(self) -> tuple[str, ...]:
        """Every wording it had, each once, in the order in which it first had it."""
        return tuple(dict.fromkeys(self._texts()))

    def _texts(self) -> Iterator[str]:
        return (step.text for step in self.steps)


class Word(StrEnum):
    """What happened to some words from one wording to the next."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


def word_differences(before: str, after: str) -> tuple[tuple[Word, str], ...]:
    """The two wordings as one text: pieces that stayed, went or came, in reading order."""
    old, new = (re.findall(r"\s+|\w+|[^\w\s]+", text) for text in (before, after))
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    pieces: list[tuple[Word, str]] = []
    removed = added = ""
    for what, a, b, c, d in matcher.get_opcodes():
        gone, come = "".join(old[a:b]), "".join(new[c:d])
        if what == "equal" and (gone.strip() or not (removed or added)):
            pieces += [(Word.REMOVED, removed), (Word.ADDED, added), (Word.KEPT, gone)]
            removed = added = ""
        else:  # a space between two changed words belongs to the change
            removed, added = removed + gone, added + come
    pieces += [(Word.REMOVED, removed), (Word.ADDED, added)]
    return tuple((word, text) for word, text in pieces if text)

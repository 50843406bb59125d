"""Typographic signs while somebody types in a field; one key takes each of them back.

The replacement is a step of undo of its own. Backspace right behind it does the same: the typed
sign stands there again, and stays, because only a key that is typed is looked at.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat, QTextCursor

from app.domain.typography import Typeset, typeset
from ui.settings import TYPOGRAPHY

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

    from ui.settings import Settings

_KEYS = frozenset("\"'. ")


class Typesetting:
    """For one field, which asks before and after each key."""

    def __init__(self, edit: QPlainTextEdit | QTextEdit, settings: Settings) -> None:
        self._edit = edit
        self._settings = settings
        self._made: tuple[int, int, Typeset] | None = None
        """The last replacement: where the cursor stood, the revision, and what it was."""

    @property
    def enabled(self) -> bool:
        """Whether signs are set at all."""
        return self._settings.flag(TYPOGRAPHY, default=True)

    def take_back(self, event: QKeyEvent) -> bool:
        """Backspace right behind a replacement; False: an ordinary key."""
        made, self._made = self._made, None
        if made is None or event.key() != Qt.Key.Key_Backspace or event.modifiers():
            return False
        position, revision, done = made
        cursor, now = self._edit.textCursor(), self._edit.document().revision()
        if cursor.hasSelection() or (cursor.position(), now) != (position, revision):
            return False
        self._replace(Typeset(done.instead, done.typed))
        return True

    def typed(self, event: QKeyEvent, *, quote_sign: bool = False) -> None:
        """A key was typed: replace what stands before the cursor, if there is a better sign."""
        if event.text() not in _KEYS or not event.text():
            return
        if not self.enabled:
            return
        cursor = self._edit.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = typeset(before, quote_sign=quote_sign)
        if found is not None:
            self._replace(found)
            place = self._edit.textCursor().position()
            self._made = (place, self._edit.document().revision(), found)

    def _replace(self, done: Typeset) -> None:
        cursor = self._edit.textCursor()
        cursor.beginEditBlock()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(done.typed)
        )
        cursor.insertText(done.instead, QTextCharFormat())
        cursor.endEditBlock()

"""Names of text blocks become their texts while somebody writes in a field.

Seen before the field gets a key: one that ends a name puts the text in the place of the name, and
goes on to do what it always does. Only Backspace right behind a text that was just put in is
taken: the name stands there again.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from app.domain.text import to_utf16
from app.domain.text_blocks import TextBlockView, block_before, ends_name
from ui.widgets.statement_entry_chip_edit import ChipEdit, PutIn

_ENDING_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_KEEP = QTextCursor.MoveMode.KeepAnchor


class TextExpansion(QObject):
    """Belongs to its field and goes with it. ``blocks`` gives those of the moment."""

    def __init__(
        self, edit: QPlainTextEdit | QTextEdit, blocks: Callable[[], Sequence[TextBlockView]]
    ) -> None:
        super().__init__(edit)
        self._edit = edit
        self._blocks = blocks
        self._last: PutIn | None = None
        """What the key before this one put in."""
        if isinstance(edit, ChipEdit):
            # It tells of each key itself: a filter is asked seven times for one.
            edit.before_key = self._on_key
            edit.block_put_in.connect(self._remember)
        else:
            edit.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Before each key."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return self._on_key(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Shift, Qt.Key.Key_AltGr):
            return False  # on the way to another key
        last, self._last = self._last, None
        if event.key() == Qt.Key.Key_Backspace and not event.modifiers() and last is not None:
            return self._take_back(last)
        if self._ends_name(event) and not self._edit.isReadOnly():
            self._put_in()
        return False

    def _ends_name(self, event: QKeyEvent) -> bool:
        if event.key() in _ENDING_KEYS:
            # In the entry line Tab takes the proposal.
            return event.key() != Qt.Key.Key_Tab or not isinstance(self._edit, ChipEdit)
        return event.text().isprintable() and ends_name(event.text())

    def _put_in(self) -> None:
        if self._edit.textCursor().hasSelection():
            return
        before = self._before()
        found = block_before(before, len(before), self._blocks())
        if found is None or self._is_plain(found.start):
            return
        put_in = PutIn(found.start, before[found.start :], found.block.text)
        self._replace(put_in.start, put_in.typed, put_in.text)
        self._last = put_in

    def _is_plain(self, start: int) -> bool:
        """Pasted, or taken back before: it stays as it is."""
        edit = self._edit
        return isinstance(edit, ChipEdit) and edit.line.is_literal(start, edit.cursor_index())

    def _remember(self, put_in: PutIn) -> None:
        self._last = put_in

    def _take_back(self, last: PutIn) -> bool:
        """The name again; the character that ended it stays behind it. False: it is elsewhere."""
        before, end = self._before(), last.start + len(last.text)
        if before[last.start : end] != last.text or len(before) - end not in (0, 1):
            return False
        self._replace(last.start, last.text, last.typed)
        return True

    def _before(self) -> str:
        """What stands before the cursor."""
        edit = self._edit
        if isinstance(edit, ChipEdit):
            return edit.line.text[: edit.cursor_index()]
        cursor = edit.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Start, _KEEP)
        return cursor.selectedText().replace("\u2029", "\n")

    def _replace(self, start: int, old: str, new: str) -> None:
        """Put ``new`` in the place of ``old``; the cursor stays behind what follows."""
        edit = self._edit
        if isinstance(edit, ChipEdit):
            behind = edit.cursor_index() - start - len(old)
            line = edit.line.edited(start, len(old), new, pasted=True)
            edit.replace_line(line, start + len(new) + behind)
            return
        before = self._before()
        cursor = QTextCursor(edit.document())
        cursor.setPosition(to_utf16(before, start))
        cursor.setPosition(to_utf16(before, start + len(old)), _KEEP)
        cursor.insertText(new, QTextCharFormat())

"""Wavy lines under wrong words of one text field, and the menu with what they could be.

The lines are extra selections, not formats of a highlighter: that would run inside every key. A
word is marked when the typing pauses, and not while the cursor stands where it is being typed.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QMenu, QPlainTextEdit, QTextEdit

from app.domain.spelling import words_to_check
from app.domain.text import from_utf16, to_utf16
from ui.widgets.statement_entry_chip_edit import ChipEdit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ui.spelling import Speller
    from ui.theme import Theme

PAUSE_MS = 350
LONGEST = 20_000
"""Longer texts were pasted; looking through them at every pause would be felt."""

_KEEP = QTextCursor.MoveMode.KeepAnchor


class SpellingMarks(QObject):
    """Belongs to its field and goes with it."""

    def __init__(self, edit: QPlainTextEdit | QTextEdit, speller: Speller, theme: Theme) -> None:
        super().__init__(edit)
        self._edit = edit
        self._speller = speller
        self._theme = theme
        self._typed_at = -1
        self._marks: list[QTextCursor] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.refresh)
        edit.textChanged.connect(self._on_text)
        edit.cursorPositionChanged.connect(self._pause.start)
        edit.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        edit.customContextMenuRequested.connect(self._open_at)
        speller.changed.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self._pause.start()

    def marked(self) -> tuple[str, ...]:
        """The words that are marked, in order."""
        return tuple(mark.selectedText() for mark in self._marks)

    # -- marking ----------------------------------------------------------------------------

    def _on_text(self) -> None:
        """A word that is being changed is not marked any more; the rest waits for a pause."""
        self._typed_at = self._edit.textCursor().position()
        if self._marks:
            at = self._typed_at
            kept = [m for m in self._marks if not m.selectionStart() <= at <= m.selectionEnd()]
            if len(kept) != len(self._marks):
                self._show(kept)
        self._pause.start()

    def refresh(self) -> None:
        """Mark what is wrong now."""
        self._pause.stop()
        marks = list(self._wrong()) if self._speller.enabled else []
        if marks or self._marks:
            self._show(marks)

    def _wrong(self) -> Iterator[QTextCursor]:
        text = self._edit.toPlainText()
        if len(text) > LONGEST or self._edit.isReadOnly() or not self._edit.isEnabled():
            return
        typing = self._place_of_typing(text)
        found = [f for f in words_to_check(text) if not f.start < typing <= f.end]
        wrong = self._speller.wrong(f.word for f in found)
        for word in (f for f in found if f.word in wrong):
            cursor = QTextCursor(self._edit.document())
            cursor.setPosition(to_utf16(text, word.start))
            cursor.setPosition(to_utf16(text, word.end), _KEEP)
            yield cursor

    def _place_of_typing(self, text: str) -> int:
        """The index at which somebody types, -1 once the cursor has gone elsewhere."""
        at = self._edit.textCursor().position()
        return from_utf16(text, at) if self._edit.hasFocus() and at == self._typed_at else -1

    def _show(self, marks: list[QTextCursor]) -> None:
        self._marks = marks
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(self._theme.color("error"))
        selections = []
        for mark in marks:
            selection = QTextEdit.ExtraSelection()
            selection.cursor, selection.format = mark, wave
            selections.append(selection)
        self._edit.setExtraSelections(selections)

    # -- the menu ---------------------------------------------------------------------------

    def open_at_cursor(self) -> None:
        """The menu for the word at the cursor, else for the last wrong one before it."""
        self._typed_at = -1
        self.refresh()
        at = self._edit.textCursor().position()
        before = [mark for mark in self._marks if mark.selectionStart() <= at]
        mark = next(iter((*before[-1:], *self._marks)), None)
        if mark is not None:
            place = QTextCursor(mark)
            place.setPosition(mark.selectionEnd())
            self._open(mark, self._edit.cursorRect(place).bottomLeft())

    def _open_at(self, position: QPoint) -> None:
        """The menu of the field, with the word under the pointer."""
        at = self._edit.cursorForPosition(position).position()
        marks = (m for m in self._marks if m.selectionStart() <= at <= m.selectionEnd())
        self._open(next(marks, None), position)

    def _open(self, mark: QTextCursor | None, position: QPoint) -> None:
        menu = self._edit.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if mark is not None:
            self._add_word_part(menu, QTextCursor(mark))
        menu.addSeparator()
        selected = self._edit.textCursor().hasSelection()
        words = (
            self.tr("Make it a text block …") if selected else self.tr("Words and text blocks …")
        )
        menu.addAction(words).triggered.connect(self._speller.words_wanted)
        switch = menu.addAction(self.tr("Check spelling"))
        switch.setCheckable(True)
        switch.setChecked(self._speller.enabled)
        switch.toggled.connect(self._switch)
        if self._speller.enabled and self._speller.missing:
            menu.addAction(self.tr("There is no dictionary on this computer")).setEnabled(False)
        menu.popup(self._edit.viewport().mapToGlobal(position))

    def _add_word_part(self, menu: QMenu, mark: QTextCursor) -> None:
        """Room for the suggestions, which come when they are known, and the own words."""
        word = mark.selectedText()
        first = menu.actions()[0]
        waiting = QAction(self.tr("Looking for suggestions …"), menu)
        waiting.setEnabled(False)
        add = QAction(self.tr("Add “%1” to the words of the series").replace("%1", word), menu)
        add.triggered.connect(partial(self._speller.add_word, word.strip("-")))
        menu.insertActions(first, [waiting, add])
        menu.insertSeparator(first)
        _Suggestions(menu, self, mark, waiting).ask(self._speller)

    def _switch(self, on: bool) -> None:
        self._speller.set_enabled(enabled=on)

    def replace(self, mark: QTextCursor, word: str) -> None:
        """Put another word in the place of a marked one, as one step of undo."""
        if isinstance(self._edit, ChipEdit):
            self._edit.replace_shown(mark.selectionStart(), mark.selectionEnd(), word)
        else:
            mark.insertText(word)
        self._edit.setFocus()


class _Suggestions(QObject):
    """Fills an open menu; goes with it, so that an answer that comes too late finds nobody."""

    def __init__(
        self, menu: QMenu, marks: SpellingMarks, mark: QTextCursor, waiting: QAction
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._marks = marks
        self._mark = mark
        self._waiting = waiting
        self._closed = False
        menu.aboutToHide.connect(self._close)

    def ask(self, speller: Speller) -> None:
        """Ask for them."""
        speller.suggest(self._mark.selectedText(), self._show)

    def _close(self) -> None:
        self._closed = True

    def _show(self, words: tuple[str, ...]) -> None:
        if self._closed:
            return
        if not words:
            self._waiting.setText(self.tr("No suggestions"))
            return
        actions = [QAction(word, self._menu) for word in words]
        for word, action in zip(words, actions, strict=True):
            action.triggered.connect(partial(self._marks.replace, self._mark, word))
        self._menu.insertActions(self._waiting, actions)
        self._menu.removeAction(self._waiting)
        self._menu.setActiveAction(actions[0])
        self._stay_on_screen()

    def _stay_on_screen(self) -> None:
        """A menu is placed as high as it opens; the entry line is low and the menu has grown."""
        box = self._menu.geometry()
        # Not the menu's own ``screen``, see ``MainWindow``.
        screen = QGuiApplication.screenAt(box.topLeft()) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        if box.bottom() > room.bottom():
            box.moveBottom(room.bottom())
            self._menu.move(box.x(), max(box.y(), room.y()))

"""The keys of the entry line: Enter records, nothing ever takes that from it.

Proposals get Tab, the arrows and Esc while they are shown; everything else types. What is pasted
goes in as plain text, a very long text only after a yes.
"""

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
)
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain.entry import Completion, Line, Sign
from app.domain.proposals import completions
from app.domain.typography import quoted_words
from ui.photos.sources import photos_in
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.completion import CompletionPopup
from ui.widgets.statement_entry_chip_edit import LINE_HEIGHT, Change, ChipEdit, PutIn
from ui.widgets.statement_entry_folding import OBJECT
from ui.widgets.typesetting import Typesetting

ASK_ABOVE = 20_000
"""Longer pasted texts are asked about first."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUOTES = ("'", '"')
_ONE_LINE, _THREE_LINES = 34, 78
_Keys = QKeySequence.StandardKey


class EntryEdit(ChipEdit):
    """A field of one to three lines. Enter submits; Tab takes a proposal or leaves."""

    submitted = Signal()
    lines_submitted = Signal()
    """Ctrl+Enter: each line is a statement."""
    person_wanted = Signal(object)
    """A ``Completion`` for somebody new; give it to ``take`` with the uid as its value."""
    up_wanted = Signal()
    """Up in the empty line."""
    escaped = Signal()
    """Esc without proposals."""
    undo_wanted = Signal()
    redo_wanted = Signal()
    """Of a line in which nothing was done: it is the session's last step that is meant."""
    paste_asked = Signal(str)
    """A text longer than ``ASK_ABOVE``; give it to ``insert_pasted`` after a yes."""
    photos_pasted = Signal(object)
    """What is on the clipboard is no text but photos: a tuple of ``Source``."""

    def __init__(self, theme: Theme, popup: CompletionPopup, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self._popup = popup
        self._dismissed: int | None = None
        self._pale: tuple[str, ...] = ("",)
        self.typesetting: Typesetting | None = None
        self.suggestion: Completion | None = None
        """Whoever speaks now: Tab takes it into the empty line, nothing else does."""
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("field", "plain")
        self.setProperty("role", Role.ENTRY.value)
        self.setProperty("focusRing", False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It paints its own ground: else each key would paint everything that lies behind it.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.line_changed.connect(self._propose)
        popup.chosen.connect(self.take)
        theme.changed.connect(self._restyle)
        self.set_line(Line())

    def set_pale(self, *wordings: str) -> None:
        """What stands in the empty line: the first wording that fits, else the last."""
        self._pale = wordings
        self._show_pale()

    def _show_pale(self) -> None:
        measure, room = self.fontMetrics().horizontalAdvance, self.viewport().width()
        fitting = (text for text in self._pale if measure(text) <= room)
        self.setPlaceholderText(next(fitting, self._pale[-1]))

    def take(self, completion: Completion) -> None:
        """Put a proposal into the line as a chip; somebody new has to be added first.

        A text block is text from then on.
        """
        if completion.what is Sign.BLOCK:
            self._put_in(completion)
            return
        if completion.is_new and completion.what is Sign.PERSON:
            self.person_wanted.emit(completion)
            return
        self.replace_line(self.line.chose(completion), completion.cursor)

    def _put_in(self, block: Completion) -> None:
        start, end = block.start, block.end
        typed = self.line.text[start:end]
        line = self.line.edited(start, end - start, f"{block.insert} ", pasted=True)
        self.replace_line(line, block.cursor)
        self.block_put_in.emit(PutIn(start, typed, block.insert))

    def _propose(self) -> None:
        found: tuple[Completion, ...] = ()
        if self.hasFocus() and not self.is_empty() and not self.textCursor().hasSelection():
            found = completions(self.line, self.cursor_index(), self.context, self.parsed)
        if not found:
            self._dismissed = None
        elif found[0].start == self._dismissed:
            found = ()
        self._popup.show_proposals(found, self.line.text)

    # -- keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter records; arrows and Esc belong to the proposals while there are any."""
        if self.before_key is not None and self.before_key(event):
            return
        if self._popup.is_open() and self._key_for_proposals(event):
            return
        if self._key_for_line(event):
            return
        letter = not _modified(event) and event.text() > " "
        undoing, redoing = (not letter and event.matches(keys) for keys in (_Keys.Undo, _Keys.Redo))
        restoring = undoing or redoing
        if restoring and self._is_fresh():
            (self.undo_wanted if undoing else self.redo_wanted).emit()
            return
        self.change = Change.RESTORED if restoring else Change.TYPED
        try:
            self._use_plain_format()
            self._type(event)
        finally:
            self.change = Change.PASTED
        if restoring:
            self.unfold_strays()

    def _is_fresh(self) -> bool:
        document = self.document()
        return not document.isUndoAvailable() and not document.isRedoAvailable()

    def _type(self, event: QKeyEvent) -> None:
        """A key, and the sign it turns into."""
        setting = self.typesetting
        if setting is not None and setting.take_back(event):
            return
        super().keyPressEvent(event)
        if setting is not None:
            quoted = event.text() in _QUOTES and self._has_quote_sign()
            setting.typed(event, quote_sign=quoted)
            if setting.enabled and '"' in self.line.text:
                self._set_quotation_marks()

    def _set_quotation_marks(self) -> None:
        """Of a sentence that begins with quoted words and is no quote as a whole."""
        line = self.line
        start = line.text.index('"')
        before = [chip for chip in self.chips() if chip.end <= start]
        end = quoted_words(line.text, start)
        is_first = not line.text[before[-1].end if before else 0 : start].strip()
        if self.parsed.verbatim or end is None or not is_first:
            return
        if not line.is_literal(start, start + 1) and not line.is_literal(end, end + 1):
            marked = line.edited(end, 1, "“").edited(start, 1, "„")
            self.replace_line(marked, self.cursor_index())

    def _has_quote_sign(self) -> bool:
        """A quotation mark in front, also behind chips, says that the line is a quote."""
        shown = self.toPlainText().replace(OBJECT, "").lstrip()
        return self.parsed.verbatim or shown == '"'

    def focusNextPrevChild(self, following: bool) -> bool:
        """Tab takes the proposal, in the empty line whoever speaks; else it leaves.

        Qt asks for the same when the line is closed: that takes nothing.
        """
        if not self.isEnabled():
            return super().focusNextPrevChild(following)
        current = self._popup.current() if self._popup.is_open() else None
        if current is None and self.is_empty():
            current = self.suggestion
        if following and current is not None:
            self.take(current)
            return True
        return super().focusNextPrevChild(following)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Accents and other composed characters are typed, too."""
        self.change = Change.TYPED
        try:
            self._use_plain_format()
            super().inputMethodEvent(event)
        finally:
            self.change = Change.PASTED

    def _key_for_proposals(self, event: QKeyEvent) -> bool:
        current = self._popup.current()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and not _modified(event):
            self._popup.go(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self._dismissed = current.start if current else None
            self._popup.close_proposals()
        else:
            return False
        return True

    def _key_for_line(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._break_line()
        elif key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.lines_submitted.emit()
        elif key in _ENTER:
            self.submitted.emit()
        elif key == Qt.Key.Key_Up and self.is_empty() and not _modified(event):
            self.up_wanted.emit()
        elif key == Qt.Key.Key_Escape:
            self.escaped.emit()
        elif key == Qt.Key.Key_Backspace and not _modified(event):
            return self._release_chip()
        else:
            return False
        return True

    def _break_line(self) -> None:
        self.change = Change.TYPED
        self.textCursor().insertText("\n", QTextCharFormat())
        self.change = Change.PASTED
        self.ensureCursorVisible()

    def _release_chip(self) -> bool:
        """Backspace behind a chip, or behind the space after it: the chip is text again."""
        if self.textCursor().hasSelection():
            return False
        cursor, text = self.cursor_index(), self.line.text
        for chip in self.chips():
            spaced = cursor == chip.end + 1 and text[chip.end] == " "
            if cursor == chip.end or spaced:
                line = self.line.released(chip)
                line = line.edited(chip.end, 1, "") if spaced else line
                self.replace_line(line, chip.end)
                return True
        return False

    def _use_plain_format(self) -> None:
        if not self.textCursor().hasSelection():
            self.setCurrentCharFormat(QTextCharFormat())

    # -- pasting and dropping ------------------------------------------------------------------

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text; dropped files are for the window."""
        return source.hasText() and not source.hasUrls()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Plain text only; a very long one is asked about. Photos are for others."""
        if photos := photos_in(source):
            self.photos_pasted.emit(photos)
            return
        text = source.text()
        if len(text) > ASK_ABOVE:
            self.paste_asked.emit(text)
        else:
            self.insert_pasted(text)

    # -- painting and size ---------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the line, then the text."""
        tokens = self._theme.tokens
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), tokens.surface if self.isEnabled() else tokens.paper)
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower field may need more lines."""
        super().resizeEvent(event)
        self._fit()
        self._show_pale()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size, another height."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()
            self._show_pale()

    def minimumSizeHint(self) -> QSize:
        """A few words."""
        return QSize(self._theme.px(120), self._theme.px(_ONE_LINE))

    def _fit(self) -> None:
        """One to three lines high, the text in the middle; more lines scroll."""
        content = round(self.document().size().height())
        low, high = self._theme.px(_ONE_LINE), self._theme.px(_THREE_LINES)
        height = min(max(content, low), high)
        seen = content if content <= high else self._theme.px(3 * LINE_HEIGHT)
        margin = max(0, (height - seen) // 2)
        self.setViewportMargins(0, margin, 0, margin)
        if height != self.height():
            self.setFixedHeight(height)

    def _restyle(self) -> None:
        """Chips are measured again."""
        self.set_line(self.line, self.cursor_index())
        self._fit()
        self.viewport().update()


def _modified(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier)

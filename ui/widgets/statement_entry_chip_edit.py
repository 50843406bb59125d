"""A text field whose shorthand is shown as chips while it is typed.

The field keeps an ``app.domain.entry.Line`` – the characters as typed – beside its document, in
which a chip is one object. Each change of the document becomes a change of the line, the line is
read again, and chips are folded or unfolded where the reading says so. Nothing is taken out of
the line by this: what is not read as a chip stays as it was typed.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.domain.entry import Line, Range, Span
from app.domain.pasting import lines_of, pasted
from app.domain.shorthand import EntryContext, ParsedLine, parse
from app.domain.text import from_utf16, to_utf16
from ui.theme import Theme
from ui.widgets.statement_entry_chips import (
    CHIP_TYPE,
    Chip,
    ChipObject,
    chip_format,
    chip_of,
)
from ui.widgets.statement_entry_folding import OBJECT, Folding, chips_to_show

LINE_HEIGHT = 22
_BREAKS = str.maketrans({"\u2029": "\n", "\u2028": "\n"})


class Change(Enum):
    """Where a change of the document comes from."""

    TYPED = auto()
    RESTORED = auto()
    """Undo or redo: read as it was read then."""
    PASTED = auto()
    """Anything else: never read as shorthand."""


@dataclass(frozen=True, slots=True)
class PutIn:
    """The text of a block in the place of its name; ``start`` is an index of the line."""

    start: int
    typed: str
    text: str


class ChipEdit(QTextEdit):
    """Keeps line and document together. Subclasses set ``change`` while keys are handled."""

    line_changed = Signal()
    """Text, chips or cursor are different now."""
    cleaned = Signal(int)
    """So many characters that no document may hold were taken out of a pasted text."""
    lines_pasted = Signal(int)
    """A text of so many lines went in."""
    focus_changed = Signal()
    block_put_in = Signal(object)
    """A ``PutIn``: a text block was chosen from the proposals."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.change = Change.PASTED
        self.before_key: Callable[[QKeyEvent], bool] | None = None
        """Is shown each key first; True takes it."""
        self._context = EntryContext()
        self._line = Line()
        self._read: Line | None = None
        self._seen: tuple[int | None, bool] = (None, False)
        self._parsed = ParsedLine("")
        self._folding = Folding()
        self._rendering = False
        self._memory: dict[int, tuple[tuple[Range, ...], tuple[Span, ...]]] = {}
        self.setAcceptRichText(False)
        self._chip_object = ChipObject(theme, self)
        document = self.document()
        document.documentLayout().registerHandler(CHIP_TYPE, self._chip_object)
        document.contentsChange.connect(self._on_change)
        self.textChanged.connect(self.sync)
        self.cursorPositionChanged.connect(self.sync)

    @property
    def line(self) -> Line:
        """The characters as typed, and which of them are plain or chosen."""
        return self._line

    @property
    def parsed(self) -> ParsedLine:
        """How the line is read."""
        return self._parsed

    @property
    def context(self) -> EntryContext:
        """What the signs can mean."""
        return self._context

    def set_context(self, context: EntryContext) -> None:
        """People, kinds or themes are different now."""
        if context != self._context:
            self._context = context
            self._read = None
            self.sync()

    def chips(self) -> tuple[Span, ...]:
        """What is shown as a chip."""
        return self._folding.chips

    def chip_words(self) -> tuple[str, ...]:
        """What the chips say, in order."""
        chips = (Chip(c.what, c.value, c.label, "") for c in self._folding.chips)
        return tuple(self._chip_object.word(chip) for chip in chips)

    def cursor_index(self) -> int:
        """Where the cursor stands in the line."""
        return self._folding.to_line(self.textCursor().position())

    def is_empty(self) -> bool:
        """Whether nothing is typed."""
        return not self._line.text

    def set_line(self, line: Line, cursor: int | None = None) -> None:
        """Show a kept line, with the cursor at an index (None: at the end)."""
        self._rendering = True
        try:
            self.setPlainText(line.text)
            self.space_lines()
            self._line = line
            self._folding = Folding(line.text)
            self._memory.clear()
        finally:
            self._rendering = False
        self._move_to(len(line.text) if cursor is None else min(cursor, len(line.text)))
        self.sync()
        self.document().clearUndoRedoStacks()

    def replace_line(self, line: Line, cursor: int) -> None:
        """Show a line that differs in some characters, as one step of undo."""
        old = self._folding
        head = _common(old.text, line.text)
        tail = _common(old.text[head:][::-1], line.text[head:][::-1])
        plain = Folding(old.text)
        self._rendering = True
        try:
            edit = QTextCursor(self.document())
            edit.beginEditBlock()
            self._unfold(edit, old, old.chips)
            edit.setPosition(plain.to_field(head))
            end = plain.to_field(len(old.text) - tail)
            edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
            edit.insertText(line.text[head : len(line.text) - tail], QTextCharFormat())
            edit.endEditBlock()
        finally:
            self._rendering = False
        self._line = line
        self._folding = Folding(line.text)
        self._move_to(cursor)
        self.sync()

    def replace_shown(self, first: int, last: int, text: str) -> None:
        """Replace what stands between two positions of the field; the cursor stays in its word."""
        start, end = self._folding.to_line(first), self._folding.to_line(last)
        cursor, stop = self.cursor_index(), start + len(text)
        if cursor > start:
            cursor = cursor + stop - end if cursor >= end else stop
        self.replace_line(self._line.edited(start, end - start, text), cursor)

    def insert_pasted(self, text: str) -> None:
        """Insert a text from elsewhere at the cursor; no sign in it means anything."""
        cleaned = pasted(text.replace(OBJECT, ""))
        self.change = Change.PASTED
        self.textCursor().insertText(cleaned.text, QTextCharFormat())
        if cleaned.removed:
            self.cleaned.emit(cleaned.removed)
        self.ensureCursorVisible()
        if "\n" in cleaned.text:
            self.lines_pasted.emit(len(lines_of(cleaned.text)))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy what was typed, not the objects."""
        cursor = self.textCursor()
        first = self._folding.to_line(cursor.selectionStart())
        last = self._folding.to_line(cursor.selectionEnd())
        # Qt's own object, refilled: one made in Python crashes the process if the clipboard lets go
        # of it after the interpreter has ended (offscreen does). Qt fills it at the first look.
        data = super().createMimeDataFromSelection()
        data.text()
        data.clear()
        data.setText(self._line.text[first:last])
        return data

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is in the line again."""
        super().focusInEvent(event)
        self.sync()
        self.focus_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is written out in full becomes a chip."""
        super().focusOutEvent(event)
        self.sync()
        self.focus_changed.emit()

    def space_lines(self) -> None:
        """Give all lines the height of statements; what is typed next inherits it."""
        spacing = QTextBlockFormat()
        height = self._theme.px(LINE_HEIGHT)
        kind = QTextBlockFormat.LineHeightTypes.MinimumHeight
        spacing.setLineHeight(height, int(kind.value))
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)

    def sync(self) -> None:
        """Read the line again, fold and unfold chips, tell the others."""
        if self._rendering:
            return
        cursor = self.cursor_index() if self.hasFocus() else None
        selected = self.textCursor().hasSelection()
        if self._line is not self._read:
            self._parsed = parse(self._line, self._context)
            self._read = self._line
            self._memory[hash(self._line.text)] = (self._line.literal, self._line.chosen)
        elif (cursor, selected) == self._seen:
            return  # Qt says twice that a key was typed: once for the text, once for the cursor.
        self._seen = (cursor, selected)
        wanted = chips_to_show(
            self._parsed, self._line.text, self._line.chosen, cursor, self._folding.chips
        )
        # Undo shows what stood there. Folding it again would be a new step in the middle of the
        # one that Qt is taking back: the next undo would find the same, for ever.
        if wanted != self._folding.chips and self.change is not Change.RESTORED:
            self._render(wanted)
        self.line_changed.emit()

    def unfold_strays(self) -> None:
        """After undo: a chip that came back and that the line is not read as is text."""
        read = set(self._parsed.spans)
        wanted = tuple(chip for chip in self._folding.chips if chip in read)
        if wanted != self._folding.chips:
            self._render(wanted)
            self.line_changed.emit()

    # -- from the document to the line ---------------------------------------------------------

    def _on_change(self, position: int, removed: int, added: int) -> None:
        """Carry a change of the document into the line."""
        if self._rendering:
            return
        shown = self.document().toRawText().translate(_BREAKS)
        start = self._folding.to_line(position)
        end = self._folding.to_line(position + removed)
        chips = list(self._chips_in(shown))
        first, last = from_utf16(shown, position), from_utf16(shown, position + added)
        pasted = self.change is not Change.TYPED
        line = self._line.edited(
            start, end - start, _typed(shown, chips, first, last), pasted=pasted
        )
        whole = _typed(shown, chips, 0, len(shown))
        if line.text != whole:
            line = _differing(self._line, whole)
        kept = self._memory.get(hash(whole)) if self.change is Change.RESTORED else None
        self._line = Line(whole, *kept) if kept is not None else line
        self._folding = Folding(whole, tuple(_spans(chips)))

    def _chips_in(self, shown: str) -> Iterable[tuple[int, Chip]]:
        """Where chips stand in the field: index in ``shown`` and chip."""
        cursor = QTextCursor(self.document())
        index = shown.find(OBJECT)
        while index >= 0:
            cursor.setPosition(to_utf16(shown, index + 1))
            chip = chip_of(cursor.charFormat())
            if chip is not None:
                yield index, chip
            index = shown.find(OBJECT, index + 1)

    # -- from the line to the document ---------------------------------------------------------

    def _render(self, wanted: tuple[Span, ...]) -> None:
        """Bring the document to show ``wanted``, as part of the change before."""
        index, old = self.cursor_index(), self._folding
        self._rendering = True
        try:
            edit = QTextCursor(self.document())
            edit.joinPreviousEditBlock()
            self._unfold(edit, old, [c for c in old.chips if c not in wanted])
            kept = Folding(old.text, tuple(c for c in old.chips if c in wanted))
            for chip in reversed([c for c in wanted if c not in old.chips]):
                self._select(edit, kept.to_field(chip.start), kept.to_field(chip.end))
                edit.insertText(OBJECT, chip_format(chip, kept.source(chip), self._theme))
            edit.endEditBlock()
        finally:
            self._rendering = False
        self._folding = Folding(old.text, wanted)
        self._move_to(index)

    def _unfold(self, edit: QTextCursor, old: Folding, chips: Iterable[Span]) -> None:
        for chip in reversed(tuple(chips)):
            position = old.to_field(chip.start)
            self._select(edit, position, position + 1)
            edit.insertText(old.source(chip), QTextCharFormat())

    @staticmethod
    def _select(edit: QTextCursor, start: int, end: int) -> None:
        edit.setPosition(start)
        edit.setPosition(end, QTextCursor.MoveMode.KeepAnchor)

    def _move_to(self, index: int) -> None:
        self._rendering = True
        try:
            cursor = self.textCursor()
            cursor.setPosition(self._folding.to_field(index))
            self.setTextCursor(cursor)
        finally:
            self._rendering = False


def _typed(shown: str, chips: Iterable[tuple[int, Chip]], first: int, last: int) -> str:
    """A part of the field as it was typed."""
    parts, at = [], first
    for index, chip in chips:
        if first <= index < last:
            parts += [shown[at:index], chip.source]
            at = index + 1
    return "".join([*parts, shown[at:last]])


def _spans(chips: Iterable[tuple[int, Chip]]) -> Iterable[Span]:
    """The chips of the field as ranges of the line."""
    shift = 0
    for index, chip in chips:
        yield chip.at(index + shift)
        shift += len(chip.source) - 1


def _differing(line: Line, text: str) -> Line:
    """``line`` with the characters of ``text``; what differs is plain."""
    head = _common(line.text, text)
    tail = _common(line.text[head:][::-1], text[head:][::-1])
    removed = len(line.text) - head - tail
    return line.edited(head, removed, text[head : len(text) - tail], pasted=True)


def _common(first: str, second: str) -> int:
    """How many characters two texts have in common at the beginning."""
    for index, (a, b) in enumerate(zip(first, second, strict=False)):
        if a != b:
            return index
    return min(len(first), len(second))

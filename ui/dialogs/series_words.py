"""The text blocks of a series and its own words: seen, added, changed and taken away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QWidget

from app.domain.incoming.series import OwnWordDraft
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.text import fold
from app.domain.text_blocks import MAX_BLOCK, MAX_BLOCK_NAME, SIGN, TextBlockView, proposed_name
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.prepare.labeled_field import LabeledField
from ui.theme import Role
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import wrapped
from ui.widgets.tab_row import TabRow
from ui.widgets.text_rows import EnterLine, TextRows

if TYPE_CHECKING:
    from collections.abc import Callable

    from ui.pages import Toolbox

_LIST_HEIGHT, _NAME_WIDTH = 110, 150
_EDITS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class _Shelf(TextRows):
    """A list from which Del takes something away; Enter goes to where it is changed."""

    remove_wanted = Signal()
    edit_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Del and Enter; the rest is a list's."""
        if event.key() == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        elif event.key() in _EDITS:
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)


class BlocksPanel(QWidget):
    """The blocks, and the fields for the chosen or a new one. ``said`` tells what was done."""

    said = Signal(str)

    def __init__(self, tools: Toolbox, session_uid: str) -> None:
        super().__init__()
        self._tools = tools
        self._session_uid = session_uid
        self._series_uid = tools.services.views.session(session_uid).series_uid
        self._blocks: tuple[TextBlockView, ...] = ()
        self._shown: TextBlockView | None = None
        """The block in the fields; None for a new one."""
        theme = tools.theme
        self.list = _Shelf(self.tr("Text blocks"))
        self.name = EnterLine()
        self.text = GrowEdit(min_lines=2, max_lines=4)
        self.name_field = LabeledField(theme, self.tr("Short name"), self.name)
        self.text_field = LabeledField(theme, self.tr("Full text"), self.text)
        self.save = button(theme, self.tr("Save the block"), icon="check")
        self.new = button(theme, self.tr("New block"), icon="plus")
        self.remove = button(theme, self.tr("Remove"), icon="trash")
        self._build()
        self._reload()
        self.begin("")

    def begin(self, text: str) -> None:
        """A new block, with a text it may begin with; its name is proposed then."""
        self._shown = None
        with QSignalBlocker(self.list):
            self.list.setCurrentRow(-1)
        names = {fold(block.name) for block in self._blocks}
        self._show(proposed_name(text, names) if text else "", text)
        self.name.selectAll()
        self.name.setFocus()

    @property
    def is_unsaved(self) -> bool:
        """Whether something stands in the fields that is not kept yet."""
        shown = (self._shown.name, self._shown.text) if self._shown else ("", "")
        return self._typed() != shown

    def keep(self) -> bool:
        """Save what stands in the fields; False if it cannot be, which is said there."""
        name, text = self._typed()
        missing = self.tr("Something has to stand here.")
        long = self.tr("At most %1 characters, please.").replace("%1", str(MAX_BLOCK))
        self.name_field.show_problem("" if name else missing)
        self.text_field.show_problem("" if text else missing)
        if len(text) > MAX_BLOCK:
            self.text_field.show_problem(long)
        if not name or not text or len(text) > MAX_BLOCK:
            (self.text if name else self.name).setFocus()
            return False
        if not self._attempt(partial(self._store, TextBlockDraft(name=name, text=text))):
            return False
        self._reload(name)
        self.said.emit(self.tr("Saved. In a line: %1").replace("%1", f"{SIGN}{name}"))
        return True

    def _typed(self) -> tuple[str, str]:
        return self.name.text().strip().removeprefix(SIGN), self.text.text().strip()

    def _store(self, draft: TextBlockDraft) -> None:
        service = self._tools.services.text_blocks
        if self._shown is None:
            service.add(self._session_uid, draft)
        else:
            service.update(self._session_uid, self._shown.uid, draft)

    def _remove(self) -> None:
        block = self._shown
        service = self._tools.services.text_blocks
        if block and self._attempt(partial(service.remove, self._session_uid, block.uid)):
            at = self.list.currentRow()
            self._shown = None
            self._reload()
            self.list.setCurrentRow(min(at, len(self._blocks) - 1))
            if not self._blocks:
                self.begin("")
            text = self.tr("Removed: %1. After closing, undo brings it back.")
            self.said.emit(text.replace("%1", block.name))

    def _attempt(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except UserError as error:
            self.name_field.show_problem(self._tools.texts.error(error))
            self.name.setFocus()
            return False
        return True

    def _reload(self, name: str = "") -> None:
        """Read the blocks anew; the one called so stays in the fields."""
        self._blocks = self._tools.services.views.text_blocks(self._series_uid)
        with QSignalBlocker(self.list):
            rows = [f"{SIGN}{b.name}   {' '.join(b.text.split())}" for b in self._blocks]
            self.list.show_texts(rows)
            at = next((n for n, b in enumerate(self._blocks) if b.name == name), -1)
            self.list.setCurrentRow(at)
        self._shown = self._blocks[at] if at >= 0 else None
        self.remove.setEnabled(at >= 0)

    def _choose(self, at: int) -> None:
        """Another row. What stands in the fields is saved before; if it cannot be, it stays."""
        if self._shown is not None and self.is_unsaved:
            name = self._blocks[at].name if 0 <= at < len(self._blocks) else ""
            if not self.keep():
                self._reload(self._shown.name)
                return
            self._reload(name)
            at = self.list.currentRow()
        if 0 <= at < len(self._blocks):
            self._shown = self._blocks[at]
            self._show(self._shown.name, self._shown.text)

    def _show(self, name: str, text: str) -> None:
        self.name.setText(name)
        self.text.setPlainText(text)
        self.name_field.show_problem("")
        self.text_field.show_problem("")
        self.remove.setEnabled(self._shown is not None)

    def _build(self) -> None:
        theme = self._tools.theme
        layout = column(spacing=10, margins=(3, 0, 3, 3))
        self.setLayout(layout)
        how = self.tr(
            "In a line, write a semicolon and the short name: it becomes the text. "
            "Backspace right behind it takes it back."
        )
        layout.addWidget(wrapped(how, Role.META))
        self.list.setMinimumHeight(theme.px(_LIST_HEIGHT))
        layout.addWidget(self.list, 1)
        fields = row(spacing=12)
        self.name.setMaxLength(MAX_BLOCK_NAME + len(SIGN))
        self.name_field.setFixedWidth(theme.px(_NAME_WIDTH))
        fields.addWidget(self.name_field, 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self.text_field, 1, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(fields)
        layout.addLayout(_buttons(self.save, self.new, self.remove))
        self.list.currentRowChanged.connect(self._choose)
        self.list.remove_wanted.connect(self._remove)
        self.list.edit_wanted.connect(self.text.setFocus)
        self.name.entered.connect(self.text.setFocus)
        self.name.down_wanted.connect(self.list.setFocus)
        self.save.clicked.connect(self.keep)
        self.new.clicked.connect(self._begin_new)
        self.remove.clicked.connect(self._remove)

    def _begin_new(self) -> None:
        if not self.is_unsaved or self.keep():
            self.begin("")


class OwnWordsPanel(QWidget):
    """The words that are spelled right in the series."""

    said = Signal(str)

    def __init__(self, tools: Toolbox, session_uid: str) -> None:
        super().__init__()
        self._tools = tools
        self._session_uid = session_uid
        self._series_uid = tools.services.views.session(session_uid).series_uid
        self._words: tuple[str, ...] = ()
        self.list = _Shelf(self.tr("Own words"))
        self.word = EnterLine()
        self.field = LabeledField(tools.theme, self.tr("New word"), self.word)
        self.add = button(tools.theme, self.tr("Add the word"), icon="plus")
        self.remove = button(tools.theme, self.tr("Remove"), icon="trash")
        self._build()
        self._reload()

    @property
    def is_unsaved(self) -> bool:
        """Whether a word was typed and not added."""
        return bool(self.word.text().strip())

    def keep(self) -> bool:
        """Add what was typed; False if it cannot be, which is said there."""
        word = self.word.text().strip()
        if not word:
            self.field.show_problem(self.tr("Something has to stand here."))
            return False
        add = self._tools.services.words.add
        if not self._attempt(partial(add, self._session_uid, OwnWordDraft(word=word))):
            return False
        self.word.clear()
        self._reload()
        self.said.emit(self.tr("Added: %1").replace("%1", word))
        return True

    def _remove(self) -> None:
        at = self.list.currentRow()
        if not 0 <= at < len(self._words):
            return
        word = self._words[at]
        if self._attempt(partial(self._tools.services.words.remove, self._session_uid, word)):
            self._reload()
            text = self.tr("Removed: %1. After closing, undo brings it back.")
            self.said.emit(text.replace("%1", word))

    def _attempt(self, work: Callable[[], object]) -> bool:
        try:
            work()
        except UserError as error:
            self.field.show_problem(self._tools.texts.error(error))
            return False
        self.field.show_problem("")
        return True

    def _reload(self) -> None:
        self._words = self._tools.services.views.own_words(self._series_uid)
        self.list.show_texts(list(self._words))
        self.remove.setEnabled(bool(self._words))

    def _build(self) -> None:
        layout = column(spacing=10, margins=(3, 0, 3, 3))
        self.setLayout(layout)
        how = self.tr(
            "These words are not marked as wrong in any session of the series. Names of people "
            "and places are known without being listed."
        )
        layout.addWidget(wrapped(how, Role.META))
        self.list.setMinimumHeight(self._tools.theme.px(_LIST_HEIGHT))
        layout.addWidget(self.list, 1)
        self.word.setMaxLength(100)
        layout.addWidget(self.field)
        layout.addLayout(_buttons(self.add, self.remove))
        self.list.remove_wanted.connect(self._remove)
        self.list.edit_wanted.connect(self.word.setFocus)
        self.word.entered.connect(self.keep)
        self.word.down_wanted.connect(self.list.setFocus)
        self.add.clicked.connect(self.keep)
        self.remove.clicked.connect(self._remove)


class SeriesWordsDialog(FormDialog):
    """Both in tabs. What was typed is saved by closing; Esc asks once before it is dropped."""

    def __init__(
        self, tools: Toolbox, session_uid: str, text: str = "", *, parent: QWidget
    ) -> None:
        """``text`` begins a new text block."""
        title = QCoreApplication.translate("SeriesWordsDialog", "Words and text blocks")
        close = QCoreApplication.translate("SeriesWordsDialog", "Close")
        super().__init__(tools.theme, title, close, width=620, parent=parent)
        self.cancel.hide()
        self.blocks = BlocksPanel(tools, session_uid)
        self.words = OwnWordsPanel(tools, session_uid)
        self.tabs = TabRow([self.tr("Text blocks"), self.tr("Own words")])
        self.tabs.setProperty("surface", "")
        self.said = wrapped("", Role.META)
        self._warned = False
        self._stack = QStackedWidget()
        for panel in (self.blocks, self.words):
            self._stack.addWidget(panel)
            panel.said.connect(self._say)
        self.body.addWidget(self.tabs)
        self.add_scrolling(self._stack)
        self.body.addWidget(self.said)
        self.tabs.chosen.connect(self._stack.setCurrentIndex)
        self.blocks.begin(text)

    def accept(self) -> None:
        """Save what was typed and close; what cannot be saved keeps the dialog open."""
        panels: tuple[BlocksPanel | OwnWordsPanel, ...] = (self.blocks, self.words)
        for number, panel in enumerate(panels):
            if panel.is_unsaved and not panel.keep():
                self.tabs.set_current(number)
                self._stack.setCurrentIndex(number)
                return
        super().accept()

    def reject(self) -> None:
        """Close; the first Esc only says that something is not saved."""
        if (self.blocks.is_unsaved or self.words.is_unsaved) and not self._warned:
            self._warned = True
            self._say(self.tr("Not saved yet. Esc once more drops it."))
            return
        super().reject()

    def _say(self, text: str) -> None:
        self.said.setText(text)


def _buttons(*buttons: QPushButton) -> QHBoxLayout:
    line = row(spacing=8)
    for each in buttons:
        line.addWidget(each)
    line.addStretch(1)
    return line

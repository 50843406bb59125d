"""The text blocks of the open series, for every field in which minutes are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit

from app.domain.changes import Entity

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.changes import ChangeSet
    from app.domain.text_blocks import TextBlockView


class TextBlocks(QObject):
    """One per window."""

    def __init__(self, services: Services, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._session_uid = ""
        self._blocks: tuple[TextBlockView, ...] | None = None

    def set_session(self, session_uid: str) -> None:
        """The blocks are those of its series from now on."""
        self._session_uid, self._blocks = session_uid, None

    def on_changed(self, change_set: ChangeSet) -> None:
        """Something was committed, also in another session of the series."""
        if change_set.uids(Entity.TEXT_BLOCK):
            self._blocks = None

    def blocks(self) -> tuple[TextBlockView, ...]:
        """All of them, by their names; read when they are first needed."""
        if self._blocks is None:
            views = self._services.views
            uid = self._session_uid
            self._blocks = views.text_blocks(views.session(uid).series_uid) if uid else ()
        return self._blocks

    def watch(self, edit: object) -> None:
        """Names become texts in this field as long as it lives."""
        from ui.widgets.text_expansion import TextExpansion  # not for the start page

        if isinstance(edit, QPlainTextEdit | QTextEdit):
            TextExpansion(edit, self.blocks)


def selected_text() -> str:
    """What is selected in the field that has the focus."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QPlainTextEdit | QTextEdit):
        return focus.textCursor().selectedText().replace("\u2029", "\n").replace("\ufffc", "")
    return focus.selectedText() if isinstance(focus, QLineEdit) else ""

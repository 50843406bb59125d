"""What stands in the fields of Vorbereiten and is not saved yet: kept as it is typed.

A field is saved when it is left – until then, and for as long as it is not understood, its text is
a draft of the session. After a crash, or a window closed over a wrong date, it stands there again.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.drafts import DraftPayload

if TYPE_CHECKING:
    from PySide6.QtWidgets import QLineEdit

    from app.services.drafts import DraftService

_SLOT = "prepare:"


class UnsavedTexts(QObject):
    """Watches fields by name. ``brought_back`` names a field that got its draft again."""

    brought_back = Signal(str)

    def __init__(
        self,
        lines: Mapping[str, QLineEdit],
        drafts: DraftService,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._drafts = drafts
        self._session_uid = ""
        self._kept: set[str] = set()
        for name, line in lines.items():
            line.textChanged.connect(partial(self._keep, name))

    def open(self, session_uid: str) -> None:
        """Give the fields of another session their drafts; call when they show what is stored."""
        self._session_uid = session_uid
        self._kept = set()
        found = self._drafts.load(session_uid)
        for name, line in self._lines.items():
            draft = found.get(_SLOT + name)
            if draft is None:
                continue
            self._kept.add(name)
            if draft.text == line.text():
                self.settle(name)
            else:
                self._bring_back(name, draft.text)

    def _bring_back(self, name: str, text: str) -> None:
        line, session_uid = self._lines[name], self._session_uid
        self._session_uid = ""  # setting a text is not typing: the draft would be settled
        line.setText(text)
        line.setModified(True)
        self._session_uid = session_uid
        self.brought_back.emit(name)

    def leave(self) -> None:
        """The fields are about to show something else."""
        self._session_uid = ""

    def settle(self, name: str) -> None:
        """What stands in the field is saved, or nothing stands there any more."""
        if self._session_uid and name in self._kept:
            self._kept.discard(name)
            self._drafts.discard(self._session_uid, _SLOT + name)

    def _keep(self, name: str, text: str) -> None:
        if not self._session_uid:
            return
        line = self._lines[name]
        if text and line.isModified():
            self._kept.add(name)
            payload = DraftPayload(text, line.cursorPosition())
            self._drafts.keep(self._session_uid, _SLOT + name, payload)
        else:
            self.settle(name)

"""A session as one file for somebody else: where to, and afterwards where it lies."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.text import file_name
from ui.start.reading import FOLDER

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.sessions import SessionView
    from ui.pages import Toolbox
    from ui.tasks import Task

SUFFIX = ".session.json"


class HandOn(QObject):
    """Writes sessions. ``owner`` is the window that the dialog stands over."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner

    def ask(self, session_uid: str) -> None:
        """Ask where the file shall lie, then write it."""
        session = self._tools.services.views.session(session_uid)
        dialog = QFileDialog(self._owner, self.tr("Hand on the session"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Session (*.session.json)"))
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.selectFile(proposed_name(session))
        dialog.fileSelected.connect(partial(self._write, session_uid))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, session_uid: str, name: str) -> None:
        path = with_suffix(Path(name))
        self._tools.settings.put(FOLDER, str(path.parent))
        self._tools.tasks.run(
            partial(_write_file, self._tools.services, session_uid, path),
            done=partial(self._written, path),
            title=self.tr("Writing %1").replace("%1", path.name),
        )

    def _written(self, path: Path, _result: None) -> None:
        text = self.tr("Saved as %1. Send this file, or copy it to a stick.")
        self._tools.messages.done(
            text.replace("%1", str(path)),
            self.tr("Open folder"),
            partial(_show_folder, path),
            lasting=True,
        )


def proposed_name(session: SessionView) -> str:
    """``2026-11-20 Strategiegespräch Lindenviertel.session.json``."""
    return file_name(f"{session.date.isoformat()} {session.title}") + SUFFIX


def with_suffix(path: Path) -> Path:
    """The path with the ending of session documents, whatever was typed."""
    name = path.name
    for ending in (SUFFIX, ".session", ".json"):
        if name.lower().endswith(ending):
            name = name[: -len(ending)]
            break
    return path.with_name(name + SUFFIX)


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


def _write_file(services: Services, session_uid: str, path: Path, _task: Task) -> None:
    services.documents.write(session_uid, path)

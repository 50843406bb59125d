"""Papers for the room from the window: which, where to, and afterwards where it lies."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.domain.vocabulary import PaperKind
from ui.start.reading import FOLDER

if TYPE_CHECKING:
    from app.bootstrap import Services
    from ui.pages import Toolbox
    from ui.tasks import Task

_SUFFIX = ".docx"
_NAMED = frozenset({PaperKind.ATTENDANCE})
"""What a confidential session does not print."""


class Papers(QObject):
    """Writes papers. ``owner`` is the widget whose window the dialogs stand over."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner

    def show_menu(self, session_uid: str, place: QPoint) -> None:
        """The kinds to choose from, at a place on the screen."""
        self.menu(session_uid).popup(place)

    def menu(self, session_uid: str) -> QMenu:
        """The menu of the kinds; freed when it closes."""
        session = self._tools.services.views.session(session_uid)
        menu = QMenu(self._owner)
        menu.aboutToHide.connect(menu.deleteLater)
        for kind in PaperKind:
            entry = menu.addAction(f"{self._tools.texts.word(kind)} …")
            entry.setEnabled(not (session.confidential and kind in _NAMED))
            entry.triggered.connect(partial(self.ask, session_uid, kind))
        return menu

    def ask(self, session_uid: str, kind: PaperKind, _checked: bool = False) -> None:
        """Ask where the file shall lie, then write it."""
        dialog = QFileDialog(self._owner, self._tools.texts.word(kind))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word file (*.docx)"))
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.selectFile(self._tools.services.papers.suggested_name(session_uid, kind))
        dialog.fileSelected.connect(partial(self._write, session_uid, kind))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, session_uid: str, kind: PaperKind, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() != _SUFFIX:
            path = path.with_name(path.name + _SUFFIX)
        self._tools.settings.put(FOLDER, str(path.parent))
        self._tools.tasks.run(
            partial(_write_file, self._tools.services, session_uid, kind, path),
            done=partial(self._written, path),
            title=self.tr("Writing %1").replace("%1", path.name),
        )

    def _written(self, path: Path, _result: None) -> None:
        text = self.tr("Saved as %1.").replace("%1", path.name)
        open_it = partial(_open, path)
        self._tools.messages.done(text, self.tr("Open file"), open_it, lasting=True)


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _write_file(
    services: Services, session_uid: str, kind: PaperKind, path: Path, _task: Task
) -> None:
    today = dt.datetime.now().astimezone().date()
    services.papers.write(session_uid, kind, path, created=today)

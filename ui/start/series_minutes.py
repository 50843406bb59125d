"""Minutes of a whole series: asks for the folder, writes beside the window."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from ui.start.reading import FOLDER
from ui.tasks import Cancelled

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.vocabulary import MinutesKind
    from app.services.series_minutes import SessionMinutes
    from ui.pages import Toolbox
    from ui.tasks import Task


class SeriesMinutes(QObject):
    """``owner``: the folder is asked for over its window."""

    def __init__(self, tools: Toolbox, owner: QWidget, series_uid: str) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self._series_uid = series_uid

    def ask(self, kind: MinutesKind) -> None:
        """Ask for the folder; writing begins when it is chosen."""
        dialog = QFileDialog(self._owner, self.tr("Folder for the minutes of the series"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._write, kind))
        dialog.rejected.connect(self.deleteLater)
        dialog.open()

    def _write(self, kind: MinutesKind, name: str) -> None:
        folder = Path(name)
        self._tools.settings.put(FOLDER, str(folder))
        written: list[SessionMinutes] = []
        work = partial(_write_all, self._tools.services, self._series_uid, kind, folder, written)
        self._tools.tasks.run(
            work,
            done=lambda _nothing: self._tell(folder, written),
            failed=partial(self._stopped, folder, written),
            title=self.tr("Minutes of the series"),
        )

    def _stopped(self, folder: Path, written: list[SessionMinutes], error: BaseException) -> None:
        if isinstance(error, UserError):
            self._tools.messages.error(error)
        elif isinstance(error, Cancelled):
            self._tell(folder, written)
        else:
            raise error

    def _tell(self, folder: Path, written: list[SessionMinutes]) -> None:
        """How many files there are now, and what kept the others back."""
        files = [each.path for each in written if each.path is not None]
        faults = [each for each in written if each.error is not None]
        text = self.tr("Files written: %1, in “%2”.").replace("%1", str(len(files)))
        text = text.replace("%2", folder.name)
        show = partial(QDesktopServices.openUrl, QUrl.fromLocalFile(str(folder)))
        if faults and faults[0].error is not None:
            more = self.tr("Not written: %1. %2: %3").replace("%1", str(len(faults)))
            more = more.replace("%2", faults[0].title)
            more = more.replace("%3", self._tools.messages.in_words(faults[0].error))
            self._tools.messages.warn(f"{text} {more}", self.tr("Open the folder"), show)
        else:
            self._tools.messages.done(text, self.tr("Open the folder"), show, lasting=True)
        self.deleteLater()


def _write_all(
    services: Services,
    series_uid: str,
    kind: MinutesKind,
    folder: Path,
    written: list[SessionMinutes],
    task: Task,
) -> None:
    today = dt.datetime.now().astimezone().date()
    written.extend(
        services.series_minutes.write(series_uid, kind, folder, created=today, step=task.report)
    )

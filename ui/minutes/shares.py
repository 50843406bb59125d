"""Anonymous shares of the talk as a table: asked for in the menu of the other forms."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.services.paper import MinutesFormat
from ui.start.reading import FOLDER

if TYPE_CHECKING:
    from app.bootstrap import Services
    from ui.pages import Toolbox
    from ui.tasks import Task


class SharesFile(QObject):
    """Asks where the file shall lie and writes it. ``owner``: the dialog stands over its window."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner

    def ask(self, session_uid: str) -> None:
        """Ask for the file, unless there is nothing that may be passed on: then say why."""
        shares = self._tools.services.shares
        try:
            shares.of_session(session_uid, now=dt.datetime.now(dt.UTC))
        except UserError as error:
            self._tools.messages.error(error)
            return
        dialog = QFileDialog(self._owner, self.tr("Save the shares"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel or CSV tables (*.xlsx *.csv)"))  # the ending decides
        dialog.setDefaultSuffix(MinutesFormat.XLSX.value)
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.selectFile(shares.suggested_name(session_uid) + MinutesFormat.XLSX.suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._write, session_uid))
        dialog.open()

    def _write(self, session_uid: str, name: str) -> None:
        path = Path(name)
        self._tools.settings.put(FOLDER, str(path.parent))
        self._tools.tasks.run(
            partial(_write_file, self._tools.services, session_uid, path),
            done=partial(self._written, path),
            title=self.tr("Saving %1").replace("%1", path.name),
        )

    def _written(self, path: Path, _result: None) -> None:
        text = self.tr("Saved as %1.").replace("%1", path.name)
        self._tools.messages.done(text, lasting=True)


def _write_file(services: Services, session_uid: str, path: Path, _task: Task) -> None:
    is_csv = path.suffix.lower() == MinutesFormat.CSV.suffix
    form = MinutesFormat.CSV if is_csv else MinutesFormat.XLSX
    services.shares.write(session_uid, path, form=form, now=dt.datetime.now(dt.UTC))

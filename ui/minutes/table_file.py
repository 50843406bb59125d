"""Tables beside the minutes, asked for in the menu of the other forms: shares, pseudonyms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
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
    from app.domain.minutes import MinutesOptions
    from ui.pages import Toolbox
    from ui.tasks import Task


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to ask for and to write: the title of the dialog, a name without ending, and how."""

    title: str
    name: str
    write: Callable[[Path], object]


class TableFile(QObject):
    """Asks where a table shall lie and writes it. ``owner``: the dialog stands over its window."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner

    def ask_for_shares(self, session_uid: str) -> None:
        """Ask for the file, unless there is nothing that may be passed on: then say why."""
        services = self._tools.services
        try:
            services.shares.of_session(session_uid, now=dt.datetime.now(dt.UTC))
        except UserError as error:
            self._tools.messages.error(error)
            return
        name = services.shares.suggested_name(session_uid)
        write = partial(_write_shares, services, session_uid)
        self._ask(_Wanted(self.tr("Save the shares"), name, write))

    def ask_for_statements(self, session_uid: str, options: MinutesOptions) -> None:
        """The same for the statements with pseudonyms in the place of names."""
        pseudonyms = self._tools.services.pseudonyms
        try:
            pseudonyms.check(session_uid, options)
        except UserError as error:
            self._tools.messages.error(error)
            return
        name = pseudonyms.suggested_name(session_uid)
        write = partial(pseudonyms.write_statements, session_uid, options)
        self._ask(_Wanted(self.tr("Save the statements with pseudonyms"), name, write))

    def ask_for_pseudonyms(self, session_uid: str, created: dt.date) -> None:
        """Ask where the table that says who is who shall lie: somewhere else, at best."""
        services = self._tools.services
        title = self.tr("Save the table of pseudonyms")
        name = services.pseudonyms.suggested_table_name(session_uid)
        write = partial(services.pseudonyms.write, session_uid, created=created)
        self._ask(_Wanted(title, name, write))

    def _ask(self, wanted: _Wanted) -> None:
        dialog = QFileDialog(self._owner, wanted.title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel or CSV tables (*.xlsx *.csv)"))  # the ending decides
        dialog.setDefaultSuffix(MinutesFormat.XLSX.value)
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.selectFile(wanted.name + MinutesFormat.XLSX.suffix)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(partial(self._write, wanted))
        dialog.open()

    def _write(self, wanted: _Wanted, name: str) -> None:
        path = Path(name)
        self._tools.settings.put(FOLDER, str(path.parent))
        self._tools.tasks.run(
            partial(_write_file, wanted, path),
            done=partial(self._written, path),
            title=self.tr("Saving %1").replace("%1", path.name),
        )

    def _written(self, path: Path, _result: None) -> None:
        text = self.tr("Saved as %1.").replace("%1", path.name)
        self._tools.messages.done(text, lasting=True)


def _write_file(wanted: _Wanted, path: Path, _task: Task) -> None:
    wanted.write(path)


def _write_shares(services: Services, session_uid: str, path: Path) -> None:
    is_csv = path.suffix.lower() == MinutesFormat.CSV.suffix
    form = MinutesFormat.CSV if is_csv else MinutesFormat.XLSX
    services.shares.write(session_uid, path, form=form, now=dt.datetime.now(dt.UTC))

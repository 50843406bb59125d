"""Reading a list of participants in: a file is chosen or dropped, shown, and taken over."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import isValid

from app.errors import UserError
from ui.tasks import Cancelled

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.people_table import PeopleField
    from app.services.people_import import PeoplePreview
    from ui.dialogs.people_import import PeopleImportDialog
    from ui.pages import Toolbox
    from ui.tasks import Task

FOLDER = "people_folder"
"""Setting: where lists were last read."""

SUFFIXES = (".xlsx", ".xlsm", ".csv", ".tsv", ".txt")
"""Names of files that are taken for a list when they are dropped."""


class PeopleReader(QObject):
    """Reads lists for one session at a time. ``owner`` is the widget that dialogs stand over."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner

    def ask(self, session_uid: str) -> None:
        """Let the user choose a file."""
        dialog = QFileDialog(self._owner, self.tr("Read participants in"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        tables = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        kinds = self.tr("Excel and CSV")
        dialog.setNameFilters([f"{kinds} ({tables})", self.tr("All files (*)")])
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.fileSelected.connect(partial(self._chosen, session_uid))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, session_uid: str, path: Path) -> None:
        """Show what a file would bring."""
        self._look(session_uid, path, {}, partial(self._show, session_uid, path))

    def _chosen(self, session_uid: str, name: str) -> None:
        path = Path(name)
        self._tools.settings.put(FOLDER, str(path.parent))
        self.read(session_uid, path)

    def _look(
        self,
        session_uid: str,
        path: Path,
        columns: dict[str, PeopleField | None],
        done: Callable[[PeoplePreview], object],
    ) -> None:
        service = self._tools.services.people_import
        work = partial(_without_task, partial(service.preview, session_uid, path, columns))
        title = self.tr("Reading %1").replace("%1", path.name)
        self._tools.tasks.run(work, done=done, failed=self._failed, title=title)

    def _show(self, session_uid: str, path: Path, preview: PeoplePreview) -> None:
        from ui.dialogs.people_import import PeopleImportDialog

        dialog = PeopleImportDialog(self._tools, preview, parent=self._owner)
        dialog.columns_changed.connect(partial(self._look_again, session_uid, path, dialog))
        dialog.accepted.connect(partial(self._take, session_uid, dialog))
        dialog.show_over()

    def _look_again(
        self,
        session_uid: str,
        path: Path,
        dialog: PeopleImportDialog,
        columns: dict[str, PeopleField | None],
    ) -> None:
        self._look(session_uid, path, columns, partial(_answer, dialog))

    def _take(self, session_uid: str, dialog: PeopleImportDialog) -> None:
        service = self._tools.services.people_import
        try:
            count = service.take(session_uid, dialog.preview, dialog.columns)
        except UserError as error:
            self._tools.messages.error(error)
            return
        text = self.tr("%1 people were added.") if count != 1 else self.tr("One person was added.")
        undo = self._tools.actions.get("session.undo")
        said = text.replace("%1", str(count))
        self._tools.messages.done(said, self.tr("Undo"), undo.trigger)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self._tools.messages.error(error)
        elif not isinstance(error, Cancelled):
            raise error


def _answer(dialog: PeopleImportDialog, preview: PeoplePreview) -> None:
    if isValid(dialog):
        dialog.show_preview(preview)


def _without_task(look: Callable[[], PeoplePreview], _task: Task) -> PeoplePreview:
    return look()

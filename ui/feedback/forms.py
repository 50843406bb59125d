"""Forms out and in from the window: asks for files, works beside it, says what came of it."""

from __future__ import annotations

import datetime as dt
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.vocabulary import MinutesKind
from app.errors import UserError
from ui.feedback.form_preview import FormPreviewDialog
from ui.feedback.form_request import FormRequestDialog, Wanted
from ui.tasks import Cancelled

if TYPE_CHECKING:
    from app.bootstrap import Services
    from app.domain.feedback import FormDifferences
    from ui.pages import Toolbox
    from ui.tasks import Task

FOLDER = "feedback_folder"
"""Setting: where forms were last written or read."""
_SUFFIX = ".docx"


class FormDesk(QObject):
    """``taken`` carries how many answers were read in; ``said`` what there is to say."""

    taken = Signal(int)
    said = Signal(str)

    def __init__(self, tools: Toolbox, session_uid: str, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._uid = session_uid
        self._owner = owner

    # -- out ------------------------------------------------------------------------------------

    def ask_how(self) -> None:
        """Ask for whom and until when, then where to."""
        views = self._tools.services.views
        session = views.session(self._uid)
        dialog = FormRequestDialog(
            self._tools,
            views.participants(self._uid),
            until=session.feedback_deadline,
            confidential=session.confidential,
            parent=self._owner,
        )
        dialog.wanted.connect(self._ask_where)
        dialog.show_over()

    def _ask_where(self, wanted: Wanted) -> None:
        forms = self._tools.services.feedback_forms
        dialog = QFileDialog(self._owner, self._tools.texts.get("documents.feedback.title"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word file (*.docx)"))
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.selectFile(forms.suggested_name(self._uid, wanted.participant_uid))
        dialog.fileSelected.connect(partial(self._write, wanted))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _write(self, wanted: Wanted, name: str) -> None:
        path = Path(name)
        if path.suffix.lower() != _SUFFIX:
            path = path.with_name(path.name + _SUFFIX)
        self._tools.settings.put(FOLDER, str(path.parent))
        self._tools.tasks.run(
            partial(_write_form, self._tools.services, self._uid, wanted, path),
            done=partial(self._written, path),
            failed=self._failed,
            title=self.tr("Writing %1").replace("%1", path.name),
        )

    def _written(self, path: Path, _nothing: None) -> None:
        self.said.emit(self.tr("Saved as %1.").replace("%1", path.name))
        text = self.tr("Saved as %1.").replace("%1", path.name)
        self._tools.messages.done(text, self.tr("Open file"), partial(_open, path), lasting=True)

    # -- in -------------------------------------------------------------------------------------

    def ask_for_file(self) -> None:
        """Let the user choose a form that came back."""
        dialog = QFileDialog(self._owner, self.tr("Read in a form"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([self.tr("Word file (*.docx)"), self.tr("All files (*)")])
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.fileSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, path: Path) -> None:
        """Show what a form says, and keep it after a yes."""
        self._tools.tasks.run(
            partial(_look, self._tools.services, self._uid, path),
            done=partial(self._show, path.name),
            failed=self._failed,
            title=self.tr("Reading %1").replace("%1", path.name),
        )

    def _chosen(self, name: str) -> None:
        path = Path(name)
        self._tools.settings.put(FOLDER, str(path.parent))
        self.read(path)

    def _show(self, name: str, found: FormDifferences) -> None:
        tools = self._tools
        dialog = FormPreviewDialog(tools.theme, tools.texts, found, name, parent=self._owner)
        dialog.accepted.connect(partial(self._take, found))
        dialog.show_over()

    def _take(self, found: FormDifferences) -> None:
        try:
            count = self._tools.services.feedback_forms.take(self._uid, found)
        except UserError as error:
            self._failed(error)
            return
        self.taken.emit(count)

    def _failed(self, error: BaseException) -> None:
        if isinstance(error, UserError):
            self.said.emit(self._tools.texts.error(error))
        elif not isinstance(error, Cancelled):
            raise error


def _open(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _write_form(
    services: Services, session_uid: str, wanted: Wanted, path: Path, _task: Task
) -> None:
    today = dt.datetime.now().astimezone().date()
    options = services.views.minutes_wishes(session_uid).options(MinutesKind.FULL, today)
    services.feedback_forms.write(
        session_uid,
        options,
        path,
        until=wanted.until,
        return_to=wanted.return_to,
        participant_uid=wanted.participant_uid,
    )


def _look(services: Services, session_uid: str, path: Path, _task: Task) -> FormDifferences:
    return services.feedback_forms.look_at(session_uid, path)

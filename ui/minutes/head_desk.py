"""Head and foot of the minutes at work: fields of session and series, and the logos."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from app.domain.incoming.photos import LogoChanges
from app.domain.incoming.series import SeriesChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.vocabulary import SessionState
from app.errors import UserError
from app.services.logos import prepared_logo
from app.services.photo_files import SUFFIXES
from ui.minutes.head_dialog import HeadDialog
from ui.minutes.logos_dialog import LogosDialog

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.services.photo_files import PreparedPhoto
    from ui.pages import Toolbox
    from ui.tasks import Task

_FOLDER = "logo_folder"


class HeadDesk(QObject):
    """``owner`` is the page the dialogs stand over."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self._series = ""
        self._logos: LogosDialog | None = None

    def open(self, session_uid: str) -> None:
        """Show head and foot of a session's minutes."""
        views = self._tools.services.views
        session = views.session(session_uid)
        self._series = session.series_uid
        dialog = HeadDialog(
            self._tools.theme,
            session,
            views.series(session.series_uid),
            language=self._tools.texts.language,
            read_only=session.state is SessionState.CLOSED,
            parent=self._owner,
        )
        dialog.logos_wanted.connect(partial(self._open_logos, dialog))
        dialog.accepted.connect(partial(self._keep, dialog, session_uid))
        dialog.show_over()

    def _keep(self, dialog: HeadDialog, session_uid: str) -> None:
        of_session, of_series = dialog.session_changes(), dialog.series_changes()
        services = self._tools.services
        try:
            if of_session:
                services.sessions.update(session_uid, SessionChanges.model_validate(of_session))
            if of_series:
                services.series.update(self._series, SeriesChanges.model_validate(of_series))
        except UserError as error:
            self._tools.messages.unsaved(error)

    # -- logos --------------------------------------------------------------------------------

    def _open_logos(self, over: QWidget) -> None:
        content = self._tools.services.views.photo_content
        dialog = LogosDialog(self._tools.theme, content, parent=over)
        dialog.file_wanted.connect(self._ask_for_file)
        dialog.move_wanted.connect(self._move)
        dialog.remove_wanted.connect(self._remove)
        dialog.described.connect(self._describe)
        dialog.finished.connect(self._on_closed)
        self._logos = dialog
        self._show()
        dialog.show_over()

    def _on_closed(self) -> None:
        self._logos = None

    def _show(self) -> None:
        if self._logos is not None:
            self._logos.show_logos(self._tools.services.views.logos(self._series))

    def _ask_for_file(self) -> None:
        dialog = QFileDialog(self._logos, self.tr("Choose logos"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
        dialog.setNameFilter(self.tr("Pictures (%1)").replace("%1", patterns))
        dialog.setDirectory(self._tools.settings.text(_FOLDER))
        dialog.filesSelected.connect(self._read)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _read(self, files: list[str]) -> None:
        paths = [Path(file) for file in files]
        self._tools.settings.put(_FOLDER, str(paths[0].parent))
        title = self.tr("Reading the logos")
        work = partial(_prepare, paths)
        self._tools.tasks.run(work, done=self._add, failed=self._refused, title=title)

    def _add(self, logos: list[tuple[str, PreparedPhoto]]) -> None:
        try:
            self._tools.services.logos.add(self._series, logos)
        except UserError as error:
            self._refused(error)
            return
        self._say("")
        self._show()

    def _refused(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say(self._tools.messages.in_words(error))

    def _say(self, problem: str) -> None:
        if self._logos is not None:
            self._logos.show_problem(problem)

    def _move(self, uid: str, by: int) -> None:
        uids = [logo.uid for logo in self._tools.services.views.logos(self._series)]
        place = uids.index(uid) + by
        others = [each for each in uids if each != uid]
        after = others[place - 1] if place > 0 else None
        self._tools.services.logos.move(uid, after=after)
        self._show()

    def _remove(self, uid: str) -> None:
        self._tools.services.logos.remove(uid)
        self._show()

    def _describe(self, uid: str, fields: dict[str, object]) -> None:
        self._tools.services.logos.update(uid, LogoChanges.model_validate(fields))
        self._show()


def _prepare(paths: list[Path], _task: Task) -> list[tuple[str, PreparedPhoto]]:
    """Each with the name of its file as the first guess at what it shows."""
    return [(path.stem, prepared_logo(path)) for path in paths]

"""Session files read in: chosen, dropped on the window or named at the start.

A session that is not known yet is read in and opened. A later version of a known one is shown
first – what is new, what is different – and updates only after a yes.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from ui.tasks import Cancelled
from ui.widgets.band import BandKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from app.bootstrap import Services
    from app.services.documents import ImportReport
    from ui.pages import Toolbox
    from ui.tasks import Task

FOLDER = "session_folder"
"""Setting: where session files were last read or written."""


_NAMES_SHOWN = 3


class _Outcome(Enum):
    NEW = auto()
    UPDATED = auto()
    NOTHING_NEW = auto()
    DECLINED = auto()


@dataclass(frozen=True, slots=True)
class _Result:
    outcome: _Outcome
    report: ImportReport


class SessionReader(QObject):
    """Reads files one after the other. ``owner`` is the window that dialogs stand over."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self._waiting: deque[Path] = deque()
        self._reading = False
        self._backed_up = False
        self._results: list[_Result] = []
        self._errors: list[UserError] = []

    def ask(self) -> None:
        """Let the user choose files."""
        dialog = QFileDialog(self._owner, self.tr("Open or read in a session"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Sessions (*.session.json)"), self.tr("All files (*)")])
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.filesSelected.connect(self._chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def read(self, paths: Iterable[Path]) -> None:
        """Read these files in; the last session read is opened."""
        self._waiting.extend(paths)
        if not self._reading:
            self._next()

    def _chosen(self, names: list[str]) -> None:
        paths = [Path(name) for name in names]
        if paths:
            self._tools.settings.put(FOLDER, str(paths[0].parent))
            self.read(paths)

    def _next(self) -> None:
        """Look into the next file; when there is none left, open what was read."""
        self._reading = bool(self._waiting)
        if not self._waiting:
            self._finish()
            return
        path = self._waiting.popleft()
        self._run(self._tools.services.documents.preview, path, partial(self._decide, path))

    def _run(
        self,
        read: Callable[[Path], ImportReport],
        path: Path,
        done: Callable[[ImportReport], object],
    ) -> None:
        title = self.tr("Reading %1").replace("%1", path.name)
        work = partial(_without_task, read, path)
        self._tools.tasks.run(work, done=done, failed=self._failed, title=title)

    def _decide(self, path: Path, report: ImportReport) -> None:
        if not report.known:
            self._change(partial(self._read_new, path))
        elif report.changes_something:
            self._ask_update(path, report)
        else:
            self._done(_Outcome.NOTHING_NEW, report)

    def _ask_update(self, path: Path, report: ImportReport) -> None:
        from ui.dialogs.import_preview import ImportPreviewDialog

        dialog = ImportPreviewDialog(self._tools, report, path.name, parent=self._owner)
        dialog.accepted.connect(partial(self._update, path))
        dialog.rejected.connect(partial(self._done, _Outcome.DECLINED, report))
        dialog.show_over()

    def _change(self, go_on: Callable[[], None]) -> None:
        """Back up before the first file that changes something, then go on."""
        if self._backed_up:
            go_on()
            return
        self._backed_up = True
        self._tools.tasks.run(
            partial(_back_up, self._tools.services),
            done=partial(_after_backup, go_on),
            failed=partial(self._without_backup, go_on),
            title=self.tr("Backing up"),
        )

    def _without_backup(self, go_on: Callable[[], None], error: BaseException) -> None:
        """Reading in adds, and is whole or nothing: it need not wait for a folder to be there."""
        if isinstance(error, UserError):
            self._errors.append(error)
        go_on()
        if not isinstance(error, UserError | Cancelled):
            raise error

    def _read_new(self, path: Path) -> None:
        read = self._tools.services.documents.read
        self._run(read, path, partial(self._done, _Outcome.NEW))

    def _update(self, path: Path) -> None:
        self._change(partial(self._read_update, path))

    def _read_update(self, path: Path) -> None:
        update = self._tools.services.documents.update
        self._run(update, path, partial(self._done, _Outcome.UPDATED))

    def _done(self, outcome: _Outcome, report: ImportReport) -> None:
        self._results.append(_Result(outcome, report))
        self._next()

    def _failed(self, error: BaseException) -> None:
        """Keep an expected error for the end and go on with the other files."""
        if isinstance(error, UserError):
            self._errors.append(error)
        self._next()
        if not isinstance(error, UserError | Cancelled):
            raise error

    def _finish(self) -> None:
        results, self._results = self._results, []
        errors, self._errors = self._errors, []
        self._backed_up = False
        if results:
            self._tools.frame.open_session(results[-1].report.session_uid)
        if errors:
            lines = [self._tools.texts.error(error) for error in errors]
            self._tools.messages.say(BandKind.ERROR, "\n".join(lines), "", None)
        elif results:
            text = self._sentences(results)
            if text:
                self._tools.messages.done(text)

    def _sentences(self, results: list[_Result]) -> str:
        """What to say about files that were read."""
        if len(results) > 1:
            return self.tr("%1 files were read.").replace("%1", str(len(results)))
        outcome, report = results[0].outcome, results[0].report
        sentences = {
            _Outcome.NEW: self.tr("“%1” was read in."),
            _Outcome.UPDATED: self.tr("“%1” is up to date with the file now."),
            _Outcome.NOTHING_NEW: self.tr("“%1” is here already; the file holds nothing new."),
            _Outcome.DECLINED: "",
        }
        lines = [sentences[outcome].replace("%1", report.title)]
        if outcome in (_Outcome.NEW, _Outcome.UPDATED):
            lines += self._remarks(report)
        if report.kept and outcome is not _Outcome.DECLINED:
            text = self.tr("Statements and next steps that differ in the file stay as here: %1.")
            lines.append(text.replace("%1", str(report.kept)))
        return " ".join(line for line in lines if line)

    def _remarks(self, report: ImportReport) -> list[str]:
        lines = []
        if report.newer_schema is not None:
            text = self.tr("The file comes from a newer program; what is new in it was left out.")
            lines.append(text)
        if report.cleaned:
            text = self.tr("Texts with characters that no text may hold, now removed: %1.")
            lines.append(text.replace("%1", str(report.cleaned)))
        if report.taken_numbers:
            text = self.tr("Evidence numbers given already, now left out: %1.")
            lines.append(text.replace("%1", _first(report.taken_numbers)))
        if report.warnings:
            text = self.tr("Unknown and left out: %1")
            lines.append(text.replace("%1", _first(report.warnings)))
        return lines


def _first(names: Sequence[str]) -> str:
    return ", ".join(names[:_NAMES_SHOWN]) + (" …" if len(names) > _NAMES_SHOWN else "")


def _back_up(services: Services, _task: Task) -> None:
    services.backups.make_if_changed("import")


def _after_backup(go_on: Callable[[], None], _nothing: None) -> None:
    go_on()


def _without_task(read: Callable[[Path], ImportReport], path: Path, _task: Task) -> ImportReport:
    return read(path)

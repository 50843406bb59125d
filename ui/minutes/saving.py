"""Saving the minutes: where, in which form, and what then; or printing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QStandardPaths, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QFileDialog, QMenu

from app.domain.minutes import MinutesOptions
from app.errors import UserError
from app.services.minutes import ExportReport
from app.services.paper import MinutesFormat
from ui.minutes.page import MinutesPage
from ui.pages import Toolbox
from ui.print_out import PageId, print_on
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.minutes.table_file import TableFile

_FOLDER = "minutes_folder"
_SHOWN_MS = 400
"""From a file being there to the log: until then the window shows it."""


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be saved."""

    session_uid: str
    options: MinutesOptions


class Saving(QObject):
    """Asks for the file, has it written beside the window, says what came of it."""

    template_wanted = Signal()
    """The template cannot be used and has to be looked at."""
    send_wanted = Signal(object)
    """The ``ExportReport`` of what was saved last is to be sent."""

    def __init__(self, page: MinutesPage, tools: Toolbox, job: Callable[[], Job | None]) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._job = job
        self._dialog: QFileDialog | None = None
        self._task: Task | None = None
        self._form = MinutesFormat.DOCX
        self._saved: ExportReport | None = None
        self._unnoted: ExportReport | None = None
        self._noting: Task | None = None
        self._then: list[Callable[[], object]] = []
        self._table_file: TableFile | None = None
        page.notes.open_file.connect(self._open)
        page.notes.open_folder.connect(self._open_folder)
        page.notes.send_wanted.connect(self.send)

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._task is not None

    # -- where and how ------------------------------------------------------------------------

    def offer_forms(self) -> None:
        """Open the menu of the other forms above its button."""
        menu = QMenu(self._page)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for form, text in (
            (MinutesFormat.PDF, self.tr("PDF file …")),
            (MinutesFormat.TXT, self.tr("Text for an e-mail …")),
            (MinutesFormat.XLSX, self.tr("Statements as an Excel table …")),
            (MinutesFormat.CSV, self.tr("Statements as a CSV table …")),
        ):
            menu.addAction(text).triggered.connect(partial(self._ask, form))
        menu.addSeparator()
        for text, ask in (
            (self.tr("Shares per kind of organisation …"), self._ask_for_shares),
            (self.tr("Statements with pseudonyms …"), self._ask_for_statements),
            (self.tr("Table of pseudonyms: who is who …"), self._ask_for_pseudonyms),
        ):
            menu.addAction(text).triggered.connect(ask)
        menu.addSeparator()
        menu.addAction(self.tr("Print …")).triggered.connect(self.print_paper)
        feedback = self._tools.actions.get("session.feedback")
        menu.addAction(self.tr("Feedback form …")).triggered.connect(feedback.trigger)
        button = self._page.choices.other_button
        size = menu.sizeHint()
        menu.popup(button.mapToGlobal(QPoint(0, -size.height())))
        menu.setActiveAction(menu.actions()[0])

    def _tables(self) -> TableFile:
        from ui.minutes.table_file import TableFile

        self._table_file = self._table_file or TableFile(self._tools, self._page)
        return self._table_file

    def _ask_for_shares(self) -> None:
        if (job := self._job()) is not None:
            self._tables().ask_for_shares(job.session_uid)

    def _ask_for_statements(self) -> None:
        if (job := self._job()) is not None:
            self._tables().ask_for_statements(job.session_uid, job.options)

    def _ask_for_pseudonyms(self) -> None:
        if (job := self._job()) is not None:
            self._tables().ask_for_pseudonyms(job.session_uid, job.options.created)

    def ask_where(self) -> None:
        """Ask for the Word file; saving begins when it is chosen."""
        self._ask(MinutesFormat.DOCX)

    def _ask(self, form: MinutesFormat, _checked: bool = False) -> None:
        job = self._job()
        if self._dialog is not None or self._task is not None or job is None:
            return
        self._form = form
        dialog = QFileDialog(self._page, self.tr("Save the minutes"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self._filter(form))
        dialog.setDefaultSuffix(form.value)
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(self._file_name(job, form))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(self._on_dialog_closed)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_closed(self) -> None:
        self._dialog = None

    def _filter(self, form: MinutesFormat) -> str:
        return {
            MinutesFormat.DOCX: self.tr("Word documents (*.docx)"),
            MinutesFormat.PDF: self.tr("PDF files (*.pdf)"),
            MinutesFormat.XLSX: self.tr("Excel tables (*.xlsx)"),
            MinutesFormat.CSV: self.tr("CSV tables (*.csv)"),
            MinutesFormat.TXT: self.tr("Text files (*.txt)"),
        }[form]

    def _file_name(self, job: Job, form: MinutesFormat) -> str:
        from app.services.preview import suggested_file_name

        services = self._tools.services
        record = services.minutes.record(job.session_uid)
        return suggested_file_name(record, job.options, services.texts, form)

    def _folder(self) -> Path:
        kept = self._tools.settings.text(_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    # -- writing ------------------------------------------------------------------------------

    def _save(self, file: str) -> None:
        job = self._job()
        if job is None:
            return
        path = Path(file)
        self._enable(enabled=False)
        self._task = self._tools.tasks.run(
            partial(self._export, job, path, self._form),
            done=self._on_saved,
            failed=self._on_not_saved,
            title=self.tr("Saving %1").replace("%1", path.name),
        )

    def _export(self, job: Job, path: Path, form: MinutesFormat, _task: Task) -> ExportReport:
        from ui.drawing import draw

        minutes = self._tools.services.minutes
        return minutes.write(job.session_uid, job.options, path, form=form, draw=draw)

    def _on_saved(self, report: ExportReport) -> None:
        self._end()
        self._tools.settings.put(_FOLDER, str(report.path.parent))
        self._tools.messages.clear()
        self._saved = report
        self._page.notes.show_saved(report.path)
        self._page.show_notes()
        # Whoever waited for the file has it. The log looks for names in all of it, which would keep
        # Python's lock from the window while that shows the file.
        self.note_now()
        self._unnoted = report
        QTimer.singleShot(_SHOWN_MS, self, self.note_now)

    def note_now(self) -> None:
        """Keep the log of what was saved last, beside the window; nothing if it is kept."""
        report, self._unnoted = self._unnoted, None
        if report is not None:
            self._noting = self._tools.tasks.run(
                partial(self._note, report), done=self._on_noted, failed=self._on_not_noted
            )

    def when_noted(self, work: Callable[[], object]) -> None:
        """Do ``work``, which shows the log, when what was saved last is in it."""
        self.note_now()
        if self._noting is None:
            work()
        else:
            self._then.append(work)

    def _note(self, report: ExportReport, _task: Task) -> ExportReport:
        return replace(report, logged=self._tools.services.minutes.note(report))

    def _on_noted(self, report: ExportReport) -> None:
        if self._saved is not None and self._saved.issued is report.issued:
            self._saved = report
        self._end_noting()

    def _on_not_noted(self, error: BaseException) -> None:
        self._end_noting()
        raise error

    def _end_noting(self) -> None:
        self._noting = None
        waiting, self._then = self._then, []
        for work in waiting:
            work()

    def _on_not_saved(self, error: BaseException) -> None:
        self._end()
        if not isinstance(error, UserError):
            raise error
        if error.code.startswith("template_"):
            text = self.tr("Look at the template")
            self._tools.messages.error(error, text, self.template_wanted.emit)
            return
        text = self.tr("Save under another name")
        self._tools.messages.error(error, text, partial(self._ask, self._form))

    def _end(self) -> None:
        self._task = None
        self._enable(enabled=True)

    def _enable(self, *, enabled: bool) -> None:
        for button in (self._page.choices.save_button, self._page.choices.other_button):
            button.setEnabled(enabled)

    # -- afterwards ---------------------------------------------------------------------------

    @staticmethod
    def _open(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @staticmethod
    def _open_folder(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def send(self) -> None:
        """Offer what goes into an e-mail with the file that was saved last."""
        self.when_noted(self._send)

    def _send(self) -> None:
        if self._saved is not None and self._page.notes.saved_path == self._saved.path:
            self.send_wanted.emit(self._saved)

    # -- paper --------------------------------------------------------------------------------

    def print_paper(self) -> None:
        """Print what the preview shows."""
        if self._page.paper.paper is None:
            return
        if not QPrinterInfo.availablePrinterNames():
            self._tools.messages.warn(
                self.tr("No printer is set up here. Save a PDF file and print it elsewhere.")
            )
            return
        self._printer = QPrinter()
        dialog = QPrintDialog(self._printer, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._print)
        dialog.setModal(True)
        dialog.show()

    def _print(self) -> None:
        paper = self._page.paper.paper
        job = self._job()
        if paper is not None and job is not None:
            print_on(paper, self._printer, PageId.A4)
            self._tools.services.minutes.printed(job.session_uid, job.options)

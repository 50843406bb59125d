"""The house template at work: chosen or dropped, looked at beside the window, kept with the series.

A file that cannot be used is explained in the dialog and changes nothing: what was used before – in
the end the built-in template – stays.
"""

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.templates import HouseTemplate, TemplateReport
from app.errors import UserError
from app.services.house_templates import examine, read_template, sentences, write_sample
from ui.minutes.template_dialog import HouseTemplateDialog
from ui.pages import Toolbox
from ui.tasks import Task

FOLDER = "template_folder"
"""Setting: where templates were last taken from."""


@dataclass(frozen=True, slots=True)
class _Examined:
    template: HouseTemplate
    report: TemplateReport


class TemplateDesk(QObject):
    """One open dialog at a time. ``owner`` is the page it stands over."""

    def __init__(self, tools: Toolbox, owner: QWidget) -> None:
        super().__init__(owner)
        self._tools = tools
        self._owner = owner
        self._dialog: HouseTemplateDialog | None = None
        self._series = ""
        self._chosen: HouseTemplate | None = None

    def open(self, series_uid: str, file: Path | None = None) -> None:
        """Show the template of a series; ``file`` is the one to look at instead."""
        if self._dialog is None:
            self._show(series_uid)
        if file is not None:
            self._read(file)
        elif self._chosen is not None:
            kept, self._chosen = self._chosen, None  # if it is broken by now, ours is offered
            self._examine(kept)

    def _show(self, series_uid: str) -> None:
        self._series = series_uid
        self._chosen = self._tools.services.house_templates.of_series(series_uid)
        dialog = HouseTemplateDialog(self._tools.theme, parent=self._owner)
        dialog.file_wanted.connect(self._ask)
        dialog.own_wanted.connect(self._take_own)
        dialog.sample_wanted.connect(self._ask_for_sample)
        dialog.accepted.connect(self._keep)
        dialog.finished.connect(self._on_closed)
        dialog.show_own()
        self._dialog = dialog
        dialog.show_over()

    def _ask(self) -> None:
        dialog = self._file_dialog(self.tr("Choose a template"))
        patterns = "*.docx *.dotx"
        names = self.tr("Word documents and templates (%1)").replace("%1", patterns)
        dialog.setNameFilters([names, self.tr("All files (*)")])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.fileSelected.connect(self._on_file)
        dialog.open()

    def _on_file(self, file: str) -> None:
        self._tools.settings.put(FOLDER, str(Path(file).parent))
        self._read(Path(file))

    def _read(self, file: Path) -> None:
        self._look(partial(_read_and_examine, file))

    def _examine(self, template: HouseTemplate) -> None:
        self._look(partial(_examine, template))

    def _look(self, work: "partial[_Examined]") -> None:
        title = self.tr("Looking at the template")
        self._tools.tasks.run(work, done=self._on_looked, failed=self._on_refused, title=title)

    def _on_looked(self, found: _Examined) -> None:
        if self._dialog is not None:
            self._chosen = found.template
            words = sentences(found.report, self._tools.texts)
            self._dialog.show_report(found.template.name, words)

    def _on_refused(self, error: BaseException) -> None:
        if not isinstance(error, UserError):
            raise error
        if self._dialog is not None:
            self._dialog.show_refusal(self._tools.messages.in_words(error))

    def _take_own(self) -> None:
        self._chosen = None
        if self._dialog is not None:
            self._dialog.show_own()

    def _keep(self) -> None:
        service = self._tools.services.house_templates
        if self._chosen == service.of_series(self._series):
            return
        if self._chosen is None:
            service.remove(self._series)
        else:
            service.choose(self._series, self._chosen)

    def _on_closed(self) -> None:
        self._dialog = None

    def _ask_for_sample(self) -> None:
        dialog = self._file_dialog(self.tr("Save a sample template"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word documents (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.setDirectory(self._tools.settings.text(FOLDER))
        dialog.selectFile(self.tr("Sample template.docx"))
        dialog.fileSelected.connect(self._write_sample)
        dialog.open()

    def _write_sample(self, file: str) -> None:
        try:
            write_sample(Path(file), self._tools.texts)
        except UserError as error:
            self._on_refused(error)

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self._dialog, title)
        dialog.finished.connect(dialog.deleteLater)
        return dialog


def _read_and_examine(file: Path, task: Task) -> _Examined:
    return _examine(read_template(file), task)


def _examine(template: HouseTemplate, _task: Task) -> _Examined:
    return _Examined(template, examine(template))

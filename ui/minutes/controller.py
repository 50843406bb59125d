"""Protokoll at work: keeps the paper up to date, leads to what is open, saves the Word file."""

import datetime as dt
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.changes import ChangeSet
from app.domain.minutes import MinutesOptions, WithoutResults
from app.domain.sessions import SessionView
from app.errors import UserError
from app.services.minutes import ExportReport
from app.services.paper import Block, Page
from ui.minutes.choices import Wishes
from ui.minutes.digest import Digest, digest
from ui.minutes.page import MinutesPage
from ui.pages import Extent, Toolbox
from ui.print import Paper
from ui.tasks import Task

if TYPE_CHECKING:
    from ui.minutes.template_desk import TemplateDesk

_FOLDER = "minutes_folder"


@dataclass(frozen=True, slots=True)
class _Preview:
    """What the worker made: everything the page shows."""

    number: int
    page: Page
    blocks: tuple[Block, ...]
    digest: Digest


class MinutesController(QObject):
    """The place of the step "Protokoll"."""

    def __init__(self, page: MinutesPage, tools: Toolbox) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._uid = ""
        self._session: SessionView | None = None
        self._wishes = Wishes()
        self._number = 0
        self._shown = 0
        self._stale = False
        self._from_top = True
        self._dialog: QFileDialog | None = None
        self._saving: Task | None = None
        self._templates: TemplateDesk | None = None
        self._connect()

    def _connect(self) -> None:
        page, tools = self._page, self._tools
        page.shown.connect(self._on_shown)
        page.choices.changed.connect(self._on_wishes)
        page.choices.save_button.clicked.connect(self.ask_where)
        page.choices.template_wanted.connect(self.open_template)
        page.notes.jump_wanted.connect(self._jump)
        page.notes.without_results_chosen.connect(self._on_without_results)
        page.notes.open_file.connect(self._open)
        page.notes.open_folder.connect(self._open_folder)
        tools.actions.get("minutes.save").triggered.connect(self.ask_where)
        tools.actions.get("session.right_column").triggered.connect(self._toggle_right)

    # -- the frame's calls --------------------------------------------------------------------

    @property
    def page(self) -> QWidget:
        """The widget the frame stacks."""
        return self._page

    def open_session(self, session_uid: str) -> None:
        """Show the minutes of this session, from the first page."""
        if session_uid != self._uid:
            self._wishes = Wishes()
            self._page.notes.show_saved(None)
        self._uid = session_uid
        self._from_top = True
        self._page.paper.clear()
        self._renew()

    def leave(self) -> None:
        """Nothing is typed here."""

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed: the paper follows, at once if it can be seen."""
        concerns_us = change_set.session_uid in (self._uid, None)
        if self._uid and concerns_us and change_set.initiator is not self:
            self._renew()

    def focus_main(self) -> None:
        """On the kinds: the first thing to choose; in a narrow window on the paper."""
        kind = self._page.choices.kinds[self._wishes.kind]
        (kind if kind.isVisible() else self._page.paper).setFocus()

    def set_extent(self, extent: Extent) -> None:
        """Columns or tabs."""
        self._page.set_narrow(narrow=extent.narrow)

    def columns(self) -> tuple[QWidget, ...]:
        """Choices, paper, notes."""
        kind = self._page.choices.kinds[self._wishes.kind]
        notes = self._page.notes.first_control()
        return (kind, self._page.paper, *([notes] if notes else []))

    def reveal(self, plan_item_uid: str, statement_uid: str) -> bool:
        """Statements are shown where they can be changed."""
        return False

    @property
    def is_settled(self) -> bool:
        """Nothing is under way: the paper shows what was chosen last, nothing is being saved."""
        view = self._page.paper
        return self._shown == self._number and view.is_complete and self._saving is None

    # -- the paper ----------------------------------------------------------------------------

    def _on_wishes(self, wishes: Wishes) -> None:
        self._from_top = wishes.kind is not self._wishes.kind and self._at_top()
        self._wishes = wishes
        self._renew()

    def _on_without_results(self, value: WithoutResults) -> None:
        self._on_wishes(replace(self._wishes, without_results=value))

    def _at_top(self) -> bool:
        return self._page.paper.verticalScrollBar().value() == 0

    def _on_shown(self) -> None:
        if self._stale:
            self._renew()

    def _toggle_right(self) -> None:
        if self._page.isVisible():
            self._page.toggle_right()

    def options(self) -> MinutesOptions:
        """The wishes as a document is made from them."""
        wishes = self._wishes
        zone = ZoneInfo(self._session.time_zone) if self._session else dt.UTC
        return MinutesOptions(
            kind=wishes.kind,
            created=dt.datetime.now(zone).date(),
            naming_limit=wishes.naming_limit,
            attribution=wishes.attribution[wishes.kind],
            contents=wishes.contents,
            attendance_list=wishes.attendance_list,
            signatures=wishes.signatures,
            times=wishes.times,
            without_results=wishes.without_results,
        )

    def _renew(self) -> None:
        """Have the document composed beside the window; a newer wish overtakes an older one."""
        self._number += 1
        self._stale = not self._page.isVisible()
        if self._stale:
            return
        self._session = self._tools.services.views.session(self._uid)
        self._page.choices.show_wishes(self._wishes, confidential=self._session.confidential)
        series = self._tools.services.views.series(self._session.series_uid)
        self._page.show_template(series.template)
        work = partial(self._compose, self._number, self._uid, self.options())
        self._tools.tasks.run(work, done=self._show)

    def _compose(self, number: int, uid: str, options: MinutesOptions, _task: Task) -> _Preview:
        from app.services.preview import compose  # loaded beside the window

        services = self._tools.services
        record = services.minutes.proposed(uid, options)
        document = compose(record, options, services.texts)
        return _Preview(number, document.page, tuple(document.blocks), digest(record, options))

    def _show(self, preview: _Preview) -> None:
        if preview.number != self._number:
            return
        page, self._shown = self._page, preview.number
        page.paper.show_paper(Paper(preview.page, preview.blocks), from_top=self._from_top)
        self._from_top = False
        page.notes.show_digest(preview.digest, self._wishes.kind, self._wishes.without_results)
        page.show_note_count(page.notes.note_count())

    def _jump(self, plan_item_uid: str, statement_uid: str) -> None:
        self._tools.frame.reveal(self._uid, plan_item_uid, statement_uid)

    # -- the template -------------------------------------------------------------------------

    def open_template(self) -> None:
        """Show the template of the series, to be looked at or changed."""
        self._open_template(None)

    def look_at_template(self, file: Path) -> None:
        """A Word file that was dropped."""
        self._open_template(file)

    def _open_template(self, file: Path | None) -> None:
        from ui.minutes.template_desk import TemplateDesk

        if self._session is not None:
            self._templates = self._templates or TemplateDesk(self._tools, self._page)
            self._templates.open(self._session.series_uid, file)

    # -- saving -------------------------------------------------------------------------------

    def ask_where(self) -> None:
        """Ask for the file; saving begins when it is chosen."""
        if self._dialog is not None or self._saving is not None or not self._uid:
            return
        dialog = QFileDialog(self._page, self.tr("Save the minutes"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Word documents (*.docx)"))
        dialog.setDefaultSuffix("docx")
        dialog.setDirectory(str(self._folder()))
        dialog.selectFile(self._file_name())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._save)
        dialog.finished.connect(self._on_dialog_closed)
        self._dialog = dialog
        dialog.open()

    def _on_dialog_closed(self) -> None:
        self._dialog = None

    def _file_name(self) -> str:
        from app.services.preview import suggested_file_name

        services, options = self._tools.services, self.options()
        record = services.minutes.record(self._uid)
        return suggested_file_name(record, options, services.texts)

    def _folder(self) -> Path:
        kept = self._tools.settings.text(_FOLDER)
        if kept and Path(kept).is_dir():
            return Path(kept)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def _save(self, file: str) -> None:
        path = Path(file)
        self._page.choices.save_button.setEnabled(False)
        self._saving = self._tools.tasks.run(
            partial(self._export, self._uid, self.options(), path),
            done=self._on_saved,
            failed=self._on_not_saved,
            title=self.tr("Saving %1").replace("%1", path.name),
        )

    def _export(self, uid: str, options: MinutesOptions, path: Path, _task: Task) -> ExportReport:
        return self._tools.services.minutes.export(uid, options, path)

    def _on_saved(self, report: ExportReport) -> None:
        self._end_saving()
        self._tools.settings.put(_FOLDER, str(report.path.parent))
        self._tools.messages.clear()
        self._page.notes.show_saved(report.path)
        self._page.show_notes()

    def _on_not_saved(self, error: BaseException) -> None:
        self._end_saving()
        if not isinstance(error, UserError):
            raise error
        if error.code.startswith("template_"):
            text = self.tr("Look at the template")
            self._tools.messages.error(error, text, self.open_template)
            return
        text = self.tr("Save under another name")
        self._tools.messages.error(error, text, self.ask_where)

    def _end_saving(self) -> None:
        self._saving = None
        self._page.choices.save_button.setEnabled(True)

    @staticmethod
    def _open(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    @staticmethod
    def _open_folder(path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

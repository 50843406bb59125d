"""What was given out, at work: the list beside the paper, its dialog, and sending."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from app.errors import UserError
from ui.minutes.log_dialog import ExportLogDialog
from ui.minutes.send_dialog import SendDialog
from ui.minutes.withdrawal_dialog import WithdrawalDialog

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.minutes import MinutesOptions
    from app.services.minutes import ExportReport
    from ui.minutes.page import MinutesPage
    from ui.pages import Toolbox


class GivenDesk(QObject):
    """Belongs to the page of the minutes; ``show`` names the session.

    ``when_noted`` does something when the log holds what was saved last.
    """

    def __init__(
        self,
        page: MinutesPage,
        tools: Toolbox,
        options: Callable[[], MinutesOptions],
        when_noted: Callable[[Callable[[], object]], None],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._tools = tools
        self._options = options
        self._when_noted = when_noted
        self._uid = ""
        self._zone = ""
        page.notes.all_given_wanted.connect(self.open_log)
        page.notes.withdrawal_wanted.connect(self.open_withdrawal)

    def show(self, session_uid: str, zone: str) -> None:
        """Bring the list beside the paper up to date."""
        self._uid, self._zone = session_uid, zone
        self._page.notes.show_given(self._tools.services.views.exports(session_uid), zone)

    def open_log(self) -> None:
        """Everything that was given out, with fields for whom it was."""
        self._when_noted(self._open_log)

    def _open_log(self) -> None:
        tools = self._tools
        exports = tools.services.views.exports(self._uid)
        if not exports:
            return
        dialog = ExportLogDialog(tools.theme, tools.texts, exports, self._zone, parent=self._page)
        dialog.accepted.connect(partial(self._keep, dialog))
        dialog.show_over()

    def _keep(self, dialog: ExportLogDialog) -> None:
        for uid, recipient in dialog.changed():
            self._note(uid, recipient)

    def _note(self, uid: str, recipient: str) -> None:
        try:
            self._tools.services.exports.set_recipient(uid, recipient)
        except UserError as error:
            self._tools.messages.unsaved(error)

    def open_withdrawal(self) -> None:
        """Somebody does not want to be named any more."""
        self._when_noted(self._open_withdrawal)

    def _open_withdrawal(self) -> None:
        tools = self._tools
        if not self._uid:
            return
        dialog = WithdrawalDialog(
            tools.theme,
            tools.texts,
            self._zone,
            tools.services.views.exports_naming,
            parent=self._page,
        )
        service = tools.services.withdrawal
        dialog.withdraw_wanted.connect(partial(self._withdraw, dialog, service.withdraw))
        dialog.take_back_wanted.connect(partial(self._withdraw, dialog, service.take_back))
        dialog.show_people(tools.services.views.participants(self._uid))
        dialog.show_over()

    def _withdraw(
        self, dialog: WithdrawalDialog, change: Callable[[str], None], participant_uid: str
    ) -> None:
        try:
            change(participant_uid)
        except UserError as error:
            self._tools.messages.unsaved(error)
        dialog.show_people(self._tools.services.views.participants(self._uid))

    def send(self, report: ExportReport) -> None:
        """What goes into an e-mail with the file that was just saved."""
        from app.services.sending import sending

        services = self._tools.services
        record = services.minutes.record(self._uid)
        options = services.minutes.as_issued(record, self._options())
        is_table = report.form.is_table
        line = next((e for e in services.views.exports(self._uid) if e.uid == report.logged), None)
        dialog = SendDialog(
            self._tools.theme,
            sending(record, options, services.texts, is_table=is_table),
            file_name=report.path.name,
            recipient=line.recipient if line else "",
            parent=self._page,
        )
        dialog.folder_wanted.connect(partial(self._page.notes.open_folder.emit, report.path))
        if line is not None:
            dialog.accepted.connect(partial(self._noted, dialog, line.uid, line.recipient))
        dialog.show_over()

    def _noted(self, dialog: SendDialog, uid: str, before: str) -> None:
        if dialog.recipient.text().strip() != before:
            self._note(uid, dialog.recipient.text())

"""The backups: what is in each, and bringing one back – as a copy or in the place of the present.

Also what stands there when the database is damaged: which backups there are, and salvage.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget
from shiboken6 import isValid

from ui.backups import Afterwards
from ui.dialogs.form_dialog import ConfirmDialog, FormDialog
from ui.start.content import Content
from ui.start.dates import clock
from ui.start.list_view import ListView
from ui.start.rows import ListRow
from ui.theme import Role, Theme, Tone
from ui.widgets.badges import ChipText
from ui.widgets.buttons import button
from ui.widgets.frames import card, row
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.domain.backups import BackupView, Contents, Salvaged
    from app.errors import UserError
    from app.services.backups import BackupService
    from app.texts import Texts
    from ui.messages import Messages
    from ui.tasks import Task, Tasks

_LIST = 252
"""Height of the list: a little more than four backups, so that it is seen to go on."""
_EMPTY = "\u00a0"
"""Keeps the line its height."""
_REASONS = ("auto", "close", "migration", "import", "delete", "merge", "erasure", "restore", "move")


class BackupsDialog(FormDialog):
    """A list, what the current backup would bring, and the ways to bring it back.

    ``begin_again`` closes the window, does some work on the database and opens a new one.
    """

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        tasks: Tasks,
        messages: Messages,
        backups: BackupService,
        begin_again: Callable[[Afterwards], None],
        *,
        damage: UserError | None = None,
        parent: QWidget,
    ) -> None:
        translate = QCoreApplication.translate
        title = translate("BackupsDialog", "Backups")
        if damage is not None:
            title = translate("BackupsDialog", "The database is damaged")
        confirm = translate("BackupsDialog", "Restore …")
        super().__init__(theme, title, confirm, width=720, parent=parent)
        self._texts = texts
        self._tasks = tasks
        self._messages = messages
        self._backups = backups
        self._begin_again = begin_again
        self._damage = damage
        self._content = Content(texts, self)
        self._found: dict[str, BackupView] = {}
        self._present: Contents | None = None
        self.list = ListView(theme, self.tr("Backups"), fits=False)
        self.list.selectionModel().currentChanged.connect(self._show_current)
        self.nothing = wrapped(self.tr("The backups are being checked …"), Role.BODY, "ink2")
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.compared = wrapped("", Role.BODY, "ink2")
        self.copy = button(theme, self.tr("Restore as a copy …"), icon="copy", size="small")
        self.copy.clicked.connect(self._ask_copy)
        self._build()
        self.list.hide()
        self._show_current()
        self._tasks.run(partial(_read, backups), done=self._loaded)

    def accept(self) -> None:
        """Ask before the current backup takes the place of the present."""
        chosen = self._current()
        if chosen is None or not chosen.ok:
            return
        text = self.tr(
            "The backup of %1 takes the place of the present. What is there now is kept: as a "
            "backup, or under another name if it is damaged. The window opens anew."
        )
        dialog = ConfirmDialog(
            self.theme,
            self.tr("Restore this backup?"),
            text.replace("%1", self._moment(chosen)),
            self.tr("Restore"),
            parent=self,
        )
        dialog.accepted.connect(partial(self._restore, chosen))
        dialog.show_over()

    # -- layout -----------------------------------------------------------------------------

    def _build(self) -> None:
        self.cancel.setText(self.tr("Close"))
        if self._damage is not None:
            self.body.addWidget(wrapped(self._texts.error(self._damage), Role.BODY, "error"))
        text = self.tr("A backup is made every ten minutes while you work, and at the end.")
        self.body.addWidget(wrapped(text, Role.BODY, "ink2"))
        frame, inner = card(padding=1, spacing=0)
        frame.setMinimumHeight(self.theme.px(_LIST))
        inner.addWidget(self.nothing, 0, Qt.AlignmentFlag.AlignVCenter)
        inner.addWidget(self.list, 1)
        self.body.addWidget(frame, 1)
        self.body.addWidget(self.compared)
        line = row(spacing=8)
        line.addWidget(self.copy)
        if self._damage is not None:
            self.salvage = button(
                self.theme, self.tr("Salvage …"), icon="heart-handshake", size="small"
            )
            self.salvage.clicked.connect(self._ask_salvage)
            line.addWidget(self.salvage)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addLayout(self._place())

    def _place(self) -> QHBoxLayout:
        """Where the backups lie, in words, and the way there; the address as a tooltip."""
        line = row(spacing=8)
        where = label(self.tr("The backups lie on this computer."), Role.META)
        where.setToolTip(str(self._backups.folder))
        line.addWidget(where)
        self.folder = button(self.theme, self.tr("Open folder"), icon="folder-open", variant="link")
        self.folder.setToolTip(str(self._backups.folder))
        self.folder.clicked.connect(self._open_folder)
        line.addWidget(self.folder)
        line.addStretch(1)
        return line

    def _open_folder(self) -> None:
        folder = self._backups.folder
        there = folder if folder.is_dir() else folder.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _loaded(self, read: tuple[list[BackupView], Contents | None]) -> None:
        if not isValid(self):
            return
        found, self._present = read
        self._found = {each.name: each for each in reversed(found)}
        self.list.show_rows([self._row(each) for each in self._found.values()])
        self.list.setVisible(bool(found))
        self.nothing.setVisible(not found)
        self.nothing.setText(
            self.tr(
                "No backup yet. The first one is made within ten minutes of work, or when you "
                "close the program. Everything you write is saved at once, also without one."
            )
        )
        if found:
            self.list.select(found[-1].name)
            self.list.setFocus()
        self._show_current()

    def _row(self, backup: BackupView) -> ListRow:
        title = self._moment(backup)
        parts = [self._counts(backup)]
        if backup.reason in _REASONS:
            parts.append(self._texts.get(f"operations.backup.{backup.reason}"))
        chip = (
            ChipText(Tone.SETTLED, "shield-check", self.tr("checked"))
            if backup.ok
            else ChipText(Tone.OPEN, "alert-triangle", self.tr("damaged"))
        )
        detail = " · ".join(part for part in parts if part)
        spoken = f"{title}, {detail}, {chip.word}"
        return ListRow(backup.name, title, detail, spoken, chip=chip)

    def _moment(self, backup: BackupView) -> str:
        local = backup.created_at.astimezone()
        text = self.tr("%1 at %2")
        day = self._content.dates.day(local.date())
        return text.replace("%1", day).replace("%2", clock(local))

    def _counts(self, backup: BackupView) -> str:
        if backup.sessions is None or backup.statements is None:
            return ""
        one, more = self.tr("1 session"), self.tr("%1 sessions")
        sessions = one if backup.sessions == 1 else more.replace("%1", str(backup.sessions))
        return f"{sessions}, {self._content.statements(backup.statements)}"

    def _current(self) -> BackupView | None:
        return self._found.get(self.list.current_uid())

    def _show_current(self, _now: QModelIndex | None = None, _old: object = None) -> None:
        chosen = self._current()
        usable = chosen is not None and chosen.ok
        self.confirm.setEnabled(usable)
        self.copy.setEnabled(usable)
        self.compared.setText(self._comparison(chosen) if chosen else _EMPTY)

    def _comparison(self, chosen: BackupView) -> str:
        if not chosen.ok:
            return self.tr("This backup was changed or is damaged. Please take another one.")
        now = self._present
        if now is None or chosen.statements is None or chosen.sessions is None:
            return _EMPTY
        more = chosen.statements - now.statements
        sessions = chosen.sessions - now.sessions
        if not more and not sessions:
            return self.tr("As many sessions and statements as now.")
        words = {self.tr("sessions %1"): sessions, self.tr("statements %1"): more}
        parts = (word.replace("%1", f"{n:+d}") for word, n in words.items() if n)
        text = self.tr("Compared with now: %1.")
        return text.replace("%1", ", ".join(parts).replace("-", "−"))

    # -- bringing back ----------------------------------------------------------------------

    def _restore(self, chosen: BackupView) -> None:
        text = self.tr("The backup of %1 is back.").replace("%1", self._moment(chosen))
        work = partial(_restore_instead, self._backups, chosen.path)
        self.close()
        self._begin_again(Afterwards(work, partial(_always, text)))

    def _ask_salvage(self) -> None:
        text = self.tr(
            "What can still be read goes into a new database, which takes the place of the damaged "
            "one. That is kept under another name. The window opens anew."
        )
        dialog = ConfirmDialog(
            self.theme, self.tr("Salvage what is left?"), text, self.tr("Salvage"), parent=self
        )
        dialog.accepted.connect(self._salvage)
        dialog.show_over()

    def _salvage(self) -> None:
        placeholder = self._texts.get("command_line.salvaged_place")
        work = partial(_salvage_instead, self._backups, placeholder)
        text = self.tr("Salvaged: %1 statements, lost: %2. The damaged file was kept.")
        self.close()
        self._begin_again(Afterwards(work, partial(_salvaged, text)))

    def _ask_copy(self) -> None:
        chosen = self._current()
        if chosen is None:
            return
        dialog = QFileDialog(self, self.tr("Restore as a copy"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Database (*.db)"))
        dialog.setDefaultSuffix("db")
        dialog.selectFile(f"Quartiersdialog {chosen.created_at.astimezone():%Y-%m-%d %H-%M}.db")
        dialog.fileSelected.connect(partial(self._copy, chosen))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _copy(self, chosen: BackupView, name: str) -> None:
        work = partial(_restore_copy, self._backups, chosen.path, Path(name))
        text = self.tr("The backup of %1 lies in “%2”.").replace("%1", self._moment(chosen))
        self._tasks.run(
            work,
            done=partial(_say, self._messages, text.replace("%2", name)),
            title=self.tr("Restoring"),
        )
        self.close()


def _read(backups: BackupService, task: Task) -> tuple[list[BackupView], Contents | None]:
    found: list[BackupView] = []
    for each in backups.all():
        task.report(len(found), 0)
        found.append(each)
    return found, backups.present()


def _restore_instead(backups: BackupService, source: Path, _task: Task) -> Contents:
    return backups.restore_instead(source)


def _restore_copy(backups: BackupService, source: Path, target: Path, _task: Task) -> Contents:
    return backups.restore_copy(source, target)


def _salvage_instead(backups: BackupService, placeholder: str, task: Task) -> Salvaged:
    return backups.salvage_instead(placeholder=placeholder, progress=task.report)


def _say(messages: Messages, text: str, _result: object) -> None:
    messages.done(text)


def _always(text: str, _result: object) -> str:
    return text


def _salvaged(text: str, result: Salvaged) -> str:
    found, lost = result.found["statement"], result.lost["statement"]
    return text.replace("%1", str(found)).replace("%2", str(lost))

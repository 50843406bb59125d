"""A show of hands: what was asked, and three numbers. Enter in any field keeps it.

What is typed is a draft of the item at each key: closing the dialog loses nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator

from app.domain.drafts import DraftPayload
from app.domain.in_the_room import MAX_WORDING
from app.domain.incoming.in_the_room import HandCountDraft
from app.domain.statements import MAX_COUNT
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.prepare.entries import parse_time
from ui.prepare.labeled_field import TextField
from ui.theme import Role
from ui.widgets.frames import row
from ui.widgets.labels import label, wrapped

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from app.domain.in_the_room import HandCountView
    from app.domain.plan import PlanItemView
    from app.domain.sessions import SessionView
    from ui.pages import Toolbox

_SLOT = "hands:"
_TALLIES = ("agree", "disagree", "undecided")


class HandsDialog(FormDialog):
    """Counts hands under ``item``, or corrects an earlier ``count``."""

    kept = Signal(object)
    """The ``HandCountDraft`` that is on the disk now."""

    def __init__(
        self,
        tools: Toolbox,
        session: SessionView,
        item: PlanItemView,
        *,
        count: HandCountView | None = None,
        parent: QWidget,
    ) -> None:
        title = self.tr("Show of hands: %1").replace("%1", item.title or item.text)
        super().__init__(tools.theme, title, self.tr("Keep"), width=560, parent=parent)
        self._tools = tools
        self._session = session
        self._item = item
        self._count = count
        theme = tools.theme
        self.wording = TextField(theme, self.tr("What was asked"))
        self.agree = TextField(theme, self.tr("Agree"))
        self.disagree = TextField(theme, self.tr("Disagree"))
        self.undecided = TextField(theme, self.tr("Open"))
        self.time = TextField(theme, self.tr("Time"))
        self.sum = label("", Role.META)
        self.problem = wrapped("", Role.CHIP, "error")
        self._build()
        self._fill()
        self._connect()

    @property
    def tallies(self) -> tuple[TextField, ...]:
        """The three numbers."""
        return self.agree, self.disagree, self.undecided

    def accept(self) -> None:
        """Keep it; what is missing is said instead."""
        if not self.wording.text():
            self.wording.show_problem(self.tr("Please type what was asked."))
            self.wording.line.setFocus()
            return
        if not any(map(_number, self.tallies)):
            self.agree.show_problem(self.tr("Please enter at least one number."))
            self.agree.line.setFocus()
            return
        at = self._moment()
        if self.time.text() and at is None:
            self.time.show_problem(self.tr("Please enter a time like 18:05."))
            self.time.line.setFocus()
            return
        draft = HandCountDraft(wording=self.wording.text(), counted_at=at, **self._numbers())
        try:
            self._keep_count(draft)
        except UserError as error:
            self.problem.setText(self._tools.texts.error(error))
            self.problem.show()
            return
        super().accept()
        self.kept.emit(draft)

    def reject(self) -> None:
        """Close; what was typed waits."""
        super().reject()
        if self._count is None and self._typed():
            text = self.tr("What you typed is kept and stands here again the next time.")
            self._tools.messages.done(text)

    def _keep_count(self, draft: HandCountDraft) -> None:
        room = self._tools.services.in_the_room
        if self._count is not None:
            room.correct_hands(self._count.uid, draft)
            return
        room.count_hands(self._item.uid, draft)
        self._tools.services.drafts.discard(self._session.uid, self._slot)

    def _numbers(self) -> dict[str, int]:
        return dict(zip(_TALLIES, map(_number, self.tallies), strict=True))

    def _moment(self) -> dt.datetime | None:
        """When it was counted, as typed; None: now, or as it was."""
        time = parse_time(self.time.text())
        if self._count is None or time is None:
            return None
        zone = ZoneInfo(self._session.time_zone)
        local = self._count.counted_at.astimezone(zone)
        if (local.hour, local.minute) == (time.hour, time.minute):
            return self._count.counted_at
        return dt.datetime.combine(local.date(), time, zone).astimezone(dt.UTC)

    # -- the draft ------------------------------------------------------------------------------

    @property
    def _slot(self) -> str:
        return f"{_SLOT}{self._item.uid}"

    def _typed(self) -> bool:
        """Whether anything was typed: the question itself stands there before."""
        asked = self.wording.text() not in ("", self._asked())
        return asked or any(field.text() for field in self.tallies)

    def _keep_typed(self) -> None:
        drafts = self._tools.services.drafts
        if not self._typed():
            drafts.discard(self._session.uid, self._slot)
            return
        text = self.wording.line.text()
        data = {n: f.text() for n, f in zip(_TALLIES, self.tallies, strict=True) if f.text()}
        drafts.keep(self._session.uid, self._slot, DraftPayload(text, len(text), data))

    def _asked(self) -> str:
        return " ".join(self._item.heading.split())[:MAX_WORDING]

    # -- showing --------------------------------------------------------------------------------

    def _build(self) -> None:
        self.body.addWidget(self.wording)
        numbers = row(spacing=12)
        for field in self.tallies:
            numbers.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
            field.line.setValidator(QIntValidator(0, MAX_COUNT, field.line))
            field.line.setMaxLength(len(str(MAX_COUNT)))
        numbers.addWidget(self.time, 1, Qt.AlignmentFlag.AlignTop)
        self.time.setVisible(self._count is not None)
        self.body.addLayout(numbers)
        self.body.addWidget(self.sum)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.wording.line.setMaxLength(MAX_WORDING)

    def _fill(self) -> None:
        count = self._count
        if count is not None:
            self.wording.set_text(count.wording)
            for field, name in zip(self.tallies, _TALLIES, strict=True):
                field.set_text(str(getattr(count, name)))
            local = count.counted_at.astimezone(ZoneInfo(self._session.time_zone))
            self.time.set_text(f"{local:%H:%M}")
        else:
            self._restore()
        self.wording.line.setFocus()
        self.wording.line.selectAll()
        self._show_sum()

    def _restore(self) -> None:
        kept = self._tools.services.drafts.load(self._session.uid).get(self._slot)
        self.wording.set_text(kept.text if kept and kept.text else self._asked())
        for field, name in zip(self.tallies, _TALLIES, strict=True):
            field.set_text(str(kept.data.get(name, "")) if kept else "")

    def _connect(self) -> None:
        for field in (self.wording, *self.tallies, self.time):
            field.line.textEdited.connect(self._on_typed)

    def _on_typed(self) -> None:
        for field in (self.wording, self.agree, self.time):
            field.show_problem("")
        self._show_sum()
        if self._count is None:
            self._keep_typed()

    def _show_sum(self) -> None:
        """Against the number of heads: a slip of the finger is noticed."""
        total = sum(map(_number, self.tallies))
        text = self.tr("%1 hands altogether").replace("%1", str(total))
        self.sum.setText(text if total else self.tr("Type, Tab goes on, Enter keeps it."))


def _number(field: TextField) -> int:
    text = field.text()
    return int(text) if text.isdecimal() else 0

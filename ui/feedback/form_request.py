"""How a feedback form is to be: for whom, until when, and where it goes back to."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.dialogs.form_dialog import FormDialog
from ui.prepare.entries import parse_date
from ui.prepare.labeled_field import LabeledField, TextField
from ui.start.dates import Dates
from ui.theme import Role
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.domain.people import ParticipantView
    from ui.pages import Toolbox

RETURN_TO = "feedback_return_to"
"""Setting: where forms go back to."""
_TWO_WEEKS = dt.timedelta(days=14)
"""Proposed where the session has no deadline, or has one that is over."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was chosen. An empty ``participant_uid``: for everybody."""

    participant_uid: str
    until: dt.date | None
    return_to: str


class FormRequestDialog(FormDialog):
    """``wanted`` carries a ``Wanted``."""

    wanted = Signal(object)

    def __init__(
        self,
        tools: Toolbox,
        people: Sequence[ParticipantView],
        *,
        until: dt.date | None,
        confidential: bool,
        parent: QWidget,
    ) -> None:
        title = tools.texts.get("documents.feedback.title")
        super().__init__(tools.theme, title, self.tr("Save …"), width=520, parent=parent)
        self._tools = tools
        self._today = dt.datetime.now().astimezone().date()
        self._uids = ["", *(person.uid for person in people)]
        self.whom = QComboBox()
        self.whom.addItem(self.tr("everybody: all statements"))
        self.whom.addItems([person.name for person in people])
        self.whom.setEnabled(not confidential)
        self.until = TextField(tools.theme, self.tr("Please return until"))
        self.to = TextField(tools.theme, self.tr("Return to (mail address)"))
        note = self.tr(
            "A form for one person asks only about what that person said or is named in."
        )
        self.body.addWidget(LabeledField(tools.theme, self.tr("For"), self.whom))
        self.body.addWidget(wrapped(note, Role.META))
        self.body.addWidget(self.until)
        self.body.addWidget(self.to)
        self.body.addStretch(1)
        if until is None or until < self._today:
            until = self._today + _TWO_WEEKS
        self.until.set_text(Dates(tools.texts.language).field(until))
        self.to.set_text(tools.settings.text(RETURN_TO))
        self.to.line.setMaxLength(200)
        self.whom.setFocus()

    def accept(self) -> None:
        """Hand over what was chosen; a day that is none is explained."""
        until = parse_date(self.until.text(), self._today) if self.until.text() else None
        if self.until.text() and until is None:
            self.until.show_problem(self.tr("Please write a day, as in 18.11.2026."))
            self.until.line.setFocus()
            return
        if until is not None and until < self._today:
            self.until.show_problem(self.tr("This day is over. Please write one from today on."))
            self.until.line.setFocus()
            return
        self._tools.settings.put(RETURN_TO, self.to.text())
        super().accept()
        self.wanted.emit(Wanted(self._uids[self.whom.currentIndex()], until, self.to.text()))

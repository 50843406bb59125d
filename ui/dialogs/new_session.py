"""A new session: date and place are asked, everything else has a default."""

from __future__ import annotations

import datetime as dt
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QWidget
from shiboken6 import isValid

from app.domain.incoming.sessions import SessionDraft
from app.errors import UserError
from ui.dialogs.form_dialog import FormDialog
from ui.pages import Step
from ui.prepare.entries import is_no_day, parse_date, parse_time
from ui.prepare.labeled_field import LabeledField, TextField
from ui.start.dates import Dates, clock
from ui.theme import Role
from ui.widgets.frames import row
from ui.widgets.labels import wrapped

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.bootstrap import Services
    from app.domain.sessions import SessionSummary
    from ui.pages import Toolbox
    from ui.tasks import Task

DEFAULT_START = "17:00"
_OFFERED = 20
"""Earlier sessions in the list; for older ones there is the menu of the session."""


class NewSessionDialog(FormDialog):
    """Enter in any field creates the session and opens Vorbereiten."""

    def __init__(
        self,
        tools: Toolbox,
        today: dt.date,
        *,
        earlier: SessionSummary | None = None,
        parent: QWidget,
    ) -> None:
        super().__init__(
            tools.theme, self.tr("Prepare a session"), self.tr("Create"), parent=parent
        )
        self._tools = tools
        self._today = today
        self._dates = Dates(tools.texts.language)
        self._guides = tools.services.guides.all()
        theme = tools.theme
        self.date = TextField(theme, self.tr("Date"))
        self.day = wrapped("", Role.CAPTION)
        self.place = TextField(
            theme, self.tr("Place"), placeholder=self.tr("House, room, town – can follow later")
        )
        self.start = TextField(theme, self.tr("Begin"))
        self.guide = QComboBox()
        self.invite = QCheckBox()
        self.topics = QCheckBox()
        self._earlier: list[SessionSummary] = []
        self._build()
        self._fill()
        if earlier is not None:
            self._offer_earlier([earlier])
            self.guide.setCurrentIndex(self.guide.count() - 1)
            self.place.set_text(earlier.place)
            if earlier.start_time is not None:
                self.start.set_text(clock(earlier.start_time))

    def accept(self) -> None:
        """Create the session; a date or time that is not understood is explained instead."""
        date, start = self._checked_date(), self._checked_start()
        if date is None or (start is None and self.start.text()):
            return
        source = self._source()
        draft = SessionDraft(
            date=date,
            place=self.place.text(),
            guide_key=self._guides[0 if source else self.guide.currentIndex()].key,
            start_time=start,
            earlier_uid=source.uid if source else None,
            with_participants=self.invite.isChecked(),
            with_topics=self.topics.isChecked(),
        )
        try:
            uid = self._tools.services.sessions.create(draft)
        except UserError as error:
            self.place.show_problem(self._tools.texts.error(error))
            return
        super().accept()
        self._tools.frame.open_session(uid, Step.PREPARE)

    def _build(self) -> None:
        first = row(spacing=12)
        first.addWidget(self.date, 3, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.start, 2, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(first)
        self.body.addWidget(self.day)
        self.body.addWidget(self.place)
        self.body.addWidget(LabeledField(self.theme, self.tr("Plan from"), self.guide))
        self.body.addWidget(self.invite)
        self.body.addWidget(self.topics)
        hint = self.tr("The plan is copied: what you change in it holds for this session only.")
        self.body.addWidget(wrapped(hint, Role.CAPTION))
        self.place.line.setMaxLength(500)

    def _fill(self) -> None:
        for guide in self._guides:
            self.guide.addItem(guide.title)
            at = self.guide.count() - 1
            self.guide.setItemData(at, guide.description, Qt.ItemDataRole.ToolTipRole)
        self.guide.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.guide.currentIndexChanged.connect(self._show_source)
        self._show_source()
        self.start.set_text(DEFAULT_START)
        self.date.set_text(self._dates.field(self._today))
        self.date.line.textChanged.connect(self._show_day)
        self.start.line.textChanged.connect(self._forget_start)
        work = partial(_read_sessions, self._tools.services)
        self._tools.tasks.run(work, done=self._offer)
        self.date.line.setFocus()
        self.date.line.selectAll()
        self._show_day()

    def _offer(self, sessions: tuple[SessionSummary, ...]) -> None:
        """Places as completion, and the latest sessions to take the plan from."""
        if not isValid(self):
            return
        places = sorted({session.place for session in sessions} - {""})
        completer = QCompleter(places, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.place.line.setCompleter(completer)
        chosen = {session.uid for session in self._earlier}
        found = [each for each in sessions if not each.is_example and each.uid not in chosen]
        self._offer_earlier(found[:_OFFERED])

    def _offer_earlier(self, sessions: Sequence[SessionSummary]) -> None:
        form = self.tr("As on %1: %2")
        for session in sessions:
            date = self._dates.field(session.date)
            self.guide.addItem(form.replace("%1", date).replace("%2", session.title))
            self._earlier.append(session)

    def _source(self) -> SessionSummary | None:
        """The earlier session that is chosen; None for a guide."""
        at = self.guide.currentIndex() - len(self._guides)
        return self._earlier[at] if at >= 0 else None

    def _show_source(self, _index: int = 0) -> None:
        source = self._source()
        count = source.participant_count if source else 0
        self.invite.setVisible(bool(count))
        self.invite.setChecked(False)
        self.invite.setText(self.tr("Invite its %1 people too").replace("%1", str(count)))
        self._show_topics(source)

    def _show_topics(self, source: SessionSummary | None) -> None:
        """What was put off there and is still open comes along, unless somebody says no."""
        parked = self._tools.services.views.parked_topics(source.uid) if source else ()
        count = sum(not topic.settled for topic in parked)
        one = self.tr("Take its open topic put off along")
        many = self.tr("Take its %1 open topics put off along").replace("%1", str(count))
        self.topics.setText(one if count == 1 else many)
        self.topics.setVisible(bool(count))
        self.topics.setChecked(bool(count))

    def _show_day(self) -> None:
        """The date in full, so that a slip of the finger is noticed."""
        date = parse_date(self.date.text(), self._today)
        self.day.setText("" if date is None else self._dates.weekday(date))
        self.day.setVisible(date is not None)
        self.date.show_problem("")

    def _forget_start(self) -> None:
        self.start.show_problem("")

    def _checked_date(self) -> dt.date | None:
        date = parse_date(self.date.text(), self._today)
        if date is None:
            no_day = is_no_day(self.date.text(), self._today)
            self.date.show_problem(
                self.tr("There is no such day. Please check day and month.")
                if no_day
                else self.tr("Please enter a date like 20.11.2026.")
            )
            self.date.line.setFocus()
        return date

    def _checked_start(self) -> dt.time | None:
        start = parse_time(self.start.text())
        if start is None and self.start.text():
            self.start.show_problem(self.tr("Please enter a time like 17:00."))
            self.start.line.setFocus()
        return start


def _read_sessions(services: Services, _task: Task) -> tuple[SessionSummary, ...]:
    """All there are, newest first. A function: the worker must not hold the dialog."""
    return services.views.sessions()

"""Head and foot of the minutes: what stands there beside what the session says by itself."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from app.domain.series import SeriesView
from app.domain.sessions import MAX_FEEDBACK_DAYS, SessionView
from ui.dialogs.form_dialog import FormDialog, field
from ui.prepare.entries import parse_date
from ui.prepare.labeled_field import TextField
from ui.start.dates import Dates
from ui.theme import Role, Theme
from ui.widgets.frames import column, row, rule
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import label, wrapped

_LONGEST = 500


class HeadDialog(FormDialog):
    """Accepted: ``session_changes`` and ``series_changes`` are to be written.

    In a closed session only what belongs to the series can be changed.
    """

    logos_wanted = Signal()

    def __init__(
        self,
        theme: Theme,
        session: SessionView,
        series: SeriesView,
        *,
        language: str,
        read_only: bool,
        parent: QWidget,
    ) -> None:
        title = self.tr("Head and foot of the minutes")
        super().__init__(theme, title, self.tr("Save"), width=680, parent=parent)
        self._session = session
        self._series = series
        self._dates = Dates(language)
        self._read_only = read_only
        self.occasion = GrowEdit(min_lines=1, max_lines=3)
        self.host = QLineEdit()
        self.distribution = GrowEdit(min_lines=1, max_lines=3)
        self.until = TextField(theme, self.tr("Feedback until"), placeholder=self._usual_date())
        self.sender_line = QLineEdit()
        self.funding = GrowEdit(min_lines=1, max_lines=3)
        self.days = QSpinBox()
        self.logos = self.add_button(self.tr("Logos …"), icon="photo")
        self._build()
        self._fill()
        self.logos.clicked.connect(self.logos_wanted)

    def session_changes(self) -> dict[str, object]:
        """What is different now, by the fields of a session."""
        return {} if self._read_only else _different(self._of_session(), self._session)

    def series_changes(self) -> dict[str, object]:
        """What is different now, by the fields of a series."""
        values = {
            "sender": self.sender_line.text().strip(),
            "funding": self.funding.text().strip(),
            "feedback_days": self.days.value() or None,
        }
        return _different(values, self._series)

    def accept(self) -> None:
        """Close, if the date can be read."""
        if self.until.text() and self._date() is None:
            self.until.show_problem(self.tr("Please enter a date like 20.11.2026."))
            self.until.line.setFocus()
            return
        super().accept()

    def _of_session(self) -> dict[str, object]:
        return {
            "occasion": self.occasion.text().strip(),
            "host": self.host.text().strip(),
            "distribution": self.distribution.text().strip(),
            "feedback_until": self._date(),
        }

    def _date(self) -> dt.date | None:
        return parse_date(self.until.text(), self._session.date)

    def _usual_date(self) -> str:
        deadline = self._session.feedback_deadline
        if self._session.feedback_until is not None or deadline is None:
            return self.tr("no deadline")
        return self._dates.field(deadline)

    def _build(self) -> None:
        content = QWidget()
        body = column(spacing=10, margins=(0, 0, 8, 0))
        content.setLayout(body)
        body.addWidget(label(self.tr("This session"), Role.SECTION))
        if self._read_only:
            hint = self.tr("The session is closed; reopen it to change this.")
            body.addWidget(wrapped(hint, Role.META))
        field(body, self.tr("Occasion"), self.occasion)
        line = row(spacing=12)
        left = column()
        field(left, self.tr("Host"), self.host)
        line.addLayout(left, 2)
        line.addWidget(self.until, 1)
        body.addLayout(line)
        field(body, self.tr("Distribution list"), self.distribution)
        body.addWidget(rule())
        body.addWidget(label(self.tr("All sessions of the series"), Role.SECTION))
        field(body, self.tr("Sender, in the header of the first page"), self.sender_line)
        field(body, self.tr("Funding line"), self.funding)
        field(body, self.tr("Feedback deadline: days after the session"), self.days)
        body.addStretch(1)
        self.add_scrolling(content)

    def _fill(self) -> None:
        session, series = self._session, self._series
        self.occasion.setPlainText(session.occasion)
        self.host.setText(session.host)
        self.distribution.setPlainText(session.distribution)
        if session.feedback_until is not None:
            self.until.set_text(self._dates.field(session.feedback_until))
        self.days.lineEdit().setTextMargins(self.theme.gap(9), 0, 0, 0)
        self.days.setRange(0, MAX_FEEDBACK_DAYS)
        self.days.setSpecialValueText(self.tr("no deadline"))
        self.days.setValue(series.feedback_days or 0)
        self.sender_line.setText(series.sender)
        self.funding.setPlainText(series.funding)
        for line in (self.host, self.sender_line, self.until.line):
            line.setMaxLength(_LONGEST)
        for part in (self.occasion, self.host, self.distribution, self.until):
            part.setEnabled(not self._read_only)
        (self.sender_line if self._read_only else self.occasion).setFocus()


def _different(values: Mapping[str, object], before: object) -> dict[str, object]:
    return {name: value for name, value in values.items() if value != getattr(before, name)}

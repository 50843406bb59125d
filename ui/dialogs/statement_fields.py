"""Time, memo and counts of a statement while leading, where there is no column for them."""

import datetime as dt
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from app.domain.incoming.statements import StatementChanges
from app.domain.statements import MAX_COUNT, StatementView
from ui.dialogs.form_dialog import FormDialog, field
from ui.review.facts_card import parse_time
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.frames import column, row
from ui.widgets.grow_edit import GrowEdit
from ui.widgets.labels import wrapped


class StatementFieldsDialog(FormDialog):
    """``changed`` carries ``StatementChanges`` with what is different, if anything is."""

    changed = Signal(object)

    def __init__(
        self, theme: Theme, statement: StatementView, zone: ZoneInfo, *, parent: QWidget
    ) -> None:
        super().__init__(theme, self.tr("Details of the statement"), self.tr("Save"), parent=parent)
        self._statement = statement
        self._local = statement.recorded_at.astimezone(zone)
        self.time = QLineEdit(f"{self._local:%H:%M}")
        self.memo = GrowEdit(min_lines=2, max_lines=6, role=Role.BODY)
        self.memo.setPlainText(statement.memo)
        self.memo.setTabChangesFocus(True)
        self.assent, self.dissent = (_spin(n) for n in (statement.assent, statement.dissent))
        self._wrong = wrapped("", Role.META, "error")
        self._wrong.hide()
        line = row(spacing=16)
        for text, editor in (
            (self.tr("Time"), self.time),
            (self.tr("Agree"), self.assent),
            (self.tr("Disagree"), self.dissent),
        ):
            block = column()
            field(block, text, editor)
            line.addLayout(block)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self._wrong)
        field(
            self.body,
            self.tr("Memo, for yourselves; not in the minutes unless chosen there"),
            self.memo,
        )

    def accept(self) -> None:
        """Hand over what is different; a time that cannot be read is said."""
        time = parse_time(self.time.text())
        if time is None:
            self._wrong.setText(self.tr("Please write the time like 17:40."))
            self._wrong.show()
            self.time.setFocus()
            return
        changes = self._different(time)
        if changes:
            self.changed.emit(StatementChanges.model_validate(changes))
        super().accept()

    def _different(self, time: dt.time) -> dict[str, object]:
        statement = self._statement
        found: dict[str, object] = {
            "memo": self.memo.text().strip(),
            "assent": self.assent.value(),
            "dissent": self.dissent.value(),
        }
        changes = {name: v for name, v in found.items() if getattr(statement, name) != v}
        if (time.hour, time.minute) != (self._local.hour, self._local.minute):
            moved = self._local.replace(hour=time.hour, minute=time.minute)
            changes["recorded_at"] = moved.astimezone(dt.UTC)
        return changes


def _spin(value: int) -> QSpinBox:
    result = QSpinBox()
    result.setRange(0, MAX_COUNT)
    result.setValue(value)
    return result

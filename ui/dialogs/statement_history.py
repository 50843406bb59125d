"""What has happened to a statement: every change with its moment, every wording to go back to."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from app.domain.history import FieldChange, HistoryStep, StatementHistory
from app.domain.vocabulary import NamingLevel, Outcome, StatementKind, StatementState
from app.texts import Texts
from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped
from ui.widgets.word_marks import word_marks

_IN_WORDS: dict[str, Callable[[str], StrEnum]] = {
    "kind": StatementKind,
    "naming": NamingLevel,
    "outcome": Outcome,
    "state": StatementState,
}
"""Fields whose values have words of their own."""


class StatementHistoryDialog(FormDialog):
    """Newest first. ``restore_wanted`` carries the wording that is wanted back."""

    restore_wanted = Signal(str)

    def __init__(
        self,
        theme: Theme,
        texts: Texts,
        history: StatementHistory,
        zone: ZoneInfo,
        *,
        read_only: bool,
        parent: QWidget,
    ) -> None:
        title = self.tr("History of the statement")
        super().__init__(theme, title, self.tr("Close"), width=620, parent=parent)
        self._texts = texts
        self._zone = zone
        self.cancel.hide()
        self.restores: list[QPushButton] = []
        self.body.addWidget(
            wrapped(self.tr("New words are underlined, old ones struck through."), Role.META)
        )
        now = history.steps[-1].text if history.steps else ""
        content = QWidget()
        self._steps: QVBoxLayout = column(spacing=10, margins=(0, 0, 8, 0))
        content.setLayout(self._steps)
        for step in reversed(history.steps):
            self._steps.addWidget(self._step(step, wanted=not read_only and step.text != now))
        self._steps.addStretch(1)
        self.add_scrolling(content, name=title).setMinimumHeight(theme.px(260))

    def _step(self, step: HistoryStep, *, wanted: bool) -> QFrame:
        frame = QFrame()
        frame.setProperty("surface", "card")
        layout = column(spacing=6, margins=(14, 10, 14, 10))
        frame.setLayout(layout)
        head = row(spacing=8)
        head.addWidget(label(self._name(step), Role.STRONG))
        head.addStretch(1)
        head.addWidget(label(self._moment(step), Role.META))
        layout.addLayout(head)
        for change in step.changes:
            if change.field != "text" and (words := self._words(change)):
                layout.addWidget(wrapped(words, Role.META))
        if step.rewords:
            layout.addWidget(self._wording(step))
            if wanted:
                restore = button(
                    self.theme, self.tr("Restore this wording"), icon="history", variant="link"
                )
                restore.setAccessibleDescription(step.text)
                restore.clicked.connect(partial(self._restore, step.text))
                self.restores.append(restore)
                layout.addWidget(restore, 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _name(self, step: HistoryStep) -> str:
        name = self._texts.get(f"operations.{step.operation}")
        frames = {"undo": self.tr("Undone: %1"), "redo": self.tr("Done again: %1")}
        return frames.get(step.role, "%1").replace("%1", name)

    def _moment(self, step: HistoryStep) -> str:
        local = step.at.astimezone(self._zone)
        return f"{local:%d.%m.%Y, %H:%M:%S}"

    def _wording(self, step: HistoryStep) -> QLabel:
        result = wrapped("", Role.BODY)
        result.setTextFormat(Qt.TextFormat.RichText)
        result.setText(word_marks(step.text_before or step.text, step.text))
        before = step.text_before
        spoken = self.tr("now: %1").replace("%1", step.text)
        if before is not None:
            earlier = self.tr("before: %1").replace("%1", before)
            spoken = f"{earlier}\n{spoken}"
        result.setAccessibleName(spoken)
        return result

    def _words(self, change: FieldChange) -> str:
        """As "Art: Ziel → Hemmnis"; empty for what only the program knows."""
        names = {
            "kind": self.tr("Kind"),
            "person": self.tr("Person"),
            "item": self.tr("Under"),
            "themes": self.tr("Themes"),
            "is_result": self.tr("Result"),
            "in_short": self.tr("In the short minutes"),
            "verbatim": self.tr("Quote"),
            "clarify": self.tr("To clarify"),
            "memo": self.tr("Memo"),
            "assent": self.tr("Agree"),
            "dissent": self.tr("Disagree"),
            "outcome": self.tr("Reading back"),
            "naming": self.tr("Named"),
            "source": self.tr("Source"),
            "evidence": self.tr("Evidence number"),
            "state": self.tr("State"),
            "addressee_note": self.tr("Addressee"),
        }
        if change.field == "place":
            return self.tr("moved up or down")
        if change.field == "deleted":
            return self.tr("deleted") if change.after else self.tr("there again")
        if change.field not in names:
            return ""
        before, after = self._value(change, change.before), self._value(change, change.after)
        return f"{names[change.field]}: {before} → {after}"

    def _value(self, change: FieldChange, value: object) -> str:
        if isinstance(value, bool):
            return self.tr("yes") if value else self.tr("no")
        if value in (None, "", []):
            return "–"
        if words := _IN_WORDS.get(change.field):
            return self._texts.word(words(str(value)))
        return ", ".join(value) if isinstance(value, list) else str(value)

    def _restore(self, text: str, _checked: bool = False) -> None:
        self.restore_wanted.emit(text)
        self.accept()

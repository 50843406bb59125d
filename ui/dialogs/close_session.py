"""Asks before a session is closed, and says what is still missing, each with a way there."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.completeness import Gap, Missing
from ui.dialogs.form_dialog import FormDialog
from ui.theme import Role, Theme
from ui.widgets.buttons import button
from ui.widgets.frames import column
from ui.widgets.labels import wrapped


class CloseSessionDialog(FormDialog):
    """``jump_wanted`` carries what is missing. Nothing that is missing stops the closing."""

    jump_wanted = Signal(object)

    def __init__(self, theme: Theme, found: Sequence[Missing], *, parent: QWidget) -> None:
        title = self.tr("Close the session?")
        super().__init__(theme, title, self.tr("Close"), width=480, parent=parent)
        text = self.tr(
            "Nothing can be changed then, minutes can still be saved. "
            "It can be opened again at any time."
        )
        self.body.addWidget(wrapped(text))
        self.setAccessibleDescription(text)
        self.jumps: list[QPushButton] = []
        if found:
            self.body.addWidget(
                wrapped(self.tr("Still open – you can close all the same:"), Role.STRONG)
            )
            self.body.addLayout(self._list(found))
        self.confirm.setDefault(False)
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def _list(self, found: Sequence[Missing]) -> QVBoxLayout:
        layout = column(spacing=2)
        for each in found:
            jump = button(self.theme, self._text(each), icon="alert-triangle", variant="link")
            jump.clicked.connect(partial(self._jump, each))
            self.jumps.append(jump)
            layout.addWidget(jump, 0, Qt.AlignmentFlag.AlignLeft)
        return layout

    def _text(self, missing: Missing) -> str:
        one, many = {
            Gap.START: (self.tr("Begin is missing"),) * 2,
            Gap.PLACE: (self.tr("Place is missing"),) * 2,
            Gap.FACILITATORS: (self.tr("Facilitation is missing"),) * 2,
            Gap.NOTE_TAKERS: (self.tr("Note-taker is missing"),) * 2,
            Gap.PARTICIPANTS: (
                self.tr("1 person without a choice of how to be named"),
                self.tr("%1 people without a choice of how to be named"),
            ),
            Gap.KIND: (
                self.tr("1 statement without a kind"),
                self.tr("%1 statements without a kind"),
            ),
            Gap.CLARIFY: (
                self.tr("1 statement still to clarify"),
                self.tr("%1 statements still to clarify"),
            ),
            Gap.NEXT_STEPS: (
                self.tr("1 next step without person or date"),
                self.tr("%1 next steps without person or date"),
            ),
        }[missing.gap]
        return one if missing.count == 1 else many.replace("%1", str(missing.count))

    def _jump(self, missing: Missing, _checked: bool = False) -> None:
        self.reject()
        self.jump_wanted.emit(missing)

"""The sheet behind F1: every key of the program, made from the table of actions."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ui.actions import SPECS, Context, Spec, keys_text, translated
from ui.dialogs.form_dialog import FormDialog
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped

_COLUMNS: Sequence[Sequence[Context]] = (
    (Context.LIVE,),
    (Context.PREPARE, Context.REVIEW, Context.MINUTES),
    (Context.WINDOW, Context.SESSION),
)
"""What stands in which column; the entry line comes first."""


class KeysDialog(FormDialog):
    """All keys by context, and the signs of the entry line."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        title = QCoreApplication.translate("KeysDialog", "All keys")
        close = QCoreApplication.translate("KeysDialog", "Close")
        super().__init__(theme, title, close, width=980, parent=parent)
        self.cancel.hide()
        content = QWidget()
        columns = row(spacing=28, margins=(0, 0, 12, 0))
        content.setLayout(columns)
        for number, contexts in enumerate(_COLUMNS):
            columns.addLayout(self._column(contexts, signs=number == 0), 1)
        self.add_scrolling(content, name=title)
        self.confirm.setFocus()

    def _column(self, contexts: Sequence[Context], *, signs: bool) -> QVBoxLayout:
        layout = column(spacing=16)
        if signs:
            layout.addLayout(self._block(self.tr("While typing a line"), self._signs()))
        for context in contexts:
            lines = [_line(spec) for spec in SPECS if spec.context is context and spec.listed]
            if lines:
                layout.addLayout(self._block(self._heading(context), lines))
        layout.addStretch()
        return layout

    def _block(self, heading: str, lines: Sequence[tuple[str, str]]) -> QVBoxLayout:
        layout = column(spacing=6)
        layout.addWidget(label(heading, Role.SECTION))
        grid = QGridLayout()
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, (keys, text) in enumerate(lines):
            name = label(keys, Role.LABEL, "primary")
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(wrapped(text, Role.BODY), number, 1)
        layout.addLayout(grid)
        return layout

    def _heading(self, context: Context) -> str:
        return {
            Context.WINDOW: self.tr("Everywhere"),
            Context.SESSION: self.tr("In a session"),
            Context.START: self.tr("Start page"),
            Context.PREPARE: self.tr("Prepare"),
            Context.LIVE: self.tr("Lead"),
            Context.REVIEW: self.tr("Review"),
            Context.MINUTES: self.tr("Minutes"),
        }[context]

    def _signs(self) -> Sequence[tuple[str, str]]:
        """What the entry line understands; none of it has to be known."""
        return (
            (self.tr("sb:"), self.tr("who speaks: initials or name with a colon, at the start")),
            ("@", self.tr("choose a person; alone: the previous one first")),
            ("/", self.tr("kind of the statement")),
            ("#", self.tr("theme")),
            ('"', self.tr("first in the line: a quotation")),
            ("*", self.tr("first in the line: a result; alone: the previous statement")),
            ("A + B: …", self.tr("a cooperation and its purpose (question 4)")),
            ("A, B", self.tr("several taking part or missing (questions 5 and 7)")),
        )


def _line(spec: Spec) -> tuple[str, str]:
    return keys_text(spec), translated(spec.text)

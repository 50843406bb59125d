"""The sheet behind F1: every key of the program, made from the table of actions."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSlider, QGridLayout, QVBoxLayout, QWidget

from ui.action_spec import Context, Spec
from ui.actions import SPECS, keys_text, translated
from ui.dialogs.form_dialog import FormDialog
from ui.signs import Signs
from ui.style.fonts import Role
from ui.theme import Theme
from ui.widgets.frames import column, row
from ui.widgets.labels import label, wrapped

_COLUMNS: Sequence[Sequence[Context]] = (
    (Context.LIVE,),
    (Context.PREPARE, Context.REVIEW, Context.MINUTES),
    (
        *(Context.WINDOW, Context.SESSION, Context.CHECK_IN, Context.READING_BACK),
        *(Context.FEEDBACK, Context.SPEAKERS, Context.ROOM),
    ),
)
"""What stands in which column; the entry line comes first."""
_GAP, _BAR = 28, 12
_Scroll = QAbstractSlider.SliderAction
_SCROLLS = {
    Qt.Key.Key_PageUp: _Scroll.SliderPageStepSub,
    Qt.Key.Key_PageDown: _Scroll.SliderPageStepAdd,
    Qt.Key.Key_Home: _Scroll.SliderToMinimum,
    Qt.Key.Key_End: _Scroll.SliderToMaximum,
}


class KeysDialog(FormDialog):
    """All keys by context, and the signs of the entry line."""

    card_wanted = Signal()
    """The signs on a card; the sheet is closed."""

    def __init__(self, theme: Theme, *, parent: QWidget) -> None:
        title = QCoreApplication.translate("KeysDialog", "All keys")
        close = QCoreApplication.translate("KeysDialog", "Close")
        super().__init__(theme, title, close, width=980, parent=parent)
        self.cancel.hide()
        parts = [self._part(each, signs=n == 0) for n, each in enumerate(_COLUMNS)]
        self.area = self.add_scrolling(self._arranged(parts), name=title)
        self.card = self.add_button(self.tr("Signs on a card …"))
        self.card.clicked.connect(self._open_card)
        self.confirm.setFocus()

    def _open_card(self) -> None:
        self.close()
        self.card_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The sheet scrolls whatever has the focus: there is nothing else to do in it."""
        move = _SCROLLS.get(Qt.Key(event.key()))
        if move is None:
            super().keyPressEvent(event)
        else:
            self.area.verticalScrollBar().triggerAction(move)

    def _arranged(self, parts: Sequence[QWidget]) -> QWidget:
        """Side by side as far as they fit; with large type the last ones stand below each other."""
        content = QWidget()
        columns = row(spacing=_GAP, margins=(0, 0, _BAR, 0))
        content.setLayout(columns)
        for group in next(filter(self._fits, _groupings(parts)), [parts]):
            layout = column(spacing=16)
            for part in group:
                layout.addWidget(part)
            layout.addStretch()
            columns.addLayout(layout, 1)
        return content

    def _fits(self, groups: Sequence[Sequence[QWidget]]) -> bool:
        widest = (max(part.minimumSizeHint().width() for part in group) for group in groups)
        return sum(widest) + _GAP * (len(groups) - 1) + _BAR <= self.content_room()

    def _part(self, contexts: Sequence[Context], *, signs: bool) -> QWidget:
        result = QWidget()
        layout = column(spacing=16)
        result.setLayout(layout)
        if signs:
            for group in Signs().groups():
                lines = [(line.written, line.meaning) for line in group.lines]
                layout.addLayout(self._block(group.heading, lines))
        for context in contexts:
            lines = [_line(spec) for spec in SPECS if spec.context is context and spec.listed]
            if lines:
                layout.addLayout(self._block(self._heading(context), lines))
        return result

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
            Context.CHECK_IN: self.tr("Check-in"),
            Context.READING_BACK: self.tr("Reading back"),
            Context.FEEDBACK: self.tr("Feedback"),
            Context.SPEAKERS: self.tr("In the speakers list"),
            Context.ROOM: self.tr("In the preview of the room view"),
        }[context]


def _groupings(parts: Sequence[QWidget]) -> Iterator[Sequence[Sequence[QWidget]]]:
    """In as many columns as there are parts, then in fewer: the last column takes the rest."""
    for count in range(len(parts), 0, -1):
        yield [*([part] for part in parts[: count - 1]), parts[count - 1 :]]


def _line(spec: Spec) -> tuple[str, str]:
    return keys_text(spec), translated(spec.text)

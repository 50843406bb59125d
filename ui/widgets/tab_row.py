"""Tabs over a page in narrow windows: one column at a time instead of columns side by side."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from ui.widgets.buttons import check_one
from ui.widgets.frames import row


class TabRow(QFrame):
    """Names in a row, one of them chosen. The arrows go from one to the next."""

    chosen = Signal(int)

    def __init__(self, names: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "bar")
        self._group = QButtonGroup(self)
        layout = row(spacing=20, margins=(20, 2, 20, 0))
        self.setLayout(layout)
        for number, name in enumerate(names):
            tab = QPushButton(name)
            tab.setProperty("variant", "step")
            tab.setCheckable(True)
            tab.clicked.connect(partial(self._choose, number))
            self._group.addButton(tab, number)
            layout.addWidget(tab)
        layout.addStretch()
        self.set_current(0)

    @property
    def current(self) -> int:
        """The number of the chosen tab."""
        return self._group.checkedId()

    def tab(self, number: int) -> QPushButton:
        """One of the tabs."""
        found = self._group.button(number)
        assert isinstance(found, QPushButton)  # noqa: S101 – all of them are
        return found

    def set_current(self, number: int) -> None:
        """Choose a tab; nothing is emitted."""
        check_one(self._group.button(number), self._group)

    def set_name(self, number: int, name: str) -> None:
        """Call a tab something else, as "Hinweise (2)"."""
        self._group.button(number).setText(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        number = (self.current + step) % len(self._group.buttons())
        self._group.button(number).setFocus()
        self._choose(number)

    def _choose(self, number: int, _checked: bool = False) -> None:
        self.set_current(number)
        self.chosen.emit(number)

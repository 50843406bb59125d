"""The four steps of a session in the top bar; one menu button when the window is narrow."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QButtonGroup, QMenu, QPushButton, QSizePolicy, QWidget

from ui.pages import Step
from ui.theme import Theme
from ui.widgets.buttons import button, check_one
from ui.widgets.frames import row


class StepsBar(QWidget):
    """Shows the current step; ``chosen`` says which one the user wants."""

    chosen = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = {
            Step.PREPARE: self.tr("Prepare"),
            Step.LIVE: self.tr("Lead"),
            Step.REVIEW: self.tr("Review"),
            Step.MINUTES: self.tr("Minutes"),
        }
        self._group = QButtonGroup(self)
        layout = row(spacing=20)
        self.setLayout(layout)
        self._buttons = {step: self._make_button(step) for step in Step}
        for item in self._buttons.values():
            layout.addWidget(item)
        self._menu_button = button(theme, self._names[Step.PREPARE], variant="menu")
        self._menu_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        theme.set_icon(self._menu_button, "chevron-down")
        self._menu = QMenu(self._menu_button)
        self._entries = {step: self._make_entry(step) for step in Step}
        self._menu_button.setMenu(self._menu)
        layout.addWidget(self._menu_button)
        self._menu_button.hide()
        self.set_step(Step.PREPARE)

    def set_step(self, step: Step) -> None:
        """Mark the step that is shown."""
        check_one(self._buttons[step], self._group)
        self._entries[step].setChecked(True)
        self._menu_button.setText(self._names[step])
        self._menu_button.setAccessibleName(self.tr("Step: %1").replace("%1", self._names[step]))

    def set_narrow(self, *, narrow: bool) -> None:
        """Four buttons, or one with a menu."""
        for item in self._buttons.values():
            item.setVisible(not narrow)
        self._menu_button.setVisible(narrow)

    def buttons(self) -> dict[Step, QPushButton]:
        """The buttons by step."""
        return dict(self._buttons)

    def _make_button(self, step: Step) -> QPushButton:
        result = QPushButton(self._names[step])
        result.setProperty("variant", "step")
        result.setCheckable(True)
        result.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        result.setToolTip(self.tr("Ctrl+%1").replace("%1", str(int(step))))
        result.clicked.connect(partial(self._choose, step))
        self._group.addButton(result)
        return result

    def _make_entry(self, step: Step) -> QAction:
        entry = self._menu.addAction(self._names[step])
        entry.setCheckable(True)
        entry.triggered.connect(partial(self._choose, step))
        return entry

    def _choose(self, step: Step, _checked: bool = False) -> None:
        self.chosen.emit(step)

"""A thin strip below the top bar while something takes longer: what, how far, and a way out."""

from PySide6.QtWidgets import QFrame, QProgressBar, QWidget

from ui.style.fonts import Role
from ui.tasks import Task
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.frames import row
from ui.widgets.labels import ElidedLabel


class ProgressStrip(QFrame):
    """Shows the task that began to be shown last."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._task: Task | None = None
        self.setProperty("surface", "tint")
        self.setProperty("band", True)
        self._label = ElidedLabel("", Role.BODY)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(theme.px(260))
        self._stop = button(theme, self.tr("Stop"), size="small")
        self._stop.clicked.connect(self._cancel)
        layout = row(spacing=14, margins=(20, 8, 20, 8))
        self.setLayout(layout)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._bar)
        layout.addWidget(self._stop)
        self.hide()

    def show_task(self, task: Task) -> None:
        """Begin to show a task."""
        self.hide_task(self._task)
        self._task = task
        task.progressed.connect(self._progress)
        self._label.setText(task.title)
        self._bar.setAccessibleName(task.title)
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        self.show()

    def hide_task(self, task: Task | None) -> None:
        """The task is over; nothing happens if another one is shown."""
        if task is not None and task is self._task:
            task.progressed.disconnect(self._progress)
            self._task = None
            self.hide()

    def _progress(self, done: int, total: int) -> None:
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def _cancel(self) -> None:
        if self._task is not None:
            self._stop.setEnabled(False)
            self._task.cancel()

"""Garbage is looked for on the interface thread, and nowhere else.

Python looks for it wherever objects are made, in workers too. A widget that belongs to a cycle –
many do, through what is connected to their signals – would be destroyed there, and Qt does not
survive that: the process crashes then or much later. So the automatic collection is off while
there is a window, and a timer does the same by the same thresholds.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 1000


class GarbageCollector(QObject):
    """Collects as Python would. ``begin`` starts it, once what stays has been made."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(collect_what_is_due)

    def begin(self) -> None:
        """From now on. What there is stays for good, so that nothing looks through it again."""
        if not gc.get_freeze_count():  # a second window must not keep what is left of the first
            gc.freeze()
        self._timer.start()


def collect_what_is_due() -> None:
    """The oldest generation whose threshold was passed, and all younger ones."""
    due = [
        generation
        for generation, (count, threshold) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > threshold
    ]
    if due:
        gc.collect(max(due))

"""While a session is led the machine stays awake, and a low battery is said once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from ui.live.machine import LOW, Awake, NoAwake, awake_here, battery_here
from ui.messages import Messages

_MINUTE_MS = 60_000
_WITHOUT_SCREEN = ("offscreen", "minimal")


class Guardian(QObject):
    """``watch`` says whether a session runs. ``awake`` and ``battery`` are the machine's."""

    def __init__(
        self,
        messages: Messages,
        parent: QObject,
        *,
        awake: Awake | None = None,
        battery: Callable[[], int | None] = battery_here,
    ) -> None:
        super().__init__(parent)
        self._messages = messages
        self._awake = awake or self._machine()
        self.destroyed.connect(self._awake.release)
        self._battery = battery
        self._running = False
        self._said = False
        self._timer = QTimer(self)
        self._timer.setInterval(_MINUTE_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, *, running: bool) -> None:
        """A session runs, or no longer."""
        if running == self._running:
            return
        self._running = running
        if running:
            self._awake.hold()
            self._timer.start()
            self.look()
        else:
            self._awake.release()
            self._timer.stop()

    def _machine(self) -> Awake:
        """What keeps the machine awake; without a screen nothing has to."""
        if QGuiApplication.platformName() in _WITHOUT_SCREEN:
            return NoAwake()
        return awake_here(self.tr("A session is being led"))

    def look(self) -> None:
        """How the battery is; once it was low this is said, and again only after it was charged."""
        charge = self._battery()
        if charge is None or charge >= LOW:
            self._said = False
        elif not self._said:
            self._said = True
            text = self.tr("The battery is at %1 %. Please plug in the power supply.")
            self._messages.warn(text.replace("%1", str(charge)))

"""The clock at work: once a second the digits, everything else when it says something new."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.plan import PlanItemView
from app.domain.schedule import Clock, Phase, Progress, clock, progress
from ui.icons import ITEM_ICONS
from ui.live.live_session import LiveSession, Now
from ui.live.page import LivePage

_SECOND_MS = 1000
_TONES = {Phase.NORMAL: "ink", Phase.SOON: "open", Phase.OVER: "error"}


class ClockDesk(QObject):
    """Shows the time of the running item and how the session keeps to its plan.

    ``now`` tells the time.
    """

    ticked = Signal()
    """Once a second, while the page can be seen."""

    def __init__(self, page: LivePage, now: Now, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self.now = now
        self._session: LiveSession | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.tick)
        page.visibility_changed.connect(self._rest)

    def show_session(self, session: LiveSession) -> None:
        """The plan is different now."""
        self._session = session
        standing, words = session.standing, session.words
        item = standing.shown
        card = self._page.side.clock
        if item is not None:
            card.show_item(words.item(item), words.planned(item))
        following = standing.following
        self._page.side.next.show_next(
            following.title if following else "",
            words.when(following, session.schedule) if following else "",
            ITEM_ICONS[following.kind] if following else "",
        )
        self._show_time()

    def tick(self) -> None:
        """A second has passed."""
        self._show_time()
        self.ticked.emit()

    def _show_time(self) -> None:
        session = self._session
        item = session.standing.shown if session else None
        if session is None or item is None:
            return
        time = None if session.standing.is_over else self._clock(item)
        self._page.side.clock.face.show_clock(time, item.minutes)
        running = time if item.is_running else None
        tone = _TONES[running.phase] if running else "ink"
        self._page.heading.show_clock(session.words.remaining(running), tone)
        status = session.words.plan_status(self._progress(session))
        self._page.side.clock.show_status(status)
        self._page.heading.show_status(status)

    def _clock(self, item: PlanItemView) -> Clock | None:
        return clock(item, self.now()) if item.started_at else None

    def _progress(self, session: LiveSession) -> Progress | None:
        """Only while the session goes on: afterwards nobody is behind any more."""
        if session.standing.running is None:
            return None
        return progress(session.standing.items, session.schedule, self.now())

    def _rest(self, visible: bool) -> None:
        if visible:
            self._show_time()
            self._timer.start()
        else:
            self._timer.stop()

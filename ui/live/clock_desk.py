"""The clock at work: once a second the digits, everything else when it says something new."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from app.domain.plan import PlanItemView
from app.domain.schedule import Clock, Phase, Progress, clock, minutes_between
from app.errors import UserError
from ui.icons import ITEM_ICONS
from ui.live.live_session import LiveSession, Now
from ui.live.page import LivePage
from ui.pages import Toolbox

_SECOND_MS = 1000
_TONES = {Phase.NORMAL: "ink", Phase.SOON: "open", Phase.OVER: "error"}


class ClockDesk(QObject):
    """Shows the time of the running item and how the session keeps to its plan, and changes it.

    ``now`` tells the time. ``announce`` says something to a screen reader: thresholds, and who
    has the floor.
    """

    ticked = Signal()
    """Once a second, while the page can be seen."""

    def __init__(self, page: LivePage, tools: Toolbox, now: Now, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self.now = now
        self.announce: Callable[[str], None] = self._announce
        self._session: LiveSession | None = None
        self._said: tuple[str, Phase] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self.tick)
        page.visibility_changed.connect(self._rest)
        card = page.side.clock
        for button, name, slot in (
            (card.pause, "live.pause", self.pause_or_resume),
            (card.more, "live.give_minute", self.give_minute),
            (card.catch_up, "live.catch_up", self.catch_up),
        ):
            button.clicked.connect(slot)
            tools.actions.get(name).triggered.connect(slot)

    def show_session(self, session: LiveSession) -> None:
        """The plan is different now."""
        self._session = session
        standing, words = session.standing, session.words
        item, running = standing.clocked, standing.running
        card = self._page.side.clock
        if item is not None:
            card.show_item(words.item(item), words.planned(item))
        card.show_controls(
            shown=running is not None, paused=running is not None and running.is_paused
        )
        following = standing.following
        start = session.starts(self.now()).get(following.uid, "") if following else ""
        self._page.side.next.show_next(
            following.title if following else "",
            words.when(following, start) if following else "",
            ITEM_ICONS[following.kind] if following else "",
        )
        self._show_time()

    def tick(self) -> None:
        """A second has passed."""
        self._show_time()
        self.ticked.emit()

    # -- changing --------------------------------------------------------------------------------

    def pause_or_resume(self) -> None:
        """The clock stands still, or goes on; whatever else is done stays possible."""
        item = self._running()
        if item is not None:
            plan = self._tools.services.plan
            change = plan.resume if item.is_paused else plan.pause
            self._try(lambda: change(item.uid, at=self.now(), initiator=self))

    def give_minute(self) -> None:
        """The running item may take a minute more; what follows shifts."""
        item = self._running()
        if item is not None:
            self._try(lambda: self._tools.services.plan.give(item.uid, 1, initiator=self))

    def catch_up(self) -> None:
        """Offer the ways to end on time."""
        if self._session is None or self._session.standing.running is None:
            return
        from ui.live.catch_up import CatchUp

        card = self._page.side.clock
        anchor = card.catch_up if card.catch_up.isVisible() else self._page.heading
        offer = CatchUp(self._tools, anchor)
        state = self._session.progress(self.now())
        offer.offer(self._session, state, anchor, QPoint(0, anchor.height()))

    def _running(self) -> PlanItemView | None:
        return self._session.standing.running if self._session else None

    def _try(self, change: Callable[[], object]) -> None:
        try:
            change()
        except UserError as error:
            self._tools.messages.unsaved(error)

    # -- showing ---------------------------------------------------------------------------------

    def _show_time(self) -> None:
        session = self._session
        item = session.standing.clocked if session else None
        if session is None or item is None:
            return
        time = None if session.standing.is_over else self._clock(item)
        card = self._page.side.clock
        card.face.show_clock(time, item.time_given)
        running = time if item.is_running else None
        tone = _TONES[running.phase] if running else "ink"
        self._page.heading.show_clock(session.words.remaining(running), tone)
        state = session.progress(self.now())
        status = session.words.plan_status(state)
        card.show_status(status)
        self._page.heading.show_status(status)
        card.show_behind(behind=self._is_behind(session, state))
        self._say_threshold(session, item, running)

    def _clock(self, item: PlanItemView) -> Clock | None:
        return clock(item, self.now()) if item.started_at else None

    def _is_behind(self, session: LiveSession, state: Progress | None) -> bool:
        """Whether the end is in danger; a rehearsal at another time of the day is not late."""
        if state is None:
            return False
        over = minutes_between(session.deadline, state.expected_end) or 0
        return over > 0 and session.words.is_near_the_plan(state)

    def _say_threshold(
        self, session: LiveSession, item: PlanItemView, running: Clock | None
    ) -> None:
        """When the time of the running item gets short, and when it is up; once each."""
        reached = (item.uid, running.phase) if running else None
        before, self._said = self._said, reached
        if reached is None or before is None or reached == before or before[0] != item.uid:
            return
        if reached[1] is not Phase.NORMAL:
            self.announce(session.words.threshold(item, reached[1]))

    def _announce(self, text: str) -> None:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._page.side.clock, text))

    def _rest(self, visible: bool) -> None:
        if visible:
            self._show_time()
            self._timer.start()
        else:
            self._timer.stop()

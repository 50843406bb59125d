"""The room view at work: switched on and off, and kept up to date.

It is *on* as long as the facilitator wants it, whether or not there is a projector now: when one
comes the window opens by itself, when it goes the window closes. It never takes the keyboard.
"""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer

from app.domain.plan import PlanItemView
from app.domain.room import Coming, RoomNames, RoomScene, RoomSource, RoomWishes, room_view
from app.domain.schedule import Clock, clock
from app.domain.speakers import line_up
from app.domain.statements import StatementView
from app.services.names import name_words
from ui.actions import keys_text, spec_of
from ui.live.clock_desk import ClockDesk
from ui.live.live_session import LiveSession
from ui.live.page import LivePage
from ui.pages import Toolbox
from ui.room.card import RoomCard
from ui.room.look import RoomLook
from ui.room.menu import RoomMenu
from ui.room.message import MessageDialog
from ui.room.projection import Projection
from ui.room.screens import Screens
from ui.room.stage import MakeContent, Stage
from ui.room.words import BoardText, RoomWords

DARK = "room_dark"
"""The setting for a dark ground."""
_SECOND_MS = 1000


class RoomDesk(QObject):
    """Made when the room view is first wanted. ``screens`` says which screens there are."""

    def __init__(
        self, page: LivePage, tools: Toolbox, clock_desk: ClockDesk, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._clock_desk = clock_desk
        self._session: LiveSession | None = None
        self._running: tuple[str, ...] = ()
        self._names: tuple[object, RoomNames] | None = None
        self._words = RoomWords("UTC")
        self._make: MakeContent | None = None
        self._text = BoardText(RoomScene.TITLE)
        self._minute: dt.datetime | None = None
        self._is_said = False
        """Whether the last thing the band said is about the projector."""
        self.wishes = RoomWishes()
        self.look = RoomLook(dark=tools.settings.flag(DARK, default=False), parent=self)
        self.screens = Screens(self)
        self.projection: Projection | None = None
        self.card = RoomCard(tools.theme, self.look)
        self.menu = RoomMenu(self, page)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._seconds = QTimer(self)
        self._seconds.setInterval(_SECOND_MS)
        self._connect()

    def act(self, name: str) -> None:
        """What an action says."""
        acts = {
            "live.room": self.toggle,
            "live.room_menu": self.menu.open,
            "live.room_black": self.toggle_black,
            "live.room_message": self.toggle_message,
            "live.cover": self.toggle_cover,
        }
        acts[name]()

    # -- on and off -----------------------------------------------------------------------------

    @property
    def is_on(self) -> bool:
        """Whether it is wanted; there may be no projector."""
        return self.projection is not None

    @property
    def is_covered(self) -> bool:
        """Whether notes and names in the cockpit are blurred."""
        return self._page.is_covered

    def toggle(self) -> None:
        """Show the room view, or take it away."""
        if self.is_on:
            self.close()
        else:
            self.open()

    def open(self) -> None:
        """Show it on the second screen; without one say what to do."""
        if self._session is None or self.is_on:
            return
        projection = Projection(self.look, self._page.window(), self.screens, self)
        self.projection = projection
        projection.opened.connect(self._on_opened)
        projection.closed.connect(self._on_closed)
        projection.cockpit_closed.connect(self.close)
        projection.window.black_wanted.connect(self.toggle_black)
        projection.window.close_wanted.connect(self.close)
        projection.window.stage.put_in(self._make)
        self.card.show()
        self._seconds.start()
        self.update()
        projection.look_again()
        self._show_state()
        if not projection.is_open:
            self._say_one_screen()

    def close(self) -> None:
        """Away with it; what was switched on stays so for the next time."""
        if self.projection is None:
            return
        self.projection.end()
        self.projection = None
        self._seconds.stop()
        self.wishes = replace(self.wishes, black=False, message="")
        self.card.hide()
        self._clock_desk.announce(self.tr("The room view is closed"))

    def _on_opened(self) -> None:
        """There is a projector: nothing has to be blurred any more."""
        self._cover(covered=False)
        self._unsay()
        self._show_state()
        self._clock_desk.announce(self.tr("The room view is open"))

    def _on_closed(self) -> None:
        self._show_state()
        text = self.tr("The projector is gone. The room view comes back with it by itself.")
        self._offer_cover(text)

    def _say_one_screen(self) -> None:
        text = self.tr(
            "The projector may show the same as this screen. Windows key + P, then Extend."
        )
        self._offer_cover(text)

    def _offer_cover(self, text: str) -> None:
        button = self.tr("Blur names (%1)").replace("%1", keys_text(spec_of("live.cover")))
        self._say(text, button, self.cover)

    def _say(self, text: str, button: str, action: Callable[[], None]) -> None:
        self._tools.messages.warn(text, button, action)
        self._is_said = True

    def _on_notice(self, _notice: object) -> None:
        """The band says something else."""
        self._is_said = False

    def _unsay(self) -> None:
        """What the band says of the projector is settled; anything else stays."""
        if self._is_said:
            self._tools.messages.clear()

    # -- what is wanted -------------------------------------------------------------------------

    def switch(self, name: str) -> None:
        """One of clock, prompt, speakers, statements: shown or not."""
        self._wish(**{name: not getattr(self.wishes, name)})

    def toggle_black(self) -> None:
        """The room sees nothing, or what it saw before."""
        if self.is_on:
            self._wish(black=not self.wishes.black)
            said = self.tr("Room view black") if self.wishes.black else self.tr("Room view shown")
            self._clock_desk.announce(said)

    def toggle_message(self) -> None:
        """Ask for a message, or take away the one that is shown."""
        if self.wishes.message:
            self._wish(message="")
        elif self._session is not None:
            window = self._page.window()
            MessageDialog(self._tools.theme, self.show_message, parent=window).show_over()

    def show_message(self, text: str) -> None:
        """The room reads this, until it is taken away or another item begins."""
        self._wish(message=text)
        if not self.is_on:
            self.open()

    def toggle_dark(self) -> None:
        """White or dark ground, remembered."""
        self.look.set_dark(dark=not self.look.is_dark)
        self._tools.settings.put(DARK, self.look.is_dark)

    def show_content(self, make: MakeContent) -> None:
        """Something else instead of the board."""
        self._make = make
        for stage in self._stages():
            stage.put_in(make)

    def take_content(self) -> None:
        """The board again."""
        self._make = None
        for stage in self._stages():
            stage.put_in(None)

    def _wish(self, **wishes: bool | str) -> None:
        self.wishes = replace(self.wishes, **wishes)  # type: ignore[arg-type]
        self.update()

    # -- the cockpit on the wall ------------------------------------------------------------------

    def cover(self) -> None:
        """Blur notes and names in the cockpit."""
        self._cover(covered=True)

    def toggle_cover(self) -> None:
        """Blur notes and names in the cockpit, or show them again."""
        self._cover(covered=not self.is_covered)

    def _cover(self, *, covered: bool) -> None:
        if covered is self.is_covered:
            return
        self._page.set_covered(covered=covered)
        if covered:
            text = self.tr("Notes and names are blurred. %1 shows them again.")
            text = text.replace("%1", keys_text(spec_of("live.cover")))
            self._say(text, self.tr("Show"), self.toggle_cover)
        else:
            self._unsay()

    # -- what is shown ----------------------------------------------------------------------------

    def show_session(self, session: LiveSession) -> None:
        """Another session, or something in it is different now."""
        before = self._session
        if before is not None and before.uid != session.uid:
            self.close()
            self.take_content()
            self.wishes = RoomWishes()
        self._session = session
        self._words = RoomWords(session.view.time_zone)
        if self.is_on:
            self._later.start(0)  # what was recorded is on the disk, and the next key goes first

    def update(self) -> None:
        """Work out what the room may see, and show it."""
        session = self._session
        if session is None or not self.is_on:
            return
        source = self._source(session)
        self._forget_message(source)
        view = room_view(source, self.wishes, self._room_names(session))
        self._text = self._words.board(view)
        for stage in self._stages():
            stage.show_text(self._text)
        self._show_state()
        self.tick()

    def tick(self) -> None:
        """A second has passed: only the clock is another one."""
        session = self._session
        if session is None or not self.is_on:
            return
        item, time = self._time(session)
        minutes = item.time_given if item else 0
        words = self._words.clock(time), self._words.planned(minutes)
        for stage in self._stages():
            stage.board.show_clock(time, minutes, *words)
        minute = self._clock_desk.now().replace(second=0, microsecond=0)
        if minute != self._minute:  # when the next item starts may be another time now
            self._minute = minute
            self._later.start(0)

    def _source(self, session: LiveSession) -> RoomSource:
        standing, views = session.standing, self._tools.services.views
        running = standing.running_together
        now = self._clock_desk.now()
        prompts = self._page.heading.prompts
        source = RoomSource(
            session=session.view,
            running=running,
            question_count=standing.question_count,
            prompt=prompts.text() if running and prompts.has_prompts() else "",
            coming=_coming(standing.following, session.expected(now)),
            ends=self._end(session, now),
            off_record=session.off_record,
        )
        if self.wishes.statements:
            source = replace(source, statements=tuple(self._statements(session.uid, running)))
        if self.wishes.speakers and views.has_speakers(session.uid):
            speakers = views.speakers(session.uid)
            speaking = speakers.speaking
            source = replace(
                source,
                speaking=speaking.participant_uid if speaking else None,
                waiting=line_up(speakers),
            )
        return source

    def _statements(
        self, session_uid: str, running: tuple[PlanItemView, ...]
    ) -> list[StatementView]:
        """Those of what runs; of a block in the order in which they were said."""
        views = self._tools.services.views
        found = [s for item in running for s in views.statements(session_uid, item.uid)]
        return sorted(found, key=lambda s: s.recorded_at) if len(running) > 1 else found

    def _time(self, session: LiveSession) -> tuple[PlanItemView | None, Clock | None]:
        item = session.standing.clocked if session.standing.running else None
        return item, clock(item, self._clock_desk.now()) if item else None

    def _end(self, session: LiveSession, now: dt.datetime) -> dt.datetime | None:
        """When what runs will be over; None if nobody knows, or it is."""
        _item, time = self._time(session)
        if time is None or time.paused or time.remaining is None or time.remaining < dt.timedelta():
            return None
        return now + time.remaining

    def _room_names(self, session: LiveSession) -> RoomNames:
        """Kept as long as the people are the same: to make them takes a while."""
        key = (session.people, session.view.naming, session.view.confidential)
        if self._names is None or self._names[0] != key:
            people = tuple(session.people.values())
            made = RoomNames(session.view, people, name_words(self._tools.texts))
            self._names = (key, made)
        return self._names[1]

    def _forget_message(self, source: RoomSource) -> None:
        """A message belongs to the item it was written in."""
        running = tuple(item.uid for item in source.running)
        if running != self._running:
            self._running = running
            self.wishes = replace(self.wishes, message="")

    def _stages(self) -> list[Stage]:
        window = [self.projection.window.stage] if self.projection else []
        return [self.card.stage, *window]

    def _show_state(self) -> None:
        if self.projection is None:
            return
        if not self.projection.is_open:
            state = self.tr("no projector yet")
        elif self.wishes.black:
            state = self.tr("black")
        else:
            state = self.tr("is shown")
        self.card.preview.set_shape(self.projection.place)
        self.card.show_state(state, self._text.said())

    def _connect(self) -> None:
        self._page.side.put_room(self.card, (self.card.menu, self.card.preview))
        self._page.order_tabs()
        self._page.heading.prompts.changed.connect(self.update)
        self.card.menu.clicked.connect(self.menu.open)
        self.card.preview.clicked.connect(self.menu.open)
        self.card.preview.black_wanted.connect(self.toggle_black)
        self._tools.messages.notice.connect(self._on_notice)
        self._seconds.timeout.connect(self.tick)
        self._later.timeout.connect(self.update)


def _coming(item: PlanItemView | None, expected: Mapping[str, dt.datetime | None]) -> Coming | None:
    return Coming(item, expected[item.uid]) if item else None

"""The way to the speakers list: what it needs is only imported when somebody asks for the floor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.domain.changes import ChangeSet, Entity

if TYPE_CHECKING:
    from ui.live.clock_desk import ClockDesk
    from ui.live.live_session import LiveSession
    from ui.live.page import LivePage
    from ui.live.speakers_desk import SpeakersDesk
    from ui.pages import Toolbox

_ENTITIES = (
    *(Entity.SPEAKING_REQUEST, Entity.SPEAKERS_LIST),
    *(Entity.PARTICIPANT, Entity.PERSON, Entity.ORGANISATION),
)


class SpeakersEntrance(QObject):
    """Off until first used. ``left``: the entry line is to have the keyboard again."""

    left = Signal()

    def __init__(self, page: LivePage, tools: Toolbox, clock: ClockDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._page = page
        self._tools = tools
        self._clock = clock
        self._session: LiveSession | None = None
        self._desk: SpeakersDesk | None = None
        get = tools.actions.get
        get("live.speak").triggered.connect(self.ask)
        get("live.next_speaker").triggered.connect(self.next)
        page.side.speakers.ask.clicked.connect(self.ask)
        page.side.speakers.check_in.clicked.connect(get("session.check_in").trigger)
        page.unheard_held.connect(self._hold)

    @property
    def desk(self) -> SpeakersDesk:
        """The list at work, made now if this is the first time."""
        if self._desk is None:
            from ui.live.speakers_desk import SpeakersDesk

            self._desk = SpeakersDesk(self._page, self._tools, self._clock, self.left.emit, self)
            if self._session is not None:
                self._desk.open(self._session)
        return self._desk

    def open(self, session: LiveSession) -> None:
        """Another session; a closed one has no list any more."""
        self._session = session
        self._page.side.speakers.setVisible(not session.is_closed)
        if self._desk is not None:
            self._desk.open(session)
        elif self._is_used(session):
            self.desk.refresh()

    def refresh(self, change_set: ChangeSet) -> None:
        """Something was committed, here or elsewhere."""
        session = self._session
        if session is None:
            return
        self._page.side.speakers.setVisible(not session.is_closed)
        if not any(change_set.uids(entity) for entity in _ENTITIES):
            return
        if self._desk is not None or self._is_used(session):
            self.desk.refresh()

    def ask(self) -> None:
        """Let somebody be typed who wants the floor."""
        self.desk.ask()

    def next(self) -> None:
        """Give the floor to whoever is proposed; without a list somebody has to ask first."""
        session = self._session
        if session is not None and self._is_used(session):
            self.desk.next()
        else:
            self.ask()

    def _hold(self, held: bool) -> None:
        if held or self._desk is not None:
            self.desk.show_unheard(shown=held)

    def _is_used(self, session: LiveSession) -> bool:
        return self._tools.services.views.has_speakers(session.uid)

"""The steps of the open session: made when first shown, kept while the session is open."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.domain.changes import ChangeSet
from ui.pages import EndingPlace, Extent, PlaceFactory, SessionPlace, Step, Toolbox


class Places(QObject):
    """Makes, opens and leaves the four places. ``added`` carries a new place and its step."""

    added = Signal(object, object)

    def __init__(
        self,
        tools: Toolbox,
        factories: Mapping[Step, PlaceFactory],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._tools = tools
        self._factories = factories
        self._made: dict[Step, SessionPlace] = {}
        self._opened: dict[Step, str] = {}
        self._session = ""
        self._step: Step | None = None
        self._extent = Extent()

    @property
    def session_uid(self) -> str:
        """The open session, or empty."""
        return self._session

    @property
    def step(self) -> Step | None:
        """The step that is shown; None on the start page."""
        return self._step

    @property
    def current(self) -> SessionPlace | None:
        """The place that is shown."""
        return self._made.get(self._step) if self._step is not None else None

    def steps(self) -> tuple[Step, ...]:
        """The steps this window has."""
        return tuple(self._factories)

    def holds(self, session_uid: str, step: Step) -> bool:
        """Whether a step already shows the session, with focus, scroll and drafts as left."""
        return self._opened.get(step) == session_uid

    def show(self, session_uid: str, step: Step) -> SessionPlace:
        """Open a session at a step; the place keeps its state if it already shows the session."""
        if (session_uid, step) != (self._session, self._step):
            self.leave()
        place = self._made.get(step) or self._make(step)
        if self._opened.get(step) != session_uid:
            place.open_session(session_uid)
            self._opened[step] = session_uid
        self._session, self._step = session_uid, step
        return place

    def leave(self) -> None:
        """Let the shown place hand over its drafts."""
        if self.current is not None:
            self.current.leave()

    def close_session(self) -> None:
        """Back to no session; the places stay for the next one."""
        self.leave()
        for place in self._made.values():
            if isinstance(place, EndingPlace):
                place.end_session()
        self._session, self._step = "", None

    def forget(self, session_uid: str) -> None:
        """The session is gone or was read in anew: open it again when it is shown next."""
        for step, uid in tuple(self._opened.items()):
            if uid == session_uid:
                del self._opened[step]

    def refresh(self, change_set: ChangeSet) -> None:
        """Tell every place that shows a session."""
        for step, place in self._made.items():
            if step in self._opened:
                place.refresh(change_set)

    def set_extent(self, extent: Extent) -> None:
        """Tell every place how much room there is."""
        self._extent = extent
        for place in self._made.values():
            place.set_extent(extent)

    def _make(self, step: Step) -> SessionPlace:
        place = self._factories[step](self._tools)
        self._made[step] = place
        self.added.emit(step, place)
        place.set_extent(self._extent)
        return place

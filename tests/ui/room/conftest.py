"""A session that is led with a room view, and screens that come and go when the test says so."""

import pytest

from tests.support.screens import PROJECTOR, PluggedScreens
from tests.ui.live.conftest import Live, live, room  # noqa: F401 – fixtures


class Wall:
    """The room view of a session in which question 1 runs."""

    def __init__(self, live: Live) -> None:  # noqa: F811 – the fixture is what it gets
        self.live = live
        live.run(1)
        self.desk = live.place.room.desk
        self.screens = PluggedScreens(self.desk)
        self.desk.screens = self.screens

    def show(self) -> None:
        """With a projector, switched on."""
        self.screens.plug(PROJECTOR)
        self.desk.open()
        self.settle()

    def is_seen(self) -> bool:
        """Whether there is a window on the projector."""
        projection = self.desk.projection
        return projection is not None and projection.window.isVisible()

    @property
    def texts(self) -> tuple[str, ...]:
        """What the room reads, but the clock."""
        assert self.desk.projection is not None
        return self.desk.projection.window.stage.board.texts()

    @property
    def text(self) -> str:
        """The same in one line; lines are broken as they fit."""
        return " ".join(self.texts).replace("\N{NO-BREAK SPACE}", " ")

    @property
    def notice(self) -> str:
        """What the band of the cockpit says."""
        notice = self.live.desk.window.band.notice
        return notice.text if notice else ""

    def settle(self) -> None:
        """What was put off until the next turn of the event loop is done."""
        self.live.desk.qtbot.wait(5)


@pytest.fixture
def wall(live: Live) -> Wall:  # noqa: F811 – the fixture is what it gets
    return Wall(live)

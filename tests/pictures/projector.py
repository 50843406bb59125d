"""The room view: what the facilitator sees of it, and the wall at two sizes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.domain.vocabulary import PlanItemKind
from tests.pictures.stage import LARGE
from tests.support.keyboard import press
from tests.support.real_window import child, run_events, services_of, settle
from tests.support.screens import PROJECTOR, PluggedScreens
from ui.live.controller import LiveController
from ui.live.page import TAB_CLOCK, TAB_STATEMENTS, LivePage

if TYPE_CHECKING:
    from tests.pictures.stage import Stage
    from ui.room.desk import RoomDesk


def room_view(stage: Stage) -> None:
    """Without a projector, with one, and everything the room can see."""
    live = child(stage.program, LiveController)
    desk = live.room.desk
    desk.screens = screens = PluggedScreens(desk)
    press("F5")
    stage.take("4I-live-one-screen")
    press("F4")
    stage.take("4J-live-blurred")
    press("F4")
    screens.plug(PROJECTOR)
    run_events(20)
    stage.take("4K-live-room")
    if stage.program.window.extent.narrow:
        page = child(stage.program, LivePage)
        page.show_tab(TAB_CLOCK)
        stage.take("4K-live-room-tab")
        page.show_tab(TAB_STATEMENTS)
    stage.dialog("4M-room-message", partial(press, "Ctrl+F5"))
    press("Shift+F5")
    stage.take("4L-live-room-menu")
    press("Esc")
    _walls(stage, live, desk)
    desk.close()
    press("Ctrl+Z")
    settle(stage.program)


def _walls(stage: Stage, live: LiveController, desk: RoomDesk) -> None:
    _wall(stage, desk, "80-room-question")
    for name in ("prompt", "speakers", "statements"):
        desk.switch(name)
    _wall(stage, desk, "81-room-everything")
    desk.toggle_dark()
    _wall(stage, desk, "82-room-dark")
    desk.toggle_dark()
    desk.show_message("Bitte kommen Sie wieder an Ihre Plätze – wir fangen an.")
    _wall(stage, desk, "83-room-message")
    items = services_of(stage.program).views.plan_items(stage.session)
    pause = next((item.uid for item in items if item.kind is PlanItemKind.BREAK), "")
    if pause:  # A session of somebody else may have none.
        live.start(pause)
        _wall(stage, desk, "84-room-break")


def _wall(stage: Stage, desk: RoomDesk, name: str) -> None:
    """The wall as large as the laptop, and as large as most projectors."""
    assert desk.projection is not None
    wall = desk.projection.window
    run_events(20)
    stage.camera.take(stage.program, name, wall=wall)
    before = wall.size()
    wall.setWindowState(Qt.WindowState.WindowNoState)
    wall.resize(*(round(side / wall.devicePixelRatio()) for side in LARGE))
    stage.camera.take(stage.program, f"{name}-1920", wall=wall)
    wall.resize(before)

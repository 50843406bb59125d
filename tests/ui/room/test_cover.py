"""When the projector shows the cockpit itself: notes and names cannot be read there."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.domain.incoming.plan import PlanItemChanges
from tests.support.keyboard import focus, press, type_text
from tests.support.screens import PROJECTOR
from tests.ui.room.conftest import Wall
from ui.live.unheard_panel import UnheardPanel

_SHARP = 60
"""From one pixel to the next: letters have such edges, what is blurred has not."""


@pytest.fixture
def mirrored(wall: Wall) -> Wall:
    """One screen, with names and notes on it."""
    services, item = wall.live.services, wall.live.room.question(1)
    services.plan.update(item.uid, PlanItemChanges(notes="Herrn Öztürk zuerst fragen"))
    wall.live.enter("kw: Ein Beitrag")
    services.speakers.request(wall.live.room.uid, wall.live.room.people[1])
    services.speakers.give_floor(wall.live.room.uid)
    return wall


def _edge(part: QWidget) -> int:
    """The sharpest edge between two neighbours."""
    picture = part.window().grab(part.window().rect()).toImage()
    corner = part.mapTo(part.window(), part.rect().topLeft())
    shown = picture.copy(corner.x(), corner.y(), part.width(), part.height())
    shown = shown.convertToFormat(QImage.Format.Format_Grayscale8)
    inside = range(6, shown.width() - 7)
    return max(
        abs((shown.pixel(x, y) & 255) - (shown.pixel(x + 1, y) & 255))
        for y in range(6, shown.height() - 6, 2)
        for x in inside
    )


def _parts(wall: Wall) -> list[QWidget]:
    side = wall.live.page.side
    return [wall.live.page.list, side.speakers, side.notes]


def test_one_key_makes_notes_and_names_unreadable_and_readable_again(mirrored: Wall) -> None:
    parts = _parts(mirrored)
    assert all(part.isVisible() for part in parts)
    assert min(map(_edge, parts)) > _SHARP
    type_text("Weiter ")
    press("F4")
    assert max(map(_edge, parts)) < _SHARP
    type_text("geht es")
    assert mirrored.live.line == "Weiter geht es"
    assert "F4" in mirrored.notice
    press("F4")
    assert min(map(_edge, parts)) > _SHARP
    assert mirrored.notice == ""


def test_the_offer_is_one_press_away_and_ends_with_the_projector(mirrored: Wall) -> None:
    press("F5")
    notice = mirrored.live.desk.window.band.notice
    assert notice is not None
    assert notice.action is not None
    notice.action()
    assert mirrored.desk.is_covered
    mirrored.screens.plug(PROJECTOR)
    mirrored.settle()
    assert not mirrored.desk.is_covered


def test_nobody_is_named_in_the_empty_line_nor_in_the_panel(mirrored: Wall) -> None:
    edit, page = mirrored.live.page.entry.edit, mirrored.live.page
    assert "Mehmet Öztürk" in edit.placeholderText()
    press("F4")
    assert edit.placeholderText() == "Jemand spricht – Tab übernimmt den Namen"
    page.unheard_held.emit(False)
    page.side.speakers.unheard.pressed.emit()
    panels = page.findChildren(UnheardPanel)
    assert not any(panel.isVisible() for panel in panels)
    page.side.speakers.unheard.released.emit()
    press("F4")
    page.side.speakers.unheard.pressed.emit()
    assert any(panel.isVisible() for panel in page.findChildren(UnheardPanel))
    page.side.speakers.unheard.released.emit()


def test_the_entry_line_keeps_the_keyboard(mirrored: Wall) -> None:
    press("F4")
    assert focus() is mirrored.live.page.entry.edit
    mirrored.live.enter("Noch ein Beitrag")
    assert mirrored.live.room.texts() == ["Ein Beitrag", "Noch ein Beitrag"]

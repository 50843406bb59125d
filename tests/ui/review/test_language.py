"""Protocol language in the review: off until somebody switches it on, then underlined and said."""

import pytest

from app.bootstrap import Services
from app.domain.incoming.statements import StatementChanges
from tests.support.desk import Desk
from tests.support.room import Room
from ui.pages import Step
from ui.review.controller import ReviewController
from ui.review.page import ReviewPage

TEXT = "Leider wurde unser Antrag abgelehnt."


@pytest.fixture
def room(services: Services) -> Room:
    room = Room(services)
    room.say(TEXT, 6)
    return room


def shown(desk: Desk, room: Room) -> ReviewPage:
    place = desk.open(room.uid, Step.REVIEW, ReviewController)
    page = place.page
    assert isinstance(page, ReviewPage)
    place.show_item(room.question(6).uid)
    page.make_side()
    return page


def underlined(page: ReviewPage) -> list[str]:
    row = page.list.statements().row_at(0)
    return [row.shown[mark.start : mark.end] for mark in page.list._review.marks(row)]


def picture(page: ReviewPage) -> bytes:
    image = page.list.viewport().grab().toImage()  # the bits are the image's
    return bytes(image.constBits())


def test_off_by_default_then_underlined_with_a_note_and_remembered(
    german: None, desk: Desk, room: Room
) -> None:
    page = shown(desk, room)
    assert not page.language.isChecked()
    assert page.side.language.isHidden()
    assert underlined(page) == []
    before = picture(page)
    page.language.click()
    assert underlined(page) == ["Leider", "wurde", "unser"]
    assert picture(page) != before
    note = page.side.language.text()
    assert page.side.language.isVisible()
    assert [line.split("„")[1] for line in note.splitlines()] == [
        "Leider“ – wertend",
        "wurde“ – Vergangenheit",
        "unser“ – erste Person",
    ]
    assert desk.settings.flag("protocol_language", default=False)
    page.language.click()
    assert picture(page) == before
    assert page.side.language.isHidden()


def test_a_quote_is_left_alone_and_nothing_is_changed(
    german: None, desk: Desk, room: Room, services: Services
) -> None:
    page = shown(desk, room)
    page.language.click()
    (said,) = services.views.statements(room.uid)
    assert said.text == TEXT
    services.capture.update([said.uid], StatementChanges(verbatim=True))
    assert underlined(page) == []
    assert page.side.language.isHidden()


def test_the_summary_is_left_alone(german: None, desk: Desk, room: Room) -> None:
    page = shown(desk, room)
    page.language.click()
    page.summary.setPlainText("Wir waren leider allein.")
    assert page.summary.extraSelections() == []

"""Typographic signs in the entry line, the summary and the editor of a row."""

import pytest
from PySide6.QtGui import QTextCursor

from app.bootstrap import Services
from tests.support.desk import Desk
from tests.support.keyboard import press, type_text
from tests.support.room import Room
from ui.live.controller import LiveController
from ui.live.page import LivePage
from ui.pages import Step


@pytest.fixture
def room(services: Services) -> Room:
    return Room(services)


@pytest.fixture
def live(german: None, desk: Desk, room: Room) -> LivePage:
    place = desk.open(room.uid, Step.LIVE, LiveController)
    place.start(room.question(4).uid)
    assert isinstance(place.page, LivePage)
    return place.page


def line(live: LivePage) -> str:
    return live.entry.edit.line.text


def test_signs_as_they_are_typed(live: LivePage, room: Room) -> None:
    type_text('mö: Die "Alte Mühle" - ein Treff, geht\'s weiter ...')
    assert line(live) == "mö: Die „Alte Mühle“ – ein Treff, geht’s weiter …"
    assert len(live.entry.edit.chips()) == 1
    press("Return")
    assert room.texts(4) == ["Die „Alte Mühle“ – ein Treff, geht’s weiter …"]


@pytest.mark.parametrize("key", ["Backspace", "Ctrl+Z"])
@pytest.mark.parametrize(
    ("keys", "raw", "more"),
    [
        ('Der "', 'Der "', 'Treff"'),
        ("Haus - ", "Haus - ", "Hof"),
        ("geht'", "geht'", "s"),
        ("ja...", "ja...", "."),
    ],
)
def test_one_key_takes_it_back_and_it_stays(
    live: LivePage, key: str, keys: str, raw: str, more: str
) -> None:
    type_text(keys)
    assert line(live) != raw
    press(key)
    assert line(live) == raw
    type_text(more[0])
    assert line(live).startswith(raw)


def test_a_second_backspace_deletes(live: LivePage) -> None:
    type_text('Der "')
    press("Backspace", "Backspace")
    assert line(live) == "Der "


def test_backspace_elsewhere_is_only_a_key(live: LivePage) -> None:
    type_text('Der "')
    press("Left", "Backspace")
    assert line(live) == "Der„"


def test_a_quote_sign_stays_a_sign(live: LivePage, room: Room) -> None:
    type_text('"Wir kommen - bald"')
    assert line(live) == '"Wir kommen – bald"'
    press("Return")
    (said,) = room.services.views.statements(room.uid)
    assert said.verbatim
    type_text('mö: "Ja"')
    assert line(live) == 'mö: "Ja"'
    press("Return")
    assert room.services.views.statements(room.uid)[-1].verbatim


def test_pasted_text_stays_as_it_is(live: LivePage) -> None:
    type_text("x ")
    live.entry.edit.insert_pasted('"a" - b...')
    assert line(live) == 'x "a" - b...'
    type_text("!")
    assert line(live) == 'x "a" - b...!'


def test_switched_off(desk: Desk, live: LivePage) -> None:
    desk.settings.put("typography", False)
    type_text('Der "Treff" - ja...')
    assert line(live) == 'Der "Treff" - ja...'


def test_summary_and_row(desk: Desk, live: LivePage, room: Room) -> None:
    live.summary.setFocus()
    type_text('"Ja" - und')
    assert live.summary.text() == "„Ja“ – und"
    live.summary.moveCursor(QTextCursor.MoveOperation.End)
    type_text("...")
    press("Backspace")
    assert live.summary.text() == "„Ja“ – und..."
    said = room.say("Text", 4)
    live.list.edit_wanted.emit(said.uid)
    editor = live.list.editor()
    assert editor is not None
    editor.setFocus()
    type_text(' "neu"')
    assert editor.text() == "Text „neu“"

"""The results on the wall: what is read out, large, without the names that must not be read."""

from PySide6.QtWidgets import QApplication

from app.domain.incoming.people import ParticipantChanges
from app.domain.incoming.statements import StatementChanges
from app.domain.vocabulary import NamingLevel, Outcome
from tests.support.keyboard import press
from tests.ui.room.conftest import Wall
from ui.in_the_room.reading_back import ReadingBackDialog
from ui.room.look import SMALLEST
from ui.room.results import Results


def _results(wall: Wall, *texts: str) -> None:
    room = wall.live.room
    for text in texts:
        said = room.say(text)
        room.services.capture.update([said.uid], StatementChanges(is_result=True))


def _shown(wall: Wall) -> Results:
    assert wall.desk.projection is not None
    guest = wall.desk.projection.window.stage.currentWidget()
    assert isinstance(guest, Results)
    return guest


def test_the_result_that_is_read_out_is_shown_with_its_question(wall: Wall) -> None:
    _results(wall, "Räume fehlen", "Zeit fehlt")
    wall.show()
    press("Ctrl+Shift+B")
    shown = _shown(wall)
    text = " ".join(shown.texts())
    assert "Räume fehlen" in text
    assert wall.live.room.question(1).text[:20] in text
    assert shown.smallest() >= SMALLEST
    press("B")
    assert "Zeit fehlt" in " ".join(shown.texts())
    press("Up")
    word = wall.live.desk.tools.texts.word
    assert word(Outcome.CONFIRMED) in shown.texts()


def test_afterwards_the_board_is_back(wall: Wall) -> None:
    _results(wall, "Räume fehlen")
    wall.show()
    before = wall.text
    press("Ctrl+Shift+B", "Esc")
    assert wall.desk.projection is not None
    stage = wall.desk.projection.window.stage
    assert stage.currentWidget() is stage.board
    assert wall.text == before


def test_without_a_room_view_nothing_is_made_for_it(wall: Wall) -> None:
    _results(wall, "Räume fehlen")
    press("Ctrl+Shift+B")
    assert isinstance(QApplication.activeModalWidget(), ReadingBackDialog)
    assert wall.desk.projection is None


def test_a_name_in_a_result_is_read_as_it_may_be(wall: Wall) -> None:
    room = wall.live.room
    anonymous = ParticipantChanges(naming=NamingLevel.ANONYMOUS)
    room.services.people.update(room.people[0], anonymous)
    _results(wall, "Karin Weiß übernimmt das", "Mit Sabine Brandt, die gern genannt wird")
    room.services.people.update(room.people[2], ParticipantChanges(naming=NamingLevel.NAME))
    wall.show()
    press("Ctrl+Shift+B")
    assert "Weiß" not in " ".join(_shown(wall).texts())
    press("Down")
    assert "Sabine Brandt" in " ".join(_shown(wall).texts()).replace("\n", " ")


def test_a_very_long_result_still_fits(wall: Wall) -> None:
    _results(wall, "Ein Haus für alle Menschen im Quartier. " * 60)
    wall.show()
    press("Ctrl+Shift+B")
    shown = _shown(wall)
    assert shown.smallest() >= SMALLEST
    assert any(line.endswith("…") for line in shown.texts())

"""What happens in the room: hands counted, topics put off, results read back."""

from functools import partial
from typing import TYPE_CHECKING

from tests.support.keyboard import press, type_text
from ui.pages import Step

if TYPE_CHECKING:
    from tests.pictures.stage import Stage


def asking(stage: "Stage") -> None:
    """While leading: agreement to the last statement, and a show of hands."""
    stage.show(Step.LIVE)
    press("Alt++", "Alt++", "Alt+-")
    stage.take("6A-live-agreed")
    type_text("Wer haftet, wenn mehrere einen Raum nutzen?")
    press("Alt+L")
    stage.take("6B-live-put-off")
    stage.dialog("6C-hands", _count)


def reading(stage: "Stage") -> None:
    """In the review: the lists, and the results being read back."""
    stage.show(Step.REVIEW)
    stage.dialog("6D-room-lists", partial(press, "Ctrl+Shift+L"))
    stage.dialog("6E-reading-back", partial(press, "Ctrl+Shift+B"))
    stage.dialog("6F-reading-back-changed", partial(_answer, "G", " Das gilt auch für Vereine."))
    press("Ctrl+Shift+B", "Ctrl+A", "Del", "Esc", "Esc")
    stage.dialog("6G-reading-back-disputed", partial(_answer, "S", "Die Stadt sieht das anders."))


def _count() -> None:
    press("Alt+H")
    type_text("Soll die Runde sich im Februar wieder treffen?")
    press("Tab")
    type_text("14")
    press("Tab")
    type_text("2")


def _answer(key: str, text: str) -> None:
    press("Ctrl+Shift+B", "Down", key)
    type_text(text)

"""No English in the German window: what reads the same in both languages has to be a name."""

import json
import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.pictures.documents import EXAMPLE
from tests.support.guest_list import WORDS
from tests.support.inspection import texts
from tests.support.real_window import settle
from tests.ui.sweeps.conftest import Open
from tests.ui.sweeps.places import (
    EMPTY,
    HOME,
    LEADING,
    REVIEWING,
    World,
    opened,
    openings,
    stations,
)
from tests.ui.sweeps.test_dialogs import close_all

SAME_IN_BOTH = {
    *("Quartiersdialog", "Deutsch", "English", "OK", "min", "sb:", "Start", "Name", "Organisation"),
    *("Engagement im Quartier", "Strategiegespräch Quartier", "A + B: …", "A, B"),
    *("Enter", "Alt+Enter", "Esc", "Tab", "Filter", "05.session.json", "haus.docx"),
    *("Fishbowl", "Logos", "Logos …", "Text"),
    "Qualifiziert fürs Quartier – Reflexionsgespräch",
}
"""Names, words that both languages have, and signs."""

_WORD = re.compile(r"[^\W\d_]{2,}")


@pytest.mark.parametrize("world", [EMPTY, HOME, LEADING, REVIEWING])
def test_every_text_has_its_german(
    start: Open, session_of: Callable[[World], str], world: World
) -> None:
    german, english = (set(_everything(start, session_of, world, code)) for code in ("de", "en"))
    left = sorted(left_in_english(german, english))
    assert not left, "\n".join(left)


def left_in_english(german: set[str], english: set[str]) -> Iterator[str]:
    """Texts of the German window that the English one has too and that are no names."""
    recorded = _recorded()
    for text in german & english:
        words = _WORD.findall(text)
        if words and text not in SAME_IN_BOTH and not _is_recorded(text, recorded):
            yield text


def test_an_english_word_is_noticed(qtbot: QtBot) -> None:
    label = QLabel("Record")
    qtbot.addWidget(label)
    label.show()
    assert list(left_in_english(texts(label), {"Record", "Undo"})) == ["Record"]
    assert list(left_in_english({"Name", "Johanna Brehm"}, {"Name", "Johanna Brehm"})) == []


def _everything(
    start: Open, session_of: Callable[[World], str], world: World, language: str
) -> Iterator[str]:
    program = start(world, language)
    session = session_of(world)
    for station in stations(world):
        station.go(program, session)
        settle(program)
        yield from texts(program.window)
    for opening in openings(world):
        yield from texts(opened(program, opening, session))
        close_all(program)


def _recorded() -> str:
    """Everything that was typed by people, which is not translated."""
    example = "\n".join(_strings(json.loads(EXAMPLE.read_text(encoding="utf-8"))))
    return f"{example}\n{WORDS}"


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from _strings(each)


def _is_recorded(text: str, recorded: str) -> bool:
    """Whether each word of it stands in the document."""
    return all(word in recorded for word in _WORD.findall(text))

"""The method cards: readable, complete in both languages, found by their file's name."""

import tomllib
from pathlib import Path

import pytest

from app.domain.methods import parse_method
from app.errors import BadInputError
from app.paths import resource
from app.services.methods import MethodService

FILES = sorted(resource("methods").glob("*.toml"))
NAMES = {
    "Blitzlicht",
    "Murmelgruppe",
    "World-Café",
    "Fishbowl",
    "Kartenabfrage",
    "Punktabfrage",
    "Fragerunde",
}


def test_all_methods_are_there_in_both_languages() -> None:
    assert {card.title for card in MethodService("de").all().values()} == NAMES
    assert len(MethodService("en").all()) == len(NAMES)
    assert MethodService("de").card("world-cafe") != MethodService("en").card("world-cafe")
    assert MethodService("de").card("unbekannt") is None


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_card_is_short_enough_to_be_read_while_leading(path: Path) -> None:
    method = parse_method(tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)
    assert method.key == path.stem
    for card in (method.de, method.en):
        assert 3 <= len(card.steps) <= 5
        assert all(len(step) <= 100 for step in card.steps)
        assert not any("!" in step for step in card.steps)
    assert len(method.de.steps) == len(method.en.steps)


def test_a_broken_card_names_its_file_and_field() -> None:
    with pytest.raises(BadInputError) as caught:
        parse_method({"key": "x", "de": {"title": "X"}}, source="x.toml")
    assert caught.value.values["source"] == "x.toml"
    assert caught.value.values["where"] == "de.size"

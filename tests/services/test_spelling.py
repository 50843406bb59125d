"""The dictionary that ships, asked through the process that the program starts."""

import io
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app import paths
from app.domain.spelling import words_to_check
from app.services import spelling_process
from app.services.spelling import SpellingService
from tests.support.evening import COURSE


@pytest.fixture(scope="module")
def spelling() -> Iterator[SpellingService]:
    service = SpellingService()
    yield service
    service.close()


def wrong(spelling: SpellingService, text: str, *own: str) -> list[str]:
    found = spelling.check([found.word for found in words_to_check(text)], own)
    return [word for word, right in found.items() if not right]


def test_minutes_of_an_evening_are_right(spelling: SpellingService) -> None:
    """A right word that is marked disturbs; at most one in two hundred may be."""
    texts = [said.text for part in COURSE for said in part[-1]] + [part[6] for part in COURSE]
    marked = wrong(spelling, " ".join(texts), "Stuberwiesen")
    assert len(marked) <= len(" ".join(texts).split()) / 200, marked


@pytest.mark.parametrize(
    "text",
    [
        "Das Quartiersbüro und die Bundes-Engagementstrategie",
        "Bürger*innen, Bürger:innen, Ärzt:innen und Bürger/-innen; jede*r",
        "Kümmerer, Caring Communities, Mehrgenerationenhäuser und Repaircafés",
        "Haus- und Hoftür, Beteiligungs-, Ehrenamts- und Nachbarschaftsarbeit",
        "z. B. am 12.11. um 17:30 Uhr, siehe www.beispiel.de",
    ],
)
def test_what_is_right_is_not_marked(spelling: SpellingService, text: str) -> None:
    assert wrong(spelling, text) == []


def test_what_is_wrong_is_found(spelling: SpellingService) -> None:
    text = "Im Quatier fehlt Beteilligung; die Nachbarschafft hat nich genug Reume."
    assert wrong(spelling, text) == ["Quatier", "Beteilligung", "Nachbarschafft", "nich", "Reume"]


def test_own_words_are_right_and_suggested(spelling: SpellingService) -> None:
    assert wrong(spelling, "Öztürks Fest auf den Stuberwiesen") == ["Öztürks", "Stuberwiesen"]
    assert wrong(spelling, "Öztürks Fest auf den Stuberwiesen", "Öztürk", "Stuberwiesen") == []
    assert spelling.suggest("Stuberwisen", ["Stuberwiesen"])[0] == "Stuberwiesen"
    assert "Quartier" in spelling.suggest("Quatier")


@pytest.mark.parametrize(
    "command",
    [
        ("no-such-program",),
        (sys.executable, "-c", ""),
        (sys.executable, "-c", "print('nonsense')"),
        (sys.executable, "-c", "print('true')"),
    ],
)
def test_without_a_process_nothing_is_marked(command: tuple[str, ...]) -> None:
    service = SpellingService(command)
    assert service.check(["Quatier"]) == {}
    assert service.suggest("Quatier") == ()
    assert service.available is False
    service.close()


def test_after_closing_nothing_starts_again() -> None:
    service = SpellingService()
    service.close()
    assert service.check(["Quatier"]) == {}
    assert service.available is None


@pytest.mark.parametrize("damage", ["missing", "empty", "cut", "nonsense"])
def test_a_missing_or_damaged_dictionary_is_none(
    damage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "resources" / "dictionaries"
    shutil.copytree(paths.resource("dictionaries"), folder)
    words = folder / "de_DE.dic"
    if damage == "missing":
        words.unlink()
    else:
        content = {"empty": b"", "cut": words.read_bytes()[:5000], "nonsense": b"\0\xff" * 5000}
        words.write_bytes(content[damage])
    monkeypatch.setattr(paths, "resources_root", lambda: tmp_path / "resources")
    answers = io.StringIO()
    spelling_process.serve(iter(['{"check": ["Quatier"], "own": []}']), answers)
    assert answers.getvalue() == "false\n"


def test_the_dictionary_that_ships_is_sound() -> None:
    answers = io.StringIO()
    spelling_process.serve(iter(['{"check": ["Quatier"], "own": []}']), answers)
    assert answers.getvalue().splitlines() == ["true", "[false]"]

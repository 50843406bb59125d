"""The help for users: short pages in the words of the program."""

import re

import pytest

from app.domain.templates import Placeholder
from app.domain.vocabulary import NamingLevel, SessionState
from app.paths import resource
from app.texts import Texts

PAGES = sorted(resource("help", "de").glob("*.md"))


def test_the_pages_are_there_in_order() -> None:
    assert [page.stem for page in PAGES] == [
        "1-erste-schritte",
        "1a-anwesenheit",
        "2-durchfuehren",
        "2a-kurzschrift",
        "2b-redeliste",
        "2c-beamer",
        "2d-im-raum",
        "2e-ohne-protokoll",
        "3-nachbereiten",
        "4-protokoll",
        "4a-hausvorlage",
        "4b-rueckmeldung",
        "4c-fassungen",
        "4d-tabellen",
        "5-sichern",
    ]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_is_short_and_plain(page: object) -> None:
    text = resource("help", "de", str(getattr(page, "name", ""))).read_text(encoding="utf-8")
    words = re.sub(r"[#*`|_-]", " ", text).split()
    sentences = re.findall(r"[^.:;?]+[.:;?]", text)

    assert text.startswith("# ")
    assert text.count("\n# ") == 0
    assert len(words) <= 550
    assert len(words) / len(sentences) <= 15
    assert "!" not in re.sub(r"`[^`]*`", "", text)  # it is a sign of the entry line, too
    assert "Sitzung" not in text
    assert "<" not in text


def test_keys_stand_in_one_place_only() -> None:
    """Combinations are listed by F1 from the actions; a second list would grow old."""
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)

    assert "F1" in text
    assert re.findall(r"\b(?:Strg|Ctrl|Alt|Umschalt)\b", text) == []


def test_words_are_those_of_the_program() -> None:
    text = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    texts = Texts("de")

    assert all(texts.word(level) in text for level in NamingLevel)
    assert all(texts.word(state) in text for state in SessionState)


def test_every_placeholder_of_house_templates_is_explained() -> None:
    text = resource("help", "de", "4a-hausvorlage.md").read_text(encoding="utf-8")
    for each in Placeholder:
        assert f"| `{{{{ {each.value} }}}}` |" in text

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.spelling import is_right, words_to_check

WORDS_TEXT = """
Quartier Quartiers Büro Bürger Bürgerin Bürgerinnen Kolleginnen Jeder Haus Hof Tür Beteiligung
Beteiligungs Nachbar Nachbarn Schafft schafft Strategie Engagement Bund Bundes geht Konzept
Entwicklung Entwicklungs bezogen Stelle stelle und oder der die Stadt Land Raum
"""
WORDS = frozenset(WORDS_TEXT.split())


def right(word: str, *own: str) -> bool:
    return is_right(word, WORDS.__contains__, own)


def checked(text: str) -> list[str]:
    return [found.word for found in words_to_check(text)]


@pytest.mark.parametrize(
    "word",
    [
        *("Quartiersbüro", "Engagementstrategie", "Quartiersentwicklungskonzept", "Raumkonzept"),
        *("Quartiersstelle", "raumbezogen"),
        *("Bürger*innen", "Bürger:innen", "Bürger_innen", "Bürger/-innen", "Bürger/innen"),
        *("BürgerInnen", "Bürger(innen)", "Kolleg*innen", "Jede*r", "der/die", "Stadt/Land"),
        *("Haus-", "Beteiligungs-", "Bundes-Engagementstrategie", "Stadt-Land", "-konzept"),
        *("geht’s", "geht's", "EKD", "LKWs", "und/oder"),
    ],
)
def test_what_people_write_is_right(word: str) -> None:
    assert right(word)


@pytest.mark.parametrize(
    "word",
    [
        *("Quatier", "Quartiersbürro", "Nachbarschafft", "Engagmentstrategie", "haus", "Tühr"),
        *("Bürgr*innen", "Bürger:inen", "Haus-Tühr", "gehht’s", "Stadt/Lant", "Beteilligungs-"),
    ],
)
def test_what_is_wrong_stays_wrong(word: str) -> None:
    assert not right(word)


@pytest.mark.parametrize("word", ["Öztürk", "Öztürks", "Öztürk-Haus", "Stuberwiesenkonzept"])
def test_own_words_are_right_in_every_form(word: str) -> None:
    assert not right(word)
    assert right(word, "Öztürk", "Stuberwiesen")


@pytest.mark.parametrize(
    "text",
    [
        *("https://beispiel.de/seite", "www.beispiel.de", "beispiel.org/x", "a.b@beispiel.de"),
        *("2026", "12.11.2026", "3D", "15-jährige", "5.000 €", "§ 8", "A4"),
        *("@kw", "#Wohnenn", "/hemmnis", "*", "kw:", "#neues-tema"),
        *("z.B.", "z. B.", "e. V.", "bzw.", "ca.", "u.a.", "Dr.", "…", "--", "–"),
        *("", " ", "\ufffc"),
    ],
)
def test_what_is_no_word_is_not_checked(text: str) -> None:
    assert checked(text) == []


def test_words_stand_where_they_stand() -> None:
    text = "„Haus-“ und (Tür), \ufffcsagt Weiß: 🙂Hof!"
    found = list(words_to_check(text))
    assert [f.word for f in found] == ["Haus-", "und", "Tür", "sagt", "Weiß", "🙂Hof"]
    assert all(text[f.start : f.end] == f.word for f in found[:-1])


def test_a_bracket_inside_belongs_to_the_word() -> None:
    assert checked("die Bürger(innen) (und Gäste)") == ["die", "Bürger(innen)", "und", "Gäste"]


@given(st.text(max_size=60))
def test_any_text_can_be_checked(text: str) -> None:
    for found in words_to_check(text):
        assert 0 <= found.start < found.end <= len(text)
        assert text[found.start : found.end] == found.word
        right(found.word)

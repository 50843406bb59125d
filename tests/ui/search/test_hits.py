"""What a hit shows: the words marked where they stand, the part of the text around them."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.text import fold, matches, parse_query
from app.services.search import SearchHit
from ui.search.hits import SHOWN, find_marks, hit_row


def hit(text: str) -> SearchHit:
    return SearchHit(
        key=1,
        session_uid="s",
        session_title="Strategiegespräch Lindenviertel",
        date=dt.date(2026, 11, 20),
        plan_item_uid="q4",
        plan_item_title="Kooperationen",
        statement_uid="x",
        text=text,
        recorded_at=dt.datetime(2026, 11, 20, 16, tzinfo=dt.UTC),
    )


def marked(query: str, text: str) -> list[str]:
    row = hit_row(hit(text), query)
    return [row.text[start:end] for start, end in row.marks]


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("strasse", "In der Straße", ["Straße"]),
        ("straße", "STRASSE gesperrt", ["STRASSE"]),
        ("grun", "Grünflächen", ["Grün"]),
        ("beteiligung", "Bürgerbeteiligung", ["beteiligung"]),
        ("kita schule", "Schule neben der Kita", ["Schule", "Kita"]),
        ('"der kita"', "Schule neben der Kita", ["der Kita"]),
        ("aa", "aaaa", ["aaaa"]),
        ("u\u0308ber", "Gru\u0308n über", ["über"]),
        ("familie", "👩‍👩‍👧 Familien", ["Familie"]),
        ("nichts", "etwas", []),
    ],
)
def test_words_are_marked_where_they_stand(query: str, text: str, found: list[str]) -> None:
    assert marked(query, text) == found


def test_a_late_hit_is_shown_with_what_stands_around_it() -> None:
    text = "Anfang " + "und immer so weiter " * 40 + "bis zur Brücke am Fluss " + "danach " * 60
    row = hit_row(hit(text), "brücke")
    assert row.text.startswith("… ")
    assert row.text.endswith(" …")
    assert [row.text[start:end] for start, end in row.marks] == ["Brücke"]
    assert len(row.text) <= SHOWN + 4
    assert all(word in text for word in row.text.strip("… ").split())


PHRASE = " ".join(["die Nachbarschaft"] * 10)
"""Nearly as long as what is shown."""


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("brücke", "x" * 300 + "Brücke" + "x" * 300),
        (f'"{PHRASE}"', "Wort " * 11 + PHRASE + " Ende" * 40),
        (f'"{PHRASE}"', "Wort " * 80 + PHRASE + " Ende" * 40),
        ("brücke", "Wort " * 36 + "Fußgängerbrücke " + "Ende " * 40),
        ("wort brücke", "Wort " + "und " * 44 + "Fußgängerbrücke " + "Ende " * 40),
        ("wort brücke", "Wort" + "x" * 182 + "Brücke" + "x" * 100),
    ],
)
def test_a_hit_that_fits_is_never_cut_and_the_ellipsis_is_not_marked(query: str, text: str) -> None:
    row = hit_row(hit(text), query)
    words = [fold(row.text[start:end]) for start, end in row.marks]
    assert words
    assert set(words) <= set(parse_query(query))
    assert words[0] in fold(text)


@given(
    st.lists(st.text("abß", min_size=1, max_size=9), min_size=1, max_size=6),
    st.lists(st.integers(1, 60), min_size=4, max_size=8),
    st.text("ab ß", min_size=1, max_size=6),
)
def test_the_first_hit_is_shown_whole_wherever_it_stands(
    parts: list[str], counts: list[int], query: str
) -> None:
    text = " ".join(part * count for part, count in zip(parts, counts, strict=False))
    flat = " ".join(text.split())
    marks = find_marks(query, flat)
    row = hit_row(hit(text), query)
    body = row.text.removeprefix("… ").removesuffix(" …")
    assert len(row.text) <= SHOWN + 4
    assert body in flat
    if marks and marks[0][1] - marks[0][0] <= SHOWN:
        first = flat[slice(*marks[0])]
        assert row.text[slice(*row.marks[0])].rstrip() == first.rstrip()
    if body in flat and not flat.endswith(body):
        assert all(end <= len(row.text) - len(" …") for _, end in row.marks)


def test_a_hit_longer_than_what_is_shown_is_shown_from_its_beginning() -> None:
    row = hit_row(hit("Wort " * 40 + "a" * 400), "aa")
    assert row.marks == ((2, 2 + SHOWN),)
    assert row.text == f"… {'a' * SHOWN} …"


def test_the_line_below_says_where() -> None:
    row = hit_row(hit("Text"), "text")
    assert row.where == "Strategiegespräch Lindenviertel · 20.11.2026 · Kooperationen"
    assert row.accessible == f"Text, {row.where}"


@given(st.text(max_size=400), st.text(alphabet="aeß üs", min_size=1, max_size=4))
def test_marks_lie_in_the_text_and_say_the_words(text: str, query: str) -> None:
    flat = " ".join(text.split())
    marks = find_marks(query, flat)
    for start, end in marks:
        assert 0 <= start < end <= len(flat)
    assert all(a[1] < b[0] for a, b in pairwise(marks))
    if matches(query, flat) and fold(flat) == "".join(fold(character) for character in flat):
        words = "".join(fold(flat[start:end]) for start, end in marks)
        assert all(term in words for term in parse_query(query))

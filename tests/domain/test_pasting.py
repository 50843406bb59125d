"""What comes from the clipboard: tables, control characters, and everything that must stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.pasting import lines_of, pasted
from app.domain.text import Cleaned, clean

FAMILY = "👩\u200d👩\u200d👧\u200d👦"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Name\tOrt\r\nUte\tHamm\r\n", "Name · Ort\nUte · Hamm"),
        ("Ute\t\tHamm\t", "Ute · Hamm"),
        ("\tEingerückt", "Eingerückt"),
        ("\t\t", ""),
        ("Eins\r\nZwei\rDrei\u2029Vier", "Eins\nZwei\nDrei\nVier"),
        ("Zelle\x0bmit Umbruch", "Zelle\nmit Umbruch"),
        ("\n\nText\n", "Text"),
        ("a\x00b\x07c", "abc"),
        ("halb \ud83d, ganz 😀", "halb , ganz 😀"),
        (f"{FAMILY} und שלום \u200fעולם", f"{FAMILY} und שלום \u200fעולם"),
        ("A\u0308rger", "A\u0308rger"),
        ("  Leerzeichen  ", "  Leerzeichen  "),
        ("", ""),
    ],
)
def test_pasted(text: str, kept: str) -> None:
    assert pasted(text).text == kept


def test_what_was_left_out_is_counted_and_tabs_are_not() -> None:
    assert pasted("a\x00b\tc\ud800") == Cleaned("ab · c", 2)


@given(st.text())
def test_it_is_in_normal_form_and_stays_so(text: str) -> None:
    once = pasted(text).text
    assert clean(once).text == once
    assert pasted(once) == Cleaned(once, 0)
    assert "\t" not in once


def test_lines_are_those_that_say_something() -> None:
    assert lines_of("Eins\n\n  Zwei \n \nDrei\n") == ("Eins", "Zwei", "Drei")
    assert lines_of("Eins") == ("Eins",)
    assert lines_of(" \n ") == ()

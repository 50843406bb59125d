"""Normal form, folding, the meaning of a search and file names."""

from unicodedata import category, combining, normalize
from xml.parsers import expat

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.text import (
    MAX_FILE_NAME,
    after_editing,
    clean,
    clean_line,
    editor_form,
    file_name,
    fold,
    matches,
    parse_query,
    quoted,
    says,
    title_matches,
)

any_text = st.text(st.characters(exclude_categories=()), max_size=60)
"""Surrogates and control characters included."""

german = st.text("aäAÄsSßẞ „“\u00ad\u0308\u200b\ufeff\u00a0ﬁ1", max_size=20)


@pytest.mark.parametrize(
    ("raw", "text", "removed"),
    [
        ("a\r\nb\rc\u2028d\u2029e\u0085f", "a\nb\nc\nd\ne\nf", 0),
        ("aus\vWord\fkopiert", "aus\nWord\nkopiert", 2),
        ("a\tb", "a b", 0),
        ("\ufeffAnfang \ufeff Mitte", "Anfang \ufeff Mitte", 0),
        ("a\0b\x01c\x1bd\x7fe\x9ff", "abcdef", 5),
        ("x\ud800y\udfff", "xy", 2),
        ("x\ufffey\uffff\ufdd0\U0010ffff", "xy", 4),
        ("z.\u00a0B. 👩‍👩‍👧 שלום\u200f o\u0308 Donau\u00addampf", None, 0),
        ("", "", 0),
    ],
)
def test_clean(raw: str, text: str | None, removed: int) -> None:
    cleaned = clean(raw)
    assert cleaned.text == (raw if text is None else text)
    assert cleaned.removed == removed


@given(any_text)
@example("\0\ufeffx")
@example("\r\0\n")
def test_clean_text_is_final_and_fits_every_store(raw: str) -> None:
    text = clean(raw).text
    assert clean(text).text == text
    assert clean(text).removed == 0
    assert text.encode().decode() == text
    expat.ParserCreate().Parse(f"<t>{_escaped(text)}</t>", True)


@pytest.mark.parametrize("raw", ["a\0b", "a\vb", "a\ufffeb"])
def test_xml_refuses_what_was_not_cleaned(raw: str) -> None:
    with pytest.raises(expat.ExpatError):
        expat.ParserCreate().Parse(f"<t>{raw}</t>", True)


def test_clean_line_keeps_names_on_one_line() -> None:
    cleaned = clean_line("  Karin\r\nWeiß\0 \n")
    assert (cleaned.text, cleaned.removed) == ("Karin Weiß", 1)


def test_untouched_text_keeps_its_non_breaking_spaces() -> None:
    stored = "z.\u00a0B. 20\u00a0%"
    assert after_editing(stored, editor_form(stored)) == stored
    assert after_editing(stored, "z. B. 30 %") == "z. B. 30 %"


def _reference_fold(text: str) -> str:
    return "".join(
        c
        for c in normalize("NFKD", text.casefold())
        if not combining(c) and c not in "\u00ad\u200b\u200c\u200d\ufeff"
    )


@given(st.one_of(any_text, german))
@example("\u034f")
@example("שָׁלוֹם")
@example("Ⅷ ™ ﬁ")
def test_fold_is_the_documented_function(text: str) -> None:
    assert fold(text) == _reference_fold(text)


@pytest.mark.parametrize("plane", range(17))
def test_fold_agrees_for_every_character(plane: int) -> None:
    blocks = [range(start, start + 256) for start in range(plane << 16, (plane + 1) << 16, 256)]
    texts = [" ".join(map(chr, block)) for block in blocks]
    assert [text for text in texts if fold(text) != _reference_fold(text)] == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Straße", "STRASSE"),
        ("Grün", "grun"),
        ("u\u0308ber", "Über"),
        ("Bürger\u00adhaus", "bürgerhaus"),
    ],
)
def test_folded_equal_but_not_merely_lower(one: str, other: str) -> None:
    assert fold(one) == fold(other)
    assert one.lower() != other.lower()


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("Bürger  beteiligung", ("burger", "beteiligung")),
        ('"Runder Tisch" Köln', ("runder tisch", "koln")),
        ("„Runder Tisch“ jetzt", ("runder tisch", "jetzt")),
        ("»Runder Tisch«", ("runder tisch",)),
        ("“Runder Tisch”", ("runder tisch",)),
        ('„Runder Tisch"', ("runder tisch",)),
        ('"noch nicht zu', ("noch nicht zu",)),
        ('Rohr 5" lang', ("rohr", '5"', "lang")),
        ('""', ()),
        ('" "', ()),
        ("\u0308 \u00ad", ()),
        ("", ()),
    ],
)
def test_parse_query(query: str, terms: tuple[str, ...]) -> None:
    assert parse_query(query) == terms


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("beteiligung", "Die Bürgerbeteiligung", True),
        ("tisch runder", "Ein runder Tisch", True),
        ('"tisch runder"', "Ein runder Tisch", False),
        ("strasse", "Große Straße", True),
        ("strasse fehlt", "Große Straße", False),
        ("*", "kein Stern", False),
        ("", "alles", False),
    ],
)
def test_matches(query: str, text: str, found: bool) -> None:
    assert matches(query, text) is found


@given(german, german)
def test_words_without_quotes_are_folded_substrings(query: str, text: str) -> None:
    words = query.replace("„", "").replace("“", "").split()
    terms = [fold(word) for word in words if fold(word)]
    expected = bool(terms) and all(term in fold(text) for term in terms)
    assert matches(" ".join(words), text) is expected


@given(any_text, any_text)
def test_a_part_of_a_text_is_found_as_a_phrase(part: str, around: str) -> None:
    part = part.replace('"', "")
    if fold(part).strip() and not part.isspace():
        assert matches(f'"{part}"', f"{around} {part} {around}")


def test_title_matches() -> None:
    assert title_matches("gesprach hamm", "Strategiegespräch Hamm")
    assert title_matches(" HAMM ", "Strategiegespräch Hamm")
    assert not title_matches("Köln", "Strategiegespräch Hamm")
    assert not title_matches(" ", "Strategiegespräch Hamm")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Strategiegespräch Köln-Süd", "Strategiegespräch Köln-Süd"),
        ("Gespra\u0308ch", "Gespräch"),
        ("Hamm/Westf.: „Wer zahlt?“", "Hamm-Westf.-„Wer zahlt“"),
        ("a\\b|c * d <e>", "a-b-c d e"),
        ("  .. Ende. . ", "Ende"),
        ("CON", "_CON"),
        ("con.2026", "_con.2026"),
        ("LPT1 .x", "_LPT1 .x"),
        ("Konrad", "Konrad"),
        ("a\0\nb\u202ec", "a bc"),
        ("???", "Quartiersdialog"),
        ("", "Quartiersdialog"),
    ],
)
def test_file_name(text: str, name: str) -> None:
    assert file_name(text) == name


@pytest.mark.parametrize(
    ("part", "is_said"),
    [
        ("Schulung der Lesepaten", True),
        ("SCHULUNG, der Lesepaten.", True),
        ("Grüne Höfe", True),
        ("Lesepaten", True),
        ("Lese", False),
        ("der Schulung", False),
        ("", False),
        ("–", False),
    ],
)
def test_whether_words_were_said_already(part: str, is_said: bool) -> None:
    assert says("A + B: Schulung der Lesepaten; gru\u0308ne Ho\u0308fe", part) is is_said


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Wer kommt?", "„Wer kommt?“"),
        (" Wer {kommt}? ", "„Wer {kommt}?“"),
        ("'s kommt wer", "„'s kommt wer“"),
        ("Er sagte „nein“", "„Er sagte „nein““"),
        *(
            (text, text)
            for text in ("„Ja“", "“Ja”", '"Ja"', "»Ja«", "›Ja‹", "„Ja“, sagte sie", "„")
        ),
    ],
)
def test_a_quote_gets_one_pair_of_marks(typed: str, shown: str) -> None:
    assert quoted(typed, "„{text}“") == shown


def test_file_name_has_a_fallback_of_the_caller() -> None:
    assert file_name(":", fallback="Protokoll") == "Protokoll"


@given(
    st.one_of(any_text, st.text(min_size=100, max_size=400), st.text("CON. 1äé😀/", max_size=300))
)
def test_file_names_are_accepted_everywhere(text: str) -> None:
    name = file_name(text)
    assert 0 < len(name) <= MAX_FILE_NAME + 1
    assert len(name.encode()) + len(".session.json") <= 255
    assert not set(name) & set('<>:"/\\|?*')
    assert name == name.strip(" .")
    assert not any(category(c).startswith("C") for c in name)
    assert name.partition(".")[0].rstrip().lower() not in {"con", "nul", "aux", "prn", "com1"}


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")

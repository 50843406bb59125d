import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.typography import quoted_words, typeset


def typed(keys: str) -> str:
    """What stands there after these keys, one by one."""
    text = ""
    for key in keys:
        text += key
        found = typeset(text)
        if found is not None:
            assert text.endswith(found.typed)
            text = text.removesuffix(found.typed) + found.instead
    return text


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ('Er sagt "ja" und geht', "Er sagt „ja“ und geht"),
        ('"Gute Aussicht" eG', "„Gute Aussicht“ eG"),
        ('("so"), "und" so', "(„so“), „und“ so"),
        ('zwei\n"Zeilen"', "zwei\n„Zeilen“"),
        ("geht's so'n Ding", "geht’s so’n Ding"),
        ("'s ist 5'", "'s ist 5'"),
        ("Haus - Hof -- Tür", "Haus – Hof – Tür"),
        ("Haus- und Hof-Tür, 3-4", "Haus- und Hof-Tür, 3-4"),
        ("- Punkt", "- Punkt"),
        ("und dann ... oder...", "und dann … oder…"),
        ("....", "…."),
        ("#thema'x /art'y @k'w", "#thema'x /art'y @k'w"),
    ],
)
def test_what_is_typed_and_what_stands_there(keys: str, text: str) -> None:
    assert typed(keys) == text


def test_a_quotation_mark_can_be_a_sign() -> None:
    assert typeset('"', quote_sign=True) is None
    assert typeset("geht'", quote_sign=True) is not None


@given(st.text(alphabet="a .-'\"@\n\ufffc", max_size=30))
def test_only_what_was_typed_is_replaced(text: str) -> None:
    found = typeset(text)
    assert found is None or (text.endswith(found.typed) and found.typed != found.instead)


@pytest.mark.parametrize(
    ("line", "end"),
    [
        ('"Wir" sagen alle', 4),
        ('"Wir"', None),
        ('"Wir".', None),
        ('"Wir sagen', None),
        ('"" x', None),
        ('"Wir" – ', 4),
    ],
)
def test_quoted_words_at_the_beginning_of_a_sentence(line: str, end: int | None) -> None:
    assert quoted_words(line, 0) == end

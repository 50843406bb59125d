"""Texts of every class of code points, and what the normal form makes of each.

The normal form is written down here a second time, character by character from its definition, so
that a fault in the program's own is found.
"""

import random
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

BREAKS = frozenset("\n\r\x0b\x0c\x85\u2028\u2029")
SEQUENCES = (
    *(
        "👩‍👩‍👧‍👦",
        "🏳️‍🌈",
        "🇩🇪",
        "A\u0308",
        "o\u0302\u0323",
        "שלום",
        "مرحبا",
        "\u202eneba\u202c",
        "ﬃ",
        "ß",
        "İ",
    ),
    *(
        "a\r\nb",
        "a\rb",
        "a\x0bb",
        "\ufeffa",
        "a\ufeffb",
        "\x00",
        "\ud83d",
        "\udc00\ud800",
        "\ufffe",
    ),
    *(
        "\u00a0",
        "\u00ad",
        "\u200b",
        "]]>",
        "<w:p/>",
        "&amp;",
        "=1+1",
        "_x000D_",
        "\x1b[31m",
        "\U0010ffff",
    ),
)
BESIDE = "a{}b"
"""Between two letters: at the edges a class might be trimmed away."""


def classes() -> dict[str, list[int]]:
    """All code points by general category."""
    found: dict[str, list[int]] = defaultdict(list)
    for code in range(sys.maxunicode + 1):
        found[unicodedata.category(chr(code))].append(code)
    return found


def texts(each: int | None) -> Iterator[str]:
    """Texts with ``each`` code points of every class, or all of them; and what breaks programs."""
    yield from (BESIDE.format(sequence) for sequence in SEQUENCES)
    yield BESIDE.format("\n".join(SEQUENCES))
    rng = random.Random("characters")
    for codes in classes().values():
        chosen = codes if each is None else rng.sample(codes, min(each, len(codes)))
        for start in range(0, len(chosen), 100):
            part = chosen[start : start + 100]
            yield BESIDE.format("x".join(map(chr, part)))


def normal_form(text: str) -> str:
    """What the program has to keep of a text."""
    text = text.replace("\r\n", "\n")
    kept = "".join(_kept(sign) for sign in text)
    return kept.lstrip("\ufeff")


def _kept(sign: str) -> str:
    if sign in BREAKS:
        return "\n"
    if sign == "\t":
        return " "
    code = ord(sign)
    no_character = 0xFDD0 <= code <= 0xFDEF or code & 0xFFFE == 0xFFFE
    return "" if no_character or unicodedata.category(sign) in ("Cc", "Cs") else sign

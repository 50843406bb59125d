"""Words of a text with their places, in a form in which spellings of a name compare equal."""

import re
from dataclasses import dataclass
from unicodedata import normalize

from app.domain.text import fold

_LETTER = r"[^\W\d_]"
_INSIDE = r"[\u0300-\u036f\u00ad\u200b-\u200d]"
_WORD = re.compile(rf"{_LETTER}(?:{_LETTER}|{_INSIDE}|['’\u02bc`\u00b4](?={_LETTER}))*['’\u02bc]?")
_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_NO_LETTER = re.compile(r"[^a-z]+")
_LONGEST_MISTYPED = 60
"""Letters; no name is longer. What is left of a long word takes its length squared of memory."""


@dataclass(frozen=True, slots=True)
class Token:
    """One word: where it stands, what it says, its ``key``, and what stands before it."""

    start: int
    end: int
    text: str
    key: str
    gap: str
    """What stands between the word before and this one."""

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def has_apostrophe(self) -> bool:
        """Whether an apostrophe stands behind it, as in "Weiß’ Vorschlag"."""
        return self.text[-1:] in "'’\u02bc"


def key_of(word: str) -> str:
    """What spellings of a name have in common: "Weiß", "WEISS" and "Weiss'" are one key."""
    if word.isascii():
        return _NO_LETTER.sub("", word.lower())
    folded = normalize("NFC", word).casefold().translate(_UMLAUTS)
    return fold(folded).replace("'", "").replace("’", "").replace("\u02bc", "").strip("`\u00b4")


class Tokens:
    """Cuts texts into words; keys are worked out once for each different word."""

    def __init__(self) -> None:
        self._keys: dict[str, str] = {}

    def of(self, text: str) -> list[Token]:
        """The words of ``text`` in order."""
        result = []
        end, keys = 0, self._keys
        for match in _WORD.finditer(text):
            word = match[0]
            key = keys.get(word)
            if key is None:
                key = keys[word] = key_of(word)
            start = match.start()
            result.append(Token(start, match.end(), word, key, text[end:start]))
            end = match.end()
        return result

    def words(self, text: str) -> list[str]:
        """Only the words as they stand there; much quicker than ``of``."""
        return _WORD.findall(text)


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter was left out, added, exchanged, or two neighbours were swapped."""
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    at = 0
    while at < min(len(one), len(other)) and one[at] == other[at]:
        at += 1
    rest, others = one[at:], other[at:]
    if len(rest) != len(others):
        return rest[1:] == others or rest == others[1:]
    return rest[1:] == others[1:] or (rest[:2] == others[:2][::-1] and rest[2:] == others[2:])


def without_one_letter(key: str) -> set[str]:
    """The key and all that is left of it without one of its letters; of a long one only itself."""
    if len(key) > _LONGEST_MISTYPED:
        return {key}
    return {key, *(key[:at] + key[at + 1 :] for at in range(len(key)))}

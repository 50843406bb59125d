"""Which words of a text are checked for spelling, and what makes a German word right.

The dictionary knows single words. What people write in minutes is more: compounds nobody has put
into a dictionary, gender forms, half words with a hyphen, abbreviations. Marking a right word costs
a note-taker more than missing a wrong one, so in doubt a word is right.
"""

import re
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

Known = Callable[[str], bool]
"""Whether a dictionary holds exactly this word."""

MAX_WORD = 100
"""Longer runs of letters are no words."""

_CHUNK = re.compile(r"[^\s\u00a0\ufffc]+")
_EDGES = "„“”\"»«‚‘’'›‹()[]{}<>.,;:!?…–—-*/+=&%§_|~•·"
_OPENING = _EDGES.replace("-", "").replace("/", "")
_CLOSING = _EDGES.replace("-", "")
"""A hyphen at either end belongs to the word: "Haus- und Hoftür", "Bürger/-innen"."""
_ADDRESS = re.compile(
    r"://|@|^www\.|\\|^[\w-]+(\.[\w-]+)*\.(de|org|com|net|eu|info)\b", re.IGNORECASE
)
_SHORTHAND = re.compile(r"^[@#/*;\"]")
_SHORT_NAME = re.compile(r"^[a-zäöüß]{1,4}:$")
"""Initials before what somebody says: ``kw:``."""
_GENDER = re.compile(r"[*:_·]|(?<=\w)/-?(?=in\b|innen\b|r\b|n\b|e\b)|[()]")
_GENDER_ENDINGS = {"in", "innen", "r", "e", "n", "m", "s", "er", "es", "en", "em"}
_BETWEEN = re.compile("[/–—]")
_INNER_I = re.compile(r"(?<=[a-zäöüß])In(?=nen|$)")
_APOSTROPHE = re.compile("[’'`]")
_SHORTENED = {"", "s", "n", "ne", "nen", "ner", "nem", "m", "r", "ran", "rum", "rein", "raus"}
"""What may stand behind an apostrophe: "geht’s", "so’n"."""
_SPELLED = re.compile(r"[^\W\d_]{2}")
_DIGIT = re.compile(r"\d")
_ABBREVIATIONS_TEXT = """
abs art aufl bd bes bez bspw bzgl bzw ca dergl dgl dr ebd ehem etc ev evtl exkl fam ff geb gem
ges gest ggf gez hg hl hr hrsg inkl insb insbes jg jh jhd kath kl lfd lt ltd max mind min mio
mrd mtl nr obj orga prof rd rel resp s.o sog soz st std str tel tgl tsd u ua usf usw v verh vgl
vll vllt vorl vs vt z zb zt zw zzgl zzt jan feb apr aug sept okt nov dez mo di mi do fr sa so eg
ggmbh wfbm okay
"""
_ABBREVIATIONS = frozenset(_ABBREVIATIONS_TEXT.split())
_NOUNS_TOO_TEXT = """
arbeit essen fest folge frage garten gruppe hilfe kasse kreis lage laden leben messe netz ort
pflege plan platz projekt rat raum reihe reise runde sache schule sorge stelle stellen stunde
suche tafel treff treffen treffs weg wege werk werke wesen zeit
"""
_NOUNS_TOO = frozenset(_NOUNS_TOO_TEXT.split())
"""Ends of compounds that are forms of verbs as well."""
_LINKS = ("s", "es", "")
"""Letters that join the parts of a compound and belong to none."""
_SIGN = 6
"""The longest name of capital letters."""
_PART = 4
"""A part of a compound has at least so many letters."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word to check and where it stands: indices of characters."""

    start: int
    end: int
    word: str


def words_to_check(text: str) -> Iterator[Found]:
    """The words of ``text`` that can be wrong at all.

    Numbers, addresses, shorthand signs and names in it, and single letters are left out.
    """
    for chunk in _CHUNK.finditer(text):
        raw = chunk.group()
        if _ADDRESS.search(raw) or _SHORTHAND.match(raw) or _SHORT_NAME.match(raw):
            continue
        left = raw.lstrip(_OPENING)
        word = left.rstrip(_CLOSING)
        if "(" in word[1:] and ")" not in word and left[len(word) :].startswith(")"):
            word += ")"  # the bracket of "Bürger(innen)" belongs to the word
        start = chunk.start() + len(raw) - len(left)
        if not 1 < len(word) <= MAX_WORD or not _SPELLED.search(word) or _DIGIT.search(word):
            continue
        if _is_abbreviation(word, left[len(word) :]):
            continue
        yield Found(start, start + len(word), word)


def is_right(word: str, known: Known, own: Collection[str] = ()) -> bool:
    """Whether a word of ``words_to_check`` is spelled right.

    ``own`` are words that are right here beside the dictionary: names and the series' own words.
    They count with a genitive s and as parts of compounds, too.
    """
    return _Checker(known, own).right(word)


class _Checker:
    def __init__(self, known: Known, own: Collection[str]) -> None:
        self._dictionary = known
        self._own = own

    def right(self, word: str) -> bool:
        """Try the whole word, then each way in which it can be made of others."""
        if self._single(word):
            return True
        if _INNER_I.search(word):
            return self.right(_INNER_I.sub("in", word))
        if _GENDER.search(word):
            return self._gender(word)
        for sign in "/–—":
            if sign in word:
                return all(self.right(part.strip("-")) for part in word.split(sign) if part)
        if "-" in word:
            return all(self._half(part) for part in word.split("-") if part)
        return self._shortened(word) or self._compound(word, 2)

    def _shortened(self, word: str) -> bool:
        """Such as "geht’s" and "hab’"."""
        apostrophe = _APOSTROPHE.search(word)
        if apostrophe is None:
            return False
        before, after = word[: apostrophe.start()], word[apostrophe.end() :]
        return after in _SHORTENED and any(map(self._single, (before, f"{before}e")))

    def _known(self, word: str) -> bool:
        if word in self._own or self._dictionary(word):
            return True
        return word.endswith("s") and word[:-1] in self._own

    def _single(self, word: str) -> bool:
        """A word of the dictionary, a sign of capitals ("EKD", "LKWs"), or one letter."""
        capitals = word.removesuffix("s")
        sign = capitals.isupper() and len(capitals) <= _SIGN
        return len(word) == 1 or sign or self._known(word)

    def _half(self, part: str) -> bool:
        """A part between hyphens: also what stands only before others ("Beteiligungs-")."""
        forms = (part, part.capitalize(), part.removesuffix("s"))
        return (
            any(map(self._single, forms))
            or self._compound(part, 2)
            or (part.endswith("s") and self._compound(part[:-1], 2))
        )

    def _gender(self, word: str) -> bool:
        """For "Bürger*innen", "Kolleg:innen", "Bürger(innen)", "jede*r": one form is right."""
        joined = _GENDER.sub("", word)
        if self._single(joined) or self._compound(joined, 2):
            return True
        parts = [part.strip("-") for part in _GENDER.split(word) if part]
        return all(part in _GENDER_ENDINGS or self.right(part) for part in parts if part)

    def _compound(self, word: str, depth: int) -> bool:
        """Two or more nouns in one: "Quartiersbüro"; also with an ending word: "ortsbezogen"."""
        if len(word) < 2 * _PART or not word.isalpha():
            return False
        noun = word[0].isupper()
        for at in range(_PART, len(word) - _PART + 1):
            head, tail = word[:at], word[at:]
            if not self._is_tail(tail, noun=noun) and not (
                depth > 1 and self._compound(tail.capitalize() if noun else tail, depth - 1)
            ):
                continue
            if self._is_head(head.capitalize()):
                return True
        return False

    def _is_tail(self, tail: str, *, noun: bool) -> bool:
        """Nouns only behind nouns: "Nachbarschafft" is not "Nachbar" and "schafft"."""
        if noun:
            return self._known(tail.capitalize()) and (
                tail in _NOUNS_TOO or not self._dictionary(tail)
            )
        return len(tail) > _PART and self._dictionary(tail)

    def _is_head(self, head: str) -> bool:
        for link in _LINKS:
            stem = head.removesuffix(link)
            if head.endswith(link) and len(stem) >= _PART and self._is_noun(stem):
                return True
        return False

    def _is_noun(self, word: str) -> bool:
        return self._known(word) and not self._dictionary(word.lower())


def _is_abbreviation(word: str, behind: str) -> bool:
    """Such as "z. B.", "e.V", "bzw."."""
    folded = word.lower()
    return "." in word.strip(".") or folded in _ABBREVIATIONS or (len(word) == 1 and behind != "")

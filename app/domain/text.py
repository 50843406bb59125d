"""Text as it is kept, found and used in file names: one definition of each for the whole program.

The *normal form* of a text, which every text has before it is stored:

* line breaks are LF; CRLF, CR, NEL, U+2028, U+2029, vertical tab and form feed become LF
  (a paste from Word brings vertical tabs), TAB becomes a space, a leading byte order mark goes;
* what no document may hold is taken out: other control characters (NUL too), lone surrogates
  and Unicode non-characters such as U+FFFE;
* everything else stays as it was typed: joiners, soft hyphens, right-to-left text and its marks,
  decomposed umlauts, emoji – and non-breaking spaces.

Qt's text fields hand back non-breaking spaces as spaces. They are kept all the same, because a
text from elsewhere must survive import and export; ``after_editing`` keeps an untouched text
from being written again without them.
"""

import re
from dataclasses import dataclass
from unicodedata import category, combining, normalize

MAX_FILE_NAME = 120
"""Longest file name in characters, without the ending."""

_MAX_FILE_NAME_BYTES = 230

_UNUSUAL = re.compile("[^ -~\n\u00a0-\u2027\u202a-\ud7ff]")
_LINE_BREAK = re.compile("\r\n|[\r\u0085\u2028\u2029]")
_PAGE_BREAK = re.compile("[\v\f]")
_FORBIDDEN = re.compile(
    "[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
    + "]"
)

_WORD = re.compile(r"\w+")

_IGNORED = "\u00ad\u200b\u200c\u200d\ufeff"
_IGNORED_OR_ACCENT = re.compile(f"[\u0300-\u034e\u0350-\u036f{_IGNORED}]+")
"""Faster than asking for each character; U+034F is the one of its block that does not combine."""
_PERHAPS_COMBINING = re.compile("[^\0-\u036f\u2000-\u20cf]")

_QUOTES = {'"': '"', "„": '“”"', "“": "”“", "»": "«", "«": "»"}
"""Opening marks of a phrase with the marks that may close it."""

_QUOTATION_MARKS = tuple('„“‟”"»«›‹')
"""What a quotation may begin with; single marks are apostrophes more often."""

_RESERVED = {"con", "prn", "aux", "nul", "conin$", "conout$"} | {
    f"{port}{digit}" for port in ("com", "lpt") for digit in "0123456789¹²³"
}
"""Devices of Windows; a file may not be called so, whatever its ending."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A text in its normal form and how many characters could not stay as they were.

    ``removed`` counts what was taken out or had to be replaced, not different line breaks,
    tabs and byte order marks, which lose nothing.
    """

    text: str
    removed: int


def clean(text: str) -> Cleaned:
    """``text`` in the normal form described above. Cleaning twice changes nothing more."""
    if not _UNUSUAL.search(text):
        return Cleaned(text, 0)
    text = _LINE_BREAK.sub("\n", text)
    text, breaks = _PAGE_BREAK.subn("\n", text.replace("\t", " "))
    text, removed = _FORBIDDEN.subn("", text)
    return Cleaned(text.lstrip("\ufeff"), breaks + removed)


def clean_line(text: str) -> Cleaned:
    """Like ``clean`` for names and titles: one line, no white space around it."""
    cleaned = clean(text)
    return Cleaned(cleaned.text.replace("\n", " ").strip(), cleaned.removed)


def editor_form(text: str) -> str:
    """What a text field of Qt gives back for a text in normal form that nobody touched."""
    return text.replace("\u00a0", " ")


def after_editing(before: str, edited: str) -> str:
    """The text to keep after editing: ``before`` itself if nothing but Qt changed it."""
    return before if editor_form(before) == edited else edited


def fold(text: str) -> str:
    """``text`` for comparing and searching: without case, accents and invisible characters.

    "Straße" and "STRASSE", "Grün" and "grun" become equal. Index and query both use this.
    """
    if text.isascii():
        return text.lower()
    folded = _IGNORED_OR_ACCENT.sub("", normalize("NFKD", text.casefold()))
    if not _PERHAPS_COMBINING.search(folded):
        return folded
    return "".join(c for c in folded if not combining(c))


def says(text: str, part: str) -> bool:
    """Whether ``text`` holds the words of ``part`` one after the other, compared folded.

    What stands between words does not count, half a word does not either.
    """
    words = _spaced(part)
    return not words.isspace() and words in _spaced(text)


def _spaced(text: str) -> str:
    words = " ".join(_WORD.findall(fold(text)))
    return f" {words} "


def quoted(text: str, template: str) -> str:
    """``text`` in the quotation marks of ``template`` ("„{text}“"), unless typed with some.

    A text that begins with a mark has its marks already, wherever they close: a second pair
    around „Ja“, sagte sie would be wrong.
    """
    text = text.strip()
    return text if text.startswith(_QUOTATION_MARKS) else template.format(text=text)


def parse_query(query: str) -> tuple[str, ...]:
    """The folded terms of a search: words, and phrases in "…", „…“, “…” or »…«.

    A phrase keeps its white space; one that is not closed yet reaches to the end.
    """
    terms = []
    rest = query.lstrip()
    while rest:
        term, rest = _next_term(rest)
        if not term.isspace():
            terms.append(fold(term))
        rest = rest.lstrip()
    return tuple(term for term in terms if term)


def matches(query: str, text: str) -> bool:
    """Whether a search for ``query`` finds ``text``: every term is part of the folded text.

    This is what the index must agree with. A query without any term finds nothing.
    """
    terms = parse_query(query)
    folded = fold(text)
    return bool(terms) and all(term in folded for term in terms)


def title_matches(part: str, title: str) -> bool:
    """Whether ``part``, typed to name a session, is a folded part of its title."""
    folded = fold(part.strip())
    return bool(folded) and folded in fold(title)


def file_name(text: str, *, fallback: str = "Quartiersdialog") -> str:
    """``text`` as a file name, without ending, that Windows, macOS and Linux all accept.

    Umlauts stay (composed), separators become hyphens, forbidden and invisible characters go.
    ``fallback`` is used when nothing is left.
    """
    name = re.sub(r"\s*[/\\:|]\s*", "-", normalize("NFC", clean_line(text).text))
    name = re.sub(r'[<>"?*]', "", name)
    name = "".join(c for c in re.sub(r"\s+", " ", name) if not category(c).startswith("C"))
    name = _shortened(name.strip(" .-"))
    if fold(name.partition(".")[0].rstrip()) in _RESERVED:
        name = f"_{name}"
    return name or fallback


def to_utf16(text: str, at: int) -> int:
    """Qt's position for the index ``at``: an emoji counts as two there."""
    if text.isascii():  # which a string knows of itself: asked for at every key
        return min(at, len(text))
    return len(text[:at].encode("utf-16-le", "surrogatepass")) // 2


def from_utf16(text: str, position: int) -> int:
    """The index in ``text`` for a position of Qt."""
    if text.isascii():
        return min(position, len(text))
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) == 2 * len(text):  # nothing that counts as two
        return min(position, len(text))
    return len(units[: 2 * position].decode("utf-16-le", "surrogatepass"))


def _next_term(query: str) -> tuple[str, str]:
    """The first word or phrase and what follows it; ``query`` starts with no white space."""
    closing = _QUOTES.get(query[0])
    if closing is None:
        parts = query.split(maxsplit=1)
        return parts[0], parts[1] if len(parts) > 1 else ""
    ends = [at for mark in closing if (at := query.find(mark, 1)) > 0]
    end = min(ends, default=len(query))
    return query[1:end], query[end + 1 :]


def _shortened(name: str) -> str:
    shortened = name[:MAX_FILE_NAME].encode()[:_MAX_FILE_NAME_BYTES].decode(errors="ignore")
    return shortened.rstrip(" .-")

"""Two wordings as one text: new words underlined, old ones struck through."""

from html import escape

from app.domain.history import Word, word_differences

_MARKUP = {
    Word.KEPT: "{}",
    Word.REMOVED: "<s>{}</s> ",
    Word.ADDED: "<b><u>{}</u></b>",
}
"""Struck through and underlined: read without colour, and on paper."""


def word_marks(before: str, after: str) -> str:
    """Rich text of the two wordings."""
    pieces = word_differences(before, after)
    marked = "".join(_MARKUP[word].format(escape(text)) for word, text in pieces)
    return marked.replace("\n", "<br>")

"""Puts the form in which somebody may be named into a sentence, so that it can be read."""

import re
from collections.abc import Iterable

from app.domain.names.words import DATIVE

_ARTICLES = {"eine": "einer", "ein": "einem"}
_LAST_WORD = re.compile(r"(\w+)\s+$")
_OWNED = re.compile(r"\s+((?:[a-zäöüß]\S*\s+){0,1}[A-ZÄÖÜ][\w\-]*)")


def replaced(text: str, start: int, end: int, form: str, *, genitive: bool = False) -> str:
    """``text`` with ``form`` instead of the characters from ``start`` to ``end``.

    An article follows the preposition before it ("mit einer Kirchengemeinde"). A genitive would
    leave two nouns side by side: what is owned comes first, the form in brackets behind it.
    """
    before, after = text[:start], text[end:]
    owned = _OWNED.match(after) if genitive else None
    if owned:
        return f"{before}{owned[1]} ({form}){after[owned.end() :]}"
    return f"{before}{_fitting(form, before)}{after}"


def all_replaced(text: str, changes: Iterable[tuple[int, int, str, bool]]) -> str:
    """Several at once: start, end, form and whether it is a genitive; none overlap."""
    for start, end, form, genitive in sorted(changes, reverse=True):
        text = replaced(text, start, end, form, genitive=genitive)
    return text


def _fitting(form: str, before: str) -> str:
    last = _LAST_WORD.search(before)
    if last and last[1].lower() in DATIVE:
        return _in_dative(form)
    begins = not before.strip() or before.rstrip()[-1:] in ".!?:"
    return form[:1].upper() + form[1:] if begins else form


def _in_dative(form: str) -> str:
    """As in "eine Kirchengemeinde" – "einer Kirchengemeinde"; names stay as they are."""
    words = form.split(" ")
    bent = []
    for at, word in enumerate(words):
        previous = words[at - 1] if at else ""
        if previous in _ARTICLES and word.islower() and word.endswith(("e", "er", "es")):
            bent.append(re.sub(r"(?:er|es|e)$", "en", word))
        else:
            bent.append(_ARTICLES.get(word, word))
    return " ".join(bent)

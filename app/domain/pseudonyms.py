"""Pseudonyms: letters instead of names, A to Z, then AA."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def letters(number: int) -> str:
    """The letters of the ``number``-th person, from 1 on."""
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, len(_LETTERS))
        found = _LETTERS[rest] + found
    return found

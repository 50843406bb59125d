"""German quotation marks, dashes and ellipses in place of what a keyboard has, as they are typed.

Each rule looks at what stands before the cursor once a key was typed. Pasted text is nobody's
typing and is not looked at.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Typeset:
    """``typed`` stands right before the cursor; ``instead`` is to stand there."""

    typed: str
    instead: str


_OPENS_AFTER = "([{/–—-"
_DASH = re.compile(r"\S (--?) $")
_DOTS = re.compile(r"(?<!\.)\.\.\.$")
_SIGN = re.compile(r"(?:^|\s)[@#/]\S*$")
"""Shorthand that is still being typed."""


def typeset(before: str, *, quote_sign: bool = False) -> Typeset | None:
    """What the last of the characters ``before`` the cursor turns into, None for nothing.

    ``quote_sign``: a quotation mark is a sign of the shorthand in this line and stays one.
    """
    if not before or _SIGN.search(before):
        return None
    last = before[-1]
    if last == '"':
        return None if quote_sign else Typeset('"', _quotation_mark(before[:-1]))
    if last == "'" and before[-2:-1].isalpha():
        return Typeset("'", "’")
    if last == "." and _DOTS.search(before):
        return Typeset("...", "…")
    dash = _DASH.search(before) if last == " " else None
    return Typeset(f"{dash.group(1)} ", "– ") if dash else None


def quoted_words(line: str, start: int) -> int | None:
    """Where the quotation ends that begins at ``start`` and turned out to be part of a sentence.

    As in ``"Wir" sagen alle``: the first sign was none of the shorthand, so both become
    quotation marks. None: nothing follows yet, or nothing was quoted.
    """
    end = line.find('"', start + 1)
    said, behind = line[start + 1 : end].strip(), line[end + 1 :].strip(" .,;:!?…")
    return end if line[start : start + 1] == '"' and end > start and said and behind else None


def _quotation_mark(before: str) -> str:
    opens = not before or before[-1].isspace() or before[-1] in _OPENS_AFTER
    return "„" if opens else "“"

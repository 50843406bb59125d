"""Text blocks: texts that a series needs again and again, behind a short name.

``;fw`` stands for the block "fw". German never writes a semicolon at the beginning of a line or
behind a space with a letter right after it, so nothing that is only text is ever taken for a name.
A name is complete when something follows that cannot belong to it: a space, a full stop, Enter.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from app.domain.text import fold

SIGN = ";"
MAX_BLOCK_NAME = 30
MAX_BLOCK = 5_000

_NAME = rf"[^\W_][\w-]{{0,{MAX_BLOCK_NAME - 1}}}"
_WHOLE = re.compile(_NAME)
_BEFORE = re.compile(rf"(?:^|(?<=[\s\u00a0(„“\"»])){SIGN}({_NAME})$")
_TYPING = re.compile(rf"(?:^|(?<=[\s\u00a0(„“\"»])){SIGN}([\w-]{{0,{MAX_BLOCK_NAME}}})$")
_LOOKED_AT = MAX_BLOCK_NAME + 2
"""So many characters before the cursor decide."""


@dataclass(frozen=True, slots=True)
class TextBlockView:
    """A text block of a series (Textbaustein)."""

    uid: str
    name: str
    text: str


@dataclass(frozen=True, slots=True)
class FoundBlock:
    """A written name and the block it stands for; ``start`` is where its sign stands."""

    start: int
    block: TextBlockView


def is_block_name(text: str) -> bool:
    """Letters and digits, hyphens between them: what ends a name cannot be in it."""
    return _WHOLE.fullmatch(text) is not None


def ends_name(typed: str) -> bool:
    """Whether a character that is typed cannot belong to a name."""
    return bool(typed) and not re.fullmatch(r"[\w-]", typed)


def block_before(text: str, cursor: int, blocks: Iterable[TextBlockView]) -> FoundBlock | None:
    """The block whose whole name ends at ``cursor``."""
    start = max(0, cursor - _LOOKED_AT)
    found = _BEFORE.search(text[start:cursor])
    if found is None or (start and found.start() == 0):
        return None  # cut out of something longer
    wanted = fold(found[1])
    block = next((block for block in blocks if fold(block.name) == wanted), None)
    return FoundBlock(start + found.start(), block) if block is not None else None


def name_being_typed(text: str, cursor: int) -> str | None:
    """What stands of a name before ``cursor``, without its sign; None if it is none."""
    start = max(0, cursor - _LOOKED_AT)
    found = _TYPING.search(text[start:cursor])
    return None if found is None or (start and found.start() == 0) else found[1]


def fitting(blocks: Iterable[TextBlockView], begun: str) -> list[TextBlockView]:
    """The blocks whose names begin so, in their order."""
    wanted = fold(begun)
    return [block for block in blocks if fold(block.name).startswith(wanted)]


def free_name(name: str, taken: Collection[str]) -> str:
    """``name``, or one beside it: ``taken`` are folded names."""
    if fold(name) not in taken:
        return name
    for number in range(2, len(taken) + 3):
        end = f"-{number}"
        other = f"{name[: MAX_BLOCK_NAME - len(end)]}{end}"
        if fold(other) not in taken:
            return other
    raise AssertionError(name)


def proposed_name(text: str, taken: Collection[str]) -> str:
    """A short name for a text: the first letters of its first words."""
    words = re.findall(r"[^\W\d_]+", text)[:3]
    return free_name("".join(word[0].lower() for word in words) or "tb", taken)

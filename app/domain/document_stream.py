"""Reads a JSON object member by member, and long lists in it element by element.

A session document may be as large as memory; what is needed of it at any time is one statement, or
one photo.
The standard decoder does the work, on as much text as the next value takes.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator, Mapping
from json import JSONDecodeError, JSONDecoder
from typing import IO, Any, TypeAlias

CHUNK = 1 << 17

_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_FOLLOWING = re.compile(r"[ \t\n\r]*,[ \t\n\r]*(?=[^ \t\n\r])")
"""A comma up to the value behind it, if all of that is in memory."""
_AFTER_NUMBER = frozenset(" \t\n\r,]}")


Lists: TypeAlias = "Mapping[str, Lists | None]"
"""Names of lists that are not to be in memory whole, inside the names of what holds them."""


def members(stream: IO[bytes], lists: Lists) -> Iterator[tuple[str, Any]]:
    """The members of an object in the order of the file; a name may come twice, as in JSON.

    Where a list that ``lists`` names is the value, an iterator over its elements stands for it,
    and for an object that holds such lists one over its own members; they are good until the next
    member is asked for.

    Raises:
        ValueError, RecursionError: as ``json.loads`` does, when the fault is reached. Positions
            in the error count from somewhere inside the file.
    """
    text = _Text(stream)
    yield from text.members(lists)
    if text.peek():
        raise text.fault("Extra data")


class _Text:
    """The part of the file that is in memory, and the place in it."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = getincrementaldecoder("utf-8-sig")()
        self._text = ""
        self._at = 0
        self._ended = False

    def fault(self, message: str) -> JSONDecodeError:
        """The error for what stands here."""
        return JSONDecodeError(message, self._text, self._at)

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            space = _SPACE.match(self._text, self._at)
            self._at = space.end() if space else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._more():
                return ""

    def take(self, character: str) -> None:
        """Go past a character that has to stand here."""
        if self.peek() != character:
            raise self.fault(f"Expecting {character!r}")
        self._at += 1

    def value(self) -> Any:
        """The value that begins here, whole."""
        self.peek()
        return self._decoded()

    def _decoded(self) -> Any:
        while True:
            try:
                value, end = _DECODER.raw_decode(self._text, self._at)
            except JSONDecodeError:
                if self._more():
                    continue
                raise
            # A number may go on in what has not been read yet.
            ended = not isinstance(value, int | float) or self._text[end : end + 1] in _AFTER_NUMBER
            if not ended and self._more():
                continue
            self._at = end
            return value

    def members(self, lists: Lists) -> Iterator[tuple[str, Any]]:
        """The members of the object that begins here."""
        self.take("{")
        more = self.peek() != "}"
        while more:
            if self.peek() != '"':
                raise self.fault("Expecting property name enclosed in double quotes")
            name = self.value()
            self.take(":")
            parts = self._parts(lists[name]) if name in lists else None
            if parts is None:
                yield name, self.value()
            else:
                yield name, parts
                for _ in parts:  # what the caller has not taken
                    pass
            more = self.peek() == ","
            if more:
                self.take(",")
        self.take("}")

    def _parts(self, inside: "Lists | None") -> Iterator[Any] | None:
        """The value that begins here one by one, if it is of the kind that was named."""
        begins = self.peek()
        if inside is None:
            return self.elements() if begins == "[" else None
        return self.members(inside) if begins == "{" else None

    def elements(self) -> Iterator[Any]:
        """The elements of the list that begins here."""
        self.take("[")
        more = self.peek() != "]"
        while more:
            yield self._decoded()
            following = _FOLLOWING.match(self._text, self._at)
            if following:
                self._at = following.end()
            elif self.peek() == ",":
                self.take(",")
                self.peek()
            else:
                more = False
        self.take("]")

    def _more(self) -> bool:
        """Read on and forget what lies behind; False at the end of the file.

        Reads at least as much as is kept, so that a long value is not tried too often.
        """
        if self._ended:
            return False
        kept = self._text[self._at :]
        data = self._stream.read(max(CHUNK, len(kept)))
        self._ended = not data
        self._text = kept + self._decoder.decode(data, final=self._ended)
        self._at = 0
        return True

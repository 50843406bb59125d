"""Reads a JSON object member by member, and one long list in it element by element.

A session document may be as large as memory; what is needed of it at any time is one statement.
The standard decoder does the work, on as much text as the next value takes.
"""

import re
from codecs import getincrementaldecoder
from collections.abc import Iterator
from json import JSONDecodeError, JSONDecoder
from typing import IO, Any

CHUNK = 1 << 17

_DECODER = JSONDecoder()
_SPACE = re.compile(r"[ \t\n\r]*")
_FOLLOWING = re.compile(r"[ \t\n\r]*,[ \t\n\r]*(?=[^ \t\n\r])")
"""A comma up to the value behind it, if all of that is in memory."""
_AFTER_NUMBER = frozenset(" \t\n\r,]}")


def members(stream: IO[bytes], listed: str) -> Iterator[tuple[str, Any]]:
    """The members of an object in the order of the file; a name may come twice, as in JSON.

    Where the value of ``listed`` is a list, an iterator over its elements stands for it; it is
    good until the next member is asked for.

    Raises:
        ValueError, RecursionError: as ``json.loads`` does, when the fault is reached. Positions
            in the error count from somewhere inside the file.
    """
    text = _Text(stream)
    text.take("{")
    more = text.peek() != "}"
    while more:
        if text.peek() != '"':
            raise text.fault("Expecting property name enclosed in double quotes")
        name = text.value()
        text.take(":")
        if name == listed and text.peek() == "[":
            elements = text.elements()
            yield name, elements
            for _ in elements:
                pass
        else:
            yield name, text.value()
        more = text.peek() == ","
        if more:
            text.take(",")
    text.take("}")
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

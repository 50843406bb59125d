"""The text of a document, compressed in pieces: the file holds it as if it were written at once."""

import threading
from collections.abc import Iterable, Iterator
from io import BytesIO
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.docx import body as module
from app.export.docx.body import Body

NAME = "word/document.xml"


def packed(pieces: Iterable[str], before: bytes = b"<a>", after: bytes = b"</a>") -> bytes:
    memory = BytesIO()
    with ZipFile(memory, "w") as package, Body() as body:
        package.writestr("first.xml", b"<first/>")
        for piece in pieces:
            body.write(piece)
        body.store(package, NAME, before, after)
        package.writestr("last.xml", b"<last/>")
    return memory.getvalue()


def read(content: bytes) -> str:
    with ZipFile(BytesIO(content)) as package:
        assert package.testzip() is None  # compares the check sums
        assert package.namelist() == ["first.xml", NAME, "last.xml"]
        assert package.read("last.xml") == b"<last/>"
        return package.read(NAME).decode()


@given(st.lists(st.text()), st.text(), st.text())
def test_any_pieces_are_one_part(pieces: list[str], before: str, after: str) -> None:
    content = packed(pieces, before.encode(), after.encode())
    assert read(content) == before + "".join(pieces) + after


def test_many_pieces_in_their_order() -> None:
    """Longer than what waits, than the window of the compression and than one block of zeros."""
    random = Random(7)
    pieces = ["".join(random.choices("abcdefgh – äöü<&>", k=9_000)) for _ in range(300)]
    assert sum(map(len, pieces)) > 2 * module._BLOCK
    assert read(packed(pieces)) == f"<a>{''.join(pieces)}</a>"


def test_a_wrong_check_sum_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_joined", lambda check_sum, stream: check_sum ^ stream.check_sum)
    with ZipFile(BytesIO(packed(["Ein Beitrag."]))) as package:
        assert package.testzip() == NAME


def test_what_fails_while_it_is_compressed_is_not_swallowed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_stream: object, _content: bytes) -> None:
        raise MemoryError

    monkeypatch.setattr(module._Stream, "add", fail)
    with pytest.raises(MemoryError):
        packed(["<w:p/>"] * (module._MOST_WAITING + 1))


def test_no_thread_stays_when_making_the_text_fails() -> None:
    def pieces() -> Iterator[str]:
        yield "<w:p/>"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        packed(pieces())
    assert not [thread for thread in threading.enumerate() if "compressing" in thread.name]

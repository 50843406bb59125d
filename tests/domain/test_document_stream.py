import json
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import document_stream
from app.domain.document_stream import Lists, members

LISTED = "statements"
HOLDING = "extensions"
LISTS: Lists = {LISTED: None, HOLDING: {LISTED: None, "own": {"photo": None}}}

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=12,
)
names = st.text(max_size=3) | st.sampled_from([LISTED, HOLDING])
held = st.dictionaries(st.sampled_from([LISTED, "own", "photo", "x"]), values, max_size=3)


@pytest.fixture(params=[1, 2, 7, 1 << 17])
def chunk(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    """How much is read at a time: with one byte, every value is cut everywhere."""
    monkeypatch.setattr(document_stream, "CHUNK", request.param)
    return int(request.param)


def _whole(data: bytes) -> dict[str, Any]:
    return _taken(members(BytesIO(data), LISTS), LISTS)


def _taken(parts: Iterator[tuple[str, Any]], lists: Lists) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in parts:
        inside = lists.get(name)
        if not isinstance(value, Iterator):
            found[name] = value
        else:
            found[name] = list(value) if inside is None else _taken(value, inside)
    return found


@given(content=st.dictionaries(names, values | held, max_size=5), spaced=st.booleans())
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_the_pieces_are_the_whole(content: dict[str, Any], spaced: bool, bom: bytes) -> None:
    text = json.dumps(content, indent=2 if spaced else None, ensure_ascii=spaced)
    if "\\ud" not in text and not any("\ud800" <= c <= "\udfff" for c in text):
        assert _whole(bom + text.encode()) == content


@pytest.mark.usefixtures("chunk")
def test_values_may_be_cut_anywhere() -> None:
    content = {
        "a": 'Grüße – 😀 \\ " \n',
        "number": -12.5e-3,
        LISTED: [{"x": [1, 2, {"y": None}]}, "ö", 123456, True, []],
        "b": {"c": {}},
        HOLDING: {LISTED: ["ö", {}], "own": {"photo": [{"data": "x" * 50}, 7], "x": {}}, "y": [1]},
        "last": 42,
    }
    assert _whole(json.dumps(content, ensure_ascii=False).encode()) == content
    assert _whole(json.dumps(content, indent=1).encode()) == content


@pytest.mark.usefixtures("chunk")
@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "{",
        '{"a"',
        '{"a":',
        '{"a": 1',
        '{"a": 1,}',
        '{"a": 1}x',
        '{"a": 1} {}',
        '{"statements": [1, 2',
        '{"statements": [1 2]}',
        '{"statements": [1,]}',
        '{"statements": [{"a": ]}',
        '{"extensions": {"own": {"photo": [1, ]}}}',
        '{"extensions": {"own": {"photo": [1]}',
        '{"extensions": {"own": {"photo": [1]} 5}}',
        "{a: 1}",
        '{"a": nul}',
        '{"a": "\n"}',
    ],
)
def test_what_json_refuses_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any is what json.loads raises too
        json.loads(text)
    with pytest.raises(ValueError):  # noqa: PT011
        _whole(text.encode())


@pytest.mark.parametrize("text", ["[]", "1", '"x"', "null"])
def test_only_objects_have_members(text: str) -> None:
    with pytest.raises(ValueError, match="Expecting"):
        _whole(text.encode())


def test_wrong_encoding_and_depth() -> None:
    with pytest.raises(UnicodeDecodeError):
        _whole('{"a": "ä"}'.encode("latin-1"))
    with pytest.raises(RecursionError):
        _whole(b'{"a": ' + b"[" * 100_000)


def test_elements_that_nobody_takes_are_passed_over() -> None:
    content = {
        LISTED: [1, 2, 3],
        HOLDING: {"own": {"photo": [5], "more": 6}},
        "after": "x",
        LISTED + "2": [4],
    }
    data = json.dumps(content).encode()
    found = dict(members(BytesIO(data), LISTS))
    assert found["after"] == "x"
    assert found[LISTED + "2"] == [4]


def test_a_long_list_needs_memory_for_one_element() -> None:
    class Counting(BytesIO):
        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            self.largest = max(self.largest, size)
            return super().read(size)

    stream = Counting(json.dumps({LISTED: [{"text": "x" * 1000}] * 2000}).encode())
    for _, elements in members(stream, {LISTED: None}):
        assert sum(1 for _ in elements) == 2000
    assert stream.largest < 3 * document_stream.CHUNK

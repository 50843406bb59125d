"""Session documents with something wrong in them, always the same for the same number."""

import copy
import json
import random
from collections.abc import Callable
from typing import Any

Document = dict[str, Any]
Spot = tuple[Any, Any]
"""A container and the key or index in it."""

STRANGE: tuple[Any, ...] = (
    *(None, True, -1, 0, 10**30, 1e308, "", " ", "\x00", "\ufffe", "\ud800", "x" * 300_000, [], {}),
    *([[]], {"id": 1}, "2026-13-45", "00000000-0000-4000-8000-000000000004", "ﷺ", "'; DROP TABLE"),
)
_RAW: tuple[bytes, ...] = (
    *(b"NaN", b"-Infinity", b"1e999", b"\xff\xfe", b"\x00", b'"\\ud800"', b"[" * 5_000, b"{" * 900),
    *(b"}", b"\\", b'"', b"\xef\xbb\xbf", b",", b"9" * 5_000),
)


def mutated(document: Document, number: int) -> bytes:
    """The document with one to three faults."""
    rng = random.Random(f"document {number}")
    content = copy.deepcopy(document)
    if rng.random() < 0.6:
        for _ in range(rng.randint(1, 3)):
            rng.choice(_IN_STRUCTURE)(content, rng)
    text = json.dumps(content, ensure_ascii=rng.random() < 0.3).encode("utf-8", "surrogatepass")
    if rng.random() < 0.5:
        text = rng.choice(_IN_BYTES)(text, rng)
    return text


def _spots(value: dict[str, Any] | list[Any]) -> list[Spot]:
    found: list[Spot] = []
    for key, part in value.items() if isinstance(value, dict) else enumerate(value):
        found.append((value, key))
        if isinstance(part, dict | list):
            found += _spots(part)
    return found


def _replace(content: Document, rng: random.Random) -> None:
    container, key = rng.choice(_spots(content))
    container[key] = copy.deepcopy(rng.choice(STRANGE))


def _remove(content: Document, rng: random.Random) -> None:
    container, key = rng.choice(_spots(content))
    del container[key]


def _exchange(content: Document, rng: random.Random) -> None:
    (one, here), (other, there) = (rng.choice(_spots(content)) for _ in range(2))
    one[here], other[there] = copy.deepcopy((other[there], one[here]))


def _repeat(content: Document, rng: random.Random) -> None:
    lists = [box[key] for box, key in _spots(content) if isinstance(box[key], list) and box[key]]
    if lists:
        chosen = rng.choice(lists)
        chosen.extend(copy.deepcopy(rng.choice(chosen)) for _ in range(rng.choice((1, 50))))


def _cut_off(text: bytes, rng: random.Random) -> bytes:
    return text[: rng.randrange(len(text))]


def _flip(text: bytes, rng: random.Random) -> bytes:
    changed = bytearray(text)
    for _ in range(rng.randint(1, 8)):
        changed[rng.randrange(len(changed))] = rng.randrange(256)
    return bytes(changed)


def _insert(text: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(text))
    return text[:at] + rng.choice(_RAW) + text[at:]


_IN_STRUCTURE: tuple[Callable[[Document, random.Random], None], ...] = (
    *(_replace, _replace, _remove, _exchange, _repeat),
)
_IN_BYTES: tuple[Callable[[bytes, random.Random], bytes], ...] = (_cut_off, _flip, _insert)

"""Whether exported files are whole: each is the last that was reported as written."""

import json
import re
from collections.abc import Callable, Sequence
from pathlib import Path

from docx import Document

from tests.endurance import recorder


def broken_exports(folder: Path, said: Sequence[str]) -> int:
    """How many of the two files are neither the one from before nor one that was reported."""
    done = [line.split(" ") for line in said if line.startswith("exported ")]
    counts = {name: {1} for name in (recorder.JSON, recorder.WORD)}
    for _, count, name in done:
        counts[name].add(int(count))
    found = {
        recorder.JSON: _or_none(_statements_in_json, folder / recorder.JSON),
        recorder.WORD: _or_none(_statements_in_word, folder / recorder.WORD),
    }
    left = len(list(folder.glob(".*.tmp")))
    return left + sum(count not in counts[name] for name, count in found.items())


def _or_none(count: Callable[[Path], int], path: Path) -> int | None:
    try:
        return count(path)
    except Exception:  # noqa: BLE001 - a broken file may break any reader in any way
        return None


def _statements_in_json(path: Path) -> int:
    return _different(json.dumps(json.loads(path.read_bytes()), ensure_ascii=False))


def _statements_in_word(path: Path) -> int:
    texts = Document(str(path)).element.xpath("//w:t/text()")
    return _different("".join(texts))


def _different(text: str) -> int:
    """How many statements: what is new in a version, and what one printed, is said twice."""
    begin, _, end = recorder.TEXT.partition("{}")
    return len(set(re.findall(rf"{re.escape(begin)}(\d+){re.escape(end)}", text)))

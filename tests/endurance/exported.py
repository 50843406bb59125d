"""Whether exported files are whole: each is the last that was reported as written."""

import json
from collections.abc import Sequence
from pathlib import Path

from docx import Document

from tests.endurance import recorder


def broken_exports(folder: Path, said: Sequence[str]) -> int:
    """How many of the two files are neither the one from before nor one that was reported."""
    done = [line.split(" ") for line in said if line.startswith("exported ")]
    counts = {name: {1} for name in (recorder.JSON, recorder.WORD)}
    for _, count, name in done:
        counts[name].add(int(count))
    json_count = _or_none(_statements_in_json, folder / recorder.JSON)
    word_count = _or_none(_statements_in_word, folder / recorder.WORD)
    left = len(list(folder.glob(".*.tmp")))
    return (json_count not in counts[recorder.JSON]) + (word_count not in counts[recorder.WORD]) + left


def _or_none(count: "object", path: Path) -> int | None:
    try:
        return int(count(path))  # type: ignore[operator]
    except Exception:  # noqa: BLE001 - a broken file may break any reader in any way
        return None


def _statements_in_json(path: Path) -> int:
    return len(json.loads(path.read_bytes())["statements"])


def _statements_in_word(path: Path) -> int:
    beginning, end = recorder.TEXT.split("{}")
    texts = [paragraph.text for paragraph in Document(str(path)).iter_inner_content()]  # type: ignore[union-attr]
    return sum(beginning in text and end in text for text in texts)

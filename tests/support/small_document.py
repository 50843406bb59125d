"""A small session document to change at one place, as a file for tests of reading in."""

import json
from pathlib import Path
from typing import Any


def write(path: Path, content: object) -> Path:
    """``content`` as a file at ``path``."""
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def row_id(number: int) -> str:
    """An id that says which row it is."""
    return f"00000000-0000-4000-8000-{number:012d}"


def small_document() -> dict[str, Any]:
    """A small valid document with only required fields and a few others."""
    return {
        "format": "quartiersdialog-session",
        "version": 1,
        "series": {"id": row_id(1), "title": "Reihe"},
        "session": {"id": row_id(2), "title": "Gespräch", "date": "2026-11-22"},
        "participants": [{"id": row_id(3), "name": "Karin Weiß", "attribution": "name"}],
        "questions": [
            {"id": row_id(4), "text": "Was ist neu?", "position": 2},
            {"id": row_id(5), "text": "Was war der Anlass?", "position": 1},
        ],
        "statements": [
            statement(6, row_id(4), "Eins"),
            {**statement(7, row_id(4), "Zwei"), "participant": row_id(3), "themes": ["Wohnen"]},
        ],
    }


def statement(number: int, question: str, text: str) -> dict[str, Any]:
    """One statement with only the required fields."""
    return {
        "id": row_id(number),
        "question": question,
        "text": text,
        "kind": "remark",
        "recorded_at": "2026-11-22T17:00:00+01:00",
    }

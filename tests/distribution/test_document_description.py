"""What the program writes into session documents stands in their description."""

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest

from app.domain.document import ENTITIES
from app.domain.document_models import MODELS, LineExtra, PauseExtra
from app.domain.incoming.tables import TableDraft
from app.domain.minutes_wishes import MinutesWishes
from app.domain.statements import Actor, StatementDetails

ROOT = Path(__file__).parents[2]
DESCRIPTION = (ROOT / "docs" / "session-document.md").read_text(encoding="utf-8")
EXAMPLE = ROOT / "resources" / "example" / "beispiel.session.json"
PARTS = {
    "lines": set(LineExtra.model_fields),
    "pauses": set(PauseExtra.model_fields),
    "tables": set(TableDraft.model_fields),
    "minutes": set(MinutesWishes.model_fields),
    "actors": {field.name for field in fields(Actor)},
    "details": {field.name for field in fields(StatementDetails)},
}
"""What stands inside a field."""


def named(text: str) -> set[str]:
    """The words that stand as code."""
    marked = "".join(re.findall(r"`[^`]*`", text))
    return set(re.findall(r"[a-z_0-9]+", marked))


def described(entity: str) -> set[str]:
    """The words of the row of a list, and of the paragraphs that go on with it."""
    _, extensions = DESCRIPTION.split("## Extensions")
    (row,) = (line for line in extensions.splitlines() if line.startswith(f"| `{entity}`"))
    further = [part for part in extensions.split("\n\n") if not part.startswith("|")]
    return named(row).union(*map(named, further)) if "below" in row else named(row)


def test_every_list_is_described() -> None:
    assert set(MODELS) == ENTITIES
    for entity in MODELS:
        assert described(entity), entity


@pytest.mark.parametrize("entity", MODELS)
def test_every_field_is_described_with_its_list(entity: str) -> None:
    assert set(MODELS[entity].model_fields) - described(entity) == set()


@pytest.mark.parametrize("part", PARTS)
def test_what_stands_inside_a_field_is_described(part: str) -> None:
    assert PARTS[part] - named(DESCRIPTION) == set()


def test_nothing_is_described_that_the_list_does_not_have() -> None:
    """Else a field that went would stay in the description."""
    for entity in ("organisation", "theme", "own_word", "text_block"):
        assert described(entity) - {entity} == set(MODELS[entity].model_fields)


def test_every_key_of_the_example_is_named() -> None:
    """Of version 1 too, and whatever is written without being listed anywhere."""
    keys = set(_keys(json.loads(EXAMPLE.read_text(encoding="utf-8"))))
    kinds = {"summary", "short", "full", "photo", "results"}  # stand as keys in ``minutes``
    assert keys - kinds - named(DESCRIPTION) == set()


def test_a_field_that_is_not_described_would_be_noticed() -> None:
    assert "seconds_each" in described("session")
    assert "seconds_each" not in described("series")
    assert {"invented"} - named(DESCRIPTION) == {"invented"}


def _keys(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _keys(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _keys(inner)

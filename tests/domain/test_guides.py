"""What a guide must hold, and what happens when it does not."""

import copy
from typing import Any

import pytest

from app.domain.guides import DETAIL_FIELDS, Guide, details_for, parse_guide
from app.domain.incoming.plan import PlanItemDraft
from app.domain.vocabulary import Addressee, Reading, StatementKind
from app.errors import BadInputError

QUESTION = {
    "kind": "question",
    "identity": "5bd3a5a1-2c17-4f0e-8f31-0d4ad0f4a111",
    "title": "Kooperationen",
    "text": "Welche Kooperationen sind Sie eingegangen?",
    "minutes": 15,
    "min_minutes": 10,
    "statement_kind": "cooperation",
    "kinds_offered": ["cooperation", "experience"],
    "reading": "cooperation",
    "details_offered": ["purpose", "since"],
    "default_addressees": ["federal"],
}
GUIDE: dict[str, Any] = {
    "key": "gespraech-1",
    "version": 2,
    "title": "Gespräch",
    "series_title": "Gespräche",
    "naming": "organisation",
    "items": [{"kind": "opening", "title": "Begrüßung", "minutes": 10}, QUESTION],
    "themes": [{"name": "Wohnen", "definition": "Wohnraum und Mieten"}],
}


def changed(path: str, value: object) -> dict[str, Any]:
    """The guide with one value replaced, e.g. at ``items.1.minutes``."""
    guide: Any = copy.deepcopy(GUIDE)
    *parents, last = [int(step) if step.isdigit() else step for step in path.split(".")]
    place = guide
    for step in parents:
        place = place[step]
    place[last] = value
    result: dict[str, Any] = guide
    return result


def test_a_guide_is_read() -> None:
    guide = parse_guide(GUIDE)
    assert isinstance(guide, Guide)
    assert (guide.version, guide.minutes, guide.themes[0].name) == (2, 25, "Wohnen")
    (question,) = guide.questions
    assert isinstance(question, PlanItemDraft)
    assert question.kinds_offered == (StatementKind.COOPERATION, StatementKind.EXPERIENCE)
    assert question.default_addressees == (Addressee.FEDERAL,)


def test_themes_and_everything_with_a_default_may_be_missing() -> None:
    guide = parse_guide({key: value for key, value in GUIDE.items() if key != "themes"})
    assert guide.themes == ()
    assert guide.items[0].kinds_offered == ()


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        ("key", "Groß", "key"),
        ("key", 7, "key"),
        ("version", 0, "version"),
        ("title", "", "title"),
        ("naming", "nickname", "naming"),
        ("unknown", 1, "unknown"),
        ("items", [], "items"),
        ("items.0.kind", "lunch", "items[0].kind"),
        ("items.0.minutes", 2000, "items[0].minutes"),
        ("items.0.identity", QUESTION["identity"], "items[0]"),
        ("items.1.identity", "vier", "items[1]"),
        ("items.1.identity", "", "items[1]"),
        ("items.1.text", "", "items[1]"),
        ("items.1.min_minutes", 16, "items[1]"),
        ("items.1.statement_kind", "experience", "items[1]"),
        ("items.1.kinds_offered", ["cooperation"] * 5, "items[1].kinds_offered"),
        ("items.1.details_offered", ["colour"], "items[1].details_offered"),
        ("items.1.default_addressees", ["moon"], "items[1].default_addressees[0]"),
        ("items", [GUIDE["items"][0]], ""),
        ("items", [QUESTION, QUESTION], ""),
        ("themes.0.definition", "", "themes[0].definition"),
        ("themes", [*GUIDE["themes"], {"name": "WOHNEN", "definition": "x"}], ""),
    ],
)
def test_a_fault_is_named_with_its_place(path: str, value: object, where: str) -> None:
    with pytest.raises(BadInputError) as error:
        parse_guide(changed(path, value), source="neu.toml")
    assert error.value.code == "guide_invalid"
    assert error.value.values["source"] == "neu.toml"
    assert error.value.values["where"] == where
    assert len(str(error.value.values["found"])) <= 80


@pytest.mark.parametrize(
    ("kind", "reading", "offered", "fields"),
    [
        (StatementKind.REASON, Reading.NONE, ("year", "who_began"), ("year", "who_began")),
        (StatementKind.REASON, Reading.NONE, (), ()),
        (
            StatementKind.COOPERATION,
            Reading.COOPERATION,
            (),
            ("purpose", "since", "status", "place"),
        ),
        (StatementKind.OBSTACLE, Reading.COOPERATION, (), ("place",)),
        (StatementKind.ACTOR, Reading.MISSING, (), ("why_missing", "who_asks")),
        (StatementKind.AGREEMENT, Reading.MISSING, (), ("who_asks",)),
        (StatementKind.ACTOR, Reading.TAKES_PART, (), ("role",)),
        (StatementKind.QUESTION, Reading.NONE, ("addressees", "reason"), ("addressees", "reason")),
    ],
)
def test_details_for(
    kind: StatementKind, reading: Reading, offered: tuple[str, ...], fields: tuple[str, ...]
) -> None:
    assert details_for(kind, reading, offered) == fields
    assert set(fields) <= set(DETAIL_FIELDS)

"""The naming ladder: what of a person may be printed."""

from itertools import product
from typing import Any, cast

import pytest

from app.domain.naming import NOBODY, NamingRules, attribution, attribution_of, strictest
from app.domain.people import ParticipantView
from app.domain.vocabulary import NamingLevel, OrganisationKind

LEVELS = list(NamingLevel)
NAME, ROLE, ORGANISATION, KIND, ANONYMOUS = LEVELS


def karin(**values: object) -> ParticipantView:
    given: dict[str, Any] = {
        "uid": "p",
        "person_uid": "h",
        "name": "Karin Weiß",
        "organisation": "Kirchengemeinde St. Lukas",
        "organisation_kind": OrganisationKind.PARISH,
        "role": "Ehrenamt",
        "naming": None,
        "on_attendance_list": None,
        "statement_count": 0,
    }
    return ParticipantView(**(given | cast("dict[str, Any]", values)))


def in_words(kind: OrganisationKind) -> str:
    return f"eine <{kind}>"


@pytest.mark.parametrize(
    ("level", "printed"),
    [
        (NAME, "Karin Weiß (Kirchengemeinde St. Lukas)"),
        (ROLE, "Ehrenamt, Kirchengemeinde St. Lukas"),
        (ORGANISATION, "Kirchengemeinde St. Lukas"),
        (KIND, "eine <parish>"),
        (ANONYMOUS, ""),
    ],
)
def test_each_level_is_printed_as_agreed(level: NamingLevel, printed: str) -> None:
    assert attribution(karin(), level).printed(in_words) == printed


@pytest.mark.parametrize(
    ("empty", "level", "printed"),
    [
        ({"role": ""}, ROLE, "Kirchengemeinde St. Lukas"),
        ({"role": " ", "organisation": " "}, ROLE, "eine <parish>"),
        ({"organisation": ""}, ORGANISATION, "eine <parish>"),
        ({"organisation": "", "organisation_kind": None}, ORGANISATION, ""),
        ({"organisation_kind": None}, KIND, ""),
        ({"organisation": ""}, NAME, "Karin Weiß"),
        ({"organisation": ""}, ROLE, "Ehrenamt"),
        ({"name": ""}, NAME, "Ehrenamt, Kirchengemeinde St. Lukas"),
    ],
)
def test_an_empty_value_falls_to_the_next_stricter_level_that_has_one(
    empty: dict[str, object], level: NamingLevel, printed: str
) -> None:
    assert attribution(karin(**empty), level).printed(in_words) == printed


@pytest.mark.parametrize("level", LEVELS)
def test_an_attribution_holds_nothing_that_its_level_does_not_print(level: NamingLevel) -> None:
    held = attribution(karin(), level)
    assert bool(held.name) == (level is NAME)
    assert bool(held.role) == (level is ROLE)
    assert bool(held.organisation) == (level in {NAME, ROLE, ORGANISATION})
    assert bool(held.organisation_kind) == (level is KIND)


@pytest.mark.parametrize("default", LEVELS)
@pytest.mark.parametrize("person", LEVELS)
def test_a_person_may_choose_looser_or_stricter_than_the_session(
    default: NamingLevel, person: NamingLevel
) -> None:
    assert NamingRules(default).level(person) is person
    assert NamingRules(default).level(None) is default


def test_statement_and_export_can_only_be_stricter() -> None:
    for person, statement, limit in product(LEVELS, LEVELS, LEVELS):
        level = NamingRules(NAME, limit=limit).level(person, statement)
        strictness = max(person.strictness, statement.strictness, limit.strictness)
        assert level.strictness == strictness


def test_the_export_limits_the_start_value_too() -> None:
    assert NamingRules(NAME, limit=KIND).level() is KIND


def test_a_confidential_session_names_nobody() -> None:
    rules = NamingRules(NAME, confidential=True)
    assert {rules.level(person, statement) for person in LEVELS for statement in LEVELS} == {
        ANONYMOUS
    }


def test_strictest_ignores_what_says_nothing() -> None:
    assert strictest(ROLE, None, NAME) is ROLE


def test_single_values_are_named_like_a_person() -> None:
    assert attribution_of(NAME, name=" A ", organisation=" B ").printed(in_words) == "A (B)"
    assert attribution_of(ROLE, name="A") == NOBODY

"""The reality check: one hint for the whole plan, and none without reason."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import PlanItemView
from app.domain.reality import reality_check
from app.domain.vocabulary import PlanItemKind
from app.services.guides import GuideService
from tests.domain.builders import plan_item

GUIDE = GuideService().get("strategiegespraech-quartier")


def built_in() -> list[PlanItemView]:
    return [
        replace(plan_item(str(at), item.minutes), kind=item.kind, identity=item.identity)
        for at, item in enumerate(GUIDE.items)
    ]


def test_nothing_is_said_about_the_built_in_guide_with_25_people() -> None:
    assert reality_check(built_in(), 25, 90, GUIDE) is None
    assert reality_check(built_in(), 26, 90, GUIDE) is not None
    assert reality_check(built_in(), 25, 90, None) is not None, "another guide"
    changed = [replace(item, minutes=item.minutes - 1) for item in built_in()]
    assert reality_check(changed, 25, 90, GUIDE) is not None


def test_what_it_says() -> None:
    found = reality_check(built_in(), 40, 90, GUIDE)
    assert found is not None
    assert (found.voices, found.heads, found.seconds_per_head, found.tables) == (8, 40, 157, 7)
    shorter = reality_check(built_in(), 40, 60, GUIDE)
    assert shorter is not None
    assert shorter.voices == 13


def test_a_plan_for_few_people_is_fine() -> None:
    assert reality_check(built_in(), 16, 90) is None
    assert reality_check(built_in(), 0, 90) is None
    only_talks = [replace(plan_item("a"), kind=PlanItemKind.PRESENTATION)]
    assert reality_check(only_talks, 90, 90) is None
    assert reality_check([plan_item("a", 0)], 90, 90) is None


@given(st.lists(st.integers(0, 1440), max_size=12), st.integers(0, 10_000), st.integers(10, 3600))
def test_it_is_said_only_when_most_would_get_no_turn(
    minutes: list[int], heads: int, seconds: int
) -> None:
    found = reality_check([plan_item(str(at), m) for at, m in enumerate(minutes)], heads, seconds)
    if found is not None:
        assert found.voices * 2 < heads
        assert found.seconds_per_head * heads <= sum(minutes) * 60

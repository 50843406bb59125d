"""Evidence numbers: given once, never again."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.evidence import new_numbers, section_codes
from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind
from tests.support.evening import ITEM, evening


def item(uid: str, kind: PlanItemKind, number: int | None = None) -> PlanItemView:
    return replace(ITEM, uid=uid, kind=kind, number=number)


ITEMS = (
    item("b", PlanItemKind.OPENING),
    item("v", PlanItemKind.INTRODUCTIONS),
    item("i1", PlanItemKind.PRESENTATION),
    item("i2", PlanItemKind.PRESENTATION),
    item("q1", PlanItemKind.QUESTION, 1),
    item("p", PlanItemKind.BREAK),
    item("q2", PlanItemKind.QUESTION, 2),
    item("i3", PlanItemKind.PRESENTATION),
    item("r", PlanItemKind.READING_BACK),
    item("a", PlanItemKind.CLOSING),
)


def test_every_kind_of_item_has_its_letter_or_number() -> None:
    assert section_codes(ITEMS) == {
        "b": "B", "v": "V", "i1": "I1", "i2": "I2", "q1": "1", "p": "P", "q2": "2", "i3": "I3",
        "r": "R", "a": "A",
    }  # fmt: skip


def give(*pairs: tuple[str, str], given: tuple[str, ...] = ()) -> dict[str, str]:
    return new_numbers(session_code="STU", items=ITEMS, unnumbered=pairs, given=given)


def test_numbers_count_per_item() -> None:
    numbers = give(("s1", "q1"), ("s2", "q1"), ("s3", "i2"), ("s4", "q1"))
    assert numbers == {"s1": "STU-1-1", "s2": "STU-1-2", "s3": "STU-I2-1", "s4": "STU-1-3"}


def test_the_next_free_number_follows_the_highest_ever_given() -> None:
    assert give(("s", "q1"), given=("STU-1-2", "STU-1-9", "STU-2-40")) == {"s": "STU-1-10"}


def test_another_session_code_starts_anew_and_foreign_forms_do_no_harm() -> None:
    assert give(("s", "q1"), given=("ALT-1-7", "", "kaputt", "STU-1-x", "STU-1-²")) == {
        "s": "STU-1-1"
    }


@given(st.lists(st.sampled_from(["q1", "q2", "i1", "b"])))
def test_no_number_is_ever_given_twice(where: list[str]) -> None:
    given_before: list[str] = []
    for i, uid in enumerate(where):
        number = give((f"s{i}", uid), given=tuple(given_before))[f"s{i}"]
        assert number not in given_before
        given_before.append(number)


def test_all_statements_of_an_evening_get_different_numbers() -> None:
    record = evening()
    numbers = [s.evidence for i in record.items for s in record.statements.of(i.uid)]
    assert len(set(numbers)) == len(numbers) > 55
    assert {"STU-V-1", "STU-I1-1", "STU-I2-2", "STU-8-7", "STU-R-1", "STU-A-1"} <= set(numbers)

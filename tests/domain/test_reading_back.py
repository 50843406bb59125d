"""Which results are read back, and where the next open one is."""

from dataclasses import replace

import pytest

from app.domain.reading_back import ReadResult, answered, next_open, results_to_read
from app.domain.vocabulary import Outcome, PlanItemKind, StatementKind
from tests.support.minutes import question, statement

FIRST, SECOND = question(1), question(2)
BACK = replace(question(3), uid="back", kind=PlanItemKind.READING_BACK, number=None)


def _results(*outcomes: Outcome | None) -> tuple[ReadResult, ...]:
    said = [
        replace(statement(number, f"Ergebnis {number}"), is_result=True, outcome=outcome)
        for number, outcome in enumerate(outcomes)
    ]
    return results_to_read([FIRST], said)


def test_results_come_by_item_with_what_the_sheet_prints_besides() -> None:
    said = [
        replace(statement(1, "zweite", SECOND), is_result=True),
        replace(statement(2, "erste"), is_result=True),
        statement(3, "kein Ergebnis"),
        replace(statement(4, "vereinbart"), kind=StatementKind.AGREEMENT),
        replace(statement(5, "Widerspruch", BACK), is_result=True),
    ]
    found = results_to_read([FIRST, SECOND, BACK], said)
    assert [(r.statement.text, r.number, r.count) for r in found] == [
        ("erste", 1, 2),
        ("vereinbart", 2, 2),
        ("zweite", 1, 1),
    ]


@pytest.mark.parametrize(
    ("outcomes", "after", "place"),
    [
        ((None, None), -1, 0),
        ((Outcome.CONFIRMED, None), -1, 1),
        ((None, Outcome.CONFIRMED, None), 0, 2),
        ((None, Outcome.CONFIRMED), 1, 0),
        ((Outcome.CONFIRMED, Outcome.DISPUTED), 0, 1),
        ((Outcome.CONFIRMED, Outcome.DISPUTED), 1, 1),
        ((), -1, -1),
    ],
)
def test_the_next_open_one_is_looked_for_round(
    outcomes: tuple[Outcome | None, ...], after: int, place: int
) -> None:
    assert next_open(_results(*outcomes), after) == place


def test_answers_are_counted() -> None:
    assert answered(_results(None, Outcome.CHANGED, None)) == {True: 1, False: 2}

"""What a kind of minutes prints, and what is known of a session beforehand."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, cast

import pytest

from app.domain.minutes import (
    HeldStatements,
    MinutesOptions,
    MinutesRecord,
    Selection,
    WithoutResults,
    lacks_result,
    numbers_to_give,
    on_attendance_list,
    presentation_groups,
    printed_statements,
    questions_without_result,
    selection,
)
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, NamingLevel, PlanItemKind, StatementKind
from tests.support.evening import ITEM, SERIES, SESSION, START, evening, options, uid

SUMMARY, FULL = options(MinutesKind.SUMMARY), options(MinutesKind.FULL)
QUESTION = replace(ITEM, uid="q", number=1, text="Was war der Anlass?")


def question(**values: object) -> PlanItemView:
    return replace(QUESTION, **cast("dict[str, Any]", values))


def statement(number: int, **values: object) -> StatementView:
    made = StatementView(
        uid=f"s{number}", plan_item_uid="q", participant_uid=None, source="",
        text=f"Beitrag {number}", kind=StatementKind.REMARK, recorded_at=START,
    )  # fmt: skip
    return replace(made, **cast("dict[str, Any]", values))


def record(*statements: StatementView, item: PlanItemView = QUESTION) -> MinutesRecord:
    return MinutesRecord.held(session=SESSION, series=SERIES, items=[item], statements=statements)


def printed(of: MinutesRecord, chosen: MinutesOptions) -> list[str]:
    return [s.uid for item in of.items for s in printed_statements(of, item, chosen)]


def test_the_summary_prints_results_agreements_and_recommendations_in_order() -> None:
    everything = [
        statement(i, kind=kind, is_result=i in {2, 7}) for i, kind in enumerate(StatementKind)
    ]
    kinds = list(StatementKind)
    expected = {
        "s2", "s7",
        f"s{kinds.index(StatementKind.AGREEMENT)}",
        f"s{kinds.index(StatementKind.RECOMMENDATION)}",
    }  # fmt: skip
    assert printed(record(*everything), SUMMARY) == sorted(expected, key=lambda s: int(s[1:]))


def test_the_full_minutes_print_every_statement() -> None:
    assert printed(record(statement(1), statement(2)), FULL) == ["s1", "s2"]


def test_a_question_without_summary_and_result_prints_all_its_statements() -> None:
    assert printed(record(statement(1), statement(2)), SUMMARY) == ["s1", "s2"]


def test_or_the_sentence_that_there_are_no_results() -> None:
    noted = replace(SUMMARY, without_results=WithoutResults.NOTE)
    bare = record(statement(1))
    assert printed(bare, noted) == []
    assert selection(bare, bare.items[0], noted) is Selection.NO_RESULTS


def test_a_summary_is_enough_for_a_question() -> None:
    summed_up = record(statement(1), item=question(summary="Es gab einen Anlass."))
    assert printed(summed_up, SUMMARY) == []
    assert selection(summed_up, summed_up.items[0], SUMMARY) is Selection.RESULTS


def test_a_summary_of_white_space_is_none() -> None:
    assert lacks_result(question(summary=" \n ", statement_count=1))


@pytest.mark.parametrize("chosen", [SUMMARY, FULL])
def test_a_question_with_nothing_at_all_says_so(chosen: MinutesOptions) -> None:
    assert selection(record(), QUESTION, chosen) is Selection.EMPTY


def test_other_items_are_never_asked_for_results() -> None:
    opening = question(kind=PlanItemKind.OPENING, statement_count=4)
    assert not lacks_result(opening)
    assert selection(record(item=opening), opening, SUMMARY) is Selection.RESULTS


def test_the_questions_without_result_are_named() -> None:
    assert [item.title for item in questions_without_result(evening(), SUMMARY)] == ["Wer mitmacht"]


def test_where_nothing_was_said_nothing_has_to_be_chosen() -> None:
    record = evening()
    silent = [replace(item, summary="", statement_count=0, result_count=0) for item in record.items]
    assert questions_without_result(replace(record, items=tuple(silent)), SUMMARY) == ()


def test_statements_are_attributed_in_the_full_minutes_and_elsewhere_only_if_wanted() -> None:
    assert FULL.attributed
    assert not SUMMARY.attributed
    assert replace(SUMMARY, attribution=True).attributed
    assert not replace(FULL, attribution=False).attributed


def test_only_what_is_printed_for_the_first_time_gets_a_number() -> None:
    some = record(
        statement(1, is_result=True, evidence="STU-1-4"),
        statement(2),
        statement(3, is_result=True),
        statement(4, kind=StatementKind.AGREEMENT),
    )
    given = ("STU-1-4", "STU-1-6")
    assert numbers_to_give(some, SUMMARY, given) == {"s3": "STU-1-7", "s4": "STU-1-8"}
    assert numbers_to_give(some, FULL, given) == {"s2": "STU-1-7", "s3": "STU-1-8", "s4": "STU-1-9"}


def test_numbers_can_be_put_into_a_record_without_storing_them() -> None:
    plain = evening(numbered=False)
    numbers = numbers_to_give(plain, FULL, ())
    numbered = plain.numbered(numbers)
    found = {s.uid: s.evidence for i in numbered.items for s in numbered.statements.of(i.uid)}
    assert found == numbers
    assert all(step.evidence == numbers[step.statement_uid or ""] for step in numbered.next_steps)
    assert numbers_to_give(numbered, FULL, ()) == {}


def test_a_held_record_counts_its_statements() -> None:
    some = record(statement(1, is_result=True), statement(2))
    assert (some.items[0].statement_count, some.items[0].result_count) == (2, 1)
    assert some.questions == some.items


@pytest.mark.parametrize(
    ("moments", "spans"),
    [
        ([], False),
        (["2026-11-12T16:00", "2026-11-12T22:59"], False),
        (["2026-11-12T16:00", "2026-11-12T23:00"], True),  # midnight in Berlin
        (["2026-11-13T09:00"], True),  # all of it on another day than the session
        (["2026-11-11T23:00"], False),  # in Berlin that is the day of the session
    ],
)
def test_dates_are_needed_when_times_alone_would_not_say_when(
    moments: list[str],
    spans: bool,
) -> None:
    said = (
        statement(i, recorded_at=dt.datetime.fromisoformat(moment).replace(tzinfo=dt.UTC))
        for i, moment in enumerate(moments)
    )
    assert record(*said).spans_days is spans


def test_consecutive_presentations_come_together() -> None:
    kinds = [
        PlanItemKind.PRESENTATION, PlanItemKind.OPENING, PlanItemKind.PRESENTATION,
        PlanItemKind.PRESENTATION, PlanItemKind.QUESTION, PlanItemKind.PRESENTATION,
    ]  # fmt: skip
    items = [question(uid=str(i), kind=kind) for i, kind in enumerate(kinds)]
    groups = [[item.uid for item in group] for group in presentation_groups(items)]
    assert groups == [["0"], ["1"], ["2", "3"], ["4"], ["5"]]


def test_only_who_agreed_stands_on_the_attendance_list() -> None:
    listed = {person.name for person in on_attendance_list(evening(), FULL)}
    assert "Karin Weiß" in listed
    assert "Petra Mendel" not in listed  # said no
    assert "Thea Ehlers" not in listed  # nothing recorded
    assert on_attendance_list(evening(), replace(FULL, attendance_list=False)) == ()


def test_a_confidential_session_has_no_attendance_list() -> None:
    secret = replace(evening(), session=replace(SESSION, confidential=True))
    assert on_attendance_list(secret, FULL) == ()


def test_statements_are_read_one_item_at_a_time() -> None:
    """A long session need not fit into memory."""
    asked: list[str] = []

    class Source:
        def of(self, plan_item_uid: str) -> Iterator[StatementView]:
            asked.append(plan_item_uid)
            yield statement(1, plan_item_uid=plan_item_uid)

    items = tuple(question(uid=uid(str(i)), statement_count=1) for i in range(3))
    lazy = replace(record(), items=items, statements=Source())
    read = (s for item in lazy.items for s in printed_statements(lazy, item, FULL))
    next(read)
    assert asked == [items[0].uid]


def test_held_statements_give_the_same_when_asked_again() -> None:
    held = HeldStatements([statement(1), statement(2)])
    assert [s.uid for s in held.of("q")] == [s.uid for s in held.of("q")] == ["s1", "s2"]
    assert held.of("unknown") == ()


def test_the_rules_of_a_document_come_from_session_and_options() -> None:
    rules = replace(FULL, naming_limit=NamingLevel.ROLE).rules(SESSION)
    assert (rules.default, rules.limit, rules.confidential) == (
        NamingLevel.ORGANISATION,
        NamingLevel.ROLE,
        False,
    )

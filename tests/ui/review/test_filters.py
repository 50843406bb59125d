"""Filters: what they let through, together and alone."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan import PlanItemView
from app.domain.statements import Actor, StatementView
from app.domain.vocabulary import Reading, StatementKind
from tests.domain.builders import plan_item
from ui.review.filters import Counts, Filter, Mark, count, is_read, marks_of

ITEM: PlanItemView = replace(plan_item("q"), reading=Reading.COOPERATION)
SAID = StatementView(
    uid="s",
    plan_item_uid=ITEM.uid,
    participant_uid=None,
    source="",
    text="Text",
    kind=StatementKind.EXPERIENCE,
    recorded_at=dt.datetime(2026, 11, 20, 17, tzinfo=dt.UTC),
)


@pytest.mark.parametrize(
    ("statement", "marks"),
    [
        (SAID, {Mark.NOBODY}),
        (replace(SAID, participant_uid="p"), set()),
        (replace(SAID, source="Tisch 2"), set()),
        (replace(SAID, person_unclear="SB"), {Mark.UNCLEAR}),
        (replace(SAID, person_unclear="SB", participant_uid="p"), set()),
        (replace(SAID, is_result=True, verbatim=True), {Mark.NOBODY, Mark.RESULT, Mark.QUOTE}),
        (replace(SAID, kind=StatementKind.COOPERATION), {Mark.NOBODY, Mark.UNREAD}),
        (
            replace(SAID, kind=StatementKind.COOPERATION, reading_confirmed=True),
            {Mark.NOBODY},
        ),
    ],
)
def test_what_is_true_of_a_statement(statement: StatementView, marks: set[Mark]) -> None:
    assert marks_of(ITEM, statement) == marks


def test_only_lines_that_name_actors_are_read() -> None:
    elsewhere = replace(ITEM, reading=Reading.NONE)
    actor = replace(SAID, kind=StatementKind.ACTOR)
    assert is_read(ITEM, actor)
    assert not is_read(elsewhere, actor)
    assert is_read(elsewhere, replace(actor, actors=(Actor(name="Kita"),)))
    assert not is_read(ITEM, replace(SAID, kind=StatementKind.OBSTACLE))


statements = st.builds(
    replace,
    st.just(SAID),
    participant_uid=st.sampled_from([None, "p", "q"]),
    person_unclear=st.sampled_from(["", "SB"]),
    is_result=st.booleans(),
    verbatim=st.booleans(),
    kind=st.sampled_from(list(StatementKind)),
    themes=st.lists(st.sampled_from(["A", "B"]), unique=True).map(tuple),
)
filters = st.builds(
    Filter,
    marks=st.frozensets(st.sampled_from(list(Mark))),
    kind=st.sampled_from([None, *StatementKind]),
    participant_uid=st.sampled_from(["", "p", "q"]),
    theme=st.sampled_from(["", "A", "B"]),
)


@given(chosen=filters, statement=statements)
def test_filters_combine_by_and(chosen: Filter, statement: StatementView) -> None:
    parts = [Filter(marks=frozenset({mark})) for mark in chosen.marks]
    parts += [
        Filter(kind=chosen.kind),
        Filter(participant_uid=chosen.participant_uid),
        Filter(theme=chosen.theme),
    ]
    marks = marks_of(ITEM, statement)
    assert chosen.passes(statement, marks) == all(part.passes(statement, marks) for part in parts)


@given(found=st.lists(statements, max_size=8))
def test_counts_are_what_each_filter_alone_would_show(found: list[StatementView]) -> None:
    marked = [(statement, marks_of(ITEM, statement)) for statement in found]
    counts: Counts = count(marked)

    def shown(chosen: Filter) -> int:
        return sum(chosen.passes(statement, marks) for statement, marks in marked)

    assert counts.total == shown(Filter())
    for mark in Mark:
        assert counts.marks.get(mark, 0) == shown(Filter(marks=frozenset({mark})))
    for kind in StatementKind:
        assert counts.kinds.get(kind, 0) == shown(Filter(kind=kind))
    for person in ("p", "q"):
        assert counts.people.get(person, 0) == shown(Filter(participant_uid=person))
    for theme in ("A", "B"):
        assert counts.themes.get(theme, 0) == shown(Filter(theme=theme))

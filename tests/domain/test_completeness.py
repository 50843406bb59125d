import datetime as dt
from dataclasses import replace

from app.domain.completeness import Gap, Missing, missing
from app.domain.sessions import SessionView
from app.domain.statements import NextStepView
from app.domain.vocabulary import NamingLevel, StatementKind
from tests.support.cards import PEOPLE, plan, statement
from tests.support.minutes import session_of

HEAD: SessionView = replace(
    session_of([]).session,
    start_time=dt.time(17),
    place="Gemeindehaus",
    facilitators=("Ute Berg",),
    note_takers=("Jan Kurz",),
    confidential=False,
)
NAMED = tuple(replace(person, naming=NamingLevel.NAME) for person in PEOPLE.values())
DONE = NextStepView("n1", "Anrufen", "KW", dt.date(2026, 12, 1), None, "")


def gaps(**given: object) -> tuple[Missing, ...]:
    values: dict[str, object] = {
        "session": HEAD,
        "items": plan(),
        "participants": NAMED,
        "statements": [statement("1")],
        "next_steps": [DONE],
    }
    return missing(**{**values, **given})  # type: ignore[arg-type]


def test_nothing_is_missing() -> None:
    assert gaps() == ()


def test_each_empty_field_of_the_head() -> None:
    empty = replace(HEAD, start_time=None, place=" ", facilitators=(), note_takers=())
    assert [m.gap for m in gaps(session=empty)] == [
        Gap.START,
        Gap.PLACE,
        Gap.FACILITATORS,
        Gap.NOTE_TAKERS,
    ]


def test_people_without_a_choice_unless_nobody_is_named() -> None:
    people = tuple(PEOPLE.values())
    assert gaps(participants=people) == (Missing(Gap.PARTICIPANTS, len(people)),)
    assert gaps(participants=people, session=replace(HEAD, confidential=True)) == ()


def test_remarks_only_count_under_questions() -> None:
    remark = StatementKind.REMARK
    said = [
        statement("0", kind=remark, plan_item_uid="o"),
        statement("1", kind=remark),
        statement("2", kind=remark),
    ]
    assert gaps(statements=said) == (Missing(Gap.KIND, 2, "1"),)


def test_what_is_to_clarify_is_named_with_its_first_place() -> None:
    said = [statement("1"), statement("2", clarify=True), statement("3", clarify=True)]
    assert gaps(statements=said) == (Missing(Gap.CLARIFY, 2, "2"),)


def test_next_steps_need_a_person_and_a_date() -> None:
    steps = [DONE, replace(DONE, who=" "), replace(DONE, due=None)]
    assert gaps(next_steps=steps) == (Missing(Gap.NEXT_STEPS, 2),)

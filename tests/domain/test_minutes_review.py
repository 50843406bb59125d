"""The notes before an export."""

from dataclasses import replace

import pytest

from app.domain.minutes import MinutesRecord
from app.domain.minutes_review import protected_names, review
from app.domain.vocabulary import MinutesKind, NamingLevel, OrganisationKind
from tests.support.evening import SESSION, evening, options

SUMMARY, FULL = options(MinutesKind.SUMMARY), options(MinutesKind.FULL)


def with_text(text: str) -> MinutesRecord:
    """The evening with one more sentence in the last statement of question 8."""
    record = evening()
    item = record.questions[-1]
    said = list(record.statements.of(item.uid))
    said[-1] = replace(said[-1], text=text)
    return MinutesRecord.held(
        session=record.session,
        series=record.series,
        items=[replace(item, summary="")],
        statements=said,
        participants=record.participants,
    )


def test_what_the_summary_holds_is_counted() -> None:
    found = review(evening(), SUMMARY)
    assert [item.number for item in found.without_result] == [5]
    counts = (found.summaries, found.results, found.recommendations, found.next_steps)
    assert counts == (7, 20, 4, 5)
    assert found.statements == 20 + 5  # the five under the question without result


def test_the_full_minutes_hold_everything_and_ask_for_no_results() -> None:
    found = review(evening(), FULL)
    assert found.without_result == ()
    assert found.statements == sum(item.statement_count for item in evening().items)


def test_statements_of_nobody_are_counted_where_statements_are_attributed() -> None:
    assert review(evening(), FULL).without_person == 1
    assert review(evening(), SUMMARY).without_person == 0


def test_kinds_of_organisation_with_few_people_are_listed() -> None:
    found = {note.kind: note.people for note in review(evening(), FULL).few_people}
    assert found == {OrganisationKind.CARE: 1, OrganisationKind.CITIZEN: 1}
    assert review(evening(), SUMMARY).few_people == ()


def test_three_people_point_to_nobody() -> None:
    record = evening()
    others = [
        replace(person, uid=f"{person.uid}{i}", organisation_kind=OrganisationKind.CARE)
        for i, person in enumerate(record.participants[:2])
    ]
    more = replace(record, participants=(*record.participants, *others))
    assert OrganisationKind.CARE not in {note.kind for note in review(more, FULL).few_people}


@pytest.mark.parametrize("text", ["Das sagte Rolf Oberländer.", "rolf  oberländer war dabei"])
def test_a_protected_name_typed_into_a_statement_is_found(text: str) -> None:
    (note,) = review(with_text(text), FULL).names_in_texts
    assert note.name.casefold().split() == ["rolf", "oberländer"]
    assert note.statement_uid is not None


def test_and_in_a_summary() -> None:
    record = with_text("nichts")
    item = replace(record.items[0], summary="Thea Ehlers fasst zusammen.")
    (note,) = review(replace(record, items=(item,)), SUMMARY).names_in_texts
    assert (note.name, note.statement_uid) == ("Thea Ehlers", None)


def test_the_name_of_somebody_who_may_be_named_is_no_note() -> None:
    assert review(with_text("Das sagte Karin Weiß."), FULL).names_in_texts == ()


def test_a_confidential_session_protects_everybody_and_the_organisations() -> None:
    secret = replace(evening(), session=replace(SESSION, confidential=True))
    names = protected_names(secret, FULL)
    assert {"Karin Weiß", "Rolf Oberländer", "Grundschule am Anger"} <= set(names)
    assert "Karin Weiß" not in protected_names(evening(), FULL)
    limited = replace(FULL, naming_limit=NamingLevel.ANONYMOUS)
    assert "Karin Weiß" in protected_names(evening(), limited)

"""The notes before an export."""

from dataclasses import replace
from typing import Any

import pytest

from app.domain.in_the_room import HandCountView, ParkedTopicView
from app.domain.minutes import HeldStatements, MinutesOptions, MinutesRecord
from app.domain.minutes_names import TextPlace, names_in_texts, protected_names
from app.domain.minutes_review import review
from app.domain.statements import NextStepView, StatementDetails
from app.domain.vocabulary import MinutesKind, NamingLevel, OrganisationKind, StatementKind
from app.export.blocks import Table
from tests.support.evening import SERIES, SESSION, START, evening, options
from tests.support.minutes import blocks, lines

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
    assert found == {OrganisationKind.CARE: 1, OrganisationKind.CITIZEN: 1, None: 1}
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
    assert (note.place, bool(note.statement_uid)) == (TextPlace.ITEM, True)


def test_and_in_a_summary() -> None:
    record = with_text("nichts")
    item = replace(record.items[0], summary="Thea Ehlers fasst zusammen.")
    (note,) = review(replace(record, items=(item,)), SUMMARY).names_in_texts
    assert (note.name, note.item, note.statement_uid) == ("Thea Ehlers", item, "")


def printed(record: MinutesRecord, chosen: MinutesOptions) -> str:
    """All that the document says, its tables too."""
    rows = (b.rows for b in blocks(record, chosen) if isinstance(b, Table))
    cells = (cell for table in rows for row in table for cell in row)
    return "\n".join((*lines(record, chosen), *cells)).replace("\u00a0", " ")


NAMED = "Was Rolf Oberländer sagte"
HANDS = HandCountView("h", evening().questions[0].uid, NAMED, 1, 0, 0, START)
STEP = NextStepView(
    uid="n", text=f"Prüfen, {NAMED}", who="", due=None, statement_uid=None, evidence=""
)


@pytest.mark.parametrize("chosen", [SUMMARY, FULL])
@pytest.mark.parametrize(
    ("place", "changed"),
    [
        (TextPlace.TITLE, {"session": replace(SESSION, title=NAMED)}),
        (TextPlace.SERIES, {"series": replace(SERIES, title=NAMED)}),
        (TextPlace.OCCASION, {"session": replace(SESSION, occasion=NAMED)}),
        (TextPlace.OCCASION, {"series": replace(SERIES, purpose=NAMED)}),
        (TextPlace.NEXT_STEPS, {"next_steps": (STEP,)}),
        (TextPlace.ITEM, {"hand_counts": (HANDS,)}),
        (TextPlace.PARKING_LOT, {"parked_topics": (ParkedTopicView("t", None, NAMED),)}),
        (TextPlace.ITEM, {"items": (replace(evening().questions[0], text=NAMED),)}),
    ],
)
def test_a_protected_name_is_found_wherever_it_is_printed(
    chosen: MinutesOptions, place: TextPlace, changed: dict[str, Any]
) -> None:
    assert names_in_texts(evening(), chosen) == ()
    (note,) = names_in_texts(replace(evening(), **changed), chosen)
    assert (note.name, note.place) == ("Rolf Oberländer", place)
    assert NAMED in printed(replace(evening(), **changed), chosen)  # it can be read there


def test_what_is_not_printed_is_no_note() -> None:
    """An occasion that gives somebody away is kept back in a confidential session."""
    hidden = replace(SESSION, confidential=True, occasion=NAMED)
    record = replace(evening(), session=hidden)
    assert NAMED not in printed(record, SUMMARY)
    assert TextPlace.OCCASION not in {n.place for n in names_in_texts(record, SUMMARY)}


def test_a_remark_is_no_note_where_only_results_are_printed() -> None:
    record = with_text(NAMED)
    (*others, last) = record.statements.of(record.items[0].uid)
    remark = replace(last, kind=StatementKind.REMARK, is_result=False)
    record = replace(record, statements=HeldStatements([*others, remark]))
    for chosen, found in ((FULL, 1), (SUMMARY, 0)):
        assert len(names_in_texts(record, chosen)) == found
        assert (NAMED in printed(record, chosen)) is bool(found)


def test_a_name_in_an_addition_is_found_unless_the_addition_is_protected() -> None:
    reason, asking = StatementDetails(reason=NAMED), StatementDetails(who_asks=NAMED)
    for details, found in ((reason, 1), (asking, 0)):
        record = with_text("nichts")
        (said, *_) = record.statements.of(record.items[0].uid)
        said = replace(said, details=details)
        held = replace(record, statements=HeldStatements([said]))
        assert len(names_in_texts(held, FULL)) == found


def test_the_name_of_somebody_who_may_be_named_is_no_note() -> None:
    assert review(with_text("Das sagte Karin Weiß."), FULL).names_in_texts == ()


def test_a_confidential_session_protects_everybody_and_the_organisations() -> None:
    secret = replace(evening(), session=replace(SESSION, confidential=True))
    names = protected_names(secret, FULL)
    assert {"Karin Weiß", "Rolf Oberländer", "Grundschule am Anger"} <= set(names)
    assert "Karin Weiß" not in protected_names(evening(), FULL)
    limited = replace(FULL, naming_limit=NamingLevel.ANONYMOUS)
    assert "Karin Weiß" in protected_names(evening(), limited)

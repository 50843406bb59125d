"""How one statement is printed: who, when, kind, text, and what stands below it."""

from dataclasses import replace

import pytest

from app.domain.minutes import MinutesOptions
from app.domain.statements import Actor, StatementDetails, StatementView
from app.domain.vocabulary import (
    ActivityStatus,
    Addressee,
    MinutesKind,
    NamingLevel,
    Outcome,
    Participation,
    Reading,
    StatementKind,
)
from app.export.blocks import Paragraph, ParagraphRole, RunRole
from app.export.look import PARAGRAPHS
from tests.support.evening import options, participants, uid
from tests.support.minutes import (
    GERMAN,
    blocks,
    lines,
    question,
    session_of,
    statement,
)

SUMMARY, FULL = options(MinutesKind.SUMMARY), options(MinutesKind.FULL)


def of(said: StatementView, chosen: MinutesOptions = FULL) -> tuple[Paragraph, ...]:
    """The paragraphs that one statement becomes."""
    record = session_of([said], people=participants())
    roles = {
        ParagraphRole.STATEMENT, ParagraphRole.STATEMENT_FOLLOWED, ParagraphRole.QUOTE,
        ParagraphRole.STATEMENT_ADDITION, ParagraphRole.RESULT, ParagraphRole.RESULT_FOLLOWED,
        ParagraphRole.RESULT_ADDITION, ParagraphRole.RESULT_ADDITION_FOLLOWED,
        ParagraphRole.QUOTE_FOLLOWED,
    }  # fmt: skip
    found = (b for b in blocks(record, chosen) if isinstance(b, Paragraph))
    return tuple(block for block in found if block.role in roles)


def text(paragraph: Paragraph) -> str:
    return paragraph.text.replace("\u00a0", " ")


def by(short: str, words: str = "Es fehlt ein Raum.") -> StatementView:
    return replace(statement(1, words), participant_uid=uid(short))


@pytest.mark.parametrize(
    ("short", "who"),
    [
        ("KW", "Karin Weiß (Kirchengemeinde St. Lukas), "),
        ("TE", "Ehrenamt, Kirchengemeinde St. Lukas, "),
        ("LA", "Seniorenrat Stuberwiesen, "),
        ("PM", "eine Einrichtung der Pflege, "),
        ("BH", "eine Bürgerin oder ein Bürger, "),
        ("RO", ""),
    ],
)
def test_a_statement_says_who_exactly_as_agreed(short: str, who: str) -> None:
    (paragraph,) = of(by(short))
    assert text(paragraph) == f"STU-1-1\t{who}17:00 Uhr – Hemmnis: Es fehlt ein Raum."


def test_nobody_and_somebody_anonymous_look_alike() -> None:
    assert of(by("RO")) == of(statement(1, "Es fehlt ein Raum."))


def test_a_statement_can_be_stricter_than_its_person() -> None:
    (paragraph,) = of(replace(by("KW"), naming=NamingLevel.ANONYMOUS))
    assert text(paragraph).startswith("STU-1-1\t17:00 Uhr – ")


def test_a_table_instead_of_a_person_is_named_like_an_organisation() -> None:
    at_table = replace(statement(1, "So."), source="Tisch 2")
    assert "Tisch 2, 17:00 Uhr" in text(of(at_table)[0])
    limited = replace(FULL, naming_limit=NamingLevel.ORGANISATION_KIND)
    assert "Tisch" not in text(of(at_table, limited)[0])


def test_unsettled_initials_are_never_printed() -> None:
    assert "SB" not in text(of(replace(statement(1, "So."), person_unclear="SB"))[0])


def test_each_piece_has_its_role() -> None:
    (paragraph,) = of(by("LA"))
    assert [(run.role, run.text.replace("\u00a0", " ")) for run in paragraph.runs] == [
        (RunRole.NUMBER, "STU-1-1"),
        (RunRole.PLAIN, "\t"),
        (RunRole.WHO, "Seniorenrat Stuberwiesen"),
        (RunRole.PLAIN, ", "),
        (RunRole.TIME, "17:00 Uhr"),
        (RunRole.PLAIN, " – "),
        (RunRole.KIND, "Hemmnis:"),
        (RunRole.PLAIN, " Es fehlt ein Raum."),
    ]


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Wer kommt?", "„Wer kommt?“"),
        ("„Wer kommt?“", "„Wer kommt?“"),
        ('"Wer kommt?"', '"Wer kommt?"'),
        ("Er sagte „nein“", "„Er sagte „nein““"),
        ("„Nein“, sagte er", "„Nein“, sagte er"),
    ],
)
def test_a_quote_is_set_apart_with_the_spoken_words_in_quotation_marks(
    typed: str, printed: str
) -> None:
    (paragraph,) = of(replace(by("LA", typed), verbatim=True))
    assert paragraph.role is ParagraphRole.QUOTE
    spoken = [run.text for run in paragraph.runs if run.role is RunRole.VERBATIM]
    assert spoken == [printed]
    assert text(paragraph).endswith(" – Seniorenrat Stuberwiesen, 17:00 Uhr")


@pytest.mark.parametrize("kind", list(StatementKind))
def test_the_kind_stands_before_the_text_and_a_remark_has_none(kind: StatementKind) -> None:
    (paragraph,) = of(replace(statement(1, "So."), kind=kind))
    words = [run.text for run in paragraph.runs if run.role is RunRole.KIND]
    if kind is StatementKind.REMARK:
        assert words == []
    else:
        assert words == [GERMAN.word(kind, "protocol") + ":"]
        assert words[0][0].isupper()


TAKES_PART, MISSING = (Actor(name="Feuerwehr", participation=p) for p in Participation)


@pytest.mark.parametrize(
    ("actors", "reading", "word"),
    [
        ((TAKES_PART,), Reading.NONE, "Macht mit:"),
        ((MISSING, MISSING), Reading.TAKES_PART, "Fehlt noch:"),
        ((MISSING, TAKES_PART), Reading.MISSING, "Beteiligte:"),
        ((), Reading.TAKES_PART, "Macht mit:"),
        ((), Reading.MISSING, "Fehlt noch:"),
        ((), Reading.COOPERATION, "Beteiligte:"),
    ],
)
def test_actors_say_whether_they_take_part(
    actors: tuple[Actor, ...], reading: Reading, word: str
) -> None:
    item = replace(question(), reading=reading)
    said = replace(statement(1, "Feuerwehr", item), kind=StatementKind.ACTOR, actors=actors)
    assert any(
        f"– {word} Feuerwehr" in line for line in lines(session_of([said], items=[item]), FULL)
    )


RECOMMENDATION = replace(
    statement(1, "Dauerhaft fördern."),
    kind=StatementKind.RECOMMENDATION,
    is_result=True,
    addressees=(Addressee.FEDERAL, Addressee.STATE),
    addressee_note="Bundesministerium",
    details=StatementDetails(reason="Projekte enden.", level="Bund", status=ActivityStatus.PLANNED),
)


def test_additions_of_a_result_stand_on_lines_of_their_own() -> None:
    first, *additions = of(RECOMMENDATION, SUMMARY)
    assert first.role is ParagraphRole.RESULT_FOLLOWED
    assert [text(p) for p in additions] == [
        "Richtet sich an: Bund, Land (Bundesministerium)",
        "Begründung: Projekte enden.",
        "Stand: geplant · Lösbar auf Ebene: Bund",
    ]


def test_what_the_room_said_never_stands_alone_on_the_next_page() -> None:
    """Every paragraph of a statement but the last goes along with what follows."""
    read_back = replace(RECOMMENDATION, outcome=Outcome.CONFIRMED)
    quoted = replace(read_back, verbatim=True)
    for said, chosen in (
        (read_back, SUMMARY),
        (read_back, FULL),
        (quoted, SUMMARY),
        (quoted, FULL),
    ):
        *others, last = of(said, chosen)
        assert others
        assert all(PARAGRAPHS[each.role].keep_next for each in others)
        assert not PARAGRAPHS[last.role].keep_next, "else the whole list would hang together"
        assert "Rückspiegelung: bestätigt" in text(last)


def test_a_statement_has_at_most_one_addition() -> None:
    first, addition = of(RECOMMENDATION)
    assert first.role is ParagraphRole.STATEMENT_FOLLOWED
    assert text(addition) == (
        "Richtet sich an: Bund, Land (Bundesministerium) · Begründung: Projekte enden. · "
        "Stand: geplant · Lösbar auf Ebene: Bund"
    )


def test_an_addressee_may_be_free_text_alone() -> None:
    said = replace(RECOMMENDATION, addressees=(), details=StatementDetails())
    assert text(of(said, SUMMARY)[1]) == "Richtet sich an: Bundesministerium"


@pytest.mark.parametrize(
    ("note", "printed"),
    [
        ("Karin Weiß", "Richtet sich an: EU (Karin Weiß)"),
        ("Rolf Oberländer", "Richtet sich an: EU"),
        ("Ausschuss", "Richtet sich an: EU (Ausschuss)"),
    ],
)
def test_names_of_addressees_are_protected(note: str, printed: str) -> None:
    said = replace(statement(1, "Ja"), addressees=(Addressee.EU,), addressee_note=note)
    assert text(of(said)[1]) == printed


def test_a_confidential_session_names_no_addressee_that_took_part() -> None:
    said = replace(statement(1, "Ja"), addressee_note="Seniorenrat Stuberwiesen, Vorstand")
    record = session_of([said], people=participants())
    confidential = replace(record, session=replace(record.session, confidential=True))
    assert not any("Seniorenrat" in line or "Richtet" in line for line in lines(confidential, FULL))


def test_names_in_the_fields_for_afterwards_are_protected() -> None:
    details = StatementDetails(who_began="Rolf Oberländer", who_asks="Thea Ehlers", year="2021")
    addition = of(replace(statement(1, "So."), details=details))[1]
    assert text(addition) == "Jahr: 2021 · Anfrage durch: Ehrenamt, Kirchengemeinde St. Lukas"


def test_the_summary_attributes_only_if_wanted_and_never_tells_the_time() -> None:
    said = replace(by("LA"), is_result=True)
    assert text(of(said, SUMMARY)[0]) == "STU-1-1\tHemmnis: Es fehlt ein Raum."
    attributed = replace(SUMMARY, attribution=True)
    assert text(of(said, attributed)[0]) == (
        "STU-1-1\tSeniorenrat Stuberwiesen – Hemmnis: Es fehlt ein Raum."
    )


def test_a_quote_can_be_a_result() -> None:
    said = replace(by("LA", "Wer kommt?"), is_result=True, verbatim=True)
    assert text(of(said, SUMMARY)[0]) == "STU-1-1\t„Wer kommt?“"


def test_a_statement_without_number_begins_at_the_tab() -> None:
    (paragraph,) = of(replace(statement(1, "So."), evidence=""))
    assert paragraph.text.startswith("\t")


def test_line_breaks_stay_inside_one_paragraph() -> None:
    (paragraph,) = of(statement(1, "eins\nzwei"))
    assert text(paragraph).endswith("eins\nzwei")


COOPERATION = replace(
    statement(1, "Diakonie + Schule am Anger: Schulung der  Lesepaten, jährlich."),
    kind=StatementKind.COOPERATION,
    details=StatementDetails(purpose="schulung der Lesepaten", since="2024"),
)


@pytest.mark.parametrize("chosen", [FULL, SUMMARY])
def test_a_purpose_that_the_line_has_just_said_is_not_said_again(chosen: MinutesOptions) -> None:
    first, addition = of(replace(COOPERATION, is_result=True), chosen)
    assert text(first).endswith(": Schulung der  Lesepaten, jährlich.")
    assert text(addition) == "Seit: 2024"
    alone = StatementDetails(purpose=COOPERATION.details.purpose)
    (only,) = of(replace(COOPERATION, is_result=True, details=alone), chosen)
    assert only.role in {ParagraphRole.STATEMENT, ParagraphRole.RESULT}


@pytest.mark.parametrize("purpose", ["Lesepaten schulen", "Schulung der Lesepat", "–"])
def test_a_purpose_in_other_words_is_printed(purpose: str) -> None:
    said = replace(COOPERATION, details=StatementDetails(purpose=purpose))
    assert text(of(said)[1]) == f"Zweck: {purpose}"

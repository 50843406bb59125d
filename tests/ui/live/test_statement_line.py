"""A statement taken back can be recorded again as it was, whatever stands in it."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.entry import Line
from app.domain.people import ParticipantView
from app.domain.shorthand import parse
from app.domain.statements import StatementView
from app.domain.text import clean
from app.domain.vocabulary import StatementKind
from app.texts import Texts
from ui.live.shorthand_context import (
    Speaker,
    chip_value,
    shorthand_context,
    speaker_of,
    voices,
)
from ui.live.statement_line import line_of

PEOPLE = {
    uid: ParticipantView(uid, uid, name, "", None, "", None, None, 0)
    for uid, name in (("kw", "Karin Weiß"), ("sb", "Sabine Brandt"), ("so", "Stefan Bär"))
}
CONTEXT = shorthand_context(
    Texts("de"),
    voices(PEOPLE.values()),
    previous=(),
    offered=(),
    themes=(),
    blocks=(),
    today=dt.date(2026, 11, 22),
)
PLAIN = StatementView(
    uid="s",
    plan_item_uid="q",
    participant_uid=None,
    source="",
    text="Text",
    kind=StatementKind.REMARK,
    recorded_at=dt.datetime(2026, 11, 22, 17, 40, tzinfo=dt.UTC),
)
TEXTS = st.text(min_size=1, max_size=60).map(lambda text: clean(text).text.strip()).filter(bool)
SIGNS = st.text(alphabet='kw:@#/*" ,;+!?>\nä', min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    st.one_of(TEXTS, SIGNS),
    st.sampled_from((None, "kw", "sb")),
    st.booleans(),
    st.booleans(),
    st.lists(st.sampled_from(("Wohnen", "Pflege und Alter")), unique=True),
    st.integers(0, 3),
    st.booleans(),
)
@example('kw: #Wohnen, "so"', None, True, True, ["Wohnen"], 0, False)
@example(": erst", "kw", False, False, [], 2, True)
@example("> bis Freitag @kw", None, False, False, [], 0, False)
@example("+ und @kw", None, False, False, [], 0, False)
def test_the_line_reads_as_the_statement(
    text: str,
    person: str | None,
    verbatim: bool,
    is_result: bool,
    themes: list[str],
    assent: int,
    clarify: bool,
) -> None:
    statement = replace(
        PLAIN,
        text=text,
        participant_uid=person,
        verbatim=verbatim,
        is_result=is_result,
        themes=tuple(themes),
        assent=assent,
        clarify=clarify,
    )
    parsed = parse(line_of(statement, PEOPLE), CONTEXT)
    assert parsed.text == text
    assert parsed.participant_uid == person
    assert parsed.verbatim == verbatim
    assert parsed.is_result == is_result
    assert (parsed.assent, parsed.clarify) == (assent, clarify)
    assert (parsed.continues, parsed.step) == (False, None)
    assert set(parsed.themes) == set(themes)
    assert parsed.marks_previous is None


def test_a_source_and_unclear_initials_come_back_too() -> None:
    table = parse(line_of(replace(PLAIN, source="Tisch 2"), PEOPLE), CONTEXT)
    assert speaker_of(table.participant_uid) == Speaker(source="Tisch 2")
    unclear = parse(line_of(replace(PLAIN, person_unclear="SB"), PEOPLE), CONTEXT)
    assert (unclear.person_unclear, unclear.participant_uid) == ("SB", None)


@pytest.mark.parametrize(
    ("typed", "source"),
    [
        ("tisch 2: ja", "Tisch 2"),
        ("Tisch 12: ja", "Tisch 12"),
        ("gruppe b: ja", "Gruppe B"),
        ("@tisch 3 ja", "Tisch 3"),
    ],
)
def test_tables_can_be_named(typed: str, source: str) -> None:
    parsed = parse(Line(typed), CONTEXT)
    assert speaker_of(parsed.participant_uid).source == source
    assert parsed.text == "ja"


@pytest.mark.parametrize(
    "typed", ["Tisch: ja", "Der Tisch 2: ja", "Tischler 2: ja", "tisch 200: x"]
)
def test_other_words_with_a_colon_are_text(typed: str) -> None:
    parsed = parse(Line(typed), CONTEXT)
    assert parsed.participant_uid is None
    assert parsed.text == typed


def test_somebody_called_like_a_table_wins() -> None:
    people = [ParticipantView("t", "t", "Tisch 2", "", None, "", None, None, 0)]
    assert voices(people).match("tisch 2")[0].uid == "t"


def test_a_participant_is_told_from_a_source() -> None:
    assert speaker_of(chip_value(Speaker(participant_uid="kw"))) == Speaker(participant_uid="kw")
    assert speaker_of(None) == Speaker()

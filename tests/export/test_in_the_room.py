"""What the room did and said stands in the minutes: hands, answers, topics put off."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, Outcome
from app.export.blocks import Paragraph, RunRole
from tests.support.docx_checks import assert_sound
from tests.support.evening import evening, options
from tests.support.minutes import (
    ENGLISH,
    blocks,
    in_the_room,
    lines,
    session_of,
    statement,
    written,
)

WHOLE = [options(kind) for kind in MinutesKind if kind is not MinutesKind.RESULTS]
FULL, RESULTS = options(MinutesKind.FULL), options(MinutesKind.RESULTS)
SUMMARY = options(MinutesKind.SUMMARY)


def _room() -> MinutesRecord:
    return in_the_room(evening())


def _results(*said: StatementView) -> MinutesRecord:
    return session_of([replace(each, is_result=True) for each in said])


@pytest.mark.parametrize("chosen", WHOLE, ids=[c.kind.value for c in WHOLE])
def test_hands_stand_under_their_question_in_every_kind(chosen: MinutesOptions) -> None:
    found = lines(_room(), chosen)
    heading = next(n for n, line in enumerate(found) if line.startswith("1\t"))
    following = next(n for n, line in enumerate(found) if line.startswith("2\t"))
    told = [n for n, line in enumerate(found) if "Stimmungsbild:" in line]
    assert len(told) == 3
    assert heading < told[0] < told[1] < following < told[2]
    assert "„Wer ist dafür?“ – 12 dafür, 0 dagegen, 2 offen" in found[told[0]]
    assert "„Und wer jetzt?“ – 12 dafür, 1 dagegen, 2 offen" in found[told[1]]


def test_the_course_says_when_hands_were_raised() -> None:
    (first, *_) = [line for line in lines(_room(), FULL) if "Stimmungsbild:" in line]
    assert first.startswith("\t")
    assert "Uhr – Stimmungsbild:" in first
    assert not any("Uhr – Stimmungsbild" in line for line in lines(_room(), SUMMARY))


@pytest.mark.parametrize("chosen", WHOLE, ids=[c.kind.value for c in WHOLE])
def test_topics_put_off_stand_behind_the_questions(chosen: MinutesOptions) -> None:
    found = lines(_room(), chosen)
    at = found.index("Zurückgestellte Themen")
    first = evening().items[0].title
    assert found[at + 1 : at + 4] == [
        "Wer haftet für die Räume? (Leitfrage 2)",
        f"Kinderbetreuung ({first}, erledigt)",
        "Ohne Frage",
    ]


@pytest.mark.parametrize(
    ("name", "gone"), [("hands", "Stimmungsbild"), ("parking_lot", "Zurückgestellte Themen")]
)
def test_what_is_not_wanted_is_not_there(name: str, gone: str) -> None:
    without = replace(FULL, **{name: False})  # type: ignore[arg-type]
    assert gone in "\n".join(lines(_room(), FULL))
    assert gone not in "\n".join(lines(_room(), without))


def test_a_question_with_hands_only_is_no_empty_line_on_the_sheet() -> None:
    record = _room()
    found = lines(record, RESULTS)
    assert any(line.startswith("Stimmungsbild: Wer ist dabei? – 12 dafür") for line in found)
    assert "Zurückgestellte Themen" not in found


def test_the_sheet_says_how_results_were_answered(tmp_path: Path) -> None:
    record = _results(
        replace(statement(1, "klar"), outcome=Outcome.CONFIRMED),
        replace(statement(2, "neu"), outcome=Outcome.CHANGED, assent=9),
        replace(statement(3, "nein"), outcome=Outcome.DISPUTED, assent=9, dissent=4),
        replace(statement(4, "doch"), outcome=Outcome.DISPUTED),
        replace(statement(5, "trotzdem"), outcome=Outcome.CONFIRMED, assent=9, dissent=1),
        statement(6, "offen"),
    )
    found = [line.split("\t")[:2] for line in lines(record, RESULTS) if line.startswith("STU")]
    assert found == [
        ["STU-1-1", "bestätigt"],
        ["STU-1-2", "geändert 9"],
        ["STU-1-3", "strittig 9 : 4"],
        ["STU-1-4", "strittig"],
        ["STU-1-5", "bestätigt 9 : 1"],
        ["STU-1-6", ""],
    ]
    assert_sound(written(record, RESULTS, tmp_path / "blatt.docx"))


def test_what_was_not_simply_confirmed_is_set_apart_on_the_sheet() -> None:
    record = _results(
        *(
            replace(statement(number, "x"), outcome=outcome)
            for number, outcome in enumerate(Outcome, start=1)
        )
    )
    roles = {
        run.text: run.role
        for block in blocks(record, RESULTS)
        if isinstance(block, Paragraph)
        for run in block.runs
    }
    assert roles["bestätigt"] is RunRole.ANSWER
    assert roles["geändert"] is roles["strittig"] is RunRole.ANSWER_DIFFERS


@pytest.mark.parametrize("chosen", [SUMMARY, FULL, options(MinutesKind.SHORT)])
def test_minutes_tell_counts_and_answers_beside_the_statement(chosen: MinutesOptions) -> None:
    record = _results(replace(statement(1, "klar"), assent=12, dissent=3, outcome=Outcome.DISPUTED))
    text = "\n".join(lines(record, chosen))
    assert "Im Raum: 12 dafür, 3 dagegen" in text
    assert "Rückspiegelung: strittig" in text
    without = replace(chosen, answers=False)
    assert "Im Raum" not in "\n".join(lines(record, without))
    assert "Rückspiegelung" not in "\n".join(lines(record, without))


def test_in_english_too() -> None:
    found = "\n".join(lines(_room(), FULL, ENGLISH))
    assert "Show of hands:" in found
    assert "Topics put off" in found


def test_where_a_sheet_has_no_room_hands_give_way_and_it_says_so() -> None:
    record = in_the_room(evening())
    many = tuple(
        replace(count, uid=f"{count.uid}-{n}", wording="Soll die Runde das wollen? " * 4)
        for n in range(12)
        for count in record.hand_counts
    )
    found = lines(replace(record, hand_counts=many), RESULTS)
    left = sum(line.startswith("Stimmungsbild:") for line in found)
    assert left < len(many)
    assert any(f"{len(many) - left} Stimmungsbilder" in line for line in found)

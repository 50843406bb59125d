"""The commands for feedback: a form out, and back in."""

import datetime as dt
import json
from pathlib import Path

import docx
import pytest

from tests.support.command_line import EXAMPLE, Program
from tests.support.docx_checks import assert_sound
from tests.support.feedback import CHANGE, LEAVE_OUT, Said, filled, number_of, rows_of
from tests.support.word import words_of

NEW = "Das Protokoll nennt die Organisation."


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    found = Program(capsys, tmp_path / "workspace.db")
    found("import", EXAMPLE)
    return found


@pytest.fixture
def form(program: Program, tmp_path: Path) -> Path:
    path = tmp_path / "bogen.docx"
    code, out, err = program(
        *("export", "Kalkofen", "--kind", "feedback", "--until", "10.12.2099"),
        *("--return-to", "team@example.org", "--out", path),
    )
    assert (code, out, err) == (0, f"Gespeichert: {path}\n", "")
    return path


def test_a_form_is_written(form: Path) -> None:
    assert_sound(form)
    assert "Bitte bis zum 10. Dezember 2099 zurück an: team@example.org" in words_of(form)


def test_a_form_for_one_person(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "person.docx"
    call = ("export", "Kalkofen", "--kind", "feedback", "--out", path)
    assert program(*call, "--participant", "johanna brehm")[0] == 0
    assert len(list(rows_of(docx.Document(str(path))))) == 4
    code, _, err = program(*call, "--participant", "Niemand")
    assert code == 1
    assert "Niemand" in err


@pytest.mark.parametrize("day", ["bald", "31.02.2026", "2026-13-01"])
def test_a_wrong_day_is_wrong_usage(program: Program, tmp_path: Path, day: str) -> None:
    call = ("export", "Kalkofen", "--kind", "feedback", "--out", tmp_path / "a.docx")
    code, _, err = program(*call, "--until", day)
    assert code == 2
    assert f"{day} ist kein Tag. So geht es: 10.12.2026" in err


def test_a_day_that_is_over_is_refused(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    call = ("export", "Kalkofen", "--kind", "feedback", "--out", path)
    code, out, err = program(*call, "--until", "1.3.2024")
    assert (code, out) == (1, "")
    assert "März 2024 ist schon vorbei" in err
    assert not path.exists()
    today = dt.datetime.now().astimezone().date()
    assert program(*call, "--until", today.isoformat())[0] == 0


def test_a_dry_run_shows_the_differences_and_stores_nothing(program: Program, form: Path) -> None:
    filled(form, {"KAL-B-1": Said(CHANGE, NEW), "KAL-V-1": Said("halb")}, name="Gerhard Oltmanns")
    code, out, err = program("feedback", "Kalkofen", form, "--dry-run", "--json")
    found = json.loads(out)
    assert (code, err) == (0, "")
    assert (found["who"], found["stored"], found["unanswered"]) == ("Gerhard Oltmanns", 0, 65)
    assert found["participant"]
    first, second = found["answers"]
    assert set(first) == {
        *("evidence", "statement", "answer", "before", "wording", "differences", "comment"),
        *("tracked", "known"),
    }
    assert (first["answer"], first["wording"]) == ("change", NEW)
    assert {what for what, _ in first["differences"]} == {"kept", "removed", "added"}
    assert "".join(text for what, text in first["differences"] if what != "removed") == NEW
    assert second["comment"] == "halb"
    (problem,) = found["problems"]
    assert (problem["code"], problem["evidence"]) == ("answer_unknown", "KAL-V-1")
    assert "steht nicht zur Auswahl" in problem["text"]
    assert json.loads(program("feedback", "Kalkofen", form, "--json")[1])["stored"] == 2


def test_answers_are_stored_once_and_wait(program: Program, form: Path) -> None:
    filled(form, {"KAL-B-1": Said(CHANGE, NEW), "KAL-V-1": Said(LEAVE_OUT)})
    code, out, err = program("feedback", "Kalkofen", form)
    assert (code, err) == (0, "")
    assert f"KAL-B-1: bitte ändern – {NEW}" in out
    assert "2 neue Antworten eingelesen, davon 2 zu entscheiden" in out
    again = program("feedback", "Kalkofen", form)[1]
    assert "(schon eingelesen)" in again
    assert "0 neue Antworten eingelesen" in again
    path = form.with_name("protokoll.docx")
    program("export", "Kalkofen", "--kind", "full", "--out", path)
    assert NEW not in words_of(path)


def test_what_is_no_form_is_explained(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "leer.docx"
    path.write_bytes(b"")
    code, out, err = program("feedback", "Kalkofen", path)
    assert (code, out) == (1, "")
    assert (
        err
        == "„leer.docx“ ist leer (0 Bytes). Bitte lassen Sie sich den Bogen noch einmal schicken.\n"
    )
    assert program("feedback", "Kalkofen", tmp_path / "fehlt.docx")[0] == 1


def test_the_help_describes_the_json(program: Program) -> None:
    code, out, _ = program("feedback", "--help")
    assert code == 0
    for name in ("answers[]", "differences", "tracked", "problems[]", "unanswered"):
        assert name in out


def test_every_number_is_in_the_form_once(form: Path) -> None:
    numbers = [number_of(row) for row in rows_of(docx.Document(str(form)))]
    assert len(numbers) == len(set(numbers)) == 67

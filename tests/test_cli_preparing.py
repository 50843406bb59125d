"""The commands for preparing: the plan with its times, and lists of participants."""

import json
from pathlib import Path

import pytest

from tests.support.command_line import EXAMPLE, Program
from tests.support.guest_list import guest_list


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    found = Program(capsys, tmp_path / "workspace.db")
    found("import", EXAMPLE)
    return found


def _session(program: Program) -> str:
    return str(json.loads(program("sessions", "--json")[1])[0]["uid"])


def _people(program: Program) -> int:
    return int(json.loads(program("sessions", "--json")[1])[0]["participants"])


def test_the_plan_has_times_and_says_what_does_not_fit(program: Program) -> None:
    uid = _session(program)
    code, out, err = program("plan", uid, "--json")
    assert (code, err) == (0, "")
    plan = json.loads(out)
    assert set(plan) == {
        *("start", "end", "total_minutes", "slot_minutes", "seconds_per_head"),
        *("warnings", "items"),
    }
    assert (plan["total_minutes"], plan["slot_minutes"], plan["warnings"]) == (180, 180, [])
    assert plan["items"][0]["position"] == 1
    assert plan["items"][0]["start"] == plan["start"]
    assert set(plan["items"][0]) == {"position", "kind", "title", "minutes", "start", "pinned"}
    assert plan["seconds_per_head"] == 105 * 60 // _people(program)
    assert program("plan", uid)[1].count(" min ") == len(plan["items"])


def test_a_plan_without_times_or_questions(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "a.session.json"
    document = {
        "format": "quartiersdialog-session",
        "version": 1,
        "series": {"id": "00000000-0000-4000-8000-000000000001", "title": "R"},
        "session": {
            "id": "00000000-0000-4000-8000-000000000002",
            "title": "Leer",
            "date": "2026-01-02",
        },
    }
    path.write_text(json.dumps(document), encoding="utf-8")
    program("import", path)
    plan = json.loads(program("plan", "Leer", "--json")[1])
    assert (plan["start"], plan["slot_minutes"], plan["seconds_per_head"]) == (None, None, None)
    assert plan["warnings"] == ["Der Ablauf hat keine Leitfrage."]
    code, _, err = program("plan", "Leer")
    assert (code, err.strip()) == (0, "Der Ablauf hat keine Leitfrage.")


def test_people_are_looked_at_taken_and_taken_once(program: Program, tmp_path: Path) -> None:
    uid, path = _session(program), guest_list(tmp_path)
    before = _people(program)
    code, out, err = program("people", uid, path, "--dry-run")
    assert code == 0
    assert "geändert wurde nichts" in out
    assert "Zeile 8 hat keinen Namen" in err
    assert "„vielleicht“ nicht verstanden" in err
    assert _people(program) == before
    code, out, _ = program("people", uid, path, "--json")
    found = json.loads(out)
    assert (code, found["without_name"], found["twice"]) == (0, 1, 1)
    assert _people(program) == before + found["new"]
    assert found["columns"]["Einrichtung"] == "organisation"
    assert json.loads(program("people", uid, path, "--json")[1])["new"] == 0


def test_columns_are_named_on_the_command_line(program: Program, tmp_path: Path) -> None:
    uid, path = _session(program), tmp_path / "liste.csv"
    path.write_text("Wer;Organisation\nAnna;Geheim\n", encoding="utf-8")
    code, _, err = program("people", uid, path)
    assert (code, "keine Spalte mit Namen" in err) == (1, True)
    code, out, _ = program("people", uid, path, "--map", "Wer=name;Organisation=ignore", "--json")
    (person,) = json.loads(out)["people"]
    assert (code, person["name"], person["organisation"]) == (0, "Anna", "")
    assert program("people", uid, path, "--map", "Wer=nickname")[0] == 2
    assert program("people", uid, path, "--map", "Wer")[0] == 2
    code, _, err = program("people", uid, path, "--map", "Niemand=name")
    assert (code, "keine Spalte „Niemand“" in err) == (1, True)


def test_what_is_no_list_is_one_line(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "foto.xlsx"
    path.write_bytes(b"\x89PNG\0")
    code, out, err = program("people", _session(program), path)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert program("people", _session(program), tmp_path / "none.csv")[0] == 1
    assert program("people", _session(program), tmp_path)[0] == 1


def test_shares_come_as_a_table_without_anybody(program: Program, tmp_path: Path) -> None:
    uid, path = _session(program), tmp_path / "a.csv"
    words = ("export", uid, "--kind", "shares", "--out", path)
    code, out, err = program(*words, "--format", "csv")
    assert (code, out.strip(), err) == (0, f"Gespeichert: {path}", "")
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    assert lines[0].startswith("Art der Organisation;Anwesende")
    assert lines[-1].startswith("übrige")
    code, _, err = program(*words)  # a Word file is no table
    assert code == 1
    assert "--format xlsx" in err

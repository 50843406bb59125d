"""The command line on bad days: backups, what they bring back, what a damaged file still holds."""

import json
from pathlib import Path

import pytest

from app.bootstrap import workspace
from app.domain.incoming.statements import StatementChanges
from tests.support.command_line import EXAMPLE, Program
from tests.support.damage import overwrite_page, pages_of
from tests.support.room import Room
from tests.support.tables import dump


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    return Program(capsys, tmp_path / "workspace.db")


def test_a_backup_prints_its_path_and_is_listed(program: Program) -> None:
    program("import", EXAMPLE)
    code, out, err = program("backup")
    assert (code, err) == (0, "")
    path = Path(out.strip())
    assert dump(path) == dump(program.database)
    code, second, _ = program("backup")
    code, out, err = program("backup", "--list", "--json")
    assert (code, err) == (0, "")
    listed = json.loads(out)
    assert [each["path"] for each in listed] == [str(path), second.strip()]
    assert set(listed[0]) == {"name", "path", "created_at", "statements", "ok"}
    assert (listed[0]["name"], listed[0]["ok"]) == (path.name, True)
    assert listed[0]["statements"] > 50
    assert listed[0]["created_at"].endswith("+00:00")
    code, out, _ = program("backup", "--list")
    assert (code, len(out.splitlines())) == (0, 2)


def test_no_backups_is_said(program: Program) -> None:
    assert program("backup", "--list", "--json") == (0, "[]\n", "")
    code, out, err = program("backup", "--list")
    assert (code, out, "Noch keine Sicherungen" in err) == (0, "", True)
    code, _, err = program("backup")
    assert (code, "gibt es nicht" in err, len(err.splitlines())) == (1, True, 1)
    assert not program.database.exists()


def test_backups_are_listed_and_restored_when_the_database_is_gone(
    program: Program, tmp_path: Path
) -> None:
    program("import", EXAMPLE)
    before = dump(program.database)
    program("backup")
    program.database.write_bytes(b"x" * 9000)
    _, out, _ = program("backup", "--list", "--json")
    (backup,) = json.loads(out)
    for number, reference in enumerate((backup["name"], backup["path"])):
        target = tmp_path / f"neu{number}.db"
        code, out, err = program("restore", reference, "--to", target)
        assert (code, err) == (0, "")
        assert str(backup["statements"]) in out
        assert dump(target) == before


def test_restoring_says_why_not_and_what_to_do_instead(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    name = Path(program("backup")[1].strip()).name
    target = tmp_path / "a.db"
    code, _, err = program("restore", "gibtsnicht", "--to", target)
    assert (code, "backup --list" in err, len(err.splitlines())) == (1, True, 1)
    code, _, err = program("restore", name, "--to", program.database)
    assert (code, "neuen Namen" in err, len(err.splitlines())) == (1, True, 1)
    target.write_bytes(b"da")
    code, _, err = program("restore", name, "--to", target)
    assert (code, "gibt es schon" in err, target.read_bytes()) == (1, True, b"da")
    assert program("restore", name)[0] == 2


def test_a_damaged_backup_is_listed_as_that_and_refused(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    path = Path(program("backup")[1].strip())
    overwrite_page(path, pages_of(path)["statement"][0])
    (listed,) = json.loads(program("backup", "--list", "--json")[1])
    assert (listed["ok"], listed["statements"] > 50) == (False, True)
    assert "beschädigt" in program("backup", "--list")[1]
    code, _, err = program("restore", path.name, "--to", tmp_path / "a.db")
    assert (code, "verändert oder beschädigt" in err, len(err.splitlines())) == (1, True, 1)
    assert not (tmp_path / "a.db").exists()


def test_before_reading_in_there_is_a_backup(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    assert program("backup", "--list", "--json")[1] == "[]\n", "an empty database needs none"
    program("import", EXAMPLE)
    (listed,) = json.loads(program("backup", "--list", "--json")[1])
    assert "_import." in listed["name"]
    folder = tmp_path / "backups"
    folder.rename(tmp_path / "weg")
    folder.write_bytes(b"")
    code, out, err = program("import", EXAMPLE)
    assert (code, "unverändert" in out) == (0, True)
    assert err.startswith("Hinweis: Vorher ließ sich keine Sicherung machen.")


def test_salvage_says_what_it_found_and_lost(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    broken = tmp_path / "kaputt.db"
    program.database.rename(broken)
    total = len(dump(broken)["statement"])
    pages = pages_of(broken)["statement"]
    overwrite_page(broken, pages[1])
    before = broken.read_bytes()
    code, out, err = program("salvage", broken, "--to", tmp_path / "neu.db")
    assert (code, err) == (0, "")
    (line,) = [line for line in out.splitlines() if line.startswith("statement:")]
    found, lost = (int(part) for part in line.replace(",", "").split() if part.isdigit())
    assert (found + lost, lost > 0) == (total, True)
    assert out.splitlines()[-1].startswith("Insgesamt ")
    assert not program.database.exists(), "no other database is opened"
    assert broken.read_bytes() == before
    code, _, err = program("salvage", tmp_path / "nichts.db", "--to", tmp_path / "b.db")
    assert (code, len(err.splitlines())) == (1, 1)
    assert program("salvage", broken)[0] == 2


def test_the_history_of_a_statement_has_every_wording(program: Program) -> None:
    with workspace(program.database) as services:
        room = Room(services)
        uid = room.say("Ein Raum fehlt").uid
        services.capture.update([uid], StatementChanges(text="Zwei Räume fehlen"))
        services.capture.update([uid], StatementChanges(is_result=True))
        services.history.undo(room.uid)
        services.capture.delete([uid])
    code, out, err = program("history", uid[2:], "--json")
    assert (code, err) == (0, "")
    told = json.loads(out)
    assert told["statement"] == uid
    assert [
        (each["operation"], each["role"], each["text"], [c["field"] for c in each["changes"]])
        for each in told["history"][1:]
    ] == [
        ("statement.edit", "do", "Zwei Räume fehlen", ["text"]),
        ("statement.result", "do", "Zwei Räume fehlen", ["is_result"]),
        ("statement.result", "undo", "Zwei Räume fehlen", ["is_result"]),
        ("statement.delete", "do", "Zwei Räume fehlen", ["deleted"]),
    ]
    first = told["history"][0]
    assert (first["operation"], first["text"]) == ("statement.record", "Ein Raum fehlt")
    assert first["at"].endswith("+00:00")
    code, out, _ = program("history", uid)
    assert (code, len(out.splitlines())) == (0, 5)
    assert "Rückgängig: Ergebnis kennzeichnen (is_result): Zwei Räume fehlen" in out


def test_the_history_of_an_imported_statement_begins_with_what_came(program: Program) -> None:
    program("import", EXAMPLE)
    with workspace(program.database) as services:
        statement = services.views.statements(services.views.sessions()[0].uid)[3]
        services.capture.update([statement.uid], StatementChanges(text="Ganz anders"))
    told = json.loads(program("history", statement.uid, "--json")[1])["history"]
    assert [(each["operation"], each["text"]) for each in told] == [
        ("document.read", statement.text),
        ("statement.edit", "Ganz anders"),
    ]


def test_a_statement_must_be_named_clearly(program: Program) -> None:
    program("import", EXAMPLE)
    code, _, err = program("history", "gibtsnicht")
    assert (code, "search --json" in err) == (1, True)
    code, _, err = program("history", "-")
    assert (code, "Mehrere Beiträge passen" in err) == (1, True)
    assert program("history", " ")[0] == 1
    assert program("history")[0] == 2

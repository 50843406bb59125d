"""The command line and its files: what it writes where, and which databases it opens."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import docx
import pytest

from app.config import DATABASE_VARIABLE
from app.domain.vocabulary import PaperKind
from tests.support.command_line import EXAMPLE, Program
from tests.support.docx_checks import assert_sound
from tests.support.small_document import row_id, small_document, write
from tests.support.tables import dump, without_log

ROOT = Path(__file__).parents[1]


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    return Program(capsys, tmp_path / "workspace.db")


def test_export_of_every_kind_and_of_the_session(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    for kind in ("summary", "short", "full", "photo", "results"):
        out = tmp_path / f"{kind}.docx"
        code, _, err = program("export", "Kalkofen", "--kind", kind, "--out", out)
        assert (code, err) == (0, "")
        assert docx.Document(str(out)).paragraphs
    out = tmp_path / "out.session.json"
    assert program("export", "Kalkofen", "--format", "json", "--out", out)[0] == 0
    assert json.loads(out.read_text("utf-8"))["format"] == "quartiersdialog-session"


def test_a_script_without_a_font_is_no_reason_to_say_anything(
    program: Program, tmp_path: Path
) -> None:
    """Qt would name every font that lacks it; a process of its own, for it says so only once."""
    document = small_document()
    document["session"]["title"] = "नमस्ते"
    program("import", write(tmp_path / "a.session.json", document))
    out = tmp_path / "out.pdf"
    export = ("export", row_id(2), "--kind", "full", "--format", "pdf", "--out", out)
    done = subprocess.run(
        [sys.executable, "-P", "-m", "ui", "--database", program.database, *export],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert out.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("kind", PaperKind)
def test_papers_are_exported_and_change_nothing(
    kind: PaperKind, program: Program, tmp_path: Path
) -> None:
    program("import", EXAMPLE)
    before, out = dump(program.database), tmp_path / "papier.docx"
    code, said, err = program("export", "Kalkofen", "--kind", kind, "--out", out)
    assert (code, err) == (0, "")
    assert str(out) in said
    assert_sound(out)
    after = dump(program.database)
    assert without_log(after) == without_log(before)
    assert len(after["export"]) == 1


def test_a_paper_that_cannot_be_leaves_the_old_file(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    old = tmp_path / "alt.pdf"
    old.write_bytes(b"alt")
    code, _, err = program("export", "Kalkofen", "--kind", "posters", "--out", old)
    assert (code, len(err.splitlines())) == (1, 1)
    assert old.read_bytes() == b"alt"


def test_export_in_every_form(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    begins = {"pdf": b"%PDF-", "xlsx": b"PK", "csv": b"\xef\xbb\xbf", "txt": b""}
    for form, beginning in begins.items():
        out = tmp_path / f"a.{form}"
        code, _, err = program("export", "Kalkofen", "--format", form, "--out", out)
        assert (code, err) == (0, "")
        assert out.read_bytes().startswith(beginning)
        assert out.stat().st_size > 1_000
    rows = (tmp_path / "a.csv").read_text("utf-8-sig").count("\nKAL-")
    assert rows == 67  # a table holds all statements unless a kind is named


def test_the_command_line_is_only_ever_stricter(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    out = tmp_path / "a.txt"

    def said(*more: str) -> str:
        call = ("export", "Kalkofen", "--kind", "full", "--format", "txt", "--out", out)
        assert program(*call, *more)[0] == 0
        return out.read_text("utf-8")

    usual, open_ = said(), said("--naming", "name")
    assert open_ == usual
    anonymous = said("--naming", "anonymous")
    assert "Jasmin Haddad (" in usual
    assert "Jasmin Haddad (" not in anonymous
    confidential = said("--confidential")
    assert "Ulrike Mahnke" in anonymous
    assert "Ulrike Mahnke" not in confidential


def test_a_failing_export_leaves_the_old_file(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    old = tmp_path / "alt.docx"
    old.write_bytes(b"alt")
    assert program("export", "niemand", "--out", old)[0] == 1
    assert old.read_bytes() == b"alt"
    code, _, err = program("export", "Kalkofen", "--out", tmp_path)
    assert (code, "Ordner" in err) == (1, True)
    code, _, err = program("export", "Kalkofen", "--out", tmp_path / "fehlt" / "a.docx")
    assert (code, "fehlt" in err) == (1, True)


def test_an_export_that_cannot_be_changes_nothing(program: Program, tmp_path: Path) -> None:
    """Evidence numbers are given for good, so not for a file that never was."""
    program("import", EXAMPLE)
    before = dump(program.database)
    for out, told in (
        (tmp_path / "a.pdf", "endet nicht auf .docx"),
        (tmp_path / "a.session.json", "endet nicht auf .docx"),
        (tmp_path / "a", "endet nicht auf .docx"),
        (tmp_path / "fehlt" / "a.docx", "gibt es nicht"),
        (tmp_path / f"{'x' * 300}.docx", "der Name ist nicht möglich oder zu lang"),
    ):
        code, _, err = program("export", "Kalkofen", "--kind", "full", "--out", out)
        assert (code, len(err.splitlines())) == (1, 1)
        assert told in err
    assert dump(program.database) == before
    assert not list(tmp_path.glob("a*"))


def test_a_question_without_result_prints_all_and_says_so(program: Program, tmp_path: Path) -> None:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    document["extensions"]["quartiersdialog"].pop("plan_item")
    document["extensions"]["quartiersdialog"].pop("statement")
    file = tmp_path / "ohne.session.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    program("import", file)
    out = tmp_path / "ohne.docx"
    code, _, err = program("export", "Kalkofen", "--out", out)
    assert code == 0
    assert "1, 2, 3, 4, 5, 6, 7, 8" in err
    assert "mit allen Beiträgen" in err
    for instead in (("--kind", "results"), ("--without-results", "note")):
        _, _, err = program("export", "Kalkofen", *instead, "--out", tmp_path / "anders.docx")
        assert "Leitfrage 1, 2, 3" in err
        assert "mit allen Beiträgen" not in err
    printed = "\n".join(paragraph.text for paragraph in docx.Document(str(out)).paragraphs)
    for statement in document["statements"]:
        assert statement["text"].split("\n")[0][:40] in printed.replace("\u00a0", " ")


def test_a_question_to_which_nothing_was_said_is_not_said_to_be_printed_whole(
    program: Program, tmp_path: Path
) -> None:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    whole = document["extensions"]["quartiersdialog"]
    head = {part: whole[part] for part in ("schema", "series", "session", "participant")}
    document["extensions"]["quartiersdialog"] = head
    (first, *_) = (each["id"] for each in document["questions"])
    for kept, told in (([], ""), ([first], "Leitfrage 1.")):
        own = [each for each in document["statements"] if each["question"] in kept]
        file = tmp_path / "leer.session.json"
        file.write_text(json.dumps({**document, "statements": own}), encoding="utf-8")
        program("import", file)
        code, _, err = program("export", "Kalkofen", "--out", tmp_path / "leer.docx")
        assert (code, err.strip()[-len(told) :] if told else err) == (0, told)


def test_names_that_are_printed_although_protected_are_counted_with_their_places(
    program: Program, tmp_path: Path
) -> None:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    person = next(each for each in document["participants"] if each["attribution"] == "anonymous")
    for number in (0, 3):
        question = document["questions"][number]["id"]
        said = next(each for each in document["statements"] if each["question"] == question)
        said["text"] += f" Das weiß {person['name']}."
    document["session"]["title"] += f" mit {person['name']}"
    document["extensions"]["quartiersdialog"]["next_step"][0]["text"] += f" ({person['name']})"
    file = tmp_path / "namen.session.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    program("import", file)
    code, _, err = program("export", "Kalkofen", "--kind", "full", "--out", tmp_path / "a.docx")
    assert (code, len(err.splitlines())) == (0, 1)
    assert "(Stellen: 4): Titel des Gesprächs; Leitfrage 1, 4; nächste Schritte. " in err
    assert person["name"] not in err


def test_example_twice_makes_one_session(program: Program, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        code, out, err = program("example", "--out", tmp_path / name)
        assert (code, err) == (0, "")
        assert str(tmp_path / name) in out
    assert len(json.loads(program("sessions", "--json")[1])) == 1


def test_an_example_that_cannot_be_written_adds_no_session(
    program: Program, tmp_path: Path
) -> None:
    program("import", EXAMPLE)
    before = dump(program.database)
    for out, told in (
        (tmp_path / "nope" / "x.docx", "gibt es nicht"),
        (tmp_path / "x.txt", "endet nicht auf .docx"),
        (tmp_path, "ist ein Ordner"),
    ):
        code, said, err = program("example", "--out", out)
        assert (code, said, len(err.splitlines())) == (1, "", 1)
        assert told in err
    assert dump(program.database) == before
    assert program("example", "--out", tmp_path / "x.docx")[0] == 0
    assert dump(program.database) != before


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("db.docx", ("export", "Kalkofen", "--kind", "full", "--out")),
        ("db.docx", ("example", "--out")),
        ("db.session.json", ("export", "Kalkofen", "--format", "json", "--out")),
    ],
)
def test_the_open_database_is_never_replaced(
    program: Program, name: str, command: tuple[str, ...]
) -> None:
    program.database = program.database.with_name(name)
    program("import", EXAMPLE)
    before = dump(program.database)
    code, out, err = program(*command, program.database)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert "gehört zur geöffneten Datenbank" in err
    assert dump(program.database) == before


def test_check_names_what_is_wrong(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    code, out, err = program("check", "--json")
    assert (code, err) == (0, "")
    found = json.loads(out)
    keys = ["path", "schema", "integrity", "pragmas", "counts", "problems"]
    assert (list(found), found["problems"]) == (keys, [])
    assert "Prüfung ok" in program("check")[1]
    with closing(sqlite3.connect(program.database)) as connection:
        connection.execute("DROP TABLE draft")
    code, out, err = program("check")
    assert (code, len(err.splitlines())) == (1, 1)
    assert "(draft)" in err
    assert "Prüfung mit Befund (1)" in out
    assert json.loads(program("check", "--json")[1])["problems"] == err.splitlines()
    assert program("sessions") == (1, "", err)  # not called a bug
    program.database.write_bytes(b"SQLite format 3\x00" + b"x" * 5000)
    code, _, err = program("check")
    assert code == 1
    assert "keine Datenbank" in err
    assert len(err.splitlines()) == 1


@pytest.mark.parametrize("by", ["option", "environment"])
@pytest.mark.parametrize(
    "command",
    [
        ("check",),
        ("check", "--json"),
        ("sessions",),
        ("search", "x"),
        ("export", "x", "--out", "x.docx"),
        ("open", "x"),
    ],
)
def test_reading_creates_no_database_whose_name_was_mistyped(
    program: Program, monkeypatch: pytest.MonkeyPatch, by: str, command: tuple[str, ...]
) -> None:
    program.database = program.database.with_name("Tippfehler") / "w.db"
    if by == "environment":
        monkeypatch.setenv(DATABASE_VARIABLE, str(program.database))
    code, out, err = program(*command) if by == "option" else program.without_option(*command)
    assert (code, out, len(err.splitlines())) == (1, "", 1)
    assert err.startswith(f"Die Datenbank „{program.database}“ gibt es nicht.")
    assert not program.database.parent.exists()
    assert program("import", EXAMPLE)[0] == 0  # what writes may


def test_the_users_own_database_is_created_by_whatever_comes_first(
    program: Program, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(DATABASE_VARIABLE, raising=False)
    monkeypatch.setattr("app.config.default_database", lambda: tmp_path / "own" / "w.db")
    code, _, err = program.without_option("sessions")
    assert (code, err.startswith("Noch keine Gespräche.")) == (0, True)
    assert program.without_option("check")[0] == 0


def test_no_traceback_for_paths_of_every_bad_kind(program: Program, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for database in (
        *(tmp_path, tmp_path / "file" / "inside.db", Path("/proc/none/w.db")),
        *(Path(tmp_path.anchor), Path("~nobody-here/w.db")),
    ):
        program.database = database
        code, _, err = program("sessions")
        assert code == 1
        assert len(err.strip().splitlines()) == 1, err
        assert "Traceback" not in err
        assert "Das hätte nicht passieren dürfen" not in err


def test_a_file_where_a_folder_should_be_is_said_in_german(
    program: Program, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    program.database = tmp_path / "file" / "w.db"
    for command in (("import", EXAMPLE), ("example", "--out", tmp_path / "a.docx")):
        code, _, err = program(*command)
        assert (code, len(err.splitlines())) == (1, 1)
        assert "(ein Teil des Pfads ist eine Datei und kein Ordner)" in err

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli import main
from app.config import WindowRequest, plain_start
from tests.support.command_line import EXAMPLE, Program
from tests.support.small_document import small_document

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    return Program(capsys, tmp_path / "workspace.db")


def test_without_a_command_the_window_opens(program: Program) -> None:
    assert program()[0] == 0
    (request,) = program.opened
    assert (request.session, request.page, request.files) == (None, None, ())


def test_nothing_at_all_is_a_command_too() -> None:
    assert main([], open_window=lambda _: 7) == 7


def test_a_double_click_hands_over_the_file(program: Program, tmp_path: Path) -> None:
    file = tmp_path / "Gespräch.session.json"
    assert program("--theme", "dark", file)[0] == 0
    assert (program.opened[0].files, program.opened[0].theme) == ((file,), "dark")


def test_import_says_one_line_per_file_and_goes_on_after_a_fault(
    program: Program, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.session.json"
    broken.write_text("{", encoding="utf-8")
    code, out, err = program("import", broken, EXAMPLE, tmp_path / "none.session.json")
    assert code == 1
    assert len(out.splitlines()) == 1
    assert "0 unverändert, 0 verschieden" in out
    assert next(line.split(":")[0] for line in err.splitlines()) == "broken.session.json"
    assert len(err.splitlines()) == 2
    new = out.split(": ")[1].split(" neu")[0]
    code, out, _ = program("import", EXAMPLE)
    assert (code, f": 0 neu (Beiträge: 0), {new} unverändert, 0 verschieden" in out) == (0, True)


def test_every_note_on_a_file_names_it(program: Program, tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.session.json" for name in ("a", "b", "c")]
    for number, file in enumerate(files):
        text = json.dumps(small_document()).replace("-8000-", f"-900{number}-")
        if number != 1:
            text = text.replace('"Eins"', '"Eins\\ud800"').replace("{", '{"mood": 1, ', 1)
            text = f'{text[:-1]}, "extensions": {{"quartiersdialog": {{"schema": 2}}}}}}'
        file.write_text(text, encoding="utf-8")
    code, out, err = program("import", *files)
    assert (code, len(out.splitlines())) == (0, 3)
    assert [line.split(": ")[0] for line in err.splitlines()] == [
        f"Hinweis zu {name}.session.json" for name in "aaaccc"
    ]
    assert "haben Stand 2, dieses Programm kennt Stand 1." in err


def test_numbers_that_are_taken_are_one_note(program: Program, tmp_path: Path) -> None:
    document = json.loads(EXAMPLE.read_text("utf-8"))
    own = document["extensions"]["quartiersdialog"]["statement"]
    by_id = {row["id"]: row for row in own}
    for number, row in enumerate(document["statements"]):
        if row["id"] not in by_id:
            own.append(by_id.setdefault(row["id"], {"id": row["id"]}))
        by_id[row["id"]]["evidence"] = f"X-1-{number // 2}"
    file = tmp_path / "a.session.json"
    file.write_text(json.dumps(document), encoding="utf-8")
    code, _, err = program("import", file)
    (line,) = err.splitlines()
    count = len(document["statements"]) // 2
    assert code == 0
    assert line.startswith("Hinweis zu a.session.json: Belegnummern, die schon vergeben sind")
    assert f"({count}): X-1-0, X-1-1, X-1-2," in line
    assert "X-1-19 …" in line
    assert program("import", file)[2] == ""


def test_sessions_as_json_newest_first(program: Program) -> None:
    assert program("import", program.database.with_name("none"))[0] == 1
    assert program("sessions", "--json")[1].strip() == "[]"
    program("import", EXAMPLE)
    (session,) = json.loads(program("sessions", "--json")[1])
    assert list(session) == [
        "uid",
        "date",
        "title",
        "state",
        "questions",
        "participants",
        "statements",
    ]
    assert (session["state"], session["questions"]) == ("review", 8)
    assert session["statements"] > 50


def test_open_finds_the_session_and_names_what_it_cannot_find(program: Program) -> None:
    program("import", EXAMPLE)
    assert program("open", "kalkofen", "--page", "live")[0] == 0
    (uid,) = (each["uid"] for each in json.loads(program("sessions", "--json")[1]))
    assert (program.opened[0].session, program.opened[0].page) == (uid, "live")
    code, _, err = program("open", "Nirgendwo")
    assert code == 1
    assert "Nirgendwo" in err


def test_several_matches_are_listed(program: Program) -> None:
    program("example", "--out", program.database.with_name("a.docx"))
    program("import", EXAMPLE)
    code, _, err = program("export", "gespräch", "--out", program.database.with_name("b.docx"))
    assert code == 1
    assert err.count("Kalkofen") == 2


def test_search_prints_whole_texts(program: Program) -> None:
    program("import", EXAMPLE)
    hits = json.loads(program("search", "quartier", "--limit", "2", "--json")[1])
    assert 1 <= len(hits) <= 2
    assert all("quartier" in hit["text"].lower() for hit in hits)
    assert set(hits[0]) == {"session", "question", "statement", "text"}
    assert program("search", "xyzzy", "--json")[1].strip() == "[]"
    assert program("search", "x", "--limit", "0")[0] == 2


def test_wrong_usage_is_code_2_in_german(program: Program) -> None:
    for arguments in (["foo"], ["export", "x"], ["--page", "live"], ["import"]):
        code, out, err = program(*arguments)
        assert (code, out) == (2, "")
        assert "Falscher Aufruf" in err


def test_nothing_of_a_wrong_call_is_said_in_another_language(program: Program) -> None:
    for arguments, told in (
        (["search", "x", "--limit", "viele"], "--limit: viele ist keine ganze Zahl ab 1."),
        (["search", "x", "--limit", "0"], "--limit: 0 ist keine ganze Zahl ab 1."),
        (["search"], "Es fehlt: TEXT."),
        (["search", "x", "y"], "Damit kann das Programm nichts anfangen: y."),
        (["open", "x", "--page"], "--page: Hier fehlt ein Wert."),
        (["open", "x", "--page", "weg"], "--page: 'weg' gibt es nicht (möglich: 'prepare',"),
        (["import"], "Es fehlt: FILE."),
        (["sessions", "--json=1"], "--json: Hier ist kein Wert möglich: '1'."),
        (["sessions", "--js"], "Damit kann das Programm nichts anfangen: --js."),
    ):
        code, _, err = program(*arguments)
        assert code == 2
        assert err.startswith("Aufruf: quartiersdialog")
        assert f"Falscher Aufruf: {told}" in err


def test_help_is_german_throughout(program: Program) -> None:
    code, out, _ = program("export", "--help")
    assert code == 0
    assert out.startswith("Aufruf: ")
    assert "diese Hilfe zeigen" in out
    assert not {"usage", "options", "arguments", "show", "message"} & set(out.split())


def test_any_number_of_hits_may_be_asked_for(program: Program) -> None:
    program("import", EXAMPLE)
    code, out, _ = program("search", "quartier", "--limit", "9" * 30, "--json")
    assert code == 0
    assert json.loads(out)


def test_half_characters_in_a_call_are_looked_for_and_not_found(program: Program) -> None:
    """Bytes of another encoding arrive as lone surrogates, which SQLite refuses."""
    program("import", EXAMPLE)
    assert program("search", "Stra\udcdfe")[0] == 0
    code, _, err = program("export", "Gespr\udce4ch x", "--out", "x.docx")
    assert (code, len(err.splitlines())) == (1, 1)
    assert err.startswith("Kein Gespräch passt")


@pytest.mark.skipif(sys.platform == "win32", reason="shells differ")
@pytest.mark.parametrize(
    ("redirection", "codes", "told"),
    [
        ("> /dev/full", {1}, ["Die Ausgabe ließ sich nicht schreiben (kein Platz mehr)."]),
        (">&-", {0}, []),
        ("2>&-", {0}, []),
        ("| true; exit ${PIPESTATUS[0]}", {0, 1}, []),  # 1 only if the reader was gone by then
    ],
)
def test_an_output_that_nobody_takes(
    program: Program, redirection: str, codes: set[int], told: list[str]
) -> None:
    program("import", EXAMPLE)
    for command in ("check --json", "search e --limit 1000"):
        done = _in_shell(f"{command} {redirection}", program.database)
        assert done.returncode in codes
        said = done.stderr.decode().splitlines()
        assert [line.split(".")[0] + "." for line in said] == told


def test_what_only_the_log_is_told_never_comes_out(tmp_path: Path) -> None:
    code = (
        "import logging; from app.cli import main\n"
        f"main(['--database', {str(tmp_path / 'w.db')!r}, 'sessions'], open_window=lambda _: 0)\n"
        "logging.getLogger('app').error('im Hintergrund')"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, check=True, capture_output=True, env=environment)
    assert b"Hintergrund" not in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="shells differ")
def test_json_holds_every_character_whatever_the_terminal_can_show(program: Program) -> None:
    program("import", EXAMPLE)
    for encoding in ("utf-8", "ascii"):
        done = _in_shell("sessions --json", program.database, PYTHONIOENCODING=encoding)
        assert json.loads(done.stdout)[0]["title"].startswith("Strategiegespräch")


@pytest.mark.logs_warnings
@pytest.mark.skipif(sys.platform == "win32", reason="no such folder there")
def test_a_bug_is_said_in_one_line_even_where_no_log_can_be_written(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.cli._sessions", None)
    monkeypatch.setattr("app.log.log_folder", lambda: Path("/proc/none"))
    code, _, err = program("sessions")
    assert (code, len(err.splitlines())) == (1, 1)
    assert err.startswith("Das hätte nicht passieren dürfen.")


def _in_shell(
    command: str, database: Path, **environment: str
) -> subprocess.CompletedProcess[bytes]:
    program = f"{shlex.quote(sys.executable)} -P -m ui --database {shlex.quote(str(database))}"
    return subprocess.run(
        ["bash", "-c", f"{program} {command}"],
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
    )


def test_the_command_line_loads_no_qt(tmp_path: Path) -> None:
    code = (
        "import sys; from app.cli import main\n"
        f"main(['--database', {str(tmp_path / 'w.db')!r}, 'example', '--out', "
        f"{str(tmp_path / 'x.docx')!r}], open_window=lambda request: 0)\n"
        "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=False, env={**os.environ, "PYTHONPATH": "."}
    )
    assert done.returncode == 0


def test_the_command_line_costs_the_first_paint_nothing() -> None:
    heavy = ("sqlalchemy", "sqlmodel", "pydantic", "docx", "alembic", "app.storage", "app.services")
    code = (
        "import sys, app.cli\n"
        f"print(*sorted(name for name in sys.modules if name.startswith({heavy!r})))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True
    )
    assert done.stdout.split() == []


def test_english_help(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--language", "en", "--help"], open_window=lambda _: 0)
    assert "read session files" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "plain"),
    [
        ([], True),
        (["--database", "x.db"], True),
        (["--database"], False),
        (["--database", ""], False),
        (["--theme", "dark"], False),
        (["sessions"], False),
        (["x.session.json"], False),
        (["--help"], False),
    ],
)
def test_a_plain_start_asks_for_the_same_as_the_command_line(
    arguments: list[str], plain: bool
) -> None:
    """What needs no parser must not mean anything else than with one."""
    request = plain_start(arguments)
    assert (request is not None) is plain
    if request is not None:
        asked: list[WindowRequest] = []

        def note(wanted: WindowRequest) -> int:
            asked.append(wanted)
            return 0

        main(arguments, open_window=note)
        assert asked == [request]

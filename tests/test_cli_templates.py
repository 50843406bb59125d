"""The commands for house templates."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.support.command_line import EXAMPLE, Program
from tests.support.docx_checks import assert_sound, parts
from tests.support.hostile_templates import HOSTILE
from tests.support.house_templates import PLAIN, TEMPLATES, p
from tests.support.word import words_of


@pytest.fixture
def program(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Program:
    return Program(capsys, tmp_path / "workspace.db")


def template(folder: Path, data: bytes, name: str = "haus.docx") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_a_check_names_what_is_found(program: Program, tmp_path: Path) -> None:
    path = template(tmp_path, TEMPLATES["unknown placeholders"])
    code, out, err = program("template-check", path)
    assert (code, err) == (0, "")
    assert out.startswith("„haus.docx“ ist als Vorlage geeignet.")
    assert "„tittel“ – gemeint ist vielleicht „titel“" in out
    assert "keine Seitenzahlen" in out
    assert "Überschrift 1" in out


def test_a_check_names_what_is_nearly_a_placeholder(program: Program, tmp_path: Path) -> None:
    nearly = replace(PLAIN, body=p("{ { titel } }") + p("{{ protokoll }}"))
    path = template(tmp_path, nearly.file())
    code, out, _ = program("template-check", path)
    assert code == 0
    assert "„{ { titel } }“ sieht wie ein Platzhalter aus, ist aber keiner" in out
    found = json.loads(program("template-check", path, "--json")[1])
    assert found["nearly"] == [{"text": "{ { titel } }", "meant": "titel"}]


def test_a_check_for_programs(program: Program, tmp_path: Path) -> None:
    path = template(tmp_path, TEMPLATES["letterhead"])
    code, out, _ = program("template-check", path, "--json")
    found = json.loads(out)
    assert code == 0
    assert found["usable"] is True
    assert found["found"] == ["protokoll", "titel", "stand"]
    assert "ort" in found["missing"]
    assert found["unknown"] == []
    assert "heading 1" in found["styles_used"]
    assert "Beitrag" in found["styles_added"]


def test_a_refusal_says_what_to_do(program: Program, tmp_path: Path) -> None:
    path = template(tmp_path, HOSTILE["old Word"][1], "haus.doc")
    code, out, err = program("template-check", path)
    assert (code, out) == (1, "")
    assert "Bitte in Word als .docx speichern." in err
    code, out, err = program("template-check", path, "--json")
    assert code == 1
    assert json.loads(out)["refusal"]["code"] == "template_old_word"
    assert program("template-check", tmp_path / "fehlt.docx")[0] == 1


def test_minutes_are_written_with_a_template(program: Program, tmp_path: Path) -> None:
    program("import", EXAMPLE)
    uid = json.loads(program("sessions", "--json")[1])[0]["uid"]
    out = tmp_path / "protokoll.docx"
    haus = template(tmp_path, TEMPLATES["letterhead"], "haus.dotx")
    for kind in ("summary", "full"):
        code, said, err = program("export", uid, "--kind", kind, "--template", haus, "--out", out)
        assert code == 0, err
        assert str(out) in said
        assert words_of(out).startswith("Haus am Markt")
    before = out.read_bytes()
    bad = template(tmp_path, HOSTILE["macros by type"][1], "haus.docm")
    code, _, err = program("export", uid, "--template", bad, "--out", out)
    assert code == 1
    assert "Makros" in err
    assert out.read_bytes() == before


def test_the_sample_looks_like_our_own(program: Program, tmp_path: Path) -> None:
    sample, own, with_sample = (tmp_path / f"{name}.docx" for name in ("sample", "own", "with"))
    assert program("template-sample", "--out", sample)[0] == 0
    assert_sound(sample)
    found = json.loads(program("template-check", sample, "--json")[1])
    assert (found["notes"], found["unknown"], found["styles_added"]) == ([], [], [])
    program("import", EXAMPLE)
    uid = json.loads(program("sessions", "--json")[1])[0]["uid"]
    program("export", uid, "--out", own)
    program("export", uid, "--out", with_sample, "--template", sample)
    assert_sound(with_sample)
    assert words_of(with_sample) == words_of(own)
    for name in ("word/header1.xml", "word/header2.xml", "word/footer1.xml"):
        assert b"{{" in parts(sample)[name]
        assert b"{{" not in parts(with_sample)[name]

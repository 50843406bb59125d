"""Files that must not become templates: each is refused in words, none costs memory or a file."""

import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.templates import HouseTemplate
from app.errors import BadInputError
from app.export.house import foreign
from app.export.house.package import examined
from app.export.minutes import write_minutes
from tests.support.evening import evening
from tests.support.hostile_templates import HOSTILE
from tests.support.house_templates import OFFICE, PLAIN, TEMPLATES
from tests.support.minutes import GERMAN, KINDS

MEASURE = """
import resource, sys
from pathlib import Path
from app.domain.templates import HouseTemplate
from app.errors import BadInputError
from app.export.house.package import examined
examined(HouseTemplate("a.docx", Path(sys.argv[1]).read_bytes()))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for path in sys.argv[2:]:
    try:
        examined(HouseTemplate("a.docx", Path(path).read_bytes()))
    except BadInputError:
        pass
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024)
"""


def refusal(data: bytes) -> str:
    with pytest.raises(BadInputError) as raised:
        examined(HouseTemplate("haus.docx", data))
    said = GERMAN.error(raised.value)
    assert "haus.docx" in said
    assert "{" not in said
    return raised.value.code


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_reason(name: str) -> None:
    code, data = HOSTILE[name]
    assert refusal(data) == code


def test_there_are_enough_of_them_and_all_are_of_today() -> None:
    assert len(HOSTILE) >= 30


@pytest.mark.parametrize("name", ["traversal", "doctype", "remote template", "macros by type"])
def test_a_refused_template_writes_nothing(name: str, tmp_path: Path) -> None:
    target = tmp_path / "in" / "protokoll.docx"
    target.parent.mkdir()
    target.write_bytes(b"alt")
    template = HouseTemplate("haus.docx", HOSTILE[name][1])
    with pytest.raises(BadInputError):
        write_minutes(evening(), KINDS[0], GERMAN, target, template)
    assert target.read_bytes() == b"alt"
    found = {path.name for path in tmp_path.rglob("*") if ".user" not in path.parts}
    assert found <= {"in", "protokoll.docx"} | {p.name for p in (tmp_path / ".user").rglob("*")}


@pytest.mark.skipif(sys.platform == "win32", reason="no measure of a process's memory there")
def test_none_of_them_costs_memory(tmp_path: Path) -> None:
    good = tmp_path / "good.docx"
    good.write_bytes(TEMPLATES["letterhead"])
    files = []
    for number, (_, data) in enumerate(HOSTILE.values()):
        files.append(tmp_path / f"{number}.docx")
        files[-1].write_bytes(data)
    command = [sys.executable, "-c", MEASURE, str(good), *map(str, files)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert float(done.stdout) < 100


def test_without_the_limits_a_bomb_would_be_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The measure tells a difference: what refuses it is the limit, not another fault."""
    monkeypatch.setattr(foreign, "MAX_RATIO", 10**9)
    monkeypatch.setattr(foreign, "_MAX_XML", 10**9)
    examined(HouseTemplate("haus.docx", HOSTILE["regular text"][1]))


def test_without_the_search_a_declaration_would_be_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(foreign, "_DECLARATION", re.compile("(?!)"))
    examined(HouseTemplate("haus.docx", HOSTILE["doctype"][1]))


def test_harmless_links_and_the_note_of_a_local_template_are_fine() -> None:
    links = (("h1", "hyperlink", "https://example.org/"), ("h2", "hyperlink", "mailto:a@b.de"))
    examined(HouseTemplate("a.docx", replace(PLAIN, links=links).file()))
    settings = {
        "word/_rels/settings.xml.rels": (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{OFFICE}/attachedTemplate" TargetMode="External"'
            ' Target="file:///C:\\Users\\berta\\Haus.dotx"/></Relationships>'
        ).encode()
    }
    made = replace(PLAIN, settings='<w:attachedTemplate r:id="r1"/>', extra=settings)
    examined(HouseTemplate("a.docx", made.file()))


def test_a_file_is_read_only_if_it_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, code in ((tmp_path, "is_a_directory"), (tmp_path / "fehlt", "file_not_found")):
        with pytest.raises(BadInputError) as raised:
            foreign.read_file(path)
        assert raised.value.code == code
    monkeypatch.setattr(foreign, "MAX_FILE", 5)
    (tmp_path / "a.docx").write_bytes(b"123456")
    with pytest.raises(BadInputError) as raised:
        foreign.read_file(tmp_path / "a.docx")
    assert raised.value.code == "template_too_large"

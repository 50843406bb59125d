"""Templates that LibreOffice wrote, and what LibreOffice and Microsoft's validator make of ours."""

from pathlib import Path

import pytest

from app.domain.minutes import MinutesOptions, printed_statements
from app.domain.templates import HouseTemplate, Placeholder
from app.domain.vocabulary import MinutesKind
from app.export.house.package import examined
from app.export.minutes import write_minutes
from tests.export.test_other_programs import assert_valid, pages_of, profile, squeezed, validator
from tests.support.docx_checks import field_problems, findings, leftovers
from tests.support.evening import evening
from tests.support.house_templates import TEMPLATES
from tests.support.minutes import GERMAN, KINDS
from tests.support.programs import output_of
from tests.support.word import words_of

pytestmark = pytest.mark.heavy
__all__ = ["profile", "validator"]
RECORD = evening()
LETTER = """<html><head><title>Brief von Berta</title><meta name="author" content="Berta"></head>
<body style="font-family: Arial"><h1>{{ titel }}</h1><h2>{{ ort }}, {{ datum }}</h2>
<table border="1"><tr><td>{{ moderation }}</td><td>{{ stand }}</td></tr></table>
<p>{{ protokoll }}</p><ul><li>Anlage</li></ul><p>Ende</p></body></html>"""
NO_LIST = "Numbering definition '0' referenced"
"""What one validator takes for a fault is how Word, too, says that a paragraph is in no list."""
BOTH = pytest.mark.parametrize("chosen", KINDS, ids=list(MinutesKind))


def written(data: bytes, chosen: MinutesOptions, folder: Path) -> Path:
    path = folder / "protokoll.docx"
    write_minutes(RECORD, chosen, GERMAN, path, HouseTemplate("haus.docx", data))
    return path


@BOTH
@pytest.mark.parametrize("name", TEMPLATES)
def test_the_open_xml_sdk_finds_nothing(
    validator: str, name: str, chosen: MinutesOptions, tmp_path: Path
) -> None:
    assert_valid(validator, written(TEMPLATES[name], chosen, tmp_path))


def test_the_letterhead_and_all_statements_are_on_the_pages(profile: Path, tmp_path: Path) -> None:
    path = written(TEMPLATES["letterhead"], KINDS[1], tmp_path)
    pages = [squeezed(page) for page in pages_of(path, profile)]
    assert all("DiakonieMusterstadt" in page for page in pages)
    assert all(f"Seite{number}–vorläufig" in page for number, page in enumerate(pages, 1))
    text = "".join(pages)
    for item in RECORD.items:
        for statement in printed_statements(RECORD, item, KINDS[1]):
            if "\n" not in statement.text and len(statement.text) < 40:  # on one page
                assert squeezed(statement.text) in text


@BOTH
def test_a_letter_from_libreoffice_becomes_a_template(
    profile: Path, chosen: MinutesOptions, tmp_path: Path
) -> None:
    source = tmp_path / "brief.html"
    source.write_text(LETTER, encoding="utf-8")
    for kind, source_file in (("odt", source), ("docx", tmp_path / "brief.odt")):
        filters = ["--infilter=HTML (StarWriter)"] if kind == "odt" else []
        output_of(
            "soffice", f"-env:UserInstallation=file://{profile}", "--headless", *filters,
            "--convert-to", kind, "--outdir", tmp_path, source_file,
        )  # fmt: skip
    data = (tmp_path / "brief.docx").read_bytes()
    report = examined(HouseTemplate("brief.docx", data))
    assert set(report.found) == {
        Placeholder.MINUTES, Placeholder.TITLE, Placeholder.PLACE, Placeholder.DATE,
        Placeholder.FACILITATORS, Placeholder.STATE,
    }  # fmt: skip
    assert report.unknown == ()
    assert "heading 1" in report.styles_used
    path = written(data, chosen, tmp_path)
    assert [each for each in findings(path) if NO_LIST not in each] == []
    assert field_problems(path) == []
    assert leftovers(path) == []
    words = words_of(path)
    assert "{{" not in words
    assert "Berta" not in words
    assert words.endswith("Anlage\nEnde")

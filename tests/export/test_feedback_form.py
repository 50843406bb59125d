"""The feedback form as a file: sound, in both languages, and the same as before."""

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import docx
import pytest

from app.domain.minutes import MinutesRecord
from app.domain.vocabulary import MinutesKind
from app.export.docx.sheets import write_sheets
from app.export.feedback_form import FormRequest, compose_form, identity_in
from app.export.feedback_reader import read_form
from app.texts import Texts
from tests.support.docx_checks import assert_sound, findings, parts
from tests.support.docx_outline import outline
from tests.support.evening import CREATED, evening, options
from tests.support.feedback import rows_of
from tests.support.minutes import ENGLISH, GERMAN, edges, plenary, question, statement

GOLDEN = Path(__file__).parents[1] / "data" / "golden" / "feedback-form-de.txt"
FULL = options(MinutesKind.FULL)
REQUEST = FormRequest("0A1B2C3D", dt.date(2026, 12, 10), "team@example.org")


def written(
    path: Path,
    record: MinutesRecord | None = None,
    texts: Texts = GERMAN,
    request: FormRequest = REQUEST,
) -> Path:
    """A form in a file."""
    sheets = compose_form(record or evening(), FULL, request, texts)
    tag = {"de": "de-DE", "en": "en-GB"}[texts.language]
    write_sheets(sheets, language=tag, created=CREATED, path=path)
    return path


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH], ids=["de", "en"])
def test_a_form_is_a_sound_file(texts: Texts, tmp_path: Path) -> None:
    assert_sound(written(tmp_path / "a.docx", texts=texts))


def test_a_form_of_a_plenary_has_all_statements(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx", plenary())
    assert_sound(path)
    count = sum(item.statement_count for item in plenary().items)
    assert len(list(rows_of(docx.Document(str(path))))) == count > 300


def test_odd_texts_are_written_and_read_back(tmp_path: Path) -> None:
    item = replace(question(1, "R&D <b>?\n\tzwei"), uid="i")
    odd = 'Er sagte: "A & B" <c> ]]>\nund & weiter'
    said = replace(statement(1, odd), plan_item_uid="i", evidence="S1-1-1")
    record = MinutesRecord.held(
        session=evening().session, series=evening().series, items=[item], statements=[said]
    )
    path = written(tmp_path / "a.docx", record)
    assert_sound(path)
    (row,) = read_form(path.read_bytes(), path.name).rows
    assert (row.evidence, row.text) == ("S1-1-1", odd)


def test_a_control_that_is_not_closed_would_be_noticed(tmp_path: Path) -> None:
    path = written(tmp_path / "a.docx")
    broken = {
        name: data.replace(b"<w:dropDownList>", b"<w:dropDownList><w:unknown/>")
        for name, data in parts(path).items()
    }
    with zipfile.ZipFile(path, "w") as package:
        for name, data in broken.items():
            package.writestr(name, data)
    assert findings(path)


def test_the_form_is_as_it_was(tmp_path: Path) -> None:
    made = outline(written(tmp_path / "a.docx"))
    assert made.splitlines() == GOLDEN.read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("name", edges())
def test_edges_are_sound_or_refused(name: str, tmp_path: Path) -> None:
    record = edges()[name]
    if any(item.statement_count for item in record.items):
        assert_sound(written(tmp_path / "a.docx", record))


def test_an_identity_is_found_wherever_it_stands() -> None:
    session, person = f"{1:08}-0000-4000-8000-{2:012}", f"{3:08}-0000-4000-8000-{4:012}"
    found = identity_in(f"Kennung: {session} / 0A1B2C3D / {person}. Danke.")
    assert found is not None
    assert (found.session_uid, found.code, found.participant_uid) == (session, "0A1B2C3D", person)
    short = identity_in(f"{session}/0A1B2C3D")
    assert short is not None
    assert short.participant_uid == ""
    assert identity_in(f"{session} 0A1B2C3D") is None


def main() -> None:
    """Write the golden document anew."""
    with TemporaryDirectory() as folder:
        text = outline(written(Path(folder) / "a.docx"))
    GOLDEN.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

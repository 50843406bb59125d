"""The statements as Excel and CSV tables, and minutes as plain text."""

import csv
import io
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from app.domain.feedback import DifferingView
from app.domain.minutes import MinutesRecord
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.errors import UserError
from app.export.formats import MinutesFormat, check_suffix, writer_of
from app.export.xlsx_file import LONGEST
from tests.support.evening import evening, options, uid
from tests.support.minutes import GERMAN, session_of, statement

FULL = options(MinutesKind.FULL)
FORMULAS = ("=1+1", "+49 30", "-5 Grad", "@hier", '=HYPERLINK("http://a")')


def made(record: MinutesRecord, form: MinutesFormat, folder: Path) -> Path:
    path = folder / f"tabelle{form.suffix}"
    writer_of(form)(record, FULL, GERMAN, path)
    return path


def rows_of(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file as German Excel reads it."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def test_a_csv_file_is_what_german_excel_opens_right(tmp_path: Path) -> None:
    path = made(evening(), MinutesFormat.CSV, tmp_path)
    content = path.read_bytes()
    assert content.startswith("\ufeffBelegnummer;Leitfrage;".encode())
    assert b"\r\n" in content
    rows = rows_of(path)
    record = evening()
    assert len(rows) == sum(len(list(record.statements.of(i.uid))) for i in record.items)
    (one,) = (row for row in rows if row["Belegnummer"] == "STU-2-2")
    assert one["Wer"] == "Karin Weiß (Kirchengemeinde St. Lukas)"
    assert one["Art"] == "Anlass/Beweggrund"


def test_a_differing_view_has_a_column_where_one_was_noted(tmp_path: Path) -> None:
    record = evening()
    said = next(iter(record.statements.of(record.questions[0].uid)))
    weiss = next(p for p in record.participants if "Weiß" in p.name)
    noted = (
        DifferingView(uid("by name"), weiss.uid, "Das war anders.", "wording"),
        DifferingView(uid("by nobody"), None, "", "wording"),
    )
    with_views = replace(record, differing={said.uid: noted})
    (row,) = (r for r in rows_of(made(with_views, MinutesFormat.CSV, tmp_path)) if _differs(r))
    assert row["Belegnummer"] == said.evidence
    assert row["Abweichende Sicht"] == (
        "Karin Weiß (Kirchengemeinde St. Lukas): Das war anders. · möchte, dass dieser Beitrag"
        " nicht im Protokoll steht"
    )
    hidden = replace(weiss, naming=NamingLevel.ANONYMOUS)
    people = tuple(hidden if p is weiss else p for p in record.participants)
    path = made(replace(with_views, participants=people), MinutesFormat.CSV, tmp_path)
    (row,) = (r for r in rows_of(path) if _differs(r))
    assert row["Abweichende Sicht"].startswith("Das war anders.")
    assert "Abweichende Sicht" not in rows_of(made(record, MinutesFormat.CSV, tmp_path))[0]


def _differs(row: dict[str, str]) -> bool:
    return bool(row["Abweichende Sicht"])


def test_answers_of_the_room_are_left_out_of_the_table_too(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    columns = {"Zustimmung", "Widerspruch", "Rückspiegelung"}
    for chosen, expected in ((FULL, columns), (replace(FULL, answers=False), set())):
        writer_of(MinutesFormat.CSV)(evening(), chosen, GERMAN, path)
        assert columns & set(rows_of(path)[0]) == expected


@pytest.mark.parametrize("text", FORMULAS)
def test_a_spreadsheet_calculates_nothing_of_it(text: str, tmp_path: Path) -> None:
    record = session_of([statement(1, text)])
    (row,) = rows_of(made(record, MinutesFormat.CSV, tmp_path))
    assert row["Beitrag"] == f"'{text}"
    book = openpyxl.load_workbook(made(record, MinutesFormat.XLSX, tmp_path))
    cells = {cell.column: cell for cell in book.active[2]}
    (cell,) = (cell for cell in cells.values() if cell.value == text)
    assert cell.data_type == "s"
    assert cell.quotePrefix


def test_openpyxl_alone_would_have_made_a_formula(tmp_path: Path) -> None:
    """The control: it is the writer that makes a text of it."""
    book = openpyxl.Workbook()
    book.active["A1"] = FORMULAS[0]
    book.save(tmp_path / "a.xlsx")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").active["A1"].data_type == "f"


def test_an_excel_file_holds_every_row_and_nobody_as_its_author(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(made(evening(), MinutesFormat.XLSX, tmp_path))
    sheet = book.active
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref.endswith(str(sheet.max_row))
    assert sheet.max_row == 1 + len(rows_of(made(evening(), MinutesFormat.CSV, tmp_path)))
    with ZipFile(tmp_path / "tabelle.xlsx") as package:
        assert b"creator" not in package.read("docProps/core.xml")
    assert book.properties.title == "Strategiegespräch Quartier Stuberwiesen"


def test_a_text_that_is_too_long_for_a_cell_goes_on_below(tmp_path: Path) -> None:
    text = "Wort " * 9_000
    book = openpyxl.load_workbook(
        made(session_of([statement(1, text)]), MinutesFormat.XLSX, tmp_path)
    )
    found = [
        cell.value
        for row in book.active.iter_rows(min_row=2)
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith("Wort")
    ]
    assert max(map(len, found)) <= LONGEST
    assert "".join(found) == text.rstrip() or "".join(found) == text


def test_signs_excel_forbids_are_left_out(tmp_path: Path) -> None:
    record = session_of([statement(1, "vor\x0bnach\x00")])
    assert made(record, MinutesFormat.XLSX, tmp_path).exists()


def test_minutes_as_text_say_the_same_without_pages(tmp_path: Path) -> None:
    text = made(evening(), MinutesFormat.TXT, tmp_path).read_text(encoding="utf-8")
    assert "Anwesend: 12 Teilnehmende (Liste weiter unten)" in text
    assert "Seite " not in text.partition("Vorstellungsrunde")[0]
    assert "\u00a0" not in text
    for item in evening().questions:
        assert item.heading in text
    said = [s.text for i in evening().items for s in evening().statements.of(i.uid)]
    flat = " ".join(text.split())
    assert [s for s in said if " ".join(s.split()) not in flat] == []


def test_a_photo_protocol_as_text_keeps_captions_and_list(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    writer_of(MinutesFormat.TXT)(evening(), options(MinutesKind.PHOTO), GERMAN, path)
    text = path.read_text(encoding="utf-8")
    assert "Foto 1: Karten zur Frage nach dem Anlass" in text
    assert "STU-2-1" in text


@pytest.mark.parametrize("form", MinutesFormat)
def test_the_ending_must_be_that_of_the_form(form: MinutesFormat, tmp_path: Path) -> None:
    check_suffix(tmp_path / f"A{form.suffix.upper()}", form)
    with pytest.raises(UserError) as caught:
        check_suffix(tmp_path / "a.odt", form)
    assert form.suffix in GERMAN.error(caught.value)


def test_without_a_way_to_draw_there_is_no_pdf() -> None:
    with pytest.raises(UserError):
        writer_of(MinutesFormat.PDF)


@pytest.mark.parametrize("form", [MinutesFormat.CSV, MinutesFormat.XLSX, MinutesFormat.TXT])
def test_what_was_there_stays_if_writing_fails(form: MinutesFormat, tmp_path: Path) -> None:
    path = tmp_path / f"a{form.suffix}"
    path.write_bytes(b"alt")

    class Broken:
        def of(self, _uid: str) -> list[object]:
            raise UserError("is_a_directory", path=path)

    broken = replace(evening(), statements=Broken())  # type: ignore[arg-type]
    with pytest.raises(UserError):
        writer_of(form)(broken, FULL, GERMAN, path)
    assert path.read_bytes() == b"alt"
    assert list(tmp_path.iterdir()) == [path]

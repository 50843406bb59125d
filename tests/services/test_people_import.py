"""Lists of participants: read as they come, shown first, taken over whole or not at all."""

import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantDraft
from app.domain.people_table import PeopleField
from app.domain.vocabulary import NamingLevel, OrganisationKind, SessionState
from app.errors import BadInputError, RefusedError, UserError
from app.services.people_import import LineState, PeoplePreview
from app.texts import Texts
from tests.support.room import Room
from tests.support.tables import everything

PLAIN = "Name;Organisation\nAnna Müller;Diakonie\nTom Weiß;\n"


def csv_file(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "liste.csv"
    path.write_bytes(text.encode(encoding))
    return path


def excel_file(folder: Path, rows: list[list[Any]], *, merged: str = "") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    if merged:
        sheet.merge_cells(merged)
    path = folder / "liste.xlsx"
    book.save(path)
    return path


def look(
    services: Services, room: Room, path: Path, **columns: PeopleField | None
) -> PeoplePreview:
    return services.people_import.preview(room.uid, path, columns)


def named(preview: PeoplePreview) -> list[tuple[str, str]]:
    return [(one.line.name, one.line.organisation) for one in preview.lines]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_any_dialect_and_encoding(
    services: Services, room: Room, tmp_path: Path, encoding: str, delimiter: str
) -> None:
    path = csv_file(tmp_path, PLAIN.replace(";", delimiter), encoding)
    assert named(look(services, room, path)) == [("Anna Müller", "Diakonie"), ("Tom Weiß", "")]


def test_the_line_with_which_excel_names_its_delimiter(
    services: Services, room: Room, tmp_path: Path
) -> None:
    preview = look(services, room, csv_file(tmp_path, "sep=;\n" + PLAIN))
    assert [one.line.number for one in preview.lines] == [3, 4]


def test_a_title_stands_above_and_rows_are_empty_between(
    services: Services, room: Room, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [
        ["Einladungsliste Strategiegespräch", None, None],
        ["Stand: 20.11.2026"],
        [],
        ["Nr.", "Nachname", "Vorname", "Titel", "Einrichtung", "Funktion", "Nennung", "E-Mail"],
        [1, "Müller", "Anna", "Dr.", "Diakonie", "Leitung", "nur Organisation", "a@example.org"],
        [],
        [2.0, "von der Heide", "Tom", None, "Kita Am Bach", None, "ja", None],
        [3, "Weiß", "Eva", None, None, None, "weiß nicht", None],
    ]
    preview = look(services, room, excel_file(tmp_path, rows, merged="A1:D1"))
    first, second, third = (one.line for one in preview.lines)
    assert (first.number, first.name, first.role) == (5, "Dr. Anna Müller", "Leitung")
    assert first.naming is NamingLevel.ORGANISATION
    assert (second.number, second.name, second.naming) == (7, "Tom von der Heide", NamingLevel.NAME)
    assert (third.naming, third.unclear_naming) == (NamingLevel.ANONYMOUS, "weiß nicht")
    assert [head.text for head in preview.heads if head.field is None] == ["Nr.", "E-Mail"]


@pytest.mark.parametrize(
    ("head", "cell"),
    [
        ("Name, Vorname", "Müller, Anna"),
        ("Name", "Müller, Anna"),
        ("Teilnehmer*in", "Anna Müller"),
        ("Teilnehmer/in", "Anna Müller"),
        ("Teilnehmer_innen", "Anna Müller"),
        ("TeilnehmerInnen", "Anna Müller"),
        ("Teilnehmer/-innen", "Anna Müller"),
        ("Teilnehmende/r", "Anna Müller"),
        ("Ansprechpartner(in)", "Anna Müller"),
    ],
)
def test_names_stand_as_they_are_spoken(
    services: Services, room: Room, tmp_path: Path, head: str, cell: str
) -> None:
    path = csv_file(tmp_path, f'"{head}";Firma\n"{cell}";Diakonie\n')
    assert named(look(services, room, path)) == [("Anna Müller", "Diakonie")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('"Name, Vorname";Ort\n"Dr. Weiß, Eva";Kiel\n', "Dr. Eva Weiß"),
        ('Name;Ort\n"Prof. Dr. von der Heide, Eva";Kiel\n', "Prof. Dr. Eva von der Heide"),
        ("Nachname;Vorname\nDr. Weiß;Eva\n", "Dr. Eva Weiß"),
        ("Nachname;Vorname\nM.;Eva\n", "Eva M."),
        ("Nachname;Vorname\nv. d. Heide;Eva\n", "Eva v. d. Heide"),
    ],
)
def test_a_title_beside_the_last_name_comes_first(
    services: Services, room: Room, tmp_path: Path, text: str, name: str
) -> None:
    (one,) = look(services, room, csv_file(tmp_path, text)).lines
    assert one.line.name == name


@pytest.mark.parametrize(
    ("head", "field"),
    [
        ("Firma/Institution", PeopleField.ORGANISATION),
        ("Organisation / Einrichtung", PeopleField.ORGANISATION),
        ("Einrichtung/Träger:", PeopleField.ORGANISATION),
        ("Rolle/Funktion", PeopleField.ROLE),
        ("Ort/Einrichtung", None),
        ("Name/Organisation", None),
    ],
)
def test_a_head_of_two_words_is_known_if_both_say_the_same(
    services: Services, room: Room, tmp_path: Path, head: str, field: PeopleField | None
) -> None:
    preview = look(services, room, csv_file(tmp_path, f"Vorname;{head}\nAnna;Diakonie\n"))
    assert preview.heads[1].field is field


def test_a_head_of_two_rows_is_one(services: Services, room: Room, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["Teilnehmerliste"],
        ["Nr.", "Name", None, "Organisation"],
        [None, "Nachname", "Vorname", None],
        [1, "Müller", "Anna", "Diakonie"],
        [2, None, "Tom", None],
    ]
    preview = look(services, room, excel_file(tmp_path, rows, merged="B2:C2"))
    assert named(preview) == [("Anna Müller", "Diakonie"), ("Tom", "")]


def test_a_row_with_empty_cells_is_no_second_head(
    services: Services, room: Room, tmp_path: Path
) -> None:
    path = csv_file(tmp_path, "Name;Organisation;Funktion\n;;Leitung\n;Verein;\nAnna;;\n")
    assert named(look(services, room, path)) == [("", ""), ("", "Verein"), ("Anna", "")]


def test_a_formula_without_result_says_nothing(
    services: Services, room: Room, tmp_path: Path
) -> None:
    path = csv_file(tmp_path, "Name;Organisation\nAnna;#NV\n#BEZUG!;Diakonie\n")
    preview = look(services, room, path)
    assert named(preview) == [("Anna", ""), ("", "Diakonie")]
    assert [one.state for one in preview.lines] == [LineState.NEW, LineState.WITHOUT_NAME]


def test_kinds_of_organisation_are_understood_in_words(
    services: Services, room: Room, tmp_path: Path
) -> None:
    text = "Name;Organisation;Art der Organisation\nAnna;St. Lukas;Kirchengemeinde\nTom;X;Zirkus\n"
    preview = look(services, room, csv_file(tmp_path, text))
    kinds = [one.line.organisation_kind for one in preview.lines]
    assert kinds == [OrganisationKind.PARISH, None]


def test_who_is_there_stands_twice_or_has_no_name(
    services: Services, room: Room, tmp_path: Path
) -> None:
    services.people.add(room.uid, ParticipantDraft(name="Anna Müller", organisation="Diakonie"))
    text = (
        "Name;Organisation\nANNA MULLER;diakonie\nAnna Müller;Caritas\nTom;\nTom;\n;Stadt\n"
        "=B2;Stadt\n"
    )
    preview = look(services, room, csv_file(tmp_path, text))
    assert [one.state for one in preview.lines] == [
        LineState.KNOWN,
        LineState.NEW,
        LineState.NEW,
        LineState.TWICE,
        LineState.WITHOUT_NAME,
        LineState.FORMULA,
    ]
    before = len(services.views.participants(room.uid))
    assert services.people_import.take(room.uid, preview) == 2
    assert len(services.views.participants(room.uid)) == before + 2
    again = look(services, room, tmp_path / "liste.csv")
    assert again.count(LineState.NEW) == 0
    assert services.people_import.take(room.uid, preview) == 0, "twice is once"


def test_taking_over_is_one_step_that_can_be_undone(
    services: Services, room: Room, tmp_path: Path
) -> None:
    before = services.views.participants(room.uid)
    services.people_import.take(room.uid, look(services, room, csv_file(tmp_path, PLAIN)))
    assert len(services.views.participants(room.uid)) == len(before) + 2
    services.history.undo(room.uid)
    assert services.views.participants(room.uid) == before


def test_looking_changes_nothing_and_a_closed_session_takes_nobody(
    services: Services, room: Room, tmp_path: Path
) -> None:
    path = csv_file(tmp_path, PLAIN)
    before = everything(services.workspace.path)
    preview = look(services, room, path)
    assert everything(services.workspace.path) == before
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    closed = everything(services.workspace.path)
    with pytest.raises(RefusedError):
        services.people_import.take(room.uid, preview)
    assert everything(services.workspace.path) == closed


def test_columns_that_were_chosen_are_remembered(
    services: Services, room: Room, tmp_path: Path
) -> None:
    path = csv_file(tmp_path, "Wer;Woher;Organisation\nAnna;Kiel;Diakonie\n")
    assert not look(services, room, path).names_people
    columns = {"Wer": PeopleField.NAME, "Organisation": None, "woher": PeopleField.ORGANISATION}
    preview = services.people_import.preview(room.uid, path, columns)
    assert named(preview) == [("Anna", "Kiel")]
    assert not look(services, room, path).names_people, "not before it was taken"
    services.people_import.take(room.uid, preview, columns)
    assert named(look(services, room, path)) == [("Anna", "Kiel")]


def test_a_formula_that_was_never_calculated_is_no_name(
    services: Services, room: Room, tmp_path: Path
) -> None:
    path = excel_file(tmp_path, [["Name"], ['="Anna"&" Müller"'], ["Tom"]])
    states = [one.state for one in look(services, room, path).lines]
    assert states == [LineState.FORMULA, LineState.NEW]


def test_the_sheet_with_the_people_is_found(services: Services, room: Room, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Kosten", "Name"])
    hidden, people = book.create_sheet("Alt"), book.create_sheet("Gäste")
    for sheet, name in ((hidden, "Niemand"), (people, "Anna")):
        sheet.append(["Name", "Organisation", "Funktion", "Nennung"])
        sheet.append([name, "Diakonie"])
    hidden.sheet_state = "hidden"
    path = tmp_path / "liste.xlsx"
    book.save(path)
    preview = look(services, room, path)
    assert (preview.sheet, named(preview)) == ("Gäste", [("Anna", "Diakonie")])
    assert preview.other_sheets == ("Sheet",), "the hidden one is nobody's business"


def _zip(**members: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in members.items():
            package.writestr(name, data)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "table_not_a_table"),
        (b"\xd0\xcf\x11\xe0 old", "table_old_excel"),
        (b"PK\x03\x04 torn", "table_damaged"),
        (b"", "table_empty"),
        (b"\n\n;;\n", "table_empty"),
        ("\ufeff".encode(), "table_empty"),
        (_zip(readme=b"no workbook"), "table_not_excel"),
        (_zip(**{"xl/workbook.xml": b"<torn"}), "table_damaged"),
        (_zip(**{"xl/workbook.xml": b"0" * 250_000_000}), "table_too_large"),
        (b"x" * 10_000_001, "table_too_large"),
        (b'Name;Ort\n"Anna;Kiel\nTom;Bonn\n', "table_broken_quotes"),
        (b'Name;Ort\n"Anna" Tom;Kiel\n', "table_broken_quotes"),
        (b"Name\n" + b"\n".join(b"P%d" % n for n in range(10_000)), "table_too_many_people"),
        (b"Name\n" + b"x\n" * 20_001, "table_too_long"),
    ],
)
def test_what_is_no_list_is_said(
    services: Services, room: Room, tmp_path: Path, content: bytes, code: str
) -> None:
    path = tmp_path / "liste.xlsx"
    path.write_bytes(content)
    before = everything(services.workspace.path)
    with pytest.raises(BadInputError) as error:
        look(services, room, path)
    assert error.value.code == code
    assert "liste.xlsx" in Texts("de").error(error.value)
    assert everything(services.workspace.path) == before


def test_a_list_without_names_or_with_another_column_is_said(
    services: Services, room: Room, tmp_path: Path
) -> None:
    path = csv_file(tmp_path, "Ort;Straße\nKiel;Am Bach\n")
    with pytest.raises(BadInputError, match="table_without_names"):
        services.people_import.take(room.uid, look(services, room, path))
    with pytest.raises(BadInputError, match="table_column_missing"):
        look(services, room, path, Wer=PeopleField.NAME)


def test_a_large_sheet_of_which_most_is_empty(
    services: Services, room: Room, tmp_path: Path
) -> None:
    rows: list[list[Any]] = [["Name"], ["Anna"], *([[None]] * 10_000), ["Tom"]]
    assert len(look(services, room, excel_file(tmp_path, rows)).lines) == 2


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.one_of(st.binary(max_size=300), st.text(max_size=200).map(str.encode)))
def test_whatever_it_holds_it_is_read_or_refused(
    services: Services, room: Room, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "liste.csv"
    path.write_bytes(b"Name;Organisation\n" + content)
    try:
        preview = look(services, room, path)
    except UserError:
        return
    assert all(one.line.name for one in preview.lines if one.state is LineState.NEW)
    assert preview.drafts is not None

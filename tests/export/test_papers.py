"""Papers for the room: sound Word files with what belongs on each, and nothing else."""

import re
import runpy
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx.enum.section import WD_ORIENT

from app.domain.presence import Attendance
from app.domain.tables import Table
from app.domain.vocabulary import PaperKind, Presence
from app.errors import RefusedError
from app.export.papers import PaperSource, compose_paper
from app.export.sheets import Grid
from app.paths import resource
from app.services.methods import MethodService
from tests.support.docx_checks import assert_sound, parts, read, style_name, texts
from tests.support.evening import CREATED, SESSION, participants
from tests.support.minutes import ENGLISH, GERMAN, question
from tests.support.papers import EVENING, paper, wording

ROOT = Path(__file__).parents[2]
NOBODY = replace(EVENING, participants=())
Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def write(kind: PaperKind, source: PaperSource = EVENING, language: str = "de") -> Path:
        texts = GERMAN if language == "de" else ENGLISH
        return paper(kind, tmp_path / f"{kind}.docx", source, texts)

    return write


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize("kind", PaperKind)
def test_every_paper_is_a_sound_file(kind: PaperKind, language: str, written: Written) -> None:
    assert_sound(written(kind, EVENING, language))


@pytest.mark.parametrize("kind", [k for k in PaperKind if k is not PaperKind.NAME_CARDS])
def test_papers_without_people_are_sound_too(kind: PaperKind, written: Written) -> None:
    assert_sound(written(kind, NOBODY))


@pytest.mark.parametrize("kind", PaperKind)
def test_odd_texts_are_written_and_read_back(kind: PaperKind, written: Written) -> None:
    people = [
        replace(p, name="<b>&amp; ]]>\x0b", organisation="\ufffe\n& Co.") for p in participants()
    ]
    items = [replace(question(1, "R&D <b>?\n\tzwei"), notes="]]>", prompts=("&",), uid="x")]
    session = replace(SESSION, title="A & B <c>", place="\x00")
    assert_sound(written(kind, PaperSource(session, items, people)))


def test_the_attendance_sheet_has_name_organisation_and_signature_only(written: Written) -> None:
    people = list(participants())
    people[0] = replace(people[0], attendance=Attendance(Presence.EXCUSED))
    found = texts(written(PaperKind.ATTENDANCE, replace(EVENING, participants=people)))
    table = read(written(PaperKind.ATTENDANCE)).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["Name", "Organisation", "Unterschrift"]
    assert people[0].name not in found  # excused
    refused = next(p for p in people if p.on_attendance_list is False)
    assert refused.name not in found
    invited = [p for p in people[1:] if p.on_attendance_list is not False]
    assert {p.name for p in invited} <= set(found)
    roles = {p.role for p in people if p.role} - {p.organisation for p in people}
    assert not roles & set(found)
    empty = [row for row in table.rows if not any(cell.text for cell in row.cells)]
    assert len(empty) == 6


def test_slips_come_four_to_a_page_with_nothing_ticked(written: Written) -> None:
    path = written(PaperKind.SLIPS)
    table = read(path).tables[0]
    cells = [cell.text for row in table.rows for cell in row.cells]
    assert len(cells) == 12
    assert len(cells) % 4 == 0
    for text in cells:
        assert text.count("☐") == 8
        assert "☒" not in text
        assert "☑" not in text
    assert len(read(written(PaperKind.SLIPS, NOBODY)).tables[0].rows) == 2


def test_a_confidential_session_asks_nobody_for_the_name(written: Written) -> None:
    hidden = replace(EVENING, session=replace(SESSION, confidential=True))
    table = read(written(PaperKind.SLIPS, hidden)).tables[0]
    assert table.rows[0].cells[0].text.count("☐") == 4
    with pytest.raises(RefusedError) as refused:
        written(PaperKind.ATTENDANCE, hidden)
    assert refused.value.code == "paper_confidential"


def test_the_run_sheet_has_times_prompts_and_notes(written: Written) -> None:
    items = [replace(item, prompts=("Und konkret?",)) for item in EVENING.items]
    rows = read(written(PaperKind.RUN_SHEET, replace(EVENING, items=items))).tables[0].rows
    assert len(rows) == 1 + len(EVENING.items)
    first, last = rows[1].cells, rows[-1].cells
    assert (first[0].text, first[1].text) == ("17:00", str(EVENING.items[0].minutes))
    assert "– Und konkret?" in last[2].text
    assert "Notiz: nur für die Moderation" in last[2].text


def test_the_run_sheet_has_method_and_tables(written: Written) -> None:
    tables = (Table("Tisch 1", 12), Table("Tisch 2"))
    known = replace(EVENING.items[3], method="world-cafe", tables=tables)
    unknown = replace(EVENING.items[4], method="gibt-es-nicht")
    items = [*EVENING.items[:3], known, unknown]
    source = replace(EVENING, items=items, methods=MethodService("de").all())
    rows = read(written(PaperKind.RUN_SHEET, source)).tables[0].rows
    text = rows[4].cells[2].text.replace("\u00a0", " ")
    assert "Methode: World-Café, 12 bis 60 Personen" in text
    assert "\n2. 15 bis 20 min sprechen" in text
    assert "Tische: Tisch 1 (12 min), Tisch 2" in text
    assert not {"Methode", "Tische"} & set(re.findall(r"\w+", rows[5].cells[2].text))


def test_each_question_is_a_landscape_poster(written: Written) -> None:
    path = written(PaperKind.POSTERS)
    document = read(path)
    assert document.sections[0].orientation == WD_ORIENT.LANDSCAPE
    found = [p.text for p in document.paragraphs]
    asked = [item for item in EVENING.items if item.number]
    assert found[0::2] == [f"Leitfrage {item.number}" for item in asked]
    assert found[1::2] == [item.text for item in asked]
    styles = {style_name(p) for p in document.paragraphs[0::2]}
    assert styles == {"Plakat Nummer"}  # which begins a page
    assert b"pageBreakBefore" in parts(path)["word/styles.xml"]


def test_note_sheets_have_lines_for_every_question(written: Written) -> None:
    document = read(written(PaperKind.NOTE_SHEETS))
    asked = [item for item in EVENING.items if item.number]
    assert len(document.tables) == len(asked)
    assert all(len(table.rows) == 20 for table in document.tables)


def test_each_table_has_a_note_sheet_of_its_own(written: Written) -> None:
    tables = (Table("Tisch 1"), Table("Tisch 2", 20))
    items = [
        replace(item, tables=tables if item.number == 4 or not item.number else ())
        for item in EVENING.items
    ]
    document = read(written(PaperKind.NOTE_SHEETS, replace(EVENING, items=items)))
    sheets = [p.text for p in document.paragraphs if style_name(p) == "Notizblatt Nummer"]
    assert len(document.tables) == len(sheets)
    title = SESSION.title
    fourth = [text for text in sheets if text.startswith("Leitfrage 4")]
    assert fourth == [f"Leitfrage 4 · Tisch 1 · {title}", f"Leitfrage 4 · Tisch 2 · {title}"]
    assert f"Leitfrage 3 · {title}" in sheets  # talked about by all, at no table
    others = [item for item in items if not item.number]
    assert len(sheets) == 7 + 2 + 2 * len(others)
    found = [p.text for p in document.paragraphs]
    assert found.count("Zeit am Tisch: 20\u00a0Minuten") == 1 + len(others)
    assert sum(text.startswith("Tisch oder Gruppe") for text in found) == 7


def test_name_cards_have_names_in_one_size(written: Written) -> None:
    table = read(written(PaperKind.NAME_CARDS)).tables[0]
    names = {cell.paragraphs[0].text for row in table.rows for cell in row.cells}
    assert {p.name for p in participants()} <= names
    assert len({row.height for row in table.rows}) == 1


@pytest.mark.parametrize(
    ("kind", "source", "code"),
    [
        (PaperKind.NAME_CARDS, NOBODY, "paper_nobody"),
        (PaperKind.POSTERS, replace(EVENING, items=()), "paper_no_questions"),
        (PaperKind.NOTE_SHEETS, replace(EVENING, items=()), "paper_no_questions"),
    ],
)
def test_nothing_to_print_is_said(
    kind: PaperKind, source: PaperSource, code: str, written: Written
) -> None:
    with pytest.raises(RefusedError) as refused:
        written(kind, source)
    assert refused.value.code == code


def test_the_template_is_what_the_builder_makes(tmp_path: Path) -> None:
    builder = ROOT / "packaging" / "build_sheets.py"
    built = tmp_path / "sheets.docx"
    runpy.run_path(str(builder))["build"](built)
    template = resource("templates", "sheets.docx")
    assert parts(built) == parts(template), "run: python packaging/build_sheets.py"


def test_every_grid_says_what_it_is() -> None:
    words = wording()
    for kind in PaperKind:
        for block in compose_paper(kind, EVENING, words).blocks:
            assert not isinstance(block, Grid) or block.caption


def test_dates_of_the_file_are_those_of_the_day(written: Written) -> None:
    properties = read(written(PaperKind.RUN_SHEET)).core_properties
    assert properties.created is not None
    assert properties.created.date() == CREATED
    assert properties.author == ""

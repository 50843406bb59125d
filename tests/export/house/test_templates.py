"""Every template of the corpus gives sound minutes of every kind, with every statement in them."""

import re
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from docx.oxml.ns import qn
from lxml import etree

from app.domain.minutes import MinutesOptions, printed_statements
from app.domain.templates import HouseTemplate, Placeholder, TemplateNote, TemplateReport
from app.domain.vocabulary import MinutesKind
from app.export.house.names import Element, W, every, value
from app.export.house.package import examined
from app.export.minutes import write_minutes
from tests.support.docx_checks import (
    field_problems,
    findings,
    leftovers,
    names_in_package,
    parts,
    read,
    style_name,
)
from tests.support.evening import evening, options
from tests.support.house_templates import (
    A4,
    GERMAN,
    LISTS,
    PLAIN,
    TEMPLATES,
    Made,
    control,
    field_of,
    p,
    split,
    text_box,
)
from tests.support.minutes import GERMAN as TEXTS
from tests.support.minutes import KINDS
from tests.support.word import words_of

RECORD = evening()
FULL = KINDS[1]


def exported(made: Made | bytes, folder: Path, chosen: MinutesOptions = FULL) -> Path:
    data = made if isinstance(made, bytes) else made.file()
    path = folder / "protokoll.docx"
    write_minutes(RECORD, chosen, TEXTS, path, HouseTemplate("haus.docx", data))
    return path


def report(made: Made | bytes) -> TemplateReport:
    data = made if isinstance(made, bytes) else made.file()
    return examined(HouseTemplate("haus.docx", data))


def styles_of(path: Path) -> Element:
    name = next(name for name in parts(path) if name.endswith("styles.xml"))
    return etree.fromstring(parts(path)[name])


@pytest.mark.parametrize("chosen", KINDS, ids=[each.kind.value for each in KINDS])
@pytest.mark.parametrize("name", TEMPLATES)
def test_the_minutes_are_sound(name: str, chosen: MinutesOptions, tmp_path: Path) -> None:
    path = exported(TEMPLATES[name], tmp_path, chosen)
    assert findings(path) == []
    assert field_problems(path) == []
    assert leftovers(path) == []
    words = words_of(path)
    for item in RECORD.items:
        for statement in printed_statements(RECORD, item, chosen):
            said = " ".join(statement.text.split()) in words
            assert said or chosen.kind is MinutesKind.RESULTS  # one page, it may leave some out
    assert "{{ protokoll" not in words


def test_there_are_enough_templates() -> None:
    assert len(TEMPLATES) >= 25


def test_values_are_filled_everywhere(tmp_path: Path) -> None:
    value_of = "{{ titel }} am {{datum}} in {{ ORT }}"
    made = replace(
        PLAIN,
        header=p(value_of),
        footer=p("{{ Protokollführung }}, {{ stand }}"),
        body=split("{", "{ tit", "el }}!") + text_box(p("{{ reihe }}"))
        + control(p("{{ art }}"), "<w:showingPlcHdr/>") + p("{{ protokoll }}"),
    )  # fmt: skip
    path = exported(made, tmp_path)
    session = RECORD.session
    header = parts(path)["word/header.xml"].decode().replace("\u00a0", " ")
    assert f"{session.title} am 12. November 2026 in {session.place}" in header
    footer = parts(path)["word/footer.xml"].decode()
    assert "vorläufig" in footer
    assert "{{" not in header + footer
    words = words_of(path)
    assert words.count(RECORD.series.title) >= 2, "the text box for Word and the one for others"
    assert f"{session.title}!" in words
    assert "showingPlcHdr" not in parts(path)["word/document.xml"].decode()


def test_the_formatting_of_a_divided_placeholder_is_that_of_its_first_brace(tmp_path: Path) -> None:
    made = replace(PLAIN, body=split("Nr. {", "{ nummer }", "} folgt") + p("{{ protokoll }}"))
    first = read(exported(made, tmp_path)).paragraphs[0]
    assert [run.text for run in first.runs] == [f"Nr. {RECORD.session.number}", "", " folgt"]


def test_what_is_unknown_stays_and_is_named(tmp_path: Path) -> None:
    found = report(TEMPLATES["unknown placeholders"])
    assert [(each.text, each.meant) for each in found.unknown] == [
        ("tittel", Placeholder.TITLE),
        ("telefon", None),
    ]
    assert "{{ telefon }}" in words_of(exported(TEMPLATES["unknown placeholders"], tmp_path))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("{ { titel } }", ("{ { titel } }", Placeholder.TITLE)),
        ("{{titel}", ("{{titel}", Placeholder.TITLE)),
        ("{titel}}", ("{titel}}", Placeholder.TITLE)),
        ("{ {titel}}", ("{ {titel}}", Placeholder.TITLE)),
        ("{{titel} }", ("{{titel} }", Placeholder.TITLE)),
        ("Am {{ datum", ("{{ datum", Placeholder.DATE)),
        ("ort }}", ("ort }}", Placeholder.PLACE)),
        ("{titel}", ("{titel}", Placeholder.TITLE)),
        ("[[Titel]]", ("[[Titel]]", Placeholder.TITLE)),
        ("«titel»", ("«titel»", Placeholder.TITLE)),
        ("<<titel>>", ("<<titel>>", Placeholder.TITLE)),
        ("{ { telefon } }", ("{ { telefon } }", None)),
        ("{{ titel }} und {{ ort }}", None),
        ("{{ telefon }}", None),
        ("{Mittagstisch}", None),
        ("«Mittagstisch»", None),
        ("Titel: [Ort]", None),
        ("Ein Titel, ein Ort.", None),
        ("}} {{", None),
    ],
)
def test_what_looks_like_a_placeholder_and_is_none_is_named(
    typed: str, found: tuple[str, Placeholder | None] | None
) -> None:
    made = replace(
        PLAIN, header=split(escape(typed[:2]), escape(typed[2:])), body=p("{{ protokoll }}")
    )
    said = [(each.text, each.meant) for each in report(made).nearly]
    assert said == ([found] if found else [])


def test_the_report_says_what_was_found() -> None:
    found = report(replace(PLAIN, header=p("{{ titel }}"), footer=p("{{ ort }} {{ titel }}")))
    assert found.found == (Placeholder.MINUTES, Placeholder.TITLE, Placeholder.PLACE)
    assert Placeholder.DATE in found.missing
    assert "heading 1" in found.styles_used
    assert "Beitrag" in found.styles_added


@pytest.mark.parametrize(
    ("name", "note"),
    [
        ("no placeholder", TemplateNote.AT_THE_END),
        ("content in a table", TemplateNote.MISPLACED),
        ("content in a text box", TemplateNote.MISPLACED),
        ("content twice", TemplateNote.SEVERAL_PLACES),
        ("numbered headings", TemplateNote.NUMBERED_HEADINGS),
        ("revisions", TemplateNote.REVISIONS),
        ("protected", TemplateNote.PROTECTED),
        ("german Word", TemplateNote.NO_PAGE_NUMBER),
    ],
)
def test_what_deserves_a_sentence_is_noted(name: str, note: TemplateNote) -> None:
    assert note in report(TEMPLATES[name]).notes
    assert report(TEMPLATES["letterhead"]).notes == ()


def test_content_asked_for_in_a_header_is_explained_by_one_sentence() -> None:
    asks = p("{{ protokoll }}")
    for body, note in (
        (p("Haus am Markt"), TemplateNote.MISPLACED),
        (asks, TemplateNote.SEVERAL_PLACES),
        (asks + asks, TemplateNote.SEVERAL_PLACES),
    ):
        found = report(replace(PLAIN, body=body, header=asks, footer=p(field_of("PAGE"))))
        assert found.notes == (note,), body


def test_the_end_of_a_section_stands_where_the_schema_wants_it(tmp_path: Path) -> None:
    """LibreOffice writes it before the style of its paragraph."""
    ends = f'<w:p><w:pPr><w:sectPr>{A4}</w:sectPr><w:pStyle w:val="Standard"/></w:pPr></w:p>'
    assert findings(exported(replace(PLAIN, body=p("{{ protokoll }}") + ends), tmp_path)) == []


@pytest.mark.parametrize(
    "name", ["german Word", "english Word", "capital names", "translated names"]
)
def test_headings_have_the_styles_of_the_house(name: str, tmp_path: Path) -> None:
    path = exported(TEMPLATES[name], tmp_path)
    headings = [each for each in read(path).paragraphs if "Was war der Anlass?" in each.text]
    colours = {
        child.get(f"{W}val")
        for each in headings
        for child in each.style.element.iter(f"{W}color")  # type: ignore[union-attr]
        if style_name(each).lower().startswith(("heading 1", "überschrift 1"))
    }
    assert colours == {"7A1F5C"}
    assert "heading 1" in report(TEMPLATES[name]).styles_used


def test_numbers_of_the_house_do_not_stand_before_ours(tmp_path: Path) -> None:
    path = exported(TEMPLATES["numbered headings"], tmp_path)
    heading = next(
        e for e in every(styles_of(path), "style") if value(e, "styleId") == "berschrift1"
    )
    number = heading.find(f"{W}pPr/{W}numPr/{W}numId")
    assert value(number) == "0"
    assert b"berschrift1" not in parts(path)["word/numbering.xml"]


def test_our_lists_get_numbers_of_their_own(tmp_path: Path) -> None:
    path = exported(replace(PLAIN, numbering=LISTS), tmp_path)
    lists = etree.fromstring(parts(path)["word/numbering.xml"])
    numbers = [value(each, "numId") for each in lists.findall(f"{W}num")]
    assert numbers == ["1", "2", "3", "4"]
    result = next(
        each
        for each in every(styles_of(path), "style")
        if value(each.find(f"{W}name")) == "Ergebnis"
    )
    assert value(result.find(f".//{W}numId")) == "3"


def test_tables_are_as_wide_as_the_text(tmp_path: Path) -> None:
    """Landscape: 16838 less two margins of 1134."""
    for name, width in (("landscape", 14570), ("german Word", 9072), ("several sections", 14570)):
        body = read(exported(TEMPLATES[name], tmp_path)).element.body
        widths = {int(value(each, "w")) for each in body.iter(qn("w:tblW"))}
        assert widths
        assert all(abs(each - width) <= 3 for each in widths), name


def test_accent_and_size_are_those_of_the_house(tmp_path: Path) -> None:
    ten = replace(PLAIN, styles=GERMAN, defaults=PLAIN.defaults.replace('"22"', '"20"'))
    for made, colour in ((TEMPLATES["theme"], "8A1538"), (TEMPLATES["pale theme"], None)):
        kicker = _style(exported(made, tmp_path), "Dachzeile").find(f"{W}rPr/{W}color")
        assert (None if kicker is None else value(kicker)) == colour
    statement = _style(exported(ten, tmp_path), "Beitrag")
    assert statement.find(f"{W}rPr/{W}sz") is None
    addition = _style(exported(ten, tmp_path), "Beitragszusatz").find(f"{W}rPr/{W}sz")
    assert value(addition) == "18", "10 of 11 points, where the text has 10"


def _style(path: Path, name: str) -> Element:
    return next(e for e in every(styles_of(path), "style") if value(e.find(f"{W}name")) == name)


def test_the_content_stands_where_it_was_asked_for(tmp_path: Path) -> None:
    texts = words_of(exported(TEMPLATES["several sections"], tmp_path)).split("\n")
    assert texts[0] == "Deckblatt"
    assert texts[-1] == "Anhang"
    within = words_of(exported(TEMPLATES["content within a sentence"], tmp_path)).split("\n")
    assert within[0] == "Vorher nachher"
    empty = words_of(exported(TEMPLATES["no placeholder"], tmp_path)).split("\n")
    assert empty[:2] == ["Haus am Markt", TEXTS.word(FULL.kind)], "no empty lines between"


def test_nothing_of_the_author_and_the_machine_is_left(tmp_path: Path) -> None:
    names = ("Berta Beispiel", "Brief von Berta")
    for name in ("revisions", "personal fields"):
        before = tmp_path / "before.docx"
        before.write_bytes(TEMPLATES[name])
        assert names_in_package(before, names), "it was there"
        path = exported(TEMPLATES[name], tmp_path)
        assert names_in_package(path, names) == []
    core = b"<cp:coreProperties xmlns:cp='x'><a>Berta Beispiel</a></cp:coreProperties>"
    made = replace(PLAIN, extra={"docProps/core.xml": core, "docProps/thumbnail.jpeg": b"x"})
    path = exported(made, tmp_path)
    assert names_in_package(path, names) == []
    assert "docProps/thumbnail.jpeg" not in parts(path)
    assert read(path).core_properties.title == RECORD.session.title
    assert read(path).core_properties.author == ""


def test_a_picture_is_copied_byte_by_byte(tmp_path: Path) -> None:
    path = exported(TEMPLATES["logo"], tmp_path)
    before = tmp_path / "before.docx"
    before.write_bytes(TEMPLATES["logo"])
    assert parts(path)["word/media/logo.png"] == parts(before)["word/media/logo.png"]


def test_a_confidential_session_says_no_more_than_its_head(tmp_path: Path) -> None:
    everything = "".join(p("{{ " + each.value + " }}") for each in Placeholder)
    secret = replace(RECORD, session=replace(RECORD.session, confidential=True))
    names = [*RECORD.session.facilitators, *RECORD.session.note_takers, RECORD.session.host]
    for record, found in ((RECORD, True), (secret, False)):
        path = tmp_path / "a.docx"
        template = HouseTemplate("a.docx", replace(PLAIN, body=everything).file())
        write_minutes(record, FULL, TEXTS, path, template)
        assert bool(names_in_package(path, names)) is found


def test_the_sheet_keeps_to_one_page_of_the_house(tmp_path: Path) -> None:
    """Across, a page is lower: the sheet holds less, and says so."""
    chosen = options(MinutesKind.RESULTS)
    upright, across = (
        words_of(exported(TEMPLATES[name], tmp_path, chosen))
        for name in ("german Word", "landscape")
    )
    assert "Aus Platzgründen" in across
    assert across.count("STU-") < upright.count("STU-")


def test_the_pages_of_the_contents_follow_the_paper(tmp_path: Path) -> None:
    """Half the height: about twice the pages."""
    small = replace(PLAIN, section=PLAIN.section.replace('"16838"', '"9700"'))
    pages = [_last_page(exported(made, tmp_path)) for made in (PLAIN, small)]
    assert pages[1] >= 1.6 * pages[0]


def _last_page(path: Path) -> int:
    text = parts(path)["word/document.xml"].decode()
    return max(map(int, re.findall(r'PAGEREF.*?"separate".*?preserve">(\d+)<', text)))

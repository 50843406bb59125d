"""Text becomes XML in one place: nothing typed can break a document."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from app.export.blocks import Column, Paragraph, ParagraphRole, Run, RunRole, Table, paragraph
from app.export.docx.markup import Markup, escape, stays_as_it_is

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
EVIL = ["\0", "\x0b", "\x0c", "\x1f", "\x7f", "\ud800", "\udfff", "\ufffe", "\uffff", "\U0001fffe"]


def markup() -> Markup:
    return Markup(lambda name: "".join(c for c in name if c in string.ascii_letters))


def parsed(xml: str) -> etree._Element:
    return etree.fromstring(f'<w:body xmlns:w="{W}">{xml}</w:body>'.encode())


def text_of(element: etree._Element) -> str:
    marks = {f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n"}
    return "".join(marks.get(str(e.tag), e.text or "") for e in element.iter())


any_text = st.lists(
    st.one_of(
        st.text(st.characters(codec=None)),
        st.sampled_from([*EVIL, *"&<>\r\n\t\u2028\u0085\"'", "]]>", "<![CDATA[", "&amp;"]),
    )
).map("".join)


@given(any_text, st.sampled_from([RunRole.PLAIN, RunRole.WHO, RunRole.VERBATIM, RunRole.NUMBER]))
def test_any_text_becomes_well_formed_xml(text: str, role: RunRole) -> None:
    made = markup()
    block = Paragraph(ParagraphRole.STATEMENT, (Run(role, text),))
    once = text_of(parsed(made.paragraph(block)))
    assert once == text_of(parsed(made.paragraph(block)))
    allowed = [c for c in text if c.isprintable()]
    assert [c for c in once if c.isprintable() and c != " "] == [c for c in allowed if c != " "]


@given(any_text)
def test_what_needs_no_escaping_is_not_touched(text: str) -> None:
    """The quick way and the thorough one agree."""
    if stays_as_it_is(text):
        assert escape(text) == text


@pytest.mark.parametrize(
    ("text", "stays"),
    [("17:48\u00a0Uhr", True), ("R&D", False), ("a\tb", False), ("\u00ad", False)],
)
def test_times_go_the_quick_way(text: str, stays: bool) -> None:
    assert stays_as_it_is(text) is stays


def test_escaping_is_needed() -> None:
    assert escape("R&D <b> ]]>") == "R&amp;D &lt;b&gt; ]]&gt;"


def test_forbidden_characters_are_left_out_and_breaks_stay() -> None:
    assert escape("a\0b\ufffe\x0bc\r\nd") == "ab\nc\nd"


def test_umlauts_emoji_and_unbreakable_spaces_stay() -> None:
    text = "Grüße 👩‍👩‍👧 5\u00a0% ﷽ e\u0301"
    assert escape(text) == text


def test_tabs_and_breaks_become_elements() -> None:
    xml = markup().paragraph(paragraph(ParagraphRole.NOTE, "a\tb\nc"))
    assert text_of(parsed(xml)) == "a\tb\nc"
    assert "<w:tab/>" in xml
    assert "<w:br/>" in xml
    assert '<w:t xml:space="preserve"></w:t>' not in xml


def test_a_run_without_text_leaves_no_trace() -> None:
    xml = markup().paragraph(paragraph(ParagraphRole.NOTE, Run(RunRole.NUMBER, ""), "\t", "b"))
    assert xml.count("<w:r>") == 2


def test_each_style_id_is_asked_for_once() -> None:
    asked: list[str] = []

    def style_id(name: str) -> str:
        asked.append(name)
        return "x"

    made = Markup(style_id)
    for _ in range(3):
        made.paragraph(paragraph(ParagraphRole.NOTE, "a"))
    assert len(asked) == len(set(asked))


def test_a_quotation_mark_in_a_caption_is_no_end_of_it() -> None:
    table = Table((Column("A", 3.0), Column("B", 2.0)), [("x", "")], 'Das "Ziel"', "a < b\nc")
    element = parsed(markup().table(table))
    caption = element.find(f".//{{{W}}}tblCaption")
    assert caption is not None
    assert caption.get(f"{{{W}}}val") == 'Das "Ziel"'


def test_contents_are_one_field_around_all_entries() -> None:
    made = markup()
    headings = [paragraph(ParagraphRole.HEADING, f"{i}\tFrage", anchor=f"a{i}") for i in range(3)]
    made.know_pages({"a0": 1, "a1": 2, "a2": 7}, 7)
    xml = made.contents("Inhalt", headings)
    kinds = [e.get(f"{{{W}}}fldCharType") for e in parsed(xml).iter(f"{{{W}}}fldChar")]
    assert kinds == ["begin", "separate", *["begin", "separate", "end"] * 3, "end"]
    links = [e.get(f"{{{W}}}anchor") for e in parsed(xml).iter(f"{{{W}}}hyperlink")]
    assert links == ["_Toca0", "_Toca1", "_Toca2"]
    assert text_of(parsed(xml)).endswith("7")

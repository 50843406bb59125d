"""Counting lines and pages."""

import pytest

from app.export.blocks import Column, Paragraph, ParagraphRole, Run, RunRole, Table, paragraph
from app.export.docx.pages import Strip, count_pages

LINES_ON_A_PAGE = 47
"""Of a statement: 25 cm, 11 points, 1.12 lines."""


def strip(*blocks: Paragraph | Table) -> Strip:
    made = Strip()
    for block in blocks:
        if isinstance(block, Paragraph):
            made.add(block)
        else:
            made.add_table(block)
    return made


def statement(lines: int) -> Paragraph:
    number = Run(RunRole.NUMBER, "STU-1-1")
    return paragraph(ParagraphRole.STATEMENT, number, "\t", "\n".join(["Wort"] * lines))


def heading(anchor: str) -> Paragraph:
    return paragraph(ParagraphRole.HEADING, "Was war der Anlass?", anchor=anchor)


def pages(*blocks: Paragraph | Table) -> tuple[dict[str, int], int]:
    return count_pages([strip(*blocks)])


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", 1),
        ("kurz", 1),
        ("Wort " * 15, 1),
        ("Wort " * 19, 2),
        ("Wort " * 100, 6),
        ("eins\nzwei\n\nvier", 4),
        ("Wort " * 30 + "\n" + "Wort " * 30, 4),
    ],
)
def test_lines_follow_from_length_and_breaks(text: str, lines: int) -> None:
    block = paragraph(ParagraphRole.STATEMENT, Run(RunRole.NUMBER, "STU-1-1"), "\t", text)
    assert list(strip(block).lines) == [lines]


def test_a_number_in_the_margin_column_takes_no_room() -> None:
    text = "Wort " * 15
    numbered = paragraph(ParagraphRole.STATEMENT, Run(RunRole.NUMBER, "N" * 60), "\t", text)
    assert list(strip(numbered).lines) == [1]


@pytest.mark.parametrize(("letter", "lines"), [("i", 1), ("m", 2)])
def test_where_a_line_is_nearly_full_the_letters_count(letter: str, lines: int) -> None:
    """Of so many average letters nobody could say whether they fit."""
    text = " ".join([letter * 8] * 10)
    block = paragraph(ParagraphRole.STATEMENT, Run(RunRole.NUMBER, "STU-1-1"), "\t", text)
    assert list(strip(block).lines) == [lines]


def test_an_empty_document_has_one_page() -> None:
    assert count_pages([]) == ({}, 1)


def test_a_long_paragraph_goes_on_over_the_pages() -> None:
    assert pages(statement(LINES_ON_A_PAGE))[1] == 1
    assert pages(statement(LINES_ON_A_PAGE + 2))[1] == 2
    assert pages(statement(LINES_ON_A_PAGE * 4))[1] == 4


def test_a_heading_goes_along_with_what_follows() -> None:
    alone = pages(statement(LINES_ON_A_PAGE - 4), heading("a"))
    assert alone == ({"a": 1}, 1)
    assert pages(statement(LINES_ON_A_PAGE - 4), heading("a"), statement(3)) == ({"a": 2}, 2)


def test_a_chain_of_headings_goes_together() -> None:
    sub = paragraph(ParagraphRole.SUBHEADING, "Impuls", anchor="b")
    found = pages(statement(LINES_ON_A_PAGE - 6), heading("a"), sub, statement(5))
    assert found == ({"a": 2, "b": 2}, 2)


def test_a_chain_longer_than_a_page_does_not_hang() -> None:
    chain = [paragraph(ParagraphRole.STATEMENT_FOLLOWED, "Wort")] * 200
    assert pages(*chain, statement(1))[1] >= 1


def test_a_result_is_not_divided() -> None:
    result = paragraph(ParagraphRole.RESULT, "\n".join(["Wort"] * 6))
    assert pages(statement(LINES_ON_A_PAGE - 3), result, heading("a"), statement(1)) == (
        {"a": 2},
        2,
    )


def test_a_statement_is_divided_but_never_leaves_one_line_behind() -> None:
    assert pages(statement(LINES_ON_A_PAGE - 3), statement(6))[1] == 2
    assert pages(statement(LINES_ON_A_PAGE - 1), statement(4), heading("a"))[0] == {"a": 2}


def test_rows_of_a_table_count() -> None:
    table = Table((Column("Schritt", 7.0), Column("Wer", 9.5)), [("a", "b")] * 100, "", "")
    assert pages(table)[1] == 3


def test_several_strips_follow_one_another() -> None:
    first, second = strip(statement(40)), strip(heading("a"), statement(40))
    assert count_pages([first, second]) == ({"a": 1}, 2)
    assert count_pages([first, first, second]) == ({"a": 2}, 3)


def test_contents_take_a_line_per_heading() -> None:
    made = Strip()
    made.add_contents([heading("a"), paragraph(ParagraphRole.SUBHEADING, "Wort " * 40)])
    assert list(made.lines) == [1, 1, 3]

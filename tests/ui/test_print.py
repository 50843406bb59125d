"""The paper on the screen holds what the blocks hold, in their look, and breaks as Word does."""

from collections.abc import Iterator
from itertools import chain, pairwise

import pytest
from PySide6.QtGui import QFont, QImage, QPainter, QTextBlock, QTextTable
from pytestqt.qtbot import QtBot

from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind
from app.services.paper import (
    PARAGRAPHS,
    Column,
    Contents,
    Page,
    Paragraph,
    Run,
    Table,
)
from app.services.paper import ParagraphRole as P
from app.services.paper import RunRole as R
from app.services.preview import compose
from app.texts import Texts
from tests.support.evening import CREATED, evening
from ui.print import CM, HEIGHT, WIDTH, Paper


def plain(role: P, text: str, anchor: str = "") -> Paragraph:
    return Paragraph(role, (Run(R.PLAIN, text),), anchor)


PAGE = Page(
    first_header=plain(P.HEADER, "Absender"),
    header=plain(P.HEADER, "Reihe\tErgebnisprotokoll"),
    footer=Paragraph(P.FOOTER, (Run(R.PLAIN, "Fassung 1\tSeite "), Run(R.PAGE, "1"))),
)
LONG = "Ein Satz, der über mehr als eine Zeile geht und deshalb umbricht. " * 3


def paper_of(*blocks: Paragraph | Table | Contents) -> Paper:
    paper = Paper(PAGE, blocks)
    paper.build()
    return paper


def blocks_of(paper: Paper) -> Iterator[QTextBlock]:
    block = paper.document.begin()
    while block.isValid():
        yield block
        block = block.next()


def block_with(paper: Paper, text: str) -> QTextBlock:
    return next(block for block in blocks_of(paper) if text in block.text())


def page_of(paper: Paper, block: QTextBlock, line: int = 0) -> int:
    top = paper.document.documentLayout().blockBoundingRect(block).top()
    return int((top + block.layout().lineAt(line).y()) // HEIGHT)


@pytest.mark.parametrize("kind", list(MinutesKind))
def test_every_word_of_the_blocks_stands_on_the_paper(qtbot: QtBot, kind: MinutesKind) -> None:
    options = MinutesOptions(kind=kind, created=CREATED)
    document = compose(evening(), options, Texts("de"))
    blocks = tuple(document.blocks)
    paper = Paper(document.page, blocks)
    paper.build()
    shown = paper.document.toPlainText()
    at = 0
    for typed in _words(blocks):
        words = typed.replace("\u00a0", " ")  # Qt hands out plain spaces
        found = shown.find(words, at)
        assert found >= 0, words
        at = found
    assert shown.find("Dieser Satz steht nicht darin") == -1


def _words(blocks: tuple[object, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            texts = (run.text for run in block.runs if run.role not in (R.PAGE_OF, R.PAGE))
            yield from (part for text in texts for part in text.splitlines())
        elif isinstance(block, Table):
            yield from (column.title for column in block.columns)
            yield from chain.from_iterable(block.rows)


@pytest.mark.parametrize("role", [role for role in P if not role.startswith("table")])
def test_a_paragraph_looks_as_its_role_says(qtbot: QtBot, role: P) -> None:
    style = PARAGRAPHS[role]
    paper = paper_of(plain(role, "Wort"))
    block = block_with(paper, "Wort")
    font = block.begin().fragment().charFormat().font()
    assert (font.pointSizeF(), font.bold()) == (style.size, style.bold)
    assert block.blockFormat().leftMargin() == pytest.approx(style.left * CM)
    assert block.blockFormat().textIndent() == pytest.approx(-style.hanging * CM)
    assert block.blockFormat().lineHeight() == pytest.approx(style.line * 100)


def test_spoken_words_are_italic_and_names_bold(qtbot: QtBot) -> None:
    runs = (Run(R.VERBATIM, "Gesagt"), Run(R.WHO, "Karin"), Run(R.PLAIN, "Rest"))
    paper = paper_of(Paragraph(P.QUOTE, runs))
    fonts: list[QFont] = []
    iterator = block_with(paper, "Gesagt").begin()
    while not iterator.atEnd():
        fonts.append(iterator.fragment().charFormat().font())
        iterator += 1
    assert [(font.italic(), font.bold()) for font in fonts] == [
        (True, False),
        (False, True),
        (False, False),
    ]


def test_the_text_begins_in_its_column_whatever_the_number(qtbot: QtBot) -> None:
    paper = paper_of(
        *(
            Paragraph(P.STATEMENT, (Run(R.NUMBER, number), Run(R.PLAIN, f"\t{LONG}")))
            for number in ("S-1", "STU-6-12")
        )
    )
    lefts = set()
    for block in blocks_of(paper):
        line = block.layout().lineAt(0)
        found = line.cursorToX(block.text().index("\t") + 1)
        assert isinstance(found, tuple)
        lefts.add(round(found[0]))
    assert lefts == {round(PARAGRAPHS[P.STATEMENT].left * CM)}


def test_a_line_feed_breaks_the_line_and_begins_no_paragraph(qtbot: QtBot) -> None:
    paper = paper_of(plain(P.STATEMENT, "eins\nzwei"))
    assert [block.text() for block in blocks_of(paper)] == ["eins\u2028zwei"]


def filled_to_the_end(rest: int) -> list[Paragraph]:
    """Single lines that leave room for ``rest`` lines on the first page."""
    line = plain(P.NOTE, "Zeile")
    for count in range(20, 100):
        if paper_of(*[line] * count).page_count > 1:
            return [line] * (count - 1 - rest)
    raise AssertionError


@pytest.mark.parametrize("rest", [1, 2, 3, 4])
def test_a_heading_never_stands_alone_at_the_end_of_a_page(qtbot: QtBot, rest: int) -> None:
    paper = paper_of(
        *filled_to_the_end(rest),
        plain(P.HEADING, "1\tFrage", "a"),
        plain(P.DETAILS, "17:00 Uhr"),
        plain(P.STATEMENT, LONG),
    )
    pages = {page_of(paper, block_with(paper, text)) for text in ("Frage", "17:00", "Ein Satz")}
    assert len(pages) == 1
    assert page_of(paper, block_with(paper, "Ein Satz"), 1) in pages


def test_without_keeping_together_a_heading_would_be_left_behind(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Paper, "_keep_together", lambda _paper: None)
    torn = set()
    for rest in (1, 2, 3, 4):
        paper = paper_of(
            *filled_to_the_end(rest), plain(P.HEADING, "1\tFrage"), plain(P.STATEMENT, LONG)
        )
        torn |= {rest} if page_of(paper, block_with(paper, "Frage")) == 0 else set()
        torn -= {rest} if page_of(paper, block_with(paper, "Ein Satz")) == 0 else set()
    assert torn


def test_a_result_stays_whole(qtbot: QtBot) -> None:
    for rest in (2, 3, 4):
        paper = paper_of(*filled_to_the_end(rest), plain(P.RESULT, LONG))
        block = block_with(paper, "Ein Satz")
        last = block.layout().lineCount() - 1
        assert last > 0
        assert page_of(paper, block) == page_of(paper, block, last)


@pytest.mark.parametrize("role", [P.NOTE, P.SUMMARY, P.STATEMENT])
def test_of_three_lines_none_is_left_alone(qtbot: QtBot, role: P) -> None:
    text = LONG + LONG[: len(LONG) // 4]
    for rest in (1, 2, 3):
        paper = paper_of(*filled_to_the_end(rest), plain(role, text))
        block = block_with(paper, "Ein Satz")
        assert block.layout().lineCount() == 3
        assert page_of(paper, block) == page_of(paper, block, 2)


def test_a_paragraph_longer_than_a_page_breaks(qtbot: QtBot) -> None:
    paper = paper_of(plain(P.RESULT, LONG * 60), plain(P.STATEMENT, "danach"))
    block = block_with(paper, "Ein Satz")
    assert page_of(paper, block) == 0
    assert page_of(paper, block, block.layout().lineCount() - 1) > 0


def test_rows_of_a_table_stay_whole_and_every_page_has_the_head(qtbot: QtBot) -> None:
    columns = (Column("Name", 5.0), Column("Aufgabe", 11.5))
    rows = [(f"Person {n}", LONG) for n in range(60)]
    heading = plain(P.HEADING, "Teilnehmende", "people")
    paper = paper_of(heading, Table(columns, rows, "Liste", "Alle"), plain(P.NOTE, "danach"))
    tables = [f for f in paper.document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    names: list[str] = []
    pages: set[int] = set()
    for table in tables:
        for row in range(table.rows()):
            cells = [table.cellAt(row, n).firstCursorPosition().block() for n in (0, 1)]
            lines = [(b, n) for b in cells for n in range(b.layout().lineCount())]
            assert len({page_of(paper, block, line) for block, line in lines}) == 1
            names.append(cells[0].text())
            pages.add(page_of(paper, cells[0]))
    assert len(tables) > 1
    assert pages == set(range(paper.page_count))
    assert names.count("Name") == len(tables)
    assert [name for name in names if name != "Name"] == [row[0] for row in rows]
    assert page_of(paper, block_with(paper, "Teilnehmende")) == 0


def test_the_contents_know_the_pages_of_the_headings(qtbot: QtBot) -> None:
    parts = [
        (plain(P.HEADING, f"{n}\tFrage {n}", f"a{n}"), *[plain(P.STATEMENT, LONG)] * 12)
        for n in range(1, 7)
    ]
    seen = Paragraph(P.HEAD_LINE, (Run(R.LABEL, "Liste\t"), Run(R.PAGE_OF, "a6")))
    paper = paper_of(seen, Contents("Inhalt"), *chain.from_iterable(parts))
    pages = [paper.page_of(f"a{n}") for n in range(1, 7)]
    assert pages == sorted(pages)
    assert pages[-1] > 2
    assert pages[-1] == page_of(paper, list(blocks_of(paper))[-13]) + 1
    assert block_with(paper, "Liste").text() == f"Liste\t{pages[-1]}"
    entries = [block.text() for block in blocks_of(paper)][2:8]
    assert entries == [f"{n}\tFrage {n}" for n in range(1, 7)]


def test_slices_make_the_same_paper_as_one_go(qtbot: QtBot) -> None:
    document = compose(
        evening(), MinutesOptions(kind=MinutesKind.FULL, created=CREATED), Texts("de")
    )
    blocks = tuple(document.blocks)
    whole, sliced = Paper(document.page, blocks), Paper(document.page, blocks)
    whole.build()
    counts = []
    while not sliced.build(0):
        counts.append(sliced.page_count)
    assert len(counts) > 5
    assert all(a <= b for a, b in pairwise(counts))
    assert sliced.document.toPlainText() == whole.document.toPlainText()
    assert sliced.page_count == whole.page_count
    tops = [[paper.top_of(anchor) for anchor in paper.anchors] for paper in (whole, sliced)]
    assert tops[0] == tops[1]


def test_a_page_is_black_on_white_inside_its_margins(qtbot: QtBot) -> None:
    paper = paper_of(plain(P.TITLE, "Gespräch"), *[plain(P.STATEMENT, LONG)] * 30)
    image = QImage(round(WIDTH), round(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paper.paint_page(painter, 0)
    painter.end()
    dark = [
        (x, y)
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
        if image.pixelColor(x, y).lightness() < 128
    ]
    assert min(x for x, _ in dark) >= 2.5 * CM - 2
    assert max(x for x, _ in dark) <= WIDTH - 2.0 * CM + 2
    assert image.pixelColor(5, 5).lightness() == 255


def test_a_screen_reader_gets_the_words_of_one_page(qtbot: QtBot) -> None:
    lines = [plain(P.STATEMENT, f"Beitrag {n}. {LONG}") for n in range(60)]
    paper = paper_of(*lines)
    texts = [paper.text_of(n) for n in range(paper.page_count)]
    assert "Beitrag 0." in texts[0]
    assert "Beitrag 59." in texts[-1]
    assert "Beitrag 59." not in texts[0]


def test_headers_are_as_large_in_a_pdf_as_on_the_screen(qapp: object) -> None:
    """A painter on paper takes points for its own: only pixels keep the size there."""
    document = compose(
        evening(), MinutesOptions(kind=MinutesKind.FULL, created=CREATED), Texts("de")
    )
    paper = Paper(document.page, tuple(document.blocks))
    paper.build()
    heads = []
    for dots in (96, 300):
        image = QImage(
            round(WIDTH * dots / 96), round(HEIGHT * dots / 96), QImage.Format.Format_Grayscale8
        )
        image.setDotsPerMeterX(round(dots / 0.0254))
        image.setDotsPerMeterY(round(dots / 0.0254))
        painter = QPainter(image)
        painter.scale(dots / 96, dots / 96)
        paper.paint_page(painter, 1)
        painter.end()
        heads.append(image.copy(0, 0, image.width(), round(2 * CM * dots / 96)).scaled(400, 40))
    screen, print_ = (_inked_rows(head) for head in heads)
    assert screen
    assert abs(min(screen) - min(print_)) <= 1
    assert abs(max(screen) - max(print_)) <= 1


def _inked_rows(image: QImage) -> list[int]:
    """Where something is written: the rows with ink, from the top."""
    rows = range(image.height())
    return [y for y in rows if any(image.pixelColor(x, y).value() < 160 for x in range(400))]

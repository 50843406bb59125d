"""The signs in words say what the shorthand does, and fit on one printed page."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.entry import Line, Sign
from app.domain.initials import People, Person
from app.domain.shorthand import EntryContext, parse
from app.domain.vocabulary import StatementKind
from app.errors import RefusedError
from app.texts import Texts
from tests.support.look import is_freed
from ui.dialogs.keys import KeysDialog
from ui.dialogs.sign_card import SignCardDialog
from ui.messages import Messages
from ui.print_out import PageId, print_on, write_pdf
from ui.sign_card import SignCard
from ui.signs import Signs
from ui.theme import Theme


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def context(language: str) -> EntryContext:
    texts = Texts(language)
    return EntryContext(
        people=People([Person("sb", "Sabine Brandt")]),
        kinds={kind: (texts.word(kind), texts.word(kind, "slash")) for kind in StatementKind},
        themes=("Wohnen", "Housing"),
    )


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_example_does_what_the_words_say(
    request: pytest.FixtureRequest, language: str
) -> None:
    if language == "de":
        request.getfixturevalue("german")
    said = set()
    for line in (line for group in Signs().groups() for line in group.lines if line.sign):
        parsed = parse(Line(line.example), context(language))
        found = {span.what for span in parsed.spans}
        assert line.sign in found, line
        said |= found
    assert said >= set(Sign) - {Sign.UNCLEAR, Sign.DUE, Sign.BLOCK}


def test_the_sheet_of_keys_and_the_card_hold_every_sign(german: None, theme: Theme) -> None:
    paper = SignCard().paper()
    paper.build()
    text = paper.text_of(0)
    for group in Signs().groups():
        assert group.heading in text
        for line in group.lines:
            assert line.meaning in text
    assert paper.page_count == 1


@pytest.mark.parametrize("size", [PageId.A5, PageId.A4])
def test_a_pdf_has_one_page_of_its_size(
    german: None, tmp_path: Path, theme: Theme, size: PageId
) -> None:
    path = tmp_path / "karte.pdf"
    path.write_bytes(b"old")
    write_pdf(SignCard().paper(), path, size, "Zeichen")
    data = path.read_bytes()
    assert data.startswith(b"%PDF")
    assert data.count(b"/Type /Page\n") == 1
    points = QPageSize(size).sizePoints()
    assert f"/MediaBox [0 0 {points.width()}".encode() in data.replace(b".0 ", b" ")
    assert [file.name for file in tmp_path.iterdir()] == ["karte.pdf"]


def test_a_pdf_that_cannot_be_written_leaves_the_old_one(tmp_path: Path, theme: Theme) -> None:
    folder = tmp_path / "missing"
    with pytest.raises(RefusedError) as caught:
        write_pdf(SignCard().paper(), folder / "karte.pdf", PageId.A4, "Zeichen")
    assert caught.value.code == "not_writable"


def test_it_is_printed_too(tmp_path: Path, theme: Theme) -> None:
    """A printer that prints into a file, which is the only one every machine has."""
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "gedruckt.pdf"))
    print_on(SignCard().paper(), printer, PageId.A5)
    assert (tmp_path / "gedruckt.pdf").read_bytes().startswith(b"%PDF")


def test_the_dialog_saves_and_says_so(
    german: None, theme: Theme, window: QWidget, tmp_path: Path
) -> None:
    dialog = SignCardDialog(theme, Messages(Texts("de")), parent=window)
    dialog.show_over()
    assert dialog.size_chosen.name == "A5"
    dialog.sizes[1].click()
    assert dialog.size_chosen.name == "A4"
    dialog.save(str(tmp_path / "karte.pdf"))
    assert dialog.said.text() == "Gespeichert: karte.pdf"
    assert (tmp_path / "karte.pdf").is_file()
    dialog.save(str(tmp_path / "fehlt" / "karte.pdf"))
    assert "lässt sich nicht schreiben" in dialog.said.text()
    QApplication.processEvents()
    assert dialog.size().boundedTo(QSize(1366, 768)) == dialog.size()
    dialog.close()


def test_the_dialog_is_freed(theme: Theme, window: QWidget) -> None:
    messages = Messages(Texts("de"))
    assert is_freed(lambda: SignCardDialog(theme, messages, parent=window))


def test_the_sheet_leads_to_the_card(qtbot: QtBot, theme: Theme, window: QWidget) -> None:
    sheet = KeysDialog(theme, parent=window)
    sheet.show_over()
    with qtbot.waitSignal(sheet.card_wanted):
        sheet.card.click()
    assert not sheet.isVisible()

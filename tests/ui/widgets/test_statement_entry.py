"""The entry line as a person types into it: chips, proposals, pasting, undo – nothing is lost."""

from functools import partial

import pytest
import shiboken6
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.domain.entry import Line, Sign, Span
from app.domain.initials import People, Person
from app.domain.shorthand import EntryContext
from app.domain.text import clean
from app.domain.vocabulary import StatementKind
from app.texts import Texts
from tests.support.keyboard import press, type_text
from ui.theme import Theme
from ui.widgets.completion import CompletionPopup
from ui.widgets.statement_entry import StatementEntry
from ui.widgets.statement_entry_edit import ASK_ABOVE

PEOPLE = (
    Person("kw", "Karin Weiß", "Kirchengemeinde St. Lukas"),
    Person("sb", "Sabine Brandt", "Stadtteilschule"),
    Person("sa", "Sabri Aydin", "Sportverein"),
    Person("so", "Stefan Bär", ""),
)
CONTEXT = EntryContext(
    people=People(PEOPLE),
    previous=("sa",),
    kinds={
        StatementKind.OBSTACLE: ("Hemmnis", "hemmnis"),
        StatementKind.GOAL: ("Ziel", "ziel"),
    },
    offered=(StatementKind.OBSTACLE,),
    themes=("Wohnen", "Pflege", "Pflege und Alter"),
)


class Field:
    """The entry with its popup in a shown window."""

    def __init__(self, qtbot: QtBot, theme: Theme, texts: Texts) -> None:
        self.window = QWidget()
        layout = QVBoxLayout(self.window)
        self.popup = CompletionPopup(theme)
        self.entry = StatementEntry(theme, texts, self.popup)
        layout.addWidget(self.popup)
        layout.addWidget(self.entry)
        self.edit = self.entry.edit
        self.entry.set_context(CONTEXT)
        self.entry.offer_kinds((StatementKind.OBSTACLE,), StatementKind.OBSTACLE)
        qtbot.addWidget(self.window)
        self.window.resize(900, 400)
        self.window.show()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.edit.setFocus()

    @property
    def chips(self) -> list[Sign]:
        return [chip.what for chip in self.edit.chips()]

    def paste(self, text: str) -> None:
        data = QMimeData()
        data.setText(text)
        QGuiApplication.clipboard().setMimeData(data)
        self.edit.paste()


@pytest.fixture
def line(qtbot: QtBot, theme: Theme, texts: Texts) -> Field:
    return Field(qtbot, theme, texts)


def test_person_theme_and_kind_become_chips_while_typing(line: Field) -> None:
    type_text("kw: Die Miete steigt #Wohnen ")
    assert line.chips == [Sign.PERSON, Sign.THEME]
    assert line.edit.parsed.text == "Die Miete steigt"
    assert line.edit.parsed.participant_uid == "kw"
    assert line.edit.line.text == "kw: Die Miete steigt #Wohnen "


def test_a_name_that_still_grows_is_no_chip_yet(line: Field) -> None:
    type_text("#Pflege")
    assert line.chips == []
    type_text(" und Alter")
    assert line.chips == []
    type_text(" ")
    assert [chip.label for chip in line.edit.chips()] == ["Pflege und Alter"]


def test_backspace_makes_a_chip_text_again_for_good(line: Field) -> None:
    type_text("kw:")
    assert line.chips == [Sign.PERSON]
    press("Backspace")
    assert line.chips == []
    type_text(" Hallo")
    assert line.chips == []
    assert line.edit.parsed.text == "kw: Hallo"
    assert line.edit.parsed.participant_uid is None


def test_backspace_behind_the_space_after_a_chip_releases_it(line: Field) -> None:
    type_text("@sabr")
    press("Tab")
    assert line.chips == [Sign.PERSON]
    press("Backspace")
    assert line.chips == []
    assert line.edit.line.text == "@Sabri Aydin"


def test_tab_takes_the_proposal_and_enter_never_does(line: Field, qtbot: QtBot) -> None:
    type_text("@sab")
    assert [each.label for each in line.popup.proposals()] == ["Sabri Aydin", "Sabine Brandt"]
    with qtbot.waitSignal(line.entry.submitted):
        press("Return")
    assert line.edit.parsed.text == "@sab"
    press("Down", "Tab")
    assert line.edit.parsed.participant_uid == "sb"
    assert line.popup.isHidden()


def test_at_alone_offers_the_previous_speaker_first(line: Field) -> None:
    type_text("@")
    current = line.popup.current()
    assert current is not None
    assert current.value == "sa"


def test_without_proposals_tab_leaves_the_line(line: Field) -> None:
    type_text("Hallo")
    press("Tab")
    assert not line.edit.hasFocus()


def test_escape_closes_the_proposals_until_another_sign(line: Field, qtbot: QtBot) -> None:
    type_text("@s")
    press("Esc")
    assert line.popup.isHidden()
    type_text("a")
    assert line.popup.isHidden()
    with qtbot.waitSignal(line.edit.escaped):
        press("Esc")
    line.entry.reset()
    type_text("#")
    assert not line.popup.isHidden()


def test_arrows_move_in_the_proposals_and_stay_out_of_the_list(line: Field, qtbot: QtBot) -> None:
    type_text("@")
    with qtbot.assertNotEmitted(line.edit.up_wanted):
        press("Up")
    current = line.popup.current()
    assert current is not None
    assert current.value == "so"


def test_up_in_the_empty_line_asks_for_the_last_statement(line: Field, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.edit.up_wanted):
        press("Up")


def test_two_that_fit_are_unclear_and_can_be_settled(line: Field) -> None:
    type_text("sb:")
    assert line.chips == [Sign.UNCLEAR]
    assert line.entry.edit.chip_words() == ("SB?",)
    assert {each.value for each in line.popup.proposals()} == {"sb", "so"}
    press("Tab")
    assert line.chips == [Sign.PERSON]


@pytest.mark.parametrize(
    "text",
    [
        "Bürger*innen",
        "und/oder",
        "50+",
        "Wer zahlt das?",
        "Brücke endlich bauen!",
        "Öffnungszeiten 10:30 bis 12:00",
        "Ziel: mehr Räume",
        "info@quartier.example",
        "Die Nr. 1/2 am #1",
    ],
)
def test_nothing_fires_in_ordinary_german(line: Field, text: str) -> None:
    type_text(f"{text} ")
    assert line.chips == []
    assert line.edit.parsed.text == text


def test_the_signs_do_fire_where_they_should(line: Field) -> None:
    """The control of the test above."""
    type_text('*"Wer zahlt das" /ziel #Wohnen ')
    assert line.chips == [Sign.RESULT, Sign.VERBATIM, Sign.KIND, Sign.THEME]


def test_pasted_text_is_never_read(line: Field) -> None:
    line.paste("kw: #Wohnen @sab */ziel")
    assert line.chips == []
    assert line.popup.isHidden()
    assert line.edit.parsed.text == "kw: #Wohnen @sab */ziel"
    type_text(" #Wohnen ")
    assert line.chips == [Sign.THEME]


def test_control_characters_of_a_paste_go_visibly(line: Field, qtbot: QtBot) -> None:
    with qtbot.waitSignal(line.edit.cleaned) as caught:
        line.paste("eins\x00zwei\x0bdrei\ufffe")
    assert caught.args == [3]
    assert line.edit.line.text == "einszwei\ndrei"


def test_a_pasted_object_character_is_no_chip(line: Field) -> None:
    type_text("kw: ")
    line.paste("a\ufffcb")
    assert line.edit.line.text == "kw: ab"
    assert line.chips == [Sign.PERSON]


def test_a_very_long_paste_is_asked_about_first(line: Field, qtbot: QtBot) -> None:
    text = "Satz. " * (ASK_ABOVE // 5)
    with qtbot.waitSignal(line.edit.paste_asked) as caught:
        line.paste(text)
    assert line.entry.is_empty()
    assert caught.args == [text]
    line.edit.insert_pasted(text)
    assert line.edit.line.text == text


def test_shift_enter_begins_a_new_line_and_the_field_grows_to_three(line: Field) -> None:
    one = line.edit.height()
    type_text("eins")
    press("Shift+Return")
    type_text("zwei")
    two = line.edit.height()
    press("Shift+Return")
    press("Shift+Return")
    press("Shift+Return")
    assert line.edit.parsed.text == "eins\nzwei"
    assert one < two < line.edit.height() <= one + 44
    assert line.edit.verticalScrollBar().maximum() > 0


def test_undo_brings_back_what_was_read_then(line: Field) -> None:
    type_text("kw: Die Halle")
    press("Ctrl+A", "Del")
    assert line.entry.is_empty()
    press("Ctrl+Z")
    assert line.edit.line.text == "kw: Die Halle"
    assert line.chips == [Sign.PERSON]
    press("Ctrl+Shift+Z")
    assert line.entry.is_empty()


def test_an_untouched_line_leaves_undo_to_the_session(line: Field) -> None:
    wanted: list[str] = []
    line.edit.undo_wanted.connect(partial(wanted.append, "undo"))
    line.edit.redo_wanted.connect(partial(wanted.append, "redo"))
    press("Ctrl+Z", "Ctrl+Shift+Z")
    assert wanted == ["undo", "redo"]
    type_text("x")
    press("Ctrl+Z")
    assert line.entry.is_empty()
    assert wanted == ["undo", "redo"]


def test_copying_gives_what_was_typed(line: Field) -> None:
    type_text("kw: Hallo #Wohnen ")
    press("Ctrl+A", "Ctrl+C")
    assert QGuiApplication.clipboard().text() == "kw: Hallo #Wohnen "


def test_emoji_and_accents_keep_positions_right(line: Field) -> None:
    type_text("kw: 👩‍👩‍👧 Grün #Wohnen 😀 ")
    assert line.chips == [Sign.PERSON, Sign.THEME]
    assert line.edit.parsed.text == "👩‍👩‍👧 Grün 😀"
    assert line.edit.cursor_index() == len(line.edit.line.text)


def test_a_kept_line_stands_as_it_was(line: Field) -> None:
    type_text("@sabi")
    press("Tab")
    type_text("Hallo #Wohnen")
    kept = line.edit.line
    line.entry.reset()
    line.entry.set_typed(Line.from_data(kept.text, kept.to_data()))
    assert line.edit.line == kept
    assert line.edit.parsed.participant_uid == "sb"
    assert line.edit.parsed.themes == ("Wohnen",)


def test_a_chip_whose_beginning_is_destroyed_is_text_again(line: Field) -> None:
    type_text("kw: Hallo")
    press("Home")
    type_text("x")
    assert line.chips == []
    assert line.edit.line.text == "xkw: Hallo"


def test_undo_goes_back_to_the_empty_line_and_redo_all_the_way_forward(line: Field) -> None:
    type_text("kw: Hallo #Wohnen ")
    typed = line.edit.line.text
    for _ in range(12):
        press("Ctrl+Z")
    assert line.edit.line.text == ""
    assert line.edit.toPlainText() == ""
    for _ in range(12):
        press("Ctrl+Shift+Z")
    assert line.edit.line.text == typed
    assert line.chips == [Sign.PERSON, Sign.THEME]


def test_the_kind_of_the_line_shows_in_the_combo_and_can_be_chosen_there(line: Field) -> None:
    type_text("/ziel Mehr Bänke ")
    assert line.entry.kind.kind() is StatementKind.GOAL
    line.entry.choose_kind(StatementKind.REMARK)
    assert line.chips == []
    assert line.entry.typed().kind is StatementKind.REMARK
    assert line.edit.parsed.text == "Mehr Bänke"
    line.entry.reset()
    assert line.entry.kind.kind() is StatementKind.OBSTACLE


def test_a_closed_line_takes_nothing_and_says_why(line: Field) -> None:
    line.entry.set_closed("Das Gespräch ist abgeschlossen.")
    assert not line.edit.isEnabled()
    assert line.edit.placeholderText() == "Das Gespräch ist abgeschlossen."
    line.entry.set_closed("")
    assert line.edit.isEnabled()


def test_screen_readers_hear_the_chips(line: Field) -> None:
    type_text("kw: Hallo")
    assert line.edit.accessibleDescription() == "Karin Weiß"
    line.entry.show_target("Beitrag zu Leitfrage 3", "Alt+4")
    assert line.edit.accessibleDescription() == "Beitrag zu Leitfrage 3; Karin Weiß"


_STEPS = st.lists(
    st.one_of(
        st.sampled_from(
            ("kw: ", "@sab", "sb:", "#Wohnen ", "/ziel ", "*", '"', " ", "Grün", "😀", "x")
        ).map(lambda text: ("type", text)),
        st.sampled_from(("Backspace", "Del", "Left", "Right", "Home", "End", "Tab", "Esc")).map(
            lambda key: ("press", key)
        ),
        st.sampled_from(("Ctrl+Z", "Ctrl+Shift+Z", "Shift+Left", "Ctrl+A", "Shift+Return")).map(
            lambda key: ("press", key)
        ),
        st.sampled_from(("kw: a", "#Wohnen", "😀\x0b*")).map(lambda text: ("paste", text)),
    ),
    max_size=14,
)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(_STEPS)
def test_whatever_is_pressed_field_and_line_agree(
    line: Field, steps: list[tuple[str, str]]
) -> None:
    line.entry.reset()
    for how, what in steps:
        line.edit.setFocus()
        if how == "type":
            type_text(what)
        elif how == "press":
            press(what)
        else:
            line.paste(what)
        _assert_agreement(line)


def _assert_agreement(line: Field) -> None:
    """The field shows the line with its chips, and every chip is one that the line is read as."""
    edit = line.edit
    shown, at = "", 0
    for chip in edit.chips():
        shown += edit.line.text[at : chip.start] + "\ufffc"
        at = chip.end
    shown += edit.line.text[at:]
    assert edit.toPlainText() == shown
    assert set(edit.chips()) <= set(edit.parsed.spans)
    assert 0 <= edit.cursor_index() <= len(edit.line.text)
    assert clean(edit.line.text).removed == 0


def test_the_agreement_notices_a_field_that_was_changed_behind_its_back(line: Field) -> None:
    """The control of the test above."""
    type_text("kw: Hallo")
    line.edit._rendering = True
    QTextCursor(line.edit.document()).insertText("x")
    line.edit._rendering = False
    with pytest.raises(AssertionError):
        _assert_agreement(line)


def test_a_span_of_a_foreign_line_is_not_shown(line: Field) -> None:
    line.entry.set_typed(Line("Hallo", chosen=(Span(0, 5, Sign.THEME, "Gruß", "Gruß"),)))
    assert line.edit.parsed.themes == ("Gruß",)
    assert line.chips == [Sign.THEME]


def test_what_was_copied_may_outlive_the_interpreter(line: Field) -> None:
    type_text("Hallo")
    press("Ctrl+A")
    assert not shiboken6.createdByPython(line.edit.createMimeDataFromSelection())
    assert shiboken6.createdByPython(QMimeData())

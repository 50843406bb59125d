"""The signs of the entry line at work: what they do to the session, and that keys suffice."""

import datetime as dt

import pytest
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.domain.statements import MAX_STEP
from tests.support.keyboard import press, type_text
from tests.ui.live.conftest import Live


def paste(text: str) -> None:
    """Through the clipboard, as a person does."""
    data = QMimeData()
    data.setText(text)
    QGuiApplication.clipboard().setMimeData(data)
    press("Ctrl+V")


def test_signs_before_the_text_belong_to_the_statement(running: Live) -> None:
    running.enter("! ? Wer zahlt die Brücke?")
    (statement,) = running.statements(4)
    assert statement.text == "Wer zahlt die Brücke?"
    assert (statement.assent, statement.clarify) == (1, True)


def test_a_sign_alone_comes_after_the_sentence(running: Live) -> None:
    running.enter("Die Brücke muss weg")
    for sign in ("!", "?", '"', "*", "!"):
        running.enter(sign)
        assert running.line == ""
    (statement,) = running.statements(4)
    assert (statement.assent, statement.clarify) == (2, True)
    assert (statement.verbatim, statement.is_result) == (True, True)
    for _ in range(5):
        running.desk.frame.undo()
    (statement,) = running.statements(4)
    assert (statement.assent, statement.clarify, statement.is_result) == (0, False, False)


@pytest.mark.parametrize("sign", ["!", "?", '"', "*"])
def test_a_sign_without_a_statement_before_stays_and_says_so(running: Live, sign: str) -> None:
    running.enter(sign)
    assert running.line == sign
    assert "kein Beitrag" in running.page.quiet.text()


def test_a_plus_goes_on_and_is_one_step_to_undo(running: Live) -> None:
    running.enter("kw: Die Miete steigt.")
    running.enter("+ Und zwar schnell #Wohnen")
    (statement,) = running.statements(4)
    assert statement.text == "Die Miete steigt. Und zwar schnell"
    assert (statement.participant_uid, statement.themes) == (running.room.people[0], ("Wohnen",))
    assert running.shown() == [statement.text]
    running.desk.frame.undo()
    assert running.shown() == ["Die Miete steigt."]
    assert running.draft() == ""


def test_a_plus_without_a_statement_stays_and_says_so(running: Live) -> None:
    running.enter("+ weiter")
    assert running.line == "+ weiter"
    assert "fortsetzen" in running.page.quiet.text()
    assert running.statements(4) == ()


def test_a_next_step_with_person_and_date(running: Live) -> None:
    running.enter("> kw: ruft bei der Stadt an bis Freitag")
    (step,) = running.services.views.next_steps(running.room.uid)
    assert (step.text, step.who) == ("ruft bei der Stadt an", "Karin Weiß")
    assert step.due == dt.date(2026, 11, 27)
    assert running.statements(4) == ()
    said = running.page.quiet.text()
    assert "ruft bei der Stadt an" in said
    assert "Karin Weiß, bis Fr 27.11.2026" in said
    assert running.draft() == ""
    running.desk.frame.undo()
    assert running.services.views.next_steps(running.room.uid) == ()


def test_a_day_that_does_not_exist_is_said_while_typing(running: Live) -> None:
    type_text("> Anruf bis 31.2.")
    assert "bis 31.2." in running.page.quiet.text()
    type_text(" oder 1.3.")
    press("Ctrl+A", "Delete")
    assert running.page.quiet.text() == ""
    running.enter("> Anruf bis 31.2.")
    (step,) = running.services.views.next_steps(running.room.uid)
    assert (step.text, step.due) == ("Anruf bis 31.2.", None)


def test_a_step_that_is_too_long_stays_in_the_line(running: Live) -> None:
    type_text("> y")
    running.page.entry.edit.insert_pasted("x" * MAX_STEP)
    press("Return")
    assert running.services.views.next_steps(running.room.uid) == ()
    assert len(running.line) == MAX_STEP + 3


def test_a_chip_of_a_sign_is_text_again_with_backspace(running: Live) -> None:
    type_text("> ")
    press("Left")
    press("Right")
    type_text("Stadt fragen")
    press(*["Left"] * len("Stadt fragen"))
    press("Backspace")
    press("Return")
    assert running.services.views.next_steps(running.room.uid) == ()
    assert [s.text for s in running.statements(4)] == [">Stadt fragen"]


def test_somebody_new_is_added_without_leaving_the_line(running: Live) -> None:
    type_text("@Ute Jansen, Bürgerin")
    (proposal,) = running.page.popup.proposals()
    assert proposal.is_new
    press("Tab")
    assert running.page.entry.edit.hasFocus()
    running.enter("Wir brauchen Räume")
    (statement,) = running.statements(4)
    people = running.services.views.participants(running.room.uid)
    new = next(person for person in people if person.name == "Ute Jansen")
    assert (new.organisation, new.uid) == ("Bürgerin", statement.participant_uid)
    assert statement.text == "Wir brauchen Räume"
    running.enter("uj: Und Zeit")
    assert running.statements(4)[-1].participant_uid == new.uid


def test_enter_adds_nobody(running: Live) -> None:
    running.enter("@Ute Jansen")
    assert [s.text for s in running.statements(4)] == ["@Ute Jansen"]
    assert len(running.services.views.participants(running.room.uid)) == 3


@pytest.mark.parametrize("typed", ["@", "@k", "@s", "#", "#Wo", "#Neues", "/", "/h", "Mit @k"])
def test_enter_records_in_every_state_of_the_proposals(running: Live, typed: str) -> None:
    type_text(typed)
    assert running.page.popup.is_open()
    press("Down", "Return")
    (statement,) = running.statements(4)
    assert statement.text == typed
    assert running.line == ""
    assert not running.page.popup.is_open()


@pytest.mark.parametrize("typed", ["@k", "@Neu", "#Wo", "#Neues", "/h", "Mit @k", "sa:"])
def test_tab_takes_and_escape_leaves_in_every_state(running: Live, typed: str) -> None:
    type_text(typed)
    if not running.page.popup.is_open():
        assert typed == "sa:"  # one fits: nothing to choose
        return
    press("Escape")
    assert not running.page.popup.is_open()
    assert running.line == typed
    press("Ctrl+A", "Delete")
    type_text(typed)
    press("Tab")
    assert running.page.entry.edit.hasFocus()
    assert not running.page.popup.is_open()
    assert running.page.entry.edit.chips()


def test_pasted_lines_are_one_statement_or_one_each(running: Live) -> None:
    type_text("kw: ")
    paste("Mehr Räume\n\n* Mehr Zeit\r\nsb: Mehr Geld\n")
    assert running.page.lines.isVisible()
    assert running.page.lines.count == 3
    assert running.page.entry.edit.hasFocus()
    press("Ctrl+Return")
    statements = running.statements(4)
    assert [s.text for s in statements] == ["Mehr Räume", "* Mehr Zeit", "sb: Mehr Geld"]
    assert {s.participant_uid for s in statements} == {running.room.people[0]}
    assert not any(s.is_result for s in statements)
    assert not running.page.lines.isVisible()
    assert running.shown() == [s.text for s in statements]
    assert running.draft() == ""
    running.desk.frame.undo()
    assert running.statements(4) == ()


def test_enter_makes_one_statement_of_pasted_lines(running: Live) -> None:
    paste("Mehr Räume\nMehr Zeit")
    press("Return")
    assert [s.text for s in running.statements(4)] == ["Mehr Räume\nMehr Zeit"]
    assert not running.page.lines.isVisible()


def test_the_offer_goes_with_its_lines(running: Live) -> None:
    paste("Mehr Räume\nMehr Zeit")
    press("Ctrl+A", "Delete")
    assert not running.page.lines.isVisible()
    paste("Eine Zeile\n")
    assert not running.page.lines.isVisible()
    assert running.line == "Eine Zeile"
    press("Shift+Return")
    type_text("noch eine")
    assert not running.page.lines.isVisible()
    press("Ctrl+Return")
    assert [s.text for s in running.statements(4)] == ["Eine Zeile\nnoch eine"]


def test_two_million_signs_are_refused_and_stay_in_the_clipboard(running: Live) -> None:
    type_text("Davor ")
    paste("Wort\n" * 400_000)
    notice = running.desk.window.band.notice
    assert notice is not None
    assert "100.000" in notice.text
    assert running.line == "Davor "
    assert len(QGuiApplication.clipboard().text()) == 2_000_000


def test_a_table_from_word_and_signs_of_all_scripts(running: Live) -> None:
    family = "👩\u200d👩\u200d👧"
    paste(f"Ute\tHamm\r\n{family}\tשלום\x00")
    press("Return")
    assert [s.text for s in running.statements(4)] == [f"Ute · Hamm\n{family} · שלום"]


def test_a_sign_that_was_not_understood_is_said(running: Live) -> None:
    running.enter("Es fehlt Geld /hem")
    assert [s.text for s in running.statements(4)] == ["Es fehlt Geld /hem"]
    assert "„/hem“" in running.page.quiet.text()
    running.enter("Es fehlt Geld /hemmnis")
    assert not running.page.quiet.isVisible()


def test_after_a_statement_elsewhere_it_is_said_where_the_next_line_belongs(running: Live) -> None:
    running.place.entry.send_to(running.room.question(2).uid)
    running.enter("Für zwei")
    said = running.page.quiet.text()
    assert "Leitfrage 2" in said
    assert "Leitfrage 4" in said.partition("Nächste Zeile")[2]


def test_quoted_words_that_begin_a_sentence_get_the_same_marks(running: Live) -> None:
    running.enter('"Wir wollen" sagen alle "ja"')
    assert [s.text for s in running.statements(4)] == ["„Wir wollen“ sagen alle „ja“"]
    running.enter('kw: "Wir wollen das"')
    assert [(s.text, s.verbatim) for s in running.statements(4)][-1] == ("Wir wollen das", True)


@pytest.mark.parametrize("key", ["Ctrl+M", "Ctrl+J", "F7"])
def test_a_key_for_a_statement_says_that_none_is_chosen(running: Live, key: str) -> None:
    for place in (running.page.plan.list, running.page.entry.edit):
        place.setFocus()
        running.page.show_quiet("")
        press(key)
        assert running.page.quiet.isVisible(), key
        type_text("Notiz")
        assert running.line == "Notiz"
        press("Ctrl+A", "Del")

"""What is shown in the pictures: each group starts the program on its own database."""

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.domain.incoming.photos import PhotoChanges
from app.domain.incoming.series import OwnWordDraft, SeriesChanges
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementChanges
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, SessionState, SpeakingOrder
from app.errors import BadInputError, RefusedError
from app.services.logos import small_logo
from app.services.photo_files import prepared
from tests.pictures import room_scenes, worlds
from tests.pictures.documents import Evening, in_series, under_way, write
from tests.pictures.feedback import returned_form, some_feedback
from tests.pictures.flipchart import flipchart
from tests.pictures.projector import room_view
from tests.pictures.stage import Stage, close_dialogs, open_dialog
from tests.support.guest_list import guest_list
from tests.support.hostile_templates import HOSTILE
from tests.support.house_templates import TEMPLATES
from tests.support.keyboard import press, press_in_menu, type_text
from tests.support.pictures_made import coded
from tests.support.real_window import child, run_events, services_of, settle, wait_until
from ui.live.page import LivePage
from ui.minutes.head_dialog import HeadDialog
from ui.minutes.page import MinutesPage
from ui.minutes.paper_view import PaperView
from ui.minutes.saving import Saving
from ui.pages import Step
from ui.prepare.page import PreparePage
from ui.program import Program
from ui.review.page import ReviewPage
from ui.start.home import HomePage
from ui.start.upkeep import Upkeep

_BLOCKS = {
    "fw": "Freiwillige Feuerwehr Kalkofen",
    "qmd": "Quartiersmanagement der Diakonie im Kalkofen",
    "best": "Bundes-Engagementstrategie",
}


_OTHER_KINDS = (MinutesKind.SHORT, MinutesKind.PHOTO, MinutesKind.RESULTS, MinutesKind.FULL)
"""Kinds of minutes beside the first; the pictures that follow show the last."""


Group = Callable[[Stage], None]
World = Callable[[Path, Evening, worlds.Clock], str]


def empty(_database: Path, evening: Evening, clock: worlds.Clock) -> str:
    """Nothing yet: the first start."""
    clock.move_to(evening.at(9, 14))
    return ""


def first_start(stage: Stage) -> None:
    """The empty start page and the dialogs that need no session."""
    stage.take("10-start-empty")
    stage.dialog("11-new-session", partial(press, "Ctrl+N"))
    stage.dialog("12-new-session-fault", _wrong_date)
    stage.dialog("13-keys", partial(press, "F1"))
    stage.dialog("14-settings", partial(press, "Ctrl+,"))
    stage.dialog("15-report", partial(stage.program._show_report, _REPORT))
    stage.dialog("16-sign-card", stage.program._open_card)


def at_home(stage: Stage) -> None:
    """The start page with sessions, and everything that is opened from there."""
    program = stage.program
    stage.take("20-start-today")
    program.messages.error(BadInputError("file_not_found", path=Path("Gespräch.session.json")))
    stage.take("21-error-band")
    program.messages.clear()
    home = child(program, HomePage)
    stage.dialog("22-all-sessions", home.all_button.click)
    home.series.setFocus()
    stage.dialog("23-series", partial(press, "Home", "Return"))
    stage.dialog("24-delete", _delete(stage))
    later = write(in_series(under_way(stage.evening), worlds.SERIES), stage.folder)
    stage.dialog("25-import-preview", partial(program._read_files, (later,)))
    stage.dialog("26-backups", partial(program.frame.open_dialog, "backups"))


def preparing(stage: Stage) -> None:
    """Vorbereiten on the day, its dialogs and, in a narrow window, its tabs."""
    program = stage.program
    stage.show(Step.PREPARE)
    stage.take("30-prepare")
    if program.window.extent.narrow:
        for number, name in enumerate(("details", "plan", "people")):
            child(program, PreparePage).bring_forward(number)
            stage.take(f"31-prepare-{name}")
    page = child(program, PreparePage)
    page.bring_forward(1)
    page.plan.list.setFocus()
    press("Home", *["Down"] * 7)
    stage.take("32-prepare-plan-row")
    stage.dialog("33-plan-item", partial(press, "F2"))
    stage.dialog("39-new-plan-item", _new_item)
    page.bring_forward(2)
    page.people.list.setFocus()
    press("Home", *["Down"] * 2)
    stage.take("34-prepare-person-row")
    stage.dialog("35-participant", partial(press, "F2"))
    guests = guest_list(services_of(program).workspace.path.parent)
    stage.dialog("39-check-in", partial(_check_in, program))
    with stage.large():
        stage.dialog("39-check-in-1920", partial(_check_in, program))
    stage.dialog("39-information", partial(_information, program))
    stage.dialog("38-people-list", partial(program._read_files, (guests,)))
    _the_day_before(stage)


def _check_in(program: Program) -> None:
    """Some are here, one is excused, the current person was asked."""
    program.actions.get("session.check_in").trigger()
    wait_until(lambda: open_dialog() is not None)
    press("Space", "Down", "Space", "Alt+2", "Down", "Alt+E", "Down", "Down", "Space")
    press("Alt+1", "Alt+2", "Alt+3", "Alt+3", "Alt+G")


def _information(program: Program) -> None:
    program.actions.get("session.check_in").trigger()
    wait_until(lambda: open_dialog() is not None)
    press("Alt+I")


def _the_day_before(stage: Stage) -> None:
    """Before its day the file for others is the conclusion, and beginning is asked for."""
    day = stage.evening.day + dt.timedelta(days=1)
    services = services_of(stage.program)
    services.sessions.update(stage.session, SessionChanges(date=day, note_takers=()))
    stage.take("36-prepare-before-its-day")
    begin = child(stage.program, PreparePage).form.conclusion.begin
    stage.dialog("37-begin-early", begin.click)


def close_popup() -> None:
    """Close the menu that is open."""
    popup = QApplication.activePopupWidget()
    if popup is not None:
        popup.close()
    run_events(50)


def leading(stage: Stage) -> None:
    """Durchführen: an evening under way, with everything the entry line can show."""
    stage.show(Step.LIVE)
    stage.take("40-live-quiet")
    type_text(_line(stage))
    stage.take("41-live")
    with stage.large():
        stage.take("41-live-1920")
    press("Ctrl+PgDown")
    stage.take("42-live-line-of-other-question")
    press(*["Alt+M"] * 9)
    stage.take("48-live-behind")
    press("Alt+Z")
    stage.take("48-live-catch-up")
    close_popup()
    press("Alt+P")
    stage.take("48-live-paused")
    press("Alt+P", *["Ctrl+Z"] * 9)
    press("Ctrl+PgUp")
    press("Ctrl+A", "Del")
    type_text("@")
    stage.take("43-live-completion")
    press("Esc", "Ctrl+A", "Del")
    type_text("Das ist ein längerer Beitrag, der über mehrere Zeilen geht. " * 4)
    stage.take("44-live-long-line")
    press("Ctrl+A", "Del", "Up")
    stage.take("45-live-statement-selected")
    press("Return")
    stage.take("46-live-statement-edited")
    press("Esc")
    stage.dialog("4B-statement-fields", partial(press, "Ctrl+M"))
    press("Esc")
    _words(stage)
    _speakers(stage)
    room_view(stage)
    _off_record(stage)
    _tabs_of_live(stage)
    stage.program.messages.unsaved(RefusedError("disk_full", path=Path("Quartiersdialog"), free=0))
    stage.take("49-live-not-saved")


def _words(stage: Stage) -> None:
    services = services_of(stage.program)
    services.words.add(stage.session, OwnWordDraft(word="Stuberwiesen"))
    for name, text in _BLOCKS.items():
        services.text_blocks.add(stage.session, TextBlockDraft(name=name, text=text))
    type_text(";")
    stage.take("4D-live-text-blocks")
    press("Esc", "Ctrl+A", "Del")
    stage.dialog("4E-words", partial(press, "Ctrl+Shift+T"))


def _speakers(stage: Stage) -> None:
    """The speakers list, and who has not been heard."""
    services = services_of(stage.program)
    for person in services.views.participants(stage.session)[:7]:
        services.speakers.request(stage.session, person.uid)
    services.speakers.give_floor(stage.session)
    services.speakers.set_order(stage.session, SpeakingOrder.BALANCED)
    stage.take("4F-live-speakers")
    button = child(stage.program, LivePage).side.speakers.unheard
    button.pressed.emit()
    stage.take("4G-live-not-heard")
    button.released.emit()
    press("Alt+R")
    type_text("a")
    stage.take("4H-live-asking")
    press("Ctrl+A")
    type_text("Petra Neumann, Mieterbund")
    stage.take("4I-live-guest")
    press("Esc")


def _off_record(stage: Stage) -> None:
    """A line without a name, then none at all; what was said before is asked for."""
    type_text("Das würde ich lieber ohne meinen Namen sagen")
    press("Alt+U")
    stage.take("4J-live-unnamed")
    press("Alt+O")
    settle(stage.program)
    stage.program.messages.clear()
    stage.take("4K-live-off-record")
    stage.dialog("4L-remove", partial(press, "Alt+Shift+O", "2"))
    press("Ctrl+PgDown")
    stage.take("4M-live-off-record-asks")
    press("Ctrl+PgUp", "Alt+O")
    stage.take("4N-live-on-record-again")
    stage.program.messages.clear()


def _tabs_of_live(stage: Stage) -> None:
    page = child(stage.program, LivePage)
    if stage.program.window.extent.narrow:
        for number, name in enumerate(("clock", "prompts", "summary"), start=1):
            page.show_tab(number)
            stage.take(f"47-live-tab-{name}")
        page.show_tab(0)


def closed(stage: Stage) -> None:
    """Durchführen before anything was said, behind the plan, and of a closed session."""
    program, services = stage.program, services_of(stage.program)
    items = services.views.plan_items(stage.session)
    services.plan.start(items[-2].uid)
    stage.show(Step.LIVE)
    stage.take("48-live-empty-item")
    services.sessions.set_state(stage.session, SessionState.CLOSED)
    program.frame.open_session(stage.session, Step.LIVE)
    stage.take("4A-live-closed")


def reviewing(stage: Stage) -> None:
    """Nachbereiten the morning after: the question that is read as cooperations, and its list."""
    program = stage.program
    stage.show(Step.REVIEW)
    stage.take("50-review-first-question")
    items = services_of(program).views.plan_items(stage.session)
    item = next(each for each in items if each.number == stage.evening.running + 1)
    program.frame.reveal(stage.session, item.uid, "")
    press("Home", "Space", "Down", "Space")
    stage.take("51-review")
    press("Space", "Up", "Space", "Return")
    stage.take("52-review-edited")
    press("Esc")
    page = child(program, ReviewPage)
    if program.window.extent.narrow:
        page.tabs.tab(1).click()
        stage.take("53-review-tab-read")
    page.show_side(1)
    stage.take("54-review-next-steps")
    page.show_side(0)
    page.show_list()
    page.list.setFocus()
    page.menu_button.click()
    wait_until(lambda: QApplication.activePopupWidget() is not None)
    stage.take("55-review-menu")
    press("Esc")
    page.list.setFocus()
    stage.dialog("56-history", partial(press, "Ctrl+H"))
    stage.dialog("57-close-session", page.state_button.click)
    _photos(stage, item.uid)


def _photos(stage: Stage, item_uid: str) -> None:
    """A flipchart at the question, and its cards typed from it."""
    photo = prepared(coded(flipchart(), "JPEG"), "Flipchart.jpg")
    photos = services_of(stage.program).photos
    (uid,) = photos.add(item_uid, [photo])
    photos.update(uid, PhotoChanges(caption="Was trägt bei uns?"))
    settle(stage.program)
    page = child(stage.program, ReviewPage)
    stage.take("58-review-photo")
    page.photos.setFocus()
    stage.dialog("59-photo", partial(press, "Home", "Return"))
    stage.dialog("5A-cards", partial(_type_cards, page))
    _feedback(stage)


def _feedback(stage: Stage) -> None:
    """A form that came back, answers to decide about, and statements with their state."""
    services, folder = services_of(stage.program), stage.folder
    file = returned_form(services, stage.session, folder)
    stage.dialog("5B-feedback-form", partial(_drop_form, stage, file))
    some_feedback(services, stage.session, folder)
    series = services.views.session(stage.session).series_uid
    services.series.update(series, SeriesChanges(with_release=True))
    settle(stage.program)
    stage.dialog("5C-feedback", partial(press, "Ctrl+Shift+F"))
    stage.dialog("5D-feedback-by-hand", partial(_in_feedback, "Ins"))
    stage.dialog("5E-feedback-request", partial(_in_feedback, "Ctrl+S"))
    child(stage.program, ReviewPage).list.setFocus()
    press("Home", "Ctrl+G", "Down", "Ctrl+G", "Ctrl+G")
    stage.take("5F-review-states")


def _drop_form(stage: Stage, file: Path) -> None:
    stage.program._read_files((file,))
    wait_until(lambda: type(open_dialog()).__name__ == "FormPreviewDialog")


def _in_feedback(key: str) -> None:
    press("Ctrl+Shift+F")
    wait_until(lambda: open_dialog() is not None)
    press(key)
    wait_until(lambda: type(open_dialog()).__name__ != "FeedbackDialog")


def _type_cards(page: ReviewPage) -> None:
    page.cards_button.click()
    wait_until(lambda: open_dialog() is not None)
    for card in ("Schlüssel für den Saal", "eine Nummer für alle", "Treff am Donnerstag"):
        type_text(card)
        press("Return")


def printing(stage: Stage) -> None:
    """Protokoll the morning after, and the search."""
    stage.show(Step.MINUTES)
    wait_until(partial(_paper_is_ready, stage))
    stage.take("60-minutes")
    _minutes(stage)
    press("Ctrl+K")
    type_text("Förder")
    stage.take("70-search")
    press("Ctrl+A")
    type_text("gibtesnicht")
    stage.take("71-search-nothing")
    press("Esc")


def _minutes(stage: Stage) -> None:
    page = child(stage.program, MinutesPage)
    if stage.program.window.extent.narrow:
        page._show_tab(0)
        stage.take("61-minutes-choices")
        page._show_tab(2)
        stage.take("62-minutes-notes")
        page._show_tab(1)
    for kind in _OTHER_KINDS:
        page.choices.kinds[kind].click()
        wait_until(partial(_paper_is_ready, stage))
        stage.take(f"63-minutes-{kind}")
    _names(stage)
    _templates(stage)
    _given_out(stage)
    page.notes.show_saved(Path("Ergebnisprotokoll.docx"))
    page.show_notes()
    stage.take("64-minutes-saved")


def _names(stage: Stage) -> None:
    """Somebody who is not to be named stands in the text of others: the list, and its menu."""
    services = services_of(stage.program)
    page = child(stage.program, MinutesPage)
    person = services.views.participants(stage.session)[1]
    statements = services.views.statements(stage.session)
    for statement in statements[:3]:
        text = f"Da hat {person.name} uns geholfen. {statement.text}"
        services.capture.update((statement.uid,), StatementChanges(text=text))
    wait_until(partial(_paper_is_ready, stage))
    page.show_notes()
    stage.take("64A-minutes-names")


def _given_out(stage: Stage) -> None:
    """What was given out, and what is done with it."""
    services, session = services_of(stage.program), stage.session
    series = services.views.session(session).series_uid
    logos = [(name, small_logo(coded(flipchart(), "PNG"), name)) for name in ("Land", "Stiftung")]
    services.logos.add(series, logos)
    options = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))
    folder = services.workspace.path.parent
    services.minutes.export(session, options, folder / "Protokoll zum Gespräch.docx")
    said = services.views.statements(session)
    services.capture.delete([said[0].uid])
    report = services.minutes.write(session, options, folder / "Protokoll, zweite Fassung.docx")
    child(stage.program, Saving)._on_saved(report)
    for number, keys in enumerate(("Ctrl+L", "Ctrl+E", "Ctrl+Shift+N", "Ctrl+H"), start=1):
        settle(stage.program)
        wait_until(partial(_paper_is_ready, stage))
        press(keys)
        settle(stage.program)
        stage.take(f"68-minutes-given-out-{number}")
        if number < 4:
            close_dialogs()
    dialog = open_dialog()
    assert isinstance(dialog, HeadDialog)
    dialog.logos.click()
    settle(stage.program)
    stage.take("68-minutes-given-out-5")
    close_dialogs()
    settle(stage.program)
    wait_until(partial(_paper_is_ready, stage))


def _templates(stage: Stage) -> None:
    """A house template that was dropped, one that cannot be used, and the page with the first."""
    folder = services_of(stage.program).workspace.path.parent
    for number, name, data in (
        (65, "Briefbogen.docx", TEMPLATES["unknown placeholders"]),
        (66, "Briefbogen alt.doc", HOSTILE["old Word"][1]),
    ):
        (folder / name).write_bytes(data)
        stage.program.frame.look_at_template(folder / name)
        settle(stage.program)
        stage.take(f"{number}-minutes-template")
    if dialog := open_dialog():
        dialog.accept()
    settle(stage.program)
    wait_until(partial(_paper_is_ready, stage))
    stage.take("67-minutes-house")


GROUPS: tuple[tuple[World, Group], ...] = (
    (empty, first_start),
    (worlds.home, at_home),
    (worlds.home, preparing),
    (worlds.leading, leading),
    (worlds.leading, closed),
    (worlds.reviewing, printing),
    (worlds.reviewing, reviewing),
    (worlds.leading, room_scenes.asking),
    (worlds.reviewing, room_scenes.reading),
)


def _paper_is_ready(stage: Stage) -> bool:
    return child(stage.program, PaperView).is_complete


def _line(stage: Stage) -> str:
    """A line in progress, by somebody of the list."""
    people = services_of(stage.program).views.participants(stage.session)
    text = "Donnerstags ist Sprechstunde im"
    return f"{people[0].name}: {text}" if people else text


def _wrong_date() -> None:
    press("Ctrl+N")
    type_text("31.2.")
    press("Return")


def _new_item() -> None:
    press_in_menu(*["Down"] * 4, "Return")  # a question
    press("Ins")


def _delete(stage: Stage) -> Callable[[], object]:
    session = services_of(stage.program).views.sessions()[1]
    return partial(child(stage.program, Upkeep).ask_delete, session, stage.program.window)


_REPORT = """Quartiersdialog 1.0
Python 3.11, Qt 6.11
Linux 6.1

ValueError
  controller.py:182 _show
  < page.py:91 set_rows"""

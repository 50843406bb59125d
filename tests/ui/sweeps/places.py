"""Every page and dialog of the program and how to get there."""

import datetime as dt
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QWidget

import ui
from app.domain.incoming.in_the_room import HandCountDraft, TopicDraft
from app.domain.incoming.series import OwnWordDraft
from app.domain.incoming.sessions import SessionChanges
from app.domain.incoming.statements import StatementChanges, StatementDraft
from app.domain.incoming.text_blocks import TextBlockDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import MinutesKind, SpeakingOrder
from app.errors import BadInputError
from app.services.logos import small_logo
from app.services.photo_files import prepared
from tests.pictures.documents import in_series, read_evening, under_way, write
from tests.pictures.feedback import returned_form, some_feedback
from tests.pictures.worlds import SERIES
from tests.support.guest_list import guest_list
from tests.support.house_templates import TEMPLATES
from tests.support.keyboard import press, press_in_menu, type_text
from tests.support.pictures_made import coded, picture
from tests.support.real_window import child, run_events, services_of, settle, wait_until
from ui.dialogs.form_dialog import FormDialog
from ui.live.controller import LiveController
from ui.live.speakers_board import SpeakersBoard
from ui.minutes.head_dialog import HeadDialog
from ui.minutes.saving import Saving
from ui.pages import Step
from ui.prepare.page import PEOPLE, PLAN, PreparePage
from ui.prepare.people_list import PeopleList
from ui.prepare.plan_list import PlanEditList
from ui.program import Program
from ui.review.page import ReviewPage
from ui.review.review_list import ReviewList
from ui.search.popup import DEBOUNCE_MS, SearchPopup
from ui.start.home import HomePage
from ui.start.upkeep import Upkeep
from ui.widgets.statement_list import StatementCards
from ui.widgets.tab_row import TabRow

KindT = TypeVar("KindT")
World = str
EMPTY, HOME, LEADING, REVIEWING = "empty", "home", "leading", "reviewing"


@dataclass(frozen=True, slots=True)
class Station:
    """A state of the window worth looking at; ``go`` brings the program there."""

    name: str
    world: World
    go: Callable[[Program, str], object]


@dataclass(frozen=True, slots=True)
class Opening:
    """A dialog and how a user opens it."""

    dialog: str
    world: World
    open: Callable[[Program, str], object]


def classes_of_the_window(kind: type[KindT]) -> set[type[KindT]]:
    """All classes below ``kind`` that ``ui`` defines."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name != "ui.__main__":
            importlib.import_module(module.name)
    return {each for each in _below(kind) if each.__module__.startswith("ui.")}


def _below(kind: type[KindT]) -> Iterator[type[KindT]]:
    each: type[KindT]
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def open_dialog() -> FormDialog | None:
    """The dialog on top of the others."""
    top = QApplication.activeModalWidget()
    return top if isinstance(top, FormDialog) else None


def step(of: Step) -> Callable[[Program, str], None]:
    """Go to a step of the session."""

    def go(program: Program, session: str) -> None:
        if isinstance(top_of(program), SearchPopup):
            press("Esc")
        if of is Step.LIVE:
            services_of(program).off_record.end(session, at=dt.datetime.now(dt.UTC))
        program.frame.open_session(session, of)
        settle(program)

    return go


def top_of(program: Program) -> QWidget:
    """The window, or the search that lies over it and keeps the keys to itself until Esc."""
    search = program.window.findChild(SearchPopup)
    return search if search is not None and search.isVisible() else program.window


def _tabs(of: Step, count: int) -> Iterator[Station]:
    """The tabs that columns become in a narrow window; the same page in a wide one."""
    world = {Step.PREPARE: HOME, Step.LIVE: LEADING}.get(of, REVIEWING)

    def tab(number: int) -> Callable[[Program, str], None]:
        def go(program: Program, session: str) -> None:
            step(of)(program, session)
            for tabs in program.window.findChildren(TabRow):
                if tabs.isVisible() and tabs.tab(number).isVisible():
                    tabs.tab(number).click()

        return go

    for number in range(count):
        yield Station(f"{of.name.lower()} {number}", world, tab(number))


def _error(program: Program, session: str) -> None:
    program.frame.go_home()
    error = BadInputError("file_not_found", path=Path("Gespräch von letzter Woche.session.json"))
    program.messages.unsaved(error)
    if session:
        program.frame.open_session(session, Step.LIVE)
        program.messages.unsaved(error)


def _search(text: str) -> Callable[[Program, str], None]:
    def go(program: Program, _session: str) -> None:
        press("Ctrl+K", "Ctrl+A")
        type_text(text)
        run_events(2 * DEBOUNCE_MS)
        settle(program)

    return go


def _other_question(program: Program, session: str) -> None:
    step(Step.LIVE)(program, session)
    type_text("Eine Zeile")
    press("Alt+1")


def _home(program: Program, _session: str) -> None:
    program.frame.go_home()
    settle(program)


def _speakers(program: Program, session: str) -> None:
    """Somebody speaks, some wait, and one more is being typed."""
    step(Step.LIVE)(program, session)
    services = services_of(program)
    waiting = services.views.speakers(session).requests
    for person in services.views.participants(session)[: 0 if waiting else 7]:
        services.speakers.request(session, person.uid)
    if not waiting:
        services.speakers.give_floor(session)
        services.speakers.set_order(session, SpeakingOrder.BALANCED)
    press("Alt+R")
    settle(program)


def _room_view(program: Program, session: str) -> None:
    """Switched on, with the preview in the right column; there is no projector."""
    step(Step.LIVE)(program, session)
    desk = child(program, LiveController).room.desk
    if not desk.is_on:
        press("F5")
    settle(program)


def _off_record(program: Program, session: str) -> None:
    """The line takes nothing, and another item has begun."""
    step(Step.LIVE)(program, session)
    item = next(i for i in services_of(program).views.plan_items(session) if i.is_running)
    services_of(program).off_record.begin(item.uid, at=dt.datetime.now(dt.UTC))
    press("Ctrl+PgDown")
    settle(program)


STATIONS: tuple[Station, ...] = (
    Station("start empty", EMPTY, _home),
    Station("start", HOME, _home),
    *_tabs(Step.PREPARE, 3),
    *_tabs(Step.LIVE, 4),
    Station("live, line of another question", LEADING, _other_question),
    Station("live, speakers list", LEADING, _speakers),
    Station("live, room view", LEADING, _room_view),
    Station("error", LEADING, _error),
    Station("live, off the record", LEADING, _off_record),
    *_tabs(Step.REVIEW, 2),
    *_tabs(Step.MINUTES, 3),
    Station("search", REVIEWING, _search("Quartier")),
    Station("search without hits", REVIEWING, _search("gibtesnicht")),
)


def stations(world: World) -> list[Station]:
    """The stations on one database."""
    return [station for station in STATIONS if station.world == world]


# -- dialogs --------------------------------------------------------------------------------


def _series(program: Program, _session: str) -> None:
    program.frame.go_home()
    settle(program)
    child(program, HomePage).series.setFocus()
    press("Home", "Return")


def _all_sessions(program: Program, _session: str) -> None:
    program.frame.go_home()
    settle(program)
    child(program, HomePage).all_button.click()


def _delete(program: Program, _session: str) -> None:
    session = services_of(program).views.sessions()[1]
    child(program, Upkeep).ask_delete(session, program.window)


def _import(program: Program, _session: str) -> None:
    later = in_series(under_way(read_evening()), SERIES)
    folder = services_of(program).workspace.path.parent
    program._read_files((write(later, folder),))
    settle(program)


def _plan(program: Program, session: str) -> None:
    step(Step.PREPARE)(program, session)
    child(program, PreparePage).bring_forward(PLAN)
    child(program, PlanEditList).setFocus()
    press("Home", *["Down"] * 7)


def _plan_item(program: Program, session: str) -> None:
    _plan(program, session)
    press("F2")


def _new_item(program: Program, session: str) -> None:
    _plan(program, session)
    press_in_menu(*["Down"] * 4, "Return")  # question
    press("Ins")


def _participant(program: Program, session: str) -> None:
    step(Step.PREPARE)(program, session)
    child(program, PreparePage).bring_forward(PEOPLE)
    child(program, PeopleList).setFocus()
    press("Home", "F2")


def _people_list(program: Program, session: str) -> None:
    step(Step.PREPARE)(program, session)
    program._read_files((guest_list(services_of(program).workspace.path.parent),))
    settle(program)


def _early(program: Program, session: str) -> None:
    services = services_of(program)
    later = services.views.session(session).date.replace(year=2030)
    services.sessions.update(session, SessionChanges(date=later))
    step(Step.PREPARE)(program, session)
    child(program, PreparePage).form.conclusion.begin.click()


def _statement(program: Program, session: str, at: Step) -> None:
    """The cursor on a statement that was just recorded."""
    services = services_of(program)
    item = next(i for i in services.views.plan_items(session) if i.number == 1)
    draft = StatementDraft(plan_item_uid=item.uid, text="Menschen im Quartier")
    said = services.capture.record(draft)
    services.capture.update(
        [said.uid], StatementChanges(text="Menschen gehören zur Gemeinde", clarify=True)
    )
    step(at)(program, session)
    settle(program)
    program.frame.reveal(session, item.uid, said.uid)
    settle(program)


def _history(program: Program, session: str) -> None:
    _statement(program, session, Step.REVIEW)
    child(program, ReviewList).setFocus()
    press("Ctrl+H")


def _fields(program: Program, session: str) -> None:
    _statement(program, session, Step.LIVE)
    child(program, StatementCards).setFocus()
    press("Ctrl+M")


def _removal(program: Program, session: str) -> None:
    _statement(program, session, Step.LIVE)
    press("Alt+Shift+O")


def _close(program: Program, session: str) -> None:
    _statement(program, session, Step.REVIEW)
    child(program, ReviewPage).state_button.click()


def _photo(program: Program, session: str) -> None:
    services = services_of(program)
    _statement(program, session, Step.REVIEW)
    item = next(i for i in services.views.plan_items(session) if i.number == 1)
    photo = prepared(coded(picture(), "PNG"), "x")
    services.photos.add(item.uid, [photo])
    settle(program)
    page = child(program, ReviewPage)
    page.photos.setFocus()
    press("Home", "Return")


def _template(program: Program, session: str) -> None:
    file = services_of(program).workspace.path.parent / "haus.docx"
    file.write_bytes(TEMPLATES["unknown placeholders"])
    step(Step.MINUTES)(program, session)
    settle(program)
    program._read_files((file,))
    settle(program)


def _given_out(*keys: str) -> Callable[[Program, str], None]:
    def go(program: Program, session: str) -> None:
        services = services_of(program)
        options = MinutesOptions(kind=MinutesKind.FULL, created=dt.date(2026, 11, 22))
        file = services.workspace.path.parent / "Protokoll.docx"
        report = services.minutes.write(session, options, file)
        step(Step.MINUTES)(program, session)
        settle(program)
        child(program, Saving)._on_saved(report)
        settle(program)
        press(*keys)
        settle(program)

    return go


def _logos(program: Program, session: str) -> None:
    services = services_of(program)
    series = services.views.session(session).series_uid
    if not services.views.logos(series):
        logo = small_logo(coded(picture(), "PNG"), "x")
        services.logos.add(series, [("Land", logo), ("Stiftung Gemeinwesen", logo)])
    step(Step.MINUTES)(program, session)
    settle(program)
    press("Ctrl+H")
    wait_until(lambda: type(open_dialog()).__name__ == "HeadDialog", "HeadDialog")
    dialog = open_dialog()
    assert isinstance(dialog, HeadDialog)
    dialog.logos.click()


def _groups(program: Program, session: str) -> None:
    _speakers(program, session)
    press("Esc")
    child(program, SpeakersBoard).menu.click()
    press("Up", "Return")


def _cards(program: Program, session: str) -> None:
    _photo(program, session)
    wait_until(lambda: open_dialog() is not None, "PhotoDialog")
    dialog = open_dialog()
    assert dialog is not None
    dialog.reject()
    run_events(0)
    settle(program)
    child(program, ReviewPage).cards_button.click()


def _hands(program: Program, session: str) -> None:
    step(Step.LIVE)(program, session)
    press("Alt+H")


def _room_lists(program: Program, session: str) -> None:
    services = services_of(program)
    item = services.views.plan_items(session)[4].uid
    services.in_the_room.park(session, TopicDraft(text="Wer haftet?", plan_item_uid=item))
    counted = HandCountDraft(wording="Wer ist dafür?", agree=12, disagree=3)
    services.in_the_room.count_hands(item, counted)
    step(Step.REVIEW)(program, session)
    press("Ctrl+Shift+L")


def _reading_back(program: Program, session: str) -> None:
    services = services_of(program)
    item = next(i for i in services.views.plan_items(session) if i.number == 1)
    draft = StatementDraft(plan_item_uid=item.uid, text="Das Quartier trägt", is_result=True)
    services.capture.record(draft)
    step(Step.LIVE)(program, session)
    press("Ctrl+Shift+B")


def _words(program: Program, session: str) -> None:
    services = services_of(program)
    services.words.add(session, OwnWordDraft(word="Stuberwiesen"))
    if not services.views.text_blocks(services.views.session(session).series_uid):
        for name, text in (("fw", "Freiwillige Feuerwehr"), ("qm", "Quartiersmanagement " * 8)):
            services.text_blocks.add(session, TextBlockDraft(name=name, text=text))
    step(Step.LIVE)(program, session)
    press("Ctrl+Shift+T")


def _check_in(program: Program, session: str) -> None:
    step(Step.PREPARE)(program, session)
    press("Ctrl+Shift+A")


def _information(program: Program, session: str) -> None:
    _check_in(program, session)
    wait_until(lambda: open_dialog() is not None, "CheckInDialog")
    press("Alt+I")
    wait_until(lambda: type(open_dialog()).__name__ == "InformationDialog", "InformationDialog")


def _feedback(program: Program, session: str) -> None:
    services = services_of(program)
    if not services.views.open_feedback(session):
        some_feedback(services, session, services.workspace.path.parent)
    step(Step.REVIEW)(program, session)
    press("Ctrl+Shift+F")


def _in_feedback(key: str, dialog: str, program: Program, session: str) -> None:
    _feedback(program, session)
    wait_until(lambda: open_dialog() is not None, "FeedbackDialog")
    press(key)
    wait_until(lambda: type(open_dialog()).__name__ == dialog, dialog)


def _form(program: Program, session: str) -> None:
    services = services_of(program)
    file = returned_form(services, session, services.workspace.path.parent)
    step(Step.REVIEW)(program, session)
    program._read_files((file,))
    wait_until(lambda: type(open_dialog()).__name__ == "FormPreviewDialog", "FormPreviewDialog")


def _message(program: Program, session: str) -> None:
    step(Step.LIVE)(program, session)
    press("Ctrl+F5")


OPENINGS: tuple[Opening, ...] = (
    Opening("NewSessionDialog", EMPTY, lambda *_: press("Ctrl+N")),
    Opening("KeysDialog", EMPTY, lambda *_: press("F1")),
    Opening("SignCardDialog", EMPTY, lambda program, _: program._open_card()),
    Opening("SettingsDialog", EMPTY, lambda *_: press("Ctrl+,")),
    Opening("ReportDialog", EMPTY, lambda program, _: program._show_report("ValueError\n  x.py:1")),
    Opening("BackupsDialog", HOME, lambda program, _: program.frame.open_dialog("backups")),
    Opening("SessionListDialog", HOME, _all_sessions),
    Opening("SeriesDialog", HOME, _series),
    Opening("ConfirmDialog", HOME, _delete),
    Opening("ImportPreviewDialog", HOME, _import),
    Opening("EditItemDialog", HOME, _plan_item),
    Opening("NewItemDialog", HOME, _new_item),
    Opening("ParticipantDialog", HOME, _participant),
    Opening("CheckInDialog", HOME, _check_in),
    Opening("InformationDialog", HOME, _information),
    Opening("PeopleImportDialog", HOME, _people_list),
    Opening("StatementHistoryDialog", HOME, _history),
    Opening("StatementFieldsDialog", HOME, _fields),
    Opening("RemovalDialog", HOME, _removal),
    Opening("CloseSessionDialog", HOME, _close),
    Opening("PhotoDialog", HOME, _photo),
    Opening("CardsDialog", HOME, _cards),
    Opening("SpeakingGroupsDialog", HOME, _groups),
    Opening("HandsDialog", HOME, _hands),
    Opening("RoomListsDialog", HOME, _room_lists),
    Opening("ReadingBackDialog", HOME, _reading_back),
    Opening("MessageDialog", HOME, _message),
    Opening("SeriesWordsDialog", HOME, _words),
    Opening("EarlyDialog", HOME, _early),
    Opening("FeedbackDialog", HOME, _feedback),
    Opening("ByHandDialog", HOME, partial(_in_feedback, "Ins", "ByHandDialog")),
    Opening("FormRequestDialog", HOME, partial(_in_feedback, "Ctrl+S", "FormRequestDialog")),
    Opening("FormPreviewDialog", HOME, _form),
    Opening("HouseTemplateDialog", HOME, _template),
    Opening("ExportLogDialog", HOME, _given_out("Ctrl+L")),
    Opening("SendDialog", HOME, _given_out("Ctrl+E")),
    Opening("WithdrawalDialog", HOME, _given_out("Ctrl+Shift+N")),
    Opening("HeadDialog", HOME, _given_out("Ctrl+H")),
    Opening("LogosDialog", HOME, _logos),
)


def openings(world: World) -> list[Opening]:
    """The dialogs on one database."""
    return [opening for opening in OPENINGS if opening.world == world]


def opened(program: Program, opening: Opening, session: str) -> FormDialog:
    """Open a dialog and wait until it stands there."""
    opening.open(program, session)
    wait_until(lambda: open_dialog() is not None, opening.dialog)
    dialog = open_dialog()
    assert dialog is not None
    assert type(dialog).__name__ == opening.dialog
    settle(program)
    return dialog

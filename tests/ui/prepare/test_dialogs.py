"""Every dialog of start and preparation: opened in both languages, named throughout, freed."""

import datetime as dt
import gc
import weakref
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from app.bootstrap import Services
from app.domain.changes import Entity
from app.domain.incoming.in_the_room import TopicDraft
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.plan import PlanItemDraft
from app.domain.incoming.sessions import SessionDraft
from app.domain.vocabulary import PlanItemKind
from app.services.documents import ImportReport
from tests.support.desk import Desk
from tests.support.look import lay_out, longest_word, room_for_word
from ui.dialogs.form_dialog import ConfirmDialog, FormDialog
from ui.dialogs.import_preview import ImportPreviewDialog
from ui.dialogs.new_session import NewSessionDialog
from ui.dialogs.participant import ParticipantDialog
from ui.dialogs.plan_item import EditItemDialog, NewItemDialog
from ui.dialogs.series import SeriesDialog
from ui.dialogs.session_list import SessionListDialog
from ui.i18n import install_translators
from ui.prepare.beginning import EarlyDialog
from ui.start.upkeep import Upkeep
from ui.theme import ThemeChoice
from ui.widgets.grow_edit import GrowEdit

Make = Callable[[Desk, str], FormDialog]
DAY = dt.date(2026, 11, 20)
_FOCUSABLE = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox)


def new_session(desk: Desk, _uid: str) -> FormDialog:
    return NewSessionDialog(desk.tools, DAY, parent=desk.window)


def session_list(desk: Desk, _uid: str) -> FormDialog:
    upkeep = Upkeep(desk.tools, desk.window)
    return SessionListDialog(desk.tools, upkeep, parent=desk.window)


def series(desk: Desk, uid: str) -> FormDialog:
    upkeep = Upkeep(desk.tools, desk.window)
    found = desk.services.views.session(uid).series_uid
    return SeriesDialog(desk.tools, upkeep, found, parent=desk.window)


def preview(desk: Desk, uid: str) -> FormDialog:
    counts = dict.fromkeys(Entity, 2)
    report = ImportReport(uid, "Lindenviertel", True, counts, {}, counts, 0, ())
    return ImportPreviewDialog(desk.tools, report, "später.session.json", parent=desk.window)


def question(desk: Desk, uid: str) -> FormDialog:
    item = next(i for i in desk.services.views.plan_items(uid) if i.number == 4)
    return EditItemDialog(desk.tools, item, parent=desk.window)


def new_item(desk: Desk, _uid: str) -> FormDialog:
    draft = PlanItemDraft(kind=PlanItemKind.PRESENTATION, title="Impuls")
    return NewItemDialog(desk.tools, draft, parent=desk.window)


def participant(desk: Desk, uid: str) -> FormDialog:
    session = desk.services.views.session(uid)
    person = desk.services.views.participants(uid)[0]
    return ParticipantDialog(desk.tools, session, person, parent=desk.window)


def early(desk: Desk, uid: str) -> FormDialog:
    return EarlyDialog(desk.tools, desk.services.views.session(uid), desk.window)


def confirm(desk: Desk, _uid: str) -> FormDialog:
    return ConfirmDialog(desk.theme, "Titel", "Satz.", "Ja", parent=desk.window)


DIALOGS = (
    new_session,
    session_list,
    series,
    preview,
    question,
    new_item,
    participant,
    early,
    confirm,
)


@pytest.fixture(params=["de", "en"])
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    installed = install_translators(qapp, request.param)
    yield request.param
    for translator in installed:
        qapp.removeTranslator(translator)


@pytest.fixture
def uid(services: Services) -> str:
    made = services.sessions.create(
        SessionDraft(date=DAY, place="Gemeindehaus", start_time=dt.time(17))
    )
    services.people.add(made, ParticipantDraft(name="Anna Adler", organisation="Kita"))
    return made


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: str(make.__name__))
def test_it_opens_speaks_the_language_and_names_everything(
    make: Make, language: str, desk: Desk, uid: str
) -> None:
    dialog = make(desk, uid)
    dialog.show_over()
    assert dialog.isVisible()
    assert dialog.windowTitle()
    assert nameless(dialog) == []
    if language == "de" and make is not confirm:
        assert dialog.cancel.text() in ("Abbrechen", "Schließen", "So lassen")
    cut = [b.text() for b in dialog.findChildren(QPushButton) if is_cut(b)]
    assert not cut
    dialog.reject()


@pytest.mark.parametrize("make", DIALOGS, ids=lambda make: str(make.__name__))
def test_it_is_freed(make: Make, german: None, desk: Desk, uid: str) -> None:
    dialog = make(desk, uid)
    dialog.show_over()
    gone = weakref.ref(dialog)
    dialog.reject()
    del dialog
    assert is_freed(desk, gone)


def test_a_dialog_that_somebody_holds_is_not_freed(german: None, desk: Desk, uid: str) -> None:
    """Control: what the test above would find."""
    dialog = confirm(desk, uid)
    dialog.show_over()
    gone = weakref.ref(dialog)
    held = [dialog]
    dialog.reject()
    del dialog
    assert not is_freed(desk, gone)
    held.clear()
    assert is_freed(desk, gone)


def test_a_field_without_a_name_is_found(german: None, desk: Desk, uid: str) -> None:
    """Control: what the sweep above would find."""
    dialog = question(desk, uid)
    dialog.show_over()
    line = dialog.findChildren(QLineEdit)[0]
    line.setAccessibleName("")
    assert nameless(dialog) == [line]
    dialog.reject()


@pytest.mark.parametrize("make", [new_session, question, participant, series])
def test_escape_changes_nothing(
    make: Make, german: None, desk: Desk, uid: str, services: Services
) -> None:
    before = (services.views.sessions(), services.views.plan_items(uid))
    dialog = make(desk, uid)
    dialog.show_over()
    for line in dialog.findChildren(QLineEdit):
        line.setText("anders")
    desk.press("Escape", to=dialog)
    assert not dialog.isVisible()
    assert (services.views.sessions(), services.views.plan_items(uid)) == before


def test_a_new_session_needs_only_enter(german: None, desk: Desk, services: Services) -> None:
    dialog = NewSessionDialog(desk.tools, DAY, parent=desk.window)
    dialog.show_over()
    assert dialog.day.text() == "Freitag, 20. November 2026"
    desk.press("Return", to=dialog.date.line)
    (session,) = services.views.sessions()
    assert (session.date, session.start_time) == (DAY, dt.time(17))
    assert desk.frame.session_uid == session.uid
    assert session.question_count == 8


def test_a_new_session_with_date_place_and_the_other_guide(
    german: None, desk: Desk, services: Services
) -> None:
    dialog = NewSessionDialog(desk.tools, DAY, parent=desk.window)
    dialog.show_over()
    dialog.date.line.setText("3.12.")
    assert dialog.day.text() == "Donnerstag, 3. Dezember 2026"
    dialog.place.line.setText("Rathaus, Saal 2")
    dialog.start.line.setText("")
    dialog.guide.setCurrentIndex(1)
    dialog.accept()
    session = services.views.session(services.views.sessions()[0].uid)
    assert (session.date, session.start_time) == (dt.date(2026, 12, 3), None)
    assert session.title == "Qualifiziert fürs Quartier – Reflexionsgespräch Rathaus"
    assert session.naming == services.guides.get("qualifiziert-fuers-quartier").naming


def test_a_new_session_like_an_earlier_one(
    german: None, desk: Desk, services: Services, uid: str
) -> None:
    earlier = services.views.sessions()[0]
    dialog = NewSessionDialog(desk.tools, DAY, earlier=earlier, parent=desk.window)
    dialog.show_over()
    desk.settle()
    assert dialog.guide.currentText().endswith(earlier.title)
    assert dialog.place.text() == earlier.place
    count = earlier.participant_count
    assert dialog.invite.text() == f"Auch seine {count} Teilnehmenden einladen"
    assert not dialog.invite.isChecked()  # nobody is invited by accident
    dialog.invite.setChecked(True)
    dialog.accept()
    made = desk.frame.session_uid
    assert made not in ("", earlier.uid)
    assert len(services.views.participants(made)) == count
    assert services.views.statements(made) == ()


def test_open_topics_of_an_earlier_session_come_along_unless_not_wanted(
    german: None, desk: Desk, services: Services, uid: str
) -> None:
    park, settle = services.in_the_room.park, services.in_the_room.settle_topic
    park(uid, TopicDraft(text="Haftung"))
    settle(park(uid, TopicDraft(text="Erledigt")), settled=True)
    for wanted in (True, False):
        earlier = services.views.sessions()[-1]
        dialog = NewSessionDialog(desk.tools, DAY, earlier=earlier, parent=desk.window)
        dialog.show_over()
        desk.settle()
        assert dialog.topics.text() == "Sein offenes zurückgestelltes Thema mitnehmen"
        assert dialog.topics.isChecked()
        dialog.topics.setChecked(wanted)
        dialog.accept()
        taken = services.views.parked_topics(desk.frame.session_uid)
        assert [topic.text for topic in taken] == (["Haftung"] if wanted else [])


def test_without_open_topics_none_are_offered(
    german: None, desk: Desk, services: Services, uid: str
) -> None:
    park, settle = services.in_the_room.park, services.in_the_room.settle_topic
    settle(park(uid, TopicDraft(text="Erledigt")), settled=True)
    earlier = services.views.sessions()[0]
    dialog = NewSessionDialog(desk.tools, DAY, earlier=earlier, parent=desk.window)
    dialog.show_over()
    assert not dialog.topics.isVisible()


def test_earlier_sessions_are_offered_behind_the_guides(
    german: None, desk: Desk, services: Services, uid: str
) -> None:
    dialog = NewSessionDialog(desk.tools, DAY, parent=desk.window)
    dialog.show_over()
    desk.settle()
    assert not dialog.invite.isVisible()
    guides = len(services.guides.all())
    assert dialog.guide.count() == guides + 1
    dialog.guide.setCurrentIndex(guides)
    assert dialog.invite.isVisible()
    dialog.guide.setCurrentIndex(0)
    dialog.accept()
    assert services.views.participants(desk.frame.session_uid) == ()


@pytest.mark.parametrize(
    ("date", "start"), [("31.2.", "17:00"), ("", "17:00"), ("20.11.2026", "abends")]
)
def test_a_new_session_explains_what_is_not_understood(
    german: None, desk: Desk, services: Services, date: str, start: str
) -> None:
    dialog = NewSessionDialog(desk.tools, DAY, parent=desk.window)
    dialog.show_over()
    dialog.date.line.setText(date)
    dialog.start.line.setText(start)
    dialog.accept()
    assert dialog.isVisible()
    assert dialog.date.problem or dialog.start.problem
    assert services.views.sessions() == ()
    dialog.date.line.setText("21.11.2026")
    dialog.start.line.setText("18")
    dialog.accept()
    assert services.views.sessions()[0].start_time == dt.time(18)


def nameless(dialog: FormDialog) -> list[QWidget]:
    """Controls that a screen reader could not name."""
    controls = [w for w in dialog.findChildren(QWidget) if isinstance(w, _FOCUSABLE)]
    return [widget for widget in controls if takes_focus(widget) and not name_of(widget)]


def is_freed(desk: Desk, gone: weakref.ref[FormDialog]) -> bool:
    """Whether nothing holds the dialog any more once events were handled."""
    desk.settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return gone() is None


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab can reach it; parts of other controls are not asked."""
    inner = isinstance(widget.parentWidget(), (QComboBox, QSpinBox)) or widget.objectName()
    return widget.isVisible() and widget.focusPolicy().value != 0 and not inner


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


def is_cut(target: QPushButton) -> bool:
    return target.isVisible() and target.sizeHint().width() > target.width()


@pytest.mark.parametrize("scale", [100, 125])
def test_a_dialog_scrolls_only_when_the_screen_has_no_room_for_it(
    german: None, desk: Desk, uid: str, scale: int
) -> None:
    desk.theme.set_scale(scale)
    dialog = question(desk, uid)
    dialog.show_over()
    lay_out(dialog)
    (area,) = dialog.findChildren(QScrollArea)
    bar = area.verticalScrollBar()
    assert not bar.isVisible()
    prompts = dialog.findChildren(GrowEdit)[1]
    before, middle = dialog.height(), dialog.geometry().center()
    prompts.setPlainText("\n".join("Wer fehlt?" for _ in range(7)))
    lay_out(dialog)
    assert dialog.height() > before
    assert (dialog.geometry().center() - middle).manhattanLength() <= 1
    assert not bar.isVisible()
    content = area.widget()
    assert content is not None
    content.setMinimumHeight(2_000)
    lay_out(dialog)
    assert bar.isVisible()
    assert desk.window.screen().availableGeometry().contains(dialog.geometry())


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_a_dialog_has_an_edge_all_around(desk: Desk, uid: str, choice: ThemeChoice) -> None:
    desk.theme.set_choice(choice)
    dialog = confirm(desk, uid)
    dialog.show_over()
    lay_out(dialog)
    image = dialog.grab().toImage()
    right, bottom = image.width() - 1, image.height() - 1
    middle = (image.width() // 2, image.height() // 2)
    edge = ((0, middle[1]), (right, middle[1]), (middle[0], 0), (middle[0], bottom))
    assert {image.pixelColor(*at).name() for at in edge} == {desk.theme.tokens.line.name()}
    assert image.pixelColor(1, middle[1]) == desk.theme.tokens.paper


def test_the_further_kinds_stand_under_one_label_and_each_has_a_name(
    german: None, desk: Desk, uid: str
) -> None:
    dialog = question(desk, uid)
    dialog.show_over()
    assert isinstance(dialog, EditItemDialog)
    labels = [each.text() for each in dialog.findChildren(QLabel)]
    assert labels.count("Weitere Arten") == 1
    assert [combo.accessibleName() for combo in dialog.kinds] == [
        "Vorgeschlagene Art",
        *(f"Weitere Art, {number} von 3" for number in (1, 2, 3)),
    ]
    lay_out(dialog)
    further = [combo.mapTo(dialog, QPoint()) for combo in dialog.kinds[1:]]
    assert len({at.x() for at in further}) == 1
    assert [at.y() for at in further] == sorted({at.y() for at in further})


def test_every_kind_is_read_whole_where_it_is_chosen(german: None, desk: Desk, uid: str) -> None:
    dialog = question(desk, uid)
    dialog.show_over()
    lay_out(dialog)
    assert isinstance(dialog, EditItemDialog)
    for combo in dialog.kinds:
        assert room_for_word(combo) >= longest_word(combo)

"""The house template in the window: chosen, dropped, explained, used, taken back."""

import gc
import weakref
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlite
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel

from app.bootstrap import Services
from app.domain.templates import HouseTemplate
from tests.support.desk import Desk
from tests.support.hostile_templates import HOSTILE
from tests.support.house_templates import TEMPLATES
from tests.support.word import words_of
from tests.ui.minutes.step import drawn, opened, page_of, save_as
from ui.minutes.controller import MinutesController
from ui.minutes.template_dialog import HouseTemplateDialog
from ui.widgets.band import Notice

HOUSE = HouseTemplate("haus.docx", TEMPLATES["unknown placeholders"])


def file_of(folder: Path, template: HouseTemplate = HOUSE) -> Path:
    path = folder / template.name
    path.write_bytes(template.data)
    return path


def dialog_of(desk: Desk) -> HouseTemplateDialog:
    desk.wait_for(lambda: isinstance(QApplication.activeModalWidget(), HouseTemplateDialog))
    desk.settle()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HouseTemplateDialog)
    return dialog


def words_in(dialog: HouseTemplateDialog) -> str:
    labels = dialog.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisibleTo(dialog))


def closed(desk: Desk, place: MinutesController) -> None:
    desk.wait_for(lambda: QApplication.activeModalWidget() is None)
    desk.settle()
    drawn(desk, place)


def kept(services: Services, session: str) -> HouseTemplate | None:
    return services.house_templates.of_series(services.views.session(session).series_uid)


def test_a_dropped_template_is_explained_kept_and_used(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    place = opened(desk, evening)
    desk.frame.look_at_template(file_of(tmp_path))
    dialog = dialog_of(desk)
    desk.wait_for(lambda: "gemeint ist vielleicht „titel“" in words_in(dialog))
    assert dialog.name.text() == "haus.docx"
    assert kept(services, evening) is None, "not before it is confirmed"
    dialog.confirm.setFocus()
    desk.press("Return")
    closed(desk, place)
    assert kept(services, evening) == HOUSE
    page = page_of(place)
    assert page.choices.template.text() == "haus.docx"
    assert "haus.docx" in page.template_note.text()
    assert page.template_note.isVisible()
    page.choices.save_button.click()
    save_as(desk, tmp_path / "a.docx", place)
    assert "{{ telefon }}" in words_of(tmp_path / "a.docx")


def test_a_broken_file_is_explained_and_our_own_stays(
    desk: Desk, services: Services, evening: str, tmp_path: Path
) -> None:
    place = opened(desk, evening)
    old = HouseTemplate("haus.doc", HOSTILE["old Word"][1])
    desk.frame.look_at_template(file_of(tmp_path, old))
    dialog = dialog_of(desk)
    assert "Bitte in Word als .docx speichern." in words_in(dialog)
    assert dialog.name.text() == "Built-in template"
    dialog.confirm.click()
    closed(desk, place)
    assert kept(services, evening) is None
    assert not page_of(place).template_note.isVisible()


def test_the_built_in_one_comes_back_by_keyboard(
    desk: Desk, services: Services, evening: str
) -> None:
    services.house_templates.choose(services.views.session(evening).series_uid, HOUSE)
    place = opened(desk, evening)
    page_of(place).choices.template.setFocus()
    desk.press("Return")
    dialog = dialog_of(desk)
    desk.wait_for(lambda: "titel" in words_in(dialog))
    dialog.own.setFocus()
    desk.press("Return")
    assert dialog.name.text() == "Built-in template"
    dialog.confirm.click()
    closed(desk, place)
    assert kept(services, evening) is None
    assert page_of(place).choices.template.text() == "Built-in template"


def test_a_template_is_chosen_and_a_sample_saved(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    place = opened(desk, evening)
    page_of(place).choices.template.click()
    dialog = dialog_of(desk)
    dialog.sample.click()
    save_as(desk, tmp_path / "muster.docx", place)
    dialog.choose.click()
    save_as(desk, tmp_path / "muster.docx", place)
    desk.wait_for(lambda: "Formatvorlagen des Hauses" in words_in(dialog))
    assert dialog.name.text() == "muster.docx"
    assert "mitbringt" not in words_in(dialog)
    dialog.reject()
    closed(desk, place)
    assert kept(services, evening) is None


def test_elsewhere_it_is_said_where_it_belongs(desk: Desk, evening: str, tmp_path: Path) -> None:
    said: list[str] = []
    desk.messages.notice.connect(lambda notice: said.append(notice.text))
    desk.frame.open_session(evening)
    desk.frame.look_at_template(file_of(tmp_path))
    assert "step “Minutes”" in said[-1]
    assert not isinstance(QApplication.activeModalWidget(), HouseTemplateDialog)


def test_a_closed_dialog_is_freed(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    page_of(place).choices.template.click()
    dialog = weakref.ref(dialog_of(desk))
    found = dialog()
    assert found is not None
    found.reject()
    del found
    closed(desk, place)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert dialog() is None


@pytest.mark.parametrize("name", ["haus.docx", "haus.DOTX", "haus.doc", "haus.odt"])
def test_word_files_are_taken_for_templates(name: str) -> None:
    from app.domain.templates import TEMPLATE_SUFFIXES

    assert Path(name).suffix.lower() in TEMPLATE_SUFFIXES


def test_where_the_kept_one_is_lost_our_own_is_offered(
    desk: Desk, services: Services, evening: str, tmp_path: Path, own_dialogs: None
) -> None:
    """As a damaged database may have lost it."""
    services.house_templates.choose(services.views.session(evening).series_uid, HOUSE)
    with closing(sqlite.connect(str(services.workspace.path), isolation_level=None)) as driver:
        driver.execute("DELETE FROM template_content")
    said: list[Notice] = []
    desk.messages.notice.connect(said.append)
    place = opened(desk, evening)
    page_of(place).choices.save_button.click()
    save_as(desk, tmp_path / "a.docx", place)
    assert not (tmp_path / "a.docx").exists()
    action = said[-1].action
    assert action is not None
    action()
    dialog = dialog_of(desk)
    assert "haus.docx" in dialog.refusal.text()
    assert dialog.name.text() == "Built-in template"
    dialog.confirm.click()
    closed(desk, place)
    page_of(place).choices.save_button.click()
    save_as(desk, tmp_path / "a.docx", place)
    assert (tmp_path / "a.docx").exists()

"""The step "Protokoll" at every size: zoom, tabs, the way of the tab key, nothing cut off."""

import gc
import weakref
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.vocabulary import MinutesKind
from tests.support.desk import Desk
from tests.support.look import clipped, lay_out, nameless
from tests.ui.minutes.step import opened, page_of
from ui.factories import FACTORIES
from ui.pages import Extent, Step
from ui.widgets.focus_ring import FocusRing

LEFT_OF_CHOICES = 8


def test_zoom_by_keys_and_back_to_the_width(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    view = page_of(place).paper
    fitting = view.percent
    desk.press("F6")
    assert QApplication.focusWidget() is view
    desk.press("+")
    assert view.percent > fitting
    desk.press("-", "-")
    assert view.percent < fitting
    page_of(place).zoom_button.setFocus()
    desk.press("Space")
    assert view.percent == fitting


def test_keys_lead_through_the_pages(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    view = page_of(place).paper
    desk.press("F6", "End")
    assert view.paper is not None
    assert view.current_page() == view.paper.page_count - 1
    assert str(view.paper.page_count) in page_of(place).page_label.text()
    desk.press("Home")
    assert view.current_page() == 0


def test_a_narrow_window_has_tabs_and_keeps_the_conclusion(desk: Desk, evening: str) -> None:
    place = opened(desk, evening)
    page = page_of(place)
    place.set_extent(Extent(narrow=True, low=True))
    assert page.paper.isVisible()
    assert not page.notes.isVisible()
    assert page.choices.save_button.isVisible()
    page.tabs.tab(page.tabs.current).setFocus()
    desk.press("Right")
    assert page.notes.isVisible()
    assert not page.paper.isVisible()
    assert page.choices.save_button.isVisible()
    place.set_extent(Extent())
    assert page.paper.isVisible()
    assert page.notes.isVisible()
    assert page.choices.save_button.isVisible()


def test_f11_takes_the_notes_away_and_brings_them_back(desk: Desk, evening: str) -> None:
    page = page_of(opened(desk, evening))
    desk.press("F11")
    assert not page.notes.isVisible()
    desk.press("F11")
    assert page.notes.isVisible()


def test_tab_goes_left_centre_right_and_to_the_conclusion_last(
    desk: Desk, open_questions: str
) -> None:
    page = page_of(opened(desk, open_questions))
    visited: list[QWidget] = []
    while not visited or visited[-1] is not page.choices.save_button:
        focus = QApplication.focusWidget()
        assert focus is not None
        assert focus not in visited
        visited.append(focus)
        desk.press("Tab")
    notes = page.notes.first_control()
    assert notes is not None
    places = [
        page.choices.naming,
        page.choices.boxes["signatures"],
        page.zoom_in,
        page.paper,
        notes,
    ]
    found = [visited.index(place) for place in places]
    assert found == sorted(found)


def test_everything_that_takes_the_focus_has_a_name(desk: Desk, open_questions: str) -> None:
    page = page_of(opened(desk, open_questions))
    page.notes.show_saved(Path("protokoll.docx"))
    assert nameless(page) == []
    page.paper.setAccessibleName("")
    assert nameless(page) == ["PaperView"]


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_nothing_is_cut_off(desk: Desk, open_questions: str, scale: int, german: None) -> None:
    desk.theme.set_scale(scale)
    page = page_of(opened(desk, open_questions))
    assert clipped(page) == []
    # Looked at in the moment it changes: what is measured is what will be seen.
    page.show_note_count(1_000_000)
    assert clipped(page) == []
    page.tabs.tab(2).setMaximumWidth(20)
    assert bool(clipped(page)) is page.tabs.isVisible()


@pytest.mark.parametrize("narrow", [False, True])
def test_the_choices_stay_in_their_column_and_the_ring_is_around_the_whole_box(
    desk: Desk, evening: str, narrow: bool, german: None
) -> None:
    place = opened(desk, evening)
    page, choices = page_of(place), page_of(place).choices
    place.set_extent(Extent(narrow=narrow, low=narrow))
    page.tabs.chosen.emit(0)
    for control in choices.controls():
        control.setFocus(Qt.FocusReason.TabFocusReason)
        lay_out(page)
        box = QRect(control.mapTo(choices, QPoint()), control.size())
        assert box.left() >= LEFT_OF_CHOICES
        assert box.right() <= choices.width() - LEFT_OF_CHOICES
    chosen = choices.kinds[MinutesKind.SUMMARY]
    chosen.setFocus(Qt.FocusReason.TabFocusReason)
    lay_out(page)
    (ring,) = (r for r in desk.window.findChildren(FocusRing) if r.target is chosen)
    assert ring.size() == chosen.size() + QSize(6, 6)
    host = ring.parentWidget()
    assert host is not None
    assert host.rect().contains(ring.geometry())


def test_a_page_that_is_not_needed_any_more_is_freed(desk: Desk, evening: str) -> None:
    place = FACTORIES[Step.MINUTES](desk.tools)
    place.page.show()
    place.open_session(evening)
    desk.settle()
    page, controller = weakref.ref(place.page), weakref.ref(place)
    place.page.deleteLater()
    del place
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert page() is None
    assert controller() is None

"""A fault never ends the session: drafts are handed over, a report without content is offered."""

import logging
import threading

import pytest
from pytestqt.qtbot import QtBot

from app.errors import RefusedError
from app.texts import Texts
from ui.crash import CrashHandler, report_text
from ui.messages import Messages
from ui.widgets.band import BandKind, Notice

SECRET = "Frau Weiß hat gesagt"


class Case:
    """A handler with everything it talks to."""

    def __init__(self, texts: Texts) -> None:
        self.said: list[Notice] = []
        self.saved = 0
        self.messages = Messages(texts)
        self.messages.notice.connect(self.said.append)
        self.handler = CrashHandler(self.messages, self.save)

    def save(self) -> None:
        self.saved += 1

    def raise_bug(self) -> None:
        try:
            int(SECRET)
        except ValueError as error:
            self.handler.hook(type(error), error, error.__traceback__)


@pytest.fixture
def case(texts: Texts, qapp: object) -> Case:
    return Case(texts)


@pytest.mark.logs_warnings
def test_a_bug_is_said_in_the_band_and_drafts_are_saved(case: Case) -> None:
    case.raise_bug()
    assert case.saved == 1
    assert [notice.kind for notice in case.said] == [BandKind.ERROR]
    assert case.said[0].button


@pytest.mark.logs_warnings
def test_log_and_report_hold_no_content(case: Case, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.ERROR):
        case.raise_bug()
    for text in (caplog.text, case.handler.last_report):
        assert "ValueError" in text
        assert "test_crash.py" in text
        assert SECRET not in text
    assert "Qt 6." in case.handler.last_report


def test_the_report_names_type_and_places_only() -> None:
    with pytest.raises(KeyError) as caught:
        dict[str, str]()[SECRET]
    text = report_text(caught.value)
    assert "KeyError" in text
    assert "test_the_report_names_type_and_places_only" in text
    assert SECRET not in text


@pytest.mark.logs_warnings
def test_a_fault_while_saving_hides_nothing(case: Case, texts: Texts) -> None:
    def broken() -> None:
        raise OSError

    case.handler = CrashHandler(case.messages, broken)
    case.raise_bug()
    assert len(case.said) == 1


def test_an_expected_error_is_no_crash(case: Case) -> None:
    error = RefusedError("undo_nothing")
    case.handler.hook(type(error), error, None)
    assert case.said[0].text == "Es gibt nichts mehr rückgängig zu machen."
    assert case.handler.last_report == ""


@pytest.mark.logs_warnings
def test_a_fault_in_a_thread_arrives_on_the_gui_thread(qtbot: QtBot, case: Case) -> None:
    before = threading.excepthook
    case.handler.install()
    try:
        worker = threading.Thread(target=int, args=("x",))
        worker.start()
        worker.join()
        assert case.said == []
        qtbot.waitUntil(lambda: bool(case.said))
    finally:
        case.handler.remove()
    assert threading.excepthook is before


@pytest.mark.logs_warnings
def test_the_button_shows_the_report(qtbot: QtBot, case: Case) -> None:
    case.raise_bug()
    action = case.said[0].action
    assert action is not None
    with qtbot.waitSignal(case.handler.report_wanted) as shown:
        action()
    assert shown.args == [case.handler.last_report]

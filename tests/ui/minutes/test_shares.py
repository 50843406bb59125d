"""Anonymous shares from the menu of other forms."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges
from tests.support.desk import Desk
from tests.ui.minutes.step import opened, page_of

pytestmark = pytest.mark.usefixtures("german")


def choose(desk: Desk, session: str) -> None:
    page = page_of(opened(desk, session))
    page.choices.other_button.click()
    (menu,) = (menu for menu in page.findChildren(QMenu) if menu.isVisible())
    entry = next(a for a in menu.actions() if a.text() == "Anteile nach Art der Organisation …")
    entry.trigger()
    menu.close()


@pytest.mark.parametrize("name", ["anteile.csv", "anteile.xlsx"])
def test_shares_are_saved_where_the_user_says(
    desk: Desk, evening: str, tmp_path: Path, name: str
) -> None:
    choose(desk, evening)
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.reject()
    desk.settle()
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"PK" if name.endswith("xlsx") else b"\xef\xbb\xbf")
    notice = desk.window.band.notice
    assert notice is not None
    assert name in notice.text


def test_what_may_not_be_told_is_said_before_a_file_is_asked_for(
    desk: Desk, services: Services, evening: str
) -> None:
    services.sessions.update(evening, SessionChanges(confidential=True))
    choose(desk, evening)
    assert desk.window.findChild(QFileDialog) is None
    notice = desk.window.band.notice
    assert notice is not None
    assert "vertraulich" in notice.text

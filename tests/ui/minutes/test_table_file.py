"""Tables beside the minutes from the menu of other forms: shares, pseudonyms."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMenu

from app.bootstrap import Services
from app.domain.incoming.sessions import SessionChanges
from tests.support.desk import Desk
from tests.ui.minutes.step import opened, page_of

pytestmark = pytest.mark.usefixtures("german")


SHARES = "Anteile nach Art der Organisation …"
STATEMENTS = "Beiträge mit Pseudonymen …"
PSEUDONYMS = "Tabelle der Pseudonyme: wer ist wer …"


def choose(desk: Desk, session: str, wanted: str = SHARES) -> None:
    page = page_of(opened(desk, session))
    page.choices.other_button.click()
    (menu,) = (menu for menu in page.findChildren(QMenu) if menu.isVisible())
    entry = next(a for a in menu.actions() if a.text() == wanted)
    entry.trigger()
    menu.close()


def save_as(desk: Desk, path: Path) -> None:
    dialog = desk.window.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    desk.settle()


@pytest.mark.parametrize("name", ["anteile.csv", "anteile.xlsx"])
def test_shares_are_saved_where_the_user_says(
    desk: Desk, evening: str, tmp_path: Path, name: str
) -> None:
    choose(desk, evening)
    save_as(desk, tmp_path / name)
    content = (tmp_path / name).read_bytes()
    assert content.startswith(b"PK" if name.endswith("xlsx") else b"\xef\xbb\xbf")
    notice = desk.window.band.notice
    assert notice is not None
    assert name in notice.text


def test_statements_and_who_is_who_are_two_files(
    desk: Desk, services: Services, evening: str, tmp_path: Path
) -> None:
    names = [person.name for person in services.views.participants(evening)]
    choose(desk, evening, STATEMENTS)
    save_as(desk, tmp_path / "statements.csv")
    statements = (tmp_path / "statements.csv").read_text("utf-8-sig")
    assert "Person A" in statements
    assert not [name for name in names if name in statements]
    choose(desk, evening, PSEUDONYMS)
    save_as(desk, tmp_path / "who.csv")
    who = (tmp_path / "who.csv").read_text("utf-8-sig")
    assert [name for name in names if name not in who] == []


@pytest.mark.parametrize("wanted", [SHARES, STATEMENTS])
def test_what_may_not_be_told_is_said_before_a_file_is_asked_for(
    desk: Desk, services: Services, evening: str, wanted: str
) -> None:
    services.sessions.update(evening, SessionChanges(confidential=True))
    choose(desk, evening, wanted)
    assert desk.window.findChild(QFileDialog) is None
    notice = desk.window.band.notice
    assert notice is not None
    assert "vertraulich" in notice.text

"""A series keeps its template: in the database, with undo, for all its minutes."""

from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.minutes import MinutesOptions
from app.domain.templates import HouseTemplate
from app.domain.vocabulary import MinutesKind
from app.errors import BadInputError, NotFoundError
from app.services.house_templates import examine, sentences
from app.storage.database import Database
from tests.support.evening import CREATED
from tests.support.hostile_templates import HOSTILE
from tests.support.house_templates import TEMPLATES
from tests.support.word import words_of

HOUSE = HouseTemplate("haus.docx", TEMPLATES["letterhead"])
OPTIONS = MinutesOptions(kind=MinutesKind.SUMMARY, created=CREATED)


@pytest.fixture
def series(services: Services) -> str:
    uid = services.example.ensure()
    return services.views.session(uid).series_uid


def printed(services: Services, folder: Path) -> str:
    path = folder / "a.docx"
    services.minutes.export(services.views.sessions()[0].uid, OPTIONS, path)
    return words_of(path)


def test_a_chosen_template_is_used_until_it_is_removed(
    services: Services, series: str, tmp_path: Path
) -> None:
    assert services.house_templates.of_series(series) is None
    services.house_templates.choose(series, HOUSE)
    assert services.house_templates.of_series(series) == HOUSE
    assert services.views.series(series).template == "haus.docx"
    assert printed(services, tmp_path).startswith("Haus am Markt")
    services.house_templates.remove(series)
    assert services.views.series(series).template == ""
    assert "Haus am Markt" not in printed(services, tmp_path)


def test_a_broken_one_changes_nothing(services: Services, series: str) -> None:
    services.house_templates.choose(series, HOUSE)
    with pytest.raises(BadInputError):
        services.house_templates.choose(series, HouseTemplate("a.docx", HOSTILE["doctype"][1]))
    assert services.house_templates.of_series(series) == HOUSE
    with pytest.raises(NotFoundError):
        services.house_templates.choose("fehlt", HOUSE)


def test_the_content_is_kept_once(services: Services, series: str) -> None:
    services.house_templates.choose(series, HOUSE)
    services.house_templates.choose(series, HouseTemplate("anders.docx", HOUSE.data))
    with Database(services.workspace.path).look() as driver:
        (count,) = driver.execute("SELECT count(*) FROM template_content").fetchone()
    assert count == 1
    assert services.views.series(series).template == "anders.docx"


def test_it_stays_at_home(services: Services, series: str, tmp_path: Path) -> None:
    """A session that is handed on does not bring a letterhead to another house."""
    services.house_templates.choose(series, HOUSE)
    out = tmp_path / "out.session.json"
    services.documents.write(services.views.sessions()[0].uid, out)
    assert "haus.docx" not in out.read_text(encoding="utf-8")
    with workspace(tmp_path / "other.db") as other:
        other.documents.read(out)
        assert other.house_templates.of_series(series) is None
    assert services.documents.read(out).new_rows == 0
    assert services.house_templates.of_series(series) == HOUSE


def test_a_backup_brings_it_back(services: Services, series: str, tmp_path: Path) -> None:
    services.house_templates.choose(series, HOUSE)
    made = services.backups.make()
    services.backups.restore_copy(made, tmp_path / "back.db")
    with workspace(tmp_path / "back.db") as back:
        assert back.house_templates.of_series(series) == HOUSE


def test_what_can_be_read_of_a_damaged_file_holds_it(
    services: Services, series: str, tmp_path: Path
) -> None:
    services.house_templates.choose(series, HOUSE)
    made = services.backups.make()
    services.backups.salvage(made, tmp_path / "saved.db", placeholder="?")
    with workspace(tmp_path / "saved.db") as saved:
        assert saved.house_templates.of_series(series) == HOUSE


def test_styles_are_named_as_word_shows_them(services: Services) -> None:
    told = "\n".join(sentences(examine(HOUSE), services.texts))
    named = [name for line in told.split("\n") if "Formatvorlagen" in line for name in _after(line)]
    assert {"Überschrift 1", "Beschriftung", "Kopfzeile"} <= set(named)
    assert not {"caption", "header", "Normal"} & set(named)


def _after(line: str) -> list[str]:
    return line.split(": ", 1)[1].split(", ")

"""Settings and recent sessions: kept, and never in the way."""

import datetime as dt
from pathlib import Path

import pytest

from app.domain.sessions import SessionSummary
from app.domain.vocabulary import SessionState
from ui.recent import KEPT, RecentSessions
from ui.settings import Settings


def test_values_are_there_at_the_next_start(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    settings = Settings(path)
    settings.put("theme", "dark")
    settings.put("text_scale", 150)
    settings.put("right_column", value=False)
    again = Settings(path)
    assert again.text("theme") == "dark"
    assert again.number("text_scale", 100) == 150
    assert again.flag("right_column", default=True) is False


@pytest.mark.parametrize("content", ["", "{", "[1]", "null", '{"theme": {"a": 1}}', "\0", "[" * 99])
def test_a_broken_file_means_the_defaults(tmp_path: Path, content: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(content, encoding="utf-8")
    settings = Settings(path)
    assert settings.text("theme", "system") == "system"
    settings.put("theme", "light")
    assert Settings(path).text("theme") == "light"


def test_a_value_of_the_wrong_type_is_the_default(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.put("text_scale", "large")
    settings.put("flag", value=True)
    assert settings.number("text_scale", 100) == 100
    assert settings.number("flag", 5) == 5
    assert settings.text("flag", "x") == "x"


def test_a_folder_that_cannot_be_written_costs_no_work(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    settings = Settings(blocked / "settings.json")
    settings.put("theme", "dark")
    assert settings.text("theme") == "dark"


def summary(number: int) -> SessionSummary:
    return SessionSummary(
        uid=str(number),
        title=f"Strategiegespräch {number}",
        date=dt.date(2026, 11, 20),
        start_time=dt.time(16, 15),
        end_time=None,
        place="Gemeindehaus",
        state=SessionState.REVIEW,
        series_uid="s",
        series_title="Reihe",
        is_example=False,
        number=number,
        question_count=8,
        participant_count=28,
        statement_count=112,
        questions_without_result=2,
    )


def test_recent_sessions_come_back_as_they_were(tmp_path: Path) -> None:
    sessions = tuple(summary(number) for number in range(9))
    RecentSessions(tmp_path / "a.db").save(sessions)
    assert RecentSessions(tmp_path / "a.db").load() == sessions[:KEPT]
    assert RecentSessions(tmp_path / "b.db").load() == ()


@pytest.mark.parametrize("content", [b"", b"{}", b'[{"uid": 1}]', b"\xff"])
def test_a_broken_list_of_recent_sessions_is_empty(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.recent.json").write_bytes(content)
    assert RecentSessions(tmp_path / "a.db").load() == ()


def test_no_temporary_file_stays(tmp_path: Path) -> None:
    RecentSessions(tmp_path / "a.db").save((summary(1),))
    Settings(tmp_path / "settings.json").put("a", 1)
    assert {path.name for path in tmp_path.iterdir() if path.is_file()} == {
        "a.recent.json",
        "settings.json",
    }

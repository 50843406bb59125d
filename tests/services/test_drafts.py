from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.bootstrap import Services, workspace
from app.domain.drafts import DraftPayload
from tests.support.room import Room


def test_a_draft_stands_there_again_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "w.db"
    payload = DraftPayload("Mitten im Sa", 12, {"item": "x", "chips": [["person", "y"]]})
    with workspace(path) as services:
        room = Room(services)
        services.drafts.keep(room.uid, "entry", payload)
    with workspace(path) as services:
        assert services.drafts.load(room.uid) == {"entry": payload}
        services.drafts.discard(room.uid, "entry")
    with workspace(path) as services:
        assert services.drafts.load(room.uid) == {}


def test_keeping_does_not_wait_for_the_disk(services: Services, room: Room) -> None:
    """While another writer holds the database, keeping returns and the text is readable."""
    with services._database.write():
        for number in range(100):
            services.drafts.keep(room.uid, "entry", DraftPayload("x" * number))
        assert services.drafts.load(room.uid)["entry"].text == "x" * 99
    services.drafts.flush()
    assert services.drafts.load(room.uid)["entry"].text == "x" * 99


def test_what_is_written_while_it_is_looked_for_is_found(
    services: Services, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The thread may finish between the look at the file and that at what waits."""
    drafts, look = services.drafts, services._database.look
    drafts.keep(room.uid, "entry", DraftPayload("alt"))
    drafts.flush()

    @contextmanager
    def meanwhile() -> Iterator[object]:
        with look() as driver:
            yield driver
        drafts.flush()

    drafts.keep(room.uid, "entry", DraftPayload("neu"))
    monkeypatch.setattr(services._database, "look", meanwhile)
    assert drafts.load(room.uid)["entry"].text == "neu"


def test_the_newest_state_wins_whatever_arrives_last(services: Services, room: Room) -> None:
    from app.services.drafts import _save

    with services._database.save() as driver:
        _save(driver, room.uid, "entry", DraftPayload("neu"), 10)
        _save(driver, room.uid, "entry", DraftPayload("alt"), 9)
        _save(driver, room.uid, "entry", DraftPayload("gleich"), 10)
    assert services.drafts.load(room.uid)["entry"].text == "neu"


def test_half_a_character_holds_nothing_up(services: Services, room: Room) -> None:
    services.drafts.keep(room.uid, "entry", DraftPayload("Ein \ud83d halbes"))
    services.drafts.keep(room.uid, "summary:x", DraftPayload("Ganz"))
    services.drafts.flush()
    assert services.drafts.failed is None
    kept = {slot: payload.text for slot, payload in services.drafts.load(room.uid).items()}
    assert kept == {"entry": "Ein  halbes", "summary:x": "Ganz"}


@pytest.mark.logs_warnings
def test_a_failed_write_is_remembered_and_tried_again(services: Services, room: Room) -> None:
    with services._database.save() as driver:
        driver.execute("ALTER TABLE draft RENAME TO gone")
    services.drafts.keep(room.uid, "entry", DraftPayload("Wichtig"))
    _wait_for_failure(services)
    with services._database.save() as driver:
        driver.execute("ALTER TABLE gone RENAME TO draft")
    services.drafts.flush()
    assert services.drafts.failed is None
    assert services.drafts.load(room.uid)["entry"].text == "Wichtig"


@pytest.mark.logs_warnings
def test_closing_tries_once_more_and_then_lets_go(
    services: Services, room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    """A disk that takes nothing must not keep the window from closing, nor fill the log."""
    with services._database.save() as driver:
        driver.execute("ALTER TABLE draft RENAME TO gone")
    services.drafts.keep(room.uid, "entry", DraftPayload("Wichtig"))
    _wait_for_failure(services)
    caplog.clear()
    services.drafts.close()
    assert not services.drafts._thread.is_alive()
    assert len(caplog.records) in (1, 2), "one may have been under way"


def _wait_for_failure(services: Services) -> None:
    with services.drafts._condition:
        assert services.drafts._condition.wait_for(
            lambda: services.drafts.failed is not None, timeout=10
        )

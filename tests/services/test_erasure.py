"""What somebody wants to be gone is in no file any more, however it got there."""

import datetime as dt
import json
import random
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.bootstrap import Services, workspace
from app.domain.answer_drafts import answer_slot
from app.domain.drafts import DraftPayload
from app.domain.history import StatementHistory
from app.domain.incoming.feedback import DecisionDraft, FeedbackDraft
from app.domain.incoming.statements import NextStepDraft, StatementChanges, StatementDraft
from app.domain.minutes import MinutesOptions
from app.domain.vocabulary import FeedbackDecision, MinutesKind, Outcome
from app.errors import NotFoundError, RefusedError
from app.log import log_bug
from app.services import erasure as service
from tests.support.room import Room
from tests.support.traces import traces, trigrams

SECRET = "Der Zwölfjährige schläft heimlich im Gemeindebüro"
WORDING = "Ein Jugendlicher übernachtet unerlaubt bei Vyxk"
MEMO = "Jwqz hat es mir zugeflüstert"
ALL = (SECRET, WORDING, MEMO)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of the user's data, in which nothing else stands."""
    folder = tmp_path / "daten"
    folder.mkdir()
    return folder


def _typed(services: Services, room: Room, text: str) -> None:
    """Type a text as the entry line hands it on, letter by letter, and let it be written."""
    for length in range(1, len(text) + 1, 4):
        services.drafts.keep(room.uid, "entry", DraftPayload(text[:length], length))
        services.drafts.flush()
    services.drafts.keep(room.uid, "entry", DraftPayload(text, len(text), {"item": "x"}))
    services.drafts.flush()


def _chat(room: Room, name: str, count: int) -> None:
    """So much that rows are moved from page to page."""
    for number in range(count):
        room.say(f"{name} {number}: {'Viel wird gesagt. ' * (number % 7)}", question=1 + number % 3)


def _evening(services: Services, room: Room) -> str:
    """Say it, correct it, take it back, say it again; with backups in between. Its uid."""
    _chat(room, "Vorher", 60)
    services.backups.make("vorher")
    _typed(services, room, SECRET)
    services.backups.make("getippt")
    first = room.say(SECRET, person=0)
    _chat(room, "Danach", 60)
    services.capture.update([first.uid], StatementChanges(memo=MEMO))
    services.backups.make("gesagt")
    services.capture.update([first.uid], StatementChanges(text=WORDING))
    services.capture.delete([services.views.statements(room.uid)[0].uid])
    services.backups.make("geändert")
    services.capture.update([first.uid], StatementChanges(text=SECRET))
    services.drafts.keep(room.uid, f"edit:{first.uid}", DraftPayload(WORDING, 3))
    slot = answer_slot(Outcome.CHANGED, first.uid)
    services.drafts.keep(room.uid, slot, DraftPayload(SECRET, 3))
    services.drafts.flush()
    services.capture.add_next_step(room.uid, NextStepDraft(text=SECRET, statement_uid=first.uid))
    _chat(room, "Zuletzt", 60)
    return first.uid


def _is_pending(services: Services) -> bool:
    return services.erasure.is_pending


@pytest.mark.logs_warnings
@pytest.mark.parametrize("checkpointed", [False, True])
def test_it_is_in_no_file_any_more(home: Path, checkpointed: bool) -> None:
    path = home / "w.db"
    with workspace(path) as services:
        room = Room(services)
        uid = _evening(services, room)
        _typed(services, room, SECRET)
        if checkpointed:
            services._database.checkpoint(truncate=True)
            _chat(room, "Mehr", 20)
        assert traces(home, *ALL)
        spoken = len(services.views.statements(room.uid))
        assert services.erasure.erase(room.uid, [uid], line=True) == 1
        settled = services.erasure.settle()
        assert settled.left == ()
        assert traces(home, *ALL) == []
        assert len(services.views.statements(room.uid)) == spoken - 1
        assert services.drafts.load(room.uid) == {}
        assert services.search.count("heimlich") == 0
        log_bug(ValueError(SECRET), home / "logs")
    assert traces(home, *ALL) == []
    assert not {piece for piece in trigrams(path) if piece in ("vyx", "yxk", "jwq", "wqz")}
    with workspace(path) as services:
        assert services.workspace.check().problems == ()


def test_an_ordinary_delete_leaves_it_everywhere(home: Path) -> None:
    """The control: the same evening, the same search."""
    with workspace(home / "w.db") as services:
        room = Room(services)
        services.capture.delete([_evening(services, room)])
        services._database.checkpoint(truncate=True)
        found = traces(home, SECRET, WORDING)
    assert "w.db" in found
    assert sum(name.endswith(".backup.db") for name in found) >= 3


def test_without_writing_the_file_anew_a_copy_stays_in_its_pages(tmp_path: Path) -> None:
    """The control for VACUUM: deleting clears a row, not what was left where it was moved from."""
    left: list[str] = []
    for seed in range(10):
        if left:
            break
        home = tmp_path / f"daten {seed}"
        home.mkdir()
        with workspace(home / "w.db") as services:
            room = Room(services)
            said = [room.say(f"{'Anderes' if n % 3 else SECRET} {n}").uid for n in range(120)]
            lengths = random.Random(seed)
            for uid in (uid for n, uid in enumerate(said) if n % 3):
                longer = StatementChanges(text="y" * lengths.choice((300, 900, 2500)))
                services.capture.update([uid], longer)
            services.erasure.erase(room.uid, said[::3])
            services._database.empty_log()
            left = traces(home, SECRET)
            services.erasure.settle()
            assert traces(home, SECRET) == []
    assert left == ["w.db"]


def test_a_line_alone_goes_from_draft_and_backups(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        _chat(room, "Vorher", 5)
        _typed(services, room, SECRET)
        services.backups.make("getippt")
        assert "w.db" in " ".join(traces(home, SECRET))
        assert services.erasure.erase(room.uid, line=True) == 0
        services.erasure.settle()
        assert traces(home, SECRET) == []
        assert len(services.views.statements(room.uid)) == 5


def test_a_line_that_is_no_part_of_the_wish_stays(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        _typed(services, room, SECRET)
        uid = room.say(SECRET).uid
        services.backups.make("da")
        _typed(services, room, "Schon die nächste Zeile")
        services.erasure.erase(room.uid, [uid])
        services.erasure.settle()
        assert services.drafts.load(room.uid)["entry"].text == "Schon die nächste Zeile"
        assert traces(home, SECRET) == []


def test_what_the_thread_of_the_drafts_still_holds_does_not_arrive(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        services.drafts.keep(room.uid, "entry", DraftPayload(SECRET, 3))
        services.erasure.erase(room.uid, line=True)
        services.drafts.flush()
        services.erasure.settle()
        services.drafts.keep(room.uid, "entry", DraftPayload("Weiter im Text", 3))
        services.drafts.flush()
        assert services.drafts.load(room.uid)["entry"].text == "Weiter im Text"
        assert traces(home, SECRET) == []


def _taken_back(services: Services, room: Room) -> str:
    said = room.say(SECRET)
    taken = services.capture.take_back_last(room.uid)
    assert taken is not None
    item = room.question(1).uid
    again = StatementDraft(plan_item_uid=item, text="Anders gesagt", recorded_at=said.recorded_at)
    return services.capture.record(again).uid


def _split(services: Services, room: Room) -> str:
    said = room.say(f"Alle wollen eine Brücke. {SECRET}")
    return services.capture.split(said.uid, "Alle wollen eine Brücke.", SECRET).uid


def _merged(services: Services, room: Room) -> str:
    uids = [room.say("Alle wollen eine Brücke.").uid, room.say(SECRET).uid]
    merged = services.capture.merge(uids)
    return merged.uid


@pytest.mark.parametrize("told", [_taken_back, _split, _merged])
def test_what_was_once_one_with_it_keeps_nothing(
    home: Path, told: Callable[[Services, Room], str]
) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        room.say("Vorher")
        services.erasure.erase(room.uid, [told(services, room)])
        services.erasure.settle()
        assert traces(home, SECRET) == []
        rest = ["Alle wollen eine Brücke."] if told.__name__ == "_split" else []
        assert room.texts() == ["Vorher", *rest]
        assert services.workspace.check().problems == ()


def test_undo_never_brings_it_back_and_still_undoes_what_is_older(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        older = room.say("Älter")
        item = room.question(1).uid
        services.capture.update([older.uid], StatementChanges(text="Älter, geändert"))
        lines = services.capture.record_lines(
            StatementDraft(plan_item_uid=item, text="x"), ["Eins", SECRET, "Drei"]
        )
        gone = room.say(WORDING)
        services.capture.delete([gone.uid])
        services.erasure.erase(room.uid, [lines[1].uid, gone.uid])
        services.erasure.settle()
        assert room.texts() == ["Älter, geändert", "Eins", "Drei"]
        assert services.history.redoable(room.uid) is None
        seen = []
        while services.history.undoable(room.uid):
            services.history.undo(room.uid)
            seen.append(room.texts())
        assert seen[:3] == [["Älter, geändert"], ["Älter"], []]
        while services.history.redoable(room.uid):
            services.history.redo(room.uid)
        assert room.texts() == ["Älter, geändert", "Eins", "Drei"]
        assert traces(home, SECRET, WORDING) == []


def test_the_journal_keeps_that_something_went_and_when(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        uid = room.say(SECRET, person=0).uid
        services.erasure.erase(room.uid, [uid])
        found: StatementHistory = services.history.of_statement(uid)
        assert found.steps[-1].operation == "statement.erase"
        assert services.texts.get("operations.statement.erase") == "auf Wunsch entfernt"
        assert abs(found.steps[-1].at - dt.datetime.now(dt.UTC)) < dt.timedelta(minutes=1)
        assert {step.text for step in found.steps} == {""}
        assert [step.changes for step in found.steps] == [()] * len(found.steps)


def test_it_goes_from_what_minutes_printed_and_from_answers(home: Path) -> None:
    day = dt.date(2026, 11, 24)
    options = MinutesOptions(MinutesKind.FULL, created=day)
    with workspace(home / "w.db") as services:
        room = Room(services)
        room.say("Bleibt")
        uid = room.say(SECRET).uid
        with TemporaryDirectory() as folder:
            services.minutes.export(room.uid, options, Path(folder) / "p.docx")
        answer = FeedbackDraft(evidence="S1-1-2", given_on=day, wording=WORDING, comment=MEMO)
        services.feedback.add(room.uid, answer)
        assert len(traces(home, SECRET)) == len(traces(home, WORDING)) > 0
        services.erasure.erase(room.uid, [uid])
        services.erasure.settle()
        assert traces(home, *ALL) == []
        assert services.workspace.check().problems == ()
        with services._database.look() as driver:
            (lines,) = driver.execute("SELECT lines FROM minutes_version").fetchone()
        assert "Bleibt" in lines
        assert uid in lines


def test_a_differing_view_goes_from_what_minutes_printed(home: Path) -> None:
    day = dt.date(2026, 11, 24)
    options = MinutesOptions(MinutesKind.FULL, created=day)
    with workspace(home / "w.db") as services:
        room = Room(services)
        uid = room.say(SECRET).uid
        with TemporaryDirectory() as folder:
            services.minutes.export(room.uid, options, Path(folder) / "p.docx")
            draft = FeedbackDraft(evidence="S1-1-1", given_on=day, wording=WORDING)
            answer = services.feedback.add(room.uid, draft)
            noted = DecisionDraft(decision=FeedbackDecision.NOTED)
            services.feedback.decide(room.uid, answer, noted)
            services.minutes.export(room.uid, options, Path(folder) / "q.docx")
        assert WORDING in _printed(services)
        services.erasure.erase(room.uid, [uid])
        services.erasure.settle()
        assert WORDING not in _printed(services)
        assert answer in _printed(services), "that there was a line stays"
        assert traces(home, *ALL) == []


def _printed(services: Services) -> str:
    with services._database.look() as driver:
        rows = driver.execute("SELECT lines FROM minutes_version ORDER BY id").fetchall()
    return "".join(str(json.loads(lines)) for (lines,) in rows)


def test_a_session_document_brings_nothing_back(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "vorher.session.json"
    with workspace(home / "w.db") as services:
        room = Room(services)
        uid = room.say(SECRET).uid
        services.documents.write(room.uid, out)
        services.erasure.erase(room.uid, [uid])
        services.erasure.settle()
        services.documents.read(out)
        assert traces(home, SECRET) == []


def test_an_imported_statement_goes_with_its_fingerprint(home: Path, tmp_path: Path) -> None:
    out = tmp_path / "dort.session.json"
    with workspace(tmp_path / "dort.db") as there:
        said = Room(there)
        said.say("Bleibt")
        uid = said.say(SECRET).uid
        there.documents.write(said.uid, out)
    with workspace(home / "w.db") as services:
        services.documents.read(out)
        services.erasure.erase(said.uid, [uid])
        services.erasure.settle()
        assert traces(home, SECRET) == []
        assert services.workspace.check().problems == ()


def test_backups_are_written_anew_and_hold_everything_else(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        _chat(room, "Vorher", 5)
        old = services.backups.make("alt")
        uid = room.say(SECRET).uid
        newer = services.backups.make("neuer")
        services.erasure.erase(room.uid, [uid])
        settled = services.erasure.settle()
        views = {view.path: view for view in services.backups.all()}
        assert settled.backups >= 1
        assert all(view.ok for view in views.values())
        assert {views[old].statements, views[newer].statements} == {5}
        assert [view.reason for view in views.values()].count("erasure") == 1
        target = home / "zurück.db"
        services.backups.restore_copy(newer, target)
    with workspace(target) as restored:
        assert len(restored.views.statements(room.uid)) == 5
        assert restored.workspace.check().problems == ()


def test_a_backup_that_cannot_be_written_anew_goes_after_a_sound_one_is_there(home: Path) -> None:
    with workspace(home / "w.db") as services:
        room = Room(services)
        uid = room.say(SECRET).uid
        broken = services.backups.make("kaputt")
        content = bytearray(broken.read_bytes())
        content[100:4096] = b"\xff" * 3996
        broken.write_bytes(content)
        part = broken.with_name(broken.name + ".part")
        part.write_bytes(SECRET.encode())
        services.erasure.erase(room.uid, [uid])
        assert services.erasure.settle().left == ()
        assert not broken.exists()
        assert [view.ok for view in services.backups.all()] == [True]
        assert traces(home, SECRET) == []


def test_without_a_new_backup_no_other_goes_and_it_is_said(home: Path) -> None:
    """The new one does not pass its check; the next time the wish is carried out."""
    index = "ix_off_record_passage_session_id"
    with workspace(home / "w.db") as services:
        room = Room(services)
        uid = room.say(SECRET).uid
        held = services.backups.make("da")
        services.erasure.erase(room.uid, [uid])
        with services._database.save() as driver:
            driver.execute(f"DROP INDEX {index}")
        assert services.erasure.settle().left == (held,)
        assert _is_pending(services)
        assert traces(home, SECRET) == [held.name]
        with services._database.save() as driver:
            driver.execute(f"CREATE INDEX {index} ON off_record_passage (session_id)")
        assert services.erasure.settle().left == ()
        assert not _is_pending(services)
        assert traces(home, SECRET) == []


def test_a_large_database_waits_for_the_end(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(service, "LARGE", 0)
    with workspace(home / "w.db") as services:
        room = Room(services)
        services.erasure.erase(room.uid, [room.say(SECRET).uid])
        assert services.erasure.settle().put_off
        assert _is_pending(services)
        assert not services.erasure.settle(closing=True).put_off
        assert not _is_pending(services)
        assert traces(home, SECRET) == []


def test_a_closed_session_and_strangers_are_refused(services: Services, room: Room) -> None:
    other = Room(services)
    uid = other.say("Anderswo").uid
    with pytest.raises(NotFoundError):
        services.erasure.erase(room.uid, [uid])
    from app.domain.vocabulary import SessionState

    said = room.say("Hier").uid
    services.sessions.set_state(room.uid, SessionState.CLOSED)
    with pytest.raises(RefusedError):
        services.erasure.erase(room.uid, [said])
    assert other.texts() == ["Anderswo"]
    assert not _is_pending(services)

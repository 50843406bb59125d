"""Keeps what is being typed, on a thread of its own with its own connection.

Per keystroke nothing may wait for the disk, so ``keep`` only puts the newest state into a
dictionary; the thread writes at most every ``INTERVAL`` seconds. Every state carries a revision.
Recording a statement ends its draft in the same transaction, and a state that is older than that
is discarded when it arrives late.
"""

import datetime as dt
import json
import logging
import threading
from collections.abc import Callable, Iterable

from app.domain.drafts import DraftPayload
from app.storage.database import Database, Driver
from app.storage.moments import stored

log = logging.getLogger(__name__)

INTERVAL = 0.4
_SAVE = """
    INSERT INTO draft (session_uid, slot, text, cursor, data, revision, updated_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (session_uid, slot) DO UPDATE SET text = excluded.text, cursor = excluded.cursor,
        data = excluded.data, revision = excluded.revision, updated_at = excluded.updated_at
    WHERE draft.revision {older} excluded.revision"""


class DraftService:
    """The drafts of the workspace. ``failed`` says why the last write did not succeed, or None."""

    def __init__(self, database: Database, written: Callable[[], None]) -> None:
        """``written`` is called on the thread after every write."""
        self._database = database
        self._written = written
        self._pending: dict[tuple[str, str], tuple[DraftPayload, int]] = {}
        self._in_flight: dict[tuple[str, str], tuple[DraftPayload, int]] = {}
        self._condition = threading.Condition()
        self._closing = False
        self._revision = self._highest_revision()
        self.failed: Exception | None = None
        self._thread = threading.Thread(target=self._run, name="drafts", daemon=True)
        self._thread.start()

    def keep(self, session_uid: str, slot: str, payload: DraftPayload) -> int:
        """Have this state saved within half a second; returns its revision at once."""
        with self._condition:
            self._revision += 1
            asleep = not self._pending
            self._pending[session_uid, slot] = (payload, self._revision)
            if asleep:  # Waking the thread takes as long as a key takes without it.
                self._condition.notify()
            return self._revision

    def discard(self, session_uid: str, slot: str) -> None:
        """Forget what was kept: the user emptied or left the editor."""
        self.keep(session_uid, slot, DraftPayload(""))

    def forget(self, session_uid: str, slots: Iterable[str]) -> int:
        """Let go of what waits to be written, and of what may be on its way.

        Returns the revision with which the caller empties the drafts in a transaction of its own:
        an older state that arrives after it is discarded.
        """
        with self._condition:
            for slot in slots:
                self._pending.pop((session_uid, slot), None)
            self._revision += 1
            return self._revision

    def load(self, session_uid: str) -> dict[str, DraftPayload]:
        """What stood in the editors of a session, by slot."""
        waiting = self._waiting(session_uid)
        with self._database.look() as driver:
            rows = driver.execute(
                "SELECT slot, text, cursor, data, revision FROM draft WHERE session_uid = ?",
                (session_uid,),
            ).fetchall()
        found = {
            slot: (DraftPayload(text, at, json.loads(data) if data else {}), revision)
            for slot, text, at, data, revision in rows
        }
        # The thread may have written between the two looks: what waited before counts as well.
        for slot, kept in (*waiting.items(), *self._waiting(session_uid).items()):
            if slot not in found or kept[1] >= found[slot][1]:
                found[slot] = kept
        return {slot: payload for slot, (payload, _) in found.items() if not payload.is_empty}

    def _waiting(self, session_uid: str) -> dict[str, tuple[DraftPayload, int]]:
        """What the thread has not written yet, with its revisions."""
        with self._condition:
            waiting = {**self._in_flight, **self._pending}
        return {slot: kept for (uid, slot), kept in waiting.items() if uid == session_uid}

    def flush(self) -> None:
        """Wait until everything handed over so far was written, or the attempt failed."""
        with self._condition:
            self._condition.notify()
            self._condition.wait_for(lambda: not self._pending and not self._in_flight, timeout=10)

    def close(self) -> None:
        """Write what is pending, or try to once more, and end the thread."""
        with self._condition:
            self._closing = True
            self._condition.notify()
        self._thread.join(timeout=10)

    def _highest_revision(self) -> int:
        with self._database.look() as driver:
            return int(driver.execute("SELECT max(revision) FROM draft").fetchone()[0] or 0)

    def _run(self) -> None:
        while True:
            with self._condition:
                self._condition.wait_for(lambda: self._pending or self._closing)
                batch, self._pending = self._pending, {}
                self._in_flight = batch
                closing = self._closing
            if batch:
                self._write(batch)
            if closing and (self.failed is not None or not self._pending):
                return
            self._pause(closing)

    def _pause(self, closing: bool) -> None:
        """Let keystrokes gather; a flush or the end of the program cuts it short."""
        with self._condition:
            if not closing and not self._pending:
                return
            self._condition.wait_for(lambda: self._closing, timeout=INTERVAL)

    def _write(self, batch: dict[tuple[str, str], tuple[DraftPayload, int]]) -> None:
        try:
            with self._database.save() as driver:
                for (session_uid, slot), (payload, revision) in batch.items():
                    _save(driver, session_uid, slot, payload, revision)
            self.failed = None
            self._written()
        except Exception as error:  # the thread must live on: the next keystroke tries again
            log.exception("draft not saved")
            self.failed = error
            with self._condition:
                for key, value in batch.items():
                    self._pending.setdefault(key, value)
        finally:
            with self._condition:
                self._in_flight = {}
                self._condition.notify_all()


def end_draft(driver: Driver, session_uid: str, slot: str, revision: int) -> None:
    """Empty a draft inside the transaction that made it a statement.

    The row stays with the revision, so that the same state cannot come back from the thread.
    """
    _save(driver, session_uid, slot, DraftPayload(""), revision, same=True)


def _save(
    driver: Driver,
    session_uid: str,
    slot: str,
    payload: DraftPayload,
    revision: int,
    *,
    same: bool = False,
) -> None:
    # Half a character, as an input method may leave it, must not hold up all other drafts.
    text = payload.text.encode("utf-8", "ignore").decode("utf-8")
    data = json.dumps(payload.data) if payload.data else None
    moment = stored(dt.datetime.now(dt.UTC))
    driver.execute(
        _SAVE.format(older="<=" if same else "<"),
        (session_uid, slot, text, payload.cursor, data, revision, moment),
    )

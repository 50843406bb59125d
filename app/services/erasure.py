"""Removal on request: what somebody said is gone for good, wherever this program keeps it.

First the session itself, in one transaction – rows, journal, drafts, search – which also notes
what is left to do. Then the rest, which may take seconds and survives being interrupted: the free
space of the file, its log, and every copy that may hold it. A backup made since is written anew
without it rather than removed, because it holds everything else that was said; only one that cannot
be written anew goes, and not before a new and checked one is there.
"""

import datetime as dt
import json
import logging
from collections.abc import Sequence
from contextlib import closing
from functools import partial
from pathlib import Path

import sqlcipher3.dbapi2 as sqlite

from app.domain.changes import Entity
from app.domain.erasure import Settled, Wish
from app.errors import NotFoundError, UserError
from app.services import lookup
from app.services.backups import BackupService
from app.services.drafts import DraftService, end_draft
from app.storage import backup, erasure
from app.storage.database import Driver, explained
from app.storage.moments import stored
from app.storage.soundness import readable
from app.storage.unit_of_work import DELETED, UnitOfWork, Writer

log = logging.getLogger(__name__)

LARGE = 200_000_000
"""Bytes of a database from which on writing it anew would keep somebody waiting who works."""
_PENDING = "erasure"
_MARGIN = dt.timedelta(minutes=10)
"""A backup has the moment at which it was begun."""


class ErasureService:
    """Carries out wishes. ``settle`` is for a worker; it is resumed at the next start."""

    def __init__(self, writer: Writer, drafts: DraftService, backups: BackupService) -> None:
        self._writer = writer
        self._database = writer.database
        self._drafts = drafts
        self._backups = backups

    def erase(
        self,
        session_uid: str,
        statements: Sequence[str] = (),
        *,
        line: bool = False,
        begun: dt.datetime | None = None,
        initiator: object | None = None,
    ) -> int:
        """Take these statements, and the ``line`` being typed, out of the session for good.

        ``begun`` is when the line was begun, if it is known. Returns how many statements are gone.
        ``settle`` has to follow.

        Raises:
            NotFoundError: a statement is not of this session.
            RefusedError: the session is closed.
        """
        with self._writer.operation(
            "statement.erase", session_uid=session_uid, undoable=False, initiator=initiator
        ) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            _check(unit.driver, session_uid, statements)
            since = begun or (_oldest(unit.driver, session_uid) if line else None) or unit.at
            wish = erasure.wish_for(unit.driver, session_uid, statements, stored(since))
            slots = wish.slots if line else wish.edits
            revision = self._drafts.forget(session_uid, slots)
            for slot in slots:
                end_draft(unit.driver, session_uid, slot, revision)
            erasure.erase(unit.driver, wish, stored(unit.at), slots)
            _note(unit, wish)
            _keep(unit.driver, [*_pending(unit.driver), wish])
        return len(statements)

    @property
    def is_pending(self) -> bool:
        """Whether something is left to do."""
        with self._database.look() as driver:
            return bool(_pending(driver))

    def settle(self, *, closing: bool = False) -> Settled:
        """Do what is left: free space, log, backups. Nothing is left undone half-way for ever.

        A large database is only written anew with ``closing``, when nobody waits. Raises
        ``UserError`` if the database is busy; what is left is done the next time.
        """
        with self._backups.undisturbed:
            with self._database.look() as driver:
                wishes = _pending(driver)
            if not wishes:
                return Settled()
            put_off = not closing and self._database.path.stat().st_size > LARGE
            if not put_off:
                self._clean(rebuild=any(wish.rebuild for wish in wishes))
            self._database.empty_log()
            changed, left = self._clean_copies(wishes)
            if not (put_off or left):
                with self._database.save() as driver:
                    _keep(driver, [each for each in _pending(driver) if each not in wishes])
        return Settled(changed, tuple(left), put_off)

    def _clean(self, *, rebuild: bool) -> None:
        with explained(self._database.path), closing(self._database.raw()) as driver:
            erasure.clean_file(driver, rebuild=rebuild)

    # -- copies ---------------------------------------------------------------------------------

    def _clean_copies(self, wishes: Sequence[Wish]) -> tuple[int, list[Path]]:
        """How many backups were changed or removed, and the files that could not be."""
        path, folder = self._database.path, self._backups.folder
        left = [each for each in self._leftovers(wishes) if not _removed(each)]
        since = min(wish.since for wish in wishes) - _MARGIN
        after, before = backup.since(path, folder, since)
        wanted = [*after, *(each for each in before if _holds(each, wishes))]
        if not wanted:
            return 0, left
        try:
            self._backups.make("erasure")  # before any other goes
        except UserError as error:
            log.info("no backup after removing: %s", error.code)
            return 0, [*left, *wanted]
        left += [each for each in wanted if not _without(each, wishes)]
        return len(wanted), left

    def _leftovers(self, wishes: Sequence[Wish]) -> list[Path]:
        """Copies that were never finished, and damaged databases that were set aside."""
        path = self._database.path
        uids = [uid.encode() for wish in wishes for uid in (*wish.statements, wish.session_uid)]
        since = min(wish.since for wish in wishes).timestamp()
        aside = [
            each
            for each in path.parent.glob(f"{path.stem}.damaged-*")
            if each.stat().st_mtime >= since and _contains(each, uids)
        ]
        return [*backup.unfinished(path, self._backups.folder), *aside]


def _check(driver: Driver, session_uid: str, uids: Sequence[str]) -> None:
    for uid in uids:
        found = driver.execute(
            """SELECT 1 FROM statement s JOIN dialogue_session d ON d.id = s.session_id
                WHERE s.uid = ? AND d.uid = ?""",
            (uid, session_uid),
        ).fetchone()
        if found is None:
            raise NotFoundError("statement_not_found", reference=uid)


def _oldest(driver: Driver, session_uid: str) -> dt.datetime | None:
    """When the session was made: a line of which nothing is known was begun later."""
    row = driver.execute(
        "SELECT created_at FROM dialogue_session WHERE uid = ?", (session_uid,)
    ).fetchone()
    return dt.datetime.fromisoformat(f"{row[0]}+00:00") if row else None


def _note(unit: UnitOfWork, wish: Wish) -> None:
    """What the journal keeps: that something was removed, and when."""
    for uid in wish.statements:
        unit.note_list(Entity.STATEMENT, uid, erasure.REMOVED, None, None)
        unit.publish(Entity.STATEMENT, uid, DELETED)
    for uid in wish.next_steps:
        unit.note_list(Entity.NEXT_STEP, uid, erasure.REMOVED, None, None)
        unit.publish(Entity.NEXT_STEP, uid, DELETED)
    unit.payload = {"statements": len(wish.statements)}


def _pending(driver: Driver) -> list[Wish]:
    row = driver.execute("SELECT value FROM workspace_value WHERE key = ?", (_PENDING,)).fetchone()
    return [Wish.from_data(data) for data in json.loads(row[0])] if row else []


def _keep(driver: Driver, wishes: Sequence[Wish]) -> None:
    driver.execute("DELETE FROM workspace_value WHERE key = ?", (_PENDING,))
    if wishes:
        value = json.dumps([wish.to_data() for wish in wishes])
        driver.execute("INSERT INTO workspace_value (key, value) VALUES (?, ?)", (_PENDING, value))


def _holds(path: Path, wishes: Sequence[Wish]) -> bool:
    """Whether a backup has any of it; one that cannot be read may."""
    try:
        with closing(sqlite.connect(readable(path), uri=True)) as driver:
            return any(erasure.holds(driver, wish) for wish in wishes)
    except sqlite.Error:
        return True


def _without(path: Path, wishes: Sequence[Wish]) -> bool:
    """Write a backup anew without it, or take it away; False if neither could be."""
    try:
        backup.rewrite(path, partial(_erase_in_copy, wishes=wishes))
    except UserError as error:
        log.info("a backup could not be written anew: %s", error.code)
        try:
            backup.remove(path)
        except OSError:
            return False
    return True


def _erase_in_copy(driver: Driver, *, wishes: Sequence[Wish]) -> None:
    now = stored(dt.datetime.now(dt.UTC))
    for wish in wishes:
        erasure.erase(driver, wish, now, wish.slots)
    erasure.clean_file(driver, rebuild=any(wish.rebuild for wish in wishes))


def _contains(path: Path, parts: Sequence[bytes]) -> bool:
    try:
        content = path.read_bytes()
    except OSError:
        return True
    return any(part in content for part in parts)


def _removed(path: Path) -> bool:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return False
    return True

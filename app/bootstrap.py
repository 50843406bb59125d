"""Builds the services for a database: the one place where ``app`` is wired together."""

import getpass
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import insert, select

from app.errors import BadInputError, TextKey
from app.paths import backup_folder
from app.services.capture import CaptureService
from app.services.change_bus import ChangeBus
from app.services.documents import DocumentService
from app.services.drafts import DraftService
from app.services.example import ExampleService
from app.services.guides import GuideService
from app.services.history import HistoryService
from app.services.lock import WriterLock
from app.services.minutes import MinutesService
from app.services.people import PeopleService
from app.services.plan import PlanService
from app.services.search import SearchService
from app.services.series import SeriesService
from app.services.sessions import SessionService
from app.services.upkeep import Upkeep
from app.services.workspace import WorkspaceService
from app.storage import search
from app.storage.database import Database, schema_version, verify
from app.storage.schema import SCHEMA_HEAD
from app.storage.tables import WorkspaceValue
from app.storage.tables.base import new_uid, table_of
from app.storage.unit_of_work import Author, Writer
from app.storage.upgrade import ensure_schema
from app.texts import Texts

DEVICE = "device"


@dataclass(frozen=True, slots=True)
class Services:
    """Everything the program can do with one open database. ``close`` when done."""

    series: SeriesService
    sessions: SessionService
    plan: PlanService
    people: PeopleService
    capture: CaptureService
    history: HistoryService
    drafts: DraftService
    search: SearchService
    documents: DocumentService
    minutes: MinutesService
    guides: GuideService
    example: ExampleService
    workspace: WorkspaceService
    changes: ChangeBus
    texts: Texts
    _upkeep: Upkeep
    _database: Database
    _lock: WriterLock
    _writing: bool

    def close(self) -> None:
        """Save what is pending, write everything into the one file, let others write.

        Who only read leaves the file to whoever writes: that may be at it right now.
        """
        self.drafts.close()
        self._upkeep.close()
        self.search.close()
        self._database.close(checkpoint=self._writing)
        self._lock.release()


def open_workspace(path: Path, *, language: str = "de", writing: bool = True) -> Services:
    """Open (or create) the workspace database at ``path``.

    ``writing``: take the lock, so that nobody else writes; without it, every operation that would
    change something takes the lock for its own duration and is refused while a window is open.

    Raises:
        RefusedError: another window is open, the file is newer, or its promises do not hold.
        BadInputError: the path cannot be a database of ours.
    """
    path = _full_path(path)
    lock = WriterLock(path)
    if writing or schema_version(path) != SCHEMA_HEAD:
        lock.acquire()
    try:
        ensure_schema(path, backup_folder(path))
        database = Database(path)
        verify(database)
        if writing:
            _repair_search(database)
        services = _wire(database, language, lock, writing=writing)
    except BaseException:
        lock.release()
        raise
    if not writing:
        lock.release()
    return services


def _full_path(path: Path) -> Path:
    try:
        full = path.expanduser().absolute()
    except RuntimeError:  # the home folder of nobody known
        missing = TextKey("errors.reason.missing")
        raise BadInputError("not_readable", path=path, reason=missing) from None
    if not full.name:  # the root of a drive; nothing could be put beside it
        raise BadInputError("is_a_directory", path=path)
    return full


@contextmanager
def workspace(path: Path, *, language: str = "de", writing: bool = True) -> Iterator[Services]:
    """``open_workspace`` for a ``with`` block."""
    services = open_workspace(path, language=language, writing=writing)
    try:
        yield services
    finally:
        services.close()


def _wire(database: Database, language: str, lock: WriterLock, *, writing: bool) -> Services:
    changes = ChangeBus()
    upkeep = Upkeep(database)
    if writing:
        changes.subscribe(upkeep.touch)
        upkeep.touch()
    texts = Texts(language)
    gate = nullcontext if writing else lock.held
    writer = Writer(database, _author(database), changes.publish, gate)
    guides = GuideService()
    documents = DocumentService(writer, texts)
    return Services(
        series=SeriesService(writer),
        sessions=SessionService(writer, guides),
        plan=PlanService(writer),
        people=PeopleService(writer),
        capture=CaptureService(writer),
        history=HistoryService(writer),
        drafts=DraftService(database, upkeep.touch),
        search=SearchService(database),
        documents=documents,
        minutes=MinutesService(writer, texts),
        guides=guides,
        example=ExampleService(writer, documents),
        workspace=WorkspaceService(database),
        changes=changes,
        texts=texts,
        _upkeep=upkeep,
        _database=database,
        _lock=lock,
        _writing=writing,
    )


def _repair_search(database: Database) -> None:
    """Put the search back in step if something dropped its triggers."""
    with database.read() as connection:
        broken = any(search.missing_triggers(connection))
    if broken:
        with database.write() as connection:
            search.install(connection)
            search.rebuild(connection)


def _author(database: Database) -> Author:
    """Who works here: the account's name and the uid this database's device got at first."""
    values = table_of(WorkspaceValue)
    with database.read() as connection:
        device = connection.execute(
            select(values.c.value).where(values.c.key == DEVICE)
        ).scalar_one_or_none()
    if device is None:
        device = new_uid()
        with database.write() as connection:
            connection.execute(insert(values).values(key=DEVICE, value=device))
    return Author(_account(), device)


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account name, as in some containers
        return ""

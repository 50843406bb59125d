"""Builds the services for a database: the one place where ``app`` is wired together."""

from __future__ import annotations

import getpass
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from app.clockwork import Clockwork
from app.errors import BadInputError, NotFoundError, TextKey
from app.paths import backup_folder
from app.services.change_bus import ChangeBus
from app.services.drafts import DraftService
from app.services.lock import OpenMark, WriterLock
from app.services.place import refuse_unsafe_place
from app.services.search import SearchService
from app.services.upkeep import Upkeep
from app.services.views import ViewService
from app.services.workspace import CheckReport, WorkspaceService
from app.storage import search
from app.storage.database import Database, schema_version, verify
from app.storage.schema import SCHEMA_HEAD
from app.storage.upgrade import ensure_schema
from app.texts import Texts

if TYPE_CHECKING:
    from app.services.backups import BackupService
    from app.services.capture import CaptureService
    from app.services.cards import CardService
    from app.services.check_in import CheckInService
    from app.services.documents import DocumentService
    from app.services.erasure import ErasureService
    from app.services.example import ExampleService
    from app.services.exports import ExportService
    from app.services.feedback import FeedbackService
    from app.services.feedback_forms import FeedbackFormService
    from app.services.guides import GuideService
    from app.services.history import HistoryService
    from app.services.house_templates import HouseTemplateService
    from app.services.in_the_room import RoomService
    from app.services.logos import LogoService
    from app.services.methods import MethodService
    from app.services.minutes import MinutesService
    from app.services.names import NamesService
    from app.services.off_record import OffRecordService
    from app.services.people import PeopleService
    from app.services.people_import import PeopleImportService
    from app.services.photos import PhotoService
    from app.services.plan import PlanService
    from app.services.pseudonyms import PseudonymService
    from app.services.reading_back import ReadingBackService
    from app.services.release import ReleaseService
    from app.services.series import SeriesService
    from app.services.series_minutes import SeriesMinutesService
    from app.services.session_papers import PaperService
    from app.services.sessions import SessionService
    from app.services.shares import ShareService
    from app.services.speakers import SpeakersService
    from app.services.spelling import SpellingService
    from app.services.text_blocks import TextBlockService
    from app.services.withdrawal import WithdrawalService
    from app.services.words import WordService
    from app.storage.unit_of_work import Writer

DEVICE = "device"


class Services:
    """Everything the program can do with one open database. ``close`` when done.

    What shows is here at once. What changes is imported when it is first asked for, or by
    ``load``: it needs SQLAlchemy, which takes longer to import than Qt, and nobody should wait for
    it before the first key.
    """

    def __init__(
        self,
        database: Database,
        texts: Texts,
        lock: WriterLock,
        *,
        writing: bool,
        clock: Clockwork,
    ) -> None:
        self.texts = texts
        self.clock = clock
        self.changes = ChangeBus()
        self.views = ViewService(database)
        self.search = SearchService(database)
        self.workspace = WorkspaceService(database)
        self._database = database
        self._lock = lock
        self._writing = writing
        self._upkeep = Upkeep(database)
        self._mark = OpenMark(database.path)
        if writing:
            self._mark.set()
            self.changes.subscribe(self._upkeep.touch)
            self._upkeep.touch()
        self.drafts = DraftService(database, self._upkeep.touch)

    @cached_property
    def backups(self) -> BackupService:
        """Backups of this database."""
        from app.services.backups import BackupService

        return BackupService(self._database.path)

    @cached_property
    def sessions(self) -> SessionService:
        """Create, change and close sessions."""
        from app.services.sessions import SessionService

        return SessionService(self._writer, self.guides)

    @cached_property
    def series(self) -> SeriesService:
        """Create and change series."""
        from app.services.series import SeriesService

        return SeriesService(self._writer)

    @cached_property
    def words(self) -> WordService:
        """The own words of a series."""
        from app.services.words import WordService

        return WordService(self._writer)

    @cached_property
    def text_blocks(self) -> TextBlockService:
        """The text blocks of a series."""
        from app.services.text_blocks import TextBlockService

        return TextBlockService(self._writer)

    @cached_property
    def spelling(self) -> SpellingService:
        """Whether words are spelled right."""
        from app.services.spelling import SpellingService

        return SpellingService()

    @cached_property
    def plan(self) -> PlanService:
        """Change, start and end the items of a plan."""
        from app.services.plan import PlanService

        return PlanService(self._writer)

    @cached_property
    def house_templates(self) -> HouseTemplateService:
        """House templates of series."""
        from app.services.house_templates import HouseTemplateService

        return HouseTemplateService(self._writer)

    @cached_property
    def photos(self) -> PhotoService:
        """Photos at the items of a plan."""
        from app.services.photos import PhotoService

        return PhotoService(self._writer)

    @cached_property
    def people(self) -> PeopleService:
        """Add and change participants."""
        from app.services.people import PeopleService

        return PeopleService(self._writer)

    @cached_property
    def check_in(self) -> CheckInService:
        """Presence and consents."""
        from app.services.check_in import CheckInService

        return CheckInService(self._writer)

    @cached_property
    def people_import(self) -> PeopleImportService:
        """Lists of participants in."""
        from app.services.people_import import PeopleImportService

        return PeopleImportService(self._database, self.people)

    @cached_property
    def capture(self) -> CaptureService:
        """Record and correct statements."""
        from app.services.capture import CaptureService

        return CaptureService(self._writer)

    @cached_property
    def cards(self) -> CardService:
        """Stacks of cards."""
        from app.services.cards import CardService

        return CardService(self._writer, self.views, self.texts)

    @cached_property
    def in_the_room(self) -> RoomService:
        """Hands counted, and the parking lot."""
        from app.services.in_the_room import RoomService

        return RoomService(self._writer)

    @cached_property
    def reading_back(self) -> ReadingBackService:
        """What the room says to the results."""
        from app.services.reading_back import ReadingBackService

        return ReadingBackService(self._writer)

    @cached_property
    def speakers(self) -> SpeakersService:
        """The speakers list."""
        from app.services.speakers import SpeakersService

        return SpeakersService(self._writer)

    @cached_property
    def off_record(self) -> OffRecordService:
        """Passages off the record."""
        from app.services.off_record import OffRecordService

        return OffRecordService(self._writer)

    @cached_property
    def erasure(self) -> ErasureService:
        """Removal on request."""
        from app.services.erasure import ErasureService

        return ErasureService(self._writer, self.drafts, self.backups)

    @cached_property
    def history(self) -> HistoryService:
        """Undo and redo."""
        from app.services.history import HistoryService

        return HistoryService(self._writer)

    @cached_property
    def documents(self) -> DocumentService:
        """Session documents in and out."""
        from app.services.documents import DocumentService

        return DocumentService(self._writer, self.texts, self.exports)

    @cached_property
    def minutes(self) -> MinutesService:
        """Protocols."""
        from app.services.minutes import MinutesService

        return MinutesService(self._writer, self.texts)

    @cached_property
    def exports(self) -> ExportService:
        """The export log."""
        from app.services.exports import ExportService

        return ExportService(self._writer)

    @cached_property
    def withdrawal(self) -> WithdrawalService:
        """Who may not be named any more."""
        from app.services.withdrawal import WithdrawalService

        return WithdrawalService(self._writer)

    @cached_property
    def logos(self) -> LogoService:
        """The logos of series."""
        from app.services.logos import LogoService

        return LogoService(self._writer)

    @cached_property
    def release(self) -> ReleaseService:
        """Check and release statements."""
        from app.services.release import ReleaseService

        return ReleaseService(self._writer, self.minutes)

    @cached_property
    def feedback(self) -> FeedbackService:
        """What participants answer to the minutes."""
        from app.services.feedback import FeedbackService

        return FeedbackService(self._writer)

    @cached_property
    def feedback_forms(self) -> FeedbackFormService:
        """Forms for these answers, out and in."""
        from app.services.feedback_forms import FeedbackFormService

        return FeedbackFormService(self._writer, self.minutes, self.exports, self.texts)

    @cached_property
    def pseudonyms(self) -> PseudonymService:
        """Pseudonyms of series, apart from what was said."""
        from app.services.pseudonyms import PseudonymService

        return PseudonymService(self._writer, self.texts, self.views, self.minutes, self.exports)

    @cached_property
    def papers(self) -> PaperService:
        """Sheets, slips and posters for a session."""
        from app.services.session_papers import PaperService

        return PaperService(self.views, self.texts, self._database.path, self.exports, self.methods)

    @cached_property
    def shares(self) -> ShareService:
        """Anonymous shares of the talk."""
        from app.services.shares import ShareService

        return ShareService(self.views, self.texts, self._database.path, self.exports)

    @cached_property
    def series_minutes(self) -> SeriesMinutesService:
        """Minutes of every session of a series."""
        from app.services.series_minutes import SeriesMinutesService

        return SeriesMinutesService(self.minutes, self.views, self.texts)

    @cached_property
    def names(self) -> NamesService:
        """Names in running text."""
        from app.services.names import NamesService

        return NamesService(self._writer, self.texts, self.spelling)

    @cached_property
    def guides(self) -> GuideService:
        """The built-in guides."""
        from app.services.guides import GuideService

        return GuideService()

    @cached_property
    def methods(self) -> MethodService:
        """The method cards."""
        from app.services.methods import MethodService

        return MethodService(self.texts.language)

    @cached_property
    def example(self) -> ExampleService:
        """The example session."""
        from app.services.example import ExampleService

        return ExampleService(self._writer, self.documents)

    def load(self) -> None:
        """Import what has not been needed yet; for a worker, once the window can be used."""
        for name in _LATER:
            getattr(self, name)

    def close(self) -> None:
        """Save what is pending, write everything into the one file, let others write.

        Who only read leaves the file to whoever writes: that may be at it right now.
        """
        if "spelling" in vars(self):
            self.spelling.close()
        self.drafts.close()
        self._upkeep.close()
        self.search.close()
        self._database.close(checkpoint=self._writing)
        if self._writing:
            self._mark.clear()
        self._lock.release()

    @cached_property
    def _writer(self) -> Writer:
        from app.storage.unit_of_work import Author, Writer

        gate = nullcontext if self._writing else self._lock.held
        author = Author(_account(), _device(self._database))
        return Writer(self._database, author, self.changes.publish, self.clock, gate)


_LATER = tuple(name for name, value in vars(Services).items() if isinstance(value, cached_property))


def open_workspace(
    path: Path,
    *,
    language: str = "de",
    writing: bool = True,
    create: bool = True,
    clock: Clockwork | None = None,
) -> Services:
    """Open (or create) the workspace database at ``path``.

    ``writing``: take the lock, so that nobody else writes; without it, every operation that would
    change something takes the lock for its own duration and is refused while a window is open.
    ``create`` False: the file must be there; somebody who mistyped its name would take a new and
    empty one for sound. ``clock``: another one than the machine's.

    Raises:
        RefusedError: another window is open, the file is newer, it lies where it would be lost, or
            its promises do not hold.
        BadInputError: the path cannot be a database of ours.
        NotFoundError: there is none, and none was to be created.
    """
    path = _full_path(path)
    refuse_unsafe_place(path)
    lock = WriterLock(path)
    version = _version(path, create=create)
    if writing or version != SCHEMA_HEAD:
        lock.acquire()
    try:
        ensure_schema(path, backup_folder(path))
        database = Database(path)
        verify(database)
        if writing:
            _repair_search(database)
        services = Services(
            database, Texts(language), lock, writing=writing, clock=clock or Clockwork()
        )
    except BaseException:
        lock.release()
        raise
    if not writing:
        lock.release()
    return services


def check_workspace(path: Path, *, create: bool = True) -> CheckReport:
    """What is wrong with a database, also one on which the services could not be built.

    Nothing is changed, unless there is no database yet and ``create`` allows one.

    Raises:
        UserError: what is there is no database of ours, or newer than the program.
    """
    path = _full_path(path)
    if _version(path, create=create) is None:
        with WriterLock(path).held():
            ensure_schema(path, backup_folder(path))
    database = Database(path)
    try:
        verify(database)
        return WorkspaceService(database).check()
    finally:
        database.close(checkpoint=False)


def _version(path: Path, *, create: bool) -> str | None:
    version = schema_version(path)
    if version is None and not create and not path.exists():
        raise NotFoundError("database_not_found", path=path)
    return version


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
def workspace(
    path: Path, *, language: str = "de", writing: bool = True, create: bool = True
) -> Iterator[Services]:
    """``open_workspace`` for a ``with`` block."""
    services = open_workspace(path, language=language, writing=writing, create=create)
    try:
        yield services
    finally:
        services.close()


def _repair_search(database: Database) -> None:
    """Put the search back in step if something dropped its triggers."""
    with database.look() as driver:
        broken = any(search.missing_triggers(driver))
    if broken:
        with database.write() as connection:
            search.install(connection)
            search.rebuild(connection)


def _device(database: Database) -> str:
    """The uid this database's device got when something was first written here."""
    with database.look() as driver:
        found = driver.execute(
            "SELECT value FROM workspace_value WHERE key = ?", (DEVICE,)
        ).fetchone()
    if found:
        return str(found[0])
    device = str(uuid4())
    with database.save() as driver:
        driver.execute("INSERT INTO workspace_value (key, value) VALUES (?, ?)", (DEVICE, device))
    return device


def _account() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account name, as in some containers
        return ""

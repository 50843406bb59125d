"""Sessions in and out as documents (``docs/session-document.md``)."""

import hashlib
import stat
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

from app.domain.changes import Difference, Entity
from app.domain.document import MAX_BYTES, SCHEMA, SessionDocument, parse_document
from app.domain.document_copy import fresh_ids
from app.domain.document_reader import Reader
from app.domain.document_statements import Opener
from app.domain.exports import SESSION_FILE, Export
from app.errors import BadInputError, NotFoundError, reason
from app.export.session_document import write_document
from app.services.document_collect import collect
from app.services.document_import import DocumentImport, Imported
from app.services.exports import ExportService
from app.services.targets import refuse_own_files
from app.storage.unit_of_work import CREATED, Writer
from app.texts import Texts

_ON_THE_WAY = frozenset({Entity.PERSON, Entity.ORGANISATION, Entity.THEME})


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a document brought, or would bring. ``known``: the session was there before."""

    session_uid: str
    title: str
    known: bool
    new: dict[Entity, int]
    unchanged: dict[Entity, int]
    different: dict[Entity, int]
    cleaned: int
    """Texts from which characters had to be removed that no text may hold."""
    warnings: tuple[str, ...]
    """Places of fields that were ignored."""
    taken_numbers: tuple[str, ...] = ()
    """Evidence numbers new statements came with although others of the session have them."""
    newer_schema: int | None = None
    """Of the extensions, if it is higher than the one this program knows."""
    differences: tuple[Difference, ...] = ()
    """What ``update`` brings up to date, field by field."""

    @property
    def new_rows(self) -> int:
        """New rows of the file, as many as are unchanged when it is read again.

        People, organisations and themes that are made on the way stand in none of its lists.
        """
        return sum(count for entity, count in self.new.items() if entity not in _ON_THE_WAY)

    @property
    def changes_something(self) -> bool:
        """True if reading it in (with updating) would alter the session."""
        return any(self.new.values()) or bool(self.differences)

    @property
    def kept(self) -> int:
        """How many statements and next steps differ: they stay as they were recorded here."""
        return sum(self.different.get(entity, 0) for entity in _NEVER_OVERWRITTEN)


_NEVER_OVERWRITTEN = (
    *(Entity.STATEMENT, Entity.NEXT_STEP),
    *(Entity.HAND_COUNT, Entity.PARKED_TOPIC),
)


class _NotMeantError(Exception):
    """Ends a preview: its transaction is not meant to stay."""


class DocumentService:
    """Reads and writes session documents."""

    def __init__(self, writer: Writer, texts: Texts, log: ExportService) -> None:
        self._writer = writer
        self._texts = texts
        self._log = log

    def read(self, path: Path) -> ImportReport:
        """Read a file in: unknown rows are added, known ones are never overwritten.

        Raises:
            BadInputError: the file is not as the format says; nothing was changed.
        """
        return self._import(path, update=False)

    def update(self, path: Path) -> ImportReport:
        """Read a later version in: head, plan and people also take the file's values."""
        return self._import(path, update=True)

    def preview(self, path: Path) -> ImportReport:
        """What ``read`` and ``update`` would do. Nothing is written."""
        report: ImportReport | None = None
        try:
            with (
                _readable(path),
                self._writer.operation("document.preview", undoable=False) as unit,
            ):
                document, reader = _parse(_opener(path), path)
                imported = DocumentImport(unit, document, reader, update=False).run()
                report = _report(imported, document, reader)
                raise _NotMeantError  # noqa: TRY301 - leaving the block is the point
        except _NotMeantError:
            pass
        assert report is not None  # noqa: S101 - set before the block was left
        return report

    def read_copy(self, path: Path) -> str:
        """Read a file in as a new session of its own: every id of it is made anew."""
        with _readable(path), _opener(path)() as file:
            copy = fresh_ids(file.read())
        document, reader = _parse(partial(BytesIO, copy), path)
        with self._writer.operation(
            "document.copy", session_uid=document.session.uid, undoable=False
        ) as unit:
            imported = DocumentImport(unit, document, reader, update=False).run()
            unit.payload = {"source": path.name}
            unit.publish(Entity.SESSION, imported.session_uid, CREATED)
        return imported.session_uid

    def write(self, session_uid: str, path: Path) -> None:
        """Write a session as one file; an existing file is replaced atomically.

        That it was handed on is noted in the export log, so it does not stand in the file itself.

        Raises:
            NotFoundError: there is no such session.
            UserError: the target cannot be written; an existing file stays as it was.
        """
        refuse_own_files(path, self._writer.database.path)
        with self._writer.database.read() as connection:
            content = collect(connection, session_uid)
            if content is None:
                raise NotFoundError("session_not_found", reference=session_uid)
            write_document(content, path)
        everybody = [row["id"] for row in content["participants"]]
        self._log.note(
            session_uid, Export(SESSION_FILE, "json", file_name=path.name, named=everybody)
        )

    def _import(self, path: Path, *, update: bool) -> ImportReport:
        with _readable(path):
            opened = _opener(path)
            document, reader = _parse(opened, path)
            digest = _digest(opened)
        with (
            _readable(path),
            self._writer.operation(
                "document.read", session_uid=document.session.uid, undoable=False
            ) as unit,
        ):
            imported = DocumentImport(unit, document, reader, update=update).run()
            report = _report(imported, document, reader)
            if any(report.new.values()) or not unit.is_empty:
                unit.payload = _payload(digest, report, document)
                unit.publish(Entity.SESSION, report.session_uid, CREATED)
        return report


def _parse(opened: Opener, path: Path) -> tuple[SessionDocument, Reader]:
    """The document, and a reader for what goes beyond version 1."""
    return parse_document(opened, path.name), Reader(path.name)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Say in words when the file cannot be read – at first, or any more."""
    try:
        yield
    except FileNotFoundError:
        raise BadInputError("file_not_found", path=path) from None
    except OSError as error:
        raise BadInputError("not_readable", path=path, reason=reason(error)) from None


def _opener(path: Path) -> Opener:
    """Opens a file that was looked at first; it is read more than once, piece by piece."""
    try:
        found = path.stat()
    except ValueError as error:  # a NUL in the name
        raise BadInputError("not_readable", path=path, reason=reason(error)) from None
    if stat.S_ISDIR(found.st_mode):
        raise BadInputError("is_a_directory", path=path)
    if not stat.S_ISREG(found.st_mode):  # a device or a pipe may never end
        raise BadInputError("not_a_file", path=path)
    if found.st_size > MAX_BYTES:
        size, limit = found.st_size // 1_000_000, MAX_BYTES // 1_000_000
        raise BadInputError("document_too_large", source=path.name, size=size, limit=limit)
    return lambda: path.open("rb")


def _digest(opened: Opener) -> str:
    """The SHA-256 of a file, kept with its import."""
    with opened() as file:
        return hashlib.file_digest(file, "sha256").hexdigest()  # type: ignore[arg-type]


def _report(imported: Imported, document: SessionDocument, reader: Reader) -> ImportReport:
    return ImportReport(
        session_uid=imported.session_uid,
        title=imported.title,
        known=imported.known,
        new=_counted(imported.new),
        unchanged=_counted(imported.unchanged),
        different=_counted(imported.different),
        cleaned=document.reader.cleaned + reader.cleaned,
        warnings=(*document.reader.warnings, *reader.warnings),
        taken_numbers=tuple(reader.taken_numbers),
        newer_schema=document.schema if document.schema > SCHEMA else None,
        differences=tuple(imported.differences),
    )


def _payload(digest: str, report: ImportReport, document: SessionDocument) -> dict[str, object]:
    """What the journal keeps of an import, beside the ids of its statements."""
    return {
        "source": document.source,
        "sha256": digest,
        "new": {entity.value: count for entity, count in report.new.items()},
        "different": {entity.value: count for entity, count in report.different.items()},
    }


def _counted(counts: Counter[Entity]) -> dict[Entity, int]:
    return {entity: count for entity, count in counts.items() if count}

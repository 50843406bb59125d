"""Sessions in and out as documents (``docs/session-document.md``)."""

import stat
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from app.domain.changes import Entity
from app.domain.document import MAX_BYTES, SessionDocument, parse_document
from app.domain.document_copy import fresh_ids
from app.domain.document_reader import Reader
from app.errors import BadInputError, NotFoundError
from app.export.session_document import write_document
from app.services.document_collect import collect
from app.services.document_import import DocumentImport, Imported, document_hash
from app.storage.unit_of_work import Writer
from app.texts import Texts


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

    @property
    def changes_something(self) -> bool:
        """True if reading it in (with updating) would alter the session."""
        return any(self.new.values()) or any(self.different.values())


class _NotMeantError(Exception):
    """Ends a preview: its transaction is not meant to stay."""


class DocumentService:
    """Reads and writes session documents."""

    def __init__(self, writer: Writer, texts: Texts) -> None:
        self._writer = writer
        self._texts = texts

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
        _, document, reader = self._parse(path)
        report: ImportReport | None = None
        try:
            with self._writer.operation("document.preview", undoable=False) as unit:
                imported = DocumentImport(unit, document, reader, update=False).run()
                report = _report(imported, document, reader)
                raise _NotMeantError  # noqa: TRY301 - leaving the block is the point
        except _NotMeantError:
            pass
        assert report is not None  # noqa: S101 - set before the block was left
        return report

    def read_copy(self, path: Path) -> str:
        """Read a file in as a new session of its own: every id of it is made anew."""
        _, document, reader = self._parse(path, copy=True)
        with self._writer.operation(
            "document.read", session_uid=document.session.uid, undoable=False
        ) as unit:
            imported = DocumentImport(unit, document, reader, update=False).run()
            unit.payload = {"source": path.name}
            unit.publish_created(Entity.SESSION, imported.session_uid)
        return imported.session_uid

    def write(self, session_uid: str, path: Path) -> None:
        """Write a session as one file; an existing file is replaced atomically.

        Raises:
            NotFoundError: there is no such session.
            UserError: the target cannot be written; an existing file stays as it was.
        """
        with self._writer.database.read() as connection:
            content = collect(connection, session_uid)
        if content is None:
            raise NotFoundError("session_not_found", reference=session_uid)
        write_document(content, path)

    def _import(self, path: Path, *, update: bool) -> ImportReport:
        data, document, reader = self._parse(path)
        with self._writer.operation(
            "document.read", session_uid=document.session.uid, undoable=False
        ) as unit:
            imported = DocumentImport(unit, document, reader, update=update).run()
            report = _report(imported, document, reader)
            if any(report.new.values()) or not unit.is_empty:
                unit.payload = _payload(data, report, document)
                unit.publish_created(Entity.SESSION, report.session_uid)
        return report

    def _parse(self, path: Path, *, copy: bool = False) -> tuple[bytes, SessionDocument, Reader]:
        data = _read_bytes(path)
        if copy:
            data = fresh_ids(data)
        document = parse_document(data, path.name)
        reader = Reader(path.name)
        return data, document, reader


def _read_bytes(path: Path) -> bytes:
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise BadInputError("is_a_directory", path=path)
        if not stat.S_ISREG(found.st_mode):  # a device or a pipe may never end
            raise BadInputError("not_a_file", path=path)
        if found.st_size > MAX_BYTES:
            size, limit = found.st_size // 1_000_000, MAX_BYTES // 1_000_000
            raise BadInputError("document_too_large", source=path.name, size=size, limit=limit)
        return path.read_bytes()
    except FileNotFoundError:
        raise BadInputError("file_not_found", path=path) from None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInputError("not_readable", path=path, reason=reason) from None


def _report(imported: Imported, document: SessionDocument, reader: Reader) -> ImportReport:
    return ImportReport(
        session_uid=imported.session_uid,
        title=imported.title,
        known=imported.known,
        new=_counted(imported.new),
        unchanged=_counted(imported.unchanged),
        different=_counted(imported.different),
        cleaned=document.cleaned + reader.cleaned,
        warnings=(*document.warnings, *reader.warnings),
    )


def _payload(data: bytes, report: ImportReport, document: SessionDocument) -> dict[str, object]:
    """What the journal keeps of an import: enough to compare every statement with its origin."""
    return {
        "source": document.source,
        "sha256": document_hash(data),
        "new": {entity.value: count for entity, count in report.new.items()},
        "different": {entity.value: count for entity, count in report.different.items()},
        "statements": [row.uid for row in document.statements],
    }


def _counted(counts: Counter[Entity]) -> dict[Entity, int]:
    return {entity: count for entity, count in counts.items() if count}

"""Names in the texts of minutes: found with the help of the dictionary, replaced as one step."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.changes import Entity
from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.minutes_names import (
    NameInText,
    NameWords,
    ProtectedNames,
    TypedText,
    names_in_texts,
    with_forms,
)
from app.domain.names.finder import NameFinder
from app.domain.names.model import Closeness, Named
from app.domain.names.replacing import all_replaced
from app.domain.text import fold
from app.errors import RefusedError
from app.services import lookup
from app.services.spelling import SpellingService
from app.services.statement_reading import read_again
from app.services.values import cleaned
from app.storage.unit_of_work import UnitOfWork, Writer
from app.texts import Texts


class NamesService:
    """Looks for names and replaces them. Looking waits for the dictionary: not on the window."""

    def __init__(self, writer: Writer, texts: Texts, spelling: SpellingService) -> None:
        self._writer = writer
        self._texts = texts
        self._spelling = spelling
        self._known: tuple[tuple[Named, ...], NameFinder] | None = None

    def in_minutes(self, record: MinutesRecord, options: MinutesOptions) -> tuple[NameInText, ...]:
        """Each protected name in the texts ``options`` print, with what may stand instead.

        A word that only resembles a name and is in the dictionary is that word.
        """
        protected = ProtectedNames.of(record, options)
        notes = names_in_texts(record, options, self._finder(protected.all))
        return with_forms(self._without_words(notes), protected, name_words(self._texts))

    def replace(
        self, session_uid: str, notes: Sequence[NameInText], *, initiator: object | None = None
    ) -> None:
        """Put the form of each note in its place, all as one undoable step.

        Raises ``RefusedError`` when a text is no longer the one that was looked at; nothing is
        changed then.
        """
        with self._writer.operation(
            "names.replace", session_uid=session_uid, initiator=initiator
        ) as unit:
            lookup.open_session(unit.connection, uid=session_uid)
            by_text: dict[TypedText, list[NameInText]] = defaultdict(list)
            for note in notes:
                if note.can_be_replaced:
                    by_text[note.typed].append(note)
            reworded = [
                t.row for t in by_text if (t.entity, t.column) == (Entity.STATEMENT, "text")
            ]
            for typed, of_text in by_text.items():
                unit.change(typed.entity, typed.row, _values(unit, typed, of_text))
            read_again(unit, list(dict.fromkeys(reworded)))

    def _finder(self, named: tuple[Named, ...]) -> NameFinder:
        """The finder of the last search, if the lists are the same: it knows the words already."""
        known = self._known
        if known is None or known[0] != named:
            known = self._known = (named, NameFinder(named))
        return known[1]

    def _without_words(self, notes: tuple[NameInText, ...]) -> tuple[NameInText, ...]:
        doubtful = sorted({n.name for n in notes if n.closeness is Closeness.SIMILAR})
        right = self._spelling.check(doubtful) if doubtful else {}
        return tuple(
            n for n in notes if n.closeness is not Closeness.SIMILAR or not right.get(n.name)
        )


def name_words(texts: Texts) -> NameWords:
    """The words for those who may not be named."""
    return NameWords(
        kind=lambda kind: texts.word(kind, "printed"),
        person=texts.get("documents.minutes.somebody"),
        organisation=texts.get("documents.minutes.some_organisation"),
        place=texts.get("documents.minutes.some_place"),
    )


def _values(unit: UnitOfWork, typed: TypedText, notes: Sequence[NameInText]) -> Mapping[str, Any]:
    """The column with the forms in it, and what follows from its text."""
    row = lookup.row(unit.connection, typed.entity, typed.row)
    column, _, part = typed.column.partition(".")
    before = (row[column] or {}).get(part) if part else row[column]
    if before != typed.text:
        raise RefusedError("name_text_changed")
    changes = ((n.start, n.end, n.form, n.genitive) for n in notes)
    text = all_replaced(typed.text, changes)
    value: Any = {**row[column], part: text} if part else text
    values = cleaned({column: value})
    if column == "title" and typed.entity is Entity.SESSION:
        values["folded_title"] = fold(values[column])
    if column == "text" and typed.entity is Entity.STATEMENT:
        values["folded"] = fold(values[column])
    return values

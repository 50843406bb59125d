"""The statements of minutes as a table, people named no further than in the minutes themselves."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

from app.domain.minutes import MinutesOptions, MinutesRecord, printed_statements
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.text import clean
from app.export.minutes_context import Context, one_line
from app.texts import Texts

Cell: TypeAlias = str | int
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Table(Protocol):
    """What a file of rows is written from."""

    title: str
    author: str

    @property
    def head(self) -> Sequence[str]:
        """The names of the columns."""

    @property
    def widths(self) -> Sequence[int]:
        """How wide the columns are, in letters."""

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The rows, read while they are asked for."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, its width in letters, and what stands in it."""

    name: str
    width: int
    value: Callable[[PlanItemView, StatementView], Cell]


def is_formula(text: str) -> bool:
    """Whether a spreadsheet could take ``text`` for something to calculate."""
    return text.startswith(_FORMULA)


class StatementTable:
    """One table. ``rows`` are read while they are asked for, item by item."""

    def __init__(self, record: MinutesRecord, options: MinutesOptions, texts: Texts) -> None:
        self._context = Context(record, options, texts)
        self.columns = tuple(self._columns())
        self.title = self._context.title
        self.author = self._context.author

    @property
    def head(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    @property
    def widths(self) -> tuple[int, ...]:
        """The widths of the columns in letters."""
        return tuple(column.width for column in self.columns)

    def rows(self) -> Iterator[Sequence[Cell]]:
        """The statements the options print, in order."""
        record, options = self._context.record, self._context.options
        for item in record.items:
            for statement in printed_statements(record, item, options):
                yield [_clean(column.value(item, statement)) for column in self.columns]

    def _columns(self) -> Iterator[Column]:
        options, say = self._context.options, self._context.words.say
        word = self._context.words.texts.word

        def column(name: str, width: int, value: Callable[..., Cell]) -> Column:
            return Column(say(f"table.{name}"), width, value)

        if options.evidence:
            yield column("evidence", 12, lambda _, s: " / ".join((s.evidence, *s.evidence_also)))
        yield column("number", 8, lambda item, _: item.number or "")
        yield column("item", 40, lambda item, _: one_line(item.heading))
        if options.with_times:
            yield column("time", 18, lambda _, s: self._moment(s))
        if pseudonyms := self._context.record.pseudonyms:
            yield column("pseudonym", 14, lambda _, s: pseudonyms.get(s.participant_uid, ""))
        elif options.attributed:
            yield column("who", 30, lambda _, s: self._who(s))
        if options.statement_kinds:
            yield column("kind", 18, lambda _, s: word(s.kind))
        yield column("text", 80, lambda _, s: self._context.speakers.text_of(s, s.text))
        yield column("result", 10, lambda _, s: self._mark(said=s.is_result))
        yield column("quote", 10, lambda _, s: self._mark(said=s.verbatim))
        yield column("addressees", 24, lambda _, s: self._context.statements.addressees(s))
        yield column("reason", 40, lambda _, s: self._reason(s))
        if options.themes:
            yield column("themes", 30, lambda _, s: ", ".join(s.themes))
        yield from self._answers(column)
        if options.memos:
            yield column("memo", 40, lambda _, s: self._context.speakers.text_of(s, s.memo))

    def _answers(self, column: Callable[..., Column]) -> Iterator[Column]:
        """What the room said, and what others said afterwards."""
        word = self._context.words.texts.word
        if self._context.options.answers:
            yield column("assent", 12, lambda _, s: s.assent or "")
            yield column("dissent", 12, lambda _, s: s.dissent or "")
            yield column("outcome", 16, lambda _, s: word(s.outcome) if s.outcome else "")
        if self._context.record.differing:
            yield column("differing", 40, lambda _, s: self._differing(s))

    def _who(self, statement: StatementView) -> str:
        run = self._context.speakers.of(statement)
        return run.text if run else ""

    def _moment(self, statement: StatementView) -> str:
        local = statement.recorded_at.astimezone(self._context.record.zone)
        return f"{local:%d.%m.%Y %H:%M}"

    def _reason(self, statement: StatementView) -> str:
        return self._context.speakers.text_of(statement, statement.details.reason)

    def _differing(self, statement: StatementView) -> str:
        views = self._context.statements.differing(statement)
        return " · ".join(f"{who.text}: {text}" if who else text for who, text in views)

    def _mark(self, *, said: bool) -> str:
        return self._context.words.say("table.yes") if said else ""


def _clean(value: Cell) -> Cell:
    return clean(value).text if isinstance(value, str) else value

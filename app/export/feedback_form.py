"""The feedback form (Rückmeldebogen): every statement with room for an answer, to be sent by mail.

What must come back is in the cells as plain text, so that any program may save it. Which form it is
stands in the file's properties and, for programs that drop these, in a line at its end.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.minutes import MinutesOptions, MinutesRecord, printed_statements
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.errors import RefusedError
from app.export.minutes_context import Context, one_line
from app.export.sheets import Block, Cell, Choice, Grid, Line, SheetRole, Sheets
from app.texts import Texts

_R = SheetRole
PROPERTY = "QuartiersdialogBogen"
"""Name of the property that says which form it is."""
_WIDTHS = (3.6, 6.6, 2.7, 5.1)
_COLUMNS = ("number", "text", "answer", "wording")
CELLS = len(_WIDTHS)
_NAME_WIDTHS = (4.0, 14.0)
_ANSWERS = ("agree", "change", "leave_out")
_IDENTITY = re.compile(
    r"([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\s*/\s*([0-9A-F]{8})"
    r"(?:\s*/\s*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?"
)


@dataclass(frozen=True, slots=True)
class FormRequest:
    """What a form is to be like."""

    code: str
    """Eight hexadecimal digits: which form it is."""
    until: dt.date | None = None
    return_to: str = ""
    participant_uid: str = ""
    """Only what this person said, or is spoken about in; empty: everything, for everybody."""


@dataclass(frozen=True, slots=True)
class Identity:
    """Which form it is, of which session, for whom."""

    session_uid: str
    code: str
    participant_uid: str = ""

    @property
    def text(self) -> str:
        """As it stands in the file."""
        parts = (self.session_uid, self.code, self.participant_uid)
        return " / ".join(part for part in parts if part)


def identity_in(text: str) -> Identity | None:
    """The identity that stands in a text, if one does."""
    found = _IDENTITY.search(text)
    return Identity(found[1], found[2], found[3] or "") if found else None


def compose_form(
    record: MinutesRecord, options: MinutesOptions, request: FormRequest, texts: Texts
) -> Sheets:
    """The form for the statements that ``options`` print, names only as agreed.

    Raises ``RefusedError`` where there is nothing to ask about, or nobody may be named.
    """
    return _Form(Context(record, options, texts), request).sheets()


class _Form:
    def __init__(self, context: Context, request: FormRequest) -> None:
        self._context = context
        self._request = request
        people = {person.uid: person for person in context.record.participants}
        person = people.get(request.participant_uid)
        if person is not None and context.session.confidential:
            raise RefusedError("feedback_form_confidential")
        self._name = one_line(person.name) if person else ""

    def _say(self, key: str, **values: object) -> str:
        return self._context.words.say(f"feedback.{key}", **values)

    def sheets(self) -> Sheets:
        questions = list(self._questions())
        if not questions:
            raise RefusedError("feedback_form_empty")
        title = f"{self._say('title')}: {self._context.title}"
        identity = Identity(
            self._context.session.uid, self._request.code, self._request.participant_uid
        ).text
        blocks = (*self._opening(title), *questions, *self._closing(identity))
        return Sheets(title, self._say("title"), blocks, property=(PROPERTY, identity))

    def _opening(self, title: str) -> Iterator[Block]:
        context, request = self._context, self._request
        day = context.words.weekday_date(context.session.date)
        yield Line(_R.TITLE, title)
        yield Line(_R.DETAILS, " · ".join(filter(None, (day, context.place()))))
        yield Line(_R.NOTE, self._say("how"))
        yield Line(_R.NOTE, self._say("proposal"))
        if request.until or request.return_to:
            until = context.words.date(request.until) if request.until else ""
            key = "return" + "_until" * bool(until) + "_to" * bool(request.return_to)
            yield Line(_R.CELL_STRONG, self._say(key, until=until, to=one_line(request.return_to)))
        name = (_cell(self._say("name"), _R.CELL_STRONG), _cell(self._name))
        yield Line(_R.END, "\u00a0")
        yield Grid(_NAME_WIDTHS, [name], self._say("name"), framed=True)

    def _questions(self) -> Iterator[Block]:
        record, options = self._context.record, self._context.options
        for item in record.items:
            rows = [
                self._row(statement)
                for statement in printed_statements(record, item, options)
                if self._concerns(statement)
            ]
            if rows:
                yield Line(_R.QUESTION, self._heading(item))
                head = [_cell(self._say(f"column.{name}"), _R.TABLE_HEAD) for name in _COLUMNS]
                yield Grid(_WIDTHS, rows, self._heading(item), head=head, framed=True)

    def _concerns(self, statement: StatementView) -> bool:
        wanted = self._request.participant_uid
        return not wanted or wanted == statement.participant_uid or wanted in statement.about

    def _heading(self, item: PlanItemView) -> str:
        heading = one_line(item.heading)
        return f"{item.number}. {heading}" if item.number else heading

    def _row(self, statement: StatementView) -> tuple[Cell, ...]:
        speakers = self._context.speakers
        who = speakers.of(statement)
        number = [Line(_R.CELL_STRONG, statement.evidence)]
        if who is not None:
            number.append(Line(_R.CELL_NOTE, who.text))
        entries = tuple(self._say(f"answer.{name}") for name in _ANSWERS)
        name = self._say("answer_to", number=statement.evidence)
        choice = Choice(_R.CELL, self._say("answer.none"), entries, name)
        text = speakers.text_of(statement, statement.text)
        return number, _cell(text), [choice], _cell("")

    def _closing(self, identity: str) -> Iterator[Block]:
        yield Line(_R.NOTE, self._say("identity", identity=identity))


def _cell(text: str, role: SheetRole = _R.CELL) -> Cell:
    return [Line(role, text)]

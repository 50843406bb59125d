"""The papers of a session: what stands on each sheet."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from app.domain.methods import MethodCard
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.schedule import lay_out
from app.domain.sessions import SessionView
from app.domain.tables import Table
from app.domain.text import fold
from app.domain.vocabulary import PaperKind, PlanItemKind, Presence
from app.errors import RefusedError
from app.export.minutes_context import one_line
from app.export.sheets import TEXT_WIDTH, Block, Cell, Grid, Line, SheetRole, Sheets
from app.export.wording import Wording

_R = SheetRole
_SPARE_ROWS = 6
"""Empty rows for those who come without being invited."""
_SLIPS = 4
_SLIP_HEIGHT, _CARD_HEIGHT, _ROW_HEIGHT, _RULED = 13.1, 6.5, 1.1, 1.0
_RULED_LINES = 20
_LONG_QUESTION, _VERY_LONG_QUESTION = 90, 220
"""Letters above which a poster takes smaller type; questions have up to 400."""


@dataclass(frozen=True, slots=True)
class PaperSource:
    """What papers are made from."""

    session: SessionView
    items: Sequence[PlanItemView]
    participants: Sequence[ParticipantView]
    methods: Mapping[str, MethodCard] = field(default_factory=dict)
    """The method cards by key; an unknown one is left out."""

    @property
    def expected(self) -> list[ParticipantView]:
        """Those who are not excused and may still be named, by surname."""
        found = (
            person
            for person in self.participants
            if person.attendance.presence is not Presence.EXCUSED and not person.is_withdrawn
        )
        return sorted(found, key=_by_surname)

    @property
    def signing(self) -> list[ParticipantView]:
        """Those of them who did not refuse to stand on a list."""
        return [person for person in self.expected if person.may_be_listed is not False]

    @property
    def questions(self) -> list[PlanItemView]:
        """The guiding questions in order."""
        return [item for item in self.items if item.kind is PlanItemKind.QUESTION]


def named_on(kind: PaperKind, source: PaperSource) -> list[str]:
    """The participants (uids) whose names stand on a paper because it is made for them."""
    if kind is PaperKind.ATTENDANCE:
        return [person.uid for person in source.signing]
    named = source.expected if kind in {PaperKind.SLIPS, PaperKind.NAME_CARDS} else []
    return [person.uid for person in named]


def compose_paper(kind: PaperKind, source: PaperSource, words: Wording) -> Sheets:
    """The sheets of one kind.

    Raises ``RefusedError`` where there is nothing to print, or nothing that may be printed.
    """
    return _COMPOSERS[kind](source, _Say(source, words))


class _Say:
    """The words of the papers, and what all of them say about the session."""

    def __init__(self, source: PaperSource, words: Wording) -> None:
        self.words = words
        self.session = source.session

    def __call__(self, key: str, **values: object) -> str:
        return self.words.say(f"papers.{key}", **values)

    @property
    def title(self) -> str:
        return one_line(self.session.title)

    @property
    def details(self) -> str:
        """Day, time and place in one line."""
        session, words = self.session, self.words
        parts = [words.weekday_date(session.date)]
        if session.start_time is not None:
            end = words.time(session.end_time) if session.end_time else ""
            parts.append(words.period(words.time(session.start_time), end))
        parts.append(one_line(session.place))
        return " · ".join(part for part in parts if part)

    def sheets(
        self,
        kind: PaperKind,
        blocks: Iterable[Block],
        *,
        landscape: bool = False,
    ) -> Sheets:
        word = self.words.texts.word(kind)
        return Sheets(f"{word}: {self.title}", word, list(blocks), landscape)

    def opening(self, kind: PaperKind) -> list[Block]:
        """Title and details at the top of a page."""
        word = self.words.texts.word(kind)
        return [Line(_R.TITLE, f"{word}: {self.title}"), Line(_R.DETAILS, self.details)]


def _attendance(source: PaperSource, say: _Say) -> Sheets:
    if source.session.confidential:
        raise RefusedError("paper_confidential")
    rows = [
        (_cell(one_line(p.name), _R.CELL_STRONG), _cell(one_line(p.organisation)), _cell(""))
        for p in source.signing
    ]
    rows += [(_cell(""), _cell(""), _cell(""))] * _SPARE_ROWS
    head = [_cell(say(f"attendance.{n}"), _R.TABLE_HEAD) for n in _ATTENDANCE_COLUMNS]
    word = say.words.texts.word(PaperKind.ATTENDANCE)
    table = Grid((5.8, 6.4, 5.8), rows, word, head=head, height=_ROW_HEIGHT)
    note = Line(_R.NOTE, say("attendance.note"))
    return say.sheets(PaperKind.ATTENDANCE, [*say.opening(PaperKind.ATTENDANCE), table, note])


_ATTENDANCE_COLUMNS = ("name", "organisation", "signature")


def _slips(source: PaperSource, say: _Say) -> Sheets:
    names = [one_line(person.name) for person in source.expected]
    blank = -len(names) % _SLIPS or (0 if names else _SLIPS)
    slips = [list(_slip(name, source.session, say)) for name in (*names, *[""] * blank)]
    half = TEXT_WIDTH / 2
    word = say.words.texts.word(PaperKind.SLIPS)
    table = Grid((half, half), _pairs(slips), word, height=_SLIP_HEIGHT, exact=True, framed=True)
    return say.sheets(PaperKind.SLIPS, _with_end([table]))


def _slip(name: str, session: SessionView, say: _Say) -> Iterator[Line]:
    purposes: tuple[str, ...] = ("photo", "contact")
    if not session.confidential:
        purposes = ("attendance_list", "naming", *purposes)
    host = one_line(session.host) or say.words.say("information.host")
    yield Line(_R.SLIP_TITLE, say("slips.title"))
    yield Line(_R.SLIP, f"{say.title}, {say.words.date(session.date)}")
    yield Line(_R.SLIP_LINE, say("slips.name", name=name) if name else say("slips.no_name"))
    for purpose in purposes:
        yield Line(
            _R.SLIP, f"☐ {say('slips.yes')}  ☐ {say('slips.no')}   {say(f'slips.{purpose}')}"
        )
    yield Line(_R.SLIP_LINE, say("slips.reach"))
    yield Line(_R.SLIP, say("slips.rights", host=host))
    yield Line(_R.SLIP_LINE, say("slips.signed"))


def _run_sheet(source: PaperSource, say: _Say) -> Sheets:
    session = source.session
    schedule = lay_out(
        source.items, date=session.date, start=session.start_time, zone=session.time_zone
    )
    rows = []
    for item, slot in zip(source.items, schedule.slots, strict=True):
        start = f"{slot.start:%H:%M}" if slot.start else ""
        rows.append((_cell(start), _cell(str(item.minutes)), list(_item_lines(item, source, say))))
    head = [_cell(say(f"run_sheet.{n}"), _R.TABLE_HEAD) for n in ("time", "minutes", "item")]
    word = say.words.texts.word(PaperKind.RUN_SHEET)
    table = Grid((1.7, 2.0, TEXT_WIDTH - 3.7), rows, word, head=head)
    return say.sheets(PaperKind.RUN_SHEET, _with_end([*say.opening(PaperKind.RUN_SHEET), table]))


def _item_lines(item: PlanItemView, source: PaperSource, say: _Say) -> Iterator[Line]:
    heading = one_line(item.heading)
    yield Line(_R.CELL_STRONG, f"{item.number}. {heading}" if item.number else heading)
    speaker = ", ".join(filter(None, (one_line(item.speaker), one_line(item.organisation))))
    if speaker:
        yield Line(_R.CELL, speaker)
    for prompt in item.prompts:
        yield Line(_R.CELL_NOTE, f"– {one_line(prompt)}")
    if item.notes.strip():
        yield Line(_R.CELL_NOTE, say("run_sheet.notes", notes=item.notes.strip()))
    if card := source.methods.get(item.method):
        yield Line(_R.CELL_NOTE, say("run_sheet.method", title=card.title, size=card.size))
        for number, step in enumerate(card.steps, 1):
            yield Line(_R.CELL_NOTE, f"{number}. {step}")
    if item.tables:
        tables = ", ".join(_table(table, say) for table in item.tables)
        yield Line(_R.CELL_NOTE, say("run_sheet.tables", tables=tables))


def _table(table: Table, say: _Say) -> str:
    name = one_line(table.name)
    if table.minutes is None:
        return name
    return say("run_sheet.table", name=name, minutes=table.minutes)


def _posters(source: PaperSource, say: _Say) -> Sheets:
    blocks: list[Block] = []
    for question in _some_questions(source):
        text = one_line(question.heading)
        blocks.append(Line(_R.POSTER_NUMBER, say("question", number=question.number)))
        blocks.append(Line(_poster_role(text), text))
    return say.sheets(PaperKind.POSTERS, blocks, landscape=True)


def _poster_role(text: str) -> SheetRole:
    """As large as it can be and stay on one page."""
    if len(text) > _VERY_LONG_QUESTION:
        return _R.POSTER_VERY_LONG
    return _R.POSTER_LONG if len(text) > _LONG_QUESTION else _R.POSTER


def _note_sheets(source: PaperSource, say: _Say) -> Sheets:
    """A sheet for each question; where tables talk about an item, one for each of them."""
    noted = [item for item in source.items if item.number or item.tables]
    if not noted:
        raise RefusedError("paper_no_questions")
    blocks = [
        block
        for item in noted
        for table in item.tables or (None,)
        for block in _note_sheet(item, table, say)
    ]
    return say.sheets(PaperKind.NOTE_SHEETS, _with_end(blocks))


def _note_sheet(item: PlanItemView, table: Table | None, say: _Say) -> Iterator[Block]:
    number = say("question", number=item.number) if item.number else one_line(item.title)
    name = one_line(table.name) if table else ""
    yield Line(_R.SHEET_NUMBER, " · ".join(filter(None, (number, name, say.title))))
    yield Line(_R.SHEET_QUESTION, one_line(item.heading))
    if not name:
        yield Line(_R.TO_FILL_IN, say("note_sheets.group"))
    elif table and table.minutes is not None:
        yield Line(_R.DETAILS, say("note_sheets.minutes", minutes=table.minutes))
    ruled = [(_cell(""),)] * _RULED_LINES
    yield Grid((TEXT_WIDTH,), ruled, " · ".join(filter(None, (number, name))), height=_RULED)


def _name_cards(source: PaperSource, say: _Say) -> Sheets:
    cards = [
        [Line(_R.CARD_NAME, one_line(p.name)), Line(_R.CARD_ORGANISATION, one_line(p.organisation))]
        for p in source.expected
    ]
    if not cards:
        raise RefusedError("paper_nobody")
    half = TEXT_WIDTH / 2
    word = say.words.texts.word(PaperKind.NAME_CARDS)
    table = Grid((half, half), _pairs(cards), word, height=_CARD_HEIGHT, exact=True, framed=True)
    return say.sheets(PaperKind.NAME_CARDS, _with_end([table]))


_COMPOSERS: dict[PaperKind, Callable[[PaperSource, _Say], Sheets]] = {
    PaperKind.ATTENDANCE: _attendance,
    PaperKind.SLIPS: _slips,
    PaperKind.RUN_SHEET: _run_sheet,
    PaperKind.POSTERS: _posters,
    PaperKind.NOTE_SHEETS: _note_sheets,
    PaperKind.NAME_CARDS: _name_cards,
}


def _some_questions(source: PaperSource) -> list[PlanItemView]:
    if not source.questions:
        raise RefusedError("paper_no_questions")
    return source.questions


def _cell(text: str, role: SheetRole = _R.CELL) -> Cell:
    return [Line(role, text)]


def _pairs(cells: Sequence[Cell]) -> list[tuple[Cell, ...]]:
    """Two cells a row; the last row is filled up."""
    left = iter(cells)
    rows = []
    while pair := tuple(islice(left, 2)):
        rows.append(pair if len(pair) == 2 else (*pair, _cell("")))  # noqa: PLR2004
    return rows


def _with_end(blocks: Sequence[Block]) -> list[Block]:
    """A document cannot end with a table: the smallest of lines follows."""
    return [*blocks, Line(_R.END, "\u00a0")]


def _by_surname(person: ParticipantView) -> tuple[str, str]:
    name = fold(person.name)
    return (name.split()[-1] if name.split() else "", name)

"""The parts that every kind of minutes has: title, head, next steps, participants, signatures."""

from collections.abc import Iterable, Iterator, Sequence

from app.domain.minutes import on_attendance_list, present
from app.domain.people import ParticipantView
from app.domain.statements import NextStepView
from app.domain.text import fold
from app.export.blocks import (
    Block,
    Column,
    Contents,
    Page,
    Paragraph,
    ParagraphRole,
    Properties,
    Run,
    RunRole,
    Table,
    paragraph,
)
from app.export.look import TEXT_WIDTH
from app.export.minutes_changes import changes, changes_line, feedback
from app.export.minutes_context import Context, one_line
from app.export.minutes_presence import PEOPLE_ANCHOR, presence
from app.export.minutes_room import parking_lot
from app.export.minutes_times import times

HEADER_ROOM = 114
"""About as many characters of 9 points fit into a header, with a gap in the middle."""


def properties(context: Context) -> Properties:
    """What the file says about itself; nothing that the document does not say."""
    return Properties(
        title=context.title,
        subject=f"{_kind(context)} – {context.series_title}",
        language=context.words.language_tag,
        created=context.options.created,
        author=context.author,
    )


def page(context: Context) -> Page:
    """Headers and footer."""
    words, options = context.words, context.options
    state = words.say(f"minutes.state.{options.state}")
    right = words.say("minutes.header_right", kind=_kind(context), state=state)
    left = _running_title(context, HEADER_ROOM - len(right))
    sender = context.shown(context.record.series.sender)
    pages = words.runs("minutes.page", page=Run(RunRole.PAGE, "1"), pages=Run(RunRole.PAGES, "1"))
    return Page(
        first_header=paragraph(ParagraphRole.HEADER, sender or context.series_title),
        header=paragraph(ParagraphRole.HEADER, f"{left}\t{right}"),
        footer=paragraph(ParagraphRole.FOOTER, _version(context), "\t", *pages),
    )


def opening(context: Context) -> Iterator[Block]:
    """Title, head and contents."""
    words, session = context.words, context.session
    yield from kind_and_title(context)
    subtitle = words.say(
        "minutes.subtitle",
        series=words.quoted(context.series_title),
        number=session.number,
        date=words.date(session.date),
    )
    yield paragraph(ParagraphRole.SUBTITLE, subtitle)
    yield from _head(context)
    if context.options.contents and not without_statements(context):
        yield Contents(words.say("minutes.contents"))


def kind_and_title(context: Context) -> tuple[Paragraph, Paragraph]:
    """What stands above everything else."""
    return (
        paragraph(ParagraphRole.KICKER, _kind(context)),
        paragraph(ParagraphRole.TITLE, context.title),
    )


def closing(context: Context) -> Iterator[Block]:
    """What stands after the questions."""
    yield from _next_steps(context)
    yield from parking_lot(context)
    yield from times(context)
    yield from _people(context)
    yield from changes(context)
    yield from feedback(context)
    if context.options.signatures:
        yield from _signatures(context)


def _kind(context: Context) -> str:
    return context.words.texts.word(context.options.kind)


def _version(context: Context) -> str:
    options = context.options
    date = context.words.date(options.given_on or options.created)
    return context.words.say("minutes.version", version=options.version, date=date)


def _running_title(context: Context, room: int) -> str:
    """Series and session, shortened where both do not fit."""
    series, title = context.series_title, context.title
    number = context.session.number
    taken = len(context.words.say("minutes.header", series="", number=number, title=""))
    left = room - taken
    title = _shortened(title, max(left - len(series), left * 2 // 3))
    series = _shortened(series, left - len(title))
    return context.words.say("minutes.header", series=series, number=number, title=title)


def _shortened(text: str, room: int) -> str:
    if len(text) <= room:
        return text
    return f"{text[: room - 1].rsplit(' ', 1)[0].rstrip(' ,–-')[: room - 1]}…"


def _head(context: Context) -> Iterator[Block]:
    session, record = context.session, context.record
    words = context.words
    host = words.say("minutes.head.host_confidential") if session.confidential else session.host
    distribution = context.shown(session.distribution) if context.options.distribution else ""
    lines: list[tuple[str, str]] = [
        ("occasion", context.shown(session.occasion or record.series.purpose)),
        ("date", _date(context)),
        ("place", context.place()),
        ("host", one_line(host) if session.host else ""),
        ("facilitators", context.office(session.facilitators)),
        ("note_takers", context.office(session.note_takers)),
        ("present", ""),
        ("statements", context.speakers.naming_in_words()),
        ("state", _state(context)),
        ("distribution", distribution),
        ("funding", context.shown(record.series.funding)),
        ("source", context.shown(session.source)),
        ("licence", one_line(session.licence)),
    ]
    for name, value in lines:
        if name == "present":
            yield from presence(context)
        elif value:
            yield context.label(name, value)
        if name == "state":
            yield from changes_line(context)


def _date(context: Context) -> str:
    words, session = context.words, context.session
    date = words.weekday_date(session.date)
    if session.start_time is None:
        return date
    start = words.time(session.start_time)
    period = words.period(start, words.time(session.end_time)) if session.end_time else start
    return words.say("format.date_and_time", date=date, time=period)


def _state(context: Context) -> str:
    state = context.words.say(f"minutes.state.{context.options.state}")
    return context.words.say("minutes.head.state_value", state=state, version=_version(context))


def _next_steps(context: Context) -> Iterator[Block]:
    steps = context.record.next_steps
    if not steps:
        return
    say = context.words.say
    rows = [_step_row(context, step) for step in steps]
    columns = [
        Column(say("minutes.steps.what"), 7.0),
        Column(say("minutes.steps.who"), 4.2),
        Column(say("minutes.steps.due"), 3.4),
        Column(say("minutes.steps.number"), 1.9, RunRole.NUMBER),
    ]
    yield context.heading(say("minutes.steps.heading"), "steps")
    yield _table(columns, rows, say("minutes.steps.heading"), say("minutes.steps.description"))


def _step_row(context: Context, step: NextStepView) -> tuple[str, ...]:
    due = context.words.date(step.due) if step.due else ""
    number = step.evidence if context.options.evidence else ""
    return (step.text, context.speakers.doer_of(step), due, number)


def _people(context: Context) -> Iterator[Block]:
    listed = sorted(on_attendance_list(context.record, context.options), key=_by_surname)
    if not listed:
        return
    say = context.words.say
    columns = [
        Column(say("minutes.people.name"), 5.2),
        Column(say("minutes.people.organisation"), 6.8),
        Column(say("minutes.people.role"), 4.5),
    ]
    rows = [(person.name, person.organisation, person.role) for person in listed]
    yield context.heading(say("minutes.people.heading"), PEOPLE_ANCHOR)
    yield _table(columns, rows, say("minutes.people.heading"), say("minutes.people.description"))
    others = len(present(context.record)) - len(listed)
    if others:
        yield paragraph(ParagraphRole.NOTE, context.words.count("unlisted", others))


def _by_surname(person: ParticipantView) -> tuple[str, str]:
    name = fold(person.name)
    return (name.split()[-1] if name.split() else "", name)


def _table(
    columns: list[Column], rows: Sequence[tuple[str, ...]], caption: str, description: str
) -> Table:
    """A table without its empty columns; the first takes the room they leave."""
    used = [i for i in range(len(columns)) if i == 0 or any(row[i] for row in rows)]
    rest = TEXT_WIDTH - sum(columns[i].width for i in used[1:])
    first = Column(columns[0].title, round(rest, 2), columns[0].role)
    return Table(
        columns=(first, *(columns[i] for i in used[1:])),
        rows=tuple(tuple(row[i] for i in used) for row in rows),
        caption=caption,
        description=description,
    )


def _signatures(context: Context) -> Iterator[Block]:
    say = context.words.say
    yield context.heading(say("minutes.signatures.heading"), "signatures")
    signers = [
        *_signers(context, context.session.note_takers, "note_takers"),
        *_signers(context, context.session.facilitators, "facilitators"),
    ]
    for first in range(0, len(signers), 2):
        pair = signers[first : first + 2]
        yield paragraph(ParagraphRole.SIGNATURE, "\t\t\t" if len(pair) > 1 else "\t")
        yield paragraph(ParagraphRole.SIGNATURE_NAME, "\t".join(pair))


def _signers(context: Context, names: Iterable[str], office: str) -> list[str]:
    """Name and office; the office alone where there is no name to print."""
    office = context.words.say(f"minutes.head.{office}")
    printed = [context.office((name,)) for name in names]
    if context.session.confidential or not printed:
        return [office]
    say = context.words.say
    return [
        say("minutes.signatures.signed", name=name.split(",")[0], office=office) for name in printed
    ]


def without_statements(context: Context) -> bool:
    """Whether there is nothing to write minutes of."""
    return not any(item.statement_count or item.summary.strip() for item in context.record.items)

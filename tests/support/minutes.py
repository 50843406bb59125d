"""Sessions at the edges, and writing one in a line: for tests of the documents."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from app.domain.in_the_room import HandCountView, ParkedTopicView
from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.sessions import SessionView
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, StatementKind
from app.export.blocks import Block, Paragraph
from app.export.minutes import compose, write_minutes
from app.texts import Texts
from tests.support.evening import ITEM, SERIES, SESSION, START, evening, options, participants, uid

GERMAN = Texts("de")
ENGLISH = Texts("en")
LONG_NAME = (
    "Arbeitsgemeinschaft der Kirchengemeinden, Wohlfahrtsverbände und Nachbarschaftsinitiativen im "
    "erweiterten Einzugsbereich der ehemaligen Industrieflächen gemeinnützige GmbH & Co. KG"
)


def written(
    record: MinutesRecord, chosen: MinutesOptions, path: Path, texts: Texts = GERMAN
) -> Path:
    """The path of a freshly written file."""
    write_minutes(record, chosen, texts, path)
    return path


def blocks(
    record: MinutesRecord, chosen: MinutesOptions, texts: Texts = GERMAN
) -> tuple[Block, ...]:
    """All blocks of a document."""
    return tuple(compose(record, chosen, texts).blocks)


def lines(record: MinutesRecord, chosen: MinutesOptions, texts: Texts = GERMAN) -> list[str]:
    """The text of each paragraph, unbreakable spaces as spaces."""
    found = (b.text for b in blocks(record, chosen, texts) if isinstance(b, Paragraph))
    return [text.replace("\u00a0", " ") for text in found]


def question(number: int = 1, text: str = "Was war der Anlass?") -> PlanItemView:
    """A question without anything."""
    return replace(ITEM, uid=uid(f"question {number}"), number=number, text=text)


def statement(number: int, text: str, item: PlanItemView | None = None) -> StatementView:
    """A plain statement with a number."""
    return StatementView(
        uid=uid(f"statement {number}"),
        plan_item_uid=(item or question()).uid,
        participant_uid=None,
        source="",
        text=text,
        kind=StatementKind.OBSTACLE,
        recorded_at=START + dt.timedelta(seconds=number),
        evidence=f"STU-1-{number}",
    )


def session_of(
    statements: Iterable[StatementView],
    *,
    items: Iterable[PlanItemView] | None = None,
    people: Iterable[ParticipantView] = (),
    session: SessionView = SESSION,
) -> MinutesRecord:
    """A record with one question unless told otherwise."""
    return MinutesRecord.held(
        session=session,
        series=SERIES,
        items=[question()] if items is None else items,
        statements=statements,
        participants=people,
    )


def plenary(count: int = 1536) -> MinutesRecord:
    """As many statements as a day of parliament, with line breaks, over eight questions."""
    items = [
        question(n, f"Tagesordnungspunkt {n}: " + "Beratung des Antrags " * n) for n in range(1, 9)
    ]
    people = participants()
    said = (
        replace(
            statement(i, f"Beitrag {i}.\nMit einer zweiten Zeile. " * (1 + i % 4), items[i % 8]),
            participant_uid=people[i % len(people)].uid,
            verbatim=i % 11 == 0,
        )
        for i in range(count)
    )
    return session_of(said, items=items, people=people)


def in_the_room(record: MinutesRecord) -> MinutesRecord:
    """The same with hands counted, topics put off and an answer to the first result."""
    first, second = record.questions[:2]
    hands = [
        HandCountView(uid(f"hands {n}"), item.uid, wording, 12, n, 2, START)
        for n, (item, wording) in enumerate(
            ((first, "Wer ist dafür?"), (first, "Und wer\njetzt?"), (second, "Wer ist dabei?"))
        )
    ]
    topics = [
        ParkedTopicView(uid("topic 1"), second.uid, "Wer haftet\nfür die Räume?"),
        ParkedTopicView(uid("topic 2"), record.items[0].uid, "Kinderbetreuung", settled=True),
        ParkedTopicView(uid("topic 3"), None, "Ohne Frage"),
    ]
    return replace(record, hand_counts=tuple(hands), parked_topics=tuple(topics))


def edges() -> dict[str, MinutesRecord]:
    """Sessions that a careless writer stumbles over."""
    usual = evening()
    long_people = [replace(person, organisation=LONG_NAME) for person in participants()]
    no_times = [replace(item, started_at=None, ended_at=None) for item in usual.items]
    bare = replace(
        SESSION, place="", host="", facilitators=(), note_takers=(), distribution="",
        start_time=None, end_time=None, source="Quelle & <Co.>", licence="CC BY 4.0",
    )  # fmt: skip
    some = [statement(1, "eins\nzwei\n\nvier"), statement(2, "x" * 3000)]
    days = [replace(s, recorded_at=START + dt.timedelta(days=3 * i)) for i, s in enumerate(some)]
    return {
        "empty": session_of([], items=[replace(item, summary="") for item in usual.items]),
        "no plan": session_of([], items=[]),
        "nobody": replace(usual, participants=()),
        "long names": replace(usual, participants=tuple(long_people)),
        "no times": replace(usual, items=tuple(no_times)),
        "nothing in the head": session_of(some, session=bare),
        "several days": session_of(days),
        "long question": session_of(some, items=[question(1, "Warum " + "denn nur " * 44 + "?")]),
        "evil texts": session_of(
            [statement(i, text) for i, text in enumerate(["]]>", "<b>&amp;", "\x0b\0", "\ufffe"])]
        ),
        "confidential": replace(usual, session=replace(SESSION, confidential=True)),
        "in the room": in_the_room(usual),
        "unnumbered": evening(numbered=False),
    }


KINDS = tuple(options(kind) for kind in MinutesKind)
"""Both kinds as the program proposes them."""

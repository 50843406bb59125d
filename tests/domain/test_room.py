"""What the room may see: nothing else can stand in the value that is shown."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.minutes_names import NameWords
from app.domain.people import ParticipantView
from app.domain.room import (
    STATEMENTS,
    WAITING,
    Coming,
    RoomNames,
    RoomScene,
    RoomSource,
    RoomView,
    RoomWishes,
    room_view,
)
from app.domain.sessions import SessionView
from app.domain.speakers import Proposal, SpeakingRequestView
from app.domain.statements import StatementDetails, StatementView
from app.domain.tables import Table
from app.domain.vocabulary import (
    NamingLevel,
    OrganisationKind,
    PlanItemKind,
    RequestKind,
    SessionState,
    SpeakingReason,
)
from tests.domain.builders import plan_item
from tests.support.evening import SESSION, participants
from tests.support.minutes import statement

NOW = dt.datetime(2026, 11, 28, 17, 0, tzinfo=dt.UTC)
WORDS = NameWords(
    kind=lambda kind: f"jemand aus: {kind}",
    person="jemand",
    organisation="eine Stelle",
    place="hier",
)
EVERYTHING = RoomWishes(prompt=True, speakers=True, statements=True)
NAMES = ("Xaverine Quarzborn", "Zyprian Wolkenhag", "Ödön Frühlichter")
ITEM = replace(plan_item("4", started=NOW), number=4, title="Kooperationen", text="Wer mit wem?")
FORMS = (
    "{name} sagt das.",
    "{last}s Vorschlag gilt.",
    "Frau {last} sieht es anders",
    "mit Herrn Dr. {last}",
    "nach {initial}. {last} reicht es",
)


def person(number: int, naming: NamingLevel | None = None, **changes: object) -> ParticipantView:
    made = replace(
        participants()[1],
        uid=f"p{number}",
        name=NAMES[number],
        organisation=f"Verein Heimstatt {'ABC'[number]}",
        role="Ehrenamt",
        organisation_kind=OrganisationKind.ASSOCIATION,
        naming=naming,
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def session(naming: NamingLevel = NamingLevel.ORGANISATION, **changes: object) -> SessionView:
    made = replace(SESSION, naming=naming, state=SessionState.RUNNING)
    return replace(made, **changes)  # type: ignore[arg-type]


def names(of: SessionView, *people: ParticipantView) -> RoomNames:
    return RoomNames(of, people, WORDS)


def request(participant_uid: str) -> SpeakingRequestView:
    return SpeakingRequestView(
        f"r {participant_uid}", participant_uid, "NAME", "ORGANISATION", RequestKind.CONTRIBUTION, 1
    )


def waiting(*uids: str) -> tuple[Proposal, ...]:
    return tuple(Proposal(request(uid), SpeakingReason.FIRST_COME, {"group": "G"}) for uid in uids)


def texts_in(value: object) -> Iterator[str]:
    """Every text anywhere in a value."""
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for part in fields(value):
            yield from texts_in(getattr(value, part.name))
    elif isinstance(value, Sequence):
        for part in value:
            yield from texts_in(part)


def stands_in(view: RoomView, secrets: Sequence[str]) -> list[str]:
    """Which of the secrets can be read."""
    said = " | ".join(texts_in(view)).casefold()
    return [secret for secret in secrets if secret.casefold() in said]


# -- never on the wall ------------------------------------------------------------------------

HIDDEN = {
    "notes": "Notiz-Moderation",
    "summary": "Zusammenfassung-intern",
    "memo": "Memo-intern",
    "reason": "Begründung-intern",
    "table": "Tisch-Zwölf",
    "source": "Quelle-Tisch",
    "unclear": "XQ-unklar",
    "information": "Hinweis-Datenschutz",
    "contact": "quarzborn@example.org",
    "prompt": "Nachfrage-ungewollt",
}


def full_source() -> RoomSource:
    """A session with everything in it that is not for the room."""
    item = replace(
        ITEM,
        notes=HIDDEN["notes"],
        summary=HIDDEN["summary"],
        prompts=(HIDDEN["prompt"],),
        tables=(Table(HIDDEN["table"]),),
    )
    said = replace(
        statement(1, "Ein Beitrag", item),
        memo=HIDDEN["memo"],
        details=StatementDetails(reason=HIDDEN["reason"]),
        source=HIDDEN["source"],
        person_unclear=HIDDEN["unclear"],
        participant_uid="p0",
    )
    return RoomSource(
        session=session(information=HIDDEN["information"]),
        running=(item,),
        question_count=8,
        statements=(said,),
        coming=Coming(replace(item, number=5), NOW),
    )


def test_notes_memos_and_persons_are_not_in_what_is_shown() -> None:
    source = full_source()
    view = room_view(source, EVERYTHING, names(source.session, person(0)))
    assert view.statements == ("Ein Beitrag",)
    secrets = [*HIDDEN.values(), *NAMES, "Heimstatt"]
    assert stands_in(view, secrets) == []


def test_a_note_that_got_in_would_be_found() -> None:
    source = full_source()
    leaking = replace(source, prompt=HIDDEN["notes"])
    view = room_view(leaking, EVERYTHING, names(source.session, person(0)))
    assert stands_in(view, list(HIDDEN.values())) == [HIDDEN["notes"]]


def test_nothing_has_to_be_thought_of_question_and_clock_are_shown() -> None:
    source = replace(full_source(), prompt="Und wer noch?", speaking="p0", waiting=waiting("p0"))
    view = room_view(source, RoomWishes(), names(source.session, person(0)))
    assert (view.heading, view.numbers, view.clock) == ("Wer mit wem?", (4,), True)
    assert (view.prompt, view.statements, view.speaking, view.waiting) == ("", (), "", ())


def test_off_the_record_no_statement_stays_on_the_wall() -> None:
    source = full_source()
    people = names(source.session, person(0))
    assert room_view(source, EVERYTHING, people).statements
    assert room_view(replace(source, off_record=True), EVERYTHING, people).statements == ()


@pytest.mark.parametrize(
    ("naming", "said"),
    [
        (NamingLevel.NAME, "Xaverine Quarzborn"),
        (NamingLevel.ROLE, "Ehrenamt, Verein Heimstatt A"),
        (NamingLevel.ORGANISATION, "Verein Heimstatt A"),
        (NamingLevel.ORGANISATION_KIND, "jemand aus: association"),
        (NamingLevel.ANONYMOUS, "jemand"),
    ],
)
def test_speakers_are_named_as_agreed(naming: NamingLevel, said: str) -> None:
    source = replace(full_source(), speaking="p0", waiting=waiting("p0", "p1"))
    people = names(source.session, person(0, naming), person(1, NamingLevel.ANONYMOUS))
    view = room_view(source, EVERYTHING, people)
    assert (view.speaking, view.waiting) == (said, (said, "jemand"))


def test_a_confidential_session_names_nobody_and_no_organisation() -> None:
    source = full_source()
    secret = session(NamingLevel.NAME, confidential=True, title="Gespräch im Verein Heimstatt A")
    said = statement(1, "Im Verein Heimstatt A sagt Xaverine Quarzborn das", ITEM)
    source = replace(source, session=secret, speaking="p0", statements=(said,))
    view = room_view(source, EVERYTHING, names(secret, person(0, NamingLevel.NAME)))
    assert stands_in(view, ["Quarzborn", "Heimstatt"]) == []
    assert view.speaking == "jemand"
    open_session = replace(secret, confidential=False)
    source = replace(source, session=open_session)
    view = room_view(source, EVERYTHING, names(open_session, person(0, NamingLevel.NAME)))
    assert stands_in(view, ["Quarzborn", "Heimstatt"]) == ["Quarzborn", "Heimstatt"]


@st.composite
def named_texts(draw: st.DrawFn) -> tuple[str, int]:
    number = draw(st.integers(0, len(NAMES) - 1))
    first, last = NAMES[number].split()
    form = draw(st.sampled_from(FORMS))
    return form.format(name=NAMES[number], last=last, initial=first[0]), number


@given(
    texts=st.lists(named_texts(), min_size=3, max_size=3),
    chosen=st.lists(st.none() | st.sampled_from(NamingLevel), min_size=3, max_size=3),
    default=st.sampled_from(NamingLevel),
    own=st.none() | st.sampled_from(NamingLevel),
    confidential=st.booleans(),
)
def test_names_in_running_text_stand_there_only_as_agreed(
    texts: list[tuple[str, int]],
    chosen: list[NamingLevel | None],
    default: NamingLevel,
    own: NamingLevel | None,
    confidential: bool,
) -> None:
    people = [person(number, naming) for number, naming in enumerate(chosen)]
    of = session(default, confidential=confidential)
    said = [replace(statement(n, text, ITEM), naming=own) for n, (text, _) in enumerate(texts)]
    latest = texts[-STATEMENTS:]
    source = RoomSource(session=of, running=(ITEM,), statements=said)
    view = room_view(source, EVERYTHING, names(of, *people))
    for shown, (text, number) in zip(view.statements, latest, strict=True):
        levels = [chosen[number] or default, own or NamingLevel.NAME]
        may = not confidential and set(levels) == {NamingLevel.NAME}
        assert (NAMES[number].split()[1] in shown) is may, text
        assert (shown == text) is may


def test_typed_headings_and_presenters_obey_too() -> None:
    of = session()
    people = names(of, person(0, NamingLevel.ANONYMOUS), person(1, NamingLevel.NAME))
    impulse = replace(
        ITEM,
        kind=PlanItemKind.PRESENTATION,
        number=None,
        text="",
        title="Impuls von Xaverine Quarzborn",
        speaker="Xaverine Quarzborn",
        organisation="Verein Heimstatt A",
    )
    other = replace(impulse, speaker="Zyprian Wolkenhag", organisation="Verein Heimstatt B")
    view = room_view(RoomSource(session=of, running=(impulse,)), RoomWishes(), people)
    assert stands_in(view, ["Quarzborn", "Heimstatt"]) == []
    view = room_view(RoomSource(session=of, running=(other,)), RoomWishes(), people)
    assert view.presenter == "Zyprian Wolkenhag (Verein Heimstatt B)"


# -- what is shown when -----------------------------------------------------------------------


def scene(source: RoomSource, wishes: RoomWishes = RoomWishes()) -> RoomScene:  # noqa: B008
    return room_view(source, wishes, names(source.session)).scene


def test_the_scenes() -> None:
    source = full_source()
    rest = replace(source, running=(replace(ITEM, kind=PlanItemKind.BREAK, number=None),))
    message = RoomWishes(message="Bitte Platz nehmen")
    assert scene(source) is RoomScene.ITEM
    assert scene(rest) is RoomScene.BREAK
    assert scene(replace(source, running=())) is RoomScene.TITLE
    assert scene(rest, message) is RoomScene.MESSAGE
    assert scene(source, replace(message, black=True)) is RoomScene.BLACK


def test_black_holds_nothing_at_all() -> None:
    source = full_source()
    black = room_view(source, replace(EVERYTHING, black=True), names(source.session))
    assert black == RoomView(RoomScene.BLACK)


def test_the_begin_is_told_only_while_it_lies_ahead() -> None:
    planned = RoomSource(session=session(state=SessionState.PLANNED))
    assert room_view(planned, RoomWishes(), names(planned.session)).begins == dt.time(17, 0)
    over = RoomSource(session=session(state=SessionState.REVIEW))
    assert room_view(over, RoomWishes(), names(over.session)).begins is None


def test_a_break_tells_when_it_is_over_and_nothing_of_the_talk() -> None:
    pause = replace(ITEM, kind=PlanItemKind.BREAK, number=None, text="", title="Pause")
    source = replace(
        full_source(), running=(pause,), ends=NOW, prompt="?", speaking="p0", waiting=waiting("p0")
    )
    view = room_view(source, EVERYTHING, names(source.session, person(0)))
    assert (view.heading, view.ends, view.clock) == ("Pause", NOW, True)
    assert (view.statements, view.speaking, view.waiting, view.prompt) == ((), "", (), "")


def test_questions_that_run_together_all_stand_there() -> None:
    other = replace(ITEM, uid="5", number=5, text="Wer macht mit?")
    source = RoomSource(session=session(), running=(ITEM, other), question_count=8)
    view = room_view(source, RoomWishes(), names(source.session))
    assert (view.heading, view.numbers) == ("Wer mit wem?\nWer macht mit?", (4, 5))


def test_only_the_latest_statements_and_the_next_in_line_are_shown() -> None:
    said: list[StatementView] = [statement(n, f"Beitrag {n}", ITEM) for n in range(5)]
    uids = ["p0", "p1", "p2", "p0", "p1"]
    people = [person(number, NamingLevel.NAME) for number in range(3)]
    source = replace(full_source(), statements=said, waiting=waiting(*uids))
    view = room_view(source, EVERYTHING, names(source.session, *people))
    assert view.statements == ("Beitrag 3", "Beitrag 4")
    assert len(view.waiting) == WAITING
    assert view.more_waiting == len(uids) - WAITING

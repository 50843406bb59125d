"""The minutes, and what is stored, beside what the script comes to."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

from app.bootstrap import Services
from app.domain.vocabulary import NamingLevel, Outcome
from tests.evening import actions as act
from tests.evening.actions import clock_time
from tests.evening.driver import ZONE
from tests.evening.expected import RECOMMENDING, Expected, Item, Said, hidden
from tests.evening.printed import Line, Minutes
from tests.evening.script import INVITED

_OUTCOMES = {
    Outcome.CONFIRMED: "bestätigt",
    Outcome.CHANGED: "geändert",
    Outcome.DISPUTED: "strittig",
}
_WORDS_OF_THE_LIST = ("Redeliste", "Wortmeldung", "Redezeit", "Redeanteil")


def check_stored(services: Services, session_uid: str, expected: Expected) -> None:
    """Every statement with person, marks and moment, under its item, which has its times."""
    names = {p.uid: p.name for p in services.views.participants(session_uid)}
    for item in services.views.plan_items(session_uid):
        wanted = expected.items[item.title]
        stored = [
            Said(
                text=each.text,
                name=names.get(each.participant_uid or "", ""),
                by=each.source,
                at=_seconds(each.recorded_at),
                result=each.is_result,
                quote=each.verbatim,
                assent=each.assent,
                dissent=each.dissent,
                outcome=each.outcome,
            )
            for each in services.views.statements(session_uid, item.uid)
        ]
        assert stored == [_as_stored(each) for each in wanted.said]
        times = [_seconds(item.started_at), _seconds(item.ended_at)]
        assert times == [wanted.began, wanted.ended], item.title


def check_course(minutes: Minutes, expected: Expected, headings: Mapping[str, str]) -> None:
    """The Verlaufsprotokoll: each item that has statements, each statement once, in its order."""
    for title, item in expected.items.items():
        section = minutes.sections.get(headings[title])
        assert (section is not None) == bool(item.said), title
        if section is not None:
            assert section.statements == [_line(each) for each in item.said], title
            assert section.info == _info(item)
            passages = [(_clock(begin), _clock(end)) for begin, end in item.passages]
            assert section.passages == passages
            assert section.hands == [(_clock(at), _counted(hands)) for at, hands in item.hands]
    printed = sum(len(section.statements) for section in minutes.sections.values())
    assert printed == sum(len(item.said) for item in expected.items.values())


def check_people(minutes: Minutes, expected: Expected) -> None:
    """Who was there and when; nobody is named who did not choose it; nothing of the speakers."""
    listed = sorted(guest.name for guest in expected.present if guest.listed)
    assert minutes.head["Anwesend"].startswith(f"{len(expected.present)} Teilnehmende")
    assert minutes.head["Entschuldigt"] == f"{len(expected.excused)} Person"
    assert minutes.head["Später gekommen"] == _times(expected.came_later)
    assert minutes.head["Früher gegangen"] == _times(expected.left_earlier)
    assert sorted(row[0] for row in minutes.sections["Teilnehmende"].rows) == listed
    check_silence(minutes, expected)


def check_silence(minutes: Minutes, expected: Expected) -> None:
    """What must not stand in any kind of minutes."""
    for silent in (*hidden(INVITED, expected.steps), *_WORDS_OF_THE_LIST):
        assert silent not in minutes.text


def check_times(minutes: Minutes, expected: Expected, planned: Mapping[str, int]) -> None:
    """Planned and actual minutes of every item."""
    rows = [
        (title, str(planned[title]), str(round(item.held / 60)))
        for title, item in expected.items.items()
    ]
    assert minutes.sections["Zeiten"].rows == rows


def check_steps(minutes: Minutes, expected: Expected) -> None:
    """Next steps with their dates, and who does them unless that is somebody anonymous."""
    rows = [row[:3] for row in minutes.sections["Nächste Schritte"].rows]
    assert rows == [(step.text, _doer(step), _long_date(step.due)) for step in expected.steps]


def check_parked(minutes: Minutes, expected: Expected, numbers: Mapping[str, int | None]) -> None:
    """Topics that were put off, each with its question."""
    points = minutes.sections["Zurückgestellte Themen"].points
    assert points == [f"{text} (Leitfrage {numbers[item]})" for text, item in expected.parked]


def check_results(sheet: Minutes, expected: Expected) -> None:
    """The Ergebnisblatt: every result under its item, beside them only recommendations."""
    starred, others = set(), set()
    for title, item in expected.items.items():
        starred |= {(title, said.text) for said in item.said if said.result}
        others |= {(title, said.text) for said in item.said if title == RECOMMENDING}
    assert starred <= set(sheet.results) <= starred | others
    for _, hands in (counted for item in expected.items.values() for counted in item.hands):
        assert f"Stimmungsbild: {hands.wording} – {hands.agree}·dafür" in sheet.text


def _as_stored(said: Said) -> Said:
    """A person stands for herself; only a table is a source."""
    return replace(said, by="" if said.name else said.by)


def _line(said: Said) -> Line:
    counts = ((said.assent, "dafür"), (said.dissent, "dagegen"))
    counted = ", ".join(f"{count} {word}" for count, word in counts if count)
    outcome = _OUTCOMES[said.outcome] if said.outcome else ""
    answers = tuple(filter(None, (counted, outcome)))
    return Line(said.text, said.by, _clock(said.at), said.quote, answers)


def _counted(hands: act.Hands) -> str:
    counts = f"{hands.agree} dafür, {hands.disagree} dagegen, {hands.undecided} offen"
    return f"„{hands.wording}“ – {counts}"


def _info(item: Item) -> str:
    count = len(item.said)
    times = f"{_clock(item.began)} Uhr bis {_clock(item.ended)} Uhr"
    return f"{times} {count} {'Beitrag' if count == 1 else 'Beiträge'}"


def _times(times: Mapping[str, int]) -> str:
    """Those who chose the list by name; of the others only how many there are (one here)."""
    named = [f"{name} ({_clock(at)} Uhr)" for name, at in times.items() if name]
    return ", ".join([*named, *(["1 weitere Person"] if "" in times else [])])


def _doer(step: act.Step) -> str:
    return "" if step.who.naming is NamingLevel.ANONYMOUS else step.who.name


def _long_date(text: str) -> str:
    day, month, year = text.split(".")
    return f"{day}. {('', 'Januar', 'Februar', 'März', 'April')[int(month)]} {year}"


def _clock(seconds: int) -> str:
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}"


def _seconds(moment: dt.datetime | None) -> int:
    """Since midnight, on the clock of the session."""
    assert moment is not None
    return clock_time(f"{moment.astimezone(ZONE):%H:%M:%S}")

"""Who was there, as the head of the minutes says it."""

import datetime as dt
from dataclasses import replace

from app.domain.minutes import MinutesRecord, on_attendance_list
from app.domain.minutes_names import protected_names
from app.domain.presence import Attendance, Consent
from app.domain.vocabulary import ConsentPurpose, MinutesKind, NamingLevel, Presence
from tests.support.evening import SESSION, START, evening, options, participants
from tests.support.minutes import lines

SUMMARY = options(MinutesKind.SUMMARY)
LATER = START + dt.timedelta(hours=1)
LABELS = ("Anwesend", "Gäste", "Entschuldigt", "Später gekommen", "Früher gegangen")


def _record(**change: object) -> MinutesRecord:
    """Twelve people: eight present, one of them a guest, two late, one gone; two excused."""
    here = Attendance(Presence.PRESENT)
    attendances = [
        here,
        replace(here, is_guest=True),
        replace(here, arrived_at=LATER),
        replace(here, arrived_at=LATER),
        replace(here, left_at=LATER),
        *[here] * 3,
        Attendance(Presence.EXCUSED),
        Attendance(Presence.EXCUSED),
        Attendance(),
        Attendance(),
    ]
    listed = [True, True, True, None, True, True, False, True, True, None, True, None]
    people = tuple(
        replace(person, name=f"Person Nr{number}", attendance=attendance, on_attendance_list=on)
        for number, (person, attendance, on) in enumerate(
            zip(participants(), attendances, listed, strict=True)
        )
    )
    return replace(evening(), participants=people, **change)  # type: ignore[arg-type]


def _head(record: MinutesRecord, *, attendance_list: bool = True) -> dict[str, str]:
    found = lines(record, replace(SUMMARY, attendance_list=attendance_list))
    rows = (line.split("\t") for line in found if line.count("\t") == 1)
    return {label: value for label, value in rows if label in LABELS}


def test_the_head_names_those_on_the_list_and_counts_the_others() -> None:
    clock = "18:00 Uhr"
    assert _head(_record()) == {
        "Anwesend": "8 Teilnehmende (Liste auf Seite people)",
        "Gäste": "Person Nr1",
        "Entschuldigt": "Person Nr8, 1 weitere Person",
        "Später gekommen": f"Person Nr2 ({clock}), 1 weitere Person",
        "Früher gegangen": f"Person Nr4 ({clock})",
    }


def test_the_list_has_only_those_who_were_there() -> None:
    names = [person.name for person in on_attendance_list(_record(), SUMMARY)]
    assert names == [f"Person Nr{number}" for number in (0, 1, 2, 4, 5, 7)]


def test_without_the_list_there_are_only_counts() -> None:
    assert _head(_record(), attendance_list=False) == {
        "Anwesend": "8 Teilnehmende",
        "Gäste": "1 Person",
        "Entschuldigt": "2 Personen",
        "Später gekommen": "2 Personen",
        "Früher gegangen": "1 Person",
    }


def test_a_confidential_session_counts_heads_only() -> None:
    record = _record(session=replace(SESSION, confidential=True))
    assert _head(record) == {"Anwesend": "8 Teilnehmende, ohne Namen"}


def test_who_came_later_is_protected_until_asked() -> None:
    named = replace(SESSION, naming=NamingLevel.NAME)
    late = Attendance(Presence.PRESENT, arrived_at=LATER)
    asked = replace(late, consents={ConsentPurpose.NAMING: Consent(given=True, at=LATER)})
    found = []
    for attendance in (late, asked):
        people = [replace(p, naming=None, attendance=attendance) for p in participants()]
        record = replace(evening(), session=named, participants=tuple(people))
        found.append(len(protected_names(record, SUMMARY)))
    assert found == [len(participants()), 0]


def test_without_a_check_in_everybody_but_the_excused_was_there() -> None:
    people = [replace(p, attendance=Attendance()) for p in participants()]
    people[0] = replace(people[0], attendance=Attendance(Presence.EXCUSED))
    head = _head(replace(evening(), participants=tuple(people)))
    assert head["Anwesend"].startswith("11 Teilnehmende")

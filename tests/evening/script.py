"""The evening as it happens: three hours, twenty people, minute by minute. Everything is invented.

The facilitator falls twelve minutes behind, catches up, and ends on time. What was said is read
from here by the driver, which types it, and by ``expected``, which says what has to be printed.
"""

import random
from collections.abc import Iterator, Sequence
from itertools import cycle, islice

from app.domain.vocabulary import NamingLevel, Outcome
from tests.evening.actions import (
    Action,
    Agree,
    Answer,
    Ask,
    Begin,
    CatchUp,
    CheckIn,
    Crash,
    Event,
    Finish,
    Floor,
    GoBack,
    GoOn,
    Guest,
    Hands,
    Nod,
    OffRecord,
    OnRecord,
    Park,
    Press,
    Projector,
    ReadBack,
    Remove,
    Say,
    Sees,
    SetClock,
    Step,
    TableReports,
    Unnamed,
    Wall,
    clock_time,
)
from tests.support.german import German

PLACE = "Gemeindehaus St. Lukas, Lindenstraße 14"
TABLES = ("Tisch 1, 10", "Tisch 2, 10")

_NAME, _ANONYMOUS = NamingLevel.NAME, NamingLevel.ANONYMOUS
KW = Guest("Karin Weiß", "Kirchengemeinde St. Lukas", _NAME, listed=True)
MO = Guest("Mehmet Öztürk", "Nachbarschaftshilfe e. V.")
SB = Guest("Selin Baran", "Mehrgenerationenhaus Alte Mühle", listed=True)
HV = Guest("Henrik Voss", "Stadt Ebersfurt")
PM = Guest("Petra Mendel", "Pflegedienst Morgenrot", _ANONYMOUS)
TF = Guest("Thea Fröse", "Kirchengemeinde St. Lukas")
RL = Guest("Rolf Lindau", "Turnverein Ebersfurt")
GN = Guest("Gesa Niemann", "Grundschule am Anger")
FY = Guest("Farid Yusufi", "Nachbarschaftsverein Stuberwiesen", _NAME)
WD = Guest("Wiebke Dorn", "Diakonisches Werk Ebersfurt")
BH = Guest("Bernd Hollmann")
LA = Guest("Leonie Aschauer", "Seniorenrat Stuberwiesen")
AK = Guest("Arno Kellermann", "Wohnungsgenossenschaft Gute Aussicht")
JP = Guest("Jasmin Petri", "Stadtbibliothek Ebersfurt")
CZ = Guest("Clara Zeidler", "Freiwilligenagentur Ebersfurt")
DT = Guest("Dirk Thoma", "Tafel Ebersfurt")
OS = Guest("Olga Stern", "Landkreis Ebersfurt", listed=True)
IR = Guest("Ines Reuter", "Stiftung Gemeinwesen")
NV = Guest("Nils Vogt", "Jugendtreff Anger", listed=True)
VK = Guest("Viola Kranz", "Volkshochschule Ebersfurt")
NQ = Guest("Nora Quandt", "Mieterbeirat Anger")

AT_THE_DOOR = (KW, MO, SB, HV, PM, TF, RL, GN, FY, WD, BH, LA, AK, JP, CZ, DT, OS)
INVITED = (*AT_THE_DOOR, IR, NV, VK)
"""Viola Kranz is excused, Nils Vogt comes late; Nora Quandt was not invited."""

SAYS_LITTLE = "Ich will nicht wissen, wer zuständig ist. Ich will wissen, wer kommt."
CUT_OFF = "Der Besuchsdienst und die"
ON_REQUEST = (
    "Zwölfjährige schlafen heimlich im Gemeindebüro.",
    "Der Kassenwart zahlt es aus eigener Tasche.",
    "Darüber spricht im Vorstand sonst keiner",
)
"""Said or half said, and taken out again: it stands nowhere."""
_FIRST_QUESTION = "Warum ist die Quartiers- und Sozialraumperspektive relevant für Sie?"
_YES = Answer(Outcome.CONFIRMED)
_CHANGED = Answer(Outcome.CHANGED, "Die Aula steht donnerstags abends offen.")
_AGAINST = Answer(Outcome.DISPUTED, "Ohne Ende fördern hilft auch niemandem.", to="Leitfrage 6")

_TURNS = cycle((KW, MO, SB, HV, PM, TF, RL, GN, FY, WD, BH, LA, AK, JP, CZ, DT, IR))
_GERMAN = German(random.Random(20))
_AHEAD = 2
"""So many wait while somebody speaks."""
_LONG = 48


def _arriving() -> Iterator[Event]:
    yield _at("16:45", CheckIn(here=AT_THE_DOOR, excused=(VK,)))
    yield _at("17:00", Begin())
    yield _at("17:04", CheckIn(here=(IR,)))  # still on time
    yield _at("17:10", GoOn("Vorstellungsrunde"))
    yield _at("17:12", Say("Wohnt seit 1987 in der Lindenstraße und ist zum ersten Mal dabei.", BH))
    yield _at("17:25", GoOn("Impulse"))
    yield _at("17:26", Sees(face="19:00", word="noch", status="Im Plan"))
    yield _at("17:27", Say("Seit 2022 kochen zwölf Ehrenamtliche zweimal in der Woche.", KW))
    yield _at("17:31", Say("Viele finden hier zum ersten Mal ins Quartiersbüro.", KW, quote=True))
    yield _at("17:36", CheckIn(here=(NV,), walk_ins=(NQ,)))
    yield _at("17:41", Say("Zwei Wohnungen im Erdgeschoss bleiben für alle offen.", AK))


def _first_half() -> Iterator[Event]:
    """The first question takes twelve minutes more than it has, the others pay for it."""
    yield _at("17:45", GoOn("Relevanz des Quartiers"))
    yield _at("17:45:10", Press("F5"))
    yield _at("17:45:15", Wall())  # the laptop is the only screen
    yield _at("17:45:18", Projector(plugged=True))
    yield _at("17:45:19", Wall(_FIRST_QUESTION))
    yield from _talk("17:45:20", "17:58", 20)
    yield _at("17:58", Press("Alt+P"))
    yield _at("18:00", Sees(face="02:00", word="angehalten"))
    yield _at("18:01", Press("Alt+P"))
    yield _at("18:02", Press("Alt+M"))
    yield _at("18:02:10", Say("Begegnung ohne Anlass und ohne Anmeldung.", SB, result=True))
    yield _at("18:02:40", Nod())
    yield _at("18:02:45", Agree())
    yield _at("18:02:50", Agree(against=True))
    yield from _talk("18:03", "18:11", 8)
    yield _at("18:11:30", Say(SAYS_LITTLE, LA, quote=True, assent=1))
    yield _at("18:11:50", Sees(word="darüber"))
    yield _at("18:12", GoOn("Anlass"))
    yield _at(
        "18:12:30",
        CatchUp("1", "Pause 10, alle etwas kürzer – Ende 20:00, Leitfrage 8 behält 20 min"),
    )
    yield _at("18:12:40", Sees(status="Im Plan"))
    yield from _talk("18:12:50", "18:20", 14)
    yield _at("18:20:10", SetClock(7))
    yield _at("18:20:20", Say("Der Stadtteilladen schloss, und achtzig Menschen kamen.", FY))
    yield _at("18:20:30", GoOn("Was ist neu?"))
    yield from _talk("18:20:40", "18:27", 12)
    yield _at("18:27:05", Park("Parkplätze am Markt"))
    yield _at("18:27:10", SetClock(-7))
    yield _at("18:27:20", Say("Die Aula steht abends offen.", GN, result=True))


def _tables_report() -> Iterator[Event]:
    yield _at("18:28", GoOn("Kooperationen"))
    yield from _talk("18:28:20", "18:33", 8)
    yield _at("18:34", TableReports("Tisch 1"))
    for number, text in enumerate(_texts(3)):
        yield _at(f"18:35:{number}0", Say(text, source="Tisch 1"))
    yield _at("18:36", TableReports("Tisch 2"))
    yield _at("18:36:10", Say("Kita + Grundschule: gemeinsame Elternlotsin", source="Tisch 2"))
    yield _at("18:36:30", Say("Das gilt für die ganze Stadt.", HV))  # a person goes before
    yield _at("18:37", TableReports(""))
    yield _at("18:37:30", Step("Muster für eine Vereinbarung verschicken", WD, "15.3.2031"))
    yield _at("18:39", GoOn("Pause"))


def _second_half() -> Iterator[Event]:
    yield _at("18:49", GoOn("Wer macht mit?"))
    yield from _talk("18:49:20", "18:54", 8)
    yield _at("18:54:30", Crash(typing=CUT_OFF, seconds=40))
    yield _at("18:55:15", Press("F5"))
    yield _at("18:55:16", Wall("Wer macht mit?"))
    yield _at("18:55:20", Say(f"{CUT_OFF} Feuerwehr", begun=CUT_OFF))
    yield from _talk("18:55:30", "18:57", 4)
    yield _at("18:57:30", GoOn("Hemmnisse"))
    yield from _talk("18:57:40", "19:02", 8)
    yield _at("19:02:30", Projector(plugged=False))
    yield _at("19:02:35", Wall())
    yield from _talk("19:02:40", "19:08", 8)
    yield _at("19:08:10", Projector(plugged=True))
    yield _at("19:08:15", Wall("Welche Hemmnisse sehen Sie?"))
    yield _at("19:08:30", CheckIn(leave=(OS,)))
    yield _at("19:09", Say("Förderung ist kürzer als Vertrauen braucht.", SB, result=True))
    yield _at("19:09:20", Hands("Soll die Stadt einen Fahrdienst bezahlen?", 14, 3, 2))
    yield _at("19:10", GoOn("Wer fehlt noch?"))
    yield _at("19:10:30", GoBack("Hemmnisse"))
    yield _at("19:11", Say("Der letzte Bus fährt um 19:40 Uhr.", BH))
    yield _at("19:11:30", GoOn("Wer fehlt noch?"))
    yield from _talk("19:12", "19:17", 8)
    yield _at("19:18", GoOn("Empfehlungen"))
    yield from _talk("19:18:20", "19:33", 22)
    yield _at("19:34", Say("Grundförderung von zehn Jahren.", HV, result=True, assent=1))
    yield _at("19:35", Step("Hausarztpraxen ansprechen", PM, "20.4.2031"))


def _ending() -> Iterator[Event]:
    yield _at("19:38", GoOn("Rückspiegelung"))
    yield _at("19:39", ReadBack((_YES, _CHANGED, _AGAINST, *[_YES] * 4)))
    yield _at("19:40", Say("Die Stadt prüft die Öffnung der Aula bereits.", HV))
    yield _at("19:41", Say("Die Turnhalle wäre abends frei.", TF))
    yield _at("19:41:30", Unnamed())
    yield from (_at(f"19:42:{n}0", Say(text, CZ)) for n, text in enumerate(ON_REQUEST[:2]))
    yield _at("19:43", Remove(2))
    yield _at("19:44", OffRecord(typing=ON_REQUEST[2]))
    yield _at("19:48", GoOn("Abschluss"))
    yield _at("19:49", OnRecord())
    yield _at("19:50", Say("Das Protokoll geht an alle."))
    yield _at("19:53", Finish())


def _talk(begin: str, end: str, statements: int) -> Iterator[Event]:
    """Statements one after the other: every second one from the speakers list.

    Of the others some are typed with their person, most without.
    """
    turns = list(islice(_TURNS, statements // 2))
    waiting = iter(turns)
    moments = _between(clock_time(begin), clock_time(end), statements)
    for each in islice(waiting, _AHEAD):
        yield Event(moments[0], Ask(each))
    texts = iter(_texts(statements))
    for number, who in enumerate(turns):
        at = moments[2 * number]
        yield Event(at, Floor(who))
        yield from (Event(at, Ask(each)) for each in islice(waiting, 1))
        yield Event(at, Say(next(texts), who, has_floor=True))
        typed = (None, who, None, None)[number % 4]
        yield Event(moments[2 * number + 1], Say(next(texts), typed))
    yield Event(moments[-1], Floor(None))


def _texts(count: int) -> Sequence[str]:
    return [_GERMAN.text(_LONG) for _ in range(count)]


def _between(begin: int, end: int, count: int) -> list[int]:
    return [begin + (end - begin) * number // count for number in range(count)]


def _at(text: str, do: Action) -> Event:
    return Event(clock_time(text), do)


EVENING: tuple[Event, ...] = (
    *_arriving(),
    *_first_half(),
    *_tables_report(),
    *_second_half(),
    *_ending(),
)

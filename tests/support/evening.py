"""An invented evening as a ``MinutesRecord``: what the documents are proven and looked at with.

Everything in it is made up. It has all naming levels, presentations, quotes, summaries, results,
recommendations with addressees, next steps, and one question without any result.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace
from uuid import NAMESPACE_URL, uuid5

from app.domain.evidence import new_numbers
from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.people import ParticipantView
from app.domain.photos import MediaType, PhotoView
from app.domain.plan import PlanItemView
from app.domain.series import SeriesView
from app.domain.sessions import SessionView
from app.domain.statements import Actor, NextStepView, StatementDetails, StatementView
from app.domain.vocabulary import (
    Addressee,
    MinutesKind,
    NamingLevel,
    OrganisationKind,
    Participation,
    PlanItemKind,
    Reading,
    SessionState,
    StatementKind,
)
from tests.support.pictures_made import coded, picture

CREATED = dt.date(2026, 11, 13)
START = dt.datetime(2026, 11, 12, 16, 0, tzinfo=dt.UTC)
"""17:00 in Berlin."""

K = StatementKind
ADDRESSEES = {
    "Bund": Addressee.FEDERAL,
    "Land": Addressee.STATE,
    "Kommune": Addressee.MUNICIPALITY,
    "Landeskirche": Addressee.REGIONAL_CHURCH,
}


def uid(name: str) -> str:
    """A uid that is the same in every run."""
    return str(uuid5(NAMESPACE_URL, name))


SERIES = SeriesView(
    uid=uid("series"),
    title="Engagement im Quartier",
    purpose="Hinweise aus der Praxis für die Bundes-Engagementstrategie",
    funding="gefördert durch die Stiftung Gemeinwesen Ebersfurt",
    sender="Diakonisches Werk Ebersfurt · Projekt „Engagement im Quartier“",
    planned_sessions=8,
    is_example=False,
    session_count=3,
    held_count=3,
    statement_count=180,
)

SESSION = SessionView(
    uid=uid("session"),
    title="Strategiegespräch Quartier Stuberwiesen",
    date=dt.date(2026, 11, 12),
    start_time=dt.time(17, 0),
    end_time=dt.time(20, 0),
    time_zone="Europe/Berlin",
    place="Gemeindehaus St. Lukas, Lindenstraße 14, Ebersfurt",
    host="Kirchengemeinde St. Lukas",
    occasion="",
    facilitators=("Miriam Solbach, Diakonisches Werk Ebersfurt",),
    note_takers=("Jonas Ferber, Quartiersbüro Stuberwiesen",),
    distribution="Teilnehmende, Entschuldigte, Steuerungskreis der Reihe",
    naming=NamingLevel.ORGANISATION,
    confidential=False,
    state=SessionState.REVIEW,
    code="STU",
    licence="",
    source="",
    guide_key="strategiegespraech-quartier",
    guide_title="Strategiegespräch Quartier",
    series_uid=SERIES.uid,
    series_title=SERIES.title,
    is_example=False,
    number=3,
    series_session_count=3,
)

PEOPLE = {
    # short: name, organisation, kind, role, own naming level, on the attendance list
    "KW": ("Karin Weiß", "Kirchengemeinde St. Lukas", "parish", "Küsterin", "name", True),
    "AK": ("Arno Kellermann", "Wohnungsgenossenschaft „Gute Aussicht“ eG", "housing", "Vorstand",
           None, True),
    "LA": ("Leonie Aschauer", "Seniorenrat Stuberwiesen", "politics", "Vorsitzende", None, True),
    "HV": ("Dr. Henrik Voss", "Stadt Ebersfurt", "municipality", "Sozialplanung", None, True),
    "PM": ("Petra Mendel", "Pflegedienst Morgenrot", "care", "Pflegedienstleitung",
           "organisation_kind", False),
    "TE": ("Thea Ehlers", "Kirchengemeinde St. Lukas", "parish", "Ehrenamt", "role", None),
    "RO": ("Rolf Oberländer", "", None, "", "anonymous", None),
    "SB": ("Selin Baran", "Mehrgenerationenhaus Alte Mühle", "association", "Leitung", None, True),
    "GN": ("Gesa Niemann", "Grundschule am Anger", "school", "Rektorin", None, True),
    "FY": ("Farid Yusufi", "Nachbarschaftsverein Stuberwiesen e. V.", "association", "Ehrenamt",
           "name", True),
    "WD": ("Wiebke Dorn", "Diakonisches Werk Ebersfurt", "diakonie", "Freiwilligenagentur", None,
           True),
    "BH": ("Bernd Hollmann", "", "citizen", "", None, None),
}  # fmt: skip


def participants() -> tuple[ParticipantView, ...]:
    """The twelve people of the evening."""
    return tuple(
        ParticipantView(
            uid=uid(short),
            person_uid=uid(f"person {short}"),
            name=name,
            organisation=organisation,
            organisation_kind=OrganisationKind(kind) if kind else None,
            role=role,
            naming=NamingLevel(naming) if naming else None,
            on_attendance_list=listed,
            statement_count=0,
        )
        for short, (name, organisation, kind, role, naming, listed) in PEOPLE.items()
    )


ITEM = PlanItemView(
    uid="", kind=PlanItemKind.QUESTION, title="", text="", number=None, minutes=10, min_minutes=0,
    protected=False, pinned_start=None, identity="", statement_kind=K.REMARK, kinds_offered=(),
    reading=Reading.NONE, prompts=(), notes="nur für die Moderation", summary="", speaker="",
    organisation="", started_at=None, ended_at=None, statement_count=0, result_count=0,
)  # fmt: skip


@dataclass(frozen=True)
class Said:
    """One statement of the evening in short."""

    who: str
    kind: StatementKind
    text: str
    result: bool = False
    quote: bool = False
    to: str = ""
    reason: str = ""
    level: NamingLevel | None = None
    source: str = ""


R = True
COURSE: tuple[tuple[str, PlanItemKind, int, str, str, str, str, tuple[Said, ...]], ...] = (
    # title, kind, minutes, text, speaker, organisation, summary, statements
    ("Begrüßung", PlanItemKind.OPENING, 10, "", "", "", "", ()),
    ("Vorstellungsrunde", PlanItemKind.INTRODUCTIONS, 14, "", "", "", "", (
        Said("BH", K.REMARK, "Wohnt seit 1987 in der Lindenstraße und ist zum ersten Mal dabei."),
        Said("", K.GOAL, "Tisch 2 möchte über Räume sprechen, nicht über Konzepte.",
             source="Tisch 2"),
    )),
    ("Mittagstisch im Gemeindehaus", PlanItemKind.PRESENTATION, 12, "", "Karin Weiß",
     "Kirchengemeinde St. Lukas", "", (
        Said("KW", K.ACTIVITY, "Seit 2022 kochen dienstags und donnerstags zwölf Ehrenamtliche für "
             "40 bis 55 Gäste. Bezahlt wird, was möglich ist."),
        Said("KW", K.EXPERIENCE, "Der Mittagstisch ist für viele der erste Kontakt zum "
             "Quartiersbüro; im letzten Jahr wurden 31 Personen weitervermittelt."),
        Said("RO", K.QUESTION, "Wie wird mit Gästen umgegangen, die Pflege brauchen, sie aber "
             "ablehnen?"),
    )),
    ("Genossenschaft als Nachbarin", PlanItemKind.PRESENTATION, 10, "", "Arno Kellermann",
     "Wohnungsgenossenschaft „Gute Aussicht“ eG", "", (
        Said("AK", K.ACTIVITY, "Zwei Wohnungen im Erdgeschoss werden als Gemeinschaftsräume "
             "vorgehalten; die Miete wird auf alle Mitglieder umgelegt, 8 Cent je Quadratmeter."),
        Said("AK", K.POTENTIAL, "Weitere drei Häuser könnten bis 2028 folgen."),
    )),
    ("Relevanz des Quartiers", PlanItemKind.QUESTION, 15,
     "Warum ist die Quartiers- und Sozialraumperspektive relevant für Sie?", "", "",
     ("Für die Anwesenden ist das Quartier der Ort, an dem Hilfe, Nachbarschaft und Mitbestimmung "
     "zusammentreffen. Wer vom Sozialraum her denkt, fragt zuerst nach den Menschen und dann nach "
     "der Zuständigkeit."), (
        Said("LA", K.REASON, "Viele Ältere leben allein. Hilfe wird angenommen, wenn sie aus der "
             "Nachbarschaft kommt."),
        Said("PM", K.REASON, "Ambulante Pflege endet an der Wohnungstür. Was davor und danach "
             "geschieht, entscheidet, ob jemand zu Hause bleiben kann."),
        Said("TE", K.REASON, "Viele ältere Menschen im Quartier leben allein. Hilfe kommt an, wenn "
             "sie zu Fuß erreichbar und namentlich bekannt ist.", R),
        Said("HV", K.GOAL, "Unterstützung soll nicht an Trägergrenzen enden: eine Anlaufstelle, "
             "die weitervermittelt, statt fünf Stellen nebeneinander.", R),
        Said("LA", K.EXPERIENCE, "Ich will nicht wissen, wer zuständig ist. Ich will wissen, wer "
             "kommt.", quote=True),
        Said("RO", K.EXPERIENCE, "Wer neu zugezogen ist, findet die Angebote nicht. Aushänge "
             "werden nicht gelesen."),
        Said("KW", K.POTENTIAL, "Das Gemeindehaus steht von Montag bis Freitag vormittags leer.",
             level=NamingLevel.ORGANISATION),
        Said("SB", K.GOAL, "Begegnung ohne Anlass und ohne Anmeldung."),
        Said("AK", K.REASON, "Wer sich im Haus kennt, zieht seltener aus. Das rechnet sich."),
    )),
    ("Anlass", PlanItemKind.QUESTION, 10, "Was war der Anlass?", "", "",
     ("Die Schließung des Stadtteilladens 2021 brachte rund 80 Menschen zusammen, aus denen der "
     "Nachbarschaftsverein entstand."), (
        Said("FY", K.REASON, "2021 schloss der Stadtteilladen. Zur ersten Versammlung kamen 80 "
             "Menschen in die Turnhalle.", R),
        Said("KW", K.REASON, "Die Gemeinde musste ein Gebäude aufgeben und hat gefragt, wer das "
             "andere mitnutzen will."),
        Said("HV", K.EXPERIENCE, "Der Sozialbericht hat die Zahl der Alleinlebenden sichtbar "
             "gemacht, auf die vorher niemand geachtet hat."),
        Said("BH", K.EXPERIENCE, "Wir standen vor der Tür und keiner wusste, wohin.", quote=True),
        Said("GN", K.REASON, "Kinder kamen ohne Frühstück in die Schule."),
    )),
    ("Neues", PlanItemKind.QUESTION, 10, "Was ist neu?", "", "",
     "Neu ist die gemeinsame Verantwortung: Drei Träger führen das Quartiersbüro zusammen.", (
        Said("SB", K.ACTIVITY, "Ein Quartiersbüro in gemeinsamer Verantwortung von drei Trägern, "
             "montags bis donnerstags geöffnet.", R),
        Said("FY", K.ACTIVITY, "Die Reparaturwerkstatt öffnet jeden zweiten Samstag und ist immer "
             "voll."),
        Said("WD", K.ACTIVITY, "„Engagement auf Zeit“: Aufgaben von höchstens sechs Wochen.", R),
        Said("GN", K.EXPERIENCE, "Seit die Schule abends offen ist, kommen auch Eltern ins "
             "Gespräch, die tagsüber arbeiten."),
        Said("RO", K.POTENTIAL, "Jugendliche würden die Öffentlichkeitsarbeit übernehmen, wenn man "
             "sie ließe."),
        Said("HV", K.ACTIVITY, "Die Stadt bündelt kleine Zuschüsse in einem Verfügungsfonds."),
    )),
    ("Kooperationen", PlanItemKind.QUESTION, 15, "Welche Kooperationen sind Sie eingegangen?", "",
     "", "Es gibt drei schriftlich vereinbarte Kooperationen; alle hängen an einzelnen Personen.", (
        Said("KW", K.COOPERATION, "Kirchengemeinde + Wohnungsgenossenschaft: gemeinsame Nutzung "
             "des Gemeindehauses", R),
        Said("HV", K.COOPERATION, "Stadt + Diakonisches Werk: Quartiersstelle, finanziert bis Ende "
             "2027", R),
        Said("AK", K.EXPERIENCE, "Ohne schriftliche Vereinbarung wäre die Zusammenarbeit beim "
             "ersten Wechsel der Leitung zu Ende gewesen."),
        Said("SB", K.OBSTACLE, "Jede Kooperation braucht jemanden, der einlädt. Diese Zeit bezahlt "
             "niemand."),
        Said("WD", K.AGREEMENT, "Ein Muster für eine Vereinbarung auf einer Seite wird an alle "
             "versandt."),
        Said("GN", K.COOPERATION, "Grundschule + Seniorenrat: Lesepatenschaften, zurzeit 14 Paare"),
    )),
    ("Wer mitmacht", PlanItemKind.QUESTION, 10, "Wer macht mit?", "", "", "", (
        Said("SB", K.ACTOR, "Rund 140 Engagierte, neu sind junge Familien und Geflüchtete"),
        Said("FY", K.ACTOR, "Nachbarschaftsverein, Sportverein, Freiwillige Feuerwehr"),
        Said("LA", K.ACTOR, "Seniorenrat, Besuchsdienst"),
        Said("", K.ACTOR, "Apotheke am Markt, zwei Hausarztpraxen", source="Tisch 1"),
        Said("RO", K.EXPERIENCE, "Am Ende sind es immer dieselben zwölf.", quote=True),
    )),
    ("Hemmnisse", PlanItemKind.QUESTION, 15, "Welche Hemmnisse sehen Sie?", "", "",
     ("Förderung ist kürzer als die Zeit, die Vertrauen braucht. Nachweise verlangen Fachwissen, "
     "das im Ehrenamt niemand hat."), (
        Said("WD", K.OBSTACLE, "Projektförderung endet nach zwei Jahren, dann beginnt der Aufbau "
             "von Beziehungen von vorn."),
        Said("SB", K.OBSTACLE, "Förderung ist kürzer als die Zeit, die Vertrauen braucht.", R),
        Said("FY", K.OBSTACLE, "Für 300 Euro haben wir elf Seiten ausgefüllt.", quote=True),
        Said("PM", K.CONDITION, "Pflegekräfte haben keine bezahlte Zeit für den Sozialraum."),
        Said("TE", K.OBSTACLE, "Nachweise verlangen Fachwissen, das Ehrenamtliche nicht haben.", R),
        Said("RO", K.OBSTACLE, "Manche kommen nicht, weil sie sich schämen."),
        Said("GN", K.OBSTACLE, "Die Aula bleibt abends geschlossen: Haftung und Schließdienst sind "
             "ungeklärt.", R),
        Said("AK", K.CONDITION, "Gemeinschaftsräume gelten im Mietrecht als Wohnraum."),
        Said("BH", K.OBSTACLE, "Der letzte Bus fährt um 19:40 Uhr."),
    )),
    ("Wer noch fehlt", PlanItemKind.QUESTION, 10, "Wer ist noch zu beteiligen?", "", "",
     "Es fehlen vor allem die Gesundheitsversorgung und Menschen mit Behinderung.", (
        Said("PM", K.ACTOR, "Hausarztpraxen", R),
        Said("LA", K.ACTOR, "Menschen mit Behinderung; die Einladung war nicht in Leichter Sprache",
             R),
        Said("GN", K.ACTOR, "Eltern, die abends keine Betreuung haben"),
        Said("HV", K.ACTOR, "Polizei, Verkehrsbetriebe"),
        Said("LA", K.AGREEMENT, "Die nächste Einladung erscheint auch in Leichter Sprache."),
    )),
    ("Hinweise an den Bund", PlanItemKind.QUESTION, 20,
     ("Welche Hinweise aus Ihren Aktivitäten lassen sich empfehlen, in die Bundes-"
     "Engagementstrategie einzubringen?"), "", "",
     ("Die Runde empfiehlt, Engagement im Quartier dauerhaft zu fördern, den Zugang zu Mitteln zu "
     "vereinfachen und hauptamtliche Begleitung als förderfähig anzuerkennen."), (
        Said("SB", K.RECOMMENDATION, "Engagement im Quartier dauerhaft fördern: eine "
             "Grundförderung von mindestens zehn Jahren statt aufeinanderfolgender Projekte.", R,
             to="Bund", reason="Beziehungen im Quartier enden mit jedem Projektende und müssen neu "
             "aufgebaut werden."),
        Said("KW", K.EXPERIENCE, "Eine halbe Stelle hat mehr bewirkt als drei Programme."),
        Said("WD", K.RECOMMENDATION, "Hauptamtliche Begleitung von Ehrenamtlichen als förderfähige "
             "Ausgabe anerkennen.", R, to="Bund Land", reason="Ohne feste Ansprechperson gehen "
             "Ehrenamtliche nach kurzer Zeit verloren."),
        Said("FY", K.RECOMMENDATION, "Für Beträge bis 5.000 Euro ein einseitiger Antrag und ein "
             "Nachweis ohne Einzelbelege.", to="Bund Land Kommune"),
        Said("LA", K.CONDITION, "Fahrtkosten müssen auch ohne Beleg erstattet werden können."),
        Said("HV", K.RECOMMENDATION, "Kirchliche und kommunale Gebäude im Quartier gemeinsam "
             "planen und für Engagement öffnen.", to="Landeskirche Kommune"),
        Said("RO", K.QUESTION, "Wie lässt sich Engagement anerkennen, das keinen Verein und keinen "
             "Träger hat?", R),
    )),
    ("Rückspiegelung", PlanItemKind.READING_BACK, 10, "", "", "", "", (
        Said("HV", K.REMARK, "Zu Frage 6: Die Stadt prüft die Öffnung der Aula bereits."),
    )),
    ("Abschluss", PlanItemKind.CLOSING, 5, "", "", "", "", (
        Said("", K.AGREEMENT, "Das Protokoll geht bis zum 27. November an alle."),
    )),
)  # fmt: skip

CONTENTS = {
    name: coded(picture(*size), "JPEG")
    for name, size in (("wide", (400, 300)), ("tall", (300, 400)))
}
PHOTOS = (
    ("Anlass", "wide", 400, 300, "Karten zur Frage nach dem Anlass", "Neun Karten an einer Wand"),
    ("Anlass", "tall", 300, 400, "", ""),
    ("Hemmnisse", "wide", 400, 300, "Dieselbe Wand, neu geordnet", ""),
)
READINGS = {"Wer mitmacht": Reading.TAKES_PART, "Wer noch fehlt": Reading.MISSING}


def evening(*, numbered: bool = True) -> MinutesRecord:
    """The whole record, with evidence numbers for all statements or for none."""
    items, statements = _course()
    record = MinutesRecord.held(
        session=SESSION,
        series=SERIES,
        items=items,
        statements=statements,
        participants=participants(),
        next_steps=next_steps(statements),
        photos=photos(),
        photo_content=CONTENTS.get,
    )
    if not numbered:
        return record
    pairs = [(statement.uid, statement.plan_item_uid) for statement in statements]
    return record.numbered(new_numbers(session_code="STU", items=items, unnumbered=pairs, given=()))


def photos() -> tuple[PhotoView, ...]:
    """Two photos of one wall, and the same content once more at another question."""
    return tuple(
        PhotoView(
            uid=uid(f"photo {number}"),
            plan_item_uid=uid(title),
            number=number,
            caption=caption,
            alt_text=alt_text,
            width=width,
            height=height,
            media_type=MediaType.JPEG,
            sha256=name,
        )
        for number, (title, name, width, height, caption, alt_text) in enumerate(PHOTOS, start=1)
    )


def options(kind: MinutesKind = MinutesKind.SUMMARY) -> MinutesOptions:
    """Options as the program proposes them."""
    return MinutesOptions(kind=kind, created=CREATED)


def _course() -> tuple[list[PlanItemView], list[StatementView]]:
    items: list[PlanItemView] = []
    statements: list[StatementView] = []
    now, number = START, 0
    for title, kind, minutes, text, speaker, organisation, summary, said in COURSE:
        number += kind is PlanItemKind.QUESTION
        end = now + dt.timedelta(minutes=minutes)
        item = replace(
            ITEM, uid=uid(title), kind=kind, title=title, text=text, minutes=minutes,
            number=number if kind is PlanItemKind.QUESTION else None, summary=summary,
            speaker=speaker, organisation=organisation, started_at=now, ended_at=end,
            reading=READINGS.get(title, Reading.NONE),
        )  # fmt: skip
        items.append(item)
        statements.extend(_statements(item, said, now, minutes))
        now = end
    return items, statements


def _statements(
    item: PlanItemView, said: Iterable[Said], start: dt.datetime, minutes: int
) -> Iterable[StatementView]:
    said = tuple(said)
    for i, one in enumerate(said):
        actors: tuple[Actor, ...] = ()
        if one.kind is K.ACTOR and item.reading is Reading.TAKES_PART:
            names = one.text.split(", ")
            actors = tuple(
                Actor(name=name, participation=Participation.TAKES_PART) for name in names
            )
        yield StatementView(
            uid=uid(f"{item.title} {i}"),
            plan_item_uid=item.uid,
            participant_uid=uid(one.who) if one.who else None,
            source=one.source,
            text=one.text,
            kind=one.kind,
            recorded_at=start + dt.timedelta(minutes=1 + (minutes - 2) * i / max(len(said), 1)),
            verbatim=one.quote,
            is_result=one.result,
            naming=one.level,
            addressees=tuple(ADDRESSEES[word] for word in one.to.split()),
            details=StatementDetails(reason=one.reason),
            actors=actors,
        )


def next_steps(statements: list[StatementView]) -> tuple[NextStepView, ...]:
    """Five steps, each from a statement."""
    steps = (
        (("Einladung zum nächsten Gespräch in Leichter Sprache verfassen und mit Fachleuten aus "
         "der Wohnstätte prüfen"), "Leonie Aschauer, Seniorenrat",
         (2026, 12, 4), "Leichter Sprache."),
        ("Gespräch mit dem Schulamt über die Nutzung der Aula am Abend führen",
         "Dr. Henrik Voss, Stadt Ebersfurt", (2026, 12, 18), "Aula bleibt"),
        ("Drei Hausarztpraxen persönlich ansprechen", "Pflegedienst Morgenrot", (2027, 1, 15),
         "Hausarztpraxen"),
        ("Muster für eine Vereinbarung auf einer Seite an alle versenden",
         "Quartiersbüro Stuberwiesen", (2026, 11, 27), "Muster"),
        ("Empfehlungen dieses Gesprächs in die Auswertung der Reihe aufnehmen", "Miriam Solbach",
         (2026, 12, 11), "Grundförderung"),
    )  # fmt: skip
    return tuple(
        NextStepView(
            uid=uid(text),
            text=text,
            who=who,
            due=dt.date(*due),
            statement_uid=next(s.uid for s in reversed(statements) if part in s.text),
            evidence="",
        )
        for text, who, due, part in steps
    )

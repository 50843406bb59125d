"""Statements and plan items for lists, without a database."""

import datetime as dt
from collections.abc import Iterable

from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.statements import Actor, StatementDetails, StatementView
from app.domain.vocabulary import (
    Participation,
    PlanItemKind,
    Reading,
    StatementKind,
)
from app.texts import Texts
from ui.models.statement_model import RowMaker, StatementRow
from ui.widgets.statement_list import row_words

EVENING = dt.datetime(2026, 11, 20, 16, 38, tzinfo=dt.UTC)
PEOPLE = {
    uid: ParticipantView(uid, uid, name, organisation, None, "", None, None, 0)
    for uid, name, organisation in (
        ("kw", "Karin Weiß", "Kirchengemeinde St. Lukas"),
        ("mo", "Mehmet Öztürk", "Nachbarschaftshilfe e. V."),
        ("ay", "Aylin Yılmaz", "Quartiersmanagement"),
    )
}
LONG = (
    "Der gemeinsame Fahrdienst läuft, aber die Versicherung klärt jede Organisation für sich. Das "
    "bindet Kräfte, die wir im Quartier brauchen. Und noch ein Satz, "
    "der bis in die dritte Zeile reicht, damit man sieht, wie sie endet."
)


def statement(uid: str, text: str = LONG, **values: object) -> StatementView:
    """A statement of half past five."""
    base: dict[str, object] = {
        "plan_item_uid": "q4",
        "participant_uid": "kw",
        "source": "",
        "kind": StatementKind.OBSTACLE,
        "recorded_at": EVENING,
    }
    return StatementView(uid=uid, text=text, **{**base, **values})  # type: ignore[arg-type]


def evening_statements() -> list[StatementView]:
    """Four statements that show everything a card can hold."""
    return [
        statement(
            "1",
            "Kirchengemeinde St. Lukas + Heimstatt eG: Gästewohnung",
            kind=StatementKind.COOPERATION,
            actors=(Actor(name="Kirchengemeinde St. Lukas"), Actor(name="Heimstatt eG")),
            details=StatementDetails(purpose="Gästewohnung"),
            evidence="LIN-4-1",
        ),
        statement("2", participant_uid="mo", kind=StatementKind.EXPERIENCE, evidence="LIN-4-2"),
        statement(
            "3", "„Seit die Pflegekasse mit am Tisch sitzt.“", participant_uid="ay", verbatim=True
        ),
        statement("4", participant_uid=None, is_result=True),
        statement(
            "5",
            "junge Familien",
            kind=StatementKind.ACTOR,
            actors=(Actor(name="junge Familien", participation=Participation.MISSING),),
            participant_uid=None,
            person_unclear="SB",
        ),
    ]


def maker() -> RowMaker:
    """Makes rows in German, in the zone of Berlin."""
    made = RowMaker(Texts("de"), row_words(), "Europe/Berlin")
    made.set_people(PEOPLE)
    return made


def rows(statements: Iterable[StatementView] | None = None) -> list[StatementRow]:
    """Ready rows, of the evening's statements if no others are given."""
    make = maker()
    return [make.row(one) for one in (evening_statements() if statements is None else statements)]


def many(count: int) -> list[StatementRow]:
    """Rows with texts of different length."""
    make = maker()
    return [make.row(statement(f"n{n}", LONG[: 20 + n * 37 % 170])) for n in range(count)]


def item(
    uid: str,
    kind: PlanItemKind = PlanItemKind.QUESTION,
    title: str = "Kooperationen",
    number: int | None = None,
    *,
    started: bool = False,
    ended: bool = False,
    statements: int = 0,
    results: int = 0,
) -> PlanItemView:
    """An item of a plan."""
    return PlanItemView(
        uid=uid,
        kind=kind,
        title=title,
        text="",
        number=number,
        minutes=15,
        min_minutes=0,
        protected=False,
        pinned_start=None,
        identity="",
        statement_kind=StatementKind.REMARK,
        kinds_offered=(),
        reading=Reading.NONE,
        prompts=(),
        notes="",
        summary="",
        speaker="",
        organisation="",
        started_at=EVENING if started else None,
        ended_at=EVENING if ended else None,
        statement_count=statements,
        result_count=results,
    )


def plan() -> list[PlanItemView]:
    """A short plan in the middle of its evening."""
    kind = PlanItemKind
    return [
        item("o", kind.OPENING, "Begrüßung", started=True, ended=True),
        item(
            "q3", title="Was ist neu?", number=3, started=True, ended=True, statements=12, results=1
        ),
        item("q4", number=4, started=True, statements=4, results=3),
        item("b", kind.BREAK, "Pause"),
        item("q5", title="Wer macht mit?", number=5, statements=1),
        item("c", kind.CLOSING, "Abschluss"),
    ]

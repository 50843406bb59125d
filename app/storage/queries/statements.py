"""Statements in their order, as views."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import make_dataclass
from typing import Any, cast

from app.domain.statements import (
    NO_DETAILS,
    Actor,
    NextStepView,
    StatementDetails,
    StatementView,
    actor_from,
    details_from,
)
from app.domain.vocabulary import Addressee, NamingLevel, Outcome, StatementKind, StatementState
from app.storage.database import Driver
from app.storage.moments import aware, date_of

_CHUNK = 250
_KINDS = {kind.value: kind for kind in StatementKind}
# What most statements have nothing in comes as one value, yes and no in another: every column that
# is handed to Python costs as much as reading the row, and a protocol reads thousands of rows.
_STATEMENTS = """
    SELECT s.id, s.uid, i.uid, p.uid, s.text, s.kind, s.recorded_at, s.evidence,
        s.verbatim + 2 * s.is_result + 4 * s.reading_confirmed + 8 * s.clarify
            + 16 * (s.state = 'checked') + 32 * (s.state = 'released'),
        CASE WHEN s.source = '' AND s.addressee_note = '' AND s.person_unclear = ''
            AND s.memo = '' AND s.cluster = '' AND s.assent = 0 AND s.dissent = 0
            AND coalesce(s.naming, s.addressees, s.details, s.actors, s.evidence_also, s.about,
                s.in_short, s.outcome) IS NULL
        THEN NULL ELSE json_array(s.source, s.naming, json(s.addressees), s.addressee_note,
            json(s.details), json(s.actors), s.person_unclear, s.memo, s.assent, s.dissent,
            json(s.evidence_also), json(s.about), s.cluster, s.in_short, s.outcome) END
    FROM statement s
    JOIN plan_item i ON i.id = s.plan_item_id
    LEFT JOIN participant p ON p.id = s.participant_id
    WHERE s.deleted_at IS NULL AND {condition}
    ORDER BY i.order_key, i.uid, s.order_key, s.uid"""
_IN_SESSION = "s.session_id = (SELECT id FROM dialogue_session WHERE uid = :session)"
_IN_ITEM = f"{_IN_SESSION} AND i.uid = :item"
_LAST_IN_ITEM = """
    SELECT uid FROM statement WHERE plan_item_id = ? AND deleted_at IS NULL
    ORDER BY order_key DESC, uid DESC LIMIT 1"""
_LAST_IN_SESSION = """
    SELECT s.uid FROM statement s
    WHERE s.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND s.deleted_at IS NULL
    ORDER BY s.recorded_at DESC, s.id DESC LIMIT 1"""
_BY_UIDS = "s.uid IN (SELECT value FROM json_each(:uids))"
# Themes are asked for once for all: joining them in would repeat every text.
_THEMES = """
    SELECT l.statement_id, t.name
    FROM statement_theme l
    JOIN theme t ON t.id = l.theme_id
    JOIN statement s ON s.id = l.statement_id
    JOIN plan_item i ON i.id = s.plan_item_id
    WHERE s.deleted_at IS NULL AND {condition}
    ORDER BY t.order_key, t.uid"""
_THEMES_OF = """
    SELECT l.statement_id, t.name
    FROM json_each(?) w
    JOIN statement_theme l ON l.statement_id = w.value
    JOIN theme t ON t.id = l.theme_id
    ORDER BY t.order_key, t.uid"""
_THEMES_OF_ONE = """
    SELECT t.id, t.uid, t.name FROM theme t JOIN statement_theme l ON l.theme_id = t.id
    WHERE l.statement_id = ?
    ORDER BY t.order_key, t.uid"""
_ITEM_OF = """
    SELECT i.uid FROM statement s JOIN plan_item i ON i.id = s.plan_item_id
    WHERE s.uid = ? AND i.deleted_at IS NULL"""
_NEXT_STEPS = """
    SELECT n.uid, n.text, coalesce(e.name, n.who), n.due, s.uid, s.evidence, p.uid
    FROM next_step n
    LEFT JOIN statement s ON s.id = n.statement_id
    LEFT JOIN participant p ON p.id = n.participant_id AND p.deleted_at IS NULL
    LEFT JOIN person e ON e.id = p.person_id
    WHERE n.session_id = (SELECT id FROM dialogue_session WHERE uid = ?) AND n.deleted_at IS NULL
    ORDER BY n.order_key, n.uid"""

# Those of deleted statements too, and those that went into another statement elsewhere.
_NUMBERS = f"""
    SELECT s.evidence FROM statement s WHERE {_IN_SESSION} AND s.evidence != ''
    UNION ALL
    SELECT n.value FROM statement s, json_each(s.evidence_also) n
    WHERE {_IN_SESSION} AND s.evidence_also IS NOT NULL"""


def in_session(
    driver: Driver, session_uid: str, plan_item_uid: str | None = None
) -> tuple[StatementView, ...]:
    """All statements of a session in the order of the protocol, or those of one plan item."""
    if plan_item_uid is None:
        return _views(driver, _IN_SESSION, {"session": session_uid})
    return _views(driver, _IN_ITEM, {"session": session_uid, "item": plan_item_uid})


def by_uids(driver: Driver, uids: Sequence[str]) -> tuple[StatementView, ...]:
    """The named statements that exist, in the order of the protocol."""
    return _views(driver, _BY_UIDS, {"uids": json.dumps(list(uids))})


def matching(driver: Driver, part: str) -> list[str]:
    """The uids of statements that are or contain ``part``, also of deleted ones."""
    rows = driver.execute("SELECT uid FROM statement WHERE instr(uid, ?) > 0", (part,))
    return [uid for (uid,) in rows]


def last_in_item(driver: Driver, item_id: int) -> StatementView | None:
    """The last statement of a plan item, if it has any."""
    found = driver.execute(_LAST_IN_ITEM, (item_id,)).fetchone()
    return by_uids(driver, found)[0] if found else None


def last_in_session(driver: Driver, session_uid: str) -> StatementView | None:
    """The statement that was recorded last, if there is any."""
    found = driver.execute(_LAST_IN_SESSION, (session_uid,)).fetchone()
    return by_uids(driver, found)[0] if found else None


def _views(driver: Driver, condition: str, values: Mapping[str, str]) -> tuple[StatementView, ...]:
    themes = _themes(driver.execute(_THEMES.format(condition=condition), values))
    rows = driver.execute(_STATEMENTS.format(condition=condition), values).fetchall()
    return tuple([_view(row, themes.get(row[0], ())) for row in rows])


def _themes(rows: Iterable[tuple[int, str]]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    for statement_id, name in rows:
        found[statement_id] = (*found.get(statement_id, ()), name)
    return found


def stream(driver: Driver, session_uid: str, plan_item_uid: str) -> Iterator[list[StatementView]]:
    """The statements of a plan item in order, a few hundred at a time.

    The connection must stay open, in its transaction, until the last one was taken.
    """
    values = {"session": session_uid, "item": plan_item_uid}
    cursor = driver.execute(_STATEMENTS.format(condition=_IN_ITEM), values)
    while rows := cursor.fetchmany(_CHUNK):
        keys = json.dumps([row[0] for row in rows])
        themes = _themes(driver.execute(_THEMES_OF, (keys,)))
        yield [_view(row, themes.get(row[0], ())) for row in rows]


def extent(driver: Driver, session_uid: str) -> tuple[Any, Any, int]:
    """When the first and the last statement of a session were recorded (aware UTC), or None.

    The third value is how many of all have no evidence number yet.
    """
    first, last, unnumbered = driver.execute(
        f"""SELECT min(s.recorded_at), max(s.recorded_at), sum(s.evidence = '') FROM statement s
            WHERE {_IN_SESSION} AND s.deleted_at IS NULL""",
        {"session": session_uid},
    ).fetchone()
    return (aware(first), aware(last), unnumbered) if first else (None, None, 0)


def numbers_given(driver: Driver, session_uid: str) -> tuple[str, ...]:
    """Every evidence number that was ever given in a session; none is given again."""
    return tuple(row[0] for row in driver.execute(_NUMBERS, {"session": session_uid}))


def view_of(
    values: Mapping[str, Any],
    uid: str,
    plan_item_uid: str,
    participant_uid: str | None,
    themes: tuple[str, ...],
) -> StatementView:
    """The view of a statement that was just written with these columns."""
    naming = values["naming"]
    return StatementView(
        uid=uid,
        plan_item_uid=plan_item_uid,
        participant_uid=participant_uid,
        source=values["source"],
        text=values["text"],
        kind=_KINDS[values["kind"]],
        recorded_at=values["recorded_at"],
        verbatim=values["verbatim"],
        is_result=values["is_result"],
        naming=NamingLevel(naming) if naming else None,
        addressees=_addressees(values["addressees"] or ()),
        addressee_note=values["addressee_note"],
        themes=themes,
        details=_details(values["details"]),
        actors=_actors(values["actors"] or ()),
        reading_confirmed=values["reading_confirmed"],
        person_unclear=values["person_unclear"],
        evidence=values["evidence"],
        memo=values["memo"],
        clarify=values["clarify"],
        assent=values["assent"],
        dissent=values["dissent"],
        evidence_also=tuple(values["evidence_also"] or ()),
        about=tuple(values["about"] or ()),
        cluster=values["cluster"],
        in_short=values["in_short"],
        outcome=Outcome(values["outcome"]) if values["outcome"] else None,
        state=StatementState(values["state"]),
    )


def _view(row: Any, themes: tuple[str, ...]) -> StatementView:
    """The view of a row of ``_STATEMENTS``."""
    _, uid, item, participant, text, kind, recorded_at, evidence, flags, rare = row
    view: Any = _Unfrozen(
        uid,
        item,
        participant,
        text,
        _KINDS[kind],
        aware(recorded_at),
        evidence,
        themes,
        *_FLAGS[flags],
        *(_rare(json.loads(rare)) if rare else _NOTHING_RARE),
    )
    view.__class__ = StatementView
    return cast("StatementView", view)


_USUAL_FIELDS = (
    "uid",
    "plan_item_uid",
    "participant_uid",
    "text",
    "kind",
    "recorded_at",
    "evidence",
    "themes",
)
_FLAG_FIELDS = ("verbatim", "is_result", "reading_confirmed", "clarify")
_STATES = (StatementState.NOTE, StatementState.CHECKED, StatementState.RELEASED)
_FLAGS = tuple(
    (*(bool(flags & (1 << bit)) for bit in range(len(_FLAG_FIELDS))), state)
    for state in _STATES
    for flags in range(1 << len(_FLAG_FIELDS))
)


def _addressees(values: Iterable[str]) -> tuple[Addressee, ...]:
    return tuple(Addressee(value) for value in values or ())


def _details(values: Mapping[str, Any] | None) -> StatementDetails:
    return details_from(values) if values else NO_DETAILS


def _actors(values: Iterable[Mapping[str, Any]]) -> tuple[Actor, ...]:
    return tuple(actor_from(value) for value in values or ())


# In the order in which ``_STATEMENTS`` puts them together.
_RARE: dict[str, Callable[[Any], Any]] = {
    "source": str,
    "naming": lambda value: NamingLevel(value) if value else None,
    "addressees": lambda values: _addressees(values or ()),
    "addressee_note": str,
    "details": _details,
    "actors": lambda values: _actors(values or ()),
    "person_unclear": str,
    "memo": str,
    "assent": int,
    "dissent": int,
    "evidence_also": lambda values: tuple(values or ()),
    "about": lambda values: tuple(values or ()),
    "cluster": str,
    "in_short": lambda value: None if value is None else value == 1,
    "outcome": lambda value: Outcome(value) if value else None,
}


def _rare(values: Sequence[Any]) -> tuple[Any, ...]:
    """The values of the fields in ``_RARE``."""
    return tuple([convert(value) for convert, value in zip(_RARE.values(), values, strict=True)])


_NOTHING_RARE = _rare(("", None, None, "", None, None, "", "", 0, 0, None, None, "", None, None))

# The constructor of a frozen class goes through object.__setattr__ for every field, which is half
# of what opening a session takes beside the query. A class with the same slots that is not frozen
# fills them six times as fast, and what it made is a view from then on.
_Unfrozen: Any = make_dataclass(
    "_Unfrozen", (*_USUAL_FIELDS, *_FLAG_FIELDS, "state", *_RARE), slots=True
)


def item_of(driver: Driver, uid: str) -> str:
    """The uid of the plan item of a statement, also of a deleted one; empty if that is gone."""
    found = driver.execute(_ITEM_OF, (uid,)).fetchone()
    return str(found[0]) if found else ""


def next_steps(driver: Driver, session_uid: str) -> tuple[NextStepView, ...]:
    """The next steps of a session in their order."""
    return tuple(
        NextStepView(uid, text, who, date_of(due) if due else None, said, evidence or "", person)
        for uid, text, who, due, said, evidence, person in driver.execute(
            _NEXT_STEPS, (session_uid,)
        )
    )


def theme_names(driver: Driver, statement_id: int) -> tuple[str, ...]:
    """The themes of a statement in the order of the codebook."""
    return tuple(row[2] for row in driver.execute(_THEMES_OF_ONE, (statement_id,)))


def theme_ids(driver: Driver, statement_id: int) -> dict[int, str]:
    """Keys and uids of a statement's themes."""
    return {row[0]: row[1] for row in driver.execute(_THEMES_OF_ONE, (statement_id,))}

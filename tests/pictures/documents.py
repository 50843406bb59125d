"""Session documents bent into what a picture needs: before, during and after the evening."""

import datetime as dt
import json
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from app.domain.document import EXTENSION
from app.domain.document_copy import fresh_ids
from app.domain.sessions import DEFAULT_TIME_ZONE
from app.paths import resource

Document = dict[str, Any]

EXAMPLE = resource("example", "beispiel.session.json")
_SHOWN_SHARE = 3 / 4
"""How much of the question under way has been said when the picture is taken."""


@dataclass(frozen=True, slots=True)
class Evening:
    """A session document and the moment in the middle of it."""

    document: Document
    running: int
    """Which of its questions is under way, from 0."""
    moment: dt.datetime
    day: dt.date
    zone: ZoneInfo

    def at(self, hour: int, minute: int = 0, *, days: int = 0) -> dt.datetime:
        """A local time on the day of the session or around it."""
        date = self.day + dt.timedelta(days=days)
        return dt.datetime.combine(date, dt.time(hour, minute), self.zone)


def read_evening(path: Path = EXAMPLE) -> Evening:
    """A document with its middle: the fourth of eight questions, three quarters through."""
    document = json.loads(path.read_text(encoding="utf-8"))
    running = max(0, (len(document["questions"]) - 1) // 2)
    said = _spoken(document, document["questions"][running])
    session = document["session"]
    zone = ZoneInfo(session.get("time_zone") or DEFAULT_TIME_ZONE)
    day = dt.date.fromisoformat(session["date"])
    moment = dt.datetime.combine(day, dt.time(18, 0), zone)
    if said:
        moment = dt.datetime.fromisoformat(said[-1]["recorded_at"]) + dt.timedelta(seconds=47)
    return Evening(document, running, moment, moment.astimezone(zone).date(), zone)


def planned(evening: Evening) -> Document:
    """The document as the coordinator sends it out: nothing has been said yet."""
    document = _of_the_day(evening)
    document["statements"] = []
    _forget_results(document, statements=set())
    for row in _extra(document, "plan_item"):
        row.pop("summary", None)
    return document


def under_way(evening: Evening) -> Document:
    """The document as it stands at the moment of the evening."""
    document = _of_the_day(evening)
    questions = document["questions"][: evening.running]
    rows = [row for each in questions for row in _of(document, each)]
    rows += _spoken(document, document["questions"][evening.running])
    before = {row["id"] for row in questions}
    document["statements"] = rows
    kept = {row["id"] for row in rows}
    extra = _extra(document, "statement")
    extra[:] = [row for row in extra if row["id"] in kept or _said_before(row, evening.moment)]
    _forget_results(document, statements=kept)
    for row in _extra(document, "plan_item"):
        if row["id"] not in before:
            row.pop("summary", None)
    return document


def afterwards(evening: Evening) -> Document:
    """The whole document."""
    return _of_the_day(evening)


def earlier(evening: Evening, place: str, date: dt.date, share: float) -> Document:
    """Another evening of the same series, with a part of what was said."""
    document: Document = json.loads(fresh_ids(json.dumps(evening.document).encode()))
    document["session"].update(
        title=f"Strategiegespräch Quartier {place}", date=date.isoformat(), place=place
    )
    rows = document["statements"]
    document["statements"] = rows[: max(1, round(len(rows) * share))]
    kept = {row["id"] for row in document["statements"]}
    extra = _extra(document, "statement")
    extra[:] = [row for row in extra if row["id"] in kept]
    _forget_results(document, statements=kept)
    return document


def in_series(document: Document, title: str) -> Document:
    """The document in a series that counts, as the example's does not."""
    uid = str(uuid5(NAMESPACE_URL, title))
    document = deepcopy(document)
    document["series"] = {"id": uid, "title": title}
    for row in _extra(document, "series"):
        row.update(id=uid, is_example=False)
    return document


def write(document: Document, folder: Path) -> Path:
    """The document as a file; every call gives another one."""
    path = folder / f"{len(list(folder.glob('*.session.json'))):02}.session.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def starts(evening: Evening) -> dict[str, dt.datetime]:
    """When the items began, by uid, as far as the document knows."""
    return {
        row["id"]: dt.datetime.fromisoformat(row["started_at"])
        for row in _extra(evening.document, "plan_item")
        if row.get("started_at")
    }


def _of_the_day(evening: Evening) -> Document:
    document = deepcopy(evening.document)
    document["session"]["date"] = evening.day.isoformat()
    for row in _extra(document, "plan_item"):
        row.pop("started_at", None)
        row.pop("ended_at", None)
    return document


def _extra(document: Document, entity: str) -> list[dict[str, Any]]:
    rows = document.get("extensions", {}).get(EXTENSION, {}).get(entity, [])
    return rows if isinstance(rows, list) else []


def _of(document: Document, question: dict[str, Any]) -> list[dict[str, Any]]:
    rows = [row for row in document["statements"] if row["question"] == question["id"]]
    return sorted(rows, key=lambda row: int(row.get("position") or 0))


def _spoken(document: Document, question: dict[str, Any]) -> list[dict[str, Any]]:
    rows = _of(document, question)
    return rows[: max(1, round(len(rows) * _SHOWN_SHARE))]


def _said_before(row: dict[str, Any], moment: dt.datetime) -> bool:
    """For statements under items that are no questions, which stand in the extension alone."""
    at = row.get("recorded_at")
    return at is not None and dt.datetime.fromisoformat(at) <= moment and "plan_item" in row


def _forget_results(document: Document, *, statements: set[str]) -> None:
    """What comes later: next steps of other statements, what the room did and answered."""
    steps = _extra(document, "next_step")
    steps[:] = [row for row in steps if row.get("statement") in statements]
    for entity in ("hand_count", "parked_topic", "feedback"):
        _extra(document, entity).clear()
    for row in _extra(document, "statement"):
        row.pop("outcome", None)
    if not statements:
        _extra(document, "statement").clear()

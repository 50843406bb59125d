"""The commands for preparing a session: its plan and the list of its participants."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from app.calls import AddCommand, Call, print_json

if TYPE_CHECKING:
    import datetime as dt

    from app.domain.people_table import PeopleField
    from app.domain.plan import PlanItemView
    from app.domain.plan_check import PlanWarning
    from app.domain.schedule import Schedule
    from app.services.people_import import PeopleLine, PeoplePreview

IGNORED = "ignore"
"""What ``--map`` says of a column that is left out."""


def add_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    """Add them to the parser; ``command`` makes one, ``word`` gives its help."""
    people = command("people", _people)
    people.add_argument("session", metavar="SESSION", help=word("session"))
    people.add_argument("file", type=Path, metavar="FILE", help=word("people_file"))
    people.add_argument("--map", type=_columns, default={}, metavar="MAP", help=word("map"))
    people.add_argument("--dry-run", action="store_true", help=word("dry_run"))
    people.add_argument("--json", action="store_true", help=word("json"))
    plan = command("plan", _plan)
    plan.add_argument("session", metavar="SESSION", help=word("session"))
    plan.add_argument("--json", action="store_true", help=word("json"))


def _columns(text: str) -> dict[str, PeopleField | None]:
    """What ``--map`` says: "Spalte=field;…"."""
    from app.domain.people_table import PeopleField

    columns: dict[str, PeopleField | None] = {}
    for part in filter(None, (part.strip() for part in text.split(";"))):
        head, equals, field = part.rpartition("=")
        if not equals or not head.strip():
            raise argparse.ArgumentTypeError(part)
        try:
            columns[head.strip()] = None if field.strip() == IGNORED else PeopleField(field.strip())
        except ValueError:
            raise argparse.ArgumentTypeError(part) from None
    return columns


def _people(call: Call) -> int:
    options = call.options
    with call.services(writing=not options.dry_run) as services:
        session = services.views.find_session(options.session)
        preview = services.people_import.preview(session, options.file, options.map)
        preview.check()
        if not options.dry_run:
            services.people_import.take(session, preview, options.map)
    if options.json:
        print_json(_preview_as_json(session, preview))
        return 0
    _say_people(call, preview)
    return 0


def _preview_as_json(session: str, preview: PeoplePreview) -> dict[str, object]:
    from app.services.people_import import LineState

    return {
        "session": session,
        "source": preview.source,
        "sheet": preview.sheet,
        "other_sheets": list(preview.other_sheets),
        "columns": {head.text: head.field and head.field.value for head in preview.heads},
        **{state.value: preview.count(state) for state in LineState},
        "people": [_line_as_json(one) for one in preview.lines],
    }


def _line_as_json(one: PeopleLine) -> dict[str, object]:
    line = one.line
    return {
        "row": line.number,
        "name": line.name,
        "organisation": line.organisation,
        "organisation_kind": line.organisation_kind,
        "role": line.role,
        "naming": line.naming,
        "state": one.state.value,
    }


def _say_people(call: Call, preview: PeoplePreview) -> None:
    from app.services.people_import import LineState

    key = "people_would" if call.options.dry_run else "people"
    left_out = [one for one in preview.lines if one.state not in (LineState.NEW, LineState.KNOWN)]
    call.say(
        key,
        source=preview.source,
        new=preview.count(LineState.NEW),
        known=preview.count(LineState.KNOWN),
        left_out=len(left_out),
    )
    if preview.other_sheets:
        others = ", ".join(preview.other_sheets)
        call.note("people_other_sheets", sheet=preview.sheet, others=others)
    for one in left_out:
        call.note(f"people_{one.state}", row=one.line.number, name=one.line.name)
    for one in preview.lines:
        if one.line.unclear_naming and one.state is LineState.NEW:
            call.note("people_unclear_naming", row=one.line.number, found=one.line.unclear_naming)


def _plan(call: Call) -> int:
    from app.domain.plan_check import plan_warnings, seconds_per_head
    from app.domain.schedule import lay_out

    with call.services(writing=False) as services:
        uid = services.views.find_session(call.options.session)
        session, items = services.views.session(uid), services.views.plan_items(uid)
        heads = len(services.views.participants(uid))
    schedule = lay_out(
        items,
        date=session.date,
        start=session.start_time,
        end=session.end_time,
        zone=session.time_zone,
    )
    warnings = plan_warnings(items, schedule)
    if call.options.json:
        seconds = seconds_per_head(items, heads)
        said = [_said(call, warning) for warning in warnings]
        print_json(_plan_as_json(items, schedule, seconds, said))
        return 0
    call.say("plan", title=session.title, total=schedule.total_minutes)
    for number, (item, slot) in enumerate(zip(items, schedule.slots, strict=True), start=1):
        start = _time(slot.start) or "--:--"
        call.say("plan_item", start=start, minutes=item.minutes, number=number, title=item.title)
    for warning in warnings:
        call.note(_key(warning), minutes=warning.minutes, title=warning.title)
    return 0


def _plan_as_json(
    items: tuple[PlanItemView, ...],
    schedule: Schedule,
    seconds: int | None,
    warnings: list[str],
) -> dict[str, object]:
    return {
        "start": _time(schedule.start),
        "end": _time(schedule.end),
        "total_minutes": schedule.total_minutes,
        "slot_minutes": schedule.slot_minutes,
        "seconds_per_head": seconds,
        "warnings": warnings,
        "items": [
            {
                "position": number,
                "kind": item.kind.value,
                "title": item.title,
                "minutes": item.minutes,
                "start": _time(slot.start),
                "pinned": item.pinned_start is not None,
            }
            for number, (item, slot) in enumerate(zip(items, schedule.slots, strict=True), start=1)
        ],
    }


def _time(moment: dt.datetime | None) -> str | None:
    return None if moment is None else f"{moment:%H:%M}"


def _key(warning: PlanWarning) -> str:
    return f"plan_{warning.fault}"


def _said(call: Call, warning: PlanWarning) -> str:
    key = f"command_line.{_key(warning)}"
    return call.texts.get(key, minutes=warning.minutes, title=warning.title)

"""Who was there, in the head of the minutes: by name only who chose to stand on the list."""

from collections.abc import Callable, Iterable, Iterator

from app.domain.minutes import excused, on_attendance_list, present
from app.domain.people import ParticipantView
from app.export.blocks import Paragraph, Run, RunRole
from app.export.minutes_context import Context, one_line
from app.export.wording import listed

PEOPLE_ANCHOR = "people"


def presence(context: Context) -> Iterator[Paragraph]:
    """The lines of the head; a confidential session only counts heads."""
    here = present(context.record)
    if here:
        yield _present(context, len(here))
    if context.session.confidential:
        return
    for name, people in (
        ("guests", [p for p in here if p.attendance.is_guest]),
        ("excused", excused(context.record)),
    ):
        yield from _line(context, name, people, _nothing)
    yield from _line(context, "came_later", [p for p in here if p.attendance.arrived_at], _came)
    yield from _line(context, "left_earlier", [p for p in here if p.attendance.left_at], _left)


def _present(context: Context, number: int) -> Paragraph:
    words = context.words
    count = words.count("participants", number)
    if context.session.confidential:
        return context.label("present", words.say("minutes.head.present_confidential", count=count))
    if on_attendance_list(context.record, context.options):
        if not context.options.paged:
            return context.label("present", words.say("minutes.head.present_below", count=count))
        list_page = Run(RunRole.PAGE_OF, PEOPLE_ANCHOR)
        runs = words.runs("minutes.head.present_listed", count=count, page=list_page)
        return context.label("present", *runs)
    return context.label("present", count)


def _line(
    context: Context,
    name: str,
    people: Iterable[ParticipantView],
    addition: Callable[[Context, ParticipantView], str],
) -> Iterator[Paragraph]:
    """Names of those who chose to stand on the list, and how many others there are.

    The times of others would tell them apart, so they are only counted.
    """
    named, others = [], 0
    for person in people:
        if context.options.attendance_list and person.may_be_listed:
            named.append(one_line(person.name) + addition(context, person))
        else:
            others += 1
    if others:
        key = "more_people" if named else "people"
        named.append(context.words.count(key, others))
    if named:
        yield context.label(name, listed(named))


def _nothing(_context: Context, _person: ParticipantView) -> str:
    return ""


def _came(context: Context, person: ParticipantView) -> str:
    moment = person.attendance.arrived_at
    return f" ({context.words.moment(moment)})" if moment else ""


def _left(context: Context, person: ParticipantView) -> str:
    moment = person.attendance.left_at
    return f" ({context.words.moment(moment)})" if moment else ""

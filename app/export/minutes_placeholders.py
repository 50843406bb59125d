"""What the placeholders of a house template say: the head of the minutes, piece by piece.

The same rules as in the head itself: what that does not print, no placeholder prints.
"""

from app.domain.minutes import present
from app.domain.templates import Placeholder
from app.export.minutes_context import Context, one_line


def placeholder_values(context: Context) -> dict[Placeholder, str]:
    """A value for each placeholder but that of the content; empty where nothing is known."""
    session, series, words = context.session, context.record.series, context.words
    options = context.options
    host = words.say("minutes.head.host_confidential") if session.confidential else session.host
    people = len(present(context.record))
    start = words.time(session.start_time) if session.start_time else ""
    end = words.time(session.end_time) if session.end_time else ""
    date = words.date(options.given_on or options.created)
    return {
        Placeholder.TITLE: context.title,
        Placeholder.SERIES: context.series_title,
        Placeholder.NUMBER: str(session.number),
        Placeholder.KIND: words.texts.word(options.kind),
        Placeholder.OCCASION: context.shown(session.occasion or series.purpose),
        Placeholder.DATE: words.date(session.date),
        Placeholder.WEEKDAY: words.say(f"format.weekdays.{session.date.isoweekday()}"),
        Placeholder.START: start,
        Placeholder.END: end,
        Placeholder.PLACE: context.place(),
        Placeholder.HOST: one_line(host) if session.host else "",
        Placeholder.FACILITATORS: context.office(session.facilitators),
        Placeholder.NOTE_TAKERS: context.office(session.note_takers),
        Placeholder.PRESENT: words.count("participants", people) if people else "",
        Placeholder.DISTRIBUTION: context.shown(session.distribution),
        Placeholder.STATE: words.say(f"minutes.state.{options.state}"),
        Placeholder.VERSION: words.say("minutes.version", version=options.version, date=date),
        Placeholder.SENDER: context.shown(series.sender),
        Placeholder.FUNDING: context.shown(series.funding),
    }

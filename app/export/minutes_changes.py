"""What is not as it was in the version before: statement by statement, and until when to answer.

Names obey the rules of this document: what is shown of a text was masked when it was compared.
"""

from collections.abc import Callable, Iterator

from app.domain.version_lines import ChangeKind, LineChange, LinePart
from app.domain.versions import printed_deadline
from app.export.blocks import Block, Paragraph, ParagraphRole, Run, RunRole, paragraph, plain
from app.export.minutes_context import Context, one_line

ANCHOR = "changes"
_NUMBERED = frozenset({LinePart.STATEMENT, LinePart.DIFFERING})
"""Found by the evidence number of a statement."""


def changes_line(context: Context) -> Iterator[Paragraph]:
    """The line of the head that leads to the list, or says that there is nothing to list.

    Minutes of another kind may have begun the version.
    """
    options, words = context.options, context.words
    if options.since is None:
        return
    if not options.changes:
        yield context.label(
            "changes", words.say("minutes.changes.head_line_none", since=options.since)
        )
        return
    if not options.paged:
        said = words.say("minutes.changes.head_line_below", since=options.since)
        yield context.label("changes", said)
        return
    page = Run(RunRole.PAGE_OF, ANCHOR)
    runs = words.runs("minutes.changes.head_line", since=str(options.since), page=page)
    yield context.label("changes", *runs)


def changes(context: Context) -> Iterator[Block]:
    """The list of changes, in the order of the document."""
    options = context.options
    if not options.changes:
        return
    heading = context.words.say("minutes.changes.heading", since=options.since)
    yield context.heading(heading, ANCHOR)
    for change in options.changes:
        said = plain(_said(context, change))
        yield paragraph(ParagraphRole.BULLET, *_place(context, change), said)


def feedback(context: Context) -> Iterator[Block]:
    """Until when feedback is taken, as long as it is."""
    deadline = printed_deadline(context.session, context.options)
    if deadline is None:
        return
    date = context.words.date(deadline)
    yield paragraph(ParagraphRole.NOTE, context.words.say("minutes.feedback.until", date=date))


def _place(context: Context, change: LineChange) -> tuple[Run, ...]:
    """What changed: the evidence number of a statement, else a word for its place."""
    say = context.words.say
    label = (Run(RunRole.LABEL, f"{_name(change, say)}:"), plain(" "))
    if change.part not in _NUMBERED or not (change.number and context.options.evidence):
        return label
    number = (Run(RunRole.NUMBER, change.number), plain(" – "))
    return number if change.part is LinePart.STATEMENT else (*number, *label)


def _name(change: LineChange, say: Callable[..., str]) -> str:
    if change.part in {LinePart.HEADING, LinePart.SUMMARY}:
        if change.number:
            return say(f"minutes.changes.{change.part}_of", number=change.number)
        return say(f"minutes.changes.some_{change.part}")
    return say(f"minutes.changes.{change.part}")


def _said(context: Context, change: LineChange) -> str:
    words, say = context.words, context.words.say
    if change.part is LinePart.HEAD:
        what = say(f"minutes.changes.field.{change.key}")
        return say("minutes.changes.head_changed", what=what)
    if change.kind is ChangeKind.REMOVED:
        return say("minutes.changes.removed")
    if change.kind is ChangeKind.NEW and not change.new:
        return say("minutes.changes.new_only")
    if change.kind is ChangeKind.NEW:
        return say("minutes.changes.new", new=words.quoted(one_line(change.new)))
    if not change.old and not change.new:
        return say("minutes.changes.changed_only")
    old, new = (words.quoted(one_line(text)) for text in (change.old, change.new))
    return say("minutes.changes.changed", old=old, new=new)

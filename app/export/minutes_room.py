"""What happened in the room: hands counted at their item, answers to results, the parking lot."""

from collections.abc import Iterator

from app.domain.in_the_room import HandCountView, ParkedTopicView
from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import Outcome
from app.export.blocks import Block, Paragraph, ParagraphRole, Run, RunRole, paragraph, plain
from app.export.minutes_context import Context, one_line


def hands(context: Context, item: PlanItemView) -> Iterator[Paragraph]:
    """The shows of hands of an item, each with the wording that was asked."""
    for count in _counts(context, item):
        label = Run(RunRole.KIND, f"{context.words.say('minutes.hands.label')}:")
        asked = context.words.quoted(one_line(count.wording))
        told = plain(f" {asked} – {_counted(context, count)}")
        runs = (Run(RunRole.NUMBER, ""), plain("\t"), *_time(context, count), label, told)
        yield Paragraph(ParagraphRole.STATEMENT, runs)


def hands_on_sheet(context: Context, item: PlanItemView) -> tuple[Paragraph, ...]:
    """The same in the list of the result sheet."""
    label = context.words.say("minutes.hands.label")
    return tuple(
        paragraph(
            ParagraphRole.SHEET_LIST,
            f"{label}: {one_line(count.wording)} – {_counted(context, count)}",
        )
        for count in _counts(context, item)
    )


def answer_on_sheet(context: Context, statement: StatementView) -> Run:
    """What the room said to a result; set apart if it was not simply agreed to."""
    say, yes, no = context.words.say, statement.assent, statement.dissent
    outcome = statement.outcome
    if outcome is Outcome.DISPUTED or (outcome is None and no):
        counted = say("minutes.sheet.disputed", assent=yes, dissent=no)
        text = counted if yes or no else context.words.texts.word(Outcome.DISPUTED)
        return Run(RunRole.ANSWER_DIFFERS, text)
    if outcome is not None:
        role = RunRole.ANSWER if outcome is Outcome.CONFIRMED else RunRole.ANSWER_DIFFERS
        return Run(role, _with_counts(context.words.texts.word(outcome), yes, no))
    return Run(RunRole.ANSWER, say("minutes.sheet.agreed", assent=yes) if yes else "")


def is_answered(statement: StatementView) -> bool:
    """Whether the room said anything to it."""
    return bool(statement.assent or statement.dissent or statement.outcome)


def parking_lot(context: Context) -> Iterator[Block]:
    """Zurückgestellte Themen, each with its question; what was settled says so."""
    topics = context.record.parked_topics if context.options.parking_lot else ()
    if topics:
        yield context.heading(context.words.say("minutes.parking_lot.heading"), "parked")
    for topic in topics:
        yield paragraph(ParagraphRole.BULLET, _topic(context, topic))


def _topic(context: Context, topic: ParkedTopicView) -> str:
    say = context.words.say
    item = next((i for i in context.record.items if i.uid == topic.plan_item_uid), None)
    notes = []
    if item is not None:
        number = item.number
        place = say("minutes.parking_lot.question", number=number) if number else item.title
        notes.append(one_line(place))
    if topic.settled:
        notes.append(say("minutes.parking_lot.settled"))
    text = one_line(topic.text)
    return f"{text} ({', '.join(notes)})" if notes else text


def _counts(context: Context, item: PlanItemView) -> tuple[HandCountView, ...]:
    return context.record.hands_of(item) if context.options.hands else ()


def _time(context: Context, count: HandCountView) -> tuple[Run, ...]:
    if not context.options.with_times:
        return ()
    return (Run(RunRole.TIME, context.words.moment(count.counted_at)), plain(" – "))


def _counted(context: Context, count: HandCountView) -> str:
    return context.words.say(
        "minutes.hands.counted",
        agree=count.agree,
        disagree=count.disagree,
        undecided=count.undecided,
    )


def _with_counts(word: str, yes: int, no: int) -> str:
    if not (yes or no):
        return word
    return f"{word} {yes}\u00a0:\u00a0{no}" if no else f"{word} {yes}"

"""Ergebnisblatt: one page before people leave, with the results and what the room said to them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.domain.minutes import printed_statements
from app.domain.plan import PlanItemView
from app.domain.statements import NextStepView, StatementView
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Block, Paragraph, ParagraphRole, Run, RunRole, paragraph, plain
from app.export.docx.pages import Strip, count_pages
from app.export.minutes_context import Context, anchor_of, one_line
from app.export.minutes_parts import kind_and_title

FEW = (2, 1)
"""So many results the longest questions keep, at first and where that is not enough."""


@dataclass(slots=True)
class _Question:
    """One item with its results, and how many of them are printed."""

    heading: Paragraph
    below: tuple[Paragraph, ...]
    """What stands there instead of results."""
    results: Sequence[Paragraph]
    starred: Sequence[bool]
    """Which of them somebody marked as a result; the others are agreements, recommendations."""
    printed: int

    @property
    def shown(self) -> list[Paragraph]:
        """In their order; where there are only few, those that were starred come first."""
        by_weight = sorted(range(len(self.results)), key=lambda at: not self.starred[at])
        return [self.results[at] for at in sorted(by_weight[: self.printed])]

    @property
    def left_out(self) -> int:
        return len(self.results) - self.printed


def blocks(context: Context) -> Iterator[Block]:
    """The whole sheet. Where it would not fit, the longest questions print few results only."""
    record, options = context.record, context.options
    held = [(item, tuple(printed_statements(record, item, options))) for item in record.items]
    answered = any(each.assent or each.dissent for _, said in held for each in said)
    questions = [
        question
        for item, said in held
        if (question := _question(context, item, said, answered=answered))
    ]
    sheet = _sheet(context, questions, answered=answered)
    for few in FEW if context.options.paged else ():
        while _is_too_long(sheet) and (longest := _longest(questions, few)):
            longest.printed = max(few, longest.printed // 2)
            sheet = _sheet(context, questions, answered=answered)
    yield from sheet


def _sheet(context: Context, questions: Iterable[_Question], *, answered: bool) -> list[Paragraph]:
    say, words = context.words.say, context.words
    sheet = [
        *kind_and_title(context),
        paragraph(ParagraphRole.SUBTITLE, words.weekday_date(context.session.date)),
    ]
    for question in questions:
        sheet += [question.heading, *question.below, *question.shown]
    if context.record.next_steps:
        sheet.append(paragraph(ParagraphRole.SHEET_QUESTION, say("minutes.sheet.steps")))
        sheet += [_step(context, step) for step in context.record.next_steps]
    left_out = sum(question.left_out for question in questions)
    notes = [words.count("left_out", left_out)] if left_out else []
    notes += [say("minutes.sheet.answers")] if answered else []
    return sheet + [paragraph(ParagraphRole.NOTE, note) for note in notes]


def _question(
    context: Context, item: PlanItemView, statements: Sequence[StatementView], *, answered: bool
) -> _Question | None:
    if item.kind is not PlanItemKind.QUESTION and not statements:
        return None
    below: tuple[Paragraph, ...] = ()
    if not statements:
        summary = " ".join(item.summary.split("\n")).strip()
        none = context.words.say("minutes.no_results")
        empty = none if item.statement_count else context.nothing_recorded(item).text
        below = (paragraph(ParagraphRole.SHEET_LIST, summary or empty),)
    results = [_result(context, statement, answered=answered) for statement in statements]
    starred = [statement.is_result for statement in statements]
    return _Question(_heading(item), below, results, starred, len(results))


def _heading(item: PlanItemView) -> Paragraph:
    """The number and the short title of a question."""
    number = f"{item.number}\t" if item.number else ""
    title = one_line(item.title or item.text)
    return paragraph(ParagraphRole.SHEET_QUESTION, f"{number}{title}", anchor=anchor_of(item))


def _result(context: Context, statement: StatementView, *, answered: bool) -> Paragraph:
    """Number, answer of the room, result; without any answer on the sheet no place for them."""
    first, *rest = context.statements.on_sheet(statement)
    if not answered:
        return Paragraph(ParagraphRole.SHEET_RESULT, (first, plain("\t"), *rest))
    answer = _answer(context, statement)
    runs = (first, plain("\t"), answer, plain("\t"), *rest)
    return Paragraph(ParagraphRole.SHEET_ANSWERED, runs)


def _answer(context: Context, statement: StatementView) -> Run:
    """What the room said; disputed is what was not simply agreed to."""
    yes, no = statement.assent, statement.dissent
    if no:
        text = context.words.say("minutes.sheet.disputed", assent=yes, dissent=no)
        return Run(RunRole.ANSWER_DIFFERS, text)
    return Run(RunRole.ANSWER, context.words.say("minutes.sheet.agreed", assent=yes) if yes else "")


def _step(context: Context, step: NextStepView) -> Paragraph:
    """What, who, until when."""
    who = context.speakers.doer_of(step)
    due = context.words.date(step.due) if step.due else ""
    until = context.words.say("minutes.sheet.until", date=due) if due else ""
    parts = [one_line(step.text), ", ".join(filter(None, (who, until)))]
    return paragraph(ParagraphRole.SHEET_LIST, " – ".join(filter(None, parts)))


def _is_too_long(sheet: Iterable[Paragraph]) -> bool:
    strip = Strip()
    for block in sheet:
        strip.add(block)
    return count_pages((strip,))[1] > 1


def _longest(questions: Iterable[_Question], few: int) -> _Question | None:
    """The question with most letters among those that can still give something up."""
    return max(
        (question for question in questions if question.printed > few),
        key=lambda question: sum(len(block.text) for block in question.results),
        default=None,
    )

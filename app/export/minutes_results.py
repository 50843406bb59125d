"""Ergebnisblatt: one page before people leave, with the results and what the room said to them."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from app.domain.minutes import printed_statements
from app.domain.plan import PlanItemView
from app.domain.statements import NextStepView, StatementView
from app.domain.vocabulary import PlanItemKind
from app.export.blocks import Block, Paragraph, ParagraphRole, paragraph, plain
from app.export.docx.pages import PAGE, Strip, count_pages
from app.export.look import TEXT_WIDTH
from app.export.minutes_context import Context, anchor_of, one_line
from app.export.minutes_parts import kind_and_title
from app.export.minutes_room import answer_on_sheet, hands_on_sheet, is_answered

FEW = (2, 1)
"""So many results the longest questions keep, at first and where that is not enough."""
_FEW_STEPS = 2
"""So many next steps stand on every sheet."""
_SPARE = 0.6
"""Centimetres that stay empty: where lines end is estimated, and not all programs agree."""


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
    hands: tuple[Paragraph, ...]
    guiding: bool
    """A guiding question; of other items nothing has to stand on the sheet."""

    @property
    def shown(self) -> list[Paragraph]:
        """In their order; where there are only few, those that were starred come first."""
        by_weight = sorted(range(len(self.results)), key=lambda at: not self.starred[at])
        return [self.results[at] for at in sorted(by_weight[: self.printed])]

    @property
    def left_out(self) -> int:
        return len(self.results) - self.printed

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        if self.results and not self.printed and not self.hands:
            return ()
        return (self.heading, *self.below, *self.shown, *self.hands)


class Paper(NamedTuple):
    """The text area of the page, in centimetres."""

    width: float
    height: float


OWN_PAPER = Paper(TEXT_WIDTH, PAGE)


def blocks(context: Context, paper: Paper) -> Iterator[Block]:
    """The whole sheet. Where it would not fit on its page, it holds less and says so."""
    sheet = _Sheet(context)
    if context.options.paged:
        while _is_too_long(sheet.paragraphs(), paper) and sheet.shorten():
            pass
        sheet.fill_up(paper)
    yield from sheet.paragraphs()


class _Sheet:
    """What the sheet holds, all of it at first."""

    def __init__(self, context: Context) -> None:
        record, options = context.record, context.options
        held = [(item, tuple(printed_statements(record, item, options))) for item in record.items]
        self._context = context
        self._answered = any(is_answered(each) for _, said in held for each in said)
        self._questions = [
            question
            for item, said in held
            if (question := _question(context, item, said, answered=self._answered))
        ]
        self._steps = [_step(context, step) for step in record.next_steps]
        self._steps_printed = len(self._steps)
        self._hands_left_out = 0

    def shorten(self) -> bool:
        """Let something go; False if all that is left belongs on the sheet.

        First the longest questions keep few results, then other items none, then shows of hands go
        and steps.
        """
        for few in FEW:
            if longest := _longest(self._questions, few):
                longest.printed = max(few, longest.printed // 2)
                return True
        others = [q for q in self._questions if not q.guiding and q.printed]
        if others:
            others[-1].printed = 0
            return True
        if with_hands := [q for q in self._questions if q.hands]:
            self._hands_left_out += len(with_hands[-1].hands)
            with_hands[-1].hands = ()
            return True
        if self._steps_printed > _FEW_STEPS:
            self._steps_printed -= 1
            return True
        return False

    def fill_up(self, paper: Paper) -> None:
        """Give results back one by one while they fit: halving may have taken too many."""
        if self._hands_left_out or self._steps_printed < len(self._steps):
            return
        growing = deque(q for q in self._questions if q.printed and q.left_out)
        while growing:
            question = growing.popleft()
            question.printed += 1
            if _is_too_long(self.paragraphs(), paper):
                question.printed -= 1
            elif question.left_out:
                growing.append(question)

    def paragraphs(self) -> list[Paragraph]:
        """As it is now."""
        words = self._context.words
        sheet = [
            *kind_and_title(self._context),
            paragraph(ParagraphRole.SUBTITLE, _subtitle(self._context)),
        ]
        for question in self._questions:
            sheet += question.paragraphs
        if self._steps:
            sheet.append(paragraph(ParagraphRole.SHEET_QUESTION, words.say("minutes.sheet.steps")))
            sheet += self._steps[: self._steps_printed]
        return sheet + [paragraph(ParagraphRole.NOTE, note) for note in self._notes()]

    def _notes(self) -> Iterator[str]:
        words = self._context.words
        left_out = {
            "results": sum(question.left_out for question in self._questions),
            "hands": self._hands_left_out,
            "steps": len(self._steps) - self._steps_printed,
        }
        told = [words.count(f"left_out.{name}", n) for name, n in left_out.items() if n]
        if told:
            yield words.say("minutes.sheet.left_out", what=", ".join(told))
        if self._answered:
            yield words.say("minutes.sheet.answers")


def _subtitle(context: Context) -> str:
    """When it was, and what this paper is: it has no head, and a house template its own foot."""
    words, options = context.words, context.options
    return words.say(
        "minutes.sheet.subtitle",
        date=words.weekday_date(context.session.date),
        version=options.version,
        state=words.say(f"minutes.state.{options.state}"),
    )


def _question(
    context: Context, item: PlanItemView, statements: Sequence[StatementView], *, answered: bool
) -> _Question | None:
    hands = hands_on_sheet(context, item)
    if item.kind is not PlanItemKind.QUESTION and not (statements or hands):
        return None
    below: tuple[Paragraph, ...] = ()
    if not statements and not (hands and not item.summary.strip()):
        summary = " ".join(item.summary.split("\n")).strip()
        none = context.words.say("minutes.no_results")
        empty = none if item.statement_count else context.nothing_recorded(item).text
        below = (paragraph(ParagraphRole.SHEET_LIST, summary or empty),)
    results = [_result(context, statement, answered=answered) for statement in statements]
    guiding = item.kind is PlanItemKind.QUESTION
    starred = [statement.is_result for statement in statements]
    return _Question(_heading(item), below, results, starred, len(results), hands, guiding)


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
    answer = answer_on_sheet(context, statement)
    runs = (first, plain("\t"), answer, plain("\t"), *rest)
    return Paragraph(ParagraphRole.SHEET_ANSWERED, runs)


def _step(context: Context, step: NextStepView) -> Paragraph:
    """What, who, until when."""
    who = context.speakers.doer_of(step)
    due = context.words.date(step.due) if step.due else ""
    until = context.words.say("minutes.sheet.until", date=due) if due else ""
    parts = [one_line(step.text), ", ".join(filter(None, (who, until)))]
    return paragraph(ParagraphRole.SHEET_LIST, " – ".join(filter(None, parts)))


def _is_too_long(sheet: Iterable[Paragraph], paper: Paper) -> bool:
    strip = Strip(paper.width)
    for block in sheet:
        strip.add(block)
    return count_pages((strip,), paper.height - _SPARE)[1] > 1


def _longest(questions: Iterable[_Question], few: int) -> _Question | None:
    """The question with most letters among those that can still give something up."""
    return max(
        (question for question in questions if question.printed > few),
        key=lambda question: sum(len(block.text) for block in question.results),
        default=None,
    )

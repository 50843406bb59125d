"""How one statement becomes paragraphs; the same in every kind of minutes."""

from collections.abc import Iterator
from typing import TypeAlias

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.statements import NO_DETAILS, StatementDetails, StatementView
from app.domain.text import says
from app.domain.vocabulary import Participation, Reading, StatementKind
from app.export.blocks import Paragraph, ParagraphRole, Run, RunRole, plain
from app.export.minutes_speakers import Speakers
from app.export.wording import Wording

_TAB = plain("\t")
_COMMA = plain(", ")
_DASH = plain(" – ")
_SPACE = plain(" ")
_DETAILS = (
    "year", "who_began", "status", "purpose", "since", "place", "role", "level", "why_missing",
    "who_asks",
)  # fmt: skip
_NAMES_PEOPLE = frozenset({"who_began", "who_asks"})
# Looked up once: an attribute of an enum takes longer than the rest of a line here.
_ACTOR = StatementKind.ACTOR
# The constructors of named tuples take twice as long, and a long session has ten thousand runs.
_made = tuple.__new__
_NUMBER, _PLAIN, _TIME = RunRole.NUMBER, RunRole.PLAIN, RunRole.TIME
_STATEMENT, _FOLLOWED = ParagraphRole.STATEMENT, ParagraphRole.STATEMENT_FOLLOWED
_READ_AS = {Reading.TAKES_PART: Participation.TAKES_PART, Reading.MISSING: Participation.MISSING}

Paragraphs: TypeAlias = tuple[Paragraph, ...]


class Statements:
    """Turns statements into paragraphs for one document."""

    def __init__(
        self, record: MinutesRecord, options: MinutesOptions, wording: Wording, speakers: Speakers
    ) -> None:
        self._options = options
        self._with_time = options.with_times
        self._with_more = options.themes or options.memos
        self._with_answers = options.answers
        self._numbered = options.evidence
        self._wording = wording
        self._speakers = speakers
        self._kinds = self._kind_runs()
        self._differing = record.differing
        self._readings = {item.uid: item.reading for item in record.items}

    def in_course(self, statement: StatementView) -> Paragraphs:
        """As it was said: number – who, time – kind: text, and at most one addition."""
        number = _made(Run, (_NUMBER, self._numbers(statement)))
        told = self._who_and_time(statement)
        addition = self._one_addition(statement) if self._has_additions(statement) else ()
        if statement.verbatim:
            text = self._speakers.text_of(statement, statement.text)
            spoken = Run(RunRole.VERBATIM, self._wording.quoted(text))
            runs = (number, _TAB, spoken, *((_DASH, *told[:-1]) if told else ()))
            role = ParagraphRole.QUOTE_FOLLOWED if addition else ParagraphRole.QUOTE
            first = Paragraph(role, runs)
        else:
            role = _FOLLOWED if addition else _STATEMENT
            first = _made(Paragraph, (role, (number, _TAB, *told, *self._said(statement)), ""))
        if not addition:
            return (first,)
        return (first, Paragraph(ParagraphRole.STATEMENT_ADDITION, addition))

    def as_result(self, statement: StatementView) -> Paragraphs:
        """As a result: a bullet, its number, kind: text; each addition on a line of its own."""
        additions = self._additions(statement) if self._has_additions(statement) else []
        role = ParagraphRole.RESULT_FOLLOWED if additions else ParagraphRole.RESULT
        told = self._who_and_time(statement)
        number = Run(_NUMBER, self._numbers(statement))
        first = Paragraph(role, (number, _TAB, *told, *self._said(statement)))
        if not additions:
            return (first,)
        *others, last = additions
        followed = (Paragraph(ParagraphRole.RESULT_ADDITION_FOLLOWED, each) for each in others)
        return (first, *followed, Paragraph(ParagraphRole.RESULT_ADDITION, last))

    def in_list(self, statement: StatementView) -> Paragraph:
        """Beside a photo: one point of a list."""
        number = self._numbers(statement)
        begin = (_made(Run, (_NUMBER, number)), _SPACE) if number else ()
        more = (_DASH, *self._one_addition(statement)) if self._has_additions(statement) else ()
        runs = (*begin, *self._who_and_time(statement), *self._said(statement), *more)
        return _made(Paragraph, (ParagraphRole.BULLET, runs, ""))

    def on_sheet(self, statement: StatementView) -> tuple[Run, ...]:
        """Its number, and as short as it can be said: without kind, only to whom it is directed."""
        text = self._spoken(statement)
        addressees = self.addressees(statement)
        to = [plain(" "), *self._addition("addressees", addressees)] if addressees else []
        number = Run(_NUMBER, self._numbers(statement))
        return (number, *self._who_and_time(statement), text, *to)

    def _spoken(self, statement: StatementView) -> Run:
        text = self._speakers.text_of(statement, statement.text)
        if statement.verbatim:
            return Run(RunRole.VERBATIM, self._wording.quoted(text))
        return plain(text)

    def _numbers(self, statement: StatementView) -> str:
        """Its evidence number, and those of statements that went into it."""
        if not self._numbered:
            return ""
        also = statement.evidence_also
        return " / ".join((statement.evidence, *also)) if also else statement.evidence

    def _has_additions(self, statement: StatementView) -> bool:
        details = statement.details
        return bool(
            statement.addressees
            or statement.addressee_note
            or (details is not NO_DETAILS and details != NO_DETAILS)
            or (self._with_more and (statement.themes or statement.memo))
            or (self._with_answers and (statement.assent or statement.dissent or statement.outcome))
            or statement.uid in self._differing
        )

    def _who_and_time(self, statement: StatementView) -> tuple[Run, ...]:
        """Speaker and time with the dash behind them; nothing stands in the place of nobody."""
        who = self._speakers.of(statement)
        if not self._with_time:
            return (who, _DASH) if who else ()
        time = _made(Run, (_TIME, self._wording.moment(statement.recorded_at)))
        return (who, _COMMA, time, _DASH) if who else (time, _DASH)

    def _said(self, statement: StatementView) -> tuple[Run, ...]:
        text = self._speakers.text_of(statement, statement.text)
        if statement.verbatim:
            return (Run(RunRole.VERBATIM, self._wording.quoted(text)),)
        kind = self._kind(statement)
        if kind is None:
            return (_made(Run, (_PLAIN, text)),)
        return (kind, _made(Run, (_PLAIN, f" {text}")))

    def _kind(self, statement: StatementView) -> Run | None:
        if statement.kind is not _ACTOR:
            return self._kinds.get(statement.kind)
        taking_part = {actor.participation for actor in statement.actors}
        if not taking_part:
            read_as = _READ_AS.get(self._readings.get(statement.plan_item_uid, Reading.NONE))
            taking_part = {read_as} if read_as else set()
        one = next(iter(taking_part)) if len(taking_part) == 1 else ""
        return self._kinds.get(f"actor_{one}" if one else StatementKind.ACTOR)

    def _kind_runs(self) -> dict[str, Run]:
        """The words before a text. A plain remark has none: it is not more than its text."""
        if not self._options.statement_kinds:
            return {}
        names = [kind.value for kind in StatementKind if kind is not StatementKind.REMARK]
        names.extend(f"actor_{participation}" for participation in Participation)
        word = self._wording.texts.get
        return {
            name: Run(RunRole.KIND, word(f"vocabulary.StatementKind.protocol.{name}") + ":")
            for name in names
        }

    def _one_addition(self, statement: StatementView) -> tuple[Run, ...]:
        runs: list[Run] = []
        for addition in self._additions(statement):
            runs.extend((plain(" · "), *addition) if runs else addition)
        return tuple(runs)

    def _additions(self, statement: StatementView) -> list[tuple[Run, ...]]:
        """Label and value of what was added afterwards, the small fields on one line."""
        additions = []
        if addressees := self.addressees(statement):
            additions.append(self._addition("addressees", addressees))
        details = statement.details
        if details.reason:
            reason = self._speakers.text_of(statement, details.reason)
            additions.append(self._addition("reason", reason))
        small: list[Run] = []
        for name in _DETAILS:
            if name == "purpose" and says(statement.text, details.purpose):
                continue  # "A + B: wofür" has just said it
            if value := self._speakers.text_of(statement, self._detail(details, name)):
                small.extend((plain(" · "),) if small else ())
                small.extend(self._addition(name, value))
        if small:
            additions.append(tuple(small))
        if self._with_answers:
            additions += self._answers(statement)
        if self._options.themes and statement.themes:
            additions.append(self._addition("themes", ", ".join(statement.themes)))
        if self._options.memos and statement.memo:
            memo = self._speakers.text_of(statement, statement.memo)
            additions.append(self._addition("memo", memo))
        additions.extend(self._differing_views(statement))
        return additions

    def _answers(self, statement: StatementView) -> list[tuple[Run, ...]]:
        """How many agreed and disagreed, and what was said when it was read back."""
        say = self._wording.say
        counts = (("assent", statement.assent), ("dissent", statement.dissent))
        counted = [say(f"minutes.answers.{name}", n=n) for name, n in counts if n]
        found = [self._addition("in_the_room", ", ".join(counted))] if counted else []
        if statement.outcome:
            outcome = self._wording.texts.word(statement.outcome)
            found.append(self._addition("reading_back", outcome))
        return found

    def _differing_views(self, statement: StatementView) -> Iterator[tuple[Run, ...]]:
        """What others said about it afterwards, each with its label."""
        label = self._wording.say("minutes.addition.differing")
        for who, text in self.differing(statement):
            by = (_SPACE, who, Run(RunRole.LABEL, ":")) if who else ()
            yield (Run(RunRole.LABEL, f"{label} –" if who else f"{label}:"), *by, plain(f" {text}"))

    def differing(self, statement: StatementView) -> Iterator[tuple[Run | None, str]]:
        """What others said about it afterwards, with their names as they may be named."""
        for view in self._differing.get(statement.uid, ()):
            text = self._speakers.text_of(statement, view.text)
            asks = self._wording.say("minutes.leave_out")
            yield self._speakers.of_person(view.participant_uid), text or asks

    def _addition(self, name: str, value: str) -> tuple[Run, ...]:
        label = self._wording.say(f"minutes.addition.{name}")
        return (Run(RunRole.LABEL, f"{label}:"), plain(f" {value}"))

    def addressees(self, statement: StatementView) -> str:
        """To whom it is directed, in words."""
        words = [self._wording.texts.word(addressee) for addressee in statement.addressees]
        note = self._speakers.protection.remark(statement.addressee_note)
        if note and words:
            return f"{', '.join(words)} ({note})"
        return note or ", ".join(words)

    def _detail(self, details: StatementDetails, name: str) -> str:
        if name == "status":
            return self._wording.texts.word(details.status) if details.status else ""
        value = str(getattr(details, name))
        return self._speakers.protection.typed(value) if name in _NAMES_PEOPLE else value

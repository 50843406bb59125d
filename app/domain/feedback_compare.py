"""What a form that came back asks for: its answers beside what the statements say.

People do with a form what they like. What can be understood becomes an answer, what is doubtful a
problem with its place; nothing is guessed that would change a statement.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from app.domain.feedback import (
    MAX_COMMENT,
    FeedbackView,
    FormDifferences,
    FormProblem,
    Printed,
    ProposedFeedback,
    ReturnedForm,
    ReturnedRow,
)
from app.domain.text import fold
from app.domain.vocabulary import FeedbackAnswer

_SHOWN = 80
"""So much of what was found is quoted in a problem."""
_WORDS: dict[FeedbackAnswer, tuple[str, ...]] = {
    FeedbackAnswer.AGREE: (
        *("stimmt so", "stimmt", "ja", "ok", "okay", "passt", "passt so", "einverstanden"),
        *("in ordnung", "richtig", "correct as it is", "correct", "yes", "agreed", "fine"),
    ),
    FeedbackAnswer.CHANGE: (
        *("bitte aendern", "bitte ändern", "aendern", "ändern", "please change", "change"),
    ),
    FeedbackAnswer.LEAVE_OUT: (
        *("bitte weglassen", "weglassen", "bitte streichen", "streichen", "bitte löschen"),
        *("löschen", "please leave out", "leave out", "please delete", "delete"),
    ),
}
_ANSWERS = {fold(word): answer for answer, words in _WORDS.items() for word in words}
_UNTOUCHED = frozenset(map(fold, ("", "bitte wählen", "please choose", "-", "–", "?")))


@dataclass(slots=True)
class _Reading:
    """What becomes of the rows, one after the other."""

    answers: list[ProposedFeedback]
    problems: list[FormProblem]
    unanswered: int = 0


def compare(
    form: ReturnedForm,
    printed: Mapping[str, Printed],
    participant_uid: str | None,
    known: Iterable[FeedbackView],
) -> FormDifferences:
    """Compare a form with the statements by their evidence numbers.

    ``known``: the answers that are stored already.
    """
    reading = _Reading([], [])
    taken: set[str] = set()
    for row in form.rows:
        if row.is_merged:
            reading.problems.append(_problem("merged", row, row.text))
        elif not row.evidence:
            if row.text or row.wording:
                reading.problems.append(_problem("number_missing", row, row.text or row.wording))
        elif (statement := printed.get(row.evidence)) is None:
            reading.problems.append(_problem("number_unknown", row, row.wording or row.text))
        elif row.evidence in taken:
            reading.problems.append(_problem("number_twice", row, row.wording or row.answer))
        else:
            taken.add(row.evidence)
            _read(reading, row, statement)
    if form.comments:
        reading.problems.append(FormProblem("comments", found=str(form.comments)))
    seen = set(map(_key, known))
    answers = tuple(
        replace(each, is_known=_key_of(form, participant_uid, each) in seen)
        for each in reading.answers
    )
    problems = tuple(reading.problems)
    return FormDifferences(
        form.form, form.who, participant_uid, answers, reading.unanswered, problems
    )


def _read(reading: _Reading, row: ReturnedRow, statement: Printed) -> None:
    said = fold(_plain(row.answer)).strip(" .!")
    answer = None if said in _UNTOUCHED else _ANSWERS.get(said)
    wording, comment = _wording(row, statement), ""
    if said not in _UNTOUCHED and answer is None:
        reading.problems.append(_problem("answer_unknown", row, row.answer))
        answer, comment = FeedbackAnswer.CHANGE, row.answer[:MAX_COMMENT]
    if not row.text:
        reading.problems.append(_problem("text_missing", row, ""))
    if answer is None and not wording:
        reading.unanswered += 1
        return
    if answer is FeedbackAnswer.AGREE and wording:
        reading.problems.append(_problem("agrees_but_changes", row, wording))
        answer = FeedbackAnswer.CHANGE
    if answer is FeedbackAnswer.CHANGE and not (wording or comment):
        reading.problems.append(_problem("no_wording", row, ""))
    reading.answers.append(
        ProposedFeedback(
            statement_uid=statement.uid,
            evidence=row.evidence,
            before=statement.text,
            answer=answer or FeedbackAnswer.CHANGE,
            wording=wording,
            comment=comment,
            tracked=row.tracked,
        )
    )


def _wording(row: ReturnedRow, statement: Printed) -> str:
    """What the statement shall say: from its own field, or typed into what was printed."""
    if row.wording and _plain(row.wording) != _plain(statement.text):
        return row.wording
    known = {_plain(text) for text in (statement.text, *statement.wordings)}
    return row.text if row.text and _plain(row.text) not in known else ""


def _plain(text: str) -> str:
    """``text`` as any program would give it back: spaces of one kind, none at the ends."""
    return re.sub(r"\s+", " ", text).strip()


def _problem(code: str, row: ReturnedRow, found: str) -> FormProblem:
    shown = _plain(found)
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN].rsplit(' ', 1)[0]} …"
    return FormProblem(code, row.line, row.evidence, shown)


_Key = tuple[str, str, str, FeedbackAnswer, str, str]


def _key(view: FeedbackView) -> _Key:
    whose = view.participant_uid or fold(view.who)
    return view.form, whose, view.evidence, view.answer, _plain(view.wording), view.comment


def _key_of(form: ReturnedForm, participant_uid: str | None, answer: ProposedFeedback) -> _Key:
    whose = participant_uid or fold(form.who)
    wording = _plain(answer.wording)
    return form.form, whose, answer.evidence, answer.answer, wording, answer.comment

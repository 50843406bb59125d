"""The command that reads a feedback form: what it asks for, and keeping that for the window."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.calls import AddCommand, Call, print_json

if TYPE_CHECKING:
    from app.domain.feedback import FormDifferences, FormProblem, ProposedFeedback


def add_commands(command: AddCommand, word: Callable[[str], str]) -> None:
    """Add it to the parser; ``command`` makes one, ``word`` gives its help."""
    feedback = command("feedback", _feedback)
    feedback.add_argument("session", metavar="SESSION", help=word("session"))
    feedback.add_argument("file", type=Path, metavar="FILE", help=word("feedback_file"))
    feedback.add_argument("--dry-run", action="store_true", help=word("feedback_dry_run"))
    feedback.add_argument("--json", action="store_true", help=word("json"))
    feedback.formatter_class = argparse.RawDescriptionHelpFormatter
    feedback.epilog = word("feedback_json")


def _feedback(call: Call) -> int:
    options = call.options
    with call.services(writing=False) as services:
        session = services.views.find_session(options.session)
        forms = services.feedback_forms
        found = forms.look_at(session, options.file)
        stored = 0 if options.dry_run else forms.take(session, found)
    if options.json:
        print_json(_as_json(call, session, found, stored))
        return 0
    for answer in found.answers:
        call.say("feedback_answer", **_answer_words(call, answer))
    for problem in found.problems:
        call.note("feedback_problem", text=_problem_text(call, problem))
    who = found.who or call.texts.get("command_line.feedback_nobody")
    counts = {"count": len(found.new), "open": len(found.to_decide), "free": found.unanswered}
    call.say("feedback_looked" if options.dry_run else "feedback_taken", who=who, **counts)
    return 0


def _answer_words(call: Call, answer: ProposedFeedback) -> dict[str, str]:
    wording = " ".join((answer.wording or answer.comment).split())
    known = call.texts.get("command_line.feedback_known") if answer.is_known else ""
    return {
        "evidence": answer.evidence,
        "answer": call.texts.word(answer.answer),
        "wording": f" – {wording}" if wording else "",
        "known": f" ({known})" if known else "",
    }


def _problem_text(call: Call, problem: FormProblem) -> str:
    values = {"line": problem.line, "evidence": problem.evidence, "found": problem.found}
    return call.texts.get(f"errors.feedback_problem.{problem.code}", **values)


def _as_json(call: Call, session: str, found: FormDifferences, stored: int) -> dict[str, Any]:
    """As the help of the command describes it."""
    return {
        "session": session,
        "form": found.form,
        "who": found.who,
        "participant": found.participant_uid,
        "stored": stored,
        "unanswered": found.unanswered,
        "answers": [_answer_json(each) for each in found.answers],
        "problems": [
            {
                "code": each.code,
                "line": each.line,
                "evidence": each.evidence,
                "found": each.found,
                "text": _problem_text(call, each),
            }
            for each in found.problems
        ],
    }


def _answer_json(answer: ProposedFeedback) -> dict[str, Any]:
    from app.domain.history import word_differences

    pieces = word_differences(answer.before, answer.wording) if answer.wording else ()
    return {
        "evidence": answer.evidence,
        "statement": answer.statement_uid,
        "answer": answer.answer.value,
        "before": answer.before,
        "wording": answer.wording,
        "differences": [[what.value, text] for what, text in pieces],
        "comment": answer.comment,
        "tracked": answer.tracked,
        "known": answer.is_known,
    }

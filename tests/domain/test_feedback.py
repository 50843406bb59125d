"""Forms that come back: what is understood, what is doubtful, and that nothing is guessed."""

import datetime as dt

import pytest

from app.domain.feedback import (
    FeedbackView,
    FormDifferences,
    Printed,
    ReturnedForm,
    ReturnedRow,
    differing_views,
    needs_reason,
)
from app.domain.feedback_compare import compare
from app.domain.vocabulary import FeedbackAnswer, FeedbackDecision, FeedbackWay

TEXT = "Die Nachbarschaft kocht donnerstags."
PRINTED = {
    "KAL-1-1": Printed("s1", TEXT, ("Die Nachbarschaft kocht.",)),
    "KAL-1-2": Printed("s2", "Der Saal steht leer."),
}


def form(*rows: ReturnedRow, who: str = "Karin Weiß", comments: int = 0) -> ReturnedForm:
    return ReturnedForm("session", "0A1B2C3D", "", who, rows, comments)


def row(
    answer: str = "", wording: str = "", *, text: str = TEXT, evidence: str = "KAL-1-1"
) -> ReturnedRow:
    return ReturnedRow(1, evidence, text, answer, wording)


def compared(*rows: ReturnedRow, known: tuple[FeedbackView, ...] = ()) -> FormDifferences:
    return compare(form(*rows), PRINTED, None, known)


def codes(found: FormDifferences) -> list[str]:
    return [problem.code for problem in found.problems]


def view(**more: object) -> FeedbackView:
    values: dict[str, object] = {
        "uid": "f1",
        "statement_uid": "s1",
        "plan_item_uid": "i1",
        "evidence": "KAL-1-1",
        "text": TEXT,
        "participant_uid": None,
        "who": "Karin Weiß",
        "is_own": False,
        "way": FeedbackWay.FORM,
        "given_on": dt.date(2026, 11, 28),
        "answer": FeedbackAnswer.CHANGE,
        "wording": "Anders.",
        "comment": "",
        "tracked": False,
        "form": "0A1B2C3D",
    }
    return FeedbackView(**{**values, **more})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("stimmt so", FeedbackAnswer.AGREE),
        ("Stimmt so.", FeedbackAnswer.AGREE),
        ("  JA ", FeedbackAnswer.AGREE),
        ("bitte ändern", FeedbackAnswer.CHANGE),
        ("Bitte aendern", FeedbackAnswer.CHANGE),
        ("bitte weglassen", FeedbackAnswer.LEAVE_OUT),
        ("streichen!", FeedbackAnswer.LEAVE_OUT),
    ],
)
def test_answers_are_read_as_people_write_them(typed: str, answer: FeedbackAnswer) -> None:
    (found,) = compared(row(typed)).answers
    assert found.answer is answer


@pytest.mark.parametrize("typed", ["", "bitte wählen", "Bitte wählen ", "–"])
def test_what_is_left_free_is_no_answer(typed: str) -> None:
    found = compared(row(typed))
    assert (found.answers, found.unanswered, found.problems) == ((), 1, ())


def test_a_wording_alone_is_a_change() -> None:
    (found,) = compared(row(wording="Sie kocht freitags.")).answers
    assert (found.answer, found.wording) == (FeedbackAnswer.CHANGE, "Sie kocht freitags.")


def test_typing_over_the_printed_text_is_a_change_too() -> None:
    (found,) = compared(row(text="Die Nachbarschaft kocht freitags.")).answers
    assert (found.answer, found.wording) == (
        FeedbackAnswer.CHANGE,
        "Die Nachbarschaft kocht freitags.",
    )


@pytest.mark.parametrize("text", ["Die Nachbarschaft kocht.", "Die Nachbarschaft  kocht\n."])
def test_an_earlier_wording_is_none(text: str) -> None:
    """The statement was changed here after the form had gone out; nobody has typed that."""
    found = compared(row(text=" ".join(text.split()).replace(" .", ".")))
    assert (found.answers, found.unanswered) == ((), 1)


def test_an_earlier_wording_can_be_asked_for() -> None:
    (found,) = compared(row("bitte ändern", "Die Nachbarschaft kocht.")).answers
    assert found.wording == "Die Nachbarschaft kocht."


def test_an_answer_outside_the_choices_is_kept_as_a_remark() -> None:
    found = compared(row("nur halb"))
    (answer,) = found.answers
    assert (answer.answer, answer.comment) == (FeedbackAnswer.CHANGE, "nur halb")
    assert codes(found) == ["answer_unknown"]


def test_agreeing_and_changing_is_a_change_and_said() -> None:
    found = compared(row("stimmt so", "Anders."))
    assert found.answers[0].answer is FeedbackAnswer.CHANGE
    assert codes(found) == ["agrees_but_changes"]


def test_a_change_without_saying_which_is_said() -> None:
    assert codes(compared(row("bitte ändern"))) == ["no_wording"]


def test_rows_that_fit_nothing_are_problems_and_no_answers() -> None:
    merged = ReturnedRow(2, "", "zwei Zeilen", "", "", is_merged=True)
    found = compared(
        row("bitte weglassen", evidence=""),
        merged,
        row("bitte weglassen", evidence="KAL-9-9"),
        row("stimmt so"),
        row("bitte weglassen"),
    )
    assert codes(found) == ["number_missing", "merged", "number_unknown", "number_twice"]
    assert [answer.answer for answer in found.answers] == [FeedbackAnswer.AGREE]


def test_a_deleted_printed_text_alone_changes_nothing() -> None:
    found = compared(row(text=""))
    assert (found.answers, codes(found)) == ((), ["text_missing"])


def test_comments_in_the_margin_are_mentioned() -> None:
    found = compare(form(row(), comments=2), PRINTED, None, ())
    assert [(each.code, each.found) for each in found.problems] == [("comments", "2")]


def test_the_same_answer_again_is_known() -> None:
    answered = row("bitte ändern", "Anders.")
    assert [a.is_known for a in compared(answered, known=(view(),)).answers] == [True]
    assert compared(answered, known=(view(),)).new == ()


@pytest.mark.parametrize(
    "other",
    [{"wording": "Ganz anders."}, {"who": "Jemand"}, {"form": "FFFFFFFF"}, {"evidence": "KAL-1-2"}],
)
def test_another_answer_is_new(other: dict[str, object]) -> None:
    assert len(compared(row("bitte ändern", "Anders."), known=(view(**other),)).new) == 1


def test_only_refusals_and_the_words_of_others_need_a_reason() -> None:
    leave_out = view(answer=FeedbackAnswer.LEAVE_OUT)
    own = view(answer=FeedbackAnswer.LEAVE_OUT, is_own=True)
    assert needs_reason(view(), FeedbackDecision.DECLINED)
    assert needs_reason(leave_out, FeedbackDecision.ADOPTED)
    assert not needs_reason(own, FeedbackDecision.ADOPTED)
    assert not needs_reason(view(), FeedbackDecision.ADOPTED)
    assert not needs_reason(leave_out, FeedbackDecision.NOTED)


def test_who_agrees_leaves_nothing_to_decide() -> None:
    assert view().is_open
    assert not view(answer=FeedbackAnswer.AGREE).is_open
    assert not view(decision=FeedbackDecision.NOTED).is_open


def test_only_noted_answers_are_printed() -> None:
    noted = view(uid="n", decision=FeedbackDecision.NOTED)
    remark = view(uid="r", decision=FeedbackDecision.NOTED, wording="", comment="Zu hart.")
    gone = view(statement_uid=None, decision=FeedbackDecision.NOTED)
    found = differing_views([view(), view(decision=FeedbackDecision.ADOPTED), noted, remark, gone])
    assert [(v.uid, v.text, v.column) for v in found["s1"]] == [
        ("n", "Anders.", "wording"),
        ("r", "Zu hart.", "comment"),
    ]
    assert set(found) == {"s1"}

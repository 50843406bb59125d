"""The marks on sentences that no rule was written on, and the rules one by one."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.protocol_language import LONGEST, Avoided, language_marks
from app.domain.vocabulary import StatementKind

DATA = Path(__file__).resolve().parents[1] / "data" / "protocol_language"
LABELS = {"F": Avoided.FIRST_PERSON, "J": Avoided.JUDGING, "P": Avoided.PAST_TENSE}
PRECISION, RECALL = 0.9, 0.7

Sentence = tuple[frozenset[Avoided], StatementKind, str]


def labelled(name: str) -> list[Sentence]:
    lines = (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    rows = (line.split("\t") for line in lines)
    return [
        (frozenset(LABELS[c] for c in labels.split(",") if c in LABELS), StatementKind(kind), text)
        for labels, kind, text in rows
    ]


def marked(text: str, kind: StatementKind = StatementKind.OBSTACLE) -> list[str]:
    return [text[mark.start : mark.end] for mark in language_marks(text, kind)]


def counted(sentences: list[Sentence]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for wanted, kind, text in sentences:
        found = {mark.what for mark in language_marks(text, kind)}
        counts["right"] += len(wanted & found)
        counts["wrong"] += len(found - wanted)
        counts["missed"] += len(wanted - found)
    return counts


def test_few_marks_are_wrong_and_most_are_there() -> None:
    sentences = labelled("test")
    assert len(sentences) >= 150
    assert not {text for *_, text in sentences} & {text for *_, text in labelled("development")}
    counts = counted(sentences)
    assert counts["right"] / (counts["right"] + counts["wrong"]) >= PRECISION
    assert counts["right"] / (counts["right"] + counts["missed"]) >= RECALL


def test_each_kind_of_mark_is_found_for_itself() -> None:
    for what in Avoided:
        sentences = [(w & {what}, k, t) for w, k, t in labelled("test") if not w - {what}]
        counts = counted(sentences)
        assert counts["right"] / (counts["right"] + counts["missed"]) >= RECALL, what


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ich weiß, dass wir leider warten.", ["Ich", "wir", "leider"]),
        ("„Ich war leider allein“, sagt ein Gast.", []),
        ('Eine Frau sagt: "Wir waren dort.', []),
        ("»Unser Haus« und “wir” und ‚mein‘", []),
        ("Das Wir-Gefühl der Ich-AG", []),
        ("Natürliche Orte", []),
        ("Der Antrag wurde leider abgelehnt.", ["wurde", "leider"]),
        ("Die Stadt hat zugesagt.", ["hat"]),
        ("Der Vertrag ist befristet.", []),
        ("Die Kosten würden steigen, könnte man sagen.", []),
    ],
)
def test_what_is_marked(text: str, words: list[str]) -> None:
    assert marked(text) == words


@pytest.mark.parametrize(
    "kind", [StatementKind.REASON, StatementKind.EXPERIENCE, StatementKind.ACTIVITY]
)
def test_what_happened_may_stand_in_the_past(kind: StatementKind) -> None:
    assert marked("Der Laden wurde geschlossen.") == ["wurde"]
    assert marked("Der Laden wurde geschlossen.", kind) == []
    assert marked("Leider wurde unser Laden geschlossen.", kind) == ["Leider", "unser"]


def test_a_quote_and_a_very_long_text_are_left_alone() -> None:
    assert language_marks("Ich war da.", StatementKind.OBSTACLE, verbatim=True) == ()
    assert marked("ich " * (LONGEST // 4)) != []
    assert marked("ich " * LONGEST) == []


@given(st.text(max_size=80))
def test_marks_lie_in_the_text(text: str) -> None:
    marks = language_marks(text, StatementKind.OBSTACLE)
    assert list(marks) == sorted(marks, key=lambda mark: mark.start)
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)

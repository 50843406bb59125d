"""The look as numbers: contrasts of every pair that is used, and kinds with their colours."""

import dataclasses

import pytest
from PySide6.QtGui import QColor

from app.domain.vocabulary import StatementKind
from ui.style.tokens import DARK, LIGHT, Tokens, Tone, contrast, tone_of

THEMES = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])

TEXT = 4.5
PART = 3.0

TEXT_PAIRS = [
    *((ink, ground) for ink in ("ink", "ink2") for ground in ("paper", "surface", "sunk", "tint")),
    *(("ink3", ground) for ground in ("paper", "surface", "sunk")),
    *(("primary", ground) for ground in ("paper", "surface", "sunk", "tint")),
    ("on_primary", "primary"),
    ("on_primary", "hover"),
    *((state, ground) for state in ("settled", "error", "open") for ground in ("paper", "surface")),
    ("open", "tint"),
]
PART_PAIRS = [
    *(("control", ground) for ground in ("paper", "surface", "sunk")),
    *(("focus", ground) for ground in ("paper", "surface", "sunk", "tint")),
    *(("primary", ground) for ground in ("paper", "surface", "sunk", "tint")),
    *(("result", ground) for ground in ("surface", "tint")),
    ("empty_star", "surface"),
    *(("disabled", ground) for ground in ("paper", "surface")),
]


def weak_texts(tokens: Tokens) -> list[str]:
    """Pairs of text and ground below 4.5 : 1, chips included."""
    pairs = [(ink, ground, tokens.color(ink), tokens.color(ground)) for ink, ground in TEXT_PAIRS]
    pairs += [(tone, "chip", tokens.chip(tone).ink, tokens.chip(tone).ground) for tone in Tone]
    return [f"{a} on {b}" for a, b, ink, ground in pairs if contrast(ink, ground) < TEXT]


@THEMES
def test_text_can_be_read_on_every_ground_it_stands_on(tokens: Tokens) -> None:
    assert weak_texts(tokens) == []


@THEMES
def test_borders_rings_and_stars_can_be_seen(tokens: Tokens) -> None:
    weak = [
        f"{part} on {ground}"
        for part, ground in PART_PAIRS
        if contrast(tokens.color(part), tokens.color(ground)) < PART
    ]
    assert weak == []


def test_a_paler_text_would_be_noticed() -> None:
    pale = dataclasses.replace(LIGHT, ink3=QColor("#8A959C"))
    assert weak_texts(pale) == ["ink3 on paper", "ink3 on surface", "ink3 on sunk"]


def test_contrast_is_that_of_wcag() -> None:
    white, black = QColor("#FFFFFF"), QColor("#000000")
    assert contrast(white, black) == pytest.approx(21)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(QColor("#767676"), white) == pytest.approx(4.54, abs=0.01)


def test_an_empty_star_on_dark_tint_is_ink_3_because_control_is_too_pale() -> None:
    assert contrast(DARK.control, DARK.tint) < PART
    assert contrast(DARK.empty_star, DARK.tint) >= PART


def test_every_kind_has_the_colour_of_its_group() -> None:
    assert {kind: tone_of(kind) for kind in StatementKind} == {
        StatementKind.OBSTACLE: Tone.OBSTACLE,
        StatementKind.CONDITION: Tone.OBSTACLE,
        StatementKind.ACTOR: Tone.ACTOR,
        StatementKind.POTENTIAL: Tone.IDEA,
        StatementKind.GOAL: Tone.IDEA,
        StatementKind.REASON: Tone.NEUTRAL,
        StatementKind.ACTIVITY: Tone.NEUTRAL,
        StatementKind.EXPERIENCE: Tone.NEUTRAL,
        StatementKind.COOPERATION: Tone.NEUTRAL,
        StatementKind.RECOMMENDATION: Tone.NEUTRAL,
        StatementKind.AGREEMENT: Tone.NEUTRAL,
        StatementKind.QUESTION: Tone.NEUTRAL,
        StatementKind.REMARK: Tone.NEUTRAL,
    }

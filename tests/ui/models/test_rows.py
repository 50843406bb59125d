"""Statements and plan items in words: what is painted and what a screen reader says."""

import dataclasses

import pytest

from app.domain.statements import Actor
from app.domain.vocabulary import Participation, StatementKind
from app.texts import Texts
from tests.support.cards import EVENING, maker, plan, rows, statement
from ui.models.plan_model import ItemState, PlanModel, PlanRows
from ui.models.statement_model import RowMaker, StatementModel
from ui.widgets.plan_column import plan_words
from ui.widgets.statement_list import row_words

pytestmark = pytest.mark.usefixtures("german")


def test_a_card_says_who_what_kind_and_when() -> None:
    row = rows()[0]
    assert (row.name, row.organisation, row.initials) == (
        "Karin Weiß",
        "Kirchengemeinde St. Lukas",
        "KW",
    )
    assert (row.kind, row.kind_word) == (StatementKind.COOPERATION, "Kooperation")
    assert row.reading == "gelesen: 2 Partner, 1 Zweck"
    assert row.accessible == (
        "Karin Weiß, 17:38 Uhr, Kooperation, gelesen: 2 Partner, 1 Zweck: "
        "Kirchengemeinde St. Lukas + Heimstatt eG: Gästewohnung"
    )


def test_times_are_those_of_the_session_not_of_the_computer() -> None:
    assert EVENING.hour == 16
    assert {row.time for row in rows()} == {"17:38"}


def test_quote_and_result_are_said() -> None:
    _, _, quote, result, _ = rows()
    assert "Zitat" in quote.accessible
    assert result.accessible.startswith("noch ohne Person, 17:38 Uhr, Hemmnis, Ergebnis: ")


def test_a_quote_is_shown_in_the_marks_of_the_language_and_kept_as_it_was_typed() -> None:
    quote = statement("x", "Wer kommt?", verbatim=True)
    row = maker().row(quote)
    assert (row.text, row.shown) == ("Wer kommt?", "„Wer kommt?“")
    assert row.accessible.endswith("Zitat: Wer kommt?")
    english = RowMaker(Texts("en"), row_words(), "Europe/Berlin").row(quote)
    assert english.shown == "“Wer kommt?”"
    assert maker().row(statement("x", "Wer kommt?")).shown == "Wer kommt?"
    assert rows()[2].shown == rows()[2].text


def test_initials_that_fit_several_stand_in_the_place_of_the_name() -> None:
    row = rows()[-1]
    assert (row.name, row.unclear, row.initials) == ("", "SB?", "")
    assert row.accessible.startswith("SB?, ")


def test_a_source_stands_for_a_person() -> None:
    row = maker().row(statement("x", participant_uid=None, source="Tisch 2"))
    assert row.name == "Tisch 2"
    assert row.initials


@pytest.mark.parametrize("language", ["de", "en"])
@pytest.mark.parametrize(
    "kind", [kind for kind in StatementKind if kind is not StatementKind.REMARK]
)
def test_a_chip_begins_with_a_capital_and_inside_a_sentence_the_word_is_as_usual(
    language: str, kind: StatementKind
) -> None:
    texts = Texts(language)
    row = RowMaker(texts, row_words(), "Europe/Berlin").row(statement("x", kind=kind))
    assert row.kind_word[0].isupper()
    assert row.kind_word.lower() == texts.word(kind).lower()
    assert f", {texts.word(kind)}: " in row.accessible


def test_a_remark_has_no_chip_but_is_said() -> None:
    row = maker().row(statement("x", kind=StatementKind.REMARK))
    assert (row.kind, row.kind_word) == (None, "")
    assert "Anmerkung" in row.accessible


@pytest.mark.parametrize(
    ("taking_part", "missing", "read"),
    [
        (1, 0, "gelesen: 1 macht mit"),
        (3, 0, "gelesen: 3 machen mit"),
        (0, 1, "gelesen: 1 fehlt noch"),
        (2, 2, "gelesen: 2 machen mit, 2 fehlen noch"),
        (0, 0, ""),
    ],
)
def test_what_was_read_is_counted(taking_part: int, missing: int, read: str) -> None:
    actors = [Actor(name=str(n)) for n in range(taking_part)]
    actors += [Actor(name=str(n), participation=Participation.MISSING) for n in range(missing)]
    view = statement("x", kind=StatementKind.ACTOR, actors=tuple(actors))
    assert maker().reading(view) == read


def plan_rows() -> PlanRows:
    return PlanRows(Texts("de"), plan_words())


def test_the_plan_while_leading() -> None:
    starts = {"o": "16:15", "q3": "17:25", "q4": "17:35", "b": "17:50"}
    opening, before, running, pause, *_ = plan_rows().live(plan(), starts, written_to="q3")
    assert [row.state for row in (opening, before, running, pause)] == [
        ItemState.DONE,
        ItemState.DONE,
        ItemState.RUNNING,
        ItemState.COMING,
    ]
    assert running.detail == "17:35 · 15 min · läuft"
    assert (before.detail, before.written_to) == ("Ihre Zeile gehört hierher", True)
    assert (opening.start, opening.count) == ("16:15", "")
    assert running.accessible == "Leitfrage 4, Kooperationen, 17:35 · 15 min · läuft, 4 Beiträge"
    assert pause.accessible == "Pause, 17:50 · 15 min, 0 Beiträge"


def test_the_line_belongs_to_the_running_item_without_a_sign() -> None:
    rows = plan_rows().live(plan(), {}, written_to="q4")
    assert not any(row.written_to for row in rows)


def test_the_plan_in_the_review() -> None:
    opening, three, four, _, five, _ = plan_rows().review(plan())
    assert [row.detail for row in (opening, three, four, five)] == [
        "",
        "1 Ergebnis",
        "3 Ergebnisse",
        "noch kein Ergebnis",
    ]
    assert [row.has_results for row in (opening, four, five)] == [None, True, False]
    assert five.accessible == "Leitfrage 5, Wer macht mit?, noch kein Ergebnis, 1 Beitrag"


def test_the_plan_knows_what_runs(qapp: object) -> None:
    model = PlanModel()
    assert model.running_uid() == ""
    model.set_rows(plan_rows().live(plan(), {}))
    assert model.running_uid() == "q4"


def test_changing_one_statement_changes_one_row(qapp: object) -> None:
    model, changed = StatementModel(), []
    model.set_rows(rows())
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.row())))
    model.set_rows(
        [dataclasses.replace(row, is_result=True) if row.uid == "2" else row for row in rows()]
    )
    assert changed == [(1, 1)]


def test_the_group_of_a_card_is_said() -> None:
    row = maker().row(statement("x", "Café", cluster="Orte"))
    assert row.cluster == "Gruppe: Orte"
    assert "Gruppe: Orte" in row.accessible
    assert maker().row(statement("x", "Café")).cluster == ""

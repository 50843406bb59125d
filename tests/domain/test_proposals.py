"""What is proposed while a line is typed, and what choosing it makes of the line."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import Line
from app.domain.proposals import completions
from app.domain.shorthand import parse
from app.domain.text_blocks import TextBlockView
from app.domain.vocabulary import StatementKind
from tests.domain.entry_context import CONTEXT, read


def labels(text: str, cursor: int | None = None) -> list[str]:
    at = len(text) if cursor is None else cursor
    return [completion.label for completion in completions(Line(text), at, CONTEXT)]


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        (
            "@",
            ["Dr. Henrik von Voss", "Sabine Becker", "Karin Weiß", "Stefan Braun", "Jana Arndt"],
        ),
        ("@s", ["Sabine Becker", "Stefan Braun"]),
        ("*@we", ["Karin Weiß"]),
        ("/ziel @we", ["Karin Weiß"]),
        ("@hamm", ["Karin Weiß", "Sabine Becker"][::-1]),
        ("kw: @ho", []),
        ("Text @we", ["Karin Weiß"]),
        ("> @we", ["Karin Weiß"]),
        ("+ mit @we", ["Karin Weiß"]),
        ("> fragt /", []),
        ("> fragt #", []),
        ("@Ute", ["Ute"]),
        ("@Ute Jansen, Bürgerin", ["Ute Jansen"]),
        ("@Jansen, Ute, Stadt Hamm", ["Ute Jansen"]),
        ("@Ute von Jansen ", ["Ute von Jansen"]),
        ("@We", ["Karin Weiß", "We"]),
        ("@Weiß", ["Karin Weiß"]),
        ("@Karin Weiß, Land", []),
        ("@Ute wir fangen an", []),
        ("@Ute, wir. fangen an", []),
        ("@Ute Jansen: ja", []),
        ("@ute", []),
        ("@U", []),
        ("sb:", ["Sabine Becker", "Stefan Braun"]),
        ("sb: ", ["Sabine Becker", "Stefan Braun"]),
        ("sb: x", []),
        ("kw:", []),
        ("/", ["Hemmnis", "Ziel", "Anlass/Beweggrund", "Aktivität", "offene Frage"]),
        ("/h", ["Hemmnis"]),
        ("/A", ["Anlass/Beweggrund", "Aktivität", "Anmerkung"]),
        ("Kein Geld /hem", ["Hemmnis"]),
        ("/xy", []),
        ("/ ", []),
        ("#", ["Wohnen", "Pflege und Alter", "Pflege", "Räume"]),
        ("#pf", ["Pflege und Alter", "Pflege", "pf"]),
        ("#alt", ["Pflege und Alter", "alt"]),
        ("#pflege", ["Pflege und Alter", "Pflege"]),
        ("#pflege u", ["Pflege und Alter"]),
        ("#Klima", ["Klima"]),
        ("#Klima und", []),
        ("#1", []),
        ("Bürger*innen und/oder", []),
        ("", []),
    ],
)
def test_completions(typed: str, proposed: list[str]) -> None:
    assert labels(typed) == proposed


def test_completions_belong_to_the_cursor() -> None:
    assert labels("/h kein Geld", 2) == ["Hemmnis"]
    assert labels("/h kein Geld", 8) == []


def test_completions_carry_what_the_popup_shows() -> None:
    (person,) = completions(Line("@we"), 3, CONTEXT)
    assert (person.insert, person.value, person.detail) == ("@Karin Weiß", "kw", "Diakonie Hamm")
    (new,) = completions(Line("#Klima"), 6, CONTEXT)
    assert (new.is_new, new.value) == (True, "Klima")


def test_choosing_makes_the_chip_that_typing_did_not() -> None:
    line = Line("@s Wir fangen an #klima /h")
    line = line.chose(completions(line, 2, CONTEXT)[1])
    cursor = line.text.index("#klima") + 6
    line = line.chose(completions(line, cursor, CONTEXT)[0])
    line = line.chose(completions(line, len(line.text), CONTEXT)[0])
    assert line.text == "@Stefan Braun Wir fangen an #klima /Hemmnis "
    parsed = parse(line, CONTEXT)
    assert (parsed.text, parsed.participant_uid) == ("Wir fangen an", "sb2")
    assert (parsed.themes, parsed.kind) == (("klima",), StatementKind.OBSTACLE)
    assert completions(line, 5, CONTEXT) == ()


def test_settling_an_unclear_name_at_once() -> None:
    line = Line("sb: Wir fangen an")
    chosen = line.chose(completions(line, 3, CONTEXT)[0])
    parsed = parse(chosen, CONTEXT)
    assert chosen.text == "@Sabine Becker Wir fangen an"
    assert (parsed.text, parsed.participant_uid, parsed.person_unclear) == (
        "Wir fangen an",
        "sb1",
        "",
    )


def test_a_chosen_person_speaks_before_the_text_and_is_spoken_about_inside() -> None:
    line = Line("@we")
    line = line.chose(completions(line, 3, CONTEXT)[0]).edited(0, 0, "Auch ")
    parsed = parse(line, CONTEXT)
    assert (parsed.text, parsed.participant_uid) == ("Auch Karin Weiß", None)
    assert parsed.about == ("kw",)
    parsed = parse(line.edited(0, 5, ""), CONTEXT)
    assert (parsed.text, parsed.participant_uid, parsed.about) == ("", "kw", ())


def test_somebody_new_carries_what_was_typed() -> None:
    (new,) = completions(Line("@Ute Jansen, Bürgerin"), 21, CONTEXT)
    assert (new.is_new, new.value) == (True, "Ute Jansen, Bürgerin")
    assert (new.label, new.detail, new.insert) == ("Ute Jansen", "Bürgerin", "@Ute Jansen")


@given(st.text("kwsb:@/#*\"'!?+> zielWohnen\n.,", max_size=40), st.integers(0, 40))
def test_any_line_and_cursor_give_few_usable_proposals(text: str, cursor: int) -> None:
    line = Line(text)
    parse(line, CONTEXT)
    proposals = completions(line, min(cursor, len(text)), CONTEXT)
    assert len(proposals) <= 5
    for proposal in proposals:
        chosen = line.chose(proposal)
        assert chosen.text.startswith(proposal.insert, proposal.start)
        assert any(span.value == proposal.value for span in parse(chosen, CONTEXT).spans)


BLOCKS = replace(
    CONTEXT, blocks=(TextBlockView("1", "fw", "Feuerwehr\nKalkofen"), TextBlockView("2", "ff", "x"))
)


def blocks_proposed(text: str, *, pasted: bool = False) -> list[tuple[str, str]]:
    line = Line().edited(0, 0, text, pasted=pasted)
    return [(c.label, c.detail) for c in completions(line, len(text), BLOCKS)]


def test_text_blocks_by_their_names() -> None:
    assert blocks_proposed("@ka ;") == [("fw", "Feuerwehr Kalkofen"), ("ff", "x")]
    assert blocks_proposed("Die ;FW") == [("fw", "Feuerwehr Kalkofen")]
    for text in ("Die; ", "Die;f", "; f", "fw", ";fwx"):
        assert blocks_proposed(text) == []
    assert blocks_proposed("Die ;fw", pasted=True) == []
    assert not completions(Line(";f"), 2, CONTEXT)


def test_a_semicolon_before_a_name_is_no_separator() -> None:
    assert read("@kw ;fw").text == ";fw"
    assert read("@kw; fw").text == read("@kw ; fw").text == "fw"

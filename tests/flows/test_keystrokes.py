"""Sixty statements by keys alone, with people, kinds, themes and marks: what each of them costs."""

import json
import random
import sys
from dataclasses import dataclass, field
from pathlib import Path

from app.domain.minutes import MinutesOptions
from app.domain.statements import NextStepView, StatementView
from app.domain.vocabulary import MinutesKind, StatementKind
from tests.support.evening import CREATED
from tests.support.german import German
from tests.support.keyboard import press, type_text
from tests.support.real_window import child, services_of, settle
from tests.support.room import Room
from tests.support.word import words_of
from ui.models.row_model import ROW_ROLE
from ui.pages import Step
from ui.program import Program
from ui.widgets.statement_entry import StatementEntry
from ui.widgets.statement_list import StatementCards

STATEMENTS = 60
QUESTIONS = (1, 2, 3, 6)
MOST_BESIDE_THE_TEXT = 8
"""Keys per statement for who, which kind, which theme, and Enter."""


@dataclass
class Typist:
    """Counts keys as they are pressed; a sign with Shift is one."""

    keys: int = 0
    texts: list[str] = field(default_factory=list)

    def type(self, text: str) -> None:
        type_text(text)
        self.keys += len(text)

    def press(self, *keys: str) -> None:
        press(*keys)
        self.keys += len(keys)

    def say(self, text: str, *, before: str = "", behind: str = "") -> None:
        """One statement: who and marks, the text, kind and theme, Enter."""
        if before.startswith("@"):
            self.type(before)
            self.press("Tab")
        else:
            self.type(before)
        self.type(f"{text}{behind}")
        self.press("Return")
        self.texts.append(text)


def live(program: Program) -> Room:
    """A planned session, its step Durchführen, the cursor in the line."""
    room = Room(services_of(program))
    program.frame.open_session(room.uid, Step.LIVE)
    settle(program)
    return room


def recorded(program: Program, room: Room) -> list[StatementView]:
    return list(services_of(program).views.statements(room.uid))


def test_sixty_statements_and_their_keys(program: Program) -> None:
    room, typist, german = live(program), Typist(), German(random.Random(60))
    before = ("kw: ", "mö: ", "", "@sab", "* ", "! ", "? ", "kw: ! ")
    behind = ("", " #Wohnen", "", " /potenzial", "", "")
    for number in range(STATEMENTS):
        if number % (STATEMENTS // len(QUESTIONS)) == 0:
            typist.press(f"Alt+{QUESTIONS[number // (STATEMENTS // len(QUESTIONS))]}")
        typist.say(
            german.text(45),
            before=before[number % len(before)],
            behind=behind[number % len(behind)],
        )
    statements = recorded(program, room)
    assert sorted(s.text for s in statements) == sorted(typist.texts)
    by_text = {text: number for number, text in enumerate(typist.texts)}
    for statement in statements:
        _check(statement, by_text[statement.text], room)
    beside = (typist.keys - sum(map(len, typist.texts))) / STATEMENTS
    each = typist.keys / STATEMENTS
    sys.stdout.write(f"\n{each:.1f} keys per statement, {beside:.1f} beside its text\n")
    assert beside <= MOST_BESIDE_THE_TEXT
    assert child(program, StatementEntry).is_empty()


def _check(statement: StatementView, number: int, room: Room) -> None:
    """Everything that was typed around the text has arrived, and nothing else."""
    kw, mo, sab = room.people
    who = (kw, mo, None, sab, None, None, None, kw)[number % 8]
    assert statement.participant_uid == who
    assert statement.is_result is (number % 8 == 4)
    assert statement.assent == int(number % 8 in (5, 7))
    assert statement.clarify is (number % 8 == 6)
    assert statement.themes == (("Wohnen",) if number % 6 == 1 else ())
    assert (statement.kind is StatementKind.POTENTIAL) is (number % 6 == 3)


def test_signs_that_come_afterwards_and_next_steps(program: Program) -> None:
    room, typist = live(program), Typist()
    typist.press("Alt+6")
    typist.say("Es fehlt Geld.")
    typist.say("+ Und Personal.")
    typist.say("!")
    typist.say("> kw: fragt die Stadt bis Freitag")
    typist.say("Mit ", behind="@kw")
    (first, second) = recorded(program, room)
    assert (first.text, first.assent) == ("Es fehlt Geld. Und Personal.", 1)
    assert (second.text, second.about) == ("Mit Karin Weiß", (room.people[0],))
    (step,) = services_of(program).views.next_steps(room.uid)
    assert isinstance(step, NextStepView)
    assert (step.text, step.who) == ("fragt die Stadt", "Karin Weiß")


def test_a_line_break_goes_everywhere(program: Program, tmp_path: Path) -> None:
    """Shift+Enter in the line, the list, Word and the session document."""
    room = live(program)
    press("Alt+1")
    type_text("kw: Erstens Räume")
    press("Shift+Return")
    type_text("zweitens Zeit")
    assert recorded(program, room) == []
    press("Return")
    (statement,) = recorded(program, room)
    assert statement.text == "Erstens Räume\nzweitens Zeit"
    model = child(program, StatementCards).model()
    assert model.index(0, 0).data(ROW_ROLE).text == statement.text
    services = services_of(program)
    options = MinutesOptions(kind=MinutesKind.FULL, created=CREATED)
    services.minutes.export(room.uid, options, tmp_path / "a.docx")
    assert "Erstens Räume" in words_of(tmp_path / "a.docx")
    services.documents.write(room.uid, tmp_path / "a.session.json")
    root = json.loads((tmp_path / "a.session.json").read_text(encoding="utf-8"))
    assert [each["text"] for each in root["statements"]] == [statement.text]

"""One evening: from an empty machine to a Word protocol, with the keyboard alone."""

from pathlib import Path

from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from app.domain.plan import PlanItemView
from app.domain.statements import StatementView
from app.domain.vocabulary import MinutesKind, SessionState, StatementKind
from tests.support.keyboard import focus, press, type_text
from tests.support.real_window import child, services_of, settle, wait_until
from tests.support.word import words_of
from ui.minutes.page import MinutesPage
from ui.program import Program
from ui.review.page import ReviewPage
from ui.widgets.statement_entry import StatementEntry

PLACE = "Gemeindehaus St. Lukas, Lindenstraße 14"
SPOKEN = (
    "Viele Ältere leben allein und nehmen Hilfe an, wenn sie aus der Nachbarschaft kommt.",
    "kw: Das Gemeindehaus steht vormittags leer – wir öffnen es gern.",
    "mö: Wer zahlt das? Und/oder: Bürger*innen ab 50+ fragen zuerst nach Räumen.",
    "* Eine Anlaufstelle, die weitervermittelt, statt fünf Stellen nebeneinander.",
    '"Ich will nicht wissen, wer zuständig ist. Ich will wissen, wer kommt.',
)
"""As somebody types during the first question."""
RECORDED = (
    "Viele Ältere leben allein und nehmen Hilfe an, wenn sie aus der Nachbarschaft kommt.",
    "Das Gemeindehaus steht vormittags leer – wir öffnen es gern.",
    "Wer zahlt das? Und/oder: Bürger*innen ab 50+ fragen zuerst nach Räumen.",
    "Eine Anlaufstelle, die weitervermittelt, statt fünf Stellen nebeneinander.",
    "Ich will nicht wissen, wer zuständig ist. Ich will wissen, wer kommt.",
)
SUMMARY = "Das Quartier ist der Ort, an dem Hilfe und Nachbarschaft zusammentreffen."


RELEVANCE = "Warum ist die Quartiers- und Sozialraumperspektive relevant für Sie?"


def test_from_an_empty_machine_to_a_word_file(program: Program, tmp_path: Path) -> None:
    prepare(program)
    lead(program)
    review(program)
    path = tmp_path / "protokoll.docx"
    save_minutes(program, path)
    printed = words_of(path)
    for text in (*RECORDED, SUMMARY, PLACE, "Aus der Pause heraus gesagt."):
        assert text in printed


def prepare(program: Program) -> None:
    press("Return")  # the first of the three cards
    settle(program)
    press("Tab", "Tab")
    type_text(PLACE)
    press("Return")
    settle(program)
    press("F6", "F6")
    for line in (
        "Karin Weiß, Kirchengemeinde St. Lukas",
        "Mehmet Öztürk, Nachbarschaftshilfe e. V.",
    ):
        type_text(line)
        press("Return")
    press("Shift+F6", "Home")
    type_text("12")
    press("Return")
    settle(program)
    services, uid = services_of(program), program.frame.session_uid
    session = services.views.session(uid)
    assert (session.place, session.state) == (PLACE, SessionState.PLANNED)
    assert [each.name for each in services.views.participants(uid)] == [
        "Karin Weiß",
        "Mehmet Öztürk",
    ]
    assert services.views.plan_items(uid)[0].minutes == 12


def lead(program: Program) -> None:
    press("Ctrl+2")
    settle(program)
    while number_of(running(program)) != 1:
        press("Ctrl+PgDown")
    for line in SPOKEN:
        record(program, line)
    first, second, third, fourth, fifth = statements(program, 1)
    assert [each.text for each in statements(program, 1)] == list(RECORDED)
    assert [name_of(program, each) for each in (first, second, third)] == [
        "",
        "Karin Weiß",
        "Mehmet Öztürk",
    ]
    assert (fourth.is_result, fifth.verbatim) == (True, True)
    press("Ctrl+PgDown")
    record(program, "/hemm\tDer letzte Bus fährt um 19:40 Uhr.")
    (obstacle,) = statements(program, 2)
    assert obstacle.kind is StatementKind.OBSTACLE
    going_on_moves_no_line(program)


def going_on_moves_no_line(program: Program) -> None:
    """The line stays with its question until it is recorded, and survives a look elsewhere."""
    type_text("Aus der Pause ")
    while running(program).number is not None:
        press("Ctrl+PgDown")
    entry = child(program, StatementEntry)
    assert "Leitfrage 2" in entry.target_text()
    press("Ctrl+1")
    press("Ctrl+2")
    assert entry.typed().line.text == "Aus der Pause "
    type_text("heraus gesagt.")
    press("Return")
    assert statements(program, 2)[-1].text == "Aus der Pause heraus gesagt."


def review(program: Program) -> None:
    """The summary of the first question, and its second statement becomes a result."""
    press("Ctrl+3")
    settle(program)
    press("F6", "F6", "Home")
    while child(program, ReviewPage).question.text() != RELEVANCE:
        press("Down", "Return")
    press("Ctrl+E")
    type_text(SUMMARY)
    press("Esc", "Home", "Down", "*")
    settle(program)
    services, uid = services_of(program), program.frame.session_uid
    question = next(each for each in services.views.plan_items(uid) if each.number == 1)
    assert question.summary == SUMMARY
    assert [each.is_result for each in statements(program, 1)] == [False, True, False, True, False]


def save_minutes(program: Program, path: Path) -> None:
    press("Ctrl+4")
    settle(program)
    child(program, MinutesPage).choices.kinds[MinutesKind.FULL].setFocus()
    press("Space")
    settle(program)
    press("Ctrl+S")
    wait_until(lambda: isinstance(QApplication.activeModalWidget(), QFileDialog))
    press("Ctrl+A")
    type_text(str(path))
    press("Return")
    wait_until(path.exists)
    settle(program)
    saved = [each.text() for each in child(program, MinutesPage).notes.findChildren(QPushButton)]
    assert any("Ordner" in text for text in saved)


def record(program: Program, line: str) -> None:
    for part in line.split("\t"):
        type_text(part)
        if part != line.rsplit("\t", maxsplit=1)[-1]:
            press("Tab")
    press("Return")
    assert child(program, StatementEntry).is_empty(), focus()


def statements(program: Program, question: int) -> tuple[StatementView, ...]:
    services, uid = services_of(program), program.frame.session_uid
    item = next(each for each in services.views.plan_items(uid) if each.number == question)
    return services.views.statements(uid, item.uid)


def running(program: Program) -> PlanItemView:
    items = services_of(program).views.plan_items(program.frame.session_uid)
    return next((each for each in items if each.is_running), items[0])


def number_of(item: PlanItemView) -> int | None:
    return item.number if item.is_running else None


def name_of(program: Program, statement: StatementView) -> str:
    people = services_of(program).views.participants(program.frame.session_uid)
    names = {each.uid: each.name for each in people}
    return names.get(statement.participant_uid or "", "")

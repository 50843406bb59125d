"""What a plan item says about the evening: optional, run together, a method; reality check."""

from app.bootstrap import Services
from app.domain.incoming.people import ParticipantDraft
from app.domain.incoming.plan import PlanItemChanges
from tests.support.desk import Desk
from tests.support.inspection import clipped
from tests.ui.prepare.conftest import Items
from ui.dialogs.plan_item import EditItemDialog
from ui.prepare.controller import PrepareController


def edit(prepare: PrepareController, items: Items, title: str) -> EditItemDialog:
    plan = prepare.page.plan.list
    plan.select(items()[title].uid)
    plan.edit_wanted.emit(items()[title].uid)
    return prepare.page.plan.findChildren(EditItemDialog)[-1]


def crowd(services: Services, session_uid: str, heads: int) -> None:
    for number in range(heads):
        services.people.add(session_uid, ParticipantDraft(name=f"Person {number}"))


def test_optional_and_method_are_kept(prepare: PrepareController, items: Items) -> None:
    dialog = edit(prepare, items, "Rückspiegelung")
    dialog.optional.setChecked(True)
    dialog.method.setCurrentText("Blitzlicht")
    dialog.accept()
    assert (items()["Rückspiegelung"].optional, items()["Rückspiegelung"].method) == (
        True,
        "blitzlicht",
    )
    row = next(r for r in prepare.page.plan.list.rows.rows() if r.title == "Rückspiegelung")
    assert row.note == "kann entfallen, mindestens 5 min"


def test_a_question_runs_with_another_and_alone_again(
    prepare: PrepareController, items: Items
) -> None:
    dialog = edit(prepare, items, "Wer macht mit?")
    dialog.together.setCurrentText("Leitfrage 4: Kooperationen")
    dialog.accept()
    assert items()["Wer macht mit?"].block == items()["Kooperationen"].block != ""
    rows = {row.title: row for row in prepare.page.plan.list.rows.rows()}
    assert rows["Wer macht mit?"].note == "läuft mit Leitfrage 4"
    assert rows["Wer macht mit?"].start == rows["Kooperationen"].start
    assert prepare.page.plan.sum.text() == "180 von 180 min, Ende 19:15"
    again = edit(prepare, items, "Wer macht mit?")
    assert again.together.currentText() == "Leitfrage 4: Kooperationen"
    again.together.setCurrentIndex(0)
    again.accept()
    assert items()["Wer macht mit?"].block == ""


def test_a_method_says_what_it_asks_for(prepare: PrepareController, items: Items) -> None:
    dialog = edit(prepare, items, "Rückspiegelung")
    assert dialog.method.toolTip() == ""
    dialog.method.setCurrentText("World-Café")
    assert dialog.method.toolTip().startswith("12 bis 60 Personen")
    assert "45 bis 90 min" in dialog.method.accessibleDescription()
    dialog.method.setCurrentIndex(0)
    assert dialog.method.toolTip() == ""


def test_a_kind_that_is_cut_off_can_be_read_whole(prepare: PrepareController, items: Items) -> None:
    dialog = edit(prepare, items, "Anlass")
    combo = dialog.kinds[0]
    assert combo.currentText() == "Anlass/Beweggrund"
    assert clipped(combo) == []


def test_an_unknown_method_keeps_its_key(
    services: Services, prepare: PrepareController, items: Items
) -> None:
    services.plan.update(items()["Anlass"].uid, PlanItemChanges(method="zukunftswerkstatt"))
    dialog = edit(prepare, items, "Anlass")
    dialog.title.set_text("Der Anlass")
    dialog.accept()
    assert items()["Der Anlass"].method == "zukunftswerkstatt"


def test_the_reality_check_speaks_of_the_crowd_only(
    desk: Desk, services: Services, prepare: PrepareController, session_uid: str, items: Items
) -> None:
    band = prepare.page.plan.reality
    crowd(services, session_uid, 25)
    assert not band.isVisible()
    crowd(services, session_uid, 1)
    assert band.isVisible()
    assert band.text.text() == (
        "Zeit für etwa 8 Wortbeiträge je Leitfrage bei 26 Anwesenden"
        " – 4 min 2 s je Person insgesamt."
    )
    assert band.proposal.text().startswith("An 5 Tischen kommen alle zu Wort")
    band.seconds.setValue(60)
    assert services.views.session(session_uid).seconds_each == 60
    assert "etwa 13 Wortbeiträge" not in band.text.text()
    assert not band.isVisible(), "13 of 26 people get a turn"


def test_a_hidden_hint_stays_hidden_until_something_changes(
    services: Services, prepare: PrepareController, session_uid: str, items: Items
) -> None:
    band = prepare.page.plan.reality
    crowd(services, session_uid, 40)
    band.close_button.click()
    assert not band.isVisible()
    services.plan.update(items()["Anlass"].uid, PlanItemChanges(notes="nur eine Notiz"))
    assert not band.isVisible()
    services.plan.update(items()["Anlass"].uid, PlanItemChanges(minutes=12))
    assert band.isVisible()

import json

from hypothesis import given
from hypothesis import strategies as st

from app.domain.cards import Card, CardStack, stack_of

texts = st.text(max_size=8)
steps = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 9), texts), max_size=25)


def test_groups_are_one_whatever_the_case_and_spaces() -> None:
    made = CardStack().add("a").add("b").add("c")
    made = made.sort(0, "  Orte \n").sort(1, "ORTE").sort(2, "Wege")
    assert made.clusters == ("Orte", "Wege")
    assert [card.cluster for card in made.cards] == ["Orte", "Orte", "Wege"]
    assert (made.count("Orte"), made.count("Wege"), made.count("")) == (2, 1, 0)
    assert made.sort(0, "").cards[0].cluster == ""


def test_a_group_is_renamed_or_put_to_another() -> None:
    made = CardStack().add("a").add("b").sort(0, "Orte").sort(1, "Wege")
    assert made.rename("Orte", "Plätze").cards[0].cluster == "Plätze"
    assert made.rename("Orte", "orte").clusters == ("orte", "Wege")
    joined = made.rename("Orte", "wege")
    assert joined.clusters == ("Wege",)
    assert joined.count("Wege") == 2
    assert made.rename("Orte", " ") == made == made.rename("Fehlt", "x")


def test_only_new_cards_are_reworded_or_removed() -> None:
    made = stack_of([Card("alt", "", "uid"), Card("neu")])
    assert made.reword(0, "x") == made == made.remove(0) == made.reword(1, " ")
    assert made.reword(1, "neuer").cards[1].text == "neuer"
    assert made.remove(1).cards == (made.cards[0],)


def test_the_next_unsorted_card_goes_round() -> None:
    made = CardStack().add("a").add("b").add("c").sort(1, "x")
    assert made.next_unsorted(0) == 2
    assert made.next_unsorted(2) == 0
    assert made.sort(0, "x").sort(2, "x").next_unsorted(1) == 1


@given(steps)
def test_every_state_survives_as_a_draft_and_loses_no_card(
    done: list[tuple[int, int, str]],
) -> None:
    made, added = CardStack(), 0
    for what, at, text in done:
        number = at % len(made.cards) if made.cards else 0
        before = len(made.cards)
        if what <= 1 or not made.cards:
            made = made.add(text)
            added += len(made.cards) - before
        elif what == 2:
            made = made.sort(number, text)
        elif what == 3:
            made = made.reword(number, text)
        elif made.clusters:
            made = made.rename(made.clusters[at % len(made.clusters)], text)
        assert len(made.cards) == added
        assert {card.cluster for card in made.cards} <= {"", *made.clusters}
        assert sorted(made.in_groups(), key=id) == sorted(made.new, key=id)
    kept = json.loads(json.dumps(made.data()))
    assert CardStack().with_kept(kept) == made

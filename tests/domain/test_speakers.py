"""Who speaks next: fixed sequences for each order, and what holds for every list."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import speakers as rules
from app.domain.speakers import (
    PATIENCE,
    Proposal,
    SpeakersList,
    SpeakingRequestView,
    line_up,
    place_for,
)
from app.domain.vocabulary import RequestKind, SpeakingOrder, SpeakingReason
from app.texts import LANGUAGES, Texts

START = dt.datetime(2026, 11, 28, 17, 0, tzinfo=dt.UTC)
WAITING = RequestKind.CONTRIBUTION
ORDERS = pytest.mark.parametrize("order", list(SpeakingOrder))


class Floor:
    """A list that is led: ``ask``, ``next``."""

    def __init__(self, order: SpeakingOrder, groups: dict[str, str] | None = None) -> None:
        self.list = SpeakersList(order, groups or {})
        self.called: list[str] = []

    def ask(self, *names: str, kind: RequestKind = WAITING) -> None:
        for name in names:
            number = len(self.list.requests)
            request = SpeakingRequestView(str(number), name, name, "", kind, number)
            place = place_for(kind, self.list)
            waiting = list(self.list.waiting)
            waiting.insert(place, request)
            self.list = replace(self.list, requests=(*self.list.turns, *waiting))

    def next(self) -> Proposal:
        proposal = line_up(self.list)[0]
        turns = [replace(turn, ended_at=START) for turn in self.list.turns]
        turns.append(replace(proposal.request, started_at=START))
        waiting = [each for each in self.list.waiting if each.uid != proposal.request.uid]
        self.list = replace(self.list, requests=(*turns, *waiting))
        self.called.append(proposal.request.uid)
        return proposal

    def names(self) -> str:
        return "".join(each.request.name for each in line_up(self.list))


# -- fixed sequences --------------------------------------------------------------------------


def test_nobody_waits() -> None:
    assert line_up(SpeakersList()) == ()


def test_as_they_come_and_why() -> None:
    floor = Floor(SpeakingOrder.AS_THEY_COME)
    floor.ask("A", "B", "C")
    found = line_up(floor.list)
    assert floor.names() == "ABC"
    assert [each.reason for each in found] == [
        SpeakingReason.FIRST_COME,
        SpeakingReason.FIRST_COME,
        SpeakingReason.ALONE,
    ]


def test_a_list_sorted_by_hand_is_followed() -> None:
    floor = Floor(SpeakingOrder.AS_THEY_COME)
    floor.ask("A", "B", "C")
    a, b, c = floor.list.requests
    floor.list = replace(floor.list, requests=(c, a, b))
    assert floor.names() == "CAB"
    assert line_up(floor.list)[0].reason is SpeakingReason.IN_LINE


@ORDERS
def test_points_of_order_go_before_replies_and_these_before_others(order: SpeakingOrder) -> None:
    floor = Floor(order)
    floor.ask("A", "B")
    floor.ask("R", kind=RequestKind.DIRECT_REPLY)
    floor.ask("O", kind=RequestKind.POINT_OF_ORDER)
    floor.ask("Q", kind=RequestKind.DIRECT_REPLY)
    assert floor.names()[:3] == "ORQ"
    assert [each.reason for each in line_up(floor.list)[:2]] == [
        SpeakingReason.POINT_OF_ORDER,
        SpeakingReason.DIRECT_REPLY,
    ]


def test_balanced_prefers_the_fewest_turns_then_the_earliest_request() -> None:
    floor = Floor(SpeakingOrder.BALANCED)
    floor.ask("A", "A", "B")
    for _ in range(3):
        floor.next()
    floor.ask("A", "B", "C", "D")
    assert floor.names() == "CDBA"
    assert [each.reason for each in line_up(floor.list)] == [
        SpeakingReason.NOT_YET,
        SpeakingReason.NOT_YET,
        SpeakingReason.FEWEST_TURNS,
        SpeakingReason.ALONE,
    ]
    assert line_up(floor.list)[2].values == {"count": 1}


def test_first_speakers_go_first_and_the_others_as_they_came() -> None:
    floor = Floor(SpeakingOrder.FIRST_SPEAKERS)
    floor.ask("A", "B", "A")
    for _ in range(3):
        floor.next()
    floor.ask("A", "B", "C")
    assert floor.names() == "CAB"  # A had two turns and B one: that makes no difference here
    floor.next()
    assert line_up(floor.list)[0].reason is SpeakingReason.FIRST_COME


def test_groups_take_turns_as_long_as_somebody_of_them_waits() -> None:
    floor = Floor(SpeakingOrder.QUOTA, {"A": "rot", "B": "rot", "C": "rot", "X": "blau"})
    floor.ask("A", "B", "C", "X")
    assert floor.names() == "AXBC"
    floor.next()
    proposal = line_up(floor.list)[0]
    assert (proposal.reason, proposal.values) == (
        SpeakingReason.GROUP,
        {"count": 0, "group": "blau"},
    )


def test_who_is_in_no_group_is_in_one_with_the_others_without() -> None:
    floor = Floor(SpeakingOrder.QUOTA, {"A": "rot", "B": "rot"})
    floor.ask("A", "B", "Y", "Z")
    assert floor.names() == "AYBZ"
    floor.next()
    assert line_up(floor.list)[0].reason is SpeakingReason.NO_GROUP


def test_a_point_of_order_is_no_turn() -> None:
    floor = Floor(SpeakingOrder.BALANCED)
    floor.ask("A", kind=RequestKind.POINT_OF_ORDER)
    floor.ask("B")
    floor.next()
    floor.next()
    floor.ask("B", "A")
    assert floor.names() == "AB"


def test_who_was_overtaken_three_times_is_next() -> None:
    floor = Floor(SpeakingOrder.BALANCED)
    floor.ask("A")
    floor.next()
    floor.ask("A")
    for name in "BCDE":
        floor.ask(name)
    assert floor.names() == "BCDAE"
    for _ in range(PATIENCE):
        floor.next()
    floor.ask("O", kind=RequestKind.POINT_OF_ORDER)
    proposal = line_up(floor.list)[0]
    assert (proposal.request.name, proposal.reason) == ("A", SpeakingReason.OVERTAKEN)
    assert proposal.values == {"count": PATIENCE}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_can_be_said(language: str) -> None:
    texts = Texts(language)
    for reason in SpeakingReason:
        said = texts.get(f"vocabulary.SpeakingReason.{reason}", count=2, group="Nord")
        assert said
        assert "{" not in said


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (SpeakingOrder.AS_THEY_COME, "KML"),
        (SpeakingOrder.BALANCED, "LMK"),
        (SpeakingOrder.FIRST_SPEAKERS, "LKM"),
    ],
)
def test_the_example_of_the_help(order: SpeakingOrder, expected: str) -> None:
    floor = Floor(order)
    floor.ask("K", "K", "M")
    for _ in range(3):
        floor.next()
    floor.ask("K", "M", "L")
    assert floor.names() == expected


# -- what holds for every list ------------------------------------------------------------------

Step = tuple[str, str, RequestKind]
steps = st.lists(
    st.tuples(
        st.sampled_from(["ask", "ask", "next"]),
        st.sampled_from("ABCDE"),
        st.sampled_from(RequestKind),
    ),
    max_size=40,
)
GROUPS = {"A": "rot", "B": "rot", "C": "blau"}


def _led(order: SpeakingOrder, actions: list[Step]) -> Floor:
    floor = Floor(order, GROUPS)
    for what, name, kind in actions:
        if what == "ask":
            floor.ask(name, kind=kind)
        elif floor.list.waiting:
            floor.next()
    return floor


@given(st.sampled_from(SpeakingOrder), steps)
def test_nobody_is_lost_and_nobody_stands_twice(order: SpeakingOrder, actions: list[Step]) -> None:
    floor = _led(order, actions)
    proposed = [each.request.uid for each in line_up(floor.list)]
    assert sorted(proposed) == sorted(each.uid for each in floor.list.waiting)
    everybody = sorted([*proposed, *floor.called], key=int)
    assert everybody == [str(number) for number in range(len(floor.list.requests))]


@given(st.sampled_from(SpeakingOrder), steps)
def test_the_order_shown_is_the_order_that_comes(order: SpeakingOrder, actions: list[Step]) -> None:
    floor = _led(order, actions)
    shown = [each.request.uid for each in line_up(floor.list)]
    assert [floor.next().request.uid for _ in shown] == shown


@given(st.sampled_from(SpeakingOrder), steps)
def test_nobody_waits_for_ever(order: SpeakingOrder, actions: list[Step]) -> None:
    assert _longest_overtaking(_led(order, actions)) <= PATIENCE


@pytest.mark.parametrize("order", [SpeakingOrder.BALANCED, SpeakingOrder.AS_THEY_COME])
def test_without_patience_somebody_would(
    order: SpeakingOrder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: an endless row of newcomers, or of points of order, keeps A waiting."""
    kind = WAITING if order is SpeakingOrder.BALANCED else RequestKind.POINT_OF_ORDER
    actions: list[Step] = [("ask", "A", WAITING), ("next", "", WAITING), ("ask", "A", WAITING)]
    for name in "BCDEFGHI":
        actions += [("ask", name, kind), ("next", "", WAITING)]
    assert _longest_overtaking(_led(order, actions)) == PATIENCE
    monkeypatch.setattr(rules, "PATIENCE", 1000)
    assert _longest_overtaking(_led(order, actions)) == 8


def _longest_overtaking(floor: Floor) -> int:
    """By how many later requests the unluckiest one was overtaken."""
    called = [int(uid) for uid in floor.called]
    waiting = [int(each.uid) for each in floor.list.waiting]
    overtaken = [
        sum(later > number for later in (called[:at] if number in called else called))
        for at, number in [*enumerate(called), *((0, number) for number in waiting)]
    ]
    return max(overtaken, default=0)

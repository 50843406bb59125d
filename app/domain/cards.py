"""A stack of cards while it is typed and sorted: pure, so that each state can be kept."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from app.domain.statements import MAX_CLUSTER, MAX_TEXT
from app.domain.text import clean, clean_line, fold


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card. ``uid``: the statement it has become; empty for a new card."""

    text: str
    cluster: str = ""
    uid: str = ""


@dataclass(frozen=True, slots=True)
class CardStack:
    """Cards in the order in which they were typed, and the names of their groups."""

    cards: tuple[Card, ...] = ()
    clusters: tuple[str, ...] = ()

    @property
    def new(self) -> tuple[Card, ...]:
        """The cards that are no statements yet."""
        return tuple(card for card in self.cards if not card.uid)

    def count(self, cluster: str) -> int:
        """How many cards are in a group; in none for an empty name."""
        return sum(card.cluster == cluster for card in self.cards)

    def add(self, text: str) -> "CardStack":
        """One card more, if there is anything on it."""
        text = clean(text[:MAX_TEXT]).text.strip()
        return replace(self, cards=(*self.cards, Card(text))) if text else self

    def reword(self, number: int, text: str) -> "CardStack":
        """Another text on a new card; an empty one changes nothing."""
        text, card = clean(text[:MAX_TEXT]).text.strip(), self.cards[number]
        return self._with(number, replace(card, text=text)) if text and not card.uid else self

    def remove(self, number: int) -> "CardStack":
        """Without a new card. One that is a statement stays: it is deleted where statements are."""
        if self.cards[number].uid:
            return self
        return replace(self, cards=(*self.cards[:number], *self.cards[number + 1 :]))

    def sort(self, number: int, cluster: str) -> "CardStack":
        """Put a card into a group, which is made if it is new; an empty name takes it out."""
        name = clean_line(cluster).text[:MAX_CLUSTER].strip()
        known = next((each for each in self.clusters if fold(each) == fold(name)), name)
        clusters = self.clusters if known in ("", *self.clusters) else (*self.clusters, known)
        stack = self._with(number, replace(self.cards[number], cluster=known))
        return replace(stack, clusters=clusters)

    def rename(self, old: str, new: str) -> "CardStack":
        """Another name for a group; the name of another group puts both together."""
        name = clean_line(new).text[:MAX_CLUSTER].strip()
        if not name or old not in self.clusters:
            return self
        known = next((each for each in self.clusters if fold(each) == fold(name)), "")
        target = known if known and known != old else name
        renamed = (target if each == old else each for each in self.clusters)
        cards = (replace(c, cluster=target) if c.cluster == old else c for c in self.cards)
        return CardStack(tuple(cards), tuple(dict.fromkeys(renamed)))

    def next_unsorted(self, number: int) -> int:
        """The next card that is in no group, going round; the same if there is none."""
        count = len(self.cards)
        following = ((number + step) % count for step in range(1, count))
        return next((at for at in following if not self.cards[at].cluster), number)

    def in_groups(self) -> tuple[Card, ...]:
        """The new cards as they are recorded: without a group first, then group by group."""
        order = {name: at for at, name in enumerate(("", *self.clusters))}
        return tuple(sorted(self.new, key=lambda card: order[card.cluster]))

    def data(self) -> dict[str, Any]:
        """Everything as JSON."""
        cards = [[card.text, card.cluster, card.uid] for card in self.cards]
        return {"cards": cards, "clusters": list(self.clusters)}

    def with_kept(self, data: dict[str, Any]) -> "CardStack":
        """This stack of statements with what a draft had: new cards, and how all were sorted."""
        kept = [Card(*map(str, card)) for card in data.get("cards", ())]
        sorted_as = {card.uid: card.cluster for card in kept if card.uid}
        cards = [replace(c, cluster=sorted_as.get(c.uid, c.cluster)) for c in self.cards]
        new = [card for card in kept if not card.uid]
        return stack_of([*cards, *new], (*map(str, data.get("clusters", ())), *self.clusters))

    def _with(self, number: int, card: Card) -> "CardStack":
        cards = (*self.cards[:number], card, *self.cards[number + 1 :])
        return replace(self, cards=cards)


def stack_of(cards: Sequence[Card], clusters: Iterable[str] = ()) -> CardStack:
    """A stack with all groups its cards are in."""
    names = (*clusters, *(card.cluster for card in cards))
    return CardStack(tuple(cards), tuple(dict.fromkeys(name for name in names if name)))


def slot_of(plan_item_uid: str) -> str:
    """Where the draft of an item's stack is kept."""
    return f"cards:{plan_item_uid}"

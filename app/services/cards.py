"""Cards become statements: many at once, each with its group, as one step to undo."""

from app.domain.cards import Card, CardStack, slot_of, stack_of
from app.domain.changes import Entity
from app.domain.incoming.statements import StatementDraft
from app.errors import BadInputError
from app.services import lookup
from app.services.capture import recorded
from app.services.drafts import end_draft
from app.services.views import ViewService
from app.storage.unit_of_work import Writer
from app.texts import Texts


class CardService:
    """The stack of cards of a plan item. ``texts`` say what stands in the place of a person."""

    def __init__(self, writer: Writer, views: ViewService, texts: Texts) -> None:
        self._writer = writer
        self._views = views
        self.source = texts.get("documents.cards.source")

    def stack(self, session_uid: str, plan_item_uid: str) -> CardStack:
        """The statements of an item that came from cards."""
        found = self._views.statements(session_uid, plan_item_uid)
        return stack_of(
            [
                Card(each.text, each.cluster, each.uid)
                for each in found
                if each.cluster or each.source == self.source
            ]
        )

    def record(
        self,
        plan_item_uid: str,
        stack: CardStack,
        *,
        draft_revision: int | None = None,
        initiator: object | None = None,
    ) -> int:
        """Record the new cards and put the others into their groups; returns how many are new.

        Raises:
            BadInputError: nothing is new and nothing was sorted.
            RefusedError: the session is closed.
            NotFoundError: the item, or a statement of a card, is gone.
        """
        with self._writer.operation("statement.cards", initiator=initiator) as unit:
            place = lookup.recording_place(unit.connection, plan_item_uid, None)
            unit.session_uid = place.session.uid
            new = stack.in_groups()
            for card in new:
                draft = StatementDraft(
                    plan_item_uid=plan_item_uid,
                    text=card.text,
                    source=self.source,
                    cluster=card.cluster,
                )
                recorded(unit, draft, card.text)
            moved = {c.uid: {"cluster": c.cluster} for c in stack.cards if c.uid}
            for uid in moved:
                lookup.row(unit.connection, Entity.STATEMENT, uid)
            unit.change_many(Entity.STATEMENT, moved)
            if unit.is_empty:
                raise BadInputError("cards_none")
            if draft_revision is not None:
                end_draft(unit.driver, place.session.uid, slot_of(plan_item_uid), draft_revision)
        return len(new)

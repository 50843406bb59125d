"""Reading back (Rückspiegelung): what the room says to each result, kept with it."""

from typing import Any

from sqlalchemy import select

from app.domain.changes import Entity
from app.domain.incoming.statements import StatementDraft
from app.domain.statements import MAX_TEXT, StatementView
from app.domain.text import clean, fold
from app.domain.vocabulary import Outcome, PlanItemKind, StatementKind
from app.errors import BadInputError
from app.services import lookup
from app.services.capture import recorded
from app.services.statement_reading import read_again
from app.storage.journal_codec import TABLES
from app.storage.unit_of_work import UnitOfWork, Writer

ITEM = TABLES[Entity.PLAN_ITEM]


class ReadingBackService:
    """The answers of the room. Each is one step to undo.

    Everything here raises ``RefusedError`` for a closed session and ``NotFoundError`` for a
    statement that is not there any more.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    def confirm(self, uid: str, *, initiator: object | None = None) -> None:
        """The room agrees with what the result says."""
        self._answer(uid, Outcome.CONFIRMED, initiator)

    def take_back(self, uid: str, *, initiator: object | None = None) -> None:
        """The result counts as not read back; a dissent that was kept stays."""
        self._answer(uid, None, initiator)

    def change(self, uid: str, text: str, *, initiator: object | None = None) -> None:
        """The room wants the result to say this. Raises ``BadInputError`` without a text."""
        said = _said(text)
        if not said:
            raise BadInputError("text_empty")
        with self._writer.operation("reading_back.change", initiator=initiator) as unit:
            _open(unit, uid)
            values = {"text": said, "folded": fold(said), "outcome": Outcome.CHANGED.value}
            unit.change(Entity.STATEMENT, uid, values)
            read_again(unit, [uid])

    def dispute(
        self, result: StatementView, dissent: str, *, initiator: object | None = None
    ) -> StatementView | None:
        """The room is not of one mind; what was said against it is a statement of its own.

        It stands under the item Rückspiegelung, or without one under that of the result, and is
        printed wherever results are: minutes must not say less than the room. It speaks about the
        same people as ``result``. Returns it; None if nothing was said.
        """
        said = _said(dissent)
        with self._writer.operation("reading_back.dispute", initiator=initiator) as unit:
            row = _open(unit, result.uid)
            unit.change(Entity.STATEMENT, result.uid, {"outcome": Outcome.DISPUTED.value})
            if not said:
                return None
            draft = StatementDraft(
                plan_item_uid=_place(unit, row["session_id"]) or result.plan_item_uid,
                text=said,
                kind=StatementKind.REMARK,
                is_result=True,
                about=result.about,
            )
            return recorded(unit, draft, said)

    def _answer(self, uid: str, outcome: Outcome | None, initiator: object | None) -> None:
        name = "confirm" if outcome else "take_back"
        with self._writer.operation(f"reading_back.{name}", initiator=initiator) as unit:
            _open(unit, uid)
            value = outcome.value if outcome else None
            unit.change(Entity.STATEMENT, uid, {"outcome": value})


def _said(text: str) -> str:
    said = clean(text).text.strip()
    if len(said) > MAX_TEXT:
        raise BadInputError("text_too_long", length=len(said), limit=MAX_TEXT)
    return said


def _open(unit: UnitOfWork, uid: str) -> Any:
    """The row of a statement whose session may be changed."""
    row = lookup.row(unit.connection, Entity.STATEMENT, uid)
    unit.session_uid = lookup.open_session(unit.connection, key=row["session_id"]).uid
    return row


def _place(unit: UnitOfWork, session_id: int) -> str | None:
    """The item under which the session reads back."""
    found: str | None = (
        unit.connection.execute(
            select(ITEM.c.uid)
            .where(
                ITEM.c.session_id == session_id,
                ITEM.c.kind == PlanItemKind.READING_BACK,
                ITEM.c.deleted_at.is_(None),
            )
            .order_by(ITEM.c.order_key, ITEM.c.uid)
        )
        .scalars()
        .first()
    )
    return found

"""The plan as ready rows: while leading with times and state, in the review with results."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.domain.plan import PlanItemView
from app.domain.vocabulary import PlanItemKind
from app.texts import Texts
from ui.models.row_model import RowModel


class ItemState(StrEnum):
    """Where an item of the plan is in the evening."""

    COMING = "coming"
    RUNNING = "running"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One item of the plan in words."""

    uid: str
    kind: PlanItemKind
    number: str
    """The question's number, empty for other items."""
    title: str
    start: str
    """"17:35", or empty without times."""
    detail: str
    """Second line of a question: "17:35 · 15 min", or "4 Ergebnisse" in the review.

    Other items have one line: beside the title of the running one stands "17:50 · läuft"."""
    state: ItemState
    count: str
    """Statements, empty for none."""
    written_to: bool
    """The line in the entry field belongs here, although another item runs."""
    has_results: bool | None
    """None outside the review."""
    accessible: str

    @property
    def is_question(self) -> bool:
        """Questions are two lines high."""
        return self.kind is PlanItemKind.QUESTION


@dataclass(frozen=True, slots=True)
class PlanWords:
    """The words around the plan in the language of the window; ``%1`` stands for a number."""

    minutes: str
    running: str
    in_writing: str
    left_out: str
    done: str
    belongs_here: str
    result: str
    results: str
    no_result: str
    statement: str
    statements: str
    question: str


class PlanRows:
    """Turns the items of a plan into rows."""

    def __init__(self, texts: Texts, words: PlanWords) -> None:
        self._texts = texts
        self._words = words

    def live(
        self,
        items: Iterable[PlanItemView],
        starts: Mapping[str, str],
        *,
        written_to: str | None = None,
        over: bool = False,
    ) -> list[PlanRow]:
        """Rows while leading. ``starts`` are the start times by uid ("17:35").

        ``over``: the session is closed; what was never ended does not run either.
        """
        return [
            self._live(item, _state(item, over=over), starts.get(item.uid, ""), written_to)
            for item in items
        ]

    def review(self, items: Iterable[PlanItemView]) -> list[PlanRow]:
        """Rows with results instead of times."""
        return [self._review(item) for item in items]

    def _live(
        self, item: PlanItemView, state: ItemState, start: str, written_to: str | None
    ) -> PlanRow:
        words = self._words
        running = state is ItemState.RUNNING
        one_line = running and item.kind is not PlanItemKind.QUESTION
        minutes = "" if one_line else words.minutes.replace("%1", str(item.time_given))
        if item.is_left_out and not item.started_at:
            minutes = words.in_writing if item.in_writing else words.left_out
        parts = [start, minutes, words.running if running else ""]
        writing = written_to == item.uid and not running
        detail = words.belongs_here if writing else " · ".join(filter(None, parts))
        spoken = {ItemState.DONE: words.done, ItemState.RUNNING: words.running}.get(state, "")
        return self._row(item, start, detail, state, spoken, written_to=writing)

    def _review(self, item: PlanItemView) -> PlanRow:
        words, count = self._words, item.result_count
        if count:
            detail = words.result if count == 1 else words.results.replace("%1", str(count))
        else:
            detail = words.no_result
        question = item.kind is PlanItemKind.QUESTION
        results = bool(count) if question else None
        return self._row(
            item, "", detail if question else "", ItemState.COMING, "", has_results=results
        )

    def _row(
        self,
        item: PlanItemView,
        start: str,
        detail: str,
        state: ItemState,
        spoken: str,
        *,
        written_to: bool = False,
        has_results: bool | None = None,
    ) -> PlanRow:
        words, count = self._words, item.statement_count
        number = str(item.number) if item.number else ""
        kind = words.question.replace("%1", number) if number else self._texts.word(item.kind)
        counted = words.statement if count == 1 else words.statements.replace("%1", str(count))
        said = [kind, item.title if item.title != kind else "", detail or start, spoken, counted]
        said = [part for n, part in enumerate(said) if part and part not in ", ".join(said[:n])]
        return PlanRow(
            uid=item.uid,
            kind=item.kind,
            number=number,
            title=item.title,
            start=start,
            detail=detail,
            state=state,
            count=str(count) if count else "",
            written_to=written_to,
            has_results=has_results,
            accessible=", ".join(said),
        )


def _state(item: PlanItemView, *, over: bool) -> ItemState:
    if item.is_running:
        return ItemState.DONE if over else ItemState.RUNNING
    return ItemState.DONE if item.ended_at else ItemState.COMING


class PlanModel(RowModel[PlanRow]):
    """The items of the open session in order."""

    def running_uid(self) -> str:
        """The running item, or empty."""
        return next((r.uid for r in self.rows() if r.state is ItemState.RUNNING), "")

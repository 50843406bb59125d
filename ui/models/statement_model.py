"""Statements as ready rows, for the cards while leading and for the list of the review."""

from collections.abc import Mapping
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from app.domain.initials import initials
from app.domain.people import ParticipantView
from app.domain.statements import StatementView
from app.domain.text import quoted
from app.domain.vocabulary import NamingLevel, Outcome, Participation, StatementKind
from app.texts import Texts
from ui.models.row_model import RowModel


@dataclass(frozen=True, slots=True)
class StatementRow:
    """One statement in words."""

    uid: str
    text: str
    """As it was typed, for editing."""
    shown: str
    """As it is painted: a quote in quotation marks."""
    name: str
    """Empty: nobody named (yet)."""
    organisation: str
    initials: str
    unclear: str
    """"SB?": initials that fit several people; stands in the place of the name."""
    kind: StatementKind | None
    """None: no chip (a remark)."""
    kind_word: str
    verbatim: bool
    is_result: bool
    time: str
    reading: str
    """How the line was read: "gelesen: 2 Partner, 1 Zweck"; empty for most."""
    evidence: str
    """The number once given, with the state before it where statements are released."""
    clarify: bool
    memo: bool
    """Whether there is one; it stands in the right column of the review."""
    unnamed: bool
    """Whoever said it is not named, whatever was agreed for the person."""
    assent: int
    dissent: int
    cluster: str
    """The group its card was put into: "Gruppe: Brücke"; empty for most."""
    outcome: Outcome | None
    """What the room said when it was read back."""
    outcome_word: str
    accessible: str


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words around a statement in the language of the window."""

    nobody: str
    quote: str
    result: str
    time: str
    """With ``%1`` for the time: "%1 Uhr"."""
    read: str
    """With ``%1`` for what was read: "gelesen: %1"."""
    partners: str
    purpose: str
    takes_part: tuple[str, str]
    """For one and for several: "1 macht mit", "%1 machen mit"."""
    missing: tuple[str, str]
    clarify: str
    memo: str
    unnamed: str
    assent: str
    """With ``%1`` for how many agreed: "%1 dafür"."""
    dissent: str
    cluster: str
    """With ``%1`` for the name of a group of cards."""


class RowMaker:
    """Turns statements into rows. Make one per session; ``people`` may be replaced."""

    def __init__(self, texts: Texts, words: RowWords, time_zone: str) -> None:
        self._texts = texts
        self._words = words
        self._quotation = texts.get("documents.format.quoted")
        self._zone = ZoneInfo(time_zone)
        self._people: Mapping[str, ParticipantView] = {}
        self.with_state = False
        """Whether rows say how far the work on them is."""

    def set_people(self, people: Mapping[str, ParticipantView]) -> None:
        """The participants by uid; rows made before keep their names."""
        self._people = people

    def row(self, statement: StatementView) -> StatementRow:
        """The ready row."""
        person = self._people.get(statement.participant_uid or "")
        unclear = f"{statement.person_unclear}?" if statement.person_unclear else ""
        name = person.name if person else statement.source
        kind = None if statement.kind is StatementKind.REMARK else statement.kind
        word = self._texts.word(statement.kind)
        time = statement.recorded_at.astimezone(self._zone).strftime("%H:%M")
        reading = self.reading(statement)
        spoken = self._spoken(statement, name or unclear, word, time, reading)
        return StatementRow(
            uid=statement.uid,
            text=statement.text,
            shown=self._shown(statement),
            name=name,
            organisation=person.organisation if person else "",
            initials=initials(name) if name else "",
            unclear="" if name else unclear,
            kind=kind,
            kind_word=self._texts.heading(kind) if kind else "",
            verbatim=statement.verbatim,
            is_result=statement.is_result,
            time=time,
            reading=reading,
            evidence=self._evidence(statement),
            clarify=statement.clarify,
            memo=bool(statement.memo),
            unnamed=statement.naming is NamingLevel.ANONYMOUS,
            assent=statement.assent,
            dissent=statement.dissent,
            cluster=self._cluster(statement),
            outcome=statement.outcome,
            outcome_word=self._outcome(statement),
            accessible=spoken,
        )

    def _shown(self, statement: StatementView) -> str:
        text = statement.text
        return quoted(text, self._quotation) if statement.verbatim else text

    def _evidence(self, statement: StatementView) -> str:
        """The number, with the state before it where statements are released."""
        state = self._texts.word(statement.state) if self.with_state else ""
        return " · ".join(filter(None, (state, statement.evidence)))

    def _outcome(self, statement: StatementView) -> str:
        return self._texts.word(statement.outcome) if statement.outcome else ""

    def _cluster(self, statement: StatementView) -> str:
        name = statement.cluster
        return self._words.cluster.replace("%1", name) if name else ""

    def reading(self, statement: StatementView) -> str:
        """How actors were read: "gelesen: 2 Partner, 1 Zweck"; empty without actors."""
        actors = statement.actors
        if not actors:
            return ""
        words = self._words
        if statement.kind is StatementKind.COOPERATION:
            parts = [words.partners.replace("%1", str(len(actors)))]
            if statement.details.purpose:
                parts.append(words.purpose)
        else:
            missing = sum(a.participation is Participation.MISSING for a in actors)
            counts = ((words.takes_part, len(actors) - missing), (words.missing, missing))
            parts = [
                one if count == 1 else several.replace("%1", str(count))
                for (one, several), count in counts
                if count
            ]
        return words.read.replace("%1", ", ".join(parts))

    def _spoken(
        self, statement: StatementView, name: str, kind: str, time: str, reading: str
    ) -> str:
        words = self._words
        head = [name or words.nobody, words.time.replace("%1", time), kind]
        head += [words.quote] if statement.verbatim else []
        head += [words.result] if statement.is_result else []
        head += [words.clarify] if statement.clarify else []
        head += [words.memo] if statement.memo else []
        head += [words.unnamed] if statement.naming is NamingLevel.ANONYMOUS else []
        head += [reading] if reading else []
        head += [self._texts.word(statement.state)] if self.with_state else []
        head += [self._cluster(statement)] if statement.cluster else []
        head += [self._outcome(statement)] if statement.outcome else []
        counts = ((words.assent, statement.assent), (words.dissent, statement.dissent))
        head += [word.replace("%1", str(count)) for word, count in counts if count]
        return f"{', '.join(head)}: {statement.text}"


class StatementModel(RowModel[StatementRow]):
    """The statements of a plan item, or those a filter leaves."""

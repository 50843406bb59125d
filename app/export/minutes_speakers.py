"""Who is printed before a statement, exactly as the naming ladder allows."""

from app.domain.minutes import MinutesOptions, MinutesRecord
from app.domain.naming import attribution
from app.domain.people import ParticipantView
from app.domain.protection import Protection
from app.domain.statements import NextStepView, StatementView
from app.domain.vocabulary import NamingLevel, OrganisationKind
from app.export.blocks import Run, RunRole
from app.texts import Texts


class Speakers:
    """Gives the run that names a speaker, or None where nobody may or should be named."""

    def __init__(self, record: MinutesRecord, options: MinutesOptions, texts: Texts) -> None:
        self._rules = options.rules(record.session)
        self._attributed = options.attributed
        self._people = {person.uid: person for person in record.participants}
        self._texts = texts
        self._known: dict[tuple[str | None, str, NamingLevel | None], Run | None] = {}
        self.protection = Protection(self._rules, record.participants, self.kind_in_words)

    def of(self, statement: StatementView) -> Run | None:
        """Who said it, in the role of a speaker."""
        if not self._attributed:
            return None
        key = (statement.participant_uid, statement.source, statement.naming)
        try:
            return self._known[key]
        except KeyError:
            printed = self._printed(*key)
            run = self._known[key] = Run(RunRole.WHO, printed) if printed else None
            return run

    def of_person(self, participant_uid: str | None) -> Run | None:
        """Whoever answered to a statement, in the role of a speaker."""
        if not (self._attributed and participant_uid in self._people):
            return None
        printed = self._printed(participant_uid, "", None)
        return Run(RunRole.WHO, printed) if printed else None

    def text_of(self, statement: StatementView, text: str) -> str:
        """``text`` of a statement with those it speaks about as they may be named."""
        if not statement.about:
            return text
        people = [self._people[uid] for uid in statement.about if uid in self._people]
        nobody = self._texts.get("documents.minutes.somebody")
        return self.protection.spoken_about(text, people, statement.naming, nobody)

    def doer_of(self, step: NextStepView) -> str:
        """Who does a next step: a participant as agreed, a written name as far as it may stand."""
        person = self._people.get(step.participant_uid or "")
        return self.protection.typed(step.who) if person is None else self.protection.doer(person)

    def kind_in_words(self, kind: OrganisationKind) -> str:
        """As in "eine Kirchengemeinde"."""
        return self._texts.word(kind, "printed")

    def naming_in_words(self) -> str:
        """How people are named in this document, for its head."""
        if self._rules.confidential:
            return self._texts.get("documents.minutes.naming.confidential")
        if not self._attributed:
            return self._texts.get("documents.minutes.naming.none")
        level = self._rules.level()
        words = self._texts.get(f"documents.minutes.naming.{level}")
        if all(self._rules.level(p.agreed) is level for p in self._people.values()):
            return words
        return self._texts.get("documents.minutes.naming.exception", naming=words)

    def _printed(self, uid: str | None, source: str, naming: NamingLevel | None) -> str:
        person = self._people.get(uid) if uid else None
        if person is None:
            return self._source(source, naming)
        return self._person(person, naming)

    def _person(self, person: ParticipantView, naming: NamingLevel | None) -> str:
        level = self._rules.level(person.agreed, naming)
        return attribution(person, level).printed(self.kind_in_words)

    def _source(self, source: str, naming: NamingLevel | None) -> str:
        """As in "Tisch 2", which is told where an organisation would be."""
        level = self._rules.level(None, naming)
        if level.strictness > NamingLevel.ORGANISATION.strictness:
            return ""
        return self.protection.typed(source)

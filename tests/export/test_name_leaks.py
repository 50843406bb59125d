"""A name that is protected is nowhere in the package once the proposals are taken.

Invented people with umlauts, hyphens and apostrophes in their names, at every level, typed in
every form into every text that is printed.
"""

import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.changes import Entity
from app.domain.minutes import MinutesOptions, MinutesRecord, obeying
from app.domain.minutes_names import (
    NameInText,
    NameWords,
    ProtectedNames,
    names_in_texts,
    with_forms,
)
from app.domain.names.replacing import all_replaced
from app.domain.people import ParticipantView
from app.domain.plan import PlanItemView
from app.domain.statements import NextStepView, StatementDetails, StatementView
from app.domain.text import fold
from app.domain.vocabulary import MinutesKind, NamingLevel, OrganisationKind, PlanItemKind
from app.export.formats import MinutesFormat, writer_of
from app.export.minutes import suggested_file_name
from tests.support.docx_checks import names_in_package
from tests.support.evening import SERIES, SESSION, options, participants, uid
from tests.support.minutes import GERMAN, question, statement

SYLLABLES = ["xöl", "quär", "zyß", "vøm", "kjüt", "wrén", "czab", "fjod"]
FORMS = (
    "Das sagte {full}.",
    "{full}s Vorschlag gilt.",
    "Frau {last} widerspricht.",
    "Dr. {last} und andere",
    "Laut {initial}. {last} reicht das.",
    "Mit {last} ist gesprochen.",
    "{last}’ Vorschlag gilt.",
    "({LAST})",
)


@dataclass(frozen=True)
class Evening:
    """One generated session with everything a document prints, and who is in it."""

    record: MinutesRecord
    options: MinutesOptions

    @property
    def protected(self) -> list[str]:
        """What must not be found: surnames, which are in full names too."""
        session = obeying(self.record, self.options).session
        rules = self.options.rules(session)
        people = self.record.participants
        hidden = [p for p in people if rules.level(p.agreed) is not NamingLevel.NAME]
        names = [p.name.split(" ")[-1] for p in hidden]
        if session.confidential:
            names += [p.organisation for p in people] + [session.host, *session.facilitators]
        return names


def name_parts() -> st.SearchStrategy[str]:
    word = st.lists(st.sampled_from(SYLLABLES), min_size=2, max_size=3).map("".join)
    joined = st.tuples(word, st.sampled_from(["", "-", "o'", "von "]), word)
    return joined.map(lambda p: _surname(*p))


def _surname(one: str, joint: str, other: str) -> str:
    if joint == "o'":
        return f"O'{one.capitalize()}"
    return f"{one.capitalize()}-{other.capitalize()}" if joint == "-" else one.capitalize()


@st.composite
def evenings(draw: st.DrawFn) -> Evening:
    surnames = draw(st.lists(name_parts(), min_size=3, max_size=5, unique_by=_key))
    levels = st.sampled_from(list(NamingLevel))
    people = tuple(_person(n, last, draw(levels)) for n, last in enumerate(surnames))
    typed = st.sampled_from(people).flatmap(lambda p: st.sampled_from(FORMS).map(_typing(p)))
    session = replace(
        SESSION,
        naming=draw(levels),
        confidential=draw(st.booleans()),
        host=people[0].organisation,
        place="Bürgerhaus, Querstraße 3",
        facilitators=("Ulla Gzhelxwitz",),
        note_takers=(),
        title=f"Gespräch bei {people[1].name}",
        occasion=f"Wunsch von {people[1].name}",
        distribution=f"{people[1].name}, Akten",
    )
    item = replace(question(), summary=draw(typed), kind=PlanItemKind.QUESTION)
    said = [
        replace(
            statement(n, draw(typed), item),
            participant_uid=draw(st.sampled_from(people)).uid,
            naming=draw(st.none() | levels),
            is_result=draw(st.booleans()),
            details=StatementDetails(reason=draw(typed), who_asks=draw(st.sampled_from(surnames))),
            cluster=draw(st.just("") | typed),
            memo=draw(typed),
            in_short=draw(st.booleans()),
        )
        for n in range(3)
    ]
    step = NextStepView("s", draw(typed), draw(st.sampled_from(people)).name, None, None, "")
    record = MinutesRecord.held(
        session=session,
        series=SERIES,
        items=[item],
        statements=said,
        participants=people,
        next_steps=[step],
    )
    secret = session.confidential or draw(st.booleans())
    chosen = replace(
        options(draw(st.sampled_from(list(MinutesKind)))),
        confidential=secret,
        memos=draw(st.booleans()),
        themes=draw(st.booleans()),
        attribution=draw(st.booleans()),
        naming_limit=draw(levels),
        author=people[0].name if secret else "",
    )
    return Evening(record, chosen)


def _key(name: str) -> str:
    return name.split("-", maxsplit=1)[0].removeprefix("O'").casefold()


def _person(number: int, last: str, level: NamingLevel) -> ParticipantView:
    return replace(
        participants()[0],
        uid=uid(f"person {number}"),
        name=f"{SYLLABLES[number].capitalize()}a {last}",
        organisation=f"Verein {SYLLABLES[number].capitalize()}heim-Brzk",
        organisation_kind=OrganisationKind.ASSOCIATION,
        role="Ehrenamt",
        naming=level,
        on_attendance_list=False,
    )


def _typing(person: ParticipantView) -> "TypedBy":
    return TypedBy(person.name)


@dataclass(frozen=True)
class TypedBy:
    """Puts a name into one of ``FORMS``."""

    name: str

    def __call__(self, form: str) -> str:
        last = self.name.split(" ")[-1]
        return form.format(full=self.name, last=last, LAST=last.upper(), initial=self.name[0])


def proposals(evening: Evening) -> tuple[NameInText, ...]:
    words = NameWords(str, "eine Person", "eine Organisation", "ein Ort")
    notes = names_in_texts(evening.record, evening.options)
    return with_forms(notes, ProtectedNames.of(evening.record, evening.options), words)


def taken(evening: Evening) -> Evening:
    """The session after every proposal was taken."""
    texts: dict[tuple[Entity, str, str], str] = {}
    notes = proposals(evening)
    for typed in dict.fromkeys(note.typed for note in notes):
        own = [(n.start, n.end, n.form, n.genitive) for n in notes if n.typed == typed]
        texts[typed.entity, typed.row, typed.column] = all_replaced(typed.text, own)
    record = evening.record

    def changed(entity: Entity, row: str, column: str, text: str) -> str:
        return texts.get((entity, row, column), text)

    def new_statement(s: StatementView) -> StatementView:
        details = replace(
            s.details, reason=changed(Entity.STATEMENT, s.uid, "details.reason", s.details.reason)
        )
        return replace(
            s,
            text=changed(Entity.STATEMENT, s.uid, "text", s.text),
            cluster=changed(Entity.STATEMENT, s.uid, "cluster", s.cluster),
            memo=changed(Entity.STATEMENT, s.uid, "memo", s.memo),
            details=details,
        )

    def new_item(i: PlanItemView) -> PlanItemView:
        return replace(i, summary=changed(Entity.PLAN_ITEM, i.uid, "summary", i.summary))

    session = record.session
    session = replace(
        session,
        title=changed(Entity.SESSION, session.uid, "title", session.title),
        occasion=changed(Entity.SESSION, session.uid, "occasion", session.occasion),
        distribution=changed(Entity.SESSION, session.uid, "distribution", session.distribution),
    )
    steps = [
        replace(s, text=changed(Entity.NEXT_STEP, s.uid, "text", s.text)) for s in record.next_steps
    ]
    return replace(
        evening,
        record=MinutesRecord.held(
            session=session,
            series=record.series,
            items=map(new_item, record.items),
            statements=[
                new_statement(s) for i in record.items for s in record.statements.of(i.uid)
            ],
            participants=record.participants,
            next_steps=steps,
        ),
    )


def leaks(evening: Evening, names: Sequence[str]) -> Iterable[str]:
    with tempfile.TemporaryDirectory() as folder:
        for form in (MinutesFormat.DOCX, MinutesFormat.XLSX):
            path = Path(folder) / f"a{form.suffix}"
            writer_of(form)(evening.record, evening.options, GERMAN, path)
            yield from (f"{hit.part}: {hit.name}" for hit in names_in_package(path, names))
        path = Path(folder) / "a.txt"
        writer_of(MinutesFormat.TXT)(evening.record, evening.options, GERMAN, path)
        text = fold(path.read_text(encoding="utf-8"))
        yield from (f"plain text: {name}" for name in names if fold(name) in text)
    file = suggested_file_name(evening.record, evening.options, GERMAN)
    yield from (f"file name: {name}" for name in names if name.casefold() in file.casefold())


@settings(max_examples=30)
@given(evenings())
def test_no_protected_name_is_anywhere_in_the_package(evening: Evening) -> None:
    assert list(leaks(taken(evening), evening.protected)) == []


@given(evenings())
@settings(max_examples=30)
def test_after_the_proposals_are_taken_there_are_none(evening: Evening) -> None:
    assert proposals(taken(evening)) == ()


@pytest.mark.parametrize("confidential", [False, True])
def test_without_the_proposals_the_name_leaks(confidential: bool) -> None:
    """The control: the search finds what the proposals take away."""
    person = _person(1, "Quärzyß-Wrén", NamingLevel.ANONYMOUS)
    item = replace(question(), summary="Das sagte Quärzyß-Wrén.")
    record = MinutesRecord.held(
        session=replace(SESSION, confidential=confidential),
        series=SERIES,
        items=[item],
        statements=[],
        participants=[person],
    )
    evening = Evening(record, options())
    assert list(leaks(evening, evening.protected))
    assert not list(leaks(taken(evening), evening.protected))


def test_without_the_protection_a_confidential_session_leaks() -> None:
    """The control for the head: the same session, not confidential."""
    person = _person(1, "Quärzyß", NamingLevel.NAME)
    session = replace(SESSION, title=f"Bei {person.name}", host=person.organisation)
    record = MinutesRecord.held(
        session=session,
        series=SERIES,
        items=[question()],
        statements=[statement(1, "Nichts")],
        participants=[person],
    )
    names = [person.name, person.organisation]
    secret = replace(record, session=replace(session, confidential=True))
    assert len({leak.partition(":")[0] for leak in leaks(Evening(record, options()), names)}) > 2
    assert list(leaks(Evening(secret, options()), names)) == []

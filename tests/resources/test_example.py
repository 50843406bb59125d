"""The example evening: one that a newcomer opens and that stands in the README must be right."""

import datetime as dt
import json
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from itertools import pairwise
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

import pytest
from pydantic import TypeAdapter

from app.domain.actors import read_line
from app.domain.document import ENTITIES, PHOTOS, SessionDocument, parse_document
from app.domain.document_extensions import extension_rows
from app.domain.document_models import MODELS
from app.domain.document_reader import Reader
from app.domain.guides import Guide, parse_guide
from app.domain.minutes import belongs_in_summary
from app.domain.statements import Actor, StatementDetails, actor_from
from app.domain.vocabulary import (
    Addressee,
    NamingLevel,
    OrganisationKind,
    PlanItemKind,
    Reading,
    StatementKind,
)
from app.errors import BadInputError
from app.paths import resource

BERLIN = ZoneInfo("Europe/Berlin")
NOT_YET = frozenset({PHOTOS, "logo", "export", "minutes_version"})
"""What a newcomer adds: whose evening it is, and that something was given out of it."""


@dataclass(frozen=True)
class Evening:
    """The file as it stands, and the same rows under one roof."""

    raw: dict[str, Any]

    @property
    def own(self) -> dict[str, list[dict[str, Any]]]:
        """The rows version 1 does not name."""
        rows: dict[str, list[dict[str, Any]]] = self.raw["extensions"]["quartiersdialog"]
        return rows

    @property
    def items(self) -> list[dict[str, Any]]:
        """The whole plan, each question with what both places say of it."""
        questions = {row["id"]: row for row in self.raw["questions"]}
        joined = []
        for row in self.own["plan_item"]:
            question = questions.get(row["id"], {})
            minutes = row.get("minutes", question.get("planned_minutes"))
            joined.append({**question, **row, "minutes": minutes})
        return joined

    @property
    def statements(self) -> Iterator[dict[str, Any]]:
        """All statements, each with its plan item."""
        extra = {row["id"]: row for row in self.own["statement"]}
        for row in self.raw["statements"]:
            yield {**row, "plan_item": row["question"], **extra.pop(row["id"], {})}
        yield from extra.values()

    def under(self, item: dict[str, Any]) -> list[dict[str, Any]]:
        """The statements of one plan item in their order."""
        own = [row for row in self.statements if row["plan_item"] == item["id"]]
        return sorted(own, key=lambda row: int(row["position"]))


@pytest.fixture(scope="module")
def evening() -> Evening:
    text = resource("example", "beispiel.session.json").read_text(encoding="utf-8")
    return Evening(json.loads(text))


@pytest.fixture(scope="module")
def document() -> SessionDocument:
    path = resource("example", "beispiel.session.json")
    return parse_document(lambda: path.open("rb"), path.name)


@pytest.fixture(scope="module")
def guide() -> Guide:
    path = resource("guides", "strategiegespraech-quartier.toml")
    return parse_guide(tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)


def _moment(text: str) -> dt.datetime:
    moment = dt.datetime.fromisoformat(text)
    assert moment.utcoffset() == moment.astimezone(BERLIN).utcoffset(), "not Berlin's own offset"
    return moment


def test_the_file_is_a_clean_session_document(document: SessionDocument) -> None:
    reader = Reader(document.source)
    rows = {entity: list(extension_rows(document, reader, entity)) for entity in MODELS}

    statements = list(document.statements)
    assert len(statements) > 40
    assert document.reader.warnings == reader.warnings == []
    assert document.reader.cleaned == reader.cleaned == 0
    assert document.series.values["title"] == "Beispiel"
    filled = {name for name in rows if rows[name]}
    assert set(MODELS) == ENTITIES
    assert set(document.extensions) == filled == ENTITIES - NOT_YET  # readable to the end
    assert rows["series"][0].values["is_example"]


def test_a_wrong_value_would_be_noticed(evening: Evening) -> None:
    raw = json.loads(json.dumps(evening.raw))
    raw["extensions"]["quartiersdialog"]["session"][0]["naming"] = "nickname"
    raw["extensions"]["quartiersdialog"]["session"][0]["mood"] = "good"
    changed = parse_document(partial(BytesIO, json.dumps(raw).encode()), "geändert")
    reader = Reader("geändert")

    with pytest.raises(BadInputError):
        list(extension_rows(changed, reader, "session"))
    assert reader.warnings == ["extensions.quartiersdialog.session[0].mood"]


def test_every_id_is_a_uuid_and_belongs_to_one_row(evening: Evening) -> None:
    of_rows = [
        row["id"]
        for rows in (evening.raw["participants"], evening.items, evening.statements)
        for row in rows
    ]
    of_rows += [
        row["id"]
        for name in ("organisation", "theme", "next_step", "hand_count", "parked_topic")
        for row in evening.own[name]
    ]
    of_rows += [evening.raw["session"]["id"], evening.raw["series"]["id"]]
    of_rows += [row["person"] for row in evening.raw["participants"]]

    assert len({UUID(uid) for uid in of_rows}) == len(of_rows)


def test_every_reference_leads_somewhere(evening: Evening) -> None:
    people = {row["id"] for row in evening.raw["participants"]}
    items = {row["id"] for row in evening.items}
    statements = {row["id"] for row in evening.statements}
    themes = {row["name"] for row in evening.own["theme"]}
    organisations = {row["name"] for row in evening.own["organisation"]}

    assert {row["id"] for row in evening.raw["questions"]} <= items
    assert {row["id"] for row in evening.own["participant"]} <= people
    assert {row["plan_item"] for row in evening.statements} <= items
    assert {row["participant"] for row in evening.statements} - {None} == people, "all speak"
    assert {name for row in evening.statements for name in row["themes"]} <= themes
    assert {row["statement"] for row in evening.own["next_step"]} <= statements
    for entity in ("hand_count", "parked_topic"):
        assert {row["plan_item"] for row in evening.own[entity]} <= items
    assert {row["organisation"] for row in evening.raw["participants"]} - {""} == organisations
    assert evening.own["session"][0]["id"] == evening.raw["session"]["id"]
    assert evening.own["series"][0]["id"] == evening.raw["series"]["id"]


def test_it_is_a_thursday_evening_of_180_minutes(evening: Evening) -> None:
    session = evening.raw["session"]
    start, end = (dt.time.fromisoformat(session[name]) for name in ("start_time", "end_time"))

    assert dt.date.fromisoformat(session["date"]) == dt.date(2026, 11, 12)
    assert dt.date.fromisoformat(session["date"]).strftime("%A") == "Thursday"
    assert (start, end) == (dt.time(17), dt.time(20))
    assert sum(item["minutes"] for item in evening.items) == 180


def test_the_plan_is_the_guides_with_two_presentations(evening: Evening, guide: Guide) -> None:
    expected: list[tuple[str, int]] = []
    for original in guide.items:
        parts = 2 if original.kind is PlanItemKind.PRESENTATION else 1
        expected += [(original.kind.value, original.minutes // parts)] * parts
    found = [(item["kind"], item["minutes"]) for item in evening.items]

    assert found == expected
    assert [item["position"] for item in evening.items] == list(range(1, len(found) + 1))
    for item in evening.items:
        given = bool(item.get("speaker") and item.get("organisation") and item["title"])
        assert given == (item["kind"] == PlanItemKind.PRESENTATION)


def test_the_questions_are_the_guides(evening: Evening, guide: Guide) -> None:
    found = [item for item in evening.items if item["kind"] == PlanItemKind.QUESTION]

    assert [row["position"] for row in evening.raw["questions"]] == list(range(1, 9))
    for item, original in zip(found, guide.questions, strict=True):
        assert item["identity"] == original.identity
        assert (item["title"], item["text"]) == (original.title, original.text)
        assert tuple(item["kinds_offered"]) == original.kinds_offered
        assert Reading(item.get("reading", "none")) is original.reading
        assert tuple(item["prompts"]) == original.prompts
        assert item.get("min_minutes", 0) == original.min_minutes
        assert item.get("protected", False) == original.protected


def test_the_codebook_is_the_guides(evening: Evening, guide: Guide) -> None:
    found = [(row["name"], row["definition"], row["state"]) for row in evening.own["theme"]]

    assert found == [(theme.name, theme.definition, "accepted") for theme in guide.themes]


def test_the_items_follow_each_other_a_little_off_the_plan(evening: Evening) -> None:
    times = [(_moment(item["started_at"]), _moment(item["ended_at"])) for item in evening.items]
    planned = [dt.timedelta(minutes=item["minutes"]) for item in evening.items]

    assert all(start < end for start, end in times)
    assert all(end == start for (_, end), (start, _) in pairwise(times))
    differences = [
        abs((end - start) - minutes) for (start, end), minutes in zip(times, planned, strict=True)
    ]
    assert any(differences)
    assert max(differences) <= dt.timedelta(minutes=3)


def test_each_statement_is_made_while_its_item_runs(evening: Evening) -> None:
    for item in evening.items:
        moments = [_moment(row["recorded_at"]) for row in evening.under(item)]
        start, end = _moment(item["started_at"]), _moment(item["ended_at"])

        assert moments == sorted(moments)
        assert all(start < moment < end for moment in moments), item["title"]


def test_positions_are_dense_under_each_item(evening: Evening) -> None:
    for item in evening.items:
        positions = [row["position"] for row in evening.under(item)]
        assert positions == list(range(1, len(positions) + 1))


def test_a_full_evening_of_statements(evening: Evening) -> None:
    statements = list(evening.statements)
    per_item = {item["title"]: len(evening.under(item)) for item in evening.items}
    kinds = Counter(StatementKind(row["kind"]) for row in statements)

    assert 55 <= len(statements) <= 70
    assert {title for title, count in per_item.items() if not count} == {"Pause"}
    assert set(kinds) == set(StatementKind)
    assert 5 <= sum(row["quote"] for row in statements) <= 12
    assert 3 <= sum(row["participant"] is None for row in statements) <= 10
    assert [row["source"] for row in statements if row.get("source")] == ["Tisch 2", "Tisch 2"]
    assert all(not row["participant"] for row in statements if row.get("source"))
    assert len({row["text"] for row in statements}) == len(statements)


def test_every_question_has_summary_and_results(evening: Evening) -> None:
    questions = [item for item in evening.items if item["kind"] == PlanItemKind.QUESTION]
    results = [sum(row.get("is_result", False) for row in evening.under(q)) for q in questions]

    assert len(questions) == 8
    for item in questions:
        assert 1 <= item["summary"].count(".") <= 3
        assert item["summary"].endswith(".")
    assert all(1 <= count <= 7 for count in results)
    assert 18 <= sum(results) <= 24
    assert sum(row.get("is_result", False) for row in evening.statements) == sum(results)


def test_the_evening_shows_every_naming_level_and_every_choice_of_list(evening: Evening) -> None:
    levels = Counter(NamingLevel(row["attribution"]) for row in evening.raw["participants"])
    own = {row["id"]: row for row in evening.own["participant"]}
    choices = Counter(
        own.get(row["id"], {}).get("on_attendance_list") for row in evening.raw["participants"]
    )
    following = [
        row["attribution"]
        for row in evening.raw["participants"]
        if "naming" in own.get(row["id"], {})
    ]

    assert set(following) == {evening.own["session"][0]["naming"]}, "no choice of their own"
    assert len(following) < levels[NamingLevel.ORGANISATION], "and some have chosen the same"
    assert 18 <= levels.total() <= 22
    assert set(levels) == set(NamingLevel)
    assert set(choices) == {True, False, None}
    assert evening.own["session"][0]["naming"] == NamingLevel.ORGANISATION


def test_nobody_can_be_guessed_from_a_small_number(evening: Evening) -> None:
    kinds = {row["name"]: row["kind"] for row in evening.own["organisation"]}
    people = evening.raw["participants"]
    of_kind = Counter(kinds.get(row["organisation"]) for row in people)
    levels = Counter(row["attribution"] for row in people)
    hidden = [row for row in people if row["attribution"] == NamingLevel.ORGANISATION_KIND]

    assert all(OrganisationKind(kind) for kind in kinds.values())
    assert all(of_kind[kinds[row["organisation"]]] >= 3 for row in hidden)
    assert levels[NamingLevel.ANONYMOUS] >= 3


def test_a_protected_name_stands_in_no_text(evening: Evening) -> None:
    """Whoever is not named in the protocol is not named in a sentence, step or summary either."""
    texts = [row["text"] for row in evening.statements]
    texts += [item.get("summary", "") + item.get("speaker", "") for item in evening.items]
    texts += [row["text"] + row["who"] for row in evening.own["next_step"]]
    texts += [json.dumps(row.get("details", {}), ensure_ascii=False) for row in evening.statements]
    together = "\n".join(texts)

    for row in evening.raw["participants"]:
        surname = row["name"].split()[-1]
        assert (surname in together) <= (row["attribution"] == NamingLevel.NAME), row["name"]
    assert "Haddad" in together, "the search sees names at all"


def test_statements_are_only_stricter_than_their_person(evening: Evening) -> None:
    person = {row["id"]: NamingLevel(row["attribution"]) for row in evening.raw["participants"]}
    stricter = [row for row in evening.statements if row.get("naming")]

    assert len(stricter) == 2
    for row in stricter:
        assert NamingLevel(row["naming"]).strictness > person[row["participant"]].strictness


def test_details_and_actors_are_valid(evening: Evening) -> None:
    for row in evening.statements:
        TypeAdapter(StatementDetails).validate_python(row.get("details", {}))
        TypeAdapter(list[Actor]).validate_python(row.get("actors", []))


def test_lines_read_as_actors_are_read_as_the_program_reads_them(evening: Evening) -> None:
    organisations = {row["name"]: row["kind"] for row in evening.own["organisation"]}
    checked = 0
    for item in evening.items:
        for row in evening.under(item):
            kind = StatementKind(row["kind"])
            if kind not in {StatementKind.ACTOR, StatementKind.COOPERATION}:
                continue
            line = read_line(row["text"], Reading(item["reading"]), tuple(organisations))
            actors = [actor_from(actor) for actor in row["actors"]]

            assert [(a.name, a.participation) for a in line.actors] == [
                (a.name, a.participation) for a in actors
            ]
            assert line.purpose == row["details"].get("purpose", "")
            checked += 1
    assert checked >= 14


def test_an_actor_of_the_evening_has_the_kind_of_its_organisation(evening: Evening) -> None:
    kinds = {row["name"]: row["kind"] for row in evening.own["organisation"]}
    for row in evening.statements:
        for actor in row.get("actors", []):
            assert actor.get("kind") == kinds.get(actor["name"], actor.get("kind"))


def test_recommendations_say_to_whom_and_why(evening: Evening) -> None:
    found = [row for row in evening.statements if row["kind"] == StatementKind.RECOMMENDATION]

    assert len(found) >= 6
    assert all(row["addressee"] for row in found)
    assert {Addressee(value) for row in found for value in row["addressee"]} >= {
        Addressee.FEDERAL,
        Addressee.STATE,
        Addressee.MUNICIPALITY,
        Addressee.REGIONAL_CHURCH,
    }
    assert all(row["details"]["reason"] for row in found if not row["quote"])


def test_next_steps_have_person_and_date_after_the_evening(evening: Evening) -> None:
    steps = evening.own["next_step"]
    due = [dt.date.fromisoformat(row["due"]) for row in steps]

    assert len(steps) == 5
    assert all("," in row["who"] for row in steps)
    assert due == sorted(due)
    assert due[0] > dt.date(2026, 11, 12)
    assert all(day.weekday() < 5 for day in due)


def test_next_steps_come_from_statements_that_the_summary_prints(evening: Evening) -> None:
    """Otherwise their column of evidence numbers would have holes."""
    statements = {row["id"]: row for row in evening.statements}
    for step in evening.own["next_step"]:
        row = statements[step["statement"]]
        kind = StatementKind(row["kind"])
        assert belongs_in_summary(kind=kind, is_result=row.get("is_result", False)), step["text"]


def test_hands_are_raised_by_those_who_are_there_while_the_question_runs(evening: Evening) -> None:
    items = {row["id"]: row for row in evening.items}
    asked = Counter(row["plan_item"] for row in evening.own["hand_count"])
    assert max(asked.values()) > 1, "several at one question"
    for row in evening.own["hand_count"]:
        item = items[row["plan_item"]]
        counted = sum(row.get(name, 0) for name in ("agree", "disagree", "undecided"))
        assert 0 < counted <= len(evening.raw["participants"])
        assert _moment(item["started_at"]) < _moment(row["counted_at"])
        assert _moment(row["counted_at"]) <= _moment(item["ended_at"])


def test_the_parking_lot_has_open_and_settled_topics(evening: Evening) -> None:
    assert {bool(row.get("settled")) for row in evening.own["parked_topic"]} == {True, False}


def test_every_result_of_the_questions_was_read_back(evening: Evening) -> None:
    asked = {row["id"] for row in evening.items if row["kind"] == "question"}
    outcomes = [
        row.get("outcome")
        for row in evening.statements
        if row["plan_item"] in asked
        and belongs_in_summary(
            kind=StatementKind(row["kind"]), is_result=bool(row.get("is_result"))
        )
    ]
    assert None not in outcomes
    assert set(outcomes) == {"confirmed", "changed", "disputed"}


def test_german_typography(evening: Evening) -> None:
    text = json.dumps(evening.raw, ensure_ascii=False)

    assert '\\"' not in text, "quotation marks are „“"
    assert " - " not in text
    assert "!" not in text
    assert "Sitzung" not in text

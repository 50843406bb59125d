"""The built-in guides: word for word as agreed, because sessions and series are built on them."""

import tomllib
from uuid import UUID

import pytest

from app.domain.guides import Guide, parse_guide
from app.domain.vocabulary import Addressee, NamingLevel, PlanItemKind, Reading, StatementKind
from app.paths import resource

K = StatementKind
P = PlanItemKind

STRATEGY = (
    (
        "Warum ist die Quartiers- und Sozialraumperspektive relevant für Sie?",
        (K.REASON, K.GOAL, K.EXPERIENCE, K.POTENTIAL),
        Reading.NONE,
        (),
        15,
    ),
    (
        "Was war der Anlass?",
        (K.REASON, K.EXPERIENCE),
        Reading.NONE,
        ("year", "who_began"),
        10,
    ),
    (
        "Was ist neu?",
        (K.ACTIVITY, K.EXPERIENCE, K.POTENTIAL),
        Reading.NONE,
        ("status",),
        10,
    ),
    (
        "Welche Kooperationen sind Sie eingegangen?",
        (K.COOPERATION, K.EXPERIENCE, K.OBSTACLE),
        Reading.COOPERATION,
        ("purpose", "since", "status", "place"),
        15,
    ),
    (
        "Wer macht mit?",
        (K.ACTOR, K.COOPERATION),
        Reading.TAKES_PART,
        ("role",),
        10,
    ),
    (
        "Welche Hemmnisse sehen Sie?",
        (K.OBSTACLE, K.CONDITION, K.RECOMMENDATION),
        Reading.NONE,
        ("level",),
        15,
    ),
    (
        "Wer ist noch zu beteiligen?",
        (K.ACTOR, K.AGREEMENT),
        Reading.MISSING,
        ("why_missing", "who_asks"),
        10,
    ),
    (
        (
            "Welche Hinweise aus Ihren Aktivitäten lassen sich empfehlen, in die "
            "Bundes-Engagementstrategie einzubringen?"
        ),
        (K.RECOMMENDATION, K.CONDITION, K.QUESTION),
        Reading.NONE,
        ("addressees", "reason"),
        20,
    ),
)

STRATEGY_PLAN = (
    (P.OPENING, "Begrüßung", 10),
    (P.INTRODUCTIONS, "Vorstellungsrunde", 15),
    (P.PRESENTATION, "Impulse", 20),
    (P.QUESTION, "Relevanz des Quartiers", 15),
    (P.QUESTION, "Anlass", 10),
    (P.QUESTION, "Was ist neu?", 10),
    (P.QUESTION, "Kooperationen", 15),
    (P.BREAK, "Pause", 15),
    (P.QUESTION, "Wer macht mit?", 10),
    (P.QUESTION, "Hemmnisse", 15),
    (P.QUESTION, "Wer fehlt noch?", 10),
    (P.QUESTION, "Empfehlungen", 20),
    (P.READING_BACK, "Rückspiegelung", 10),
    (P.CLOSING, "Abschluss", 5),
)

COURSE = (
    (
        "Was verstehen wir unter dem Quartiersansatz, und was soll sich vor Ort ändern?",
        K.GOAL,
        Reading.NONE,
        13,
    ),
    (
        "Welche lokalen Netzwerke und Kooperationen gibt es, welche fehlen?",
        K.COOPERATION,
        Reading.COOPERATION,
        13,
    ),
    (
        "Welche Methoden der Sozialraumorientierung haben wir erprobt?",
        K.ACTIVITY,
        Reading.NONE,
        13,
    ),
    (
        "Welche Dienste und Angebote sollten entstehen oder sich weiterentwickeln?",
        K.RECOMMENDATION,
        Reading.NONE,
        13,
    ),
    (
        "Wie beteiligen wir Bürgerinnen und Bürger – und wen erreichen wir noch nicht?",
        K.ACTOR,
        Reading.MISSING,
        13,
    ),
    (
        "Wer trägt was bei: Familien, Nachbarschaft, Engagierte, professionelle Dienste?",
        K.ACTOR,
        Reading.TAKES_PART,
        13,
    ),
    (
        "Was hindert Menschen daran, dazuzugehören – wie wird der Sozialraum inklusiv?",
        K.OBSTACLE,
        Reading.NONE,
        13,
    ),
    (
        (
            "Welche Potenziale und Ressourcen stecken im Quartier, gerade zur Unterstützung "
            "verletzlicher Gruppen?"
        ),
        K.POTENTIAL,
        Reading.NONE,
        14,
    ),
)

CODEBOOK = (
    "Engagement",
    "Personal",
    "Finanzierung",
    "Räume",
    "Wohnen",
    "Pflege und Alter",
    "Gesundheit",
    "Armut und Teilhabe",
    "Inklusion",
    "Vielfalt",
    "Familie und Jugend",
    "Ländlicher Raum und Mobilität",
    "Kirche im Wandel",
    "Kommune und Verwaltung",
    "Vernetzung",
)

IDENTITIES = (
    "90df3758-aea9-480f-ba47-2cd7f6cf96d0",
    "bfaf66bd-79d1-4846-9a48-cae739b18094",
    "2c5aa0da-7b0d-4e7b-a3f9-f034fefc08fa",
    "8c3285ea-0f34-4ef6-a11a-5ad30479dbcd",
    "a86def6c-5a47-4571-a164-be621713d6a0",
    "bd67497f-6dc4-4005-bfad-6fe3115a1627",
    "a10810c5-121b-45a1-864a-cdc670d09138",
    "96d61d9c-4eb1-4dce-becb-589756a1a190",
    "5d1670c2-b5d0-44cd-84df-9bdcfc8d102a",
    "0a1eef1c-a6ca-4921-8969-29b35fb672a0",
    "4b533c7e-150c-44a1-8604-b1b55aac172f",
    "c147eecb-e6f2-44f2-9e76-ba9c37dbee67",
    "d98778c4-a8be-4610-b088-aa7f636dee3c",
    "753716ae-b58a-4eb3-b74c-108e7fb781a2",
    "b11a753f-f2ae-47a8-b2d9-436932774525",
    "da090e38-8a9b-49a9-907a-765c8e1ef2c1",
)
"""Once given, for ever: sessions of many installations are gathered by them."""


def _guide(name: str) -> Guide:
    path = resource("guides", f"{name}.toml")
    return parse_guide(tomllib.loads(path.read_text(encoding="utf-8")), source=path.name)


@pytest.fixture(scope="module")
def strategy() -> Guide:
    return _guide("strategiegespraech-quartier")


@pytest.fixture(scope="module")
def course() -> Guide:
    return _guide("qualifiziert-fuers-quartier")


def test_every_guide_is_named_like_its_file() -> None:
    paths = list(resource("guides").glob("*.toml"))

    assert len(paths) == 2
    assert all(_guide(path.stem).key == path.stem for path in paths)


def test_the_strategy_questions_are_as_agreed(strategy: Guide) -> None:
    found = tuple(
        (item.text, item.kinds_offered, item.reading, item.details_offered, item.minutes)
        for item in strategy.questions
    )

    assert found == STRATEGY


def test_the_strategy_plan_takes_180_minutes(strategy: Guide) -> None:
    assert tuple((item.kind, item.title, item.minutes) for item in strategy.items) == STRATEGY_PLAN
    assert strategy.minutes == 180
    assert sum(item.minutes for item in strategy.questions) == 105


def test_only_the_recommendations_are_protected(strategy: Guide) -> None:
    protected = [(item.title, item.min_minutes) for item in strategy.items if item.protected]
    minimum = {
        item.title: item.min_minutes
        for item in strategy.items
        if item.min_minutes and not item.protected
    }

    assert protected == [("Empfehlungen", 15)]
    assert minimum == {"Pause": 10, "Rückspiegelung": 5}


def test_recommendations_are_directed_at_the_federation(strategy: Guide) -> None:
    directed = {item.title: item.default_addressees for item in strategy.items}

    assert directed.pop("Empfehlungen") == (Addressee.FEDERAL,)
    assert set(directed.values()) == {()}


def test_naming_starts_with_the_organisation_and_in_the_course_with_nobody(
    strategy: Guide, course: Guide
) -> None:
    assert strategy.title == "Strategiegespräch Quartier"
    assert strategy.naming is NamingLevel.ORGANISATION
    assert course.title == "Qualifiziert fürs Quartier – Reflexionsgespräch"
    assert course.naming is NamingLevel.ANONYMOUS


def test_the_course_questions_are_as_agreed(course: Guide) -> None:
    found = tuple(
        (item.text, item.statement_kind, item.reading, item.minutes) for item in course.questions
    )

    assert found == COURSE
    assert sum(item.minutes for item in course.questions) == 105
    assert course.minutes == 150


def test_identities_never_change_and_are_never_shared(strategy: Guide, course: Guide) -> None:
    found = tuple(item.identity for item in (*strategy.questions, *course.questions))

    assert found == IDENTITIES
    assert len({UUID(identity) for identity in found}) == len(found) == 16


def test_each_question_has_three_prompts_of_its_own(strategy: Guide, course: Guide) -> None:
    questions = (*strategy.questions, *course.questions)
    prompts = [prompt for item in questions for prompt in item.prompts]

    assert all(len(item.prompts) == 3 for item in questions)
    assert len(set(prompts)) == 48
    assert all(prompt.endswith("?") for prompt in prompts)


def test_short_titles_fit_into_the_plan_column(strategy: Guide, course: Guide) -> None:
    for guide in (strategy, course):
        titles = [item.title for item in guide.items]
        assert len(set(titles)) == len(titles)
        assert all(len(title) <= 24 for title in titles)


def test_an_item_that_can_hold_statements_offers_kinds(strategy: Guide, course: Guide) -> None:
    for item in (*strategy.items, *course.items):
        assert bool(item.kinds_offered) == (item.kind is not P.BREAK), item.title


def test_the_starter_codebook_defines_every_theme(strategy: Guide, course: Guide) -> None:
    assert tuple(theme.name for theme in strategy.themes) == CODEBOOK
    assert all(theme.definition.endswith(".") for theme in strategy.themes)
    assert all(len(theme.definition) >= 60 for theme in strategy.themes)
    assert course.themes == ()


def test_themes_refer_only_to_themes_of_the_codebook(strategy: Guide) -> None:
    for theme in strategy.themes:
        named = theme.definition.split("„")[1:]
        assert {part.split("“")[0] for part in named} <= set(CODEBOOK) - {theme.name}


def test_german_typography(strategy: Guide, course: Guide) -> None:
    for guide in (strategy, course):
        text = guide.model_dump_json()
        assert "!" not in text
        assert " - " not in text
        assert "Sitzung" not in text

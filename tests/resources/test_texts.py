"""The texts without a window: complete for every value, the same in every language."""

import string
from collections.abc import Iterator
from enum import StrEnum

import pytest

from app.domain import vocabulary
from app.domain.vocabulary import MinutesKind, OrganisationKind, RequestKind, StatementKind
from app.errors import AmbiguousError, BadInputError
from app.paths import resource
from app.texts import LANGUAGES, TOPICS, Texts

ENUMS = [
    value
    for value in vars(vocabulary).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]
FORMS: list[tuple[type[StrEnum], str]] = [
    *((enum, "") for enum in ENUMS),
    (OrganisationKind, "printed"),
    (StatementKind, "protocol"),
    (StatementKind, "slash"),
    (MinutesKind, "description"),
    (RequestKind, "short"),
]
ONLY_IN_PROTOCOL = {"actor_takes_part", "actor_missing"}


def _placeholders(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(text) if name is not None)


def _all(language: str) -> dict[str, str]:
    texts = Texts(language)
    for topic in TOPICS:
        texts.find(topic)  # a topic is read when it is asked for
    return dict(texts._texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("enum", "form"), FORMS, ids=lambda value: str(getattr(value, "__name__", value))
)
def test_every_value_has_a_word(language: str, enum: type[StrEnum], form: str) -> None:
    texts = Texts(language)

    words = [texts.word(member, form) for member in enum]

    assert all(word.strip() == word != "" for word in words)
    assert len(set(words)) == len(words), "two values read the same"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_vocabulary_holds_nothing_that_is_no_value(language: str) -> None:
    known = {
        f"vocabulary.{enum.__name__}.{f'{form}.' if form else ''}{member}"
        for enum, form in FORMS
        for member in enum
    } | {f"vocabulary.StatementKind.protocol.{word}" for word in ONLY_IN_PROTOCOL}

    held = {key for key in _all(language) if key.startswith("vocabulary.")}

    assert held == known


def test_a_missing_word_is_an_error() -> None:
    with pytest.raises(KeyError):
        Texts("de").word(OrganisationKind.CARE, "shouted")


def test_languages_have_the_same_keys() -> None:
    german, english = _all("de"), _all("en")

    assert sorted(german.keys() ^ english.keys()) == []


def test_languages_have_the_same_placeholders() -> None:
    german, english = _all("de"), _all("en")

    different = {
        key: (german[key], english[key])
        for key in german.keys() & english.keys()
        if _placeholders(german[key]) != _placeholders(english[key])
    }

    assert different == {}


def test_no_other_topic_lies_beside_them() -> None:
    for language in LANGUAGES:
        found = {path.stem for path in resource("i18n", language).glob("*.toml")}
        assert found == set(TOPICS)


@pytest.mark.parametrize(
    ("value", "form", "word"),
    [
        (vocabulary.SessionState.REVIEW, "", "in Nachbereitung"),
        (vocabulary.NamingLevel.ORGANISATION_KIND, "", "nur Art der Organisation"),
        (vocabulary.StatementKind.REASON, "", "Anlass/Beweggrund"),
        (vocabulary.StatementKind.QUESTION, "protocol", "Offene Frage"),
        (vocabulary.OrganisationKind.PARISH, "printed", "eine Kirchengemeinde"),
        (vocabulary.OrganisationKind.CARE, "printed", "eine Einrichtung der Pflege"),
        (vocabulary.Addressee.CHURCH_FEDERAL, "", "EKD/Diakonie Deutschland"),
        (vocabulary.MinutesKind.FULL, "", "Verlaufsprotokoll"),
    ],
)
def test_german_words_are_those_of_the_field(value: StrEnum, form: str, word: str) -> None:
    assert Texts("de").word(value, form) == word


def test_printed_kinds_of_organisation_carry_an_article() -> None:
    for kind in OrganisationKind:
        assert Texts("de").word(kind, "printed").split()[0] in {"ein", "eine"}
        assert Texts("en").word(kind, "printed").split()[0] in {"a", "an"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_after_the_slash_are_single_small_words(language: str) -> None:
    for kind in StatementKind:
        word = Texts(language).word(kind, "slash")
        assert word == word.lower()
        assert word.isalpha()


def _sentences() -> Iterator[tuple[str, str]]:
    for key, text in _all("de").items():
        if key.startswith("errors.") and key.count(".") == 1:
            yield key, text


def test_errors_are_whole_sentences_on_one_line() -> None:
    for key, text in _sentences():
        told = text.removesuffix("\n{matches}").removesuffix(":")
        assert "\n" not in told, key
        assert text.endswith((".", "{matches}")), key


def test_german_typography_in_every_text() -> None:
    for key, text in _all("de").items():
        if key.startswith("documents.format."):
            continue  # signs to compare with, not a text anybody reads
        assert '"' not in text, key
        assert " - " not in text, key
        assert "!" not in text, key
        assert "Sitzung" not in text, key
        assert text.count("„") == text.count("“"), key


def test_an_ambiguous_name_lists_what_it_fits() -> None:
    error = AmbiguousError("session_ambiguous", matches=("A 1", "B 2"), reference="Quartier")

    for language in LANGUAGES:
        assert Texts(language).error(error).endswith("\nA 1\nB 2")


def test_large_numbers_are_grouped() -> None:
    error = BadInputError("text_too_long", length=2_002_000, limit=9_999)
    assert "2.002.000 Zeichen, möglich sind 9999." in Texts("de").error(error)
    assert "2,002,000" in Texts("en").error(error)

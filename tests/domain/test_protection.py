"""Names that somebody typed into a field: what of them may be printed."""

from dataclasses import replace

import pytest

from app.domain.naming import NamingRules
from app.domain.protection import NameSearch, Protection
from app.domain.vocabulary import NamingLevel, OrganisationKind
from tests.support.evening import participants

NAME, ROLE, ORGANISATION, KIND, ANONYMOUS = NamingLevel
USUAL = NamingRules(ORGANISATION)


def protection(rules: NamingRules = USUAL) -> Protection:
    return Protection(rules, participants(), lambda kind: f"eine <{kind}>")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Leonie Aschauer, Seniorenrat", "Leonie Aschauer, Seniorenrat"),  # no choice of her own
        ("Karin Weiß", "Karin Weiß"),  # chose to be named
        ("Thea Ehlers", "Ehrenamt, Kirchengemeinde St. Lukas"),  # by role
        ("Thea Ehlers und Karin Weiß", "Ehrenamt, Kirchengemeinde St. Lukas und Karin Weiß"),
        ("THEA  EHLERS, Ehrenamt", "Ehrenamt, Kirchengemeinde St. Lukas"),
        ("Petra Mendel, Pflegedienst Morgenrot", "eine <care>"),  # the organisation goes too
        ("Rolf Oberländer, Lindenstraße 3", ""),  # anonymous
        ("Steuerungskreis", "Steuerungskreis"),
        ("", ""),
    ],
)
def test_a_persons_own_choice_holds_in_typed_fields(typed: str, printed: str) -> None:
    assert protection().typed(typed) == printed


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Rolf Oberländers Garten", ""),
        ("Oberländer", ""),
        ("Frau Ehlers", "Ehrenamt, Kirchengemeinde St. Lukas"),
        ("T. Ehlers, Karin Weiß", "Ehrenamt, Kirchengemeinde St. Lukas, Karin Weiß"),
        ("Weiß", "Weiß"),
        ("Karin Weiß und Thea", "Karin Weiß und Ehrenamt, Kirchengemeinde St. Lukas"),
    ],
)
def test_a_name_is_recognised_in_every_form(typed: str, printed: str) -> None:
    assert protection().typed(typed) == printed


def test_in_a_field_for_names_an_ordinary_word_is_one_too() -> None:
    cook = replace(participants()[6], name="Bernd Koch")
    guard = Protection(USUAL, [*participants(), cook], str)
    assert guard.typed("Koch") == guard.typed("Karin Weiß und Koch") == ""


def test_a_name_inside_another_word_is_none() -> None:
    assert protection().typed("Oberländerstraße") == "Oberländerstraße"


@pytest.mark.parametrize(
    "rules",
    [
        NamingRules(NAME, confidential=True),
        NamingRules(NAME, limit=KIND),
        NamingRules(NAME, limit=ANONYMOUS),
    ],
)
def test_typed_fields_are_left_out_where_nobody_may_be_named(rules: NamingRules) -> None:
    assert protection(rules).typed("Karin Weiß") == ""


def test_the_limit_of_the_export_holds_in_typed_fields() -> None:
    limited = protection(NamingRules(NAME, limit=ORGANISATION))
    assert limited.typed("Karin Weiß") == "Kirchengemeinde St. Lukas"


def test_a_strict_start_value_protects_those_who_chose_nothing() -> None:
    assert protection(NamingRules(ANONYMOUS)).typed("Leonie Aschauer") == ""


def presented(speaker: str, organisation: str = "", rules: NamingRules = USUAL) -> str:
    allowed = protection(rules).presenter(speaker, organisation)
    return allowed.printed(lambda kind: f"eine <{kind}>")


def test_who_gave_a_presentation_is_named() -> None:
    assert presented("Arno Kellermann", "Gute Aussicht eG") == "Arno Kellermann (Gute Aussicht eG)"
    assert presented("Gast von außen") == "Gast von außen"


def test_unless_that_person_chose_otherwise() -> None:
    assert presented("Thea Ehlers", "Gemeinde") == "Ehrenamt, Gemeinde"
    assert presented("Petra Mendel", "Pflegedienst") == "eine <care>"
    assert presented("Dr. Rolf Oberländer", "Zeitung") == ""


def test_the_strictest_of_several_speakers_decides() -> None:
    assert presented("Karin Weiß und Rolf Oberländer") == ""


@pytest.mark.parametrize(
    ("rules", "printed"),
    [
        (NamingRules(NAME, confidential=True), ""),
        (NamingRules(NAME, limit=ORGANISATION), "Gute Aussicht eG"),
        (NamingRules(NAME, limit=ANONYMOUS), ""),
        (NamingRules(ANONYMOUS), ""),
    ],
)
def test_session_and_export_limit_the_heading_of_a_presentation(
    rules: NamingRules, printed: str
) -> None:
    assert presented("Arno Kellermann", "Gute Aussicht eG", rules) == printed
    assert presented("Gast von außen", "Gute Aussicht eG", rules) == printed


def test_a_backslash_in_an_organisation_is_only_a_backslash() -> None:
    odd = replace(participants()[5], organisation=r"A\1\gB", organisation_kind=None)
    guard = Protection(USUAL, [odd], str)
    assert guard.typed("Frau Thea Ehlers") == r"Ehrenamt, A\1\gB"


def test_a_text_that_mentions_somebody_is_recognised() -> None:
    guard = protection()
    assert guard.mentions_somebody("Im Haus der Grundschule am Anger")
    assert guard.mentions_somebody("bei karin weiß")
    assert not guard.mentions_somebody("Rathaus")


def test_one_pass_finds_any_of_many_names() -> None:
    search = NameSearch(["Karin Weiß", "", "J. (Jo) Ber+g"])
    assert search.first_in("mit KARIN WEISS gesprochen") == ""
    assert search.first_in("mit KARIN\nWEIß gesprochen") == "KARIN\nWEIß"
    assert search.first_in("J. (Jo) Ber+g sagt") == "J. (Jo) Ber+g"
    assert NameSearch([]).first_in("Karin Weiß") == ""


def test_somebody_without_a_name_protects_nothing() -> None:
    nameless = replace(participants()[0], name=" ", naming=ANONYMOUS)
    guard = Protection(USUAL, [nameless], str)
    assert guard.typed("irgendwer") == "irgendwer"


def test_a_role_without_values_falls_on() -> None:
    bare = replace(
        participants()[5], role="", organisation="", organisation_kind=OrganisationKind.CARE
    )
    guard = Protection(USUAL, [bare], lambda kind: f"eine <{kind}>")
    assert guard.typed("Thea Ehlers") == "eine <care>"

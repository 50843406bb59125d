"""Initials, and finding people by what is typed for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.initials import People, Person, initials, plain_name, unique_initials

names = st.text("abÄöß -.,'0😀é", max_size=20)

KARIN = Person("1", "Karin Weiß", "Diakonie Hamm")
SABINE = Person("2", "Sabine Becker", "Stadt Hamm")
STEFAN = Person("3", "Stefan Braun", "AWO")
HENRIK = Person("4", "Dr. Henrik von Voss", "Land")
ANNA = Person("5", "Anna Maria Weber-Kuhn", "BÜNDNIS 90/DIE GRÜNEN")
PETRA = Person("6", "Vizepräsidentin Petra Öz")
PEOPLE = People([KARIN, SABINE, STEFAN, HENRIK, ANNA, PETRA])


@pytest.mark.parametrize(
    ("name", "plain", "short"),
    [
        ("Karin Weiß", "Karin Weiß", "KW"),
        ("Dr. Henrik von Voss", "Henrik von Voss", "HV"),
        ("Prof. Dr. med. Ute Öz MdB", "Ute Öz", "UÖ"),
        ("Präsident Dr. Wolfgang Schäuble", "Wolfgang Schäuble", "WS"),
        ("Pfarrerin Eva Kern (Köln)", "Eva Kern", "EK"),
        ("Oberbürgermeister a.D. Karl Ott", "Karl Ott", "KO"),
        ("Karl Ott a. D.", "Karl Ott", "KO"),
        ("Anna-Lena Müller-Schmidt", "Anna-Lena Müller-Schmidt", "AM"),
        ("Anna-Lena", "Anna-Lena", "AL"),
        ("Weiß, Karin", "Karin Weiß", "KW"),
        ("Fabio De Masi", "Fabio De Masi", "FM"),
        ("Anna Bischof", "Anna Bischof", "AB"),
        ("Bischof", "Bischof", "B"),
        ("Karin W.", "Karin W.", "KW"),
        ("Tisch 2", "Tisch 2", "T2"),
        ("von der Au", "von der Au", "A"),
        ("von und zu", "von und zu", "VZ"),
        ("„Karin“", "„Karin“", "K"),
        ("ßeta", "ßeta", "S"),
        ("…", "…", ""),
        ("", "", ""),
    ],
)
def test_plain_name_and_initials(name: str, plain: str, short: str) -> None:
    assert plain_name(name) == plain
    assert initials(name) == short


@given(names)
def test_any_name_has_at_most_two_letters(name: str) -> None:
    assert len(initials(name)) <= 2
    assert not any(letter.isspace() for letter in initials(name))


def test_unique_initials_grow_until_they_differ() -> None:
    assert unique_initials(["Sabine Becker", "Stefan Braun", "Karin Weiß"]) == ("SBe", "SBr", "KW")
    assert unique_initials(["Sabine Becker"] * 3) == ("SBeck", "SBeck2", "SBeck3")
    assert unique_initials(["Karin", "Karla", "", ""]) == ("Kari", "Karl", "", "2")


@given(st.lists(names, max_size=12))
def test_unique_initials_are_unique(people: list[str]) -> None:
    shown = unique_initials(people)
    assert len(set(shown)) == len(people)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("kw", [KARIN]),
        ("KW", [KARIN]),
        ("karin weiss", [KARIN]),
        ("Weiß", [KARIN]),
        ("Frau Weiß", [KARIN]),
        ("weiß, karin", [KARIN]),
        ("karin", [KARIN]),
        ("sb", [SABINE, STEFAN]),
        ("hv", [HENRIK]),
        ("hvv", [HENRIK]),
        ("voss", [HENRIK]),
        ("von Voss", [HENRIK]),
        ("Dr. Henrik von Voss", [HENRIK]),
        ("aw", [ANNA]),
        ("amwk", [ANNA]),
        ("amw", [ANNA]),
        ("po", [PETRA]),
        ("PÖ", [PETRA]),
        ("Petra Öz", [PETRA]),
        ("kar", []),
        ("k", []),
        ("Frau", []),
        ("Diakonie Hamm", []),
        ("", []),
    ],
)
def test_match_is_exact(typed: str, found: list[Person]) -> None:
    assert list(PEOPLE.match(typed)) == found


def test_a_whole_name_wins_over_initials_and_single_letters_count_only_so() -> None:
    people = People([Person("a", "Jo"), Person("b", "Jana Ott"), Person("c", "A")])
    assert [person.uid for person in people.match("jo")] == ["a"]
    assert [person.uid for person in people.match("a")] == ["c"]


@pytest.mark.parametrize(
    ("typed", "previous", "found"),
    [
        ("", (), [KARIN, SABINE, STEFAN, HENRIK]),
        ("", ("4", "3"), [HENRIK, STEFAN, KARIN, SABINE]),
        ("s", (), [SABINE, STEFAN]),
        ("s", ("3",), [STEFAN, SABINE]),
        ("sb", (), [SABINE, STEFAN]),
        ("sabine b", (), [SABINE]),
        ("sabine ", (), [SABINE]),
        ("sb ", (), []),
        ("we", (), [KARIN, ANNA]),
        ("kuhn", (), [ANNA]),
        ("frau we", (), [KARIN, ANNA]),
        ("hamm", (), [KARIN, SABINE]),
        ("grun", (), [ANNA]),
        ("an", (), [ANNA]),
        ("vize", (), [PETRA]),
        ("xy", (), []),
    ],
)
def test_complete(typed: str, previous: tuple[str, ...], found: list[Person]) -> None:
    assert list(PEOPLE.complete(typed, previous=previous, limit=4)) == found


def test_initials_come_before_names_and_organisations_last() -> None:
    people = People(
        [Person("o", "Max Ott", "Aktion Wohnen"), Person("n", "Awa Diop"), Person("i", "Ada Wulf")]
    )
    assert [person.uid for person in people.complete("aw")] == ["i", "n"]
    assert [person.uid for person in people.complete("a")] == ["n", "i", "o"]
    latest = people.complete("a", previous=("o", "i"))
    assert [person.uid for person in latest] == ["i", "n", "o"], "by organisation alone: not first"


def test_letters_are_clear_if_they_begin_no_other_name() -> None:
    mo = Person("m", "Mehmet Öztürk", "Nachbarschaftshilfe")
    others = [Person("p", "Petra Mendel", "Pflegedienst Morgenrot")]
    assert People([mo, *others]).clear("mö") == mo
    assert People([mo, *others]).clear("mor") is None
    assert People([mo, *others, Person("x", "Moritz Kern")]).clear("mö") is None
    assert People([mo, *others, Person("x", "Maria Ott")]).clear("mo") is None
    assert People([mo, *others]).clear("pe") is None, "the beginning of a name is no initials"


def test_get() -> None:
    assert PEOPLE.get("4") == HENRIK
    assert PEOPLE.get("9") is None


@given(st.lists(names, max_size=8), names)
def test_whatever_is_typed_a_match_is_called_so(people: list[str], typed: str) -> None:
    index = People(Person(str(at), name) for at, name in enumerate(people))
    assert len(index.complete(typed)) <= 5
    for name in people:
        if plain_name(name).strip():
            assert any(person.name == name for person in index.match(name))

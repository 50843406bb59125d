"""Groups typed one a line."""

from app.domain.initials import People, Person
from app.domain.people import ParticipantView
from app.domain.speaking_groups import groups_text, read_groups

NAMES = ("Karin Weiß", "Sabine Brandt", "Stefan Bauer", "Weiß-Nagel, Dr. Ute")
PEOPLE = People(Person(name, name) for name in NAMES)
ROWS = tuple(ParticipantView(name, name, name, "", None, "", None, None, 0) for name in NAMES)


def test_initials_and_names_are_found() -> None:
    read = read_groups("Nord: kw; Sabine Brandt\n\n Süd : stefan", PEOPLE)
    assert read.groups == {"Karin Weiß": "Nord", "Sabine Brandt": "Nord", "Stefan Bauer": "Süd"}
    assert read.unknown == ()


def test_what_is_unclear_is_told() -> None:
    read = read_groups("Nord: sb, xy, kw\nohne Doppelpunkt\n: kw", PEOPLE)
    assert read.unknown == ("sb", "xy", "ohne Doppelpunkt", ": kw")
    assert read.groups == {"Karin Weiß": "Nord"}


def test_somebody_in_two_groups_is_in_the_last_one() -> None:
    assert read_groups("A: kw\nB: kw", PEOPLE).groups == {"Karin Weiß": "B"}


def test_what_is_shown_is_read_again() -> None:
    groups = {name: "Nord" if at % 2 else "Süd" for at, name in enumerate(NAMES)}
    text = groups_text(groups, ROWS)
    assert text.splitlines()[1] == "Nord: Sabine Brandt, Ute Weiß-Nagel"
    assert read_groups(text, PEOPLE).groups == groups
    assert groups_text({}, ROWS) == ""

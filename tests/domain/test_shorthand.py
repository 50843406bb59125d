"""The entry line: what becomes a chip, and above all what does not."""

import datetime as dt
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.entry import Line, Sign, Span
from app.domain.initials import People, Person
from app.domain.proposals import completions
from app.domain.shorthand import EntryContext, ParsedLine, ParsedStep, not_read, parse
from app.domain.vocabulary import StatementKind
from tests.domain.entry_context import CONTEXT, chips, read

NORMAL_GERMAN = [
    "Bürger*innen brauchen Räume",
    "Frau*Herr Klein und Freund*innen",
    "und/oder",
    "Und / oder auch nicht",
    "50+",
    "Wohnen 50+ und 24/7",
    "Wer zahlt das?",
    "Brücke endlich bauen!",
    "https://example.org/wohnen#pflege",
    "siehe http://kw.de/ziel und www.hamm.de/#wohnen",
    "Schreiben Sie an kw@example.org",
    "info@sb.de",
    "17:30 Uhr: Einlass",
    "17:30 Uhr",
    "Achtung: Die Brücke ist gesperrt",
    "z. B.: Nachbarschaftshilfe",
    "z.B.: Nachbarschaftshilfe",
    "Ja: aber nur, wenn alle mitmachen",
    "Ein Problem: sb ist nicht da",
    "Nr. 1: Karin Weiß fragen",
    "Karin Weiß sagt: Das geht",
    "Kinder- und Jugendarbeit/Schule",
    "60 km/h, 3/4 der Leute, 1/2",
    "C# und #1, # allein, #",
    "#Wohnungsnot ist kein Thema der Liste",
    "#Pflege-Fachkraft",
    "#Wohnen.de",
    "/Gürtel Ecke Venloer Straße",
    "/zielgruppe",
    "@ 5 € das Stück",
    "@nobody weiß das",
    '"Betreuung" ist das falsche Wort',
    '"Wir", sagt sie, "wollen das."',
    "Er sagt: „Das geht nicht.“",
    "5 * 3 = 15",
    "Text mit * Stern",
    "**fett**",
    '""',
    "@",
    "/",
    ": leer",
    "Hinweis an @nobody und @sb",
    "50+ wohnen hier",
    "+50 % mehr Mieter",
    "+ 50 Wohnungen",
    "+49 2381 123456 anrufen",
    "+/- 10 %",
    "+",
    "++ wichtig",
    "+1",
    "A + B",
    "> 100 Leute",
    ">100 Leute",
    ">= 3 Jahre",
    ">",
    ">> zitiert",
    "-> weiter",
    "=> weiter",
    "Wer zahlt > 3 € bis Freitag?",
    "Kommt bis Freitag",
    "!!",
    "!! wichtig",
    "?!",
    "?? unklar",
    "?!?",
    "!?",
    "Wirklich?!",
    "Nein! Doch! Oh!",
    "Was? Wann? Wo?",
    "!1",
    "!= ungleich",
    "kw, sb und hv waren da",
    "k: nein",
    "kw:)",
    "kw://x",
    "kw:30",
]


@pytest.mark.parametrize("text", NORMAL_GERMAN)
def test_nothing_fires_inside_normal_german(text: str) -> None:
    assert read(text) == ParsedLine(text)


@pytest.mark.parametrize(
    "text", [text for text in NORMAL_GERMAN if "@" not in text and text[0] not in "#/"]
)
def test_nor_is_a_person_or_kind_proposed_there(text: str) -> None:
    proposals = completions(Line(text), len(text), CONTEXT)
    assert not [proposal for proposal in proposals if proposal.what is not Sign.THEME]


def test_the_same_sentences_do_fire_when_somebody_is_called_so() -> None:
    """Negative control: it is the list of people that keeps "Achtung:" a word."""
    context = EntryContext(
        people=People([Person("a", "Bernd Achtung"), Person("p", "Ein Problem")])
    )
    assert parse(Line("Achtung: Die Brücke"), context).participant_uid == "a"
    assert parse(Line("Ein Problem: nein"), context).participant_uid == "p"


@pytest.mark.parametrize(
    "typed",
    [
        "kw: Die Miete steigt",
        "KW: Die Miete steigt",
        "kw:Die Miete steigt",
        "  kw: Die Miete steigt",
        "kw : Die Miete steigt",
        "Karin Weiß: Die Miete steigt",
        "weiss: Die Miete steigt",
        "Frau Weiß: Die Miete steigt",
        "@kw Die Miete steigt",
        "@kw: Die Miete steigt",
        "@kw, Die Miete steigt",
        "@Karin Weiß Die Miete steigt",
        "@karin Die Miete steigt",
    ],
)
def test_person(typed: str) -> None:
    parsed = read(typed)
    assert (parsed.text, parsed.participant_uid) == ("Die Miete steigt", "kw")
    assert parsed.spans[0].label == "Karin Weiß"


def test_two_that_fit_are_settled_later() -> None:
    parsed = read("sb: Wir fangen an")
    assert (parsed.text, parsed.participant_uid, parsed.person_unclear) == (
        "Wir fangen an",
        None,
        "SB",
    )
    assert parsed.spans == (Span(0, 3, Sign.UNCLEAR, "SB", "SB?"),)
    assert read("@sb ja").person_unclear == "SB"


def test_only_one_person_and_only_before_the_text() -> None:
    assert read("kw: hv: doch").text == "hv: doch"
    assert read("doch @kw").participant_uid is None


@pytest.mark.parametrize(
    ("typed", "text", "speaker", "about"),
    [
        ("@kw @hv doch", "Dr. Henrik von Voss doch", "kw", ("hv",)),
        ("kw: Mit @hv reden", "Mit Dr. Henrik von Voss reden", "kw", ("hv",)),
        ("Frag @kw, nicht @hv.", "Frag Karin Weiß, nicht Dr. Henrik von Voss.", None, ("kw", "hv")),
        ("Frag @kw und @kw", "Frag Karin Weiß und Karin Weiß", None, ("kw",)),
        ("Frag @karin weiß #Wohnen", "Frag Karin Weiß", None, ("kw",)),
        ("Frag @sb", "Frag @sb", None, ()),
        ("* Frag @kw", "Frag Karin Weiß", None, ("kw",)),
    ],
)
def test_a_name_inside_the_text_is_somebody_it_is_about(
    typed: str, text: str, speaker: str | None, about: tuple[str, ...]
) -> None:
    parsed = read(typed)
    assert (parsed.text, parsed.participant_uid, parsed.about) == (text, speaker, about)


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("/hemmnis Kein Geld", "Kein Geld", StatementKind.OBSTACLE),
        ("/Hemmnis: Kein Geld", "Kein Geld", StatementKind.OBSTACLE),
        ("Kein Geld /hemmnis", "Kein Geld", StatementKind.OBSTACLE),
        ("Kein Geld /hemmnis.", "Kein Geld.", StatementKind.OBSTACLE),
        ("Kein Geld\n/hemmnis\nda", "Kein Geld\nda", StatementKind.OBSTACLE),
        ("/aktivitat Fest", "Fest", StatementKind.ACTIVITY),
        ("/Anlass/Beweggrund Not", "Not", StatementKind.REASON),
        ("/offene Frage wer", "wer", StatementKind.QUESTION),
        ("/frage wer", "wer", StatementKind.QUESTION),
        ("/ziel eins /hemmnis", "eins /hemmnis", StatementKind.GOAL),
        ("/hem Kein Geld", "/hem Kein Geld", None),
        ("/ hemmnis", "/ hemmnis", None),
    ],
)
def test_kind(typed: str, text: str, kind: StatementKind | None) -> None:
    parsed = read(typed)
    assert (parsed.text, parsed.kind) == (text, kind)


@pytest.mark.parametrize(
    ("typed", "text", "themes"),
    [
        ("Zu teuer #Wohnen", "Zu teuer", ("Wohnen",)),
        ("#wohnen zu teuer", "zu teuer", ("Wohnen",)),
        ("Zu teuer #Wohnen!", "Zu teuer!", ("Wohnen",)),
        ("Im #Wohnen zu teuer", "Im zu teuer", ("Wohnen",)),
        ("Zu eng #räume #Wohnen #wohnen", "Zu eng", ("Räume", "Wohnen")),
        ("Es fehlt #Räume, #Pflege", "Es fehlt", ("Räume", "Pflege")),
        ("#pflege und alter fehlt", "fehlt", ("Pflege und Alter",)),
        ("#pflege und mehr", "und mehr", ("Pflege",)),
        ("#Wohnen", "", ("Wohnen",)),
    ],
)
def test_themes(typed: str, text: str, themes: tuple[str, ...]) -> None:
    parsed = read(typed)
    assert (parsed.text, parsed.themes) == (text, themes)


@pytest.mark.parametrize(
    ("typed", "text", "verbatim", "is_result"),
    [
        ('"Wir wollen das', "Wir wollen das", True, False),
        ('"Wir wollen das."', "Wir wollen das.", True, False),
        ('"Wir wollen das".', "Wir wollen das.", True, False),
        ('"Wir wollen das" #Wohnen', "Wir wollen das", True, False),
        ('kw: "Wir wollen das"', "Wir wollen das", True, False),
        ("*Beschlossen", "Beschlossen", False, True),
        ("* Beschlossen", "Beschlossen", False, True),
        ("kw: *Beschlossen", "Beschlossen", False, True),
        ('*"Beschlossen', "Beschlossen", True, True),
        ('"*Beschlossen"', "Beschlossen", True, True),
    ],
)
def test_marks(typed: str, text: str, verbatim: bool, is_result: bool) -> None:
    parsed = read(typed)
    assert (parsed.text, parsed.verbatim, parsed.is_result) == (text, verbatim, is_result)


@pytest.mark.parametrize(
    ("typed", "sign"),
    [
        ("*", Sign.RESULT),
        (" * ", Sign.RESULT),
        ("*\n", Sign.RESULT),
        ("!", Sign.ASSENT),
        ("?", Sign.CLARIFY),
        ('"', Sign.VERBATIM),
    ],
)
def test_a_sign_alone_marks_the_statement_before(typed: str, sign: Sign) -> None:
    parsed = read(typed)
    at = typed.index(typed.strip())
    assert parsed == ParsedLine("", marks_previous=sign, spans=(Span(at, at + 1, sign),))


@pytest.mark.parametrize(
    ("typed", "text", "assent", "clarify"),
    [
        ("!Die Brücke muss weg", "Die Brücke muss weg", 1, False),
        ("! Die Brücke muss weg", "Die Brücke muss weg", 1, False),
        ("? Wer zahlt das?", "Wer zahlt das?", 0, True),
        ("!?Wer zahlt das?", "!?Wer zahlt das?", 0, False),
        ("! ? Wer zahlt das?", "Wer zahlt das?", 1, True),
        ("kw: ? Wer zahlt das?", "Wer zahlt das?", 0, True),
        ("*! Beschlossen", "Beschlossen", 1, False),
        ("Wer zahlt das?", "Wer zahlt das?", 0, False),
    ],
)
def test_assent_and_what_is_to_be_clarified(
    typed: str, text: str, assent: int, clarify: bool
) -> None:
    parsed = read(typed)
    assert (parsed.text, parsed.assent, parsed.clarify) == (text, assent, clarify)


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("+ und zwar bald", "und zwar bald"),
        ("+und zwar bald", "und zwar bald"),
        ("  + Und zwar bald #Wohnen", "Und zwar bald"),
        ("+ kw: doch", "kw: doch"),
        ("+ *fett", "+ *fett"),
    ],
)
def test_a_plus_before_a_word_continues(typed: str, text: str) -> None:
    parsed = read(typed)
    assert parsed.text == text
    assert parsed.continues is not text.startswith("+")
    assert (parsed.participant_uid, parsed.is_result) == (None, False)


@pytest.mark.parametrize(
    ("typed", "text", "who", "due"),
    [
        ("> Stadt anrufen", "Stadt anrufen", "", None),
        (">Stadt anrufen", "Stadt anrufen", "", None),
        ("> kw: Stadt anrufen bis Freitag", "Stadt anrufen", "Karin Weiß", (2026, 11, 27)),
        ("> @kw ruft an bis 15.3.", "ruft an", "Karin Weiß", (2027, 3, 15)),
        ("> Stadt anrufen @kw bis 15.3.", "Stadt anrufen", "Karin Weiß", (2027, 3, 15)),
        ("> bis Freitag Stadt anrufen", "Stadt anrufen", "", (2026, 11, 27)),
        ("> @kw fragt @hv in 2 Wochen", "fragt Dr. Henrik von Voss", "Karin Weiß", (2026, 12, 4)),
        ("> sb: fragt nach", "fragt nach", "SB", None),
        ("> Anruf bis 31.2.", "Anruf bis 31.2.", "", None),
        ("> Bei #Wohnen und /ziel bleiben", "Bei #Wohnen und /ziel bleiben", "", None),
        ("> *fett", "> *fett", "", None),
    ],
)
def test_a_next_step(typed: str, text: str, who: str, due: tuple[int, int, int] | None) -> None:
    parsed = read(typed)
    assert parsed.text == text
    if not text.startswith(">"):
        person = "kw" if who == "Karin Weiß" else None
        assert parsed.step == ParsedStep(who, dt.date(*due) if due else None, person)


def test_a_day_that_does_not_exist_is_said_and_stays() -> None:
    assert read("> Anruf bis 31.2.").no_such_day == "bis 31.2."
    assert read("> Anruf bis 28.2.").no_such_day == ""
    assert read("Anruf bis 31.2.").no_such_day == ""


def test_without_a_day_of_the_session_no_date_is_read() -> None:
    parsed = parse(Line("> Anruf bis Freitag"), EntryContext())
    assert (parsed.text, parsed.step) == ("Anruf bis Freitag", ParsedStep())


def test_everything_at_once_with_its_places() -> None:
    text = "*kw: /ziel Mehr Räume schaffen #räume, #Wohnen"
    parsed = read(text)
    assert parsed.text == "Mehr Räume schaffen"
    assert (parsed.participant_uid, parsed.kind) == ("kw", StatementKind.GOAL)
    assert (parsed.themes, parsed.is_result) == (("Räume", "Wohnen"), True)
    assert chips(text) == ["*", "kw:", "/ziel", "#räume,", "#Wohnen"]


@pytest.mark.parametrize(
    "text",
    [
        *("kw: ja", "@kw ja", "/ziel ja", "ja #Wohnen", "*ja", '"ja', "*", "ja #Wohnen, #Pflege"),
        *("!ja", "?ja", "!", "?", '"', "+ ja", "> ja bis Freitag", "mit @kw"),
    ],
)
def test_pasted_text_is_never_interpreted(text: str) -> None:
    pasted = Line().edited(0, 0, text, pasted=True)
    assert parse(pasted, CONTEXT) == ParsedLine(text)
    assert completions(pasted, len(text), CONTEXT) == ()
    assert parse(Line(text), CONTEXT) != ParsedLine(text)


def test_signs_typed_around_pasted_text_count() -> None:
    line = Line("kw:  #Wohnen").edited(4, 0, "hv: /ziel #Pflege *x", pasted=True)
    parsed = parse(line, CONTEXT)
    assert parsed.text == "hv: /ziel #Pflege *x"
    assert (parsed.participant_uid, parsed.kind, parsed.themes) == ("kw", None, ("Wohnen",))


def test_a_word_finished_by_hand_after_a_paste_is_no_chip() -> None:
    line = Line().edited(0, 0, "#Woh", pasted=True).edited(4, 0, "nen")
    assert parse(line, CONTEXT).text == "#Wohnen"


def test_a_pasted_closing_quote_stays() -> None:
    line = Line('"Ja').edited(3, 0, '"', pasted=True)
    assert parse(line, CONTEXT).text == 'Ja"'


def test_a_chip_taken_back_is_text() -> None:
    line = Line("kw: Text #Wohnen")
    for span in parse(line, CONTEXT).spans:
        line = line.released(span)
    assert parse(line, CONTEXT) == ParsedLine("kw: Text #Wohnen")


def test_without_people_kinds_and_themes_all_is_text() -> None:
    for text in ("kw: ja", "@kw ja", "/ziel ja", "#Wohnen ja"):
        assert parse(Line(text), EntryContext()) == ParsedLine(text)
        assert not [c for c in completions(Line(text), 3, EntryContext()) if not c.is_new]


PIECES = [
    "kw:",
    "@kw",
    "sb:",
    "/ziel",
    "#Wohnen",
    "#räume,",
    "*",
    '"',
    "!",
    "?",
    "+",
    ">",
    "bis Freitag",
    "Text",
    "Ja.",
    " ",
    "\n",
    ":",
]


@given(st.lists(st.sampled_from(PIECES), max_size=10), st.lists(st.integers(0, 40), max_size=4))
def test_nothing_is_lost_whatever_is_typed(pieces: list[str], pasted: list[int]) -> None:
    """Text and chips together hold every character but the white space around chips."""
    text = "".join(pieces)
    literal = tuple((at, at + 1) for at in sorted(set(pasted)) if at < len(text))
    parsed = parse(Line(text, literal), CONTEXT)
    spans = [(span.start, span.end) for span in parsed.spans]
    assert spans == sorted(spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert not any(first < end and start < last for first, last in literal for start, end in spans)
    about = {span.start: span for span in parsed.spans if span.what is Sign.ABOUT}
    outside = "".join(
        about[at].label if at in about else c
        for at, c in enumerate(text)
        if at in about or not any(start <= at < end for start, end in spans)
    )
    assert "".join(parsed.text.split()) == "".join(outside.split())


def test_around_a_pasted_book_signs_still_count_and_names_have_an_end() -> None:
    book = "kw: und #Wohnen oder /ziel\n" * 2_000
    line = Line().edited(0, 0, book, pasted=True).edited(len(book), 0, "Ende #räume /h")
    parsed = parse(line, CONTEXT)
    assert (parsed.themes, parsed.kind, parsed.participant_uid) == (("Räume",), None, None)
    assert [c.label for c in completions(line, len(line.text), CONTEXT)] == ["Hemmnis"]
    assert read("#" + "Wohnen" * 100).themes == ()
    assert read("@" + " " * 300 + "kw") == ParsedLine("@" + " " * 300 + "kw")


def test_a_word_cut_off_by_the_longest_name_is_none() -> None:
    name = "W" * 239
    context = EntryContext(themes=(name,))
    assert parse(Line(f"#{name}"), context).themes == (name,)
    assert parse(Line(f"#{name}WW"), context).themes == ()


@pytest.mark.parametrize(
    ("typed", "odd"),
    [
        ("Es fehlt Geld /hem", "/hem"),
        ("Es fehlt Geld #Klima", "#Klima"),
        ("@xyz sagt", "@xyz"),
        ("+", "+"),
        (">", ">"),
        ("Es fehlt Geld /hemmnis #Wohnen", ""),
        ("kw: und/oder, 30 km /h, /heim/kw, a@b.de, Bürger*innen", ""),
        ("C# und #1", ""),
    ],
)
def test_a_sign_that_says_nothing_is_known(typed: str, odd: str) -> None:
    line = Line(typed)
    assert not_read(line, parse(line, CONTEXT)) == odd
    pasted = Line().edited(0, 0, f"x {typed}", pasted=True)
    assert not_read(pasted, parse(pasted, CONTEXT)) == ""

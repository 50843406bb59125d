"""Lines under questions 4, 5 and 7: what is read as actors, and what stays a sentence."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.actors import MAX_LIST, ReadLine, read_line
from app.domain.statements import Actor
from app.domain.vocabulary import Participation, Reading

KNOWN = (
    "Müller, Meyer & Partner",
    "Caritas",
    "Verein für Kirche und Kultur, Hamm",
    "Treff + Tisch e. V.",
    "die Brücke",
    "Langer Atem",
)


def names(text: str, reading: Reading = Reading.TAKES_PART) -> list[str]:
    return [actor.name for actor in read_line(text, reading, KNOWN).actors]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Caritas, Diakonie, AWO", ["Caritas", "Diakonie", "AWO"]),
        ("caritas, diakonie", ["Caritas", "diakonie"]),
        ("Kita und Grundschule", ["Kita", "Grundschule"]),
        ("Kita & Grundschule", ["Kita", "Grundschule"]),
        ("Kirche, Kommune sowie Wohlfahrt", ["Kirche", "Kommune", "Wohlfahrt"]),
        ("Kirche und junge Familien", ["Kirche", "junge Familien"]),
        ("Metzger, Bäcker und Friseure", ["Metzger", "Bäcker", "Friseure"]),
        ("Schreiner, Imker und Polizei", ["Schreiner", "Imker", "Polizei"]),
        (
            "Quartiersmanagement; Polizei\nFeuerwehr",
            ["Quartiersmanagement", "Polizei", "Feuerwehr"],
        ),
        ("junge Familien", ["junge Familien"]),
        ("jugendliche", ["jugendliche"]),
        ("Menschen mit Behinderung", ["Menschen mit Behinderung"]),
        ("Menschen im Ruhestand mit Auto", ["Menschen im Ruhestand mit Auto"]),
        (
            "alleinerziehende Eltern, ältere Menschen",
            ["alleinerziehende Eltern", "ältere Menschen"],
        ),
        ("Jugendliche ab 16 Jahren", ["Jugendliche ab 16 Jahren"]),
        ("50 Ehrenamtliche, zwei Kitas", ["50 Ehrenamtliche", "zwei Kitas"]),
        ("Generation 50+, Ü60-Gruppe", ["Generation 50+", "Ü60-Gruppe"]),
        ("Bürgerinnen und Bürger", ["Bürgerinnen und Bürger"]),
        ("Ärztinnen und Ärzte, Apotheken", ["Ärztinnen und Ärzte", "Apotheken"]),
        (
            "Bewohnerinnen und Bewohner des Pflegeheims, Menschen im Rollstuhl",
            ["Bewohnerinnen und Bewohner des Pflegeheims", "Menschen im Rollstuhl"],
        ),
        ("Kirche, Schule, Kinder und Jugendliche", ["Kirche", "Schule", "Kinder und Jugendliche"]),
        ("Jung und Alt", ["Jung und Alt"]),
        ("Amt für Jugend und Familie", ["Amt für Jugend und Familie"]),
        ("Kinder- und Jugendhilfe, Jobcenter", ["Kinder- und Jugendhilfe", "Jobcenter"]),
        ("Land und Meer e. V.", ["Land und Meer e. V."]),
        ("Sportfreunde Hallenbrück 1921 e. V.", ["Sportfreunde Hallenbrück 1921 e. V."]),
        ("Wohnungsbaugenossenschaft Süd eG", ["Wohnungsbaugenossenschaft Süd eG"]),
        ("Pflege daheim gGmbH, AOK", []),
        ("Pflege Daheim gGmbH, AOK", ["Pflege Daheim gGmbH", "AOK"]),
        (
            "Kirchengemeinde St. Paul, Moscheegemeinde",
            ["Kirchengemeinde St. Paul", "Moscheegemeinde"],
        ),
        ("Stadt Essen, Landkreis Celle", ["Stadt Essen", "Landkreis Celle"]),
        ("evangelische Kirche", ["evangelische Kirche"]),
        ("Verein zur Förderung der Jugend", ["Verein zur Förderung der Jugend"]),
        ("Hausmeister der Genossenschaft", ["Hausmeister der Genossenschaft"]),
        ("Betreuungskräfte aus Polen und Rumänien", ["Betreuungskräfte aus Polen und Rumänien"]),
        ("Nachbarn im Norden und Süden", ["Nachbarn im Norden und Süden"]),
        (
            "Bäckerei am Markt, Apotheke am Steinbruch",
            ["Bäckerei am Markt", "Apotheke am Steinbruch"],
        ),
        ("„Haus der Begegnung“, Caritas", ["Haus der Begegnung", "Caritas"]),
        ("Caritas (Frau Ott, Herr Müller), AWO", ["Caritas (Frau Ott, Herr Müller)", "AWO"]),
        ("AWO „Am Park, Mitte“, Tafel", ["AWO „Am Park, Mitte“", "Tafel"]),
        ("Caritas, Diakonie usw.", ["Caritas", "Diakonie"]),
        ("Vereine, Schulen und viele mehr", ["Vereine", "Schulen"]),
        ("Konfirmanden.", ["Konfirmanden"]),
        ("die Jugend, noch die Schulen", ["Jugend", "Schulen"]),
        ("vor allem Alleinerziehende", ["Alleinerziehende"]),
        ("AWO, awo, Awo", ["AWO"]),
        ("Stadtverwaltung, Stiftung Mitte, Pflegeberatung", None),
        ("Arbeiterwohlfahrt, Freikirchen, Sparkasse", None),
    ],
)
def test_organisations_and_groups(text: str, actors: list[str] | None) -> None:
    assert names(text) == (text.split(", ") if actors is None else actors)


@pytest.mark.parametrize(
    "text",
    [
        "Die Kirchengemeinde macht mit",
        "Wir haben mit der Caritas gesprochen",
        "Wir, Caritas",
        "Kirchen suchen Helfer",
        "Nachbarn kommen",
        "Vereine machten Angebote",
        "Die Jugendlichen fehlen",
        "Alle, die hier wohnen",
        "Leider niemand",
        "Wer macht mit?",
        "Caritas, Diakonie?",
        "Seit 2019 Caritas",
        "Aus der Nachbarschaft, Kirche",
        "Caritas seit 2019",
        "Runder Tisch seit 2019",
        "Gemeinsam mit der Caritas",
        "Kirche mit Diakonie",
        "Gute Zusammenarbeit mit der Stadt",
        "Bessere Vernetzung im Quartier, Stadt",
        "Mehr Geld für Personal",
        "Geld, Zeit, Personal",
        "Caritas, Geld",
        "Ehrenamt, Kirche",
        "Frau Müller, Herr Schmidt",
        "Karin Weiß, Sabine Becker",
        "3,5 Stellen",
        "2019, 2020",
        "Kirche, , Schule",
        "Kirche und Leben",
        "Grundschule am Markt und Sportverein",
        "Kirchenkreis, Schulze & Söhne",
        "Diakonie: Mittagstisch",
        "Neu: Diakonie, AWO",
        "Kita / Grundschule",
        "Ein Verein der alles macht was die Leute im Viertel wirklich brauchen",
        "Kita und Grundschule teilen sich eine Elternlotsin mit 15 Stunden.",
        "Ich bin in keinem Verein. Ich mache mit, weil mich jemand gefragt hat.",
        "Wo drei Partner beteiligt sind, braucht jede Verlängerung drei Gremien.",
        "Hamburger, Ottensener Straße",
        "",
        " , ",
        "„ “",
        "Caritas, " * 31,
        "Caritas, " * (MAX_LIST // 9) + "Diakonie",
        "(" * 100_000,
    ],
)
def test_sentences_things_and_doubtful_lines_are_not_read(text: str) -> None:
    assert read_line(text, Reading.COOPERATION, KNOWN) == ReadLine()


@pytest.mark.parametrize(
    ("text", "actors", "purpose"),
    [
        ("Stadtteilbüro + Kita Sonnenschein: Elterncafé", None, "Elterncafé"),
        ("Stadtteilbüro + Kita Sonnenschein + AWO", None, ""),
        ("kita + schule: ferienprogramm", None, "ferienprogramm"),
        ("Langer Atem + Bäckerei Korn: Brot, Kaffee + Kuchen", None, "Brot, Kaffee + Kuchen"),
        ("Kirche + AWO: Fest um 17:30 Uhr: mit Musik", None, "Fest um 17:30 Uhr: mit Musik"),
        ("Verein „Ost + West“ + AWO: Fest", ["Verein „Ost + West“", "AWO"], "Fest"),
        ("Treff + Tisch e. V. + Caritas: Essen", ["Treff + Tisch e. V.", "Caritas"], "Essen"),
        ("Caritas, Diakonie: gemeinsame Tafel", ["Caritas", "Diakonie"], "gemeinsame Tafel"),
    ],
)
def test_cooperations(text: str, actors: list[str] | None, purpose: str) -> None:
    read = read_line(text, Reading.COOPERATION, KNOWN)
    assert read.purpose == purpose
    assert [actor.name for actor in read.actors] == (
        text.partition(": ")[0].split(" + ") if actors is None else actors
    )


@pytest.mark.parametrize(
    "text",
    [
        "wir + Kirche: Fest",
        "Geld + Zeit",
        "geld + zeit: fehlt",
        "1 + 1 = 2",
        "Wohnen 50 + mehr",
        "Kirche + : Fest",
        "Schule\nKirche + AWO: Fest",
        "C++ + Schule macht Spaß",
    ],
)
def test_a_plus_alone_is_no_cooperation(text: str) -> None:
    assert read_line(text, Reading.COOPERATION) == ReadLine()


def test_a_cooperation_is_read_under_every_such_question() -> None:
    read = read_line("AWO + Kita: Fest", Reading.MISSING)
    assert [actor.participation for actor in read.actors] == [Participation.MISSING] * 2
    assert read_line("AWO, Kita: Fest", Reading.MISSING) == ReadLine()


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Müller, Meyer & Partner", ["Müller, Meyer & Partner"]),
        ("AWO, müller, meyer & partner, Kita", ["AWO", "Müller, Meyer & Partner", "Kita"]),
        ("Verein für Kirche und Kultur, Hamm, AWO", ["Verein für Kirche und Kultur, Hamm", "AWO"]),
        ("CARITAS", ["Caritas"]),
        ("die Brücke, AWO", ["die Brücke", "AWO"]),
        ("Langer Atem", ["Langer Atem"]),
    ],
)
def test_known_names_stay_whole_and_keep_their_spelling(text: str, actors: list[str]) -> None:
    assert names(text) == actors
    assert [a.name for a in read_line(text, Reading.TAKES_PART).actors] != actors, "control"


def test_participation_follows_the_question_and_none_reads_nothing() -> None:
    assert read_line("Jugend", Reading.MISSING).actors == (
        Actor(name="Jugend", participation=Participation.MISSING),
    )
    assert read_line("Jugend", Reading.TAKES_PART).actors == (Actor(name="Jugend"),)
    assert read_line("Jugend", Reading.NONE) == ReadLine()


PIECES = [
    "Kirche",
    "AWO",
    "Müller",
    "junge",
    "Familien",
    "und",
    "mit",
    "der",
    "macht",
    "Geld",
    "„",
    "“",
]
SIGNS = [", ", " + ", " ", ": ", "; ", "\n", " & ", ". "]


@example([("Kirche", " + "), ("Kirche", ", "), ("„", "\n"), ("“", ", ")], Reading.COOPERATION)
@given(
    st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(SIGNS)), max_size=14),
    st.sampled_from([Reading.COOPERATION, Reading.TAKES_PART, Reading.MISSING]),
)
def test_whatever_is_read_stands_in_the_line_once(
    words: list[tuple[str, str]], reading: Reading
) -> None:
    text = "".join(word + sign for word, sign in words)
    read = read_line(text, reading, KNOWN)
    found = [actor.name.casefold() for actor in read.actors]
    assert len(set(found)) == len(found)
    assert all(name in text.casefold() for name in found)
    assert not any("\n" in name or not name.strip() for name in found)
    assert read.purpose in text
    assert len(found) > 1 or not read.purpose

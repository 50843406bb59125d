"""German words and sentences of our own, endless and the same in every run.

They read like an evening about a neighbourhood without meaning anything. What matters is their
shape: compounds, umlauts and ß, a few words everywhere and many words hardly ever, as in real
sessions – a search index and a Word file cost what real ones cost.
"""

import random

FIRST = (
    *("Nachbarschafts", "Stadtteil", "Quartiers", "Bürger", "Jugend", "Familien", "Senioren"),
    *("Kirchen", "Gemeinde", "Pflege", "Kultur", "Lese", "Garten", "Spiel", "Sport", "Wohn"),
    *("Mieter", "Sprach", "Kleider", "Frühstücks", "Engagement", "Ehrenamts", "Besuchs", "Demenz"),
    *("Gesundheits", "Straßen", "Spazier", "Markt", "Musik", "Chor", "Theater", "Werkzeug"),
    *("Fahrrad", "Näh", "Koch", "Suppen", "Trödel", "Winter", "Sommer", "Abend", "Müll", "Wasser"),
    *("Brücken", "Bücher", "Hospiz", "Schulden", "Paten", "Großeltern", "Kinder", "Väter"),
)
SECOND = (
    *("treffs", "gruppen", "räume", "feste", "initiativen", "vereine", "plätze", "häuser", "wege"),
    *("dienste", "gärten", "küchen", "netze", "projekte", "angebote", "beratungen", "läden"),
    *("patenschaften", "werkstätten", "beiräte", "börsen", "cafés", "kreise", "bündnisse"),
    *("konferenzen", "fonds", "stellen", "büros", "kassen", "karten", "läufe", "tage", "stunden"),
    *("bänke", "stiftungen", "zentren", "schulen", "fahrten", "gespräche", "zeitungen", "tafeln"),
)
PLACES = (
    *(
        "in der Altstadt",
        "am Lindenplatz",
        "in der Siedlung",
        "hinter dem Bahnhof",
        "im Gemeindehaus",
    ),
    *("an der Grundschule", "im Neubaugebiet", "auf dem Land", "rund um die Kirche", "am Fluss"),
    *("in der Großwohnsiedlung", "beim Wochenmarkt", "im Mehrgenerationenhaus", "vor Ort"),
)
VERBS = (
    *("brauchen", "tragen", "öffnen", "verbinden", "entlasten", "stärken", "ersetzen", "fördern"),
    *("erreichen", "begleiten", "schließen", "überfordern", "vermissen", "kennen", "gewinnen"),
)
HOW = (
    *("seit Jahren", "kaum", "endlich", "gemeinsam", "ohne großen Aufwand", "nur mit Mühe"),
    *("verlässlich", "noch nicht", "vor allem abends", "über alle Grenzen hinweg", "trotz allem"),
    *("mit viel Geduld", "überraschend oft", "in kleinen Schritten", "gegen den Trend"),
)
WHOM = (
    *("Menschen, die allein leben", "junge Familien", "ältere Nachbarinnen und Nachbarn"),
    *(
        "Zugezogene",
        "Leute ohne Auto",
        "alle, die mitmachen wollen",
        "die Verwaltung",
        "den Träger",
    ),
    *("Geflüchtete", "Menschen mit wenig Geld", "pflegende Angehörige", "die ganze Straße"),
    *("Jugendliche nach der Schule", "Hauptamtliche", "die Kirchengemeinde", "Alleinerziehende"),
)
REASONS = (
    *("weil Räume fehlen", "wenn jemand fragt", "obwohl das Geld im März endet", "damit es bleibt"),
    *("sobald die Stelle besetzt ist", "weil Vertrauen Zeit braucht", "bis der Aufzug fährt"),
    *("ohne dass jemand zuständig wäre", "seit es den Runden Tisch gibt", "wie wir gelernt haben"),
)
OPENINGS = (
    *("", "", "", "", "Bei uns ist es so: ", "Ich möchte ergänzen: ", "Aus der Praxis: "),
    *("Das heißt für uns: ", "Ganz ehrlich: ", "Ein Beispiel: ", "Mein Eindruck ist: "),
)
GIVEN_NAMES = (
    *("Änne", "Björn", "Cem", "Dörte", "Emine", "Frauke", "Götz", "Hülya", "Ilse", "Jörg"),
    *("Käthe", "Lars", "Mehmet", "Nadja", "Ömer", "Petra", "Rüdiger", "Sören", "Tanja", "Ute"),
)
FAMILY_NAMES = (
    *("Weißgerber", "Öztürk", "Lindenblatt", "Müggenburg", "Süßkind", "Brücker", "Hövelmann"),
    *("Kretzschmar", "Ziegenhals", "Tannhäuser", "Vogelsang", "Nüßlein", "Straßer", "Appelbaum"),
)
ORGANISATIONS = (
    *(
        "Kirchengemeinde St. Lukas",
        "Diakonie Lindental",
        "Stadt Ebersfurt",
        "Mieterverein Nordstadt",
    ),
    *(
        "Nachbarschaftshilfe e. V.",
        "Grundschule am Anger",
        "Pflegedienst Sonnenhof",
        "Kita Regenbogen",
    ),
    *("Wohnbau Ebersfurt eG", "Landesverband Mitte", "Stiftung Gemeinwesen", "Jugendring"),
)
RARE_WORD = "Quartiersfamilienpflege"
"""Never made by chance, although every three letters of it stand in many texts."""

_COMPOUNDS = tuple(first + second for first in FIRST for second in SECOND)
_TRIPLE_EVERY = 6


class German:
    """Makes sentences from one random source."""

    def __init__(self, random_source: random.Random) -> None:
        self._random = random_source

    def compound(self) -> str:
        """A plural: some stand in every other text, the longest perhaps once in an archive."""
        draw = self._random.random
        if draw() * _TRIPLE_EVERY < 1:
            first, second = FIRST[int(draw() * len(FIRST))], FIRST[int(draw() * len(FIRST))]
            return first + second.lower() + SECOND[int(draw() * len(SECOND))]
        return _COMPOUNDS[int(draw() ** 3 * len(_COMPOUNDS))]

    def sentence(self) -> str:
        """One sentence of about 110 characters."""
        draw = self._random.random

        def one(words: tuple[str, ...]) -> str:
            return words[int(draw() * len(words))]

        end = f", {one(REASONS)}" if draw() < 0.6 else ""
        return (
            f"{one(OPENINGS)}{self.compound()} {one(PLACES)} {one(VERBS)} "
            f"{one(HOW)} {one(WHOM)}{end}."
        )

    def text(self, length: int, separator: str = " ") -> str:
        """Sentences up to about ``length`` characters; a short one is cut between words."""
        text = self.sentence()
        while len(text) < length - 60:
            text = f"{text}{separator}{self.sentence()}"
        if len(text) > length + 25:
            text = text[: max(length, 12)].rsplit(" ", 1)[0].rstrip(",: ")
        return text

    def name(self, number: int) -> str:
        """A person's name, another one for each of 280 numbers."""
        given = GIVEN_NAMES[number % len(GIVEN_NAMES)]
        return f"{given} {FAMILY_NAMES[number // len(GIVEN_NAMES) % len(FAMILY_NAMES)]}"

"""German words and sentences of our own, endless and the same in every run.

They read like an evening about a neighbourhood without meaning anything. What matters is their
shape: compounds, umlauts and ß, a few words everywhere and many words hardly ever, as in real
sessions, and no phrase that comes again and again: a search index and a compressed Word file
cost what real ones cost.
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
NOUNS = (
    *("Menschen", "Nachbarn", "Leute", "Kinder", "Eltern", "Enkel", "Fachkräfte", "Vermieter"),
    *("Ärztinnen", "Lehrer", "Händler", "Wege", "Plätze", "Türen", "Bänke", "Lampen", "Treppen"),
    *("Aufzüge", "Busse", "Räder", "Stühle", "Schlüssel", "Zettel", "Listen", "Fragen"),
    *("Antworten", "Sorgen", "Wünsche", "Ideen", "Pläne", "Termine", "Stunden", "Abende"),
    *("Jahre", "Kosten", "Mittel", "Anträge", "Verträge", "Regeln", "Grenzen", "Lücken"),
    *("Brüche", "Brücken", "Netze", "Gruppen", "Kreise", "Feste", "Märkte", "Gärten", "Küchen"),
    *("Läden", "Höfe", "Häuser", "Wohnungen", "Mieten", "Löhne", "Stellen", "Ämter", "Gremien"),
    *("Beschlüsse", "Gespräche", "Besuche", "Anrufe", "Briefe", "Bücher", "Lieder", "Spiele"),
    *("Kurse", "Fahrten", "Erfahrungen", "Fähigkeiten", "Gewohnheiten", "Erwartungen"),
    *("Vorurteile", "Sprachen", "Geschichten", "Bilder", "Zahlen", "Ergebnisse", "Fehler"),
    *("Chancen", "Kräfte", "Gäste", "Vereine", "Kirchen", "Schulen", "Kitas", "Praxen", "Heime"),
    *("Betriebe", "Stiftungen", "Spenden", "Versprechen", "Absprachen", "Bedenken", "Konflikte"),
    *("Feiertage", "Wochenenden", "Mahlzeiten", "Kleider", "Werkzeuge", "Pflanzen", "Bäume"),
    *("Hecken", "Zäune", "Mauern", "Fenster"),
)
ADJECTIVES = (
    *("junge", "alte", "neue", "kleine", "große", "leere", "volle", "offene", "stille", "laute"),
    *("schnelle", "langsame", "teure", "günstige", "feste", "lockere", "fremde", "vertraute"),
    *("müde", "mutige", "kluge", "einfache", "schwierige", "eigene", "gemeinsame"),
    *("verlässliche", "freiwillige", "bezahlte", "befristete", "barrierefreie", "ländliche"),
    *("städtische", "kirchliche", "private", "öffentliche", "ehrliche", "fehlende", "wachsende"),
    *("schrumpfende", "bunte", "graue", "grüne", "enge", "weite", "helle", "dunkle", "warme"),
    *("kalte", "frühe", "späte"),
)
AMOUNTS = (
    *("viele", "einige", "mehr", "manche nur", "zwei", "drei", "fünf", "zwölf", "wenige"),
    *("etliche", "lauter", "zu viele", "kaum", "neue, aber"),
)
VERBS = (
    *("brauchen", "tragen", "öffnen", "verbinden", "entlasten", "stärken", "ersetzen", "fördern"),
    *("erreichen", "begleiten", "schließen", "vermissen", "kennen", "gewinnen", "suchen"),
    *("finden", "verlieren", "bezahlen", "planen", "prüfen", "teilen", "zählen", "fragen"),
    *("hören", "sehen", "halten", "bewegen", "verändern", "verhindern", "erlauben", "erklären"),
    *("ermutigen", "beraten", "beteiligen", "besuchen", "betreuen", "bauen", "pflegen", "kochen"),
    *("feiern", "leihen", "tauschen", "reparieren", "organisieren", "unterstützen"),
    *("überraschen", "übernehmen", "übersehen", "unterschätzen", "verstehen"),
    *("vertrauen wir ihnen", "versorgen", "verteilen", "vermitteln", "verwalten", "wechseln"),
    *("wecken", "würdigen"),
)
HOW = (
    *("kaum", "endlich", "gemeinsam", "verlässlich", "trotzdem", "längst", "leider", "manchmal"),
    *("oft", "selten", "immer", "nie", "wieder", "zuerst", "zuletzt", "abends", "morgens"),
    *("sonntags", "werktags", "draußen", "drinnen", "überall", "nirgends", "hier", "dort"),
    *("einfach", "gern", "lieber", "besonders", "eigentlich", "tatsächlich", "vielleicht"),
    *("sicher", "ungefähr", "mindestens", "höchstens", "inzwischen", "bisher", "künftig"),
    *("plötzlich", "allmählich", "heimlich", "ausdrücklich", "zufällig", "regelmäßig"),
    *("kostenlos", "unkompliziert", "freiwillig", "mühsam", "fröhlich"),
)
BEFORE_DEM = (
    *("im", "am", "vom", "zum", "beim", "aus dem", "mit dem", "nach dem", "seit dem", "vor dem"),
    *("hinter dem", "neben dem", "auf dem", "unter dem"),
)
DEM = (
    *("Hof", "Saal", "Park", "Garten", "Rathaus", "Bahnhof", "Markt", "Turm", "Keller", "Flur"),
    *("Laden", "Verein", "Vorstand", "Beirat", "Antrag", "Bericht", "Sommer", "Winter", "Herbst"),
    *("Montag", "Freitag", "Abend", "Alltag", "Umzug", "Umbau", "Neubau", "Viertel", "Quartier"),
    *("Stadtteil", "Dorf", "Ort", "Zentrum", "Büro", "Amt", "Projekt", "Netzwerk", "Gespräch"),
    *("Fest", "Chor", "Treff", "Café", "Heim", "Haus", "Dach", "Fenster", "Tor", "Ufer", "Fluss"),
    *("Friedhof", "Spielplatz", "Schulhof", "Gemeindehaus", "Pfarrhaus", "Krankenhaus", "Altbau"),
    *("Wochenmarkt", "Bus", "Fahrrad"),
)
BEFORE_DER = (
    *("in der", "mit der", "von der", "zur", "bei der", "nach der", "seit der", "vor der"),
    *("hinter der", "neben der", "aus der", "unter der", "an der", "gegenüber der"),
)
DER = (
    *("Schule", "Kirche", "Kita", "Straße", "Siedlung", "Altstadt", "Nachbarschaft", "Küche"),
    *("Halle", "Werkstatt", "Bücherei", "Verwaltung", "Politik", "Diakonie", "Gemeinde"),
    *("Pflege", "Beratung", "Förderung", "Planung", "Praxis", "Apotheke", "Sparkasse"),
    *("Haltestelle", "Brücke", "Mauer", "Wiese", "Ecke", "Tafel", "Stiftung", "Gruppe"),
    *("Familie", "Mutter", "Großmutter", "Nachbarin", "Pfarrerin", "Bürgermeisterin", "Sprache"),
    *("Zeitung", "Woche", "Pause", "Sitzgruppe", "Treppe", "Tür", "Wohnung", "Miete", "Arbeit"),
    *("Stelle", "Erfahrung", "Idee", "Frage"),
)
BECAUSE = (
    *("weil", "wenn", "obwohl", "damit", "sobald", "bis", "seit", "ohne dass", "während"),
    *("nachdem", "solange", "falls", "bevor", "indem", "als ob", "auch wenn"),
)
ENDS = (
    *("fehlen", "bleiben", "kommen", "gehen", "wachsen", "schrumpfen", "warten", "helfen"),
    *("streiten", "lachen", "reden", "schweigen", "anfangen", "aufhören", "mitmachen"),
    *("dazugehören", "wegziehen", "ankommen", "stattfinden", "gelingen", "scheitern", "reichen"),
    *("leiden", "umziehen", "zuhören", "aufgeben", "durchhalten", "zustimmen", "widersprechen"),
    *("teilnehmen",),
)
OPENINGS = (
    *("Bei uns ist es so: ", "Ich möchte ergänzen: ", "Aus der Praxis: ", "Ganz ehrlich: "),
    *("Das heißt für uns: ", "Ein Beispiel: ", "Mein Eindruck ist: ", "Nicht vergessen: "),
)
STREETS = (
    *("Linden", "Buchen", "Ulmen", "Eschen", "Weiden", "Mühlen", "Brunnen", "Schul", "Kirch"),
    *("Post", "Garten", "Ufer", "Berg", "Feld", "Rosen", "Amsel", "Drossel", "Goethe", "Schiller"),
    *("Käthe-Kollwitz-", "Dietrich-Bonhoeffer-", "Friedens", "Markt", "Hafen", "Wiesen", "Süd"),
)
WAYS = ("straße", "weg", "gasse", "platz", "allee", "ring", "steig", "ufer")
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
_WITH_CLAUSE = 0.55
_WITH_OPENING, _WITH_STREET, _WITH_DEM = 0.1, 0.2, 0.6
_WITH_COMPOUND, _WITH_NAME, _WITH_NUMBER = 0.25, 0.33, 0.45


class German:
    """Makes sentences from one random source."""

    def __init__(self, random_source: random.Random) -> None:
        self._draw = random_source.random

    def compound(self) -> str:
        """A plural: some stand in every other text, the longest perhaps once in an archive."""
        draw = self._draw
        if draw() * _TRIPLE_EVERY < 1:
            first, second = FIRST[int(draw() * len(FIRST))], FIRST[int(draw() * len(FIRST))]
            return first + second.lower() + SECOND[int(draw() * len(SECOND))]
        return _COMPOUNDS[int(draw() ** 2 * len(_COMPOUNDS))]

    def sentence(self) -> str:
        """One sentence of about 100 characters."""
        draw, one = self._draw, self._one
        opening = one(OPENINGS) if draw() < _WITH_OPENING else ""
        start = f"{opening}{_capital(self._people())} {one(VERBS)}"
        middle = " ".join([one(HOW), self._place(), self._people()])
        if draw() < _WITH_CLAUSE:
            clause = f", {one(BECAUSE)} {self._people()} {self._place()} {one(ENDS)}"
            return f"{start} {middle}{clause}."
        return f"{start} {middle}."

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

    def _one(self, words: tuple[str, ...]) -> str:
        return words[int(self._draw() * len(words))]

    def _people(self) -> str:
        draw = self._draw()
        if draw < _WITH_COMPOUND:
            return self.compound()
        if draw < _WITH_NAME:
            return f"{self._one(GIVEN_NAMES)} {self._one(FAMILY_NAMES)} und andere"
        if draw < _WITH_NUMBER:
            return f"{int(self._draw() * 900) + 13} {self._one(NOUNS)}"
        return f"{self._one(AMOUNTS)} {self._one(ADJECTIVES)} {self._one(NOUNS)}"

    def _place(self) -> str:
        draw = self._draw()
        if draw < _WITH_STREET:
            number = int(self._draw() * 120) + 1
            return f"nahe {self._one(STREETS)}{self._one(WAYS)} {number}"
        if draw < _WITH_DEM:
            return f"{self._one(BEFORE_DEM)} {self._one(DEM)}"
        return f"{self._one(BEFORE_DER)} {self._one(DER)}"


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]

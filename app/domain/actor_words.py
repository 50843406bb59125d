"""German words by which ``actors`` tells organisations and groups from sentences.

All are in small letters (``small``) with their umlauts: a "Hamburger" is no "Bürger". The lists
are short on purpose: a line that is not recognised stays a sentence and can be read by hand, a
sentence read as actors would be wrong in the register.
"""

from unicodedata import normalize


def small(word: str) -> str:
    """A word as the lists have it."""
    return normalize("NFC", word).casefold()


def _words(text: str) -> frozenset[str]:
    return frozenset(small(text).split())


ARTICLES = _words("der die das des dem den ein eine einer eines einem einen")

PREPOSITIONS = _words(
    "ab am an auf aus bei beim bis durch für gegen hinter im in ins nach neben ob ohne mit rund "
    "über um unter vom von vor zu zum zur zwischen"
)

PLACES = _words("am an auf bei beim hinter im in ins neben über unter vor zwischen")
"""Prepositions of place: an "und" behind them may join either the places or the actors."""

NUMBERS = _words(
    "zwei drei vier fünf sechs sieben acht neun zehn zwölf beide mehrere einige viele alle"
)

LINKS = _words("und sowie & u.")

LEGAL_FORMS = _words("e.v. e.v ev eg ag gmbh ggmbh mbh ug kg kgaa ohg gbr se")

NO_NAME = _words(
    "ich du er sie es wir ihr man uns euch mich mir dich dir ihn ihm ihnen unser unsere unserem "
    "wer was wo wann wie warum welche niemand keiner jeder jede jedes nichts alles vieles etwas "
    "kein keine keinen nicht ja nein doch aber weil dass wenn denn damit obwohl bevor seit "
    "mehr weniger viel sehr gut schlecht leider schwer gerade bisher heute jetzt dann dort "
    "hier nur schon immer nie oft vielleicht eigentlich bereits endlich zusammen gemeinsam "
    "daher deshalb also frau herr"
)
"""Stand in sentences and before a person's name, never in the name of a group."""

THINGS = _words(
    "geld mittel zeit personal raum räume platz engagement angebot angebote idee ideen projekt "
    "projekte programm kooperation kooperationen zusammenarbeit information informationen "
    "kommunikation integration partizipation motivation situation tradition vertrauen mut "
    "geduld interesse konzept konzepte vertrag antrag thema themen problem probleme"
)
"""What is missing or done, not who."""

THING_ENDINGS = (
    *("keit", "keiten", "heit", "heiten", "ung", "ungen", "arbeit", "ismus", "fest", "tisch"),
    *("konzept", "gottesdienst", "eigeninitiative", "ehrenamt"),
)

ORGANISATION_IN_SPITE = (
    *("stiftung", "verwaltung", "regierung", "vertretung", "beratung", "leitung", "abteilung"),
    *("innung", "einrichtung", "siedlung", "bewegung", "zeitung", "versicherung", "vereinigung"),
    *("minderheit",),
)
"""End like something abstract and are none; with or without a plural ending."""

WHOLE = _words(
    "stadt städte land länder kreis bund gemeinde gemeinden kommune kommunen politik wirtschaft "
    "handel handwerk presse awo drk dlrg thw vhs aok asb vdk nabu sozialverband ogs polizei "
    "feuerwehr tafel caritas diakonie johanniter malteser kolping lebenshilfe rathaus jobcenter "
    "jung alt"
)

ENDINGS = tuple(
    small(ending)
    for ending in (
        # organisations
        *("kirche", "gemeinde", "diakonie", "caritas", "verein", "verband", "bund", "initiative"),
        *("stiftung", "genossenschaft", "gesellschaft", "gewerkschaft", "nachbarschaft"),
        *("mannschaft", "landsmannschaft", "schule", "kita", "kindergarten", "kindertagesstätte"),
        *("universität", "uni", "akademie", "verwaltung", "regierung", "behörde", "ministerium"),
        *("kreis", "klinik", "krankenhaus", "hospiz", "praxis", "praxen", "apotheke", "dienst"),
        *(
            "heim",
            "kasse",
            "stützpunkt",
            "sozialstation",
            "tagespflege",
            "werk",
            "feuerwehr",
            "bibliothek",
        ),
        *("bücherei", "bäckerei", "metzgerei", "gärtnerei", "museum", "theater", "zentrum"),
        *("zentren", "treff", "generationenhaus", "gemeindehaus", "bürgerhaus", "jugendhaus"),
        *("familienhaus", "frauenhaus", "beirat", "jugendrat", "stadtrat", "gemeinderat"),
        *("betriebsrat", "ortsrat", "kirchenvorstand", "vorstand", "büro", "management"),
        *("agentur", "kammer", "unternehmen", "firma", "firmen", "betrieb", "sparkasse"),
        *("volksbank", "supermarkt", "moschee", "synagoge", "partei", "fraktion", "innung"),
        *("club", "klub", "chor", "gruppe", "team", "bündnis", "forum", "netzwerk", "allianz"),
        *("träger", "wohlfahrt", "zeitung", "beratung", "redaktion", "wirtschaft", "hochschule"),
        *("einrichtung", "vertretung", "abteilung", "bewegung", "versicherung", "hausärzte"),
        *("landeskirche", "landesverband", "bundesland", "freunde"),
        *("amt", "ämter", "jugendhilfe", "nachbarschaftshilfe"),
        # groups
        *("familie", "eltern", "kinder", "jugend", "jugendliche", "senior", "mensch", "leute"),
        *("frauen", "männer", "mütter", "väter", "studierende", "schüler", "nachbar", "bewohner"),
        *("anwohner", "bürger", "ehrenamtliche", "engagierte", "freiwillige", "geflüchtete"),
        *("flüchtling", "migrant", "migranten", "zugewanderte", "alleinerziehende", "angehörige"),
        *("mieter", "vermieter", "konfirmand", "gemeindeglieder", "personen", "kräfte"),
        *("innen", "mitarbeitende", "beschäftigte", "ärzte", "lehrer", "erzieher", "trainer"),
        *("helfer", "händler", "unternehmer", "arbeitgeber", "landwirt", "rentner", "azubis"),
        *("auszubildende", "betroffene", "pflegende", "obdachlose", "wohnungslose", "paten"),
        *("lotsen", "hausmeister", "pfarrer", "diakone", "presbyter", "zugezogene", "generation"),
        *("gäste", "handwerker", "bäcker", "metzger", "friseure", "gastronom", "inhaber"),
        *("christen", "muslime"),
    )
)

INFLECTED = ("", "e", "en", "n", "s", "es", "er", "r", "in")
"""Endings that a word of the lists may take."""

PEOPLE_WITH = _words(
    "menschen familien familie leute personen kinder jugendliche eltern frauen männer haushalte "
    "senioren seniorinnen studierende nachbarn angehörige mütter väter bewohner bürger"
)
"""Groups of whom "mit" says more ("Menschen mit Auto"); elsewhere it joins two actors."""

PAIRS = frozenset(
    small(pair)
    for pair in (
        "Kinder und Jugendliche",
        "Jugendliche und Kinder",
        "Jung und Alt",
        "Alt und Jung",
        "Haus und Grund",
        "Arbeit und Leben",
    )
)
"""One actor although two are named."""

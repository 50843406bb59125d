"""What minutes avoid: first person, judging words, past tense. Found by rules, never changed.

A mark is a question to whoever reviews, so few wrong ones matter more than all right ones. Nothing
inside quotation marks is marked: that is what somebody said.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.vocabulary import StatementKind


class Avoided(StrEnum):
    """Why something is marked."""

    FIRST_PERSON = "first_person"
    JUDGING = "judging"
    PAST_TENSE = "past_tense"


@dataclass(frozen=True, slots=True)
class LanguageMark:
    """Some characters of a text, by index, and why they are marked."""

    start: int
    end: int
    what: Avoided


LONGEST = 5_000
"""Longer texts were pasted; nobody reviews them word by word."""
TELLS_PAST = frozenset({StatementKind.REASON, StatementKind.EXPERIENCE, StatementKind.ACTIVITY})
"""Kinds of statements that are about what happened."""


@lru_cache(maxsize=500)
def language_marks(
    text: str, kind: StatementKind, *, verbatim: bool = False
) -> tuple[LanguageMark, ...]:
    """What minutes would say otherwise in a statement, in order. A quote has none."""
    if verbatim or len(text) > LONGEST:
        return ()
    said = _QUOTED.sub(_blank, text)
    marks = [*_first_person(said), *_judging(said)]
    if kind not in TELLS_PAST:
        marks += _past_tense(said)
    return tuple(sorted(marks, key=_place))


def _place(mark: LanguageMark) -> tuple[int, int]:
    return mark.start, mark.end


def _blank(match: re.Match[str]) -> str:
    """Quoted text of the same length without words; a closed clause, as it is for the reader."""
    return "·" * len(match.group())


_QUOTED = re.compile('„[^“”"]*[“”"]?|“[^”]*”?|"[^"]*"?|»[^«]*«?|«[^»]*»?|‚[^‘’]*[‘’]')

# -- first person -------------------------------------------------------------------------------

_FIRST_PERSON = re.compile(
    r"(?<![\w-])(ich|mich|mir|mein(?:e|em|er|es)?|wir|uns|unser(?:e|em|en|er|es)?|unsrer?)(?![\w-])"
    r"|(?<![\w-])meinen(?= (?:\w+(?:e[nrms]?) )?[A-ZÄÖÜ])",
    re.IGNORECASE,
)


def _first_person(text: str) -> Iterator[LanguageMark]:
    for match in _FIRST_PERSON.finditer(text):
        yield LanguageMark(*match.span(), Avoided.FIRST_PERSON)


# -- judging words ------------------------------------------------------------------------------

_ADVERBS = """
leider natürlich selbstverständlich offensichtlich angeblich endlich hoffentlich glücklicherweise
unglücklicherweise bedauerlicherweise erfreulicherweise ärgerlicherweise dummerweise
interessanterweise seltsamerweise erstaunlicherweise peinlicherweise bekanntermaßen
gottseidank gott\\ sei\\ dank zum\\ glück super prima klasse bloß
"""
_ADJECTIVES = """
absurd albern arrogant ärgerlich bedauerlich beschämend blödsinnig blöd dumm empörend enttäuschend
erbärmlich erfreulich exzellent fantastisch faul fragwürdig frech furchtbar genial grauenhaft
großartig grandios herrlich hervorragend idiotisch ignorant inkompetent irrsinnig jämmerlich
katastrophal kleinlich lächerlich lieblos miserabel naiv nervig peinlich perfekt schlampig schlimm
schrecklich sinnlos skandalös stur toll überflüssig überzogen unerhört unerträglich unfähig unfair
unfassbar ungeheuerlich unglaublich unmöglich unsinnig unverschämt unverantwortlich unzumutbar
verrückt vorbildlich wahnsinnig weltfremd wunderbar wunderschön zynisch chaotisch
"""
_NOUNS = """
Blödsinn Chaos Farce Frechheit Katastrophe Quatsch Schande Schikane Skandal Unding Unfug Unsinn
Unverschämtheit Wahnsinn Witz Zumutung Armutszeugnis Trauerspiel Glücksfall
"""
_JUDGING = re.compile(
    r"(?<![\w-])(?:(?:" + "|".join(re.split(r"(?<!\\)\s+", _ADVERBS.strip())) + ")"
    r"|(?:" + "|".join(_ADJECTIVES.split()) + r")(?:e[nmrs]?|er(?:e[nmrs]?)?|ste[nmrs]?)?)(?![\w-])"
    r"|(?<![\w-])(?i:(?:" + "|".join(_NOUNS.split()) + r")(?:e?s|en|n)?)(?![\w-])",
    re.IGNORECASE,
)


def _judging(text: str) -> Iterator[LanguageMark]:
    for match in _JUDGING.finditer(text):
        yield LanguageMark(*match.span(), Avoided.JUDGING)


# -- past tense ---------------------------------------------------------------------------------

_ALWAYS_PAST = """
war waren hatte hatten wurde wurden konnte konnten musste mussten durfte durften wollte wollten
mochte mochten wusste wussten kannte kannten brachte brachten dachte dachten nannte nannten
"""
_SHORT = """
bat begann bekam blieb bot empfahl fand fiel fing fuhr gab galt ging gewann griff half hielt
hieß kam lag las lief ließ litt lud nahm rief riet sah sank saß schien schlug schloss schnitt
schob schrieb schuf schwieg sprach sprang stand starb stieg stieß strich traf trat trieb trug
verlor vergaß verschwand warf wies wuchs zog zwang
"""
_PREFIXES = """
ab an auf aus be bei dar durch ein ent er fern fest fort frei hervor her heraus hin hinzu mit
nach statt teil über um unter ver vor voran weg weiter wieder zer zu zurück zusammen
"""
_INSEPARABLE = "be ent er über um unter ver zer"
_SAME_PARTICIPLE = """
blieben boten griffen litten schlossen schnitten schoben schrieben schwiegen standen stiegen
strichen trieben verloren wiesen zogen
"""
_WEAK = """
acht änder antwort beauftrag bedeut befürcht arbeit äußer bau beantrag bedank beend begleit
begrüß begründ bemüh bericht besetz besorg bestätig besuch beteilig betreu beton bewillig brauch
dien diskutier eig einig empör end engagier entfern entschuldig entwickel erarbeit ergänz
erinner erklär erläuter eröffn erreich ersetz erwart erwähn erzähl fehl finanzier folg forder
förder frag freu fühl führ gehör genüg geschah glaub gründ handel hoff hol hör informier
initiier investier kauf kehr klag klapp klär koch koordinier kost kritisier kümmer künd kürz
lach leb leg lehn leist lern lob lös mach meid meld miet moderier nutz öffn organisier pfleg
plan präsentier prüf rechn red reagier regel reich reis reparier rett richt riskier sag sammel
scheiter schenk schick schilder schul sicher sorg spar spend spiel stapel start stell stimm stör
streit stärk such teil trenn trau übertrag unterstütz unterricht veranstalt verbesser verbreit
vereinbar verfolg verlang verläss vermiet vermittel vermut verschick versuch verteil vertrau
verwalt verweiger verzicht veröffentlich vorbereit wart wechsel weiger wehr wend werb wert wirk
wohn wünsch zahl zähl zeig zitier zöger zweifel
"""
_DETERMINERS = """
der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner alle
allen aller diese diesen dieser diesem dieses jede jeden jeder ihre ihren ihrer seine seinen
seiner viele vielen einige einigen mehrere mehreren zwei drei vier und oder sowie für mit von
bei nach über um gut neu aus zu zur zum in im an am auf durch ohne gegen vor seit wegen
"""
_MOVED = """
gekommen gegangen gewachsen gefallen gestiegen gesunken gefahren gezogen geblieben gewesen
geworden gelaufen getreten gescheitert gestorben gelungen gestartet gekehrt gerückt gerissen
entstanden verschwunden erschienen worden begonnen passiert geschehen misslungen verstorben
zerbrochen
"""


def _words(text: str) -> str:
    return "|".join(text.split())


_STRONG = re.compile(
    rf"\b(?:(?:{_words(_PREFIXES)}){{0,2}}(?:{_words(_SHORT)})(?:en)?|{_words(_ALWAYS_PAST)})\b"
)
_PARTICIPLE_TOO = re.compile(
    rf"(?:{_words(_PREFIXES)})?(?:{_words(_INSEPARABLE)})(?:{_words(_SAME_PARTICIPLE)})"
)
_NOT_PAST = frozenset(["verloren", "begannen", "gaben", "abgaben", "angaben", "ausgaben"])
_WEAK_FORM = re.compile(rf"\b(?:{_words(_PREFIXES)})?(?:{_words(_WEAK)})e?ten?\b")
_BEGINS = re.compile(r"(?:^|(?<=[.!?:;] ))(?:Wurden?|War|Hatten?|Gab|Konnten?)\b")
_CLAUSE = re.compile(r"[^.,;:!?()–·\n]+")
_PARTICIPLE = (
    r"[a-zäöüß]*ge[a-zäöüß]{2,}(?:t|en)"
    r"|(?:[a-zäöü]{2,7})?(?:be|ver|er|ent|zer|miss|über|unter)[a-zäöüß]{2,}(?:t|en)"
    r"|[a-zäöüß]+iert"
)
_HAVE = re.compile(
    rf"\b(hat|haben)\b(?:(?! zu ).)*?\b(?<!zu )(?:{_PARTICIPLE})\s*(?=$| und | oder )"
)
_BE = re.compile(rf"\b(ist|sind)\b.*?\b[a-zäöü]*(?:{_words(_MOVED)})\s*(?=$| und | oder )")


def _past_tense(text: str) -> Iterator[LanguageMark]:
    for start, end in sorted({*_preterite(text), *_perfect(text)}):
        yield LanguageMark(start, end, Avoided.PAST_TENSE)


def _preterite(text: str) -> Iterator[tuple[int, int]]:
    """Such as "lehnte ab", "kam": forms that are nothing else, in small letters or in front."""
    for match in (*_STRONG.finditer(text), *_BEGINS.finditer(text)):
        word = match.group()
        if word not in _NOT_PAST and not _PARTICIPLE_TOO.fullmatch(word):
            yield match.span()
    for match in _WEAK_FORM.finditer(text):
        if not _is_attribute(text, *match.span()):
            yield match.span()


def _is_attribute(text: str, start: int, end: int) -> bool:
    """Such as "die vereinbarte Summe": the same letters, before a noun and behind its article."""
    before, after = text[:start].split(), text[end:].lstrip(" ")
    return bool(before) and before[-1].lower() in _ARTICLES and after[:1].isupper()


_ARTICLES = frozenset(_DETERMINERS.split())


def _perfect(text: str) -> Iterator[tuple[int, int]]:
    """Such as "hat zugesagt" in a main clause; a state ("ist befristet") is present."""
    for clause in _CLAUSE.finditer(text):
        for pattern in (_HAVE, _BE):
            match = pattern.search(clause.group())
            if match:
                yield clause.start() + match.start(1), clause.start() + match.end(1)

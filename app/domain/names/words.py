"""What tells a name from an ordinary word in German: both are written with a capital letter.

"Koch", "Weiß" and "Sommer" are names of people and words of the language. Alone such a word counts
as a name only where its surroundings say so. The lists are what surnames and first names are often
made of; a word that is missing here is only proposed once too often.
"""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    """
    frau herr herrn herrin fräulein dr dres doktor doktorin prof professor professorin
    professors pfarrer pfarrers pfarrerin pfr pfrin pastor pastors pastorin diakon diakons
    diakonin superintendent superintendentin dekan dekanin bischof bischöfin bischofs probst
    pröpstin propst präses präsident präsidentin präsidenten vizepräsident vizepräsidentin
    kollege kollegin kollegen bürgermeister bürgermeisterin bürgermeisters oberbürgermeister
    oberbürgermeisterin landrat landrätin minister ministerin ministers staatssekretär
    staatssekretärin schwester bruder pater familie eheleute ehepaar fam hr fr ing dipl mag med
    phil theol jur rer nat hc habil msc bsc ma ba abgeordnete abgeordneter abgeordneten
    """
)
"""In front of a name, alone or several; small letters, without their full stop."""

PARTICLES = _words(
    """
    von vom van der den dem de del della di da do dos du la le les zu zum zur auf und y af av
    ter ten te el al bin ibn san
    """
)
"""Between first name and surname, as part of the surname."""

DETERMINERS = _words(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
    keines dieser diese dieses diesen diesem jeder jede jedes jeden jedem jener jene jenes jenen
    jenem mein meine meinen meinem meiner meines dein deine sein seine seinen seinem seiner
    seines ihr ihre ihren ihrem ihrer ihres unser unsere unseren unserem unserer unseres euer
    eure alle allen aller alles viele vielen vieler mehr mehrere mehreren einige einigen wenige
    wenigen manche manchen solche solchen welche welcher welches welchen welchem beide beiden
    zwei drei vier fünf sechs sieben acht neun zehn im am zum zur beim vom ins ans fürs aufs ums
    übers genug etwas nichts viel wenig was diesjährigen letzten nächsten vergangenen pro jedes
    """
)
"""Behind these stands a noun, hardly ever a name on its own."""

SAYS = _words(
    """
    sagt sagte meint meinte berichtet berichtete erzählt erzählte fragt fragte findet fand
    ergänzt ergänzte erklärt erklärte betont betonte bittet bat schlägt schlug weist wies regt
    regte lädt lud möchte will wollte bestätigt bestätigte widerspricht widersprach stimmt
    stimmte kümmert kümmerte übernimmt übernahm erinnert erinnerte dankt dankte hält hielt sieht
    sah hat hatte wünscht wünschte begrüßt begrüßte leitet leitete moderiert moderierte
    organisiert organisierte kritisiert kritisierte lobt lobte fasst fasste stellt stellte
    bringt brachte spricht sprach ruft rief schreibt schrieb verspricht versprach prüft prüfte
    klärt klärte hofft hoffte verweist verwies schildert schilderte fordert forderte unterstützt
    unterstützte nennt nannte plant plante kennt kannte bietet bot vertritt vertrat äußert
    äußerte geht ging macht machte gibt gab wird würde kann könnte soll sollte und oder
    """
)
"""What people do in minutes. "und" and "oder" count only behind a surer name."""

DOES = SAYS - {"und", "oder", "wird", "würde", "kann", "könnte", "soll", "sollte", "hat", "hatte",
               "geht", "ging", "macht", "gibt", "gab", "bringt", "stellt", "hält", "hielt", "bot",
               "bietet", "sieht"}  # fmt: skip
"""Of these, what only people do: behind an ordinary word they make it a name."""

BEFORE_NAMES = _words("laut mit von durch gegenüber sowie inklusive zufolge")
"""Behind these a noun has an article, and a name has none."""

FIRST_NAMES = _words(
    """
    alexander alexandra ali andrea andreas angela anja anke anna anne annette antje armin arne
    arno barbara beate ben bernd bernhard bettina birgit björn brigitte bruno carla carolin
    christa christian christiane christina christine christoph claudia clara daniel daniela
    david detlef dieter dirk doris dorothea eberhard elena elisabeth elke ella emil emma erika
    erwin esther eva fabian fatma felix finn florian franz franziska friedrich gabi gabriele
    georg gerd gerhard gisela greta günter günther hanna hannah hans harald hartmut heike heiner
    heinrich heinz helga helmut henning herbert hermann hilde holger horst inge ingo ingrid
    irene iris jan jana jens jochen joachim johanna johannes jonas jörg josef julia julian
    jürgen jutta kai karin karl karla katharina kathrin katja katrin kerstin klaus klara konrad
    kurt lara lars laura lea lena leon leonie lina lisa lothar louis luca lukas lutz maja
    manfred manuela marc marcel marco maria marianne marie mario marion markus martha martin
    martina mathias matthias maximilian mehmet melanie michael michaela mia miriam monika murat
    nadine nicole nils nina nora norbert olaf oliver otto paul paula peter petra philipp pia
    ralf rainer reiner regina reinhard renate rita robert roland rolf rosa rüdiger ruth sabine
    sandra sarah sebastian selin silke simon simone sophie stefan stefanie steffen stephan
    susanne sven svenja tanja thea theo thomas thorsten tim tina tobias torsten udo ulf ulrich
    ulrike ursula ute uwe vera volker walter waltraud werner wiebke wilhelm willi wolfgang
    yasemin yusuf
    """
)
"""In front of a surname: if it is nobody's of the session, somebody else is meant."""

NOUNS = _words(
    """
    abend acker adler ahorn amsel amt angel anger apfel arm arzt ast auge august bach bad bahn
    balken ball balz band bank bär bart bast bauer bauern baum baumann becher beck becker beer
    berg berge bergmann bett beutel biber biene bier binder birke birne bischof blatt blei blitz
    block blum blume bock boden bogen bohne born böttcher brand braten brauer braut brink brot
    bruder brücke brunnen brunner buch buche burg bürger busch butter christ dach dachs dampf
    decker degen dick dietrich distel dom dorn dorf drescher drossel ecke eiche eichel eis eisen
    engel ente erb erbe erde erle ernst ernte esche esel eule falke falk feder fehler feier
    feind feld felder fell fels fenster fest feuer fichte fink finke fisch fischer fleck fleisch
    fleischer flieger flügel fluss förster frank franke frei freitag freude freund friede
    frieden frisch frosch frost fuchs funk funke fuß gabel gans garten gärtner gast geier geiger
    geist geld gerber gerste gesang giese glas glaser glück gold graben graf gras grube grund
    gruber haag haar haas hafen hafer hahn hain hals halle hammer hamster hand hase haupt
    hauptmann haus hauser hecht heck hecke heft heide heiland heim heinrich held hemd henne
    herbst herd hering herr herz herzog heu hieb himmel hirsch hirt hirte hof hofer hoffmann
    höfer höhle holz honig hopf hopfen horn huber hügel huhn hummel hund hut hütte igel insel
    jäger jahn jahr jung junge jungmann jünger käfer kahn kaiser kalb kamm kamp kanne kanzler
    kappe karl karpfen kasten kater katz katze kaufmann kegel keil keller kellner kern kessel
    kiefer kiel kind kirch kirche kirsch kissel klee kleid klinge knabe knecht knopf knoten koch
    kohl kohle köhler kolb kolbe komma könig kopf korb korn kraft krämer kranich kranz kraut
    krebs kreis kreuz krieg krieger krone krug küche kugel kuhn kunst kuß kuss kürschner küster
    lager lamm lampe land lang laub lauf lehmann lehrer leiter lerche licht lied linde linden
    link loch löffel lohn lorbeer löwe luft luchs lust mai maier maler mann mantel mark markt
    marsch maurer maus meier meister mensch mendel menge messer metzger milch mohn mohr mond
    montag moos morgen most motte müller mühle mund münch mutter nachbar nacht nadel nagel narr
    nebel nest neumann niemand nikolaus nuß nuss ochs ochse ofen ohr opfer ort oster ostern
    otter papst park paul perle pfaff pfarrer pfau pfeffer pfeifer pfeil pferd pfister pflaum
    pflug pilz pohl post prinz probst punkt quast rabe rad rand rasch rat ratte raum rau rebe
    recht regen regel reh reich reiher reis reise reiter rest richter ring ritter rock rose
    rosen rot rübe ruhe sack sahl salz samstag sand sander sattel sauer schade schaf schäfer
    schall schatz schein schenk scherer schild schilling schimmel schirm schlag schlegel schloss
    schlosser schlüter schmid schmidt schmied schmitt schmitz schnabel schnee schneider schnitt
    schnitzler scholz schramm schreiber schreiner schritt schröder schubert schuh schuhmann
    schuld schule schulte schultz schulz schulze schuster schütz schütze schwab schwalbe schwan
    schwarz schwein seele see segen seidel seil seiler sense silber sohn sitte sommer sonne
    sonntag spatz specht speck speer sperber sperling spiegel spiel spieß spitz sprung stab
    stadt stahl stall stamm stark staub stein steiner stern stich stier stiefel stock stolz
    storch strauch strauß streit strick stroh strom stück sturm sucher süß tag tal tanne tasche
    taube teich teller teufel thal theobald tisch topf tor trapp traub traube trost tuch turm
    ufer uhl uhr urban vater vetter vogel vogt voigt wache wagen wagner wahl wald walter wand
    wanderer wang wasser weber weg weide weidner weihnacht wein weiß weise weizen welle welt
    wende werk werner wetter wetzel wiese wieser wind winkel winter winkler wirt wirth witt wolf
    wolke wolle wort wunder wurm wurst würfel wüst zahn zander zange zapf zaun zeit zeiger zelt
    ziege ziegler ziel zimmer zimmermann zink zoll zorn zucker zug zweig zwiebel hoffnung jasmin
    viola heiden rosa flora melodie gerd mandel wandel handel fehlers
    """
) - _words(
    # These are names of people far more often than words somebody says in a neighbourhood.
    """
    baumann bergmann beck brunner dietrich frank franke fink finke giese gruber haas hofer höfer
    hoffmann huber jahn jungmann karl kissel kolb kolbe kuhn lehmann maier meier mendel mohr münch
    neumann pfister pohl sahl schade schlegel schlüter schmid schmidt schmitt schmitz schnitzler
    scholz schramm schröder schubert schuhmann schulte schultz schulz schulze schütz schwab seidel
    steiner theobald thal trapp uhl urban vetter vogt voigt wagner walter weber weidner werner
    wetzel wieser winkler wirth witt wüst paul heinrich gerd zander rosa kirch müller becker schwab
    """
)
"""Surnames and first names that are nouns too."""

OTHERS = _words(
    """
    alt bald blau bleich blind böse braun breit bunt derb dick dünn dumm edel ehrlich eigen
    eilig einig ernst euer fahl faul fein fest fett feucht flach fleißig flink forsch frei fremd
    freundlich frisch froh fröhlich fromm früh ganz gerade gern gerne gering gesund glatt gleich
    grau grob groß grün gut gütig halb hart hell heiß herrlich hoch hübsch hübner jung kahl kalt
    karg keck klar klein klug knapp krank kraus kühn kurz lang lange langsam laut leicht lieb
    liebe link locker lustig mager matt mild müde mutig nah nett neu nieder ober offen recht
    rasch rauh rau reich reif rein rot ruhig rund sacht sanft satt sauber sauer scharf scheu
    schief schlau schlecht schlicht schmal schnell schön schöne schräg schroff schwach schwarz
    schwer selig selten sicher spät spitz stark starke steif steil still stolz streng stumpf süß
    tapfer tief toll treu trocken trüb unruh viel voll wach wahr warm weich weise weit weiß
    wenig wert wichtig wild wohl wüst zart zäh ziemer kann muss will soll mag bin hab habe hat
    geh gehe komm komme lauf laufe lieb nimm wer wie was wo da dann denn doch nun nur noch oft
    so
    """
)
"""Adjectives, verbs and small words: at the beginning of a sentence they have a capital too."""

ARTICLES = _words("und der die das des den dem für im in am an zu zur zum von e v")
"""Small words in the names of organisations."""

DATIVE = _words(
    """
    mit von bei nach aus zu seit gegenüber laut außer entgegen nahe samt zufolge
    """
)
"""Prepositions behind which an article changes."""

MONTHS = _words("jan feb jun jul sep okt nov dez mai april juni juli august")

STREETS = (
    "straße", "strasse", "str", "platz", "weg", "allee", "gasse", "ring", "ufer", "haus", "schule",
    "stiftung", "park", "preis", "kirche", "halle", "gymnasium", "stift", "damm", "brücke", "hof",
)  # fmt: skip
"""What is named after somebody who is not in the room."""

KINDS_OF_ORGANISATIONS = (
    "gemeinde", "schule", "verein", "werk", "dienst", "haus", "büro", "rat", "stadt", "kreis",
    "landkreis", "verband", "genossenschaft", "stiftung", "kita", "kindergarten", "zentrum",
    "initiative", "amt", "land", "kirche", "treff", "gesellschaft", "heim", "krankenhaus", "klinik",
    "netzwerk", "bündnis", "forum", "universität", "hochschule", "kasse", "mission", "tafel",
    "agentur", "ministerium", "behörde", "bezirk", "bund", "gruppe", "projekt", "saal", "café",
)  # fmt: skip
"""What the name of an organisation begins with before what is its own."""

LEGAL_FORMS = _words("ev eg gmbh ggmbh ag kg e v ug gug ohg kgaa mbh co gbr sankt st")

GENERIC_PLACES = _words(
    """
    rathaus gemeindehaus gemeindesaal gemeindezentrum saal raum zimmer online zoom foyer aula
    kirche stadtteilzentrum bürgerhaus stadthalle kantine bibliothek pfarrhaus konferenzraum
    stadt dorf quartier viertel haus eg og ug uhr straße deutschland turnhalle schule
    """
)
"""Rooms and words that are nowhere in particular."""

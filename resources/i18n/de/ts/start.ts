<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Content</name>
    <message>
        <source>Prepare a session</source>
        <translation>Gespräch vorbereiten</translation>
    </message>
    <message>
        <source>only date and place</source>
        <translation>nur Datum und Ort</translation>
    </message>
    <message>
        <source>Open or read in a session …</source>
        <translation>Gespräch öffnen oder einlesen …</translation>
    </message>
    <message>
        <source>file from the coordinator</source>
        <translation>Datei von der Koordination</translation>
    </message>
    <message>
        <source>Try the example</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>to practise with, does not count</source>
        <translation>zum Üben, zählt nicht mit</translation>
    </message>
    <message>
        <source>Building the example</source>
        <translation>Beispiel wird angelegt</translation>
    </message>
    <message>
        <source>The session is still running – go on</source>
        <translation>Das Gespräch läuft noch – weitermachen</translation>
    </message>
    <message>
        <source>Today, %1</source>
        <translation>Heute, %1</translation>
    </message>
    <message>
        <source>Tomorrow, %1</source>
        <translation>Morgen, %1</translation>
    </message>
    <message>
        <source>In %1 days, %2</source>
        <translation>In %1 Tagen, %2</translation>
    </message>
    <message>
        <source>Example</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>Last backup today at %1, checked</source>
        <translation>Letzte Sicherung heute %1 Uhr, geprüft</translation>
    </message>
    <message>
        <source>Last backup yesterday at %1, checked</source>
        <translation>Letzte Sicherung gestern %1 Uhr, geprüft</translation>
    </message>
    <message>
        <source>Last backup on %2 at %1, checked</source>
        <translation>Letzte Sicherung am %2, %1 Uhr, geprüft</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>Other sessions</source>
        <translation>Weitere Gespräche</translation>
    </message>
    <message>
        <source>Earlier sessions</source>
        <translation>Frühere Gespräche</translation>
    </message>
    <message>
        <source>Show all %1</source>
        <translation>Alle %1 ansehen</translation>
    </message>
    <message>
        <source>1 statement</source>
        <translation>1 Beitrag</translation>
    </message>
    <message>
        <source>%1 statements</source>
        <translation>%1 Beiträge</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>Gespräch beginnen</translation>
    </message>
    <message>
        <source>Open the preparation</source>
        <translation>Vorbereitung öffnen</translation>
    </message>
    <message>
        <source>Example, counts in no evaluation</source>
        <translation>Beispiel, zählt in keiner Auswertung</translation>
    </message>
    <message>
        <source>Session %1 of the series “%2”</source>
        <translation>%1. Gespräch der Reihe „%2“</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1 Uhr</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2 Uhr</translation>
    </message>
    <message>
        <source>1 question, %2 minutes</source>
        <translation>1 Leitfrage, %2 Minuten</translation>
    </message>
    <message>
        <source>%1 questions, %2 minutes</source>
        <translation>%1 Leitfragen, %2 Minuten</translation>
    </message>
    <message>
        <source>The plan is %1 min too long</source>
        <translation>Der Ablauf ist %1 min zu lang</translation>
    </message>
    <message>
        <source>1 person entered</source>
        <translation>1 Person eingetragen</translation>
    </message>
    <message>
        <source>%1 people entered</source>
        <translation>%1 Eingeladene eingetragen</translation>
    </message>
    <message>
        <source>1 person without organisation</source>
        <translation>1 Person ohne Organisation</translation>
    </message>
    <message>
        <source>%1 people without organisation</source>
        <translation>%1 Personen ohne Organisation</translation>
    </message>
    <message>
        <source>No participants yet</source>
        <translation>Noch keine Teilnehmenden</translation>
    </message>
    <message>
        <source>No begin set</source>
        <translation>Der Beginn ist offen</translation>
    </message>
    <message>
        <source>No place set</source>
        <translation>Der Ort ist offen</translation>
    </message>
    <message>
        <source>Who facilitates is open</source>
        <translation>Wer moderiert, ist offen</translation>
    </message>
    <message>
        <source>Who takes the notes is open</source>
        <translation>Wer protokolliert, ist offen</translation>
    </message>
    <message>
        <source>every question has a result</source>
        <translation>jede Leitfrage mit Ergebnis</translation>
    </message>
    <message>
        <source>1 question without result</source>
        <translation>1 Leitfrage ohne Ergebnis</translation>
    </message>
    <message>
        <source>%1 questions without result</source>
        <translation>%1 Leitfragen ohne Ergebnis</translation>
    </message>
    <message>
        <source>today number %1 of %2 sessions</source>
        <translation>heute das %1. von %2 Gesprächen</translation>
    </message>
    <message>
        <source>%1 of 1 session</source>
        <translation>%1 von 1 Gespräch</translation>
    </message>
    <message>
        <source>%1 of %2 sessions</source>
        <translation>%1 von %2 Gesprächen</translation>
    </message>
</context>
<context>
    <name>HomePage</name>
    <message>
        <source>Sessions</source>
        <translation>Gespräche</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>Reihen</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Every statement recorded is saved.</source>
        <translation>Alles bleibt auf diesem Rechner. Jeder festgehaltene Beitrag ist sofort gespeichert.</translation>
    </message>
    <message>
        <source>Backups …</source>
        <translation>Sicherungen …</translation>
    </message>
    <message>
        <source>No session in the next 14 days</source>
        <translation>Kein Gespräch in den nächsten 14 Tagen</translation>
    </message>
    <message>
        <source>Prepare a session</source>
        <translation>Gespräch vorbereiten</translation>
    </message>
</context>
<context>
    <name>PlanBand</name>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>ends at %1</source>
        <translation>Ende %1</translation>
    </message>
</context>
<context>
    <name>SeriesMinutes</name>
    <message>
        <source>Folder for the minutes of the series</source>
        <translation>Ordner für die Protokolle der Reihe</translation>
    </message>
    <message>
        <source>Minutes of the series</source>
        <translation>Protokolle der Reihe</translation>
    </message>
    <message>
        <source>Files written: %1, in “%2”.</source>
        <translation>Geschriebene Dateien: %1, im Ordner „%2“.</translation>
    </message>
    <message>
        <source>Not written: %1. %2: %3</source>
        <translation>Nicht geschrieben: %1. %2: %3</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>SessionCard</name>
    <message>
        <source>State of the preparation</source>
        <translation>Stand der Vorbereitung</translation>
    </message>
</context>
<context>
    <name>SessionReader</name>
    <message>
        <source>Open or read in a session</source>
        <translation>Gespräch öffnen oder einlesen</translation>
    </message>
    <message>
        <source>Sessions (*.session.json)</source>
        <translation>Gespräche (*.session.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird eingelesen</translation>
    </message>
    <message>
        <source>Backing up</source>
        <translation>Sicherung</translation>
    </message>
    <message>
        <source>%1 files were read.</source>
        <translation>%1 Dateien wurden eingelesen.</translation>
    </message>
    <message>
        <source>“%1” was read in.</source>
        <translation>„%1“ wurde eingelesen.</translation>
    </message>
    <message>
        <source>“%1” is up to date with the file now.</source>
        <translation>„%1“ ist jetzt auf dem Stand der Datei.</translation>
    </message>
    <message>
        <source>“%1” is here already; the file holds nothing new.</source>
        <translation>„%1“ ist schon da; die Datei enthält nichts Neues.</translation>
    </message>
    <message>
        <source>Statements and next steps that differ in the file stay as here: %1.</source>
        <translation>Abweichende Beiträge und nächste Schritte bleiben, wie sie hier stehen: %1.</translation>
    </message>
    <message>
        <source>The file comes from a newer program; what is new in it was left out.</source>
        <translation>Die Datei stammt aus einer neueren Fassung; was darin neu ist, blieb weg.</translation>
    </message>
    <message>
        <source>Texts with characters that no text may hold, now removed: %1.</source>
        <translation>Texte mit unzulässigen Zeichen, jetzt entfernt: %1.</translation>
    </message>
    <message>
        <source>Evidence numbers given already, now left out: %1.</source>
        <translation>Schon vergebene Belegnummern, jetzt weggelassen: %1.</translation>
    </message>
    <message>
        <source>Unknown and left out: %1</source>
        <translation>Unbekannt und weggelassen: %1</translation>
    </message>
</context>
<context>
    <name>Upkeep</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Hand on …</source>
        <translation>Weitergeben …</translation>
    </message>
    <message>
        <source>New session like this …</source>
        <translation>Neues Gespräch nach diesem …</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close: nothing more will change</source>
        <translation>Abschließen: nichts ändert sich mehr</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>“%1” with its plan, participants and %2 statements disappears from every list. A backup is made first; only from there it could be brought back.</source>
        <translation>„%1“ mit Ablauf, Teilnehmenden und %2 Beiträgen verschwindet aus allen Listen. Vorher wird eine Sicherung angelegt; nur aus ihr ließe es sich zurückholen.</translation>
    </message>
    <message>
        <source>Delete this session?</source>
        <translation>Dieses Gespräch löschen?</translation>
    </message>
    <message>
        <source>Delete session</source>
        <translation>Gespräch löschen</translation>
    </message>
    <message>
        <source>“%1” is closed.</source>
        <translation>„%1“ ist abgeschlossen.</translation>
    </message>
    <message>
        <source>“%1” can be changed again.</source>
        <translation>„%1“ lässt sich wieder ändern.</translation>
    </message>
    <message>
        <source>Deleting the session</source>
        <translation>Gespräch wird gelöscht</translation>
    </message>
    <message>
        <source>“%1” was deleted.</source>
        <translation>„%1“ wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>New session</source>
        <translation>Neues Gespräch</translation>
    </message>
    <message>
        <source>Choose file …</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Open example</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Prepare a session</source>
        <translation>Gespräch vorbereiten</translation>
    </message>
    <message>
        <source>Enter date and place, done. The eight questions and the schedule are there.</source>
        <translation>Datum und Ort eintragen, fertig. Die acht Leitfragen und der Zeitplan sind schon da.</translation>
    </message>
    <message>
        <source>Open a file from the coordinator</source>
        <translation>Datei von der Koordination öffnen</translation>
    </message>
    <message>
        <source>You were sent a file? Choose it or drag it into this window.</source>
        <translation>Sie haben eine Datei bekommen? Wählen Sie sie aus oder ziehen Sie sie in dieses Fenster.</translation>
    </message>
    <message>
        <source>Try the example</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>An invented evening with more than 60 statements to practise with. It counts in no evaluation.</source>
        <translation>Ein erfundener Abend mit über 60 Beiträgen zum Üben. Er zählt in keiner Auswertung.</translation>
    </message>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>schedule and participants</source>
        <translation>Zeitplan und Teilnehmende</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Durchführen</translation>
    </message>
    <message>
        <source>ask and write down</source>
        <translation>fragen und mitschreiben</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachbereiten</translation>
    </message>
    <message>
        <source>look through and complete</source>
        <translation>durchsehen und ergänzen</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>save as a Word file</source>
        <translation>als Word-Datei speichern</translation>
    </message>
    <message>
        <source>What would you like to do?</source>
        <translation>Was möchten Sie tun?</translation>
    </message>
    <message>
        <source>You need only one of the three. You cannot break anything.</source>
        <translation>Sie brauchen nur eines von dreien. Kaputt machen können Sie nichts.</translation>
    </message>
    <message>
        <source>How it goes</source>
        <translation>So läuft es ab</translation>
    </message>
    <message>
        <source>Everything stays on this computer. Every statement recorded is saved.</source>
        <translation>Alles bleibt auf diesem Rechner. Jeder festgehaltene Beitrag ist sofort gespeichert.</translation>
    </message>
    <message>
        <source>No account, no network needed.</source>
        <translation>Kein Konto, kein Netz nötig.</translation>
    </message>
    <message>
        <source>Larger text: Ctrl and Plus</source>
        <translation>Schrift größer: Strg und Plus</translation>
    </message>
</context>
</TS>

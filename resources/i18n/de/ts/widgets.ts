<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Band</name>
    <message>
        <source>Close message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>ChipObject</name>
    <message>
        <source>by %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Assent</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>To clarify</source>
        <translation>Klären</translation>
    </message>
    <message>
        <source>Continued</source>
        <translation>Fortsetzung</translation>
    </message>
    <message>
        <source>Next step</source>
        <translation>Nächster Schritt</translation>
    </message>
</context>
<context>
    <name>ClockCard</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>1 minute</source>
        <translation>1 Minute</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Eine Minute mehr</translation>
    </message>
    <message>
        <source>Catch up …</source>
        <translation>Aufholen …</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
</context>
<context>
    <name>ClockFace</name>
    <message>
        <source>planned</source>
        <translation>geplant</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>since</source>
        <translation>seit</translation>
    </message>
    <message>
        <source>left</source>
        <translation>noch</translation>
    </message>
    <message>
        <source>left, soon over</source>
        <translation>noch, bald um</translation>
    </message>
    <message>
        <source>over</source>
        <translation>darüber</translation>
    </message>
    <message>
        <source>soon</source>
        <translation>bald</translation>
    </message>
    <message>
        <source>%1 minutes, %2</source>
        <translation>%1 Minuten, %2</translation>
    </message>
</context>
<context>
    <name>CompletionPopup</name>
    <message>
        <source>Proposals</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>new theme</source>
        <translation>neues Thema</translation>
    </message>
    <message>
        <source>add to the session</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
</context>
<context>
    <name>PlanColumn</name>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>in writing later</source>
        <translation>schriftlich</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>entfällt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Your line belongs here</source>
        <translation>Ihre Zeile gehört hierher</translation>
    </message>
    <message>
        <source>1 result</source>
        <translation>1 Ergebnis</translation>
    </message>
    <message>
        <source>%1 results</source>
        <translation>%1 Ergebnisse</translation>
    </message>
    <message>
        <source>no result yet</source>
        <translation>noch kein Ergebnis</translation>
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
        <source>Question %1</source>
        <translation>Leitfrage %1</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Beiträge</translation>
    </message>
</context>
<context>
    <name>ProgressStrip</name>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>SavedIndicator</name>
    <message>
        <source>What to do?</source>
        <translation>Was tun?</translation>
    </message>
    <message>
        <source>all saved</source>
        <translation>alles gespeichert</translation>
    </message>
    <message>
        <source>saved %1</source>
        <translation>gespeichert %1</translation>
    </message>
    <message>
        <source>not saved</source>
        <translation>nicht gespeichert</translation>
    </message>
</context>
<context>
    <name>SessionBar</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Beamer</translation>
    </message>
</context>
<context>
    <name>SpellingMarks</name>
    <message>
        <source>Make it a text block …</source>
        <translation>Zum Textbaustein machen …</translation>
    </message>
    <message>
        <source>Words and text blocks …</source>
        <translation>Wörter und Textbausteine …</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Rechtschreibung prüfen</translation>
    </message>
    <message>
        <source>There is no dictionary on this computer</source>
        <translation>Auf diesem Computer fehlt das Wörterbuch</translation>
    </message>
    <message>
        <source>Looking for suggestions …</source>
        <translation>Vorschläge werden gesucht …</translation>
    </message>
    <message>
        <source>Add “%1” to the words of the series</source>
        <translation>„%1“ ins Wörterbuch der Reihe</translation>
    </message>
</context>
<context>
    <name>StartBar</name>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Help  F1</source>
        <translation>Hilfe  F1</translation>
    </message>
</context>
<context>
    <name>StatementEntry</name>
    <message>
        <source>Statement</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Kind of statement</source>
        <translation>Art des Beitrags</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>What is being said?</source>
        <translation>Was wird gesagt?</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>%1 is speaking – Tab takes the name</source>
        <translation>%1 spricht – Tab übernimmt den Namen</translation>
    </message>
    <message>
        <source>Tab: %1</source>
        <translation>Tab: %1</translation>
    </message>
</context>
<context>
    <name>StatementList</name>
    <message>
        <source>nobody named yet</source>
        <translation>noch ohne Person</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1</source>
        <translation>%1 Uhr</translation>
    </message>
    <message>
        <source>read: %1</source>
        <translation>gelesen: %1</translation>
    </message>
    <message>
        <source>%1 partners</source>
        <translation>%1 Partner</translation>
    </message>
    <message>
        <source>1 purpose</source>
        <translation>1 Zweck</translation>
    </message>
    <message>
        <source>1 takes part</source>
        <translation>1 macht mit</translation>
    </message>
    <message>
        <source>%1 take part</source>
        <translation>%1 machen mit</translation>
    </message>
    <message>
        <source>1 is missing</source>
        <translation>1 fehlt noch</translation>
    </message>
    <message>
        <source>%1 are missing</source>
        <translation>%1 fehlen noch</translation>
    </message>
    <message>
        <source>to clarify</source>
        <translation>klären</translation>
    </message>
    <message>
        <source>with a memo</source>
        <translation>mit Vermerk</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1 for</source>
        <translation>%1 dafür</translation>
    </message>
    <message>
        <source>%1 against</source>
        <translation>%1 dagegen</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Text of the statement</source>
        <translation>Text des Beitrags</translation>
    </message>
</context>
<context>
    <name>StepsBar</name>
    <message>
        <source>Prepare</source>
        <translation>Vorbereiten</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Durchführen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Nachbereiten</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Step: %1</source>
        <translation>Schritt: %1</translation>
    </message>
    <message>
        <source>Ctrl+%1</source>
        <translation>Strg+%1</translation>
    </message>
</context>
<context>
    <name>Veil</name>
    <message>
        <source>Read in here</source>
        <translation>Hier einlesen</translation>
    </message>
</context>
<context>
    <name>_Suggestions</name>
    <message>
        <source>No suggestions</source>
        <translation>Keine Vorschläge</translation>
    </message>
</context>
</TS>

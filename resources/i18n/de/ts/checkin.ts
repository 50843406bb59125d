<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CheckInDialog</name>
    <message>
        <source>Check-in</source>
        <translation>Anwesenheit und Einwilligungen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nobody of this name. Enter again takes “%1” in as present.</source>
        <translation>Niemand heißt so. Noch einmal Enter nimmt „%1“ als anwesend auf.</translation>
    </message>
    <message>
        <source>Nobody of this name. Enter takes the person in.</source>
        <translation>Niemand heißt so. Zweimal Enter nimmt die Person auf.</translation>
    </message>
    <message>
        <source>Nobody is on the list yet. Type a name, then Enter twice.</source>
        <translation>Noch niemand auf der Liste. Schreiben Sie einen Namen, dann zweimal Enter.</translation>
    </message>
    <message>
        <source>Read the information out …</source>
        <translation>Information vorlesen …</translation>
    </message>
    <message>
        <source>First letters, Enter: is here</source>
        <translation>Anfang des Namens, Enter: ist da</translation>
    </message>
    <message>
        <source>Find a person or take somebody in</source>
        <translation>Eine Person finden oder aufnehmen</translation>
    </message>
</context>
<context>
    <name>CheckInList</name>
    <message>
        <source>Check-in list</source>
        <translation>Wer ist da</translation>
    </message>
</context>
<context>
    <name>CheckInWords</name>
    <message>
        <source>not asked</source>
        <translation>nicht gefragt</translation>
    </message>
    <message>
        <source>given</source>
        <translation>erteilt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>ab %1</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>%1 of %2 here</source>
        <translation>%1 von %2 da</translation>
    </message>
    <message>
        <source>%1 excused</source>
        <translation>%1 entschuldigt</translation>
    </message>
</context>
<context>
    <name>InformationDialog</name>
    <message>
        <source>To read out</source>
        <translation>Zum Vorlesen</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The text can be changed. Who comes later has not heard it and stays anonymous until asked.</source>
        <translation>Der Text lässt sich ändern. Wer später kommt, hat ihn nicht gehört und bleibt anonym, bis jemand fragt.</translation>
    </message>
    <message>
        <source>Built-in text</source>
        <translation>Eingebauter Text</translation>
    </message>
    <message>
        <source>The text has %1 characters, %2 are possible. Please shorten it.</source>
        <translation>Der Text hat %1 Zeichen, möglich sind %2. Bitte kürzen Sie ihn.</translation>
    </message>
</context>
<context>
    <name>PersonPanel</name>
    <message>
        <source>Present</source>
        <translation>Anwesend</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Entschuldigt</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>Gast</translation>
    </message>
    <message>
        <source>Leaves now</source>
        <translation>Geht jetzt</translation>
    </message>
    <message>
        <source>Came at</source>
        <translation>Gekommen um</translation>
    </message>
    <message>
        <source>from the begin</source>
        <translation>von Anfang an</translation>
    </message>
    <message>
        <source>Left at</source>
        <translation>Gegangen um</translation>
    </message>
    <message>
        <source>to the end</source>
        <translation>bis zum Ende</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>only with consent: e-mail or telephone</source>
        <translation>nur mit Einwilligung: E-Mail oder Telefon</translation>
    </message>
    <message>
        <source>as for all (%1)</source>
        <translation>wie alle (%1)</translation>
    </message>
    <message>
        <source>anonymous until asked</source>
        <translation>anonym, bis jemand fragt</translation>
    </message>
    <message>
        <source>Is named in the minutes</source>
        <translation>Wird im Protokoll genannt</translation>
    </message>
    <message>
        <source>Consents: not asked counts as no</source>
        <translation>Einwilligungen: nicht gefragt zählt als Nein</translation>
    </message>
    <message>
        <source>Please enter a time like 18:20.</source>
        <translation>Bitte geben Sie eine Uhrzeit ein, etwa 18:20.</translation>
    </message>
</context>
</TS>

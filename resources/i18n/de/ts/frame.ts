<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
    <message>
        <source>Prepare a session</source>
        <translation>Gespräch vorbereiten</translation>
    </message>
    <message>
        <source>Open or read in a session …</source>
        <translation>Gespräch öffnen oder einlesen …</translation>
    </message>
    <message>
        <source>Search everywhere</source>
        <translation>Überall suchen</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Schrift größer</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Schrift kleiner</translation>
    </message>
    <message>
        <source>Normal text size</source>
        <translation>Schrift in normaler Größe</translation>
    </message>
    <message>
        <source>Next column</source>
        <translation>Zur nächsten Spalte</translation>
    </message>
    <message>
        <source>Previous column</source>
        <translation>Zur vorigen Spalte</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Step: Prepare</source>
        <translation>Schritt Vorbereiten</translation>
    </message>
    <message>
        <source>Step: Lead</source>
        <translation>Schritt Durchführen</translation>
    </message>
    <message>
        <source>Step: Review</source>
        <translation>Schritt Nachbereiten</translation>
    </message>
    <message>
        <source>Step: Minutes</source>
        <translation>Schritt Protokoll</translation>
    </message>
    <message>
        <source>Search in this session</source>
        <translation>In diesem Gespräch suchen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Hand on the session …</source>
        <translation>Gespräch weitergeben …</translation>
    </message>
    <message>
        <source>Show or hide the right column</source>
        <translation>Rechte Spalte zeigen oder verbergen</translation>
    </message>
    <message>
        <source>Record the line</source>
        <translation>Zeile festhalten</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Next item of the plan</source>
        <translation>Zum nächsten Programmpunkt</translation>
    </message>
    <message>
        <source>Back to the previous item</source>
        <translation>Zurück zum vorigen Programmpunkt</translation>
    </message>
    <message>
        <source>Send the line to question 1 … 8</source>
        <translation>Zeile zu Leitfrage 1 … 8 legen</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+8</source>
        <translation>Alt+1 … Alt+8</translation>
    </message>
    <message>
        <source>Take back the last statement</source>
        <translation>Letzten Beitrag zurücknehmen</translation>
    </message>
    <message>
        <source>Write the summary of the question</source>
        <translation>Zusammenfassung der Leitfrage schreiben</translation>
    </message>
    <message>
        <source>Next kind that the question offers</source>
        <translation>Nächste Art, die die Frage anbietet</translation>
    </message>
    <message>
        <source>Show the next prompt</source>
        <translation>Nächste Nachfrage zeigen</translation>
    </message>
    <message>
        <source>Take the proposal</source>
        <translation>Vorschlag übernehmen</translation>
    </message>
    <message>
        <source>New line in the statement</source>
        <translation>Neue Zeile im Beitrag</translation>
    </message>
    <message>
        <source>Behind a chip: make it text again</source>
        <translation>Hinter einem Schildchen: wieder Text daraus machen</translation>
    </message>
    <message>
        <source>Mark the selected statement as a result</source>
        <translation>Gewählten Beitrag als Ergebnis markieren</translation>
    </message>
    <message>
        <source>In the empty line: to the last statement</source>
        <translation>In der leeren Zeile: zum letzten Beitrag</translation>
    </message>
    <message>
        <source>Back to the entry line</source>
        <translation>Zurück in die Eingabezeile</translation>
    </message>
    <message>
        <source>Move the statement up</source>
        <translation>Beitrag nach oben</translation>
    </message>
    <message>
        <source>Move the statement down</source>
        <translation>Beitrag nach unten</translation>
    </message>
    <message>
        <source>Delete the selected statement</source>
        <translation>Ausgewählten Beitrag löschen</translation>
    </message>
    <message>
        <source>To the begin</source>
        <translation>Zum Beginn</translation>
    </message>
    <message>
        <source>To the place</source>
        <translation>Zum Ort</translation>
    </message>
    <message>
        <source>To the facilitation</source>
        <translation>Zur Moderation</translation>
    </message>
    <message>
        <source>To the notes</source>
        <translation>Zum Protokoll</translation>
    </message>
    <message>
        <source>To the plan</source>
        <translation>Zum Ablauf</translation>
    </message>
    <message>
        <source>To the participants</source>
        <translation>Zu den Teilnehmenden</translation>
    </message>
    <message>
        <source>In the plan: set the minutes</source>
        <translation>Im Ablauf: Minuten setzen</translation>
    </message>
    <message>
        <source>0 … 9</source>
        <translation>0 … 9</translation>
    </message>
    <message>
        <source>Move the item up</source>
        <translation>Programmpunkt nach oben</translation>
    </message>
    <message>
        <source>Move the item down</source>
        <translation>Programmpunkt nach unten</translation>
    </message>
    <message>
        <source>Add an item to the plan</source>
        <translation>Programmpunkt einfügen</translation>
    </message>
    <message>
        <source>Edit the item or the person</source>
        <translation>Programmpunkt oder Person bearbeiten</translation>
    </message>
    <message>
        <source>Choose how the person is named</source>
        <translation>Wählen, wie die Person genannt wird</translation>
    </message>
    <message>
        <source>Remove the item or the person</source>
        <translation>Programmpunkt oder Person entfernen</translation>
    </message>
    <message>
        <source>Edit the statement</source>
        <translation>Beitrag bearbeiten</translation>
    </message>
    <message>
        <source>Result or not</source>
        <translation>Ergebnis oder nicht</translation>
    </message>
    <message>
        <source>Another kind</source>
        <translation>Andere Art</translation>
    </message>
    <message>
        <source>Another person</source>
        <translation>Andere Person</translation>
    </message>
    <message>
        <source>Change the themes</source>
        <translation>Themen ändern</translation>
    </message>
    <message>
        <source>Quote or not</source>
        <translation>Zitat oder nicht</translation>
    </message>
    <message>
        <source>Change the time</source>
        <translation>Uhrzeit ändern</translation>
    </message>
    <message>
        <source>Move the statement to question 1 … 8</source>
        <translation>Beitrag zu Leitfrage 1 … 8 verschieben</translation>
    </message>
    <message>
        <source>Select the statement, to change several at once</source>
        <translation>Beitrag auswählen, um mehrere zu ändern</translation>
    </message>
    <message>
        <source>Delete the selected statements</source>
        <translation>Ausgewählte Beiträge löschen</translation>
    </message>
    <message>
        <source>It was read right, on to the next</source>
        <translation>Stimmt so, weiter zum nächsten</translation>
    </message>
    <message>
        <source>Add a next step</source>
        <translation>Nächsten Schritt hinzufügen</translation>
    </message>
    <message>
        <source>Merge with the previous statement, or those selected</source>
        <translation>Mit dem vorigen Beitrag zusammenführen, oder die ausgewählten</translation>
    </message>
    <message>
        <source>In the editor: split the statement at the cursor</source>
        <translation>Beim Ändern: Beitrag an der Schreibmarke teilen</translation>
    </message>
    <message>
        <source>Mark the statement: to clarify</source>
        <translation>Beitrag kennzeichnen: zu klären</translation>
    </message>
    <message>
        <source>One more in the room agrees</source>
        <translation>Im Raum stimmt noch jemand zu</translation>
    </message>
    <message>
        <source>One more in the room disagrees</source>
        <translation>Im Raum widerspricht noch jemand</translation>
    </message>
    <message>
        <source>Write a memo on the statement</source>
        <translation>Vermerk zum Beitrag schreiben</translation>
    </message>
    <message>
        <source>History of the statement</source>
        <translation>Verlauf des Beitrags</translation>
    </message>
    <message>
        <source>Selected statement: another kind</source>
        <translation>Ausgewählter Beitrag: andere Art</translation>
    </message>
    <message>
        <source>Selected statement: another person</source>
        <translation>Ausgewählter Beitrag: andere Person</translation>
    </message>
    <message>
        <source>Selected statement: quote or not</source>
        <translation>Ausgewählter Beitrag: Zitat oder nicht</translation>
    </message>
    <message>
        <source>Selected statement: change the time</source>
        <translation>Ausgewählter Beitrag: Uhrzeit ändern</translation>
    </message>
    <message>
        <source>Save as a Word file …</source>
        <translation>Als Word-Datei speichern …</translation>
    </message>
</context>
<context>
    <name>AutomaticBackups</name>
    <message>
        <source>%1 Go on working; it will be tried again in ten minutes.</source>
        <translation>%1 Sie können weiterarbeiten; in zehn Minuten wird es noch einmal versucht.</translation>
    </message>
</context>
<context>
    <name>CrashHandler</name>
    <message>
        <source>Something went wrong that must not. What was recorded is saved; go on.</source>
        <translation>Etwas ist schiefgegangen, das nicht hätte passieren dürfen. Was festgehalten ist, ist gespeichert; Sie können weiterarbeiten.</translation>
    </message>
    <message>
        <source>Show report</source>
        <translation>Bericht ansehen</translation>
    </message>
</context>
<context>
    <name>FrameController</name>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
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
        <source>The last change could not be written to the disk. What you typed is still there. Check the free space, then try again.</source>
        <translation>Die letzte Änderung ließ sich nicht auf den Datenträger schreiben. Was Sie getippt haben, steht noch da. Prüfen Sie den freien Platz und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>What to do</source>
        <translation>Was tun</translation>
    </message>
    <message>
        <source>Move here</source>
        <translation>Hierher verschieben</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Only %1 MB are free on this drive. Please make room before you begin.</source>
        <translation>Auf diesem Laufwerk sind nur noch %1 MB frei. Bitte schaffen Sie Platz, bevor Sie beginnen.</translation>
    </message>
    <message>
        <source>The database lies in “%1” now. The other file was left as it is.</source>
        <translation>Die Datenbank liegt jetzt in „%1“. Die andere Datei blieb, wie sie ist.</translation>
    </message>
</context>
</TS>

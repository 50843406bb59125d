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
        <source>Wrongly spelled word: suggestions</source>
        <translation>Falsch geschriebenes Wort: Vorschläge</translation>
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
        <source>Feedback and release …</source>
        <translation>Rückmeldung und Freigabe …</translation>
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
        <source>Somebody wants to speak</source>
        <translation>Jemanden auf die Redeliste setzen</translation>
    </message>
    <message>
        <source>Next speaker</source>
        <translation>Redeliste: nächste Person</translation>
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
        <source>Add photos to the item …</source>
        <translation>Fotos zum Programmpunkt hinzufügen …</translation>
    </message>
    <message>
        <source>Type and sort cards …</source>
        <translation>Karten schreiben und ordnen …</translation>
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
        <source>Result sheet: one page before people leave</source>
        <translation>Ergebnisblatt: eine Seite, bevor alle gehen</translation>
    </message>
    <message>
        <source>Words and text blocks …</source>
        <translation>Wörter und Textbausteine …</translation>
    </message>
    <message>
        <source>Check-in: who is here …</source>
        <translation>Anwesenheit: wer ist da …</translation>
    </message>
    <message>
        <source>Pause the clock or let it go on</source>
        <translation>Uhr anhalten oder weiterlaufen lassen</translation>
    </message>
    <message>
        <source>The next table reports, or none</source>
        <translation>Der nächste Tisch berichtet, oder keiner</translation>
    </message>
    <message>
        <source>One minute more</source>
        <translation>Eine Minute mehr</translation>
    </message>
    <message>
        <source>Catch up: ways to end on time …</source>
        <translation>Aufholen: Wege zum pünktlichen Ende …</translation>
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
        <source>Into the short minutes or out of them</source>
        <translation>Ins Kurzprotokoll oder wieder heraus</translation>
    </message>
    <message>
        <source>Next state: note, checked, released</source>
        <translation>Stand weiter: Notiz, geprüft, freigegeben</translation>
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
        <source>While held: who was not heard</source>
        <translation>Solange gehalten: wer noch nicht gehört wurde</translation>
    </message>
    <message>
        <source>Save as a Word file …</source>
        <translation>Als Word-Datei speichern …</translation>
    </message>
    <message>
        <source>Save in another form</source>
        <translation>In anderer Form speichern</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Send …</source>
        <translation>Versenden …</translation>
    </message>
    <message>
        <source>Do not name somebody any more</source>
        <translation>Jemanden nicht mehr nennen</translation>
    </message>
    <message>
        <source>Head and foot of the minutes</source>
        <translation>Kopf und Fuß des Protokolls</translation>
    </message>
    <message>
        <source>Given out</source>
        <translation>Bisher Ausgegebenes</translation>
    </message>
    <message>
        <source>Present, or expected again</source>
        <translation>Anwesend, oder wieder erwartet</translation>
    </message>
    <message>
        <source>Whoever was found is present; an unknown name, twice: take in</source>
        <translation>Wer gefunden ist, ist da; ein unbekannter Name, zweimal: aufnehmen</translation>
    </message>
    <message>
        <source>Take in a second person of the same name</source>
        <translation>Eine zweite Person gleichen Namens aufnehmen</translation>
    </message>
    <message>
        <source>Excused</source>
        <translation>Entschuldigt</translation>
    </message>
    <message>
        <source>Guest or not</source>
        <translation>Gast oder nicht</translation>
    </message>
    <message>
        <source>Leaves now</source>
        <translation>Geht jetzt</translation>
    </message>
    <message>
        <source>Consent to list, naming, photo, contact: given, refused, not asked</source>
        <translation>Einwilligung in Liste, Nennung, Foto, Kontakt: erteilt, abgelehnt, nicht gefragt</translation>
    </message>
    <message>
        <source>Alt+1 … Alt+4</source>
        <translation>Alt+1 … Alt+4</translation>
    </message>
    <message>
        <source>Read the information out</source>
        <translation>Die Information vorlesen</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>Den letzten Schritt zurücknehmen</translation>
    </message>
    <message>
        <source>Confirmed</source>
        <translation>Bestätigt</translation>
    </message>
    <message>
        <source>Changed: type it as it is to be</source>
        <translation>Geändert: gleich so tippen, wie es heißen soll</translation>
    </message>
    <message>
        <source>Disputed: type the dissent</source>
        <translation>Strittig: den Widerspruch tippen</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Next result</source>
        <translation>Nächstes Ergebnis</translation>
    </message>
    <message>
        <source>Previous result</source>
        <translation>Voriges Ergebnis</translation>
    </message>
    <message>
        <source>To the result sheet</source>
        <translation>Zum Ergebnisblatt</translation>
    </message>
    <message>
        <source>One more agrees: last or selected statement</source>
        <translation>Eine Zustimmung mehr: letzter oder gewählter Beitrag</translation>
    </message>
    <message>
        <source>One more disagrees: last or selected statement</source>
        <translation>Ein Widerspruch mehr: letzter oder gewählter Beitrag</translation>
    </message>
    <message>
        <source>Put what is typed off: into the parking lot</source>
        <translation>Getipptes zurückstellen: in den Themenparkplatz</translation>
    </message>
    <message>
        <source>Count hands …</source>
        <translation>Stimmungsbild: Hände zählen …</translation>
    </message>
    <message>
        <source>Topics put off and shows of hands …</source>
        <translation>Zurückgestellte Themen und Stimmungsbilder …</translation>
    </message>
    <message>
        <source>Read the results back …</source>
        <translation>Ergebnisse vorlesen …</translation>
    </message>
    <message>
        <source>Adopt the feedback</source>
        <translation>Rückmeldung übernehmen</translation>
    </message>
    <message>
        <source>Note it as a differing view</source>
        <translation>Als abweichende Sicht vermerken</translation>
    </message>
    <message>
        <source>Decline the feedback</source>
        <translation>Rückmeldung nicht übernehmen</translation>
    </message>
    <message>
        <source>Remove feedback entered by mistake</source>
        <translation>Rückmeldung entfernen, die ein Versehen war</translation>
    </message>
    <message>
        <source>Enter feedback by hand …</source>
        <translation>Rückmeldung von Hand eingeben …</translation>
    </message>
    <message>
        <source>Read in a form that came back …</source>
        <translation>Bogen einlesen, der zurückkam …</translation>
    </message>
    <message>
        <source>Write a feedback form …</source>
        <translation>Rückmeldebogen schreiben …</translation>
    </message>
    <message>
        <source>Room view on the projector, or away</source>
        <translation>Beamer-Ansicht zeigen oder wegnehmen</translation>
    </message>
    <message>
        <source>What the room sees …</source>
        <translation>Was der Raum sieht …</translation>
    </message>
    <message>
        <source>Room view black, or back</source>
        <translation>Beamer-Ansicht schwarz, oder wieder zeigen</translation>
    </message>
    <message>
        <source>Message to the room, or away with it</source>
        <translation>Nachricht an den Raum zeigen oder wegnehmen</translation>
    </message>
    <message>
        <source>Blur notes and names in the cockpit</source>
        <translation>Notizen und Namen hier unkenntlich machen</translation>
    </message>
    <message>
        <source>Black, or back</source>
        <translation>Schwarz, oder wieder zeigen</translation>
    </message>
    <message>
        <source>Give the floor to this person, whoever is proposed</source>
        <translation>Dieser Person das Wort geben, wer auch vorgeschlagen ist</translation>
    </message>
    <message>
        <source>Earlier on the list</source>
        <translation>Weiter nach vorn</translation>
    </message>
    <message>
        <source>Later on the list</source>
        <translation>Weiter nach hinten</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Von der Liste nehmen</translation>
    </message>
    <message>
        <source>Off the record, the line is gone; again: on the record</source>
        <translation>Ohne Protokoll, die Zeile ist weg; noch einmal: wieder mit</translation>
    </message>
    <message>
        <source>Remove the last statements on request …</source>
        <translation>Letzte Beiträge auf Wunsch entfernen …</translation>
    </message>
    <message>
        <source>This statement, or the last one, without a name</source>
        <translation>Diesen Beitrag oder den letzten ohne Namen</translation>
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
        <source>Photos belong to an item of the plan. Drop them while leading or reviewing.</source>
        <translation>Fotos gehören zu einem Programmpunkt. Ziehen Sie sie beim Durchführen oder Nachbereiten ins Fenster.</translation>
    </message>
    <message>
        <source>A Word file can become the template of the minutes. Drop it on the step “Minutes”.</source>
        <translation>Eine Word-Datei kann die Vorlage der Protokolle werden. Legen Sie sie beim Schritt „Protokoll“ ab.</translation>
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
<context>
    <name>Removing</name>
    <message>
        <source>The line was removed, also from drafts and backups.</source>
        <translation>Die Zeile ist entfernt, auch aus Entwurf und Sicherungen.</translation>
    </message>
    <message>
        <source>1 statement was removed, also from history, search and backups.</source>
        <translation>1 Beitrag ist entfernt, auch aus Verlauf, Suche und Sicherungen.</translation>
    </message>
    <message>
        <source>%1 statements were removed, also from history, search and backups.</source>
        <translation>%1 Beiträge sind entfernt, auch aus Verlauf, Suche und Sicherungen.</translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message>
        <source>Removing it everywhere</source>
        <translation>Wird überall entfernt</translation>
    </message>
    <message>
        <source>What was removed on request is gone from all backups now, too.</source>
        <translation>Was auf Wunsch entfernt wurde, ist jetzt auch aus allen Sicherungen verschwunden.</translation>
    </message>
    <message>
        <source>It is gone from the session, but not yet from: %1. Please close what has these files open; it is tried again when the program ends and at the next start.</source>
        <translation>Aus dem Gespräch ist es verschwunden, aber noch nicht aus: %1. Bitte schließen Sie, was diese Dateien offen hat; beim Beenden und beim nächsten Start wird es wieder versucht.</translation>
    </message>
    <message>
        <source>The last trace in the file goes when you close the program.</source>
        <translation>Die letzte Spur in der Datei verschwindet, wenn Sie das Programm beenden.</translation>
    </message>
    <message>
        <source>It is gone from the session, but not yet from backups. It is tried again when the program ends and at the next start.</source>
        <translation>Aus dem Gespräch ist es verschwunden, aus den Sicherungen noch nicht. Beim Beenden und beim nächsten Start wird es wieder versucht.</translation>
    </message>
</context>
<context>
    <name>SignCard</name>
    <message>
        <source>Signs of the entry line</source>
        <translation>Zeichen der Eingabezeile</translation>
    </message>
    <message>
        <source>All keys: F1</source>
        <translation>Alle Tasten: F1</translation>
    </message>
    <message>
        <source>None of them has to be known: text and Enter are enough.</source>
        <translation>Keines davon muss man kennen: Text und Eingabetaste genügen.</translation>
    </message>
    <message>
        <source>Sign, meaning, example</source>
        <translation>Zeichen, Bedeutung, Beispiel</translation>
    </message>
</context>
<context>
    <name>Signs</name>
    <message>
        <source>marks the previous statement</source>
        <translation>gilt dem vorigen Beitrag</translation>
    </message>
    <message>
        <source>At the start of the line</source>
        <translation>Am Anfang der Zeile</translation>
    </message>
    <message>
        <source>Anywhere</source>
        <translation>Überall in der Zeile</translation>
    </message>
    <message>
        <source>Alone in the line</source>
        <translation>Allein in der Zeile</translation>
    </message>
    <message>
        <source>For questions about partners</source>
        <translation>Bei Fragen nach Beteiligten</translation>
    </message>
    <message>
        <source>Keys of the line</source>
        <translation>Tasten der Zeile</translation>
    </message>
    <message>
        <source>sb:</source>
        <translation>sb:</translation>
    </message>
    <message>
        <source>who speaks: initials or name with a colon</source>
        <translation>wer spricht: Anfangsbuchstaben oder Name mit Doppelpunkt</translation>
    </message>
    <message>
        <source>sb: The hall is empty</source>
        <translation>sb: Die Halle steht leer</translation>
    </message>
    <message>
        <source>the same, to choose; alone: the previous one first</source>
        <translation>dasselbe zum Auswählen; allein: zuerst wer zuletzt sprach</translation>
    </message>
    <message>
        <source>@sb The hall is empty</source>
        <translation>@sb Die Halle steht leer</translation>
    </message>
    <message>
        <source>a result</source>
        <translation>ein Ergebnis</translation>
    </message>
    <message>
        <source>* We open the hall</source>
        <translation>* Wir öffnen die Halle</translation>
    </message>
    <message>
        <source>a quotation</source>
        <translation>ein Zitat</translation>
    </message>
    <message>
        <source>&quot;We want this&quot;</source>
        <translation>&quot;Wir wollen das&quot;</translation>
    </message>
    <message>
        <source>assent in the room</source>
        <translation>Zustimmung im Raum</translation>
    </message>
    <message>
        <source>! The bridge has to go</source>
        <translation>! Die Brücke muss weg</translation>
    </message>
    <message>
        <source>to be clarified later</source>
        <translation>später klären</translation>
    </message>
    <message>
        <source>? Somebody else pays</source>
        <translation>? Das zahlt das Land</translation>
    </message>
    <message>
        <source>continues the previous statement</source>
        <translation>setzt den vorigen Beitrag fort</translation>
    </message>
    <message>
        <source>+ and soon</source>
        <translation>+ und zwar bald</translation>
    </message>
    <message>
        <source>a next step with person and date</source>
        <translation>ein nächster Schritt mit Person und Datum</translation>
    </message>
    <message>
        <source>&gt; sb: calls the town bis Freitag</source>
        <translation>&gt; sb: fragt die Stadt bis Freitag</translation>
    </message>
    <message>
        <source>somebody the statement is about</source>
        <translation>jemand, um den es im Beitrag geht</translation>
    </message>
    <message>
        <source>Please ask @sb about it</source>
        <translation>Bitte @sb danach fragen</translation>
    </message>
    <message>
        <source>kind of the statement</source>
        <translation>Art des Beitrags</translation>
    </message>
    <message>
        <source>No money /obstacle</source>
        <translation>Es fehlt Geld /hemmnis</translation>
    </message>
    <message>
        <source>;fd</source>
        <translation>;fw</translation>
    </message>
    <message>
        <source>a text block of the series: becomes its text (all: {})</source>
        <translation>ein Textbaustein der Reihe: wird zu seinem Text (alle: {})</translation>
    </message>
    <message>
        <source>The ;fd has room</source>
        <translation>Die ;fw hat Platz</translation>
    </message>
    <message>
        <source>theme</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>The rent rises #Housing</source>
        <translation>Die Miete steigt #Wohnen</translation>
    </message>
    <message>
        <source>a cooperation and its purpose (question 4)</source>
        <translation>eine Kooperation und wofür (Leitfrage 4)</translation>
    </message>
    <message>
        <source>Church + school: lunch</source>
        <translation>Gemeinde + Schule: Mittagstisch</translation>
    </message>
    <message>
        <source>several taking part or missing (questions 5 and 7)</source>
        <translation>mehrere, die mitmachen oder fehlen (Leitfragen 5 und 7)</translation>
    </message>
    <message>
        <source>Sports club, young families</source>
        <translation>Sportverein, junge Familien</translation>
    </message>
    <message>
        <source>record, always</source>
        <translation>hält fest, immer</translation>
    </message>
    <message>
        <source>take the proposal</source>
        <translation>nimmt den Vorschlag</translation>
    </message>
    <message>
        <source>a new line in the same statement</source>
        <translation>neue Zeile im selben Beitrag</translation>
    </message>
    <message>
        <source>after pasting: one statement per line</source>
        <translation>nach dem Einfügen: je Zeile ein Beitrag</translation>
    </message>
    <message>
        <source>makes a chip text again</source>
        <translation>macht aus einem Schildchen wieder Text</translation>
    </message>
</context>
<context>
    <name>Undoing</name>
    <message>
        <source>Undoing</source>
        <translation>Rückgängig machen</translation>
    </message>
    <message>
        <source>Doing again</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>%1 under “%2”</source>
        <translation>%1 bei „%2“</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig gemacht: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Choices</name>
    <message>
        <source>How people are named</source>
        <translation>Wie Personen genannt werden</translation>
    </message>
    <message>
        <source>Stricter wishes always hold.</source>
        <translation>Strengere Wünsche gelten immer.</translation>
    </message>
    <message>
        <source>A confidential session: nobody is named.</source>
        <translation>Vertrauliches Gespräch: Niemand wird genannt.</translation>
    </message>
    <message>
        <source>Head and foot …</source>
        <translation>Kopf und Fuß …</translation>
    </message>
    <message>
        <source>Save in another form</source>
        <translation>In anderer Form speichern</translation>
    </message>
    <message>
        <source>Who said what</source>
        <translation>Wer was gesagt hat</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Uhrzeiten</translation>
    </message>
    <message>
        <source>Kinds of statements</source>
        <translation>Art der Beiträge</translation>
    </message>
    <message>
        <source>Evidence numbers</source>
        <translation>Belegnummern</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Memos</source>
        <translation>Vermerke</translation>
    </message>
    <message>
        <source>What the room said to it</source>
        <translation>Antwort des Raums</translation>
    </message>
    <message>
        <source>Shows of hands</source>
        <translation>Stimmungsbilder</translation>
    </message>
    <message>
        <source>Topics put off</source>
        <translation>Zurückgestellte Themen</translation>
    </message>
    <message>
        <source>Planned and actual minutes</source>
        <translation>Dauer: Plan und Ist</translation>
    </message>
    <message>
        <source>Photos at their question</source>
        <translation>Fotos bei ihrer Frage</translation>
    </message>
    <message>
        <source>Those present who agreed</source>
        <translation>Anwesende mit Zustimmung</translation>
    </message>
    <message>
        <source>Distribution list</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <source>Table of contents</source>
        <translation>Inhaltsverzeichnis</translation>
    </message>
    <message>
        <source>Signatures</source>
        <translation>Unterschriften</translation>
    </message>
    <message>
        <source>Save as a Word file …</source>
        <translation>Als Word-Datei speichern …</translation>
    </message>
    <message>
        <source>Built-in template</source>
        <translation>Eingebaute Vorlage</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>Which minutes?</source>
        <translation>Welches Protokoll?</translation>
    </message>
    <message>
        <source>at most: %1</source>
        <translation>höchstens: %1</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>wie vereinbart</translation>
    </message>
    <message>
        <source>Goes in</source>
        <translation>Hinein kommt</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
</context>
<context>
    <name>ExportLogDialog</name>
    <message>
        <source>Given out so far</source>
        <translation>Bisher ausgegeben</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
</context>
<context>
    <name>GivenOut</name>
    <message>
        <source>Given out so far</source>
        <translation>Bisher ausgegeben</translation>
    </message>
    <message>
        <source>All %1, and for whom …</source>
        <translation>Alle %1, und für wen …</translation>
    </message>
    <message>
        <source>For whom …</source>
        <translation>Für wen …</translation>
    </message>
    <message>
        <source>Do not name somebody any more …</source>
        <translation>Jemanden nicht mehr nennen …</translation>
    </message>
</context>
<context>
    <name>HeadDesk</name>
    <message>
        <source>Choose logos</source>
        <translation>Logos auswählen</translation>
    </message>
    <message>
        <source>Pictures (%1)</source>
        <translation>Bilder (%1)</translation>
    </message>
    <message>
        <source>Reading the logos</source>
        <translation>Logos werden gelesen</translation>
    </message>
</context>
<context>
    <name>HeadDialog</name>
    <message>
        <source>Head and foot of the minutes</source>
        <translation>Kopf und Fuß des Protokolls</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Feedback until</source>
        <translation>Rückmeldungen bis</translation>
    </message>
    <message>
        <source>Logos …</source>
        <translation>Logos …</translation>
    </message>
    <message>
        <source>Please enter a date like 20.11.2026.</source>
        <translation>Bitte geben Sie ein Datum wie 20.11.2026 ein.</translation>
    </message>
    <message>
        <source>no deadline</source>
        <translation>keine Frist</translation>
    </message>
    <message>
        <source>This session</source>
        <translation>Dieses Gespräch</translation>
    </message>
    <message>
        <source>The session is closed; reopen it to change this.</source>
        <translation>Das Gespräch ist abgeschlossen. Öffnen Sie es wieder, um dies zu ändern.</translation>
    </message>
    <message>
        <source>Occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Gastgebend</translation>
    </message>
    <message>
        <source>Distribution list</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <source>All sessions of the series</source>
        <translation>Alle Gespräche der Reihe</translation>
    </message>
    <message>
        <source>Sender, in the header of the first page</source>
        <translation>Absender, in der Kopfzeile der ersten Seite</translation>
    </message>
    <message>
        <source>Funding line</source>
        <translation>Förderhinweis</translation>
    </message>
    <message>
        <source>Feedback deadline: days after the session</source>
        <translation>Rückmeldefrist: Tage nach dem Gespräch</translation>
    </message>
</context>
<context>
    <name>HouseTemplateDialog</name>
    <message>
        <source>Template for the minutes</source>
        <translation>Vorlage für die Protokolle</translation>
    </message>
    <message>
        <source>Use it</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>A Word file of your house: its letterhead, styles and margins are used for all minutes of this series. The content stands where {{ protokoll }} stands.</source>
        <translation>Eine Word-Datei Ihres Hauses: Briefkopf, Formatvorlagen und Ränder gelten für alle Protokolle dieser Reihe. Der Inhalt steht dort, wo {{ protokoll }} steht.</translation>
    </message>
    <message>
        <source>Choose a file …</source>
        <translation>Datei wählen …</translation>
    </message>
    <message>
        <source>Built-in template</source>
        <translation>Eingebaute Vorlage</translation>
    </message>
    <message>
        <source>Save a sample template …</source>
        <translation>Mustervorlage speichern …</translation>
    </message>
    <message>
        <source>What is in the template</source>
        <translation>Was in der Vorlage steht</translation>
    </message>
</context>
<context>
    <name>LogosDialog</name>
    <message>
        <source>Logos of the series</source>
        <translation>Logos der Reihe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>They stand in one line above the minutes, from left to right; smaller if they do not fit. A house template has its own.</source>
        <translation>Sie stehen von links nach rechts in einer Zeile über dem Protokoll; kleiner, wenn sie nicht hineinpassen. Eine Hausvorlage bringt ihre eigenen mit.</translation>
    </message>
    <message>
        <source>Logos</source>
        <translation>Logos</translation>
    </message>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Further left</source>
        <translation>Weiter links</translation>
    </message>
    <message>
        <source>Further right</source>
        <translation>Weiter rechts</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Logo</translation>
    </message>
    <message>
        <source> mm</source>
        <translation> mm</translation>
    </message>
    <message>
        <source>What it shows, for those who cannot see it</source>
        <translation>Was es zeigt, für alle, die es nicht sehen</translation>
    </message>
    <message>
        <source>Height on paper</source>
        <translation>Höhe auf dem Papier</translation>
    </message>
</context>
<context>
    <name>MinutesController</name>
    <message>
        <source>Replacing names</source>
        <translation>Namen werden ersetzt</translation>
    </message>
</context>
<context>
    <name>MinutesPage</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Fit to the width</source>
        <translation>Auf die Breite einpassen</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>Letterhead and fonts of “%1” are not shown in the preview.</source>
        <translation>Briefkopf und Schriften von „%1“ zeigt die Vorschau nicht.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Zoom %1, fit to the width</source>
        <translation>Zoom %1, auf die Breite einpassen</translation>
    </message>
</context>
<context>
    <name>NamesList</name>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Replace all %1</source>
        <translation>Alle %1 ersetzen</translation>
    </message>
    <message>
        <source>All that are surely meant, as one step that can be undone.</source>
        <translation>Alle, die sicher gemeint sind – in einem Schritt, der sich rückgängig machen lässt.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Lassen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>title of the session</source>
        <translation>Titel des Gesprächs</translation>
    </message>
    <message>
        <source>title of the series</source>
        <translation>Titel der Reihe</translation>
    </message>
    <message>
        <source>occasion</source>
        <translation>Anlass</translation>
    </message>
    <message>
        <source>distribution list</source>
        <translation>Verteiler</translation>
    </message>
    <message>
        <source>next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>topics put off</source>
        <translation>zurückgestellte Themen</translation>
    </message>
    <message>
        <source>question %1</source>
        <translation>Leitfrage %1</translation>
    </message>
</context>
<context>
    <name>Notes</name>
    <message>
        <source>Notes</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Nothing left to look at</source>
        <translation>Nichts mehr offen</translation>
    </message>
    <message>
        <source>Before saving</source>
        <translation>Vor dem Speichern</translation>
    </message>
    <message>
        <source>No statements yet. The minutes can be saved all the same.</source>
        <translation>Noch keine Beiträge. Speichern geht trotzdem.</translation>
    </message>
    <message>
        <source>1 note. You can save at any time all the same.</source>
        <translation>1 Hinweis. Sie können trotzdem jederzeit speichern.</translation>
    </message>
    <message>
        <source>%1 notes. You can save at any time all the same.</source>
        <translation>%1 Hinweise. Sie können trotzdem jederzeit speichern.</translation>
    </message>
    <message>
        <source>1 statement is still to clarify.</source>
        <translation>1 Beitrag ist noch zu klären.</translation>
    </message>
    <message>
        <source>%1 statements are still to clarify.</source>
        <translation>%1 Beiträge sind noch zu klären.</translation>
    </message>
    <message>
        <source>1 statement has initials that fit several people.</source>
        <translation>Bei 1 Beitrag passt das Kürzel auf mehrere Personen.</translation>
    </message>
    <message>
        <source>%1 statements have initials that fit several people.</source>
        <translation>Bei %1 Beiträgen passt das Kürzel auf mehrere Personen.</translation>
    </message>
    <message>
        <source>1 statement without a person stands without attribution.</source>
        <translation>1 Beitrag ohne Person erscheint ohne Zuordnung.</translation>
    </message>
    <message>
        <source>%1 statements without a person stand without attribution.</source>
        <translation>%1 Beiträge ohne Person erscheinen ohne Zuordnung.</translation>
    </message>
    <message>
        <source>1 text names somebody or something that is protected.</source>
        <translation>In 1 Text steht ein geschützter Name.</translation>
    </message>
    <message>
        <source>%1 texts name somebody or something that is protected.</source>
        <translation>In %1 Texten steht ein geschützter Name.</translation>
    </message>
    <message>
        <source>Question %1 has neither a summary nor a result.</source>
        <translation>Leitfrage %1 hat weder Zusammenfassung noch Ergebnis.</translation>
    </message>
    <message>
        <source>Questions %1 have neither a summary nor a result.</source>
        <translation>Leitfragen %1 haben weder Zusammenfassung noch Ergebnis.</translation>
    </message>
    <message>
        <source>print all statements</source>
        <translation>alle Beiträge drucken</translation>
    </message>
    <message>
        <source>“no results recorded”</source>
        <translation>„keine Ergebnisse festgehalten“</translation>
    </message>
    <message>
        <source>Choose results now</source>
        <translation>Ergebnisse jetzt wählen</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Few people can be meant by:</source>
        <translation>Hier können nur wenige gemeint sein:</translation>
    </message>
    <message>
        <source>A stricter limit on the left keeps them back.</source>
        <translation>Eine strengere Grenze links nennt sie nicht.</translation>
    </message>
    <message>
        <source>statements without a name</source>
        <translation>Beiträge ohne Namen</translation>
    </message>
    <message>
        <source>%1, in the table of next steps</source>
        <translation>%1, in der Tabelle der nächsten Schritte</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 Person</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 Personen</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Send …</source>
        <translation>Versenden …</translation>
    </message>
    <message>
        <source>It contains</source>
        <translation>Darin stehen</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>statements</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>summaries</source>
        <translation>Zusammenfassungen</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>recommendation</source>
        <translation>Empfehlung</translation>
    </message>
    <message>
        <source>recommendations</source>
        <translation>Empfehlungen</translation>
    </message>
    <message>
        <source>agreement</source>
        <translation>Vereinbarung</translation>
    </message>
    <message>
        <source>agreements</source>
        <translation>Vereinbarungen</translation>
    </message>
    <message>
        <source>next step</source>
        <translation>nächster Schritt</translation>
    </message>
    <message>
        <source>next steps</source>
        <translation>nächste Schritte</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message>
        <source>PDF file …</source>
        <translation>PDF-Datei …</translation>
    </message>
    <message>
        <source>Text for an e-mail …</source>
        <translation>Text für eine E-Mail …</translation>
    </message>
    <message>
        <source>Statements as an Excel table …</source>
        <translation>Beiträge als Excel-Tabelle …</translation>
    </message>
    <message>
        <source>Statements as a CSV table …</source>
        <translation>Beiträge als CSV-Tabelle …</translation>
    </message>
    <message>
        <source>Shares per kind of organisation …</source>
        <translation>Anteile nach Art der Organisation …</translation>
    </message>
    <message>
        <source>Statements with pseudonyms …</source>
        <translation>Beiträge mit Pseudonymen …</translation>
    </message>
    <message>
        <source>Table of pseudonyms: who is who …</source>
        <translation>Tabelle der Pseudonyme: wer ist wer …</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>Feedback form …</source>
        <translation>Rückmeldebogen …</translation>
    </message>
    <message>
        <source>Save the minutes</source>
        <translation>Protokoll speichern</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Word-Dokumente (*.docx)</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Excel tables (*.xlsx)</source>
        <translation>Excel-Tabellen (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV tables (*.csv)</source>
        <translation>CSV-Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Look at the template</source>
        <translation>Vorlage ansehen</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>Unter anderem Namen speichern</translation>
    </message>
    <message>
        <source>No printer is set up here. Save a PDF file and print it elsewhere.</source>
        <translation>Hier ist kein Drucker eingerichtet. Speichern Sie eine PDF-Datei und drucken Sie diese an einem anderen Gerät.</translation>
    </message>
</context>
<context>
    <name>SendDialog</name>
    <message>
        <source>Send the minutes</source>
        <translation>Protokoll versenden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>The program sends nothing. Copy the addresses and the text into your mail program and attach “%1”.</source>
        <translation>Das Programm verschickt nichts. Kopieren Sie Adressen und Text in Ihr E-Mail-Programm und hängen Sie „%1“ an.</translation>
    </message>
    <message>
        <source>Copy addresses for Bcc</source>
        <translation>Adressen für Bcc kopieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy subject</source>
        <translation>Betreff kopieren</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>For whom, for the list of what was given out</source>
        <translation>Für wen, für die Liste des Ausgegebenen</translation>
    </message>
    <message>
        <source>Nobody with an e-mail address has agreed to be contacted.</source>
        <translation>Niemand mit einer E-Mail-Adresse hat zugestimmt, angeschrieben zu werden.</translation>
    </message>
    <message>
        <source>1 person has agreed to be contacted by e-mail.</source>
        <translation>1 Person hat zugestimmt, per E-Mail angeschrieben zu werden.</translation>
    </message>
    <message>
        <source>%1 people have agreed to be contacted by e-mail.</source>
        <translation>%1 Personen haben zugestimmt, per E-Mail angeschrieben zu werden.</translation>
    </message>
    <message>
        <source>Agreed, but without an e-mail address: %1.</source>
        <translation>Zugestimmt, aber ohne E-Mail-Adresse: %1.</translation>
    </message>
    <message>
        <source>Not agreed: %1.</source>
        <translation>Ohne Zustimmung: %1.</translation>
    </message>
    <message>
        <source>The addresses are copied: paste them into Bcc.</source>
        <translation>Die Adressen sind kopiert: Fügen Sie sie im Feld Bcc ein.</translation>
    </message>
    <message>
        <source>The subject is copied.</source>
        <translation>Der Betreff ist kopiert.</translation>
    </message>
    <message>
        <source>The text is copied.</source>
        <translation>Der Text ist kopiert.</translation>
    </message>
</context>
<context>
    <name>TableFile</name>
    <message>
        <source>Save the shares</source>
        <translation>Anteile speichern</translation>
    </message>
    <message>
        <source>Save the statements with pseudonyms</source>
        <translation>Beiträge mit Pseudonymen speichern</translation>
    </message>
    <message>
        <source>Save the table of pseudonyms</source>
        <translation>Tabelle der Pseudonyme speichern</translation>
    </message>
    <message>
        <source>Excel or CSV tables (*.xlsx *.csv)</source>
        <translation>Excel- oder CSV-Tabellen (*.xlsx *.csv)</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>%1 wird gespeichert</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
</context>
<context>
    <name>TemplateDesk</name>
    <message>
        <source>Choose a template</source>
        <translation>Vorlage wählen</translation>
    </message>
    <message>
        <source>Word documents and templates (%1)</source>
        <translation>Word-Dokumente und -Vorlagen (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Looking at the template</source>
        <translation>Vorlage wird geprüft</translation>
    </message>
    <message>
        <source>Save a sample template</source>
        <translation>Mustervorlage speichern</translation>
    </message>
    <message>
        <source>Word documents (*.docx)</source>
        <translation>Word-Dokumente (*.docx)</translation>
    </message>
    <message>
        <source>Sample template.docx</source>
        <translation>Mustervorlage.docx</translation>
    </message>
</context>
<context>
    <name>WithdrawalDialog</name>
    <message>
        <source>Do not name any more</source>
        <translation>Nicht mehr nennen</translation>
    </message>
    <message>
        <source>From now on this person is not named in anything that is given out, in no session of the series. What has been given out stays as it is: the list says where.</source>
        <translation>Ab jetzt wird diese Person in nichts mehr genannt, was ausgegeben wird, in keinem Gespräch der Reihe. Was schon ausgegeben ist, bleibt, wie es ist: Die Liste sagt, wo.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Named so far in</source>
        <translation>Bisher genannt in</translation>
    </message>
    <message>
        <source>%1 – not named any more since %2</source>
        <translation>%1 – wird seit dem %2 nicht mehr genannt</translation>
    </message>
    <message>
        <source>Name again</source>
        <translation>Wieder nennen</translation>
    </message>
    <message>
        <source>in nothing yet</source>
        <translation>noch in nichts</translation>
    </message>
</context>
</TS>

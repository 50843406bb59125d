<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>ActorRow</name>
    <message>
        <source>Organisation or group</source>
        <translation>Organisation oder Gruppe</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>New entry</source>
        <translation>Neuer Eintrag</translation>
    </message>
    <message>
        <source>kind unknown</source>
        <translation>Art unbekannt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Participation</source>
        <translation>Beteiligung</translation>
    </message>
</context>
<context>
    <name>AddresseeBox</name>
    <message>
        <source>nobody chosen</source>
        <translation>niemand gewählt</translation>
    </message>
</context>
<context>
    <name>AddresseeField</name>
    <message>
        <source>for example a ministry</source>
        <translation>zum Beispiel ein Ministerium</translation>
    </message>
    <message>
        <source>Directed at</source>
        <translation>Richtet sich an</translation>
    </message>
    <message>
        <source>More exactly</source>
        <translation>Genauer</translation>
    </message>
</context>
<context>
    <name>BulkBar</name>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>Zusammenführen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Select nothing</source>
        <translation>Auswahl aufheben</translation>
    </message>
    <message>
        <source>1 selected</source>
        <translation>1 ausgewählt</translation>
    </message>
    <message>
        <source>%1 selected</source>
        <translation>%1 ausgewählt</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>%1 statements changed.</source>
        <translation>%1 Beiträge geändert.</translation>
    </message>
    <message>
        <source>Statement deleted.</source>
        <translation>Beitrag gelöscht.</translation>
    </message>
    <message>
        <source>%1 statements deleted.</source>
        <translation>%1 Beiträge gelöscht.</translation>
    </message>
    <message>
        <source>Statement moved to %2.</source>
        <translation>Beitrag nach %2 verschoben.</translation>
    </message>
    <message>
        <source>%1 statements moved to %2.</source>
        <translation>%1 Beiträge nach %2 verschoben.</translation>
    </message>
    <message>
        <source>%1 statements merged.</source>
        <translation>%1 Beiträge zusammengeführt.</translation>
    </message>
    <message>
        <source>%1 statements merged. As different people spoke, nobody is named now.</source>
        <translation>%1 Beiträge zusammengeführt. Weil verschiedene Personen gesprochen haben, ist jetzt niemand genannt.</translation>
    </message>
    <message>
        <source>Statement split.</source>
        <translation>Beitrag geteilt.</translation>
    </message>
    <message>
        <source>Earlier wording restored.</source>
        <translation>Frühere Fassung zurückgeholt.</translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Statement: %2.</source>
        <translation>Beitrag: %2.</translation>
    </message>
    <message>
        <source>%1 statements: %2.</source>
        <translation>%1 Beiträge: %2.</translation>
    </message>
    <message>
        <source>Statements are not checked and released here; switch it on if wanted.</source>
        <translation>Hier werden Beiträge nicht geprüft und freigegeben; bei Bedarf lässt es sich einschalten.</translation>
    </message>
    <message>
        <source>Switch on …</source>
        <translation>Einschalten …</translation>
    </message>
    <message>
        <source>Changing %1 statements</source>
        <translation>%1 Beiträge werden geändert</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>DetailFields</name>
    <message>
        <source>What for</source>
        <translation>Wofür</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Missing because</source>
        <translation>Fehlt, weil</translation>
    </message>
    <message>
        <source>Who asks them</source>
        <translation>Wer fragt an</translation>
    </message>
    <message>
        <source>Level that could solve it</source>
        <translation>Lösbar auf Ebene</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Who began</source>
        <translation>Wer hat begonnen</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>offen</translation>
    </message>
</context>
<context>
    <name>FactsCard</name>
    <message>
        <source>divided by commas</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Quote, word by word</source>
        <translation>Zitat, wörtlich</translation>
    </message>
    <message>
        <source>To clarify</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>in keiner Gruppe</translation>
    </message>
    <message>
        <source>“%1” fits several people.</source>
        <translation>„%1“ passt auf mehrere Personen.</translation>
    </message>
    <message>
        <source>“%1” fits nobody.</source>
        <translation>„%1“ passt auf niemanden.</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>wie vereinbart</translation>
    </message>
    <message>
        <source>agreed: %1</source>
        <translation>vereinbart: %1</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Memo, printed only if wanted</source>
        <translation>Vermerk, nur auf Wunsch im Protokoll</translation>
    </message>
    <message>
        <source>Group of the card</source>
        <translation>Gruppe der Karte</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Zustimmung</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Widerspruch</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Wird genannt</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>More …</source>
        <translation>Mehr …</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Without person</source>
        <translation>Ohne Person</translation>
    </message>
    <message>
        <source>Initials unclear</source>
        <translation>Kürzel unklar</translation>
    </message>
    <message>
        <source>Still to look at</source>
        <translation>Noch ansehen</translation>
    </message>
    <message>
        <source>Open: to clarify</source>
        <translation>Offen: klären</translation>
    </message>
    <message>
        <source>Quotes</source>
        <translation>Zitate</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Geprüft</translation>
    </message>
    <message>
        <source>Released</source>
        <translation>Freigegeben</translation>
    </message>
    <message>
        <source>Take this filter away</source>
        <translation>Diesen Filter aufheben</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Thema</translation>
    </message>
</context>
<context>
    <name>ListDesk</name>
    <message>
        <source>Here is a change that was not saved yet. Enter saves it.</source>
        <translation>Hier steht eine Änderung, die noch nicht gespeichert war. Enter speichert sie.</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>No next steps yet.</source>
        <translation>Noch keine nächsten Schritte.</translation>
    </message>
    <message>
        <source>Take this step away</source>
        <translation>Diesen Schritt entfernen</translation>
    </message>
</context>
<context>
    <name>PassagesDesk</name>
    <message>
        <source>Off the record %1: mention it in the minutes</source>
        <translation>%1 Uhr ohne Protokoll: im Protokoll erwähnen</translation>
    </message>
</context>
<context>
    <name>PersonBox</name>
    <message>
        <source>nobody named yet</source>
        <translation>noch ohne Person</translation>
    </message>
</context>
<context>
    <name>ReadingCard</name>
    <message>
        <source>Nobody was read in this line.</source>
        <translation>In dieser Zeile wurde niemand gelesen.</translation>
    </message>
    <message>
        <source>Read the text again</source>
        <translation>Neu lesen</translation>
    </message>
    <message>
        <source>That is right</source>
        <translation>Stimmt so</translation>
    </message>
    <message>
        <source>Partners</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Involved</source>
        <translation>Beteiligte</translation>
    </message>
    <message>
        <source>Partner</source>
        <translation>Partner</translation>
    </message>
    <message>
        <source>Entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>So wurde gelesen</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>angesehen</translation>
    </message>
</context>
<context>
    <name>ReviewController</name>
    <message>
        <source>Item %1 of %2</source>
        <translation>Programmpunkt %1 von %2</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Leitfrage %1 von %2</translation>
    </message>
    <message>
        <source>Open again</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close …</source>
        <translation>Abschließen …</translation>
    </message>
    <message>
        <source>Nothing with this filter</source>
        <translation>Nichts mit diesem Filter</translation>
    </message>
    <message>
        <source>Nothing was recorded here.</source>
        <translation>Hier ist nichts festgehalten.</translation>
    </message>
    <message>
        <source>Choose a statement in the list first.</source>
        <translation>Wählen Sie zuerst in der Liste einen Beitrag.</translation>
    </message>
    <message>
        <source>Open the statement with Enter first: F7 splits it at the cursor.</source>
        <translation>Öffnen Sie zuerst den Beitrag mit der Eingabetaste: F7 teilt ihn an der Schreibmarke.</translation>
    </message>
</context>
<context>
    <name>ReviewMenu</name>
    <message>
        <source>%1 statements</source>
        <translation>%1 Beiträge</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Legen zu</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Wird genannt</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Remove on request …</source>
        <translation>Auf Wunsch entfernen …</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>In the short minutes</source>
        <translation>Im Kurzprotokoll</translation>
    </message>
    <message>
        <source>To clarify</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>Next state</source>
        <translation>Stand weiter</translation>
    </message>
    <message>
        <source>as agreed</source>
        <translation>wie vereinbart</translation>
    </message>
    <message>
        <source>Themes …</source>
        <translation>Themen …</translation>
    </message>
    <message>
        <source>Time …</source>
        <translation>Uhrzeit …</translation>
    </message>
    <message>
        <source>Memo …</source>
        <translation>Vermerk …</translation>
    </message>
    <message>
        <source>One more agrees</source>
        <translation>Noch eine Zustimmung</translation>
    </message>
    <message>
        <source>One more disagrees</source>
        <translation>Noch ein Widerspruch</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Nach oben</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Nach unten</translation>
    </message>
    <message>
        <source>Merge with the previous one</source>
        <translation>Mit dem vorigen zusammenführen</translation>
    </message>
    <message>
        <source>Merge into one</source>
        <translation>Zu einem zusammenführen</translation>
    </message>
    <message>
        <source>History …</source>
        <translation>Verlauf …</translation>
    </message>
</context>
<context>
    <name>ReviewPage</name>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>opens the question in the minutes</source>
        <translation>eröffnet die Frage im Protokoll</translation>
    </message>
    <message>
        <source>Protocol language</source>
        <translation>Protokollsprache</translation>
    </message>
    <message>
        <source>Underlines first person, judging words and past tense; changes nothing</source>
        <translation>Unterstreicht erste Person, wertende Wörter und Vergangenheit; geändert wird nichts</translation>
    </message>
    <message>
        <source>Add photos to the item</source>
        <translation>Fotos zum Programmpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Type and sort cards</source>
        <translation>Karten schreiben und ordnen</translation>
    </message>
    <message>
        <source>Topics put off and shows of hands</source>
        <translation>Zurückgestellte Themen und Stimmungsbilder</translation>
    </message>
    <message>
        <source>Feedback and release</source>
        <translation>Rückmeldung und Freigabe</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Take the filter away</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelesen</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>On to the minutes</source>
        <translation>Weiter zum Protokoll</translation>
    </message>
    <message>
        <source>Change …</source>
        <translation>Ändern …</translation>
    </message>
    <message>
        <source>Change %1 …</source>
        <translation>%1 ändern …</translation>
    </message>
    <message>
        <source>One to three sentences</source>
        <translation>Ein bis drei Sätze</translation>
    </message>
    <message>
        <source>Summary of the question</source>
        <translation>Zusammenfassung der Frage</translation>
    </message>
</context>
<context>
    <name>ReviewSide</name>
    <message>
        <source>Statement</source>
        <translation>Beitrag</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächste</translation>
    </message>
    <message>
        <source>No statement chosen.</source>
        <translation>Kein Beitrag ausgewählt.</translation>
    </message>
    <message>
        <source>Protocol language: “%1” – first person</source>
        <translation>Protokollsprache: „%1“ – erste Person</translation>
    </message>
    <message>
        <source>Protocol language: “%1” – judging</source>
        <translation>Protokollsprache: „%1“ – wertend</translation>
    </message>
    <message>
        <source>Protocol language: “%1” – past tense</source>
        <translation>Protokollsprache: „%1“ – Vergangenheit</translation>
    </message>
    <message>
        <source>Read under question %1</source>
        <translation>Gelesen bei Leitfrage %1</translation>
    </message>
    <message>
        <source>Read under “%1”</source>
        <translation>Gelesen bei „%1“</translation>
    </message>
    <message>
        <source>%1 of them still to look at</source>
        <translation>%1 davon noch ansehen</translation>
    </message>
    <message>
        <source>all looked at</source>
        <translation>alle angesehen</translation>
    </message>
    <message>
        <source>1 cooperation</source>
        <translation>1 Kooperation</translation>
    </message>
    <message>
        <source>%1 cooperations</source>
        <translation>%1 Kooperationen</translation>
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
</context>
<context>
    <name>StepDesk</name>
    <message>
        <source>Next step taken away.</source>
        <translation>Nächster Schritt entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>4.12.</source>
        <translation>4.12.</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>What is to be done?</source>
        <translation>Was ist zu tun?</translation>
    </message>
    <message>
        <source>There is no such day. Please check day and month.</source>
        <translation>Diesen Tag gibt es nicht. Bitte prüfen Sie Tag und Monat.</translation>
    </message>
    <message>
        <source>Please write the date like 4.12.2026.</source>
        <translation>Bitte schreiben Sie das Datum wie 4.12.2026.</translation>
    </message>
    <message>
        <source>New step</source>
        <translation>Neuer Schritt</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
</context>
</TS>

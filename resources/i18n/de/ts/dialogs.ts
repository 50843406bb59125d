<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>BackupsDialog</name>
    <message>
        <source>Backups</source>
        <translation>Sicherungen</translation>
    </message>
    <message>
        <source>The database is damaged</source>
        <translation>Die Datenbank ist beschädigt</translation>
    </message>
    <message>
        <source>The backups are being checked …</source>
        <translation>Die Sicherungen werden geprüft …</translation>
    </message>
    <message>
        <source>The backup of %1 takes the place of the present. What is there now is kept: as a backup, or under another name if it is damaged. The window opens anew.</source>
        <translation>Die Sicherung vom %1 tritt an die Stelle des jetzigen Stands. Was jetzt da ist, bleibt erhalten: als Sicherung, oder unter anderem Namen, wenn es beschädigt ist. Das Fenster öffnet sich neu.</translation>
    </message>
    <message>
        <source>Restore this backup?</source>
        <translation>Diese Sicherung zurückholen?</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Salvage …</source>
        <translation>Retten …</translation>
    </message>
    <message>
        <source>Restore …</source>
        <translation>Zurückholen …</translation>
    </message>
    <message>
        <source>Restore as a copy …</source>
        <translation>Als Kopie wiederherstellen …</translation>
    </message>
    <message>
        <source>A backup is made every ten minutes while you work, and at the end.</source>
        <translation>Gesichert wird alle zehn Minuten, solange Sie arbeiten, und am Ende.</translation>
    </message>
    <message>
        <source>The backups lie on this computer.</source>
        <translation>Die Sicherungen liegen auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
    <message>
        <source>No backup yet. The first one is made within ten minutes of work, or when you close the program. Everything you write is saved at once, also without one.</source>
        <translation>Noch keine Sicherung. Die erste entsteht nach spätestens zehn Minuten Arbeit oder wenn Sie das Programm schließen. Was Sie schreiben, ist auch ohne sie sofort gespeichert.</translation>
    </message>
    <message>
        <source>checked</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>damaged</source>
        <translation>beschädigt</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1, %2 Uhr</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 Gespräch</translation>
    </message>
    <message>
        <source>%1 sessions</source>
        <translation>%1 Gespräche</translation>
    </message>
    <message>
        <source>This backup was changed or is damaged. Please take another one.</source>
        <translation>Diese Sicherung wurde verändert oder ist beschädigt. Bitte nehmen Sie eine andere.</translation>
    </message>
    <message>
        <source>As many sessions and statements as now.</source>
        <translation>So viele Gespräche und Beiträge wie jetzt.</translation>
    </message>
    <message>
        <source>sessions %1</source>
        <translation>Gespräche %1</translation>
    </message>
    <message>
        <source>statements %1</source>
        <translation>Beiträge %1</translation>
    </message>
    <message>
        <source>Compared with now: %1.</source>
        <translation>Gegenüber jetzt: %1.</translation>
    </message>
    <message>
        <source>The backup of %1 is back.</source>
        <translation>Die Sicherung vom %1 ist zurückgeholt.</translation>
    </message>
    <message>
        <source>What can still be read goes into a new database, which takes the place of the damaged one. That is kept under another name. The window opens anew.</source>
        <translation>Was noch lesbar ist, kommt in eine neue Datenbank, die an die Stelle der beschädigten tritt. Diese bleibt unter anderem Namen erhalten. Das Fenster öffnet sich neu.</translation>
    </message>
    <message>
        <source>Salvage what is left?</source>
        <translation>Retten, was noch da ist?</translation>
    </message>
    <message>
        <source>Salvage</source>
        <translation>Retten</translation>
    </message>
    <message>
        <source>Salvaged: %1 statements, lost: %2. The damaged file was kept.</source>
        <translation>Gerettet: %1 Beiträge, verloren: %2. Die beschädigte Datei ist aufgehoben.</translation>
    </message>
    <message>
        <source>Restore as a copy</source>
        <translation>Als Kopie wiederherstellen</translation>
    </message>
    <message>
        <source>Database (*.db)</source>
        <translation>Datenbank (*.db)</translation>
    </message>
    <message>
        <source>The backup of %1 lies in “%2”.</source>
        <translation>Die Sicherung vom %1 liegt in „%2“.</translation>
    </message>
    <message>
        <source>Restoring</source>
        <translation>Zurückholen</translation>
    </message>
</context>
<context>
    <name>BlocksPanel</name>
    <message>
        <source>Text blocks</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Short name</source>
        <translation>Kürzel</translation>
    </message>
    <message>
        <source>Full text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Save the block</source>
        <translation>Baustein speichern</translation>
    </message>
    <message>
        <source>New block</source>
        <translation>Neuer Baustein</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Something has to stand here.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>At most %1 characters, please.</source>
        <translation>Bitte höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>Saved. In a line: %1</source>
        <translation>Gespeichert. In der Zeile: %1</translation>
    </message>
    <message>
        <source>Removed: %1. After closing, undo brings it back.</source>
        <translation>Entfernt: %1. Nach dem Schließen holt „Rückgängig“ es zurück.</translation>
    </message>
    <message>
        <source>In a line, write a semicolon and the short name: it becomes the text. Backspace right behind it takes it back.</source>
        <translation>Schreiben Sie in der Zeile ein Semikolon und das Kürzel: Daraus wird der Text. Die Rücktaste direkt dahinter nimmt das zurück.</translation>
    </message>
</context>
<context>
    <name>CloseSessionDialog</name>
    <message>
        <source>Close the session?</source>
        <translation>Gespräch abschließen?</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Abschließen</translation>
    </message>
    <message>
        <source>Nothing can be changed then, minutes can still be saved. It can be opened again at any time.</source>
        <translation>Dann lässt sich nichts mehr ändern, Protokolle können weiter gespeichert werden. Es lässt sich jederzeit wieder öffnen.</translation>
    </message>
    <message>
        <source>Still open – you can close all the same:</source>
        <translation>Noch offen – abschließen können Sie trotzdem:</translation>
    </message>
    <message>
        <source>Begin is missing</source>
        <translation>Der Beginn fehlt</translation>
    </message>
    <message>
        <source>Place is missing</source>
        <translation>Der Ort fehlt</translation>
    </message>
    <message>
        <source>Facilitation is missing</source>
        <translation>Die Moderation fehlt</translation>
    </message>
    <message>
        <source>Note-taker is missing</source>
        <translation>Die Protokollführung fehlt</translation>
    </message>
    <message>
        <source>1 person without a choice of how to be named</source>
        <translation>1 Person ohne eigene Wahl, wie sie genannt wird</translation>
    </message>
    <message>
        <source>%1 people without a choice of how to be named</source>
        <translation>%1 Personen ohne eigene Wahl, wie sie genannt werden</translation>
    </message>
    <message>
        <source>1 statement without a kind</source>
        <translation>1 Beitrag ohne Art</translation>
    </message>
    <message>
        <source>%1 statements without a kind</source>
        <translation>%1 Beiträge ohne Art</translation>
    </message>
    <message>
        <source>1 statement still to clarify</source>
        <translation>1 Beitrag ist noch zu klären</translation>
    </message>
    <message>
        <source>%1 statements still to clarify</source>
        <translation>%1 Beiträge sind noch zu klären</translation>
    </message>
    <message>
        <source>1 next step without person or date</source>
        <translation>1 nächster Schritt ohne Person oder Datum</translation>
    </message>
    <message>
        <source>%1 next steps without person or date</source>
        <translation>%1 nächste Schritte ohne Person oder Datum</translation>
    </message>
</context>
<context>
    <name>EditItemDialog</name>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Question %1: %2</source>
        <translation>Leitfrage %1: %2</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>allein</translation>
    </message>
</context>
<context>
    <name>FormDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>ImportPreviewDialog</name>
    <message>
        <source>A later version of this session</source>
        <translation>Eine spätere Fassung dieses Gesprächs</translation>
    </message>
    <message>
        <source>Update the session</source>
        <translation>Gespräch aktualisieren</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>What the file brings</source>
        <translation>Was die Datei bringt</translation>
    </message>
    <message>
        <source>Leave as it is</source>
        <translation>So lassen</translation>
    </message>
    <message>
        <source>Items of the plan</source>
        <translation>Programmpunkte</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>New in the file</source>
        <translation>Neu in der Datei</translation>
    </message>
    <message>
        <source>Next steps</source>
        <translation>Nächste Schritte</translation>
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
        <source>Different</source>
        <translation>Anders</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>in the file</source>
        <translation>in der Datei</translation>
    </message>
    <message>
        <source>Details of the session</source>
        <translation>Angaben zum Gespräch</translation>
    </message>
    <message>
        <source>What is new is added. Details, plan and participants take the values of the file. Nothing is deleted.</source>
        <translation>Neues kommt hinzu. Angaben, Ablauf und Teilnehmende erhalten den Stand der Datei. Gelöscht wird nichts.</translation>
    </message>
    <message>
        <source>Statements and next steps that differ stay as they are here: %1.</source>
        <translation>Abweichende Beiträge und nächste Schritte bleiben, wie sie hier stehen: %1.</translation>
    </message>
    <message>
        <source>New statements whose evidence number is given already get another: %1.</source>
        <translation>Neue Beiträge, deren Belegnummer schon vergeben ist, bekommen eine andere: %1.</translation>
    </message>
</context>
<context>
    <name>ItemForm</name>
    <message>
        <source>Short title</source>
        <translation>Kurzer Titel</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>Vortragende Person</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Fixed begin</source>
        <translation>Fester Beginn</translation>
    </message>
    <message>
        <source>not fixed</source>
        <translation>nicht fest</translation>
    </message>
    <message>
        <source>An item needs a short title.</source>
        <translation>Ein Programmpunkt braucht einen kurzen Titel.</translation>
    </message>
    <message>
        <source>Please enter a time like 17:50, or nothing.</source>
        <translation>Bitte eine Uhrzeit eingeben wie 17:50 oder nichts.</translation>
    </message>
    <message>
        <source>Whole question</source>
        <translation>Ganze Frage</translation>
    </message>
    <message>
        <source>Prompts, one per line</source>
        <translation>Nachfragen, eine je Zeile</translation>
    </message>
    <message>
        <source>Notes for the facilitator only</source>
        <translation>Notizen nur für die Moderation</translation>
    </message>
    <message>
        <source>Tables, one per line: name, minutes</source>
        <translation>Tische, je Zeile: Name, Minuten</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Can be left out</source>
        <translation>Kann entfallen</translation>
    </message>
    <message>
        <source>Keeps its minutes when time runs over</source>
        <translation>Behält seine Minuten, wenn die Zeit nicht reicht</translation>
    </message>
    <message>
        <source>May be left out when time runs over</source>
        <translation>Darf entfallen, wenn die Zeit nicht reicht</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>Mindestens</translation>
    </message>
    <message>
        <source>Method</source>
        <translation>Methode</translation>
    </message>
    <message>
        <source>Lines are read</source>
        <translation>Zeilen werden gelesen</translation>
    </message>
    <message>
        <source>Runs together with</source>
        <translation>Läuft zusammen mit</translation>
    </message>
    <message>
        <source>Proposed kind</source>
        <translation>Vorgeschlagene Art</translation>
    </message>
    <message>
        <source>Further kinds</source>
        <translation>Weitere Arten</translation>
    </message>
    <message>
        <source>Further kind, %1 of %2</source>
        <translation>Weitere Art, %1 von %2</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>no method</source>
        <translation>keine Methode</translation>
    </message>
    <message>
        <source>These kinds stand first while leading.</source>
        <translation>Diese Arten stehen beim Durchführen zuerst.</translation>
    </message>
</context>
<context>
    <name>KeysDialog</name>
    <message>
        <source>All keys</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Signs on a card …</source>
        <translation>Zeichen auf einer Karte …</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>Überall</translation>
    </message>
    <message>
        <source>In a session</source>
        <translation>In einem Gespräch</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>Startseite</translation>
    </message>
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
        <source>Check-in</source>
        <translation>Anwesenheit</translation>
    </message>
    <message>
        <source>Reading back</source>
        <translation>Rückspiegelung</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>In the speakers list</source>
        <translation>In der Redeliste</translation>
    </message>
    <message>
        <source>In the preview of the room view</source>
        <translation>In der Vorschau der Beamer-Ansicht</translation>
    </message>
</context>
<context>
    <name>NewItemDialog</name>
    <message>
        <source>New: %1</source>
        <translation>Neu: %1</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
</context>
<context>
    <name>NewSessionDialog</name>
    <message>
        <source>Prepare a session</source>
        <translation>Gespräch vorbereiten</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>House, room, town – can follow later</source>
        <translation>Haus, Raum, Ort – kann auch später folgen</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Plan from</source>
        <translation>Ablauf aus</translation>
    </message>
    <message>
        <source>The plan is copied: what you change in it holds for this session only.</source>
        <translation>Der Ablauf wird kopiert: Was Sie daran ändern, gilt nur für dieses Gespräch.</translation>
    </message>
    <message>
        <source>As on %1: %2</source>
        <translation>Wie am %1: %2</translation>
    </message>
    <message>
        <source>Invite its %1 people too</source>
        <translation>Auch seine %1 Teilnehmenden einladen</translation>
    </message>
    <message>
        <source>Take its open topic put off along</source>
        <translation>Sein offenes zurückgestelltes Thema mitnehmen</translation>
    </message>
    <message>
        <source>Take its %1 open topics put off along</source>
        <translation>Seine %1 offenen zurückgestellten Themen mitnehmen</translation>
    </message>
    <message>
        <source>There is no such day. Please check day and month.</source>
        <translation>Diesen Tag gibt es nicht. Bitte prüfen Sie Tag und Monat.</translation>
    </message>
    <message>
        <source>Please enter a date like 20.11.2026.</source>
        <translation>Bitte ein Datum eingeben wie 20.11.2026.</translation>
    </message>
    <message>
        <source>Please enter a time like 17:00.</source>
        <translation>Bitte eine Uhrzeit eingeben wie 17:00.</translation>
    </message>
</context>
<context>
    <name>OwnWordsPanel</name>
    <message>
        <source>Own words</source>
        <translation>Eigene Wörter</translation>
    </message>
    <message>
        <source>New word</source>
        <translation>Neues Wort</translation>
    </message>
    <message>
        <source>Add the word</source>
        <translation>Wort aufnehmen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Something has to stand here.</source>
        <translation>Hier muss etwas stehen.</translation>
    </message>
    <message>
        <source>Added: %1</source>
        <translation>Aufgenommen: %1</translation>
    </message>
    <message>
        <source>Removed: %1. After closing, undo brings it back.</source>
        <translation>Entfernt: %1. Nach dem Schließen holt „Rückgängig“ es zurück.</translation>
    </message>
    <message>
        <source>These words are not marked as wrong in any session of the series. Names of people and places are known without being listed.</source>
        <translation>Diese Wörter werden in keinem Gespräch der Reihe als falsch markiert. Namen von Personen und Orten sind bekannt, ohne hier zu stehen.</translation>
    </message>
</context>
<context>
    <name>ParticipantDialog</name>
    <message>
        <source>Participant</source>
        <translation>Teilnehmende Person</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Organisation</source>
        <translation>Organisation</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Funktion</translation>
    </message>
    <message>
        <source>Please enter a name, or “Guest 1”.</source>
        <translation>Bitte einen Namen eingeben, notfalls „Gast 1“.</translation>
    </message>
    <message>
        <source>Kind of organisation</source>
        <translation>Art der Organisation</translation>
    </message>
    <message>
        <source>Is named in the minutes</source>
        <translation>Wird im Protokoll genannt</translation>
    </message>
    <message>
        <source>On the attendance list</source>
        <translation>Auf der Anwesenheitsliste</translation>
    </message>
    <message>
        <source>The session is confidential: nobody is named or listed.</source>
        <translation>Das Gespräch ist vertraulich: Niemand wird genannt oder gelistet.</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>as for all (%1)</source>
        <translation>wie für alle (%1)</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>noch nicht gefragt</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>PeopleImportDialog</name>
    <message>
        <source>Read participants in</source>
        <translation>Teilnehmende einlesen</translation>
    </message>
    <message>
        <source>Rows of the list</source>
        <translation>Zeilen der Liste</translation>
    </message>
    <message>
        <source>Which column holds the names? Choose it on the left.</source>
        <translation>Welche Spalte enthält die Namen? Bitte wählen Sie sie links aus.</translation>
    </message>
    <message>
        <source>Take over %1 people</source>
        <translation>%1 Personen übernehmen</translation>
    </message>
    <message>
        <source>Take over one person</source>
        <translation>Eine Person übernehmen</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>sheet “%1”</source>
        <translation>Blatt „%1“</translation>
    </message>
    <message>
        <source>not read, though people stand there too: %1</source>
        <translation>nicht gelesen, obwohl auch dort Personen stehen: %1</translation>
    </message>
    <message>
        <source>Columns of the list</source>
        <translation>Spalten der Liste</translation>
    </message>
    <message>
        <source>Column “%1” says</source>
        <translation>Spalte „%1“ enthält</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weglassen</translation>
    </message>
    <message>
        <source>new: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>on the list already: %1</source>
        <translation>schon auf der Liste: %1</translation>
    </message>
    <message>
        <source>left out: %1</source>
        <translation>ausgelassen: %1</translation>
    </message>
    <message>
        <source>row %1</source>
        <translation>Zeile %1</translation>
    </message>
    <message>
        <source>naming “%1” is not understood, so %2</source>
        <translation>Nennung „%1“ nicht verstanden, deshalb %2</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>on the list already</source>
        <translation>schon auf der Liste</translation>
    </message>
    <message>
        <source>twice in the list</source>
        <translation>doppelt in der Liste</translation>
    </message>
    <message>
        <source>without name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>formula without result</source>
        <translation>Formel ohne Ergebnis</translation>
    </message>
</context>
<context>
    <name>RemovalDialog</name>
    <message>
        <source>Remove on request?</source>
        <translation>Auf Wunsch entfernen?</translation>
    </message>
    <message>
        <source>Remove for good</source>
        <translation>Endgültig entfernen</translation>
    </message>
    <message>
        <source>What you choose disappears from session, history, search and backups. That cannot be undone.</source>
        <translation>Was Sie wählen, verschwindet aus Gespräch, Verlauf, Suche und Sicherungen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Keys: 1 to %1 for so many of the last, Space for a single one.</source>
        <translation>Tasten: 1 bis %1 für so viele der letzten, Leertaste für einen einzelnen.</translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>It says where the program stumbled. It holds no names and nothing said.</source>
        <translation>Er sagt, wo das Programm gestolpert ist. Namen und Gesagtes stehen nicht darin.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
</context>
<context>
    <name>SeriesDialog</name>
    <message>
        <source>Series</source>
        <translation>Reihe</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Sessions of the series</source>
        <translation>Gespräche der Reihe</translation>
    </message>
    <message>
        <source>A series needs a title.</source>
        <translation>Eine Reihe braucht einen Titel.</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Planned sessions</source>
        <translation>Geplante Gespräche</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Zweck</translation>
    </message>
    <message>
        <source>Minutes of all sessions …</source>
        <translation>Protokolle aller Gespräche …</translation>
    </message>
</context>
<context>
    <name>SeriesWordsDialog</name>
    <message>
        <source>Words and text blocks</source>
        <translation>Wörter und Textbausteine der Reihe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Text blocks</source>
        <translation>Textbausteine</translation>
    </message>
    <message>
        <source>Own words</source>
        <translation>Eigene Wörter</translation>
    </message>
    <message>
        <source>Not saved yet. Esc once more drops it.</source>
        <translation>Noch nicht gespeichert. Noch einmal Esc verwirft es.</translation>
    </message>
</context>
<context>
    <name>SessionListDialog</name>
    <message>
        <source>All sessions</source>
        <translation>Alle Gespräche</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Title, place or series</source>
        <translation>Titel, Ort oder Reihe</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>No session with this text</source>
        <translation>Kein Gespräch mit diesem Text</translation>
    </message>
    <message>
        <source>Delete …</source>
        <translation>Löschen …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
    <message>
        <source>Close session</source>
        <translation>Abschließen</translation>
    </message>
</context>
<context>
    <name>SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>As on this computer</source>
        <translation>Wie auf diesem Rechner</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Schriftgröße</translation>
    </message>
    <message>
        <source>Also with Ctrl and Plus or Minus</source>
        <translation>Auch mit Strg und Plus oder Minus</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Set quotation marks and dashes while typing</source>
        <translation>Anführungszeichen und Gedankenstriche beim Tippen setzen</translation>
    </message>
    <message>
        <source>Mark wrongly spelled words (German)</source>
        <translation>Falsch geschriebene Wörter kennzeichnen</translation>
    </message>
    <message>
        <source>There is no dictionary on this computer: nothing is marked.</source>
        <translation>Auf diesem Computer fehlt das Wörterbuch oder es ist beschädigt: Es wird nichts gekennzeichnet.</translation>
    </message>
    <message>
        <source>The language changes with the next start.</source>
        <translation>Die Sprache wechselt mit dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>SignCardDialog</name>
    <message>
        <source>Signs on a card</source>
        <translation>Zeichen auf einer Karte</translation>
    </message>
    <message>
        <source>Save as PDF …</source>
        <translation>Als PDF speichern …</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Print …</source>
        <translation>Drucken …</translation>
    </message>
    <message>
        <source>PDF files (*.pdf)</source>
        <translation>PDF-Dateien (*.pdf)</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>Gespeichert: %1</translation>
    </message>
    <message>
        <source>No printer is set up here. Save the card as PDF and print that.</source>
        <translation>Hier ist kein Drucker eingerichtet. Speichern Sie die Karte als PDF und drucken Sie diese.</translation>
    </message>
    <message>
        <source>Sent to the printer.</source>
        <translation>An den Drucker geschickt.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
</context>
<context>
    <name>StatementFieldsDialog</name>
    <message>
        <source>Details of the statement</source>
        <translation>Angaben zum Beitrag</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
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
        <source>Memo, for yourselves; not in the minutes unless chosen there</source>
        <translation>Vermerk, nur für Sie; im Protokoll nur auf Wunsch</translation>
    </message>
    <message>
        <source>Please write the time like 17:40.</source>
        <translation>Bitte schreiben Sie die Uhrzeit wie 17:40.</translation>
    </message>
</context>
<context>
    <name>StatementHistoryDialog</name>
    <message>
        <source>History of the statement</source>
        <translation>Verlauf des Beitrags</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New words are underlined, old ones struck through.</source>
        <translation>Neue Wörter sind unterstrichen, alte durchgestrichen.</translation>
    </message>
    <message>
        <source>Restore this wording</source>
        <translation>Diese Fassung zurückholen</translation>
    </message>
    <message>
        <source>Undone: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Done again: %1</source>
        <translation>Wiederholt: %1</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>jetzt: %1</translation>
    </message>
    <message>
        <source>before: %1</source>
        <translation>vorher: %1</translation>
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
        <source>Under</source>
        <translation>Unter</translation>
    </message>
    <message>
        <source>Themes</source>
        <translation>Themen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>In the short minutes</source>
        <translation>Im Kurzprotokoll</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>Zitat</translation>
    </message>
    <message>
        <source>To clarify</source>
        <translation>Zu klären</translation>
    </message>
    <message>
        <source>Memo</source>
        <translation>Vermerk</translation>
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
        <source>Reading back</source>
        <translation>Rückspiegelung</translation>
    </message>
    <message>
        <source>Named</source>
        <translation>Wird genannt</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Evidence number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Stand</translation>
    </message>
    <message>
        <source>Addressee</source>
        <translation>Richtet sich an</translation>
    </message>
    <message>
        <source>moved up or down</source>
        <translation>nach oben oder unten verschoben</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>there again</source>
        <translation>wieder da</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
</TS>

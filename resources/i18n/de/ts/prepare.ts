<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Conclusion</name>
    <message>
        <source>Hand on the session …</source>
        <translation>Gespräch weitergeben …</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>Gespräch beginnen</translation>
    </message>
</context>
<context>
    <name>EarlyDialog</name>
    <message>
        <source>It is planned for %1. Once it has begun, the clock of the first item runs.</source>
        <translation>Es ist für %1 geplant. Sobald es begonnen hat, läuft die Uhr des ersten Programmpunkts.</translation>
    </message>
    <message>
        <source>Begin the session already?</source>
        <translation>Das Gespräch jetzt schon beginnen?</translation>
    </message>
    <message>
        <source>Begin now</source>
        <translation>Jetzt beginnen</translation>
    </message>
    <message>
        <source>Only look at the page</source>
        <translation>Nur ansehen</translation>
    </message>
</context>
<context>
    <name>FormController</name>
    <message>
        <source>A session needs a title.</source>
        <translation>Ein Gespräch braucht einen Titel.</translation>
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
    <name>HandOn</name>
    <message>
        <source>Hand on the session</source>
        <translation>Gespräch weitergeben</translation>
    </message>
    <message>
        <source>Session (*.session.json)</source>
        <translation>Gespräch (*.session.json)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Saved as %1. Send this file, or copy it to a stick.</source>
        <translation>Gespeichert als %1. Schicken Sie diese Datei oder kopieren Sie sie auf einen Stick.</translation>
    </message>
    <message>
        <source>Open folder</source>
        <translation>Ordner öffnen</translation>
    </message>
</context>
<context>
    <name>Papers</name>
    <message>
        <source>Word file (*.docx)</source>
        <translation>Word-Datei (*.docx)</translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>%1 wird geschrieben</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Gespeichert als %1.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
</context>
<context>
    <name>PeopleController</name>
    <message>
        <source>Organisation missing</source>
        <translation>Organisation fehlt</translation>
    </message>
    <message>
        <source>Two people are called “%1” now.</source>
        <translation>„%1“ steht jetzt zweimal auf der Liste.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>%1 was taken off the list.</source>
        <translation>%1 steht nicht mehr auf der Liste.</translation>
    </message>
</context>
<context>
    <name>PeopleList</name>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>F2 edits, Space chooses how the person is named, Delete removes</source>
        <translation>F2 bearbeitet, Leertaste wählt, wie die Person genannt wird, Entf entfernt</translation>
    </message>
    <message>
        <source>As for all (%1)</source>
        <translation>Wie für alle (%1)</translation>
    </message>
    <message>
        <source>Edit …</source>
        <translation>Bearbeiten …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>PeoplePanel</name>
    <message>
        <source>Name, organisation – Enter adds</source>
        <translation>Name, Organisation – Enter legt an</translation>
    </message>
    <message>
        <source>Add a person: name, organisation</source>
        <translation>Person hinzufügen: Name, Organisation</translation>
    </message>
    <message>
        <source>Read a list in …</source>
        <translation>Liste einlesen …</translation>
    </message>
    <message>
        <source>Excel or CSV</source>
        <translation>Excel oder CSV</translation>
    </message>
    <message>
        <source>Check-in …</source>
        <translation>Anwesenheit …</translation>
    </message>
    <message>
        <source>Paper …</source>
        <translation>Papier …</translation>
    </message>
    <message>
        <source>Attendance sheet, slips, run sheet, posters, cards</source>
        <translation>Anwesenheitsliste, Zettel, Ablaufblatt, Plakate, Karten</translation>
    </message>
    <message>
        <source>Confidential: nobody is named, no organisation either.</source>
        <translation>Vertraulich: Niemand wird genannt, auch keine Organisation.</translation>
    </message>
    <message>
        <source>Nobody yet. You can also begin without a list.</source>
        <translation>Noch niemand. Sie können auch ohne Liste beginnen.</translation>
    </message>
    <message>
        <source>Nobody of this name. Enter adds the person.</source>
        <translation>Niemand mit diesem Namen. Enter legt die Person an.</translation>
    </message>
    <message>
        <source>Is named</source>
        <translation>Wird genannt</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
    <message>
        <source>Name and organisation</source>
        <translation>Name und Organisation</translation>
    </message>
</context>
<context>
    <name>PeopleReader</name>
    <message>
        <source>Read participants in</source>
        <translation>Teilnehmende einlesen</translation>
    </message>
    <message>
        <source>Excel and CSV</source>
        <translation>Excel und CSV</translation>
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
        <source>%1 people were added.</source>
        <translation>%1 Personen wurden hinzugefügt.</translation>
    </message>
    <message>
        <source>One person was added.</source>
        <translation>Eine Person wurde hinzugefügt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PlanController</name>
    <message>
        <source>Guide “%1”</source>
        <translation>Leitfaden „%1“</translation>
    </message>
    <message>
        <source>%1 min too long, ends at %2</source>
        <translation>%1 min zu lang, Ende %2</translation>
    </message>
    <message>
        <source>%1 of %2 min, ends at %3</source>
        <translation>%1 von %2 min, Ende %3</translation>
    </message>
    <message>
        <source>%1 min, ends at %3</source>
        <translation>%1 min, Ende %3</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>“%1” was taken out of the plan.</source>
        <translation>„%1“ steht nicht mehr im Ablauf.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PlanEditList</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Digits set the minutes, Alt and arrows move the item, Enter edits it</source>
        <translation>Ziffern setzen die Minuten, Alt und Pfeile verschieben, Enter bearbeitet</translation>
    </message>
    <message>
        <source>5 minutes less (−)</source>
        <translation>5 Minuten weniger (−)</translation>
    </message>
    <message>
        <source>5 minutes more (+)</source>
        <translation>5 Minuten mehr (+)</translation>
    </message>
    <message>
        <source>Edit the item (Enter)</source>
        <translation>Programmpunkt bearbeiten (Enter)</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Item</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>Alt+↑ and Alt+↓ move the item</source>
        <translation>Alt+↑ und Alt+↓ verschieben die Zeile</translation>
    </message>
    <message>
        <source>Add an item</source>
        <translation>Programmpunkt hinzufügen</translation>
    </message>
    <message>
        <source>Add a break</source>
        <translation>Pause hinzufügen</translation>
    </message>
    <message>
        <source>%1 minutes</source>
        <translation>%1 Minuten</translation>
    </message>
    <message>
        <source>question %1, %2</source>
        <translation>Leitfrage %1, %2</translation>
    </message>
    <message>
        <source>fixed at %1</source>
        <translation>fest um %1 Uhr</translation>
    </message>
    <message>
        <source>at least %1 min</source>
        <translation>mindestens %1 min</translation>
    </message>
    <message>
        <source>protected</source>
        <translation>geschützt</translation>
    </message>
    <message>
        <source>can be left out</source>
        <translation>kann entfallen</translation>
    </message>
    <message>
        <source>runs with question %1</source>
        <translation>läuft mit Leitfrage %1</translation>
    </message>
    <message>
        <source>1 prompt</source>
        <translation>1 Nachfrage</translation>
    </message>
    <message>
        <source>%1 prompts</source>
        <translation>%1 Nachfragen</translation>
    </message>
    <message>
        <source>%1 min free</source>
        <translation>%1 min frei</translation>
    </message>
    <message>
        <source>%1 min planned twice</source>
        <translation>%1 min doppelt verplant</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Item of the plan</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>Minuten</translation>
    </message>
</context>
<context>
    <name>PrepareController</name>
    <message>
        <source>Begin the session</source>
        <translation>Gespräch beginnen</translation>
    </message>
    <message>
        <source>Back to the session</source>
        <translation>Weiter zum Gespräch</translation>
    </message>
    <message>
        <source>On to the review</source>
        <translation>Weiter zur Nachbereitung</translation>
    </message>
    <message>
        <source>To the minutes</source>
        <translation>Zum Protokoll</translation>
    </message>
</context>
<context>
    <name>PreparePage</name>
    <message>
        <source>Details</source>
        <translation>Angaben</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Ablauf</translation>
    </message>
    <message>
        <source>Participants</source>
        <translation>Teilnehmende</translation>
    </message>
</context>
<context>
    <name>RealityBand</name>
    <message>
        <source>Seconds per contribution</source>
        <translation>Sekunden je Wortbeitrag</translation>
    </message>
    <message>
        <source>Hide the hint</source>
        <translation>Hinweis ausblenden</translation>
    </message>
    <message>
        <source>Time for about %1 contributions per question, %2 people expected</source>
        <translation>Zeit für etwa %1 Wortbeiträge je Leitfrage bei %2 Anwesenden</translation>
    </message>
    <message>
        <source>%1 per head in all</source>
        <translation>%1 je Person insgesamt</translation>
    </message>
    <message>
        <source>At %1 tables all get a turn: F2 attaches a method to a question, such as “%2”.</source>
        <translation>An %1 Tischen kommen alle zu Wort: F2 legt einer Leitfrage eine Methode bei, etwa „%2“.</translation>
    </message>
    <message>
        <source>World café</source>
        <translation>World-Café</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%2 s</source>
        <translation>%2 s</translation>
    </message>
    <message>
        <source>each</source>
        <translation>je</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>Facilitation</source>
        <translation>Moderation</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Statements are named</source>
        <translation>Beiträge werden genannt</translation>
    </message>
    <message>
        <source>Holds for all. Exceptions stand on the right beside the person.</source>
        <translation>Gilt für alle. Ausnahmen stehen rechts bei der Person.</translation>
    </message>
    <message>
        <source>Confidential session</source>
        <translation>Vertrauliches Gespräch</translation>
    </message>
    <message>
        <source>Chatham House Rule</source>
        <translation>Chatham-House-Regel</translation>
    </message>
    <message>
        <source>Several names are divided by semicolons</source>
        <translation>Mehrere Namen mit Semikolon trennen</translation>
    </message>
    <message>
        <source>This session is closed. Nothing changes any more.</source>
        <translation>Dieses Gespräch ist abgeschlossen. Es ändert sich nichts mehr.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
</TS>

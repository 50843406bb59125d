<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>MessageDialog</name>
    <message>
        <source>Message to the room</source>
        <translation>Nachricht an den Raum</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>What the room shall read</source>
        <translation>Was der Raum lesen soll</translation>
    </message>
    <message>
        <source>It stands there in large letters until you take it away or another item begins. It is not kept.</source>
        <translation>Sie steht dort groß, bis Sie sie wegnehmen oder ein anderer Programmpunkt beginnt. Sie wird nicht aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>RoomCard</name>
    <message>
        <source>Room view: what is shown</source>
        <translation>Beamer-Ansicht: was gezeigt wird</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>Beamer</translation>
    </message>
    <message>
        <source>Room view: %1</source>
        <translation>Beamer-Ansicht: %1</translation>
    </message>
</context>
<context>
    <name>RoomDesk</name>
    <message>
        <source>The room view is closed</source>
        <translation>Die Beamer-Ansicht ist geschlossen</translation>
    </message>
    <message>
        <source>The room view is open</source>
        <translation>Die Beamer-Ansicht ist offen</translation>
    </message>
    <message>
        <source>The projector is gone. The room view comes back with it by itself.</source>
        <translation>Der Beamer ist weg. Die Beamer-Ansicht kommt von selbst wieder, sobald er da ist.</translation>
    </message>
    <message>
        <source>The projector may show the same as this screen. Windows key + P, then Extend.</source>
        <translation>Der Beamer zeigt womöglich dasselbe wie dieser Bildschirm. Windows-Taste + P, dann Erweitern.</translation>
    </message>
    <message>
        <source>Blur names (%1)</source>
        <translation>Unkenntlich machen (%1)</translation>
    </message>
    <message>
        <source>Room view black</source>
        <translation>Beamer-Ansicht schwarz</translation>
    </message>
    <message>
        <source>Room view shown</source>
        <translation>Beamer-Ansicht wird gezeigt</translation>
    </message>
    <message>
        <source>Notes and names are blurred. %1 shows them again.</source>
        <translation>Notizen und Namen sind hier unkenntlich. %1 zeigt sie wieder.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>no projector yet</source>
        <translation>noch kein Beamer</translation>
    </message>
    <message>
        <source>black</source>
        <translation>schwarz</translation>
    </message>
    <message>
        <source>is shown</source>
        <translation>wird gezeigt</translation>
    </message>
</context>
<context>
    <name>RoomMenu</name>
    <message>
        <source>Show on the projector</source>
        <translation>Auf dem Beamer zeigen</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Schwarz</translation>
    </message>
    <message>
        <source>Take the message away</source>
        <translation>Nachricht wegnehmen</translation>
    </message>
    <message>
        <source>Message …</source>
        <translation>Nachricht …</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Prompt</source>
        <translation>Nachfrage</translation>
    </message>
    <message>
        <source>Speakers list</source>
        <translation>Redeliste</translation>
    </message>
    <message>
        <source>Read along: statements as they are recorded</source>
        <translation>Mitlesen: Beiträge, wie sie festgehalten werden</translation>
    </message>
    <message>
        <source>Dark ground</source>
        <translation>Dunkler Grund</translation>
    </message>
    <message>
        <source>Blur notes and names here</source>
        <translation>Notizen und Namen hier unkenntlich machen</translation>
    </message>
</context>
<context>
    <name>RoomWindow</name>
    <message>
        <source>Quartiersdialog – room view</source>
        <translation>Quartiersdialog – Beamer-Ansicht</translation>
    </message>
</context>
<context>
    <name>RoomWords</name>
    <message>
        <source>Begins at %1</source>
        <translation>Beginn um %1 Uhr</translation>
    </message>
    <message>
        <source>Recorded last</source>
        <translation>Zuletzt festgehalten</translation>
    </message>
    <message>
        <source>the clock stands still</source>
        <translation>die Uhr steht</translation>
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
        <source>soon over, left</source>
        <translation>bald zu Ende, noch</translation>
    </message>
    <message>
        <source>over time</source>
        <translation>über der Zeit</translation>
    </message>
    <message>
        <source>of %1 minutes</source>
        <translation>von %1 Minuten</translation>
    </message>
    <message>
        <source>Questions %1 and %2</source>
        <translation>Leitfragen %1 und %2</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Leitfrage %1 von %2</translation>
    </message>
    <message>
        <source>We go on at %1</source>
        <translation>Weiter um %1 Uhr</translation>
    </message>
    <message>
        <source>%1 + %2 more</source>
        <translation>%1 + %2 weitere</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Als Nächstes %1</translation>
    </message>
    <message>
        <source>then %1</source>
        <translation>danach %1</translation>
    </message>
    <message>
        <source>Question %1: %2</source>
        <translation>Leitfrage %1: %2</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2 Uhr</translation>
    </message>
</context>
</TS>

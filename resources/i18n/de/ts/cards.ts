<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>CardsDialog</name>
    <message>
        <source>Cards: %1</source>
        <translation>Karten: %1</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Gruppen</translation>
    </message>
    <message>
        <source>%1 cards recorded.</source>
        <translation>%1 Karten festgehalten.</translation>
    </message>
    <message>
        <source>Cards sorted.</source>
        <translation>Karten geordnet.</translation>
    </message>
    <message>
        <source>One card recorded.</source>
        <translation>Eine Karte festgehalten.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The cards are kept and stand here again the next time.</source>
        <translation>Die Karten sind aufgehoben und stehen beim nächsten Mal wieder da.</translation>
    </message>
    <message>
        <source>This card is a statement already; edit it in the list.</source>
        <translation>Diese Karte ist schon ein Beitrag; ändern Sie ihn in der Liste der Beiträge.</translation>
    </message>
    <message>
        <source>This card is a statement already; delete it in the list.</source>
        <translation>Diese Karte ist schon ein Beitrag; löschen Sie ihn in der Liste der Beiträge.</translation>
    </message>
    <message>
        <source>in no group</source>
        <translation>ohne Gruppe</translation>
    </message>
    <message>
        <source>Record %1 cards</source>
        <translation>%1 Karten festhalten</translation>
    </message>
    <message>
        <source>Record one card</source>
        <translation>Eine Karte festhalten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Name, then Enter</source>
        <translation>Name, dann Enter</translation>
    </message>
    <message>
        <source>Next card, then Enter</source>
        <translation>Nächste Karte, dann Enter</translation>
    </message>
    <message>
        <source>Put the current card into a group</source>
        <translation>Die gewählte Karte in eine Gruppe legen</translation>
    </message>
    <message>
        <source>Groups: digit, Enter or drag</source>
        <translation>Gruppen: Ziffer, Enter oder Ziehen</translation>
    </message>
</context>
<context>
    <name>_Photos</name>
    <message>
        <source>Previous photo</source>
        <translation>Voriges Foto</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>Nächstes Foto</translation>
    </message>
    <message>
        <source>Photo %1</source>
        <translation>Foto %1</translation>
    </message>
</context>
</TS>

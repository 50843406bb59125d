<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>PhotoDesk</name>
    <message>
        <source>Photo %1</source>
        <translation>Foto %1</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Zwischenablage</translation>
    </message>
    <message>
        <source>Taking in photos</source>
        <translation>Fotos werden übernommen</translation>
    </message>
    <message>
        <source>Photo added.</source>
        <translation>Foto hinzugefügt.</translation>
    </message>
    <message>
        <source>%1 photos added.</source>
        <translation>%1 Fotos hinzugefügt.</translation>
    </message>
    <message>
        <source>Of a moving picture it is the first.</source>
        <translation>Von einem bewegten Bild ist es das erste.</translation>
    </message>
    <message>
        <source>One more was not taken either.</source>
        <translation>Ein weiteres wurde auch nicht übernommen.</translation>
    </message>
    <message>
        <source>%1 more were not taken either.</source>
        <translation>%1 weitere wurden auch nicht übernommen.</translation>
    </message>
    <message>
        <source>Photo removed.</source>
        <translation>Foto entfernt.</translation>
    </message>
    <message>
        <source>Show and describe …</source>
        <translation>Ansehen und beschriften …</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PhotoDialog</name>
    <message>
        <source>Photo %1</source>
        <translation>Foto %1</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Beschriftung</translation>
    </message>
    <message>
        <source>Alternative text: what can be seen, for those who cannot see it</source>
        <translation>Alternativtext: was zu sehen ist, für alle, die es nicht sehen</translation>
    </message>
    <message>
        <source>Remove photo</source>
        <translation>Foto entfernen</translation>
    </message>
    <message>
        <source>The text is longer than %1 characters.</source>
        <translation>Der Text hat mehr als %1 Zeichen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>This photo cannot be shown: its content is missing or damaged.</source>
        <translation>Dieses Foto lässt sich nicht zeigen: Sein Inhalt fehlt oder ist beschädigt.</translation>
    </message>
</context>
<context>
    <name>PhotosCard</name>
    <message>
        <source>Add …</source>
        <translation>Hinzufügen …</translation>
    </message>
    <message>
        <source>Add photos</source>
        <translation>Fotos hinzufügen</translation>
    </message>
    <message>
        <source>Cards …</source>
        <translation>Karten …</translation>
    </message>
    <message>
        <source>Type and sort cards</source>
        <translation>Karten schreiben und ordnen</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
</TS>

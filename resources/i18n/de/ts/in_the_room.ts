<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>HandsCard</name>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Take the show of hands away</source>
        <translation>Stimmungsbild entfernen</translation>
    </message>
</context>
<context>
    <name>HandsDialog</name>
    <message>
        <source>Show of hands: %1</source>
        <translation>Stimmungsbild: %1</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt wurde</translation>
    </message>
    <message>
        <source>Agree</source>
        <translation>Dafür</translation>
    </message>
    <message>
        <source>Disagree</source>
        <translation>Dagegen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Please type what was asked.</source>
        <translation>Bitte tippen Sie, was gefragt wurde.</translation>
    </message>
    <message>
        <source>Please enter at least one number.</source>
        <translation>Bitte geben Sie mindestens eine Zahl ein.</translation>
    </message>
    <message>
        <source>Please enter a time like 18:05.</source>
        <translation>Bitte geben Sie eine Uhrzeit wie 18:05 ein.</translation>
    </message>
    <message>
        <source>What you typed is kept and stands here again the next time.</source>
        <translation>Was Sie getippt haben, ist aufgehoben und steht beim nächsten Öffnen wieder da.</translation>
    </message>
    <message>
        <source>%1 hands altogether</source>
        <translation>zusammen %1 Hände</translation>
    </message>
    <message>
        <source>Type, Tab goes on, Enter keeps it.</source>
        <translation>Tippen, Tab geht weiter, Enter hält fest.</translation>
    </message>
</context>
<context>
    <name>InTheRoomWords</name>
    <message>
        <source>%1 agree, %2 disagree, %3 open</source>
        <translation>%1 dafür, %2 dagegen, %3 offen</translation>
    </message>
    <message>
        <source>%1 · result %2 of %3</source>
        <translation>%1 · Ergebnis %2 von %3</translation>
    </message>
    <message>
        <source>%1, result %2</source>
        <translation>%1, Ergebnis %2</translation>
    </message>
    <message>
        <source>Question %1</source>
        <translation>Leitfrage %1</translation>
    </message>
</context>
<context>
    <name>ReadingBackDialog</name>
    <message>
        <source>Reading back</source>
        <translation>Rückspiegelung</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>What you typed is kept and stands here again the next time.</source>
        <translation>Was Sie getippt haben, ist aufgehoben und steht beim nächsten Öffnen wieder da.</translation>
    </message>
    <message>
        <source>On %1: %2</source>
        <translation>Zu %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 answered</source>
        <translation>%1 von %2 beantwortet</translation>
    </message>
    <message>
        <source>There are no results yet. * marks a statement as one.</source>
        <translation>Noch gibt es keine Ergebnisse. Mit * wird ein Beitrag zum Ergebnis.</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>noch nicht vorgelesen</translation>
    </message>
    <message>
        <source>As it is to be. Enter keeps it, Esc leaves it.</source>
        <translation>So soll es heißen. Enter hält fest, Esc lässt es.</translation>
    </message>
    <message>
        <source>What is said against it. Enter keeps it, Esc leaves it.</source>
        <translation>Was dagegen gesagt wird. Enter hält fest, Esc lässt es.</translation>
    </message>
    <message>
        <source>Result sheet</source>
        <translation>Ergebnisblatt</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>RoomListsDialog</name>
    <message>
        <source>Topics put off and shows of hands</source>
        <translation>Zurückgestellte Themen und Stimmungsbilder</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Nothing was put off.</source>
        <translation>Es wurde nichts zurückgestellt.</translation>
    </message>
    <message>
        <source>No hands were counted.</source>
        <translation>Es wurden keine Hände gezählt.</translation>
    </message>
    <message>
        <source>A topic needs a text. To be rid of it, take it away.</source>
        <translation>Ein Thema braucht einen Text. Wenn Sie es nicht mehr brauchen, entfernen Sie es.</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2 Uhr</translation>
    </message>
    <message>
        <source>Another topic, then Enter</source>
        <translation>Weiteres Thema, dann Enter</translation>
    </message>
    <message>
        <source>Another topic for later</source>
        <translation>Weiteres Thema für später</translation>
    </message>
    <message>
        <source>Topics put off</source>
        <translation>Zurückgestellte Themen</translation>
    </message>
    <message>
        <source>Shows of hands</source>
        <translation>Stimmungsbilder</translation>
    </message>
</context>
<context>
    <name>TopicCard</name>
    <message>
        <source>Topic</source>
        <translation>Thema</translation>
    </message>
    <message>
        <source>settled</source>
        <translation>erledigt</translation>
    </message>
    <message>
        <source>Take the topic away</source>
        <translation>Thema entfernen</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AskField</name>
    <message>
        <source>Who asks for the floor?</source>
        <translation>Wer meldet sich?</translation>
    </message>
    <message>
        <source>Two letters or a name</source>
        <translation>Zwei Buchstaben oder Name</translation>
    </message>
    <message>
        <source>Who may be meant</source>
        <translation>Wer gemeint sein kann</translation>
    </message>
    <message>
        <source>Nobody here is called so. A guest needs the whole name.</source>
        <translation>So heißt hier niemand. Für einen Gast den ganzen Namen schreiben.</translation>
    </message>
    <message>
        <source>Take in as a guest</source>
        <translation>Als Gast anlegen</translation>
    </message>
</context>
<context>
    <name>CatchUp</name>
    <message>
        <source>There is no end to keep to: the plan has no times.</source>
        <translation>Es gibt kein Ende, das einzuhalten wäre: Der Ablauf hat keine Uhrzeiten.</translation>
    </message>
    <message>
        <source>Nothing has to be shorter: as it stands it ends at %1, agreed is %2.</source>
        <translation>Nichts muss kürzer werden: So wie es steht, endet das Gespräch um %1 Uhr, vereinbart ist %2 Uhr.</translation>
    </message>
    <message>
        <source>Nothing is left that could be shortened. The end would be at %1.</source>
        <translation>Es ist nichts mehr da, was kürzer werden könnte. Ende wäre um %1 Uhr.</translation>
    </message>
    <message>
        <source>The plan has changed: end at %1.</source>
        <translation>Der Ablauf ist angepasst: Ende um %1 Uhr.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>DraftWatch</name>
    <message>
        <source>What you are typing cannot be saved at the moment. It stays in the line.</source>
        <translation>Was Sie gerade schreiben, lässt sich im Augenblick nicht sichern. Es bleibt in der Zeile stehen.</translation>
    </message>
    <message>
        <source>What you are typing is saved again.</source>
        <translation>Was Sie schreiben, wird wieder gesichert.</translation>
    </message>
</context>
<context>
    <name>EntryDesk</name>
    <message>
        <source>This session is closed. To reopen it: on the start page.</source>
        <translation>Das Gespräch ist abgeschlossen. Wieder öffnen: auf der Startseite.</translation>
    </message>
    <message>
        <source>Off the record: nothing is taken down. %1 takes down again.</source>
        <translation>Ohne Protokoll: Es wird nichts festgehalten. %1 schreibt wieder mit.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>%1: with the name as agreed</source>
        <translation>%1: mit Namen wie vereinbart</translation>
    </message>
    <message>
        <source>The plan is empty. Add an item under Prepare (%1), then Enter records.</source>
        <translation>Der Ablauf ist leer. Fügen Sie unter Vorbereiten (%1) einen Programmpunkt hinzu, dann hält Enter die Zeile fest.</translation>
    </message>
    <message>
        <source>There is no text yet.</source>
        <translation>Es fehlt noch der Text.</translation>
    </message>
    <message>
        <source>%1 statements recorded.</source>
        <translation>%1 Beiträge festgehalten.</translation>
    </message>
    <message>
        <source>Type the topic first, then put it off with this key.</source>
        <translation>Tippen Sie erst das Thema, dann stellt diese Taste es zurück.</translation>
    </message>
    <message>
        <source>Put off: %1</source>
        <translation>Zurückgestellt: %1</translation>
    </message>
    <message>
        <source>There is no statement to take back.</source>
        <translation>Es gibt keinen Beitrag, der sich zurücknehmen lässt.</translation>
    </message>
    <message>
        <source>The last statement was taken back.</source>
        <translation>Der letzte Beitrag wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>No tables are planned. They are typed at an item while preparing (F2).</source>
        <translation>Es sind keine Tische geplant. Sie werden beim Vorbereiten an einem Programmpunkt eingetragen (F2).</translation>
    </message>
    <message>
        <source>“%1” was not understood and stayed text. %2 takes the statement back.</source>
        <translation>„%1“ wurde nicht verstanden und blieb Text. %2 nimmt den Beitrag zurück.</translation>
    </message>
    <message>
        <source>Recorded: %1</source>
        <translation>Festgehalten: %1</translation>
    </message>
    <message>
        <source>Next line: %1</source>
        <translation>Nächste Zeile: %1</translation>
    </message>
    <message>
        <source>There is no statement before this line to continue.</source>
        <translation>Vor dieser Zeile steht kein Beitrag, den sie fortsetzen könnte.</translation>
    </message>
    <message>
        <source>Added to the session: %1</source>
        <translation>Zum Gespräch hinzugefügt: %1</translation>
    </message>
    <message>
        <source>There is no statement before this line to mark.</source>
        <translation>Vor dieser Zeile steht kein Beitrag, der sich markieren lässt.</translation>
    </message>
    <message>
        <source>Taken back: statement of %1. Enter records it again.</source>
        <translation>Zurückgenommen: Beitrag von %1 Uhr. Enter hält ihn wieder fest.</translation>
    </message>
    <message>
        <source>There is no such day: %1. It stays part of the text.</source>
        <translation>Diesen Tag gibt es nicht: „%1“. Er bleibt Teil des Textes.</translation>
    </message>
    <message>
        <source>Draft, not recorded yet.</source>
        <translation>Entwurf, noch nicht festgehalten.</translation>
    </message>
    <message>
        <source>Draft of %1, not recorded yet.</source>
        <translation>Entwurf von %1 Uhr, noch nicht festgehalten.</translation>
    </message>
</context>
<context>
    <name>Guardian</name>
    <message>
        <source>A session is being led</source>
        <translation>Ein Gespräch läuft</translation>
    </message>
    <message>
        <source>The battery is at %1 %. Please plug in the power supply.</source>
        <translation>Der Akku hat noch %1 %. Bitte das Netzteil anschließen.</translation>
    </message>
</context>
<context>
    <name>InTheRoom</name>
    <message>
        <source>There is no statement yet to agree to.</source>
        <translation>Es gibt noch keinen Beitrag, dem jemand zustimmen könnte.</translation>
    </message>
    <message>
        <source>In the room: %1 for, %2 against – “%3”</source>
        <translation>Im Raum: %1 dafür, %2 dagegen – „%3“</translation>
    </message>
    <message>
        <source>Show of hands kept: %1</source>
        <translation>Stimmungsbild festgehalten: %1</translation>
    </message>
</context>
<context>
    <name>LinesOffer</name>
    <message>
        <source>Pasted: %1 lines</source>
        <translation>Eingefügt: %1 Zeilen</translation>
    </message>
    <message>
        <source>One statement: %1</source>
        <translation>Ein Beitrag: %1</translation>
    </message>
    <message>
        <source>%2 statements, one per line: %1</source>
        <translation>%2 Beiträge, je Zeile einer: %1</translation>
    </message>
</context>
<context>
    <name>LiveController</name>
    <message>
        <source>The session is over. Your line holds text that is not recorded yet.</source>
        <translation>Das Gespräch ist beendet. In Ihrer Zeile steht noch Text, der nicht festgehalten ist.</translation>
    </message>
    <message>
        <source>To the review</source>
        <translation>Zum Nachbereiten</translation>
    </message>
    <message>
        <source>Choose a statement first: Up in the empty line goes to the last one.</source>
        <translation>Wählen Sie zuerst einen Beitrag: Pfeil nach oben in der leeren Zeile führt zum letzten.</translation>
    </message>
    <message>
        <source>Open the statement with Enter first: F7 splits it at the cursor.</source>
        <translation>Öffnen Sie zuerst den Beitrag mit der Eingabetaste: F7 teilt ihn an der Schreibmarke.</translation>
    </message>
</context>
<context>
    <name>LivePage</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Read the results back …</source>
        <translation>Ergebnisse vorlesen …</translation>
    </message>
    <message>
        <source>Statements</source>
        <translation>Beiträge</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Prompts</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>Zusammenfassung</translation>
    </message>
    <message>
        <source>All keys F1</source>
        <translation>Alle Tasten F1</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Ohne Protokoll</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>record</source>
        <translation>festhalten</translation>
    </message>
    <message>
        <source>sb:</source>
        <translation>sb:</translation>
    </message>
    <message>
        <source>who</source>
        <translation>wer</translation>
    </message>
    <message>
        <source>*</source>
        <translation>*</translation>
    </message>
    <message>
        <source>result</source>
        <translation>Ergebnis</translation>
    </message>
</context>
<context>
    <name>LiveWords</name>
    <message>
        <source>Question %1</source>
        <translation>Leitfrage %1</translation>
    </message>
    <message>
        <source>Questions %1 and %2 together</source>
        <translation>Leitfragen %1 und %2 zusammen</translation>
    </message>
    <message>
        <source>Question %1 of %2</source>
        <translation>Leitfrage %1 von %2</translation>
    </message>
    <message>
        <source>Item of the plan</source>
        <translation>Programmpunkt</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>running since %1</source>
        <translation>läuft seit %1 Uhr</translation>
    </message>
    <message>
        <source>ended at %1</source>
        <translation>beendet um %1 Uhr</translation>
    </message>
    <message>
        <source>not begun yet</source>
        <translation>noch nicht begonnen</translation>
    </message>
    <message>
        <source>planned for %1</source>
        <translation>geplant für %1 Uhr</translation>
    </message>
    <message>
        <source>of %1 min</source>
        <translation>von %1 min</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>since %1 min</source>
        <translation>seit %1 min</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>soon over, %1 left</source>
        <translation>bald um, noch %1</translation>
    </message>
    <message>
        <source>%1 over time</source>
        <translation>%1 darüber</translation>
    </message>
    <message>
        <source>paused, %1</source>
        <translation>angehalten, %1</translation>
    </message>
    <message>
        <source>%1: time is up</source>
        <translation>%1: Die Zeit ist um</translation>
    </message>
    <message>
        <source>%1: soon over</source>
        <translation>%1: bald um</translation>
    </message>
    <message>
        <source>End about %1</source>
        <translation>Ende etwa %1</translation>
    </message>
    <message>
        <source>%1 behind the plan</source>
        <translation>%1 hinter dem Plan</translation>
    </message>
    <message>
        <source>%1 ahead of the plan</source>
        <translation>%1 vor dem Plan</translation>
    </message>
    <message>
        <source>On schedule</source>
        <translation>Im Plan</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>by %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>Next step: %1</source>
        <translation>Nächster Schritt: %1</translation>
    </message>
    <message>
        <source>Statement on question %1: %2</source>
        <translation>Beitrag zu Leitfrage %1: %2</translation>
    </message>
    <message>
        <source>Statement on: %2</source>
        <translation>Beitrag zu: %2</translation>
    </message>
    <message>
        <source>%1 reports</source>
        <translation>%1 berichtet</translation>
    </message>
    <message>
        <source>%1: until %2</source>
        <translation>%1: bis %2</translation>
    </message>
    <message>
        <source>%1: %2 min</source>
        <translation>%1: %2 min</translation>
    </message>
    <message>
        <source>%1 puts it to question %2</source>
        <translation>%1 legt ihn zu Leitfrage %2</translation>
    </message>
    <message>
        <source>Question %1</source>
        <comment>on a button</comment>
        <translation>Frage %1</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Weiter: %1</translation>
    </message>
    <message>
        <source>Begin the session</source>
        <translation>Gespräch beginnen</translation>
    </message>
    <message>
        <source>End the session</source>
        <translation>Gespräch beenden</translation>
    </message>
    <message>
        <source>To the review</source>
        <translation>Zum Nachbereiten</translation>
    </message>
    <message>
        <source>To the minutes</source>
        <translation>Zum Protokoll</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>NextCard</name>
    <message>
        <source>After that</source>
        <translation>Danach</translation>
    </message>
</context>
<context>
    <name>NotesCard</name>
    <message>
        <source>Prompts</source>
        <translation>Nachfragen</translation>
    </message>
    <message>
        <source>Tables</source>
        <translation>Tische</translation>
    </message>
    <message>
        <source>For the facilitator</source>
        <translation>Für die Moderation</translation>
    </message>
</context>
<context>
    <name>OffRecordBar</name>
    <message>
        <source>Stay off the record</source>
        <translation>Weiter ohne</translation>
    </message>
    <message>
        <source>Remove statements …</source>
        <translation>Beiträge entfernen …</translation>
    </message>
    <message>
        <source>Take down again</source>
        <translation>Wieder mitschreiben</translation>
    </message>
</context>
<context>
    <name>OffRecordDesk</name>
    <message>
        <source>Is that still right?</source>
        <translation>Ist das noch richtig?</translation>
    </message>
    <message>
        <source>Off the record</source>
        <translation>Ohne Protokoll</translation>
    </message>
    <message>
        <source>Off the record for %1 min</source>
        <translation>Ohne Protokoll seit %1 min</translation>
    </message>
    <message>
        <source>Nothing is taken down.</source>
        <translation>Es wird nichts festgehalten.</translation>
    </message>
    <message>
        <source>Stay off the record?</source>
        <translation>Weiter ohne Protokoll?</translation>
    </message>
    <message>
        <source>Another item has begun.</source>
        <translation>Ein neuer Programmpunkt hat begonnen.</translation>
    </message>
    <message>
        <source>What you type goes nowhere.</source>
        <translation>Was Sie tippen, kommt nirgends an.</translation>
    </message>
    <message>
        <source>The minutes will say: exchange off the record, %1.</source>
        <translation>Im Protokoll steht: Austausch ohne Protokoll, %1 Uhr.</translation>
    </message>
    <message>
        <source>Leave that out</source>
        <translation>Weglassen</translation>
    </message>
    <message>
        <source>The minutes will not mention it.</source>
        <translation>Das Protokoll erwähnt ihn nicht.</translation>
    </message>
    <message>
        <source>There is no statement to remove.</source>
        <translation>Es gibt keinen Beitrag zu entfernen.</translation>
    </message>
    <message>
        <source>There is no statement to leave the name out of.</source>
        <translation>Es gibt noch keinen Beitrag, der ohne Namen stehen könnte.</translation>
    </message>
    <message>
        <source>The statement of %1 has no name in the minutes already.</source>
        <translation>Der Beitrag von %1 Uhr steht schon ohne Namen im Protokoll.</translation>
    </message>
    <message>
        <source>The statement of %1 has no name in the minutes now.</source>
        <translation>Der Beitrag von %1 Uhr steht jetzt ohne Namen im Protokoll.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>PasteDesk</name>
    <message>
        <source>A sign that no document can hold was left out.</source>
        <translation>Ein Zeichen, das in keinem Dokument stehen kann, wurde weggelassen.</translation>
    </message>
    <message>
        <source>%1 signs that no document can hold were left out.</source>
        <translation>%1 Zeichen, die in keinem Dokument stehen können, wurden weggelassen.</translation>
    </message>
    <message>
        <source>The pasted text has %1 characters. Put it all into this statement?</source>
        <translation>Der eingefügte Text hat %1 Zeichen. Soll er ganz in diesen Beitrag?</translation>
    </message>
    <message>
        <source>Insert</source>
        <translation>Einfügen</translation>
    </message>
</context>
<context>
    <name>PlanMenu</name>
    <message>
        <source>Go to this item now</source>
        <translation>Jetzt zu diesem Punkt gehen</translation>
    </message>
    <message>
        <source>Put my line here</source>
        <translation>Meine Zeile hierher legen</translation>
    </message>
</context>
<context>
    <name>PromptRow</name>
    <message>
        <source>Prompt:</source>
        <translation>Nachfrage:</translation>
    </message>
    <message>
        <source>Next prompt</source>
        <translation>Nächste Nachfrage</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>QuestionLabel</name>
    <message>
        <source>… more</source>
        <translation>… mehr</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
</context>
<context>
    <name>Side</name>
    <message>
        <source>Clock and notes</source>
        <translation>Uhr und Notizen</translation>
    </message>
</context>
<context>
    <name>SpeakersBoard</name>
    <message>
        <source>Who waits for the floor</source>
        <translation>Wer auf das Wort wartet</translation>
    </message>
    <message>
        <source>Next person</source>
        <translation>Nächste Person</translation>
    </message>
    <message>
        <source>Put somebody on the speakers list</source>
        <translation>Jemanden auf die Redeliste setzen</translation>
    </message>
    <message>
        <source>More about the speakers list</source>
        <translation>Mehr zur Redeliste</translation>
    </message>
</context>
<context>
    <name>SpeakersCard</name>
    <message>
        <source>Nobody has asked yet.</source>
        <translation>Noch niemand gemeldet.</translation>
    </message>
    <message>
        <source>Put somebody on the list</source>
        <translation>Jemanden melden</translation>
    </message>
    <message>
        <source>Not heard yet</source>
        <translation>Noch nicht gehört</translation>
    </message>
    <message>
        <source>Only to be seen while you press</source>
        <translation>Nur sichtbar, solange Sie drücken</translation>
    </message>
    <message>
        <source>Not heard yet, shown while pressed</source>
        <translation>Noch nicht gehört, sichtbar nur beim Drücken</translation>
    </message>
    <message>
        <source>Check-in: who is here</source>
        <translation>Anwesenheit: wer da ist</translation>
    </message>
    <message>
        <source>Speakers list</source>
        <translation>Redeliste</translation>
    </message>
</context>
<context>
    <name>SpeakersDesk</name>
    <message>
        <source>%1 wait</source>
        <translation>%1 warten</translation>
    </message>
    <message>
        <source>nobody waits</source>
        <translation>niemand wartet</translation>
    </message>
    <message>
        <source>one waits</source>
        <translation>eine Person wartet</translation>
    </message>
    <message>
        <source>End the turn, nobody is next</source>
        <translation>Redebeitrag beenden, ohne Nächste</translation>
    </message>
    <message>
        <source>Groups …</source>
        <translation>Gruppen festlegen …</translation>
    </message>
    <message>
        <source>+ %1 more</source>
        <translation>+ %1 weitere</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>Next: %1 – %2</source>
        <translation>Als Nächstes: %1 – %2</translation>
    </message>
</context>
<context>
    <name>SpeakersQueue</name>
    <message>
        <source>Enter gives the floor, Alt and arrows sort, Del takes off the list</source>
        <translation>Enter erteilt das Wort, Alt und Pfeile sortieren, Entf nimmt von der Liste</translation>
    </message>
</context>
<context>
    <name>SpeakingGroupsDialog</name>
    <message>
        <source>Groups that take turns</source>
        <translation>Gruppen im Wechsel</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>One group a line</source>
        <translation>Eine Gruppe je Zeile</translation>
    </message>
    <message>
        <source>First its name, then a colon and who belongs to it: “North: kw, Sabine Brandt”. Whoever is in no group is in one with the others without.</source>
        <translation>Erst ihr Name, dann ein Doppelpunkt und wer dazugehört: „Nord: kw, Sabine Brandt“. Wer in keiner Gruppe steht, bildet mit den anderen ohne Gruppe eine eigene.</translation>
    </message>
    <message>
        <source>Nobody, or more than one, is meant by: %1</source>
        <translation>Niemand oder mehrere sind gemeint mit: %1</translation>
    </message>
</context>
<context>
    <name>StatementDesk</name>
    <message>
        <source>Nothing was recorded here.</source>
        <translation>Hier wurde nichts festgehalten.</translation>
    </message>
    <message>
        <source>Nothing recorded yet. Just type, Enter records.</source>
        <translation>Noch nichts festgehalten. Tippen Sie los, Enter hält fest.</translation>
    </message>
    <message>
        <source>Change of a statement, not saved yet. Enter saves it.</source>
        <translation>Änderung an einem Beitrag, noch nicht gespeichert. Enter speichert sie.</translation>
    </message>
    <message>
        <source>Change given up.</source>
        <translation>Änderung verworfen.</translation>
    </message>
    <message>
        <source>Restore it</source>
        <translation>Wiederherstellen</translation>
    </message>
</context>
<context>
    <name>StatementMenu</name>
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
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>Remove on request …</source>
        <translation>Auf Wunsch entfernen …</translation>
    </message>
    <message>
        <source>To clarify</source>
        <translation>Zu klären</translation>
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
        <source>nobody named yet</source>
        <translation>noch ohne Person</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>Legen zu</translation>
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
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Merge with the previous one</source>
        <translation>Mit dem vorigen zusammenführen</translation>
    </message>
    <message>
        <source>History …</source>
        <translation>Verlauf …</translation>
    </message>
</context>
<context>
    <name>SummaryField</name>
    <message>
        <source>Summary in one to three sentences – now or later</source>
        <translation>Zusammenfassung in ein bis drei Sätzen – jetzt oder später</translation>
    </message>
    <message>
        <source>Summary of the question</source>
        <translation>Zusammenfassung der Frage</translation>
    </message>
</context>
<context>
    <name>UnheardPanel</name>
    <message>
        <source>Has not spoken yet</source>
        <translation>Hat noch nicht gesprochen</translation>
    </message>
    <message>
        <source>Not yet heard on this: %1</source>
        <translation>Hierzu noch nicht gehört: %1</translation>
    </message>
    <message>
        <source>All groups were heard.</source>
        <translation>Alle Gruppen wurden gehört.</translation>
    </message>
    <message>
        <source>Shares of speaking time</source>
        <translation>Anteile an der Redezeit</translation>
    </message>
    <message>
        <source>Shares of statements</source>
        <translation>Anteile an den Beiträgen</translation>
    </message>
    <message>
        <source>Everybody has spoken.</source>
        <translation>Alle haben gesprochen.</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>No kind of organisation is known of anybody here.</source>
        <translation>Von niemandem hier ist die Art der Organisation bekannt.</translation>
    </message>
    <message>
        <source>without a kind of organisation</source>
        <translation>ohne Art der Organisation</translation>
    </message>
    <message>
        <source>No statement has a person yet.</source>
        <translation>Noch kein Beitrag hat eine Person.</translation>
    </message>
</context>
<context>
    <name>WayWords</name>
    <message>
        <source>End later: %1</source>
        <translation>Später enden: %1</translation>
    </message>
    <message>
        <source>end %1</source>
        <translation>Ende %1</translation>
    </message>
    <message>
        <source>%1 min late</source>
        <translation>%1 min zu spät</translation>
    </message>
    <message>
        <source>%1 in writing later</source>
        <translation>%1 schriftlich nachreichen</translation>
    </message>
    <message>
        <source>without %1</source>
        <translation>ohne %1</translation>
    </message>
    <message>
        <source>all a little shorter</source>
        <translation>alle etwas kürzer</translation>
    </message>
    <message>
        <source>%1: %2 min</source>
        <translation>%1: %2 min</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 keeps %2 min</source>
        <translation>%1 behält %2 min</translation>
    </message>
</context>
<context>
    <name>_Speaker</name>
    <message>
        <source>%1 has the floor</source>
        <translation>%1 hat das Wort</translation>
    </message>
</context>
</TS>

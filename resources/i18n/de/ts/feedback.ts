<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AnswerPanel</name>
    <message>
        <source>Now, with what is wanted</source>
        <translation>Jetzt, mit dem, was gewünscht wird</translation>
    </message>
    <message>
        <source>New wording</source>
        <translation>Neuer Wortlaut</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Begründung</translation>
    </message>
    <message>
        <source>Adopt (1)</source>
        <translation>Übernehmen (1)</translation>
    </message>
    <message>
        <source>Note as a differing view (2)</source>
        <translation>Als abweichende Sicht vermerken (2)</translation>
    </message>
    <message>
        <source>Decline (3)</source>
        <translation>Nicht übernehmen (3)</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Anmerkung: %1</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>ohne Namen</translation>
    </message>
    <message>
        <source>from tracked changes</source>
        <translation>aus Änderungsverfolgung</translation>
    </message>
    <message>
        <source>has said it</source>
        <translation>hat es selbst gesagt</translation>
    </message>
    <message>
        <source>somebody else has said it</source>
        <translation>jemand anderes hat es gesagt</translation>
    </message>
    <message>
        <source>The statement does not exist any more.</source>
        <translation>Den Beitrag gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>now: %1</source>
        <translation>jetzt: %1</translation>
    </message>
    <message>
        <source>wanted: %1</source>
        <translation>gewünscht: %1</translation>
    </message>
    <message>
        <source>Decided: %1</source>
        <translation>Entschieden: %1</translation>
    </message>
</context>
<context>
    <name>ByHandDialog</name>
    <message>
        <source>Enter feedback</source>
        <translation>Rückmeldung eingeben</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Festhalten</translation>
    </message>
    <message>
        <source>Evidence number</source>
        <translation>Belegnummer</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>New wording</source>
        <translation>Neuer Wortlaut</translation>
    </message>
    <message>
        <source>Throw away …</source>
        <translation>Verwerfen …</translation>
    </message>
    <message>
        <source>Please write a day until today, as in 18.11.2026.</source>
        <translation>Bitte schreiben Sie einen Tag bis heute, zum Beispiel 18.11.2026.</translation>
    </message>
    <message>
        <source>Which statement? The number stands before it.</source>
        <translation>Welcher Beitrag? Die Nummer steht im Protokoll davor.</translation>
    </message>
    <message>
        <source>Throw away what was typed?</source>
        <translation>Getipptes verwerfen?</translation>
    </message>
    <message>
        <source>It has not been kept as feedback and is gone then.</source>
        <translation>Es ist noch nicht als Rückmeldung festgehalten und danach nicht mehr da.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>How it came</source>
        <translation>Auf welchem Weg</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Remark</source>
        <translation>Anmerkung</translation>
    </message>
</context>
<context>
    <name>FeedbackDialog</name>
    <message>
        <source>Feedback and release</source>
        <translation>Rückmeldung und Freigabe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Read in a form …</source>
        <translation>Bogen einlesen …</translation>
    </message>
    <message>
        <source>Enter by hand …</source>
        <translation>Von Hand eingeben …</translation>
    </message>
    <message>
        <source>Write a form …</source>
        <translation>Bogen schreiben …</translation>
    </message>
    <message>
        <source>Check and release statements</source>
        <translation>Beiträge prüfen und freigeben</translation>
    </message>
    <message>
        <source>Feedback</source>
        <translation>Rückmeldung</translation>
    </message>
    <message>
        <source>No feedback yet. Write a form, send it out and read in what comes back.</source>
        <translation>Noch keine Rückmeldung. Schreiben Sie einen Bogen, verschicken Sie ihn und lesen Sie ein, was zurückkommt.</translation>
    </message>
    <message>
        <source>%1: %2. Ctrl+Z takes it back.</source>
        <translation>%1: %2. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Taken back.</source>
        <translation>Zurückgenommen.</translation>
    </message>
    <message>
        <source>Feedback removed. Ctrl+Z brings it back.</source>
        <translation>Rückmeldung entfernt. Strg+Z bringt sie zurück.</translation>
    </message>
    <message>
        <source>%1 statements checked and released. Ctrl+Z takes it back.</source>
        <translation>%1 Beiträge geprüft und freigegeben. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Feedback that was begun waits under “Enter by hand …”.</source>
        <translation>Eine angefangene Rückmeldung wartet unter „Von Hand eingeben …“.</translation>
    </message>
    <message>
        <source>Answers read in: %1. Ctrl+Z takes it back.</source>
        <translation>Antworten eingelesen: %1. Strg+Z nimmt es zurück.</translation>
    </message>
    <message>
        <source>Answers: %1, open: %2</source>
        <translation>Rückmeldungen: %1, davon offen: %2</translation>
    </message>
    <message>
        <source>Check and release all (%1)</source>
        <translation>Alle prüfen und freigeben (%1)</translation>
    </message>
    <message>
        <source>The session is closed. Open it again in the review to decide about feedback; the minutes then get a new version.</source>
        <translation>Das Gespräch ist abgeschlossen. Öffnen Sie es in „Nachbereiten“ wieder, um über Rückmeldungen zu entscheiden; das Protokoll bekommt dann eine neue Fassung.</translation>
    </message>
</context>
<context>
    <name>FormDesk</name>
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
    <message>
        <source>Read in a form</source>
        <translation>Bogen einlesen</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
</context>
<context>
    <name>FormPreviewDialog</name>
    <message>
        <source>Form that came back: %1</source>
        <translation>Zurückgekommener Bogen: %1</translation>
    </message>
    <message>
        <source>Read %1 answers in</source>
        <translation>%1 Antworten einlesen</translation>
    </message>
    <message>
        <source>Nothing to read in</source>
        <translation>Nichts einzulesen</translation>
    </message>
    <message>
        <source>Read one answer in</source>
        <translation>Eine Antwort einlesen</translation>
    </message>
    <message>
        <source>What the form says</source>
        <translation>Was im Bogen steht</translation>
    </message>
    <message>
        <source>From %1: %2 to decide, %3 agree, %4 left free.</source>
        <translation>Von %1: %2 zu entscheiden, %3 „stimmt so“, %4 frei gelassen.</translation>
    </message>
    <message>
        <source>somebody without a name</source>
        <translation>jemandem ohne Namen</translation>
    </message>
    <message>
        <source>Answers that were read in before and stay as they are: %1.</source>
        <translation>Schon früher eingelesen und unverändert: %1.</translation>
    </message>
    <message>
        <source>from tracked changes</source>
        <translation>aus Änderungsverfolgung</translation>
    </message>
    <message>
        <source>Remark: %1</source>
        <translation>Anmerkung: %1</translation>
    </message>
</context>
<context>
    <name>FormRequestDialog</name>
    <message>
        <source>Save …</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>everybody: all statements</source>
        <translation>alle: alle Beiträge</translation>
    </message>
    <message>
        <source>Please return until</source>
        <translation>Bitte zurück bis</translation>
    </message>
    <message>
        <source>Return to (mail address)</source>
        <translation>Zurück an (E-Mail-Adresse)</translation>
    </message>
    <message>
        <source>A form for one person asks only about what that person said or is named in.</source>
        <translation>Ein Bogen für eine Person fragt nur nach dem, was diese Person gesagt hat oder worin sie genannt wird.</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>Please write a day, as in 18.11.2026.</source>
        <translation>Bitte schreiben Sie einen Tag, zum Beispiel 18.11.2026.</translation>
    </message>
    <message>
        <source>This day is over. Please write one from today on.</source>
        <translation>Dieser Tag ist schon vorbei. Bitte nennen Sie einen ab heute.</translation>
    </message>
</context>
</TS>

<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>New project…</source>
        <translation>Neues Projekt…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Export briefing…</source>
        <translation>Briefing ausgeben…</translation>
    </message>
    <message>
        <source>Compare two files…</source>
        <translation>Zwei Dateien vergleichen…</translation>
    </message>
    <message>
        <source>Add a version…</source>
        <translation>Version hinzufügen…</translation>
    </message>
    <message>
        <source>Update data…</source>
        <translation>Daten erneuern…</translation>
    </message>
    <message>
        <source>How the columns are read…</source>
        <translation>Wie die Spalten gelesen werden…</translation>
    </message>
    <message>
        <source>Notes on the files…</source>
        <translation>Hinweise zu den Dateien…</translation>
    </message>
    <message>
        <source>Close project</source>
        <translation>Projekt schließen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Why this verdict?</source>
        <translation>Warum dieses Urteil?</translation>
    </message>
    <message>
        <source>Explain this number</source>
        <translation>Diese Zahl erklären</translation>
    </message>
    <message>
        <source>Find or do anything…</source>
        <translation>Suchen oder ausführen…</translation>
    </message>
    <message>
        <source>Keyboard shortcuts…</source>
        <translation>Tastenkürzel…</translation>
    </message>
    <message>
        <source>About Tradeoff…</source>
        <translation>Über Tradeoff…</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Like the system</source>
        <translation>Wie das System</translation>
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
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Erscheinungsbild</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Undo “{step}”</source>
        <translation>„{step}“ rückgängig</translation>
    </message>
    <message>
        <source>Redo “{step}”</source>
        <translation>„{step}“ wiederholen</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Go to {title}</source>
        <translation>Zu {title} gehen</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Show scenario {name}</source>
        <translation>Szenario {name} zeigen</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>Look at {name}</source>
        <translation>{name} ansehen</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Messgröße</translation>
    </message>
    <message>
        <source>Turns before and after results into a release decision that leaders can read. Everything stays on this computer.</source>
        <translation>Macht aus Ergebnissen vorher und nachher eine Entscheidung über die Auslieferung, die Leitende lesen können. Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Copy diagnostics</source>
        <translation>Diagnose kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Tradeoff projects (*.tradeoff *.tradeoffz)</source>
        <translation>Tradeoff-Projekte (*.tradeoff *.tradeoffz)</translation>
    </message>
    <message>
        <source>Nothing differs: the same decisions on the same numbers.</source>
        <translation>Kein Unterschied: dieselben Entscheidungen zu denselben Zahlen.</translation>
    </message>
    <message>
        <source>The results are not the same: the two projects rest on other numbers.</source>
        <translation>Die Ergebnisse sind nicht dieselben: die beiden Projekte beruhen auf verschiedenen Zahlen.</translation>
    </message>
    <message>
        <source>Worth a month: {worth_line}</source>
        <translation>Wert je Monat: {worth_line}</translation>
    </message>
    <message>
        <source>{mine} and {theirs}</source>
        <translation>{mine} und {theirs}</translation>
    </message>
    <message>
        <source>{count} differences</source>
        <translation>{count} Unterschiede</translation>
    </message>
    <message>
        <source>1 difference</source>
        <translation>1 Unterschied</translation>
    </message>
    <message>
        <source>No differences</source>
        <translation>Keine Unterschiede</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopieren</translation>
    </message>
    <message>
        <source>Choose your project file</source>
        <translation>Die eigene Projektdatei wählen</translation>
    </message>
    <message>
        <source>Choose the file to compare it with</source>
        <translation>Die Datei zum Vergleichen wählen</translation>
    </message>
    <message>
        <source>{file} can’t be compared</source>
        <translation>{file} lässt sich nicht vergleichen</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Excel workbook (*.xlsx)</source>
        <translation>Excel-Arbeitsmappe (*.xlsx)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
    <message>
        <source>Save the briefing as {kind}</source>
        <translation>Briefing speichern als {kind}</translation>
    </message>
    <message>
        <source>Writing {name}</source>
        <translation>{name} wird geschrieben</translation>
    </message>
    <message>
        <source>{name} was not written</source>
        <translation>{name} wurde nicht geschrieben</translation>
    </message>
    <message>
        <source>Save somewhere else…</source>
        <translation>Woanders speichern…</translation>
    </message>
    <message>
        <source>{text} Nothing half-written is left, and your choices stay.</source>
        <translation>{text} Nichts Halbfertiges bleibt zurück, und alle Angaben bleiben.</translation>
    </message>
    <message>
        <source>Briefing</source>
        <translation>Briefing</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>nicht bekannt</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Read another way…</source>
        <translation>Anders lesen…</translation>
    </message>
    <message>
        <source>Choose the results of another version</source>
        <translation>Ergebnisse einer weiteren Version wählen</translation>
    </message>
    <message>
        <source>Judge {version}</source>
        <translation>{version} beurteilen</translation>
    </message>
    <message>
        <source>Show {version} as a reference</source>
        <translation>{version} als Referenz zeigen</translation>
    </message>
    <message>
        <source>Name this version</source>
        <translation>Version benennen</translation>
    </message>
    <message>
        <source>Name it</source>
        <translation>Benennen</translation>
    </message>
    <message>
        <source>Call it {name}</source>
        <translation>{name} nennen</translation>
    </message>
    <message>
        <source>Read the columns another way</source>
        <translation>Spalten anders lesen</translation>
    </message>
    <message>
        <source>Choose a file with one row per unit</source>
        <translation>Eine Datei mit einer Zeile je Fall wählen</translation>
    </message>
    <message>
        <source>Add segments from {file}</source>
        <translation>Segmente aus {file} hinzufügen</translation>
    </message>
    <message>
        <source>Segments by {column}</source>
        <translation>Segmente nach {column}</translation>
    </message>
    <message>
        <source>Add the segment {name}</source>
        <translation>Segment {name} hinzufügen</translation>
    </message>
    <message>
        <source>The project file keeps no ids. Read its files again to see them.</source>
        <translation>Die Projektdatei enthält keine Kennungen. Die Dateien neu einlesen, um sie zu sehen.</translation>
    </message>
    <message>
        <source>Units only before</source>
        <translation>Fälle allein vorher</translation>
    </message>
    <message>
        <source>Units only after</source>
        <translation>Fälle allein nachher</translation>
    </message>
    <message>
        <source>Units listed twice</source>
        <translation>Doppelt aufgeführte Fälle</translation>
    </message>
    <message>
        <source>Reading failed rows three ways</source>
        <translation>Zeilen mit Fehlern werden auf drei Arten gelesen</translation>
    </message>
    <message>
        <source>Choose the new files</source>
        <translation>Die neuen Dateien wählen</translation>
    </message>
    <message>
        <source>Update data</source>
        <translation>Daten erneuern</translation>
    </message>
    <message>
        <source>The project was opened without its result files. All of them are read together.</source>
        <translation>Das Projekt wurde ohne seine Ergebnisdateien geöffnet. Sie werden alle zusammen gelesen.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Choose the files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Where are {files}?</source>
        <translation>Wo sind {files}?</translation>
    </message>
    <message>
        <source>Choose the result files of this project</source>
        <translation>Die Ergebnisdateien dieses Projekts wählen</translation>
    </message>
    <message>
        <source>They differ from the files that the project was made of. Use “Update data…” for new ones.</source>
        <translation>Sie weichen von den Dateien ab, aus denen das Projekt entstand. Für neue Dateien „Daten erneuern…“ verwenden.</translation>
    </message>
    <message>
        <source>{files}: not found</source>
        <translation>{files}: nicht gefunden</translation>
    </message>
    <message>
        <source>Read the files</source>
        <translation>Dateien einlesen</translation>
    </message>
    <message>
        <source>Find or do anything</source>
        <translation>Suchen oder ausführen</translation>
    </message>
    <message>
        <source>What to find or do</source>
        <translation>Was zu suchen oder auszuführen ist</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Nothing is called that.</source>
        <translation>Nichts heißt so.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>{name} was not saved</source>
        <translation>{name} wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The first rule that applies decides. They are asked in this order.</source>
        <translation>Die erste Regel, die zutrifft, entscheidet. Sie werden in dieser Reihenfolge gefragt.</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>Entscheidet</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Back to the number before</source>
        <translation>Zurück zur vorigen Zahl</translation>
    </message>
    <message>
        <source>Not explained</source>
        <translation>Nicht erklärt</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy the explanation</source>
        <translation>Erklärung kopieren</translation>
    </message>
    <message>
        <source>The Decide page shows {count} more.</source>
        <translation>Die Seite „Entscheiden“ zeigt {count} weitere.</translation>
    </message>
    <message>
        <source>Agreement</source>
        <translation>Einigkeit</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Gewichte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Shape</source>
        <translation>Form</translation>
    </message>
    <message>
        <source>Flips</source>
        <translation>Wechsel</translation>
    </message>
    <message>
        <source>Tornado</source>
        <translation>Tornado</translation>
    </message>
    <message>
        <source>Net value</source>
        <translation>Netto</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Recover “{title}”?</source>
        <translation>„{title}“ wiederherstellen?</translation>
    </message>
    <message>
        <source>Recovered</source>
        <translation>Wiederherstellbar</translation>
    </message>
    <message>
        <source>Saved</source>
        <translation>Gespeichert</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Recover unsaved work?</source>
        <translation>Ungespeicherte Arbeit wiederherstellen?</translation>
    </message>
    <message>
        <source>The program ended before this was saved.</source>
        <translation>Das Programm endete, bevor das gespeichert war.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>It can’t be read any more: {cause}.</source>
        <translation>Sie ist nicht mehr zu lesen: {cause}.</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <comment>differences that are not listed</comment>
        <translation>
            <numerusform>%n weiterer</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>The saved file was changed by somebody since. Saving will ask before anything is replaced.</source>
        <translation>Die gespeicherte Datei wurde seither von jemandem geändert. Beim Speichern wird gefragt, bevor etwas ersetzt wird.</translation>
    </message>
    <message>
        <source>The decisions are the same as in the saved file.</source>
        <translation>Die Entscheidungen sind dieselben wie in der gespeicherten Datei.</translation>
    </message>
    <message>
        <source>New: {what}</source>
        <translation>Neu: {what}</translation>
    </message>
    <message>
        <source>Removed: {what}</source>
        <translation>Entfernt: {what}</translation>
    </message>
    <message>
        <source>Never saved</source>
        <translation>Nie gespeichert</translation>
    </message>
    <message>
        <source>{name}: file not found</source>
        <translation>{name}: Datei nicht gefunden</translation>
    </message>
    <message>
        <source>{name}: can’t be read</source>
        <translation>{name}: nicht zu lesen</translation>
    </message>
    <message>
        <source>{name}, on a network</source>
        <translation>{name}, im Netzwerk</translation>
    </message>
    <message>
        <source>{name}, {when}</source>
        <translation>{name}, {when}</translation>
    </message>
    <message>
        <source>Recover</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>What you did last may not have worked. Your unsaved work was put aside and will be offered at the next start. The details name places in the program, never your data.</source>
        <translation>Der letzte Schritt hat vielleicht nicht gewirkt. Die ungespeicherte Arbeit ist aufgehoben und wird beim nächsten Start angeboten. Die Einzelheiten nennen Stellen im Programm, nie Ihre Daten.</translation>
    </message>
    <message>
        <source>What you did last may not have worked. The details name places in the program, never your data.</source>
        <translation>Der letzte Schritt hat vielleicht nicht gewirkt. Die Einzelheiten nennen Stellen im Programm, nie Ihre Daten.</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Etwas ist schiefgegangen</translation>
    </message>
    <message>
        <source>{title}[*] – Tradeoff</source>
        <translation>{title}[*] – Tradeoff</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>Gespeichert {time}</translation>
    </message>
    <message>
        <source>This can’t be</source>
        <translation>Das geht nicht</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>These stand in the way</source>
        <translation>Das steht im Weg</translation>
    </message>
    <message>
        <source>Look at these</source>
        <translation>Das ist anzusehen</translation>
    </message>
    <message>
        <source>Good to know</source>
        <translation>Gut zu wissen</translation>
    </message>
    <message>
        <source>Nothing was changed: what was open is as it was.</source>
        <translation>Nichts wurde geändert: was offen war, ist wie zuvor.</translation>
    </message>
    <message>
        <source>Copy: {text}</source>
        <translation>Kopieren: {text}</translation>
    </message>
    <message>
        <source>The file could not be read</source>
        <translation>Die Datei konnte nicht gelesen werden</translation>
    </message>
    <message>
        <source>The files could not be read</source>
        <translation>Die Dateien konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>1 note on the files</source>
        <translation>1 Hinweis zu den Dateien</translation>
    </message>
    <message>
        <source>{count} notes on the files</source>
        <translation>{count} Hinweise zu den Dateien</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Saved {name}</source>
        <translation>{name} gespeichert</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>One page</source>
        <translation>Eine Seite</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Durchsicht</translation>
    </message>
    <message>
        <source>Audit</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>The decision memo alone, for somebody with two minutes.</source>
        <translation>Die Entscheidungsvorlage allein, für jemanden mit zwei Minuten.</translation>
    </message>
    <message>
        <source>Memo, effects, value, certainty, accepted regressions, method.</source>
        <translation>Vorlage, Wirkungen, Wert, Sicherheit, akzeptierte Verschlechterungen, Methode.</translation>
    </message>
    <message>
        <source>Everything, for somebody who checks it.</source>
        <translation>Alles, für jemanden, der es nachprüft.</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Für wen</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Papier</translation>
    </message>
    <message>
        <source>Language of the briefing</source>
        <translation>Sprache des Briefings</translation>
    </message>
    <message>
        <source>Copy as text</source>
        <translation>Als Text kopieren</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Als Markdown speichern…</translation>
    </message>
    <message>
        <source>Section: {title}</source>
        <translation>Abschnitt: {title}</translation>
    </message>
    <message>
        <source>Sections</source>
        <translation>Abschnitte</translation>
    </message>
    <message>
        <source>As words alone</source>
        <translation>Nur die Worte</translation>
    </message>
    <message>
        <source>Export Excel…</source>
        <translation>Excel ausgeben…</translation>
    </message>
    <message>
        <source>Export PDF…</source>
        <translation>PDF ausgeben…</translation>
    </message>
    <message>
        <source>1 page.</source>
        <translation>1 Seite.</translation>
    </message>
    <message numerus="yes">
        <source>%n pages.</source>
        <translation>
            <numerusform>%n Seite.</numerusform>
            <numerusform>%n Seiten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Explain: {number} {what}</source>
        <translation>Erklären: {number} {what}</translation>
    </message>
    <message>
        <source>Setting the pages…</source>
        <translation>Seiten werden gesetzt…</translation>
    </message>
    <message>
        <source>Every section is left out: there is no page to show.</source>
        <translation>Jeder Abschnitt ist ausgelassen: es gibt keine Seite zu zeigen.</translation>
    </message>
    <message>
        <source>The pages could not be set.</source>
        <translation>Die Seiten konnten nicht gesetzt werden.</translation>
    </message>
    <message>
        <source>Copied the briefing as text</source>
        <translation>Briefing als Text kopiert</translation>
    </message>
    <message>
        <source>Page {number} of {count}</source>
        <translation>Seite {number} von {count}</translation>
    </message>
    <message>
        <source>Page preview</source>
        <translation>Seitenvorschau</translation>
    </message>
    <message>
        <source>The pages as they will be printed; the menu key explains the key figures</source>
        <translation>Die Seiten, wie sie gedruckt werden; die Menütaste erklärt die Kennzahlen</translation>
    </message>
    <message>
        <source>ship</source>
        <translation>ausliefern</translation>
    </message>
    <message>
        <source>hold</source>
        <translation>warten</translation>
    </message>
    <message>
        <source>block</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>Ihre Entscheidung</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reason for the decision</source>
        <translation>Grund der Entscheidung</translation>
    </message>
    <message>
        <source>what tipped it</source>
        <translation>was den Ausschlag gab</translation>
    </message>
    <message>
        <source>Decided by</source>
        <translation>Entschieden von</translation>
    </message>
    <message>
        <source>Second signer</source>
        <translation>Zweite Unterschrift</translation>
    </message>
    <message>
        <source>Nothing is decided yet. Choose Ship or Hold above.</source>
        <translation>Noch ist nichts entschieden. Oben Ausliefern oder Warten wählen.</translation>
    </message>
    <message>
        <source>You decide to {choice}, against the recommendation. Say why.</source>
        <translation>Ihre Entscheidung, gegen die Empfehlung: {choice}. Den Grund nennen.</translation>
    </message>
    <message>
        <source>You decide to {choice}, against the recommendation.</source>
        <translation>Ihre Entscheidung, gegen die Empfehlung: {choice}.</translation>
    </message>
    <message>
        <source>You decide to {choice}, as recommended.</source>
        <translation>Ihre Entscheidung, wie empfohlen: {choice}.</translation>
    </message>
    <message>
        <source>{title}, name</source>
        <translation>{title}, Name</translation>
    </message>
    <message>
        <source>{title}, role</source>
        <translation>{title}, Funktion</translation>
    </message>
    <message>
        <source>Still missing</source>
        <translation>Fehlt noch</translation>
    </message>
    <message>
        <source>Nothing is missing.</source>
        <translation>Nichts fehlt.</translation>
    </message>
    <message>
        <source>1 assumption unconfirmed</source>
        <translation>1 Annahme nicht bestätigt</translation>
    </message>
    <message numerus="yes">
        <source>%n assumptions unconfirmed</source>
        <translation>
            <numerusform>%n Annahme nicht bestätigt</numerusform>
            <numerusform>%n Annahmen nicht bestätigt</numerusform>
        </translation>
    </message>
    <message>
        <source>Your decision: ship or hold</source>
        <translation>Ihre Entscheidung: ausliefern oder warten</translation>
    </message>
    <message>
        <source>The reason for deciding against the recommendation</source>
        <translation>Der Grund, gegen die Empfehlung zu entscheiden</translation>
    </message>
    <message>
        <source>A second named signer, because the decision goes against the recommendation</source>
        <translation>Eine zweite Unterschrift mit Namen, weil die Entscheidung der Empfehlung widerspricht</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Ship</source>
        <translation>Ausliefern</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>{count} to answer</source>
        <translation>{count} zu beantworten</translation>
    </message>
    <message>
        <source>Regressions</source>
        <translation>Verschlechterungen</translation>
    </message>
    <message>
        <source>{found} found, {accepted} accepted, {open} open</source>
        <translation>{found} gefunden, {accepted} akzeptiert, {open} offen</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Fälle</translation>
    </message>
    <message>
        <source>Metrics: {count}</source>
        <translation>Messgrößen: {count}</translation>
    </message>
    <message>
        <source>None: name a column that holds results.</source>
        <translation>Keine: eine Spalte nennen, die Ergebnisse enthält.</translation>
    </message>
    <message>
        <source>{name}: {count} values</source>
        <translation>{name}: {count} Werte</translation>
    </message>
    <message>
        <source>Segment columns: {count}</source>
        <translation>Segmentspalten: {count}</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Noticed: {count}</source>
        <translation>Bemerkt: {count}</translation>
    </message>
    <message>
        <source>{units} units in one version: say which column holds the version.</source>
        <translation>{units} Fälle in einer Version: sagen, welche Spalte die Version enthält.</translation>
    </message>
    <message>
        <source>{matched} in both, {only_before} only before, {only_after} only after</source>
        <translation>{matched} in beiden, {only_before} allein vorher, {only_after} allein nachher</translation>
    </message>
    <message>
        <source>{said}. No column tells the units apart.</source>
        <translation>{said}. Keine Spalte unterscheidet die Fälle.</translation>
    </message>
    <message>
        <source>Matched by {column}: {said}.</source>
        <translation>Zugeordnet über {column}: {said}.</translation>
    </message>
    <message>
        <source>{names} and {count} more</source>
        <translation>{names} und {count} weitere</translation>
    </message>
    <message>
        <source>Recommended: {verdict}. The first rule that applies decides.</source>
        <translation>Empfohlen: {verdict}. Die erste Regel, die zutrifft, entscheidet.</translation>
    </message>
    <message>
        <source>none found</source>
        <translation>keine gefunden</translation>
    </message>
    <message>
        <source>none under a gate</source>
        <translation>keine unter einer Schranke</translation>
    </message>
    <message>
        <source>Take back the answer: {name}</source>
        <translation>Antwort zurücknehmen: {name}</translation>
    </message>
    <message>
        <source>Decide: {choice}</source>
        <translation>Entscheiden: {choice}</translation>
    </message>
    <message>
        <source>Second signer of the decision</source>
        <translation>Zweite Unterschrift der Entscheidung</translation>
    </message>
    <message>
        <source>Who decided</source>
        <translation>Wer entschieden hat</translation>
    </message>
    <message>
        <source>Worse</source>
        <translation>Schlechter</translation>
    </message>
    <message>
        <source>Answer to: {title}</source>
        <translation>Antwort auf: {title}</translation>
    </message>
    <message>
        <source>Accept for the new results</source>
        <translation>Für die neuen Ergebnisse akzeptieren</translation>
    </message>
    <message>
        <source>Accept for the new results: {title}</source>
        <translation>Für die neuen Ergebnisse akzeptieren: {title}</translation>
    </message>
    <message>
        <source>Take the answer back</source>
        <translation>Antwort zurücknehmen</translation>
    </message>
    <message>
        <source>Take the answer back: {title}</source>
        <translation>Antwort zurücknehmen: {title}</translation>
    </message>
    <message>
        <source>{change} measured</source>
        <translation>{change} gemessen</translation>
    </message>
    <message>
        <source>{text} agreed</source>
        <translation>{text} vereinbart</translation>
    </message>
    <message>
        <source>{text} accepted</source>
        <translation>{text} akzeptiert</translation>
    </message>
    <message>
        <source>Why we accept it</source>
        <translation>Warum wir es akzeptieren</translation>
    </message>
    <message>
        <source>Mitigation</source>
        <translation>Gegenmaßnahme</translation>
    </message>
    <message>
        <source>Roll back if</source>
        <translation>Zurücknehmen, wenn</translation>
    </message>
    <message>
        <source>Accepted up to</source>
        <translation>Akzeptiert bis</translation>
    </message>
    <message>
        <source>What it buys</source>
        <translation>Im Tausch für</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>Accepted by</source>
        <translation>Akzeptiert von</translation>
    </message>
    <message>
        <source>Their role</source>
        <translation>Deren Funktion</translation>
    </message>
    <message>
        <source>Accepted on</source>
        <translation>Akzeptiert am</translation>
    </message>
    <message>
        <source>Follow-up</source>
        <translation>Nachverfolgung</translation>
    </message>
    <message>
        <source>Review date</source>
        <translation>Prüftag</translation>
    </message>
    <message>
        <source>what is worth more than this loss</source>
        <translation>was mehr wert ist als dieser Verlust</translation>
    </message>
    <message>
        <source>what makes it smaller</source>
        <translation>was ihn kleiner macht</translation>
    </message>
    <message>
        <source>over 3.0% in 2,000 queries</source>
        <translation>über 3,0 % auf 2.000 Anfragen</translation>
    </message>
    <message>
        <source>more completed tasks</source>
        <translation>mehr erledigte Aufgaben</translation>
    </message>
    <message>
        <source>team or person</source>
        <translation>Team oder Person</translation>
    </message>
    <message>
        <source>{said} (your words; the exchange names a measured gain)</source>
        <translation>{said} (in eigenen Worten; der Tausch nennt einen gemessenen Gewinn)</translation>
    </message>
    <message>
        <source>not stated</source>
        <comment>in a narrow field</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>What was compared</source>
        <translation>Was verglichen wurde</translation>
    </message>
    <message>
        <source>Choose other files…</source>
        <translation>Andere Dateien wählen…</translation>
    </message>
    <message>
        <source>Replace the files by others that can be compared</source>
        <translation>Die Dateien durch andere ersetzen, die sich vergleichen lassen</translation>
    </message>
    <message>
        <source>Grade: {grade}</source>
        <translation>Güte: {grade}</translation>
    </message>
    <message>
        <source>Confirm everything that was assumed about the data</source>
        <translation>Alles bestätigen, was über die Daten angenommen wurde</translation>
    </message>
    <message>
        <source>Confirm all</source>
        <translation>Alles bestätigen</translation>
    </message>
    <message>
        <source>Can the comparison be trusted</source>
        <translation>Ist dem Vergleich zu trauen</translation>
    </message>
    <message>
        <source>See all notes…</source>
        <translation>Alle Hinweise…</translation>
    </message>
    <message>
        <source>See all notes on the files</source>
        <translation>Alle Hinweise zu den Dateien ansehen</translation>
    </message>
    <message>
        <source>What else was noticed</source>
        <translation>Was sonst auffiel</translation>
    </message>
    <message>
        <source>No verdict: the evidence is broken</source>
        <translation>Kein Urteil: die Datenlage ist nicht in Ordnung</translation>
    </message>
    <message>
        <source>{metric}: {word} {value}</source>
        <translation>{metric}: {word} {value}</translation>
    </message>
    <message>
        <source>Confirm what was assumed about the data</source>
        <translation>Bestätigen, was über die Daten angenommen wurde</translation>
    </message>
    <message>
        <source>Rename {segment} to {label}</source>
        <translation>{segment} in {label} umbenennen</translation>
    </message>
    <message>
        <source>Protect {segment}</source>
        <translation>{segment} schützen</translation>
    </message>
    <message>
        <source>Stop protecting {segment}</source>
        <translation>{segment} nicht mehr schützen</translation>
    </message>
    <message>
        <source>Remove {segment}</source>
        <translation>{segment} entfernen</translation>
    </message>
    <message>
        <source>Match units: {how}</source>
        <translation>Fälle zuordnen: {how}</translation>
    </message>
    <message>
        <source>Add up over {dimension}</source>
        <translation>Summen über {dimension}</translation>
    </message>
    <message>
        <source>{status}: count {how}</source>
        <translation>{status}: zählen {how}</translation>
    </message>
    <message>
        <source>{metric}: failed rows {how}</source>
        <translation>{metric}: Zeilen mit Fehlern {how}</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message>
        <source>{number} files</source>
        <translation>{number} Dateien</translation>
    </message>
    <message>
        <source>link or card</source>
        <translation>Link oder Vorgang</translation>
    </message>
    <message>
        <source>{name}, accepted by</source>
        <translation>{name}, akzeptiert von</translation>
    </message>
    <message>
        <source>{name}, role of who accepts</source>
        <translation>{name}, Funktion der zustimmenden Person</translation>
    </message>
    <message>
        <source>{name}, accepted up to</source>
        <translation>{name}, akzeptiert bis</translation>
    </message>
    <message>
        <source>Why we block it</source>
        <translation>Warum wir es ablehnen</translation>
    </message>
    <message>
        <source>{said} (missing)</source>
        <translation>{said} (fehlt)</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>nicht angegeben</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>Akzeptieren</translation>
    </message>
    <message>
        <source>Mitigate</source>
        <translation>Mildern</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>accepted up to</source>
        <translation>akzeptiert bis</translation>
    </message>
    <message>
        <source>why we accept it</source>
        <translation>warum wir es akzeptieren</translation>
    </message>
    <message>
        <source>what it buys</source>
        <translation>im Tausch für</translation>
    </message>
    <message>
        <source>mitigation</source>
        <translation>Gegenmaßnahme</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>zuständig</translation>
    </message>
    <message>
        <source>accepted by</source>
        <translation>akzeptiert von</translation>
    </message>
    <message>
        <source>accepted on</source>
        <translation>akzeptiert am</translation>
    </message>
    <message>
        <source>review date</source>
        <translation>Prüftag</translation>
    </message>
    <message>
        <source>follow-up</source>
        <translation>Nachverfolgung</translation>
    </message>
    <message>
        <source>roll back if</source>
        <translation>zurücknehmen, wenn</translation>
    </message>
    <message>
        <source>What gets better</source>
        <translation>Was besser wird</translation>
    </message>
    <message>
        <source>What gets worse</source>
        <translation>Was schlechter wird</translation>
    </message>
    <message>
        <source>What we can’t tell</source>
        <translation>Was offen ist</translation>
    </message>
    <message>
        <source>{left} more on the Compare page</source>
        <translation>{left} weitere auf der Seite „Vergleichen“</translation>
    </message>
    <message>
        <source>What leaders will read</source>
        <translation>Was Leitende lesen werden</translation>
    </message>
    <message>
        <source>Copy these statements</source>
        <translation>Diese Sätze kopieren</translation>
    </message>
    <message>
        <source>A user must never meet {metric} {rule} {number} among {segment}</source>
        <translation>Nutzern darf nie begegnen: {metric} {rule} {number} bei {segment}</translation>
    </message>
    <message>
        <source>{metric} must not get worse by more than {number} among {segment}</source>
        <translation>{metric} darf nicht schlechter werden um mehr als {number} bei {segment}</translation>
    </message>
    <message>
        <source>{metric} {rule} {number} among {segment}</source>
        <translation>{metric} {rule} {number} bei {segment}</translation>
    </message>
    <message>
        <source>New gate</source>
        <translation>Neue Schranke</translation>
    </message>
    <message>
        <source>Kind of gate</source>
        <translation>Art der Schranke</translation>
    </message>
    <message>
        <source>Rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>below</source>
        <translation>unter</translation>
    </message>
    <message>
        <source>more often than</source>
        <translation>öfter als</translation>
    </message>
    <message>
        <source>above</source>
        <translation>über</translation>
    </message>
    <message>
        <source>at all</source>
        <translation>überhaupt</translation>
    </message>
    <message>
        <source>Unit: what is compared</source>
        <translation>Fall: was verglichen wird</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Repeat of a unit</source>
        <translation>Wiederholung eines Falls</translation>
    </message>
    <message>
        <source>Who rated</source>
        <translation>Wer bewertet hat</translation>
    </message>
    <message>
        <source>What units belong to</source>
        <translation>Wozu Fälle gehören</translation>
    </message>
    <message>
        <source>Weight of a unit</source>
        <translation>Gewicht eines Falls</translation>
    </message>
    <message>
        <source>How the row ended</source>
        <translation>Wie die Zeile endete</translation>
    </message>
    <message>
        <source>Metric: a share per word</source>
        <translation>Messgröße: ein Anteil je Wort</translation>
    </message>
    <message>
        <source>The answer</source>
        <translation>Die Antwort</translation>
    </message>
    <message>
        <source>The question</source>
        <translation>Die Frage</translation>
    </message>
    <message>
        <source>Text of an error</source>
        <translation>Text eines Fehlers</translation>
    </message>
    <message>
        <source>Names the metric</source>
        <translation>Nennt die Messgröße</translation>
    </message>
    <message>
        <source>Value of the metric</source>
        <translation>Wert der Messgröße</translation>
    </message>
    <message>
        <source>Divides a metric</source>
        <translation>Teilt eine Messgröße</translation>
    </message>
    <message>
        <source>Not used</source>
        <translation>Nicht verwendet</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>In the file</source>
        <translation>In der Datei</translation>
    </message>
    <message>
        <source>As read</source>
        <translation>Wie gelesen</translation>
    </message>
    <message>
        <source>{column}: what it is</source>
        <translation>{column}: was es ist</translation>
    </message>
    <message>
        <source>1 value</source>
        <translation>1 Wert</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>{count} Werte</translation>
    </message>
    <message>
        <source>{values}, {count} in both</source>
        <translation>{values}, {count} in beiden</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>no number</source>
        <translation>keine Zahl</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Add gate</source>
        <translation>Schranke hinzufügen</translation>
    </message>
    <message>
        <source>Moved after results</source>
        <translation>Nach Ergebnissen geändert</translation>
    </message>
    <message>
        <source>{name}, threshold</source>
        <translation>{name}, Schwelle</translation>
    </message>
    <message>
        <source>{name}, agreed by</source>
        <translation>{name}, vereinbart von</translation>
    </message>
    <message>
        <source>name or role</source>
        <translation>Name, Funktion</translation>
    </message>
    <message>
        <source>{name}, agreed on</source>
        <translation>{name}, vereinbart am</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Delete the gate: {name}</source>
        <translation>Schranke löschen: {name}</translation>
    </message>
    <message>
        <source>Not judged.</source>
        <translation>Nicht beurteilt.</translation>
    </message>
    <message>
        <source>Not judged</source>
        <translation>Nicht beurteilt</translation>
    </message>
    <message>
        <source>{subject} agreed by {name}</source>
        <translation>{subject} vereinbart von {name}</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>no day</source>
        <translation>kein Tag</translation>
    </message>
    <message>
        <source>{subject} agreed on {day}</source>
        <translation>{subject} vereinbart am {day}</translation>
    </message>
    <message>
        <source>State it</source>
        <translation>Angeben</translation>
    </message>
    <message>
        <source>State the gate: {name}</source>
        <translation>Schranke angeben: {name}</translation>
    </message>
    <message>
        <source>There is no such number in this scenario.</source>
        <translation>Diese Zahl gibt es in diesem Szenario nicht.</translation>
    </message>
    <message>
        <source>Counted from</source>
        <translation>Gezählt aus</translation>
    </message>
    <message>
        <source>Show the units…</source>
        <translation>Fälle zeigen…</translation>
    </message>
    <message>
        <source>The ids that this number was counted from</source>
        <translation>Die Kennungen, aus denen diese Zahl gezählt wurde</translation>
    </message>
    <message>
        <source>The ids of the units are at hand while the result files themselves are open.</source>
        <translation>Die Kennungen der Fälle sind da, solange die Ergebnisdateien selbst geöffnet sind.</translation>
    </message>
    <message>
        <source>Rests on</source>
        <translation>Beruht auf</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Agreed by</source>
        <translation>Vereinbart von</translation>
    </message>
    <message>
        <source>Agreed on</source>
        <translation>Vereinbart am</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>No safety gate yet. State what a user must never meet.</source>
        <translation>Noch keine Sicherheitsschranke. Angeben, was Nutzern nie begegnen darf.</translation>
    </message>
    <message>
        <source>No margin yet. Without one, a goal that gets worse for all users needs an answer, however little.</source>
        <translation>Noch kein Spielraum. Ohne ihn braucht ein Ziel, das für alle Nutzer schlechter wird, eine Antwort, und sei es noch so wenig.</translation>
    </message>
    <message>
        <source>No goal yet.</source>
        <translation>Noch kein Ziel.</translation>
    </message>
    <message>
        <source>Seal gates</source>
        <translation>Schranken versiegeln</translation>
    </message>
    <message>
        <source>Unseal gates</source>
        <translation>Siegel der Schranken lösen</translation>
    </message>
    <message>
        <source>{metric}: rubric</source>
        <translation>{metric}: Maßstab</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Metrics</source>
        <translation>Messgrößen</translation>
    </message>
    <message>
        <source>Gates</source>
        <translation>Schranken</translation>
    </message>
    <message>
        <source>What got better or worse</source>
        <translation>Was besser oder schlechter wurde</translation>
    </message>
    <message>
        <source>Accepted regressions</source>
        <translation>Akzeptierte Verschlechterungen</translation>
    </message>
    <message>
        <source>Looks at the data</source>
        <translation>Blicke auf die Daten</translation>
    </message>
    <message>
        <source>Weights, gates, notes and acceptances stay. Nothing changes until you apply it.</source>
        <translation>Gewichte, Schranken, Notizen und Zustimmungen bleiben. Nichts ändert sich, bis es übernommen wird.</translation>
    </message>
    <message>
        <source>What the new data changes</source>
        <translation>Was die neuen Daten ändern</translation>
    </message>
    <message>
        <source>Keep the old data</source>
        <translation>Alte Daten behalten</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Apply the new data</source>
        <translation>Neue Daten übernehmen</translation>
    </message>
    <message>
        <source>What must hold?</source>
        <translation>Was muss halten?</translation>
    </message>
    <message>
        <source>Safety comes first and can’t be bought. A gate that is moved now is marked: the results are known.</source>
        <translation>Sicherheit geht vor und ist nicht käuflich. Jetzt verschobene Schranken werden vermerkt: die Ergebnisse sind bekannt.</translation>
    </message>
    <message>
        <source>Add a gate…</source>
        <translation>Schranke hinzufügen…</translation>
    </message>
    <message>
        <source>Delete gate: {name}</source>
        <translation>Schranke löschen: {name}</translation>
    </message>
    <message>
        <source>Add gate: {name}</source>
        <translation>Schranke hinzufügen: {name}</translation>
    </message>
    <message>
        <source>limits on the candidate</source>
        <translation>Grenzen für den Kandidaten</translation>
    </message>
    <message>
        <source>Must not get worse</source>
        <translation>Nicht schlechter</translation>
    </message>
    <message>
        <source>bars: right is better; dashed line is the margin</source>
        <translation>Balken: rechts ist besser; gestrichelt der Spielraum</translation>
    </message>
    <message>
        <source>bars: right is better</source>
        <translation>Balken: rechts ist besser</translation>
    </message>
    <message>
        <source>Also measured</source>
        <translation>Außerdem gemessen</translation>
    </message>
    <message>
        <source>no gate rests on these; bars: right is better</source>
        <translation>ohne Schranke; rechts ist besser</translation>
    </message>
    <message>
        <source>Automated checks</source>
        <translation>Automatische Prüfungen</translation>
    </message>
    <message>
        <source>Judged by people</source>
        <translation>Von Menschen beurteilt</translation>
    </message>
    <message>
        <source>A/B test</source>
        <translation>A/B-Test</translation>
    </message>
    <message>
        <source>must never happen</source>
        <translation>darf nie vorkommen</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>Grenze</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>Spielraum</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>{count} {units} a month</source>
        <translation>{count} {units} je Monat</translation>
    </message>
    <message>
        <source>{count} tested</source>
        <translation>{count} geprüft</translation>
    </message>
    <message>
        <source>not split</source>
        <translation>nicht aufgeteilt</translation>
    </message>
    <message>
        <source>no volume</source>
        <translation>keine Menge</translation>
    </message>
    <message>
        <source>{part} of {whole}</source>
        <translation>{part} von {whole}</translation>
    </message>
    <message>
        <source>true rate {sign} {bound}</source>
        <translation>wahr {sign} {bound}</translation>
    </message>
    <message>
        <source>must get better by more than</source>
        <translation>muss besser werden um mehr als</translation>
    </message>
    <message>
        <source>must reach</source>
        <translation>muss erreichen</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>A user must never… No value and no acceptance buys these.</source>
        <translation>Nutzern darf nie… Kein Wert und keine Zustimmung kauft das frei.</translation>
    </message>
    <message>
        <source>Must not get worse than…</source>
        <translation>Darf nicht schlechter werden als…</translation>
    </message>
    <message>
        <source>Each must hold for everyone and in every protected segment.</source>
        <translation>Jede muss für alle Nutzer und in jedem geschützten Segment halten.</translation>
    </message>
    <message>
        <source>Goals</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>What the release is for: at least one must be met.</source>
        <translation>Wofür die Auslieferung da ist: mindestens eines muss erreicht sein.</translation>
    </message>
    <message>
        <source>% of today</source>
        <translation>% von heute</translation>
    </message>
    <message>
        <source>Inputs that differ</source>
        <translation>Abweichende Eingaben</translation>
    </message>
    <message>
        <source>Nothing differs yet</source>
        <translation>Noch weicht nichts ab</translation>
    </message>
    <message>
        <source>One scenario: add another to compare choices</source>
        <translation>Ein Szenario: ein weiteres hinzufügen, um Möglichkeiten zu vergleichen</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>Was daraus folgt</translation>
    </message>
    <message>
        <source>Safety gates</source>
        <translation>Sicherheitsschranken</translation>
    </message>
    <message>
        <source>a month</source>
        <translation>je Monat</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>change a month</source>
        <translation>Änderung je Monat</translation>
    </message>
    <message>
        <source>change, {unit_line}</source>
        <translation>Änderung, {unit_line}</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>nicht gemessen</translation>
    </message>
    <message>
        <source>not exposed</source>
        <translation>nicht betroffen</translation>
    </message>
    <message>
        <source>none stated</source>
        <translation>keine angegeben</translation>
    </message>
    <message>
        <source>Fail</source>
        <translation>Verfehlt</translation>
    </message>
    <message>
        <source>Pass</source>
        <translation>Bestanden</translation>
    </message>
    <message>
        <source>Unproven</source>
        <translation>Unbewiesen</translation>
    </message>
    <message>
        <source>Use this scenario</source>
        <translation>Dieses Szenario verwenden</translation>
    </message>
    <message>
        <source>Duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Scenarios</source>
        <translation>Szenarien</translation>
    </message>
    <message>
        <source>Scenarios side by side</source>
        <translation>Szenarien nebeneinander</translation>
    </message>
    <message>
        <source>Open a colleague’s file…</source>
        <translation>Datei einer anderen Person öffnen…</translation>
    </message>
    <message>
        <source>New scenario</source>
        <translation>Neues Szenario</translation>
    </message>
    <message>
        <source>Only the inputs that differ are shown; differences from {first} are bold.</source>
        <translation>Gezeigt sind nur Eingaben, die abweichen; Abweichungen von {first} stehen fett.</translation>
    </message>
    <message>
        <source>A new scenario is a copy of this one: change what you doubt.</source>
        <translation>Ein neues Szenario ist eine Kopie von diesem: ändern, was zweifelhaft ist.</translation>
    </message>
    <message>
        <source>New scenario {name}</source>
        <translation>Neues Szenario {name}</translation>
    </message>
    <message>
        <source>Rename the scenario</source>
        <translation>Szenario umbenennen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Rename scenario {before} → {name}</source>
        <translation>Szenario {before} → {name} umbenennen</translation>
    </message>
    <message>
        <source>Delete scenario {name}</source>
        <translation>Szenario {name} löschen</translation>
    </message>
    <message>
        <source>Share of traffic</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>Gets the new version, %</source>
        <translation>Bekommt die neue Version, %</translation>
    </message>
    <message>
        <source>Before: what users have now</source>
        <translation>Vorher: was Nutzer jetzt haben</translation>
    </message>
    <message>
        <source>After: a candidate</source>
        <translation>Nachher: ein Kandidat</translation>
    </message>
    <message>
        <source>For reference: never judged</source>
        <translation>Als Referenz: nie beurteilt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>It is</source>
        <translation>Ist</translation>
    </message>
    <message>
        <source>Candidates are judged against the version before. A reference is shown beside them.</source>
        <translation>Kandidaten werden an der Version vorher gemessen. Eine Referenz wird daneben gezeigt.</translation>
    </message>
    <message>
        <source>Which version is which?</source>
        <translation>Welche Version ist welche?</translation>
    </message>
    <message>
        <source>{version}: what it is</source>
        <translation>{version}: was sie ist</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Say which version is before.</source>
        <translation>Sagen, welche Version vorher ist.</translation>
    </message>
    <message>
        <source>Say which version is a candidate.</source>
        <translation>Sagen, welche Version ein Kandidat ist.</translation>
    </message>
    <message>
        <source>{name}, rollout in percent</source>
        <translation>{name}, Auslieferung in Prozent</translation>
    </message>
    <message>
        <source>{name}, version</source>
        <translation>{name}, Version</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>Share of users, %</source>
        <translation>Anteil der Nutzer, %</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Tage</translation>
    </message>
    <message>
        <source>Reaches</source>
        <translation>Erreicht</translation>
    </message>
    <message>
        <source>Change in this stage</source>
        <translation>Änderung in dieser Stufe</translation>
    </message>
    <message>
        <source>So far</source>
        <translation>Bis dahin</translation>
    </message>
    <message>
        <source>Stage {number}, share in percent</source>
        <translation>Stufe {number}, Anteil in Prozent</translation>
    </message>
    <message>
        <source>Stage {number}, days</source>
        <translation>Stufe {number}, Tage</translation>
    </message>
    <message>
        <source>Remove stage {number}</source>
        <translation>Stufe {number} entfernen</translation>
    </message>
    <message>
        <source>Rollout</source>
        <translation>Auslieferung</translation>
    </message>
    <message>
        <source>Add a stage</source>
        <translation>Stufe hinzufügen</translation>
    </message>
    <message>
        <source>Start from 5, 25 and 100%</source>
        <translation>Mit 5, 25 und 100 % beginnen</translation>
    </message>
    <message>
        <source>counted for {cell}</source>
        <translation>gezählt für {cell}</translation>
    </message>
    <message>
        <source>whom each stage reaches</source>
        <translation>wen jede Stufe erreicht</translation>
    </message>
    <message>
        <source>Stage {number}</source>
        <translation>Stufe {number}</translation>
    </message>
    <message>
        <source>Plan the rollout in stages</source>
        <translation>Die Einführung in Stufen planen</translation>
    </message>
    <message>
        <source>in “{name}”, the scenario in force; the rest keeps the old version</source>
        <translation>in „{name}“, dem geltenden Szenario; alle anderen behalten die alte Version</translation>
    </message>
    <message>
        <source>Input or result</source>
        <translation>Eingabe oder Ergebnis</translation>
    </message>
    <message>
        <source>yours, current</source>
        <translation>Ihres, aktuell</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>Ihres</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>akzeptiert</translation>
    </message>
    <message>
        <source>mitigated</source>
        <translation>gemildert</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>not in money</source>
        <translation>nicht in Geld</translation>
    </message>
    <message>
        <source>no weight</source>
        <translation>kein Gewicht</translation>
    </message>
    <message>
        <source>not answered</source>
        <translation>nicht beantwortet</translation>
    </message>
    <message>
        <source>Version, {segment_inside}</source>
        <translation>Version, {segment_inside}</translation>
    </message>
    <message>
        <source>as everyone</source>
        <translation>wie alle Nutzer</translation>
    </message>
    <message>
        <source>Running cost</source>
        <translation>Laufende Kosten</translation>
    </message>
    <message>
        <source>Cost of one more answer</source>
        <translation>Kosten einer weiteren Antwort</translation>
    </message>
    <message>
        <source>One-off cost</source>
        <translation>Einmalige Kosten</translation>
    </message>
    <message>
        <source>once</source>
        <translation>einmalig</translation>
    </message>
    <message>
        <source>{currency} per {unit}</source>
        <translation>{currency} je {unit}</translation>
    </message>
    <message>
        <source>Horizon</source>
        <translation>Zeitraum</translation>
    </message>
    <message>
        <source>one-off cost deducted</source>
        <translation>einmalige Kosten abgezogen</translation>
    </message>
    <message>
        <source>Horizon in months</source>
        <translation>Zeitraum in Monaten</translation>
    </message>
    <message>
        <source>months</source>
        <translation>Monate</translation>
    </message>
    <message>
        <source>Horizon {before} → {after} months</source>
        <translation>Zeitraum {before} → {after} Monate</translation>
    </message>
    <message>
        <source>You treat these as equal</source>
        <translation>Sie behandeln diese als gleichwertig</translation>
    </message>
    <message>
        <source>Does this sound right?</source>
        <translation>Klingt das richtig?</translation>
    </message>
    <message>
        <source>Yes, confirm</source>
        <translation>Ja, bestätigen</translation>
    </message>
    <message>
        <source>Yes, confirm the assumed numbers on this page</source>
        <translation>Ja, die angenommenen Zahlen dieser Seite bestätigen</translation>
    </message>
    <message>
        <source>Ask me questions</source>
        <translation>Fragen stellen lassen</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>$ per unit, best guess</source>
        <translation>$ je Fall, beste Schätzung</translation>
    </message>
    <message>
        <source>Low to high, $</source>
        <translation>Niedrig bis hoch, $</translation>
    </message>
    <message>
        <source>$ thousand a month</source>
        <translation>tausend $ je Monat</translation>
    </message>
    <message>
        <source>What a change is worth</source>
        <translation>Was eine Änderung wert ist</translation>
    </message>
    <message>
        <source>{currency} per unit, best guess</source>
        <translation>{currency} je Fall, beste Schätzung</translation>
    </message>
    <message>
        <source>Low to high, {currency}</source>
        <translation>Niedrig bis hoch, {currency}</translation>
    </message>
    <message>
        <source>{currency} thousand a month</source>
        <translation>tausend {currency} je Monat</translation>
    </message>
    <message>
        <source>put at least one metric in money to see a total</source>
        <translation>mindestens einer Messgröße einen Preis geben, um eine Summe zu sehen</translation>
    </message>
    <message>
        <source>no total: {reason}</source>
        <translation>keine Summe: {reason}</translation>
    </message>
    <message>
        <source>Total a month</source>
        <translation>Summe je Monat</translation>
    </message>
    <message>
        <source>Put a metric in money…</source>
        <translation>Messgröße in Geld angeben…</translation>
    </message>
    <message>
        <source>Take one out…</source>
        <translation>Eine herausnehmen…</translation>
    </message>
    <message>
        <source>Put {name} in money</source>
        <translation>{name} in Geld angeben</translation>
    </message>
    <message>
        <source>Take {name} out of money</source>
        <translation>{name} nicht mehr in Geld angeben</translation>
    </message>
    <message>
        <source>Assumption</source>
        <translation>Annahme</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Niedrig</translation>
    </message>
    <message>
        <source>Best guess</source>
        <translation>Beste Schätzung</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Hoch</translation>
    </message>
    <message>
        <source>Hide</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Hide the assumptions</source>
        <translation>Die Annahmen ausblenden</translation>
    </message>
    <message>
        <source>1 assumption to check</source>
        <translation>1 Annahme zu prüfen</translation>
    </message>
    <message>
        <source>{count} assumptions to check</source>
        <translation>{count} Annahmen zu prüfen</translation>
    </message>
    <message>
        <source>and {count} more</source>
        <translation>und {count} weitere</translation>
    </message>
    <message>
        <source>Show the assumptions</source>
        <translation>Die Annahmen einblenden</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>Bestätigen</translation>
    </message>
    <message>
        <source>Go to where this is edited</source>
        <translation>Dorthin gehen, wo das bearbeitet wird</translation>
    </message>
    <message>
        <source>Confirm {name}</source>
        <translation>{name} bestätigen</translation>
    </message>
    <message>
        <source>Stated</source>
        <translation>Angegeben</translation>
    </message>
    <message>
        <source>Not stated</source>
        <translation>Nicht angegeben</translation>
    </message>
    <message>
        <source>Confirm {assumption}</source>
        <translation>{assumption} bestätigen</translation>
    </message>
    <message>
        <source>All assumptions</source>
        <translation>Alle Annahmen</translation>
    </message>
    <message>
        <source>low and high: one in ten is below, one in ten above</source>
        <translation>niedrig und hoch: einer von zehn Werten liegt darunter, einer darüber</translation>
    </message>
    <message>
        <source>What is a change worth?</source>
        <translation>Was ist eine Änderung wert?</translation>
    </message>
    <message>
        <source>Every number acts at once. Italic numbers are assumed until you confirm them.</source>
        <translation>Jede Zahl wirkt sofort. Kursive Zahlen sind angenommen, bis sie bestätigt sind.</translation>
    </message>
    <message>
        <source>Sliders</source>
        <translation>Regler</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Trade-offs</source>
        <translation>Abwägungen</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>View of the numbers</source>
        <translation>Ansicht der Zahlen</translation>
    </message>
    <message>
        <source>{count} to check</source>
        <translation>{count} zu prüfen</translation>
    </message>
    <message>
        <source>Confirm the numbers of Value</source>
        <translation>Zahlen unter „Wert“ bestätigen</translation>
    </message>
    <message>
        <source>second</source>
        <translation>Sekunde</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>one more {event}</source>
        <translation>1 {event} mehr</translation>
    </message>
    <message>
        <source>one fewer {event}</source>
        <translation>1 {event} weniger</translation>
    </message>
    <message>
        <source>point</source>
        <translation>Punkt</translation>
    </message>
    <message>
        <source>one {measure} higher, per {unit}</source>
        <translation>1 {measure} mehr je {unit}</translation>
    </message>
    <message>
        <source>one {measure} lower, per {unit}</source>
        <translation>1 {measure} weniger je {unit}</translation>
    </message>
    <message>
        <source>how much of the measured effect shows up</source>
        <translation>wie viel der gemessenen Wirkung ankommt</translation>
    </message>
    <message>
        <source>{units} per month</source>
        <translation>{units} je Monat</translation>
    </message>
    <message>
        <source>{name}, best guess</source>
        <translation>{name}, beste Schätzung</translation>
    </message>
    <message>
        <source>{name}, low guess</source>
        <translation>{name}, niedrige Schätzung</translation>
    </message>
    <message>
        <source>{name}, high guess</source>
        <translation>{name}, hohe Schätzung</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>Units per month</source>
        <translation>Fälle je Monat</translation>
    </message>
    <message>
        <source>Rollout, %</source>
        <translation>Auslieferung, %</translation>
    </message>
    <message>
        <source>Value weight, 0 to 3</source>
        <translation>Wertgewicht, 0 bis 3</translation>
    </message>
    <message>
        <source>{name}, units per month</source>
        <translation>{name}, Fälle je Monat</translation>
    </message>
    <message>
        <source>{name}, value weight</source>
        <translation>{name}, Wertgewicht</translation>
    </message>
    <message>
        <source>Who is affected</source>
        <translation>Wer betroffen ist</translation>
    </message>
    <message>
        <source>shares are those of the evaluation: state the volumes</source>
        <translation>Anteile sind die der Auswertung: die Mengen angeben</translation>
    </message>
    <message>
        <source>Worst</source>
        <translation>Schlechteste</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>This project was opened without its rows, so there are figures but no answers to look at. Answers are shown while the result files themselves are open.</source>
        <translation>Dieses Projekt wurde ohne seine Zeilen geöffnet: es gibt Zahlen, aber keine Antworten anzusehen. Antworten sind zu sehen, solange die Ergebnisdateien selbst geöffnet sind.</translation>
    </message>
    <message>
        <source>The result files hold scores but no answers. Export them with their outputs to see examples here.</source>
        <translation>Die Ergebnisdateien enthalten Werte, aber keine Antworten. Mit den Ausgaben exportiert, zeigen sie hier Beispiele.</translation>
    </message>
    <message>
        <source>The two versions answered different items, so there are no answers to put side by side.</source>
        <translation>Die beiden Versionen haben verschiedene Fälle beantwortet; es gibt keine Antworten, die nebeneinander stehen könnten.</translation>
    </message>
    <message>
        <source>No item of this cell was scored on both versions and has an answer.</source>
        <translation>Kein Fall dieser Zelle wurde bei beiden Versionen bewertet und hat eine Antwort.</translation>
    </message>
    <message>
        <source>No example of this cell is in the briefing yet. Choose one with “Use in briefing”.</source>
        <translation>Noch kein Beispiel dieser Zelle steht im Briefing. Eines mit „Ins Briefing“ wählen.</translation>
    </message>
    <message>
        <source>No answer in the file.</source>
        <translation>Keine Antwort in der Datei.</translation>
    </message>
    <message>
        <source>The answer is empty.</source>
        <translation>Die Antwort ist leer.</translation>
    </message>
    <message>
        <source>In briefing</source>
        <translation>Im Briefing</translation>
    </message>
    <message>
        <source>Which examples</source>
        <translation>Welche Beispiele</translation>
    </message>
    <message>
        <source>The worst first, the most ordinary first, by chance, or those chosen</source>
        <translation>Die schlechtesten zuerst, die gewöhnlichsten zuerst, zufällige oder die gewählten</translation>
    </message>
    <message>
        <source>Draw again</source>
        <translation>Neu ziehen</translation>
    </message>
    <message>
        <source>Previous</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Previous example</source>
        <translation>Voriges Beispiel</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Next example</source>
        <translation>Nächstes Beispiel</translation>
    </message>
    <message>
        <source>Use in briefing</source>
        <translation>Ins Briefing</translation>
    </message>
    <message>
        <source>Keeps this pair in the project, with personal data hidden, and shows it in the briefing</source>
        <translation>Behält dieses Paar im Projekt, ohne personenbezogene Daten, und zeigt es im Briefing</translation>
    </message>
    <message>
        <source>Hide personal data</source>
        <translation>Personenbezogenes verbergen</translation>
    </message>
    <message>
        <source>Note on this example</source>
        <translation>Notiz zu diesem Beispiel</translation>
    </message>
    <message>
        <source>Note on this example, kept with the project</source>
        <translation>Notiz zu diesem Beispiel, die im Projekt bleibt</translation>
    </message>
    <message>
        <source>{at} of {shown}, out of {count}, seed {seed} · {unit}</source>
        <translation>{at} von {shown}, aus {count}, Startwert {seed} · {unit}</translation>
    </message>
    <message>
        <source>{at} of {shown}, out of {count} · {unit}</source>
        <translation>{at} von {shown}, aus {count} · {unit}</translation>
    </message>
    <message>
        <source>Leave out of briefing</source>
        <translation>Aus dem Briefing nehmen</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Leave {name} out of the briefing</source>
        <translation>{name} aus dem Briefing nehmen</translation>
    </message>
    <message>
        <source>Use {name} in the briefing</source>
        <translation>{name} ins Briefing nehmen</translation>
    </message>
    <message>
        <source>Note on {name}</source>
        <translation>Notiz zu {name}</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bestes</translation>
    </message>
    <message>
        <source>Points for worst to best, 0 to 100</source>
        <translation>Punkte vom schlechtesten zum besten, 0 bis 100</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Your weight</source>
        <translation>Ihr Gewicht</translation>
    </message>
    <message>
        <source>Score points</source>
        <translation>Punktzahl</translation>
    </message>
    <message>
        <source>Equal weight</source>
        <translation>Gleiches Gewicht</translation>
    </message>
    <message>
        <source>If every metric mattered alike</source>
        <translation>Wenn jede Messgröße gleich viel zählte</translation>
    </message>
    <message>
        <source>from its worst to its best counts the same for each</source>
        <translation>vom schlechtesten zum besten zählt bei jeder gleich viel</translation>
    </message>
    <message>
        <source>No metric here can be weighed: none has a better direction.</source>
        <translation>Hier lässt sich keine Messgröße gewichten: bei keiner ist gesagt, welche Richtung besser ist.</translation>
    </message>
    <message>
        <source>Use equal weights</source>
        <translation>Gleiche Gewichte verwenden</translation>
    </message>
    <message>
        <source>Change of the score, of 100</source>
        <translation>Änderung der Punktzahl, von 100</translation>
    </message>
    <message>
        <source>Weight by price</source>
        <translation>Gewicht nach Preis</translation>
    </message>
    <message>
        <source>{name}, worst level</source>
        <translation>{name}, schlechteste Stufe</translation>
    </message>
    <message>
        <source>{name}, best level</source>
        <translation>{name}, beste Stufe</translation>
    </message>
    <message>
        <source>{name}, points</source>
        <translation>{name}, Punkte</translation>
    </message>
    <message>
        <source>How much each change matters</source>
        <translation>Wie viel jede Änderung zählt</translation>
    </message>
    <message>
        <source>in points, without money</source>
        <translation>in Punkten, ohne Geld</translation>
    </message>
    <message>
        <source>optional: weigh metrics without money</source>
        <translation>wenn gewünscht: Messgrößen ohne Geld gewichten</translation>
    </message>
    <message>
        <source>Weigh a metric…</source>
        <translation>Messgröße gewichten…</translation>
    </message>
    <message>
        <source>Stop weighing one…</source>
        <translation>Eine nicht mehr gewichten…</translation>
    </message>
    <message>
        <source>Weigh {metric}</source>
        <translation>{metric} gewichten</translation>
    </message>
    <message>
        <source>Stop weighing {metric}</source>
        <translation>{metric} nicht mehr gewichten</translation>
    </message>
    <message>
        <source>CSV, Excel, JSON, JSONL, or the output of an evaluation tool</source>
        <translation>CSV, Excel, JSON, JSONL oder die Ausgabe eines Auswertungswerkzeugs</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>Einheit</translation>
    </message>
    <message>
        <source>Units that the number was counted from</source>
        <translation>Fälle, aus denen die Zahl gezählt wurde</translation>
    </message>
    <message numerus="yes">
        <source>%n units, those that lost most first</source>
        <translation>
            <numerusform>%n Fall</numerusform>
            <numerusform>%n Fälle, die mit dem größten Verlust zuerst</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy all units</source>
        <translation>Alle Fälle kopieren</translation>
    </message>
    <message>
        <source>Drop a before and an after result file</source>
        <translation>Eine Ergebnisdatei vorher und eine nachher hier ablegen</translation>
    </message>
    <message>
        <source>Choose files…</source>
        <translation>Dateien wählen…</translation>
    </message>
    <message>
        <source>Compare two scenario files…</source>
        <translation>Zwei Szenariodateien vergleichen…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt</translation>
    </message>
    <message>
        <source>Drop files anywhere in the window</source>
        <translation>Dateien irgendwo im Fenster ablegen</translation>
    </message>
    <message>
        <source>Is the new version worth what it costs?</source>
        <translation>Ist die neue Version wert, was sie kostet?</translation>
    </message>
    <message>
        <source>Everything stays on this computer.</source>
        <translation>Alles bleibt auf diesem Rechner.</translation>
    </message>
    <message>
        <source>Or start from a sample</source>
        <translation>Oder mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnete Dateien</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Pin to the top</source>
        <translation>Oben anheften</translation>
    </message>
    <message>
        <source>Remove from this list</source>
        <translation>Aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>file not found</source>
        <translation>Datei nicht gefunden</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>today, {time}</source>
        <translation>heute, {time}</translation>
    </message>
    <message>
        <source>d MMMM</source>
        <translation>d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Support bot 4.2 → 4.3</source>
        <translation>Support-Bot 4.2 → 4.3</translation>
    </message>
    <message>
        <source>Do 44 more completed tasks in 1,000 outweigh 3 more irrelevant answers?</source>
        <translation>Wiegen 44 erledigte Aufgaben mehr auf 1.000 drei unpassende Antworten mehr auf?</translation>
    </message>
    <message>
        <source>17,400 queries, 3 segments</source>
        <translation>17.400 Anfragen, 3 Segmente</translation>
    </message>
    <message>
        <source>Search relevance, autumn model</source>
        <translation>Suchrelevanz, Herbstmodell</translation>
    </message>
    <message>
        <source>Better on the queries that everybody asks, less accurate on the long tail: is it worth it?</source>
        <translation>Besser bei dem, was alle fragen, ungenauer bei seltenen Suchen: lohnt sich das?</translation>
    </message>
    <message>
        <source>2,600 searches, 2 segments</source>
        <translation>2.600 Suchen, 2 Segmente</translation>
    </message>
    <message>
        <source>Drafting assistant 7 → 8</source>
        <translation>Schreibassistent 7 → 8</translation>
    </message>
    <message>
        <source>Every text score went up, and writers like it less. Which counts?</source>
        <translation>Jeder Textwert ist gestiegen, und Schreibende mögen es weniger. Was zählt?</translation>
    </message>
    <message>
        <source>600 drafts rated by people, 620 privacy probes</source>
        <translation>600 von Menschen bewertete Entwürfe, 620 Proben zum Datenschutz</translation>
    </message>
    <message>
        <source>Holds units with</source>
        <translation>Enthält Fälle mit</translation>
    </message>
    <message>
        <source>Adds up to the whole</source>
        <translation>Ergibt zusammen alle</translation>
    </message>
    <message>
        <source>Protected</source>
        <translation>Geschützt</translation>
    </message>
    <message>
        <source>Name of the segment {segment}</source>
        <translation>Name des Segments {segment}</translation>
    </message>
    <message>
        <source>Must hold</source>
        <translation>Muss halten</translation>
    </message>
    <message>
        <source>{segment} is protected: every margin must hold in it</source>
        <translation>{segment} ist geschützt: jeder Spielraum muss dort halten</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove the segment {segment}</source>
        <translation>Segment {segment} entfernen</translation>
    </message>
    <message>
        <source>Assumed, not yet confirmed</source>
        <translation>Angenommen, noch nicht bestätigt</translation>
    </message>
    <message>
        <source>view only</source>
        <translation>nur Ansicht</translation>
    </message>
    <message>
        <source>Write a day such as 2027-01-31.</source>
        <translation>Einen Tag wie 2027-01-31 angeben.</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>d. MMMM yyyy</source>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Arrow keys choose a step, Ctrl+1 to Ctrl+9 go to it from anywhere</source>
        <translation>Pfeiltasten wählen einen Schritt, Strg+1 bis Strg+9 führen von überall dorthin</translation>
    </message>
    <message>
        <source>{name}, exact</source>
        <translation>{name}, genau</translation>
    </message>
    <message>
        <source>Find or do anything  Ctrl+K</source>
        <translation>Suchen oder ausführen  Strg+K</translation>
    </message>
    <message>
        <source>Scenario: {name}</source>
        <translation>Szenario: {name}</translation>
    </message>
    <message>
        <source>What users lose</source>
        <translation>Was Nutzer verlieren</translation>
    </message>
    <message>
        <source>Worth per month</source>
        <translation>Wert je Monat</translation>
    </message>
    <message>
        <source>Flips if</source>
        <translation>Kippt, wenn</translation>
    </message>
    <message>
        <source>State gates</source>
        <translation>Angeben</translation>
    </message>
    <message>
        <source>No gate is stated: goals are assumed, no limit is. Leads to Gates.</source>
        <translation>Keine Schranke ist angegeben: Ziele sind angenommen, Grenzen nicht. Führt zu „Schranken“.</translation>
    </message>
    <message>
        <source>Why?</source>
        <translation>Warum?</translation>
    </message>
    <message>
        <source>Copy the verdict as text</source>
        <translation>Urteil als Text kopieren</translation>
    </message>
    <message>
        <source>Live results</source>
        <translation>Ergebnisse, live</translation>
    </message>
    <message>
        <source>Step or live results</source>
        <translation>Schritt oder Ergebnisse</translation>
    </message>
    <message>
        <source>Verdict copied</source>
        <translation>Urteil kopiert</translation>
    </message>
    <message>
        <source>there is only one version in it, nothing to compare it with</source>
        <translation>sie enthält eine einzige Version, es gibt nichts zum Vergleichen</translation>
    </message>
    <message>
        <source>Choose a second file, or say on the Data page which column holds the version.</source>
        <translation>Eine zweite Datei wählen, oder auf der Seite „Daten“ sagen, welche Spalte die Version enthält.</translation>
    </message>
    <message>
        <source>Add {file}</source>
        <translation>{file} hinzufügen</translation>
    </message>
    <message>
        <source>Take out {version}</source>
        <translation>{version} herausnehmen</translation>
    </message>
    <message>
        <source>Swap before and after</source>
        <translation>Vorher und nachher tauschen</translation>
    </message>
    <message>
        <source>Reading {files}</source>
        <translation>{files} wird gelesen</translation>
    </message>
    <message>
        <source>Computing effects</source>
        <translation>Wirkungen werden berechnet</translation>
    </message>
    <message>
        <source>this file holds its versions itself, and no column tells them apart that another file could have</source>
        <translation>diese Datei enthält ihre Versionen selbst, und keine Spalte unterscheidet sie, die auch eine andere Datei haben könnte</translation>
    </message>
    <message>
        <source>Make a new project with one file per version.</source>
        <translation>Ein neues Projekt mit einer Datei je Version anlegen.</translation>
    </message>
    <message>
        <source>Opening {file}</source>
        <translation>{file} wird geöffnet</translation>
    </message>
    <message>
        <source>Recovering “{title}”</source>
        <translation>„{title}“ wird wiederhergestellt</translation>
    </message>
    <message>
        <source>{file} was saved</source>
        <translation>{file} wurde gespeichert</translation>
    </message>
    <message>
        <source>the rows that belong into it are not at hand</source>
        <translation>die Zeilen, die hineingehören, sind nicht zur Hand</translation>
    </message>
    <message>
        <source>Save it with the ending .tradeoff</source>
        <translation>Mit der Endung .tradeoff speichern</translation>
    </message>
    <message>
        <source>{file} was opened</source>
        <translation>{file} wurde geöffnet</translation>
    </message>
    <message>
        <source>{file} was not opened</source>
        <translation>{file} wurde nicht geöffnet</translation>
    </message>
    <message>
        <source>Another candidate</source>
        <translation>Ein weiterer Kandidat</translation>
    </message>
    <message>
        <source>Judged against the version before, like the others.</source>
        <translation>Gemessen an der Version vorher, wie die anderen.</translation>
    </message>
    <message>
        <source>A reference</source>
        <translation>Eine Referenz</translation>
    </message>
    <message>
        <source>Shown and never judged: a human baseline, an earlier release.</source>
        <translation>Gezeigt und nie beurteilt: Menschen als Maßstab, eine frühere Version.</translation>
    </message>
    <message>
        <source>New data for this project</source>
        <translation>Neue Daten für dieses Projekt</translation>
    </message>
    <message>
        <source>Weights, gates, notes and acceptances stay; you see first what changes.</source>
        <translation>Gewichte, Schranken, Notizen und Zustimmungen bleiben; zuerst wird gezeigt, was sich ändert.</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>One row per unit, with columns that say to whom it belongs.</source>
        <translation>Eine Zeile je Fall, mit Spalten, die sagen, zu wem er gehört.</translation>
    </message>
    <message>
        <source>A new project</source>
        <translation>Ein neues Projekt</translation>
    </message>
    <message>
        <source>What is open is closed; you are asked to save it first.</source>
        <translation>Was offen ist, wird geschlossen; vorher kommt die Frage, ob es gespeichert werden soll.</translation>
    </message>
    <message>
        <source>What is {file}?</source>
        <translation>Was ist {file}?</translation>
    </message>
    <message>
        <source>What are these files?</source>
        <translation>Was sind diese Dateien?</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>As found</source>
        <translation>Wie gefunden</translation>
    </message>
    <message>
        <source>Point: 1.5</source>
        <translation>Punkt: 1.5</translation>
    </message>
    <message>
        <source>Comma: 1,5</source>
        <translation>Komma: 1,5</translation>
    </message>
    <message>
        <source>Wide: a row per unit</source>
        <translation>Breit: eine Zeile je Fall</translation>
    </message>
    <message>
        <source>Long: a row per metric</source>
        <translation>Lang: eine Zeile je Messgröße</translation>
    </message>
    <message>
        <source>How the columns are read</source>
        <translation>Wie die Spalten gelesen werden</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Blatt</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>Anordnung</translation>
    </message>
    <message>
        <source>Metric named in</source>
        <translation>Messgröße genannt in</translation>
    </message>
    <message>
        <source>Value in</source>
        <translation>Wert in</translation>
    </message>
    <message>
        <source>Decimal mark</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Encoding</source>
        <translation>Zeichensatz</translation>
    </message>
    <message>
        <source>Before is</source>
        <translation>Vorher ist</translation>
    </message>
    <message>
        <source>What comes out</source>
        <translation>Was herauskommt</translation>
    </message>
    <message>
        <source>Read tables with these columns like this from now on</source>
        <translation>Tabellen mit diesen Spalten künftig so lesen</translation>
    </message>
    <message>
        <source>As proposed</source>
        <translation>Wie vorgeschlagen</translation>
    </message>
    <message>
        <source>Leave everything to be proposed</source>
        <translation>Alles vorschlagen lassen</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Neu einlesen</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Wird angesehen…</translation>
    </message>
    <message>
        <source>It holds the units that have one of the ticked values in every column with a tick.</source>
        <translation>Es enthält die Fälle, die in jeder Spalte mit Haken einen der angehakten Werte haben.</translation>
    </message>
    <message>
        <source>Define a segment</source>
        <translation>Segment festlegen</translation>
    </message>
    <message>
        <source>Name of the segment</source>
        <translation>Name des Segments</translation>
    </message>
    <message>
        <source>Such as: new users with rare queries</source>
        <translation>Etwa: neue Nutzer mit seltenen Anfragen</translation>
    </message>
    <message>
        <source>Keep this definition for other projects</source>
        <translation>Diese Festlegung für andere Projekte behalten</translation>
    </message>
    <message>
        <source>Add the segment</source>
        <translation>Segment hinzufügen</translation>
    </message>
    <message>
        <source>The first {shown} of {count} values.</source>
        <translation>Die ersten {shown} von {count} Werten.</translation>
    </message>
    <message>
        <source>There is a segment of this name.</source>
        <translation>Ein Segment dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>Tick at least one value.</source>
        <translation>Mindestens einen Wert anhaken.</translation>
    </message>
    <message>
        <source>It holds 1 unit.</source>
        <translation>Es enthält 1 Fall.</translation>
    </message>
    <message>
        <source>It holds {n} units.</source>
        <translation>Es enthält {n} Fälle.</translation>
    </message>
    <message>
        <source>As missing</source>
        <translation>Als fehlend</translation>
    </message>
    <message>
        <source>As failures</source>
        <translation>Als Fehlschlag</translation>
    </message>
    <message>
        <source>As scored</source>
        <translation>Mit ihrem Wert</translation>
    </message>
    <message>
        <source>Each column reads all failed rows of a metric one way. The way in force is marked.</source>
        <translation>Jede Spalte liest alle Zeilen mit Fehlern einer Messgröße auf eine Art. Die geltende ist markiert.</translation>
    </message>
    <message>
        <source>What if failed rows counted otherwise</source>
        <translation>Was, wenn Zeilen mit Fehlern anders zählten</translation>
    </message>
    <message>
        <source>Readings of failed rows</source>
        <translation>Lesarten der Zeilen mit Fehlern</translation>
    </message>
    <message>
        <source>nothing to compare</source>
        <translation>nichts zu vergleichen</translation>
    </message>
    <message>
        <source>no interval</source>
        <translation>kein Intervall</translation>
    </message>
    <message>
        <source>1 unit, by its id in the files.</source>
        <translation>1 Fall, mit seiner Kennung in den Dateien.</translation>
    </message>
    <message>
        <source>{count} units, by their ids in the files.</source>
        <translation>{count} Fälle, mit ihren Kennungen in den Dateien.</translation>
    </message>
    <message>
        <source>Which file is before?</source>
        <translation>Welche Datei ist vorher?</translation>
    </message>
    <message>
        <source>The version in use now. It can be swapped later.</source>
        <translation>Die Version, die jetzt in Betrieb ist. Das lässt sich später tauschen.</translation>
    </message>
    <message>
        <source>Before is {file}</source>
        <translation>Vorher ist {file}</translation>
    </message>
    <message>
        <source>Live plots</source>
        <translation>Bilder, live</translation>
    </message>
    <message>
        <source>Projects and results (*.tradeoff *.tradeoffz *.tradeoffp *.csv *.tsv *.txt *.json *.jsonl *.yaml *.yml *.xlsx *.parquet *.eval *.zip *.gz)</source>
        <translation>Projekte und Ergebnisse (*.tradeoff *.tradeoffz *.tradeoffp *.csv *.tsv *.txt *.json *.jsonl *.yaml *.yml *.xlsx *.parquet *.eval *.zip *.gz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Tradeoff project (*.tradeoff)</source>
        <translation>Tradeoff-Projekt (*.tradeoff)</translation>
    </message>
    <message>
        <source>Tradeoff project with its rows (*.tradeoffz)</source>
        <translation>Tradeoff-Projekt mit seinen Zeilen (*.tradeoffz)</translation>
    </message>
    <message>
        <source>{file} was changed by somebody else</source>
        <translation>{file} wurde von jemand anderem geändert</translation>
    </message>
    <message>
        <source>Your changes are not in it. Saving will not replace it: save yours under another name.</source>
        <translation>Ihre Änderungen stehen nicht darin. Speichern ersetzt die Datei nicht: Sichern Sie Ihre Fassung unter einem anderen Namen.</translation>
    </message>
    <message>
        <source>This window shows it as it was when you opened it.</source>
        <translation>Dieses Fenster zeigt sie, wie sie beim Öffnen war.</translation>
    </message>
    <message>
        <source>Keep what is shown</source>
        <translation>Behalten, was zu sehen ist</translation>
    </message>
    <message>
        <source>Open it again</source>
        <translation>Erneut öffnen</translation>
    </message>
    <message>
        <source>The comparison reads both files from the disk, so yours must be there as it is now.</source>
        <translation>Der Vergleich liest beide Dateien vom Datenträger; die eigene muss dort stehen, wie sie jetzt ist.</translation>
    </message>
    <message>
        <source>Save your project first?</source>
        <translation>Das eigene Projekt zuerst speichern?</translation>
    </message>
    <message>
        <source>The last change was “{last}”.</source>
        <translation>Die letzte Änderung war „{last}“.</translation>
    </message>
    <message>
        <source>It was never saved.</source>
        <translation>Es wurde nie gespeichert.</translation>
    </message>
    <message>
        <source>Save changes to “{title}”?</source>
        <translation>Änderungen an „{title}“ speichern?</translation>
    </message>
    <message>
        <source>{cause}. Until this is mended, only saving keeps your work.</source>
        <translation>{cause}. Bis das behoben ist, bleibt Arbeit nur durch Speichern erhalten.</translation>
    </message>
    <message>
        <source>Unsaved work can’t be put aside</source>
        <translation>Ungespeicherte Arbeit kann nicht aufgehoben werden</translation>
    </message>
    <message>
        <source>Choose files</source>
        <translation>Dateien wählen</translation>
    </message>
    <message>
        <source>{file} was not saved</source>
        <translation>{file} wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>flips at</source>
        <translation>kippt bei</translation>
    </message>
    <message>
        <source>What would flip the verdict</source>
        <translation>Was das Urteil kippen würde</translation>
    </message>
    <message>
        <source>The verdict flips if</source>
        <translation>Das Urteil kippt, wenn</translation>
    </message>
    <message>
        <source>Which version is before?</source>
        <translation>Welche Version ist vorher?</translation>
    </message>
    <message>
        <source>There is nothing to compare it with. Choose the results of another version, or say which column holds the version.</source>
        <translation>Es gibt nichts zum Vergleichen. Die Ergebnisse einer weiteren Version wählen oder sagen, welche Spalte die Version enthält.</translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation>Spalten…</translation>
    </message>
    <message>
        <source>Choose a second file…</source>
        <translation>Zweite Datei wählen…</translation>
    </message>
    <message>
        <source>{file} holds one version</source>
        <translation>{file} enthält eine einzige Version</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Right-click to explain, copy or save it; Return shows it as a table</source>
        <translation>Rechtsklick erklärt, kopiert oder speichert es; die Eingabetaste zeigt es als Tabelle</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>Copy in words</source>
        <translation>In Worten kopieren</translation>
    </message>
    <message>
        <source>Copy picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Save as PNG…</source>
        <translation>Als PNG speichern…</translation>
    </message>
    <message>
        <source>Save as SVG…</source>
        <translation>Als SVG speichern…</translation>
    </message>
    <message>
        <source>Copy data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Save data as CSV…</source>
        <translation>Daten als CSV speichern…</translation>
    </message>
    <message>
        <source>PNG picture (*.png)</source>
        <translation>PNG-Bild (*.png)</translation>
    </message>
    <message>
        <source>SVG picture (*.svg)</source>
        <translation>SVG-Bild (*.svg)</translation>
    </message>
    <message>
        <source>CSV table (*.csv)</source>
        <translation>CSV-Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>figure</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>In Worten</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Overlaid</source>
        <translation>Übereinander</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Nebeneinander</translation>
    </message>
    <message>
        <source>Cumulative</source>
        <translation>Kumuliert</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Verschiebung</translation>
    </message>
    <message>
        <source>View of the chosen cell</source>
        <translation>Ansicht der gewählten Zelle</translation>
    </message>
    <message>
        <source>Way to show both versions</source>
        <translation>Wie beide Versionen gezeigt werden</translation>
    </message>
    <message>
        <source>The chosen cell close up; arrow keys change the view</source>
        <translation>Die gewählte Zelle aus der Nähe; Pfeiltasten wechseln die Ansicht</translation>
    </message>
    <message>
        <source>Over each other, side by side, as shares below, or by quantile</source>
        <translation>Übereinander, nebeneinander, als Anteil darunter oder nach Quantil</translation>
    </message>
    <message>
        <source>Copy the sentence</source>
        <translation>Satz kopieren</translation>
    </message>
    <message>
        <source>Choose a cell</source>
        <translation>Eine Zelle wählen</translation>
    </message>
    <message>
        <source>Choose a cell of the table to see it close up.</source>
        <translation>Eine Zelle der Tabelle wählen, um sie aus der Nähe zu sehen.</translation>
    </message>
    <message>
        <source>{n} pairs</source>
        <translation>{n} Paare</translation>
    </message>
    <message>
        <source>{n} before, {m} after</source>
        <translation>{n} vorher, {m} nachher</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Näher ansehen</translation>
    </message>
    <message>
        <source>Copy value, unit and interval</source>
        <translation>Wert, Einheit und Intervall kopieren</translation>
    </message>
    <message>
        <source>Add a note</source>
        <translation>Notiz hinzufügen</translation>
    </message>
    <message>
        <source>Note on this cell</source>
        <translation>Notiz zu dieser Zelle</translation>
    </message>
    <message>
        <source>What should be remembered about this number</source>
        <translation>Was bei dieser Zahl zu bedenken ist</translation>
    </message>
    <message>
        <source>Note on this metric</source>
        <translation>Notiz zu dieser Messgröße</translation>
    </message>
    <message>
        <source>What should be remembered about this metric</source>
        <translation>Was bei dieser Messgröße zu bedenken ist</translation>
    </message>
    <message>
        <source>Notes are kept with the project and stay when its data changes.</source>
        <translation>Notizen bleiben im Projekt, auch wenn sich seine Daten ändern.</translation>
    </message>
    <message>
        <source>What changed, and for whom</source>
        <translation>Was sich änderte, und für wen</translation>
    </message>
    <message>
        <source>By role</source>
        <translation>Nach Rolle</translation>
    </message>
    <message>
        <source>By tier</source>
        <translation>Nach Stufe</translation>
    </message>
    <message>
        <source>Group the metrics</source>
        <translation>Messgrößen ordnen</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>A month</source>
        <translation>Je Monat</translation>
    </message>
    <message>
        <source>What a cell counts</source>
        <translation>Was eine Zelle zählt</translation>
    </message>
    <message>
        <source>Metrics by segment</source>
        <translation>Messgrößen nach Segment</translation>
    </message>
    <message>
        <source>Arrow keys move, Return looks closer, F1 explains the number, Ctrl+C copies it</source>
        <translation>Pfeiltasten bewegen, Eingabe sieht näher hin, F1 erklärt die Zahl, Strg+C kopiert sie</translation>
    </message>
    <message>
        <source>Order the rows by what a metric is for, or by who measured it</source>
        <translation>Zeilen danach ordnen, wozu eine Messgröße da ist, oder wer sie gemessen hat</translation>
    </message>
    <message>
        <source>Show the measured change, or how many more or fewer a month</source>
        <translation>Die gemessene Änderung zeigen, oder wie viele mehr oder weniger je Monat</translation>
    </message>
    <message>
        <source>Metric, unit</source>
        <translation>Messgröße, Einheit</translation>
    </message>
    <message>
        <source>{n} pairs, {grade}.</source>
        <translation>{n} Paare, {grade}.</translation>
    </message>
    <message>
        <source>{grade}.</source>
        <translation>{grade}.</translation>
    </message>
    <message>
        <source>Weighted to the stated traffic.</source>
        <translation>Nach Mengen gewichtet.</translation>
    </message>
    <message>
        <source>Weighted to the stated traffic, split as in the evaluation.</source>
        <translation>Nach Mengen gewichtet, aufgeteilt wie die Auswertung.</translation>
    </message>
    <message>
        <source>Evaluation mix, not production mix: state volumes on Value.</source>
        <translation>Mischung der Auswertung, nicht des Betriebs: Mengen unter „Wert“ angeben.</translation>
    </message>
    <message>
        <source>{text}, {change} (95% interval {span})</source>
        <translation>{text}, {change} (95-%-Intervall {span})</translation>
    </message>
    <message>
        <source>Says the opposite</source>
        <translation>Sagt das Gegenteil</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Not confirmed</source>
        <translation>Nicht bestätigt</translation>
    </message>
    <message>
        <source>{proxy} {one}, {product} {other}</source>
        <translation>{proxy} {one}, {product} {other}</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Erklären</translation>
    </message>
    <message>
        <source>Same units</source>
        <translation>Gleiche Fälle</translation>
    </message>
    <message>
        <source>Same items</source>
        <translation>Gleicher Inhalt</translation>
    </message>
    <message>
        <source>Same judge</source>
        <translation>Gleicher Bewerter</translation>
    </message>
    <message>
        <source>Same prompts</source>
        <translation>Gleiche Prompts</translation>
    </message>
    <message>
        <source>Same scale</source>
        <translation>Gleiche Skala</translation>
    </message>
    <message>
        <source>Mix of users</source>
        <translation>Nutzermischung</translation>
    </message>
    <message>
        <source>Nothing twice</source>
        <translation>Nichts doppelt</translation>
    </message>
    <message>
        <source>Failed rows</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Enough units</source>
        <translation>Genug Fälle</translation>
    </message>
    <message>
        <source>Group sizes</source>
        <translation>Größe der Gruppen</translation>
    </message>
    <message>
        <source>Every unit is in both files.</source>
        <translation>Jeder Fall steht in beiden Dateien.</translation>
    </message>
    <message>
        <source>Units with the same id hold the same item, as far as the files say.</source>
        <translation>Fälle mit gleicher Kennung haben denselben Inhalt, soweit es die Dateien sagen.</translation>
    </message>
    <message>
        <source>One judge scored both sides: {judges}.</source>
        <translation>Ein Bewerter hat beide Seiten bewertet: {judges}.</translation>
    </message>
    <message>
        <source>No metric changes its scale between the files.</source>
        <translation>Keine Messgröße wechselt zwischen den Dateien ihre Skala.</translation>
    </message>
    <message>
        <source>Segments are weighted by the volumes that are stated.</source>
        <translation>Segmente sind nach den angegebenen Mengen gewichtet.</translation>
    </message>
    <message>
        <source>No row stands twice.</source>
        <translation>Keine Zeile steht doppelt da.</translation>
    </message>
    <message>
        <source>Rows without an answer are as frequent before as after: {before} and {after} units.</source>
        <translation>Zeilen ohne Antwort sind nachher so häufig wie vorher: {before} und {after} Fälle.</translation>
    </message>
    <message>
        <source>Every segment has enough units for an interval.</source>
        <translation>Jedes Segment hat genug Fälle für ein Intervall.</translation>
    </message>
    <message>
        <source>The files do not name a judge.</source>
        <translation>Die Dateien nennen keinen Bewerter.</translation>
    </message>
    <message>
        <source>The files do not record the prompts. Ask who ran them whether they changed.</source>
        <translation>Die Dateien halten die Prompts nicht fest. Fragen Sie, wer die Auswertung gemacht hat, ob sie gewechselt haben.</translation>
    </message>
    <message>
        <source>Not known without the rows.</source>
        <translation>Ohne die Zeilen nicht bekannt.</translation>
    </message>
    <message>
        <source>Does not apply: nobody is split into segments.</source>
        <translation>Trifft nicht zu: niemand ist in Segmente aufgeteilt.</translation>
    </message>
    <message>
        <source>Does not apply: two separate groups are compared.</source>
        <translation>Trifft nicht zu: zwei getrennte Gruppen werden verglichen.</translation>
    </message>
    <message>
        <source>Does not apply: the two sides hold different units.</source>
        <translation>Trifft nicht zu: die beiden Seiten enthalten verschiedene Fälle.</translation>
    </message>
    <message>
        <source>Does not apply: users were not assigned to versions at random.</source>
        <translation>Trifft nicht zu: Nutzer wurden den Versionen nicht zufällig zugeteilt.</translation>
    </message>
    <message>
        <source>Holds</source>
        <translation>Hält</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Nicht in Ordnung</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Does not apply</source>
        <translation>Trifft nicht zu</translation>
    </message>
    <message>
        <source>Every row has an answer.</source>
        <translation>Jede Zeile hat eine Antwort.</translation>
    </message>
    <message>
        <source>Model error</source>
        <translation>Modellfehler</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeitüberschreitung</translation>
    </message>
    <message>
        <source>Refused to answer</source>
        <translation>Antwort verweigert</translation>
    </message>
    <message>
        <source>Broke outside the model</source>
        <translation>Fehler außerhalb des Modells</translation>
    </message>
    <message>
        <source>Judge failed</source>
        <translation>Bewertungsfehler</translation>
    </message>
    <message>
        <source>Not run</source>
        <translation>Nicht gelaufen</translation>
    </message>
    <message>
        <source>As a failure</source>
        <translation>Als Fehlschlag</translation>
    </message>
    <message>
        <source>Apart, as its own finding</source>
        <translation>Gesondert, als eigener Befund</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>Units before</source>
        <translation>Fälle vorher</translation>
    </message>
    <message>
        <source>Units after</source>
        <translation>Fälle nachher</translation>
    </message>
    <message>
        <source>Counts in every metric</source>
        <translation>Zählt bei jeder Messgröße</translation>
    </message>
    <message>
        <source>Rows before</source>
        <translation>Zeilen vorher</translation>
    </message>
    <message>
        <source>Rows after</source>
        <translation>Zeilen nachher</translation>
    </message>
    <message>
        <source>Counts in this metric</source>
        <translation>Zählt bei dieser Messgröße</translation>
    </message>
    <message>
        <source>{name}: how it counts</source>
        <translation>{name}: wie es zählt</translation>
    </message>
    <message>
        <source>{metric}: how failed rows count</source>
        <translation>{metric}: wie Zeilen mit Fehlern zählen</translation>
    </message>
    <message>
        <source>Not readable as it is</source>
        <translation>So nicht zu lesen</translation>
    </message>
    <message>
        <source>Damaged</source>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>Verschlüsselt</translation>
    </message>
    <message>
        <source>Cut off</source>
        <translation>Abgeschnitten</translation>
    </message>
    <message>
        <source>Numbers of groups, no single units</source>
        <translation>Zahlen von Gruppen, keine einzelnen Fälle</translation>
    </message>
    <message>
        <source>Versions in another order</source>
        <translation>Versionen in anderer Reihenfolge</translation>
    </message>
    <message>
        <source>Version before assumed</source>
        <translation>Version vorher angenommen</translation>
    </message>
    <message>
        <source>The version after is older</source>
        <translation>Die Version nachher ist älter</translation>
    </message>
    <message>
        <source>Units told apart by several columns</source>
        <translation>Fälle über mehrere Spalten unterschieden</translation>
    </message>
    <message>
        <source>Decimal mark unclear</source>
        <translation>Dezimalzeichen unklar</translation>
    </message>
    <message>
        <source>Decimal commas</source>
        <translation>Dezimalkommas</translation>
    </message>
    <message>
        <source>Columns of the same name</source>
        <translation>Spalten gleichen Namens</translation>
    </message>
    <message>
        <source>Encoding guessed</source>
        <translation>Zeichensatz vermutet</translation>
    </message>
    <message>
        <source>Cells that hold an error</source>
        <translation>Zellen mit einem Fehler</translation>
    </message>
    <message>
        <source>Rows without an answer</source>
        <translation>Zeilen ohne Antwort</translation>
    </message>
    <message>
        <source>Hidden rows</source>
        <translation>Ausgeblendete Zeilen</translation>
    </message>
    <message>
        <source>Hidden sheets</source>
        <translation>Ausgeblendete Blätter</translation>
    </message>
    <message>
        <source>Both versions are the same</source>
        <translation>Beide Versionen sind gleich</translation>
    </message>
    <message>
        <source>The run is not complete</source>
        <translation>Der Lauf ist nicht vollständig</translation>
    </message>
    <message>
        <source>Same id, other content</source>
        <translation>Gleiche Kennung, anderer Inhalt</translation>
    </message>
    <message>
        <source>Failed judgements</source>
        <translation>Bewertungsfehler</translation>
    </message>
    <message>
        <source>Units without a segment</source>
        <translation>Fälle ohne Segment</translation>
    </message>
    <message>
        <source>Metric without values</source>
        <translation>Messgröße ohne Werte</translation>
    </message>
    <message>
        <source>Metric on one side only</source>
        <translation>Messgröße auf einer Seite allein</translation>
    </message>
    <message>
        <source>Rows without an id</source>
        <translation>Zeilen ohne Kennung</translation>
    </message>
    <message>
        <source>Numbers and texts in one column</source>
        <translation>Zahlen und Texte in einer Spalte</translation>
    </message>
    <message>
        <source>No metric found</source>
        <translation>Keine Messgröße gefunden</translation>
    </message>
    <message>
        <source>No scores found</source>
        <translation>Keine Werte gefunden</translation>
    </message>
    <message>
        <source>No segments found</source>
        <translation>Keine Segmente gefunden</translation>
    </message>
    <message>
        <source>No unit in both files</source>
        <translation>Kein Fall in beiden Dateien</translation>
    </message>
    <message>
        <source>No column tells the units apart</source>
        <translation>Keine Spalte unterscheidet die Fälle</translation>
    </message>
    <message>
        <source>Values that are no numbers</source>
        <translation>Werte, die keine Zahlen sind</translation>
    </message>
    <message>
        <source>More sheets</source>
        <translation>Weitere Blätter</translation>
    </message>
    <message>
        <source>Header in the middle</source>
        <translation>Kopfzeile mittendrin</translation>
    </message>
    <message>
        <source>Repeats of units</source>
        <translation>Wiederholungen von Fällen</translation>
    </message>
    <message>
        <source>The run has not ended</source>
        <translation>Der Lauf ist nicht zu Ende</translation>
    </message>
    <message>
        <source>The same file twice</source>
        <translation>Zweimal dieselbe Datei</translation>
    </message>
    <message>
        <source>Scales differ</source>
        <translation>Verschiedene Skalen</translation>
    </message>
    <message>
        <source>A second table</source>
        <translation>Eine zweite Tabelle</translation>
    </message>
    <message>
        <source>Segment differs between the files</source>
        <translation>Segment unterscheidet sich zwischen den Dateien</translation>
    </message>
    <message>
        <source>Several tasks in one file</source>
        <translation>Mehrere Aufgaben in einer Datei</translation>
    </message>
    <message>
        <source>Sheets put together</source>
        <translation>Blätter zusammengelegt</translation>
    </message>
    <message>
        <source>Rows that end early</source>
        <translation>Zeilen, die zu früh enden</translation>
    </message>
    <message>
        <source>Unknown status</source>
        <translation>Unbekannter Status</translation>
    </message>
    <message>
        <source>Cells beside the table</source>
        <translation>Zellen neben der Tabelle</translation>
    </message>
    <message>
        <source>Title above the table</source>
        <translation>Titel über der Tabelle</translation>
    </message>
    <message>
        <source>Lines of totals</source>
        <translation>Summenzeilen</translation>
    </message>
    <message>
        <source>Rows and columns exchanged</source>
        <translation>Zeilen und Spalten vertauscht</translation>
    </message>
    <message>
        <source>Formulas without a result</source>
        <translation>Formeln ohne Ergebnis</translation>
    </message>
    <message>
        <source>Units in one file only</source>
        <translation>Fälle in einer Datei allein</translation>
    </message>
    <message>
        <source>Rows without a score</source>
        <translation>Zeilen ohne Wert</translation>
    </message>
    <message>
        <source>Columns not used</source>
        <translation>Nicht verwendete Spalten</translation>
    </message>
    <message>
        <source>Ids that hardly tell units apart</source>
        <translation>Kennungen, die Fälle kaum unterscheiden</translation>
    </message>
    <message>
        <source>Choose by metric</source>
        <translation>Je Messgröße wählen</translation>
    </message>
    <message>
        <source>What if they counted otherwise?</source>
        <translation>Was, wenn sie anders zählten?</translation>
    </message>
    <message>
        <source>One choice for every metric</source>
        <translation>Eine Wahl für jede Messgröße</translation>
    </message>
    <message>
        <source>the file keeps one reading of them</source>
        <translation>die Datei enthält eine einzige Lesart davon</translation>
    </message>
    <message>
        <source>Differs</source>
        <translation>Verschieden</translation>
    </message>
    <message>
        <source>Text table</source>
        <translation>Texttabelle</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel-Arbeitsmappe</translation>
    </message>
    <message>
        <source>JSON records</source>
        <translation>JSON-Datensätze</translation>
    </message>
    <message>
        <source>Parquet table</source>
        <translation>Parquet-Tabelle</translation>
    </message>
    <message>
        <source>Inspect log</source>
        <translation>Inspect-Protokoll</translation>
    </message>
    <message>
        <source>Make this the version before</source>
        <translation>Zur Version vorher machen</translation>
    </message>
    <message>
        <source>Show as a reference, never judge it</source>
        <translation>Als Referenz zeigen, nie beurteilen</translation>
    </message>
    <message>
        <source>Judge as a candidate</source>
        <translation>Als Kandidat beurteilen</translation>
    </message>
    <message>
        <source>Name this version…</source>
        <translation>Version benennen…</translation>
    </message>
    <message>
        <source>Take out this version</source>
        <translation>Diese Version herausnehmen</translation>
    </message>
    <message>
        <source>1 row in 1 unit</source>
        <translation>1 Zeile in 1 Fall</translation>
    </message>
    <message>
        <source>{rows} rows in {units} units</source>
        <translation>{rows} Zeilen in {units} Fällen</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>Errors</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>not said</source>
        <translation>nicht gesagt</translation>
    </message>
    <message>
        <source>Run on</source>
        <translation>Gelaufen am</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>{count} in the file</source>
        <translation>{count} in der Datei</translation>
    </message>
    <message>
        <source>Every version</source>
        <translation>Jede Version</translation>
    </message>
    <message>
        <source>Before, {name}</source>
        <translation>Vorher, {name}</translation>
    </message>
    <message>
        <source>For reference, {name}</source>
        <translation>Als Referenz, {name}</translation>
    </message>
    <message>
        <source>After, {name}</source>
        <translation>Nachher, {name}</translation>
    </message>
    <message>
        <source>Change {side}: {file}</source>
        <translation>{side} wechseln: {file}</translation>
    </message>
    <message>
        <source>Add a file with another candidate or a reference</source>
        <translation>Eine Datei mit einem weiteren Kandidaten oder einer Referenz hinzufügen</translation>
    </message>
    <message>
        <source>See and change how the columns were read</source>
        <translation>Ansehen und ändern, wie die Spalten gelesen wurden</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Vergessen</translation>
    </message>
    <message>
        <source>Forget how tables with these columns are read</source>
        <translation>Vergessen, wie Tabellen mit diesen Spalten gelesen werden</translation>
    </message>
    <message>
        <source>Read as you said for {file}: tables with these columns are read like that.</source>
        <translation>Gelesen wie bei {file} angegeben: Tabellen mit diesen Spalten werden so gelesen.</translation>
    </message>
    <message>
        <source>Or drop a file here. The columns were read as proposed.</source>
        <translation>Oder eine Datei hier ablegen. Die Spalten wurden wie vorgeschlagen gelesen.</translation>
    </message>
    <message>
        <source>Or drop a file here. The columns were read as you said.</source>
        <translation>Oder eine Datei hier ablegen. Die Spalten wurden wie angegeben gelesen.</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Paired</source>
        <translation>Gepaart</translation>
    </message>
    <message>
        <source>Unpaired</source>
        <translation>Ungepaart</translation>
    </message>
    <message>
        <source>In both</source>
        <translation>In beiden</translation>
    </message>
    <message>
        <source>Only before</source>
        <translation>Allein vorher</translation>
    </message>
    <message>
        <source>Only after</source>
        <translation>Allein nachher</translation>
    </message>
    <message>
        <source>Listed twice</source>
        <translation>Doppelt aufgeführt</translation>
    </message>
    <message>
        <source>See them</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>See the units: {title}</source>
        <translation>Fälle ansehen: {title}</translation>
    </message>
    <message>
        <source>How units match</source>
        <translation>Wie Fälle zusammengehören</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Match units by another column</source>
        <translation>Fälle über eine andere Spalte zuordnen</translation>
    </message>
    <message>
        <source>The file holds totals of groups: two separate groups are compared, nothing is paired.</source>
        <translation>Die Datei enthält Summen von Gruppen: zwei getrennte Gruppen werden verglichen, nichts ist gepaart.</translation>
    </message>
    <message>
        <source>Matched by</source>
        <translation>Zugeordnet über</translation>
    </message>
    <message>
        <source>There is nothing to pair.</source>
        <translation>Es gibt nichts zu paaren.</translation>
    </message>
    <message>
        <source>compared pair by pair</source>
        <translation>Paar für Paar verglichen</translation>
    </message>
    <message>
        <source>compared as two separate groups</source>
        <translation>als zwei getrennte Gruppen verglichen</translation>
    </message>
    <message>
        <source>Every unit is in both files; {how}.</source>
        <translation>Jeder Fall steht in beiden Dateien; {how}.</translation>
    </message>
    <message>
        <source>{share} of all units are in both files; {how}.</source>
        <translation>Von allen Fällen stehen {share} in beiden Dateien; {how}.</translation>
    </message>
    <message>
        <source>Yes or no</source>
        <translation>Ja/nein</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Zahl</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>Anzahl</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Money</source>
        <translation>Geld</translation>
    </message>
    <message>
        <source>Ratio</source>
        <translation>Verhältnis</translation>
    </message>
    <message>
        <source>Higher is better</source>
        <translation>Höher besser</translation>
    </message>
    <message>
        <source>Lower is better</source>
        <translation>Niedriger besser</translation>
    </message>
    <message>
        <source>Only describes</source>
        <translation>Zur Kenntnis</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Units scored</source>
        <translation>Bewertete Fälle</translation>
    </message>
    <message>
        <source>{metric}, kind</source>
        <translation>{metric}, Art</translation>
    </message>
    <message>
        <source>{metric}, direction</source>
        <translation>{metric}, Richtung</translation>
    </message>
    <message>
        <source>{metric}, role</source>
        <translation>{metric}, Rolle</translation>
    </message>
    <message>
        <source>{metric}, unit of its numbers</source>
        <translation>{metric}, Einheit der Zahlen</translation>
    </message>
    <message>
        <source>Confirm {metric}</source>
        <translation>{metric} bestätigen</translation>
    </message>
    <message>
        <source>Its gates say what it is for.</source>
        <translation>Ihre Schranken sagen, wozu sie da ist.</translation>
    </message>
    <message>
        <source>{name}, in no file</source>
        <translation>{name}, in keiner Datei</translation>
    </message>
    <message>
        <source>in no file</source>
        <translation>in keiner Datei</translation>
    </message>
    <message>
        <source>{count} without</source>
        <translation>{count} ohne</translation>
    </message>
    <message>
        <source>{count} after</source>
        <translation>{count} nachher</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>{count} weitere</translation>
    </message>
    <message>
        <source>Nothing else was noticed.</source>
        <translation>Sonst fiel nichts auf.</translation>
    </message>
    <message>
        <source>For reference</source>
        <translation>Als Referenz</translation>
    </message>
    <message>
        <source>shown beside the others, never judged</source>
        <translation>neben den anderen gezeigt, nie beurteilt</translation>
    </message>
    <message>
        <source>Levels of the references</source>
        <translation>Niveaus der Referenzen</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>Segments that add up to the whole</source>
        <translation>Segmente, die zusammen alle ergeben</translation>
    </message>
    <message>
        <source>Add segments</source>
        <translation>Segmente hinzufügen</translation>
    </message>
    <message>
        <source>Add segments from a definition, a column or a file</source>
        <translation>Segmente aus einer Festlegung, einer Spalte oder einer Datei hinzufügen</translation>
    </message>
    <message>
        <source>No column splits the units. Add one, or a file that says to whom each unit belongs.</source>
        <translation>Keine Spalte teilt die Fälle auf. Eine hinzufügen, oder eine Datei, die sagt, zu wem jeder Fall gehört.</translation>
    </message>
    <message>
        <source>Totals add up over</source>
        <translation>Summen über</translation>
    </message>
    <message>
        <source>nobody: everyone together</source>
        <translation>niemanden: alle zusammen</translation>
    </message>
    <message>
        <source>Define a segment…</source>
        <translation>Segment festlegen…</translation>
    </message>
    <message>
        <source>From a file with one row per unit…</source>
        <translation>Aus einer Datei mit einer Zeile je Fall…</translation>
    </message>
    <message>
        <source>From a column</source>
        <translation>Aus einer Spalte</translation>
    </message>
    <message>
        <source>Saved definitions</source>
        <translation>Gespeicherte Festlegungen</translation>
    </message>
    <message>
        <source>Audience</source>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Weg</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Message {number}, audience</source>
        <translation>Nachricht {number}, wer</translation>
    </message>
    <message>
        <source>support team</source>
        <translation>Support-Team</translation>
    </message>
    <message>
        <source>Message {number}, text</source>
        <translation>Nachricht {number}, Text</translation>
    </message>
    <message>
        <source>what changes for them</source>
        <translation>was sich für sie ändert</translation>
    </message>
    <message>
        <source>Message {number}, channel</source>
        <translation>Nachricht {number}, Weg</translation>
    </message>
    <message>
        <source>mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Message {number}, date</source>
        <translation>Nachricht {number}, Datum</translation>
    </message>
    <message>
        <source>Remove message {number}</source>
        <translation>Nachricht {number} entfernen</translation>
    </message>
    <message>
        <source>Communication</source>
        <translation>Kommunikation</translation>
    </message>
    <message>
        <source>who is told what</source>
        <translation>wem was gesagt wird</translation>
    </message>
    <message>
        <source>Add a message</source>
        <translation>Nachricht hinzufügen</translation>
    </message>
    <message>
        <source>Message {number}</source>
        <translation>Nachricht {number}</translation>
    </message>
    <message>
        <source>What the stop rule watches</source>
        <translation>Was die Stoppregel beobachtet</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>Stop rule, units watched</source>
        <translation>Stoppregel, beobachtete Fälle</translation>
    </message>
    <message>
        <source>Stop rule, limit</source>
        <translation>Stoppregel, Grenze</translation>
    </message>
    <message>
        <source>Stop rule, rate to notice in percent</source>
        <translation>Stoppregel, Anteil in Prozent, der auffallen muss</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>Vorschlagen</translation>
    </message>
    <message>
        <source>Propose a stop rule</source>
        <translation>Eine Stoppregel vorschlagen</translation>
    </message>
    <message>
        <source>Remove the stop rule</source>
        <translation>Stoppregel entfernen</translation>
    </message>
    <message>
        <source>Stop at more than</source>
        <translation>Anhalten bei mehr als</translation>
    </message>
    <message>
        <source>Stop at fewer than</source>
        <translation>Anhalten bei weniger als</translation>
    </message>
    <message>
        <source>Stop rule</source>
        <translation>Stoppregel</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Beobachten</translation>
    </message>
    <message>
        <source>In the first</source>
        <translation>In den ersten</translation>
    </message>
    <message>
        <source>Must notice, %</source>
        <translation>Muss auffallen, %</translation>
    </message>
    <message>
        <source>State a stop rule</source>
        <translation>Stoppregel angeben</translation>
    </message>
    <message>
        <source>No rule of this kind can tell that rate from the measured one.</source>
        <translation>Keine Regel dieser Art kann diesen Anteil vom gemessenen unterscheiden.</translation>
    </message>
    <message>
        <source>Template…</source>
        <translation>Vorlage…</translation>
    </message>
    <message>
        <source>Weights from a template</source>
        <translation>Gewichte aus einer Vorlage</translation>
    </message>
    <message>
        <source>fits 1 metric</source>
        <translation>passt zu 1 Messgröße</translation>
    </message>
    <message numerus="yes">
        <source>fits %n metrics</source>
        <translation>
            <numerusform>passt zu %n Messgröße</numerusform>
            <numerusform>passt zu %n Messgrößen</numerusform>
        </translation>
    </message>
    <message>
        <source>Points from their order alone</source>
        <translation>Punkte allein aus ihrer Reihenfolge</translation>
    </message>
    <message>
        <source>Keep these weights as a template…</source>
        <translation>Diese Gewichte als Vorlage behalten…</translation>
    </message>
    <message>
        <source>Weights from template {title}</source>
        <translation>Gewichte aus der Vorlage {title}</translation>
    </message>
    <message>
        <source>Keep these weights as a template</source>
        <translation>Diese Gewichte als Vorlage behalten</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Kept as template {title}.</source>
        <translation>Als Vorlage {title} behalten.</translation>
    </message>
    <message>
        <source>The template could not be written.</source>
        <translation>Die Vorlage konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>As bad</source>
        <translation>Ebenso schlimm</translation>
    </message>
    <message>
        <source>What the answer sets</source>
        <translation>Was die Antwort festlegt</translation>
    </message>
    <message>
        <source>{name}, loss that is as bad</source>
        <translation>{name}, ebenso schlimmer Verlust</translation>
    </message>
    <message>
        <source>As bad: {metric}</source>
        <translation>Ebenso schlimm: {metric}</translation>
    </message>
    <message>
        <source>Which loss is as bad?</source>
        <translation>Welcher Verlust ist ebenso schlimm?</translation>
    </message>
    <message>
        <source>an answer sets the price, or the points, of its metric</source>
        <translation>eine Antwort legt den Preis oder die Punkte ihrer Messgröße fest</translation>
    </message>
    <message>
        <source>Loss to compare with</source>
        <translation>Verlust zum Vergleich</translation>
    </message>
    <message>
        <source>Put two metrics in money, or weigh two, to compare losses.</source>
        <translation>Zwei Messgrößen in Geld angeben oder gewichten, um Verluste zu vergleichen.</translation>
    </message>
    <message>
        <source>price: {price}</source>
        <translation>Preis: {price}</translation>
    </message>
    <message>
        <source>{points} points of 100</source>
        <translation>{points} Punkte von 100</translation>
    </message>
    <message>
        <source>Arrow keys move, Ctrl+C copies, F1 explains a number</source>
        <translation>Pfeiltasten bewegen, Strg+C kopiert, F1 erklärt eine Zahl</translation>
    </message>
    <message>
        <source>Arrow keys move, Return opens the row</source>
        <translation>Pfeiltasten bewegen, die Eingabetaste öffnet die Zeile</translation>
    </message>
    <message>
        <source>Opens a menu</source>
        <translation>Öffnet ein Menü</translation>
    </message>
    <message>
        <source>Arrow keys change it</source>
        <translation>Pfeiltasten ändern es</translation>
    </message>
    <message>
        <source>Choice {at} of {count}; arrow keys change it</source>
        <translation>Wahl {at} von {count}; Pfeiltasten ändern sie</translation>
    </message>
    <message>
        <source>Arrow keys move it by a step, Page keys by ten</source>
        <translation>Pfeiltasten ändern es um einen Schritt, Bildtasten um zehn</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>Rubric</source>
        <translation>Maßstab</translation>
    </message>
    <message>
        <source>Gold standards</source>
        <translation>Musterbewertungen</translation>
    </message>
    <message>
        <source>What a rating means, in the words that raters and judges see.</source>
        <translation>Was eine Bewertung bedeutet, in den Worten, die Bewertende und Bewertungsmodelle sehen.</translation>
    </message>
    <message>
        <source>{metric}, rubric</source>
        <translation>{metric}, Maßstab</translation>
    </message>
    <message>
        <source>what each rating stands for</source>
        <translation>wofür jede Bewertung steht</translation>
    </message>
    <message>
        <source>agreed by {name} on {day}</source>
        <translation>vereinbart von {name} am {day}</translation>
    </message>
    <message>
        <source>agreed by {name}</source>
        <translation>vereinbart von {name}</translation>
    </message>
    <message>
        <source>nobody has agreed to it yet</source>
        <translation>noch mit niemandem vereinbart</translation>
    </message>
    <message>
        <source>Not sealed</source>
        <translation>Nicht versiegelt</translation>
    </message>
    <message>
        <source>Seal gates and weights as they are</source>
        <translation>Schranken und Gewichte versiegeln, wie sie sind</translation>
    </message>
    <message>
        <source>Unseal</source>
        <translation>Siegel lösen</translation>
    </message>
    <message>
        <source>Take the seal off gates and weights</source>
        <translation>Das Siegel von Schranken und Gewichten lösen</translation>
    </message>
    <message>
        <source>Moved after sealing</source>
        <translation>Nach dem Versiegeln geändert</translation>
    </message>
    <message>
        <source>Sealed</source>
        <translation>Versiegelt</translation>
    </message>
    <message>
        <source>Fingerprint {digits}…</source>
        <translation>Fingerabdruck {digits}…</translation>
    </message>
    <message>
        <source>State gates, then seal them: whatever moves later is listed here and in the briefing.</source>
        <translation>Schranken angeben, dann versiegeln: was sich später ändert, steht hier und im Briefing.</translation>
    </message>
    <message>
        <source>No seal, and these moved after the results were known. The briefing lists them.</source>
        <translation>Kein Siegel, und diese wurden geändert, nachdem die Ergebnisse bekannt waren. Das Briefing führt sie auf.</translation>
    </message>
    <message>
        <source>A seal keeps gates and weights as they are now: whatever moves later is listed here and in the briefing.</source>
        <translation>Ein Siegel hält Schranken und Gewichte fest, wie sie jetzt sind: was sich später ändert, steht hier und im Briefing.</translation>
    </message>
    <message>
        <source>Sealed on {moment}.</source>
        <translation>Versiegelt am {moment}.</translation>
    </message>
    <message>
        <source>No gate and no weight has moved since.</source>
        <translation>Seither hat sich keine Schranke und kein Gewicht geändert.</translation>
    </message>
    <message>
        <source>The results were there before the seal, so it shows later moves alone.</source>
        <translation>Die Ergebnisse waren vor dem Siegel da; es zeigt allein spätere Änderungen.</translation>
    </message>
    <message>
        <source>{day}, {time} UTC</source>
        <translation>{day}, {time} UTC</translation>
    </message>
    <message>
        <source>How firm is the answer?</source>
        <translation>Wie fest steht die Antwort?</translation>
    </message>
    <message>
        <source>in “{name}”</source>
        <translation>in „{name}“</translation>
    </message>
    <message>
        <source>Also worse, outside the gates</source>
        <translation>Außerdem schlechter, ohne Schranke</translation>
    </message>
    <message>
        <source>{count} more segments</source>
        <translation>{count} weitere Segmente</translation>
    </message>
    <message>
        <source>Scrolls with the arrow keys</source>
        <translation>Wird mit den Pfeiltasten gerollt</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Frage</translation>
    </message>
</context>
</TS>

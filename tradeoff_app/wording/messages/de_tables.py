"""German of what is said about tables: lines, sheets, columns, cells."""

from __future__ import annotations

TABLES: dict[str, str] = {
    "Numbers were read with a decimal comma.": "Zahlen wurden mit Dezimalkomma gelesen.",
    "{0}: {1} {2} ({3:,} of {4:,} cells: {5}{6}).": "{0}: {1} {2:said} ({3} von {4} Zellen: {5:parts}{6:parts}).",
    "Mend the cells, or tell which column holds the numbers.": (
        "Berichtigen Sie die Zellen, oder sagen Sie, welche Spalte die Zahlen enthält."
    ),
    "{0}: {1:.0%} of its cells are numbers, others are text such as {2}; read as text.": (
        "{0}: {1} der Zellen sind Zahlen, andere sind Text wie {2}; als Text gelesen."
    ),
    "Name it as a metric if it holds scores.": "Nennen Sie die Spalte als Messgröße, wenn sie Werte enthält.",
    "{0}: percent signs were read as shares (5 % is 0.05).": (
        "{0}: Prozentzeichen wurden als Anteile gelesen (5 % ist 0,05)."
    ),
    "{0}: some cells have a percent sign and some have none; {1}.": (
        "{0}: manche Zellen haben ein Prozentzeichen und manche keines; {1:said}."
    ),
    "Check the values in the preview.": "Prüfen Sie die Werte in der Vorschau.",
    "{0}: numbers in brackets were read as negative ({1} is {2:g}).": (
        "{0}: Zahlen in Klammern wurden als negativ gelesen ({1} ist {2})."
    ),
    "Write them with a minus sign, or ignore the column.": (
        "Schreiben Sie sie mit Minuszeichen, oder lassen Sie die Spalte aus."
    ),
    "{0}: {1} was read as {2:g}{3}.": "{0}: {1} wurde als {2}{3:said} gelesen.",
    "{0} Others have no unit; {1} was read as {2:g}.": (
        "{0:said} Andere haben keine Maßeinheit; {1} wurde als {2} gelesen."
    ),
    "{0}: {1} was read as {2:g}; it could also be {3:g}.": "{0}: {1} wurde als {2} gelesen; es könnte auch {3} sein.",
    "Choose the decimal mark if that is wrong.": "Wählen Sie das Dezimalzeichen, wenn das falsch ist.",
    "Rows were matched by {0} and {1} together; rows of one {2} count as related.": (
        "Zeilen wurden nach {0} und {1} zusammen zugeordnet; Zeilen mit gleichem {2} gelten als zusammengehörig."
    ),
    "Choose {0} if its rows are repeats; if {1} names a metric, say that the table is long.": (
        "Wählen Sie {0}, wenn die Zeilen Wiederholungen sind; wenn {1} eine Messgröße nennt, geben Sie an, "
        "dass die Tabelle lang ist."
    ),
    "this is not a table: no comma, semicolon, tab or other mark separates columns in it": (
        "das ist keine Tabelle: kein Komma, Semikolon, Tabulator oder anderes Zeichen trennt darin Spalten"
    ),
    "Export the results as CSV with a header line.": "Geben Sie die Ergebnisse als CSV mit einer Kopfzeile aus.",
    "a quotation mark opens a cell here and is never closed": (
        "ein Anführungszeichen öffnet hier eine Zelle und wird nie geschlossen"
    ),
    "a quotation mark stands in the middle of a quoted cell": (
        "ein Anführungszeichen steht mitten in einer Zelle mit Anführungszeichen"
    ),
    "a cell is longer than the limit of {0:,} characters": "eine Zelle ist länger als die Grenze von {0} Zeichen",
    "Mend the quotation marks or export the file again.": (
        "Berichtigen Sie die Anführungszeichen, oder geben Sie die Datei neu aus."
    ),
    "this line can't be split into cells ({0})": "diese Zeile lässt sich nicht in Zellen teilen ({0:said})",
    "there is no line with column names above the results": "über den Ergebnissen steht keine Zeile mit Spaltennamen",
    "the file holds no rows": "die Datei enthält keine Zeilen",
    "Put quotation marks around a text that holds the separator, or remove the extra value.": (
        "Setzen Sie Anführungszeichen um einen Text, der das Trennzeichen enthält, oder entfernen Sie den "
        "überzähligen Wert."
    ),
    "Line {0}{1}: {2}.": "Zeile {0:parts}{1:parts}: {2:said}.",
    "Export it again; if it is UTF-16, choose that encoding.": (
        "Geben Sie sie neu aus; wenn sie UTF-16 ist, wählen Sie diese Kodierung."
    ),
    "a NUL character (a zero byte) in the text": "ein NUL-Zeichen (ein Null-Byte) im Text",
    "the file is empty: it holds no rows": "die Datei ist leer: sie enthält keine Zeilen",
    "a quotation mark is never closed": "ein Anführungszeichen wird nie geschlossen",
    "{0} (it begins with {1})": "{0:said} (sie beginnt mit {1})",
    "Export the results as a list of records (JSON or JSON lines) or as CSV.": (
        "Geben Sie die Ergebnisse als Liste von Datensätzen (JSON oder JSON-Zeilen) oder als CSV aus."
    ),
    "the file holds no rows of results (0 rows)": "die Datei enthält keine Zeilen mit Ergebnissen (0 Zeilen)",
    "Line {0} is cut off and was left out: the writer stopped in the middle of it.": (
        "Zeile {0} ist abgeschnitten und wurde ausgelassen: das Schreiben brach mitten darin ab."
    ),
    "Check that the run was complete.": "Prüfen Sie, ob der Lauf vollständig war.",
    "this line is no JSON object": "diese Zeile ist kein JSON-Objekt",
    "the JSON is a single value, not a list of records": "das JSON ist ein einzelner Wert, keine Liste von Datensätzen",
    "the JSON holds no list of result records": "das JSON enthält keine Liste von Ergebnissen",
    "a {0} where a record is expected (the JSON may be nested too deep)": (
        "{0:said}, wo ein Datensatz erwartet wird (das JSON ist womöglich zu tief verschachtelt)"
    ),
    "a row of another length than the {0} columns": "eine Zeile von anderer Länge als die {0} Spalten",
    "the columns are of unequal length: {0}": "die Spalten sind verschieden lang: {0:parts}",
    "Choose the sheet that holds the results, or export it as CSV.": (
        "Wählen Sie das Blatt, das die Ergebnisse enthält, oder geben Sie es als CSV aus."
    ),
    "the workbook has no sheet that can be found": "die Arbeitsmappe hat kein Blatt, das sich finden lässt",
    "there is no sheet called {0}": "es gibt kein Blatt namens {0}",
    "The sheets are {0}.": "Die Blätter sind {0}.",
    "{0:,} formula cells ({1}; column {2}) have no saved value: not calculated, read as missing.": (
        "{0} Formelzellen ({1}; Spalte {2}) haben keinen gespeicherten Wert: nicht berechnet, als fehlend gelesen."
    ),
    "Open the workbook in Excel, let it calculate, and save it.": (
        "Öffnen Sie die Arbeitsmappe in Excel, lassen Sie sie rechnen, und speichern Sie sie."
    ),
    "{0:,} cells ({1}; column {2}) hold an error value such as #DIV/0!; read as missing.": (
        "{0} Zellen ({1}; Spalte {2}) enthalten einen Fehlerwert wie #DIV/0!; als fehlend gelesen."
    ),
    "{0:,} rows are hidden in Excel (row {1}); they were read like the others.": (
        "{0} Zeilen sind in Excel ausgeblendet (Zeile {1}); sie wurden gelesen wie die anderen."
    ),
    "{0:,} cells stand far away from the table ({1}) and were left out.": (
        "{0} Zellen stehen weit weg von der Tabelle ({1}) und wurden ausgelassen."
    ),
    "Delete them if they mean nothing.": "Löschen Sie sie, wenn sie nichts bedeuten.",
    "no sheet holds a table with a header and rows (0 rows)": (
        "kein Blatt enthält eine Tabelle mit Kopfzeile und Zeilen (0 Zeilen)"
    ),
    "Hidden sheets were not read: {0}.": "Ausgeblendete Blätter wurden nicht gelesen: {0}.",
    "The results were read from {0}; other sheets: {1}.": "Die Ergebnisse wurden aus {0} gelesen; andere Blätter: {1}.",
    "Unpack it and choose the results before and after.": (
        "Entpacken Sie es, und wählen Sie die Ergebnisse von vorher und nachher."
    ),
    "the archive holds {0} result files, more than the limit of {1}": (
        "das Archiv enthält {0} Ergebnisdateien, mehr als die Grenze von {1}"
    ),
    "the archive holds {0} twice; it is unclear which one counts": (
        "das Archiv enthält {0} zweimal; es ist unklar, welche zählt"
    ),
    "this is an archive inside an archive": "das ist ein Archiv in einem Archiv",
    "{0}: {1}; this part of the archive was not read.": "{0}: {1:said}; dieser Teil des Archivs wurde nicht gelesen.",
    "{0} has other columns than the rest and none of their units; it was not used.": (
        "{0} hat andere Spalten als der Rest und keinen seiner Fälle; die Datei wurde nicht benutzt."
    ),
    "The columns of {0} were added to the results by the unit's id.": (
        "Die Spalten von {0} wurden über die Kennung der Fälle zu den Ergebnissen hinzugefügt."
    ),
    "Column names that are written otherwise than in the baseline were matched: {0}{1}.": (
        "Spaltennamen, die anders geschrieben sind als in der Datei vorher, wurden zugeordnet: {0:parts}{1:parts}."
    ),
    "Rename a column if it means something else.": "Benennen Sie eine Spalte um, wenn sie etwas anderes bedeutet.",
    "{0:,} pairs of unit and metric have several values; they count as repeats of the unit.": (
        "{0} Paare aus Fall und Messgröße haben mehrere Werte; sie zählen als Wiederholungen des Falls."
    ),
    "Name the repeat or rater column if there is one.": (
        "Nennen Sie die Spalte der Wiederholung oder der bewertenden Person, wenn es eine gibt."
    ),
    "Choose the unit column whose values are in the lookup file.": (
        "Wählen Sie die Spalte der Fälle, deren Werte in der Nachschlagedatei stehen."
    ),
    "no column holds the units of the results": "keine Spalte enthält die Fälle der Ergebnisse",
    "{0:,} of {1:,} units are not in the lookup file; they have no segment from it.": (
        "{0} von {1} Fällen stehen nicht in der Nachschlagedatei; sie haben kein Segment daraus."
    ),
    "{0}: some units occur more than once in the lookup file; the first row counts.": (
        "{0}: manche Fälle stehen mehrmals in der Nachschlagedatei; die erste Zeile zählt."
    ),
    "{0}: {1:,} cells can't be read like the others ({2}{3}), such as {4}": (
        "{0}: {1} Zellen lassen sich nicht lesen wie die anderen ({2:parts}{3:parts}), etwa {4}"
    ),
    "Mend the cells, or export the file again.": "Berichtigen Sie die Zellen, oder geben Sie die Datei neu aus.",
    "{0}; read as missing.": "{0:said}; als fehlend gelesen.",
    "The sheets {0} share no item: they were read as segments of one run, in a column called {1}.": (
        "Die Blätter {0} haben keinen Inhalt gemeinsam: sie wurden als Segmente eines Laufs gelesen, in einer "
        "Spalte namens {1}."
    ),
    "Choose a sheet, or name the runs, if they are versions to be compared.": (
        "Wählen Sie ein Blatt, oder benennen Sie die Läufe, wenn es Versionen zum Vergleichen sind."
    ),
    "These column names stand more than once: {0}; the later ones were numbered.": (
        "Diese Spaltennamen stehen mehrmals da: {0}; die späteren wurden nummeriert."
    ),
    "Rename or ignore one of them.": "Benennen Sie eine davon um, oder lassen Sie sie aus.",
    "there is no line with column names above the results: the first values recur further down": (
        "über den Ergebnissen steht keine Zeile mit Spaltennamen: die ersten Werte kommen weiter unten wieder vor"
    ),
    "Export the results with a header line.": "Geben Sie die Ergebnisse mit einer Kopfzeile aus.",
    "The header stands {0} times in the file; the repeats were left out.": (
        "Die Kopfzeile steht {0}-mal in der Datei; die Wiederholungen wurden ausgelassen."
    ),
    "Check that the parts belong together.": "Prüfen Sie, ob die Teile zusammengehören.",
    "{0:,} lines hold only a remark such as {1}; they were left out.": (
        "{0} Zeilen enthalten nur eine Bemerkung wie {1}; sie wurden ausgelassen."
    ),
    "The row under the column names ({0}) holds measurement units or data types; it was left out.": (
        "Die Zeile unter den Spaltennamen ({0}) enthält Maßeinheiten oder Datentypen; sie wurde ausgelassen."
    ),
    "The row {0} sums up the others and was left out.": (
        "Die Zeile {0} fasst die anderen zusammen und wurde ausgelassen."
    ),
    "Rename it if it is a real result.": "Benennen Sie sie um, wenn sie ein echtes Ergebnis ist.",
    "Below an empty line stands a note ({0}); its {1:,} rows were left out.": (
        "Unter einer leeren Zeile steht eine Notiz ({0}); ihre {1} Zeilen wurden ausgelassen."
    ),
    "Below an empty line stands another table ({0}); its {1} rows were left out.": (
        "Unter einer leeren Zeile steht eine weitere Tabelle ({0}); ihre {1} Zeilen wurden ausgelassen."
    ),
    "Move it to a sheet or file of its own if it is needed.": (
        "Setzen Sie sie auf ein eigenes Blatt oder in eine eigene Datei, wenn sie gebraucht wird."
    ),
    "too many {0}: {1:,} are more than the limit of {2:,}": "zu viele {0:said}: {1} sind mehr als die Grenze von {2}",
    "Export fewer rows or columns, or split the file.": (
        "Geben Sie weniger Zeilen oder Spalten aus, oder teilen Sie die Datei auf."
    ),
    "Skipped as {0} above the header, from line {1} to line {2}: {3}.": (
        "Als {0:said} über der Kopfzeile übergangen, von Zeile {1} bis Zeile {2}: {3}."
    ),
    "Check the column names in the preview.": "Prüfen Sie die Spaltennamen in der Vorschau.",
    "{0}: this cell holds what looks like whole rows; a quotation mark may be missing.": (
        "{0}: diese Zelle enthält, was wie ganze Zeilen aussieht; womöglich fehlt ein Anführungszeichen."
    ),
    "Check that line in the file.": "Prüfen Sie diese Zeile in der Datei.",
    "{0}: invisible or direction-changing character in {1}; kept as it is.": (
        "{0}: unsichtbares oder richtungsänderndes Zeichen in {1}; es bleibt, wie es ist."
    ),
    "Check that this is the label you mean.": "Prüfen Sie, ob das die gemeinte Bezeichnung ist.",
    "half of a character (a lone surrogate) in the name of column {0}": (
        "ein halbes Zeichen (ein einzelnes Surrogat) im Namen der Spalte {0}"
    ),
    "half of a character (a lone surrogate)": "ein halbes Zeichen (ein einzelnes Surrogat)",
    "{0}: labels that differ only by spaces or capitals: {1}. They count as different.": (
        "{0}: Bezeichnungen, die sich nur durch Leerzeichen oder Großschreibung unterscheiden: {1}. Sie gelten "
        "als verschieden."
    ),
    "Make them equal in the file if they mean the same.": (
        "Gleichen Sie sie in der Datei an, wenn sie dasselbe bedeuten."
    ),
    "Choose the decimal point if that is wrong.": "Wählen Sie das Dezimalzeichen, wenn das falsch ist.",
    "Mend the formulas.": "Berichtigen Sie die Formeln.",
    "Delete them if they don't count.": "Löschen Sie sie, wenn sie nicht zählen.",
    "Choose the sheet if it holds the results.": "Wählen Sie das Blatt, wenn es die Ergebnisse enthält.",
    "Give it alone.": "Geben Sie die Datei allein.",
    "Complete the lookup file.": "Vervollständigen Sie die Nachschlagedatei.",
    "Remove the doubles.": "Entfernen Sie die doppelten.",
    "Remove the row if that is wrong.": "Entfernen Sie die Zeile, wenn das falsch ist.",
    "{0}: {1} is no finite number; read as missing ({2:,} of {3:,} cells: {4}{5}).": (
        "{0}: {1} ist keine endliche Zahl; als fehlend gelesen ({2} von {3} Zellen: {4:parts}{5:parts})."
    ),
    "{0}: {1} is no number; read as missing ({2:,} of {3:,} cells: {4}{5}).": (
        "{0}: {1} ist keine Zahl; als fehlend gelesen ({2} von {3} Zellen: {4:parts}{5:parts})."
    ),
    "{0}: {1} was read as missing ({2:,} of {3:,} cells: {4}{5}).": (
        "{0}: {1} wurde als fehlend gelesen ({2} von {3} Zellen: {4:parts}{5:parts})."
    ),
    "Beside the results, behind an empty column, stands another table ({0}); it was left out.": (
        "Neben den Ergebnissen steht hinter einer leeren Spalte eine weitere Tabelle ({0}); sie wurde ausgelassen."
    ),
    "Move it to a sheet or file of its own; if it belongs to the results, remove the empty column between them.": (
        "Setzen Sie sie auf ein eigenes Blatt oder in eine eigene Datei; gehört sie zu den Ergebnissen, entfernen "
        "Sie die leere Spalte dazwischen."
    ),
    "{0}: values such as {1} are no plain numbers; the column was taken as labels.": (
        "{0}: Werte wie {1} sind keine einfachen Zahlen; die Spalte wurde als Bezeichnungen gelesen."
    ),
    "Write plain numbers in the file if they are scores: 1200 for 1.2k, 4 for 4 - good or four stars.": (
        "Schreiben Sie in der Datei einfache Zahlen, wenn es Bewertungen sind: 1200 für 1.2k, 4 für 4 - good oder "
        "vier Sterne."
    ),
    "Choose the two .table.json files instead.": "Wählen Sie stattdessen die zwei .table.json-Dateien.",
    "Choose the .table.json files in that folder instead.": (
        "Wählen Sie stattdessen die .table.json-Dateien in diesem Ordner."
    ),
    "Export it again with version 1.0 or later.": "Geben Sie sie mit Version 1.0 oder neuer noch einmal aus.",
    "Download the file itself (git lfs pull).": "Laden Sie die Datei selbst herunter (git lfs pull).",
    "Columns seem to hold several versions ({0}); each was read as a metric, nothing is compared.": (
        "Spalten enthalten wohl mehrere Versionen ({0}); jede wurde als Messgröße gelesen, verglichen wird nichts."
    ),
    "Write one row per item and version, with a column that names the version.": (
        "Schreiben Sie eine Zeile je Fall und Version, mit einer Spalte, die die Version nennt."
    ),
}

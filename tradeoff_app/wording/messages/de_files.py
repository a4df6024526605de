"""German of what is said about files that cannot be read, or only in part."""

from __future__ import annotations

FILES: dict[str, str] = {
    "Download or export it again.": "Laden Sie sie neu herunter oder geben Sie sie neu aus.",
    "the archive is damaged or incomplete: its directory at the end is missing": (
        "das Archiv ist beschädigt oder unvollständig: das Verzeichnis an seinem Ende fehlt"
    ),
    "the archive is damaged ({0})": "das Archiv ist beschädigt ({0:said})",
    "the archive has {0:,} members, more than the limit of {1:,}": (
        "das Archiv hat {0} Teile, mehr als die Grenze von {1}"
    ),
    "Split the log.": "Teilen Sie das Protokoll auf.",
    "this part is encrypted": "dieser Teil ist verschlüsselt",
    "Remove the password first.": "Entfernen Sie zuerst das Passwort.",
    "this part is a link, not data": "dieser Teil ist ein Verweis und enthält keine Daten",
    "this part is damaged ({0})": "dieser Teil ist beschädigt ({0:said})",
    "this part is damaged: its checksum (CRC-32) is wrong": (
        "dieser Teil ist beschädigt: seine Prüfsumme (CRC-32) stimmt nicht"
    ),
    "its local header is missing": "sein örtlicher Kopf fehlt",
    "its data is cut off": "seine Daten sind abgeschnitten",
    "this part is too large: it unpacks to more than the limit of {0:,} bytes": (
        "dieser Teil ist zu groß: entpackt sind es mehr als die Grenze von {0} Byte"
    ),
    "Check where the file comes from.": "Prüfen Sie, woher die Datei kommt.",
    "the file is too large: it unpacks to more than the limit of {0:,} bytes": (
        "die Datei ist zu groß: entpackt sind es mehr als die Grenze von {0} Byte"
    ),
    "two parts of the archive overlap ({0}, {1})": "zwei Teile des Archivs überschneiden sich ({0}, {1})",
    "it is packed in a way that is not supported (method {0})": (
        "er ist auf eine Weise gepackt, die nicht unterstützt wird (Verfahren {0})"
    ),
    "Export the results as CSV, JSON lines or XLSX instead.": (
        "Geben Sie die Ergebnisse stattdessen als CSV, JSON-Zeilen oder XLSX aus."
    ),
    "this is a PDF, not a table of results": "das ist ein PDF, keine Tabelle mit Ergebnissen",
    "this is an SQLite database, not a result file": "das ist eine SQLite-Datenbank, keine Ergebnisdatei",
    "this is a serialised Python object, which could run code: it is not supported": (
        "das ist ein serialisiertes Python-Objekt, das Programmcode ausführen könnte: es wird nicht unterstützt"
    ),
    "this file is compressed with zstd": "diese Datei ist mit zstd gepackt",
    "Unpack it first.": "Entpacken Sie sie zuerst.",
    "this file is compressed with bzip2": "diese Datei ist mit bzip2 gepackt",
    "this is a 7-Zip archive": "das ist ein 7-Zip-Archiv",
    "this is a picture, not a table of results": "das ist ein Bild, keine Tabelle mit Ergebnissen",
    "this is an old Excel workbook (.xls)": "das ist eine alte Excel-Arbeitsmappe (.xls)",
    "Save it as .xlsx or CSV.": "Speichern Sie sie als .xlsx oder CSV.",
    "this workbook is protected with a password (encrypted), or it is an old Excel file (.xls)": (
        "diese Arbeitsmappe ist mit einem Passwort geschützt (verschlüsselt), oder sie ist eine alte Excel-Datei (.xls)"
    ),
    "Remove the password, or save it as .xlsx or CSV.": (
        "Entfernen Sie das Passwort, oder speichern Sie sie als .xlsx oder CSV."
    ),
    "this is a ZIP archive of something else ({0})": "das ist ein ZIP-Archiv von etwas anderem ({0})",
    "Unpack it and choose the result file inside.": "Entpacken Sie es, und wählen Sie die Ergebnisdatei darin.",
    "this is an HTML web page, not an Excel workbook or a table": (
        "das ist eine HTML-Seite, keine Excel-Arbeitsmappe und keine Tabelle"
    ),
    "this is XML, not a table": "das ist XML, keine Tabelle",
    "Export the results as JSON, CSV or XLSX.": "Geben Sie die Ergebnisse als JSON, CSV oder XLSX aus.",
    "the file is empty: it holds no text": "die Datei ist leer: sie enthält keinen Text",
    "Export it again.": "Geben Sie sie neu aus.",
    "this is binary data of a type that is not supported": (
        "das sind binäre Daten einer Art, die nicht unterstützt wird"
    ),
    "a quotation mark opens a cell here and is never closed; the file may be cut off": (
        "ein Anführungszeichen öffnet hier eine Zelle und wird nie geschlossen; die Datei ist womöglich abgeschnitten"
    ),
    "there is a header but no rows of results (0 rows)": (
        "es gibt eine Kopfzeile, aber keine Zeilen mit Ergebnissen (0 Zeilen)"
    ),
    "{0} values, but the header names {1} columns": "{0} Werte, aber die Kopfzeile nennt {1} Spalten",
    "Line {0}: fewer values than the header has columns; read as missing.": (
        "Zeile {0}: weniger Werte als die Kopfzeile Spalten hat; als fehlend gelesen."
    ),
    "Check these lines in the file.": "Prüfen Sie diese Zeilen in der Datei.",
    "Choose utf-8, utf-16, cp1252 or the encoding that the file was saved in.": (
        "Wählen Sie utf-8, utf-16, cp1252 oder die Kodierung, in der die Datei gespeichert wurde."
    ),
    "there is no text encoding called {0}": "es gibt keine Textkodierung namens {0}",
    "this is no {0} text": "das ist kein Text in {0}",
    "the file announces {0} but byte {1:,} does not fit": "die Datei gibt {0} an, aber Byte {1} passt nicht dazu",
    "Export it again, as UTF-8.": "Geben Sie sie neu aus, als UTF-8.",
    "the file is UTF-8 except for byte {0:,} ({1:#04x})": "die Datei ist UTF-8 bis auf Byte {0} ({1})",
    "Mend that line or export the file again, as UTF-8.": (
        "Berichtigen Sie diese Zeile, oder geben Sie die Datei neu aus, als UTF-8."
    ),
    "The file does not say its encoding; it was read as {0}.": (
        "Die Datei nennt ihre Kodierung nicht; sie wurde als {0:said} gelesen."
    ),
    "Check letters such as é, ö or ñ; else choose it.": (
        "Prüfen Sie Buchstaben wie é, ö oder ñ; wählen Sie sonst die Kodierung."
    ),
    "Export the results again.": "Geben Sie die Ergebnisse neu aus.",
    "the file holds no results (0 rows)": "die Datei enthält keine Ergebnisse (0 Zeilen)",
    "the JSON is a single value, not a list of results": "das JSON ist ein einzelner Wert, keine Liste von Ergebnissen",
    "a value of type {0} stands where a result is expected": (
        "ein Wert der Art {0} steht, wo ein Ergebnis erwartet wird"
    ),
    "Export the file again.": "Geben Sie die Datei neu aus.",
    "the end of the JSON is missing; the file is cut off": "das Ende des JSON fehlt; die Datei ist abgeschnitten",
    "this is no valid JSON ({0})": "das ist kein gültiges JSON ({0:said})",
    "the JSON is nested too deep to be a result file": "das JSON ist zu tief verschachtelt für eine Ergebnisdatei",
    "the JSON holds {0:,} values, more than the limit of {1:,}: the file is too large": (
        "das JSON enthält {0} Werte, mehr als die Grenze von {1}: die Datei ist zu groß"
    ),
    "too many lines: {0:,} are more than the limit of {1:,}": "zu viele Zeilen: {0} sind mehr als die Grenze von {1}",
    "Export fewer rows, or split the file.": "Geben Sie weniger Zeilen aus, oder teilen Sie die Datei auf.",
    "a number of {0:,} digits is longer than the limit of {1}": (
        "eine Zahl mit {0} Ziffern ist länger als die Grenze von {1}"
    ),
    "the key {0} stands twice in one record; it is unclear which value counts": (
        "der Schlüssel {0} steht zweimal in einem Datensatz; es ist unklar, welcher Wert zählt"
    ),
    "the file was changed while it was read": "die Datei wurde geändert, während sie gelesen wurde",
    "Read it again.": "Lesen Sie sie noch einmal.",
    "no file was given": "es wurde keine Datei gegeben",
    "Choose the results before and after the change.": "Wählen Sie die Ergebnisse von vorher und nachher.",
    "not every file has the columns {0}": "nicht jede Datei hat die Spalten {0:said}",
    "Check the column names.": "Prüfen Sie die Spaltennamen.",
    "The table is long: {0} names the metric, {1} holds its value.": (
        "Die Tabelle ist lang: {0} nennt die Messgröße, {1} enthält ihren Wert."
    ),
    "Columns that were not used: {0}.": "Spalten, die nicht benutzt wurden: {0}.",
    "Name them as metric or segment if they matter.": (
        "Nennen Sie sie als Messgröße oder Segment, wenn sie wichtig sind."
    ),
    "Export fewer columns or rows.": "Geben Sie weniger Spalten oder Zeilen aus.",
    "this Parquet file is encrypted": "diese Parquet-Datei ist verschlüsselt",
    "Export it without a key.": "Geben Sie sie ohne Schlüssel aus.",
    "this Parquet file is damaged or incomplete: its footer is missing": (
        "diese Parquet-Datei ist beschädigt oder unvollständig: ihr Ende fehlt"
    ),
    "the file is too large to be unpacked": "die Datei ist zu groß, um entpackt zu werden",
    "this Parquet file is damaged ({0})": "diese Parquet-Datei ist beschädigt ({0:said})",
    "the file has no columns": "die Datei hat keine Spalten",
    "its footer promises {0:,} rows, and there are others": "ihr Ende verspricht {0} Zeilen, und es sind andere",
    "the footer of this Parquet file makes no sense": "das Ende dieser Parquet-Datei ergibt keinen Sinn",
    "a cell of {0:,} bytes is longer than the limit of {1:,}": (
        "eine Zelle mit {0} Byte ist länger als die Grenze von {1}"
    ),
    "Leave that column out of the export.": "Lassen Sie diese Spalte beim Ausgeben weg.",
    "the file is too large: {0}unpack to {1:,} bytes, more than the limit of {2:,}": (
        "die Datei ist zu groß: {0:said}entpackt sind es {1} Byte, mehr als die Grenze von {2}"
    ),
    "the JSON is nested deeper than the limit of {0} levels": (
        "das JSON ist tiefer verschachtelt als die Grenze von {0} Ebenen"
    ),
    "Export the results as a flat table.": "Geben Sie die Ergebnisse als flache Tabelle aus.",
    "more than the limit of {0:,} columns": "mehr als die Grenze von {0} Spalten",
    "Export fewer fields.": "Geben Sie weniger Felder aus.",
    "{0}: the file holds numbers as text such as {1}; they were read as numbers.": (
        "{0}: die Datei enthält Zahlen als Text wie {1}; sie wurden als Zahlen gelesen."
    ),
    "Ignore the column if they are labels.": "Lassen Sie die Spalte aus, wenn es Bezeichnungen sind.",
    "{0}: {1:,} cells are NaN or infinite, which is no number; read as missing.": (
        "{0}: {1} Zellen sind NaN oder unendlich, also keine Zahl; als fehlend gelesen."
    ),
    "Nothing to do if they were not scored.": "Es ist nichts zu tun, wenn sie nicht bewertet wurden.",
    "{0}: {1:,} cells are text such as {2} among numbers; read as missing.": (
        "{0}: {1} Zellen sind Text wie {2} zwischen Zahlen; als fehlend gelesen."
    ),
    "Mend the cells or ignore the column.": "Berichtigen Sie die Zellen, oder lassen Sie die Spalte aus.",
    "{0}: numbers and text such as {1} stand in one column; read as text.": (
        "{0}: Zahlen und Text wie {1} stehen in einer Spalte; als Text gelesen."
    ),
    "the file is too large for the memory it may use": "die Datei ist zu groß für den Speicher, den sie benutzen darf",
    "the file has a layout that is not known ({0})": "die Datei hat einen Aufbau, der nicht bekannt ist ({0})",
    "Export the results as CSV or JSON lines.": "Geben Sie die Ergebnisse als CSV oder JSON-Zeilen aus.",
    "Save the workbook again in Excel, or export CSV.": (
        "Speichern Sie die Arbeitsmappe noch einmal in Excel, oder geben Sie CSV aus."
    ),
    "the XML declares a DTD (DOCTYPE with entities), which no workbook has; it is not opened": (
        "das XML enthält eine DTD (DOCTYPE mit Entitäten), die keine Arbeitsmappe hat; es wird nicht geöffnet"
    ),
    "the XML is damaged ({0})": "das XML ist beschädigt ({0:said})",
    "the XML is in an encoding that no workbook has": "das XML hat eine Kodierung, die keine Arbeitsmappe hat",
    "more texts than the limit of {0:,}: the file is too large": (
        "mehr Texte als die Grenze von {0}: die Datei ist zu groß"
    ),
    "Export CSV instead.": "Geben Sie stattdessen CSV aus.",
    "a cell of {0:,} characters is longer than the limit of {1:,}": (
        "eine Zelle mit {0} Zeichen ist länger als die Grenze von {1}"
    ),
    "{0} is no row number": "{0} ist keine Zeilennummer",
    "more cells than the limit of {0:,}: the sheet is too large": (
        "mehr Zellen als die Grenze von {0}: das Blatt ist zu groß"
    ),
    "{0} is no place of a cell": "{0} ist kein Ort einer Zelle",
    "more than {0:,} cells lie beyond the last row or column that Excel has": (
        "mehr als {0} Zellen liegen hinter der letzten Zeile oder Spalte, die Excel hat"
    ),
    "the cell stands twice in the sheet; it is unclear which value counts": (
        "die Zelle steht zweimal im Blatt; es ist unklar, welcher Wert zählt"
    ),
    "{0} is neither true nor false": "{0} ist weder wahr noch falsch",
    "the cell refers to a text that is not there": "die Zelle verweist auf einen Text, den es nicht gibt",
    "{0} is no number": "{0} ist keine Zahl",
    "there is no such file": "es gibt keine solche Datei",
    "Check the name and the folder.": "Prüfen Sie Name und Ordner.",
    "this is a folder": "das ist ein Ordner",
    "Choose the result file inside it.": "Wählen Sie die Ergebnisdatei darin.",
    "this is not a regular file": "das ist keine gewöhnliche Datei",
    "Save it to disk first.": "Speichern Sie sie zuerst auf dem Datenträger.",
    "the file is empty (0 bytes)": "die Datei ist leer (0 Byte)",
    "the gzip data is damaged or cut off ({0})": "die gzip-Daten sind beschädigt oder abgeschnitten ({0:said})",
    "the gzip data is in more pieces than the limit of {0:,}": (
        "die gzip-Daten bestehen aus mehr Stücken als die Grenze von {0}"
    ),
    "Unpack it and choose the file inside.": "Entpacken Sie sie, und wählen Sie die Datei darin.",
    "behind the gzip data stand bytes that can't be unpacked; rows may be missing": (
        "hinter den gzip-Daten stehen Bytes, die sich nicht entpacken lassen; womöglich fehlen Zeilen"
    ),
    "Export fewer columns or rows, or split the file.": (
        "Geben Sie weniger Spalten oder Zeilen aus, oder teilen Sie die Datei auf."
    ),
    "the file is too large: {0:,} bytes (unpacked) are more than the limit of {1:,}": (
        "die Datei ist zu groß: {0} Byte (entpackt) sind mehr als die Grenze von {1}"
    ),
    "the system does not let us open it ({0})": "das System lässt sie nicht öffnen ({0:said})",
    "Check its permissions.": "Prüfen Sie ihre Zugriffsrechte.",
    "a message of the import worker is longer than any result can be": (
        "eine Nachricht des Lesevorgangs ist länger, als ein Ergebnis sein kann"
    ),
    "a message of the import worker is no object": "eine Nachricht des Lesevorgangs ist kein Objekt",
    "Export the file again, or as JSON.": "Geben Sie die Datei neu aus, oder als JSON.",
    "this is no valid YAML ({0})": "das ist kein gültiges YAML ({0:said})",
    "the end of the YAML is missing; the file may be cut off ({0})": (
        "das Ende des YAML fehlt; die Datei ist womöglich abgeschnitten ({0:said})"
    ),
    "the YAML is nested deeper than the limit of {0} levels": (
        "das YAML ist tiefer verschachtelt als die Grenze von {0} Ebenen"
    ),
    "a reference to something that is not complete at this point": (
        "ein Verweis auf etwas, das an dieser Stelle nicht vollständig ist"
    ),
    "the YAML stands for more values than the limit of {0:,}": "das YAML steht für mehr Werte als die Grenze von {0}",
    "the YAML asks for an object of type {0}, which is never made": (
        "das YAML verlangt ein Objekt der Art {0}, das nie erzeugt wird"
    ),
    "the import process could not be reached": "der Lesevorgang war nicht zu erreichen",
    "reading made no progress for {0:.0f} seconds and was stopped": (
        "das Lesen kam {0} Sekunden lang nicht voran und wurde angehalten"
    ),
    "reading stopped unexpectedly: the file may need more memory than is allowed": (
        "das Lesen brach unerwartet ab: die Datei braucht womöglich mehr Speicher, als erlaubt ist"
    ),
    "the file is too large: it unpacks to {0:,} bytes, more than the limit of {1:,}": (
        "die Datei ist zu groß: entpackt sind es {0} Byte, mehr als die Grenze von {1}"
    ),
}

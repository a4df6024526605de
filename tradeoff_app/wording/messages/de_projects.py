"""German of what is said about project files: opened, saved, recovered."""

from __future__ import annotations

PROJECTS: dict[str, str] = {
    "the earlier version could not be kept aside ({0})": "die frühere Fassung ließ sich nicht aufheben ({0:said})",
    "it can't be unpacked": "sie lässt sich nicht entpacken",
    "it is a ZIP file without a Tradeoff project": "sie ist eine ZIP-Datei ohne Tradeoff-Projekt",
    "it has too many members, or one of them twice": "sie hat zu viele Teile, oder einen davon zweimal",
    "{0} to more than {1} MB": "{0:said} mehr als {1} MB",
    "Free some space on the disk, or save somewhere else": (
        "Schaffen Sie Platz auf dem Datenträger, oder speichern Sie an einem anderen Ort"
    ),
    "Choose a folder that you may write to": "Wählen Sie einen Ordner, in den Sie schreiben dürfen",
    "The disk is read-only; save somewhere else": (
        "Der Datenträger ist schreibgeschützt; speichern Sie an einem anderen Ort"
    ),
    "The folder does not exist; create it or choose another": (
        "Den Ordner gibt es nicht; legen Sie ihn an, oder wählen Sie einen anderen"
    ),
    "That is a folder; give a file name": "Das ist ein Ordner; geben Sie einen Dateinamen an",
    "Your disk quota is used up; free some space, or save somewhere else": (
        "Ihr Speicherkontingent ist aufgebraucht; schaffen Sie Platz, oder speichern Sie an einem anderen Ort"
    ),
    "it can't be written (it is a device or a pipe, not a file)": (
        "sie lässt sich nicht schreiben (das ist ein Gerät oder eine Pipe, keine Datei)"
    ),
    "Choose another name": "Wählen Sie einen anderen Namen",
    "another program has it open": "ein anderes Programm hat sie geöffnet",
    "Close it there, or save somewhere else": "Schließen Sie sie dort, oder speichern Sie an einem anderen Ort",
    "it can't be written ({0})": "sie lässt sich nicht schreiben ({0:said})",
    "The file as it was before is untouched; save somewhere else": (
        "Die frühere Datei ist unberührt; speichern Sie an einem anderen Ort"
    ),
    "numbers can't be stored as {0}": "Zahlen lassen sich nicht als {0} speichern",
    "whole numbers can't be stored as {0}": "ganze Zahlen lassen sich nicht als {0} speichern",
    "true and false can't be stored as {0}": "Wahr und Falsch lassen sich nicht als {0} speichern",
    "a column is expected": "eine Spalte wird erwartet",
    "its type is not known": "ihre Art ist nicht bekannt",
    "its length is not known": "ihre Länge ist nicht bekannt",
    "its data can't be unpacked": "ihre Daten lassen sich nicht entpacken",
    "it holds another number of values than it says": "sie enthält eine andere Anzahl von Werten, als sie angibt",
    "evidence/pairing is not known": "evidence/pairing ist nicht bekannt",
    "{0} is not known": "{0} ist nicht bekannt",
    "{0}/{1} points at nothing": "{0}/{1} verweist auf nichts",
    "{0} has another number of counts than it says": "{0} hat eine andere Anzahl von Zählungen, als angegeben ist",
    "evidence/table/den names a metric that the table does not hold": (
        "evidence/table/den nennt eine Messgröße, die die Tabelle nicht enthält"
    ),
    "evidence/table/order does not name the dimensions": "evidence/table/order nennt die Dimensionen nicht",
    "{0} has codes without a label": "{0} enthält Codes ohne Bezeichnung",
    "{0}: it has {1} values for {2} units": "{0}: {1} Werte für {2} Fälle",
    "evidence/{0} is missing": "evidence/{0} fehlt",
    "evidence/{0} must hold texts": "evidence/{0} muss Texte enthalten",
    "evidence/findings is not known": "evidence/findings ist nicht bekannt",
    "evidence/match is not known": "evidence/match ist nicht bekannt",
    "it was edited outside the program or damaged": "sie wurde außerhalb des Programms bearbeitet oder beschädigt",
    "Make one with: tradeoff new": "Erstellen Sie eines mit: tradeoff new",
    "Open an earlier version of it, or ask whoever sent it to send it again": (
        "Öffnen Sie eine frühere Fassung, oder lassen Sie sie sich noch einmal schicken"
    ),
    "it would not read back as it is": "es ließe sich nicht unverändert wieder lesen",
    "Nothing was saved": "Nichts wurde gespeichert",
    "it can't be stored exactly ({0})": "es lässt sich nicht genau speichern ({0:said})",
    "it is not a Tradeoff project": "das ist kein Tradeoff-Projekt",
    "This is a setup file: give it with --setup": "Das ist eine Setup-Datei: geben Sie sie mit --setup an",
    "it needs Tradeoff {0} or later (format {1}; this version reads {2})": (
        "es braucht Tradeoff {0} oder neuer (Format {1}; diese Version liest {2})"
    ),
    "Update Tradeoff to open it": "Aktualisieren Sie Tradeoff, um es zu öffnen",
    "{0} was made by a later version of Tradeoff ({1})": "{0} stammt von einer neueren Version von Tradeoff ({1})",
    "{0}: what this version does not know is kept, but not shown": (
        "{0:said}: was diese Version nicht kennt, bleibt erhalten, wird aber nicht gezeigt"
    ),
    "it is protected by a passphrase, which this version can't open": (
        "es ist mit einer Passphrase geschützt, die diese Version nicht öffnen kann"
    ),
    "Ask for an unprotected copy": "Bitten Sie um eine ungeschützte Kopie",
    "it is a device or a pipe, not a file": "das ist ein Gerät oder eine Pipe, keine Datei",
    "Check its name and folder": "Prüfen Sie Name und Ordner",
    "it is a folder, not a file": "das ist ein Ordner, keine Datei",
    "it can't be read ({0})": "sie lässt sich nicht lesen ({0:said})",
    "the folder can't be made": "der Ordner lässt sich nicht anlegen",
    "the rows are not whole": "die Zeilen sind nicht vollständig",
    "the columns of the rows differ in length": "die Spalten der Zeilen sind verschieden lang",
    "the column {0} refers to something that is not there": "die Spalte {0} verweist auf etwas, das es nicht gibt",
    "a column of the units has another length than they": "eine Spalte der Fälle hat eine andere Länge als diese",
    "the column {0} has another type than it should": "die Spalte {0} hat eine andere Art, als sie haben sollte",
    "the column {0} holds another number of values than it says": (
        "die Spalte {0} enthält eine andere Anzahl von Werten, als sie angibt"
    ),
    "it has {0} MB, the limit is {1} MB": "sie hat {0} MB, die Grenze ist {1} MB",
    "it is not UTF-8 text": "das ist kein UTF-8-Text",
    "it holds no JSON object": "sie enthält kein JSON-Objekt",
    "not JSON: {0}": "kein JSON: {0:said}",
    "it is nested more than {0} levels deep": "sie ist mehr als {0} Ebenen tief verschachtelt",
    "it stands twice in one object": "er steht zweimal in einem Objekt",
    "{0} is not a number that can be stored": "{0} ist keine Zahl, die sich speichern lässt",
    "the number {0} is too large": "die Zahl {0} ist zu groß",
    "the whole number {0} is too large to be kept exactly": (
        "die ganze Zahl {0} ist zu groß, um genau erhalten zu bleiben"
    ),
    "a text holds half of a character pair": "ein Text enthält die Hälfte eines Zeichenpaars",
    "it was changed by somebody else since it was opened": (
        "sie wurde von jemand anderem geändert, seit sie geöffnet wurde"
    ),
    "Compare the two versions, or save under another name": (
        "Vergleichen Sie die beiden Fassungen, oder speichern Sie unter einem anderen Namen"
    ),
    "it can't be written (it is read-only)": "sie lässt sich nicht schreiben (sie ist schreibgeschützt)",
}

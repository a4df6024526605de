"""German of fragments that stand inside messages."""

from __future__ import annotations

PARTS: dict[str, str] = {
    "not one row per unit: no distributions, no pairing": "nicht eine Zeile je Fall: keine Verteilungen, keine Paare",
    "everyone together": "alle zusammen",
    "is no finite number; read as missing": "ist keine endliche Zahl; als fehlend gelesen",
    "is no number; read as missing": "ist keine Zahl; als fehlend gelesen",
    "was read as missing": "wurde als fehlend gelesen",
    " and {0:,} more": " und {0} weitere",
    "{0} was read as {1:g}, {2} as {3:g}": "{0} wurde als {1} gelesen, {2} als {3}",
    "Windows-1252 (Latin)": "Windows-1252 (lateinisch)",
    "fewer values than the header has columns; read as missing": (
        "weniger Werte als die Kopfzeile Spalten hat; als fehlend gelesen"
    ),
    "an extra separator at the end of the line, left out": (
        "ein überzähliges Trennzeichen am Ende der Zeile, weggelassen"
    ),
    "a result of simple-evals, which holds only averages: no distributions, no pairing": (
        "ein Ergebnis von simple-evals, das nur Mittelwerte enthält: keine Verteilungen, keine Paare"
    ),
    "a table of HELM's averages per model: no distributions, no pairing": (
        "eine Tabelle von HELMs Mittelwerten je Modell: keine Verteilungen, keine Paare"
    ),
    "a W&B table that only names the two tables it joins": (
        "eine W&B-Tabelle, die nur die zwei Tabellen nennt, die sie verbindet"
    ),
    "a W&B table that only names the folder of its parts": ("eine W&B-Tabelle, die nur den Ordner ihrer Teile nennt"),
    "an export of a Label Studio before version 1.0": "eine Ausgabe eines Label Studio vor Version 1.0",
    "a pointer of Git LFS, not the file itself": "ein Zeiger von Git LFS, nicht die Datei selbst",
    "a HELM run description without results": "die Beschreibung eines HELM-Laufs ohne Ergebnisse",
    "a log of another tool": "ein Protokoll eines anderen Werkzeugs",
    "evaluations with their averages": "Auswertungen mit ihren Mittelwerten",
    "single messages or events": "einzelne Nachrichten oder Ereignisse",
    "nested lists": "verschachtelte Listen",
    "{0} value": "ein Wert der Art {0}",
    "{0} has {1}": "{0} hat {1}",
    "model and directions": "Modell und Richtungen",
    "names of filters, model and directions": "Namen der Filter, Modell und Richtungen",
    "; the last result is incomplete and was left out": "; das letzte Ergebnis ist unvollständig und wurde ausgelassen",
    "of {0:,} that finished, {1:,} that were submitted, {2:,} that are listed": (
        "von {0}, die zu Ende liefen, {1}, die eingereicht wurden, {2}, die aufgeführt sind"
    ),
    "{0} as {1}": "{0} als {1}",
    "{0} and {1}": "{0} und {1}",
    " {0} holds text such as {1}.": " {0} enthält Text wie {1}.",
    "after removing blanks at their ends": "nähme man Leerzeichen an ihren Enden weg",
    "if capitals did not count": "zählte Großschreibung nicht",
    "without leading zeros": "fehlten führende Nullen",
    "without the '.0' at their end": "fehlte '.0' am Ende",
    "but for capitals, blanks, marks or leading zeros": (
        "wären da nicht Großschreibung, Leerzeichen, Satzzeichen oder führende Nullen"
    ),
    "{0:,} only in the baseline, {1:,} only in {2}": "{0} nur vorher, {1} nur in {2:word}",
    "end of the data is missing": "das Ende der Daten fehlt",
    "cells (rows by columns)": "Zellen (Zeilen mal Spalten)",
    "it unpacks": "entpackt sind es",
    "the archive unpacks": "entpackt hat das Archiv",
    "metric or *": "Messgröße oder *",
    '; did you mean "{0}"?': '; meinten Sie "{0}"?',
    "{0} lies between {1:g} and {2:g}": "{0} zwischen {1} und {2} liegt",
    "its texts ": "ihre Texte: ",
    "{0} and {1:,} more": "{0:said} und {1} weitere",
    " seconds": " Sekunden",
    "comment": "Kommentar",
    "title": "Titel",
    "rows": "Zeilen",
    "columns": "Spalten",
    "lines": "Zeilen",
    "separators": "Trennzeichen",
    "metric": "Messgröße",
    "segment": "Segment",
    "gate": "Schranke",
    "scenario": "Szenario",
    "reference": "Referenz",
    "added up: {0}": "addiert: {0}",
    "averaged: {0}": "gemittelt: {0}",
    "{0:.3g} and {1:.3g}": "{0} und {1}",
    "the file": "die Datei",
    "candidate": "Kandidat",
}

WORDS: dict[str, str] = {
    "baseline": "vorher",
    "candidate": "nachher",
    "file": "Datei",
    "archive": "Archiv",
    "project": "Projekt",
}
"""Names of versions that no file gave, and places of our own files."""

"""German of what is said about inputs that people wrote: setups, rules, updates of data."""

from __future__ import annotations

SETUPS: dict[str, str] = {
    "an absolute_limit needs its limit": "absolute_limit braucht seine Grenze (limit)",
    "a non_inferiority gate needs a margin or a margin_relative": (
        "non_inferiority braucht einen Spielraum (margin oder margin_relative)"
    ),
    "an absolute_target needs its target": "absolute_target braucht sein Ziel (target)",
    "this is not a setup document": "das ist kein Setup-Dokument",
    'Begin it with "schema": "{0}"': 'Beginnen Sie es mit "schema": "{0}"',
    "text is expected": "ein Text wird erwartet",
    "Name the metric of the files": "Nennen Sie die Messgröße der Dateien",
    '"{0}" is the id of another {1} already': '"{0}" ist schon die Kennung von etwas anderem ({1:said})',
    'Choose another id for "{0}"': 'Wählen Sie eine andere Kennung für "{0}"',
    "a list of paths is expected": "eine Liste von Pfaden wird erwartet",
    'Write ["segments/tail/exposure", …]': 'Schreiben Sie ["segments/tail/exposure", …]',
    "it is missing": "die Angabe fehlt",
    "a text is expected": "ein Text wird erwartet",
    "a number is expected": "eine Zahl wird erwartet",
    "a whole number is expected": "eine ganze Zahl wird erwartet",
    "true or false is expected": "true oder false wird erwartet",
    "an object is expected": "ein Objekt wird erwartet",
    "a list is expected": "eine Liste wird erwartet",
    "a finite number is expected": "eine endliche Zahl wird erwartet",
    "a date such as 2026-11-23 is expected": "ein Datum wie 2026-11-23 wird erwartet",
    "it must not be empty": "die Angabe darf nicht leer sein",
    'Did you mean "{0}"?': 'Meinten Sie "{0}"?',
    "There is none yet": "Es gibt noch keine",
    "There is: {0} …": "Es gibt: {0} …",
    "There is: {0}": "Es gibt: {0}",
    "one of a few words is expected": "eines von wenigen Wörtern wird erwartet",
    "One of: {0}": "Eines von: {0}",
    '"{0}" is not one of {1}': '"{0}" ist keines von {1}',
    "low, base and high must be in ascending order": "low, base und high müssen aufsteigen",
    'there is no {0} "{1}"': 'es gibt keinen Eintrag "{1}" ({0:said})',
    "worst and best of a swing must differ": "worst und best eines Swings müssen sich unterscheiden",
    '"{0}" is stated twice': '"{0}" ist zweimal angegeben',
    "Keep one of the two": "Behalten Sie eine der beiden Angaben",
    'Give each entry of {0} its "{1}"': 'Geben Sie jedem Eintrag von {0} sein "{1}"',
    'Write {{"low": …, "base": …, "high": …}}': 'Schreiben Sie {{"low": …, "base": …, "high": …}}',
    "It is stated in the metric's own units; of a share or a rate 5 % is 0.05.": (
        "Die Angabe steht in den Einheiten der Messgröße selbst; bei einem Anteil sind 5 % 0,05."
    ),
    "the project compares {0} versions ({1}), the new files hold {2}": (
        "das Projekt vergleicht {0} Versionen ({1}), die neuen Dateien enthalten {2}"
    ),
    "Give the files of the same versions in the same order, or make a new project": (
        "Geben Sie die Dateien derselben Versionen in derselben Reihenfolge an, oder legen Sie ein neues Projekt an"
    ),
    "{0} can't be yes or no: its values reach from {1:.6g} to {2:.6g}": (
        "{0} kann nicht Ja oder Nein sein: die Werte reichen von {1} bis {2}"
    ),
    "Yes or no needs 0 and 1 (or words for them): choose another kind for this metric.": (
        "Ja oder Nein braucht 0 und 1 (oder Wörter dafür): wählen Sie eine andere Art für diese Messgröße."
    ),
    '{0}: no file has a metric "{1}". {2}': '{0}: keine Datei hat eine Messgröße "{1}". {2:said}',
    '{0}: no unit has the value "{1}". {2}': '{0}: kein Fall hat den Wert "{1}". {2:said}',
    '{0}: no metric "{1}" is measured. {2}': '{0}: keine Messgröße "{1}" wurde gemessen. {2:said}',
    "{0}: it follows from the result files and is not taken from a setup": (
        "{0}: das folgt aus den Ergebnisdateien und wird nicht aus einem Setup genommen"
    ),
    "{0}: no such field is known, it is kept but changes nothing{1}": (
        "{0}: ein solches Feld ist nicht bekannt; es bleibt erhalten, ändert aber nichts{1:said}"
    ),
    "{0:g} allows {1:g} times the baseline": "{0} erlaubt das {1}-fache des Werts vorher",
    "{0:g} can never be exceeded, because {1}": "{0} kann nie überschritten werden, weil {1:said}",
    "{0:g} can never be broken, because {1}": "{0} kann nie verletzt werden, weil {1:said}",
    "{0:g} lies outside what can be, because {1}": "{0} liegt außerhalb des Möglichen, weil {1:said}",
    "{0:g} accepts everything, because {1}": "{0} akzeptiert alles, weil {1:said}",
    "input should be greater than {0}": "die Angabe muss größer als {0} sein",
    "input should be greater than or equal to {0}": "die Angabe muss mindestens {0} sein",
    "input should be less than {0}": "die Angabe muss kleiner als {0} sein",
    "input should be less than or equal to {0}": "die Angabe darf höchstens {0} sein",
    "input should be a valid {0}": "die Angabe ist nicht von der erwarteten Art ({0})",
}

"""German of what is said about results: groups, versions, units, metrics."""

from __future__ import annotations

RESULTS: dict[str, str] = {
    "Export one row per item or user.": "Geben Sie eine Zeile je Inhalt oder Nutzer aus.",
    "it holds numbers of groups, and {0} holds rows of single units": (
        "sie enthält Zahlen von Gruppen, und {0} enthält Zeilen einzelner Fälle"
    ),
    "Ask for both versions in the same form, best as rows.": (
        "Bitten Sie um beide Versionen in derselben Form, am besten als Zeilen."
    ),
    "the file holds means and standard deviations of groups, but not how many units each group has": (
        "die Datei enthält Mittelwerte und Standardabweichungen von Gruppen, aber nicht, wie viele Fälle jede "
        "Gruppe hat"
    ),
    "Ask for the number of users (or items) of each segment and version: one more column, n.": (
        "Bitten Sie um die Anzahl der Nutzer (oder Inhalte) je Segment und Version: eine weitere Spalte, n."
    ),
    "the file holds numbers of groups without their spread ({0}), {1}": (
        "die Datei enthält Zahlen von Gruppen ohne ihre Streuung ({0}), {1:said}"
    ),
    (
        "Ask for the standard deviation (or standard error, or 95% interval) of each mean beside n; of a rate, "
        "the number of users with the event."
    ): (
        "Bitten Sie um die Standardabweichung (oder den Standardfehler oder das 95-%-Intervall) jedes "
        "Mittelwerts neben n; bei einem Anteil um die Anzahl der Nutzer mit dem Ereignis."
    ),
    "Rows that hold other rows together were left out of the sums: {0}.": (
        "Zeilen, die andere Zeilen zusammenfassen, wurden aus den Summen ausgelassen: {0}."
    ),
    "They are made again from the groups.": "Sie werden aus den Gruppen neu gebildet.",
    "The file holds numbers of groups ({0}), {1}.": "Die Datei enthält Zahlen von Gruppen ({0:said}), {1:said}.",
    "Ask for the standard deviation, the standard error or the 95% interval of each.": (
        "Bitten Sie um die Standardabweichung, den Standardfehler oder das 95-%-Intervall von jedem."
    ),
    "Results of tests were not read; they are computed anew: {0}.": (
        "Ergebnisse von Tests wurden nicht gelesen; sie werden neu berechnet: {0}."
    ),
    "The intervals in the file were read as 95% intervals.": (
        "Die Intervalle in der Datei wurden als 95-%-Intervalle gelesen."
    ),
    "Several rows speak of the same group; they were put together as if each unit stood in one of them.": (
        "Mehrere Zeilen betreffen dieselbe Gruppe; sie wurden zusammengelegt, als stünde jeder Fall in nur einer davon."
    ),
    "A user who was counted on two days counts twice: ask for one row per group and version.": (
        "Ein Nutzer, der an zwei Tagen gezählt wurde, zählt doppelt: bitten Sie um eine Zeile je Gruppe und Version."
    ),
    "the file holds {0} runs ({1}), and it is unclear which one is meant": (
        "die Datei enthält {0} Läufe ({1}), und es ist unklar, welcher gemeint ist"
    ),
    "Give that file alone, or choose them with --run baseline=NAME --run candidate=NAME.": (
        "Geben Sie diese Datei allein an, oder wählen Sie die Läufe mit --run baseline=NAME --run candidate=NAME."
    ),
    "Columns come in pairs ({0} and {1}); they were read as two arms.": (
        "Spalten kommen paarweise vor ({0} und {1}); sie wurden als zwei Versionen gelesen."
    ),
    "Say so if they are separate metrics.": "Geben Sie an, wenn es einzelne Messgrößen sind.",
    "none of the chosen values occurs": "keiner der gewählten Werte kommt vor",
    "It has {0}.": "Es gibt dort {0}.",
    "there is no column called {0}": "es gibt keine Spalte namens {0}",
    "Its columns are {0}.": "Die Spalten sind {0}.",
    "no run is called {0}": "kein Lauf heißt {0}",
    "no run was named for {0}": "für {0:word} wurde kein Lauf genannt",
    "The runs are {0}.": "Die Läufe sind {0}.",
    "there is no arm called {0}": "es gibt keine Version namens {0}",
    "The arms are {0}.": "Die Versionen sind {0}.",
    "It is not said which arm is the baseline; {0} was taken.": (
        "Es ist nicht gesagt, welche Version die vorher ist; {0:word} wurde genommen."
    ),
    "{0:,} rows of {1} have no value in {2} and were left out.": (
        "{0} Zeilen von {1:word} haben keinen Wert in {2} und wurden ausgelassen."
    ),
    "Fill in the ids or choose another column.": "Ergänzen Sie die Kennungen, oder wählen Sie eine andere Spalte.",
    "the files hold numbers of groups, so nothing is known of single units": (
        "die Dateien enthalten Zahlen von Gruppen, daher ist über einzelne Fälle nichts bekannt"
    ),
    "no group has a number": "keine Gruppe hat eine Zahl",
    "Groups that hold all the others together were left out of the sums: {0}.": (
        "Gruppen, die alle anderen zusammenfassen, wurden aus den Summen ausgelassen: {0}."
    ),
    "They are made from the others.": "Sie werden aus den anderen gebildet.",
    "The same units stand there by {0}: only {1} was read, so that nobody counts twice.": (
        "Dieselben Fälle stehen dort nach {0}: nur {1} wurde gelesen, damit niemand doppelt zählt."
    ),
    "Give a file without {0} to compare by {1}.": "Geben Sie eine Datei ohne {0}, um nach {1} zu vergleichen.",
    "the files hold no metric, so no unit has a result": (
        "die Dateien enthalten keine Messgröße, daher hat kein Fall ein Ergebnis"
    ),
    "only one arm was given": "es wurde nur eine Version gegeben",
    "the values are too large to average": "die Werte sind zu groß, um sie zu mitteln",
    "no row was scored": "keine Zeile wurde bewertet",
    "no unit was scored in both arms": "kein Fall wurde in beiden Versionen bewertet",
    "{0}: numbers in one arm and text in another; it can hardly be compared.": (
        "{0}: Zahlen in der einen Version und Text in der anderen; das lässt sich kaum vergleichen."
    ),
    "Check that both files mean the same by it.": "Prüfen Sie, ob beide Dateien dasselbe damit meinen.",
    "{0}: its values are texts of all kinds ({1:,} different), not scores.": (
        "{0}: die Werte sind Texte aller Art ({1} verschiedene), keine Bewertungen."
    ),
    "Score them first, or name the column as a metric.": (
        "Bewerten Sie sie zuerst, oder nennen Sie die Spalte als Messgröße."
    ),
    "{0}: equal in all arms for every unit; read as a property of the unit, not as a metric.": (
        "{0}: für jeden Fall gleich in allen Versionen; als Eigenschaft des Falls gelesen, nicht als Messgröße."
    ),
    "Name it as a metric if it is one.": "Nennen Sie die Spalte als Messgröße, wenn sie eine ist.",
    "{0}: not a single value could be read as a score.": "{0}: kein einziger Wert ließ sich als Bewertung lesen.",
    "{0}: no value in {1}; it can't be compared.": "{0}: kein Wert in {1:words}; das lässt sich nicht vergleichen.",
    "No column holds results: no numbers, no yes or no, no labels that differ between the versions.": (
        "Keine Spalte enthält Ergebnisse: keine Zahlen, kein Ja oder Nein, keine Bezeichnungen, die sich "
        "zwischen den Versionen unterscheiden."
    ),
    "{0} and {1} have exactly the same scores for every unit.": (
        "{0:word} und {1:word} haben für jeden Fall genau dieselben Werte."
    ),
    "There are {0:,} metrics for {1:,} units: the table may be turned on its side.": (
        "Es gibt {0} Messgrößen für {1} Fälle: die Tabelle liegt womöglich auf der Seite."
    ),
    "Export it with one row per item and one column per metric.": (
        "Geben Sie sie mit einer Zeile je Inhalt und einer Spalte je Messgröße aus."
    ),
    "{0}: the usual values of {1} and {2} are {3}; they may differ in their unit.": (
        "{0}: die üblichen Werte von {1:word} und {2:word} sind {3:said}; womöglich in verschiedenen Einheiten."
    ),
    "Check percent against shares and milliseconds against seconds.": (
        "Prüfen Sie Prozent gegen Anteile und Millisekunden gegen Sekunden."
    ),
    "{0}: {1:,} of {2:,} rows report an error in {3}.": "{0:word}: {1} von {2} Zeilen melden einen Fehler in {3}.",
    "Baseline and {0} have no unit in common; they can only be compared unpaired.": (
        "Vorher und {0:word} haben keinen Fall gemeinsam; sie lassen sich nur ungepaart vergleichen."
    ),
    "Ids that would match {0}: {1:,} (e.g. {2} and {3}).": (
        "Kennungen, die zusammenpassten, {0:said}: {1} (z. B. {2} und {3})."
    ),
    "Remove the blanks in the file (TRIM in a spreadsheet) and read it again.": (
        "Entfernen Sie die Leerzeichen in der Datei (GLÄTTEN in der Tabelle), und lesen Sie sie noch einmal."
    ),
    "Write the ids with the same capitals in both files and read them again.": (
        "Schreiben Sie die Kennungen in beiden Dateien gleich groß und klein, und lesen Sie sie noch einmal."
    ),
    "A spreadsheet has cut zeros off one of the files: export the ids as text, or write them alike.": (
        "Eine Tabellenkalkulation hat in einer Datei Nullen abgeschnitten: Geben Sie die Kennungen als Text aus, oder "
        "schreiben Sie sie gleich."
    ),
    "One export wrote the ids as decimals: write them as whole numbers or as text in both files.": (
        "Ein Export schrieb die Kennungen als Dezimalzahlen: Schreiben Sie sie in beiden Dateien als ganze Zahlen oder "
        "als Text."
    ),
    "Choose another unit column if the same items were run twice.": (
        "Wählen Sie eine andere Spalte der Fälle, wenn dieselben Inhalte zweimal liefen."
    ),
    "Write the ids alike in both files, or choose another unit column.": (
        "Schreiben Sie die Kennungen in beiden Dateien gleich, oder wählen Sie eine andere Spalte der Fälle."
    ),
    "{0:,} units are in both versions; {1} (e.g. {2}).": "{0} Fälle stehen in beiden Versionen; {1:said} (z. B. {2}).",
    "Check that both runs used the same set of items.": "Prüfen Sie, ob beide Läufe dieselben Inhalte benutzten.",
    "{0:,} units of {1} have the baseline's number, but another content": (
        "{0} Fälle von {1:word} haben die Nummer wie vorher, aber anderen Inhalt"
    ),
    "Check that both runs used the same set of items in the same version.": (
        "Prüfen Sie, ob beide Läufe dieselben Inhalte in derselben Fassung benutzten."
    ),
    "{0}: most units have {1} rows; they were read as repeats and averaged per unit.": (
        "{0:word}: die meisten Fälle haben {1} Zeilen; sie wurden als Wiederholungen gelesen und je Fall gemittelt."
    ),
    "Choose a finer unit column if that is wrong.": "Wählen Sie eine feinere Spalte der Fälle, wenn das falsch ist.",
    "{0}: {1:,} units occur more than once (e.g. {2}); their rows were averaged.": (
        "{0:word}: {1} Fälle kommen mehrmals vor (z. B. {2}); ihre Zeilen wurden gemittelt."
    ),
    "Remove the doubles or name the repeat column.": (
        "Entfernen Sie die doppelten, oder nennen Sie die Spalte der Wiederholungen."
    ),
    "{0}: {1:,} units occur twice in the same {2} (e.g. {3}); averaged.": (
        "{0:word}: {1} Fälle kommen zweimal in {2} vor (z. B. {3}); gemittelt."
    ),
    "Remove the doubles or choose another id.": "Entfernen Sie die doppelten, oder wählen Sie eine andere Kennung.",
    "{0} and {1} are the same file, byte for byte.": "{0} und {1} sind dieselbe Datei, Byte für Byte.",
    "Swap the files if the first one is the candidate.": (
        "Vertauschen Sie die Dateien, wenn die erste der Kandidat ist."
    ),
    "{0} is taken as the baseline and {1} as the candidate; their names say the opposite.": (
        "{0} gilt als vorher und {1} als Kandidat; ihre Namen sagen das Gegenteil."
    ),
    "The candidate's run ({0}) is older than the baseline's ({1}).": (
        "Der Lauf des Kandidaten ({0}) ist älter als der vorher ({1})."
    ),
    "{0:,} users were seen in more than one variant; they were left out.": (
        "{0} Nutzer wurden in mehr als einer Variante gesehen; sie wurden ausgelassen."
    ),
    "Check how users were assigned to variants.": "Prüfen Sie, wie Nutzer den Varianten zugeteilt wurden.",
    "Each value of {0} saw one value of {1}: read as a randomised trial and compared unpaired.": (
        "Jeder Wert von {0} sah einen Wert von {1}: als zufälliger Versuch gelesen und ungepaart verglichen."
    ),
    "Choose another unit or arm column if users were not assigned at random.": (
        "Wählen Sie eine andere Spalte der Fälle oder der Version, wenn Nutzer nicht zufällig zugeteilt wurden."
    ),
    "{0:,} rows were put together to {1:,} users, because users are what was assigned to variants ({2}).": (
        "{0} Zeilen wurden zu {1} Nutzern zusammengelegt, weil Nutzer den Varianten zugeteilt wurden ({2:clauses})."
    ),
    "Export one row per user to decide yourself how sessions count.": (
        "Geben Sie eine Zeile je Nutzer aus, um selbst zu entscheiden, wie Sitzungen zählen."
    ),
    "Choose the column with the item's id.": "Wählen Sie die Spalte mit der Kennung des Inhalts.",
    "No column tells the units apart: every row counts as a unit of its own, and nothing can be paired.": (
        "Keine Spalte unterscheidet die Fälle: jede Zeile zählt als eigener Fall, und nichts lässt sich paaren."
    ),
    "{0} looks like row numbers or times; rows were matched by it for want of a better id.": (
        "{0} sieht nach Zeilennummern oder Zeitangaben aus; Zeilen wurden danach zugeordnet, weil es keine "
        "bessere Kennung gibt."
    ),
    "Rows were matched by {0}, which may be a rating or a group rather than an id.": (
        "Zeilen wurden nach {0} zugeordnet, womöglich eine Bewertung oder eine Gruppe statt einer Kennung."
    ),
    "For the column {0} write its type and direction so: {1}:binary:higher. The types are {2}.": (
        "Geben Sie für die Spalte {0} Art und Richtung so an: {1}:binary:higher. Die Arten sind {2}."
    ),
    "{0}: {1:,} units have different values in different rows ({2}); the first counts.": (
        "{0}: {1} Fälle haben verschiedene Werte in verschiedenen Zeilen ({2}); der erste zählt."
    ),
    "The columns are {0}.": "Die Spalten sind {0}.",
    "{0} It allows narrower intervals and examples.": "{0:said} Das erlaubt engere Intervalle und Beispiele.",
    "Left out, because their spread is not given: {0}.": "Ausgelassen, weil die Streuung nicht angegeben ist: {0}.",
    "Ask for standard deviations where they are others.": "Bitten Sie um Standardabweichungen, wenn es andere sind.",
    "Choose the baseline.": "Wählen Sie die Version vorher.",
    "Ignore it, or check the file.": "Lassen Sie die Spalte aus, oder prüfen Sie die Datei.",
    "Check that both runs used the same scorers.": "Prüfen Sie, ob beide Läufe dieselben Bewerter benutzten.",
    "Name the columns with results as metrics.": "Nennen Sie die Spalten mit Ergebnissen als Messgrößen.",
    "Check that the right files were chosen.": "Prüfen Sie, ob die richtigen Dateien gewählt wurden.",
    "Choose the file of the other run.": "Wählen Sie die Datei des anderen Laufs.",
    "Check which value is right.": "Prüfen Sie, welcher Wert richtig ist.",
}

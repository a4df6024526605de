"""German of what is said about the results of evaluation tools."""

from __future__ import annotations

TOOLS: dict[str, str] = {
    "Nothing to do; they are not scored.": "Es ist nichts zu tun; sie werden nicht bewertet.",
    "no annotation has a preference between 1 and 2": "keine Beurteilung hat eine Präferenz zwischen 1 und 2",
    "Choose the file annotations.json.": "Wählen Sie die Datei annotations.json.",
    "A win is measured against the answers of {0} (a draw is half a win).": (
        "Ein Sieg wird an den Antworten von {0} gemessen (ein Unentschieden ist ein halber Sieg)."
    ),
    "Compare only files with the same reference and the same judge.": (
        "Vergleichen Sie nur Dateien mit derselben Referenz und demselben Bewerter."
    ),
    "no record has a submitted response": "kein Datensatz hat eine abgeschickte Antwort",
    "Export the dataset with its responses (`dataset.records(with_responses=True).to_json(...)`).": (
        "Geben Sie den Datenbestand mit seinen Antworten aus (`dataset.records(with_responses=True).to_json(...)`)."
    ),
    "{0:,} responses do not say whether they were submitted; drafts and discarded ones may be among them.": (
        "{0} Antworten sagen nicht, ob sie abgeschickt wurden; Entwürfe und verworfene können darunter sein."
    ),
    "Export with `dataset.records(with_responses=True).to_list(flatten=True)` to have their status.": (
        "Geben Sie ihn mit `dataset.records(with_responses=True).to_list(flatten=True)` aus, um ihren Status zu haben."
    ),
    "Run DeepEval with a results folder (DisplayConfig(results_folder=…)) and choose its test_run file.": (
        "Starten Sie DeepEval mit einem Ergebnisordner (DisplayConfig(results_folder=…)), und wählen Sie die "
        "Datei test_run darin."
    ),
    "the test run holds no test cases (0 rows)": "der Testlauf enthält keine Testfälle (0 Zeilen)",
    "The test cases' names are missing or not unique; their inputs tell them apart.": (
        "Die Namen der Testfälle fehlen oder sind nicht eindeutig; ihre Eingaben unterscheiden sie."
    ),
    "Give every test case a name.": "Geben Sie jedem Testfall einen Namen.",
    "Neither names nor inputs tell the test cases apart; they are matched by their order.": (
        "Weder Namen noch Eingaben unterscheiden die Testfälle; sie werden nach ihrer Reihenfolge zugeordnet."
    ),
    "Give every test case a name, so that two runs can be matched safely.": (
        "Geben Sie jedem Testfall einen Namen, damit zwei Läufe sicher zugeordnet werden können."
    ),
    "{0}: the run's summary lists {1:,} scores, its cases have {2:,} or others.": (
        "{0}: die Zusammenfassung des Laufs führt {1} Werte auf, seine Testfälle haben {2} oder andere."
    ),
    "this Every Eval Ever record holds only averages, so there are no distributions and no pairing": (
        "dieser Datensatz von Every Eval Ever enthält nur Mittelwerte, also keine Verteilungen und keine Paare"
    ),
    "no sample has a score": "kein Fall hat einen Wert",
    "Export the samples with their scores.": "Geben Sie die einzelnen Fälle mit ihren Werten aus.",
    "Choose {0} of each run.": "Wählen Sie {0} jedes Laufs.",
    "Which direction is better, and the scale, come from {0} beside the samples.": (
        "Welche Richtung besser ist und die Skala stehen in {0} neben den Fällen."
    ),
    "Export one row per item, with a column per metric, as CSV or JSON lines.": (
        "Geben Sie eine Zeile je Inhalt mit einer Spalte je Messgröße aus, als CSV oder JSON-Zeilen."
    ),
    "Run the evaluation with a tool that writes one row per item.": (
        "Führen Sie die Auswertung mit einem Werkzeug aus, das eine Zeile je Inhalt schreibt."
    ),
    "this is {0}; it can't be read as a plain table": (
        "das ist {0:said}; es lässt sich nicht als einfache Tabelle lesen"
    ),
    "these are HELM's averages over all instances: no distributions, no pairing": (
        "das sind Mittelwerte von HELM über alle Fälle: keine Verteilungen, keine Paare"
    ),
    "no instance has a statistic of quality": "kein Fall hat eine Kennzahl der Qualität",
    "Choose per_instance_stats.json of each run.": "Wählen Sie per_instance_stats.json jedes Laufs.",
    "Statistics that are bookkeeping were left out: {0}.": "Kennzahlen der Buchführung wurden ausgelassen: {0}.",
    "Save the result of samples_df() instead, with one row per sample and epoch.": (
        "Speichern Sie stattdessen das Ergebnis von samples_df(), mit einer Zeile je Fall und Durchgang."
    ),
    "this data frame of Inspect holds {0}, not samples with their scores": (
        "diese Tabelle von Inspect enthält {0:said}, keine Fälle mit ihren Werten"
    ),
    "no column holds scores (score_…)": "keine Spalte enthält Werte (score_…)",
    "Run `inspect log convert --to json` and choose the JSON file.": (
        "Führen Sie `inspect log convert --to json` aus, und wählen Sie die JSON-Datei."
    ),
    "the log is no JSON object": "das Protokoll ist kein JSON-Objekt",
    "the samples have an unknown layout": "die Fälle haben einen unbekannten Aufbau",
    "the log's header has an unknown layout": "der Kopf des Protokolls hat einen unbekannten Aufbau",
    "The log has no header: the run is still going on or was stopped. What was logged so far was read.": (
        "Das Protokoll hat keinen Kopf: der Lauf dauert noch an oder wurde angehalten. Gelesen wurde, was bis "
        "dahin aufgezeichnet war."
    ),
    "Wait for the end of the run, or go on with part of the samples.": (
        "Warten Sie das Ende des Laufs ab, oder machen Sie mit einem Teil der Fälle weiter."
    ),
    "The log was edited after the run (it has header.json twice); the last one counts.": (
        "Das Protokoll wurde nach dem Lauf bearbeitet (header.json steht zweimal darin); die letzte Fassung zählt."
    ),
    "this sample has an unknown layout": "dieser Fall hat einen unbekannten Aufbau",
    "Parts with names that lead out of the folder were not read: {0}.": (
        "Teile, deren Namen aus dem Ordner hinausführen, wurden nicht gelesen: {0}."
    ),
    "The run did not end well (status {0}); its samples may be a part of what was planned.": (
        "Der Lauf endete nicht gut (Status {0}); seine Fälle sind womöglich nur ein Teil der geplanten."
    ),
    "The log holds no samples, only its header; there is nothing to compare.": (
        "Das Protokoll enthält keine Fälle, nur seinen Kopf; es gibt nichts zu vergleichen."
    ),
    "Choose the full log; header-only copies carry aggregates that can't be paired.": (
        "Wählen Sie das ganze Protokoll; Kopien, die nur den Kopf enthalten, haben Summen ohne Paare."
    ),
    "The header counts {0:,} samples, the log holds {1:,}.": "Der Kopf zählt {0} Fälle, das Protokoll enthält {1}.",
    "No sample was scored.": "Kein Fall wurde bewertet.",
    "{0:,} of {1:,} samples were marked as invalid after the run (e.g. {2}); their scores still count.": (
        "{0} von {1} Fällen wurden nach dem Lauf als ungültig markiert (z. B. {2}); ihre Werte zählen trotzdem."
    ),
    "Run these samples again, or agree that they may count.": (
        "Führen Sie diese Fälle noch einmal aus, oder vereinbaren Sie, dass sie zählen dürfen."
    ),
    "{0:,} of {1:,} samples were stopped at a limit ({2}); their scores count.": (
        "{0} von {1} Fällen wurden an einer Grenze angehalten ({2}); ihre Werte zählen."
    ),
    "Check that both runs had the same limits.": "Prüfen Sie, ob beide Läufe dieselben Grenzen hatten.",
    "no annotation holds a choice, a rating or a number; spans and texts are not scores": (
        "keine Beurteilung enthält eine Auswahl, eine Bewertung oder eine Zahl; Textstellen und Texte sind keine Werte"
    ),
    "Export the project as JSON or CSV after people have rated it.": (
        "Geben Sie das Projekt als JSON oder CSV aus, nachdem Menschen es bewertet haben."
    ),
    "Questions that give no score were not read: {0}.": "Fragen, die keinen Wert ergeben, wurden nicht gelesen: {0}.",
    "{0}: answered in {1:,} of {2:,} annotations; its values describe only those.": (
        "{0}: in {1} von {2} Beurteilungen beantwortet; die Werte beschreiben nur diese."
    ),
    (
        "Scores name their trace, not the item that was asked, and two runs have different traces: the traces "
        "export has the same scores together with metadata and input, by which items pair."
    ): (
        "Werte nennen ihren Trace, nicht den gefragten Inhalt, und zwei Läufe haben verschiedene Traces: die "
        "Ausgabe der Traces hat dieselben Werte zusammen mit Metadaten und Eingabe, nach denen sich Inhalte "
        "paaren."
    ),
    ("this is a results file of lighteval: it holds only averages, so there are no distributions and no pairing"): (
        "das ist eine Ergebnisdatei von lighteval: sie enthält nur Mittelwerte, also keine Verteilungen und keine Paare"
    ),
    "Run lighteval with --save-details and choose details_TASK_TIME.parquet of each run.": (
        "Starten Sie lighteval mit --save-details, und wählen Sie details_TASK_TIME.parquet jedes Laufs."
    ),
    "the file holds no metric of a document": "die Datei enthält keine Messgröße eines Dokuments",
    "no example has a score of the two answers": "kein Beispiel hat einen Wert der beiden Antworten",
    "Export it again with scores, as `comparator` writes it.": (
        "Geben Sie sie mit Werten neu aus, wie `comparator` sie schreibt."
    ),
    "the list of examples is missing": "die Liste der Beispiele fehlt",
    (
        "A score above 0 prefers {0}; from the other side it counts with the opposite sign, so the difference "
        "between the arms is twice the score. A draw is half a win."
    ): (
        "Ein Wert über 0 zieht {0} vor; von der anderen Seite zählt er mit umgekehrtem Vorzeichen, sodass der "
        "Unterschied der Versionen das Doppelte des Werts ist. Ein Unentschieden ist ein halber Sieg."
    ),
    "the document holds no samples (0 rows)": "das Dokument enthält keine Fälle (0 Zeilen)",
    "it is no whole JSON ({0})": "das JSON ist nicht vollständig ({0:said})",
    "Several documents have the same number (the logs of several tasks?); their text tells them apart.": (
        "Mehrere Dokumente haben dieselbe Nummer (die Protokolle mehrerer Aufgaben?); ihr Text unterscheidet sie."
    ),
    "Read from {0} beside the log: {1}.": "Aus {0} neben dem Protokoll gelesen: {1:said}.",
    (
        "This version does not name its filters; the {0} rows of a document are called filter 1 to {1}, in the "
        "order of the results file."
    ): (
        "Diese Version nennt ihre Filter nicht; die {0} Zeilen eines Dokuments heißen Filter 1 bis {1}, in der "
        "Reihenfolge der Ergebnisdatei."
    ),
    "No single number per document, so not read: {0}.": "Keine einzelne Zahl je Dokument, daher nicht gelesen: {0}.",
    "the trace ended in an error": "der Trace endete mit einem Fehler",
    "Choose the file of ratings with a header line: system, seg_id, rater, category, severity.": (
        "Wählen Sie die Datei der Bewertungen mit einer Kopfzeile: system, seg_id, rater, category, severity."
    ),
    "there is a header but no ratings (0 rows)": "es gibt eine Kopfzeile, aber keine Bewertungen (0 Zeilen)",
    "{0} values instead of 3": "{0} Werte statt 3",
    "{0} is no score": "{0} ist kein Wert",
    "this line is cut off": "diese Zeile ist abgeschnitten",
    "Download the file again.": "Laden Sie die Datei neu herunter.",
    (
        "Errors were summed per segment and rater: major -5 (non-translation -25), minor -1 (punctuation "
        "-0.1), neutral and no error 0."
    ): (
        "Fehler wurden je Segment und bewertender Person summiert: schwer (major) -5 (keine Übersetzung -25), "
        "leicht (minor) -1 (Zeichensetzung -0,1), neutral und kein Fehler 0."
    ),
    "0 is best; averages of WMT use the same weights.": (
        "0 ist am besten; Mittelwerte von WMT haben dieselben Gewichte."
    ),
    "No weight is known for the severity {0}; segments with it have no mqm_score.": (
        "Für den Schweregrad {0} ist kein Gewicht bekannt; Segmente damit haben keinen mqm_score."
    ),
    "Rename it to Major, Minor or Neutral.": "Benennen Sie ihn in Major, Minor oder Neutral um.",
    "The log has no segments: they come from the data set (--lookup FILE), where sample N is line N + 1.": (
        "Das Protokoll hat keine Segmente: sie kommen aus dem Datenbestand (--lookup FILE), in dem Fall N die "
        "Zeile N + 1 ist."
    ),
    "the log holds no sample events: the run did not get that far (0 rows)": (
        "das Protokoll enthält keine Ereignisse zu Fällen: so weit kam der Lauf nicht (0 Zeilen)"
    ),
    "Choose the log of a finished run.": "Wählen Sie das Protokoll eines beendeten Laufs.",
    ("The log has no final report: the run is still going on or was stopped. What was logged so far was read."): (
        "Das Protokoll hat keinen Abschlussbericht: der Lauf dauert noch an oder wurde angehalten. Gelesen "
        "wurde, was bis dahin aufgezeichnet war."
    ),
    "{0:,} samples have no score in the log (e.g. {1}); they are not scored.": (
        "{0} Fälle haben im Protokoll keinen Wert (z. B. {1}); sie gelten als nicht bewertet."
    ),
    "Look for errors in the run.": "Suchen Sie nach Fehlern im Lauf.",
    "The final report says accuracy {0:.4g}, the log's own rows give {1:.4g}; the rows count.": (
        "Der Abschlussbericht nennt eine Genauigkeit von {0}, die Zeilen des Protokolls selbst ergeben {1}; "
        "die Zeilen zählen."
    ),
    "Phoenix's JSON lacks the examples' metadata, so no segment can come from it.": (
        "Dem JSON von Phoenix fehlen die Metadaten der Beispiele, daher kann kein Segment daraus kommen."
    ),
    "no answer is scored: none is accepted or rejected": (
        "keine Antwort ist bewertet: keine ist angenommen oder abgelehnt"
    ),
    "Export the dataset after people answered.": "Geben Sie den Datenbestand aus, nachdem Menschen geantwortet haben.",
    "Export the results as JSON, which has everything.": "Geben Sie die Ergebnisse als JSON aus, das alles enthält.",
    "{0:,} results failed without an answer; whether the provider or the answer failed is not in this CSV.": (
        "{0} Ergebnisse scheiterten ohne Antwort; ob der Anbieter oder die Antwort scheiterte, steht nicht in "
        "diesem CSV."
    ),
    (
        "{0}: above 1 in some rows, so these are sums over the assertions of that name, as older versions of "
        "promptfoo write them, not their mean."
    ): (
        "{0}: in manchen Zeilen über 1; das sind also Summen über die Prüfungen dieses Namens, wie ältere "
        "Versionen von promptfoo sie schreiben, nicht ihr Mittelwert."
    ),
    (
        "{0}: 0 in every row, which is what promptfoo's CSV shows for metrics of weight 0 whatever their "
        "score; left out."
    ): (
        "{0}: 0 in jeder Zeile; so zeigt das CSV von promptfoo Messgrößen mit Gewicht 0, wie immer ihr Wert "
        "ist; ausgelassen."
    ),
    "promptfoo's CSV lacks metadata, cost, time and the parts of each score; some numbers are rounded.": (
        "Dem CSV von promptfoo fehlen Metadaten, Kosten, Zeit und die Teile jedes Werts; manche Zahlen sind gerundet."
    ),
    "the YAML is larger than the limit of {0} MB": "das YAML ist größer als die Grenze von {0} MB",
    "Export the results as JSON, which reads faster.": (
        "Geben Sie die Ergebnisse als JSON aus, das sich schneller lesen lässt."
    ),
    "The file ends without the statistics and settings that follow the results: it may be cut off{0}.": (
        "Die Datei endet ohne die Statistik und die Einstellungen, die auf die Ergebnisse folgen: sie ist "
        "womöglich abgeschnitten{0:said}."
    ),
    "Export it again, as JSON if you can.": "Geben Sie sie neu aus, wenn möglich als JSON.",
    "Choose the report MODEL.RUN.json that the evaluation wrote.": (
        "Wählen Sie den Bericht MODEL.RUN.json, den die Auswertung geschrieben hat."
    ),
    "the report is no JSON object": "der Bericht ist kein JSON-Objekt",
    "the report lists no instances (0 rows)": "der Bericht führt keine Aufgaben auf (0 Zeilen)",
    "the report does not list the resolved instances": "der Bericht führt die gelösten Aufgaben nicht auf",
    "{0:,} instances are resolved: {1}.": "{0} Aufgaben sind gelöst: {1:said}.",
    "Say whether instances that broke off count as failures; those that never ran are missing.": (
        "Geben Sie an, ob abgebrochene Aufgaben als Fehlschläge zählen; die nie gelaufenen fehlen."
    ),
    "{0:,} instances got an empty patch; they count as not resolved.": (
        "{0} Aufgaben bekamen einen leeren Patch; sie zählen als nicht gelöst."
    ),
    "The report counts {0:,} instances and lists {1:,}; those it does not list are not in any arm.": (
        "Der Bericht zählt {0} Aufgaben und führt {1} auf; die nicht aufgeführten gehören zu keiner Version."
    ),
    "no record names its task": "kein Datensatz nennt seine Aufgabe",
    "Choose the file of trajectories.": "Wählen Sie die Datei der Abläufe (trajectories).",
    "the answer holds no trials; it may be the summary alone": (
        "die Antwort enthält keine Versuche; sie ist womöglich nur die Zusammenfassung"
    ),
    "Ask eval_results/query with include_rows and include_raw_data_rows.": (
        "Fragen Sie eval_results/query mit include_rows und include_raw_data_rows ab."
    ),
    "{0}: values such as {1} are no score that Inspect knows; read as not scored.": (
        "{0}: Werte wie {1} kennt Inspect nicht; als nicht bewertet gelesen."
    ),
    "{0:,} of {1:,} samples ended in an error.": "{0} von {1} Fällen endeten mit einem Fehler.",
    "Say whether they count as failures or as missing.": (
        "Geben Sie an, ob sie als Fehlschläge oder als fehlend zählen."
    ),
    "Run lm_eval with --log_samples and choose the file samples_TASK_TIME.jsonl of each run.": (
        "Starten Sie lm_eval mit --log_samples, und wählen Sie die Datei samples_TASK_TIME.jsonl jedes Laufs."
    ),
    "the file holds averages of tasks, but not how many documents each task has": (
        "die Datei enthält Mittelwerte von Aufgaben, aber nicht, wie viele Dokumente jede Aufgabe hat"
    ),
    "Groups of tasks were left out; they hold the others together: {0}.": (
        "Gruppen von Aufgaben wurden ausgelassen; sie fassen die anderen zusammen: {0}."
    ),
    "Export again with `promptfoo export` or `promptfoo eval -o results.json`.": (
        "Geben Sie sie neu aus, mit `promptfoo export` oder `promptfoo eval -o results.json`."
    ),
    "the list of results is not where promptfoo keeps it": (
        "die Liste der Ergebnisse steht nicht dort, wo promptfoo sie hat"
    ),
    "the evaluation holds no results (0 rows)": "die Auswertung enthält keine Ergebnisse (0 Zeilen)",
    "{0:,} of {1:,} results ended in an error of the provider.": (
        "{0} von {1} Ergebnissen endeten mit einem Fehler des Anbieters."
    ),
    "Say whether they count as failures, as missing, or by their scores.": (
        "Geben Sie an, ob sie als Fehlschläge, als fehlend oder nach ihren Werten zählen."
    ),
    (
        "{0:,} of {1:,} results failed by assertions of weight 0 alone: up to version 0.91 of promptfoo these "
        "fail a result, later ones ignore them."
    ): (
        "{0} von {1} Ergebnissen scheiterten allein an Prüfungen mit Gewicht 0: bis Version 0.91 von promptfoo "
        "scheitert ein Ergebnis daran, spätere übergehen sie."
    ),
    "Compare pass with files of the same version only; the single metrics are not touched.": (
        "Vergleichen Sie pass nur mit Dateien derselben Version; die einzelnen Messgrößen sind nicht berührt."
    ),
    (
        "{0}: above 1 in some results; this version of promptfoo adds the assertions of one name up and does "
        "not list them, so this is their sum, not their mean."
    ): (
        "{0}: in manchen Ergebnissen über 1; diese Version von promptfoo addiert die Prüfungen eines Namens "
        "und führt sie nicht auf, daher ist das ihre Summe, nicht ihr Mittelwert."
    ),
    "Compare it with files of this version only.": "Vergleichen Sie es nur mit Dateien dieser Version.",
    "{0}: {1:,} scores are text such as {2} among numbers; read as not scored.": (
        "{0}: {1} Werte sind Text wie {2} zwischen Zahlen; als nicht bewertet gelesen."
    ),
    "{0}: {1:,} different texts are no labels that could be counted; left out.": (
        "{0}: {1} verschiedene Texte sind keine Bezeichnungen, die sich zählen ließen; ausgelassen."
    ),
    "Score it with a number or a few labels.": "Bewerten Sie es mit einer Zahl oder wenigen Bezeichnungen.",
    "{0}: {1:,} scores are infinite, which is no number; read as not scored.": (
        "{0}: {1} Werte sind unendlich, also keine Zahl; als nicht bewertet gelesen."
    ),
    "{0}: {1:,} scores are lists or objects, not one number per item; read as not scored.": (
        "{0}: {1} Werte sind Listen oder Objekte, nicht eine Zahl je Inhalt; als nicht bewertet gelesen."
    ),
    "{0:,} of {1:,} rows ended in an error.": "{0} von {1} Zeilen endeten mit einem Fehler.",
    "{0}: the scorer failed on {1:,} of {2:,} rows; they have no score in this metric.": (
        "{0}: der Bewerter scheiterte bei {1} von {2} Zeilen; sie haben keinen Wert in dieser Messgröße."
    ),
    "Score them again if many are missing.": "Lassen Sie sie noch einmal bewerten, wenn viele fehlen.",
    "{0} The cases count.": "{0:said} Die Testfälle zählen.",
    "Check the file.": "Prüfen Sie die Datei.",
    "Repeat the run if it matters.": "Wiederholen Sie den Lauf, wenn es darauf ankommt.",
    "Check that the log is complete.": "Prüfen Sie, ob das Protokoll vollständig ist.",
    "Run `inspect score` on the log first.": "Führen Sie zuerst `inspect score` für das Protokoll aus.",
    "Don't decide by it alone.": "Entscheiden Sie nicht danach allein.",
    "Choose the traces export.": "Wählen Sie die Ausgabe der Traces.",
    "the trace ended in an error and has no output": "der Trace endete mit einem Fehler und hat keine Ausgabe",
    "Choose one task's log per arm.": "Wählen Sie das Protokoll einer Aufgabe je Version.",
    "Such metrics exist only as averages.": "Solche Messgrößen gibt es nur als Mittelwerte.",
    "Check the log.": "Prüfen Sie das Protokoll.",
    "Export the CSV of the experiment instead.": "Geben Sie stattdessen das CSV des Experiments aus.",
    "Check the denominator.": "Prüfen Sie den Nenner.",
    "Check the scorer.": "Prüfen Sie den Bewerter.",
    "Score each item with one number.": "Bewerten Sie jeden Inhalt mit einer Zahl.",
    "1 response is a draft or was discarded.": "1 Antwort ist ein Entwurf oder wurde verworfen.",
    "{0:,} responses are drafts or were discarded.": "{0} Antworten sind Entwürfe oder wurden verworfen.",
    "1 record has no submitted response.": "1 Datensatz hat keine abgeschickte Antwort.",
    "{0:,} records have no submitted response.": "{0} Datensätze haben keine abgeschickte Antwort.",
    "1 annotation was cancelled and left out.": "1 Beurteilung wurde abgebrochen und ausgelassen.",
    "{0:,} annotations were cancelled and left out.": "{0} Beurteilungen wurden abgebrochen und ausgelassen.",
    "1 task has no finished annotation.": "1 Aufgabe hat keine fertige Beurteilung.",
    "{0:,} tasks have no finished annotation.": "{0} Aufgaben haben keine fertige Beurteilung.",
    "1 answer was ignored by its annotator.": "1 Antwort wurde von der bewertenden Person übergangen.",
    "{0:,} answers were ignored by their annotators.": "{0} Antworten wurden von den bewertenden Personen übergangen.",
    "1 choice was rejected as a whole.": "1 Auswahl wurde als Ganzes abgelehnt.",
    "{0:,} choices were rejected as a whole.": "{0} Auswahlen wurden als Ganzes abgelehnt.",
}

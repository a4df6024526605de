"""German phrases about the evidence: findings, statuses, causes that withhold a verdict, grades."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

FINDING_PHRASES: dict[str, Phrase] = {
    "finding_other": "Befund: {code}{values}.",
    "finding_judge_changed": "Der Bewerter hat zwischen den Dateien gewechselt: vorher {before}, nachher {after}.",
    "finding_rubric_changed": "Der Maßstab hat zwischen den Dateien gewechselt: vorher {before}, nachher {after}.",
    "finding_data_changed": "Die Dateien enthalten nicht denselben Datensatz: vorher {before}, nachher {after}.",
    "finding_prompt_changed": (
        "Die Prompts haben gewechselt: {differing} von {count} gemeinsamen Fällen wurden etwas anderes gefragt."
    ),
    "finding_prompt_changed_ok": (
        "Beide Versionen wurden dasselbe gefragt, soweit die Dateien es sagen: {count} Fälle verglichen."
    ),
    "finding_format_changed": "Die Dateien kommen aus verschiedenen Werkzeugen: vorher {before}, nachher {after}.",
    "finding_duplicate_rows": "Manche Zeilen kommen mehrfach vor: {count} Wiederholungen.",
    "finding_sample_ratio": "Die Gruppen sind nicht so groß wie geplant (Chi-Quadrat p {p}).",
    "finding_sample_ratio_ok": "Die Gruppen sind so groß wie geplant (Chi-Quadrat p {p}).",
    "finding_error_rates": "Fehler unterscheiden sich: vorher {baseline_rate}, nachher {candidate_rate}.",
    "finding_agreement": "Bewertende stimmen bei {metric} zu wenig überein (Alpha {alpha}).",
    "finding_agreement_known": (
        "Bewertende stimmen bei {metric} überein: Alpha {alpha}, {agreement_share} von {items} gemeinsamen Fällen."
    ),
    "finding_dominant_unit": "Ein einziger Fall macht {share} der Summe von {metric} aus.",
    "finding_units_without_segment": "Manche Fälle gehören zu keinem Segment der Aufteilung: {count}.",
    "finding_type_not_supported": "{metric} ist von einer Art, die noch nicht unterstützt wird.",
    "finding_winsorised": (
        "Werte von {metric} über {cap} wurden darauf gekürzt: {count} Werte, {removed_share} der Summe."
    ),
    "finding_repeated_looks": (
        "Der Vergleich wurde {looks}-mal mit neuen Daten geöffnet: Intervalle sind dafür nicht korrigiert."
    ),
    "finding_covariate_used": (
        "{metric} ist um {covariate} bereinigt, vorher gemessen: {share} der Varianz entfallen."
    ),
    "finding_best_of_candidates": (
        "{metric}: das Ziel ist erreicht, aber nicht nach Korrektur für die {candidates} Kandidaten (p {p})."
    ),
    "finding_looks_corrected": (
        "Der Vergleich wurde {looks}-mal mit neuen Daten geöffnet: Intervalle gelten bei jedem Blick"
        " (geplant: {planned})."
    ),
    "finding_goals_after_correction": (
        "Einzeln erreichte Ziele: {reached} von {goals}; nach Korrektur für ihre Anzahl: keines."
    ),
    "finding_few_units": "Weniger als 15 Fälle bei {segment} ({n}): keine Statistik.",
    "finding_small_segment": "Wenige Fälle bei {segment} ({n}): mit Vorsicht lesen.",
    "finding_few_nonzero": "Wenige Werte von {metric} sind nicht null ({n}): das Intervall kann zu schmal sein.",
    "finding_few_changing_clusters": (
        "{metric} bei {segment}: in {count} der Gruppen zeigt sich eine Veränderung; das Intervall kann zu schmal sein."
    ),
    "finding_money_on_quantile": (
        "{metric} wird an einem Quantil verglichen, das sich nicht zu Geld addiert: sein Preis zählt nicht."
    ),
    "finding_pairing_weak": (
        "Von allen Fällen stehen {share} in beiden Dateien: {matched} Paare; {only_baseline} stehen allein in der "
        "Datei vorher, {only_candidate} in der Datei nachher."
    ),
    "finding_unmatched_units": (
        "Nicht jeder Fall steht in beiden Dateien: {matched} Paare; {only_baseline} allein vorher, "
        "{only_candidate} allein nachher."
    ),
    "finding_pairing_ignored": "Die Fälle passen zusammen ({share}), werden aber ungepaart verglichen.",
    "finding_unpaired": "Die Dateien enthalten verschiedene Fälle ({share} gemeinsam): ungepaarter Vergleich.",
    "finding_evaluation_mix": (
        "Alle Nutzer sind wie in der Messung gewichtet, nicht wie im Betrieb: keine Mengen angegeben."
    ),
    "finding_exposure_split": "Die angegebene Menge ist nach den Anteilen in der Messung auf Segmente verteilt.",
    "finding_segment_not_estimable": "{metric} in {segment} beruht auf einem Fall; alle Summen lassen es aus.",
    "finding_segment_without_data": "Es gibt keine Messung von {metric} für {segment}.",
    "finding_status_separate": "Zeilen von {metric} mit Status {status} stehen für sich: {rows}.",
    "finding_worst_value_unknown": (
        "Zeilen von {metric} mit Status {status} zählen als fehlend, weil der schlechteste Wert unbekannt ist: {rows}."
    ),
    "finding_money_counted_once": ("Geld auf {metric} zählt nicht: {ancestor}, wofür es steht, trägt schon welches."),
    "finding_money_without_link": (
        "Geld für {metric} zählt nicht: kein Zusammenhang sagt, wie viel davon bei der Zielgröße ankommt."
    ),
    "finding_money_without_metric": "Für {metric} ist Geld angegeben, aber nichts gemessen.",
    "finding_money_outside_partition": "Geld auf {metric} für {segment} zählt nicht: das Segment ist eine Ansicht.",
    "finding_transport_assumed": "Die ganze gemessene Wirkung wird im Betrieb erwartet: kein Anteil angegeben.",
    "status_model_error": "Modellfehler",
    "status_timeout": "Zeitüberschreitung",
    "status_refusal": "Weigerung",
    "status_infra_error": "Infrastrukturfehler",
    "status_judge_error": "Bewertungsfehler",
    "status_not_run": "nicht gelaufen",
    "cause_judge_changed": "der Bewerter hat gewechselt",
    "cause_rubric_changed": "der Maßstab hat gewechselt",
    "cause_data_changed": "der Datensatz hat gewechselt",
    "cause_prompt_changed": "die Prompts haben gewechselt",
    "cause_duplicate_rows": "Zeilen stehen doppelt",
    "cause_sample_ratio": "die Gruppen sind nicht so groß wie geplant",
    "cause_agreement": "Bewertende stimmen zu wenig überein",
    "grade_randomised_ab": "zufälliger Vergleich von Nutzern (A/B)",
    "grade_paired_replay": "dieselben Fälle, von beiden Versionen beantwortet",
    "grade_unpaired_offline": "verschiedene Fälle für die beiden Versionen, offline",
    "grade_before_after": "vorher und nachher, nicht zur selben Zeit",
    "grade_human_panel": "von Menschen bewertet",
    "grade_aggregates_only": "Summen allein, ohne Zeilen",
}

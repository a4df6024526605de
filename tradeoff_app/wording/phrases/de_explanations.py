"""Deutsche Sätze, die eine Zahl erklären: ihre Formel in Worten, die Namen ihrer Zeilen, woher ihr Intervall kommt."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

_TITLES: dict[str, Phrase] = {
    "explain_effect": "Änderung: {place}",
    "explain_people": "Änderung je Monat: {place}",
    "explain_value": "Wert je Monat",
    "explain_value_horizon": "Wert über {months} Monate",
    "explain_value_of": "Wert je Monat: {what}",
    "explain_probability": "Wahrscheinlichkeit eines Werts über null",
    "explain_loss_ship": "Erwarteter Verlust, wenn wir ausliefern",
    "explain_loss_hold": "Erwarteter Verlust, wenn wir warten",
    "explain_loss_evidence": "Was mehr Daten höchstens wert sind",
    "explain_break_even": "Wo der Wert kippt: {name}",
    "explain_weight_flip": "Wo die Punktzahl kippt: Gewicht von {metric}",
    "explain_score": "Änderung der Punktzahl",
    "explain_score_of": "Änderung der Punktzahl: {metric}",
    "explain_tornado": "Was es bewegt: {name}",
}

_FORMULAS: dict[str, Phrase] = {
    "explain_effect_formula": "Änderung = nachher − vorher",
    "explain_effect_weighted": "Änderung = Summe über die Segmente von Anteil am Verkehr × Änderung",
    "explain_people_formula": "Änderung je Monat = Menge × Auslieferung × Änderung",
    "explain_people_sum": "Änderung je Monat = Summe über die Segmente von Menge × Auslieferung × Änderung",
    "explain_value_formula": "Wert = was jedes Segment beiträgt − laufende Kosten",
    "explain_value_segment_formula": "Wert eines Segments = Summe über seine Messgrößen",
    "explain_value_metric_formula": "Wert einer Messgröße = Summe über die Segmente",
    "explain_value_cell_formula": (
        "Wert = Menge × Auslieferung × Änderung × Wert eines Falls × Anteil, der im Betrieb ankommt"
    ),
    "explain_probability_formula": "Wahrscheinlichkeit = simulierte Ergebnisse über null ÷ alle simulierten Ergebnisse",
    "explain_loss_ship_formula": "Mittel des Verlusts über {months} Monate, wo der Wert unter null liegt, sonst 0",
    "explain_loss_hold_formula": "Mittel des Entgangenen über {months} Monate, wo der Wert über null liegt, sonst 0",
    "explain_loss_evidence_formula": "Der kleinere der beiden erwarteten Verluste, über {months} Monate",
    "explain_break_even_formula": "Kippt bei = jetzt × (1 − Wert ÷ der Teil des Werts, der sich mitbewegt)",
    "explain_break_even_cost": "Kippt bei = Kosten jetzt + Wert",
    "explain_weight_flip_formula": "Das Gewicht, bei dem sich diese Messgröße und alle anderen aufwiegen",
    "explain_score_formula": (
        "Punktzahl = Summe über die Messgrößen von 100 × Gewicht × Anteil des Wegs vom Schlechtesten zum Besten"
    ),
    "explain_score_metric_formula": "Punkte = 100 × Gewicht × Anteil des Wegs vom Schlechtesten zum Besten",
    "explain_tornado_formula": (
        "Wert, wenn nur diese Eingabe niedrig oder hoch ist und alle anderen bei ihrer besten Schätzung bleiben"
    ),
    "explain_not_stated": "Nicht festgelegt",
    "explain_input_none": "Diese Zahl hat noch niemand festgelegt.",
    "explain_input_assumed": "Von Tradeoff vorgeschlagen. Gilt als angenommen, bis jemand es bestätigt oder ändert.",
    "explain_input_stated": "In diesem Projekt festgelegt.",
    "explain_gate_absolute_limit": (
        "Besteht, wenn selbst die 95%-Schranke der wahren Rate innerhalb der Grenze bleibt"
    ),
    "explain_gate_never_event": "Scheitert beim ersten Fall; besteht nur, wenn keiner vorkam",
    "explain_gate_non_inferiority": "Hält, wenn das ganze 95-%-Intervall innerhalb des Spielraums bleibt",
    "explain_gate_superiority": (
        "Erreicht, wenn das ganze 95-%-Intervall jenseits der kleinsten lohnenden Änderung liegt"
    ),
    "explain_gate_absolute_target": (
        "Erreicht, wenn das ganze 95-%-Intervall des Werts nachher jenseits des Ziels liegt"
    ),
}

_LINES: dict[str, Phrase] = {
    "explain_interval": "95-%-Intervall {span}",
    "explain_now": "jetzt {value}",
    "explain_of": "{part} von {whole}",
    "explain_mean_of": "Mittel von {n} {units}",
    "explain_of_hundred": "{points} Punkte von 100",
    "explain_change": "Änderung",
    "explain_flips": "Paare, die sich änderten",
    "explain_flips_value": "{fixed} behoben, {broken} verschlechtert",
    "explain_stayed": "{n} unverändert",
    "explain_each_month": "Jeden Monat",
    "explain_volume": "Menge je Monat",
    "explain_rollout": "Auslieferung",
    "explain_link": "Verbindung zur Produktmessgröße",
    "explain_at_base": "Mit allen besten Schätzungen",
    "explain_above_zero": "Ergebnisse über null",
    "explain_input_now": "Eingabe jetzt",
    "explain_moves_with": "Teil des Werts, der sich mitbewegt",
    "explain_flips_at": "Wert ist null bei",
    "explain_moves": "Wert bei niedrig und hoch",
    "explain_low": "Niedrig",
    "explain_best": "Beste Schätzung",
    "explain_high": "Hoch",
    "explain_with": "Mit {value}",
    "explain_weight": "Gewicht {weight}",
    "explain_way": "Anteil des Wegs vom Schlechtesten zum Besten",
    "explain_share_of_weight": "Anteil am Gewicht",
    "explain_observed": "Nachher beobachtet",
    "explain_bound": "95%-Schranke der wahren Rate",
    "explain_exact_bound": "exakte Schranke von {events} in {n} (Clopper und Pearson 1934)",
    "explain_limit": "Grenze",
    "explain_margin": "Spielraum",
    "explain_goal": "Kleinste lohnende Änderung",
    "explain_target": "Ziel",
    "explain_state": "Ergebnis",
    "explain_assumed": "angenommen",
    "explain_stated": "festgelegt",
    "explain_agreed": "vereinbart von {who} am {day}",
}

_REMARKS: dict[str, Phrase] = {
    "explain_state_better": "Besser: das ganze Intervall liegt auf der guten Seite von null.",
    "explain_state_worse": "Schlechter: das ganze Intervall liegt auf der schlechten Seite von null.",
    "explain_state_no_worse": "Nicht schlechter: das ganze Intervall bleibt im Spielraum von {margin}.",
    "explain_state_cannot_tell": "Nicht zu sagen: das Intervall enthält die Null.",
    "explain_people_remark": "So wurde es gemessen: nichts ist abgezogen für das, was im Betrieb nicht ankommt.",
    "explain_draws": (
        "Mittel und Intervall von {n} simulierten Ergebnissen, die Daten und alle Spannen gemeinsam verändern."
    ),
    "explain_simulated": "Aus {n} simulierten Ergebnissen, die Daten und alle Spannen gemeinsam verändern.",
    "explain_chance": "Die Wahrscheinlichkeit eines Werts über null ist {chance}.",
    "explain_mean_differs": (
        "Die besten Schätzungen allein ergeben {base}; das Mittel weicht ab, weil niedrig und hoch "
        "verschieden weit weg liegen."
    ),
    "explain_probability_remark": "Sie beruht auf den gemessenen Zeilen und auf den Spannen dieses Projekts.",
    "explain_reading_p10_p50_p90": "Niedrig und hoch gelten als 10. und 90. Perzentil des Plausiblen.",
    "explain_reading_min_mode_max": "Niedrig und hoch gelten als kleinste und größte plausible Zahl.",
    "explain_crosses": "Diese Eingabe allein kann den Wert kippen.",
    "explain_stays": "Diese Eingabe allein kippt den Wert nicht.",
    "how_bonett_price": "Intervall für gepaarte Anteile: Bonett und Price 2012, Gleichung 7.",
    "how_newcombe": "Intervall für ungepaarte Anteile: Newcombe 1998, Methode 10.",
    "how_paired_t": "Intervall aus den Differenzen der Paare, Students t.",
    "how_welch": "Intervall für ungepaarte Mittelwerte: Welchs t.",
    "how_paired_cr1": "Intervall aus Summen je Gruppe (CR1), weil Einheiten einer Gruppe einander ähneln.",
    "how_welch_cr1": "Intervall aus Summen je Gruppe (CR1) für ungepaarte Mittelwerte.",
    "how_ratio_delta": "Intervall eines Verhältnisses nach der Delta-Methode.",
    "how_ratio_delta_cr1": "Intervall eines Verhältnisses nach der Delta-Methode auf Summen je Gruppe (CR1).",
    "how_paired_rate_cluster": "Intervall für gepaarte Anteile aus Summen je Gruppe.",
    "how_unpaired_rate_cluster": "Intervall für ungepaarte Anteile aus Summen je Gruppe.",
    "how_cluster_population": "Intervall der gewichteten Summe nach Gruppen, die über die Segmente reichen.",
    "how_mover": "Intervall der gewichteten Summe: Zou und Donner 2008 (MOVER).",
    "explain_pairs": "{n} {units}, jede vorher und nachher bewertet",
    "explain_unpaired": "{n} {units} vorher, {m} nachher, nicht gepaart",
    "explain_clusters": "{n} unabhängige Gruppen",
    "explain_files": "Gelesen aus {files}",
}

EXPLANATION_PHRASES: dict[str, Phrase] = {**_TITLES, **_FORMULAS, **_LINES, **_REMARKS}

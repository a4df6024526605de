"""Deutsche Worte zu jedem Intervall: wovon es spricht, und seine Formel."""

from __future__ import annotations

METHOD_NOTES: dict[str, tuple[str, str]] = {
    "bonett_price": (
        "Anteil, gepaart",
        (
            "d ± z·√((p1 + p2 − d²)/(n + 2)) mit p1 = (n10 + 1)/(n + 2), p2 = (n01 + 1)/(n + 2), d = p1 − "
            "p2; der gezeigte Punkt ist (n10 − n01)/n"
        ),
    ),
    "tango": (
        "Anteil, gepaart, auf Wunsch",
        "Score-Intervall: die Veränderungen, die die eingeschränkte Score-Statistik nicht verwirft",
    ),
    "paired_rate_cluster": (
        "Anteil, gepaart, mit Gruppen, Wiederholungen oder Gewichten",
        ("Summen je Gruppe, dazu ein gewonnenes und ein verlorenes Paar, gruppenrobuster Fehler, t mit G − 1"),
    ),
    "newcombe": (
        "Anteil, ungepaart",
        ("d − √((p1 − l1)² + (u2 − p2)²) bis d + √((u1 − p1)² + (p2 − l2)²) mit Wilsons Grenzen l und u jedes Anteils"),
    ),
    "unpaired_rate_cluster": (
        "Anteil, ungepaart, mit Gruppen, Wiederholungen oder Gewichten",
        ("je Seite ein Ereignis und ein Nicht-Ereignis dazu, gruppenrobuster Fehler, Freiheitsgrade nach Welch"),
    ),
    "paired_t": (
        "Mittelwert, gepaart",
        "t-Intervall der Differenzen, n − 1",
    ),
    "paired_cr1": (
        "Mittelwert, gepaart, mit Gruppen oder Gewichten",
        "√(Σ e² · G/(G − 1))/N über Summen der Abweichungen e je Gruppe, t mit G − 1",
    ),
    "paired_cr2": (
        "Mittelwert, gepaart, mit Gruppen, auf Wunsch",
        "√(Σ e²/(1 − n_g/n))/n, t mit Freiheitsgraden nach Satterthwaite",
    ),
    "welch": (
        "Mittelwert, ungepaart",
        "t-Intervall mit ungleichen Varianzen",
    ),
    "welch_cr1": (
        "Mittelwert, ungepaart, mit Gruppen oder Gewichten",
        ("gruppenrobuster Fehler jeder Seite, Freiheitsgrade nach Welch; Gruppen auf beiden Seiten zählen einmal"),
    ),
    "welch_cr2": (
        "Mittelwert, ungepaart, mit Gruppen, auf Wunsch",
        "verzerrungsarmer Fehler jeder Seite, beide Freiheitsgrade wie bei Welch verbunden",
    ),
    "ratio_delta": (
        "Verhältnis von Summen",
        "der Teil jedes Falls R + (Zähler − R·Nenner)/Mittel(Nenner) wird wie ein Mittelwert behandelt",
    ),
    "ratio_delta_cr1": (
        "Verhältnis von Summen, mit Gruppen oder Gewichten",
        "dieselben Teile mit gruppenrobustem Fehler",
    ),
    "ratio_delta_cr2": (
        "Verhältnis von Summen, mit Gruppen, auf Wunsch",
        "dieselben Teile mit verzerrungsarmem Fehler",
    ),
    "quantile_replicates": (
        "Median oder 90. Perzentil",
        (
            "die Anteile beider Seiten unter ihrem Wert werden gemeinsam gezogen (gruppenrobust, t mit G − "
            "1) und an der Quantilfunktion jeder Seite zurückgelesen"
        ),
    ),
    "no_variation_bound": (
        "Werte ohne jede Streuung, auf einer Skala der Breite R",
        "d ± (1 − 0,025^(1/n))·R; ohne Skala nicht bestimmbar",
    ),
    "mover": (
        "alle Nutzer",
        "Σ πs·Δs, von D − √(Σ πs²(Ds − ls)²) bis D + √(Σ πs²(us − Ds)²)",
    ),
    "cluster_population": (
        "alle Nutzer, Gruppen in mehreren Segmenten",
        "dieselbe Summe mit der Kovarianz der Gruppen zwischen Segmenten, t mit G − 1",
    ),
    "sum_of_intervals": (
        "alle Nutzer, ein Quantil mit Gruppen in mehreren Segmenten",
        "die gewichtete Summe der Grenzen der Segmente, als irrten alle gemeinsam",
    ),
}


_SOURCE_WORDS = (
    (" and ", " und "),
    (" with ", " mit "),
    ("after ", "nach "),
    ("method 10", "Methode 10"),
    (" for evaluations", " für Auswertungen"),
    (", eq. ", ", Gl. "),
    ("rule of three, exact form", "Dreierregel, exakte Form"),
    ("the widest that any dependence allows", "so weit, wie jede Abhängigkeit es zulässt"),
)


def source(english: str) -> str:
    """Where a formula stands, with the German words between names and years."""
    for word, german in _SOURCE_WORDS:
        english = english.replace(word, german)
    return english

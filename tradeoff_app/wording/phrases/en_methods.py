"""English words on each interval: what it is of, and its formula."""

from __future__ import annotations

METHOD_NOTES: dict[str, tuple[str, str]] = {
    "bonett_price": (
        "rate, paired",
        (
            "d ± z·√((p1 + p2 − d²)/(n + 2)) with p1 = (n10 + 1)/(n + 2), p2 = (n01 + 1)/(n + 2), d = p1 − "
            "p2; the point shown is (n10 − n01)/n"
        ),
    ),
    "tango": (
        "rate, paired, on request",
        "score interval: the changes that the constrained score statistic does not reject",
    ),
    "paired_rate_cluster": (
        "rate, paired, with clusters, repeats or weights",
        "sums by cluster with one pair gained and one lost added, cluster-robust error, t with G − 1",
    ),
    "newcombe": (
        "rate, unpaired",
        ("d − √((p1 − l1)² + (u2 − p2)²) to d + √((u1 − p1)² + (p2 − l2)²) with Wilson's limits l and u of each rate"),
    ),
    "unpaired_rate_cluster": (
        "rate, unpaired, with clusters, repeats or weights",
        "one event and one non-event added to each arm, cluster-robust error, Welch's degrees of freedom",
    ),
    "paired_t": (
        "mean, paired",
        "t interval of the units' differences, n − 1",
    ),
    "paired_cr1": (
        "mean, paired, with clusters or weights",
        "√(Σ e² · G/(G − 1))/N over sums of deviations e by cluster, t with G − 1",
    ),
    "paired_cr2": (
        "mean, paired, with clusters, on request",
        "√(Σ e²/(1 − n_g/n))/n, t with Satterthwaite's degrees of freedom",
    ),
    "welch": (
        "mean, unpaired",
        "t interval with unequal variances",
    ),
    "welch_cr1": (
        "mean, unpaired, with clusters or weights",
        "cluster-robust error of each arm, Welch's degrees of freedom; clusters in both arms count once",
    ),
    "welch_cr2": (
        "mean, unpaired, with clusters, on request",
        "bias-reduced error of each arm, both degrees of freedom combined as Welch does",
    ),
    "ratio_delta": (
        "ratio of sums",
        "each unit's part R + (num − R·den)/mean(den) is treated as a mean",
    ),
    "ratio_delta_cr1": (
        "ratio of sums, with clusters or weights",
        "the same parts with a cluster-robust error",
    ),
    "ratio_delta_cr2": (
        "ratio of sums, with clusters, on request",
        "the same parts with a bias-reduced error",
    ),
    "quantile_replicates": (
        "median or 90th percentile",
        (
            "both arms' shares below their level are drawn jointly (cluster-robust, t with G − 1) and read "
            "back on each arm's own quantile function"
        ),
    ),
    "no_variation_bound": (
        "values that never varied, on a scale of width R",
        "d ± (1 − 0.025^(1/n))·R; without a scale not estimable",
    ),
    "mover": (
        "the whole population",
        "Σ πs·Δs, from D − √(Σ πs²(Ds − ls)²) to D + √(Σ πs²(us − Ds)²)",
    ),
    "cluster_population": (
        "the whole population, clusters in several segments",
        "the same sum with the clusters' covariance between segments, t with G − 1",
    ),
    "sum_of_intervals": (
        "the whole population, a quantile with clusters in several segments",
        "the weighted sum of the segments' limits, as if all erred together",
    ),
}

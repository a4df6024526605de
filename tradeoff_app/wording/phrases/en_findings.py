"""English phrases about the evidence: findings, statuses, causes that withhold a verdict, grades."""

from __future__ import annotations

from tradeoff_app.wording.language import Phrase

FINDING_PHRASES: dict[str, Phrase] = {
    "finding_other": "Finding: {code}{values}.",
    "finding_judge_changed": "The judge changed between the files: before {before}, after {after}.",
    "finding_rubric_changed": "The rubric changed between the files: before {before}, after {after}.",
    "finding_data_changed": "The two files do not hold the same data set: before {before}, after {after}.",
    "finding_prompt_changed": (
        "The prompts changed: {differing} of {count} units that both versions have were asked something else."
    ),
    "finding_prompt_changed_ok": "Both versions were asked the same, as far as the files say: {count} units compared.",
    "finding_format_changed": "The files come from different tools: before {before}, after {after}.",
    "finding_duplicate_rows": "Some rows stand more than once: {count} duplicates.",
    "finding_sample_ratio": "The groups are not as large as designed (chi-square p {p}).",
    "finding_error_rates": "Errors differ between the versions: {baseline_rate} before, {candidate_rate} after.",
    "finding_agreement_known": "Raters agree on {metric}: alpha {alpha}, {agreement_share} of {items} shared items.",
    "finding_agreement": "Raters agree too little on {metric} (alpha {alpha}).",
    "finding_dominant_unit": "One unit makes {share} of the total of {metric}.",
    "finding_units_without_segment": "Some units belong to no segment of the partition: {count}.",
    "finding_type_not_supported": "{metric} is of a type that is not yet supported.",
    "finding_winsorised": (
        "Values of {metric} above {cap} were cut to it: {count} values, {removed_share} of the total."
    ),
    "finding_repeated_looks": (
        "The comparison was opened {looks} times with new data: intervals are not corrected for that."
    ),
    "finding_covariate_used": (
        "{metric} is adjusted for {covariate}, measured before: {share} of the variance is gone."
    ),
    "finding_best_of_candidates": (
        "{metric}: the goal is met, but not after correction for the {candidates} candidates tried (p {p})."
    ),
    "finding_looks_corrected": (
        "The comparison was opened {looks} times with new data: intervals hold at every look (planned: {planned})."
    ),
    "finding_goals_after_correction": (
        "Goals met one by one: {reached} of {goals}; after correction for their number: none."
    ),
    "finding_sample_ratio_ok": "The groups are as large as designed (chi-square p {p}).",
    "finding_few_units": "Fewer than 15 units for {segment} ({n}): no statistics.",
    "finding_small_segment": "Few units for {segment} ({n}): read with care.",
    "finding_few_nonzero": "Few values of {metric} differ from zero ({n}): the interval may be too narrow.",
    "finding_few_changing_clusters": (
        "{metric} in {segment}: a change shows in {count} of the groups alone, so the interval may be too narrow."
    ),
    "finding_money_on_quantile": (
        "{metric} is compared by a quantile, which does not add up to money: its price is not counted."
    ),
    "finding_pairing_weak": (
        "Of all units, {share} stand in both files: {matched} pairs; {only_baseline} stand in the file before alone, "
        "{only_candidate} in the file after."
    ),
    "finding_unmatched_units": (
        "Not every unit stands in both files: {matched} pairs; {only_baseline} before alone, "
        "{only_candidate} after alone."
    ),
    "finding_pairing_ignored": "The units match ({share}), but they are compared as unpaired.",
    "finding_unpaired": "The files hold different units ({share} match): they are compared as unpaired.",
    "finding_evaluation_mix": (
        "All users are weighted as in the evaluation, not as in production: no volumes are stated."
    ),
    "finding_exposure_split": "The stated volume is split over the segments by their shares in the evaluation.",
    "finding_segment_not_estimable": "{metric} in {segment} rests on one unit or group; all sums leave it out.",
    "finding_segment_without_data": "There is no measurement of {metric} for {segment}.",
    "finding_status_separate": "Rows of {metric} with status {status} are kept apart: {rows}.",
    "finding_worst_value_unknown": (
        "Rows of {metric} with status {status} count as missing, because its worst value is not known: {rows}."
    ),
    "finding_money_counted_once": (
        "Money on {metric} is not counted: {ancestor}, which it stands for, carries it already."
    ),
    "finding_money_without_link": "Money on {metric} is not counted: no link says how much of it reaches its parent.",
    "finding_money_without_metric": "Money is stated for {metric}, which is not measured.",
    "finding_money_outside_partition": "Money on {metric} for {segment} is not counted: that segment is a view.",
    "finding_transport_assumed": "The whole measured effect is expected in production: no share is stated.",
    "status_model_error": "model error",
    "status_timeout": "timeout",
    "status_refusal": "refusal",
    "status_infra_error": "infrastructure error",
    "status_judge_error": "judge error",
    "status_not_run": "not run",
    "cause_judge_changed": "the judge changed",
    "cause_rubric_changed": "the rubric changed",
    "cause_data_changed": "the data set changed",
    "cause_prompt_changed": "the prompts changed",
    "cause_duplicate_rows": "rows stand twice",
    "cause_sample_ratio": "the groups are not as large as designed",
    "cause_agreement": "raters agree too little",
    "grade_randomised_ab": "randomised comparison of users (A/B)",
    "grade_paired_replay": "the same items answered by both versions",
    "grade_unpaired_offline": "different items for the two versions, offline",
    "grade_before_after": "before and after, not at the same time",
    "grade_human_panel": "rated by people",
    "grade_aggregates_only": "totals alone, without rows",
}

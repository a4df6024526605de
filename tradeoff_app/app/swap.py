"""Before and after exchanged: the same rows, decided the other way round."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import Observations
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.app.arms import own_name
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.project import Project, Source


def swap_source(source: EvidenceSource, candidate: str) -> EvidenceSource:
    """The table with the values of the baseline and of one candidate exchanged; arms keep their names."""
    table = source.table
    order = _order(table.arms, candidate)
    swapped = replace(
        table,
        values=table.values[:, order],
        status=table.status[order],
        present=table.present[order],
        missing=None if table.missing is None else table.missing[:, order],
        den={metric: den[order] for metric, den in table.den.items()},
        aggregates=None if table.aggregates is None else table.aggregates.take(arms=order),
    )
    rows = source.status_rows
    if rows is not None:
        rows = replace(rows, arm=np.array(order, dtype=np.int64)[rows.arm])
    return replace(source, table=swapped, status_rows=rows)


def swap_observations(observations: Observations, candidate: str) -> Observations:
    """The rows with the baseline and one candidate exchanged; files and answers go along."""
    arms = observations.arms
    order = np.array(_order(arms, candidate), dtype=np.int64)
    other = {arms[0]: candidate, candidate: arms[0]}
    return replace(
        observations,
        rows=replace(observations.rows, arm=order[observations.rows.arm]),
        files=tuple(replace(file, arm=other.get(file.arm or "", file.arm)) for file in observations.files),
        outputs={other.get(arm, arm): texts for arm, texts in observations.outputs.items()},
        prompts={arm: match for arm, match in observations.prompts.items() if arm == candidate},
    )


def swap_project(project: Project, candidate: str, baseline_arm: str) -> Project:
    """The project with labels and files of the baseline and one candidate exchanged; every decision stays."""
    before, after = project.baseline, project.candidates.get(candidate, Candidate(id=candidate))
    other = {baseline_arm: candidate, candidate: baseline_arm}
    sources: dict[str, Source] = {
        name: source.model_copy(update={"arm": other.get(source.arm or "", source.arm)})
        for name, source in project.sources.items()
    }
    mapping = project.mapping
    if mapping.baseline is not None:
        mapping = mapping.model_copy(update={"baseline": own_name(after)})
    return project.change(
        baseline=before.model_copy(update={"label": own_name(after), "model": after.model}),
        candidates={
            **project.candidates,
            candidate: after.model_copy(update={"label": own_name(before), "model": before.model}),
        },
        sources=sources,
        mapping=mapping,
        examples={
            key: example.turned() if example.candidate == candidate else example
            for key, example in project.examples.items()
        },
    )


def _order(arms: tuple[str, ...], candidate: str) -> list[int]:
    """Positions of the arms with the first one and the candidate exchanged."""
    order = list(range(len(arms)))
    place = arms.index(candidate)
    order[0], order[place] = place, 0
    return order

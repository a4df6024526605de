"""The arms of an open project: renamed, taken out, made a reference or a candidate again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import numpy as np

from tradeoff_app.analysis.observations import Observations, PromptMatch
from tradeoff_app.analysis.renewal import with_known_candidates
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.app.translation import QT_TR_NOOP, tr
from tradeoff_app.model.candidate import Candidate
from tradeoff_app.model.project import Project
from tradeoff_app.readers.refusal import ReadError

BASELINE = "baseline"
CANDIDATE = "candidate"
ONE_VERSION = (
    QT_TR_NOOP("there is only one version in it, nothing to compare it with"),
    QT_TR_NOOP("Choose a second file, or say on the Data page which column holds the version."),
)


def arms_of(project: Project) -> tuple[Candidate, ...]:
    """All arms in their order: the baseline, the candidates, the references."""
    return (project.baseline, *project.candidates.values(), *project.references.values())


def own_name(arm: Candidate) -> str | None:
    """The name that files or people gave an arm; None where its id only says on which side it is."""
    if arm.label:
        return arm.label
    return None if arm.id == BASELINE or arm.id.split("-")[0] == CANDIDATE else arm.id


def next_ids(project: Project, count: int) -> list[str]:
    """Ids for so many more versions."""
    taken = {arm.id for arm in arms_of(project)}
    names = [CANDIDATE, *(f"{CANDIDATE}-{number}" for number in range(2, len(taken) + count + 2))]
    return [name for name in names if name not in taken][:count]


def rename_arms(observations: Observations, names: Sequence[str]) -> Observations:
    """The rows with their arms under these names, in order; names that are missing leave the arm's own."""
    arms = (*names[: len(observations.arms)], *observations.arms[len(names) :])
    new = dict(zip(observations.arms, arms, strict=True))
    return replace(
        observations,
        arms=arms,
        files=tuple(
            replace(file, arm=new.get(file.arm, file.arm) if file.arm else None) for file in observations.files
        ),
        outputs={new.get(arm, arm): texts for arm, texts in observations.outputs.items()},
        prompts={new.get(arm, arm): match for arm, match in observations.prompts.items()},
    )


def fit_arms(
    observations: Observations,
    project: Project,
    ids: Sequence[str] = (),
    *,
    takes_new: bool = False,
    left_out: Collection[str] = (),
) -> Observations:
    """The rows with the arms of the project: by position where `ids` are given, else by the names that they have.

    Arms that the project does not have are left out unless it `takes_new` ones; those `left_out` stay out.
    Raises ReadError where nothing is left to compare.
    """
    if ids:
        return rename_arms(observations, ids)
    known = {own_name(arm) or arm.id: arm.id for arm in arms_of(project)}
    named = rename_arms(observations, [known.get(arm, arm) for arm in observations.arms])
    order = [arm.id for arm in arms_of(project) if arm.id in named.arms]
    if takes_new or len(order) < 2:
        order += [arm for arm in named.arms if arm not in order and arm not in left_out]
    if len(order) < 2:
        raise ReadError("unreadable", ", ".join(file.file for file in observations.files), "", *map(tr, ONE_VERSION))
    return named if tuple(order) == named.arms else order_arms(named, order)


def label_by_file(project: Project, names: Mapping[str, str]) -> Project:
    """The project whose arms without a name of their own are called as their files."""

    def labelled(arm: Candidate) -> Candidate:
        stem = names.get(arm.id)
        return arm if stem is None or own_name(arm) else arm.model_copy(update={"label": stem})

    return project.change(
        baseline=labelled(project.baseline),
        candidates={key: labelled(arm) for key, arm in project.candidates.items()},
        references={key: labelled(arm) for key, arm in project.references.items()},
    )


def order_arms(observations: Observations, order: Sequence[str]) -> Observations:
    """The rows with these arms alone, the first one the baseline."""
    place = {arm: number for number, arm in enumerate(order)}
    new = np.array([place.get(arm, -1) for arm in observations.arms], dtype=np.int64)
    codes = new[observations.rows.arm]
    kept = codes >= 0
    return replace(
        observations,
        arms=tuple(order),
        rows=replace(observations.rows.take(kept), arm=codes[kept]),
        files=tuple(file for file in observations.files if file.arm is None or file.arm in place),
        outputs={arm: texts for arm, texts in observations.outputs.items() if arm in place},
        prompts=compared_prompts(observations, order),
    )


def compared_prompts(observations: Observations, order: Sequence[str]) -> dict[str, PromptMatch]:
    """What is known of the prompts when the arms stand in this order: another baseline was compared with the old one
    alone."""
    before, first = observations.arms[0], order[0]
    if first == before:
        return {arm: match for arm, match in observations.prompts.items() if arm in order}
    turned = observations.prompts.get(first)
    return {} if turned is None or before not in order else {before: turned}


def without_arm_rows(observations: Observations, arm: str) -> Observations:
    """The rows without those of one arm."""
    return order_arms(observations, [name for name in observations.arms if name != arm])


def without_arm_source(source: EvidenceSource, arm: str) -> EvidenceSource:
    """The anonymous table without one arm."""
    place = source.table.arms.index(arm)
    rows = source.status_rows
    if rows is not None:
        kept = rows.take(rows.arm != place)
        rows = replace(kept, arm=kept.arm - (kept.arm > place))
    return replace(source, table=source.table.without_arms([arm]), status_rows=rows)


def as_candidate(project: Project, arm: str) -> Project:
    """The project that judges this reference as a candidate again."""
    item = project.references[arm]
    return project.without_item("references", arm).with_item("candidates", item)


def with_name(project: Project, arm: str, name: str) -> Project:
    """The project that calls an arm so."""
    if arm == project.baseline.id:
        return project.change(baseline=project.baseline.model_copy(update={"label": name}))
    collection = "references" if arm in project.references else "candidates"
    item = getattr(project, collection)[arm]
    return project.with_item(collection, item.model_copy(update={"label": name}))


def without_arm(project: Project, arm: str) -> Project:
    """The project without this arm and its files; scenarios that named it take the first candidate."""
    changed = project.without_item("candidates", arm).without_item("references", arm)
    sources = {key: source for key, source in project.sources.items() if source.arm != arm}
    return with_known_candidates(changed.change(sources=sources))

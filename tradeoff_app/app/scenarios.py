"""What can be done with the scenarios of a project: one more, another name, one less; always a new project."""

from __future__ import annotations

from tradeoff_app.model.project import Project


def free_name(project: Project, wanted: str) -> str:
    """The wanted name, with a number behind it where another scenario has it: "Base 2"."""
    taken = {scenario.name for scenario in project.scenarios.values()}
    number, name = 1, wanted
    while name in taken:
        number += 1
        name = f"{wanted} {number}"
    return name


def with_duplicate(project: Project, scenario_id: str | None = None) -> Project:
    """The project with a copy of a scenario (of the current one by default), which becomes the current one.

    The copy takes its assumptions along; a decision was made about the original alone.
    """
    original = project.scenario(scenario_id)
    name = free_name(project, original.name)
    copy_id = _free_id(project, original.id)
    copy = original.model_copy(update={"id": copy_id, "label": name, "decision": None})
    before, after = f"scenarios/{original.id}/", f"scenarios/{copy_id}/"
    assumed = tuple(f"{after}{path.removeprefix(before)}" for path in project.assumed if path.startswith(before))
    changed = project.with_item("scenarios", copy)
    return changed.change(current_scenario=copy_id, assumed=(*project.assumed, *assumed))


def with_name(project: Project, scenario_id: str, name: str) -> Project:
    """The project in which a scenario is called otherwise; a name that another one has gets a number."""
    scenario = project.scenarios[scenario_id]
    if name == scenario.name:
        return project
    return project.with_item("scenarios", scenario.model_copy(update={"label": free_name(project, name)}))


def without_scenario(project: Project, scenario_id: str) -> Project:
    """The project without a scenario and its assumptions; the last one stays, because something must be decided."""
    if len(project.scenarios) < 2 or scenario_id not in project.scenarios:
        return project
    order = list(project.scenarios)
    current = project.scenario().id
    if current == scenario_id:
        at = order.index(scenario_id)
        current = order[at - 1] if at else order[1]
    begin = f"scenarios/{scenario_id}/"
    assumed = tuple(path for path in project.assumed if not path.startswith(begin))
    return project.without_item("scenarios", scenario_id).change(current_scenario=current, assumed=assumed)


def open_assumptions(project: Project) -> tuple[str, ...]:
    """The assumed inputs that the scenario in force rests on: those of other scenarios wait until one is shown."""
    own = f"scenarios/{project.scenario().id}/"
    return tuple(path for path in project.assumed if not path.startswith("scenarios/") or path.startswith(own))


def _free_id(project: Project, wanted: str) -> str:
    """An id that no scenario has; a copy of `base-2` is `base-3`, not `base-2-2`."""
    stem, _, tail = wanted.rpartition("-")
    stem = stem if stem and tail.isdigit() else wanted
    number = 2
    while f"{stem}-{number}" in project.scenarios:
        number += 1
    return f"{stem}-{number}"

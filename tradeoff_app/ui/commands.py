"""Everything that can be found or done in the window as it is now, for the command palette."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence

from tradeoff_app.app.translation import tr
from tradeoff_app.ui.dialogs.palette import Command
from tradeoff_app.ui.steps.catalogue import STEPS

if TYPE_CHECKING:
    from tradeoff_app.ui.actions import Actions
    from tradeoff_app.ui.workspace import Workspace

LEFT_OUT = frozenset({"palette"})
"""What makes no sense from inside the palette."""


def list_commands(actions: Actions, workspace: Workspace | None, show_scenario: Callable[[str], None]) -> list[Command]:
    """Actions that can be done now; with a project open also its steps, scenarios and metrics."""
    commands = [] if workspace is None else [*_steps(workspace), *_parts(workspace, show_scenario)]
    return [*_actions(actions), *commands, *_choices(actions)]


def list_shortcuts(actions: Actions, workspace: Workspace | None) -> list[Command]:
    """What has a shortcut, whether it can be done now or not."""
    steps = [] if workspace is None else _steps(workspace)
    return [*(command for command in _actions(actions, is_any=True) if command.shortcut), *steps]


def _actions(actions: Actions, *, is_any: bool = False) -> list[Command]:
    return [
        Command(action.text().replace("&&", "&"), tr("Action"), action.trigger, _keys(action))
        for action_id, action in actions.items()
        if action_id not in LEFT_OUT and (is_any or action.isEnabled())
    ]


def _choices(actions: Actions) -> list[Command]:
    """What the menus for theme and language offer."""
    return [
        Command(f"{menu.title()}: {action.text()}", tr("Action"), action.trigger)
        for menu in (actions.theme_menu, actions.language_menu)
        for action in menu.actions()
        if not action.isSeparator()
    ]


def _steps(workspace: Workspace) -> list[Command]:
    return [
        Command(
            tr("Go to {title}", title=tr(entry.title)),
            tr("Step"),
            partial(workspace.show_step, entry.step_id),
            f"Ctrl+{at}",
        )
        for at, entry in enumerate(STEPS, 1)
    ]


def _parts(workspace: Workspace, show_scenario: Callable[[str], None]) -> list[Command]:
    project, current = workspace.document.project, workspace.document.scenario.id
    scenarios = [
        Command(tr("Show scenario {name}", name=scenario.name), tr("Scenario"), partial(show_scenario, key))
        for key, scenario in project.scenarios.items()
        if key != current
    ]
    metrics = [
        Command(tr("Look at {name}", name=metric.name), tr("Metric"), partial(_look_at, workspace, key))
        for key, metric in project.metrics.items()
        if workspace.document.outcome.effect(key) is not None
    ]
    return [*scenarios, *metrics]


def _look_at(workspace: Workspace, metric: str) -> None:
    workspace.document.select(metric)
    workspace.show_step("compare")


def _keys(action: QAction) -> str:
    return action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)

"""No work in paint: whatever Qt asks for while it paints reads what is there, and changes, computes and opens nothing.

Everything that is reached from a paint event, a delegate, a size hint or a model's answer is walked through the code:
functions of the same module, methods of the same class, functions of other modules of the window.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
UI = ROOT / "tradeoff_app" / "ui"
ASKED_WHILE_PAINTING = frozenset(
    {
        "paintEvent",
        "paint",
        "paintSection",
        "sizeHint",
        "minimumSizeHint",
        "heightForWidth",
        "data",
        "headerData",
        "flags",
        "rowCount",
        "columnCount",
        "initStyleOption",
    }
)
MAY_BE_CALLED = (
    "PySide6",
    "collections",
    "dataclasses",
    "functools",
    "html",
    "math",
    "re",
    "tradeoff_app.app.translation",
    "tradeoff_app.figures.palette",
    "tradeoff_app.figures.spec",
    "tradeoff_app.ui",
)
"""Where the functions and classes that paint code uses come from: no statistics, no files, no words of results."""
CHANGES = frozenset(
    {
        "emit",
        "connect",
        "disconnect",
        "update",
        "repaint",
        "updateGeometry",
        "resize",
        "move",
        "setFixedSize",
        "setGeometry",
        "setVisible",
        "show",
        "hide",
        "open",
        "close",
        "setText",
        "setToolTip",
        "setAccessibleName",
        "setAccessibleDescription",
        "setStyleSheet",
        "setProperty",
        "setFocus",
        "setCurrentIndex",
        "addWidget",
        "insertWidget",
        "removeWidget",
        "deleteLater",
        "setParent",
        "start",
        "stop",
        "singleShot",
        "startTimer",
        "edit",
        "edit_scenario",
        "undo",
        "redo",
        "select",
        "begin_drag",
        "end_drag",
        "beginResetModel",
        "endResetModel",
        "setRange",
        "setValue",
        "processEvents",
        "exec",
        "sendEvent",
        "postEvent",
        "read_text",
        "read_bytes",
        "write_text",
        "write_bytes",
    }
)
"""What changes a widget, a model, a document, a clock or a file."""
MEMOS = {
    ("RunsLabel", "_kept"): "lines that were laid out, until anything of them changes",
    ("RunsLabel", "_natural"): "the width of the sentence, until it changes",
}
"""What may be kept while painting: the same answer, found faster."""
ALLOWED = {
    ("tradeoff_app.ui.dialogs.units", "said"): "a list may have a million units: each number is written when shown",
}


@dataclass
class Module:
    """What a module defines and where its names come from."""

    name: str
    functions: dict[str, ast.FunctionDef] = field(default_factory=dict)
    classes: dict[str, dict[str, ast.FunctionDef]] = field(default_factory=dict)
    bases: dict[str, list[str]] = field(default_factory=dict)
    origins: dict[str, str] = field(default_factory=dict)


@cache
def _modules() -> dict[str, Module]:
    found = {}
    for path in sorted(UI.rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        module = found[name] = Module(name)
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                module.origins |= {alias.asname or alias.name: f"{node.module}:{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                module.origins |= {(alias.asname or alias.name).split(".")[0]: alias.name for alias in node.names}
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef):
                module.functions[node.name] = node
            elif isinstance(node, ast.ClassDef):
                methods = {each.name: each for each in node.body if isinstance(each, ast.FunctionDef)}
                module.classes[node.name] = methods
                module.bases[node.name] = [base.id for base in node.bases if isinstance(base, ast.Name)]
    return found


Place = tuple[str, str, str]
"""Module, class (empty for a function), and name."""


def _node(place: Place) -> ast.FunctionDef:
    module, owner, name = place
    return _modules()[module].classes[owner][name] if owner else _modules()[module].functions[name]


def _roots() -> list[Place]:
    return [
        (module.name, owner, name)
        for module in _modules().values()
        for owner, methods in module.classes.items()
        for name in methods
        if name in ASKED_WHILE_PAINTING
    ]


def _function(module: str, name: str) -> Place | None:
    """The function of the window that a name means in a module."""
    if name in _modules()[module].functions:
        return module, "", name
    origin, _, original = _modules()[module].origins.get(name, "").partition(":")
    return (origin, "", original) if origin in _modules() and original in _modules()[origin].functions else None


def _method(module: str, owner: str, name: str) -> Place | None:
    """The method that `self.name` means, in the class or a base of the window."""
    if name in _modules()[module].classes[owner]:
        return module, owner, name
    for base in _modules()[module].bases[owner]:
        origin, _, original = _modules()[module].origins.get(base, f"{module}:{base}").partition(":")
        if origin in _modules() and original in _modules()[origin].classes:
            return _method(origin, original, name)
    return None


def _calls(place: Place) -> Iterator[Place]:
    module, owner, _ = place
    for node in ast.walk(_node(place)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        target = None
        if isinstance(called, ast.Name):
            target = _function(module, called.id)
        elif isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            if called.value.id == "self" and owner:
                target = _method(module, owner, called.attr)
            else:  # a module of the window
                origin = _modules()[module].origins.get(called.value.id, "").replace(":", ".")
                target = (origin, "", called.attr) if origin in _modules() else None
                if target is not None and called.attr not in _modules()[origin].functions:
                    target = None
        if target is not None:
            yield target


def _reached() -> list[Place]:
    found: dict[Place, None] = {}
    waiting = _roots()
    while waiting:
        place = waiting.pop()
        if place not in found:
            found[place] = None
            waiting += _calls(place)
    return sorted(found)


def _changes(place: Place) -> Iterator[str]:
    own = {node.id for node in ast.walk(_node(place)) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    for node in ast.walk(_node(place)):
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AugAssign | ast.AnnAssign):
            targets = [node.target]
        for target in targets:
            is_own = isinstance(target, ast.Attribute) and ast.unparse(target.value) in own
            if isinstance(target, ast.Attribute) and not is_own and (place[1], target.attr) not in MEMOS:
                yield f"sets {ast.unparse(target)} in line {target.lineno}"
        if isinstance(node, ast.Global | ast.Nonlocal):
            yield f"changes {', '.join(node.names)}"
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CHANGES:
            yield f"calls {ast.unparse(node.func)} in line {node.lineno}"


def _strangers(place: Place) -> Iterator[str]:
    module = _modules()[place[0]]
    for node in ast.walk(_node(place)):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield f"imports: {ast.unparse(node)}"
        if not isinstance(node, ast.Call):
            continue
        first = node.func
        while isinstance(first, ast.Attribute):
            first = first.value
        if not isinstance(first, ast.Name):
            continue
        origin = module.origins.get(first.id, "")
        is_known = not origin or origin.startswith(MAY_BE_CALLED) or (place[0], first.id) in ALLOWED
        if not is_known or first.id in ("open", "print", "exec", "eval"):
            yield f"calls {ast.unparse(node.func)} of {origin or 'Python'} in line {node.lineno}"


def test_that_the_walk_sees_what_paints() -> None:
    places = _reached()
    assert len(places) > 150
    assert ("tradeoff_app.ui.plots.mark_painters", "", "hairline") in places


@pytest.mark.parametrize("look", [_changes, _strangers])
def test_that_painting_changes_and_computes_nothing(look: object) -> None:
    assert callable(look)
    found = [f"{place[0]}.{place[1]}.{place[2]} {what}" for place in _reached() for what in look(place)]
    assert found == []

"""No text of the window is hard-coded, and every one has a finished German translation with the same fields."""

from __future__ import annotations

import ast
import importlib.util
import re
import shutil
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "tradeoff_app"
GERMAN = ROOT / "resources" / "translations" / "tradeoff_de.ts"
WORDS = re.compile(r"^[A-Z][a-z]|(?:[^\W_]|[}%])[,:.;]? [^\W\d_]|…$")
"""What reads as words: a capital and a small letter at the start, letters around a blank, or dots at the end."""
NOT_SAID = frozenset({"QT_TR_NOOP", "compile", "import_module", "setObjectName", "setProperty", "setStyleSheet"})
"""Calls whose texts nobody reads, or that mark a text for translation."""
ALLOWED = {
    "Tradeoff": "a name",
    "Tradeoff {}": "a name and a version",
    "Python {}, Qt {}": "names and versions, in the diagnostics that are sent to us",
    "screen {} x {} at {}": "a line of the diagnostics that are sent to us",
    "{} at {}": "a line of the diagnostics that are sent to us",
    "{}:{} in {}": "a line of the diagnostics that are sent to us",
    "an unknown place": "a line of the diagnostics that are sent to us",
    "Windows-1252": "a name",
    "Shift JIS": "a name",
    "ISO 8859-15": "a name",
    "English": "each language is called by its own name",
    "Deutsch": "each language is called by its own name",
    "Fusion": "a style of Qt, asked for by its name",
    "{}…": "a text that was cut",
    "…": "a text that was cut",
}
TOLD_WITHOUT_A_WINDOW = frozenset({"app/guard.py", "ui/toolkit.py", "ui/start.py"})
"""What these say, they say on the command line, before there is a window or its language."""
LAYOUT = re.compile(r"^<p style=|^[\w: ,>-]*\{ ?[\w-]+:|^[\w-]+: [^ ]+;$|^Ctrl\+|^%d")


def _hard_coded(path: Path) -> Iterator[str]:
    room = str(path.relative_to(PACKAGE))
    for text, line in _texts(ast.parse(path.read_text(encoding="utf-8"))):
        if WORDS.search(text) and text not in ALLOWED and not LAYOUT.search(text):
            yield f"{room}:{line}: {text[:80]}"


def _texts(node: ast.AST) -> Iterator[tuple[str, int]]:
    """Every text and its line, f-strings with `{}` for what they put in; not docstrings, types, errors and names."""
    if isinstance(node, ast.Raise | ast.Assert) or _is_silent(node):
        return
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value, node.lineno
    elif isinstance(node, ast.JoinedStr):
        pieces = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
        yield "".join(map(str, pieces)), node.lineno
        for part in node.values:
            if isinstance(part, ast.FormattedValue):
                yield from _texts(part.value)
    else:
        for child in _said_children(node):
            yield from _texts(child)


def _is_silent(node: ast.AST) -> bool:
    is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    names = [target.id for target in getattr(node, "targets", ()) if isinstance(target, ast.Name)]
    is_type = isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal"
    return is_docstring or is_type or "__all__" in names


def _said_children(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        marked = {"tr": 2, "cast": 1}.get(name, len(node.args) if name in NOT_SAID else 0)
        yield node.func
        yield from node.args[marked:]
        yield from (keyword.value for keyword in node.keywords)
    else:
        skipped = {"annotation", "returns"}
        for field, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST) and field not in skipped:
                    yield child


def test_that_no_text_of_the_window_is_hard_coded() -> None:
    paths = [path for room in ("app", "ui") for path in sorted((PACKAGE / room).rglob("*.py"))]
    spoken = [path for path in paths if str(path.relative_to(PACKAGE)) not in TOLD_WITHOUT_A_WINDOW]
    assert [found for path in spoken for found in _hard_coded(path)] == []


@pytest.mark.parametrize(
    "line",
    [
        'label.setText("Nothing differs")',
        'label.setText(f"{count} rows")',
        'head = "1 difference" if one else tr("{count} differences", count=2)',
        'button = make_button("Save")',
        'tr("Saved {name}", name="a file")',
    ],
)
def test_that_the_scan_sees_what_is_hard_coded(line: str) -> None:
    assert [text for text, _ in _texts(ast.parse(line)) if WORDS.search(text)]


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translations", ROOT / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _messages(path: Path) -> dict[tuple[str, str], tuple[str, ...] | None]:
    """Translations by source and comment; None where one is not finished."""
    found: dict[tuple[str, str], tuple[str, ...] | None] = {}
    for message in ET.parse(path).getroot().iter("message"):
        translation = message.find("translation")
        assert translation is not None
        forms = tuple(form.text or "" for form in translation.findall("numerusform")) or (translation.text or "",)
        is_finished = translation.get("type") is None and all(forms)
        key = (message.findtext("source", ""), message.findtext("comment", ""))
        found[key] = forms if is_finished else None
    return found


def test_that_every_text_has_a_finished_german_translation_and_none_is_left_over(tmp_path: Path) -> None:
    copy = tmp_path / "tradeoff_de.ts"
    shutil.copy(GERMAN, copy)
    _tool().update(copy)
    wanted, kept = _messages(copy), _messages(GERMAN)
    missing = [source for (source, _), forms in wanted.items() if forms is None]
    assert (missing, [source for source, _ in kept.keys() - wanted.keys()]) == ([], [])


def test_that_translations_keep_every_field_and_count() -> None:
    fields = re.compile(r"\{[^}]*\}|%n")
    wrong = [
        source
        for (source, _), forms in _messages(GERMAN).items()
        for form in forms or ()
        if sorted(fields.findall(source)) != sorted(fields.findall(form))
    ]
    assert wrong == []


def test_that_translations_end_as_their_texts_do() -> None:
    """A text that opens a dialog ends in dots in every language, a sentence in a full stop."""
    wrong = [
        source
        for (source, _), forms in _messages(GERMAN).items()
        for form in forms or ()
        if any(source.endswith(sign) != form.endswith(sign) for sign in ("…", "?", ".", ":"))
    ]
    assert wrong == []


def test_that_no_text_is_glued_or_formatted_by_its_translation() -> None:
    """Blanks at an end, markup, and formats of fields belong in the code."""
    glued = [
        source for source, _ in _messages(GERMAN) if source != source.strip() or re.search(r"<\w|\{\w+[:!]", source)
    ]
    assert glued == []

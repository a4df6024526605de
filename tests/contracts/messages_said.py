"""Every sentence and fragment that a module can say, read from its source as templates with numbered fields."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain, product
from pathlib import Path

SQL = re.compile(
    r"^(SELECT|CREATE|CAST|CASE|WHEN|WHERE|SET|DESCRIBE|max\(|strlen\(|\{0\} read_parquet|\{0\} AS|'c\{0\}|sum\()"
)
PATTERN = re.compile(r"\\[bdwsx.]|\(\?|\|.*\||\[[a-z_ -]+\]\??|\)\?")
WORD = re.compile(r"[A-Za-z]{2,}")
FIELD = re.compile(r"\{[^{}]*\}")


def templates(path: Path) -> dict[str, int]:
    """Templates of a module such as "{0:,} rows of {1}", each with the line where it first stands."""
    tree = ast.parse(path.read_text("utf-8"))
    found: dict[str, int] = {}
    for text, line in _walk(tree, _docstrings(tree)):
        if _is_said(text):
            found.setdefault(text, line)
    return found


def _is_said(text: str) -> bool:
    """Whether it has words with a blank between them or beside a field."""
    if SQL.search(text) or PATTERN.search(text):
        return False
    bare = FIELD.sub("{}", text)
    has_word_by_field = re.search(r"[a-z]{2,} \{\}|\{\} [a-z]{2,}", bare) is not None
    return WORD.search(FIELD.sub("", text)) is not None and (" " in FIELD.sub("", text).strip() or has_word_by_field)


def _docstrings(tree: ast.AST) -> set[int]:
    return {id(n.value) for n in ast.walk(tree) if isinstance(n, ast.Expr) and isinstance(n.value, ast.Constant)}


def _walk(node: ast.AST, skipped: set[int]) -> Iterator[tuple[str, int]]:
    if id(node) in skipped:
        return
    forms = _forms(node)
    if forms is None:
        for child in ast.iter_child_nodes(node):
            yield from _walk(child, skipped)
        return
    line = getattr(node, "lineno", 0)
    yield from ((_numbered(form), line) for form in forms)
    yield from _inside(node, skipped)


def _inside(node: ast.AST, skipped: set[int]) -> Iterator[tuple[str, int]]:
    """Texts that stand inside the fields of a text."""
    if isinstance(node, ast.JoinedStr):
        for value in node.values:
            if isinstance(value, ast.FormattedValue):
                yield from _walk(value.value, skipped)
    elif isinstance(node, ast.BinOp):
        for side in (node.left, node.right):
            yield from _inside(side, skipped) if _forms(side) is not None else _walk(side, skipped)


def _forms(node: ast.AST) -> list[list[str]] | None:
    """All the texts that an expression can be, as parts; a field is None. None where it is no text of ours."""
    if isinstance(node, ast.Constant):
        return [[node.value.replace("{", "{{").replace("}", "}}")]] if isinstance(node.value, str) else None
    if isinstance(node, ast.JoinedStr):
        return [list(chain.from_iterable(parts)) for parts in product(*map(_part_forms, node.values))]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        left, right = _forms(node.left), _forms(node.right)
        if left is not None or right is not None:
            return [a + b for a in left or [["{}"]] for b in right or [["{}"]]]
    return None


def _part_forms(part: ast.expr) -> list[list[str]]:
    if not isinstance(part, ast.FormattedValue):
        return _forms(part) or [["{}"]]
    if isinstance(part.value, ast.IfExp):
        either = _forms(part.value.body), _forms(part.value.orelse)
        if either[0] is not None and either[1] is not None:
            return either[0] + either[1]
    spec = "".join(str(one.value) for one in getattr(part.format_spec, "values", []) if isinstance(one, ast.Constant))
    return [[f"{{:{spec}}}" if spec else "{}"]]


def _numbered(parts: list[str]) -> str:
    at = -1
    said = []
    for part in parts:
        if re.fullmatch(r"\{(:[^{}]*)?\}", part):
            at += 1
            said.append(f"{{{at}{part[1:]}")
        else:
            said.append(part)
    return "".join(said)

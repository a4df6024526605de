"""What no module may do: run data as code, reach the network, or write a file past the one seam."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "tradeoff_app"
FORBIDDEN = {
    "pickle": r"\bpickle\b(?!\W*=\W*False)",
    "eval": r"(?<![\w.])eval\(",
    "exec": r"(?<![\w.])exec\(",
    "unpacking an archive": r"\.extract(all)?\(",
    "the network": r"^\s*(import|from) (socket|http|urllib\.request|ftplib|smtplib|requests|httpx)\b",
    "yaml.load": r"yaml\.load\(",
}
RICH = (
    r"\b(QMessageBox|QInputDialog|QProgressDialog|QErrorMessage|QWizardPage|QTextEdit|QTextBrowser|QWhatsThis)\b"
    r"|\b(setHtml|appendHtml|insertHtml|setStatusTip|setWhatsThis|RichText|AutoText|MarkdownText)\b"
)
"""Widgets and calls that read texts as markup, and open the pictures that it names."""
ONLY_IN = {
    r"\b(Q|Plain)Label\(": {"ui/widgets/text"},
    r"setToolTip\(": {"ui/widgets/text"},
    RICH: set(),
    r"\bParagraph\(": {"briefing/pdf", "briefing/blocks", "briefing/sections"},
}


def _code(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith(("#", '"""')))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_that_nothing_forbidden_is_called(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what], re.MULTILINE)
    found = [str(path.relative_to(PACKAGE)) for path in sorted(PACKAGE.rglob("*.py")) if pattern.search(_code(path))]
    allowed = {"allow_pickle=False"}
    assert [name for name in found if not _is_only(PACKAGE / name, pattern, allowed)] == []


def _is_only(path: Path, pattern: re.Pattern[str], allowed: set[str]) -> bool:
    lines = [line for line in _code(path).splitlines() if pattern.search(line)]
    return all(any(word in line for word in allowed) for line in lines)


@pytest.mark.parametrize("pattern", ONLY_IN)
def test_that_markup_reaches_a_widget_or_page_through_one_door(pattern: str) -> None:
    doors = ONLY_IN[pattern]
    found = [
        str(path.relative_to(PACKAGE))
        for path in sorted(PACKAGE.rglob("*.py"))
        if re.search(pattern, _code(path)) and not any(str(path.relative_to(PACKAGE)).startswith(d) for d in doors)
    ]
    assert found == []

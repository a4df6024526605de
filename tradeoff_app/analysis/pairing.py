"""Do the two arms speak of the same units, and how many of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tradeoff_app.analysis.checks import Finding
from tradeoff_app.analysis.table import PairingChoice, Table


@dataclass(frozen=True)
class Pairing:
    """How units match between baseline and one candidate; `share` is matched units over all units of both."""

    mode: Literal["paired", "unpaired"]
    share: float
    matched: int
    only_baseline: int
    only_candidate: int
    is_chosen: bool


def match_units(table: Table, candidate: int, choice: PairingChoice) -> Pairing:
    """Pairing of arm 0 with the arm at `candidate`: chosen, or paired from a share of 0.5 on (decision-model, 3a)."""
    before, after = table.present[0], table.present[candidate]
    matched = int((before & after).sum())
    either = int((before | after).sum())
    share = matched / either if either else 0.0
    found: Literal["paired", "unpaired"] = "paired" if share >= 0.5 else "unpaired"
    mode = found if choice == "auto" else choice
    only = int((before & ~after).sum()), int((after & ~before).sum())
    return Pairing(mode, share, matched, only[0], only[1], choice != "auto")


def pairing_findings(candidate: str, pairing: Pairing, *, randomised: bool) -> list[Finding]:
    """What to say about the match: unmatched units dropped, a weak match, an ignored match."""
    values = {
        "candidate": candidate,
        "share": pairing.share,
        "matched": pairing.matched,
        "only_baseline": pairing.only_baseline,
        "only_candidate": pairing.only_candidate,
    }
    findings = []
    if pairing.mode == "paired" and pairing.share < 0.95:
        findings.append(Finding("pairing_weak", "warn", values=values))
    elif pairing.mode == "paired" and pairing.share < 1.0:
        findings.append(Finding("unmatched_units", "info", values=values))
    elif pairing.mode == "unpaired" and pairing.share >= 0.5:
        findings.append(Finding("pairing_ignored", "warn", values=values))
    elif pairing.mode == "unpaired" and not randomised:
        findings.append(Finding("unpaired", "warn", values=values))
    return findings

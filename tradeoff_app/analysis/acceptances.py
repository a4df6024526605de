"""Is an acceptance valid: complete, unexpired, about this evidence, and large enough for what may happen."""

from __future__ import annotations

from datetime import date

from tradeoff_app.model.acceptance import Response

REQUIRED = ("accepted_up_to", "rationale", "mitigation", "owner", "accepter", "expires", "evidence_hash")
"""What an acceptance must state; gain, follow-up and rollback trigger are welcome beside it."""


def missing_parts(response: Response, as_of: date | None = None) -> tuple[str, ...]:
    """Names of the required fields that an acceptance leaves open; a blank text, or a date to come, is open."""
    is_early = as_of is not None and response.accepted_on is not None and response.accepted_on > as_of
    return (*(name for name in REQUIRED if _is_open(response, name)), *(("accepted_on",) if is_early else ()))


def _is_open(response: Response, name: str) -> bool:
    value = getattr(response, name)
    if name == "accepter" and value is not None:
        return not value.name.strip() or not (value.role or "").strip()
    return value is None or (isinstance(value, str) and not value.strip())


def problem_of(
    response: Response | None, improvement_low: float | None, evidence_hash: str | None, as_of: date | None
) -> str | None:
    """Why a response does not settle a regression; None where a valid acceptance does.

    NONE, BLOCKED_BY_DECISION, MITIGATION_PENDING, INCOMPLETE, EXPIRED, STALE or EXCEEDS, the first that holds. An
    acceptance covers the adverse bound when improvement_low >= -accepted_up_to. One that is dated after `as_of` has not
    been given yet, so that its date is open.
    """
    if response is None:
        return "NONE"
    if response.action != "accept":
        return "BLOCKED_BY_DECISION" if response.action == "block" else "MITIGATION_PENDING"
    if missing_parts(response, as_of):
        return "INCOMPLETE"
    if as_of is not None and response.expires is not None and as_of > response.expires:
        return "EXPIRED"
    if response.evidence_hash != evidence_hash:
        return "STALE"
    covered = improvement_low is not None and improvement_low >= -(response.accepted_up_to or 0.0)
    return None if covered else "EXCEEDS"

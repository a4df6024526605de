"""What an error message says about why a row has no result."""

from __future__ import annotations

import re
from typing import get_args

from tradeoff_app.model.metric import Status

TIMEOUT = re.compile(r"time[ds]?[ -]?out|deadline exceeded|zeitüberschreitung", re.IGNORECASE)
BROKEN = re.compile(r"(error|err|failed|failure|exception|crashed)(?![a-z])")
NO_ERROR = frozenset({"", "none", "null", "nan", "ok", "success", "false", "0", "no", "n/a", "na", "-", "[]", "{}"})
KNOWN: frozenset[str] = frozenset(get_args(Status))
WORDS: dict[str, Status] = {
    "error": "model_error",
    "failed": "model_error",
    "timed_out": "timeout",
    "refused": "refusal",
    "skipped": "not_run",
    "cancelled": "not_run",
    "canceled": "not_run",
    "ignored": "not_run",
}


def classify_error(text: str | None) -> Status:
    """`ok` where the text reports no error, `timeout` where it says so, else `model_error`."""
    if text is None or text.strip().casefold() in NO_ERROR:
        return "ok"
    return "timeout" if TIMEOUT.search(text) else "model_error"


def read_status_word(text: str | None) -> Status | None:
    """The status that a cell of a status column names; None where the word is none of ours."""
    word = (text or "ok").strip().casefold().replace(" ", "_").replace("-", "_")
    if word in KNOWN:
        return next(status for status in get_args(Status) if status == word)
    if word in {"success", "succeeded", "completed", "complete", "done", "passed", "finished"}:
        return "ok"
    if TIMEOUT.search(word.replace("_", " ")):
        return "timeout"
    return "model_error" if BROKEN.match(word) else WORDS.get(word)

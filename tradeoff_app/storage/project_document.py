"""A project as one JSON text and back: head, decisions, evidence, and the hash that shows any change from outside."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import Any

import numpy as np
from pydantic import ValidationError

import tradeoff_app
from tradeoff_app.analysis.table import EvidenceSource
from tradeoff_app.model.problem import explain
from tradeoff_app.model.project import Project
from tradeoff_app.storage import evidence_block
from tradeoff_app.storage.columns import ColumnError
from tradeoff_app.storage.errors import StorageError
from tradeoff_app.storage.item_order import note_order, restore_order
from tradeoff_app.storage.migrations import FORMAT_VERSION, bring_up_to_date
from tradeoff_app.storage.strict_json import JsonError, read_object

FORMAT = "tradeoff/project"
MIN_READER_VERSION = 1
HEAD_FIELDS = frozenset(
    {"app_version", "content_sha256", "format", "format_version", "min_reader_version"}
    | {"order", "parents", "project_id", "revision", "project", "evidence"}
)
EVIDENCE_FIELDS = frozenset(
    {"aggregates", "findings", "match", "pairing", "randomised", "ratings", "status_rows", "table"}
)
DAMAGED = "it was edited outside the program or damaged"
MAKE_ONE = "Make one with: tradeoff new"
DAMAGED_HINT = "Open an earlier version of it, or ask whoever sent it to send it again"


@dataclass(frozen=True)
class Head:
    """What a file says about itself. `file_sha256` is the hash of its bytes; unknown fields of later versions stay."""

    project_id: str
    revision: int = 0
    parents: tuple[str, ...] = ()
    content_sha256: str = ""
    file_sha256: str = ""
    app_version: str = tradeoff_app.__version__
    format_version: int = FORMAT_VERSION
    min_reader_version: int = MIN_READER_VERSION
    unknown: Mapping[str, Any] = field(default_factory=dict)
    unknown_evidence: Mapping[str, Any] = field(default_factory=dict)
    warnings: tuple[str, ...] = ()

    def next(self) -> Head:
        """The head of the version that is saved after this one."""
        parents = (self.content_sha256,) if self.content_sha256 else ()
        return replace(
            self,
            revision=self.revision + 1,
            parents=parents,
            app_version=tradeoff_app.__version__,
            format_version=max(self.format_version, FORMAT_VERSION),
            warnings=(),
        )


@dataclass(frozen=True)
class StoredProject:
    """A project as it was read: decisions, evidence, head, and what should be said about the file."""

    project: Project
    evidence_source: EvidenceSource
    head: Head
    warnings: tuple[str, ...] = ()


def write_document(project: Project, source: EvidenceSource, head: Head) -> tuple[bytes, Head]:
    """The bytes of the file and the head with its hashes; raises StorageError where they would not read back equal."""
    document = {
        **head.unknown,
        "app_version": head.app_version,
        "evidence": {**head.unknown_evidence, **evidence_block.encode(source, project)},
        "format": FORMAT,
        "format_version": head.format_version,
        "min_reader_version": head.min_reader_version,
        "order": note_order(project),
        "parents": list(head.parents),
        "project": project.model_dump(mode="json"),
        "project_id": head.project_id,
        "revision": head.revision,
    }
    document["content_sha256"] = content_sha256(document, project.title)
    text = json.dumps(document, ensure_ascii=False, allow_nan=False, indent=1, sort_keys=True) + "\n"
    data = text.encode()
    again = read_document(data, project.title)
    if again.project != project or not is_same_evidence(again.evidence_source, source):
        raise StorageError(
            "not_written", project.title, "project", "it would not read back as it is", "Nothing was saved"
        )
    return data, again.head


def content_sha256(document: Mapping[str, Any], file: str) -> str:
    """SHA-256 over the RFC 8785 form of everything but the hash itself."""
    import rfc8785

    rest = {name: value for name, value in document.items() if name != "content_sha256"}
    try:
        return hashlib.sha256(rfc8785.dumps(rest)).hexdigest()
    except (rfc8785.CanonicalizationError, UnicodeEncodeError) as failure:
        raise StorageError("not_written", file, "project", f"it can't be stored exactly ({failure})") from failure


def read_document(data: bytes, file: str) -> StoredProject:
    """The project that the bytes hold, bit for bit; raises StorageError."""
    document = _parse(data, file)
    warnings = _check_head(document, file)
    if document.get("content_sha256") != content_sha256(document, file):
        raise StorageError("damaged", file, "content_sha256", DAMAGED, DAMAGED_HINT)
    version = document["format_version"]
    document = bring_up_to_date(document, version)
    project = _read_project(document, file)
    head = Head(
        project_id=project.id,
        revision=document["revision"],
        parents=tuple(document["parents"]),
        content_sha256=document["content_sha256"],
        file_sha256=hashlib.sha256(data).hexdigest(),
        app_version=document["app_version"],
        format_version=version,
        min_reader_version=document["min_reader_version"],
        unknown={key: value for key, value in document.items() if key not in HEAD_FIELDS},
        unknown_evidence={key: value for key, value in document["evidence"].items() if key not in EVIDENCE_FIELDS},
    )
    return StoredProject(project, _read_evidence(document, file), head, warnings)


def is_same_evidence(left: EvidenceSource, right: EvidenceSource) -> bool:
    """Whether two tables agree to the last bit."""
    a, b = left.table, right.table
    if (a.arms, a.metrics, list(a.dimensions), set(a.den)) != (b.arms, b.metrics, list(b.dimensions), set(b.den)):
        return False
    arrays = [
        (a.cluster, b.cluster),
        (a.weight, b.weight),
        (a.values, b.values),
        (a.status, b.status),
        (a.present, b.present),
        (a.missing, b.missing),
        *((a.den[name], b.den[name]) for name in a.den),
        *((a.dimensions[name].codes, b.dimensions[name].codes) for name in a.dimensions),
    ]
    if set(left.ratings) != set(right.ratings):
        return False
    for name, one in left.ratings.items():
        other = right.ratings[name]
        arrays += [(one.counts, other.counts), (one.categories, other.categories), (one.weights, other.weights)]
    if (left.status_rows is None) != (right.status_rows is None):
        return False
    if left.status_rows is not None:
        names = [column.name for column in fields(left.status_rows)]
        arrays += [(getattr(left.status_rows, name), getattr(right.status_rows, name)) for name in names]
    if (a.aggregates is None) != (b.aggregates is None):
        return False
    if a.aggregates is not None and b.aggregates is not None:
        names = [column.name for column in fields(a.aggregates)]
        arrays += [(getattr(a.aggregates, name), getattr(b.aggregates, name)) for name in names]
    same_labels = all(a.dimensions[name].labels == b.dimensions[name].labels for name in a.dimensions)
    same_origin = (left.pairing, left.randomised, left.match) == (right.pairing, right.randomised, right.match)
    return same_labels and same_origin and all(_is_same_array(one, other) for one, other in arrays)


def _is_same_array(one: Any, other: Any) -> bool:
    if one is None or other is None:
        return one is other
    is_float = one.dtype.kind == "f"
    return bool(np.array_equal(one, other, equal_nan=is_float) and (not is_float or _same_signs(one, other)))


def _same_signs(one: Any, other: Any) -> bool:
    """Array equality takes -0.0 for 0.0."""
    return bool(np.array_equal(np.signbit(one[one == 0]), np.signbit(other[other == 0])))


def _parse(data: bytes, file: str) -> dict[str, Any]:
    is_ours = b'"content_sha256"' in data or f'"{FORMAT}"'.encode() in data
    try:
        document = read_object(data)
    except JsonError as failure:
        if is_ours:
            cause = f"{DAMAGED} ({failure.cause})"
            raise StorageError("damaged", file, failure.place, cause, DAMAGED_HINT) from failure
        raise StorageError("not_a_project", file, failure.place, "it is not a Tradeoff project", MAKE_ONE) from failure
    if document.get("format") != FORMAT:
        if is_ours and "project" in document:
            raise StorageError("damaged", file, "format", DAMAGED, DAMAGED_HINT)
        is_setup = document.get("schema") == "tradeoff/setup@1"
        hint = "This is a setup file: give it with --setup" if is_setup else MAKE_ONE
        raise StorageError("not_a_project", file, "format", "it is not a Tradeoff project", hint)
    return document


def _check_head(document: Mapping[str, Any], file: str) -> tuple[str, ...]:
    """What to say about the file's version; raises where the head is not whole or asks for a later reader."""
    kinds = {
        "format_version": int,
        "min_reader_version": int,
        "revision": int,
        "app_version": str,
        "project_id": str,
        "content_sha256": str,
        "parents": list,
        "project": dict,
        "evidence": dict,
        "order": dict,
    }
    for name, kind in kinds.items():
        if type(document.get(name)) is not kind:
            raise StorageError("damaged", file, name, DAMAGED, DAMAGED_HINT)
    version, needed = document["format_version"], document["min_reader_version"]
    if needed > FORMAT_VERSION:
        maker = document["app_version"]
        cause = f"it needs Tradeoff {maker} or later (format {needed}; this version reads {FORMAT_VERSION})"
        raise StorageError("newer_version", file, "min_reader_version", cause, "Update Tradeoff to open it")
    if version < 1:
        raise StorageError("damaged", file, "format_version", DAMAGED, DAMAGED_HINT)
    if version <= FORMAT_VERSION:
        return ()
    made_by = f"{file} was made by a later version of Tradeoff ({document['app_version']})"
    return (f"{made_by}: what this version does not know is kept, but not shown",)


def _read_project(document: Mapping[str, Any], file: str) -> Project:
    try:
        ordered = restore_order(document["project"], document["order"])
        project = Project.model_validate_json(json.dumps(ordered, allow_nan=False))
    except ValidationError as failure:
        location, cause, hint = explain(failure)
        place = "/".join(("project", *map(str, location)))
        raise StorageError("not_a_project", file, place, cause, hint) from failure
    if project.id != document["project_id"]:
        raise StorageError("damaged", file, "project_id", DAMAGED, DAMAGED_HINT)
    return project


def _read_evidence(document: Mapping[str, Any], file: str) -> EvidenceSource:
    try:
        return evidence_block.decode(document["evidence"])
    except ColumnError as failure:
        raise StorageError("damaged", file, "evidence", str(failure), DAMAGED_HINT) from failure

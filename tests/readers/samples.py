"""Small result files that the tests of the readers make themselves."""

from __future__ import annotations

import json
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest

SHARED = Path(__file__).parents[2] / ".." / "shared" / "data"
needs_shared = pytest.mark.skipif(not SHARED.exists(), reason="the shared data set is not beside the project")


def write(folder: Path, name: str, text: str | bytes, encoding: str = "utf-8") -> Path:
    """A file of this content."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode(encoding))
    return path


def table(columns: Sequence[str], rows: Sequence[Sequence[Any]], delimiter: str = ",") -> str:
    """A delimited text of these rows; cells are written as they are."""
    lines = [delimiter.join(columns), *(delimiter.join(map(str, row)) for row in rows)]
    return "\n".join(lines) + "\n"


def workbook(path: Path, sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = (), **raw: str) -> Path:
    """A workbook; cells are None, numbers, text, or raw XML after a `<`. `raw` replaces parts by name."""
    parts = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": "<workbook xmlns:r='r'><sheets>"
        + "".join(
            f"<sheet name='{name}' sheetId='{number}' r:id='rId{number}'"
            + (" state='hidden'" if name in hidden else "")
            + "/>"
            for number, name in enumerate(sheets, 1)
        )
        + "</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": "<Relationships>"
        + "".join(
            f"<Relationship Id='rId{number}' Target='worksheets/sheet{number}.xml'/>"
            for number in range(1, len(sheets) + 1)
        )
        + "</Relationships>",
        "xl/styles.xml": "<styleSheet><cellXfs>"
        + "".join(f"<xf numFmtId='{number}'/>" for number in (0, 9, 14))
        + "</cellXfs></styleSheet>",
    }
    for number, rows in enumerate(sheets.values(), 1):
        body = "".join(
            f"<row r='{row}'>" + "".join(_cell(value, row, column) for column, value in enumerate(cells)) + "</row>"
            for row, cells in enumerate(rows, 1)
        )
        parts[f"xl/worksheets/sheet{number}.xml"] = f"<worksheet><sheetData>{body}</sheetData></worksheet>"
    parts.update(raw)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def _cell(value: Any, row: int, column: int) -> str:
    place = f"{chr(65 + column)}{row}"
    if value is None:
        return ""
    if isinstance(value, bool):
        return f"<c r='{place}' t='b'><v>{int(value)}</v></c>"
    if isinstance(value, int | float):
        return f"<c r='{place}'><v>{value}</v></c>"
    if value.startswith("<"):
        return str(value).replace("PLACE", place)
    return f"<c r='{place}' t='inlineStr'><is><t>{escape(value)}</t></is></c>"


def inspect_sample(unit: str | int, epoch: int = 1, **fields: Any) -> dict[str, Any]:
    """A sample of an Inspect log."""
    return {"id": unit, "epoch": epoch, "scores": {}, "metadata": {}, **fields}


def inspect_header(**facts: Any) -> dict[str, Any]:
    """The header of an Inspect log."""
    details = {
        "run_id": "r",
        "task": "t",
        "dataset": {"name": "d"},
        "model": "vendor/model",
        "created": "2026-01-01",
        **facts,
    }
    return {"version": 2, "status": "success", "eval": details, "plan": {}, "results": {"scores": []}}


def eval_log(path: Path, members: Sequence[tuple[str, Any]], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """An Inspect archive of these members in this order; with method 93 each is two zstd frames."""
    if method != 93:
        with zipfile.ZipFile(path, "w", method) as archive:
            for name, value in members:
                archive.writestr(name, value if isinstance(value, str) else json.dumps(value))
        return path
    return _zstd_log(path, members)


def _zstd_log(path: Path, members: Sequence[tuple[str, Any]]) -> Path:
    from backports.zstd import compress

    packed = {name: json.dumps(value).encode() for name, value in members}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name, data in packed.items():
            middle = len(data) // 2
            archive.writestr(name, compress(data[:middle]) + compress(data[middle:]))
    patched = bytearray(path.read_bytes())
    for name, data in packed.items():
        _patch(patched, name.encode(), data)
    path.write_bytes(bytes(patched))
    return path


def _patch(archive: bytearray, name: bytes, data: bytes) -> None:
    """Say method 93, the real checksum and size in the local header and in the directory."""
    checksum, size = zlib.crc32(data).to_bytes(4, "little"), len(data).to_bytes(4, "little")
    local = archive.index(b"PK\x03\x04", _find_local(archive, name))
    archive[local + 8 : local + 10] = (93).to_bytes(2, "little")
    archive[local + 14 : local + 18] = checksum
    archive[local + 22 : local + 26] = size
    central = _find_central(archive, name)
    archive[central + 10 : central + 12] = (93).to_bytes(2, "little")
    archive[central + 16 : central + 20] = checksum
    archive[central + 24 : central + 28] = size


def _find_local(archive: bytearray, name: bytes) -> int:
    return archive.index(name) - 30


def _find_central(archive: bytearray, name: bytes) -> int:
    return archive.rindex(name) - 46


def promptfoo_row(case: str, provider: str = "bot", **fields: Any) -> dict[str, Any]:
    """A result row of promptfoo with no assertion yet."""
    return {
        "vars": {"case_id": case, "tier": "head" if case < "c5" else "tail"},
        "provider": {"id": f"file:{provider}", "label": provider},
        "prompt": {"raw": "Answer {{case_id}}", "label": "p1"},
        "promptIdx": 0,
        "success": True,
        "score": 1,
        "failureReason": 0,
        "latencyMs": 5,
        "cost": 0.001,
        "testCase": {"vars": {"case_id": case}, "metadata": {"persona": "new" if case < "c3" else "old"}},
        "namedScores": {},
        "gradingResult": {"pass": True, "score": 1, "componentResults": []},
        "response": {"output": f"answer to {case}"},
        **fields,
    }


def assertion(metric: str, score: float, weight: float | None = None) -> dict[str, Any]:
    """A component result that carries a metric's name."""
    described: dict[str, Any] = {"type": "javascript", "metric": metric}
    if weight is not None:
        described["weight"] = weight
    return {"pass": score > 0, "score": score, "assertion": described}


def promptfoo_file(folder: Path, name: str, rows: Sequence[Mapping[str, Any]], version: int = 3) -> Path:
    """A promptfoo export of these rows."""
    document = {
        "evalId": "e",
        "results": {"version": version, "timestamp": "2026-01-01T00:00:00Z", "prompts": [], "results": list(rows)},
        "metadata": {"promptfooVersion": "0.121.20"},
    }
    return write(folder, name, json.dumps(document))

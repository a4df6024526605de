"""Every format that can be read, and what is said of a file that none of them knows."""

from __future__ import annotations

import re

from tradeoff_app.readers.formats.alpaca_eval import AlpacaEval
from tradeoff_app.readers.formats.argilla import Argilla
from tradeoff_app.readers.formats.braintrust import Braintrust
from tradeoff_app.readers.formats.deepeval import DeepEval
from tradeoff_app.readers.formats.delimited import DelimitedText
from tradeoff_app.readers.formats.every_eval_ever import EveryEvalEver
from tradeoff_app.readers.formats.foreign_log import ForeignLog
from tradeoff_app.readers.formats.helm import Helm
from tradeoff_app.readers.formats.inspect_frame import InspectFrame
from tradeoff_app.readers.formats.inspect_log import InspectLog
from tradeoff_app.readers.formats.json_table import JsonTable
from tradeoff_app.readers.formats.label_studio import LabelStudio
from tradeoff_app.readers.formats.langfuse_scores import LangfuseScores
from tradeoff_app.readers.formats.langfuse_traces import LangfuseTraces
from tradeoff_app.readers.formats.langsmith import LangSmith
from tradeoff_app.readers.formats.lighteval import LightEval
from tradeoff_app.readers.formats.llm_comparator import LlmComparator
from tradeoff_app.readers.formats.lm_eval import LmEval
from tradeoff_app.readers.formats.mlflow_table import MlflowTable
from tradeoff_app.readers.formats.mlflow_traces import MlflowTraces
from tradeoff_app.readers.formats.mqm import Mqm
from tradeoff_app.readers.formats.openai_evals import OpenAiEvals
from tradeoff_app.readers.formats.openai_hosted import OpenAiHostedEvals
from tradeoff_app.readers.formats.parquet_table import ParquetTable
from tradeoff_app.readers.formats.phoenix import Phoenix
from tradeoff_app.readers.formats.prodigy import Prodigy
from tradeoff_app.readers.formats.promptfoo import Promptfoo
from tradeoff_app.readers.formats.promptfoo_csv import PromptfooCsv
from tradeoff_app.readers.formats.promptfoo_yaml import PromptfooYaml
from tradeoff_app.readers.formats.ragas import Ragas
from tradeoff_app.readers.formats.swe_bench import SweBench
from tradeoff_app.readers.formats.tau_bench import TauBench
from tradeoff_app.readers.formats.weave import Weave
from tradeoff_app.readers.formats.workbook import Workbook
from tradeoff_app.readers.formats.zipped import ZippedResults
from tradeoff_app.readers.reader import FileSample, Format
from tradeoff_app.readers.refusal import ReadError, RefusalCode
from tradeoff_app.readers.source import Source

FORMATS: tuple[Format, ...] = (
    Promptfoo(),
    PromptfooCsv(),
    PromptfooYaml(),
    InspectLog(),
    LmEval(),
    OpenAiEvals(),
    OpenAiHostedEvals(),
    LangSmith(),
    Phoenix(),
    Braintrust(),
    DeepEval(),
    Ragas(),
    MlflowTable(),
    MlflowTraces(),
    LangfuseScores(),
    LangfuseTraces(),
    Weave(),
    ParquetTable(),
    LabelStudio(),
    Prodigy(),
    Argilla(),
    Mqm(),
    AlpacaEval(),
    LlmComparator(),
    Helm(),
    LightEval(),
    TauBench(),
    SweBench(),
    EveryEvalEver(),
    InspectFrame(),
    ZippedResults(lambda source: recognise(source)),  # noqa: PLW0108 - it stands below
    Workbook(),
    JsonTable(),
    DelimitedText(),
    ForeignLog(),
)

_AS_TABLE = "Export the results as CSV, JSON lines or XLSX instead."
_STRANGERS: tuple[tuple[bytes, RefusalCode, str, str], ...] = (
    (b"%PDF", "unreadable", "this is a PDF, not a table of results", _AS_TABLE),
    (b"SQLite format 3", "unreadable", "this is an SQLite database, not a result file", _AS_TABLE),
    (
        b"\x80\x04",
        "unreadable",
        "this is a serialised Python object, which could run code: it is not supported",
        _AS_TABLE,
    ),
    (
        b"\x80\x05",
        "unreadable",
        "this is a serialised Python object, which could run code: it is not supported",
        _AS_TABLE,
    ),
    (
        b"\x80\x03",
        "unreadable",
        "this is a serialised Python object, which could run code: it is not supported",
        _AS_TABLE,
    ),
    (b"\x28\xb5\x2f\xfd", "unreadable", "this file is compressed with zstd", "Unpack it first."),
    (b"BZh", "unreadable", "this file is compressed with bzip2", "Unpack it first."),
    (b"7z\xbc\xaf", "unreadable", "this is a 7-Zip archive", "Unpack it first."),
    (b"\x89PNG", "unreadable", "this is a picture, not a table of results", _AS_TABLE),
)
_OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def recognise(source: Source) -> Format:
    """The format that is surest about this content; raises ReadError naming what the file is instead."""
    _refuse_strangers(source.first_bytes, source)
    sample = source.sample
    scored = [(file_format.recognise(sample), -rank, file_format) for rank, file_format in enumerate(FORMATS)]
    score, _, best = max(scored, key=lambda entry: entry[:2])
    if score > 0:
        return best
    _refuse_strangers(sample.head, source)
    raise _explain(sample)


def _refuse_strangers(head: bytes, source: Source) -> None:
    for magic, code, cause, hint in _STRANGERS:
        if head.startswith(magic):
            raise ReadError(code, source.name, "", cause, hint)
    if head.startswith(_OLE2):
        raise _refuse_ole2(source)


def _refuse_ole2(source: Source) -> ReadError:
    """Excel up to 2003 and password-protected workbooks share one container."""
    data = source.data
    if "Workbook".encode("utf-16-le") in data and "EncryptedPackage".encode("utf-16-le") not in data:
        cause = "this is an old Excel workbook (.xls)"
        return ReadError("unreadable", source.name, "", cause, "Save it as .xlsx or CSV.")
    cause = "this workbook is protected with a password (encrypted), or it is an old Excel file (.xls)"
    return ReadError("encrypted", source.name, "", cause, "Remove the password, or save it as .xlsx or CSV.")


def _explain(sample: FileSample) -> ReadError:
    if sample.members is not None:
        shown = ", ".join(sample.members[:3])
        cause = f"this is a ZIP archive of something else ({shown})"
        return ReadError("unreadable", sample.name, "", cause, "Unpack it and choose the result file inside.")
    if sample.first_character == "<":
        is_html = re.search(r"<(html|table|!doctype html|head|body)\b", sample.text[:2000], re.IGNORECASE)
        cause = "this is an HTML web page, not an Excel workbook or a table" if is_html else "this is XML, not a table"
        return ReadError("unreadable", sample.name, "", cause, "Export the results as JSON, CSV or XLSX.")
    if not sample.head.strip(b"\xef\xbb\xbf\xff\xfe \t\r\n"):
        return ReadError("unreadable", sample.name, "", "the file is empty: it holds no text", "Export it again.")
    cause = "this is binary data of a type that is not supported"
    return ReadError("unreadable", sample.name, "", cause, _AS_TABLE)

"""`tradeoff schema`: the JSON Schema of a document, made from the models that write and read it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Mapping

from pydantic import BaseModel

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import Parser
from tradeoff_app.cli.errors import UsageError
from tradeoff_app.model.problem import suggest


def add_arguments(parser: Parser) -> None:
    """The name of a document."""
    parser.add_argument("name", metavar="NAME", help=f"one of: {', '.join(DOCUMENTS)}")


def run(options: Namespace) -> int:
    """Print the schema."""
    make = DOCUMENTS.get(options.name)
    if make is None:
        raise UsageError("NAME", f'there is no document "{options.name}"', suggest(options.name, DOCUMENTS))
    schema = make().model_json_schema(mode="validation" if options.name in INPUTS else "serialization")
    output.print_document({"$schema": "https://json-schema.org/draft/2020-12/schema", **schema})
    return errors.DONE


def _inspect() -> type[BaseModel]:
    from tradeoff_app.cli.documents import InspectDocument

    return InspectDocument


def _setup() -> type[BaseModel]:
    from tradeoff_app.model.setup import setup_model

    return setup_model()


def _evaluate() -> type[BaseModel]:
    from tradeoff_app.cli.evaluate_models import EvaluateDocument

    return EvaluateDocument


def _compare() -> type[BaseModel]:
    from tradeoff_app.cli.documents import CompareDocument

    return CompareDocument


def _error() -> type[BaseModel]:
    from tradeoff_app.cli.documents import ErrorDocument

    return ErrorDocument


def _project() -> type[BaseModel]:
    from tradeoff_app.model.project import Project

    return Project


INPUTS = frozenset({"setup", "project"})

DOCUMENTS: Mapping[str, Callable[[], type[BaseModel]]] = {
    "inspect": _inspect,
    "setup": _setup,
    "evaluate": _evaluate,
    "compare": _compare,
    "error": _error,
    "project": _project,
}

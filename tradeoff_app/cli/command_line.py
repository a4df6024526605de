"""From the words after `tradeoff` to an exit code: finds the command, runs it, and tells any failure in one line."""

from __future__ import annotations

import importlib
import traceback
from collections.abc import Sequence

from tradeoff_app.cli import errors, output
from tradeoff_app.cli.arguments import make_parser
from tradeoff_app.cli.catalogue import COMMANDS, Command, command_named
from tradeoff_app.cli.errors import UsageError


def run(arguments: Sequence[str]) -> int:
    """Run one command; its exit code."""
    output.prepare_streams()
    wants_json = "--json" in arguments
    try:
        code = _run_named(list(arguments))
    except SystemExit as request:
        return request.code if isinstance(request.code, int) else errors.DONE
    except KeyboardInterrupt:
        output.say("tradeoff: cancelled.")
        return errors.CANCELLED
    except Exception as failure:  # noqa: BLE001 - whatever happens ends in one line and an exit code
        return _tell(failure, wants_json)
    return code


def _run_named(arguments: list[str]) -> int:
    name = arguments[0] if arguments else "--help"
    if name in ("--help", "-h", "help"):
        output.print_lines(_overview())
        return errors.DONE
    if name == "--version":
        from tradeoff_app import __version__

        output.print_lines([f"tradeoff {__version__}"])
        return errors.DONE
    command = command_named(name)
    if command is None:
        raise _unknown(name)
    return _run_command(command, arguments[1:])


def _run_command(command: Command, arguments: list[str]) -> int:
    module = importlib.import_module(f"tradeoff_app.cli.{command.module}")
    parser = make_parser(command.name, command.purpose)
    module.add_arguments(parser)
    code: int = module.run(parser.parse_intermixed_args(arguments))
    return code


def _overview() -> list[str]:
    width = max(len(command.name) for command in COMMANDS)
    return [
        "tradeoff: turns before/after evaluation results into a release decision.",
        "",
        "tradeoff [FILE]              opens the window",
        *(f"tradeoff {command.name.ljust(width)}  …  {command.purpose}" for command in COMMANDS),
        "tradeoff --version",
        "",
        "tradeoff COMMAND --help says more about one of them.",
    ]


def _unknown(name: str) -> UsageError:
    from tradeoff_app.model.problem import nearest

    names = [command.name for command in COMMANDS]
    close = nearest(name, names)
    hint = f'Did you mean "{close}"?' if close else f"There is: {', '.join(names)}"
    return UsageError(name, "there is no such command", hint)


def _tell(failure: Exception, wants_json: bool) -> int:
    """One line on stderr, and with `--json` the error document; a defect of the program shows where it happened."""
    known = errors.as_failure(failure)
    if known is None:
        output.say("".join(traceback.format_exception(failure)).rstrip())
        output.say(f"tradeoff: internal error: {type(failure).__name__}. Please report it with the lines above.")
        return errors.DEFECT
    if wants_json and known.code != "output":
        output.print_document(errors.describe(known))
    output.say(errors.sentence(known))
    return errors.exit_code(known)


def names_window(arguments: Sequence[str]) -> bool:
    """Whether the words open the window: none, or files rather than a command."""
    if not arguments:
        return True
    return command_named(arguments[0]) is None and all(_looks_like_file(word) for word in arguments)


def _looks_like_file(word: str) -> bool:
    from pathlib import Path

    path = Path(word)
    return not word.startswith("-") and (path.suffix != "" or len(path.parts) > 1 or path.exists())

"""Reads what was typed after a command; every mistake becomes one friendly line and exit code 2."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import NoReturn

from tradeoff_app.cli.errors import UsageError

Parser = argparse.ArgumentParser


class FriendlyParser(argparse.ArgumentParser):
    """An argument parser that raises UsageError instead of printing a page of usage."""

    def error(self, message: str) -> NoReturn:
        """Turn argparse's message into place, cause and hint."""
        place, cause = self.prog, message
        if message.startswith("argument "):
            place, _, cause = message.removeprefix("argument ").partition(": ")
        raise UsageError(place, cause, f"See: {self.prog} --help")


def make_parser(name: str, purpose: str) -> Parser:
    """The parser of one command with the options that every command has."""
    parser = FriendlyParser(
        prog=f"tradeoff {name}", description=f"{purpose[0].upper()}{purpose[1:]}.", allow_abbrev=False
    )
    parser.add_argument("--json", action="store_true", help="print one JSON document on stdout and nothing else")
    parser.add_argument("--language", metavar="xx", default="en", help="language of sentences (en)")
    return parser


def add_scenario_options(parser: Parser) -> None:
    """The options that choose a scenario, lay a setup over the project, and say what day it is."""
    parser.add_argument("--scenario", metavar="ID", help="the scenario to evaluate (the project's current one)")
    parser.add_argument("--as-of", metavar="DATE", type=a_date, help="the day by which acceptances are judged (today)")


def add_setup_option(parser: Parser) -> None:
    """The option that lays what a PM states over the project."""
    parser.add_argument(
        "--setup", metavar="S.json", type=Path, help="a tradeoff/setup@1 document to lay over the project"
    )


def a_date(text: str) -> date:
    """A date as 2026-11-23."""
    try:
        return date.fromisoformat(text)
    except ValueError as failure:
        raise argparse.ArgumentTypeError(f'"{text}" is not a date such as 2026-11-23') from failure


def check_language(language: str) -> str:
    """The language where there is wording for it; raises UsageError."""
    from tradeoff_app.wording.languages.catalogue import LANGUAGES

    codes = [known.code for known in LANGUAGES]
    if language not in codes:
        raise UsageError("--language", f'there is no wording in "{language}"', f"Choose one of: {', '.join(codes)}")
    return language

"""Every command that exists: a new one is a module and a line here."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Command:
    """A command's name, the module that runs it (imported only when it is called), and what it does in one line."""

    name: str
    module: str
    purpose: str


COMMANDS: tuple[Command, ...] = (
    Command("inspect", "inspect", "what is in one or two result files"),
    Command("preview", "preview", "the table of a file as read, before any mapping"),
    Command("convert", "convert", "write result files in the open schema of Every Eval Ever"),
    Command("new", "new", "make a project from result files"),
    Command("update", "update", "put new result files under a project's decisions and list what changed"),
    Command("evaluate", "evaluate", "everything that follows from a project: effects, gates, value, verdict"),
    Command("brief", "brief", "write the briefing as PDF, workbook or text"),
    Command("compare", "compare", "the differences between two projects, in words"),
    Command("schema", "schema", "the JSON Schema of a document"),
    Command("formats", "formats", "the file formats that can be read"),
    Command("metrics", "metrics", "the types of metric and what they may state"),
    Command("doctor", "doctor", "what this computer offers: versions, fonts, display, keyring"),
)


def command_named(name: str) -> Command | None:
    """The command of this name."""
    return next((command for command in COMMANDS if command.name == name), None)

"""Where `tradeoff` starts: a command goes to the command line, files or nothing to the window."""

from __future__ import annotations

import os
import sys

CANCELLED = 130
IMPORT_WORKER = "--import-worker"
"""How the packaged program starts itself again as the process that reads files."""


def main() -> int:
    """Run what the arguments ask for; the exit code."""
    arguments = sys.argv[1:]
    if arguments[:1] == [IMPORT_WORKER]:
        from tradeoff_app.readers.worker_process import main as read_files

        return read_files()
    from tradeoff_app.cli.command_line import names_window, run

    return _open_window(arguments) if names_window(arguments) else _leave(run(arguments))


def _leave(code: int) -> int:
    """The code; after Ctrl-C at once, because an import that it broke off would end the process by the signal."""
    if code == CANCELLED:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)
    return code


def _open_window(files: list[str]) -> int:
    """The window on these files; where there is no display, what can be done without one."""
    from tradeoff_app.cli.display import find_display

    if find_display() is None:
        sys.stderr.write("tradeoff: display: there is none, so no window can open. See: tradeoff --help.\n")
        return 2
    from tradeoff_app.ui.start import run

    return run(*files)


if __name__ == "__main__":
    sys.exit(main())

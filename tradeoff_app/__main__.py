"""Where `tradeoff` starts: a command goes to the command line, a file or nothing to the window."""

from __future__ import annotations

import sys


def main() -> int:
    """Run what the arguments ask for; the exit code."""
    from tradeoff_app.cli.command_line import names_window, run

    arguments = sys.argv[1:]
    if not names_window(arguments):
        return run(arguments)
    from tradeoff_app.app import start

    return start.run(arguments[0] if arguments else None)


if __name__ == "__main__":
    sys.exit(main())

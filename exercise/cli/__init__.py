"""The commands. With ``plain``, the only part that prints or exits; every other part is loaded when needed."""

from __future__ import annotations

import sys

from exercise.cli.parser import build_parser
from exercise.errors import ExerciseError, ScenarioError

__all__ = ["build_parser", "main"]


def main(argv: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 something is wrong with the content, 2 it cannot be done.

    Args:
        argv: Arguments after the program's name; the process's own where absent.
    """
    arguments = build_parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except ScenarioError as error:
        for problem in error.problems:
            print(problem.format(), file=sys.stderr)
        return 1
    except ExerciseError as error:
        print(f"exercise: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except OSError as error:
        print(f"exercise: {error.strerror or error}: {error.filename or ''}".rstrip(": "), file=sys.stderr)
        return 2

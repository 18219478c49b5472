"""The commands. With ``plain``, the only part that prints or exits; every other part is loaded when needed."""

from __future__ import annotations

import argparse
import atexit
import gc
import os
import sys

from exercise.cli.parser import build_parser
from exercise.errors import ExerciseError, ScenarioError

__all__ = ["build_parser", "main"]

_BEFORE_COLLECTING = 500_000
"""New objects before garbage is looked for: what a start loads stays, and searching it is a tenth of the start."""


def main(argv: list[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 something is wrong with the content, 2 it cannot be done.

    Args:
        argv: Arguments after the program's name; the process's own where absent.
    """
    gc.set_threshold(_BEFORE_COLLECTING)
    # Python would search everything once more before the process ends.
    atexit.register(gc.freeze)
    # Looking for plug-ins of the validation library reads the metadata of everything installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    arguments = build_parser().parse_args(argv)
    try:
        code = int(arguments.run(arguments))
        sys.stdout.flush()
    except BrokenPipeError:
        return _reader_gone()
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return 130
    except (ExerciseError, OSError) as error:
        return _failed(error, arguments)
    return code


def _failed(error: ExerciseError | OSError, arguments: argparse.Namespace) -> int:
    from exercise.catalogue import Catalogue

    if isinstance(error, ScenarioError):
        for problem in error.problems:
            print(problem.format(), file=sys.stderr)
        return 1
    say = Catalogue(arguments.language).say
    if isinstance(error, OSError) and error.filename is not None:
        text = say("cli-problem-at", problem=error.strerror or "", path=str(error.filename))
    else:
        text = say("cli-problem", problem=str(error))
    print(text, file=sys.stderr)
    return 2


def _reader_gone() -> int:
    """Whoever read the output has closed it, such as ``head``: nothing is wrong and nobody to be told."""
    # The interpreter flushes once more when it ends; that must not fail again.
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0

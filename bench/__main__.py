"""Run the bench: `python -m bench`, or with the names of subjects, `python -m bench engine yaml`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from importlib import import_module
from pathlib import Path

from bench.measure import RUNS, measure, show

SUBJECTS = (
    "start",
    "engine",
    "batch",
    "play",
    "journal",
    "yaml",
    "check",
    "resume",
    "hostile",
    "screens",
)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("subject", nargs="*", help=f"any of {', '.join(SUBJECTS)}; all by default")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"default: {RUNS}")
    parser.add_argument("--folder", help="where files are written; decides whose disk is measured")
    asked = parser.parse_args()
    unknown = [name for name in asked.subject if name not in SUBJECTS]
    if unknown or asked.runs < 1:
        parser.error(f"subjects are {', '.join(SUBJECTS)}; runs are 1 or more")
    print(
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()},"
        f" {os.cpu_count()} cores; {asked.runs} interleaved runs, medians with min and max"
    )
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        for home in ("XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            os.environ[home] = folder
        for name in asked.subject or SUBJECTS:
            place = Path(folder) / name
            place.mkdir()
            module = import_module(f"bench.{name}")
            if hasattr(module, "report"):
                module.report(asked.runs)
                continue
            for subject in module.subjects(place):
                show(subject, measure(subject, asked.runs))
                sys.stdout.flush()


if __name__ == "__main__":
    main()

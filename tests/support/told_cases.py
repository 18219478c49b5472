"""Cases of the tiny scenario, written, run and told as a designer reads them."""

from __future__ import annotations

from pathlib import Path

from exercise.authoring.case_report import Wishes, run_cases
from tests.support.tiny import only, write_library


def tell(root: Path, cases: str, wishes: Wishes | None = None) -> tuple[int, list[str]]:
    """Write cases of the tiny scenario and run them.

    Args:
        root: An empty folder.
        cases: The file after its ``format`` line.
        wishes: How they are run.

    Returns:
        The exit code and the lines that are told; places without the folder.
    """
    library = write_library(root)
    file = library / "scenarios" / "tiny" / "cases.yaml"
    file.write_text(f"format: 1\n{cases}", encoding="utf-8")
    told: list[str] = []
    code = run_cases(["tiny"], only(library), told.append, wishes)
    text = "\n".join(told).replace(f"{file.parent.as_posix()}/", "")
    return code, text.split("\n")

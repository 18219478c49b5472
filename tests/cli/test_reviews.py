"""preview, describe and diff from the command line: what is printed, what is refused, and the exit codes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from exercise.authoring import watching
from tests.cli.conftest import Run
from tests.support.tiny import write_library


def test_preview_prints_what_a_role_reads(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    ran = run("preview", "tiny", "--as", "aid_body", "--turn", 1, "--library", root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Tiny crossing: what Aid body reads\n")
    assert "Only this role reads: Your stores hold tents for forty families." in ran.out
    assert "Two posts are empty" not in run("preview", root / "scenarios/tiny", "--library", root,
                                            "--as", "aid_body").out  # fmt: skip


def test_preview_speaks_russian_and_uses_other_names(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    more = ("--library", root, "--language", "ru", "--names", "other-names")
    ran = run("preview", "tiny", "--as", "rivermark", *more)
    assert ran.out.startswith("Tiny crossing: что читает Westbank\n")


def test_preview_of_an_unknown_role_names_the_nearest(run: Run, tmp_path: Path) -> None:
    ran = run("preview", "tiny", "--as", "aidbody", "--library", write_library(tmp_path))
    assert (ran.code, ran.out) == (2, "")
    assert "Did you mean 'aid_body'?" in ran.err


def test_preview_prints_again_after_a_save_and_tells_of_mistakes(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_library(tmp_path)
    injects = root / "scenarios" / "tiny" / "injects.yaml"
    text = injects.read_text(encoding="utf-8")

    def saving(folders: Callable[[], list[Path]]) -> Iterator[None]:
        assert injects.parent in folders()
        yield
        injects.write_text(text.replace("kind: scheduled", "kind: schedule"), encoding="utf-8")
        yield
        injects.write_text(text.replace("First families", "Early families"), encoding="utf-8")
        yield

    monkeypatch.setattr(watching, "saves", saving)
    ran = run("preview", "tiny", "--as", "aid_body", "--watch", "--library", root)
    assert ran.code == 0
    first, _, rest = ran.out.partition("injects.yaml:2:9: error: 'schedule' is not possible here")
    assert "First families" in first
    assert "Early families" in rest
    assert ran.err.count("Watching ") == 3


def test_watching_ends_at_once_where_no_save_can_help(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    ran = run("preview", "tiny", "--as", "nobody", "--watch", "--library", root)
    assert (ran.code, ran.out) == (2, "")


def test_describe_prints_prose_and_writes_files_by_their_ending(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path / "lib")
    ran = run("describe", "tiny", "--library", root)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Tiny crossing\n=============\n")
    for ending, first in (
        (".txt", "Tiny crossing\n"),
        (".md", "# Tiny crossing\n"),
        (".html", "<!doctype html>"),
    ):
        path = tmp_path / f"out{ending}"
        wrote = run("describe", "tiny", "--library", root, "-o", path)
        assert (wrote.code, wrote.out) == (0, f"{path}\n")
        assert path.read_text(encoding="utf-8").startswith(first)
    page = (tmp_path / "out.html").read_text(encoding="utf-8")
    assert '<li><a href="#injects">What happens: the injects</a></li>' in page
    assert "<h4>A rumour</h4>" in page


def test_describe_refuses_a_form_it_cannot_write(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path / "lib")
    ran = run("describe", "tiny", "--library", root, "-o", tmp_path / "out.pdf")
    assert ran.code == 2
    wanted = "'out.pdf' does not say in which form to write: end it in one of .md, .html, .txt."
    assert wanted in ran.err
    assert run("describe", "tiny", "--library", root, "-o", tmp_path / "no" / "a.md").code == 2


def test_describe_tells_what_concerns_one_role(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    ran = run("describe", "tiny", "--library", root, "--role", "aid_body")
    assert "Two posts are empty" not in ran.out
    assert "Did you mean 'aid_body'" in run(
        "describe", "tiny", "--library", root, "--role", "aidbody"
    ).err  # fmt: skip


def test_diff_ends_with_0_where_nothing_differs_and_with_1_where_something_does(
    run: Run, tmp_path: Path
) -> None:
    root = write_library(tmp_path)
    other = root / "scenarios" / "other"
    shutil.copytree(root / "scenarios" / "tiny", other)
    same = run("diff", "tiny", other, "--library", root)
    assert (same.code, same.out) == (0, f"Nothing differs for players between tiny and {other}.\n")
    head = other / "scenario.yaml"
    head.write_text(head.read_text().replace("run_out: 2", "run_out: 1"), encoding="utf-8")
    differs = run("diff", "tiny", other, "--library", root)
    assert differs.code == 1
    assert "now: Afterwards the story runs on for one turn without decisions." in differs.out
    data = run("diff", "tiny", other, "--library", root, "--format", "json")
    assert (data.code, json.loads(data.out)["differences"][0]["name"]) == (1, "about")


def test_diff_ends_with_2_where_nothing_can_be_compared(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    assert run("diff", "tiny", "tinny", "--library", root).code == 2
    head = root / "scenarios" / "tiny" / "scenario.yaml"
    head.write_text(head.read_text().replace("turns: 3", "turns: three"), encoding="utf-8")
    ran = run("diff", "tiny", "first-steps", "--library", root)
    assert (ran.code, ran.out) == (2, "")
    assert "scenario.yaml:10:8: error: " in ran.err

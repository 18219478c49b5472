"""The tutorial does what it says: every command is run, every change made, and every answer is the program's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from docs.make_tutorial import PAGE, TutorialError, followed
from tests.support.pages import fences, read


def test_every_answer_on_the_page_is_the_one_the_program_gives(tmp_path: Path) -> None:
    """If this fails, look at what changed, and write the page again with `make tutorial`."""
    page = read(PAGE)
    assert followed(page, tmp_path) == page
    own = tmp_path / "my-library" / "scenarios" / "cold-evenings"
    assert "warm_school:" in (own / "injects.yaml").read_text(encoding="utf-8")
    answers = [fence.body for fence in fences(page) if fence.kind == "text"]
    assert answers[1] == "1 scenario checked: 0 errors, 0 warnings\n"
    assert "hold_them_bak" in answers[4]
    assert answers[6].endswith("4 passed, 1 failed\n")
    assert answers[7].strip() == "5 passed, 0 failed"
    assert "open_the_school" in answers[9]
    assert (tmp_path / "second.exercise").is_file()
    assert list((tmp_path / "paper").glob("*.html"))


def test_every_command_has_its_answer() -> None:
    kinds = [fence.kind for fence in fences(read(PAGE)) if fence.kind in ("sh", "text")]
    assert kinds == ["sh", "text"] * (len(kinds) // 2)
    assert len(kinds) >= 20


def test_the_commands_a_designer_needs_are_on_the_page() -> None:
    commands = {f.body.split()[1] for f in fences(read(PAGE)) if f.kind == "sh"}
    assert commands == {"new", "check", "test", "play", "explain", "preview", "handouts"}


FILE = "--- notes.txt\n"


@pytest.mark.parametrize(
    ("change", "text"),
    [
        (f"{FILE}-two\n+2\n", "one\n2\none\n"),
        (f"{FILE} two\n+and a half\n", "one\ntwo\nand a half\none\n"),
        (f"{FILE}+three\n", "one\ntwo\none\nthree\n"),
        (f"{FILE}-one\n-two\n", "one\n"),
    ],
)
def test_a_change_is_made(tmp_path: Path, change: str, text: str) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("one\ntwo\none\n", encoding="utf-8")
    page = f"```diff\n{change}```\n"
    assert followed(page, tmp_path) == page
    assert notes.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("change", "message"), [("-one\n+1\n", "2 times"), ("-four\n+4\n", "0 times")]
)
def test_a_change_that_does_not_fit_is_told(tmp_path: Path, change: str, message: str) -> None:
    (tmp_path / "notes.txt").write_text("one\ntwo\none\n", encoding="utf-8")
    with pytest.raises(TutorialError, match=message):
        followed(f"```diff\n{FILE}{change}```\n", tmp_path)


def test_nothing_but_the_program_is_run(tmp_path: Path) -> None:
    with pytest.raises(TutorialError, match="only the program itself"):
        followed("```sh\nrm -rf notes.txt\n```\n", tmp_path)

"""The list of scenarios is quick and never fails."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from exercise.library.listing import list_scenarios
from tests.support.tiny import only, write_library

ROOT = Path(__file__).resolve().parents[2]


def test_a_card_holds_what_the_first_page_says(tmp_path: Path) -> None:
    (card,) = list_scenarios(only(write_library(tmp_path)))
    assert (card.name, card.title, card.turns, card.places) == ("tiny", "Tiny crossing", 3, 2)
    assert card.summary == "Families wait at the river between Rivermark and Highvale."
    assert (card.duration, card.broken) == ((30, 60), None)


def test_the_english_title_is_taken_of_several_languages(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    head = root / "scenarios" / "tiny" / "scenario.yaml"
    text = head.read_text(encoding="utf-8")
    title = "title: {ru: Переправа, en: Small crossing}"
    head.write_text(text.replace("title: Tiny crossing", title), encoding="utf-8")
    assert list_scenarios(only(root))[0].title == "Small crossing"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty"),
        (b"title: [", "syntax"),
        (b"\xff\xfe", "encoding"),
        (b"- a\n", "top-level"),
        (b"summary: no title\n", "missing-key"),
    ],
)
def test_a_broken_scenario_is_shown_as_broken_and_hides_no_other(
    tmp_path: Path, content: bytes, code: str
) -> None:
    root = write_library(tmp_path)
    broken = root / "scenarios" / "broken"
    broken.mkdir()
    (broken / "scenario.yaml").write_bytes(content)
    second, first = list_scenarios(only(root))
    assert first.broken is not None
    assert (first.name, first.title, first.broken.code) == ("broken", "broken", code)
    assert (second.name, second.broken) == ("tiny", None)


@pytest.mark.parametrize(
    "line", ["turns: many", "duration_min: [a]", "duration_min: 5", "places: {}"]
)
def test_odd_values_do_not_stop_the_list(tmp_path: Path, line: str) -> None:
    root = write_library(tmp_path)
    (root / "scenarios" / "tiny" / "scenario.yaml").write_text(f"title: Odd\n{line}\n")
    (card,) = list_scenarios(only(root))
    assert (card.title, card.broken is not None) == ("Odd", True)


def test_the_list_needs_no_models_and_no_screens() -> None:
    code = (
        "import sys\n"
        "from exercise.library.listing import list_scenarios\n"
        "from exercise.library.places import open_library\n"
        "assert list_scenarios(open_library())\n"
        "print([name for name in ('pydantic', 'textual', 'exercise.model') if name in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (result.returncode, result.stdout.strip()) == (0, "[]"), result.stderr


def test_what_is_short_stands_on_top(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    tiny = root / "scenarios" / "tiny"
    shutil.copytree(tiny, root / "scenarios" / "a-long-one")
    long = root / "scenarios" / "a-long-one" / "scenario.yaml"
    text = long.read_text(encoding="utf-8").replace("id: tiny", "id: a-long-one")
    long.write_text(text.replace("duration_min: [30, 60]", "duration_min: [600, 900]"), "utf-8")
    assert [card.name for card in list_scenarios(only(root))] == ["tiny", "a-long-one"]

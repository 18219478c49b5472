"""What lints find that takes more than one changed line: scenarios, models, role cards; and what they let pass."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import pytest

from exercise.authoring.check import check
from exercise.library.loader import load_scenario
from exercise.limits import MAX_PROBLEMS
from tests.support.tiny import RIVERMARK, only, write_library

INJECTS = "scenarios/tiny/injects.yaml"
HEAD = "scenarios/tiny/scenario.yaml"
WHEN = "preparedness[rivermark] < 60 and fired(first_families)"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny library in a folder of its own."""
    return write_library(tmp_path)


def put(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert text.count(old) == 1
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def told(root: Path, *names: str) -> list[str]:
    """What is told, without the folder."""
    problems = check(names, only(root)).problems
    lines = [problem.format().partition("\n")[0] for problem in problems]
    return [line.removeprefix(f"{root.as_posix()}/") for line in lines]


def test_a_role_of_the_scenario_that_nobody_plays_is_told(root: Path) -> None:
    own = root / "scenarios/tiny/roles"
    own.mkdir()
    (own / "observer.yaml").write_text(RIVERMARK, encoding="utf-8")
    assert told(root, "tiny") == [
        "scenarios/tiny/roles/observer.yaml:1:1: warning: nobody plays this role: "
        "no place of the scenario names 'observer' (unlisted-role)"
    ]


def test_indicators_and_flags_that_nothing_names_are_told_with_everything_else(root: Path) -> None:
    model = "scenarios/models/tiny-model"
    entry = "  name: Moon\n  text: Its phase.\n  family: driver\n  source: design value\n"
    file = root / model / "quantities.yaml"
    file.write_text(f"{file.read_text(encoding='utf-8')}moon:\n{entry}", encoding="utf-8")
    put(root, f"{model}/model.yaml", "  trained: [state]", "  trained: [state]\n  hush: []")
    assert told(root) == [
        f"{model}/model.yaml:46:3: warning: the flag 'hush' is named nowhere else; "
        "take it away (unused-flag)",
        f"{model}/quantities.yaml:50:1: warning: the indicator 'moon' is named nowhere else; "
        "take it away (unused-indicator)",
    ]
    assert told(root, "tiny") == []


def test_a_text_that_has_to_be_scrolled_is_told(root: Path) -> None:
    put(root, INJECTS, "text: A donor sends relief.", f"text: {'A donor sends relief. ' * 40}")
    (line,) = told(root, "tiny")
    assert line == (
        f"{INJECTS}:40:9: warning: this takes 12 lines, and a screen of 24 shows 10 of an inject at "
        "once; shorten it, or put what one role needs into 'private' (too-tall)"
    )


def test_a_scenario_that_moves_one_axis_alone_is_told(root: Path) -> None:
    rule = (
        "  when: turn == {0}\n  effects:\n    - change: asylum_access[rivermark]\n      by: low\n"
    )
    rest = "  why: Doors stood open.\n  source: design value\n"
    rules = "".join(f"open_{turn}:\n{rule.format(turn)}{rest}" for turn in (1, 2, 3))
    (root / "scenarios/tiny/rules.yaml").write_text(rules, encoding="utf-8")
    put(root, INJECTS, "    - change: cohesion[rivermark]\n      by: -low\n      chance: 50%\n",
        "    - change: arrivals[rivermark]\n      by: low\n")  # fmt: skip
    put(root, INJECTS, "  offers:\n    - to: [rivermark]\n      measures: [open_shelter]\n", "")
    assert told(root, "tiny") == [
        f"{HEAD}:3:8: warning: everything this scenario brings moves rights and nothing moves "
        "security; give its injects, offers or rules something to do with both (one-sided)"
    ]


def test_a_condition_of_one_reading_among_several_is_no_finding(root: Path) -> None:
    """A rule for two states may say what can only come about in one of them."""
    rule = (
        "watch:\n  for: {s: states}\n  when: in_force(close_crossing, s, any) and turn > 0\n"
        "  effects:\n    - change: cohesion[s]\n      by: -low\n"
        "  why: People waited.\n  source: design value\n"
    )
    (root / "scenarios/tiny/rules.yaml").write_text(rule, encoding="utf-8")
    assert told(root, "tiny") == []


@pytest.mark.parametrize(
    "condition",
    [
        "turn == 3",
        "preparedness[rivermark] == 100",
        "preparedness[rivermark] > 20 and preparedness[highvale] < 20",
        "in_force(close_crossing, rivermark, any)",
        "turns_in_force(close_crossing) >= 2",
        "flag(trained[rivermark])",
        "fired(relief)",
        "adopted(river_pact)",
        "present(aid_body) and not present(rivermark)",
        "year == 2016 and turn > 1",
        "change(preparedness[rivermark]) < -50",
        "'count(s in states: preparedness[s] >= 50) == 2'",
    ],
)
def test_what_can_come_about_passes(root: Path, condition: str) -> None:
    put(root, INJECTS, WHEN, condition)
    found = [line for line in told(root, "tiny") if "(always-true)" not in line]
    assert found == []


def test_a_contradiction_is_named(root: Path) -> None:
    put(root, INJECTS, WHEN, "turn > 2 and cohesion[rivermark] < 10 and cohesion[rivermark] > 90")
    (line,) = told(root, "tiny")
    assert "cohesion[rivermark] < 10 and cohesion[rivermark] > 90 contradict each other" in line


def test_what_is_allowed_with_a_reason_is_not_told(root: Path) -> None:
    above = "  # check: allow never-true because it waits for a later version\n"
    put(root, INJECTS, f"  when: {WHEN}", f"{above}  when: turn > 3")
    assert told(root, "tiny") == []


def test_a_comment_above_covers_a_text_of_many_lines(root: Path) -> None:
    text = "  text: >-\n    A donor sends relief\n    to a flood of migrants.\n"
    above = "  # check: allow wording because a donor is quoted\n"
    put(root, INJECTS, "  text: A donor sends relief.\n", above + text)
    assert told(root, "tiny") == []


def test_a_note_is_allowed_in_its_own_comment(root: Path) -> None:
    note = root / "scenarios/tiny/concept-note.md"
    note.write_text("# Tiny\n\nA flood of migrants, they said.\n", encoding="utf-8")
    assert [line.rpartition(" ")[2] for line in told(root, "tiny")] == ["(wording)"]
    text = note.read_text(encoding="utf-8")
    comment = "<!-- check: allow wording because the note answers it -->\n"
    note.write_text(text.replace("A flood", f"{comment}A flood"), encoding="utf-8")
    assert told(root, "tiny") == []
    shown = load_scenario("tiny", library=only(root)).bundle.scenario.texts
    assert shown["concept-note.md"] == "# Tiny\n\nA flood of migrants, they said.\n"


def test_a_text_that_speaks_of_comments_is_no_comment(root: Path) -> None:
    put(root, INJECTS, "text: A donor sends relief.", 'text: "Write # check: allow me, he says."')
    assert told(root, "tiny") == []


def test_a_folder_in_the_place_of_a_note_is_told(root: Path) -> None:
    (root / "scenarios/tiny/more.md").mkdir()
    assert told(root, "tiny") == [
        "scenarios/tiny/more.md:1:1: error: this is not a file that can be read (unreadable)"
    ]


def test_a_folder_of_very_many_notes_is_told_once(root: Path) -> None:
    for number in range(301):
        (root / f"scenarios/tiny/note-{number}.md").write_text("Read this.\n", encoding="utf-8")
    (line,) = told(root, "tiny")
    assert line.startswith("scenarios/tiny:1:1: error: ")
    assert line.endswith(" (folder-too-large)")


def test_very_many_comments_are_judged_in_time(root: Path) -> None:
    """Each finds its line, its text and the code that was meant without looking through the file again."""
    file = root / INJECTS
    comments = "# check: allow wordig because it is so\n" * 20_000
    file.write_text(file.read_text(encoding="utf-8") + comments, encoding="utf-8")
    began = process_time()
    lines = told(root, "tiny")
    assert process_time() - began < 5
    assert len(lines) == MAX_PROBLEMS + 1
    assert lines[-1].endswith("(too-many-problems)") or "(unknown-code)" in lines[-1]

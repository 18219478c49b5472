"""The lint for wordings that treat people who move as a danger: what is refused, what passes, where it points."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.authoring.check import check
from exercise.authoring.check_report import run_check
from exercise.authoring.wording import find_wordings, notes_wording, tree_wording, wordings
from exercise.errors import Problem
from exercise.library.places import open_library
from exercise.library.strict_yaml import parse
from tests.support.tiny import only, write_library

SENTENCES: dict[str, tuple[str, str]] = {
    "illegal_people": (
        "Illegal migrants wait at the post.",
        "Three people without papers wait, and the fee taken from migrants is illegal.",
    ),
    "illegal_migration": (
        "A campaign against illegal migration begins.",
        "A plan for irregular migration; the illegal sale of papers goes on.",
    ),
    "flood": (
        "A wave of desperate refugees reaches the river.",
        "A wave of violence against refugees follows the flood in the valley.",
    ),
    "swarm": (
        "Hordes gather at the fence.",
        "Families gather at the fence; a swarm of bees crosses it.",
    ),
    "invasion": (
        "The paper speaks of an invasion by foreigners.",
        "The invasion of the neighbouring country drove families out.",
    ),
    "bomb": (
        "The camp is a ticking demographic bomb.",
        "A bomb was found, and the clock is ticking.",
    ),
    "aliens": ("Aliens must register.", "The practice is alien to the village."),
    "bogus": (
        "Bogus asylum seekers fill the hall.",
        "Guides sell bogus papers to asylum seekers.",
    ),
    "threat": (
        "The ministry sees a migrant threat.",
        "A threat to migrants and refugees comes from the guides.",
    ),
    "burden": (
        "The burden of so many refugees falls on one town.",
        "Burden sharing: the towns divide the cost.",
    ),
    "danger_that_travels": (
        "Disease travels with the families.",
        "Disease spreads where water is short; a doctor travels with the families.",
    ),
    "others_problem": (
        "They are another nation’s problem.",
        "Water is a problem of both nations.",
    ),
    "only_economic": (
        "They are merely economic migrants.",
        "Economic reasons are among those that people give.",
    ),
    "rid_of": (
        "The square was cleared of all migrants.",
        "The square was cleared of snow for the migrants.",
    ),
}


def places(problems: list[Problem]) -> list[tuple[int, int, str]]:
    """Return line, column and what the caret underlines of each problem."""
    return [
        (p.line, p.column, p.source_line[p.column - 1 : p.column - 1 + p.length]) for p in problems
    ]


def test_every_entry_has_its_sentences() -> None:
    assert list(SENTENCES) == list(wordings().entries)


@pytest.mark.parametrize("entry", SENTENCES)
def test_an_entry_refuses_the_one_sentence_and_not_the_other(entry: str) -> None:
    refused, allowed = SENTENCES[entry]
    assert entry in [found.entry for found in find_wordings(refused)]
    assert find_wordings(allowed) == []


@pytest.mark.parametrize("entry", SENTENCES)
def test_the_advice_of_an_entry_would_itself_pass(entry: str) -> None:
    assert find_wordings(wordings().entries[entry].instead) == []


@pytest.mark.parametrize(
    "text",
    [
        "ILLEGAL MIGRANT",
        "illegal  Afghan families",
        "an illegal\nasylum-seeker",
        "the illegal migrants' tents",
        "illegal {tajikistan} workers",
        "illegals",
    ],
)
def test_capitals_plurals_breaks_and_hyphens_hide_nothing(text: str) -> None:
    assert [found.entry for found in find_wordings(text)] == ["illegal_people"]


@pytest.mark.parametrize("text", ["anti-migrant threats", "A wave of aid for refugees", "aliens_x"])
def test_parts_of_words_and_help_for_people_pass(text: str) -> None:
    assert find_wordings(text) == []


def test_a_warning_points_at_the_words_in_folded_text() -> None:
    source = "title: Quiet\ntext: >-\n  At dawn a flood\n  of migrants came.\n"
    (problem,) = tree_wording(parse(source, "x.yaml"))
    assert places([problem]) == [(3, 13, "flood")]
    assert (problem.severity, problem.code) == ("warning", "wording")
    assert problem.message.startswith("'flood of migrants': people are not a natural disaster")
    assert "Write instead: the number" in problem.message


def test_a_warning_points_at_the_words_in_notes() -> None:
    found = list(notes_wording({"a.md": "# Note\n\nThey call them illegal migrants here.\n"}))
    assert places(found) == [(3, 16, "illegal migrants")]


def test_names_expressions_and_titles_of_works_are_no_prose() -> None:
    source = "source: Paper on illegal migration\nwhen: aliens > 3\ntext: Fine.\n"
    assert list(tree_wording(parse(source, "x.yaml"))) == []


INJECT = "{note}expected: Somebody answers.\ntext: {text}\n"
NOTE = "content_note: Quotes a harsh word.\n"
SAID = "'A man says: “Illegals again.”'"


@pytest.mark.parametrize(
    ("note", "text", "count"),
    [
        (NOTE, SAID, 0),
        (NOTE, "'A man says: \"Illegals again.\"'", 0),
        ("", SAID, 1),
        (NOTE, "A man says that illegals come again.", 1),
        (NOTE, "'“Come,” he said of the illegals, “and see.”'", 1),
    ],
)
def test_quoted_speech_passes_where_a_content_note_stands(note: str, text: str, count: int) -> None:
    tree = parse(INJECT.format(note=note, text=text), "x.yaml")
    assert len(list(tree_wording(tree))) == count


def test_a_note_of_one_inject_does_not_cover_another() -> None:
    source = f"a:\n  {NOTE}  expected: Yes.\n  text: Fine.\nb:\n  expected: Yes.\n  text: {SAID}\n"
    assert places(list(tree_wording(parse(source, "x.yaml")))) == [(7, 23, "Illegals")]


def test_the_check_tells_it_with_a_caret_and_does_not_fail(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    injects = root / "scenarios" / "tiny" / "injects.yaml"
    text = injects.read_text(encoding="utf-8")
    injects.write_text(text.replace("text: Families arrive", "text: Illegal migrants arrive"))
    written: list[str] = []
    assert run_check(["tiny"], only(root), written.append) == 0
    told = "".join(written).splitlines()
    assert told[0].startswith(f"{injects}:5:9: warning: 'Illegal migrants': no person is illegal")
    assert told[0].endswith("(wording)")
    assert told[2] == "    " + " " * 8 + "^" * len("Illegal migrants")
    assert told[-1] == "1 scenario checked: 0 errors, 1 warning"


def test_cards_and_models_that_no_scenario_uses_are_looked_at_too(tmp_path: Path) -> None:
    root = write_library(tmp_path)
    card = root / "roles" / "aid_body.yaml"
    lonely = card.with_name("lonely.yaml")
    text = card.read_text(encoding="utf-8")
    first = text.index("mandate: ")
    lonely.write_text(
        f"{text[:first]}mandate: Count the hordes.{text[text.index(chr(10), first) :]}"
    )
    (root / "scenarios" / "tiny" / "scenario.yaml").unlink()
    found = [p for p in check([], only(root)).problems if p.code == "wording"]
    assert [Path(p.file).name for p in found] == ["lonely.yaml"]


def test_what_is_shipped_is_clean() -> None:
    found = [p for p in check([], open_library(environment={})).problems if p.code == "wording"]
    assert found == []

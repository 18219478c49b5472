"""A scenario that takes an inject from its model: read, told, played and printed like its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.authoring.cases import CaseRunner
from exercise.engine.prose import say
from exercise.errors import ScenarioError
from exercise.journal import fingerprint_of
from exercise.library.bundles import bundle_bytes, bundle_from_bytes
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.report.handouts import write_handouts
from tests.support.tiny import BANK, CASES, NAME, only, write_library

TAKE = "with_injects:\n  frost: {turn: 1, objectives: [prepare]}\n"
PLAYED = (
    CASES.partition("cases:")[0]
    + """\
cases:
  - name: It comes in the scenario's turn, to its readers, and moves what it says
    when:
      - turn: 1
        responses:
          aid_body: [{measure: train_posts, target: rivermark, inject: frost}]
    then:
      - {after: 1, fired: [frost], slot: 'arrivals[rivermark]', row_by: frost, row_amount: 2}
      - {after: 1, role: rivermark, sees: [The crossing of Rivermark is frozen, not lined]}
      - {after: 1, role: aid_body, sees_not: [not lined]}
"""
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The tiny library, whose scenario takes the model's inject in."""
    folder = write_library(tmp_path)
    head = folder / "scenarios" / NAME / "scenario.yaml"
    head.write_text(head.read_text(encoding="utf-8") + TAKE, encoding="utf-8")
    return folder


@pytest.fixture
def bank(root: Path) -> Path:
    return root / "scenarios" / "models" / "tiny-model" / "injects.yaml"


def load(root: Path, aliases: str | None = None) -> LoadedScenario:
    return load_scenario(NAME, library=only(root), aliases=aliases)


def test_the_models_injects_stand_in_a_file_or_in_a_folder_of_files(root: Path, bank: Path) -> None:
    expected = bundle_bytes(load(root).bundle)
    folder = bank.with_suffix("")
    folder.mkdir()
    bank.rename(folder / "weather.yaml")
    loaded = load(root)
    assert loaded.warnings == ()
    assert bundle_bytes(loaded.bundle) == expected


def test_what_is_taken_counts_in_the_fingerprint_and_survives_the_bytes(root: Path) -> None:
    taken = load(root).bundle
    data = bundle_bytes(taken)
    assert bundle_from_bytes(data).injects() == taken.injects()
    head = root / "scenarios" / NAME / "scenario.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("turn: 1,", "turn: 2,"), "utf-8")
    assert fingerprint_of(bundle_bytes(load(root).bundle)) != fingerprint_of(data)


def test_a_mistake_in_it_is_told_in_the_models_file(root: Path, bank: Path) -> None:
    bank.write_text(BANK.replace("insecurity >= 0", "insecurty >= 0"), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        load(root)
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (bank.as_posix(), 4)
    assert "Did you mean 'insecurity'?" in problem.message


def test_its_prose_is_checked_for_placeholders(root: Path, bank: Path) -> None:
    bank.write_text(BANK.replace("{rivermark}", "{rivrmark}"), encoding="utf-8")
    (warning,) = load(root).warnings
    assert (warning.file, warning.code) == (bank.as_posix(), "unknown-placeholder")


def test_its_texts_follow_the_names_and_the_language(root: Path, bank: Path) -> None:
    text = "text:\n    en: The crossing of {rivermark} is frozen.\n    ru: Переправа {rivermark}.\n"
    old = "text: The crossing of {rivermark} is frozen.\n"
    assert BANK.count(old) == 1
    bank.write_text(BANK.replace(old, text), encoding="utf-8")
    bundle = load(root, "other-names").bundle
    card = bundle.injects()["frost"]
    assert say(bundle, card.text, "ru") == "Переправа Westbank."
    assert say(bundle, card.text, "en") == "The crossing of Westbank is frozen."


def test_cases_play_it_by_its_name(root: Path) -> None:
    (root / "scenarios" / NAME / "cases.yaml").write_text(PLAYED, encoding="utf-8")
    (verdict,) = CaseRunner(load(root)).verdicts()
    assert verdict.misses == ()


def test_a_case_cannot_name_what_is_not_taken(root: Path) -> None:
    folder = root / "scenarios" / NAME
    (folder / "cases.yaml").write_text(PLAYED, encoding="utf-8")
    head = folder / "scenario.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace(TAKE, ""), encoding="utf-8")
    with pytest.raises(ScenarioError) as caught:
        CaseRunner(load(root))
    assert {problem.message for problem in caught.value.problems} == {"unknown inject 'frost'"}


def test_the_facilitators_handout_lists_it_and_prints_its_slip(root: Path, tmp_path: Path) -> None:
    files = write_handouts(load(root).program, tmp_path / "handouts")
    (page,) = [path.read_text("utf-8") for path in files if path.name == "facilitator.html"]
    assert "Somebody opens a warm place." in page
    assert "Only for Rivermark: Your tents are not lined." in page

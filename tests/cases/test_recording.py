"""A played exercise becomes a case that passes at once: any exercise, and whatever people did in it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exercise.authoring.case_course import in_effect
from exercise.authoring.case_journal import record_journal
from exercise.authoring.case_recording import Recorded, record_case
from exercise.authoring.case_report import run_cases
from exercise.authoring.case_run import play as play_case
from exercise.conduct import event as happened
from exercise.conduct.decide import decide
from exercise.conduct.event import Event
from exercise.conduct.state import Phase, State
from exercise.errors import ExerciseError, LibraryError, Refusal, ScenarioError
from exercise.library.case_text import add_case, case_text, file_text, free_name
from exercise.library.places import open_library
from exercise.library.strict_yaml import parse
from exercise.library.validation import validate
from exercise.library.yaml_text import forbidden_in
from exercise.model.case import Case, CaseFile, Expect
from exercise.session.auto import conduct
from exercise.session.start import begin_exercise
from tests.support.plays import play
from tests.support.shipped import runner_of
from tests.support.tiny import only, tiny_program, write_library

SHIPPED = ("first-steps", "full-conference")


def played(seed: int, until: Phase, pace: float = 0.1) -> tuple[State, list[Event]]:
    """A random exercise of the tiny scenario and all its events."""
    program, events, state = tiny_program(), list[Event](), None
    for before, (actor, command), after in play(program, seed, 400, until, pace):
        state = before
        if not isinstance(after, Refusal):
            decision = decide(program, before, actor, command)
            assert not isinstance(decision, Refusal)
            events.extend(decision)
            state = after
    assert state is not None
    return state, events


def read(text: str) -> Case:
    file, problems = validate(CaseFile, parse(text, "cases.yaml"))
    assert file is not None, problems
    return file.cases[0]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(0, 10**6),
    st.sampled_from((Phase.closed, Phase.closed, Phase.outcome, Phase.decision)),
    st.sampled_from((0.05, 0.2)),
)
def test_any_exercise_is_recorded_as_a_case_that_comes_to_the_same(
    seed: int, until: Phase, pace: float
) -> None:
    state, events = played(seed, until, pace)
    done = [record for record in state.turns if record.outcome is not None and not record.run_out]
    if not done:
        with pytest.raises(ExerciseError, match="no turn has its outcome yet"):
            record_case(tiny_program(), state, events, "Played")
        return
    recorded = record_case(tiny_program(), state, events, "Played")
    text = file_text(case_text(recorded.case, recorded.comments))
    again = read(text)
    assert again == recorded.case
    assert file_text(case_text(again, recorded.comments)) == text
    assert isinstance(again.when, tuple)
    run = play_case(tiny_program(), again.given, again.when, run_out=state.over)
    assert run.outcomes[done[-1].turn].world.settled == done[-1].s2
    if state.over:
        assert run.state.world.values == state.world.values


def test_random_exercises_hold_what_makes_recording_hard() -> None:
    """Otherwise the law above would say little."""
    kinds = {
        type(event).__name__ for seed in range(16) for event in played(seed, Phase.closed, 0.05)[1]
    }
    assert kinds >= {
        "Undone", "SeatAssigned", "InjectHeld", "InjectSkipped", "InjectArmed", "InjectAdded",
        "ResponseWithdrawn", "MeasureLifted", "Ruled", "RulingWithdrawn", "ClauseSwitched",
        "SignatureWithdrawn", "Objected", "ContributionStated",
    }  # fmt: skip


def test_what_was_taken_back_is_no_part_of_the_course() -> None:
    first, second = happened.InjectHeld("a"), happened.InjectHeld("b")
    assert in_effect([first, second, happened.Undone(1), second]) == [first, second]
    assert in_effect([first, second, happened.Undone(1), second, happened.Undone(0)]) == []


def journal_of(scenario: str, folder: Path, seed: int = 7) -> Path:
    """The journal of an exercise that bots have played."""
    path = folder / f"{scenario}.exercise"
    session = begin_exercise(runner_of(scenario).loaded.program, seed, path)
    for seat in session.state.seats:
        if seat.holder == "person":
            from exercise.session.start import assign

            assign(session, seat.role, "bot")
    conduct(session)
    session.close()
    return path


@pytest.mark.parametrize("scenario", SHIPPED)
def test_a_journal_of_a_shipped_scenario_becomes_a_case_with_the_same_bytes(
    tmp_path: Path, scenario: str
) -> None:
    journal = journal_of(scenario, tmp_path)
    texts = []
    for _ in range(2):
        recorded = record_journal(journal, "Played", open_library([]))
        texts.append(case_text(recorded.case, recorded.comments))
    assert texts[0] == texts[1]
    assert texts[0].startswith(f"  # Recorded from an exercise of {scenario} ")
    assert "changed since" not in texts[0]


def record_tiny() -> Recorded:
    state, events = played(3, Phase.closed)
    return record_case(tiny_program(), state, events, "Played")


def test_a_case_is_added_to_a_file_that_stays_as_it_was(tmp_path: Path) -> None:
    library = write_library(tmp_path)
    file = library / "scenarios" / "tiny" / "cases.yaml"
    before = "# Mine\n" + file.read_text(encoding="utf-8") + "\n# The end\n"
    file.write_text(before, encoding="utf-8")
    recorded = record_tiny()
    add_case(file, recorded.case, ("Recorded.",))
    after = file.read_text(encoding="utf-8")
    assert after.replace(case_text(recorded.case, ("Recorded.",)), "") == before
    told: list[str] = []
    assert run_cases(["tiny"], only(library), told.append) == 0
    assert told == ["2 passed, 0 failed"]


@pytest.mark.parametrize(
    "text",
    [
        "format: 1\ncases:\n- name: a\n  then: [{slot: rights, at_least: 1}]\nplans:\n  x: []\n",
        "format: 1\r\ncases:\r\n    - name: a\r\n      then:\r\n        - {slot: rights, at_least: 1}",
    ],
)
def test_a_case_follows_the_indentation_and_line_ends_of_its_file(
    tmp_path: Path, text: str
) -> None:
    file = tmp_path / "cases.yaml"
    file.write_bytes(text.encode())
    add_case(file, record_tiny().case)
    after = file.read_bytes().decode()
    assert after.count("\r\n") in (0, after.count("\n"))
    assert ("\r\n" in after) is ("\r\n" in text)
    found, _ = validate(CaseFile, parse(after, "cases.yaml"))
    assert found is not None
    assert [case.name for case in found.cases] == ["a", "Played"]


def test_a_new_file_is_written_with_its_schema(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    add_case(file, record_tiny().case)
    text = file.read_text(encoding="utf-8")
    assert text.startswith(
        "# yaml-language-server: $schema=../schema/cases.schema.json\nformat: 1\n"
    )
    assert read(text) == record_tiny().case
    assert [path.name for path in tmp_path.iterdir()] == ["new.yaml"]


def test_a_name_is_never_given_twice(tmp_path: Path) -> None:
    file = tmp_path / "new.yaml"
    assert free_name(file, "Played") == "Played"
    add_case(file, record_tiny().case)
    assert free_name(file, "Played") == "Played (2)"
    with pytest.raises(LibraryError, match="has a case 'Played' already; give another --name"):
        add_case(file, record_tiny().case)


FULL = "format: 1\ncases: [{name: a, then: [{slot: rights, at_least: 1}]}]\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (FULL, "these cases stand in brackets"),
        ("nonsense: [", "a value is expected here"),
        ("format: 1\ncases: []\n", "cases"),
        ("\xff", "is not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_added_to_stays_as_it_is(
    tmp_path: Path, text: str, message: str
) -> None:
    file = tmp_path / "cases.yaml"
    file.write_bytes(text.encode("latin-1"))
    with pytest.raises((LibraryError, ScenarioError), match=message):
        add_case(file, record_tiny().case)
    assert file.read_bytes() == text.encode("latin-1")
    assert [path.name for path in tmp_path.iterdir()] == ["cases.yaml"]


def test_a_folder_is_no_file_of_cases(tmp_path: Path) -> None:
    with pytest.raises(LibraryError, match=r"is a folder; name a file, such as .*cases\.yaml"):
        add_case(tmp_path, record_tiny().case)
    with pytest.raises(LibraryError, match=r"there is no folder .*nowhere; make it first"):
        free_name(tmp_path / "nowhere" / "cases.yaml", "Played")


@settings(max_examples=200, deadline=None)
@given(st.text(min_size=1, max_size=30).filter(lambda text: forbidden_in(text) is None))
def test_any_text_that_people_write_is_written_so_that_it_is_read_back(words: str) -> None:
    words = words.replace("\r", "\n")
    case = Case(name=words, refs=(words, f" {words}: #"), then=(Expect(fired=("c",)),))
    assert read(file_text(case_text(case))) == case


def test_what_no_text_file_may_hold_is_written_as_a_mark() -> None:
    case = Case(name="a\u2028b\x07", then=(Expect(fired=("c",)),))
    assert (
        read(file_text(case_text(case))).name
        == "a\N{REPLACEMENT CHARACTER}b\N{REPLACEMENT CHARACTER}"
    )

"""What an editor shows: completion, explanation and problems, by the language server that editors use."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from exercise.authoring.new import role_cards, write_scenario
from exercise.authoring.starters import Plan, seated, starters
from exercise.catalogue import Catalogue
from exercise.library.places import open_library
from tests.support.language_server import CURSOR, LanguageServer, why_not

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "scenarios" / "first-steps"
INJECTS, CASES, HEAD = STORY / "injects.yaml", STORY / "cases.yaml", STORY / "scenario.yaml"
SHIPPED = sorted(
    path for folder in ("scenarios", "roles") for path in (ROOT / folder).rglob("*.yaml")
)

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    running = LanguageServer(ROOT)
    yield running
    running.close()


def with_cursor(path: Path, old: str, new: str) -> str:
    """Return a file with one place changed, the cursor in it."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    assert CURSOR in new
    return text.replace(old, new, 1)


def documentation(item: dict[str, object]) -> str:
    told = item["documentation"]
    assert isinstance(told, dict)
    assert told["kind"] == "markdown"
    return str(told["value"])


@pytest.mark.long
def test_no_shipped_file_has_a_problem(server: LanguageServer) -> None:
    found = server.problems_of(dict.fromkeys(SHIPPED))
    assert len(found) > 90
    assert {path: problems for path, problems in found.items() if problems} == {}


def test_fields_are_offered_with_what_they_mean(server: LanguageServer) -> None:
    text = INJECTS.read_text(encoding="utf-8") + f"new_one:\n  {CURSOR}"
    offered = server.offered(INJECTS, text)
    assert {"kind", "title", "text", "from", "to", "private", "offers"} <= offered.keys()
    assert documentation(offered["expected"]).startswith("The expected action: ")
    assert documentation(offered["method"]).endswith("If not given: `report`.")
    assert "class_" not in offered


def test_a_field_that_is_there_is_not_offered_again(server: LanguageServer) -> None:
    text = with_cursor(INJECTS, "  kind: scheduled\n", f"  kind: scheduled\n  {CURSOR}\n")
    offered = server.offered(INJECTS, text)
    assert "when" in offered
    assert "kind" not in offered


def test_the_values_of_a_choice_are_offered_with_what_they_mean(server: LanguageServer) -> None:
    offered = server.offered(INJECTS, with_cursor(INJECTS, "kind: scheduled", f"kind: {CURSOR}"))
    assert list(offered) == ["scheduled", "conditional", "contingency", "optional"]
    assert documentation(offered["contingency"]) == (
        "waits in a drawer until the facilitator arms it"
    )


@pytest.mark.parametrize(
    ("path", "old", "new", "name", "told"),
    [
        (INJECTS, "[meet_the_bus, ", "[█, ", "official_training", "*protection, cost 1, "),
        (CASES, "measure: meet_the_bus", "measure: █", "asylum_capacity", "**Asylum and recept"),
        (INJECTS, "to: [all]", "to: [█]", "iom", "**IOM**"),
        (INJECTS, "to: [all]", "to: [█]", "organisations", "The group `organisations`."),
        (INJECTS, "issue: afghan_refugees", "issue: █", "borders", "**Borders"),
        (HEAD, "[preparedness, id", "[█, id", "cohesion", "*security, one for each state*"),
        (
            INJECTS,
            "change: arrivals[tajikistan]",
            "change: █",
            "cohesion[state]",
            "**Social cohesion**",
        ),
        (
            INJECTS,
            "when: preparedness[tajikistan] < 30",
            "when: █",
            "fired(inject)",
            "Example: `fired(",
        ),
        (INJECTS, "by: 6", "by: █", "-low", "Less, not more."),
        (HEAD, "preset: balanced", "preset: █", "causes-first", "**Causes first**"),
    ],
)
def test_names_are_offered_where_they_are_written(
    server: LanguageServer, path: Path, old: str, new: str, name: str, told: str
) -> None:
    offered = server.offered(path, with_cursor(path, old, new))
    assert told in documentation(offered[name])


def test_names_are_offered_as_keys(server: LanguageServer) -> None:
    text = with_cursor(INJECTS, "  private:\n", f"  private:\n    {CURSOR}\n")
    assert server.offered(INJECTS, text)["iom"]["insertText"] == "iom: "
    text = with_cursor(HEAD, "starts:\n", f"starts:\n  {CURSOR}\n")
    assert "cohesion" in server.offered(HEAD, text)


@pytest.mark.parametrize(
    ("path", "old", "new", "label", "begins"),
    [
        (INJECTS, "second_bus:", "█\nsecond_bus:", "inject with a dilemma", "${1:name_of_the_inj"),
        (INJECTS, "offers:\n", "offers:\n    - █\n", "dilemma, one of two measures", "to:\n"),
        (INJECTS, "effects:\n", "effects:\n    - █\n", "move an indicator later", "change: ${1"),
        (CASES, "cases:\n", "cases:\n  - █\n", "case, one plan against another", "name: ${1"),
        (CASES, "    then:\n", "    then:\n      - █\n", "expect a value", "after: ${1:1}\n"),
        (HEAD, "places:\n", "places:\n  - █\n", "seat", "role: ${1:iom}\n"),
    ],
)
def test_blocks_are_offered_to_fill_in(
    server: LanguageServer, path: Path, old: str, new: str, label: str, begins: str
) -> None:
    offered = server.offered(path, with_cursor(path, old, new))
    assert offered[label]["insertText"].startswith(begins)


@pytest.mark.parametrize(
    ("path", "old", "new", "told"),
    [
        (INJECTS, "expected: >-", "exp█ected: >-", "The expected action: what a good response "),
        (INJECTS, "kind: scheduled", "kind: sche█duled", "* `optional`: is offered to the facilit"),
        (INJECTS, "issue: afghan", "issue: af█ghan", "**Displaced people at the southern front"),
        (INJECTS, "when: prep", "wh█en: prep", "Tested once each situation phase"),
        (HEAD, "setting_year:", "setting_█year:", "The year in which the story begins."),
        (HEAD, "  situation: 1", "  situa█tion: 1", "Injects are released and read."),
        (CASES, "measure: official", "measure: off█icial", "**Training of officials**"),
        (CASES, "measure: meet_the", "measure: meet█_the", "`exercise check` tells which."),
    ],
)
def test_what_the_pointer_rests_on_is_explained(
    server: LanguageServer, path: Path, old: str, new: str, told: str
) -> None:
    assert told in server.told(path, with_cursor(path, old, new))


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("kind: scheduled", "kind: schedled", "Value is not accepted. Valid values: "),
        ("to: [all]", "to: [All]", "use lower-case letters, digits and _, and begin with a lett"),
        ("turn: 1", "turn: first", 'Incorrect type. Expected "integer".'),
        ("expected: >-", "expcted: >-", 'Missing property "expected".'),
        ("bus_at_the_post:", "Bus-at-the-post:", "use lower-case letters, digits and _, and begi"),
        ("    - change: arr", "    - chnage: arr", "Property chnage is not allowed."),
    ],
)
def test_a_mistake_is_underlined_with_a_readable_message(
    server: LanguageServer, old: str, new: str, problem: str
) -> None:
    text = INJECTS.read_text(encoding="utf-8")
    assert old in text
    found = server.problems(INJECTS, text.replace(old, new, 1))
    assert any(problem in line for line in found), found


def test_a_name_that_is_not_offered_is_no_problem(server: LanguageServer) -> None:
    text = INJECTS.read_text(encoding="utf-8").replace("[meet_the_bus", "[a_new_measure")
    assert server.problems(INJECTS, text) == []


@pytest.mark.parametrize("name", starters())
def test_a_new_scenario_opens_without_a_problem(
    server: LanguageServer, tmp_path: Path, name: str
) -> None:
    words, library = Catalogue(), open_library()
    starter = starters()[name]
    seats = seated(starter, role_cards(starter.roles(), library, words), words)
    plan = Plan("mine", "Mine", 3, seats, "en")
    written = write_scenario(tmp_path / "mine", name, plan, library)
    files: dict[Path, str | None] = {p: None for p in written.files if p.suffix == ".yaml"}
    found = server.problems_of(files)
    assert len(found) >= 5
    assert {path.name: problems for path, problems in found.items() if problems} == {}
    cases = written.folder / "cases.yaml"
    text = cases.read_text(encoding="utf-8") + f"\n      - fired: [{CURSOR}]\n"
    own = [card.partition(":")[0] for card in read_names(written.folder / "injects.yaml")]
    assert own
    assert set(own) <= server.offered(cases, text).keys()


def read_names(path: Path) -> list[str]:
    """Return the lines that begin an entry."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line[:1].isalpha()]

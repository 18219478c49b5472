"""Libraries of pieces: what a scenario takes by name, what that brings along, and what is said of mistakes."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from exercise.authoring.check import check
from exercise.errors import ScenarioError
from exercise.library.bundles import bundle_bytes, bundle_from_bytes
from exercise.library.listing import list_libraries
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import Library, open_library
from exercise.model.scenario import TakenInject
from tests.support.tiny import NAME, only, write_library

HEAD = """\
format: 1
id: {name}
name: Weather
text: Events that the weather brings.
version: 2.1.0
author: Weather office
license: CC-BY-4.0
model: tiny-model
source: design value
"""
INJECTS = """\
storm:
  kind: scheduled
  turn: 3
  title: A storm
  text: A storm has come over {rivermark}.
  from: Weather office
  to: [all]
  private:
    rivermark: The bridge will not hold.
  effects:
    - change: bridges[rivermark]
      by: -low
      why: The storm took a bridge.
  offers:
    - to: [rivermark]
      measures: [mend_the_bridge]
  expected: The group mends the bridge.
  phrases: [mixed_flows]
  source: design value
calm:
  kind: contingency
  title: The wind drops
  text: The wind drops.
  from: Weather office
  to: [all]
  effects:
    - release: storm
  expected: The group rests.
  phrases: [mixed_flows]
  source: design value
"""
MEASURES = """\
mend_the_bridge:
  name: Mend the bridge
  text: Mend it before the next storm.
  class: protection
  addresses: cause
  who: [states]
  target: home
  referent: migrants
  cost: 1
  yields:
    - change: bridges[home]
      by: medium
      why: It was mended.
  source: design value
watch_the_sky:
  name: Watch the sky
  text: Put somebody on the roof.
  class: capacity
  addresses: symptom
  who: [states]
  referent: state
  source: design value
"""
QUANTITIES = """\
bridges:
  name: Bridges
  text: How many bridges stand.
  scope: [state]
  start: 50
  family: security
  visibility: published
  source: design value
tides:
  name: Tides
  text: How high the water stands.
  family: driver
  source: design value
"""


def write_pieces(root: Path, name: str = "weather", **texts: str) -> Path:
    """Write a library of pieces beside the tiny scenario and return its folder."""
    folder = root / "scenarios" / "libraries" / name
    folder.mkdir(parents=True)
    files = {"library": HEAD.replace("{name}", name), "injects": INJECTS, "measures": MEASURES}
    for file, text in (files | {"quantities": QUANTITIES} | texts).items():
        if text:
            (folder / f"{file}.yaml").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_library(tmp_path)
    write_pieces(tmp_path)
    return tmp_path


def load(root: Path, more: str) -> LoadedScenario:
    head = root / "scenarios" / NAME / "scenario.yaml"
    head.write_text(head.read_text(encoding="utf-8") + more, encoding="utf-8")
    return load_scenario(NAME, library=only(root))


def mistakes(root: Path, more: str) -> list[str]:
    """Return the problems of a scenario, each as the part of the line that is underlined, then what is said."""
    with pytest.raises(ScenarioError) as caught:
        load(root, more)
    return [
        f"{p.source_line[p.column - 1 : p.column - 1 + p.length]} -- {p.message} ({p.code})"
        for p in caught.value.problems
    ]


def test_what_is_not_taken_is_not_there(root: Path) -> None:
    bundle = load(root, "uses: [weather]\n").bundle
    assert "storm" not in bundle.injects()
    assert "mend_the_bridge" not in bundle.measures()
    assert "bridges" not in bundle.model.quantities
    assert bundle.credits == {}


def test_an_inject_comes_with_what_it_names_and_with_what_the_scenario_changes(root: Path) -> None:
    more = "uses: [weather]\nwith_injects:\n  storm: {turn: 2, objectives: [prepare]}\n"
    loaded = load(root, more)
    storm = loaded.bundle.injects()["storm"]
    assert (storm.turn, storm.objectives) == (2, ("prepare",))
    assert list(storm.private) == ["rivermark"]
    assert "mend_the_bridge" in loaded.bundle.measures()
    assert "watch_the_sky" not in loaded.bundle.measures()
    assert "bridges" in loaded.bundle.model.quantities
    assert "tides" not in loaded.bundle.model.quantities
    assert loaded.warnings == ()


def test_what_is_named_at_second_hand_comes_too(root: Path) -> None:
    bundle = load(root, "uses: [weather]\nwith_injects: {calm: {}}\n").bundle
    assert bundle.scenario.with_injects == {"calm": TakenInject(), "storm": TakenInject()}
    assert bundle.credits["weather"].taken == ("calm", "storm", "mend_the_bridge", "bridges")


def test_measures_and_indicators_are_taken_by_themselves(root: Path) -> None:
    more = "uses: [weather]\nwith_measures: [watch_the_sky]\nwith_quantities: [tides]\n"
    bundle = load(root, more + "only_measures: [open_shelter]\n").bundle
    assert list(bundle.measures()) == ["open_shelter", "watch_the_sky", *bundle.scenario.measures]
    assert "tides" in bundle.model.quantities


def test_a_measure_brought_along_can_be_left_out(root: Path) -> None:
    more = "uses: [weather]\nwith_injects: {storm: {}}\nwithout_measures: [mend_the_bridge]\n"
    bundle = load(root, more).bundle
    assert "mend_the_bridge" not in bundle.measures()
    assert bundle.injects()["storm"].offers == ()


def test_whose_pieces_were_taken_is_kept_with_the_exercise(root: Path) -> None:
    bundle = load(root, "uses: [weather]\nwith_measures: [watch_the_sky]\n").bundle
    kept = bundle_from_bytes(bundle_bytes(bundle))
    credit = kept.credits["weather"]
    assert (credit.author, credit.license, credit.version) == (
        "Weather office",
        "CC-BY-4.0",
        "2.1.0",
    )
    assert credit.taken == ("watch_the_sky",)
    assert kept.measures() == bundle.measures()


def test_a_scenario_without_libraries_has_the_bytes_it_had(root: Path) -> None:
    data = bundle_bytes(load(root, "").bundle)
    for word in (b"uses", b"credits", b"with_measures", b"with_quantities", b"sensitivity"):
        assert b'"' + word + b'"' not in data


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (
            "uses: [wether]\n",
            "wether -- there is no library 'wether'. Did you mean 'weather'? Looked in "
            "{root} (named by you) (unknown-library)",
        ),
        (
            "uses: [weather]\nwith_injects: {strom: {}}\n",
            "strom -- unknown inject 'strom'. Did you mean 'storm'? (unknown-inject)",
        ),
        (
            "uses: [weather]\nwith_measures: [watch_the_sea]\n",
            "watch_the_sea -- unknown measure 'watch_the_sea'. Did you mean 'watch_the_sky'? "
            "(unknown-measure)",
        ),
        (
            "uses: [weather]\nwith_quantities: [tide]\n",
            "tide -- unknown indicator 'tide'. Did you mean 'tides'? (unknown-indicator)",
        ),
        (
            "with_quantities: [tides]\n",
            "tides -- unknown indicator 'tides'; it stands in the library 'weather': add that to "
            "'uses' (unknown-indicator)",
        ),
        (
            "with_injects: {storm: {}}\n",
            "storm -- unknown inject 'storm'; it stands in the library 'weather': add that to "
            "'uses' (unknown-inject)",
        ),
        (
            "uses: [weather]\nwith_measures: [train_posts]\n",
            "train_posts -- measure 'train_posts' is the model's; only measures of libraries stand "
            "here, so take it off this list (own-entry)",
        ),
        (
            "uses: [weather]\nwith_injects: {storm: {objectives: [prepar]}}\n",
            "prepar -- unknown objective 'prepar'. Did you mean 'prepare'? (unknown-objective)",
        ),
    ],
)
def test_a_name_that_stands_for_nothing_is_told_once_at_its_place(
    root: Path, more: str, said: str
) -> None:
    assert mistakes(root, more) == [said.replace("{root}", str(root))]


def test_a_name_that_could_mean_two_pieces_is_refused(root: Path) -> None:
    write_pieces(
        root,
        "sea",
        measures="",
        quantities="",
        injects=INJECTS.replace("bridges", "preparedness").replace(
            "mend_the_bridge", "train_posts"
        ),
    )
    assert mistakes(root, "uses: [weather, sea]\nwith_injects: {storm: {}}\n") == [
        "storm -- inject 'storm' stands in the library 'weather' and in the library 'sea', and only "
        "one can be meant; write the piece you want yourself (found-twice)"
    ]


def test_a_library_for_another_model_is_refused(root: Path) -> None:
    write_pieces(root, "sea", library=HEAD.format(name="sea").replace("tiny-model", "other-model"))
    assert mistakes(root, "uses: [sea]\n") == [
        "sea -- the library 'sea' is written for the model 'other-model', and this scenario plays "
        "on 'tiny-model'; write the pieces you need yourself (other-model)"
    ]


def place(root: Path, more: str) -> str:
    with pytest.raises(ScenarioError) as caught:
        load(root, more)
    (problem,) = caught.value.problems
    file = Path(problem.file).relative_to(root).as_posix()
    return f"{file}:{problem.line}:{problem.column}: {problem.message}"


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (
            {"measures": MEASURES.replace("class: capacity", "class: capazity")},
            "scenarios/libraries/sea/measures.yaml:18:10: ",
        ),
        (
            {"injects": INJECTS.replace("bridges[rivermark]", "bridgs[rivermark]")},
            "scenarios/libraries/sea/injects.yaml:11:15: ",
        ),
        (
            {"library": HEAD.format(name="lake")},
            "scenarios/libraries/sea/library.yaml:2:5: the id 'lake' differs from the folder's name",
        ),
        (
            {"library": HEAD.format(name="sea").replace("license", "licence")},
            "scenarios/libraries/sea/library.yaml:7:1: ",
        ),
    ],
)
def test_a_mistake_in_a_library_is_told_where_it_stands(
    root: Path, texts: Mapping[str, str], said: str
) -> None:
    write_pieces(root, "sea", **texts)
    assert place(root, "uses: [sea]\nwith_injects: {storm: {}}\n").startswith(said)


def test_a_library_without_pieces_is_refused(root: Path) -> None:
    write_pieces(root, "sea", injects="", measures="", quantities="")
    said = place(root, "uses: [sea]\n")
    assert "sea/library.yaml:1:1: a library needs a piece: write a file injects.yaml, " in said


def test_objectives_belong_to_the_scenario(root: Path) -> None:
    more = INJECTS.replace("rests.\n", "rests.\n  objectives: [prepare]\n")
    write_pieces(root, "sea", injects=more)
    assert place(root, "uses: [sea]\n") == (
        "scenarios/libraries/sea/injects.yaml:29:3: objectives belong to a scenario; it names them "
        "in 'with_injects'"
    )


def test_everything_is_checked_with_its_libraries(root: Path) -> None:
    write_pieces(root, "sea", measures=MEASURES.replace("class: capacity", "class: capazity"))
    (problem,) = check([], only(root)).problems
    assert problem.file.endswith("libraries/sea/measures.yaml")


def test_the_list_tells_of_each_library_whose_it_is(root: Path) -> None:
    (card,) = list_libraries(only(root))
    assert (card.name, card.title, card.author, card.license) == (
        "weather", "Weather", "Weather office", "CC-BY-4.0",
    )  # fmt: skip
    assert card.pieces == {
        "injects": ("storm", "calm"),
        "measures": ("mend_the_bridge", "watch_the_sky"),
        "quantities": ("bridges", "tides"),
    }
    (root / "scenarios/libraries/weather/library.yaml").write_text("a: [", encoding="utf-8")
    (card,) = list_libraries(only(root))
    assert card.broken is not None
    assert card.broken.line == 2


USING = """\
uses: [common-events]
with_injects:
  rumour_in_the_media: {turn: 1, objectives: [two_axes]}
  donor_calls: {turn: 2}
  officer_reports_colleagues: {}
  cold_snap: {turn: 2}
  child_missing_at_a_post: {}
"""


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> LoadedScenario:
    """Return the smallest shipped scenario with everything of the shipped library taken in."""
    library: Library = open_library((), {})
    folder = tmp_path_factory.mktemp("using") / "first-steps"
    folder.mkdir()
    for path in library.scenario("first-steps").path.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write(USING)
    return load_scenario(str(folder), library=library)


def test_the_shipped_library_fits_a_shipped_scenario(shipped: LoadedScenario) -> None:
    assert shipped.warnings == ()
    credit = shipped.bundle.credits["common-events"]
    assert set(credit.taken) == {
        *("rumour_in_the_media", "donor_calls", "officer_reports_colleagues", "cold_snap"),
        *("child_missing_at_a_post", "answer_the_rumour", "keep_the_source_safe"),
        "reports_followed",
    }


def test_the_shipped_library_warns_of_what_is_hard_to_read(shipped: LoadedScenario) -> None:
    injects = shipped.bundle.injects()
    noted = {name for name, card in injects.items() if card.content_note is not None}
    assert noted >= {
        "rumour_in_the_media", "officer_reports_colleagues", "cold_snap", "child_missing_at_a_post",
    }  # fmt: skip


def test_the_shipped_measures_reach_both_axes(shipped: LoadedScenario) -> None:
    families = {name: card.family for name, card in shipped.bundle.model.quantities.items()}
    reached = {
        families[effect.change.partition("[")[0]]
        for name in ("answer_the_rumour", "keep_the_source_safe")
        for effect in shipped.bundle.measures()[name].yields
        if hasattr(effect, "change")
    }
    assert reached >= {"security", "rights"}

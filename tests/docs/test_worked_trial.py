"""The trial on paper: what the page on semantics works out by hand is what the engine does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

import pytest
from msgspec.structs import replace

from exercise.engine.compile import compile_bundle
from exercise.engine.explain import points
from exercise.engine.program import Program
from exercise.engine.turn import adjudicate, land
from exercise.engine.world import (
    Key,
    Proposal,
    Response,
    Row,
    Step,
    TurnInput,
    World,
    apply,
    begin,
)
from exercise.library.loader import load_scenario
from exercise.library.strict_yaml import parse
from exercise.library.validation import validate
from exercise.model.base import Authored
from exercise.model.bundle import Bundle
from exercise.model.measure import Measure
from exercise.model.pack import Strengths
from exercise.model.role import BotProfile, Role
from exercise.model.rule import Rule
from exercise.model.scenario import Scenario
from tests.support.pages import DOCS, Fence, fences, read, section, tables

CLAIMS = ("C-04", "C-16", "C-23", "C-35", "C-38", "C-57", "C-64", "C-74", "C-77", "C-83")
TRIAL = section(read(DOCS / "semantics.md"), "13. A trial on paper")
KEY = Key(1)
SHIPPED = ("border_closure", "securitising_move", "intel_sharing")
"""Measures of the model that the trial uses as they are."""


@dataclass(frozen=True, slots=True)
class Use:
    """One response: role, measure, target; for a statement what it says."""

    role: str
    measure: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What happens in one worked run besides its table of given values."""

    uses: tuple[Use, ...] = ()
    flags: tuple[str, ...] = ()
    percent: int = 100
    """Weight of the rules in the preset."""
    turns: int = 1
    breaches: tuple[str, ...] = ()


_CLOSE = (Use("tajikistan", "border_closure", "tajikistan"),)
_KIT = (Use("eu", "border_infrastructure", "tajikistan"),)
_BOTH_FLAGS = ("trained[tajikistan]", "procedures[tajikistan]")
_VOICES = tuple(
    Use(role, "securitising_move") for role in ("iom", "kazakhstan", "tajikistan", "uzbekistan")
)
_ONE_SIDE = (Use("uzbekistan", "intel_sharing", "kazakhstan"),)

RUNS: Mapping[str, tuple[Run, ...]] = {
    "C-04": (Run(_CLOSE),),
    "C-16": (Run(), Run()),
    "C-23": (Run(), Run(breaches=("death_in_reception",))),
    "C-35": (Run(), Run()),
    "C-38": (Run(_KIT), Run(_KIT, ("trained[tajikistan]",)), Run(_KIT, _BOTH_FLAGS)),
    "C-57": (Run(_CLOSE),),
    "C-64": (Run(_VOICES, turns=2),),
    "C-74": (Run(_KIT, _BOTH_FLAGS), Run(_KIT, _BOTH_FLAGS)),
    "C-77": (Run(_CLOSE, turns=2), Run(_CLOSE, percent=50, turns=2)),
    "C-83": (
        Run(_ONE_SIDE),
        Run((*_ONE_SIDE, Use("kazakhstan", "intel_sharing", "uzbekistan"))),
    ),
}
"""In the order of the tables of results under each claim."""

Told = dict[tuple[int, str, str], str]
"""Turn, slot and cause to the sum of the rows, in points."""


@dataclass(slots=True)
class Paper:
    """What the page says about one run."""

    given: dict[str, str] = field(default_factory=dict)
    told: Told = field(default_factory=dict)


def _bare(cell: str) -> str:
    return cell.strip("`")


def papers(claim: str) -> list[Paper]:
    """Return the runs on the page; later tables of given values add to earlier ones."""
    found: list[Paper] = []
    given: dict[str, str] = {}
    for header, *rows in tables(section(TRIAL, claim)):
        if header[0] == "Given":
            given = given | {_bare(slot): value for slot, value in rows}
        elif header[0] == "Lands":
            told = {(int(r[0]), _bare(r[1]), _bare(r[2])): r[4] for r in rows}
            found.append(Paper(dict(given), told))
    return found


def entries(claim: str, name: str) -> dict[str, Authored]:
    """Return the rules or measures that the page writes for a claim."""
    model: type[Authored] = Rule if name == "rules.yaml" else Measure
    found: dict[str, Authored] = {}
    for fence in fences(section(TRIAL, claim)):
        if fence.first_line == f"# {name}":
            found.update(_entries(fence, model))
    return found


def _entries(fence: Fence, model: type[Authored]) -> dict[str, Authored]:
    found = {}
    for key, (_, node) in parse(fence.body, "semantics.md").entries.items():
        card, problems = validate(model, node)  # type: ignore[arg-type]
        assert card is not None, [problem.format() for problem in problems]
        found[key] = card
    return found


@cache
def shipped() -> Bundle:
    return load_scenario("northern-displacement").bundle


@cache
def program(claim: str, percent: int) -> Program:
    """Return the central-asia model with the page's rules and constants, and nothing else that acts."""
    bundle = shipped()
    written = "C-38" if claim == "C-74" else claim
    rules = entries(written, "rules.yaml")
    measures = {name: bundle.measures()[name] for name in SHIPPED} | entries(
        written, "measures.yaml"
    )
    presets = {
        name: preset.model_copy(update={"rules": dict.fromkeys(rules, percent), "measures": {}})
        for name, preset in bundle.model.presets.items()
    }
    model = bundle.model.model_copy(
        update={
            "rules": rules,
            "measures": measures,
            "presets": presets,
            "scales": _constants(bundle),
            "agreements": {"almaty_process": bundle.agreements()["almaty_process"]},
        }
    )
    nothing: dict[str, object] = {"rules": {}, "measures": {}, "injects": {}, "agreements": {}}
    everything: dict[str, object] = {
        key: Scenario.model_fields[key].get_default()
        for key in ("only_measures", "without_measures", "only_agreements", "without_agreements")
    }
    scenario = bundle.scenario.model_copy(update={**nothing, **everything, "without_rules": ()})
    roles = {name: _of_no_opinion(role) for name, role in bundle.roles.items()}
    whole = bundle.model_copy(update={"scenario": scenario, "model": model, "roles": roles})
    return compile_bundle(whole).program


def _of_no_opinion(role: Role) -> Role:
    """Return a card that names no measure, since most of them are not in this model."""
    return role.model_copy(update={"profile": BotProfile(), "red_lines": ()})


def _constants(bundle: Bundle) -> Authored:
    """Return the model's scales with the constants that the page names."""
    scales = bundle.model.scales
    weights = {"rhetoric": 25, "linkage": 15, "acceptance": 25, "institutions": 15, "money": 20}
    return scales.model_copy(
        update={
            "strengths": _strengths(2, 5, 9),
            "statement_strengths": _strengths(6, 12, 20),
            "bundle": (100, 30, 10, 0),
            "fit": {name: {**row, "capacity": 60} for name, row in scales.fit.items()},
            "levels": scales.levels.model_copy(
                update={"weights": weights, "thresholds": (20, 45, 65, 85)}
            ),
        }
    )


def _strengths(low: int, medium: int, high: int) -> Strengths:
    return Strengths(low=Decimal(low), medium=Decimal(medium), high=Decimal(high))


def world(compiled: Program, given: Mapping[str, str], flags: Sequence[str]) -> World:
    """Return the region as the page's tables put it."""
    start = begin(compiled, tuple(True for _ in compiled.roles))
    values = list(start.values)
    names = {spec.name: spec.index for spec in compiled.slots.base}
    for slot, value in given.items():
        values[names[slot]] = int(value) * 100
    snapshot = compiled.settle(tuple(values))
    return replace(
        start,
        values=tuple(values),
        settled=snapshot,
        before=snapshot,
        flags=tuple(compiled.numbers.flag[flag] for flag in flags),
    )


def response(compiled: Program, use: Use) -> Response:
    """Return a use of a measure; a statement is on refugees, framed by the state, before peers."""
    numbers = compiled.numbers
    measure = numbers.measure[use.measure]
    role = numbers.role[use.role]
    if not compiled.measures[measure].statement:
        return Response(f"1.{use.role}.1", role, measure, numbers.target[use.target])
    return Response(
        f"1.{use.role}.1",
        role,
        measure,
        issue=numbers.issue["afghan_refugees"],
        frame=numbers.frame["state"],
        audiences=(numbers.audience["peer_states"],),
    )


def play(compiled: Program, start: World, run: Run) -> tuple[list[Row], list[str]]:
    """Play the run's turns; return all rows, those that wait included, and the red lines crossed."""
    rows: list[Row] = []
    lines: list[str] = []
    region = start
    for turn in range(1, run.turns + 1):
        uses = run.uses if turn == 1 else ()
        given = TurnInput(tuple(response(compiled, use) for use in uses))
        steps: list[Step] = []
        if turn > 1:
            due = land(compiled, region, turn)
            rows.extend(row for row in due.rows if row.cause.kind == "funds")
            region = apply(compiled, region, due)
        steps.append(adjudicate(compiled, region, given, turn, KEY))
        for step in steps:
            region = apply(compiled, region, step)
            rows.extend((*step.rows, *step.waiting))
            lines.extend(breach.line for breach in step.breaches)
    return rows, lines


def sums(compiled: Program, rows: Sequence[Row]) -> dict[tuple[int, str, str], int]:
    """Return rows added up by turn, slot and cause."""
    total: dict[tuple[int, str, str], int] = {}
    for row in rows:
        key = (row.turn, compiled.slots.base[row.slot].name, row.cause.name)
        total[key] = total.get(key, 0) + row.amount
    return total


@pytest.mark.parametrize("claim", CLAIMS)
def test_every_number_of_the_page_is_what_the_engine_computes(claim: str) -> None:
    written = papers(claim)
    assert len(written) == len(RUNS[claim])
    for paper, run in zip(written, RUNS[claim], strict=True):
        compiled = program(claim, run.percent)
        rows, lines = play(compiled, world(compiled, paper.given, run.flags), run)
        found = sums(compiled, rows)
        assert {key: points(found[key]) for key in paper.told if key in found} == paper.told
        assert tuple(lines) == run.breaches


@pytest.mark.parametrize("claim", CLAIMS)
def test_the_page_leaves_no_row_of_its_rules_and_measures_out(claim: str) -> None:
    for paper, run in zip(papers(claim), RUNS[claim], strict=True):
        compiled = program(claim, run.percent)
        rows, _ = play(compiled, world(compiled, paper.given, run.flags), run)
        written = "C-38" if claim == "C-74" else claim
        own = {*entries(written, "rules.yaml"), *entries(written, "measures.yaml")}
        assert {key for key in sums(compiled, rows) if key[2] in own} == {
            key for key in paper.told if key[2] in own
        }


@pytest.mark.parametrize("claim", [claim for claim in CLAIMS if claim not in ("C-38", "C-74")])
def test_the_shipped_model_holds_a_rule_of_that_name_for_the_claim(claim: str) -> None:
    shipped_rules = shipped().model.rules
    named = [name for name in entries(claim, "rules.yaml") if name in shipped_rules]
    assert any(claim in shipped_rules[name].ref for name in named)


@pytest.mark.parametrize(("levels", "worth"), [((3, 2, 1, 1, 1), 133), ((3, 2, 1, 1, 0), 0)])
def test_a_clause_is_worth_the_least_contribution(levels: tuple[int, ...], worth: int) -> None:
    compiled = program("C-83", 100)
    numbers = compiled.numbers
    agreement = numbers.agreement["almaty_process"]
    stated = tuple(
        (numbers.role[state], level) for state, level in zip(compiled.states, levels, strict=True)
    )
    node = shipped().agreements()["almaty_process"].clauses
    clause = list(node).index("early_warning")
    proposal = Proposal(agreement, (clause,), contributions=stated)
    step = adjudicate(compiled, world(compiled, {}, ()), TurnInput(proposals=(proposal,)), 1, KEY)
    found = sums(compiled, step.rows)
    assert found.get((1, "preparedness[tajikistan]", "almaty_process.early_warning"), 0) == worth

"""Claims that no single arrow holds: each has an assertion of its own, driven like the others.

Some say that nothing moves, some that a measure yields less, some name what opens, shifts or falls away.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from exercise.authoring.case_run import Run
from exercise.engine.explain import claims_of
from exercise.engine.legality import choices
from exercise.engine.world import Row
from tests.claims.arrows import WINDOWS
from tests.claims.pairs import Pair, given, pair, rows_on, run_of, turn, use

OWN: dict[str, str] = {}
"""Claims with an assertion here, and the test that makes it."""
_Test = TypeVar("_Test", bound=Callable[..., None])


def own(*claims: str) -> Callable[[_Test], _Test]:
    """Mark a test as the assertion of claims."""

    def mark(test: _Test) -> _Test:
        OWN.update(dict.fromkeys(claims, test.__name__))
        return test

    return mark


def amount(rows: Iterable[Row]) -> int:
    return sum(row.amount for row in rows)


def factor(row: Row, name: str) -> int:
    return dict(row.cause.factors)[name]


@own("C-02")
def test_a_security_issue_makes_restrictions_usable_in_the_next_turn() -> None:
    start = given(
        issues={
            "borders": {"kazakhstan": {"level": 1, "rhetoric": 40, "linkage": 50, "acceptance": 42}}
        }
    )
    said = use("securitising_move", issue="borders", frame="state", audience="domestic_elite")
    runs = pair(start, (), (turn(1, kazakhstan=said),), 3)
    assert runs.moved("level[borders, kazakhstan]")[1] == 100
    assert [_may(runs.driven, number, "kazakhstan", "border_closure") for number in (1, 2, 3)] == [
        False,
        False,
        True,
    ]
    assert not any(_may(runs.plain, number, "kazakhstan", "border_closure") for number in (1, 2, 3))


def _may(run: Run, number: int, role: str, measure: str) -> bool:
    program, state = run.program, run.decisions[number]
    legal = choices(program, state.world, number, program.numbers.role[role], ())
    return any(
        program.measures[one.measure].name == measure and one.refusal is None for one in legal
    )


@own("C-16")
def test_three_shocks_together_do_more_than_the_three_alone() -> None:
    shocks = ("fighting", "aid_cut", "loud_papers")
    slot = "alarm[afghan_refugees, kazakhstan]"

    def effect(*events: str) -> int:
        return pair(given(), (), (turn(1, *events),), 1).moved(slot)[1]

    alone = sum(effect(shock) for shock in shocks)
    assert effect(*shocks) > alone > 0
    together = run_of(given(), (turn(1, *shocks),), 1)
    assert any("C-16" in claims_of(together.program, row.cause) for row in rows_on(together, slot))


@own("C-25")
def test_arrivals_that_are_well_met_move_no_security_indicator() -> None:
    flags = [
        f"{name}[kazakhstan]" for name in ("trained", "procedures", "staffed_by_women", "strategy")
    ]
    start = given({"preparedness": {"kazakhstan": 95}}, flags)
    runs = pair(start, (), (turn(1, "families_come"),), 6)
    assert runs.moved("arrivals[kazakhstan]")[2] > 1000
    assert runs.moved("reception_load[kazakhstan]")[4] > 1000
    quantities = runs.plain.program.bundle.model.quantities
    security = [name for name, card in quantities.items() if card.family == "security"]
    assert len(security) == 15
    for name in security:
        slot = f"{name}[kazakhstan]" if quantities[name].scope else name
        assert set(runs.moved(slot).values()) == {0}, slot


@own("C-28")
def test_life_at_the_margin_abroad_is_one_factor_and_no_violence() -> None:
    runs = pair(given(), (), (turn(1, "recruiters_abroad"),), 8)
    _one_factor(runs, "C-28", "kyrgyzstan")


@own("C-36")
def test_exploitation_is_one_factor_and_no_violence() -> None:
    runs = pair(given(), (), (turn(1, "exploitation"),), 8)
    _one_factor(runs, "C-36", "uzbekistan")


def _one_factor(runs: Pair, claim: str, state: str) -> None:
    first, last = WINDOWS["medium"]
    opened = runs.share(f"openness[{state}]", claim)
    assert first <= min(opened) - 1 <= last
    assert all(by > 0 for by in opened.values())
    for run in (runs.plain, runs.driven):
        assert rows_on(run, f"extremism_freedom[{state}]", "many_roads_to_violence") == []


@own("C-35")
def test_violence_needs_four_factors_and_comes_a_year_later() -> None:
    three = given(
        {
            "livelihood": {"uzbekistan": 34},
            "non_discrimination": {"uzbekistan": 34},
            "justice_access": {"uzbekistan": 20},
        }
    )
    runs = pair(three, (), (turn(1, "trust_falls"),), 7)
    moved = runs.share("extremism_freedom[uzbekistan]", "C-35")
    first, last = WINDOWS["long"]
    assert first <= min(moved) - 1 <= last
    assert all(by < 0 for by in moved.values())
    assert rows_on(runs.plain, "extremism_freedom[uzbekistan]", "many_roads_to_violence") == []


@own("C-38")
def test_help_with_a_part_missing_yields_under_a_third() -> None:
    def yielded(*flags: str) -> int:
        kit = (turn(1, eu=use("border_infrastructure", "uzbekistan")),)
        run = run_of(given(flags=flags), kit, 1)
        return amount(rows_on(run, "border_control[uzbekistan]", "border_infrastructure"))

    whole = yielded("strategy[uzbekistan]", "trained[uzbekistan]")
    one_missing = yielded("strategy[uzbekistan]")
    assert 0 < yielded() < one_missing < whole / 3


@own("C-41")
def test_a_border_that_is_ready_halves_what_a_crisis_breaks() -> None:
    runs = pair(given(), (turn(1, "crowd"),), (turn(1, "crowd", "readiness"),), 1)
    for slot in ("preparedness[kazakhstan]", "abuse_freedom[kazakhstan]", "cohesion[kazakhstan]"):
        broken = amount(rows_on(runs.plain, slot))
        saved = runs.share(slot, "C-41")
        assert broken < 0
        assert list(saved) == [1]
        assert abs(saved[1] + broken / 2) <= 1


@own("C-57")
def test_an_operation_on_one_road_moves_the_trade_to_the_others() -> None:
    raid = (turn(1, kazakhstan=use("counter_narcotics_operation", "kazakhstan")),)
    runs = pair(given(), (), raid, 2)
    roads = runs.plain.program.bundle.model.flows["narcotics_routes"].legs
    moved = {road: runs.moved(f"volume[{road}]")[1] for road in roads}
    assert moved["northern_road"] < 0
    assert all(by >= 0 for road, by in moved.items() if road != "northern_road")
    assert sum(moved.values()) == 0
    assert runs.share("volume[northern_road]", "C-57")[1] == moved["northern_road"]


@own("C-68")
def test_one_name_for_many_crimes_makes_the_tools_for_each_fit_worse() -> None:
    raids = [
        turn(number, kazakhstan=use("anti_trafficking_operation", "kazakhstan"))
        for number in (1, 2)
    ]
    named = use("threat_package", issue="narcotics", frame="state", audience="peer_states")
    driven = (
        raids[0].model_copy(update={"responses": raids[0].responses | {"sco": named}}),
        raids[1],
    )
    runs = pair(given(), tuple(raids), driven, 2)
    slot = "crime_freedom[kazakhstan]"
    full = {row.turn: row.amount for row in rows_on(runs.plain, slot, "anti_trafficking_operation")}
    lost = runs.share(slot, "C-68")
    assert list(lost) == [2], "the package is adopted in turn 1"
    assert WINDOWS["medium"][0] == 1
    assert lost[2] == -(full[2] // 4)


@own("C-70")
def test_money_moved_to_one_issue_is_missing_for_the_causes() -> None:
    runs = pair(
        given(),
        (),
        (turn(1, uzbekistan=use("reallocate_budget", "uzbekistan", issue="borders")),),
        1,
    )
    assert runs.share("money[borders, uzbekistan]", "C-70")[1] > 0
    assert runs.share("money[labour_migration, uzbekistan]", "C-70")[1] < 0


@own("C-73")
def test_rights_work_from_outside_is_resented_and_terror_work_is_welcome() -> None:
    courts = (turn(1, osce=use("governance_programme", "uzbekistan")),)
    spoken = use(
        "securitising_move", issue="terrorism_radicalisation", frame="state", audience="peer_states"
    )
    for steps, way in ((courts, 1), ((turn(1, osce=spoken),), -1)):
        runs = pair(given(), (), steps, 1)
        assert way * runs.share("friction[uzbekistan]", "C-73")[1] > 0
        assert way * runs.moved("friction[uzbekistan]")[1] > 0


@own("C-74")
def test_outside_work_yields_nothing_where_the_state_will_not_or_cannot() -> None:
    for gate in ("willingness", "ability"):
        start = given({gate: {"uzbekistan": 0}})
        runs = pair(start, (), (turn(1, eu=use("legal_procedural_reform", "uzbekistan")),), 2)
        rows = rows_on(runs.driven, "justice_access[uzbekistan]", "legal_procedural_reform")
        assert [row.amount for row in rows] == [0, 0]
        assert factor(rows[0], "execution") == 0
        assert set(runs.moved("justice_access[uzbekistan]").values()) == {0}
    open_gate = run_of(given(), (turn(1, eu=use("legal_procedural_reform", "uzbekistan")),), 2)
    assert amount(rows_on(open_gate, "justice_access[uzbekistan]", "legal_procedural_reform")) > 0


@own("C-81", "C-87")
def test_causes_that_are_worked_on_show_nothing_for_a_year_and_then_fewer_leave() -> None:
    start = given({"livelihood": {"kazakhstan": 47}})
    jobs = (turn(1, kazakhstan=use("poverty_jobs_programme", "kazakhstan")),)
    runs = pair(start, (), jobs, 10)
    lives = runs.moved("livelihood[kazakhstan]")
    first, last = WINDOWS["long"]
    begins = min(number for number, by in lives.items() if by)
    assert first <= begins - 1 <= last
    assert all(by > 0 for number, by in lives.items() if number >= begins)
    assert runs.moved("irregular_outflow[kazakhstan]")[10] < 0
    neglect = amount(rows_on(runs.plain, "livelihood[kazakhstan]", "neglected_causes_persist"))
    assert neglect < 0
    programme = rows_on(runs.driven, "livelihood[kazakhstan]", "poverty_jobs_programme")
    assert min(row.turn for row in programme) - 1 >= first
    assert all(row.amount > 0 for row in programme)


@own("C-83")
def test_one_member_that_withholds_leaves_the_common_centre_idle() -> None:
    ring = {
        "kazakhstan": "kyrgyzstan",
        "kyrgyzstan": "tajikistan",
        "tajikistan": "uzbekistan",
        "uzbekistan": "kazakhstan",
    }

    def yielded(*sharing: str) -> int:
        shared = {state: use("intel_sharing", ring[state]) for state in sharing}
        run = run_of(given(), (turn(1, **shared), turn(2, sco=use("rats_referral"))), 2)
        return amount(rows_on(run, "extremism_freedom[kazakhstan]", "rats_referral"))

    assert yielded(*ring) > 0
    for withholding in ring:
        assert yielded(*(state for state in ring if state != withholding)) == 0


@own("C-85")
def test_the_body_that_needs_every_consent_delivers_least_and_less_when_its_chair_passes_on() -> (
    None
):
    def delivered(role: str) -> Row:
        run = run_of(given(), (turn(1, **{role: use("official_training", "uzbekistan")}),), 4)
        return rows_on(run, "abuse_freedom[uzbekistan]", "official_training")[0]

    osce, union = delivered("osce"), delivered("eu")
    assert factor(osce, "delivery") < factor(union, "delivery") / 2
    assert 0 < osce.amount < union.amount / 2
    run = run_of(given(), (), 4)
    passed_on = rows_on(run, "delivery_cap[osce]")
    assert passed_on
    assert all(row.amount < 0 and "C-85" in claims_of(run.program, row.cause) for row in passed_on)


@own("C-86")
def test_what_a_slow_body_has_under_way_falls_away_when_events_overtake_it() -> None:
    work = turn(
        1,
        osce=use("governance_programme", "kyrgyzstan"),
        eu=use("governance_programme", "kyrgyzstan"),
    )
    overtaken = work.model_copy(update={"release": ("attack",)})
    runs = pair(given(), (work,), (overtaken,), 3)
    record = runs.driven.state.turns
    cancelled = [row for one in record if one.outcome for row in one.outcome.cancelled]
    assert cancelled
    assert {(row.cause.name, row.cause.role) for row in cancelled} == {
        ("governance_programme", "osce")
    }
    dropped = min(one.turn for one in record if one.outcome and one.outcome.cancelled)
    assert dropped - 1 <= WINDOWS["short"][1]
    for run, bodies in ((runs.plain, {"eu", "osce"}), (runs.driven, {"eu"})):
        landed = rows_on(run, "integrity[kyrgyzstan]", "governance_programme")
        assert {row.cause.role for row in landed if row.turn == 3 and row.cause.turn == 1} == bodies


@own("C-96")
def test_a_ban_empties_the_fields_and_its_end_fills_them_beyond_what_they_were() -> None:
    runs = pair(given(), (), (turn(1, "poppy_ban"), turn(4, "ban_is_over")), 8)
    area = runs.moved("opium_area")
    assert area[1] < 0
    assert area[4] > area[3]
    assert area[8] > 0 > area[3]
    assert set(runs.share("opium_area", "C-96")) >= {1, 4}


@own("C-100")
def test_words_on_both_trades_multiply_programmes_and_move_nothing_on_the_roads() -> None:
    start = given(issues={"narcotics": {"kazakhstan": {"rhetoric": 70}}})
    runs = pair(start, (), (turn(1, "talk_of_trafficking"),), 5)
    first, last = WINDOWS["medium"]
    money = {
        issue: runs.share(f"money[{issue}, kazakhstan]", "C-100")
        for issue in ("narcotics", "human_trafficking")
    }
    for issue, moved in money.items():
        assert first <= min(moved) - 1 <= last
        assert all(by > 0 for by in moved.values())
        assert all(by > 0 for by in runs.share(f"rhetoric[{issue}, kazakhstan]", "C-100").values())
    assert sum(money["narcotics"].values()) > sum(money["human_trafficking"].values())
    for slot in (
        "narcotics_control[kazakhstan]",
        "volume[northern_road]",
        "moving_trafficked[kazakhstan]",
    ):
        assert set(runs.moved(slot).values()) == {0}, slot


def test_declared_words_widen_the_gap_because_nothing_is_delivered() -> None:
    """C-72 and C-82 beside their arrows: rhetoric goes up and delivery does not."""
    for step, issue in (
        (turn(1, kyrgyzstan=use("solidarity_pledge")), "afghan_refugees"),
        (turn(1, cis_csto=use("joint_statement", issue="narcotics")), "narcotics"),
    ):
        runs = pair(given(), (), (step,), 1)
        assert runs.moved(f"rhetoric[{issue}, kyrgyzstan]")[1] > 0
        assert runs.moved(f"delivery[{issue}, kyrgyzstan]")[1] <= 0
        assert runs.moved(f"gap[{issue}, kyrgyzstan]")[1] > 0

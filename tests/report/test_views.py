"""The facts of the analytic views, worked out by hand on the tiny exercise, and what their pages say."""

from __future__ import annotations

from functools import cache

import pytest
from msgspec.structs import replace

from exercise.catalogue import languages
from exercise.conduct.command import FACILITATOR, EndExercise, Respond, ScaleResponse
from exercise.conduct.state import Phase
from exercise.engine.ir import Const, Slot, Versus
from exercise.library.loader import load_scenario
from exercise.report.after_action import after_action
from exercise.report.document import Table
from exercise.report.facts import Facts
from exercise.report.facts_views import ViewFacts
from exercise.report.gather import facts_of
from exercise.report.harm import paths
from exercise.report.views import View, fact_views, judged
from exercise.report.words import ViewWords
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import begin_exercise
from tests.report.played import do, finished, go_to
from tests.support.tiny import tiny_program


def told(session: Session) -> Facts:
    return facts_of(session.program, session.state)


def views() -> ViewFacts:
    return told(finished()).views


def pages(session: Session, language: str = "en") -> dict[str, View]:
    facts = facts_of(session.program, session.state, language)
    found = fact_views(facts.views, facts.referents, facts.pipeline, language)
    return {view.name: view for view in found}


def rows(view: View) -> list[tuple[str, ...]]:
    return [row for block in view.blocks if isinstance(block, Table) for row in block.rows]


@cache
def spoken() -> Session:
    """The aid body speaks for the families and does nothing; Rivermark opens a shelter and says nothing."""
    session = begin_exercise(tiny_program(), 7, keep=False)
    go_to(session, Phase.consultation, 1)
    speech = Respond(
        "speak_up", "", "", "displacement", "human", audiences=("public",), reason="We hear you"
    )
    do(session, "aid_body", speech)
    go_to(session, Phase.decision, 1)
    do(session, "rivermark", Respond("open_shelter", "rivermark", "first_families"))
    go_to(session, Phase.outcome, 1)
    do(session, FACILITATOR, EndExercise("enough"))
    return session


@cache
def north() -> Session:
    """First steps, played by bots on the shipped model."""
    session = begin_exercise(load_scenario("first-steps").program, 7, keep=False)
    conduct(session)
    return session


# --- the gap ----------------------------------------------------------------------------------


def test_the_gap_is_what_was_said_less_what_was_delivered_with_the_shortfall_beside_it() -> None:
    """Rivermark begins with 50 said and 0 delivered; a statement of 12 points reaches both states."""
    near, far = told(spoken()).views.gaps
    assert (near.issue, near.place, far.place) == ("Displacement", "Rivermark", "Highvale")
    assert (near.rhetoric, near.delivery) == ((5000, 6200), (0, 0))
    assert (near.gap, far.gap) == ((5000, 6200), (3000, 4200))
    assert near.shortfall == (0, 0)


def test_the_shortfall_is_the_mean_of_institutions_and_money_less_delivery() -> None:
    session = north()
    index, record = session.program.slots.index, session.state.turns[0]
    facts = told(session)
    names = {(one.issue, one.place): one for one in facts.views.gaps}
    card = session.program.bundle.model.issues["afghan_refugees"]
    fact = names[str(card.name), "Tajikistan"]
    values = [
        record.start[index[part, ("afghan_refugees", "tajikistan")]]
        for part in ("institutions", "money", "delivery", "gap")
    ]
    assert fact.shortfall[0] == (values[0] + values[1]) // 2 - values[2]
    assert fact.gap[0] == values[3]


def test_where_nothing_was_said_there_is_no_gap() -> None:
    from exercise.report.facts_views import GapFact
    from exercise.report.views_deeds import gap

    silent = GapFact("Borders", "Highvale", (0, 4000), (2000, 2000), (None, 2000), (0, 0))
    view = gap((silent,), ViewWords())
    (row,) = rows(view)
    assert row[4] == "– → 20"
    assert view.finding.startswith(
        "Of 1 issues in states, words ran ahead of delivery in 1 at EndEx."
    )


# --- what roles said and did ------------------------------------------------------------------


def test_words_without_a_measure_stand_out_and_so_do_measures_without_a_word() -> None:
    speaks, acts = told(spoken()).views.roles[1], told(spoken()).views.roles[0]
    assert (speaks.who, speaks.raised, speaks.measures, speaks.share) == (
        "Aid body", (("human", 1),), 0, None,
    )  # fmt: skip
    assert speaks.words_alone and not acts.words_alone
    assert (acts.who, acts.raised, acts.measures) == ("Rivermark", (), 1)
    view = pages(spoken())["roles"]
    assert [row[-1] for row in rows(view)] == ["measures, no word", "words, no measure"]
    assert view.finding == "Once a role raised an issue and did nothing about it."


# --- what became of measures ------------------------------------------------------------------


def test_what_came_through_is_the_product_of_the_factors() -> None:
    """Rivermark closes the crossing in three outcomes, at 30 % fit, 50 % execution, 60 % delivery and 90 % kept."""
    near, aid = views().deliveries
    assert (near.measures, near.times, near.share) == (1, 3, 810)
    assert (near.security, near.rights) == ((1500, 120), (0, 0))
    assert (near.costliest, near.left) == ("fit", 3000)
    # Half the staff, 80 % delivery, one part of the bundle missing: 30 % of 50 % of 80 % of 90 % of 50 %.
    assert (aid.measures, aid.times, aid.share) == (1, 1, 540)
    assert (aid.security, aid.rights) == ((900, 48), (500, 27))
    assert (aid.costliest, aid.left) == ("bundle", 3000)


def test_what_came_through_is_what_the_ledger_holds() -> None:
    session = finished()
    (given,) = [
        row
        for record in session.state.turns
        for step in (record.outcome,)
        if step is not None
        for row in step.rows
        if row.cause.response == "1.aid_body.1" and row.cause.factors and row.amount > 0
    ]
    assert given.amount == views().deliveries[1].security[1]


def test_a_ruling_that_takes_everything_is_named_as_what_cost_most() -> None:
    session = begin_exercise(tiny_program(), 7, keep=False)
    go_to(session, Phase.decision, 1)
    do(session, "rivermark", Respond("open_shelter", "rivermark", "first_families"))
    go_to(session, Phase.adjudication, 1)
    do(session, FACILITATOR, ScaleResponse("1.rivermark.1", 0, "the tents burnt"))
    go_to(session, Phase.outcome, 1)
    do(session, FACILITATOR, EndExercise("enough"))
    (fact,) = told(session).views.deliveries
    assert (fact.share, fact.costliest, fact.left) == (0, "ruling", 0)
    assert rows(pages(session)["delivery"])[0][2] == "0 %"


# --- fear and evidence ------------------------------------------------------------------------


def test_a_model_without_alarm_tells_nothing_of_fear() -> None:
    assert views().perceived == ()
    assert pages(finished())["perceived"].blocks == ()


def test_alarm_stands_beside_evidence_at_startex_and_after_each_turn_played() -> None:
    session = north()
    played = [record for record in session.state.turns if not record.run_out]
    index = session.program.slots.index
    found = told(session).views.perceived
    assert found
    issue = next(
        slug
        for slug, card in session.program.bundle.model.issues.items()
        if str(card.name) == found[0].issue
    )
    place = next(
        state
        for state in session.program.states
        if str(session.program.bundle.model.states[state].name) in (found[0].place, state)
    )
    for family, series in (("alarm", found[0].alarm), ("evidence", found[0].evidence)):
        slot = index[family, (issue, place)]
        assert series == (played[0].start[slot], *(record.s2[slot] for record in played))


def test_over_claim_is_told_only_where_statements_raised_the_link() -> None:
    for fact in told(north()).views.perceived:
        if fact.claimed and fact.evidence[-1]:
            assert fact.over_claim == fact.linkage[1] * 100 // fact.evidence[-1]
        else:
            assert fact.over_claim is None


# --- harm -------------------------------------------------------------------------------------


def test_harm_is_told_by_class_of_cause_with_an_axis_to_each_column() -> None:
    """Closing takes 9 × 50 % × 60 % = 2.7 from Rivermark's asylum access, two thirds of the mean, three times."""
    harm = views().harm
    classes = {one.klass: (one.rights, one.security) for one in harm.classes}
    assert classes["restrictive"] == (-540, 0)
    # The rule that closing sets off takes 5 from Rivermark's cohesion, two thirds of the mean, half of security.
    assert classes["after-measures"] == (0, -501)
    assert [(one.klass, one.cause, one.amount) for one in harm.causes] == [
        ("restrictive", "Close the crossing", -540)
    ]
    assert harm.red_lines == (("Return without a hearing", 3),)


def test_the_parts_of_harm_are_those_of_the_axes_and_leave_the_run_out_aside() -> None:
    facts = told(finished())
    for number, axis in enumerate(facts.axes):
        lost = sum(
            cause.amount
            for turn in axis.turns
            if not turn.run_out
            for cause in turn.causes
            if cause.amount < 0 and cause.kind not in ("cap", "rounding")
        )
        classes = facts.views.harm.classes
        assert lost == sum((one.security, one.rights)[number] for one in classes)


def test_no_shipped_rule_lets_the_arrival_of_people_alone_move_security() -> None:
    alone, joint = paths(north().program)
    assert (alone, joint) == ((), ("sudden_change_unprepared",))
    view = pages(north())["harm"]
    assert "arrival of people by itself lowered no security indicator" in view.finding
    assert any(row[0] == "sudden change unprepared" for row in rows(view))


def test_a_rule_that_arrivals_alone_set_off_would_be_named() -> None:
    """In the tiny model a rule with a condition on arrivals would be found; it has none that moves security."""
    program = tiny_program()
    rule = program.rules[0]
    arrivals = program.slot("arrivals", "rivermark")
    cohesion = next(effect for effect in rule.effects if effect.kind == "change")
    alone = replace(
        rule,
        name="arrivals_lower_cohesion",
        when=Versus(">", Slot(arrivals), Const(0)),
        effects=(cohesion,),
    )
    assert paths(program) == ((), ())
    assert paths(replace(program, rules=(alone,))) == (("arrivals_lower_cohesion",), ())


# --- funds ------------------------------------------------------------------------------------


def test_costs_and_upkeep_are_told_by_what_the_measure_addresses() -> None:
    """The closing costs nothing and one unit in turns 2 and 3; the shelter costs two units once."""
    near, aid = views().spending
    assert (near.who, near.causes, near.symptoms) == ("Rivermark", 0, 200)
    assert (aid.who, aid.causes, aid.symptoms) == ("Aid body", 200, 0)
    view = pages(finished())["spending"]
    assert rows(view)[-1] == ("all roles", "2", "2")
    assert view.finding == "For causes 2, for symptoms 2 budget units."


# --- is and ought -----------------------------------------------------------------------------


def test_the_report_tells_facts_first_and_judgements_under_a_heading_of_their_own() -> None:
    titles = [section.title for section in after_action(told(finished())).sections]
    is_, ought = (next(n for n, t in enumerate(titles) if t.startswith(f"Part {p}.")) for p in "12")
    judgements = ("Objectives", "Strengths and areas for improvement", "The group's answers")
    facts = ("Timeline", "Outcomes on both axes", "Analytic views", "Red lines", "Rulings")
    assert all(is_ < titles.index(title) < ought for title in facts)
    assert all(ought < titles.index(title) for title in judgements)
    assert "judgements" in titles[ought]


def test_no_answer_and_no_observation_stands_in_a_view_of_facts() -> None:
    session = finished()
    view = judged(session.program, session.state, "en")
    assert "Being ready." in str(view) and "Questions answered: 1 of 1." in view.finding
    assert all("Being ready." not in str(one) for one in pages(session).values())


# --- pages ------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("played", [finished, spoken, north])
def test_every_row_has_as_many_cells_as_its_head(played: object, language: str) -> None:
    session: Session = played()  # type: ignore[operator]
    own = judged(session.program, session.state, language)
    for view in (*pages(session, language).values(), own):
        assert view.finding and "\n" not in view.finding
        for block in view.blocks:
            if isinstance(block, Table):
                assert {len(row) for row in block.rows} == {len(block.columns)}


def test_a_language_of_the_views_has_the_keys_that_english_has() -> None:
    from exercise import catalogue

    wanted = set(catalogue._sources("en", "views"))
    for language in languages():
        assert set(catalogue._sources(language, "views")) == wanted

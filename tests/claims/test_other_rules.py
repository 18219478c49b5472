"""Rules that no shipped case and no drive of a claim reaches: each acts when its condition holds."""

from __future__ import annotations

import pytest
from msgspec import Struct

from exercise.model.case import Given
from exercise.model.step import Respond
from tests.claims.pairs import given, rows_on, run_of, turn, use


class Acts(Struct, frozen=True):
    """What a rule needs, and what it then moves and which way."""

    slot: str
    way: int
    start: Given
    does: dict[str, tuple[Respond, ...]] = {}
    last: int = 1


def _framed(issue: str, frame: str) -> Given:
    parts = {
        "level": 3,
        "frame": frame,
        "rhetoric": 80,
        "linkage": 80,
        "acceptance": 80,
        "money": 80,
    }
    return given(issues={issue: {"kazakhstan": parts}})


RAID = use("counter_narcotics_operation", "kyrgyzstan")
OTHERS = {
    "accepted_offers_end_in_debt": Acts(
        "own_papers[kyrgyzstan]",
        -1,
        given({"recruitment": {"kyrgyzstan": 60}, "recruiters": {"kyrgyzstan": 50}}),
    ),
    "attention_draws_the_portfolio": Acts(
        "security_portfolio[eu]",
        1,
        given({"world_attention": 60}),
        {"eu": use("law_enforcement_training", "kazakhstan")},
        3,
    ),
    "ban_empties_the_fields": Acts("opium_area", -1, given(flags=["poppy_ban"])),
    "crackdown_without_jobs": Acts(
        "legitimacy[tajikistan]",
        -1,
        given(),
        {"unodc": use("counter_narcotics_operation", "tajikistan")},
    ),
    "drug_way_leaves_kyrgyzstan": Acts("volume[valley_road]", -1, given(), {"kyrgyzstan": RAID}),
    "drug_way_leaves_turkmenistan": Acts(
        "volume[western_road]",
        -1,
        given(),
        {"unodc": use("counter_narcotics_operation", "turkmenistan")},
    ),
    "drug_way_leaves_uzbekistan": Acts(
        "volume[bridge_road]",
        -1,
        given(),
        {"unodc": use("counter_narcotics_operation", "uzbekistan")},
    ),
    "exploitation_opens_ears": Acts(
        "openness[tajikistan]",
        1,
        given({"moving_trafficked": {"tajikistan": 20}, "labour_protection": {"tajikistan": 30}}),
        last=3,
    ),
    "fields_come_back": Acts("opium_area", 1, given(flags=["poppy_ban_over"])),
    "human_frame_lifts_rights_workers": Acts(
        "labour_protection[kazakhstan]", 1, _framed("labour_migration", "human")
    ),
    "life_at_the_margin_opens_ears": Acts(
        "openness[kyrgyzstan]", 1, given({"recruiters_abroad": 60, "ru_appeal": 30}), last=3
    ),
    "many_roads_to_violence": Acts(
        "extremism_freedom[kazakhstan]",
        -1,
        given(
            {
                "livelihood": {"kazakhstan": 30},
                "justice_access": {"kazakhstan": 20},
                "legitimacy": {"kazakhstan": 30},
                "openness": {"kazakhstan": 60},
            }
        ),
        last=5,
    ),
    "one_box_of_tools": Acts(
        "narcotics_control[kyrgyzstan]", -1, given(flags=["threats_packaged"]), {"kyrgyzstan": RAID}
    ),
    "operation_presses_trade_next_door": Acts(
        "narcotics_control[tajikistan]", -1, given({"opium_area": 60}), {"kyrgyzstan": RAID}, 2
    ),
    "poor_harvest_thins_the_roads": Acts("volume[mountain_road]", -1, given({"opium_area": 20})),
    "purpose_follows_attention": Acts(
        "role_relevance[sco]",
        1,
        given({"world_attention": 60}),
        {
            "sco": use(
                "prepared_statement", issue="narcotics", frame="state", audience="peer_states"
            )
        },
    ),
    "rackets_find_customers": Acts(
        "rackets[tajikistan]", 1, given({"moving_irregular": {"tajikistan": 60}})
    ),
    "state_frame_makes_victims_evidence": Acts(
        "assistance[kazakhstan]", -1, _framed("human_trafficking", "state")
    ),
    "state_frame_wears_rights_suspects": Acts(
        "detention_freedom[kazakhstan]", -1, _framed("terrorism_radicalisation", "state")
    ),
    "trafficking_moves_out_of_kazakhstan": Acts(
        "volume[fields_in_kazakhstan]",
        -1,
        given(),
        {"kazakhstan": use("anti_trafficking_operation", "kazakhstan")},
    ),
    "water_held_back": Acts(
        "border_calm[uzbekistan]",
        -1,
        given(
            issues={
                "environment": {"kyrgyzstan": {"level": 2}},
                "borders": {"kyrgyzstan": {"level": 2}},
            }
        ),
        {"kyrgyzstan": use("water_leverage", "uzbekistan")},
    ),
    "workers_leave_again": Acts(
        "workers_abroad[tajikistan]", 1, given({"returnees_labour": {"tajikistan": 20}})
    ),
}
"""By rule."""


@pytest.mark.parametrize("rule", OTHERS)
def test_the_rule_moves_its_value_when_its_condition_holds(rule: str) -> None:
    acts = OTHERS[rule]
    run = run_of(acts.start, (turn(1, **acts.does),), acts.last)
    found = [row for row in rows_on(run, acts.slot) if rule in (row.cause.name, row.cause.note)]
    assert found
    assert all(acts.way * row.amount > 0 for row in found)

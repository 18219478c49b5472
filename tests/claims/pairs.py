"""Two runs of the neutral scenario that are equal in all but one thing, and what that thing changed.

A claim's own part is read from the ledger: the rows of rules, measures and statements that carry its id.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path

from msgspec import Struct
from pydantic import Field, TypeAdapter

from exercise.authoring.case_check import slot_of
from exercise.authoring.case_run import Programs, Run, play
from exercise.engine.explain import claims_of
from exercise.engine.world import Row
from exercise.library.folder import read_file
from exercise.library.strict_yaml import plain
from exercise.model.base import Slug
from exercise.model.case import Given
from exercise.model.setting import Beginning
from exercise.model.step import Respond, Step
from tests.claims.arrows import TABLE, WINDOWS
from tests.support.neutral import Effect, neutral, push
from tests.support.shipped import rows_in

Doing = dict[Slug, tuple[Respond, ...]]
"""Responses by role."""
EVENTS: dict[str, tuple[Effect, ...]] = {
    "attack": (push("world_attention", 40),),
    "fighting": (push("insecurity_north", 10),),
    "aid_cut": (push("aid_level", -5),),
    "loud_papers": (push("media_pressure[kazakhstan]", 20), push("media_pressure[kyrgyzstan]", 20)),
    "families_come": (push("volume[onward_kazakhstan]", 30), push("arrivals[kazakhstan]", 30)),
    "crowd": (push("reception_load[kazakhstan]", 60),),
    "readiness": ({"set": "crisis_ready[kazakhstan]"},),
    "poppy_ban": ({"set": "poppy_ban"},),
    "ban_is_over": ({"set": "poppy_ban_over"},),
    "work_abroad_fails": (push("ru_access", -40),),
    "harvest": (push("opium_area", 30),),
    "recruiters_abroad": (push("recruiters_abroad", 40), push("ru_appeal", -30)),
    "exploitation": (
        push("moving_trafficked[uzbekistan]", 12),
        push("labour_protection[uzbekistan]", -5),
    ),
    "trust_falls": (push("legitimacy[uzbekistan]", -14),),
    "talk_of_trafficking": (push("rhetoric[human_trafficking, kazakhstan]", 20),),
}
"""What the tests of claims with more than one sign let happen."""


class Drive(Beginning):
    """How one claim is driven, and where its arrows are looked for: one entry of `drives.yaml`."""

    flags: tuple[str, ...] = ()
    push: dict[str, Decimal] = Field(default_factory=dict)
    flag: str | None = None
    pays: dict[Slug, int] = Field(default_factory=dict)
    does: Doing = Field(default_factory=dict)
    instead: Doing = Field(default_factory=dict)
    both: Doing = Field(default_factory=dict)
    at: dict[str, str]
    sooner: dict[str, str] = Field(default_factory=dict)

    def event(self) -> tuple[Effect, ...]:
        """The effects of the inject that drives the claim, none where responses do."""
        moves = (push(slot, by) for slot, by in self.push.items())
        raised = ({"set": self.flag},) if self.flag else ()
        paid = (
            {"income": str(n), "to": f"funds[{role}]", "origin": "a test"}
            for role, n in self.pays.items()
        )
        return (*moves, *raised, *paid)

    def pair(self, claim: str, last: int) -> Pair:
        """The two runs, up to the outcome of a turn."""
        given = Given(starts=self.starts, issues=self.issues, flags=self.flags)
        released = (_event(claim),) if self.event() else ()
        return Pair(
            run_of(given, (Step(turn=1, responses=self.both | self.instead),), last),
            run_of(given, (Step(turn=1, responses=self.both | self.does, release=released),), last),
        )


class Pair(Struct, frozen=True):
    """A run in which something happened, and the same run without it."""

    plain: Run
    driven: Run

    def moved(self, slot: str) -> dict[int, int]:
        """By turn, how far a slot stands after the outcome from where it would be, hundredths."""
        return {
            turn: self._value(self.driven, slot, turn) - self._value(self.plain, slot, turn)
            for turn in self.driven.outcomes
        }

    def share(self, slot: str, claim: str, apart: Collection[str] = ()) -> dict[int, int]:
        """By turn, what rows with a claim's id moved that they would not have moved; turns without are left out.

        Args:
            slot: The slot's written name.
            claim: The claim's id.
            apart: Rules that are left out of account.
        """
        found: dict[int, int] = {}
        for run, sign in ((self.driven, 1), (self.plain, -1)):
            for row in rows_on(run, slot):
                if row.cause.name not in apart and claim in claims_of(run.program, row.cause):
                    found[row.turn] = found.get(row.turn, 0) + sign * row.amount
        return {turn: amount for turn, amount in sorted(found.items()) if amount}

    @staticmethod
    def _value(run: Run, slot: str, turn: int) -> int:
        return run.outcomes[turn].world.settled[slot_of(run.program, slot)]


def use(measure: str, target: str = "", **said: str) -> tuple[Respond, ...]:
    """One response; ``issue``, ``frame`` and ``audience`` where it says something."""
    audience = said.pop("audience", "")
    card = {
        "measure": measure,
        "target": target or None,
        "audiences": (audience,) if audience else (),
    }
    return (Respond.model_validate(card | said),)


def turn(number: int, *events: str, **responses: tuple[Respond, ...]) -> Step:
    """A turn in which events happen and roles respond."""
    return Step(turn=number, release=events, responses=responses)


def given(
    starts: Mapping[str, object] | None = None,
    flags: Iterable[str] = (),
    issues: Mapping[str, object] | None = None,
) -> Given:
    """Where both runs start from."""
    return Given.model_validate_json(
        json.dumps({"starts": starts or {}, "flags": list(flags), "issues": issues or {}})
    )


def pair(start: Given, plain: tuple[Step, ...], driven: tuple[Step, ...], last: int) -> Pair:
    """Two runs from one start."""
    return Pair(run_of(start, plain, last), run_of(start, driven, last))


def rows_on(run: Run, slot: str, by: str = "") -> list[Row]:
    """The rows that landed on a slot, of one rule or measure where one is named."""
    number = slot_of(run.program, slot)
    return [row for row in rows_in(run) if row.slot == number and by in ("", row.cause.name)]


def run_of(given: Given, steps: tuple[Step, ...], last: int) -> Run:
    """One run of the neutral scenario up to the outcome of a turn; equal runs are played once."""
    return _played(given.model_dump_json(), tuple(step.model_dump_json() for step in steps), last)


@cache
def drives() -> Mapping[str, Drive]:
    """Every drive, by claim."""
    reader = read_file(Path(__file__).with_name("drives.yaml"))
    assert reader.tree is not None, reader.problems
    return TypeAdapter(dict[str, Drive]).validate_json(json.dumps(plain(reader.tree)))


def driven_runs() -> Iterator[Run]:
    """Every run in which a drive happens, up to the last outcome in which its claim may show."""
    for claim, drive in drives().items():
        yield drive.pair(claim, last_of(claim)).driven


def last_of(claim: str) -> int:
    """The last turn in which a claim that is driven in turn 1 may begin to show."""
    return 1 + WINDOWS[TABLE[claim].delay][1]


@cache
def _programs() -> Programs:
    driving = {_event(claim): drive.event() for claim, drive in drives().items() if drive.event()}
    return Programs(neutral(EVENTS | driving))


@cache
def _played(given: str, steps: tuple[str, ...], last: int) -> Run:
    start = Given.model_validate_json(given)
    plan = tuple(Step.model_validate_json(step) for step in steps)
    return play(_programs().of(start), start, plan, last=last)


def _event(claim: str) -> str:
    return claim.lower().replace("-", "_")

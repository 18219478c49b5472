"""The laws over random exercises: legal and illegal commands of every type, through every phase."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import Phase as HypothesisPhase
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    rule,
    run_state_machine_as_test,
)

from exercise.conduct import command as asked
from exercise.conduct.command import FACILITATOR
from exercise.conduct.decide import decide
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, State, initial
from exercise.conduct.views import view_for
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import Refusal, RefusalCode
from exercise.journal import Header, create_sqlite, fingerprint_of
from exercise.journal.codec import decode, decode_command, encode
from exercise.journal.memory import MemoryJournal
from exercise.journal.record import NewRecord
from exercise.journal.store import Journal
from exercise.library.bundles import bundle_bytes
from exercise.session.local import Session
from exercise.session.replay import verify_exercise
from tests.support import invariants as law
from tests.support.busy import busy_program
from tests.support.plays import KINDS, MISTAKES, Ask, Asker

LONG = bool(os.environ.get("EXERCISE_LONG"))
ENOUGH = 100
"""How often each command type, phase and refusal must have occurred in the long profile."""
RARE = (
    RefusalCode.ruled_out,
    RefusalCode.requirement_not_met,
    RefusalCode.no_actions_left,
)
"""Refusals that few states have room for, so every round of mistakes tries them."""
TALLY: Counter[tuple[str, str]] = Counter()

PROFILE = settings(
    max_examples=1000 if LONG else 50,
    stateful_step_count=50 if LONG else 40,
    deadline=None,
    derandomize=not LONG,
    database=None,
    suppress_health_check=list(HealthCheck),
    phases=(HypothesisPhase.explicit, HypothesisPhase.generate),
)


def header_of(program: Program, seed: int) -> Header:
    """Return the header of a journal for a program."""
    scenario = bundle_bytes(program.bundle)
    return Header(
        1,
        "test",
        program.bundle.scenario.id,
        fingerprint_of(scenario),
        seed,
        "test",
        "now",
        scenario,
    )


SEEDS = st.integers(0, 2**32)
_PACTS = (asked.Sponsor, asked.SwitchClause, asked.Sign, asked.ObjectTo, asked.Contribute)
_PACTS_BACK = (asked.WithdrawSignature, asked.WithdrawObjection)
BUSINESS: dict[Phase, tuple[type[object], ...]] = {
    Phase.lobby: (asked.AssignSeat, asked.HideScores, asked.Undo, asked.Ask),
    Phase.briefing: (asked.HandInPaper, asked.TagEntry, asked.DraftSummary, asked.AssignSeat),
    Phase.situation: (asked.ReleaseInject, asked.HoldInject, asked.ArmInject, asked.SkipInject),
    Phase.consultation: (
        asked.Respond,
        asked.AssignSeat,
        asked.SendMessage,
        asked.HandInPaper,
        asked.RemindOfFrame,
        asked.GiveFloor,
        *_PACTS,
        *_PACTS_BACK,
        *_PACTS,
    ),
    Phase.decision: (
        asked.Respond,
        asked.Respond,
        asked.Respond,
        asked.RespondFreely,
        asked.WithdrawResponse,
        asked.LiftMeasure,
        asked.KeepMeasure,
        asked.Seal,
        *_PACTS,
        asked.AssignSeat,
    ),
    Phase.adjudication: (
        asked.AddRow,
        asked.ScaleResponse,
        asked.ReplaceResponse,
        asked.WithdrawRuling,
    ),
    Phase.outcome: (
        asked.Ask,
        asked.AnswerQuestion,
        asked.Observe,
        asked.AddInject,
        asked.TagEntry,
        asked.DraftSummary,
    ),
    Phase.hot_wash: (asked.RecordAnswer, asked.Observe, asked.TagEntry, asked.DraftSummary),
}
"""What is mostly asked for in a phase."""
AT_WORK = (
    RefusalCode.not_offered,
    RefusalCode.not_unlocked,
    RefusalCode.made_void,
    RefusalCode.ruled_out,
    RefusalCode.requirement_not_met,
    RefusalCode.no_actions_left,
    RefusalCode.not_enough_funds,
    RefusalCode.already_chosen,
    RefusalCode.wrong_target,
    RefusalCode.justification_missing,
    RefusalCode.statement_incomplete,
    RefusalCode.unknown_agreement,
    RefusalCode.unknown_clause,
    RefusalCode.not_a_party,
    RefusalCode.agreement_not_open,
    RefusalCode.unknown_measure,
    RefusalCode.seat_vacant,
)
"""Refusals that only seats at work can earn."""


class ExerciseMachine(RuleBasedStateMachine):
    """One exercise on the busy scenario; every rule is one command."""

    def __init__(self) -> None:
        super().__init__()
        self.program = busy_program()
        self.session = Session(self.program, MemoryJournal(header_of(self.program, 7)))
        self.before: dict[int, State] = {}
        self.looked = 0

    @property
    def state(self) -> State:
        return self.session.state

    def asker(self, seed: int) -> Asker:
        return Asker(self.program, self.state, Random(f"{seed}|{self.session.journal.head()}"))

    def submit(self, ask: Ask) -> None:
        """Submit one command and hold every law against what comes of it."""
        actor, command = ask
        TALLY["phase", self.state.phase.value] += 1
        TALLY["command", type(command).__name__] += 1
        state, head = self.state, self.session.journal.head()
        decision = law.check_purity(self.program, state, actor, command)
        answer = self.session.submit(actor, command)
        if isinstance(decision, Refusal):
            TALLY["refusal", decision.code.value] += 1
            assert answer == decision
            assert self.state is state
            assert self.session.journal.head() == head
            return
        assert not isinstance(answer, Refusal)
        assert answer.events == decision
        assert self.state == law.folded(self.program, state, decision)
        law.check_explained(self.program, state, decision)
        self._check_undo(state)
        self._check_codec(head)

    def _check_undo(self, before: State) -> None:
        """Going back gives the state that was, but for what was noted about the room."""
        for events, earlier in self.state.checkpoints:
            assert (
                law.bare(self.before[events]) == law.bare(earlier)
                if events in self.before
                else True
            )
        self.before[before.events] = before

    def _check_codec(self, head: int) -> None:
        """What was written reads back as the same values, and writes the same bytes again."""
        records = list(self.session.journal.read(head))
        events = [decode(record) for record in records]
        command = decode_command(records[0])
        assert command is not None
        again = encode(records[0].actor, records[0].command_id, command, events)
        assert [record.payload for record in again] == [record.payload for record in records]

    @initialize(seed=SEEDS)
    def opening(self, seed: int) -> None:
        """Come to a random place in a random exercise, so that every phase is met early."""
        random = Random(f"{seed}|{self.session.journal.head()}")
        for _ in range(random.randrange(18)):
            self.bustle(random.getrandbits(32))
            self.go_on()

    @rule(seed=SEEDS, kind=st.sampled_from(KINDS))
    def command(self, seed: int, kind: type[object]) -> None:
        self.submit(self.asker(seed).kind(kind))

    @rule(seed=SEEDS)
    def anything(self, seed: int) -> None:
        self.submit(self.asker(seed).anything())

    @rule(seed=SEEDS)
    def bustle(self, seed: int) -> None:
        """A few commands of the kinds that belong to the phase."""
        random = Random(f"{seed}|{self.session.journal.head()}")
        for _ in range(4):
            kind = random.choice(BUSINESS.get(self.state.phase, KINDS))
            self.submit(self.asker(random.getrandbits(32)).kind(kind))

    @rule(seed=SEEDS)
    def mistakes(self, seed: int) -> None:
        """Commands that earn refusals of which the state has room for."""
        random = Random(f"{seed}|{self.session.journal.head()}")
        here = list(
            AT_WORK if self.state.phase in (Phase.decision, Phase.consultation) else MISTAKES
        )
        for code in (*RARE, *random.sample(here, 12)):
            actor, command = self.asker(random.getrandbits(32)).mistake(code)
            answer = decide(self.program, self.state, actor, command)
            if isinstance(answer, Refusal) and answer.code is code:
                self.submit((actor, command))

    @rule(seed=SEEDS)
    def spend(self, seed: int) -> None:
        """One seat decides in its own words until it has no action left."""
        if self.state.phase is not Phase.decision or self.state.paused:
            return
        role = self.asker(seed).held()
        for number in range(6):
            self.submit((role, asked.RespondFreely(f"Answer {number} of our own.")))

    @rule()
    def go_on(self) -> None:
        if self.state.paused:
            self.submit((FACILITATOR, asked.Resume()))
        self.submit((FACILITATOR, asked.Advance()))

    @rule()
    def look(self) -> None:
        """Hold the laws about views against the next seat's."""
        role = self.program.roles[self.looked % len(self.program.roles)]
        self.looked += 1
        law.check_views(self.program, self.state)
        law.check_legality(self.program, self.state, role)
        assert self.session.seat(role) == view_for(self.program, self.state, role)

    def teardown(self) -> None:
        """Replay from memory and from a file; decide everything again."""
        law.check_views(self.program, self.state)
        assert _replayed(self.program, self.session.journal) == self.state
        verify_exercise(self.program, self.session.journal)
        with TemporaryDirectory() as folder:
            self._check_file(Path(folder) / "exercise.journal")

    def _check_file(self, path: Path) -> None:
        memory = self.session.journal
        stored = create_sqlite(path, memory.header)
        records = [
            NewRecord(r.actor, r.command_id, r.kind, r.version, r.payload) for r in memory.read()
        ]
        if records:
            stored.append(0, records)
        assert [r.hash for r in stored.read()] == [r.hash for r in memory.read()]
        assert _replayed(self.program, stored) == self.state
        stored.close()


def _replayed(program: Program, journal: Journal) -> State:
    state = initial(program, Key(journal.header.seed))
    for record in journal.read():
        state = evolve(program, state, decode(record))
    return state


def test_laws_hold_over_random_exercises(capsys: pytest.CaptureFixture[str]) -> None:
    """Purity, fold, legality, explanation and both axes, at every step of every random exercise."""
    run_state_machine_as_test(ExerciseMachine, settings=PROFILE)
    with capsys.disabled():
        print(f"\n{_table()}")
    if LONG:
        scarce = {key: TALLY[key] for key in _wanted() if TALLY[key] < ENOUGH}
        assert not scarce, scarce


def test_every_refusal_has_a_way_to_earn_it() -> None:
    """The directed mistakes cover the closed set."""
    assert set(MISTAKES) == set(RefusalCode)


def _wanted() -> list[tuple[str, str]]:
    return [
        *(("command", kind.__name__) for kind in KINDS),
        *(("phase", phase.value) for phase in Phase),
        *(("refusal", code.value) for code in MISTAKES),
    ]


def _table() -> str:
    """Return how often each command type, phase and refusal occurred."""
    return "\n".join(f"{what:8} {name:24} {TALLY[what, name]:7}" for what, name in _wanted())

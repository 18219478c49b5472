"""What the table knew when it decided: the bands on the screens, and what each seat had been sent by then."""

from __future__ import annotations

from msgspec.structs import replace

from exercise.conduct.state import Phase, State, TurnRecord
from exercise.conduct.view import Gauge
from exercise.conduct.views import room_view, view_for
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.report.facts import Inbox, Known, Received, Shown


def known_by_turn(program: Program, state: State, language: str) -> tuple[Known, ...]:
    """Return, for each turn played, what seats' own views showed while responses were still open."""
    played = (record for record in state.turns if record.outcome and not record.run_out)
    return tuple(_known(program, state, record, language) for record in played)


def _known(program: Program, state: State, record: TurnRecord, language: str) -> Known:
    then = _then(state, record)
    common = room_view(program, then, language)
    held = (seat.role for seat in then.seats if seat.holder != "vacant")
    return Known(
        turn=record.turn,
        story_time=common.story_time,
        scores_hidden=common.scores_hidden,
        axes=tuple(_shown(program, gauge, language) for gauge in common.axes),
        indicators=tuple(_shown(program, gauge, language) for gauge in common.gauges),
        inboxes=tuple(_inbox(program, then, role, language) for role in held),
    )


def _then(state: State, record: TurnRecord) -> State:
    """The exercise as it stood at the cut-off; put together from the turn's record where no checkpoint is left."""
    for _, earlier in reversed(state.checkpoints):
        if earlier.turn == record.turn and earlier.phase is Phase.decision:
            return earlier
    assert record.at_cut_off is not None
    return replace(
        state,
        phase=Phase.decision,
        turn=record.turn,
        world=record.at_cut_off,
        turns=tuple(other for other in state.turns if other.turn < record.turn),
        deliveries=tuple(given for given in state.deliveries if given.turn <= record.turn),
        messages=tuple(message for message in state.messages if message.turn <= record.turn),
        responses=(),
        lifted=(),
        sealed=(),
        texts=record.texts,
        rulings=(),
        entries=(),
        checkpoints=(),
    )


def _shown(program: Program, gauge: Gauge, language: str) -> Shown:
    names = (_place(program, part, language) for part in gauge.place.split(", ") if part)
    return Shown(
        slot=gauge.slot,
        label=gauge.label,
        place=", ".join(names),
        family=gauge.family,
        band=gauge.band,
        arrow=gauge.arrow,
    )


def _place(program: Program, slug: str, language: str) -> str:
    issue = program.bundle.model.issues.get(slug)
    return (
        say(program.bundle, issue.name, language)
        if issue
        else name_of(program.bundle, slug, language)
    )


def _inbox(program: Program, then: State, role: str, language: str) -> Inbox:
    """What had reached a seat; measures are counted as they were open before it chose any."""
    # Entries of the public record would speak of responses that are left out here.
    before = replace(then, responses=(), lifted=(), entries=())
    view = view_for(program, before, role, language)
    received = tuple(Received(item.turn, item.title, bool(item.private)) for item in view.inbox)
    return Inbox(
        role,
        name_of(program.bundle, role, language),
        received,
        len(view.messages),
        sum(measure.available for measure in view.measures),
    )

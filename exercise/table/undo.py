"""What the facilitator's undo would take back, in words."""

from __future__ import annotations

from exercise.engine.prose import say
from exercise.table.table import Table


def undo_words(table: Table) -> str:
    """Return what would be undone, a release or the step from one phase to the next; nothing if nothing can be."""
    state = table.session.state
    if not state.checkpoints:
        return ""
    earlier = state.checkpoints[-1][1]
    same = (earlier.phase, earlier.turn) == (state.phase, state.turn)
    if same and len(state.deliveries) > len(earlier.deliveries):
        given = state.deliveries[len(earlier.deliveries)].inject
        card = table.session.program.bundle.injects()[given]
        title = say(table.session.program.bundle, card.title, table.language)
        return table.word("told-undo-release", title=title)
    phase, before = (table.word(f"phase-{one.phase.value}") for one in (state, earlier))
    if earlier.turn == 0:
        return table.word("told-undo-briefing", phase=phase, before=before)
    return table.word("told-undo-phase", phase=phase, before=before, turn=str(earlier.turn))


__all__ = ["undo_words"]

"""Conducting an exercise with bots alone, and saying on a few lines how it went."""

from __future__ import annotations

from exercise.catalogue import Catalogue
from exercise.conduct.state import Phase
from exercise.engine.explain import points
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import assign


def run_headless(session: Session, report: bool, language: str) -> int:
    """Conduct to the hot wash, printing one line per outcome; the journal is on disk before its line is printed.

    Args:
        session: Where the exercise stands; bots take the seats of persons, and it is closed at the end.
        report: Whether the report is written beside the journal.
        language: Of what is printed and written.

    Returns:
        0.
    """
    words = Catalogue(language)
    scenario, model = session.program.bundle.scenario, session.program.bundle.model
    heading = words.say(
        "cli-heading",
        title=session.room(language).title,
        seed=str(session.state.key.seed),
        model=model.id,
        preset=scenario.preset,
    )
    print(heading, flush=True)
    for seat in session.state.seats:
        if seat.holder == "person":
            assign(session, seat.role, "bot")
    conduct(session, Phase.hot_wash, lambda now: _print_outcome(now, words))
    _print_end(session, words)
    if report and session.path is not None:
        from exercise.report.write import write_report

        path = write_report(session, "html", session.path.with_suffix(".html"), language)
        print(words.say("cli-report", path=str(path)))
    session.close()
    print(words.say("cli-journal", path=str(session.path)))
    return 0


def _print_outcome(session: Session, words: Catalogue) -> None:
    state = session.state
    if state.phase is not Phase.outcome:
        return
    line = words.say("cli-turn", turn=str(state.turn), **_axes(session, state.world.settled))
    crossed = sum(1 for breach in state.world.breaches if breach.turn == state.turn)
    if crossed:
        line += f"   {words.say('cli-red-lines', count=crossed)}"
    print(line, flush=True)


def _print_end(session: Session, words: Catalogue) -> None:
    for record in session.state.turns:
        if record.run_out:
            axes = _axes(session, record.s2)
            print(words.say("cli-run-out", turn=str(record.turn), **axes))
    for breach in session.room(words.language).breaches:
        key = "cli-red-line-by" if breach.who else "cli-red-line"
        print(words.say(key, turn=str(breach.turn), text=breach.text, who=breach.who))


def _axes(session: Session, snapshot: tuple[int, ...]) -> dict[str, str]:
    """Return both axes of a snapshot in points, of equal width."""
    program = session.program
    return {
        axis: f"{points(snapshot[program.slot(name)]):>6}"
        for axis, name in program.bundle.model.axes().items()
    }

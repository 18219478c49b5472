"""Playing: on a terminal in plain mode, headless with bots, or on from a journal."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from exercise.conduct.state import Phase
from exercise.engine.explain import points
from exercise.errors import ExerciseError
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.library.places import Library, open_library
from exercise.session.auto import conduct
from exercise.session.local import Session
from exercise.session.start import begin_exercise, new_seed, resume_exercise

FLAGSHIP = "northern-displacement"
"""Played where nobody can be asked what to play."""
_HOLDERS = ("person", "bot", "vacant")


def launch(arguments: argparse.Namespace) -> int:
    """Open the launcher; without a terminal, play the flagship scenario with bots and say so."""
    if _on_terminal():
        from exercise.plain import run_launcher

        return run_launcher(library=_library(arguments), language=arguments.language)
    print(f"There is no terminal here, so bots play '{FLAGSHIP}' from StartEx to the report.")
    session = begin_exercise(_load(arguments, FLAGSHIP).program, new_seed())
    return _headless(session, report=True, language=arguments.language)


def play(arguments: argparse.Namespace) -> int:
    """Play a scenario."""
    loaded = _load(arguments, arguments.scenario)
    seed = new_seed() if arguments.seed is None else arguments.seed
    path = Path(arguments.journal).expanduser() if arguments.journal else None
    headless = arguments.auto or not (arguments.plain or _on_terminal())
    roster = {place.role: "bot" for place in loaded.bundle.scenario.places} if headless else {}
    roster |= _roster(arguments.seats, loaded)
    session = begin_exercise(loaded.program, seed, path, roster)  # type: ignore[arg-type]
    if headless:
        if not arguments.auto:
            print("There is no terminal here, so bots play every seat.")
        return _headless(session, arguments.report, arguments.language)
    if arguments.hide_scores:
        _hide_scores(session)
    from exercise.plain import run_plain

    return run_plain(session, language=arguments.language)


def resume(arguments: argparse.Namespace) -> int:
    """Go on with a saved exercise."""
    session = resume_exercise(Path(arguments.journal).expanduser())
    if arguments.auto or not (arguments.plain or _on_terminal()):
        return _headless(session, report=False, language=arguments.language)
    from exercise.plain import run_plain

    return run_plain(session, language=arguments.language)


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _library(arguments: argparse.Namespace) -> Library:
    return open_library([arguments.library] if arguments.library else [])


def _load(arguments: argparse.Namespace, name: str) -> LoadedScenario:
    return load_scenario(
        name, library=_library(arguments), aliases=getattr(arguments, "names", None),
        preset=getattr(arguments, "preset", None),
    )


def _roster(text: str, loaded: LoadedScenario) -> dict[str, str]:
    """Read ``role=holder,role=holder``."""
    known = [place.role for place in loaded.bundle.scenario.places]
    roster = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        role, _, holder = pair.partition("=")
        if role not in known:
            raise ExerciseError(f"there is no seat '{role}'; seats are {', '.join(known)}")
        if holder not in _HOLDERS:
            raise ExerciseError(f"'{pair}': write {role}=person, {role}=bot or {role}=vacant")
        roster[role] = holder
    return roster


def _hide_scores(session: Session) -> None:
    from exercise.conduct.command import FACILITATOR, HideScores

    session.submit(FACILITATOR, HideScores(True))


def _headless(session: Session, report: bool, language: str) -> int:
    """Conduct to the hot wash, printing one line per outcome; the journal is on disk before its line is printed."""
    title = session.room(language).title
    print(f"{title}, seed {session.state.key.seed}, {session.program.bundle.model.id}"
          f" ({session.program.bundle.scenario.preset})", flush=True)
    conduct(session, Phase.hot_wash, _print_outcome)
    _print_end(session, language)
    if report and session.path is not None:
        from exercise.report import write_report

        print(f"report  {write_report(session, 'html', session.path.with_suffix('.html'), language)}")
    session.close()
    print(f"journal {session.path}")
    return 0


def _print_outcome(session: Session) -> None:
    if session.state.phase is Phase.outcome:
        state, program = session.state, session.program
        security, rights = (points(state.world.settled[program.slot(axis)]) for axis in _axes(session))
        breaches = sum(1 for breach in state.world.breaches if breach.turn == state.turn)
        crossed = f"   red lines {breaches}" if breaches else ""
        print(f"turn {state.turn}   security {security:>6}   rights {rights:>6}{crossed}", flush=True)


def _print_end(session: Session, language: str) -> None:
    program, state = session.program, session.state
    for record in state.turns:
        if record.run_out:
            security, rights = (points(record.s2[program.slot(axis)]) for axis in _axes(session))
            print(f"run-out {record.turn}   security {security:>6}   rights {rights:>6}")
    for breach in session.room(language).breaches:
        print(f"red line, turn {breach.turn}: {breach.text}{f' ({breach.who})' if breach.who else ''}")


def _axes(session: Session) -> tuple[str, ...]:
    found = {card.axis: name for name, card in session.program.bundle.model.derived.items() if card.axis}
    return tuple(found[axis] for axis in ("security", "rights"))

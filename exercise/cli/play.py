"""Playing a scenario: on a terminal, or headless with bots."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import get_args

from exercise.catalogue import Catalogue
from exercise.cli.headless import run_headless
from exercise.cli.screens import FLAGSHIP, library_of, on_terminal, open_on_terminal
from exercise.conduct.command import FACILITATOR, HideScores, Holder
from exercise.errors import ExerciseError
from exercise.library.loader import LoadedScenario, load_scenario
from exercise.session.local import Session
from exercise.session.start import begin_exercise, new_seed

_HOLDERS: dict[str, Holder] = {holder: holder for holder in get_args(Holder)}


def play_flagship(arguments: argparse.Namespace) -> int:
    """Play the flagship scenario with bots, because nobody can be asked, and say so."""
    print(Catalogue(arguments.language).say("cli-launch-headless", scenario=FLAGSHIP))
    session = begin_exercise(_load(arguments, FLAGSHIP).program, new_seed())
    return run_headless(session, report=True, language=arguments.language)


def play(arguments: argparse.Namespace) -> int:
    """Play a scenario."""
    loaded = _load(arguments, arguments.scenario)
    seed = new_seed() if arguments.seed is None else arguments.seed
    path = Path(arguments.journal).expanduser() if arguments.journal else None
    headless = arguments.auto or not (arguments.plain or on_terminal())
    roster = _roster(arguments.seats, loaded, Catalogue(arguments.language))
    session = begin_exercise(loaded.program, seed, path, roster)
    if headless:
        if not arguments.auto:
            print(Catalogue(arguments.language).say("cli-play-headless"))
        return run_headless(session, arguments.report, arguments.language)
    if arguments.hide_scores:
        _hide_scores(session)
    return open_on_terminal(session, arguments)


def _load(arguments: argparse.Namespace, name: str) -> LoadedScenario:
    return load_scenario(
        name,
        library=library_of(arguments),
        aliases=getattr(arguments, "names", None),
        preset=getattr(arguments, "preset", None),
    )


def _roster(text: str, loaded: LoadedScenario, words: Catalogue) -> dict[str, Holder]:
    """Read ``role=holder,role=holder``."""
    known = [place.role for place in loaded.bundle.scenario.places]
    roster: dict[str, Holder] = {}
    for pair in filter(None, (part.strip() for part in text.split(","))):
        role, _, holder = pair.partition("=")
        if role not in known:
            raise ExerciseError(words.say("cli-seat-unknown", role=role, known=", ".join(known)))
        if holder not in _HOLDERS:
            raise ExerciseError(words.say("cli-seat-holder", pair=pair, role=role))
        roster[role] = _HOLDERS[holder]
    return roster


def _hide_scores(session: Session) -> None:
    session.submit(FACILITATOR, HideScores(True))

"""Opening a finished exercise again, with its parts, and what a seat then sees."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bench.exercises import LARGE, begun, played, program_of
from bench.measure import Case, Subject
from exercise.conduct.evolve import evolve
from exercise.conduct.state import Phase, initial
from exercise.conduct.views import picture_of, view_for
from exercise.engine.compile import compile_bundle
from exercise.engine.world import Key
from exercise.journal import open_sqlite, read_verified
from exercise.journal.codec import decode
from exercise.library.bundles import bundle_from_bytes
from exercise.session.auto import conduct
from exercise.session.replay import verify_exercise
from exercise.session.start import resume_exercise


def subjects(place: Path) -> Iterator[Subject]:
    path = place / "finished.exercise"
    session = begun(program_of(LARGE), path)
    conduct(session, Phase.hot_wash)
    session.close()
    yield Subject(
        f"{LARGE}: a finished exercise of {path.stat().st_size // 1000} kB opened again",
        "exercise",
        (
            Case("bare: reading the file's bytes", path.read_bytes),
            Case("resume_exercise", lambda: resume_exercise(path, read_only=True).close()),
            Case("  journal: read and verify the chain", lambda: _chain(path)),
            Case("  compile the scenario in its header", lambda: _compile(path)),
            Case("  decode and fold its events", _fold),
            Case("verify_exercise: decide all again", lambda: _verify(path)),
        ),
    )
    yield _views()


def _chain(path: Path) -> None:
    journal = open_sqlite(path, read_only=True)
    for _ in read_verified(journal):
        pass
    journal.close()


def _compile(path: Path) -> None:
    journal = open_sqlite(path, read_only=True)
    compile_bundle(bundle_from_bytes(journal.header.scenario))
    journal.close()


def _fold() -> None:
    session = played(LARGE)
    state = initial(session.program, Key(session.journal.header.seed))
    for record in session.journal.read():
        state = evolve(session.program, state, decode(record))


def _verify(path: Path) -> None:
    journal = open_sqlite(path, read_only=True)
    verify_exercise(program_of(LARGE), journal)
    journal.close()


def _views() -> Subject:
    session = begun(program_of(LARGE))
    conduct(session, Phase.decision)
    program, state = session.program, session.state
    picture = picture_of(program, state, "en")
    return Subject(
        f"{LARGE}: views of {len(program.roles)} seats in a decision phase",
        "view",
        (
            Case("bare: settling one snapshot", lambda: program.settle(state.world.values)),
            Case(
                "the room's picture, shared by all views", lambda: picture_of(program, state, "en")
            ),
            Case(
                "view_for, with the room's picture at hand",
                lambda: [view_for(program, state, role, "en", picture) for role in program.roles],
                len(program.roles),
            ),
        ),
    )

"""One exercise in a process of its own that says after every command what is on disk.

``python -m tests.durability.driver SCENARIO SEED JOURNAL`` prints ``ack N`` for each accepted
command, N being the number of its last record; it is there to be killed.
"""

from __future__ import annotations

import sys
from pathlib import Path

from exercise.conduct.command import Command
from exercise.errors import Refusal
from exercise.library.loader import load_scenario
from exercise.session.auto import conduct
from exercise.session.local import Accepted
from exercise.session.start import begin_exercise


def run(scenario: str, seed: int, path: Path) -> None:
    """Conduct an exercise with bots, acknowledging each command on standard output."""
    program = load_scenario(scenario).program
    session = begin_exercise(program, seed, path, dict.fromkeys(program.roles, "bot"))
    submit = session.submit

    def acknowledged(actor: str, command: Command, command_id: str = "") -> Accepted | Refusal:
        answer = submit(actor, command, command_id)
        if isinstance(answer, Accepted):
            print(f"ack {answer.seq}", flush=True)
        return answer

    session.submit = acknowledged  # type: ignore[method-assign]
    print(f"ack {session.journal.head()}", flush=True)
    conduct(session)


if __name__ == "__main__":
    run(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]))

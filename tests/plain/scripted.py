"""A console that answers by script, and remembers what was written while each person had the keyboard."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from exercise.catalogue import Catalogue
from exercise.conduct.command import FACILITATOR, Command
from exercise.errors import Refusal
from exercise.plain import run_plain
from exercise.session.local import Accepted, Session

Plan = Mapping[tuple[str, str], Sequence[str | tuple[str, ...]]]
"""By actor and phase: what is typed, a tuple where a command asks further questions."""


class Answers:
    """Answers in order; no more answers end the conversation."""

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.lines: list[str] = []

    def write(self, text: str) -> None:
        self.lines.append(text)

    def ask(self, prompt: str) -> str:
        self.lines.append(prompt)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def ask_hidden(self, prompt: str) -> str:
        return self.ask(prompt)

    def screen_lines(self) -> int:
        return 60

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


class Table:
    """Everybody at one table, each with a plan; without one, people press Enter, look, and pass on."""

    def __init__(self, session: Session, plan: Plan) -> None:
        self.session = session
        self.plan = {key: list(entries) for key, entries in plan.items()}
        self.names = {f"{name}:": slug for slug, name in session.room().roles}
        self.at = FACILITATOR
        self.pending: list[str] = []
        self.pins: dict[str, str] = {}
        self.sections: list[tuple[str, list[str]]] = [(FACILITATOR, [])]
        self.asked = 0

    def write(self, text: str) -> None:
        self.sections[-1][1].append(text)

    def ask(self, prompt: str) -> str:
        self.asked += 1
        assert self.asked < 5000, "the conversation does not end"
        self.write(prompt)
        answer = self._answer(prompt)
        self.write(f"<< {answer}")
        return answer

    def ask_hidden(self, prompt: str) -> str:
        self.write(prompt)
        if self.pending:
            return self.pending.pop(0)
        who = next(
            (slug for name, slug in self.names.items() if name.rstrip(":") in prompt), FACILITATOR
        )
        return self.pins.get(who, "")

    def screen_lines(self) -> int:
        return 60

    def _answer(self, prompt: str) -> str:
        if prompt.startswith("Press Enter when ready"):
            return self._take_keyboard()
        if prompt.startswith(("Facilitator (Enter", "Hot wash:")):
            assert not self.pending, f"not asked for: {self.pending}"
            return self._next(FACILITATOR, "confirm" if "what is flagged" in prompt else "")
        if prompt in self.names:
            assert not self.pending, f"not asked for: {self.pending}"
            return self._next(self.names[prompt], "done")
        return self.pending.pop(0) if self.pending else ""

    def _take_keyboard(self) -> str:
        said = next(
            line
            for line in reversed(self.sections[-1][1])
            if line.startswith("Pass the keyboard to ")
        )
        name = said.removeprefix("Pass the keyboard to ").removesuffix(".")
        who = self.names.get(f"{name}:", FACILITATOR)
        self.sections.append((who, []))
        return ""

    def _next(self, actor: str, default: str) -> str:
        phase = self.session.room().phase.value
        entries = self.plan.get((actor, phase), [])
        if not entries:
            if phase == "hot_wash":
                self.pending = ["yes"]
                return "close"
            return default
        entry = entries.pop(0)
        if isinstance(entry, str):
            return entry
        self.pending = list(entry[1:])
        return entry[0]

    def text_of(self, actor: str) -> str:
        return "\n".join(line for who, lines in self.sections if who == actor for line in lines)

    @property
    def text(self) -> str:
        return "\n".join(line for _, lines in self.sections for line in lines)


class Spy:
    """Notes every command a session accepts."""

    def __init__(self, session: Session) -> None:
        self.accepted: list[tuple[str, Command]] = []
        self.refused: list[tuple[str, Command, Refusal]] = []
        self._submit: Callable[..., Accepted | Refusal] = session.submit
        session.submit = self._noting  # type: ignore[method-assign]

    def _noting(self, actor: str, command: Command, command_id: str = "") -> Accepted | Refusal:
        answer = self._submit(actor, command, command_id)
        if isinstance(answer, Refusal):
            self.refused.append((actor, command, answer))
        else:
            self.accepted.append((actor, command))
        return answer


def play(session: Session, plan: Plan) -> Table:
    """Play an exercise to the end of its debrief."""
    assert Catalogue.strict
    table = Table(session, plan)
    assert run_plain(session, table) == 0
    return table

"""The console's injects: released, held, left out, armed, read, and written on the spot."""

from __future__ import annotations

from exercise.conduct.command import (
    FACILITATOR,
    ArmInject,
    Command,
    HoldInject,
    ReleaseInject,
    SkipInject,
)
from exercise.conduct.view import InjectLine
from exercise.table.injects import releasable, written
from exercise.ui.screens.ask import AskSheet
from exercise.ui.screens.choose import ConfirmSheet
from exercise.ui.screens.console_base import INJECTS, ConsoleBase
from exercise.ui.screens.inject import Act, InjectSheet, NewInjectSheet
from exercise.ui.screens.read import ReadSheet


class InjectActs(ConsoleBase):
    """What is done with injects."""

    def _choose_next(self, name: str) -> None:
        line = self._inject(name)
        if line is not None and self._comes(line):
            self._release(line)
        else:
            self._read(name)

    def _choose_drawer(self, name: str) -> None:
        line = self._inject(name)
        if line is not None and line.kind == "contingency":
            self._arm(line)
        else:
            self._read(name)

    def _read(self, name: str) -> None:
        for one in written(self.table):
            if one.name == name:
                to = self.table.word("plain-inject-to", names=one.to)
                self.app.push_screen(ReadSheet(self.words, one.title, f"{one.text}\n\n{to}"))
                return

        def chosen(act: Act | None) -> None:
            line = self._inject(name)
            if act is not None and line is not None:
                acts = {
                    "release": self._release,
                    "hold": self._hold,
                    "skip": self._skip,
                    "arm": self._arm,
                }
                acts[act](line)

        self.app.push_screen(InjectSheet(self.table, name), chosen)

    def _release(self, line: InjectLine) -> None:
        self._deal(ReleaseInject(line.inject), self._said("plain-released", line))

    def _hold(self, line: InjectLine) -> None:
        self._deal(HoldInject(line.inject), self._said("plain-held", line))

    def _arm(self, line: InjectLine) -> None:
        armed = line.status == "armed"
        done = self._said("plain-disarmed" if armed else "plain-armed", line)
        self.do(FACILITATOR, ArmInject(line.inject, not armed), done)

    def _skip(self, line: InjectLine) -> None:
        def reasoned(reason: str | None) -> None:
            if reason is not None:
                done = self._said("plain-skipped", line)
                self._deal(SkipInject(line.inject, reason), done)

        question = self.table.word("plain-skip-why")
        self.app.push_screen(AskSheet(self.words, line.title, question), reasoned)

    def _deal(self, command: Command, done: str) -> None:
        """Deal with an inject and go to the next that is ready, so that Enter releases one after the other."""
        self.do(FACILITATOR, command, done)
        ready = (one.inject for one in self.view.injects if one.status == "ready")
        self._list("next").go_to(next(ready, ""))

    def _said(self, key: str, line: InjectLine) -> str:
        return self.table.word(key, title=line.title)

    def action_release(self) -> None:
        """Release the marked inject; one whose time has not come, after a question."""
        line = self._marked()
        if line is None:
            return
        if line.status != "waiting" or not releasable(self.view, line):
            self._release(line)
            return
        question = self.table.word("app-release-early", title=line.title)
        self.app.push_screen(
            ConfirmSheet(self.words, question, yes=self.table.word("app-release-yes")),
            lambda yes: self._release(line) if yes else None,
        )

    def action_hold(self) -> None:
        """Keep the marked inject back in this phase."""
        line = self._marked()
        if line is not None:
            self._hold(line)

    def action_skip(self) -> None:
        """Leave the marked inject out for good, with a reason."""
        line = self._marked()
        if line is not None:
            self._skip(line)

    def action_read(self) -> None:
        """Read the marked inject."""
        if self._at in INJECTS and self._list(self._at).current:
            self._read(self._list(self._at).current)

    def action_new(self) -> None:
        """Write an inject on the spot."""

        def released(title: str | None) -> None:
            if title is not None:
                self.answer(self.table.word("plain-released", title=title))

        self.app.push_screen(NewInjectSheet(self.table), released)


__all__ = ["InjectActs"]

"""Somebody who plays first-steps in the app: which keys come next at a screen.

Every text that is typed has a number of its own, so that it can be looked up in the journal. The
keys lead on by themselves from any screen of the exercise; nothing is known of the app but its screens.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from tests.durability.typist import Shown

_CLOCK = re.compile(r" · \d\d:\d\d|  .*")
"""The time of day and what stands on the right of the first line."""
_AGAIN = 0.4
"""Seconds after which keys that brought nothing are followed by others."""
_LED_ON = ("LOBBY", "BRIEFING", "SITUATION", "CONSULTATION", "DECISION", "ADJUDICATION", "OUTCOME")
"""What stands in the first line of screens that F10 leads on from."""
_ACTS = {
    "CONSULTATION": ("message", "question"),
    "DECISION": ("decide", "decide", "own", "message"),
}


@dataclass
class Person:
    """A person at the keyboard, for all seats and the facilitator."""

    random: Random
    alone: bool
    """Whether the one person also conducts."""
    _number: int = 0
    _written: bool = False
    _acts: dict[str, int] = field(default_factory=dict)
    _pressed: tuple[str, float] = ("", 0.0)
    _stuck: int = 0
    _screen: str = ""

    def keys(self, shown: Shown, random: Random) -> Sequence[str]:
        """Return the next keys, none while the last ones may still be at work."""
        where = self._where(shown.lines)
        if where == "screen ":
            return ()
        last, at = self._pressed
        now = time.monotonic()
        if where == last and now - at < _AGAIN:
            return ()
        self._stuck = self._stuck + 1 if where == last else 0
        self._pressed = (where, now)
        sheet = not where.startswith("screen ")
        if sheet and self._stuck > 2 and "LOBBY" not in self._screen:
            return ("escape",)
        if not sheet:
            self._screen = where
        text = "\n".join(shown.lines)
        return self._on_sheet(where, text) if sheet else self._on_screen(where, shown.lines)

    def _where(self, lines: Sequence[str]) -> str:
        """Return the title of the sheet in front and how far it is filled in, or the moment of the screen."""
        text = "\n".join(lines)
        if "Esc back" in text:
            titles = [found[1] for found in re.finditer(r"╭─ ([^─]*?) ─", text)]
            title = next((title for title in _SHEETS if title in titles), "sheet")
            return f"{title}, {self._filled_in(title, text)}" if title in _WRITTEN else title
        if "Please pass the keyboard to" in text:
            return "screen HAND-OVER"
        return _CLOCK.sub("", f"screen {lines[0].strip()}") if lines else "screen "

    def _filled_in(self, title: str, text: str) -> str:
        if re.search(r"(?:▊ +|││ )[mqwn]\d{4}\.", text):
            return "written"
        if title != "New message":
            return "empty"
        if "│ [x] " not in text:
            return "to nobody"
        return "not there" if "Space mark" in text else "empty"

    def _on_sheet(self, where: str, text: str) -> Sequence[str]:
        """Return one step at a time: keys that are typed ahead go to what had the focus before."""
        title, _, stands = where.partition(", ")
        match title:
            case "Who conducts the exercise?":
                return ("1" if self.alone else "2", "enter")
            case "Are you done?" if "You have decided nothing." in text:
                return ("2", "enter")
            case "Are you done?":
                return (self.random.choice("112"), "enter")
            case "Please confirm":
                # The debrief stays open: once it is closed nothing more is acknowledged.
                return ("escape",) if "HOT WASH" in self._screen else ("2", "enter")
            case "Messages" | "Questions to the facilitator":
                return ("escape",) if self._written else ("f2",)
        if title in _WRITTEN:
            return self._write(title, stands)
        if "F10 decide" in text:
            return self._decide(text)
        if title == "About whom?":
            return ("enter",)
        # Escape on the lobby itself, should the sheet be gone by then, leaves the exercise.
        return () if "LOBBY" in self._screen else ("escape",)

    def _write(self, title: str, stands: str) -> Sequence[str]:
        letter, *done = _WRITTEN[title]
        match stands:
            case "to nobody":
                return ("enter",)
            case "not there":
                return ("tab",)
            case "empty":
                self._number += 1
                return (f"{letter}{self._number:04}.",)
        self._written = True
        return (self.random.choice(done),)

    def _decide(self, text: str) -> Sequence[str]:
        if "restrictive" not in text:
            return ("f10",)
        self._number += 1
        return (f"r{self._number:04}.", "enter", f"r{self._number:04}.", "enter", "f10")

    def _on_screen(self, where: str, lines: Sequence[str]) -> Sequence[str]:
        bottom = " ".join(lines[-3:])
        if "HAND-OVER" in where:
            return ("enter",)
        if "PAUSED" in where:
            return ("f9",)
        if "HOT WASH" in where:
            return (self.random.choice(("f2", "f4")),)
        if "F10 finished" in bottom:
            return self._at_the_desk(where, lines)
        if "F8 note" in bottom and self._once(where, 2):
            return (self.random.choice(("enter", "f8")),)
        # Half a screen may be anything, and F10 on it anything at all.
        return ("f10",) if "F10 " in bottom and any(one in where for one in _LED_ON) else ()

    def _at_the_desk(self, where: str, lines: Sequence[str]) -> Sequence[str]:
        phase = "DECISION" if "DECISION" in where else "CONSULTATION"
        if not self._once(f"desk {where}", self.random.randint(1, 3)):
            return ("f10",)
        self._written = False
        act = self.random.choice(_ACTS[phase])
        offered = [found[1] for line in lines if (found := re.search(r"│(?: )?(\d) \[ \]", line))]
        if act == "decide" and offered:
            return (self.random.choice(offered), "enter")
        return {"message": ("f5",), "question": ("f9",), "own": ("f4",)}.get(act, ("down",))

    def _once(self, what: str, most: int) -> bool:
        """Whether something has been done less often than `most`; counts it."""
        times = self._acts[what] = self._acts.get(what, 0) + 1
        return times <= most


_WRITTEN = {
    "New message": ("m", "f10"),
    "A question": ("q", "f10"),
    "An answer in your own words": ("w", "f10"),
    "Note": ("n", "enter", "f2", "f3"),
    "Strengths": ("n", "f10"),
    "To improve": ("n", "f10"),
}
"""Sheets to write in: the letter that numbers begin with there, and keys that take the text."""
_SHEETS = (
    *_WRITTEN,
    "About whom?",
    "Are you done?",
    "Please confirm",
    "Who conducts the exercise?",
    "Messages",
    "Questions to the facilitator",
)
"""Titles of sheets, those first that lie over others."""

"""Asking and telling: numbered choices, typed words and their prefixes, help everywhere.

Knows nothing of exercises. Every sentence comes from the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from exercise.catalogue import FALLBACK, Catalogue, keys
from exercise.plain.prompt import Console

Option = tuple[str, str]
"""A value, and what it is called."""


class SteppedBackError(Exception):
    """A person left a question open; what was begun is not done."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a person can type.

    Attributes:
        name: Its key: ``command-<name>`` is the word, ``command-<name>.help`` says what it does.
        act: What happens, given the rest of the line; returns whether the menu is left.
        main: Whether it has a number.
    """

    name: str
    act: Callable[[str], bool]
    main: bool = True


class Talk:
    """A conversation with whoever has the keyboard."""

    def __init__(self, console: Console, catalogue: Catalogue) -> None:
        """Speak through a console in the catalogue's language."""
        self.console = console
        self.catalogue = catalogue

    def word(self, key: str, /, **args: str | int) -> str:
        """Return a string of the catalogue."""
        return self.catalogue.say(key, **args)

    def say(self, key: str, /, **args: str | int) -> None:
        """Write a string of the catalogue."""
        self.console.write(self.word(key, **args))

    def write(self, *lines: str) -> None:
        """Write lines that are words already."""
        for line in lines:
            self.console.write(line)

    def heading(self, key: str, /, **args: str | int) -> None:
        """Write a heading, with an empty line before it."""
        self.console.write("")
        self.say(key, **args)

    def line(self, key: str, given: str = "", **args: str | int) -> str:
        """Return a line a person types, perhaps empty; ``given`` was typed already."""
        return given or self.console.ask(self.word(key, **args))

    def text(self, key: str, given: str = "", **args: str | int) -> str:
        """Return a line that says something.

        Raises:
            SteppedBackError: It is empty.
        """
        text = self.line(key, given, **args)
        if not text:
            raise SteppedBackError
        return text

    def yes(self, key: str, default: bool = True, **args: str | int) -> bool:
        """Return the answer to a question of yes or no; Enter is the default."""
        yes, no = self._words("plain-yes"), self._words("plain-no")
        hint = self.word("plain-yes-hint" if default else "plain-no-hint")
        while True:
            answer = self.console.ask(f"{self.word(key, **args)} {hint}").lower()
            if not answer:
                return default
            if any(word.startswith(answer) for word in yes):
                return True
            if any(word.startswith(answer) for word in no):
                return False
            self.say("plain-answer-yes-no")

    def _words(self, key: str) -> tuple[str, str]:
        return self.word(key).lower(), Catalogue(FALLBACK).say(key).lower()

    def listed(self, options: Sequence[Option]) -> None:
        """Write options with their numbers."""
        for number, (_, label) in enumerate(options, 1):
            self.say("plain-option", number=str(number), label=label)

    def pick(self, key: str, options: Sequence[Option], given: str = "", **args: str | int) -> str:
        """Return the value of the option a person names by number, word or prefix.

        Raises:
            SteppedBackError: The answer is empty, or there is nothing to choose from.
        """
        found = self.pick_or_none(key, options, given, **args)
        if found is None:
            raise SteppedBackError
        return found

    def pick_or_none(
        self, key: str, options: Sequence[Option], given: str = "", **args: str | int
    ) -> str | None:
        """Return the value of an option, or nothing where the answer is empty."""
        if not options:
            self.say("plain-nothing-to-choose")
            raise SteppedBackError
        answer, shown = given, False
        while True:
            if not answer:
                if not shown:
                    self.listed(options)
                    shown = True
                answer = self.console.ask(self.word(key, **args))
            if not answer:
                return None
            if answer == "?" or answer.lower() in self._words("command-help"):
                answer, shown = "", False
                continue
            found = matching(answer, options)
            if len(found) == 1:
                return found[0]
            self._unclear(answer, [label for value, label in options if value in found])
            answer = ""

    def pick_many(self, key: str, options: Sequence[Option], given: str = "") -> tuple[str, ...]:
        """Return values of several options, named by numbers or words with commas between them.

        Raises:
            SteppedBackError: The answer is empty, or there is nothing to choose from.
        """
        if not options:
            self.say("plain-nothing-to-choose")
            raise SteppedBackError
        if not given:
            self.listed(options)
        while True:
            answer = given or self.text(key)
            given = ""
            if answer.lower() in self._words("plain-all"):
                return tuple(value for value, _ in options)
            parts = [part.strip() for part in _parts(answer)]
            found = [matching(part, options) for part in parts]
            if found and all(len(values) == 1 for values in found):
                return tuple(dict.fromkeys(values[0] for values in found))
            wrong = next((p for p, values in zip(parts, found, strict=True) if len(values) != 1), answer)
            self._unclear(wrong, [])

    def _unclear(self, answer: str, close: Sequence[str]) -> None:
        if close:
            self.say("plain-several", answer=answer, options="; ".join(close[:6]))
        else:
            self.say("plain-not-known", answer=answer)

    def obey(self, entries: Sequence[Entry], answer: str) -> bool:
        """Do what a person typed; return whether the menu is left. What is left open is not done."""
        if answer == "?":
            self.help(entries)
            return False
        word, _, rest = answer.partition(" ")
        found = self._entries(entries, word.lower())
        if not found and self._known_elsewhere(word.lower()):
            self.say("plain-not-now", answer=word)
            return False
        if len(found) != 1:
            self._unclear(word, [self.word(f"command-{entry.name}") for entry in found])
            return False
        try:
            return found[0].act(rest.strip())
        except SteppedBackError:
            self.say("plain-not-done")
            return False

    def _known_elsewhere(self, word: str) -> bool:
        """Whether a word is a command of another phase or place."""
        names = (key for key in keys(FALLBACK) if key.startswith("command-") and "." not in key)
        return any(word in self._words(name) for name in names)

    def _entries(self, entries: Sequence[Entry], word: str) -> list[Entry]:
        if word.isdecimal():
            main = [entry for entry in entries if entry.main]
            return main[int(word) - 1 : int(word)] if int(word) else []
        help_entry = Entry("help", lambda _: self.help(entries))
        known = [(name, entry) for entry in (*entries, help_entry) for name in self._words(f"command-{entry.name}")]
        exact = [entry for name, entry in known if name == word]
        close = exact or [entry for name, entry in known if name.startswith(word)]
        return list({entry.name: entry for entry in close}.values())

    def help(self, entries: Sequence[Entry]) -> bool:
        """List everything that can be typed; the menu stays."""
        self.menu(entries)
        for entry in entries:
            if not entry.main:
                self.say("plain-command", word=self.word(f"command-{entry.name}"), help=self._help(entry))
        self.say("plain-help-how")
        return False

    def menu(self, entries: Sequence[Entry]) -> None:
        """List the numbered entries."""
        for number, entry in enumerate((entry for entry in entries if entry.main), 1):
            word = self.word(f"command-{entry.name}")
            self.say("plain-command-numbered", number=str(number), word=word, help=self._help(entry))

    def _help(self, entry: Entry) -> str:
        return self.word(f"command-{entry.name}.help")


def matching(answer: str, options: Sequence[Option]) -> list[str]:
    """Return the values an answer may mean: a number, an exact word, or the beginning of a value, label or word."""
    typed = answer.casefold()
    if typed.isdecimal():
        return [value for value, _ in options[int(typed) - 1 : int(typed)]] if int(typed) else []
    exact = [value for value, label in options if typed in (value.casefold(), label.casefold())]
    if exact:
        return exact[:1]
    begins = [v for v, label in options if v.casefold().startswith(typed) or label.casefold().startswith(typed)]
    return begins or [
        value for value, label in options if any(w.startswith(typed) for w in label.casefold().split())
    ]


def _parts(answer: str) -> list[str]:
    if "," in answer:
        return [part for part in answer.split(",") if part.strip()]
    return answer.split() if all(part.isdecimal() for part in answer.split()) else [answer]


__all__ = ["Entry", "Option", "SteppedBackError", "Talk", "matching"]

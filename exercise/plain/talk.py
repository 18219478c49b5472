"""Asking and telling: commands by word, choices by number or word, help everywhere.

A number always means a line of a list, never a command. A command typed in the middle of a question leaves the
question and is done. Knows nothing of exercises. Every sentence comes from the catalogue.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from msgspec import Struct

from exercise.catalogue import FALLBACK, Catalogue, keys
from exercise.plain.prompt import Console

Option = tuple[str, str]
"""A value, and what it is called."""


class SteppedBackError(Exception):
    """A person left a question open; what was begun is not done."""


class LeftForError(SteppedBackError):
    """A person typed a command of a menu further out instead of an answer."""

    def __init__(self, typed: str) -> None:
        """Keep the line that was typed."""
        super().__init__(typed)
        self.typed = typed


class Entry(Struct, frozen=True):
    """One thing a person can type.

    Attributes:
        name: Its key: ``command-<name>`` is the word, ``command-<name>.help`` says what it does.
        act: What happens, given the rest of the line; returns whether the menu is left.
        main: Whether the short menu lists it; help lists everything.
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
        self._menus: list[Sequence[Entry]] = []
        """The menus whose commands are being carried out, the outermost first."""

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

    def pick(
        self,
        key: str,
        options: Sequence[Option],
        given: str = "",
        quiet: bool = False,
        **args: str | int,
    ) -> str:
        """Return the value of the option a person names by number, word or prefix.

        Raises:
            SteppedBackError: The answer is empty, or there is nothing to choose from.
        """
        found = self.pick_or_none(key, options, given, quiet, **args)
        if found is None:
            raise SteppedBackError
        return found

    def pick_or_none(
        self,
        key: str,
        options: Sequence[Option],
        given: str = "",
        quiet: bool = False,
        **args: str | int,
    ) -> str | None:
        """Return the value of an option, or nothing where the answer is empty.

        Args:
            key: The question.
            options: What can be chosen.
            given: What was typed already.
            quiet: Whether the options are listed only on request.
            args: What the question's sentence needs.
        """
        if not options:
            self.say("plain-nothing-to-choose")
            raise SteppedBackError
        answer, shown = given, quiet
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
            self.unclear(answer, [label for value, label in options if value in found])
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
            wrong, close = next(
                ((p, values) for p, values in zip(parts, found, strict=True) if len(values) != 1),
                (answer, []),
            )
            self.unclear(wrong, [label for value, label in options if value in close])

    def unclear(self, answer: str, close: Sequence[str]) -> None:
        """Say that an answer fits nothing, or several things.

        Raises:
            LeftForError: It is a command of a menu further out.
        """
        if not close and self._commands(answer):
            raise LeftForError(answer)
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
        if len(found) == 1:
            return self._do(entries, found[0], rest.strip())
        if word.isdecimal():
            self.say("plain-number-alone")
        elif not found and not self._commands(word) and self._known_elsewhere(word.lower()):
            self.say("plain-not-now", answer=word)
        else:
            self.unclear(
                word if found else answer, [self.word(f"command-{entry.name}") for entry in found]
            )
        return False

    def _do(self, entries: Sequence[Entry], entry: Entry, rest: str) -> bool:
        """Carry a command out; where a question in it was answered with another command, that one instead."""
        self._menus.append(entries)
        depth = len(self._menus)
        try:
            return entry.act(rest)
        except LeftForError as left:
            del self._menus[depth - 1 :]
            if not self._exact(entries, left.typed):
                raise
            return self.obey(entries, left.typed)
        except SteppedBackError:
            self.say("plain-not-done")
            return False
        finally:
            del self._menus[depth - 1 :]

    def _commands(self, answer: str) -> list[Entry]:
        """Return the commands of the menus further out that begin an answer, written in full."""
        return [entry for entries in self._menus for entry in self._exact(entries, answer)]

    def _exact(self, entries: Sequence[Entry], answer: str) -> list[Entry]:
        word = answer.partition(" ")[0].lower()
        return [entry for entry in entries if word in self._words(f"command-{entry.name}")]

    def _known_elsewhere(self, word: str) -> bool:
        """Whether a word is a command of another phase or place."""
        names = (key for key in keys(FALLBACK) if key.startswith("command-") and "." not in key)
        return any(word in self._words(name) for name in names)

    def _entries(self, entries: Sequence[Entry], word: str) -> list[Entry]:
        help_entry = Entry("help", lambda _: self.help(entries))
        known = [
            (name, entry)
            for entry in (*entries, help_entry)
            for name in self._words(f"command-{entry.name}")
        ]
        exact = [entry for name, entry in known if name == word]
        close = exact or [entry for name, entry in known if name.startswith(word)]
        return list({entry.name: entry for entry in close}.values())

    def help(self, entries: Sequence[Entry]) -> bool:
        """List everything that can be typed; the menu stays."""
        self.menu(entries)
        self._told(entry for entry in entries if not entry.main)
        self.say("plain-help-how")
        return False

    def menu(self, entries: Sequence[Entry]) -> None:
        """List the commands that are wanted most often."""
        self.say("plain-menu")
        self._told(entry for entry in entries if entry.main)

    def _told(self, entries: Iterable[Entry]) -> None:
        for entry in entries:
            self.say(
                "plain-command", word=self.word(f"command-{entry.name}"), help=self._help(entry)
            )

    def _help(self, entry: Entry) -> str:
        return self.word(f"command-{entry.name}.help")


def matching(answer: str, options: Sequence[Option]) -> list[str]:
    """Return the values an answer may mean.

    A number; a value or label in full; the beginning of a label; the beginning of a value; or words that all begin
    words of a label.
    """
    typed = answer.casefold()
    if typed.isdecimal():
        return [value for value, _ in options[int(typed) - 1 : int(typed)]] if int(typed) else []
    exact = [value for value, label in options if typed in (value.casefold(), label.casefold())]
    if exact:
        return exact[:1]
    labels = [value for value, label in options if label.casefold().startswith(typed)]
    values = labels or [value for value, _ in options if value.casefold().startswith(typed)]
    return values or [
        value for value, label in options if _all_begin(typed.split(), label.casefold().split())
    ]


def _all_begin(typed: Sequence[str], words: Sequence[str]) -> bool:
    return bool(typed) and all(any(word.startswith(part) for word in words) for part in typed)


def _parts(answer: str) -> list[str]:
    if "," in answer:
        return [part for part in answer.split(",") if part.strip()]
    return answer.split() if all(part.isdecimal() for part in answer.split()) else [answer]


__all__ = ["Entry", "LeftForError", "Option", "SteppedBackError", "Talk", "matching"]

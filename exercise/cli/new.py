"""Making a new scenario: a few questions on a terminal, or flags."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from exercise.authoring.new import (
    Written,
    checked_folder,
    checked_title,
    checked_turns,
    role_cards,
    slug_of,
    write_scenario,
)
from exercise.authoring.starters import (
    LANGUAGES,
    TURNS,
    Plan,
    Seat,
    Starter,
    seated,
    starters,
)
from exercise.catalogue import FALLBACK, Catalogue
from exercise.cli.screens import library_of, on_terminal
from exercise.engine.prose import pick
from exercise.errors import ExerciseError
from exercise.library.places import Library, shown_path
from exercise.plain.prompt import StdioConsole

_T = TypeVar("_T")


def new(arguments: argparse.Namespace) -> int:
    """Write a new scenario and say what to do with it next."""
    asker = _Asker(None if arguments.yes or not on_terminal() else StdioConsole())
    arguments.language = asker.language(arguments.language or None)
    words = asker.words = Catalogue(arguments.language)
    library = library_of(arguments)
    known = starters()
    name = asker.starter(arguments.starter, known)
    starter = known[name]
    title = asker.title(arguments.title, pick(starter.name, words.language))
    seats = asker.seats(arguments.roles, starter, library)
    turns = asker.turns(arguments.turns)
    folder = asker.folder(arguments.folder, slug_of(title) or name)
    plan = Plan(folder.name, title, turns, seats, words.language)
    _tell(write_scenario(folder, name, plan, library), words)
    return 0


def _tell(written: Written, words: Catalogue) -> None:
    print(words.say("cli-new-written"))
    for path in written.files:
        print(f"  {shown_path(path)}")
    if written.schemas:
        print(words.say("cli-new-schemas", path=shown_path(written.schemas[0].parent)))
    print(words.say("cli-new-next"))
    where = shown_path(written.folder)
    # A bare name would be looked for in the library.
    where = where if "/" in where else f"./{where}"
    spoken = "" if words.language == FALLBACK else f" --language {words.language}"
    for command in (f"check {where}", f"test {where}", f"play {where}{spoken}"):
        print(f"  exercise {command}")


class _Asker:
    """Takes what flags say, asks for the rest where somebody can answer, and else takes what is usual."""

    def __init__(self, console: StdioConsole | None) -> None:
        self.console = console
        self.words = Catalogue()

    def language(self, given: str | None) -> str:
        """Return the language of texts and comments, in which everything else is asked."""
        return self._value("language", given, LANGUAGES[0], self._language)

    def starter(self, given: str | None, known: Mapping[str, Starter]) -> str:
        """Return the name of a starter; on a terminal its number will do."""
        if given is None and self.console is not None:
            for number, (name, card) in enumerate(known.items(), 1):
                about = pick(card.about, self.words.language)
                self.console.write(f"  {number}  {name:16} {about}")
        names = list(known)

        def checked(answer: str) -> str:
            if answer.isdigit() and 0 < int(answer[:3]) <= len(names):
                return names[int(answer) - 1]
            if answer in known:
                return answer
            problem = self.words.say("cli-new-bad-starter", given=answer, known=", ".join(names))
            raise ExerciseError(problem)

        return self._value("starter", given, names[0], checked)

    def title(self, given: str | None, usual: str) -> str:
        """Return the title."""
        return self._value("title", given, usual, lambda text: checked_title(text, self.words))

    def seats(self, given: str | None, starter: Starter, library: Library) -> tuple[Seat, ...]:
        """Return who sits at the table."""

        def checked(answer: str) -> tuple[Seat, ...]:
            roles = [word for word in answer.replace(",", " ").split() if word]
            return seated(starter, role_cards(roles, library, self.words), self.words)

        return self._value("roles", given, ",".join(starter.roles()), checked)

    def turns(self, given: str | None) -> int:
        """Return the number of turns."""
        return self._value("turns", given, str(TURNS), lambda text: checked_turns(text, self.words))

    def folder(self, given: str | None, usual: str) -> Path:
        """Return where to write."""
        return self._value(
            "folder", given, usual, lambda text: checked_folder(Path(text), self.words)
        )

    def _language(self, answer: str) -> str:
        if answer in LANGUAGES:
            return answer
        known = ", ".join(LANGUAGES)
        raise ExerciseError(self.words.say("cli-new-bad-language", given=answer, known=known))

    def _value(self, what: str, given: str | None, usual: str, checked: Callable[[str], _T]) -> _T:
        """Return a checked value; a person who answers wrongly is told why and asked again."""
        if given is not None or self.console is None:
            return checked(usual if given is None else given)
        while True:
            try:
                answer = self.console.ask(f"{self.words.say(f'cli-new-{what}')} [{usual}]:")
            except EOFError:
                raise ExerciseError(self.words.say("cli-new-left")) from None
            try:
                return checked(answer or usual)
            except ExerciseError as problem:
                self.console.write(str(problem))

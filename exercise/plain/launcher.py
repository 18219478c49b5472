"""The first question of the plain mode: what to open. New scenario, saved exercise, or bots to watch."""

from __future__ import annotations

from exercise.catalogue import Catalogue
from exercise.errors import ExerciseError
from exercise.journal.files import list_journals
from exercise.library.listing import ScenarioCard, list_scenarios
from exercise.library.loader import load_scenario
from exercise.library.places import Library, open_library
from exercise.plain.prompt import Console
from exercise.plain.talk import Entry, Talk
from exercise.session.local import Session
from exercise.session.start import assign, begin_exercise, new_seed, resume_exercise


def run_launcher(
    console: Console,
    language: str = "en",
    library: Library | None = None,
    seed: int | None = None,
    aliases: str | None = None,
) -> Session:
    """Let a person choose, and return the exercise that was begun or continued.

    Args:
        console: Where to ask.
        language: Of the app's strings.
        library: Where scenarios are looked for; the default library where it is not given.
        seed: For a new exercise; drawn where it is not given.
        aliases: Other names for roles and states.

    Raises:
        EOFError: The person leaves, or there will be no more answers.
    """
    return Launcher(console, language, library or open_library(), seed, aliases).run()


class Launcher:
    """One choice of an exercise."""

    def __init__(
        self,
        console: Console,
        language: str,
        library: Library,
        seed: int | None,
        aliases: str | None,
    ) -> None:
        """Take what a new exercise needs."""
        self.talk = Talk(console, Catalogue(language))
        self.library, self.seed, self.aliases = library, seed, aliases
        self.cards: tuple[ScenarioCard, ...] = list_scenarios(library)
        self.chosen: Session | None = None

    def run(self) -> Session:
        """Ask until an exercise is open."""
        self.talk.heading("plain-launcher")
        self._scenarios("")
        entries = (
            Entry("open", self._open), Entry("continue", self._continue), Entry("watch", self._watch),
            Entry("scenarios", self._scenarios), Entry("quit", self._quit),
        )  # fmt: skip
        self.talk.menu(entries)
        while self.chosen is None:
            answer = self.talk.console.ask(self.talk.word("plain-launcher-prompt"))
            if answer:
                self.talk.obey(entries, answer)
            else:
                self.talk.say("plain-launcher-empty")
        return self.chosen

    def _scenarios(self, _: str) -> bool:
        for number, card in enumerate(self.cards, 1):
            if card.broken is not None:
                self.talk.say("plain-scenario-broken", number=str(number), name=card.name)
                continue
            low, high = card.duration or (0, 0)
            self.talk.say(
                "plain-scenario", number=str(number), title=card.title, turns=card.turns, places=card.places,
                low=str(low), high=str(high), summary=card.summary,
            )  # fmt: skip
        if not self.cards:
            self.talk.say("plain-no-scenarios")
        return False

    def _begin(self, rest: str, watch: bool) -> bool:
        options = [(card.name, card.title) for card in self.cards]
        name = self.talk.pick("plain-scenario-which", options, rest)
        try:
            loaded = load_scenario(name, library=self.library, aliases=self.aliases)
            session = begin_exercise(
                loaded.program, new_seed() if self.seed is None else self.seed, keep=not watch
            )
            for seat in session.room().seats if watch else ():
                assign(session, seat.role, "bot")
        except ExerciseError as error:
            self.talk.write(str(error))
            return False
        self.chosen = session
        return True

    def _open(self, rest: str) -> bool:
        return self._begin(rest, watch=False)

    def _watch(self, rest: str) -> bool:
        return self._begin(rest, watch=True)

    def _continue(self, rest: str) -> bool:
        try:
            found = [one for one in list_journals() if not one.reason]
        except ExerciseError as error:
            self.talk.write(str(error))
            return False
        titles = {card.name: card.title for card in self.cards}
        options = [
            (str(one.path), self.talk.word(
                "plain-saved", title=titles.get(one.scenario_id, one.scenario_id),
                date=one.created_at[:16].replace("T", " "), records=one.head,
            ))
            for one in found
        ]  # fmt: skip
        path = self.talk.pick("plain-saved-which", options, rest)
        try:
            self.chosen = resume_exercise(next(one.path for one in found if str(one.path) == path))
        except ExerciseError as error:
            self.talk.write(str(error))
        return False

    def _quit(self, _: str) -> bool:
        raise EOFError


__all__ = ["run_launcher"]

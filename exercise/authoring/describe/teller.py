"""Names and words of one scenario in one language, as all its prose uses them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from exercise.catalogue import Catalogue
from exercise.engine.explain import points
from exercise.engine.names import stands_for
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.errors import ExerciseError
from exercise.model.base import LangText
from exercise.model.measure import MEASURE_CLASSES
from exercise.model.role import FRAMES
from exercise.nearest import did_you_mean

_BY_ROLE = ("funds", "actions", "delivery_cap", "voice_weight")


class Teller:
    """Says what things are called; knows no sentence of its own."""

    def __init__(
        self, program: Program, language: str = "en", names: Program | None = None
    ) -> None:
        """Speak of a scenario.

        Args:
            program: The scenario, compiled.
            language: Of the prose and, as far as they are translated, of the scenario's texts.
            names: Another version, by whose titles measures, injects and agreements are spoken of where they are
                named: so a new title changes no sentence but its own.
        """
        self.program, self.bundle, self.language = program, program.bundle, language
        self._words, self._app = Catalogue(language, "design"), Catalogue(language)
        self.measures = self.bundle.measures()
        self.agreements = self.bundle.agreements()
        self.injects = self.bundle.injects()
        self.red_lines = self.bundle.red_lines()
        spoken = (names or program).bundle
        self._named_measures = self.bundle.model.measures | self.measures | spoken.measures()
        self._named_injects = self.bundle.model.injects | self.injects | spoken.injects()
        self._named_agreements = (
            self.bundle.model.agreements | self.agreements | spoken.agreements()
        )
        self._kinds: dict[str, list[str]] = {}
        for role in program.roles:
            self._kinds.setdefault(self.bundle.roles[role].kind, []).append(role)

    def word(self, key: str, /, **args: str | int) -> str:
        """Return words of descriptions."""
        return self._words.say(key, **args)

    def app_word(self, key: str, /, **args: str | int) -> str:
        """Return words that the screens use as well, such as those for kinds and methods."""
        return self._app.say(key, **args)

    def say(self, text: LangText) -> str:
        """Return an authored text with its placeholders filled in, on one line where it has no paragraphs."""
        return say(self.bundle, text, self.language).strip()

    def who(self, role: str) -> str:
        """Return what a role or state is called."""
        return name_of(self.bundle, role, self.language)

    # --- names ------------------------------------------------------------------------------

    def quoted(self, text: str) -> str:
        """Return a title in quotation marks."""
        return self.word("quoted", text=text)

    def measure(self, name: str) -> str:
        """Return a measure's name in quotation marks, or what a class of measures is called."""
        if name in self._named_measures:
            return self.quoted(self.say(self._named_measures[name].name))
        if name in MEASURE_CLASSES:
            return self.word("measure-of-class", klass=self.app_word(f"class-{name}"))
        return self.word("any-measure") if name == "any" else self.quoted(plain(name))

    def inject(self, name: str) -> str:
        """Return an inject's title in quotation marks."""
        card = self._named_injects.get(name)
        return self.quoted(self.say(card.title) if card else plain(name))

    def agreement(self, name: str) -> str:
        """Return an agreement's name in quotation marks."""
        card = self._named_agreements.get(name)
        return self.quoted(self.say(card.name) if card else plain(name))

    def clause(self, agreement: str, clause: str) -> str:
        """Return a clause's text in quotation marks; nothing where the agreement has no such clause."""
        card = self._named_agreements.get(agreement)
        if card is None or clause not in card.clauses:
            return ""
        return self.quoted(self.say(card.clauses[clause].text).rstrip("."))

    def issue(self, name: str) -> str:
        """Return an issue's name in quotation marks."""
        card = self.bundle.model.issues.get(name)
        return self.quoted(self.say(card.name) if card else plain(name))

    def frame(self, name: str) -> str:
        """Return in words whose security a frame puts first."""
        return self.app_word(f"frame-{name}") if name in FRAMES else plain(name)

    def referent(self, name: str) -> str:
        """Return whose security a measure is meant to serve."""
        text = self.bundle.model.referents.get(name)
        return self.say(text) if text is not None else plain(name)

    def leg(self, name: str) -> str:
        """Return what a leg of a flow is called."""
        for flow in self.bundle.model.flows.values():
            if name in flow.legs:
                return self.say(flow.legs[name].name)
        return plain(name)

    def roles_of(self, words: Iterable[str]) -> tuple[str, ...]:
        """Return the roles at the table that roles and groups stand for."""
        wanted = tuple(words)
        return tuple(
            role
            for role in self.program.roles
            if any(stands_for(self.bundle.roles, word, role) for word in wanted)
        )

    def listed_roles(self, roles: Sequence[str]) -> str:
        """Return roles by name; whole groups of them, such as all states, by the group's."""
        if len(roles) > 1 and len(roles) == len(self.program.roles):
            return self.word("everybody")
        names, left = [], list(roles)
        for kind, members in self._kinds.items():
            if len(members) > 1 and all(role in roles for role in members):
                names.append(self.word(f"group-{kind}"))
                left = [role for role in left if role not in members]
        return self.listed([*names, *(self.who(role) for role in left)]) or self.word("nobody")

    def listed(self, texts: Sequence[str], last: str = "and") -> str:
        """Return texts as one list, such as ``a, b and c``.

        Args:
            texts: What is listed.
            last: ``and`` or ``or``, which stands before the last one.
        """
        if len(texts) < 2:
            return "".join(texts)
        before = ", ".join(texts[:-1])
        return self.word(f"list-{last}", before=before, last=texts[-1])

    # --- values -----------------------------------------------------------------------------

    def slot(self, family: str, args: Sequence[str], bound: dict[str, str] | None = None) -> str:
        """Return what a slot is called inside a sentence, such as ``crisis preparedness in Tajikistan``.

        Args:
            family: Its name without a scope.
            args: The parts of its scope, as they are written.
            bound: Words for variables among them.
        """
        told, rest = self._family(family, args, bound or {})
        for arg in rest:
            told = self._placed(told, family, arg, bound or {})
        return told

    def _family(
        self, family: str, args: Sequence[str], bound: dict[str, str]
    ) -> tuple[str, Sequence[str]]:
        """What a family of slots is called, with the first part of its scope where that belongs inside."""
        model = self.bundle.model
        if family == "pool" and args and args[0] in model.pools:
            return self.say(model.pools[args[0]].name), args[1:]
        card = model.quantities.get(family) or model.derived.get(family)
        if card is not None:
            return lowered(self.say(card.name)), args
        inside = f"family-{family}-of"
        if args and self._words.has(inside):
            return self.word(inside, what=self._named(args[0], bound)), args[1:]
        key = f"family-{family}"
        return self.word(key) if self._words.has(key) else plain(family), args

    def _named(self, arg: str, bound: dict[str, str]) -> str:
        if arg in bound:
            return bound[arg]
        return self.issue(arg) if arg in self.bundle.model.issues else self.leg(arg)

    def _placed(self, told: str, family: str, arg: str, bound: dict[str, str]) -> str:
        model = self.bundle.model
        if arg in bound:
            return self.word(
                "slot-of" if family in _BY_ROLE else "slot-in", told=told, who=bound[arg]
            )
        if arg in model.states and family not in _BY_ROLE:
            return self.word("slot-in", told=told, who=self.who(arg))
        if arg in self.bundle.roles or arg in model.states:
            return self.word("slot-of", told=told, who=self.who(arg))
        if arg in model.issues:
            return self.word("slot-of", told=told, who=self.issue(arg))
        if arg in model.audiences:
            return self.word("slot-of", told=told, who=self.say(model.audiences[arg].name))
        if arg in FRAMES:
            return self.word("slot-frame", told=told, frame=self.frame(arg))
        return self.word("slot-of", told=told, who=self.leg(arg))

    def number(self, value: int) -> str:
        """Return hundredths as a number of points."""
        return points(value)


def need_role(program: Program, role: str) -> None:
    """Raise ExerciseError where a role has no place at the table; its message names those that have one."""
    if role not in program.roles:
        known = ", ".join(program.roles)
        raise ExerciseError(
            f"No role '{role}' sits at this table{did_you_mean(role, program.roles) or '.'} "
            f"There are: {known}."
        )


def plain(name: str) -> str:
    """Return a name of the files as words."""
    return name.replace("_", " ")


def lowered(text: str) -> str:
    """Return a name as it stands inside a sentence; an abbreviation at its beginning stays as it is."""
    return text if text[1:2].isupper() or not text[1:2].isalpha() else text[:1].lower() + text[1:]


def sentence(text: str) -> str:
    """Return a text that begins and ends like a sentence."""
    begun = text[:1].upper() + text[1:]
    return begun if not begun or begun[-1] in ".!?…:" else f"{begun}."


__all__ = ["Teller", "lowered", "need_role", "plain", "sentence"]

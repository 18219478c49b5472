"""Resolving names: what slots, flags, roles, measures, injects and sets in an expression stand for.

Every unknown name is refused with its place in the text and the nearest known name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct, field

from exercise.engine import ir
from exercise.engine.findings import unknown_code
from exercise.engine.language import syntax
from exercise.engine.language.error import LanguageError
from exercise.engine.names import Names
from exercise.engine.slots import written_name
from exercise.nearest import Hints

OUT_OF_PLAY = "out-of-play"
"""Code of an expression that names a known state or role which this scenario does not use."""
STATELESS = "stateless"
"""Code of an expression that speaks of a state where a side of a two-sided measure governs none."""
SIDES = ("home", "host", "partner")
"""Variables for the sides of a two-sided measure."""
PREDICATES = ("chosen", "in_force", "said", "adopted", "fired", "framed", "present", "flag")
FUNCTIONS = (
    "change",
    "count",
    "sum",
    "min",
    "max",
    "turns_in_force",
    "turns_since",
    "contribution",
    "scale",
)
_DOMAIN_WORDS = {"klass": "class of measures"}


class Resolver(Struct, frozen=True):
    """One expression's surroundings: the scenario's names and the variables bound around it."""

    names: Names
    bound: Mapping[str, str] = field(default_factory=dict)
    hints: Hints = field(default_factory=Hints)
    """What may still be told of nearest names."""

    def slot(self, expr: syntax.Expr) -> int:
        """Return the number of the slot an expression names."""
        if isinstance(expr, syntax.Name):
            return self.named_slot(expr, expr.ident, ())
        if isinstance(expr, syntax.Ref):
            return self.named_slot(expr, expr.name, expr.args)
        raise fault(
            expr, "the name of a slot is needed here, such as preparedness[tajikistan]", "slot"
        )

    def flag(self, expr: syntax.Expr) -> int:
        """Return the number of the flag an expression names."""
        if isinstance(expr, syntax.Name):
            return self.named_flag(expr, expr.ident, ())
        if isinstance(expr, syntax.Ref):
            return self.named_flag(expr, expr.name, expr.args)
        raise fault(expr, "the name of a flag is needed here, such as trained[host]", "flag")

    def member(self, name: syntax.Name, domain: str) -> str:
        """Return the member of a domain a name stands for, through bound variables."""
        word = self.bound.get(name.ident, name.ident)
        if word in self.names.members[domain]:
            return word
        if domain == "state" and name.ident in SIDES and word in self.names.roles:
            raise fault(name, f"'{word}' governs no state of this scenario", STATELESS)
        if (domain == "state" and word in self.names.model.states) or (
            domain == "role" and word in self.names.cards
        ):
            raise fault(name, f"'{word}' does not take part in this scenario", OUT_OF_PLAY)
        raise self.unknown(name, _DOMAIN_WORDS.get(domain, domain), word, self._choices(domain))

    def expand(self, domain: syntax.SetRef) -> tuple[str, ...]:
        """Return the members of a set."""
        size = len(domain.args)
        if domain.name in ("states", "issues", "roles") and not size:
            return self.names.members[domain.name.removesuffix("s")]
        if domain.name == "neighbours" and size == 1:
            state = self.member(domain.args[0], "state")
            near = self.names.model.states[state].neighbours
            return tuple(name for name in near if name in self.names.states)
        if domain.name == "legs" and size == 1:
            return self._legs(domain.args[0])
        if domain.name == "parties" and size == 1:
            if self.left_out(domain.args[0]):
                return ()
            agreement = self.member(domain.args[0], "agreement")
            return self.names.groups(self.names.parties[agreement])
        if domain.name == "measures" and size == 1:
            klass = self.member(domain.args[0], "klass")
            return tuple(
                list(self.names.numbers.measure)[n] for n in self.names.numbers.klass[klass]
            )
        known = ("states", "issues", "roles", "neighbours", "legs", "parties", "measures")
        raise self.unknown(domain, "set", domain.name, known, f" (there are {', '.join(known)})")

    def match(self, args: tuple[syntax.Expr, ...], whole: syntax.Call) -> ir.Match:
        """Return the pattern of (measure or class, role, target)."""
        if not 1 <= len(args) <= 3:
            raise fault(
                whole, f"{whole.name} takes a measure or class, a role and a target", "arguments"
            )
        measures = self.measures(as_name(args[0]))
        role = self.role(as_name(args[1])) if len(args) > 1 else ir.ANY
        target = self.target(as_name(args[2])) if len(args) > 2 else ir.ANY
        return ir.Match(measures, role, target)

    def left_out(self, name: syntax.Name) -> bool:
        """Return whether a name is an agreement of the model that this scenario leaves out."""
        word = self.bound.get(name.ident, name.ident)
        known = self.names.model.agreements
        return word in known and word not in self.names.numbers.agreement

    def not_taken(self, name: syntax.Name) -> bool:
        """Return whether a name is an inject of the model that this scenario does not take."""
        known = self.names.model.injects
        return name.ident in known and name.ident not in self.names.numbers.inject

    def measures(self, name: syntax.Name) -> tuple[int, ...]:
        """Return the measures a measure or class stands for."""
        numbers = self.names.numbers
        word = self.bound.get(name.ident, name.ident)
        if word == "any":
            return tuple(range(len(numbers.measure)))
        if word in numbers.klass:
            return numbers.klass[word]
        if word in numbers.measure:
            return (numbers.measure[word],)
        if word in self.names.model.measures:
            return ()  # left out of this scenario: nobody can ever use it
        raise self.unknown(name, "measure", word, [*numbers.measure, *numbers.klass])

    def role(self, name: syntax.Name) -> int:
        """Return the number of a role; any for ``any``, nobody for one that is not in play."""
        word = self.bound.get(name.ident, name.ident)
        if word == "any":
            return ir.ANY
        if word in self.names.numbers.role:
            return self.names.numbers.role[word]
        if word in self.names.model.states or word in self.names.cards:
            return ir.NOBODY
        raise self.unknown(name, "role", word, self.names.roles)

    def target(self, name: syntax.Name) -> int:
        """Return the number of a target; any for ``any``, nobody for one that is not in play."""
        word = self.bound.get(name.ident, name.ident)
        if word == "any":
            return ir.ANY
        if word in self.names.numbers.target:
            return self.names.numbers.target[word]
        if word in self.names.model.states or word in self.names.cards:
            return ir.NOBODY
        raise self.unknown(name, "target", word, self.names.targets)

    def inject(self, arg: syntax.Expr) -> int:
        """Return the number of an inject."""
        name = as_name(arg)
        known = self.names.numbers.inject
        if name.ident not in known:
            bank = self.names.model.injects
            raise self.unknown(name, "inject", name.ident, [*known, *bank])
        return known[name.ident]

    def _legs(self, name: syntax.Name) -> tuple[str, ...]:
        flows = self.names.model.flows
        word = self.bound.get(name.ident, name.ident)
        if word not in flows:
            raise self.unknown(name, "flow", word, flows)
        return tuple(flows[word].legs)

    def named_slot(self, expr: syntax.Expr, family: str, args: tuple[syntax.Name, ...]) -> int:
        """Return the number of a slot by family and arguments."""
        table = self.names.table
        if family not in table.scopes:
            where = " (it is a flag: write flag(...))" if family in self.names.flags else ""
            raise self.unknown(
                expr, "slot", family, [*table.scopes, *PREDICATES, *FUNCTIONS], where, len(family)
            )
        scope = table.scopes[family]
        if not args and (family, ()) in table.index:
            return table.index[family, ()]
        if len(args) != len(scope):
            raise fault(expr, f"'{family}' is written {written_name(family, scope)}", "scope")
        keys = tuple(self.member(arg, domain) for arg, domain in zip(args, scope, strict=True))
        if (family, keys) not in table.index:
            raise fault(expr, f"'{family}' has no slot for {', '.join(keys)}", "scope")
        return table.index[family, keys]

    def named_flag(self, expr: syntax.Expr, name: str, args: tuple[syntax.Name, ...]) -> int:
        """Return the number of a flag by name and arguments."""
        flags = self.names.flags
        if name not in flags:
            raise self.unknown(expr, "flag", name, flags, "", len(name))
        scope = flags[name]
        if len(args) != len(scope):
            raise fault(expr, f"flag '{name}' is written {written_name(name, scope)}", "scope")
        keys = tuple(self.member(arg, domain) for arg, domain in zip(args, scope, strict=True))
        return self.names.numbers.flag[written_name(name, keys)]

    def _choices(self, domain: str) -> list[str]:
        members = self.names.members[domain]
        return [*members, *(name for name, value in self.bound.items() if value in members)]

    def unknown(
        self,
        node: syntax.Node,
        what: str,
        word: str,
        known: Iterable[str],
        more: str = "",
        length: int = 0,
    ) -> LanguageError:
        """Return the mistake of an unknown name, with the nearest known one."""
        hint = self.hints.did_you_mean(word, known)
        return fault(node, f"unknown {what} '{word}'{more}{hint}", unknown_code(what), length)

    def arity(self, expr: syntax.Call, size: int, wanted: str) -> None:
        """Refuse a call with another number of arguments."""
        if len(expr.args) != size:
            raise fault(expr, f"{expr.name} takes {wanted}", "arguments")


def as_name(arg: syntax.Expr, allow_ref: bool = False) -> syntax.Name:
    """Return an argument that must be a bare name; a slot's head counts where ``allow_ref``."""
    if isinstance(arg, syntax.Name):
        return arg
    if allow_ref and isinstance(arg, syntax.Ref):
        return syntax.Name(arg.name, at=arg.at, end=arg.end)
    raise fault(arg, "a name is needed here", "arguments")


def fault(node: syntax.Node, message: str, code: str, length: int = 0) -> LanguageError:
    """Return a mistake at a node of the syntax tree."""
    return LanguageError(message, node.at, length or max(1, node.end - node.at), code)

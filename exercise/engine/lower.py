"""Resolving names and types: from the syntax tree of an expression to its flat form.

Every mistake in an expression is found here, with its place in the text and the nearest known name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from exercise.engine import ir
from exercise.engine.language import syntax
from exercise.engine.language.error import LanguageError
from exercise.engine.language.nearest import nearest
from exercise.engine.names import Names
from exercise.model.role import FRAMES

OUT_OF_PLAY = "out-of-play"
"""Code of an expression that names a known state or role which this scenario does not use."""
_RESERVED = ("turn", "year", "any", "low", "medium", "high")


@dataclass(frozen=True, slots=True)
class Strengths:
    """What the words low, medium and high mean in an amount, hundredths."""

    low: int
    medium: int
    high: int


@dataclass(frozen=True, slots=True)
class Lowering:
    """One expression's surroundings: the scenario's names and the variables bound around it."""

    names: Names
    bound: Mapping[str, str] = field(default_factory=dict)
    strengths: Strengths | None = None
    """Given where the expression is an amount."""

    def test(self, expr: syntax.Expr) -> ir.Test:
        """Return the flat form of a condition."""
        match expr:
            case syntax.And(parts=parts):
                return ir.Every(tuple(self.test(part) for part in parts))
            case syntax.Or(parts=parts):
                return ir.Some(tuple(self.test(part) for part in parts))
            case syntax.Not(operand=operand):
                return ir.Opposite(self.test(operand))
            case syntax.Compare(op=op, left=left, right=right):
                return ir.Versus(op, self.number(left), self.number(right))
            case syntax.Aggregate(kind="any"):
                return ir.Some(tuple(inner.test(expr.body) for inner in self._each(expr)))
            case syntax.Aggregate(kind="all"):
                return ir.Every(tuple(inner.test(expr.body) for inner in self._each(expr)))
            case syntax.Call() if expr.name in _PREDICATES:
                return self._predicate(expr)
        raise _fault(
            expr, f"this is a number, a condition is needed here{_compare_hint(expr)}", "type"
        )

    def number(self, expr: syntax.Expr) -> ir.Number:
        """Return the flat form of a number."""
        match expr:
            case syntax.Number(value=value):
                return ir.Const(value)
            case syntax.Negate(operand=operand):
                return self._negated(operand)
            case syntax.Add(left=left, right=right):
                return ir.Plus((self.number(left), self.number(right)))
            case syntax.Subtract(left=left, right=right):
                return ir.Minus(self.number(left), self.number(right))
            case syntax.Multiply(left=left, right=right):
                return ir.Times(self.number(left), self.number(right))
            case syntax.Name():
                return self._name(expr)
            case syntax.Ref():
                return ir.Slot(self.slot(expr))
            case syntax.Aggregate():
                return self._aggregate(expr)
            case syntax.Call():
                return self._function(expr)
        raise _fault(expr, "this is a condition, a number is needed here", "type")

    def slot(self, expr: syntax.Expr) -> int:
        """Return the number of the slot an expression names."""
        if isinstance(expr, syntax.Name):
            return self._slot(expr, expr.ident, ())
        if isinstance(expr, syntax.Ref):
            return self._slot(expr, expr.name, expr.args)
        raise _fault(
            expr, "the name of a slot is needed here, such as preparedness[tajikistan]", "slot"
        )

    def flag(self, expr: syntax.Expr) -> int:
        """Return the number of the flag an expression names."""
        if isinstance(expr, syntax.Name):
            return self._flag(expr, expr.ident, ())
        if isinstance(expr, syntax.Ref):
            return self._flag(expr, expr.name, expr.args)
        raise _fault(expr, "the name of a flag is needed here, such as trained[host]", "flag")

    def member(self, name: syntax.Name, domain: str) -> str:
        """Return the member of a domain a name stands for, through bound variables."""
        word = self.bound.get(name.ident, name.ident)
        if word in self._members(domain):
            return word
        bundle = self.names.bundle
        if (domain == "state" and word in bundle.model.states) or (
            domain == "role" and word in bundle.roles
        ):
            raise _fault(name, f"'{word}' does not take part in this scenario", OUT_OF_PLAY)
        raise _unknown(name, _DOMAIN_WORDS[domain], word, self._choices(domain))

    def expand(self, domain: syntax.SetRef) -> tuple[str, ...]:
        """Return the members of a set."""
        size = len(domain.args)
        if domain.name in ("states", "issues", "roles") and not size:
            return self._members(domain.name.removesuffix("s"))
        if domain.name == "neighbours" and size == 1:
            state = self.member(domain.args[0], "state")
            near = self.names.bundle.model.states[state].neighbours
            return tuple(name for name in near if name in self.names.states)
        if domain.name == "legs" and size == 1:
            return self._legs(domain.args[0])
        if domain.name == "parties" and size == 1:
            agreement = self.member(domain.args[0], "agreement")
            return self.names.groups(self.names.bundle.agreements()[agreement].parties)
        if domain.name == "measures" and size == 1:
            klass = self.member(domain.args[0], "klass")
            return tuple(
                list(self.names.numbers.measure)[n] for n in self.names.numbers.klass[klass]
            )
        known = ("states", "issues", "roles", "neighbours", "legs", "parties", "measures")
        raise _unknown(domain, "set", domain.name, known, f" (there are {', '.join(known)})")

    def match(self, args: tuple[syntax.Expr, ...], whole: syntax.Call) -> ir.Match:
        """Return the pattern of (measure or class, role, target)."""
        if not 1 <= len(args) <= 3:
            raise _fault(
                whole, f"{whole.name} takes a measure or class, a role and a target", "arguments"
            )
        measures = self.measures(_as_name(args[0]))
        role = self.role(_as_name(args[1])) if len(args) > 1 else ir.ANY
        target = self._target(_as_name(args[2])) if len(args) > 2 else ir.ANY
        return ir.Match(measures, role, target)

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
        raise _unknown(name, "measure", word, [*numbers.measure, *numbers.klass])

    def _legs(self, name: syntax.Name) -> tuple[str, ...]:
        flows = self.names.bundle.model.flows
        word = self.bound.get(name.ident, name.ident)
        if word not in flows:
            raise _unknown(name, "flow", word, flows)
        return tuple(flows[word].legs)

    def _negated(self, operand: syntax.Expr) -> ir.Number:
        inner = self.number(operand)
        if isinstance(inner, ir.Const):
            return ir.Const(-inner.value)
        if isinstance(inner, ir.Scale):
            return ir.Scale(-inner.amount, inner.value, inner.low, inner.high)
        return ir.Minus(ir.Const(0), inner)

    def _name(self, expr: syntax.Name) -> ir.Number:
        if expr.ident == "turn":
            return ir.TurnNow()
        if expr.ident == "year":
            return ir.YearNow()
        if expr.ident in ("low", "medium", "high"):
            return ir.Const(self._strength(expr))
        return ir.Slot(self._slot(expr, expr.ident, ()))

    def _strength(self, expr: syntax.Name) -> int:
        if self.strengths is None:
            raise _fault(
                expr, f"'{expr.ident}' is a strength and belongs in an amount ('by')", "strength"
            )
        words = {
            "low": self.strengths.low,
            "medium": self.strengths.medium,
            "high": self.strengths.high,
        }
        return words[expr.ident]

    def _slot(self, expr: syntax.Expr, family: str, args: tuple[syntax.Name, ...]) -> int:
        table = self.names.table
        if family not in table.scopes:
            where = (
                " (it is a flag: write flag(...))"
                if family in self.names.bundle.model.flags
                else ""
            )
            raise _unknown(
                expr, "slot", family, [*table.scopes, *_PREDICATES, *_FUNCTIONS], where, len(family)
            )
        scope = table.scopes[family]
        if not args and (family, ()) in table.index:
            return table.index[family, ()]
        if len(args) != len(scope):
            wanted = f"{family}[{', '.join(scope)}]" if scope else family
            raise _fault(expr, f"'{family}' is written {wanted}", "scope")
        keys = tuple(self.member(arg, domain) for arg, domain in zip(args, scope, strict=True))
        if (family, keys) not in table.index:
            raise _fault(expr, f"'{family}' has no slot for {', '.join(keys)}", "scope")
        return table.index[family, keys]

    def _flag(self, expr: syntax.Expr, name: str, args: tuple[syntax.Name, ...]) -> int:
        flags = self.names.bundle.model.flags
        if name not in flags:
            raise _unknown(expr, "flag", name, flags, "", len(name))
        scope = flags[name]
        if len(args) != len(scope):
            wanted = f"{name}[{', '.join(scope)}]" if scope else name
            raise _fault(expr, f"flag '{name}' is written {wanted}", "scope")
        keys = tuple(self.member(arg, domain) for arg, domain in zip(args, scope, strict=True))
        return self.names.numbers.flag[f"{name}[{', '.join(keys)}]" if keys else name]

    def _each(self, expr: syntax.Aggregate) -> Iterable[Lowering]:
        if expr.variable in self.bound or expr.variable in _RESERVED:
            raise _fault(
                expr, f"the variable '{expr.variable}' is taken; choose another letter", "variable"
            )
        for value in self.expand(expr.domain):
            yield Lowering(self.names, {**self.bound, expr.variable: value}, self.strengths)

    def _aggregate(self, expr: syntax.Aggregate) -> ir.Number:
        if expr.kind == "count":
            return ir.HowMany(tuple(inner.test(expr.body) for inner in self._each(expr)))
        if expr.kind in ("any", "all"):
            raise _fault(
                expr,
                f"'{expr.kind}' is a condition, a number is needed here; use count(...)",
                "type",
            )
        parts = tuple(inner.number(expr.body) for inner in self._each(expr))
        return {"sum": ir.Plus, "min": ir.Least, "max": ir.Greatest}[expr.kind](parts)

    def _function(self, expr: syntax.Call) -> ir.Number:
        match expr.name:
            case "change":
                self._arity(expr, 1, "one slot")
                return ir.Moved(self.slot(expr.args[0]))
            case "count":
                return ir.HowMany(tuple(self.test(arg) for arg in expr.args))
            case "min" | "max" if len(expr.args) > 1:
                parts = tuple(self.number(arg) for arg in expr.args)
                return ir.Least(parts) if expr.name == "min" else ir.Greatest(parts)
            case "turns_in_force":
                return ir.TurnsInForce(self.match(expr.args, expr))
            case "turns_since":
                self._arity(expr, 1, "one inject")
                return ir.TurnsSince(self._inject(expr.args[0]))
            case "contribution":
                return self._contribution(expr)
            case "scale":
                return self._scale(expr)
        if expr.name in _PREDICATES:
            raise _fault(
                expr, f"'{expr.name}(...)' is true or false, a number is needed here", "type"
            )
        known = [*_FUNCTIONS, *_PREDICATES]
        raise _unknown(expr, "function", expr.name, known, "", len(expr.name))

    def _contribution(self, expr: syntax.Call) -> ir.Number:
        if not 1 <= len(expr.args) <= 2:
            raise _fault(
                expr, "contribution takes an agreement and, if wanted, a party", "arguments"
            )
        agreement = self.member(_as_name(expr.args[0]), "agreement")
        role = self.role(_as_name(expr.args[1])) if len(expr.args) == 2 else ir.ANY
        return ir.Contribution(self.names.numbers.agreement[agreement], role)

    def _scale(self, expr: syntax.Call) -> ir.Number:
        if self.strengths is None:
            raise _fault(expr, "'scale' belongs in an amount ('by')", "strength")
        self._arity(expr, 4, "a strength, an expression, and the two values it runs from and to")
        amount, low, high = (self.number(expr.args[n]) for n in (0, 2, 3))
        if not (
            isinstance(amount, ir.Const)
            and isinstance(low, ir.Const)
            and isinstance(high, ir.Const)
        ):
            raise _fault(expr, "in scale the strength and both ends are plain numbers", "arguments")
        if low.value == high.value:
            raise _fault(expr, "in scale the two ends must differ", "arguments")
        return ir.Scale(amount.value, self.number(expr.args[1]), low.value, high.value)

    def _predicate(self, expr: syntax.Call) -> ir.Test:
        match expr.name:
            case "chosen":
                return ir.Chosen(self.match(expr.args, expr))
            case "in_force":
                return ir.InForce(self.match(expr.args, expr))
            case "said":
                return self._said(expr)
            case "adopted":
                return self._adopted(expr)
            case "fired":
                self._arity(expr, 1, "one inject")
                return ir.Fired(self._inject(expr.args[0]))
            case "present":
                self._arity(expr, 1, "one role")
                return ir.Present(self.role(_as_name(expr.args[0])))
            case "framed":
                return self._framed(expr)
        return self._flag_up(expr)

    def _said(self, expr: syntax.Call) -> ir.Test:
        if not 1 <= len(expr.args) <= 3:
            raise _fault(expr, "said takes a role, an issue and a frame", "arguments")
        role = self.role(_as_name(expr.args[0]))
        issue = self._or_any(expr, 1, "issue")
        frame = self._or_any(expr, 2, "frame")
        numbers = self.names.numbers
        return ir.Said(
            role,
            ir.ANY if issue is None else numbers.issue[issue],
            ir.ANY if frame is None else FRAMES.index(frame),  # type: ignore[arg-type]
        )

    def _adopted(self, expr: syntax.Call) -> ir.Test:
        if not 1 <= len(expr.args) <= 2:
            raise _fault(expr, "adopted takes an agreement and a clause", "arguments")
        agreement = self.member(_as_name(expr.args[0]), "agreement")
        numbers = self.names.numbers
        if len(expr.args) == 1 or _as_name(expr.args[1]).ident == "any":
            return ir.Adopted(numbers.agreement[agreement])
        name = _as_name(expr.args[1])
        clauses = list(self.names.bundle.agreements()[agreement].clauses)
        if name.ident not in clauses:
            raise _unknown(name, "clause", name.ident, clauses)
        return ir.Adopted(numbers.agreement[agreement], clauses.index(name.ident))

    def _framed(self, expr: syntax.Call) -> ir.Test:
        self._arity(expr, 3, "an issue, a state and a frame")
        issue, state, frame = (
            self.member(_as_name(arg), domain)
            for arg, domain in zip(expr.args, ("issue", "state", "frame"), strict=True)
        )
        slot = self.names.table.index["frame", (issue, state)]
        return ir.Versus("==", ir.Slot(slot), ir.Const(FRAMES.index(frame) * 100))  # type: ignore[arg-type]

    def _flag_up(self, expr: syntax.Call) -> ir.Test:
        if not expr.args:
            raise _fault(expr, "flag takes a flag and, where it has one, its state", "arguments")
        first = _as_name(expr.args[0], allow_ref=True)
        if isinstance(expr.args[0], syntax.Ref):
            return ir.FlagUp(self.flag(expr.args[0]))
        rest = tuple(_as_name(arg) for arg in expr.args[1:])
        return ir.FlagUp(self._flag(expr.args[0], first.ident, rest))

    def _or_any(self, expr: syntax.Call, position: int, domain: str) -> str | None:
        if len(expr.args) <= position:
            return None
        name = _as_name(expr.args[position])
        return None if name.ident == "any" else self.member(name, domain)

    def _inject(self, arg: syntax.Expr) -> int:
        name = _as_name(arg)
        known = self.names.numbers.inject
        if name.ident not in known:
            raise _unknown(name, "inject", name.ident, known)
        return known[name.ident]

    def role(self, name: syntax.Name) -> int:
        word = self.bound.get(name.ident, name.ident)
        if word == "any":
            return ir.ANY
        if word in self.names.numbers.role:
            return self.names.numbers.role[word]
        if word in self.names.bundle.model.states or word in self.names.bundle.roles:
            return ir.NOBODY
        raise _unknown(name, "role", word, self.names.roles)

    def _target(self, name: syntax.Name) -> int:
        word = self.bound.get(name.ident, name.ident)
        if word == "any":
            return ir.ANY
        if word in self.names.numbers.target:
            return self.names.numbers.target[word]
        if word in self.names.bundle.model.states:
            return ir.NOBODY
        raise _unknown(name, "target", word, self.names.targets)

    def _members(self, domain: str) -> tuple[str, ...]:
        bundle = self.names.bundle
        if domain == "klass":
            return tuple(self.names.numbers.klass)
        if domain == "leg":
            return tuple(leg for flow in bundle.model.flows.values() for leg in flow.legs)
        members: dict[str, tuple[str, ...]] = {
            "state": self.names.states,
            "role": self.names.roles,
            "issue": tuple(self.names.numbers.issue),
            "frame": FRAMES,
            "agreement": tuple(self.names.numbers.agreement),
            "audience": tuple(self.names.numbers.audience),
            "pool": tuple(bundle.model.pools),
        }
        return members[domain]

    def _choices(self, domain: str) -> list[str]:
        variables = [name for name, value in self.bound.items() if value in self._members(domain)]
        return [*self._members(domain), *variables]

    def _arity(self, expr: syntax.Call, size: int, wanted: str) -> None:
        if len(expr.args) != size:
            raise _fault(expr, f"{expr.name} takes {wanted}", "arguments")


_PREDICATES = ("chosen", "in_force", "said", "adopted", "fired", "framed", "present", "flag")
_FUNCTIONS = (
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
_DOMAIN_WORDS = {
    "state": "state",
    "issue": "issue",
    "role": "role",
    "leg": "leg",
    "frame": "frame",
    "agreement": "agreement",
    "audience": "audience",
    "pool": "pool",
    "klass": "class of measures",
}


def _as_name(arg: syntax.Expr, allow_ref: bool = False) -> syntax.Name:
    if isinstance(arg, syntax.Name):
        return arg
    if allow_ref and isinstance(arg, syntax.Ref):
        return syntax.Name(arg.name, at=arg.at, end=arg.end)
    raise _fault(arg, "a name is needed here", "arguments")


def _compare_hint(expr: syntax.Expr) -> str:
    if isinstance(expr, (syntax.Name, syntax.Ref)):
        return "; compare it with something, such as '> 40'"
    return ""


def _fault(node: syntax.Node, message: str, code: str, length: int = 0) -> LanguageError:
    return LanguageError(message, node.at, length or max(1, node.end - node.at), code)


def _unknown(
    node: syntax.Node, what: str, word: str, known: Iterable[str], more: str = "", length: int = 0
) -> LanguageError:
    close = nearest(word, list(known))
    hint = f". Did you mean '{close}'?" if close else ""
    return _fault(
        node, f"unknown {what} '{word}'{more}{hint}", f"unknown-{what.split()[0]}", length
    )

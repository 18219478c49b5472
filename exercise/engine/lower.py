"""Types: from the syntax tree of an expression to its flat form, conditions and numbers told apart."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct, field

from exercise.engine import ir
from exercise.engine.language import syntax
from exercise.engine.names import build_names
from exercise.engine.program import Program
from exercise.engine.resolve import FUNCTIONS, PREDICATES, Resolver, as_name, fault
from exercise.limits import MAX_ALL_REPEATS, MAX_REPEATS
from exercise.model.role import FRAMES

_RESERVED = ("turn", "year", "any", "low", "medium", "high")
_FRAME_NAMES: tuple[str, ...] = FRAMES
_TOO_OFTEN = (
    f"this repeats too often: one condition is written out at most {MAX_REPEATS:,} times, all together at most "
    f"{MAX_ALL_REPEATS:,}; count over fewer members, or not inside another count"
)


class Strengths(Struct, frozen=True):
    """What the words low, medium and high mean in an amount, hundredths."""

    low: int
    medium: int
    high: int


class Meter(Struct):
    """How often parts of expressions may still be written out, so that counts inside counts end in time.

    Attributes:
        left: Of the expression at hand.
        whole: Of all that share the meter.
        used: How often one was, those included that are not written out again because another has the same.
    """

    left: int = MAX_REPEATS
    whole: int = MAX_ALL_REPEATS
    used: int = 0

    def begin(self) -> None:
        """Turn to another expression."""
        self.left = min(MAX_REPEATS, self.whole)

    def take(self) -> bool:
        """Count one part; return whether it is still allowed."""
        self.left -= 1
        self.whole -= 1
        self.used += 1
        return self.left >= 0


class Lowering(Resolver, frozen=True):
    """Turns one expression into its flat form."""

    strengths: Strengths | None = None
    """Given where the expression is an amount."""
    meter: Meter = field(default_factory=Meter)
    """What the expression may still come to."""

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
            case syntax.Call() if expr.name in PREDICATES:
                return self._predicate(expr)
        raise fault(
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
        raise fault(expr, "this is a condition, a number is needed here", "type")

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
        return ir.Slot(self.named_slot(expr, expr.ident, ()))

    def _strength(self, expr: syntax.Name) -> int:
        if self.strengths is None:
            raise fault(
                expr, f"'{expr.ident}' is a strength and belongs in an amount ('by')", "strength"
            )
        words = {
            "low": self.strengths.low,
            "medium": self.strengths.medium,
            "high": self.strengths.high,
        }
        return words[expr.ident]

    def _each(self, expr: syntax.Aggregate) -> Iterable[Lowering]:
        if expr.variable in self.bound or expr.variable in _RESERVED:
            raise fault(
                expr, f"the variable '{expr.variable}' is taken; choose another letter", "variable"
            )
        for value in self.expand(expr.domain):
            if not self.meter.take():
                raise fault(expr, _TOO_OFTEN, "too-large")
            bound = {**self.bound, expr.variable: value}
            yield Lowering(self.names, bound, self.hints, self.strengths, self.meter)

    def _aggregate(self, expr: syntax.Aggregate) -> ir.Number:
        if expr.kind == "count":
            return ir.HowMany(tuple(inner.test(expr.body) for inner in self._each(expr)))
        if expr.kind in ("any", "all"):
            raise fault(
                expr,
                f"'{expr.kind}' is a condition, a number is needed here; use count(...)",
                "type",
            )
        parts = tuple(inner.number(expr.body) for inner in self._each(expr))
        if expr.kind == "sum":
            return ir.Plus(parts)
        return ir.Least(parts) if expr.kind == "min" else ir.Greatest(parts)

    def _function(self, expr: syntax.Call) -> ir.Number:
        match expr.name:
            case "change":
                self.arity(expr, 1, "one slot")
                return ir.Moved(self.slot(expr.args[0]))
            case "count":
                return ir.HowMany(tuple(self.test(arg) for arg in expr.args))
            case "min" | "max" if len(expr.args) > 1:
                parts = tuple(self.number(arg) for arg in expr.args)
                return ir.Least(parts) if expr.name == "min" else ir.Greatest(parts)
            case "turns_in_force":
                return ir.TurnsInForce(self.match(expr.args, expr))
            case "turns_since":
                self.arity(expr, 1, "one inject")
                if self.not_taken(as_name(expr.args[0])):
                    return ir.Const(0)
                return ir.TurnsSince(self.inject(expr.args[0]))
            case "contribution":
                return self._contribution(expr)
            case "scale":
                return self._scale(expr)
        if expr.name in PREDICATES:
            raise fault(
                expr, f"'{expr.name}(...)' is true or false, a number is needed here", "type"
            )
        known = [*FUNCTIONS, *PREDICATES]
        raise self.unknown(expr, "function", expr.name, known, "", len(expr.name))

    def _contribution(self, expr: syntax.Call) -> ir.Number:
        if not 1 <= len(expr.args) <= 2:
            raise fault(
                expr, "contribution takes an agreement and, if wanted, a party", "arguments"
            )
        if self.left_out(as_name(expr.args[0])):
            return ir.Const(0)
        agreement = self.member(as_name(expr.args[0]), "agreement")
        role = self.role(as_name(expr.args[1])) if len(expr.args) == 2 else ir.ANY
        return ir.Contribution(self.names.numbers.agreement[agreement], role)

    def _scale(self, expr: syntax.Call) -> ir.Number:
        if self.strengths is None:
            raise fault(expr, "'scale' belongs in an amount ('by')", "strength")
        self.arity(expr, 4, "a strength, an expression, and the two values it runs from and to")
        amount, low, high = (self.number(expr.args[n]) for n in (0, 2, 3))
        if not (
            isinstance(amount, ir.Const)
            and isinstance(low, ir.Const)
            and isinstance(high, ir.Const)
        ):
            raise fault(expr, "in scale the strength and both ends are plain numbers", "arguments")
        if low.value == high.value:
            raise fault(expr, "in scale the two ends must differ", "arguments")
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
                self.arity(expr, 1, "one inject")
                if self.not_taken(as_name(expr.args[0])):
                    return ir.Opposite(ir.Always())
                return ir.Fired(self.inject(expr.args[0]))
            case "present":
                self.arity(expr, 1, "one role")
                return ir.Present(self.role(as_name(expr.args[0])))
            case "framed":
                return self._framed(expr)
        return self._flag_up(expr)

    def _said(self, expr: syntax.Call) -> ir.Test:
        if not 1 <= len(expr.args) <= 3:
            raise fault(expr, "said takes a role, an issue and a frame", "arguments")
        role = self.role(as_name(expr.args[0]))
        issue = self._or_any(expr, 1, "issue")
        frame = self._or_any(expr, 2, "frame")
        numbers = self.names.numbers
        return ir.Said(
            role,
            ir.ANY if issue is None else numbers.issue[issue],
            ir.ANY if frame is None else _FRAME_NAMES.index(frame),
        )

    def _adopted(self, expr: syntax.Call) -> ir.Test:
        if not 1 <= len(expr.args) <= 2:
            raise fault(expr, "adopted takes an agreement and a clause", "arguments")
        if self.left_out(as_name(expr.args[0])):
            return ir.Opposite(ir.Always())
        agreement = self.member(as_name(expr.args[0]), "agreement")
        numbers = self.names.numbers
        if len(expr.args) == 1 or as_name(expr.args[1]).ident == "any":
            return ir.Adopted(numbers.agreement[agreement])
        name = as_name(expr.args[1])
        clauses = [clause for of, clause in numbers.clause if of == agreement]
        if name.ident not in clauses:
            raise self.unknown(name, "clause", name.ident, clauses)
        return ir.Adopted(numbers.agreement[agreement], clauses.index(name.ident))

    def _framed(self, expr: syntax.Call) -> ir.Test:
        self.arity(expr, 3, "an issue, a state and a frame")
        issue, state, frame = (
            self.member(as_name(arg), domain)
            for arg, domain in zip(expr.args, ("issue", "state", "frame"), strict=True)
        )
        slot = self.names.table.index["frame", (issue, state)]
        return ir.Versus("==", ir.Slot(slot), ir.Const(_FRAME_NAMES.index(frame) * 100))

    def _flag_up(self, expr: syntax.Call) -> ir.Test:
        if not expr.args:
            raise fault(expr, "flag takes a flag and, where it has one, its state", "arguments")
        first = as_name(expr.args[0], allow_ref=True)
        if isinstance(expr.args[0], syntax.Ref):
            return ir.FlagUp(self.flag(expr.args[0]))
        rest = tuple(as_name(arg) for arg in expr.args[1:])
        return ir.FlagUp(self.named_flag(expr.args[0], first.ident, rest))

    def _or_any(self, expr: syntax.Call, position: int, domain: str) -> str | None:
        if len(expr.args) <= position:
            return None
        name = as_name(expr.args[position])
        return None if name.ident == "any" else self.member(name, domain)


def lowering_for(program: Program) -> Lowering:
    """Return what turns an expression given while an exercise is played into its flat form."""
    return Lowering(build_names(program.bundle, program.slots))


def _compare_hint(expr: syntax.Expr) -> str:
    if isinstance(expr, (syntax.Name, syntax.Ref)):
        return "; compare it with something, such as '> 40'"
    return ""

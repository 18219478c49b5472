"""Conditions and amounts of the condition language as parts of sentences; never code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from exercise.authoring.describe.forms import (
    MIRRORED,
    OPPOSITE,
    OPS,
    WHOLE,
    percent_of,
    runs_on,
    whole_of,
)
from exercise.authoring.describe.teller import Teller, plain
from exercise.engine.language import (
    Add,
    Aggregate,
    And,
    Call,
    Compare,
    Expr,
    Multiply,
    Name,
    Negate,
    Not,
    Number,
    Or,
    Ref,
    SetRef,
    Subtract,
    parse,
)

_BOUND_WORDS = ("home", "host", "partner", "target", "actor", "issue")
_STRENGTHS = ("low", "medium", "high")


class Conditions:
    """Tells conditions and amounts where certain variables stand for certain things."""

    def __init__(self, teller: Teller, bound: Mapping[str, str] | None = None) -> None:
        """Take the words for variables.

        Args:
            teller: The names of the scenario.
            bound: What each variable is called in the sentence, such as ``that state`` for ``s``; what a
                measure binds by itself, such as ``home``, has its words already.
        """
        self._teller = teller
        own = {word: teller.word(f"bound-{word}") for word in _BOUND_WORDS}
        self.bound: dict[str, str] = {**own, **(bound or {})}

    def with_variable(self, variable: str, phrase: str) -> Conditions:
        """Return the same with one more variable."""
        return Conditions(self._teller, {**self.bound, variable: phrase})

    def text(self, written: str) -> str:
        """Return an authored condition as part of a sentence."""
        return self.test(parse(written))

    # --- conditions -------------------------------------------------------------------------

    def test(self, expr: Expr, holds: bool = True) -> str:
        """Return a condition in words, or that it does not hold."""
        match expr:
            case Not(operand=operand):
                return self.test(operand, not holds)
            case And(parts=parts):
                return self._joined(parts, "and" if holds else "or", holds)
            case Or(parts=parts):
                return self._joined(parts, "or" if holds else "and", holds)
            case Compare():
                return self._compared(expr, holds)
            case Aggregate(kind=kind) if kind in ("any", "all"):
                return self._each(expr, holds)
            case Call():
                return self._fact(expr, holds)
        key = "is-so" if holds else "is-not-so"
        return self._teller.word(key, what=self.amount(expr))

    def _joined(self, parts: Sequence[Expr], how: str, holds: bool) -> str:
        return self._teller.listed([self._part(part, how, holds) for part in parts], how)

    def _part(self, part: Expr, how: str, holds: bool) -> str:
        """A mixture inside another is set in brackets, so that nobody reads it the other way."""
        while isinstance(part, Not):
            part, holds = part.operand, not holds
        told = self.test(part, holds)
        if isinstance(part, And | Or):
            inner = "and" if isinstance(part, And) == holds else "or"
            return told if inner == how else f"({told})"
        return f"({told})" if runs_on(part) else told

    def _compared(self, expr: Compare, holds: bool) -> str:
        op = expr.op if holds else OPPOSITE[expr.op]
        left, right = expr.left, expr.right
        if isinstance(left, Number) and not isinstance(right, Number):
            left, right, op = right, left, MIRRORED[op]
        told = self._counted(left, op, right)
        if told:
            return told
        key = f"cmp-{OPS[op]}"
        return self._teller.word(key, left=self.amount(left), right=self.amount(right))

    def _counted(self, left: Expr, op: str, right: Expr) -> str:
        """Comparisons with a number that read better in words of their own; nothing for all others."""
        whole = whole_of(right)
        if whole is None:
            return ""
        match left:
            case Name(ident="turn" | "year" as word):
                return self._teller.word(f"{word}-{OPS[op]}", n=str(whole))
            case Call(name="turns_in_force", args=args):
                what = self._deed(args)
                return self._teller.word(f"in-force-for-{OPS[op]}", what=what, n=whole)
            case Call(name="turns_since", args=(Name(ident=inject),)):
                what = self._teller.inject(inject)
                return self._teller.word(f"since-{OPS[op]}", what=what, n=whole)
            case Call(name="change", args=(slot,)):
                return self._moved(slot, op, whole)
            case Call(name="count", args=parts):
                told = "; ".join(f"({self.test(part)})" for part in parts)
                return self._teller.word("of-these", many=self._many(op, whole), told=told)
            case Aggregate(kind="count"):
                return self._of_set(left, self._many(op, whole))
        return ""

    def _moved(self, slot: Expr, op: str, whole: int) -> str:
        what = self.amount(slot)
        if whole == 0:
            return self._teller.word(f"moved-{OPS[op]}", what=what)
        key = "moved-points-down" if whole < 0 else "moved-points-up"
        many = self._teller.word(f"by-{OPS[MIRRORED[op] if whole < 0 else op]}", n=str(abs(whole)))
        return self._teller.word(key, what=what, many=many)

    def _many(self, op: str, whole: int) -> str:
        if (op, whole) in (("==", 0), ("<", 1), ("<=", 0)):
            return self._teller.word("many-none")
        if op == ">":
            op, whole = ">=", whole + 1
        return self._teller.word(f"many-{OPS[op]}", n=whole)

    def _each(self, expr: Aggregate, holds: bool) -> str:
        keys = {"all": ("many-all", "many-not-all"), "any": ("many-any", "many-none")}
        return self._of_set(expr, self._teller.word(keys[expr.kind][not holds]))

    def _of_set(self, expr: Aggregate, many: str) -> str:
        inner = self.with_variable(expr.variable, self.member(expr.domain))
        return self._teller.word(
            "of-set", many=many, all=self.members(expr.domain), told=inner.test(expr.body)
        )

    # --- sets -------------------------------------------------------------------------------

    def members(self, domain: SetRef) -> str:
        """Return what a set is called, such as ``the states in play``."""
        of = self._named(domain.args[0].ident) if domain.args else ""
        if domain.name == "parties" and domain.args:
            of = self._teller.agreement(domain.args[0].ident)
        if domain.name == "measures" and domain.args:
            of = self._teller.app_word(f"class-{domain.args[0].ident}")
        return self._teller.word(f"set-{domain.name}", of=of)

    def member(self, domain: SetRef) -> str:
        """Return what one of a set is called, once it has been spoken of."""
        return self._other(self._teller.word(f"member-{domain.name}"))

    def _other(self, phrase: str) -> str:
        taken = set(self.bound.values())
        if phrase not in taken:
            return phrase
        return self._teller.word("another", phrase=phrase)

    def _named(self, word: str) -> str:
        if word in self.bound:
            return self.bound[word]
        model = self._teller.bundle.model
        if word in self._teller.bundle.roles or word in model.states:
            return self._teller.who(word)
        if word in model.issues:
            return self._teller.issue(word)
        if any(word in flow.legs for flow in model.flows.values()):
            return self._teller.leg(word)
        if word in model.flows:
            return self._teller.say(model.flows[word].name)
        return plain(word)

    # --- facts ------------------------------------------------------------------------------

    def _fact(self, expr: Call, holds: bool) -> str:
        words = [arg.ident if isinstance(arg, Name) else "any" for arg in expr.args]
        key = f"{expr.name}{'' if holds else '-not'}"
        match expr.name, words:
            case "chosen", _:
                return self._chosen(words, holds)
            case "in_force", _:
                return self._teller.word(key, what=self._deed(expr.args))
            case "said", [role, issue, *frame]:
                return self._said(role, issue, frame, holds)
            case "adopted", [agreement, *clause]:
                return self._adopted(agreement, clause, holds)
            case "fired", [inject]:
                return self._teller.word(key, what=self._teller.inject(inject))
            case "framed", [issue, state, frame]:
                what, where = self._named(issue), self._named(state)
                told = self._teller.frame(frame)
                return self._teller.word(key, what=what, where=where, frame=told)
            case "flag", [flag, *of]:
                return self.flag(flag, of, key)
            case "present", ["any"]:
                return self._teller.word("present-any" if holds else "present-nobody")
            case "present", [role]:
                return self._teller.word(key, who=self._named(role))
        return self._teller.word("is-so" if holds else "is-not-so", what=plain(expr.name))

    def flag(self, flag: str, of: Sequence[str], key: str = "flag") -> str:
        """Return that something is on record, and for whom."""
        what = self._teller.quoted(plain(flag))
        if of:
            who = self._teller.listed([self._named(word) for word in of])
            return self._teller.word(f"{key}-of", what=what, who=who)
        return self._teller.word(key, what=what)

    def _chosen(self, words: Sequence[str], holds: bool) -> str:
        measure, role, target = [*words, "any", "any"][:3]
        what = self.bound.get(measure) or self._teller.measure(measure)
        if target != "any":
            what = self._teller.word("aimed", what=what, at=self._named(target))
        if role == "any":
            return self._teller.word("chosen-any" if holds else "chosen-nobody", what=what)
        key = "chosen" if holds else "chosen-not"
        return self._teller.word(key, who=self._named(role), what=what)

    def _deed(self, args: Sequence[Expr]) -> str:
        """A measure with who does it and where, as far as that is said."""
        words = [arg.ident if isinstance(arg, Name) else "any" for arg in args]
        measure, role, target = [*words, "any", "any"][:3]
        what = self.bound.get(measure) or self._teller.measure(measure)
        if role != "any":
            what = self._teller.word("done-by", what=what, who=self._named(role))
        if target != "any" and target != role:
            what = self._teller.word("aimed", what=what, at=self._named(target))
        return what

    def _said(self, role: str, issue: str, frame: Sequence[str], holds: bool) -> str:
        about = self._teller.word("any-issue") if issue == "any" else self._named(issue)
        if frame and frame[0] != "any":
            about = self._teller.word("framed-as", what=about, frame=self._teller.frame(frame[0]))
        if role == "any":
            return self._teller.word("said-any" if holds else "said-nobody", about=about)
        return self._teller.word(
            "said" if holds else "said-not", who=self._named(role), about=about
        )

    def _adopted(self, agreement: str, clause: Sequence[str], holds: bool) -> str:
        key, what = "adopted" if holds else "adopted-not", self._teller.agreement(agreement)
        text = self._teller.clause(agreement, clause[0]) if clause else ""
        if not text:
            return self._teller.word(key, what=what)
        return self._teller.word(f"{key}-clause", what=what, clause=text)

    # --- amounts ----------------------------------------------------------------------------

    def amount(self, expr: Expr) -> str:
        """Return an amount in words."""
        match expr:
            case Number(value=value, percent=percent):
                return f"{self._teller.number(value)}{' %' if percent else ''}"
            case Name(ident=ident) if ident in self.bound:
                return self.bound[ident]
            case Name(ident=ident):
                return self._bare(ident)
            case Ref(name=name, args=args):
                return self._teller.slot(name, [arg.ident for arg in args], self.bound)
            case Negate(operand=operand):
                return self._teller.word("minus", what=self.amount(operand))
            case Add(left=left, right=right):
                return self._pair("plus", left, right)
            case Subtract(left=left, right=right):
                return self._pair("less", left, right)
            case Multiply():
                return self._product(expr)
            case Aggregate():
                return self._over(expr)
            case Call():
                return self._function(expr)
        return self._teller.word("is-so", what=self.test(expr))

    def _bare(self, ident: str) -> str:
        if ident in ("turn", "year"):
            return self._teller.word(f"the-{ident}")
        if ident in _STRENGTHS:
            value = getattr(self._teller.bundle.model.scales.strengths, ident)
            return self._teller.number(int(value * WHOLE))
        return self._teller.slot(ident, ())

    def _pair(self, key: str, left: Expr, right: Expr) -> str:
        return self._teller.word(key, left=self._term(left), right=self._inner(right))

    def _term(self, expr: Expr) -> str:
        """The beginning of a sum: what is added or taken away before needs no brackets."""
        return self.amount(expr) if isinstance(expr, Add | Subtract) else self._inner(expr)

    def _inner(self, expr: Expr) -> str:
        """An amount inside another, in brackets where it is made of several."""
        told = self.amount(expr)
        several = isinstance(expr, Add | Subtract | Aggregate) or (
            isinstance(expr, Call) and expr.name in ("min", "max", "sum", "count")
        )
        return f"({told})" if several else told

    def _product(self, expr: Multiply) -> str:
        left, right = expr.left, expr.right
        if isinstance(right, Number):
            left, right = right, left
        if isinstance(left, Number) and not isinstance(right, Number):
            percent = self._teller.number(percent_of(left))
            return self._teller.word("share-of", percent=percent, what=self._inner(right))
        told = (self._inner(left), self._inner(right))
        return self._teller.word("times", left=told[0], right=told[1])

    def _over(self, expr: Aggregate) -> str:
        inner = self.with_variable(expr.variable, self.member(expr.domain))
        told = (
            inner.test(expr.body)
            if expr.kind in ("count", "any", "all")
            else inner.amount(expr.body)
        )
        return self._teller.word(f"over-{expr.kind}", all=self.members(expr.domain), told=told)

    def _function(self, expr: Call) -> str:
        if expr.name == "change":
            return self._teller.word("change-of", what=self.amount(expr.args[0]))
        if expr.name == "contribution":
            return self._contribution(expr)
        if expr.name == "turns_since" and isinstance(expr.args[0], Name):
            return self._teller.word("turns-since", what=self._teller.inject(expr.args[0].ident))
        if expr.name == "turns_in_force":
            return self._teller.word("turns-in-force", what=self._deed(expr.args))
        if expr.name == "count":
            return self._teller.word(
                "how-many", told="; ".join(self.test(one) for one in expr.args)
            )
        told = [self._inner(one) for one in expr.args]
        return self._teller.word(f"{expr.name}-of", told=self._teller.listed(told))

    def _contribution(self, expr: Call) -> str:
        words = [arg.ident for arg in expr.args if isinstance(arg, Name)]
        what = self._teller.agreement(words[0])
        if len(words) > 1:
            return self._teller.word("contribution-of", what=what, who=self._named(words[1]))
        return self._teller.word("contribution-least", what=what)


__all__ = ["Conditions"]

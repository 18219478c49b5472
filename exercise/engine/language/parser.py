"""From the text of a condition to its syntax tree.

Recursive descent with guards: the length is checked before anything else, then the nesting and the
number of nodes while reading. Any text gives a tree or a ``LanguageError``, at a cost that grows
with its length only.
"""

from __future__ import annotations

from typing import NoReturn, TypeVar

from exercise.engine.language import faults
from exercise.engine.language.error import LanguageError
from exercise.engine.language.syntax import (
    Add,
    Aggregate,
    And,
    Call,
    Compare,
    Expr,
    Multiply,
    Name,
    Negate,
    Node,
    Not,
    Number,
    Or,
    Ref,
    SetRef,
    Subtract,
)
from exercise.engine.language.tokens import Token, TokenKind, tokenise
from exercise.limits import MAX_CONDITION, MAX_CONDITION_DEPTH, MAX_CONDITION_PARTS

__all__ = ["AGGREGATES", "MAX_DEPTH", "MAX_LENGTH", "MAX_NODES", "parse"]

AGGREGATES = ("count", "sum", "min", "max", "any", "all")
MAX_LENGTH = MAX_CONDITION
MAX_DEPTH = MAX_CONDITION_DEPTH
MAX_NODES = MAX_CONDITION_PARTS
_COMPARISONS = ("<", "<=", ">", ">=", "==", "!=")

_N = TypeVar("_N", bound=Node)


def parse(text: str, limit: int = MAX_LENGTH) -> Expr:
    """Read a condition or an amount.

    Brackets, calls, aggregates, ``not`` and minus signs may be nested 20 deep; the tree has at
    most 120 nodes.

    Args:
        text: What the author wrote.
        limit: The greatest number of characters.

    Raises:
        LanguageError: The text is not in the language or too large; nothing else is raised.
    """
    if len(text) > limit:
        message = f"the condition has {len(text)} characters, at most {limit} are allowed"
        hint = "split it over several rules"
        raise LanguageError(message, limit, len(text) - limit, "too-long", hint)
    return _Parser(text, tokenise(text)).whole()


def _hundredths(digits: str) -> int:
    whole, _, decimals = digits.partition(".")
    return int(whole + decimals.ljust(2, "0"))


class _Parser:
    """One pass over the tokens of one text."""

    __slots__ = ("_current", "_depth", "_index", "_nodes", "_opened", "_text", "_tokens")

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self._text = text
        self._tokens = tokens
        self._index = 0
        self._current = tokens[0]
        self._depth = 0
        self._nodes = 0
        self._opened: list[Token] = []

    def whole(self) -> Expr:
        """Read the tokens to the end."""
        expr = self._or()
        if self._current.kind is not TokenKind.END:
            raise faults.stray(self._tokens, self._index, self._opened)
        return expr

    @property
    def _end(self) -> int:
        """Where the last token that was read ends."""
        return self._tokens[self._index - 1].end

    def _advance(self) -> Token:
        token = self._current
        self._index += 1
        self._current = self._tokens[self._index]
        return token

    def _take(self, *texts: str) -> Token | None:
        """Read the current token if it is one of these keywords or signs."""
        return self._advance() if self._current.text in texts else None

    def _looks(self, ahead: int, text: str) -> bool:
        index = self._index + ahead
        return index < len(self._tokens) and self._tokens[index].text == text

    def _made(self, node: _N) -> _N:
        self._nodes += 1
        if self._nodes > MAX_NODES:
            message = f"the condition has more than {MAX_NODES} parts"
            hint = "split it over several rules"
            raise LanguageError(
                message, node.at, max(1, node.end - node.at), "too-many-parts", hint
            )
        return node

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            message = f"brackets, 'not' and minus signs are nested more than {MAX_DEPTH} deep"
            raise LanguageError(
                message, token.at, len(token.text), "too-deep", "remove brackets or split the rule"
            )

    def _open(self) -> None:
        token = self._advance()
        self._deeper(token)
        self._opened.append(token)

    def _close(self) -> None:
        if self._current.text != faults.CLOSING[self._opened[-1].text]:
            raise faults.stray(self._tokens, self._index, self._opened)
        self._advance()
        self._opened.pop()
        self._depth -= 1

    def _or(self) -> Expr:
        start = self._current.at
        parts = [self._and()]
        while self._take("or"):
            parts.append(self._and())
        if len(parts) == 1:
            return parts[0]
        return self._made(Or(tuple(parts), at=start, end=self._end))

    def _and(self) -> Expr:
        start = self._current.at
        parts = [self._not()]
        while self._take("and"):
            parts.append(self._not())
        if len(parts) == 1:
            return parts[0]
        return self._made(And(tuple(parts), at=start, end=self._end))

    def _not(self) -> Expr:
        token = self._take("not")
        if token is None:
            return self._comparison()
        self._deeper(token)
        operand = self._not()
        self._depth -= 1
        return self._made(Not(operand, at=token.at, end=self._end))

    def _comparison(self) -> Expr:
        start = self._current.at
        left = self._sum()
        left_end = self._end
        operator = self._take(*_COMPARISONS)
        if operator is None:
            return left
        middle = self._current.at
        right = self._sum()
        if self._current.text in _COMPARISONS:
            self._refuse_chain((start, middle), (left_end, self._end))
        return self._made(Compare(operator.text, left, right, at=start, end=self._end))

    def _refuse_chain(self, starts: tuple[int, int], ends: tuple[int, int]) -> NoReturn:
        self._advance()
        third = self._current.at
        self._sum()
        raise faults.chained(self._text, (*starts, third), (*ends, self._end))

    def _sum(self) -> Expr:
        start = self._current.at
        left = self._product()
        while sign := self._take("+", "-"):
            right = self._product()
            kind = Add if sign.text == "+" else Subtract
            left = self._made(kind(left, right, at=start, end=self._end))
        return left

    def _product(self) -> Expr:
        start = self._current.at
        left = self._unary()
        while self._take("*"):
            right = self._unary()
            left = self._made(Multiply(left, right, at=start, end=self._end))
        return left

    def _unary(self) -> Expr:
        token = self._take("-")
        if token is None:
            return self._atom()
        self._deeper(token)
        operand = self._unary()
        self._depth -= 1
        return self._made(Negate(operand, at=token.at, end=self._end))

    def _atom(self) -> Expr:
        token = self._current
        if token.kind is TokenKind.NUMBER:
            return self._number()
        if token.kind is TokenKind.NAME:
            return self._named()
        if token.text == "(":
            self._open()
            expr = self._or()
            self._close()
            return expr
        raise faults.value_missing(self._tokens, self._index, self._opened)

    def _number(self) -> Number:
        token = self._advance()
        percent = self._take("%") is not None
        value = _hundredths(token.text)
        return self._made(Number(value, percent, at=token.at, end=self._end))

    def _named(self) -> Expr:
        if self._looks(1, "["):
            name = self._advance()
            args = self._names()
            return self._made(Ref(name.text, args, at=name.at, end=self._end))
        if not self._looks(1, "("):
            return self._name()
        if self._current.text in AGGREGATES and self._looks(3, "in"):
            return self._aggregate()
        return self._call()

    def _name(self) -> Name:
        if self._current.kind is not TokenKind.NAME:
            raise faults.name_missing(self._tokens, self._index, self._opened)
        token = self._advance()
        return self._made(Name(token.text, at=token.at, end=token.end))

    def _names(self) -> tuple[Name, ...]:
        self._open()
        names = [self._name()]
        while self._take(","):
            names.append(self._name())
        if self._current.text not in (")", "]"):
            raise faults.not_a_name_list(self._tokens, self._index, self._opened)
        self._close()
        return tuple(names)

    def _call(self) -> Call:
        name = self._advance()
        self._open()
        args: list[Expr] = []
        if self._current.text != ")":
            args.append(self._or())
            while self._take(","):
                args.append(self._or())
        self._close()
        return self._made(Call(name.text, tuple(args), at=name.at, end=self._end))

    def _aggregate(self) -> Aggregate:
        kind = self._advance()
        self._open()
        if self._current.kind is not TokenKind.NAME:
            raise faults.name_missing(self._tokens, self._index, self._opened)
        variable = self._advance()
        self._advance()
        domain = self._set()
        if self._take(":") is None:
            raise faults.colon_missing(self._tokens, self._index, self._opened)
        body = self._or()
        self._close()
        name = variable.text
        return self._made(Aggregate(kind.text, name, domain, body, at=kind.at, end=self._end))

    def _set(self) -> SetRef:
        if self._current.kind is not TokenKind.NAME:
            raise faults.name_missing(self._tokens, self._index, self._opened)
        name = self._advance()
        args = self._names() if self._current.text in faults.CLOSING else ()
        return self._made(SetRef(name.text, args, at=name.at, end=self._end))

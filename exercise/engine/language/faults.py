"""What to say about a token that does not fit the grammar.

Pure functions from tokens to a ``LanguageError``; the parser decides when to ask.
"""

from __future__ import annotations

from collections.abc import Sequence

from exercise.engine.language.error import LanguageError, shown
from exercise.engine.language.tokens import Token, TokenKind

__all__ = [
    "CLOSING",
    "chained",
    "colon_missing",
    "name_missing",
    "not_a_name_list",
    "stray",
    "value_missing",
]

CLOSING = {"(": ")", "[": "]"}

_AGGREGATE_FORM = "write for example count(s in states: preparedness[s] > 60)"
_NAMES_ONLY = "write plain names with commas between them"


def _error(token: Token, message: str, code: str, hint: str = "") -> LanguageError:
    return LanguageError(message, token.at, max(1, len(token.text)), code, hint)


def stray(tokens: Sequence[Token], index: int, opened: Sequence[Token]) -> LanguageError:
    """Explain a token that stands where an operator or an end was due."""
    token = tokens[index]
    if bracket := _bracket_fault(token, opened):
        return bracket
    if token.kind is TokenKind.SIGN:
        return _stray_sign(tokens, index)
    if token.text == "in":
        return _misplaced_in(token)
    message = f"expected an operator between {shown(tokens[index - 1].text)} and "
    hint = "put and, or, a comparison such as ==, or + - * between them"
    return _error(token, message + shown(token.text), "missing-operator", hint)


def value_missing(tokens: Sequence[Token], index: int, opened: Sequence[Token]) -> LanguageError:
    """Explain a token that stands where a value was due."""
    token = tokens[index]
    if token.text == "in":
        return _misplaced_in(token)
    if token.text == "not":
        message = "'not' cannot stand here without brackets"
        return _error(token, message, "value-missing", "write (not ...)")
    if token.kind is TokenKind.END or token.text in (")", "]", ","):
        return _gap(tokens, index, opened)
    if token.text == "[":
        return _error(token, "'[' must follow the name of a slot", "value-missing", "slot[state]")
    message = f"expected a value, found {shown(token.text)}"
    return _error(token, message, "value-missing", "a value is a number, a name or brackets")


def name_missing(tokens: Sequence[Token], index: int, opened: Sequence[Token]) -> LanguageError:
    """Explain a token that stands where only a name may stand."""
    token = tokens[index]
    if token.kind is TokenKind.END or token.text in (")", "]", ","):
        return _gap(tokens, index, opened)
    message = f"a name must stand here, not {shown(token.text)}"
    return _error(token, message, "name-missing", _NAMES_ONLY)


def not_a_name_list(tokens: Sequence[Token], index: int, opened: Sequence[Token]) -> LanguageError:
    """Explain a token after a name in a list that may hold only names."""
    token = tokens[index]
    if bracket := _bracket_fault(token, opened):
        return bracket
    message = f"only names stand in these brackets, not {shown(token.text)}"
    return _error(token, message, "name-missing", _NAMES_ONLY)


def colon_missing(tokens: Sequence[Token], index: int, opened: Sequence[Token]) -> LanguageError:
    """Explain a token that stands where the colon after a set was due."""
    token = tokens[index]
    if token.kind is TokenKind.END and opened:
        return _unclosed(opened[-1])
    message = f"a colon must stand after the set, not {shown(token.text)}"
    return _error(token, message, "colon-missing", _AGGREGATE_FORM)


def chained(text: str, starts: tuple[int, int, int], ends: tuple[int, int, int]) -> LanguageError:
    """Explain a second comparison in a row.

    Args:
        text: The whole condition.
        starts: Where the three compared values begin.
        ends: Where they end.
    """
    left, middle, right = (text[a:b] for a, b in zip(starts, ends, strict=True))
    first = text[ends[0] : starts[1]].strip()
    second = text[ends[1] : starts[2]].strip()
    hint = "write 1 < x and x < 3"
    if ends[2] - starts[0] <= 60:
        hint = f"write {left} {first} {middle} and {middle} {second} {right}"
    return LanguageError(
        "comparisons cannot be chained",
        starts[0],
        ends[2] - starts[0],
        "chained-comparison",
        " ".join(hint.split()),
    )


def _bracket_fault(token: Token, opened: Sequence[Token]) -> LanguageError | None:
    if token.kind is TokenKind.END and opened:
        return _unclosed(opened[-1])
    if token.text not in (")", "]"):
        return None
    if not opened:
        return _error(token, f"{shown(token.text)} closes nothing", "unopened-bracket", "remove it")
    last = opened[-1]
    if CLOSING[last.text] == token.text:
        return None
    message = f"{shown(last.text)} of column {last.at + 1} is closed by {shown(token.text)}"
    return _error(token, message, "wrong-bracket", f"write {shown(CLOSING[last.text])}")


def _unclosed(opening: Token) -> LanguageError:
    message = f"{shown(opening.text)} of column {opening.at + 1} is never closed"
    return _error(opening, message, "unclosed-bracket", f"add {shown(CLOSING[opening.text])}")


def _gap(tokens: Sequence[Token], index: int, opened: Sequence[Token]) -> LanguageError:
    token = tokens[index]
    if index == 0:
        return _bracket_fault(token, opened) or _nothing_before(token)
    before = tokens[index - 1]
    if before.text not in CLOSING:
        message = f"a value must follow {shown(before.text)}"
        return _error(before, message, "trailing-operator", f"remove {shown(before.text)} or go on")
    if bracket := _bracket_fault(token, opened):
        return bracket
    if token.text == ",":
        return _nothing_before(token)
    return _error(before, "nothing stands in the brackets", "empty-brackets", "remove them")


def _nothing_before(token: Token) -> LanguageError:
    if token.kind is TokenKind.END:
        return _error(
            token, "the condition is empty", "empty-condition", "write for example turn >= 3"
        )
    return _error(token, f"a value must stand before {shown(token.text)}", "value-missing")


def _misplaced_in(token: Token) -> LanguageError:
    message = "'in' stands only after the variable of count, sum, min, max, any or all"
    return _error(token, message, "misplaced-in", _AGGREGATE_FORM)


def _stray_sign(tokens: Sequence[Token], index: int) -> LanguageError:
    token = tokens[index]
    if token.text == ",":
        return _stray_comma(tokens, index)
    if token.text == ":":
        return _error(token, "':' follows only the set of an aggregate", "stray", _AGGREGATE_FORM)
    if token.text == "%":
        return _error(token, "'%' stands only after a number, as in 30%", "stray")
    if token.text == "[":
        message = "'[' must follow the name of a slot directly"
        return _error(token, message, "stray", "write slot[state, other]")
    message = f"expected an operator before {shown(token.text)}"
    return _error(token, message, "missing-operator", "put and, or, a comparison or + - *")


def _stray_comma(tokens: Sequence[Token], index: int) -> LanguageError:
    token, before, after = tokens[index], tokens[index - 1], tokens[index + 1]
    hint = ""
    if before.kind is TokenKind.NUMBER and after.kind is TokenKind.NUMBER:
        hint = f"for a decimal write a point: {before.text}.{after.text}"
    message = "a comma stands only between the values of a call or of square brackets"
    return _error(token, message, "stray", hint)

"""Words, numbers and signs of the condition language.

Cuts a text into tokens in one pass and names the habits that people bring from spreadsheets and
other languages. It knows no grammar.
"""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from msgspec import Struct

from exercise.engine.language.error import LanguageError, shown

__all__ = ["KEYWORDS", "Token", "TokenKind", "tokenise"]

KEYWORDS = ("and", "or", "not", "in")
_MAX_DIGITS = 9
_MAX_DECIMALS = 2


class TokenKind(Enum):
    """What a token is."""

    NUMBER = "number"
    NAME = "name"
    KEYWORD = "keyword"
    SIGN = "sign"
    END = "end"


class Token(Struct, frozen=True):
    """One word, number or sign, as written, at its character offset."""

    kind: TokenKind
    text: str
    at: int

    @property
    def end(self) -> int:
        """Offset after the last character."""
        return self.at + len(self.text)


_WORD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_SIGNS = ("<=", ">=", "==", "!=", "<", ">", "+", "-", "*", "%", "(", ")", "[", "]", ",", ":")

_MISTAKES: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("single-equals", "use '==' to compare", ("=", "===")),
    ("sign-for-word", "write and / or / not in words", ("&&", "&", "||", "|", "!")),
    (
        "quotes",
        "text values are not allowed; write the name without quotes",
        (
            *("'", '"', "`", "\u2018", "\u2019", "\u201a", "\u201b", "\u201c", "\u201d", "\u201e"),
            *("\u201f", "\u00ab", "\u00bb", "\u2039", "\u203a", "\u2032", "\u2033"),
        ),
    ),
    (
        "division",
        "no division; multiply by a constant such as 0.5",
        ("/", "//", "\u00f7", "\u2215"),
    ),
    ("power", "there are no powers; only + - * calculate", ("**", "^")),
    ("curly-bracket", "only ( ) and [ ] are brackets", ("{", "}")),
    ("wrong-sign", "write '!='", ("<>", "\u2260", "!==")),
    ("wrong-sign", "write '>='", ("=>", "\u2265")),
    ("wrong-sign", "write '<='", ("=<", "\u2264")),
    ("wrong-sign", "write '-'", ("\u2212", "\u2010", "\u2011", "\u2013", "\u2014")),
    ("wrong-sign", "write '*'", ("\u00d7", "\u22c5", "\u00b7")),
    ("wrong-sign", "write ',' between values", (";",)),
)
_HABITS = {sign: (code, message) for code, message, signs in _MISTAKES for sign in signs}
_LONGEST_FIRST = sorted((*_SIGNS, *_HABITS), key=lambda sign: (-len(sign), sign))
_PIECE = re.compile(
    rf"(?P<blank>[\s\x01-\x1f\x7f-\x9f]+)|(?P<word>{_WORD.pattern})|(?P<number>[0-9]+(?:\.[0-9]*)?)"
    rf"|(?P<sign>{'|'.join(re.escape(sign) for sign in _LONGEST_FIRST)})"
)


def tokenise(text: str) -> list[Token]:
    """Cut ``text`` into tokens, the last of kind END.

    White space and control characters separate tokens. The cost grows with the length only.

    Raises:
        LanguageError: A character, number or word that the language does not have.
    """
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        piece = _PIECE.match(text, at)
        if piece is None:
            raise _point(text, at, tokens) if text[at] == "." else _unknown_character(text[at], at)
        if piece.lastgroup != "blank":
            tokens.append(_token(text, piece))
        at = piece.end()
    tokens.append(Token(TokenKind.END, "", len(text)))
    return tokens


def _token(text: str, piece: re.Match[str]) -> Token:
    if piece.lastgroup == "word":
        return _word(piece[0], piece.start())
    if piece.lastgroup == "number":
        return _number(text, piece[0], piece.start())
    return _sign(piece[0], piece.start())


def _word(word: str, at: int) -> Token:
    if word.lower() in KEYWORDS:
        if word != word.lower():
            raise LanguageError(
                f"{shown(word)} is written in lower case",
                at,
                len(word),
                "keyword-case",
                f"write {word.lower()}",
            )
        return Token(TokenKind.KEYWORD, word, at)
    if word.startswith("_"):
        message = f"a name begins with a letter from a to z, not {shown(word)}"
        raise LanguageError(message, at, len(word), "bad-name")
    if word != word.lower():
        hint = f"write {shown(word.lower())}"
        raise LanguageError("names are lower case", at, len(word), "upper-case", hint)
    return Token(TokenKind.NAME, word, at)


def _number(text: str, number: str, at: int) -> Token:
    whole, point, decimals = number.partition(".")
    if tail := _WORD.match(text, at + len(number)):
        wrong = number + tail.group()
        message = f"{shown(wrong)} is neither a number nor a name; names begin with a letter"
        raise LanguageError(message, at, len(wrong), "bad-number")
    if point and not decimals:
        raise LanguageError("digits must follow the decimal point", at, len(number), "bad-number")
    if len(whole) + len(decimals) > _MAX_DIGITS:
        message = f"a number has at most {_MAX_DIGITS} digits"
        raise LanguageError(message, at, len(number), "too-many-digits")
    if len(decimals) > _MAX_DECIMALS:
        raise LanguageError("at most two decimals", at, len(number), "too-many-decimals")
    return Token(TokenKind.NUMBER, number, at)


def _sign(sign: str, at: int) -> Token:
    if sign in _HABITS:
        code, message = _HABITS[sign]
        raise LanguageError(message, at, len(sign), code, _habit_hint(code))
    return Token(TokenKind.SIGN, sign, at)


def _habit_hint(code: str) -> str:
    if code == "sign-for-word":
        return "'&&' is and, '||' is or, '!' is not"
    return ""


def _point(text: str, at: int, before: list[Token]) -> LanguageError:
    last = before[-1] if before and before[-1].end == at else None
    following = _WORD.match(text, at + 1)
    if last and last.kind is TokenKind.NUMBER:
        return LanguageError("a number has one decimal point", at, 1, "bad-number")
    if last is None and text[at + 1 : at + 2].isdigit():
        return LanguageError(
            "a digit must stand before the decimal point", at, 1, "bad-number", "write 0.5"
        )
    hint = ""
    if last and last.kind is TokenKind.NAME and following:
        hint = f"write {shown(f'{last.text}[{following.group().lower()}]')}"
    length = 1 + (len(following.group()) if following else 0)
    return LanguageError("no attributes; write slot[state]", at, length, "attribute", hint)


def _unknown_character(character: str, at: int) -> LanguageError:
    if character == "\0":
        return LanguageError("the text holds a NUL character", at, 1, "nul", "remove it")
    name = unicodedata.name(character, "no name")
    number = f"U+{ord(character):04X} {name}"
    seen = f"{shown(character)} ({number})" if character.isprintable() else number
    if character.isalpha():
        message = f"names use the letters a to z, not {seen}"
        return LanguageError(message, at, 1, "foreign-letter", "type the Latin letter")
    message = f"the language does not use the character {seen}"
    return LanguageError(message, at, 1, "unknown-character")

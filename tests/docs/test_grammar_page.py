"""The page of the grammar is right: it takes what the parser takes and nothing else, and it prints on one sheet."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from hypothesis import example, given
from hypothesis import strategies as st

from docs.make_reference import GRAMMAR, SHEET, sheet
from exercise.engine.language import LanguageError, parse
from tests.support.pages import fences, read, without_fences

PAGE = read(GRAMMAR)
(EBNF,) = (fence.body for fence in fences(PAGE) if fence.kind == "ebnf")
KEYWORDS = ("and", "or", "not", "in")
COLUMN, COLUMN_LINES = 62, 75
"""Characters on a line of a column of the sheet, and lines in a column; measured on a printed one, with some spare."""


@dataclass(frozen=True)
class Part:
    """A part of a rule: a sequence, a choice, something repeated or optional, a sign or the name of a rule."""

    kind: str
    parts: tuple[Part, ...] = ()
    text: str = ""


class Reader:
    """Reads the rules of the page."""

    def __init__(self, text: str) -> None:
        self.words: list[str] = re.findall(r'"[^"]+"|\w+|[=;|{}()\[\]]', text)
        self.at = 0

    def rules(self) -> dict[str, Part]:
        found = {}
        while self.at < len(self.words):
            name = self.take()
            assert self.take() == "="
            found[name] = self.choice()
            assert self.take() == ";"
        return found

    def take(self) -> str:
        self.at += 1
        return self.words[self.at - 1]

    def choice(self) -> Part:
        options = [self.sequence()]
        while self.words[self.at] == "|":
            self.take()
            options.append(self.sequence())
        return options[0] if len(options) == 1 else Part("choice", tuple(options))

    def sequence(self) -> Part:
        parts = []
        while self.words[self.at] not in ("|", ";", "}", "]", ")"):
            parts.append(self.part())
        return Part("sequence", tuple(parts))

    def part(self) -> Part:
        word = self.take()
        if word in "{[(":
            inner = self.choice()
            assert self.take() == {"{": "}", "[": "]", "(": ")"}[word]
            return inner if word == "(" else Part({"{": "many", "[": "maybe"}[word], (inner,))
        return Part("sign", text=word[1:-1]) if word[0] == '"' else Part("rule", text=word)


RULES = Reader(EBNF).rules()


def ends(part: Part, tokens: tuple[str, ...], start: int) -> frozenset[int]:
    """Return where a part can end that begins at a token."""
    match part.kind:
        case "sequence":
            found = frozenset({start})
            for inner in part.parts:
                found = frozenset(end for at in found for end in ends(inner, tokens, at))
            return found
        case "choice":
            return frozenset(end for one in part.parts for end in ends(one, tokens, start))
        case "maybe":
            return ends(part.parts[0], tokens, start) | {start}
        case "many":
            found, new = frozenset({start}), frozenset({start})
            while new:
                new = frozenset(e for at in new for e in ends(part.parts[0], tokens, at)) - found
                found |= new
            return found
        case "sign":
            return frozenset({start + 1} if tokens[start : start + 1] == (part.text,) else ())
    if part.text in ("NAME", "NUMBER"):
        form = r"[a-z][a-z0-9_]*" if part.text == "NAME" else r"\d+(\.\d\d?)?"
        fits = start < len(tokens) and re.fullmatch(form, tokens[start])
        return frozenset({start + 1} if fits and tokens[start] not in KEYWORDS else ())
    return ends(RULES[part.text], tokens, start)


def is_on_the_page(tokens: tuple[str, ...]) -> bool:
    return len(tokens) in ends(RULES["condition"], tokens, 0)


def is_read(tokens: tuple[str, ...]) -> bool:
    try:
        parse(" ".join(tokens).replace(" %", "%"))
    except LanguageError:
        return False
    return True


SIGNS = sorted(set(re.findall(r'"([^"]+)"', EBNF)) - {".", "_"})
TOKENS = st.sampled_from([*SIGNS, "in", "turn", "s", "states", "fired", "3", "0.5"])


LEAVES: dict[str, list[tuple[str, ...]]] = {
    "NAME": [("turn",), ("s",), ("any",), ("flood_2",)],
    "NUMBER": [("3",), ("0.5",), ("12.25",)],
    "names": [("s",)],
    "set": [("states",)],
    "call": [("fired", "(", ")")],
    "aggregate": [("any", "(", "s", "in", "states", ":", "s", ")")],
}
"""What stands for a rule where a sentence is deep enough; a name for every rule that is not here."""


@cache
def sentences(name: str, depth: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Return sentences of a rule, with so many rules inside one another."""
    if depth <= 0 or name in ("NAME", "NUMBER"):
        return st.sampled_from(LEAVES.get(name, [("turn",)]))
    return st.deferred(lambda: made(RULES[name], depth - 1))


def made(part: Part, depth: int) -> st.SearchStrategy[tuple[str, ...]]:
    match part.kind:
        case "sequence":
            return st.tuples(*(made(one, depth) for one in part.parts)).map(joined)
        case "choice":
            return st.one_of(*(made(one, depth) for one in part.parts))
        case "maybe":
            return st.just(()) | made(part.parts[0], depth)
        case "many":
            return st.lists(made(part.parts[0], depth), max_size=2).map(joined)
        case "sign":
            return st.just((part.text,))
    return sentences(part.text, depth)


def joined(parts: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(word for part in parts for word in part)


@given(sentences("condition", 20))
def test_what_the_page_makes_is_read(tokens: tuple[str, ...]) -> None:
    assert is_on_the_page(tokens)
    # Longer ones may be over a limit, which the page tells beside the grammar.
    assert is_read(tokens) or len(tokens) > 100


@given(st.lists(TOKENS, min_size=1, max_size=7).map(tuple))
@example(("any", "(", "s", "in", "states", ":", "s", ")"))
@example(("any", "(", "s", ")"))
@example(("turn", "<", "3", "<", "3"))
@example(("not", "turn", "<", "3"))
@example(("turn", "<", "not", "3"))
@example(("-", "-", "3", "%"))
@example(("states", "[", "3", "]"))
@example(("fired", "(", ")"))
def test_the_page_and_the_parser_agree(tokens: tuple[str, ...]) -> None:
    assert is_on_the_page(tokens) == is_read(tokens)


@given(sentences("condition", 12), st.data())
def test_they_agree_on_sentences_with_one_mistake_too(
    tokens: tuple[str, ...], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(tokens) - 1))
    changed = data.draw(st.sampled_from([(), (data.draw(TOKENS),), (tokens[at], tokens[at])]))
    spoilt = (*tokens[:at], *changed, *tokens[at + 1 :])
    if len(" ".join(spoilt)) < 200:
        assert is_on_the_page(spoilt) == is_read(spoilt)


def test_every_rule_is_used_and_every_rule_used_is_there() -> None:
    used = set(re.findall(r"\b[a-zA-Z_]+\b", re.sub(r'"[^"]*"', "", EBNF)))
    assert used - {"digit", "letter"} == RULES.keys()


def test_the_sheet_is_the_page() -> None:
    """If this fails, write it again with `make reference`."""
    assert SHEET.read_text(encoding="utf-8") == sheet()


def test_the_page_fits_on_one_sheet() -> None:
    assert max(len(line) for line in EBNF.splitlines()) <= COLUMN
    assert sum(map(lines_of, [*without_fences(PAGE).splitlines(), *EBNF.splitlines()])) <= (
        2 * COLUMN_LINES
    )


def lines_of(line: str) -> float:
    """Return how many lines of a column a line of the page takes; an empty one counts half."""
    if re.fullmatch(r"\|( -+ \|)+", line):
        return 0
    if line.startswith("|"):
        cells = re.split(r"(?<!\\)\|", line.replace("`", ""))[1:-1]
        return max(len(textwrap.wrap(cell.strip(), COLUMN // 2)) or 1 for cell in cells)
    if line.startswith("#"):
        return 1.5
    return max(1, len(textwrap.wrap(line, COLUMN))) if line.strip() else 0.5

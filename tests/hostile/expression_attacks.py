"""Conditions made to harm: the parser alone, far beyond the length that files allow."""

from __future__ import annotations

from pathlib import Path

from exercise.engine.language import parse
from tests.hostile.attack import Attack, Trial, told

LONG = 200_000
TEXTS: dict[str, tuple[str, str]] = {
    "open brackets": ("(" * LONG, "500"),
    "closed brackets": ("(" * LONG + "a" + ")" * LONG, "500"),
    "minus signs": ("-" * LONG + "a", "500"),
    "nots": ("not " * LONG + "a", "500"),
    "ands": ("turn >= 3 and " * LONG + "turn >= 3", "500"),
    "attributes": ("a" + ".a" * LONG, "500"),
    "scopes": ("a" + "[a" * LONG, "500"),
    "calls": ("f(" * LONG, "500"),
    "aggregates": ("any(s in states: " * LONG, "500"),
    "digits": ("9" * 1_000_000, "500"),
    "sums": ("1 + " * LONG + "1", "500"),
    "a long name": ("a" * 1_000_000, "500"),
    "blanks": (" " * 1_000_000, "500"),
    "deep in few characters": ("(" * 240 + "1" + ")" * 240, "deep"),
    "nodes in few characters": ("1" + "+1" * 240, "120"),
    "four hundred digits": ("turn > " + "9" * 400, "at most 9 digits"),
    "decimals": ("turn > 0." + "9" * 400, "at most 9 digits"),
    "an exponent": ("turn > 1e999999999", "neither a number nor a name"),
    "a tower of powers": ("9**9**9", "there are no powers"),
    "a shift": ("1<<10**10", "there are no powers"),
    "a division": ("0.0/0.0 > 1.0", "no division"),
    "repetition of text": ("'a'*10**9", "text values are not allowed"),
    "a format": ("'{0.__class__}'.format(turn)", "text values are not allowed"),
    "a percent format": ("'%1000000000d' % 1", "text values are not allowed"),
    "a class walk": ("().__class__.__base__.__subclasses__()", "no attributes"),
    "globals": ("responded.__globals__", "no attributes"),
    "an import": ("__import__('os')", "a name begins with a letter"),
    "a lambda": ("lambda: 1", "':'"),
    "a walrus": ("(a := 3)", "="),
    "a pattern": ("(a+)+$", "does not use the character '$'"),
    "a NUL": ("turn > 1\0", "a NUL character"),
    "a foreign letter": ("turn > \u0430", "names use the letters a to z"),
    "an override": ("turn > 1 \u202e", "does not use the character"),
    "five hundred foreign letters": ("\u0430" * 500, "names use the letters a to z"),
    "marks": ("a" + "\u0301" * 499, "does not use the character"),
}


def _attack(name: str, text: str, said: str) -> Attack:
    def prepare(_: Path) -> Trial:
        return Trial(len(text.encode()), lambda: told(lambda: parse(text)))

    return Attack(name, prepare, said)


ATTACKS: tuple[Attack, ...] = tuple(_attack(name, *case) for name, case in TEXTS.items())

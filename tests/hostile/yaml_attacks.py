"""YAML made to harm the reader of one file."""

# ruff: noqa: E501  # a table reads best with one attack to a line

from __future__ import annotations

from tests.hostile.attack import Attack, yaml_attack

MEBIBYTE = 1024 * 1024
FULL = 2 * MEBIBYTE - 64
"""Nearly as many bytes as are read."""


def _alias_bomb() -> str:
    lines = (f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    return "a0: &a0 [x, x]\n" + "".join(lines)


def _merge_bomb() -> str:
    lines = (f"m{i}: &m{i} {{<<: [*m{i - 1}, *m{i - 1}]}}\n" for i in range(1, 2_000))
    return "m0: &m0 {a: 1}\n" + "".join(lines)


def _nested_map(depth: int) -> str:
    return "".join(f"{' ' * level}a:\n" for level in range(depth))


def _wide_lists() -> str:
    return "".join(f"k{i}: [{'1,' * 999}1]\n" for i in range(1_000))


ATTACKS: tuple[Attack, ...] = tuple(
    yaml_attack(name, content, said)
    for name, content, said in (
        # --- references and constructors ---
        ("alias bomb", _alias_bomb, "hostile.yaml:1:5: error: the anchor &a0 is not possible"),
        ("merge bomb", _merge_bomb, "the anchor &m0 is not possible"),
        ("self reference", lambda: "a: &a [*a]", "the anchor &a is not possible"),
        ("undefined aliases", lambda: "a: [" + "*x," * 600_000 + "]", "*x refers to another place"),
        ("merge keys", lambda: "a: {<<: {b: 1}}", "the merge key << is not possible"),
        ("python object", lambda: "a: !!python/object/apply:os.system [ls]", "tags are not possible"),
        ("binary tag", lambda: "a: !!binary " + "A" * FULL, "tags are not possible"),
        ("a tag on every value", lambda: "a: [" + "!t x," * 300_000 + "]", "tags are not possible"),
        ("a tag of a mebibyte", lambda: "a: !" + "t" * MEBIBYTE + " x", "tags are not possible"),
        ("an anchor of two mebibytes", lambda: "a: &" + "a" * FULL, "the anchor &aaaa"),
        ("tag directives", lambda: "".join(f"%TAG !a{i}! x\n" for i in range(100_000)), "a line cannot begin with %"),
        ("late tag directives", lambda: "a: 1\n" + "%TAG !a! x\n" * 90_000, "hostile.yaml:2:1: error: a line cannot begin with %"),
        # --- depth ---
        ("brackets", lambda: "[" * FULL, "nested more than 20 deep"),
        ("brackets on lines", lambda: "a: " + "[\n" * 90_000, "nested more than 20 deep"),
        ("braces", lambda: "a: " + "{a: " * 500_000, "nested more than 20 deep"),
        ("dashes", lambda: "- " * 900_000, "nested more than 20 deep"),
        ("question marks", lambda: "? " * 900_000, "a key must be text"),
        ("keys inside keys", lambda: _nested_map(2_000), "nested more than 20 deep"),
        # --- width ---
        ("a million values", lambda: "a: [" + "1," * 1_000_000 + "1]", "more than 1,000 entries"),
        ("a million empty lists", lambda: "a: [" + "[]," * 690_000 + "]", "more than 1,000 entries"),
        ("ninety thousand lines of a list", lambda: "a:\n" + "- \n" * 90_000, "more than 1,000 entries"),
        ("keys", lambda: "".join(f"k{i}: 1\n" for i in range(90_000)), "more than 1,000 entries"),
        ("lists of the greatest length", _wide_lists, "values, the most that are read"),
        ("keys in keys", lambda: "".join(f"k{i}: {{a: 1}}\n" for i in range(999)) * 90, "stands here twice"),
        ("the same key again and again", lambda: "a: 1\n" * 90_000, 'the key "a" stands here twice'),
        ("a key of two mebibytes", lambda: "k" * FULL + ": 1", "a text has at most 20,000 characters"),
        ("a quoted key of two mebibytes", lambda: '"' + "k" * FULL + '": 1', "a text has at most 20,000 characters"),
        ("a key that is a list of a million", lambda: "? [" + "1," * 900_000 + "1]\n: 1", "a key must be text"),
        # --- size and numbers ---
        ("ten megabytes", lambda: "a: " + "x" * 10_000_000, "at most 2,097,152 (2 MiB) are read"),
        ("a text of two mebibytes", lambda: "a: " + "x" * FULL, "a text has at most 20,000 characters"),
        ("a folded text of two mebibytes", lambda: "a: >\n" + "  some words on a line\n" * 90_000, "a text has at most 20,000 characters"),
        ("a quoted text of escapes", lambda: 'a: "' + "\\u0041" * (FULL // 6 - 4) + '"', "a text has at most 20,000 characters"),
        ("a text of emoji", lambda: "a: " + "\U0001f600" * (FULL // 4 - 4), "a text has at most 20,000 characters"),
        ("digits", lambda: "a: " + "9" * 19_000, "has 19000 digits"),
        ("a number in base 60", lambda: "a: " + "59:" * 600_000 + "59", "a text has at most 20,000 characters"),
        ("an exponent", lambda: "a: 1e999999999", "hostile.yaml:1:4: error"),
        ("infinity", lambda: "a: .inf", "hostile.yaml:1:4: error"),
        ("twenty thousand long numbers", lambda: "a: [" + "9" * 80 + ("," + "9" * 80) * 20_000 + "]", "has 80 digits"),
        # --- syntax ---
        ("an open quote", lambda: 'a: "' + "x and y\n" * 90_000, "has no closing quote"),
        ("an open single quote", lambda: "a: '" + "x and y\n" * 90_000, "has no closing quote"),
        ("an open bracket at the end", lambda: "a: 1\n" * 0 + "b: x\n" + "c: [" + "x " * 900_000, "hostile.yaml:"),
        ("documents", lambda: "---\n" * 90_000, "a second document begins here"),
        ("colons", lambda: ":" * FULL, "hostile.yaml:1:"),
        ("commas", lambda: "a: [" + "," * 1_000_000, "hostile.yaml:1:"),
        ("tabs", lambda: "a:\n" + "\t- x\n" * 90_000, "tab"),
        ("comments", lambda: "# x\n" * 520_000, "more than 100,000 lines"),
        ("blank lines", lambda: "\n" * FULL, "more than 100,000 lines"),
        ("blanks", lambda: " " * FULL, "the file is empty"),
        ("block indentation", lambda: "a: |9\n" + " " * FULL, "a text has at most 20,000 characters"),
        # --- characters ---
        ("UTF-16", lambda: ("a: 1\n" * 100_000).encode("utf-16"), "this file is UTF-16"),
        ("UTF-16 without a mark", lambda: ("a: 1\n" * 100_000).encode("utf-16-le"), "this file is UTF-16"),
        ("UTF-32", lambda: ("a: 1\n" * 100_000).encode("utf-32"), "hostile.yaml:1:1: error"),
        ("a NUL at the end", lambda: "a: x\n" * 1 + "b: " + "x" * 1_900_000 + "\0", "a NUL character (U+0000)"),
        ("NULs", lambda: b"a: " + b"\0" * FULL, "a NUL character (U+0000)"),
        ("a surrogate", lambda: "a: \ud800", "the byte 0xED is not UTF-8"),
        ("an escaped surrogate", lambda: 'a: "\\ud800"', "hostile.yaml:1:"),
        ("an overlong slash", lambda: b"a: \xc0\xaf", "the byte 0xC0 is not UTF-8"),
        ("a wrong byte at the end", lambda: b"a: " + b"x" * 1_900_000 + b"\xff", "the byte 0xFF is not UTF-8"),
        ("two byte order marks", lambda: b"\xef\xbb\xbf\xef\xbb\xbfa: 1", "U+FEFF"),
        ("bidirectional override", lambda: "a: x\u202e)(y", "U+202E"),
        ("isolates", lambda: "a: " + "\u2066x\u2069" * 200_000, "U+2066"),
        ("zero width", lambda: "a\u200b: 1", "U+200B"),
        ("tag characters", lambda: "a: x\U000e0041", "U+E0041"),
        ("escaped override", lambda: 'a: "\\u202e"', "U+202E"),
        ("line separators", lambda: "a: x\u2028b: y", "U+2028"),
        ("terminal escapes", lambda: "a: \x1b[2J", "the control character U+001B"),
        ("stacked marks", lambda: "a: x" + "\u0301" * 900_000, "a row of more than 8 marks on one letter"),
        ("carriage returns", lambda: "a: x\r" * 90_000, "stands here twice"),
    )
)  # fmt: skip

"""Scenarios made to harm: well-formed files that ask for more than any exercise can be."""

# ruff: noqa: E501  # a table reads best with one attack to a line

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from tests.hostile.attack import Attack, library_attack, tiny_file

HEAD = "scenarios/tiny/scenario.yaml"
INJECTS = "scenarios/tiny/injects.yaml"
NOTE = "scenarios/tiny/concept-note.md"
MODEL = "scenarios/models/tiny-model"
RULES = f"{MODEL}/rules.yaml"
FULL = 256 * 1024
"""Bytes of the largest notes that are read."""
STATES = "states: [rivermark, highvale]\n"


def _head(old: str, new: str) -> Callable[[], dict[str, str]]:
    return lambda: {HEAD: tiny_file(HEAD, old, new)}


def _head_more(more: Callable[[], str]) -> Callable[[], dict[str, str]]:
    return lambda: {HEAD: tiny_file(HEAD, more=more())}


def _rule(name: str, body: str) -> str:
    return f"{name}:\n{body}  why: It is so.\n  source: design value\n"


def _for(count: int, members: str) -> str:
    scopes = ", ".join(f"v{i}: {members}" for i in range(count))
    effects = "  effects:\n    - {change: insecurity, by: 1}\n"
    return _rule("wide", f"  for: {{{scopes}}}\n  when: turn > 0\n{effects}")


def _rules(more: Callable[[], str]) -> Callable[[], dict[str, str]]:
    return lambda: {RULES: tiny_file(RULES, more=more())}


def _condition(text: str) -> str:
    return _rule("wide", f"  when: {text}\n  effects:\n    - {{change: insecurity, by: 1}}\n")


def _many_states(count: int) -> dict[str, str]:
    names = [f"s{i}" for i in range(count)]
    card = "  name: {}\n  weight: 1\n  willingness: 60\n  ability: 50\n  diverted: 10\n  source: design value\n"
    states = "".join(f"{name}:\n{card.format(name)}" for name in names)
    listed = f"states: [rivermark, highvale, {', '.join(names)}]\n"
    return {
        f"{MODEL}/states.yaml": tiny_file(f"{MODEL}/states.yaml", more=states),
        HEAD: tiny_file(HEAD, STATES, listed),
    }


def _wide_in_many_states() -> dict[str, str]:
    return {**_many_states(58), RULES: tiny_file(RULES, more=_for(3, "states"))}


def _counts_in_many_states() -> dict[str, str]:
    inner = "turn > 0"
    for letter in "abcdef":
        inner = f"count({letter} in states: {inner}) > 0"
    return {**_many_states(58), RULES: tiny_file(RULES, more=_condition(f'"{inner}"'))}


def _rules_in_many_states() -> dict[str, str]:
    effects = "  effects:\n    - {change: 'cohesion[a]', by: 1}\n"
    rules = (
        _rule(f"r{i}", f"  for: {{a: states, b: states}}\n  when: turn > {i}\n{effects}")
        for i in range(300)
    )
    return {**_many_states(58), RULES: tiny_file(RULES, more="".join(rules))}


def _wide_flags() -> dict[str, str]:
    model = f"{MODEL}/model.yaml"
    wide = "flags:\n" + "".join(f"  f{i}: [{', '.join(['state'] * 18)}]\n" for i in range(9))
    return {model: tiny_file(model, "flags:\n", wide)}


def _wide_quantity() -> dict[str, str]:
    name = f"{MODEL}/quantities.yaml"
    card = "wide:\n  name: W\n  text: W.\n  scope: [{}]\n  start: 1\n  family: driver\n  higher_is: neutral\n  source: design value\n"
    return {name: tiny_file(name, more=card.format(", ".join(["state"] * 18)))}


def _offer(count: int) -> dict[str, str]:
    names = ", ".join(f"m{i}" for i in range(count))
    return {INJECTS: tiny_file(INJECTS, "measures: [open_shelter]", f"measures: [{names}]")}


def _same_offer(count: int) -> dict[str, str]:
    names = ", ".join(["open_shelter"] * count)
    return {INJECTS: tiny_file(INJECTS, "measures: [open_shelter]", f"measures: [{names}]")}


def _kindless(count: int) -> dict[str, str]:
    effects = "".join(f"    - {{x{i}: 1}}\n" for i in range(count))
    return {INJECTS: tiny_file(INJECTS, "    - release: rumour\n", effects)}


def _empty_entries(section: str, count: int) -> dict[str, str]:
    return {f"scenarios/tiny/{section}.yaml": "".join(f"e{i}: {{}}\n" for i in range(count))}


def _every_section_empty() -> dict[str, str]:
    sections = ("injects", "measures", "rules", "agreements", "red_lines")
    return {
        f"scenarios/tiny/{s}.yaml": "".join(f"e{i}: {{}}\n" for i in range(990)) for s in sections
    }


def _unknown_in_injects() -> dict[str, str]:
    text = (
        "i{0}:\n  kind: scheduled\n  turn: 1\n  title: T\n  text: T\n  from: F\n  to: [nobody{0}]\n  expected: E\n"
        "  issue: issue{0}\n  phrases: [phrase{0}]\n  objectives: [objective{0}]\n  source: design value\n"
    )
    return {INJECTS: tiny_file(INJECTS, more="".join(text.format(i) for i in range(340)))}


def _unknown_in_conditions() -> dict[str, str]:
    return {RULES: tiny_file(RULES, more="".join(_named_rule(i) for i in range(560)))}


def _named_rule(number: int) -> str:
    effects = f"  effects:\n    - {{change: 'nothing{number}[s]', by: 1}}\n"
    return _rule(
        f"r{number}", f"  for: {{s: states}}\n  when: preparednes{number}[s] > 1\n{effects}"
    )


def _folder(count: int) -> Callable[[], dict[str, str]]:
    item = "  - x\n"
    return lambda: {f"scenarios/tiny/rules/r{i}.yaml": f"a{i}:\n{item * 900}" for i in range(count)}


def _full_folder() -> dict[str, str]:
    return {f"scenarios/tiny/n{i}.md": "Text goes on. " * 18_000 for i in range(20)}


def _link(root: Path) -> None:
    (root / "scenarios/tiny/rules.yaml").symlink_to("/etc/passwd")


def _device(root: Path) -> None:
    (root / "scenarios/tiny/rules.yaml").symlink_to("/dev/zero")


def _pipe(root: Path) -> None:
    os.mkfifo(root / "scenarios/tiny/rules.yaml")


def _prose(text: Callable[[], str]) -> Callable[[], dict[str, str]]:
    return lambda: {NOTE: text().encode()[:FULL].decode(errors="ignore")}


def _texts(text: str) -> Callable[[], dict[str, str]]:
    return lambda: {
        INJECTS: tiny_file(INJECTS, "Families arrive at the crossing of {rivermark}.", f"'{text}'")
    }


_UNIX = (
    library_attack("a link out of the folder", dict, "this is a link out of the folder", _link),
    library_attack("a link to a device", dict, "this is a link out of the folder", _device),
    library_attack("a pipe", dict, "this is not a file that can be read", _pipe),
) if hasattr(os, "mkfifo") else ()  # fmt: skip

ATTACKS: tuple[Attack, ...] = (
    # --- width ---
    library_attack("a hundred thousand states", _head(STATES, f"states: [{'rivermark,' * 120_000}]\n"), "more than 1,000 entries"),
    library_attack("nine hundred states unknown", _head(STATES, f"states: [{', '.join(f's{i}' for i in range(900))}]\n"), "at most 60"),
    library_attack("seven hundred states", lambda: _many_states(700), "at most 60"),
    library_attack("ninety thousand unknown names", _head("states: [rivermark, highvale]\n", "states: [rivermark, highvale]\nwithout_rules: [" + ", ".join(f"r{i}" for i in range(90_000)) + "]\n"), "more than 1,000 entries"),
    library_attack("nine hundred unknown names", _head_more(lambda: "without_rules: [" + ", ".join(f"closing_feeds_smuggler{i}" for i in range(900)) + "]\n"), "unknown rule"),
    library_attack("nine hundred unknown flags", _head_more(lambda: "flags: {" + ", ".join(f"f{i}: [stat]" for i in range(900)) + "}\n"), "stat"),
    library_attack("ninety thousand unknown keys", _head_more(lambda: "".join(f"k{i}: 1\n" for i in range(90_000))), "more than 1,000 entries"),
    library_attack("nine hundred unknown keys", _head_more(lambda: "".join(f"turn_lengt{i}: 1\n" for i in range(900))), "unknown key 'turn_lengt0'"),
    library_attack("unknown keys in every inject", lambda: {INJECTS: "".join(f"i{i}: {{{', '.join(f'titl{n}: x' for n in range(20))}}}\n" for i in range(220))}, "is missing"),
    library_attack("an unknown key of a mebibyte", _head_more(lambda: "k" * 1_000_000 + ": 1\n"), "a key with a colon"),
    library_attack("nine hundred empty injects", lambda: _empty_entries("injects", 900), "is missing"),
    library_attack("nine hundred empty rules", lambda: _empty_entries("rules", 900), "is missing"),
    library_attack("every section full of nothing", _every_section_empty, "is missing"),
    library_attack("unknown names in every inject", _unknown_in_injects, "unknown"),
    library_attack("unknown names in every condition", _unknown_in_conditions, "unknown"),
    library_attack("thirty thousand effects without a kind", lambda: _kindless(30_000), "more than 1,000 entries"),
    library_attack("nine hundred effects without a kind", lambda: _kindless(900), "unknown key"),
    library_attack("an offer of a hundred thousand", lambda: _offer(100_000), "more than 1,000 entries"),
    library_attack("an offer of nine hundred", lambda: _offer(900), "at most 40"),
    library_attack("an offer of one measure nine hundred times", lambda: _same_offer(900), "at most 40"),
    library_attack("a name of sixty thousand letters", _head("preset: plain", f"preset: {'p' * 60_000}"), "a text has at most 20,000 characters"),
    library_attack("a text of a mebibyte", _texts("x" * 1_000_000), "a text has at most 20,000 characters"),
    # --- products ---
    library_attack("twenty variables", _rules(lambda: _for(20, "states")), "variables of one rule: at most 4"),
    library_attack("nine hundred variables", _rules(lambda: _for(900, "states")), "variables of one rule: at most 4"),
    library_attack("three variables over sixty states", _wide_in_many_states, "this rule repeats more than 4,000 times"),
    library_attack("three hundred rules over pairs of sixty states", _rules_in_many_states, "repetitions of rules"),
    library_attack("counts inside counts", _rules(lambda: _condition('"' + "count(a in states: " * 18 + "turn > 0" + ") > 0" * 18 + '"')), "taken"),
    library_attack("counts over sixty states inside one another", _counts_in_many_states, "this repeats too often"),
    library_attack("eighteen scopes of a flag", _wide_flags, "domains in one scope: at most 3"),
    library_attack("eighteen scopes of an indicator", _wide_quantity, "domains in one scope: at most 3"),
    # --- folders ---
    library_attack("a thousand files", _folder(1_000), "this folder holds more than"),
    library_attack("two hundred wide files", _folder(200), "this folder holds more than"),
    library_attack("forty mebibytes of notes", _full_folder, "this folder holds more than"),
    *_UNIX,
    # --- prose ---
    library_attack("unclosed quotes", _prose(lambda: "“" * 700_000), ""),
    library_attack("unclosed plain quotes", _prose(lambda: '" ' * 1_000_000), ""),
    library_attack("unclosed guillemets", _prose(lambda: "«" * 1_000_000), ""),
    library_attack("unclosed low quotes", _prose(lambda: "„" * 690_000), ""),
    library_attack("quoted wordings", _prose(lambda: '"illegal migrants" ' * 110_000), "wording"),
    library_attack("wordings on one line", _prose(lambda: "illegal migrants " * 120_000), "wording"),
    library_attack("wordings on lines", _prose(lambda: "illegal migrants\n" * 120_000), "wording"),
    library_attack("half a wording", _prose(lambda: "illegal " * 260_000), ""),
    library_attack("half a wording, then blanks", _prose(lambda: "illegal" + " " * 2_000_000), ""),
    library_attack("half a wording, then a long word", _prose(lambda: "flood of " + "a" * 2_000_000), ""),
    library_attack("open placeholders", _prose(lambda: "{" * FULL), ""),
    library_attack("long open placeholders", _prose(lambda: ("{" + "a" * 1_000) * 2_000), ""),
    library_attack("unknown placeholders", _prose(lambda: "{rivermar} " * 190_000), "the placeholder"),
    library_attack("unknown placeholders on lines", _prose(lambda: "{rivermar}\n" * 190_000), "the placeholder"),
    library_attack("a placeholder of 260,000 letters", _prose(lambda: "{" + "a" * 260_000 + "}"), "the placeholder"),
    library_attack("every wording's first words", _prose(lambda: "illegal flood swarm invasion horde wave parasite burden " * 5_000), ""),
    library_attack("plain prose", _prose(lambda: "People wait at the river and ask for places. " * 48_000), ""),
    library_attack("placeholders in a text", _texts("{rivermar}" * 790), "the placeholder"),
    library_attack("wordings in a text", _texts("illegal migrants " * 460), "wording"),
    library_attack("a note of four mebibytes", lambda: {NOTE: "x" * 4_000_000}, "at most 262,144 (256 KiB) are read"),
    library_attack("a note with an override", lambda: {NOTE: "x \u202e y"}, "U+202E"),
)  # fmt: skip

"""Templates: lines that stand where marks hold, lists, shared pieces and values."""

from __future__ import annotations

import pytest

from exercise.authoring.template import Scope, filled

SCOPE = Scope(
    values={"home": "rivermark", "schema": "$schema"},
    marks=frozenset({"en", "voice"}),
    repeated={
        "seat": (Scope({"role": "a"}), Scope({"role": "b"}, frozenset({"cell"}))),
        "turn": (),
    },
)


def fill(template: str) -> str:
    return filled(template, SCOPE, {"piece": "en| shared $home\nru| общее\n"})


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("plain line\n", "plain line\n"),
        ("no end of line", "no end of line"),
        ("", ""),
        ("en| one\nru| один\n", "one\n"),
        ("en|   - indented\n", "  - indented\n"),
        ("en| \n", "\n"),
        ("en voice| both\nru voice| оба\nvoice| each\n", "both\neach\n"),
        ("seat| - $role of $home\n", "- a of rivermark\n- b of rivermark\n"),
        ("seat| - $role\ncell seat|   cell\nen seat|   x\n", "- a\n  x\n- b\n  cell\n  x\n"),
        ("before\nturn| never\nafter\n", "before\nafter\n"),
        ("include| piece\nend\n", "shared rivermark\nend\n"),
        ("# $schema=x\n", "# $schema=x\n"),
        ("  text: |\n    block\n", "  text: |\n    block\n"),
        ("| a | table |\n", "| a | table |\n"),
        ("preparedness[$home] < 30\n", "preparedness[rivermark] < 30\n"),
    ],
)
def test_a_template_is_filled(template: str, text: str) -> None:
    assert fill(template) == text


@pytest.mark.parametrize("template", ["$nobody\n", "include| nothing\n", "$role outside a list\n"])
def test_what_a_template_names_must_be_there(template: str) -> None:
    with pytest.raises(KeyError):
        fill(template)

"""The pages for people tell the truth: links, files, commands, examples, words, codes."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from exercise.catalogue import Catalogue
from exercise.cli import build_parser
from exercise.engine.language import parse as parse_expression
from exercise.errors import RefusalCode
from exercise.library.strict_yaml import MappingNode, Node, ScalarNode, SequenceNode, parse
from exercise.library.validation import validate
from exercise.model.case import CaseFile
from exercise.model.effect import EFFECT_KEYS
from exercise.model.inject import Inject
from exercise.model.measure import Measure
from exercise.model.pieces import PieceLibrary
from exercise.model.role import FRAMES
from exercise.model.rule import Rule
from exercise.model.scenario import Aliases, Scenario
from tests.support.pages import (
    DOCS,
    PAGES,
    ROOT,
    Fence,
    fences,
    inline_code,
    links,
    read,
    section,
    tables,
    without_fences,
)

ENTRIES: dict[str, type[BaseModel]] = {
    "rules.yaml": Rule,
    "measures.yaml": Measure,
    "injects.yaml": Inject,
}
WHOLE: dict[str, type[BaseModel]] = {
    "scenario.yaml": Scenario,
    "cases.yaml": CaseFile,
    "fictional.yaml": Aliases,
    "library.yaml": PieceLibrary,
}
SECTIONS = ("injects", "measures", "rules", "agreements", "red_lines")
EXPRESSIONS = ("when", "by", "chance")
FOLDERS = ("exercise", "tests", "docs", "scenarios", "roles", "requirements", "bench")
IN_EXAMPLES = ("scenarios/two-posts", "my-library")
OF_A_MACHINE = re.compile(r"(?<![\w.~])/(home|root|tmp|work|usr|Users)/|[A-Z]:\\")


def name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_link_leads_to_a_file_or_heading(page: Path) -> None:
    for target in links(read(page)):
        if target.startswith(("http://", "https://")):
            continue
        path, _, anchor = target.partition("#")
        goal = (page.parent / path).resolve() if path else page
        assert goal.exists(), target
        assert not anchor or anchor in anchors(read(goal)), target


def anchors(text: str) -> set[str]:
    """Return the anchors of a page's headings."""
    titles = re.findall(r"^#+ (.*)$", without_fences(text), re.M)
    return {re.sub(r"[^\w\- ]", "", title).strip().lower().replace(" ", "-") for title in titles}


@pytest.mark.parametrize("page", [ROOT / "README.md", *sorted(DOCS.rglob("*.md"))], ids=name)
def test_every_file_and_folder_named_is_there(page: Path) -> None:
    for word in inline_code(read(page)):
        path = word.rstrip("/")
        if not path.startswith(tuple(f"{folder}/" for folder in FOLDERS)):
            continue
        if path.startswith(IN_EXAMPLES):
            continue
        assert (ROOT / path).exists(), word


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_no_page_names_a_path_of_some_machine(page: Path) -> None:
    assert OF_A_MACHINE.search(read(page)) is None


def commands(page: Path) -> Iterator[str]:
    """Yield every line of a page that calls the program."""
    for fence in fences(read(page)):
        if fence.kind == "sh":
            for line in fence.body.splitlines():
                if line.split("#")[0].strip().split(" ")[0] == "exercise":
                    yield line
    for code in inline_code(read(page)):
        if code.startswith("exercise ") and not code.endswith(("…", "...")):
            yield code


@pytest.mark.parametrize("page", PAGES, ids=name)
def test_every_command_shown_is_one_the_program_takes(page: Path) -> None:
    for line in commands(page):
        words = shlex.split(line, comments=True)[1:]
        try:
            build_parser().parse_args(words)
        except SystemExit as end:
            assert end.code == 0, line


def test_the_pages_show_every_command() -> None:
    shown = {line.split()[1] for page in PAGES for line in commands(page) if len(line.split()) > 1}
    actions = build_parser()._subparsers
    assert actions is not None
    known = {word for action in actions._group_actions for word in action.choices or ()}
    assert known <= shown


def yaml_fences() -> list[tuple[str, Fence]]:
    return [
        (page.name, fence) for page in PAGES for fence in fences(read(page)) if fence.kind == "yaml"
    ]


@pytest.mark.parametrize(("page", "fence"), yaml_fences())
def test_every_piece_of_yaml_is_what_its_first_line_says(page: str, fence: Fence) -> None:
    words = fence.first_line.removeprefix("# ").split()
    file = words[0].rsplit("/", 1)[-1]
    tree = parse(fence.body, page)
    for text in expressions(tree):
        parse_expression(text)
    if "(part)" in words:
        assert all(key in Scenario.model_fields for key in tree.entries)
    elif file in ENTRIES:
        for _, node in tree.entries.values():
            assert validate(ENTRIES[file], node)[1] == []  # type: ignore[arg-type]
    else:
        problems = validate(WHOLE[file], tree, SECTIONS)[1]
        assert [problem.message for problem in problems if "injects" not in problem.message] == []


def expressions(node: Node) -> Iterator[str]:
    """Yield what stands where the language is written."""
    if isinstance(node, MappingNode):
        for key, (_, value) in node.entries.items():
            if key in EXPRESSIONS and isinstance(value, ScalarNode):
                yield value.text
            else:
                yield from expressions(value)
    elif isinstance(node, SequenceNode):
        for item in node.items:
            yield from expressions(item)


def test_semantics_describes_every_effect() -> None:
    (rows,) = tables(section(read(DOCS / "semantics.md"), "4. Effects"))
    assert {row[0].strip("`") for row in rows[1:]} == {*EFFECT_KEYS}


def test_semantics_names_the_frames_in_the_order_that_settles_a_tie() -> None:
    assert ", ".join(FRAMES) in read(DOCS / "semantics.md")


def test_the_table_of_refusals_is_the_closed_set() -> None:
    (rows,) = tables(section(read(DOCS / "architecture.md"), "Refusal codes"))
    assert [row[0].strip("`") for row in rows[1:]] == [code.value for code in RefusalCode]


def test_the_codes_of_the_check_are_given_by_the_program() -> None:
    (rows,) = tables(section(read(DOCS / "designer.md"), "What the check says"))
    sources = "\n".join(
        path.read_text(encoding="utf-8") for path in sorted((ROOT / "exercise").rglob("*.py"))
    )
    for row in rows[1:]:
        for code in re.findall(r"`([a-z-]+)`", row[0]):
            made = code.startswith("unknown-") and '"unknown-{what' in sources
            assert made or f'"{code}"' in sources, code


@pytest.mark.parametrize(
    ("page", "title", "column"),
    [("participant.md", "In plain mode", 1), ("facilitator.md", "Plain mode", 2)],
)
def test_every_word_to_type_is_a_word_of_the_plain_mode(page: str, title: str, column: int) -> None:
    words = [
        word
        for rows in tables(section(read(DOCS / page), title))
        for row in rows[1:]
        for word in re.findall(r"`([a-z-]+)`", row[column])
    ]
    assert words
    said = Catalogue("en")
    assert [word for word in words if not said.has(f"command-{word}")] == []
    assert [said.say(f"command-{word}") for word in words] == words


def test_the_readme_is_short() -> None:
    assert len(read(ROOT / "README.md").splitlines()) <= 140

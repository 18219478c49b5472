from __future__ import annotations

import re
from pathlib import Path

import pytest
from msgspec.structs import replace

from exercise.engine.compile import compile_bundle
from exercise.errors import ExerciseError
from exercise.report.handouts import from_markdown, write_handouts
from tests.report.test_report import Balanced
from tests.support.noted import noted_program
from tests.support.tiny import tiny_bundle, tiny_program

OPEN_FILES = ("participants.html", "order-form.html")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder = tmp_path_factory.mktemp("handouts") / "new"
    return {
        path.name: path.read_text(encoding="utf-8")
        for path in write_handouts(tiny_program(), folder)
    }


def test_there_is_one_file_for_each_reader(pages: dict[str, str]) -> None:
    assert sorted(pages) == [
        "facilitator.html",
        "order-form.html",
        "participants.html",
        "role-aid-body.html",
        "role-rivermark.html",
    ]
    for text in pages.values():
        page = Balanced()
        page.feed(text)
        assert page.open == []


def test_participants_files_hold_no_spoilers(pages: dict[str, str]) -> None:
    """Everything that comes later, is meant for one seat, or is a value of the model is a canary here."""
    bundle = tiny_bundle()
    canaries = ["Two posts are empty.", "insecurity"]
    for inject in bundle.injects().values():
        canaries += [
            str(inject.title),
            str(inject.expected),
            str(inject.text)[:20],
            *map(str, inject.private.values()),
        ]
    canaries += [*bundle.rules(), *(str(rule.why) for rule in bundle.rules().values())]
    for name in OPEN_FILES:
        assert not [canary for canary in canaries if canary in pages[name]], name


def test_a_role_card_holds_its_own_secrets_and_no_others(pages: dict[str, str]) -> None:
    assert "Two posts are empty." in pages["role-rivermark.html"]
    assert "For the seat of Rivermark only" in pages["role-rivermark.html"]
    assert "Two posts are empty." not in pages["role-aid-body.html"]
    for name in ("role-rivermark.html", "role-aid-body.html"):
        assert "A rumour" not in pages[name] and "forty families" not in pages[name]


def test_a_role_card_lists_the_measures_open_to_it(pages: dict[str, str]) -> None:
    assert "Close the crossing" in pages["role-rivermark.html"]
    assert "Close the crossing" not in pages["role-aid-body.html"]
    assert "Needs: There must be somebody to train." in pages["role-aid-body.html"]


def test_the_facilitator_gets_every_inject_with_its_expected_action(pages: dict[str, str]) -> None:
    for inject in tiny_bundle().injects().values():
        assert str(inject.expected) in pages["facilitator.html"]
    assert "Only for Aid body: Your stores hold tents" in pages["facilitator.html"]
    assert "Not for players" in pages["facilitator.html"]


def test_ground_rules_say_that_information_differs(pages: dict[str, str]) -> None:
    assert "Some roles receive information that others do not have" in pages["participants.html"]
    assert "What is reported happens." in pages["participants.html"]
    assert "Values are exercise parameters." in pages["participants.html"]


def test_the_concept_note_cannot_bring_markup_scripts_or_links() -> None:
    shown = from_markdown(
        "# Head\n\n<script>x</script>\n\n[a](javascript:x) [b](https://x.example) ![c](https://x.example/i.png)\n"
        "<https://x.example>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n"
    )
    assert "<h1>Head</h1>" in shown and "<table>" in shown
    assert "<script" not in shown and "<img" not in shown and "href" not in shown


def test_other_names_reach_every_page(tmp_path: Path) -> None:
    bundle = tiny_bundle().model_copy(update={"names": {"rivermark": "Westbank"}})
    program = replace(compile_bundle(bundle).program, bundle=bundle)
    for path in write_handouts(program, tmp_path):
        text = path.read_text(encoding="utf-8")
        assert "{rivermark}" not in text
        assert ">Rivermark<" not in text


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(ExerciseError, match="cannot be written"):
        write_handouts(tiny_program(), tmp_path / "file")


def test_a_content_note_stands_before_the_text_of_its_slips_and_nowhere_else(
    tmp_path: Path,
) -> None:
    note = "Content note: Tells of & about a loss."
    program = noted_program("Tells of & about a loss.")
    pages = {path.name: path.read_text("utf-8") for path in write_handouts(program, tmp_path / "n")}
    told = pages.pop("facilitator.html")
    shown = note.replace("&", "&amp;")
    event, *slips = (told.index(shown, at) for at in _places(told, shown))
    texts = [*_places(told, "Families arrive at the crossing")]
    assert event < min(texts)
    assert len(slips) == len(texts) == 2
    assert all(slip < text for slip, text in zip(slips, texts, strict=True))
    assert not [name for name, page in pages.items() if "about a loss" in page]


def _places(page: str, words: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(words), page)]

"""``exercise new``: flags, questions, and what it never does."""

from __future__ import annotations

from pathlib import Path

import pytest

from exercise.authoring.new import slug_of
from exercise.authoring.starters import starters
from exercise.cli import new as command
from tests.cli.conftest import Run
from tests.plain.scripted import Answers
from tests.support.tiny import write_library


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every test works in an empty folder."""
    folder = tmp_path / "here"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def answers(monkeypatch: pytest.MonkeyPatch, *given: str) -> Answers:
    """Let somebody sit at a terminal and answer in order."""
    console = Answers(*given)
    monkeypatch.setattr(command, "on_terminal", lambda: True)
    monkeypatch.setattr(command, "StdioConsole", lambda: console)
    return console


def everything(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_without_flags_and_without_a_terminal_it_takes_what_is_usual(run: Run, here: Path) -> None:
    ran = run("new", "two-posts")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Written:",
        "  two-posts/agreements.yaml",
        "  two-posts/cases.yaml",
        "  two-posts/concept-note.md",
        "  two-posts/injects.yaml",
        "  two-posts/measures.yaml",
        "  two-posts/rules.yaml",
        "  two-posts/scenario.yaml",
        "and schemas for your editor in schema",
        "Next:",
        "  exercise check ./two-posts",
        "  exercise test ./two-posts",
        "  exercise play ./two-posts",
    ]
    assert sorted(path.name for path in here.iterdir()) == ["schema", "two-posts"]
    head = (here / "two-posts" / "scenario.yaml").read_text(encoding="utf-8")
    assert head.startswith("# yaml-language-server: $schema=../schema/scenario.schema.json\n")
    assert (here / "schema" / "scenario.schema.json").is_file()


def test_flags_say_everything(run: Run, here: Path) -> None:
    flags = ("--starter", "trafficking", "--title", "Сезон", "--turns", 4, "--language", "ru")
    roles = ("--roles", "kyrgyzstan, kazakhstan, iom, eu, rapporteur")
    ran = run("new", "lib/scenarios/season", *flags, *roles, "--yes")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith("  exercise play lib/scenarios/season --language ru\n")
    assert "и схемы для вашего редактора в lib/scenarios/schema" in ran.out
    head = (here / "lib" / "scenarios" / "season" / "scenario.yaml").read_text(encoding="utf-8")
    assert "id: season\n" in head
    assert 'title: "Сезон"\n' in head
    assert "turns: 4\n" in head
    assert "  - role: rapporteur\n    cell: true\n" in head
    assert "# Голова сценария" in head


def test_what_was_written_checks_tests_and_plays(run: Run) -> None:
    assert run("new", "mine", "--starter", "returns", "--yes").code == 0
    checked = run("check", "./mine")
    assert checked.out.strip() == "1 scenario checked: 0 errors, 0 warnings"
    assert run("test", "./mine").out.endswith("4 passed, 0 failed\n")
    played = run("play", "./mine", "--auto", "--seed", 3, "--report")
    assert (played.code, played.err) == (0, "")
    assert "\nreport " in played.out


def test_questions_are_asked_for_what_no_flag_says(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = answers(monkeypatch, "en", "2", "Cold night", "2", "")
    ran = run("new", "--roles", "tajikistan,uzbekistan,iom")
    assert (ran.code, ran.err) == (0, "")
    asked = [line for line in console.lines if line.endswith("]:")]
    assert [line.partition(" [")[0] for line in asked] == [
        "Language of texts and comments, en or ru",
        "What is it about? A number or a name",
        "Title",
        "Turns",
        "Folder",
    ]
    assert "  2  influx           Families reach a crossing before anybody is ready for them." in (
        console.lines
    )
    head = (here / "cold-night" / "scenario.yaml").read_text(encoding="utf-8")
    assert 'title: "Cold night"' in head


def test_the_language_is_asked_first_and_spoken_from_then_on(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = answers(monkeypatch, "ru", "influx", "", "", "", "")
    assert run("new").code == 0
    asked = [line for line in console.lines if line.endswith("]:")]
    assert asked == [
        "Language of texts and comments, en or ru [en]:",
        "О чём сценарий? Номер или имя [border-incident]:",
        "Название [Семьи у реки]:",
        "Места: имена карточек ролей [tajikistan,uzbekistan,unhcr,ngo]:",
        "Ходов [3]:",
        "Папка [influx]:",
    ]
    assert (here / "influx" / "scenario.yaml").is_file()


def test_a_wrong_answer_is_explained_and_asked_again(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    console = answers(monkeypatch, "de", "en", "9", "returns", "x" * 81, "Home", "narnia", "",
                      "zero", "3", "Bad Name", "home")  # fmt: skip
    assert run("new").code == 0
    told = [line for line in console.lines if not line.endswith("]:") and line[0] != " "]
    assert told[:4] == [
        "starters are not written in 'de'; there are en, ru",
        "there is no starter '9'; there are "
        "border-incident, influx, negotiation, returns, trafficking",
        "a title is one line of 1 to 80 characters",
        told[3],
    ]
    assert told[3].startswith("there is no role 'narnia'.")
    assert told[4] == "'zero' is no number of turns; write 2 to 12"
    assert told[5].endswith("and begin with a letter. Try 'bad-name'.")


@pytest.mark.parametrize("given", [(), ("en", "influx"), ("en", "influx", "", "")])
def test_who_stops_answering_leaves_nothing_behind(
    run: Run, here: Path, monkeypatch: pytest.MonkeyPatch, given: tuple[str, ...]
) -> None:
    answers(monkeypatch, *given)
    ran = run("new", "mine")
    assert (ran.code, ran.out, ran.err) == (2, "", "exercise: nothing was written\n")
    assert everything(here) == {}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("Two Posts",),
            "'Two Posts' cannot be a scenario's folder: use lower-case letters, digits and hyphens, "
            "and begin with a letter. Try 'two-posts'.",
        ),
        (
            ("2016",),
            "'2016' cannot be a scenario's folder: use lower-case letters, digits and hyphens, and "
            "begin with a letter.",
        ),
        (
            ("models",),
            "a folder 'models' beside scenarios means something else; choose another name",
        ),
        (
            ("schema",),
            "a folder 'schema' beside scenarios means something else; choose another name",
        ),
        (("a", "--turns", "1"), "'1' is no number of turns; write 2 to 12"),
        (("a", "--turns", "13"), "'13' is no number of turns; write 2 to 12"),
        (("a", "--turns", "٣"), "'٣' is no number of turns; write 2 to 12"),
        (("a", "--title", ""), "a title is one line of 1 to 80 characters"),
        (
            ("a", "--starter", "flood"),
            "there is no starter 'flood'; there are border-incident, influx, negotiation, returns, "
            "trafficking",
        ),
        (("a", "--language", "de"), "starters are not written in 'de'; there are en, ru"),
        (("a", "--roles", "iom,iom,eu"), "'iom' is named twice; a role has one seat"),
        (
            ("a", "--roles", "tajikistan,iom", "--starter", "influx"),
            "the story needs one more role of this kind: state. Add one, such as uzbekistan",
        ),
        (
            ("a", "--roles", "tajikistan,uzbekistan", "--starter", "influx"),
            "the story needs one more role of this kind: organisation, outside power, civil society. "
            "Add one, such as unhcr",
        ),
    ],
)
def test_a_mistake_is_one_clear_message_and_nothing_is_written(
    run: Run, here: Path, arguments: tuple[str, ...], message: str
) -> None:
    ran = run("new", *arguments, "--yes")
    assert (ran.code, ran.out, ran.err) == (2, "", f"exercise: {message}\n")
    assert everything(here) == {}


def test_a_misspelt_role_is_answered_with_the_nearest_one(run: Run) -> None:
    ran = run("new", "a", "--roles", "tajikstan,uzbekistan,iom")
    assert ran.code == 2
    assert ran.err.startswith(
        "exercise: there is no role 'tajikstan'. Did you mean 'tajikistan'? There are afghanistan, "
    )


@pytest.mark.parametrize("kind", ["folder", "file", "link"])
def test_nothing_that_is_there_is_touched(run: Run, here: Path, kind: str) -> None:
    place = here / "mine"
    if kind == "folder":
        place.mkdir()
        (place / "notes.txt").write_text("mine", encoding="utf-8")
    elif kind == "file":
        place.write_text("mine", encoding="utf-8")
    else:
        place.symlink_to(here / "nowhere")
    before = everything(here)
    ran = run("new", "mine", "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"exercise: {place} is there already, and nothing is overwritten; choose another name\n"
    )
    assert everything(here) == before


def test_schemas_that_are_there_are_kept(run: Run, here: Path) -> None:
    (here / "schema").mkdir()
    (here / "schema" / "names.schema.json").write_text("{}", encoding="utf-8")
    assert run("new", "mine", "--yes").code == 0
    assert (here / "schema" / "names.schema.json").read_text(encoding="utf-8") == "{}"
    assert (here / "schema" / "injects.schema.json").is_file()


def test_a_second_scenario_shares_the_schemas_of_the_first(run: Run) -> None:
    assert run("new", "one", "--yes").code == 0
    ran = run("new", "two", "--yes", "--starter", "influx")
    assert ran.code == 0
    assert "schemas" not in ran.out


def test_a_folder_that_cannot_be_written_is_named(run: Run, here: Path) -> None:
    (here / "file").write_text("", encoding="utf-8")
    ran = run("new", "file/mine", "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("exercise: ")
    assert ran.err.count("\n") == 1
    assert str(here / "file") in ran.err


def test_roles_of_ones_own_library_can_sit_at_the_table(run: Run, here: Path) -> None:
    (here / "lib" / "roles").mkdir(parents=True)
    card = Path(command.__file__).parents[2] / "roles" / "iom.yaml"
    text = card.read_text(encoding="utf-8").replace("name: IOM", "name: Ferry company")
    (here / "lib" / "roles" / "ferry.yaml").write_text(text, encoding="utf-8")
    roles = "kazakhstan,uzbekistan,ferry"
    ran = run("new", "lib/scenarios/mine", "--library", "lib", "--roles", roles, "--yes")
    assert ran.code == 0, ran.err
    names = (here / "lib" / "scenarios" / "schema" / "names.schema.json").read_text("utf-8")
    assert "**Ferry company**" in names
    assert run("check", "lib/scenarios/mine", "--library", "lib").out.strip().endswith("0 warnings")


def test_a_role_of_another_models_state_is_refused(run: Run, tmp_path: Path) -> None:
    root = write_library(tmp_path)
    ran = run("new", "mine", "--library", root, "--roles", "rivermark,uzbekistan,iom", "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        "exercise: 'rivermark' governs a state that the model does not have; its states are "
        "kazakhstan, kyrgyzstan, tajikistan, turkmenistan, uzbekistan\n"
    )


def test_a_role_card_with_a_mistake_is_named_with_its_place(run: Run, here: Path) -> None:
    (here / "lib" / "roles").mkdir(parents=True)
    (here / "lib" / "roles" / "ferry.yaml").write_text("format: 1\nkind: boat\n", encoding="utf-8")
    roles = "kazakhstan,uzbekistan,ferry"
    ran = run("new", "mine", "--library", "lib", "--roles", roles, "--yes")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("exercise: lib/roles/ferry.yaml:")
    assert ran.err.count("\n") == 1


def test_help_names_every_starter(run: Run) -> None:
    told = " ".join(run("new", "--help").out.split())
    assert [name for name in starters() if name not in told] == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Two posts, one river", "two-posts-one-river"),
        ("  2016: a year ", "a-year"),
        ("Семьи у реки", ""),
        ("!!!", ""),
        ("a" * 80, "a" * 60),
    ],
)
def test_a_folder_is_proposed_from_the_title(title: str, slug: str) -> None:
    assert slug_of(title) == slug

"""The app's strings: complete in English, never wrong in another language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fluent.runtime import FluentResource
from fluent.syntax import ast

from exercise import catalogue
from exercise.catalogue import Catalogue, keys, languages
from exercise.errors import RefusalCode

PLAIN = Path(__file__).resolve().parents[2] / "exercise" / "plain"
GROUPS = "plain|command|record|holder|phase|frame|arrow|size|kind|method|class|flag|decision|observed|factor"


def test_a_missing_key_is_an_error_in_tests_and_shown_otherwise(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with pytest.raises(KeyError):
        Catalogue("en").say("no-such-key")
    monkeypatch.setattr(Catalogue, "strict", False)
    assert Catalogue("en").say("no-such-key") == "no-such-key"


def test_a_missing_value_is_an_error_in_tests() -> None:
    with pytest.raises(KeyError):
        Catalogue("en").say("plain-hand-over")


@pytest.mark.parametrize("language", ["ru", "xx", "../en", ""])
def test_every_language_falls_back_to_english(language: str) -> None:
    assert Catalogue(language).say("language-en") == "English"


@pytest.mark.parametrize("code", list(RefusalCode))
def test_every_refusal_has_a_sentence(code: RefusalCode) -> None:
    assert Catalogue("en").say(f"refusal-{code.value}").endswith(".")


def test_every_key_the_plain_mode_names_exists_and_every_command_has_help() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in PLAIN.glob("*.py"))
    named = set(re.findall(rf'"((?:{GROUPS})-[a-z0-9_-]*[a-z0-9])"', source))
    commands = set(re.findall(r'Entry\(\s*"([a-z-]+)"', source))
    wanted = named | {f"command-{name}{part}" for name in commands for part in ("", ".help")}
    assert sorted(wanted - set(keys("en"))) == []


def test_plurals_follow_the_number() -> None:
    assert Catalogue("en").say("plain-questions-wait", count=1).startswith("A question waits")
    assert Catalogue("en").say("plain-questions-wait", count=3).startswith("3 questions wait")


@pytest.mark.parametrize("language", languages())
def test_a_language_has_no_keys_of_its_own_and_every_name_of_itself(language: str) -> None:
    assert sorted(set(keys(language)) - set(keys("en"))) == []
    assert f"language-{language}" in keys("en")


@pytest.mark.parametrize("language", languages())
def test_a_language_uses_the_values_that_english_has(language: str) -> None:
    folder = PLAIN.parent / "locales"
    values = {}
    for name in ("en", language):
        blocks = re.split(r"\n(?=[a-z])", (folder / f"{name}.ftl").read_text(encoding="utf-8"))
        values[name] = {
            b.split(" =")[0]: set(re.findall(r"\$([a-z]+)", b)) for b in blocks if " =" in b
        }
    wrong = [
        key for key, found in values[language].items() if not found <= values["en"].get(key, set())
    ]
    assert wrong == []


@pytest.mark.parametrize("folder", ["", "report", "simulate", "views", "whatif"])
@pytest.mark.parametrize("language", languages())
def test_messages_read_one_by_one_are_those_of_the_whole_file(language: str, folder: str) -> None:
    """A message that another one refers to, or that is cut short, would be missing or differ."""
    path = Path(catalogue.__file__).parent / "locales" / folder / f"{language}.ftl"
    if not path.is_file():
        pytest.skip("not translated")
    text = path.read_text(encoding="utf-8")
    whole = {one.id.name: one for one in FluentResource(text).body if isinstance(one, ast.Message)}
    sources = catalogue._sources(language, folder)
    assert list(sources) == list(whole)
    for name, message in whole.items():
        (alone,) = (
            one for one in FluentResource(sources[name]).body if isinstance(one, ast.Message)
        )
        assert alone.equals(message, ignored_fields=["span", "comment"]), name
        assert not any(word in sources[name] for word in ("{ -", "{-")), name


@pytest.mark.parametrize("folder", ["", "report", "simulate", "views", "whatif"])
@pytest.mark.parametrize("language", languages())
def test_messages_put_together_without_the_library_are_as_it_would_have_them(
    language: str, folder: str
) -> None:
    """Every message of one line, with texts and with numbers for its values."""
    compared = 0
    for key in _all_keys(language, folder):
        simple = catalogue._simple(language, key, folder)
        pattern = catalogue._pattern(language, key, folder)
        if simple is None or pattern is None:
            continue
        for value in ("word", "Ann { $who }", "", 0, 7, 999):
            args = dict.fromkeys(simple[1::2], value)
            told, errors = catalogue._bundle(language, folder).format_pattern(pattern, args)
            assert not errors
            assert catalogue.look_up(language, key, args, folder) == told, key
        compared += 1
    assert compared > 100 or folder


@pytest.mark.parametrize("language", languages())
def test_the_role_card_and_the_keys_need_no_library(language: str) -> None:
    """They are read at every desk; the library would take 6 MB and the first opening's tenth of a second."""
    everyday = [
        key for key in keys(language) if key.startswith(("app-card-", "app-key-", "told-task-"))
    ]
    assert len(everyday) > 50
    assert [key for key in everyday if catalogue._simple(language, key, "") is None] == []


@pytest.mark.parametrize("language", languages())
def test_a_key_is_there_where_the_library_finds_a_text(language: str) -> None:
    """Asked key by key and for attributes that few messages have, without loading the library."""
    words = catalogue.Catalogue(language)
    known = set(_all_keys(language, ""))
    for key in sorted(known | {f"{name.partition('.')[0]}.help" for name in known}):
        assert words.has(key) == (catalogue._pattern(language, key, "") is not None), key
    assert not words.has("no-such-key")


def _all_keys(language: str, folder: str) -> Iterator[str]:
    for name in catalogue._sources(language, folder):
        message = catalogue._message(language, name, folder)
        assert message is not None
        yield name
        yield from (f"{name}.{part}" for part in message.attributes)

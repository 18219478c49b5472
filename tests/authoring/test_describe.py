"""Descriptions: every construct becomes a sentence, nothing prints code, and lists stay short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from exercise.authoring.describe import Wishes, as_markdown, as_text, describe
from exercise.authoring.describe.conditions import Conditions
from exercise.authoring.describe.effects import Effects
from exercise.authoring.describe.layout import escaped
from exercise.authoring.describe.teller import Teller
from exercise.authoring.language import language_words
from exercise.catalogue import Catalogue, look_up
from exercise.engine.language import parse, syntax, walk
from exercise.errors import ExerciseError
from exercise.model.effect import EFFECT_KEYS
from exercise.model.rule import Rule
from tests.support.shipped import SHIPPED, program_of
from tests.support.tiny import tiny_program

CODE = re.compile(r"\bNone\b(?! of)|[a-z]_[a-z]|[\]\[{}]|[<>=]=")
"""What would be left of a condition or a value that was not told."""


@pytest.fixture(autouse=True)
def strict_catalogue() -> Iterator[None]:
    Catalogue.strict = True
    yield
    Catalogue.strict = False


def told(when: str, language: str = "en") -> str:
    return Conditions(Teller(tiny_program(), language)).text(when)


def done(effect: dict[str, object]) -> str:
    rule = Rule.model_validate({"effects": (effect,), "why": "Why.", "source": "design value"})
    teller = Teller(tiny_program())
    (line,) = Effects(teller, Conditions(teller)).lines(rule.effects)
    return line


@pytest.mark.parametrize(
    ("when", "sentence"),
    [
        (
            "preparedness[rivermark] >= 40 and turn >= 3",
            "preparedness in Rivermark is at least 40 and it is turn 3 or later",
        ),
        ("40 > insecurity", "insecurity in the north is below 40"),
        ("not turn >= 3", "it is before turn 3"),
        ("year == 2016", "the year is 2016"),
        (
            "not (turn > 3 and fired(rumour))",
            "it is turn 3 or earlier or the inject “A rumour” has not come",
        ),
        (
            "turn > 3 and (fired(rumour) or insecurity < 9)",
            "it is after turn 3 and (the inject “A rumour” has come or insecurity in the north is "
            "below 9)",
        ),
        (
            "turn > 3 and not (fired(rumour) and insecurity < 9)",
            "it is after turn 3 and (the inject “A rumour” has not come or insecurity in the north is "
            "at least 9)",
        ),
        (
            "any(s in states: arrivals[s] > 1) or turn > 3",
            "(for at least one of the states in play, arrivals in that state is above 1) or it is after "
            "turn 3",
        ),
        (
            "insecurity + 1 - (turn - 2) > 3",
            "insecurity in the north plus 1 less (the number of the turn less 2) is above 3",
        ),
        (
            "max(insecurity - 5, 2 * (turn + 1)) > 3",
            "the greatest of (insecurity in the north less 5) and 200 % of (the number of the turn plus "
            "1) is above 3",
        ),
        ("chosen(open_shelter)", "somebody chooses “Open shelter”"),
        (
            "not chosen(open_shelter, aid_body, highvale)",
            "Aid body does not choose “Open shelter” (aimed at Highvale)",
        ),
        ("chosen(protection)", "somebody chooses a measure of the class “protection”"),
        (
            "in_force(close_crossing, rivermark, any)",
            "“Close the crossing” by Rivermark is in force",
        ),
        (
            "turns_in_force(close_crossing) >= 2",
            "“Close the crossing” has been in force for at least 2 outcomes",
        ),
        ("turns_since(rumour) == 1", "exactly 1 turn has passed since “A rumour”"),
        (
            "said(any, displacement, human)",
            "somebody speaks of “Displacement” as a matter of safety of persons this turn",
        ),
        (
            "adopted(river_pact, open_data)",
            "the clause “Figures are shared” of “River pact” has been adopted",
        ),
        ("not adopted(river_pact)", "no clause of “River pact” has been adopted"),
        (
            "framed(displacement, highvale, state)",
            "“Displacement” is seen in Highvale as a matter of security of the state",
        ),
        ("present(any)", "somebody is at the table"),
        ("not present(aid_body)", "nobody plays Aid body"),
        ("flag(trained, highvale)", "it is on record for Highvale: “trained”"),
        (
            "change(cohesion[highvale]) < -2",
            "the fall of cohesion in Highvale between the last two outcomes is more than 2 points",
        ),
        (
            "change(cohesion) < 0",
            "cohesion has fallen between the last two outcomes",
        ),
        (
            "count(turn > 1, fired(rumour)) == 1",
            "exactly one of these hold: (it is after turn 1); (the inject “A rumour” has come)",
        ),
        (
            "any(s in states: arrivals[s] > 10)",
            "for at least one of the states in play, arrivals in that state is above 10",
        ),
        (
            "not any(s in states: arrivals[s] > 10)",
            "for none of the states in play, arrivals in that state is above 10",
        ),
        (
            "all(n in neighbours(highvale): cohesion[n] > 5)",
            "for each of the neighbours of Highvale, cohesion in that neighbour is above 5",
        ),
        (
            "sum(s in states: arrivals[s]) > 2 * insecurity",
            "the sum, over the states in play, of arrivals in that state is above 200 % of insecurity "
            "in the north",
        ),
        (
            "min(cohesion[highvale], 40) + 1 != 30",
            "(the least of cohesion in Highvale and 40) plus 1 is not 30",
        ),
        (
            "contribution(river_pact) >= 2",
            "the least contribution of a party to “River pact” (0 to 3) is at least 2",
        ),
        ("volume[ford] > 4", "the movement on The ford is above 4"),
        ("level[displacement, highvale] > 2", "the threat level of “Displacement” in Highvale is above 2"),
        ("funds[aid_body] < 3", "the funds of Aid body is below 3"),
    ],
)  # fmt: skip
def test_a_condition_becomes_a_sentence(when: str, sentence: str) -> None:
    assert told(when) == sentence


Plan = Any
"""A leaf, or a word with its parts."""
SOMEWHERE = "any(s in states: arrivals[s] > 1)"
SOMEWHERE_OR_LATE = "any(s in states: arrivals[s] > 1 or turn > 3)"
LEAVES = ("turn > 3", "fired(rumour)", "present(aid_body)", SOMEWHERE, SOMEWHERE_OR_LATE)
TREES: st.SearchStrategy[Plan] = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        st.tuples(st.just("not"), inner),
        st.tuples(st.sampled_from(("and", "or")), inner, inner),
    ),
    max_leaves=6,
)


def written(tree: Plan) -> str:
    """Return a tree as a condition."""
    match tree:
        case ("not", operand):
            return f"not ({written(operand)})"
        case (str(word), left, right):
            return f"({written(left)}) {word} ({written(right)})"
    return str(tree)


def meant(tree: Plan, holds: bool = True) -> Plan:
    """Return what a tree says: negations at its leaves, and parts of one kind side by side."""
    match tree:
        case ("not", operand):
            return meant(operand, not holds)
        case (str(word), *parts):
            kind = word if holds else {"and": "or", "or": "and"}[word]
            told = (meant(part, holds) for part in parts)
            flat = ((one[1:] if one[0] == kind else (one,)) for one in told)
            return (kind, *(part for several in flat for part in several))
    return tree if holds else ("false", tree)


@settings(deadline=None)
@given(TREES, TREES)
@example(("or", SOMEWHERE, "turn > 3"), SOMEWHERE_OR_LATE)
@example(
    ("and", "turn > 3", ("or", "fired(rumour)", SOMEWHERE)),
    ("or", ("and", "turn > 3", "fired(rumour)"), SOMEWHERE),
)
def test_a_sentence_can_be_read_in_one_way_only(one: Plan, other: Plan) -> None:
    assert (told(written(one)) == told(written(other))) is (meant(one) == meant(other))


@settings(deadline=None)
@given(TREES)
def test_what_holds_and_what_does_not_are_never_told_alike(tree: Plan) -> None:
    assert told(written(("not", ("not", tree)))) == told(written(tree))
    assert told(written(("not", tree))) != told(written(tree))


@pytest.mark.parametrize(
    ("effect", "sentence"),
    [
        ({"change": "cohesion[highvale]", "by": "-high"}, "Cohesion in Highvale falls a lot, by 9."),
        (
            {"change": "insecurity", "between": (2, 4), "delay": "long"},
            "Insecurity in the north moves by something between 2 and 4, drawn by lot, in thirds four, "
            "five and six turns later.",
        ),
        (
            {"change": "cohesion[highvale]", "by": "-scale(medium, cohesion[highvale], 0, 40)"},
            "Cohesion in Highvale falls clearly, by up to 5 (less below 40, nothing at 0).",
        ),
        (
            {"change": "cohesion[highvale]", "by": "scale(medium, cohesion[highvale], 90, 60)"},
            "Cohesion in Highvale rises clearly, by up to 5 (less above 60, nothing at 90).",
        ),
        ({"set": "trained[highvale]"}, "It goes on record for Highvale: “trained”."),
        (
            {"unlock": "close_crossing", "role": "rivermark", "when": "turn > 1"},
            "“Close the crossing” becomes available to Rivermark, but only if it is after turn 1.",
        ),
        ({"void": "restrictive"}, "A measure of the class “restrictive” can no longer be used by everybody."),
        (
            {"transfer": 2, "from": "pool[donor_window]", "to": "funds[aid_body]"},
            "Donor window gives Aid body 2 budget units.",
        ),
        (
            {"income": 1, "to": "funds[aid_body]", "origin": "a donor", "chance": "30%"},
            "Aid body gains 1 budget unit from a donor, with a chance of 30 %.",
        ),
        (
            {"reroute": "ford", "by": "40% * volume[ford]"},
            "40 % of the movement on The ford is forced onto other routes.",
        ),
        ({"reroute": "ford", "by": 3}, "3 of the movement on The ford are forced onto other routes."),
        ({"amplify": ("calm", "open_shelter"), "factor": 150}, "The effects of “calm” and “Open shelter” count 150 %."),
        (
            {"amplify": ("calm",), "factor": 50, "host": "highvale"},
            "The effects of “calm” in Highvale count 50 %.",
        ),
        (
            {"cancel": ("open_shelter", "restrictive"), "role": "aid_body"},
            "What “Open shelter” and a measure of the class “restrictive” by Aid body would still bring is "
            "lost.",
        ),
        ({"release": "rumour"}, "The inject “A rumour” comes in the next turn."),
        ({"cancel": ("open_shelter",)}, "What “Open shelter” would still bring is lost."),
        (
            {"breach": "unscreened_return", "why": "Nobody asked"},
            "The red line “Return without a hearing” is crossed. Nobody asked.",
        ),
    ],
)  # fmt: skip
def test_an_effect_becomes_a_sentence(effect: dict[str, object], sentence: str) -> None:
    assert done(effect) == sentence


def test_every_kind_of_effect_is_among_those_sentences() -> None:
    (mark,) = test_an_effect_becomes_a_sentence.pytestmark  # type: ignore[attr-defined]
    kinds = {key for effect, _ in mark.args[1] for key in effect if key in EFFECT_KEYS}
    assert kinds == set(EFFECT_KEYS)


def test_changes_that_differ_in_the_state_alone_are_told_as_one() -> None:
    teller = Teller(tiny_program())
    changes = tuple(
        {"change": f"{name}[{state}]", "by": "low", "delay": "short"}
        for name in ("cohesion", "preparedness")
        for state in ("rivermark", "highvale")
    )
    rule = Rule.model_validate({"effects": changes, "why": "Why.", "source": "design value"})
    assert Effects(teller, Conditions(teller)).lines(rule.effects) == (
        "Cohesion in every state in play rises a little, by 2, one turn later.",
        "Preparedness in every state in play rises a little, by 2, one turn later.",
    )
    part = [*rule.effects[:1], rule.effects[3]]
    assert len(Effects(teller, Conditions(teller)).lines(part)) == 2
    drawn = [effect.model_copy(update={"chance": "50%"}) for effect in rule.effects[:2]]
    assert len(Effects(teller, Conditions(teller)).lines(drawn)) == 2


def examples() -> list[str]:
    """Every example of the condition language that reads as one."""
    words = language_words()
    parts = (words.predicates, words.functions, words.aggregates, words.sets, words.operators)
    shown = [word.try_ for part in (*parts, words.slots) for word in part.values()]
    return [*shown, "turn + 1 > 2", "turn - 1 > -2"]


@pytest.mark.parametrize("language", ["en", "ru"])
def test_every_word_of_the_language_is_told_without_code(language: str) -> None:
    conditions = Conditions(Teller(program_of("northern-displacement"), language))
    seen: set[type] = set()
    for written in examples():
        expr = parse(written)
        seen |= {type(node) for node in walk(expr)}
        is_amount = isinstance(expr, syntax.Call) and expr.name == "scale"
        text = conditions.amount(expr) if is_amount else conditions.test(expr)
        assert not CODE.search(text), (written, text)
        assert is_amount or conditions.test(expr, holds=False) != text
    every = {
        kind for kind in vars(syntax).values()
        if isinstance(kind, type) and issubclass(kind, syntax.Node) and kind is not syntax.Node
    }  # fmt: skip
    assert every == seen


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_scenario_is_told_without_code(name: str) -> None:
    program = program_of(name)
    # What the model brings is the same in each; the flagship tells it one by one, in both languages.
    every = name == "northern-displacement"
    wishes = [Wishes(language, every=every) for language in ("en", "ru")]
    for entry in (entry for one in wishes for entry in describe(program, one).entries()):
        for fact in entry.facts:
            for text in (fact.text, *fact.items):
                assert not CODE.search(text), (entry.section, entry.name, text)
                assert not re.search(r"(?<!\.)\.\.(?!\.)|,,|  |\(\)", text), (entry.name, text)


def test_all_that_a_scenario_holds_has_an_entry() -> None:
    program = program_of("northern-displacement")
    bundle = program.bundle
    found = {
        (entry.section, entry.name) for entry in describe(program, Wishes(every=True)).entries()
    }
    for section, cards in (
        ("injects", bundle.injects()),
        ("measures", bundle.measures()),
        ("rules", bundle.rules()),
        ("agreements", bundle.agreements()),
        ("red_lines", bundle.red_lines()),
        ("roles", dict.fromkeys(program.roles)),
        ("objectives", bundle.scenario.objectives),
    ):
        assert {(section, name) for name in cards} <= found


def test_what_the_model_brings_is_told_in_lists_unless_asked_for() -> None:
    short = as_text(describe(program_of("northern-displacement")))
    long = as_text(describe(program_of("northern-displacement"), Wishes(every=True)))
    assert short.count("\n") < 2_100 < 4_000 < long.count("\n")
    assert "- Expulsion of groups (1 budget unit): all states of the region." in short
    assert "It can use all 63 measures of the model but these: Help for those harmed;" in short


def test_one_role_is_told_what_concerns_it() -> None:
    text = as_text(describe(tiny_program(), Wishes(role="aid_body")))
    assert "Train the posts" in text
    assert "Close the crossing\n" not in text
    assert "A rumour\n" not in text
    with pytest.raises(ExerciseError, match="Did you mean 'aid_body'"):
        describe(tiny_program(), Wishes(role="aidbody"))


def test_an_inject_reads_as_a_reviewer_would_have_it() -> None:
    text = as_text(describe(tiny_program()))
    assert (
        "\n  Turn 2: Summer\n"
        "\n  A rumour\n"
        "    From turn 2 on it comes as soon as preparedness in Rivermark is below 60 and the\n"
        "    inject “First families” has come. It goes to Rivermark. From: Local radio (radio).\n"
        "    “A rumour blames the families.”\n"
        "    What the event itself does:\n"
        "    - Cohesion in Rivermark falls a little, by 2, with a chance of 50 %.\n"
        "    A good response: Someone corrects it. Key phrases: mixed flows. Source: design\n"
        "    value.\n"
    ) in text


def test_a_measure_reads_as_a_reviewer_would_have_it() -> None:
    text = as_text(describe(tiny_program(), Wishes(every=True)))
    assert (
        "\n  Train the posts\n"
        "    Teach screening at border posts.\n"
        "    Used by: Aid body.\n"
        "    It costs 2 budget units. It stays in force for 2 outcomes. It is carried out in a\n"
        "    state that is chosen.\n"
        "    Kind: capacity; it works on a cause. It is meant to serve: people on the move.\n"
        "    It can be used only while preparedness in the state where it is carried out is at\n"
        "    least 10. Otherwise the role is told: There must be somebody to train.\n"
        "    What it is meant to bring, if carried out in full:\n"
        "    - It goes on record for the state where it is carried out: “trained”.\n"
        "    - Aid body gives Rivermark 1 budget unit.\n"
        "    Source: design value.\n"
    ) in text


def test_markdown_shows_authored_texts_as_they_stand() -> None:
    text = as_markdown(describe(tiny_program()))
    assert text.startswith("# Tiny crossing\n\n## What it is about\n")
    assert "\n### Turn 2: Summer\n\n#### A rumour\n" in text
    assert "<" not in text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("1. First", r"1\. First"),
        ("# Head", r"\# Head"),
        ("- item", r"\- item"),
        ("2016 was dry", "2016 was dry"),
        ("a *b* <i> [c](d)", r"a \*b\* \<i\> \[c\](d)"),
    ],
)
def test_markdown_is_escaped(text: str, shown: str) -> None:
    assert escaped(text) == shown


def test_both_languages_have_the_same_words() -> None:
    from importlib.resources import files

    def keys(language: str) -> set[str]:
        path = files("exercise").joinpath("locales", "design", f"{language}.ftl")
        return set(re.findall(r"(?m)^([a-zA-Z][\w-]*) =", path.read_text(encoding="utf-8")))

    assert keys("en") == keys("ru")
    assert look_up("ru", "everybody", {}, "design") == "все"

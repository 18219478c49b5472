"""Previews: the words one role will read, the time they take, and nothing that is another's."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import pytest
from msgspec.structs import replace

from exercise.authoring.describe import as_text
from exercise.authoring.preview import preview, preview_in_words
from exercise.authoring.reading import minutes_for, minutes_given
from exercise.catalogue import Catalogue
from exercise.conduct.command import FACILITATOR, Advance
from exercise.conduct.state import Delivery, Phase, initial
from exercise.engine.compile import compile_bundle
from exercise.engine.program import Program
from exercise.engine.world import Key
from exercise.errors import ExerciseError
from exercise.model.bundle import Bundle
from exercise.session.start import begin_exercise
from tests.support.canaries import aviary, canaries_in
from tests.support.shipped import SHIPPED, program_of
from tests.support.tiny import tiny_bundle, tiny_program

AID_BODY = """\
Tiny crossing: what Aid body reads
==================================


BEFORE THE FIRST TURN

  The role card has 14 words and the read-ahead 6: about 1 min.

  The role card
    You help whoever arrives.
    Its dilemma: Pay for shelter, or keep the money.
    What it wants:
    - Places for everyone.
    It begins with 5 budget units. 2 actions per turn.

  The read-ahead, by its headings
    - Tiny crossing


TURN 1: SPRING

  To read: 16 words, about 1 min; the situation phase has 4.

  First families
    From: Border post (report). Everybody gets it.
    Families arrive at the crossing of Rivermark.
    Only this role reads: Your stores hold tents for forty families.


TURN 2: SUMMER

  Nothing new comes to this role.


TURN 3: AUTUMN

  Nothing new comes to this role.


IN ANY TURN

  Relief arrives
    Comes only if the facilitator releases it or an event calls for it.
    From: A donor (report). Not everybody gets it.
    A donor sends relief.


WHAT IT CAN CHOOSE BESIDES

  3 measures on its list from the start, about 1 min to read. What injects offer stands
  with them.

  Open at the start
    - Open shelter (2 budget units): Put up places for arriving families.
    - Train the posts (2 budget units): Teach screening at border posts. What may stand
      in the way: There must be somebody to train.

  Statements, in the consultation
    - Speak for the families (free): Say in public whose safety is at stake.


WHAT IT CAN SIGN OR PUT ON THE TABLE

  River pact
    Both sides keep the river open.
    Parties: Rivermark and Aid body. This role is a party. Adopted when all parties
    sign.
    Clauses:
    - Places are shared.
    - Figures are shared. It is left out at first.


QUESTIONS FOR DISCUSSION

  What helps both?
    This role is asked for a position paper with these parts:
    - How things stand.
    - What you aim at.
"""


@pytest.fixture(autouse=True)
def strict_catalogue() -> Iterator[None]:
    Catalogue.strict = True
    yield
    Catalogue.strict = False


def told(program: Program, role: str, turn: int | None = None, language: str = "en") -> str:
    found = preview(program, role, language)
    return as_text(preview_in_words(program, found, language, turn))


def with_inject(name: str, **changes: object) -> Bundle:
    """Return the tiny bundle with one inject changed."""
    bundle = tiny_bundle()
    injects = dict(bundle.scenario.injects)
    injects[name] = injects[name].model_copy(update=changes)
    scenario = bundle.scenario.model_copy(update={"injects": injects})
    return bundle.model_copy(update={"scenario": scenario})


def test_a_role_reads_its_card_its_injects_and_what_it_can_do() -> None:
    assert told(tiny_program(), "aid_body") == AID_BODY


def test_one_turn_is_shown_alone_with_the_offers_of_its_injects() -> None:
    assert told(tiny_program(), "rivermark", turn=1) == (
        "Tiny crossing: what Rivermark reads\n"
        "===================================\n"
        "\n\nTURN 1: SPRING\n"
        "\n  To read: 9 words, about 1 min; the situation phase has 4.\n"
        "\n  First families\n"
        "    From: Border post (report). Everybody gets it.\n"
        "    Families arrive at the crossing of Rivermark.\n"
        "    It may choose:\n"
        "    - Open shelter (2 budget units): Put up places for arriving families.\n"
    )


def test_a_condition_is_told_where_the_role_may_know_all_that_it_reads() -> None:
    text = told(tiny_program(), "rivermark", turn=2)
    assert "Nothing is sure to come. With all that may come there are 7 words" in text
    wanted = (
        "Comes as soon as preparedness in Rivermark is below 60 and the inject “First "
        "families” has come."
    )
    assert wanted in " ".join(text.split())


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        ("arrivals[rivermark] > 3", True),
        ("arrivals[highvale] > 3", False),
        ("chosen(open_shelter)", False),
        ("fired(relief)", True),
    ],
)
def test_a_condition_on_what_the_role_cannot_see_is_not_told(when: str, shown: bool) -> None:
    text = told(compile_bundle(with_inject("rumour", when=when)).program, "rivermark", turn=2)
    assert ("Comes on a condition that this role cannot see." in text) is not shown
    assert ("Comes as soon as" in text) is shown


def test_more_than_the_situation_has_time_for_is_said() -> None:
    long = "word " * 900
    program = compile_bundle(with_inject("first_families", text=long)).program
    text = " ".join(told(program, "rivermark", turn=1).split())
    wanted = (
        "To read: 902 words, about 5 min; the situation phase has 4. That is more than the "
        "situation phase has time for."
    )
    assert wanted in text


def test_an_unknown_role_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(ExerciseError) as error:
        preview(tiny_program(), "rivermrk")
    assert str(error.value) == (
        "No role 'rivermrk' sits at this table. Did you mean 'rivermark'? "
        "There are: rivermark, aid_body."
    )
    with pytest.raises(ExerciseError) as error:
        preview(tiny_program(), "xyz")
    assert str(error.value) == ("No role 'xyz' sits at this table. There are: rivermark, aid_body.")


def test_an_unknown_turn_is_refused() -> None:
    with pytest.raises(ExerciseError, match="There is no turn 9: turns go from 1 to 3"):
        told(tiny_program(), "rivermark", turn=9)


@pytest.mark.parametrize("name", ["tiny", "full-conference"])
def test_a_preview_holds_what_is_the_roles_own_and_nothing_of_others(name: str) -> None:
    bundle = tiny_bundle() if name == "tiny" else program_of(name).bundle
    birds = aviary(bundle)
    given = tuple(Delivery(code.name, 1) for code in birds.program.injects)
    state = replace(initial(birds.program, Key(0)), phase=Phase.decision, deliveries=given)
    within = birds.program.bundle.scenario.turns
    for role in birds.program.roles:
        late = {
            word
            for word, (section, inject, _) in birds.places.items()
            if section == "injects"
            and birds.program.injects[birds.program.numbers.inject[inject]].turn > within
        }
        # Sentences begin with capitals, canaries do not.
        found = canaries_in(told(birds.program, role).lower())
        assert found == birds.known(state, role) - late


@pytest.mark.parametrize("name", SHIPPED)
def test_the_first_turn_is_what_the_desk_shows_when_it_is_played(name: str) -> None:
    program = program_of(name)
    session = begin_exercise(program, 7, keep=False)
    while session.state.phase is not Phase.situation:
        session.submit(FACILITATOR, Advance())
    session.submit(FACILITATOR, Advance())
    for role in program.roles:
        desk = {item.inject: item for item in session.seat(role).inbox}
        first = preview(program, role).turns[0]
        sure = {arrival.item.inject: arrival.item for arrival in first.arrivals if arrival.sure}
        known = {arrival.item.inject: arrival.item for arrival in first.arrivals}
        assert sure.items() <= desk.items() <= known.items()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_shipped_role_can_be_previewed(name: str) -> None:
    program = program_of(name)
    for role, language in product(program.roles, ("en", "ru")):
        text = told(program, role, language=language)
        assert "None" not in text.replace("None of", "")
        assert "_" not in text


def test_reading_time_counts_a_begun_minute_and_knows_scenarios_without_a_timetable() -> None:
    scenario = tiny_bundle().scenario
    assert [minutes_for(words) for words in (0, 1, 200, 201)] == [0, 1, 1, 2]
    assert minutes_given(scenario) == 60 // (3 * 5)
    assert minutes_given(scenario.model_copy(update={"phase_minutes": {"situation": 7}})) == 7

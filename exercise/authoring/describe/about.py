"""What a scenario is about, what is to be learned of it, and where its values begin."""

from __future__ import annotations

from collections.abc import Iterator

from exercise.authoring.describe.entry import Entry, Fact
from exercise.authoring.describe.teller import Teller, plain, sentence
from exercise.engine.names import authors_of
from exercise.model.quantity import Derived
from exercise.model.scenario import Objective


def about_entries(teller: Teller) -> Iterator[Entry]:
    """Yield what the scenario is about, and how long it takes."""
    scenario, bundle, word = teller.bundle.scenario, teller.bundle, teller.word
    preset = bundle.model.presets[scenario.preset]
    states = [teller.who(state) for state in scenario.states]
    facts = [
        Fact("summary", sentence(teller.say(scenario.summary))),
        Fact("scope", sentence(teller.say(scenario.overview.scope))),
        Fact(
            "hazard", word("hazard", text=sentence(teller.say(scenario.overview.threat_or_hazard)))
        ),
        Fact("states", word("states-in-play", names=teller.listed(states))),
        Fact(
            "model",
            word("plays-on", model=teller.say(bundle.model.name), preset=teller.say(preset.name)),
        ),
    ]
    if scenario.sensitivity is not None:
        note = sentence(teller.say(scenario.sensitivity.note))
        facts.append(Fact("sensitivity", word("sensitivity", text=note)))
    assumed = tuple(sentence(teller.say(one)) for one in scenario.overview.assumptions)
    facts += [Fact("assumptions", word("assumptions"), assumed), *_timing(teller)]
    yield Entry("about", "about", teller.say(scenario.title), tuple(facts))


def _timing(teller: Teller) -> Iterator[Fact]:
    scenario, word = teller.bundle.scenario, teller.word
    low, high = (str(minutes) for minutes in scenario.duration_min)
    length = teller.say(scenario.turn_length)
    yield Fact("turns", word("timing-turns", n=scenario.turns, length=length))
    yield Fact("duration", word("timing-duration", low=low, high=high), follows=True)
    if scenario.run_out:
        yield Fact("run_out", word("timing-run-out", n=scenario.run_out), follows=True)
    if scenario.planning_turn:
        yield Fact("planning_turn", word("timing-planning"), follows=True)
    if scenario.calendar:
        times = teller.listed([teller.say(one) for one in scenario.calendar])
        yield Fact("calendar", word("timing-calendar", times=times), follows=True)
    if scenario.phase_minutes:
        phases = [
            word("timing-phase", phase=teller.app_word(f"phase-{phase}"), n=str(minutes))
            for phase, minutes in scenario.phase_minutes.items()
        ]
        yield Fact("phases", word("timing-phases", phases=teller.listed(phases)), follows=True)


def objective_entries(teller: Teller) -> Iterator[Entry]:
    """Yield what is to be learned."""
    for name, card in teller.bundle.scenario.objectives.items():
        yield Entry("objectives", name, teller.say(card.text), tuple(_objective(teller, card)))


def _objective(teller: Teller, card: Objective) -> Iterator[Fact]:
    scenario = teller.bundle.scenario
    if card.capability:
        yield Fact("capability", sentence(teller.say(card.capability)))
    if card.evidence:
        names = [_short(teller, name) for name in card.evidence]
        yield Fact("evidence", teller.word("evidence", names=teller.listed(names)))
    if card.question in scenario.questions:
        question = teller.say(scenario.questions[card.question])
        yield Fact("question", teller.word("of-question", text=teller.quoted(question)))


def _short(teller: Teller, name: str) -> str:
    model = teller.bundle.model
    card = model.quantities.get(name) or model.derived.get(name)
    return teller.say(card.name) if card is not None else plain(name)


def question_entries(teller: Teller) -> Iterator[Entry]:
    """Yield the questions for discussion, each with the papers asked for on it."""
    scenario = teller.bundle.scenario
    for name, text in scenario.questions.items():
        facts = []
        paper = scenario.papers.get(name)
        if paper is not None:
            who = teller.listed_roles(authors_of(teller.bundle, name))
            heads = tuple(sentence(teller.say(head)) for head in paper.fields.values())
            facts.append(Fact("paper", teller.word("paper", who=who), heads))
        yield Entry("questions", name, teller.say(text), tuple(facts))


def start_entries(teller: Teller) -> Iterator[Entry]:
    """Yield where the values begin that this scenario begins otherwise than its model."""
    scenario = teller.bundle.scenario
    lines = tuple(_start(teller, name, start) for name, start in scenario.starts.items())
    facts = [Fact("starts", "", lines)] if lines else []
    if scenario.setting in teller.bundle.model.settings:
        setting = teller.bundle.model.settings[scenario.setting or ""]
        facts.insert(0, Fact("setting", teller.word("setting", name=teller.say(setting.name))))
    facts += [Fact("issues", "", tuple(_issues(teller)))] if scenario.issues else []
    if facts:
        yield Entry("starts", "starts", teller.word("starts-title"), tuple(facts))


def model_entries(teller: Teller) -> Iterator[Entry]:
    """Yield the constants of the model that decide what a response is worth and when an issue is a threat."""
    scales, word = teller.bundle.model.scales, teller.word
    levels = [str(value) for value in scales.levels.thresholds]
    facts = [Fact("levels", word("levels-at", values=teller.listed(levels)))]
    for issue, fit in scales.fit.items():
        told = ", ".join(
            f"{teller.app_word(f'class-{klass}')} {share} %" for klass, share in fit.items()
        )
        facts.append(
            Fact(f"fit {issue}", "", (word("fits", issue=teller.issue(issue), told=told),))
        )
    facts += [
        Fact(f"derived {name}", "", (_made_of(teller, card),))
        for name, card in teller.bundle.model.derived.items()
    ]
    yield Entry("model", "model", teller.say(teller.bundle.model.name), tuple(facts))


def _made_of(teller: Teller, card: Derived) -> str:
    """What a computed value is made of, and what holds it down."""
    parts = teller.listed(
        [f"{_short(teller, name)} ({weight})" for name, weight in card.terms.items()]
    )
    told = teller.word("made-of", name=teller.say(card.name), parts=parts)
    if card.limit is None:
        return told
    watched = teller.listed([_short(teller, name) for name in card.limit.of], "or")
    low = str(card.limit.when_any_below)
    return f"{told} {teller.word('held-at', value=str(card.limit.to), names=watched, low=low)}"


def _start(teller: Teller, name: str, start: object) -> str:
    family, _, rest = name.partition("[")
    args = [part.strip() for part in rest.rstrip("]").split(",") if part.strip()]
    what = teller.slot(family, args)
    if not isinstance(start, dict):
        return sentence(teller.word("starts-at", what=what, value=str(start)))
    places = [_at(teller, name, str(value)) for name, value in start.items()]
    return sentence(teller.word("starts-at", what=what, value=teller.listed(places)))


def _at(teller: Teller, name: str, value: str) -> str:
    if name in teller.bundle.model.issues:
        return teller.word("start-for", value=value, what=teller.issue(name))
    return teller.word("start-in", value=value, place=teller.who(name))


def _issues(teller: Teller) -> Iterator[str]:
    for issue, places in teller.bundle.scenario.issues.items():
        for place, parts in places.items():
            where = teller.word("every-state") if place == "all" else teller.who(place)
            told = [
                teller.word(
                    "issue-part",
                    part=teller.word(f"part-{part}"),
                    value=_value(teller, part, value),
                )
                for part, value in parts.items()
            ]
            yield sentence(
                teller.word(
                    "issue-starts", issue=teller.issue(issue), where=where, told=teller.listed(told)
                )
            )


def _value(teller: Teller, part: str, value: object) -> str:
    return teller.frame(str(value)) if part == "frame" else str(value)


__all__ = [
    "about_entries",
    "model_entries",
    "objective_entries",
    "question_entries",
    "start_entries",
]

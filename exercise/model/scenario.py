"""The scenario: the authored situation, who plays it, and what is to be learned."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from exercise.model.agreement import Agreement
from exercise.model.base import Authored, Expression, FolderSlug, LangText, Slug, Source
from exercise.model.inject import Inject
from exercise.model.measure import Measure
from exercise.model.pack import Domain
from exercise.model.role import CardChanges
from exercise.model.rule import RedLine, Rule
from exercise.model.setting import Beginning


class Place(Authored):
    """One role at the table."""

    role: Slug
    seat: Literal["person", "bot", "vacant"] = "bot"
    """Who holds it unless the facilitator decides otherwise."""
    cell: bool = False
    """A white-cell seat, played by the facilitator's team."""
    dilemma: LangText
    """The choice this role faces, for the role card and the debrief."""
    card: CardChanges | None = None
    """What this scenario changes of the role's card."""


class Objective(Authored):
    """A learning objective, tied to a discussion question of the conference."""

    text: LangText
    question: Slug
    evidence: tuple[Slug, ...] = ()
    """Indicators to look at in the debrief."""
    capability: LangText | None = None
    """What the group should be able to do, for the evaluator."""


class PositionPaper(Authored):
    """What seats write beforehand on one question of the conference; everybody reads it once it is handed in."""

    fields: dict[Slug, LangText] = Field(min_length=1, max_length=12)
    """What the paper speaks to, by name, with the heading people read; a paper that lacks one is incomplete."""
    who: tuple[Slug, ...] = Field(
        default=("states", "organisations", "powers", "civil"), min_length=1
    )
    """Roles or groups that are asked for it; everybody but the facilitator's team where not given."""


class TakenInject(Authored):
    """What a scenario changes of an inject that it takes from the model; empty to take it as it is."""

    turn: int | None = Field(default=None, ge=0, le=40)
    """The turn it comes in, or the first in which it may; the model's where it is not given."""
    objectives: tuple[Slug, ...] = ()
    """Objectives of this scenario that it serves."""


class Sensitivity(Authored):
    """Says that a scenario touches on what may hurt or harm; its countries are then never called by their names."""

    note: LangText
    """What is sensitive in it, and for whom, for everybody who thinks of running it."""
    names: FolderSlug = "fictional"
    """The aliases that are used unless others are asked for."""


class Debrief(Authored):
    """What the hot wash and the report should look at."""

    focus: LangText
    prompts: tuple[LangText, ...] = Field(min_length=1)


class Overview(Authored):
    """The exercise overview block of the report."""

    scope: LangText
    threat_or_hazard: LangText
    assumptions: tuple[LangText, ...] = Field(min_length=1)
    sponsor: LangText = "to be filled in by the organiser"


class Scenario(Beginning):
    """One folder: the situation, its injects, and what it adds to the model."""

    format: Literal[1]
    id: FolderSlug
    ref: str | None = None
    title: LangText
    summary: LangText
    version: str
    author: LangText
    license: str = "Apache-2.0"
    """Under which licence it may be passed on; a scenario must say so itself before it is packed."""
    sensitivity: Sensitivity | None = None
    model: FolderSlug
    preset: FolderSlug
    setting_year: int = Field(ge=1990, le=2100)
    setting: FolderSlug | None = None
    """A picture of the region in the model, from which starts and issues are taken unless written here."""
    turns: int = Field(ge=1, le=24)
    turn_length: LangText
    """What one turn stands for in the story, such as ``one quarter``."""
    calendar: tuple[LangText, ...] = ()
    """What each turn is called in the story; one per turn where given."""
    months_per_turn: int = Field(default=3, ge=1, le=24)
    planning_turn: bool = False
    """Whether a turn 0 for planning comes first."""
    run_out: int = Field(default=4, ge=0, le=12)
    """Outcomes after EndEx without decisions, shown apart."""
    duration_min: tuple[int, int]
    """Shortest and longest conduct in a room, minutes."""
    phase_minutes: dict[
        Literal["situation", "consultation", "decision", "adjudication", "outcome"], int
    ] = Field(default_factory=dict)
    states: tuple[Slug, ...] = Field(min_length=1)
    """The modelled states in play."""
    places: tuple[Place, ...] = Field(min_length=1)
    concept_note: str
    """The read-ahead, a Markdown file in this folder."""
    questions: dict[Slug, LangText] = Field(min_length=1)
    papers: dict[Slug, PositionPaper] = Field(default_factory=dict)
    """Position papers asked for, by question."""
    objectives: dict[Slug, Objective] = Field(min_length=1)
    overview: Overview
    debrief: Debrief
    injects: dict[Slug, Inject] = Field(default_factory=dict, min_length=1)
    with_injects: dict[Slug, TakenInject] = Field(default_factory=dict)
    """Injects of the model, or of a library, that this scenario takes in, each with what it changes of it."""
    uses: tuple[FolderSlug, ...] = ()
    """Libraries whose injects, measures and indicators this scenario may take by name."""
    with_measures: tuple[Slug, ...] = ()
    """Measures of the libraries that this scenario takes in; they are in play whatever ``only_measures`` keeps."""
    with_quantities: tuple[Slug, ...] = ()
    """Indicators of the libraries that this scenario takes in."""
    measures: dict[Slug, Measure] = Field(default_factory=dict)
    only_measures: tuple[Slug, ...] | None = None
    """The measures of the model that this scenario keeps; all of them where it is not given."""
    without_measures: tuple[Slug, ...] = ()
    """Measures of the model that this scenario leaves out."""
    rules: dict[Slug, Rule] = Field(default_factory=dict)
    without_rules: tuple[Slug, ...] = ()
    """Rules of the model that this scenario leaves out."""
    agreements: dict[Slug, Agreement] = Field(default_factory=dict)
    only_agreements: tuple[Slug, ...] | None = None
    """The agreements of the model that this scenario keeps; all of them where it is not given."""
    without_agreements: tuple[Slug, ...] = ()
    """Agreements of the model that this scenario leaves out."""
    red_lines: dict[Slug, RedLine] = Field(default_factory=dict)
    flags: dict[Slug, tuple[Domain, ...]] = Field(default_factory=dict)
    """Flags that this scenario's effects may raise beside the model's, with their scope."""
    texts: dict[str, str] = Field(default_factory=dict)
    """Markdown files of the folder by name; filled in when the folder is read."""
    source: Source

    @model_validator(mode="after")
    def _consistent(self) -> Scenario:
        if not self.injects and not self.with_injects:
            raise ValueError(
                "a scenario needs an inject: write one in a file injects.yaml beside this one, or "
                "take one from the model by 'with_injects'"
            )
        if self.calendar and len(self.calendar) != self.turns:
            raise ValueError(
                f"calendar names {len(self.calendar)} turns, the scenario has {self.turns}"
            )
        if self.duration_min[0] > self.duration_min[1]:
            raise ValueError("duration_min: the shortest conduct comes first")
        if self.only_measures is not None and self.without_measures:
            raise ValueError(_either("measures"))
        if self.only_agreements is not None and self.without_agreements:
            raise ValueError(_either("agreements"))
        return self


def _either(section: str) -> str:
    return (
        f"without_{section} and only_{section} stand side by side; write either what is left out "
        "or what is kept"
    )


class Aliases(Authored):
    """Other names for roles and states, so that one line switches to fictional ones."""

    format: Literal[1]
    names: dict[Slug, LangText]


__all__ = [
    "Aliases",
    "Debrief",
    "Expression",
    "Objective",
    "Overview",
    "Place",
    "PositionPaper",
    "Scenario",
    "Sensitivity",
    "TakenInject",
]

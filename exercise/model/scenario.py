"""The scenario: the authored situation, who plays it, and what is to be learned."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from exercise.model.agreement import Agreement
from exercise.model.base import Authored, Expression, FolderSlug, LangText, Slug, Source
from exercise.model.inject import Inject
from exercise.model.meanings import Meanings
from exercise.model.measure import Measure
from exercise.model.names import (
    AgreementName,
    IndicatorName,
    InjectName,
    MeasureName,
    ModelName,
    ObjectiveName,
    PresetName,
    QuestionName,
    RoleName,
    RoleOrGroup,
    RuleName,
    SettingName,
    StateName,
    TargetName,
)
from exercise.model.quantity import Domain
from exercise.model.role import CardChanges
from exercise.model.rule import RedLine, Rule
from exercise.model.setting import Beginning

SeatHolder = Annotated[
    Literal["person", "bot", "vacant"],
    Meanings(
        {
            "person": "somebody plays it",
            "bot": "a bot plays it by the profile of its card",
            "vacant": "nobody sits there",
        }
    ),
]

PhaseName = Annotated[
    Literal["situation", "consultation", "decision", "adjudication", "outcome"],
    Meanings(
        {
            "situation": "injects are released and read",
            "consultation": "seats talk, state, propose and sign",
            "decision": "seats choose and seal responses",
            "adjudication": "the facilitator confirms or rules",
            "outcome": "what moved is shown, with its causes",
        }
    ),
]


class Place(Authored):
    """One role at the table."""

    role: RoleName
    """The name of a role card."""
    seat: SeatHolder = "bot"
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
    """What people should be able to do afterwards."""
    question: QuestionName
    """The discussion question it belongs to."""
    evidence: tuple[IndicatorName, ...] = ()
    """Indicators to look at in the debrief."""
    capability: LangText | None = None
    """What the group should be able to do, for the evaluator."""


class PositionPaper(Authored):
    """What seats write beforehand on one question of the conference; everybody reads it once it is handed in."""

    fields: dict[Slug, LangText] = Field(min_length=1, max_length=12)
    """What the paper speaks to, by name, with the heading people read; a paper that lacks one is incomplete."""
    who: tuple[RoleOrGroup, ...] = Field(
        default=("states", "organisations", "powers", "civil"), min_length=1
    )
    """Roles or groups that are asked for it; everybody but the facilitator's team where not given."""


class TakenInject(Authored):
    """What a scenario changes of an inject that it takes from the model; empty to take it as it is."""

    turn: int | None = Field(default=None, ge=0, le=40)
    """The turn it comes in, or the first in which it may; the model's where it is not given."""
    objectives: tuple[ObjectiveName, ...] = ()
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
    """What to look at first."""
    prompts: tuple[LangText, ...] = Field(min_length=1)
    """Questions to the group, one line each."""


class Overview(Authored):
    """The exercise overview block of the report."""

    scope: LangText
    """Kind and length of the exercise, who takes part, and to what play is limited."""
    threat_or_hazard: LangText
    """What the exercise is about, as the overview names it; never people who move."""
    assumptions: tuple[LangText, ...] = Field(min_length=1)
    """What everybody takes as given, one line each."""
    sponsor: LangText = "to be filled in by the organiser"
    """Who holds the exercise."""


class Scenario(Beginning):
    """One folder: the situation, its injects, and what it adds to the model."""

    format: Literal[1]
    """The version of this format; always 1."""
    id: FolderSlug
    """The name of the scenario's folder."""
    ref: str | None = None
    """An id for people, such as one of a list of scenarios."""
    title: LangText
    """One line, as lists show it."""
    summary: LangText
    """Two or three sentences for somebody who chooses a scenario."""
    version: str
    """Yours to count, such as ``1.0.0``."""
    author: LangText
    """Who wrote it; a body rather than a person."""
    license: str = "Apache-2.0"
    """Under which licence it may be passed on; a scenario must say so itself before it is packed."""
    sensitivity: Sensitivity | None = None
    """Where set, what must be heeded when it is played: its countries go by other names."""
    model: ModelName
    """The model pack it plays on, such as ``central-asia``."""
    preset: PresetName
    """Which reading of contested claims the model is played with."""
    setting_year: int = Field(ge=1990, le=2100)
    """The year in which the story begins."""
    setting: SettingName | None = None
    """A picture of the region in the model, from which starts and issues are taken unless written here."""
    turns: int = Field(ge=1, le=24)
    """How many turns are played."""
    turn_length: LangText
    """What one turn stands for in the story, such as ``one quarter``."""
    calendar: tuple[LangText, ...] = ()
    """What each turn is called in the story; one per turn where given."""
    months_per_turn: int = Field(default=3, ge=1, le=24)
    """How many months of the story one turn stands for."""
    planning_turn: bool = False
    """Whether a turn 0 for planning comes first."""
    run_out: int = Field(default=4, ge=0, le=12)
    """Outcomes after EndEx without decisions, shown apart."""
    duration_min: tuple[int, int]
    """Shortest and longest conduct in a room, minutes."""
    phase_minutes: dict[PhaseName, int] = Field(default_factory=dict)
    """How long each phase of a turn is meant to take, minutes."""
    states: tuple[StateName, ...] = Field(min_length=1)
    """The modelled states in play."""
    places: tuple[Place, ...] = Field(min_length=1)
    """The roles at the table, in the order in which lists show them."""
    concept_note: str
    """The read-ahead, a Markdown file in this folder."""
    questions: dict[Slug, LangText] = Field(min_length=1)
    """The questions for discussion, by name."""
    papers: dict[QuestionName, PositionPaper] = Field(default_factory=dict)
    """Position papers asked for, by question."""
    objectives: dict[Slug, Objective] = Field(min_length=1)
    """What is to be learned, by name."""
    overview: Overview
    """The overview block of the report."""
    debrief: Debrief
    """What to talk about afterwards."""
    injects: dict[Slug, Inject] = Field(default_factory=dict, min_length=1)
    """The events list: its own injects, by name."""
    with_injects: dict[InjectName, TakenInject] = Field(default_factory=dict)
    """Injects of the model, or of a library, that this scenario takes in, each with what it changes of it."""
    uses: tuple[FolderSlug, ...] = ()
    """Libraries whose injects, measures and indicators this scenario may take by name."""
    with_measures: tuple[MeasureName, ...] = ()
    """Measures of the libraries that this scenario takes in; they are in play whatever ``only_measures`` keeps."""
    with_quantities: tuple[IndicatorName, ...] = ()
    """Indicators of the libraries that this scenario takes in."""
    measures: dict[Slug, Measure] = Field(default_factory=dict)
    """Its own measures, by name, beside those of the model."""
    only_measures: tuple[MeasureName, ...] | None = None
    """The measures of the model that this scenario keeps; all of them where it is not given."""
    without_measures: tuple[MeasureName, ...] = ()
    """Measures of the model that this scenario leaves out."""
    rules: dict[Slug, Rule] = Field(default_factory=dict)
    """Its own rules, by name, beside those of the model."""
    without_rules: tuple[RuleName, ...] = ()
    """Rules of the model that this scenario leaves out."""
    agreements: dict[Slug, Agreement] = Field(default_factory=dict)
    """Its own agreement templates, by name, beside those of the model."""
    only_agreements: tuple[AgreementName, ...] | None = None
    """The agreements of the model that this scenario keeps; all of them where it is not given."""
    without_agreements: tuple[AgreementName, ...] = ()
    """Agreements of the model that this scenario leaves out."""
    red_lines: dict[Slug, RedLine] = Field(default_factory=dict)
    """Its own red lines, by name, beside those of the model."""
    flags: dict[Slug, tuple[Domain, ...]] = Field(default_factory=dict)
    """Flags that this scenario's effects may raise beside the model's, with their scope."""
    texts: dict[str, str] = Field(default_factory=dict)
    """Markdown files of the folder by name; filled in when the folder is read."""
    source: Source
    """Where the story comes from, or ``design value``."""

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
    """The version of this format; always 1."""
    names: dict[TargetName, LangText]
    """The other name, by role or state."""


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

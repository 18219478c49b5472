"""Effects: what a rule, measure, inject or clause does when it takes hold."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag

from exercise.model.base import Authored, LangText, Slug
from exercise.model.meanings import Meanings
from exercise.model.names import (
    Amount,
    Condition,
    FlagOf,
    InjectName,
    LegName,
    MeasureOrClass,
    RedLineName,
    RoleName,
    SlotOf,
)

Delay = Annotated[
    Literal["now", "short", "medium", "long"],
    Meanings(
        {
            "now": "lands in this outcome",
            "short": "lands at the opening of the next turn",
            "medium": "half lands two turns on, half three turns on",
            "long": "a third each lands four, five and six turns on",
        }
    ),
]

EFFECT_KEYS = (
    "change",
    "set",
    "unlock",
    "void",
    "transfer",
    "income",
    "reroute",
    "amplify",
    "release",
    "cancel",
    "breach",
)


class EffectBase(Authored):
    """What every effect may carry."""

    when: Condition | None = None
    """The effect takes hold only if this condition is true as well."""
    chance: Amount | None = None
    """A share such as ``30%``: drawn once, keyed by seed, playthrough, turn and this effect's name."""
    why: LangText | None = None
    """One plain sentence for the debrief; the rule's own ``why`` is used where this is absent."""


class Change(EffectBase):
    """Move a slot by an amount, now or later."""

    change: SlotOf
    """The slot, such as ``preparedness[host]``."""
    by: Amount | None = None
    """``low``, ``medium``, ``high`` (with ``-`` for less), a number of points, or
    ``scale(strength, expression, from, to)``."""
    between: tuple[Amount, Amount] | None = None
    """Instead of ``by``: an amount drawn once between two numbers of points, both included."""
    delay: Delay = "now"
    """When it lands."""
    group: Slug | None = None
    """A name that ``amplify`` can refer to."""


class SetFlag(EffectBase):
    """Raise a flag. Flags stay up; two effects that raise the same flag raise it once."""

    set: FlagOf
    """The flag, such as ``trained[host]``."""


class Unlock(EffectBase):
    """Make a locked measure (or a class of measures) usable in the next decisions."""

    unlock: MeasureOrClass
    """The measure, or a class of measures."""
    role: RoleName = "any"
    """A role, a variable of the rule's ``for``, or ``any``."""


class Void(EffectBase):
    """Make a measure (or a class) unusable in the next decisions; void beats unlock."""

    void: MeasureOrClass
    """The measure, or a class of measures."""
    role: RoleName = "any"
    """A role, a variable of the rule's ``for``, or ``any``."""


class Transfer(EffectBase):
    """Move funds from one holder to another; nothing is made or lost."""

    transfer: Amount
    """How many budget units."""
    from_: SlotOf = Field(alias="from")
    """The giving slot, such as ``funds[eu]`` or ``pool[donor_window]``."""
    to: SlotOf
    """The receiving slot, such as ``funds[iom]``."""


class Income(EffectBase):
    """Bring funds in from outside the exercise; the source is declared."""

    income: Amount
    """How many budget units."""
    to: SlotOf
    """The receiving slot, such as ``funds[iom]`` or ``pool[donor_window]``."""
    origin: LangText
    """Who pays, in plain words."""


class Reroute(EffectBase):
    """Move part of a flow from one leg to the flow's other legs, in authored order within capacity."""

    reroute: LegName
    """The leg that loses the flow, or a variable over legs."""
    by: Amount
    """How much of the flow is moved, in its unit."""


class Amplify(EffectBase):
    """Scale a group of this outcome's rows by a factor before caps; the difference is a row of its own."""

    amplify: tuple[Slug, ...] = Field(min_length=1)
    """Groups of changes, rules or measures by name."""
    factor: int = Field(ge=0, le=400)
    """Per cent: 150 adds half, 50 takes half away."""
    host: Slug | None = None
    """Only rows on slots of this state (a variable of ``for``)."""


class Release(EffectBase):
    """Let another inject wait for the next situation phase and come then."""

    release: InjectName
    """The inject, whatever its kind or turn."""


class Cancel(EffectBase):
    """Cancel rows of measures that are still on their way; they are kept as cancelled rows."""

    cancel: tuple[MeasureOrClass, ...] = Field(min_length=1)
    """Measures or classes."""
    role: RoleName = "any"
    """Only rows caused by this role."""


class Breach(EffectBase):
    """Log that a red line was crossed. Never averaged into anything."""

    breach: RedLineName
    """The red line's name."""


def _which(value: Any) -> str:
    if isinstance(value, dict):
        for key in EFFECT_KEYS:
            if key in value:
                return key
        return "change"
    for kind, key in _BY_CLASS.items():
        if isinstance(value, kind):
            return key
    return "change"


_BY_CLASS: dict[type[EffectBase], str] = {
    Change: "change",
    SetFlag: "set",
    Unlock: "unlock",
    Void: "void",
    Transfer: "transfer",
    Income: "income",
    Reroute: "reroute",
    Amplify: "amplify",
    Release: "release",
    Cancel: "cancel",
    Breach: "breach",
}

EFFECTS = tuple(_BY_CLASS)
"""Every kind of effect."""

Effect = Annotated[
    Annotated[Change, Tag("change")]
    | Annotated[SetFlag, Tag("set")]
    | Annotated[Unlock, Tag("unlock")]
    | Annotated[Void, Tag("void")]
    | Annotated[Transfer, Tag("transfer")]
    | Annotated[Income, Tag("income")]
    | Annotated[Reroute, Tag("reroute")]
    | Annotated[Amplify, Tag("amplify")]
    | Annotated[Release, Tag("release")]
    | Annotated[Cancel, Tag("cancel")]
    | Annotated[Breach, Tag("breach")],
    Discriminator(_which),
]

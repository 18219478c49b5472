"""The slot table: every quantity the engine moves, numbered.

Base slots come first and are changed by rows; derived slots follow and are recomputed from them.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

from exercise.model.quantity import Visibility


class SlotSpec(Struct, frozen=True):
    """One slot: its name, bounds and start in hundredths, and who may read it."""

    index: int
    family: str
    args: tuple[str, ...]
    low: int
    high: int
    start: int
    visibility: Visibility
    readers: tuple[str, ...] = ()
    """Roles whose card shows the slot exactly."""

    @property
    def name(self) -> str:
        """The name as written in files, such as ``preparedness[tajikistan]``."""
        return written_name(self.family, self.args)


class DerivedSpec(Struct, frozen=True):
    """A slot recomputed from others: a weighted mean, rounded down, with an optional ceiling."""

    index: int
    family: str
    args: tuple[str, ...]
    kind: Literal["mean", "strict", "loose", "gap"]
    terms: tuple[tuple[int, int], ...]
    """Slot and weight."""
    shortfall: bool = False
    """Take 100 less each term, not the term."""
    limit: tuple[int, int, tuple[int, ...]] | None = None
    """Ceiling, and the bound and slots that bring it on; hundredths."""
    accepted: int = 5000
    visibility: Visibility = "published"

    @property
    def name(self) -> str:
        """The name as written in files."""
        return written_name(self.family, self.args)


class SlotTable(Struct):
    """All slots by number and by name."""

    base: list[SlotSpec] = field(default_factory=list)
    derived: list[DerivedSpec] = field(default_factory=list)
    index: dict[tuple[str, tuple[str, ...]], int] = field(default_factory=dict)
    scopes: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Family to the domains of its scope, for messages."""

    def add(
        self,
        family: str,
        args: tuple[str, ...],
        bounds: tuple[int, int],
        start: int,
        visibility: Visibility,
        readers: tuple[str, ...] = (),
    ) -> None:
        """Add a base slot; its start is held within its bounds."""
        low, high = bounds
        number = len(self.base)
        held = min(max(start, low), high)
        self.base.append(
            SlotSpec(
                index=number,
                family=family,
                args=args,
                low=low,
                high=high,
                start=held,
                visibility=visibility,
                readers=readers,
            )
        )
        self.index[family, args] = number

    def add_derived(self, spec: DerivedSpec) -> None:
        """Add a derived slot; all it reads must have been added before."""
        self.derived.append(spec)
        self.index[spec.family, spec.args] = spec.index

    @property
    def size(self) -> int:
        """The number of slots, base and derived."""
        return len(self.base) + len(self.derived)

    def spec(self, index: int) -> SlotSpec | DerivedSpec:
        """Return a slot, base or derived, by number."""
        count = len(self.base)
        return self.base[index] if index < count else self.derived[index - count]

    def name(self, index: int) -> str:
        """Return the name of a slot by number."""
        return self.spec(index).name


def written_name(family: str, args: tuple[str, ...]) -> str:
    """Return the name of a slot or flag as written in files.

    >>> written_name("institutions", ("water", "tajikistan"))
    'institutions[water, tajikistan]'
    """
    return f"{family}[{', '.join(args)}]" if args else family


def split_name(name: str) -> tuple[str, tuple[str, ...]]:
    """Return family and arguments of a slot's written name.

    >>> split_name("institutions[water, tajikistan]")
    ('institutions', ('water', 'tajikistan'))
    """
    family, _, rest = name.strip().partition("[")
    args = tuple(part.strip() for part in rest.rstrip("] ").split(",")) if rest else ()
    return family.strip(), args


def settle(table: SlotTable, base: tuple[int, ...]) -> tuple[int, ...]:
    """Return base values followed by all derived values."""
    values = list(base)
    for spec in table.derived:
        values.append(_derive(spec, values))
    return tuple(values)


def _derive(spec: DerivedSpec, values: list[int]) -> int:
    if spec.kind != "mean":
        first, second = (values[index] for index, _ in spec.terms)
        return _compared(spec, first, second)
    total = sum(weight for _, weight in spec.terms)
    if not total:
        return 0
    if spec.shortfall:
        mean = sum(weight * (10_000 - values[index]) for index, weight in spec.terms) // total
    else:
        mean = sum(weight * values[index] for index, weight in spec.terms) // total
    if spec.limit is not None:
        ceiling, bound, watched = spec.limit
        if any(values[index] < bound for index in watched):
            return min(mean, ceiling)
    return mean


def _compared(spec: DerivedSpec, first: int, second: int) -> int:
    """Return what two slots say together: level and acceptance, or rhetoric and delivery."""
    if spec.kind == "gap":
        return first - second if first else 0
    if spec.kind == "strict":
        return 100 if first >= 400 else 0
    return 100 if first > 200 or (first == 200 and second >= spec.accepted) else 0

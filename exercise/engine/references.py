"""Checking plain references between authored parts: every name must exist before compiling."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from exercise.engine.findings import Findings, Path
from exercise.engine.names import GROUPS, authors_of
from exercise.model.agreement import Agreement
from exercise.model.bundle import Bundle
from exercise.model.inject import Inject
from exercise.model.measure import MEASURE_CLASSES, Measure
from exercise.model.pack import ModelPack
from exercise.model.setting import Beginning


def check_references(bundle: Bundle, findings: Findings) -> None:
    """Report every name that refers to nothing."""
    known = _Known(bundle, findings)
    known.scenario()
    for name, measure in bundle.measures().items():
        known.measure((bundle.origin("measures", name), "measures", name), measure)
    for name, agreement in bundle.agreements().items():
        known.agreement((bundle.origin("agreements", name), "agreements", name), agreement)
    for name, inject in bundle.scenario.injects.items():
        known.inject(("scenario", "injects", name), inject)
    known.model()
    for place in bundle.scenario.places:
        known.role(place.role)


def check_inject(
    model: ModelPack,
    findings: Findings,
    path: Path,
    card: Inject,
    roles: Collection[str],
    measures: Collection[str],
) -> None:
    """Report names in an inject that refer to nothing.

    Args:
        model: Holds key phrases and issues.
        findings: Where they are reported.
        path: Where the inject was written.
        card: The inject; its objectives are the scenario's and not looked at here.
        roles: Roles that may receive it.
        measures: Measures it may offer.
    """
    receivers = [*GROUPS, *roles]
    findings.each((*path, "to"), "role or group", card.to, receivers)
    findings.each((*path, "phrases"), "key phrase", card.phrases, model.phrases)
    for role in card.private:
        findings.need((*path, "private", role), "role", role, roles)
    if card.issue is not None:
        findings.need((*path, "issue"), "issue", card.issue, model.issues)
    for number, offer in enumerate(card.offers):
        where = (*path, "offers", number)
        findings.each((*where, "to"), "role or group", offer.to, receivers)
        findings.each((*where, "measures"), "measure", offer.measures, measures)


class _Known:
    """The names that exist, and where findings go."""

    def __init__(self, bundle: Bundle, findings: Findings) -> None:
        self.bundle = bundle
        self.findings = findings
        self.in_play = [place.role for place in bundle.scenario.places]
        self.may_receive = self._unless_wrong(self.in_play, bundle.roles)
        self.states = self._unless_wrong(bundle.scenario.states, bundle.model.states)
        self.measures = bundle.measures()

    @staticmethod
    def _unless_wrong(named: Collection[str], known: Collection[str]) -> list[str]:
        """Where one of the names is itself wrong, do not blame what refers to the right one."""
        wrong = len(set(named)) < len(named) or any(name not in known for name in named)
        return [*named, *known] if wrong else [*named]

    def need(self, path: Path, what: str, word: str, known: Collection[str]) -> None:
        """Report a word that is not among the known ones."""
        self.findings.need(path, what, word, known)

    def each(self, path: Path, what: str, words: Iterable[str], known: Collection[str]) -> None:
        """Check a list of words."""
        self.findings.each(path, what, words, known)

    def scenario(self) -> None:
        """Check the scenario's own short keys."""
        card, model = self.bundle.scenario, self.bundle.model
        self.need(("scenario", "preset"), "preset", card.preset, model.presets)
        self.each(("scenario", "states"), "state", card.states, model.states)
        self._seating()
        self.need(("scenario", "concept_note"), "file", card.concept_note, card.texts)
        for name, objective in card.objectives.items():
            self.need(
                ("scenario", "objectives", name, "question"),
                "question",
                objective.question,
                card.questions,
            )
            self.each(
                ("scenario", "objectives", name, "evidence"),
                "indicator",
                objective.evidence,
                self._values(),
            )
        self._papers()
        self._setting()
        self._beginning(("scenario",), card, self.states)

    def _papers(self) -> None:
        """Check position papers: each on a question, and somebody at the table is asked for it."""
        card = self.bundle.scenario
        for name, paper in card.papers.items():
            at = ("scenario", "papers", name)
            self.need(at, "question", name, card.questions)
            self.each((*at, "who"), "role or group", paper.who, [*GROUPS, *self.may_receive])
            if not authors_of(self.bundle, name):
                self.findings.error(
                    at, f"nobody at this table is asked for the paper on '{name}'", "no-author"
                )

    def _seating(self) -> None:
        """Check states and places: each exists, none stands twice."""
        card = self.bundle.scenario
        for number, state in enumerate(card.states):
            if card.states.index(state) < number:
                message = f"state '{state}' is named twice"
                self.findings.error(("scenario", "states", number), message, "twice")
        for number, place in enumerate(card.places):
            self.need(("scenario", "places", number, "role"), "role", place.role, self.bundle.roles)
            if self.in_play.index(place.role) < number:
                self.findings.error(
                    ("scenario", "places", number, "role"),
                    f"role '{place.role}' has two places",
                    "twice",
                )

    def _setting(self) -> None:
        card, settings = self.bundle.scenario, self.bundle.model.settings
        if card.setting is None:
            return
        self.need(("scenario", "setting"), "setting", card.setting, settings)
        if card.setting in settings:
            first, last = settings[card.setting].years
            if not first <= card.setting_year <= last:
                self.findings.error(
                    ("scenario", "setting"),
                    f"setting '{card.setting}' pictures {first} to {last}, and the scenario plays in "
                    f"{card.setting_year}; write another setting or another setting_year",
                    "setting-year",
                )

    def _beginning(self, root: Path, card: Beginning, states: Collection[str]) -> None:
        """Check the names in starting values of the scenario, or of a setting of the model."""
        for issue, parts in card.issues.items():
            self.need((*root, "issues", issue), "issue", issue, self.bundle.model.issues)
            for state in parts:
                self.need((*root, "issues", issue, state), "state", state, [*states, "all"])
        families = [
            *self.bundle.model.quantities,
            "willingness",
            "ability",
            "diverted",
            "funds",
            "actions",
            "delivery_cap",
            "voice_weight",
            "volume",
            "capacity",
            "pool",
        ]
        members = [
            *states,
            *self.may_receive,
            *self.bundle.model.issues,
            *self.bundle.model.pools,
            "all",
            *(leg for flow in self.bundle.model.flows.values() for leg in flow.legs),
        ]
        for family, given in card.starts.items():
            self.need((*root, "starts", family), "slot", family, families)
            if isinstance(given, dict):
                for key in given:
                    self.need((*root, "starts", family, key), "place", key, members)

    def _values(self) -> list[str]:
        return [*self.bundle.model.quantities, *self.bundle.model.derived]

    def measure(self, path: Path, card: Measure) -> None:
        """Check one measure."""
        self.each(
            (*path, "who"),
            "role or group",
            card.who,
            [*GROUPS, *self.bundle.roles],
        )
        sides = [*GROUPS, *self.bundle.roles, *self.bundle.model.states]
        self.each((*path, "partners"), "role or group", card.partners, sides)
        if card.issue is not None:
            self.need((*path, "issue"), "issue", card.issue, self.bundle.model.issues)
        self.need((*path, "referent"), "referent", card.referent, self.bundle.model.referents)

    def agreement(self, path: Path, card: Agreement) -> None:
        """Check one agreement template."""
        known = [*GROUPS, *self.bundle.roles]
        self.each((*path, "parties"), "role or group", card.parties, known)
        self.each((*path, "sponsors"), "role or group", card.sponsors, known)

    def inject(self, path: Path, card: Inject) -> None:
        """Check one inject."""
        check_inject(self.bundle.model, self.findings, path, card, self.may_receive, self.measures)
        self.each(
            (*path, "objectives"), "objective", card.objectives, self.bundle.scenario.objectives
        )

    def model(self) -> None:
        """Check the model's own tables."""
        model = self.bundle.model
        for name, state in model.states.items():
            self.each(
                ("model", "states", name, "neighbours"), "state", state.neighbours, model.states
            )
        self._map()
        for name, issue in model.issues.items():
            for term in issue.evidence:
                self.need(
                    ("model", "issues", name, "evidence", term), "indicator", term, model.quantities
                )
            self.need(("model", "scales", "fit"), "issue", name, model.scales.fit)
        above: list[str] = list(model.quantities)
        for name, card in model.derived.items():
            for term in card.terms:
                self.need(("model", "derived", name, "terms", term), "indicator", term, above)
            if card.limit is not None:
                self.each(
                    ("model", "derived", name, "limit", "of"), "indicator", card.limit.of, above
                )
            above.append(name)
        for name, audience in model.audiences.items():
            self.each(
                ("model", "audiences", name, "states"), "state", audience.states, model.states
            )
        for name, setting in model.settings.items():
            self._beginning(("model", "settings", name), setting, model.states)
        for name, preset in model.presets.items():
            for rule in preset.rules:
                self.need(("model", "presets", name, "rules", rule), "rule", rule, model.rules)
            for measure in preset.measures:
                self.need(
                    ("model", "presets", name, "measures", measure),
                    "measure",
                    measure,
                    model.measures,
                )

    def _map(self) -> None:
        taken: dict[tuple[int, int], str] = {}
        for name, state in self.bundle.model.states.items():
            if state.map is None:
                continue
            first = taken.setdefault(state.map, name)
            if first != name:
                column, row = state.map
                message = (
                    f"state '{first}' stands at [{column}, {row}] of the map already; "
                    f"choose another column or row"
                )
                self.findings.error(("model", "states", name, "map"), message, "map-place")

    def role(self, name: str) -> None:
        """Check one role card in play."""
        card = self.bundle.roles.get(name)
        if card is None:
            return
        families = [
            *self.bundle.model.quantities,
            "willingness",
            "ability",
            "diverted",
            "delivery_cap",
            "voice_weight",
        ]
        for family in card.card:
            self.need(("roles", name, "card", family), "slot", family, families)
        if card.state is not None:
            self.need(("roles", name, "state"), "state", card.state, self.bundle.model.states)
        self._hints(name)
        self._profile(name)

    def _every(self, section: str) -> list[str]:
        """What the model or this scenario holds; a card of the library may name what is left out here."""
        return [*getattr(self.bundle.model, section), *getattr(self.bundle.scenario, section)]

    def _hints(self, name: str) -> None:
        """Look for names that only warn and guide bots; exercises saved before they were looked at still open."""
        card = self.bundle.roles[name]
        for number, line in enumerate(card.red_lines):
            at = ("roles", name, "red_lines", number, "measures")
            self._expect(at, "measure", line.measures, self._every("measures"))
        self._expect(("roles", name, "allies"), "role", card.allies, self.bundle.roles)
        profile = card.profile
        for key, what, known in (
            ("measures", "measure", self._every("measures")),
            ("agreements", "agreement", self._every("agreements")),
            ("places", "state", [*self.bundle.model.states]),
        ):
            for word in getattr(profile, key):
                self.findings.expect(("roles", name, "profile", key, word), what, word, known)

    def _expect(self, at: Path, what: str, words: Iterable[str], known: Collection[str]) -> None:
        for number, word in enumerate(words):
            self.findings.expect((*at, number), what, word, known)

    def _profile(self, name: str) -> None:
        profile = self.bundle.roles[name].profile
        for indicator in profile.indicators:
            self.need(
                ("roles", name, "profile", "indicators", indicator),
                "indicator",
                indicator,
                self._values(),
            )
        for klass in profile.classes:
            self.need(
                ("roles", name, "profile", "classes", klass),
                "class of measures",
                klass,
                MEASURE_CLASSES,
            )
        if profile.issue is not None:
            self.need(
                ("roles", name, "profile", "issue"),
                "issue",
                profile.issue,
                self.bundle.model.issues,
            )

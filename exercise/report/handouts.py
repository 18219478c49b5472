"""Printable handouts from the scenario alone: for all participants, for each role, and for the facilitator.

A participants' file holds nothing that a seat learns later or that is meant for one seat: no injects, no private
lines, no effects, no hidden values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from msgspec import Struct

from exercise.conduct.views import card_view
from exercise.engine.program import Program
from exercise.engine.prose import name_of, say
from exercise.errors import ExerciseError
from exercise.model.inject import Inject
from exercise.model.measure import Lasting, Measure
from exercise.report.document import FillIn, Table
from exercise.report.html import fill_in, page, table, text
from exercise.report.words import Words

ORDER_BLOCKS = 3
"""Actions on one order form."""


def write_handouts(
    program: Program, path: Path, language: str = "en", handling: str = ""
) -> tuple[Path, ...]:
    """Write the handouts of a scenario as HTML pages into a folder.

    Args:
        program: The scenario, compiled.
        path: The folder; it is made where there is none, and files of the same names are replaced.
        language: Of all texts.
        handling: Marking for every page.

    Returns:
        The files: ``participants.html``, ``role-<slug>.html`` for each role, ``order-form.html``, ``facilitator.html``.

    Raises:
        ExerciseError: The folder cannot be written to.
    """
    maker = _Handouts(program, language, handling)
    try:
        path.mkdir(parents=True, exist_ok=True)
        return tuple(_written(path / name, content) for name, content in maker.pages())
    except OSError as error:
        raise ExerciseError(
            f"The handouts cannot be written to '{path}': {error.strerror or error}. Name another folder with -o."
        ) from error


def _written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def from_markdown(source: str) -> str:
    """Return authored Markdown as HTML; HTML inside it is shown as text, and links lead nowhere outside the page."""
    renderer = (
        MarkdownIt("commonmark", {"html": False}).enable("table").disable(["image", "autolink"])
    )
    renderer.validateLink = _within_page  # type: ignore[method-assign]
    return str(renderer.render(source))


def _within_page(url: str) -> bool:
    return url.startswith("#")


class _Handouts(Struct, frozen=True):
    """One scenario in one language."""

    program: Program
    language: str
    handling: str

    @property
    def words(self) -> Words:
        return Words(self.language)

    def pages(self) -> Iterator[tuple[str, str]]:
        """Yield file name and page."""
        yield (
            "participants.html",
            self._page("handout-participants", "mark-participants", self._participants()),
        )
        for place in self.program.bundle.scenario.places:
            name = self._who(place.role)
            mark = self.words.say("mark-role", role=name)
            slug = place.role.replace("_", "-")
            yield (
                f"role-{slug}.html",
                self._marked(
                    f"{self.words.say('handout-role')}: {name}", mark, self._card(place.role)
                ),
            )
        yield (
            "order-form.html",
            self._page("handout-order-form", "mark-participants", self._order_form()),
        )
        yield (
            "facilitator.html",
            self._page("handout-facilitator", "mark-facilitator", self._facilitator()),
        )

    def _page(self, title: str, mark: str, body: Iterable[str]) -> str:
        return self._marked(self.words.say(title), self.words.say(mark), body)

    def _marked(self, title: str, mark: str, body: Iterable[str]) -> str:
        scenario = self._say(self.program.bundle.scenario.title)
        handling = self.handling or self.words.say("handling")
        return page(f"{scenario}: {title}", self.language, f"{handling} · {mark}", "".join(body))

    # --- for all ----------------------------------------------------------------------------

    def _participants(self) -> Iterator[str]:
        scenario, bundle = self.program.bundle.scenario, self.program.bundle
        yield self._head("handout-participants", scenario.title, scenario.summary)
        yield self._glance()
        yield f"<section>{from_markdown(self._concept_note())}</section>"
        yield f'<section class="page"><h2>{self._word("ground-rules")}</h2>'
        yield _list(self.words.say(f"ground-{number}") for number in range(1, 7))
        yield f"<h3>{self._word('assumptions')}</h3>" + _list(
            self._say(line) for line in scenario.overview.assumptions
        )
        yield f"<h3>{self._word('notice-values')}</h3><p>{text(self._say(bundle.model.notice))}</p></section>"
        yield f"<section><h2>{self._word('questions')}</h2>"
        yield (
            _list((self._say(question) for question in scenario.questions.values()), "ol")
            + "</section>"
        )
        if bundle.model.glossary:
            rows = tuple(self._term(slug, entry) for slug, entry in bundle.model.glossary.items())
            yield f"<section><h2>{self._word('glossary')}</h2>{_list(rows)}</section>"

    def _term(self, slug: str, entry: str | dict[str, str]) -> str:
        told = self._say(entry)
        term = slug.replace("_", " ")
        return told if told.lower().startswith(term.lower()) else f"{term}: {told}"

    def _concept_note(self) -> str:
        scenario = self.program.bundle.scenario
        return self._say(scenario.texts.get(scenario.concept_note, ""))

    def _head(self, kind: str, title: str | dict[str, str], summary: str | dict[str, str]) -> str:
        return (
            f'<header><p class="quiet">{self._word(kind)}</p><h1>{escape(self._say(title))}</h1>'
            f"<p>{text(self._say(summary))}</p></header>"
        )

    def _glance(self) -> str:
        scenario = self.program.bundle.scenario
        low, high = scenario.duration_min
        rows = (
            (
                "turns",
                self.words.say(
                    "glance-turns-value",
                    turns=str(scenario.turns),
                    length=self._say(scenario.turn_length),
                ),
            ),
            ("duration", self.words.say("glance-duration-value", low=str(low), high=str(high))),
            ("runout", self.words.say("glance-runout-value", count=scenario.run_out)),
            ("roles", ", ".join(self._who(place.role) for place in scenario.places)),
        )
        entries = tuple((self.words.say(f"glance-{key}"), value) for key, value in rows)
        heads = (self.words.say("field"), self.words.say("entry"))
        return f"<h2>{self._word('facts-at-a-glance')}</h2>" + table(
            Table(heads, entries, widths=(24, 76), heads=True)
        )

    # --- one role ---------------------------------------------------------------------------

    def _card(self, role: str) -> Iterator[str]:
        card, bundle = card_view(self.program, role, self.language), self.program.bundle
        yield f'<article class="card"><p class="quiet">{self._word("handout-role")}</p><h1>{escape(card.name)}</h1>'
        for key, words in (("card-mandate", card.mandate), ("card-dilemma", card.dilemma)):
            yield f"<p><b>{self._word(key)}.</b> {text(words)}</p>"
        yield '<div class="columns">'
        lists = (
            ("interests", card.interests),
            ("red-lines", card.red_lines),
            ("resources", card.resources),
            ("constraints", card.constraints),
            ("allies", card.allies),
        )
        for key, lines in lists:
            if lines:
                yield f"<div><h4>{self._word(f'card-{key}')}</h4>{_list(lines)}</div>"
        yield f"</div>{_list(self._means(role))}"
        private = [*card.private]
        if private:
            yield f'<div class="only"><b>{self._word("card-private")}</b>{_list(private)}</div>'
        labels = [self._say(label) for label in bundle.roles[role].card.values()]
        if labels:
            yield f"<p><b>{self._word('card-reads')}:</b> {escape(', '.join(labels))}</p>"
        yield f'</article><section class="page"><h2>{self._word("card-measures")}</h2>{self._measures(role)}</section>'

    def _means(self, role: str) -> Iterator[str]:
        card = self.program.bundle.roles[role]
        funds = self.words.say(
            "card-funds-value",
            start=str(card.funds.start),
            income=str(card.funds.income),
            limit=str(card.funds.limit),
        )
        yield f"{self.words.say('card-funds')}: {funds}"
        yield f"{self.words.say('card-actions')}: {self.words.say('card-actions-value', count=card.actions)}"
        delivery = self.words.say("card-delivery-value", percent=str(card.delivery_cap))
        yield f"{self.words.say('card-delivery')}: {delivery}"

    def _measures(self, role: str) -> str:
        number = self.program.numbers.role[role]
        cards = self.program.bundle.measures()
        rows = tuple(
            self._measure(cards[code.name])
            for code in self.program.measures
            if number in code.roles and not code.offered and not code.locked
        )
        heads = tuple(
            self.words.say(key)
            for key in ("measure", "measure-cost", "measure-lasts", "measure-what")
        )
        return table(Table(heads, rows, widths=(24, 13, 13, 50), heads=True, small=True))

    def _measure(self, card: Measure) -> tuple[str, str, str, str]:
        cost = str(card.cost)
        if card.upkeep:
            cost = self.words.say("cost-upkeep", cost=str(card.cost), upkeep=str(card.upkeep))
        lasts = (
            self.words.say("lasts-turns", count=card.lasts.turns)
            if isinstance(card.lasts, Lasting)
            else self.words.say(f"lasts-{card.lasts}")
        )
        lines = [self._say(card.text)]
        if card.requires_text:
            lines.append(self.words.say("needs", text=self._say(card.requires_text)))
        if card.class_ == "restrictive":
            lines.append(self.words.say("restrictive-mark"))
        if card.statement:
            lines.append(self.words.say("statement-mark"))
        return self._say(card.name), cost, lasts, "\n".join(lines)

    # --- order form -------------------------------------------------------------------------

    def _order_form(self) -> Iterator[str]:
        yield self._head(
            "handout-order-form", self.program.bundle.scenario.title, self.words.say("order-intro")
        )
        heads = (self.words.say("order-role"), self.words.say("order-turn"))
        yield table(Table(heads, (("", ""),), widths=(70, 30)))
        keys = ("measure", "target", "inject", "issue", "needed", "suitable", "reason")
        for number in range(1, ORDER_BLOCKS + 1):
            rows = tuple((self.words.say(f"order-{key}"), "") for key in keys)
            title = self.words.say("order-block", number=str(number))
            yield f'<section class="card"><h3>{escape(title)}</h3>'
            yield table(
                Table(
                    (self.words.say("field"), self.words.say("entry")),
                    rows,
                    widths=(34, 66),
                    heads=True,
                )
            )
            yield "</section>"
        yield fill_in(FillIn(self.words.say("order-free"), (), 2)) + fill_in(
            FillIn(self.words.say("order-agreement"), (), 2)
        )

    # --- facilitator ------------------------------------------------------------------------

    def _facilitator(self) -> Iterator[str]:
        scenario = self.program.bundle.scenario
        yield self._head("handout-facilitator", scenario.title, scenario.overview.scope)
        yield f"<section><h2>{self._word('events-list')}</h2>{self._events()}</section>"
        yield f'<section class="page"><h2>{self._word("slips")}</h2><p>{self._word("slips-intro")}</p>'
        for inject in self.program.bundle.injects().values():
            yield from self._slips(inject)
        yield "</section>"

    def _events(self) -> str:
        keys = (
            "event-ref",
            "event-trigger",
            "event-title",
            "event-to",
            "event-expected",
            "event-objectives",
        )
        rows = tuple(
            self._event(name, card) for name, card in self.program.bundle.injects().items()
        )
        heads = tuple(self.words.say(key) for key in keys)
        return table(Table(heads, rows, widths=(5, 15, 17, 13, 38, 12), small=True))

    def _event(self, name: str, card: Inject) -> tuple[str, ...]:
        objectives = ", ".join(objective.replace("_", " ") for objective in card.objectives)
        return (
            card.ref or "",
            self._trigger(card),
            self._titled(card),
            self._to(name),
            self._say(card.expected),
            objectives,
        )

    def _titled(self, card: Inject) -> str:
        title = self._say(card.title)
        return f"{title}. {self._note(card)}" if card.content_note else title

    def _note(self, card: Inject) -> str:
        return self.words.say("slip-note", text=self._say(card.content_note or ""))

    def _trigger(self, card: Inject) -> str:
        condition = card.when or ""
        match card.kind:
            case "scheduled":
                return self.words.say("when-turn", turn=str(card.turn))
            case "conditional" if card.turn is not None:
                return self.words.say("when-from-turn", turn=str(card.turn), condition=condition)
            case "conditional":
                return self.words.say("when-if", condition=condition)
            case "contingency" if condition:
                return self.words.say("when-contingency-if", condition=condition)
        return self.words.say(f"when-{card.kind}")

    def _to(self, name: str) -> str:
        code = self.program.injects[self.program.numbers.inject[name]]
        if code.public:
            return self.words.say("everybody")
        return ", ".join(self._who(self.program.roles[role]) for role in code.to)

    def _slips(self, card: Inject) -> Iterator[str]:
        sender = self.words.say(
            "slip-from", who=self._say(card.from_), method=self.words.say(f"method-{card.method}")
        )
        number = f"{card.ref} " if card.ref else ""
        note = f'<p class="quiet">{text(self._note(card))}</p>' if card.content_note else ""
        body = (
            f"<h3>{escape(number + self._say(card.title))}</h3>{note}"
            f"<p>{text(self._say(card.text))}</p>"
            f'<p class="quiet">{escape(sender)}</p>'
        )
        yield f'<div class="slip">{body}</div>'
        for role, line in card.private.items():
            only = self.words.say("slip-private", role=self._who(role), text=self._say(line))
            yield f'<div class="slip">{body}<p class="only">{text(only)}</p></div>'

    # --- texts ------------------------------------------------------------------------------

    def _say(self, words: str | dict[str, str]) -> str:
        return say(self.program.bundle, words, self.language)

    def _who(self, role: str) -> str:
        return name_of(self.program.bundle, role, self.language)

    def _word(self, key: str) -> str:
        return escape(self.words.say(key))


def _list(items: Iterable[str], kind: str = "ul") -> str:
    return f"<{kind}>{''.join(f'<li>{text(item)}</li>' for item in items)}</{kind}>"

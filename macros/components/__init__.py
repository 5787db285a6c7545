"""The macros that pages call: each finds its subject in the guide and renders one component."""

from collections.abc import Callable
from functools import cached_property
from itertools import groupby, pairwise

from markupsafe import Markup

from macros.changes import State, changes_between
from macros.client_guide import client_guide
from macros.guide import Guide
from macros.render import Renderer
from macros.settings import Settings

MACROS = (
    "home",
    "stage_path",
    "stage",
    "matrix",
    "assess",
    "checklist",
    "parts",
    "rfq_files",
    "summary",
    "verdict",
    "load_example",
    "decisions",
    "priorities",
    "faq",
    "glossary",
    "standards",
    "related",
    "call_to_action",
    "link",
    "useful_when",
    "best_fit",
    "example",
    "example_locks",
    "example_changes",
    "hand_over",
    "sales_links",
    "desk_questions",
    "review",
)


def _template_text(json: str) -> Markup:
    """JSON as the text of a `<template>`, where quotes need no escape and would only weigh."""
    return Markup(json.replace("&", "&amp;").replace("<", "&lt;"))


class Components:
    """One method for each macro; what a page names and the guide lacks is an error of the build."""

    def __init__(self, guide: Guide, settings: Settings, *, site_url: str, page_url: Callable[[], str]) -> None:
        self._guide = guide
        self._settings = settings
        self._site_url = site_url
        self._page_url = page_url
        self._renderer = Renderer()

    def _render(self, component: str, **values: object) -> str:
        return self._renderer(
            component,
            self._page_url(),
            guide=self._guide,
            settings=self._settings,
            site_url=self._site_url,
            **values,
        )

    def home(self) -> str:
        """The top of the home page: what the guide is, the four stages, what to do next."""
        return self._render("home")

    def stage_path(self, current: str | None = None) -> str:
        """The four stages as a path, with the current one marked."""
        return self._render("stage-path", current=current and self._guide.stage(current).id)

    def stage(self, stage: str) -> str:
        """The body of a stage's page, between the stage before and the stage after."""
        stages = self._guide.stages
        place = stages.index(self._guide.stage(stage))
        return self._render(
            "stage",
            stage=stages[place],
            before=stages[place - 1] if place else None,
            after=stages[place + 1] if place + 1 < len(stages) else None,
        )

    def matrix(self, matrix: str) -> str:
        """A matrix as a table; where there is no room for columns, a card for each row."""
        return self._render("matrix", matrix=self._guide.matrix(matrix))

    def assess(self) -> str:
        """The transition matrix as a form: each column a reader picks a level in, and the stage that follows."""
        return self._render("assess", matrix=self._guide.transition)

    def checklist(self, checklist: str) -> str:
        """A checklist with its items, their tests, and their fields as form controls."""
        chosen = self._guide.checklist(checklist)
        return self._render("checklist", checklist=chosen, home_of=self._home_of)

    def parts(self) -> str:
        """The switcher between parts; brings the client and the guide it needs to the page, once."""
        return self._render("parts", guide_json=self._guide_json)

    def rfq_files(self) -> str:
        """The files that go with the part at hand: listed by digest, never sent."""
        return self._render("rfq-files")

    def summary(self) -> str:
        """The summary of the record at hand, and the ways to take it along."""
        return self._render("summary")

    def verdict(self) -> str:
        """The verdict on the record at hand in one sentence, with the way to its summary."""
        return self._render("verdict")

    def load_example(self, name: str) -> str:
        """A button that loads a worked record."""
        self._guide.example(name)
        return self._render("load-example", name=name)

    def review(self) -> str:
        """The desk's view of a record; brings the client and the guide it needs to the page, and no storage."""
        return self._render("review", guide_json=self._guide_json)

    @cached_property
    def _guide_json(self) -> Markup:
        guide = client_guide(self._guide, self._settings, self._site_url)
        return _template_text(guide.model_dump_json())

    def _home_of(self, field: str) -> str:
        """The one checklist where search finds a field: the RFQ's if it asks for it, else the first that does."""
        order = sorted(self._guide.checklists, key=lambda each: each.id != "rfq")
        return next(each.id for each in order if any(field in item.fields for item in each.items))

    def decisions(self) -> str:
        """The routing decisions: the sign, the route, and where to read on."""
        return self._render("decisions")

    def priorities(self) -> str:
        """What to make clear when a part is handed to production."""
        return self._render("priorities")

    def faq(self) -> str:
        """Questions with their answers."""
        return self._render("faq")

    def glossary(self) -> str:
        """The terms under their first letters."""
        terms = sorted(self._guide.glossary.terms, key=lambda term: term.term.lower())
        letters = [(letter, list(group)) for letter, group in groupby(terms, lambda term: term.term[0].upper())]
        return self._render("glossary", letters=letters)

    def standards(self) -> str:
        """The one table of standards with editions and dates."""
        return self._render("standards")

    def related(self) -> str:
        """The related pages, each with what it is good for."""
        return self._render("related")

    def call_to_action(self) -> str:
        """The one thing to do next."""
        return self._render("call-to-action")

    def link(self, link: str) -> str:
        """A destination by name, within a sentence; on the page it leads to, only its name."""
        chosen = self._guide.link(link)
        return self._render("link", link=chosen, destination=self._settings.destination(chosen))

    def useful_when(self) -> str:
        """The situations in which the guide is useful."""
        return self._render("useful-when")

    def best_fit(self) -> str:
        """Whom the guide fits best."""
        return self._render("best-fit")

    def example(self, name: str) -> str:
        """A worked record: every value under the item that asks for it."""
        record = self._guide.example(name)
        values = record.model_dump()["values"]
        if record.stage:
            values["stage"] = record.stage
        shown: set[str] = set()
        parts = []
        for item in (*self._guide.checklist("rfq").items, *self._guide.checklist("readiness").items):
            fields = [self._guide.field(each) for each in item.fields if each in values and each not in shown]
            shown.update(field.id for field in fields)
            if fields:
                parts.append((item, fields))
        return self._render("example", values=values, parts=parts)

    def example_locks(self, *names: str) -> str:
        """The lock items of worked records side by side."""
        records = [self._guide.example(name) for name in names]
        return self._render("example-locks", records=records)

    def example_changes(self, name: str) -> str:
        """What changed from build to build of a worked record, and from the last build to the record."""
        record = self._guide.example(name)
        states: tuple[State, ...] = (*record.builds, record)
        steps = [(before, after, changes_between(self._guide, before, after)) for before, after in pairwise(states)]
        return self._render("example-changes", steps=steps)

    def hand_over(self) -> str:
        """What of the part at hand is ready to send, and the way to the supplier."""
        return self._render("hand-over")

    def sales_links(self) -> str:
        """Every stage, list and topic with its address and a paragraph to paste."""
        return self._render("sales-links")

    def desk_questions(self) -> str:
        """Every item with the question a quoting desk asks while it is open."""
        return self._render("desk-questions")

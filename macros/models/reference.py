"""What readers look up and where links lead: routing, questions, terms, standards, destinations."""

from macros.models.base import Id, IsoDate, Model, SitePath, Text
from macros.models.checklists import Option


class Decision(Model):
    """One routing decision: the sign that calls for it, the route, and why."""

    id: Id
    label: Text
    when: Text
    text: Text
    link: Id


class Priority(Model):
    """One thing to make clear when a part is handed to production."""

    id: Id
    label: Text
    text: Text


class Routing(Model):
    """`routing.yml`: process and sourcing decisions, and handoff priorities."""

    decisions: tuple[Decision, ...]
    priorities: tuple[Priority, ...]


class Question(Model):
    """A question readers ask, with its answer."""

    id: Id
    question: Text
    answer: Text


class Faq(Model):
    """`faq.yml`."""

    questions: tuple[Question, ...]


class Term(Model):
    """A word of the field; `full` spells an abbreviation out."""

    id: Id
    term: Text
    full: Text | None = None
    meaning: Text


class Glossary(Model):
    """`glossary.yml`."""

    terms: tuple[Term, ...]


class Standard(Model):
    """A standard the guide names; `checked` is the day on which its edition was last found in a published source."""

    id: Id
    name: Text
    area: Id
    subject: Text
    edition: Text | None = None
    checked: IsoDate | None = None
    note: Text | None = None


class Standards(Model):
    """`standards.yml`: the standards, and the areas they are shown under."""

    areas: tuple[Option, ...]
    standards: tuple[Standard, ...]

    def of(self, area: str) -> tuple[Standard, ...]:
        """The standards of an area, those with a checked edition first."""
        return tuple(sorted((each for each in self.standards if each.area == area), key=lambda each: not each.checked))


class Link(Model):
    """A destination by name: a page of this site until the supplier sets an address of theirs."""

    id: Id
    label: Text
    page: SitePath
    text: Text


class Links(Model):
    """`links.yml`: every destination, the call to action, the related pages, and the fields of prefilled links."""

    links: tuple[Link, ...]
    call_to_action: Id
    related: tuple[Id, ...]
    prefilled: tuple[Id, ...] = ()

"""The guide itself: what its home page opens with, its people and its five steps."""

from macros.models.base import ChecklistId, Id, Model, SitePath, SparseModel, Text, Version


class Step(SparseModel):
    """One of the five steps that fill a part in: its page, and the checklist that it goes through."""

    id: Id
    label: Text
    page: SitePath
    checklist: ChecklistId | None = None


class People(Model):
    """What the site calls the people in it; each stands behind “the” or “your”, within a sentence."""

    desk: Text = "quoting desk"
    supplier: Text = "supplier"


class About(Model):
    """`guide.yml`: the guide's version, what its home page opens with, what it is good for, and its five steps."""

    version: Version
    kicker: Text
    headline: Text
    lead: Text
    promise: Text
    best_fit: Text
    useful_when: tuple[Text, ...]
    people: People = People()
    steps: tuple[Step, ...]

"""The part of the guide that the client needs to answer checklists and to sum a record up."""

import hashlib
import json
from typing import Literal

from macros.guide import Guide
from macros.models import (
    Checklist,
    Column,
    Field,
    FieldColumn,
    Id,
    Item,
    Model,
    Option,
    OutcomeId,
    Rule,
    Wording,
    Words,
)
from macros.reading.layout import CHECKLISTS
from macros.settings import Settings


class ClientItem(Model):
    """An item as the client knows it; `text` is the digest an answer keeps of the words it answered."""

    id: Id
    label: str
    ask: str
    na: Literal["allowed", "never"]
    if_open: OutcomeId | None
    fields: tuple[Id, ...]
    text: str


class ClientChecklist(Model):
    """A checklist as the client knows it."""

    id: Id
    title: str
    words: Words
    items: tuple[ClientItem, ...]


class ClientField(Model):
    """A field as the client knows it: enough to show, to sum up and to ask for its value."""

    id: Id
    label: str
    kind: Literal["text", "long-text", "integer", "date", "choice", "many", "rows"]
    required: bool
    compared: bool
    unit: str | None
    options: tuple[Option, ...]
    columns: tuple[FieldColumn, ...]
    ask: str


class ClientWording(Model):
    """Words with their next step: the address to write down, and the page from the site's root if it is one."""

    label: str
    text: str
    next_label: str
    next_url: str
    next_page: str | None


class ClientOutcome(ClientWording):
    """An outcome of a verdict."""

    id: OutcomeId


class LevelColumn(Model):
    """A column of the transition matrix that a reader picks a level in; one cell for each stage, earliest first."""

    id: Id
    label: str
    cells: tuple[str, ...]


class ClientGuide(Model):
    """Everything that `summarise` reads beside the record."""

    version: str
    supplier: str | None
    upload: str | None
    stages: tuple[Option, ...]
    levels: tuple[LevelColumn, ...]
    fields: tuple[ClientField, ...]
    checklists: tuple[ClientChecklist, ...]
    outcomes: tuple[ClientOutcome, ...]
    blank: ClientWording
    doubtful: ClientWording | None
    roles: tuple[Option, ...]
    contradictions: tuple[Rule, ...]
    unmarked: str
    moved_items: dict[str, str]
    moved_fields: dict[str, str]


def digest(item: Item) -> str:
    """Twelve hexadecimal digits that change when the words a reader answers change."""
    words = [item.label, item.prompt, item.test.locked if item.test else ""]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]


def client_guide(guide: Guide, settings: Settings, site_url: str) -> ClientGuide:
    """The client's part of a guide, under a supplier's settings, for a site at an address."""

    def worded(words: Wording) -> ClientWording:
        link = guide.link(words.next)
        target = settings.destination(link)
        page = target if target.startswith("/") else None
        return ClientWording(
            label=words.label,
            text=words.text,
            next_label=link.label,
            next_url=f"{site_url.rstrip('/')}{page}" if page else target,
            next_page=page,
        )

    return ClientGuide(
        version=guide.about.version,
        supplier=settings.supplier.name,
        upload=settings.links.get("upload"),
        stages=tuple(Option(id=stage.id, label=stage.label) for stage in guide.stages),
        levels=tuple(_level_column(guide, column) for column in guide.transition.columns if column.question),
        fields=tuple(_field(field) for field in guide.fields),
        checklists=tuple(_checklist(checklist) for checklist in guide.checklists),
        outcomes=tuple(
            ClientOutcome(id=outcome.id, **worded(outcome).model_dump()) for outcome in guide.verdicts.outcomes
        ),
        blank=worded(guide.verdicts.blank),
        doubtful=worded(guide.verdicts.doubtful) if guide.verdicts.doubtful else None,
        roles=tuple(Option(id=role.id, label=role.label) for role in guide.preflight.roles),
        contradictions=guide.verdicts.contradictions,
        unmarked=guide.verdicts.unmarked,
        moved_items=_moves(guide, CHECKLISTS),
        moved_fields={
            old.removeprefix("fields/"): new.removeprefix("fields/") for old, new in _moves(guide, ("fields",)).items()
        },
    )


def scripts(guide: Guide) -> dict[str, str]:
    """What pages load when it is needed, by file name: one opened from disk can load a script, and no other file."""
    records = {name: record.model_dump(mode="json", exclude_unset=True) for name, record in guide.examples.items()}
    return {
        "examples.js": _script("rfqGuideExamples", records),
        "preflight.js": _script("rfqGuidePreflight", guide.preflight.model_dump(mode="json")),
    }


def _script(name: str, value: object) -> str:
    # `<` is written out in case anybody puts the script into a page.
    return f"var {name} = {json.dumps(value, separators=(',', ':'))};\n".replace("<", "\\u003c")


def _moves(guide: Guide, lists: tuple[str, ...]) -> dict[str, str]:
    """Each old id of these lists and the id it leads to today, both as `list/id`; a retired one leads nowhere."""
    moves = {}
    for tombstone in guide.tombstones:
        now = guide.resolve(tombstone.list, tombstone.id) if tombstone.list in lists else None
        if now and now[0] in lists:
            moves[f"{tombstone.list}/{tombstone.id}"] = "/".join(now)
    return moves


def _level_column(guide: Guide, column: Column) -> LevelColumn:
    cells = tuple(row.cells[column.id] for row in guide.transition.rows)
    return LevelColumn(id=column.id, label=column.label, cells=cells)


def _field(field: Field) -> ClientField:
    return ClientField(
        id=field.id,
        label=field.label,
        kind=field.kind,
        required=field.need == "required",
        compared=field.compared == "always",
        unit=field.unit,
        options=field.options,
        columns=field.columns,
        ask=field.ask,
    )


def _checklist(checklist: Checklist) -> ClientChecklist:
    items = (
        ClientItem(
            id=item.id,
            label=item.label,
            ask=item.ask,
            na=item.na,
            if_open=item.if_open,
            fields=item.fields,
            text=digest(item),
        )
        for item in checklist.items
    )
    return ClientChecklist(id=checklist.id, title=checklist.title, words=checklist.words, items=tuple(items))

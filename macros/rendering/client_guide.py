"""The part of the guide that the client needs to answer checklists and to sum a record up."""

import hashlib

from macros.guide.guide import Guide
from macros.models import Checklist, Field, Id, Item, MatrixColumn, Option, Outcome, Reason, Wording
from macros.models.files import CHECKLISTS
from macros.rendering.client_models import (
    ClientChecklist,
    ClientField,
    ClientGuide,
    ClientItem,
    ClientLink,
    ClientOutcome,
    ClientReason,
    ClientWording,
    LevelColumn,
)
from macros.rendering.moved import moves, retired_options
from macros.rendering.settings import Settings


def digest(item: Item) -> str:
    """Twelve hexadecimal digits that change when the words a reader answers change."""
    words = [item.label, item.prompt, item.test.locked if item.test else ""]
    return hashlib.sha256("\n".join(words).encode()).hexdigest()[:12]


def client_guide(guide: Guide, settings: Settings, site_url: str) -> ClientGuide:
    """The client's part of a guide, under a supplier's settings, for a site at an address."""

    def link(link_id: str | None) -> ClientLink | None:
        if link_id is None:
            return None
        link = guide.link(link_id)
        target = settings.destination(link)
        page = target if target.startswith("/") else None
        return ClientLink(label=link.label, url=f"{site}{page}" if page else target, page=page)

    def worded(words: Wording) -> ClientWording:
        return ClientWording(label=words.label, label_one=words.label_one, text=words.text, next=link(words.next))

    def outcome(outcome: Outcome) -> ClientOutcome:
        if outcome.by_request is None:
            own = Wording.model_validate(outcome.model_dump(exclude={"id"}))
            return ClientOutcome(id=outcome.id, words=worded(own))
        words = {stage: worded(wording) for stage, wording in outcome.by_request.items()}
        return ClientOutcome(id=outcome.id, by_request=words)

    def reason(reason: Reason) -> ClientReason:
        return ClientReason(holds_if=reason.holds_if, outcome=reason.outcome, next=link(reason.next), ask=reason.ask)

    site = site_url.rstrip("/")
    verdicts = guide.verdicts
    return ClientGuide(
        version=guide.about.version,
        site=site,
        upload=settings.links.get("upload"),
        stages=tuple(Option(id=stage.id, label=stage.label) for stage in guide.stages),
        locked_requests=_locked_requests(guide),
        levels=tuple(_level_column(guide, column) for column in guide.transition.columns if column.levels),
        fields=tuple(_field(guide, field) for field in guide.fields),
        conditions={named.id: named.holds_if for named in guide.conditions},
        checklists=tuple(_checklist(checklist) for checklist in guide.checklists),
        outcomes=tuple(map(outcome, verdicts.outcomes)),
        locks={ref: tuple(map(reason, reasons)) for ref, reasons in verdicts.locks.items()},
        asks=verdicts.asks,
        vague=verdicts.vague,
        contradictions=verdicts.contradictions,
        roles=tuple(Option(id=role.id, label=role.label) for role in guide.preflight.roles),
        title_block=guide.title_block.rows,
        chapters=guide.request.chapters,
        further=guide.request.further,
        people=guide.about.people,
        meanings=dict(guide.meanings),
        moved_items=moves(guide, CHECKLISTS.__contains__),
        moved_fields=moves(guide, lambda name: name == "fields"),
        moved_options=moves(guide, lambda name: name.startswith("fields/")),
    )


def _locked_requests(guide: Guide) -> tuple[Id, ...]:
    """The stages for which there are words for what an open lock leads to."""
    words = guide.outcome("settle").by_request or {}
    return tuple(stage.id for stage in guide.stages if stage.id in words)


def _level_column(guide: Guide, column: MatrixColumn) -> LevelColumn:
    return LevelColumn(
        id=column.id,
        label=column.label,
        levels=tuple((column.levels or {})[stage.id] for stage in guide.stages),
        decides=column.decides,
        informs=column.informs,
    )


def _field(guide: Guide, field: Field) -> ClientField:
    return ClientField(
        id=field.id,
        label=field.label,
        kind=field.kind,
        need=field.need,
        ask=field.ask,
        asked_for=field.asked_for,
        asked_if=field.asked_if,
        na=field.na,
        vague=field.vague,
        compared=field.compared,
        unit=field.unit,
        options=field.options,
        retired=retired_options(guide, field),
        columns=field.columns,
    )


def _checklist(checklist: Checklist) -> ClientChecklist:
    items = (
        ClientItem(
            id=item.id,
            label=item.label,
            ask=item.ask,
            na=item.na,
            fields=item.fields,
            text=digest(item),
        )
        for item in checklist.items
    )
    return ClientChecklist(id=checklist.id, title=checklist.title, words=checklist.words, items=tuple(items))

"""The ids that were ever published: links, saved records and scripts name them, so none may disappear."""

from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from macros.guide.guide import Guide
from macros.guide.write import write_text
from macros.reading.problems import Problem, label, quoted

NOTED = "published-ids.txt"


def public_ids(guide: Guide) -> set[str]:
    """`list/id` for each entry, with the names of lists that tombstones use."""
    lists: dict[str, Iterable[object]] = {
        "stages": guide.stages,
        "transition": (*guide.transition.columns, *guide.transition.rows),
        "quote-review": (*guide.quote_review.columns, *guide.quote_review.rows),
        **{checklist.id: checklist.items for checklist in guide.checklists},
        "fields": guide.fields,
        "routing": (*guide.routing.decisions, *guide.routing.priorities),
        "faq": guide.faq.questions,
        "glossary": guide.glossary.terms,
        "standards": (*guide.standards.areas, *guide.standards.standards),
        "links": guide.links.links,
        "tables": guide.tables,
        "notes": guide.notes,
        **{f"notes/{group.id}": group.notes for group in guide.notes},
        "verdicts": (*guide.verdicts.outcomes, *guide.verdicts.contradictions),
        "preflight": (
            *guide.preflight.roles,
            *guide.preflight.native,
            *guide.preflight.meshes,
            *guide.preflight.name_patterns,
            *guide.preflight.checks,
        ),
        "request": guide.request.chapters,
        **{f"fields/{field.id}": (*field.options, *field.columns) for field in guide.fields},
    }
    return {f"{name}/{entry.id}" for name, entries in lists.items() for entry in entries}  # type: ignore[attr-defined]


def noted(folder: Path) -> list[str]:
    """The ids that a folder of data files notes as published, one in each line."""
    path = folder / NOTED
    return path.read_text("utf-8", "replace").splitlines() if path.is_file() else []


def note(guide: Guide, folder: Path) -> list[str]:
    """Note the ids that are new; an id that was published stays noted for good."""
    known = noted(folder)
    new = sorted(public_ids(guide) - set(known))
    write_text("".join(f"{each}\n" for each in sorted({*known, *new})), folder / NOTED)
    return new


def lost(guide: Guide, folder: Path) -> Iterator[Problem]:
    """The published ids that are gone without a word of where they went."""
    alive = public_ids(guide)
    for number, name in enumerate(noted(folder), 1):
        if not _lives_on(guide, alive, name):
            message = (
                f"{quoted(name)} is gone, and links and saved records name it; leave a line behind in its list:"
                f" `- {{id: {name.rpartition('/')[2]}, moved_to: new-id}}`, or `retired: why` instead"
            )
            yield Problem(label(folder / NOTED), number, 1, message)


def news(shipped: Guide, own: Guide) -> Iterator[str]:
    """What a guide as shipped has that a supplier's does not, a line for each list."""
    alive = public_ids(own)
    found: dict[str, list[str]] = {}
    for name in sorted(public_ids(shipped)):
        if not _lives_on(own, alive, name):
            list_name, _, entry_id = name.rpartition("/")
            found.setdefault(list_name, []).append(entry_id)
    for list_name, ids in found.items():
        yield f"{list_name}: {', '.join(ids)}"


def _lives_on(guide: Guide, alive: Container[str], name: str) -> bool:
    list_name, _, entry_id = name.rpartition("/")
    owners, _, owner = list_name.rpartition("/")
    if owners:
        # An option or a column goes where its field went.
        now = guide.resolve(owners, owner)
        if now is None:
            return True
        list_name = "/".join(now)
    return f"{list_name}/{entry_id}" in alive or guide.resolve(list_name, entry_id) != (list_name, entry_id)

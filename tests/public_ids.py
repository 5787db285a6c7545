"""Every id that links, saved records and scripts may name; `python -m tests.public_ids` notes new ones."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from macros.guide.guide import Guide
from macros.guide.load import load

ROOT = Path(__file__).parent.parent
COMMITTED = Path(__file__).parent / "golden" / "public-ids.txt"


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
    return set(_names(lists))


def _names(lists: dict[str, Iterable[object]]) -> Iterator[str]:
    for name, entries in lists.items():
        yield from (f"{name}/{entry.id}" for entry in entries)  # type: ignore[attr-defined]


def committed() -> list[str]:
    """The ids that were ever published, one in each line."""
    return COMMITTED.read_text("utf-8").splitlines() if COMMITTED.exists() else []


def main() -> None:
    """Add new ids to the list; an id that was published stays in it for good."""
    known = committed()
    ids = sorted({*known, *public_ids(load(ROOT / "docs" / "data"))})
    COMMITTED.write_text("".join(f"{each}\n" for each in ids), "utf-8")
    print(f"New: {len(ids) - len(known)}, in all: {len(ids)}.")


if __name__ == "__main__":
    main()

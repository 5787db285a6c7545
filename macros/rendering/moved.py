"""What became of ids that are gone: the client brings records that still say them up to date."""

from macros.guide.guide import Guide
from macros.models import Field, FieldOption


def moves(guide: Guide, lists: tuple[str, ...]) -> dict[str, str]:
    """Each old id of these lists and the id it leads to today, both as `list/id`; a retired one leads nowhere."""
    found = {}
    for tombstone in guide.tombstones:
        now = guide.resolve(tombstone.list, tombstone.id) if tombstone.list in lists else None
        if now and now[0] in lists:
            found[f"{tombstone.list}/{tombstone.id}"] = "/".join(now)
    return found


def moved_options(guide: Guide) -> dict[str, str]:
    """Each old id of an option and where it leads today, both as `field/option`."""
    found = {}
    for tombstone in guide.tombstones:
        now = guide.resolve(tombstone.list, tombstone.id)
        if tombstone.list.startswith("fields/") and now and now[0].startswith("fields/"):
            old = f"{tombstone.list}/{tombstone.id}"
            found[old.removeprefix("fields/")] = "/".join(now).removeprefix("fields/")
    return found


def retired_options(guide: Guide, field: Field) -> tuple[FieldOption, ...]:
    """Options that are gone for good, for the records that still say them."""
    return tuple(
        FieldOption(id=tombstone.id, label=tombstone.label or tombstone.id, means=tombstone.means)
        for tombstone in guide.tombstones
        if tombstone.list == f"fields/{field.id}" and tombstone.retired
    )

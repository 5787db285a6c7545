"""What became of ids that are gone: the client brings records that still say them up to date."""

from collections.abc import Callable

from macros.guide.guide import Guide
from macros.models import Field, FieldOption


def moves(guide: Guide, is_meant: Callable[[str], bool]) -> dict[str, str]:
    """Each old id of the lists that are meant and where it leads today: `checklist/item`, `field` or `field/option`."""
    found = {}
    for tombstone in guide.tombstones:
        now = guide.resolve(tombstone.list, tombstone.id)
        if now and is_meant(tombstone.list) and is_meant(now[0]):
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

"""What an id that is gone leaves behind."""

from pydantic import model_validator

from macros.models.base import Id, ListName, Model, MoveTarget, Text
from macros.models.meanings import OptionMeaning


class Gone(Model):
    """An entry whose id is gone: where the id moved to, or why it was retired."""

    id: Id
    # What a retired option of a field was called and meant, for the records that still say it.
    label: Text | None = None
    means: OptionMeaning | None = None
    moved_to: MoveTarget | None = None
    retired: Text | None = None

    @model_validator(mode="after")
    def _one_fate(self) -> "Gone":
        if (self.moved_to is None) == (self.retired is None):
            raise ValueError("an id that is gone has either moved_to or retired")
        return self


class Tombstone(Gone):
    """What an id that is gone leaves behind; the list is a file's stem, or `stem/id` inside an entry."""

    list: ListName

"""Words that answer nothing exactly."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from macros.models.base import Id, SparseModel

# Words to find in a text, whatever their case; a `*` at the end of one stands for any ending.
Word = Annotated[str, StringConstraints(min_length=1, max_length=60, pattern=r"^[^*<>\n]+\*?$")]
# Found only where they are all that a text says.
Match = Literal["whole"]
# Undecided as yet, or not exact.
VagueGroup = Literal["undecided", "loose"]


class VagueWords(SparseModel):
    """Words that say nothing exactly, where they count, and what spares a text that has them."""

    group: VagueGroup
    match: Match | None = None
    unless: Literal["document", "tolerance"] | None = None
    fields: tuple[Id, ...] = ()
    say: tuple[Word, ...]

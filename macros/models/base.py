"""The words that all models share, and what every model is: frozen, strict, knowing all its keys."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
ItemRef = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", max_length=130)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
SitePath = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9-]+/)*(#[a-z][a-z0-9-]*)?$")]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$")]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
FieldNumber = Annotated[str, StringConstraints(pattern=r"^F\d+$")]
ListName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*)?$")]
MoveTarget = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9-]*/)?[a-z][a-z0-9-]*$")]
Status = Literal["done", "open", "na"]
OutcomeId = Literal["ready", "settle", "review", "prototype"]


class Model(BaseModel):
    """A value that never changes and knows all its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

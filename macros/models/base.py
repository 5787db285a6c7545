"""The words that all models share, and what every model is: frozen, strict, knowing all its keys."""

from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    SerializerFunctionWrapHandler,
    StringConstraints,
    model_serializer,
)

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
ItemRef = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*/[a-z][a-z0-9-]*$", max_length=130)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=4000, strip_whitespace=True)]
SitePath = Annotated[str, StringConstraints(pattern=r"^/([a-z0-9-]+/)*(#[a-z][a-z0-9-]*)?$")]
IsoDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0\d|1[0-2])-([0-2]\d|3[01])$")]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
FieldNumber = Annotated[str, StringConstraints(pattern=r"^F\d+$")]
ListName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(/[a-z][a-z0-9-]*){0,2}$")]
MoveTarget = Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9-]*/){0,2}[a-z][a-z0-9-]*$")]
ChecklistId = Literal["pilot-lock", "rfq", "readiness"]
Status = Literal["done", "open", "na"]
# What an open lock leads to, from the least to the most cautious.
LockOutcomeId = Literal["settle", "review", "prototype"]
OutcomeId = Literal["blank", "ticked", "short", "doubtful", "ready", LockOutcomeId]


def _number(text: Any) -> Any:
    # Every value in YAML is read as text.
    return int(text) if isinstance(text, str) and text.isdecimal() and len(text) < 10 else text


Count = Annotated[int, BeforeValidator(_number), Field(gt=0)]


class Model(BaseModel):
    """A value that never changes and knows all its keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class SparseModel(Model):
    """A model that is written without the keys that hold their default."""

    # Without a type of what it returns, so that schemas are made of the fields.
    @model_serializer(mode="wrap")
    def _without_defaults(self, write: SerializerFunctionWrapHandler):  # type: ignore[no-untyped-def]
        fields = type(self).model_fields
        return {key: value for key, value in write(self).items() if getattr(self, key) != fields[key].default}

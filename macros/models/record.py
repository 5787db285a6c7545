"""The record format `rfq-record/1`: everything a reader entered for one part."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from macros.models import Id, IsoDate, ItemRef, Status

# Far more files than a part has; each is compared with the others whenever the list is shown.
MAX_FILES = 1000
# The page takes fewer: more is a folder dropped by mistake.
MAX_FILES_ADDED = 500


def _real_moment(text: str) -> str:
    datetime.fromisoformat(text)
    return text


def _unique_rows(rows: "tuple[Row, ...]") -> "tuple[Row, ...]":
    seen: set[str] = set()
    for row in rows:
        if row.id in seen:
            raise ValueError(f"the row id {row.id!r} occurs twice in one list")
        seen.add(row.id)
    return rows


# The pattern narrows what fromisoformat takes: one zone, one separator, no week dates.
Time = Annotated[
    str,
    StringConstraints(
        pattern=r"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])(:[0-5]\d){2}(\.\d{1,6})?Z$"
    ),
    Field(json_schema_extra={"format": "date-time"}),
    AfterValidator(_real_moment),
]
Key = Annotated[str, StringConstraints(min_length=1, max_length=128)]
Number = Annotated[float, Field(allow_inf_nan=False)]
Cell = str | int | Number
# JSON Schema's patternProperties lets a key that matches no pattern pass; this closes the mapping.
_CLOSED = Field(json_schema_extra={"additionalProperties": False})


class RecordModel(BaseModel):
    """A part of a record: it never changes, and keeps the keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, serialize_by_alias=True)


class Row(RecordModel):
    """One row of a field of kind `rows`: its id, and one cell for each column filled in."""

    __pydantic_extra__: dict[str, Cell] = Field(init=False)
    id: Key


Rows = Annotated[tuple[Row, ...], AfterValidator(_unique_rows)]
Value = Cell | tuple[Id, ...] | Rows
Values = Annotated[dict[Id, Value], _CLOSED]


class Answer(RecordModel):
    """The status of one item: `text` is a digest of the words that were answered, if known."""

    status: Status
    note: str = ""
    at: Time | Literal[""] = ""
    text: str = ""


Answers = Annotated[dict[ItemRef, Answer], _CLOSED]
StageChoice = Id | Literal[""] | None


# Why a field is not applicable.
Reasons = Annotated[dict[Id, str], _CLOSED]
# The fields that a link filled in and nobody has confirmed.
Unconfirmed = tuple[Id, ...]


class Build(RecordModel):
    """A frozen copy of values, answers and what was not applicable, kept when a build was made."""

    name: str
    stage: StageChoice
    at: Time
    values: Values
    answers: Answers
    na: Reasons = Field(default_factory=dict)
    unconfirmed: Unconfirmed = ()


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Finding(RecordModel):
    """What one check said of a file when its content was at hand."""

    check: Id
    result: Literal["agrees", "differs", "cannot-tell"]
    evidence: Annotated[tuple[str, ...], Field(max_length=20)] = ()


class FileRead(RecordModel):
    """What was read of the content with a checksum, and when: of any other content it says nothing."""

    sha256: Sha256
    at: Time
    facts: dict[str, Any]


class FileEntry(RecordModel):
    """What is known of one file: `size` in bytes, `sha256` in hexadecimal, null when unknown."""

    name: Annotated[str, StringConstraints(min_length=1)]
    size: Annotated[int, Field(ge=0)] | None = None
    sha256: Sha256 | Literal[""] | None = None
    role: str = ""
    revision: str = ""
    read: FileRead | None = None
    findings: tuple[Finding, ...] = ()
    # What the file says and the reader did not want in the record.
    declined: tuple[Id, ...] = ()


class RfqRecord(RecordModel):
    """Everything a reader entered for one part: the file they save and send."""

    schema_: Literal["rfq-record/1"] = Field(alias="schema")
    id: Key
    guide: Key
    created: Time
    updated: Time
    stage: StageChoice
    values: Values
    answers: Answers
    levels: Annotated[dict[Id, Id], _CLOSED]
    # The day that a worked record is judged on, until somebody changes it; any other is judged as of today.
    as_of: IsoDate | None = None
    na: Reasons = Field(default_factory=dict)
    unconfirmed: Unconfirmed = ()
    builds: tuple[Build, ...]
    files: Annotated[tuple[FileEntry, ...], Field(max_length=MAX_FILES)]


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record; that row ids are unique it cannot say."""
    return {
        **RfqRecord.model_json_schema(),
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "rfq-record-1.json",
        "title": "RFQ record, version 1",
        "description": (
            "Everything a reader of the guide entered for one part. Times are UTC, ISO 8601."
            " A key that is not named here is kept. Row ids are unique within their list."
        ),
    }

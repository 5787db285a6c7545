"""The record format `rfq-record/1`: everything a reader entered for one part."""

from datetime import datetime
from typing import Annotated, Any, Literal, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, model_validator

from macros.models import Id, IsoDate, ItemRef, Status

# Far more than anybody writes of a part: what is beyond was made to keep a page busy, and is refused unseen.
MAX_VALUES = 500
MAX_ANSWERS = 2000
# In one list, and in all lists of one state together.
MAX_ROWS = 1000
MAX_CELLS = 40
MAX_BUILDS = 200
MAX_FINDINGS = 50
MAX_EVIDENCE = 20
# In characters: of a name, of any other text, and of all texts of one state together.
MAX_NAME = 2000
MAX_TEXT = 200_000
MAX_TEXT_TOGETHER = 1_000_000
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
Words = Annotated[str, StringConstraints(max_length=MAX_TEXT)]
Name = Annotated[str, StringConstraints(max_length=MAX_NAME)]
Cell = Words | int | Number
# JSON Schema's patternProperties lets a key that matches no pattern pass; this closes the mapping.
_CLOSED = Field(json_schema_extra={"additionalProperties": False})


class RecordModel(BaseModel):
    """A part of a record: it never changes, and keeps the keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True, serialize_by_alias=True)


class Row(RecordModel):
    """One row of a field of kind `rows`: its id, and one cell for each column filled in."""

    model_config = ConfigDict(json_schema_extra={"maxProperties": MAX_CELLS})

    __pydantic_extra__: dict[str, Cell] = Field(init=False)
    id: Key

    @property
    def cells(self) -> dict[str, Cell]:
        """The cells by their columns."""
        return self.model_extra or {}

    @model_validator(mode="after")
    def _few_cells(self) -> Self:
        if 1 + len(self.cells) > MAX_CELLS:
            raise ValueError(f"a row has more than {MAX_CELLS} cells")
        return self


Rows = Annotated[tuple[Row, ...], Field(max_length=MAX_ROWS), AfterValidator(_unique_rows)]
Value = Cell | Annotated[tuple[Id, ...], Field(max_length=MAX_ROWS)] | Rows
Values = Annotated[dict[Id, Value], Field(max_length=MAX_VALUES), _CLOSED]


class Answer(RecordModel):
    """The status of one item: `text` is a digest of the words that were answered, if known."""

    status: Status
    note: Words = ""
    at: Time | Literal[""] = ""
    text: Name = ""


Answers = Annotated[dict[ItemRef, Answer], Field(max_length=MAX_ANSWERS), _CLOSED]
StageChoice = Id | Literal[""] | None


# Why a field is not applicable.
Reasons = Annotated[dict[Id, Words], Field(max_length=MAX_VALUES), _CLOSED]
# The fields that a link filled in and nobody has confirmed.
Unconfirmed = Annotated[tuple[Id, ...], Field(max_length=MAX_VALUES)]


S = TypeVar("S", bound="Build | RfqRecord")


def _bounded(state: S) -> S:
    lists = [value for value in state.values.values() if isinstance(value, tuple)]
    if sum(map(len, lists)) > MAX_ROWS:
        raise ValueError(f"there are more than {MAX_ROWS} rows together")
    rows = [row for each in lists for row in each if isinstance(row, Row)]
    cells = [cell for row in rows for cell in row.cells.values()]
    texts = [*state.values.values(), *cells, *(answer.note for answer in state.answers.values()), *state.na.values()]
    if sum(len(text) for text in texts if isinstance(text, str)) > MAX_TEXT_TOGETHER:
        raise ValueError(f"its texts come to more than {MAX_TEXT_TOGETHER} characters together")
    return state


class Build(RecordModel):
    """A frozen copy of values, answers and what was not applicable, kept when a build was made."""

    name: Name
    stage: StageChoice
    at: Time
    values: Values
    answers: Answers
    na: Reasons = Field(default_factory=dict)
    unconfirmed: Unconfirmed = ()
    _together = model_validator(mode="after")(_bounded)


Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Finding(RecordModel):
    """What one check said of a file when its content was at hand."""

    check: Id
    result: Literal["agrees", "differs", "cannot-tell"]
    evidence: Annotated[tuple[Words, ...], Field(max_length=MAX_EVIDENCE)] = ()


class FileRead(RecordModel):
    """What was read of the content with a checksum, and when: of any other content it says nothing."""

    sha256: Sha256
    at: Time
    facts: dict[str, Any]


class FileEntry(RecordModel):
    """What is known of one file: `size` in bytes, `sha256` in hexadecimal, null when unknown."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME)]
    size: Annotated[int, Field(ge=0)] | None = None
    sha256: Sha256 | Literal[""] | None = None
    role: Name = ""
    revision: Name = ""
    read: FileRead | None = None
    findings: Annotated[tuple[Finding, ...], Field(max_length=MAX_FINDINGS)] = ()
    # What the file says and the reader did not want in the record.
    declined: Annotated[tuple[Id, ...], Field(max_length=MAX_FINDINGS)] = ()


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
    levels: Annotated[dict[Id, Id], Field(max_length=MAX_VALUES), _CLOSED]
    # The day that a worked record is judged on, until somebody changes it; any other is judged as of today.
    as_of: IsoDate | None = None
    na: Reasons = Field(default_factory=dict)
    unconfirmed: Unconfirmed = ()
    builds: Annotated[tuple[Build, ...], Field(max_length=MAX_BUILDS)]
    files: Annotated[tuple[FileEntry, ...], Field(max_length=MAX_FILES)]
    _together = model_validator(mode="after")(_bounded)


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a record; that row ids are unique it cannot say."""
    return {
        **RfqRecord.model_json_schema(),
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "rfq-record-1.json",
        "title": "RFQ record, version 1",
        "description": (
            "Everything a reader of the guide entered for one part. Times are UTC, ISO 8601."
            " A key that is not named here is kept. Row ids are unique within their list. In one state, the rows of all"
            f" lists together are at most {MAX_ROWS}, and the characters of all texts at most {MAX_TEXT_TOGETHER}."
        ),
    }

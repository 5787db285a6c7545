"""The review format `rfq-review/1`: what a quoting desk sends back on a record it has read."""

from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints

from macros.models import Id, ItemRef
from macros.models.record import Key, RecordModel, Time, Words

MAX_QUESTIONS = 500
# In characters.
MAX_QUESTION = 4000

Question = Annotated[str, StringConstraints(min_length=1, max_length=MAX_QUESTION)]


class ReviewQuestion(RecordModel):
    """One question, with the item and the field it asks about if there are such; the buyer marks it as answered."""

    item: ItemRef | Literal[""] = ""
    field: Id | Literal[""] = ""
    text: Question
    answered: bool = False


class Review(RecordModel):
    """The questions on one record: `updated` is that of the record the desk read, `at` the moment of the review."""

    schema_: Literal["rfq-review/1"] = Field(alias="schema")
    record: Key
    part_number: Words
    revision: Words
    updated: Time
    at: Time
    questions: Annotated[tuple[ReviewQuestion, ...], Field(max_length=MAX_QUESTIONS)]


def review_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a review."""
    return {
        **Review.model_json_schema(),
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "rfq-review-1.json",
        "title": "Review of an RFQ record, version 1",
        "description": (
            "The questions that a quoting desk sends back on a record. Times are UTC, ISO 8601."
            " A key that is not named here is kept."
        ),
    }

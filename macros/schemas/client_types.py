"""What the client's types and constants are made of; a build has no need of it."""

import json
from typing import Any, get_args

from macros.models import Model, Preflight, SparseModel, record
from macros.models.record import RecordModel, RfqRecord
from macros.models.review import MAX_QUESTION, MAX_QUESTIONS, Review
from macros.rendering.client_models import ClientGuide


class Client(Model):
    """Everything that crosses from Python to the client, for its types."""

    guide: ClientGuide
    record: RfqRecord
    review: Review
    preflight: Preflight


def client_schema() -> dict[str, Any]:
    """The JSON Schema of the guide and the record as the client reads them, with names that read well in types."""
    schema = Client.model_json_schema(mode="serialization")
    sparse = {model.__name__ for model in SparseModel.__subclasses__()}
    for name, part in schema["$defs"].items():
        part["title"] = name.removeprefix("Client")
        if "properties" not in part:
            continue
        for entry in part["properties"].values():
            entry.pop("title", None)
            if patterns := entry.pop("patternProperties", None):
                entry["additionalProperties"] = next(iter(patterns.values()))
            if names := entry.pop("propertyNames", {}).get("enum"):
                # Every name is there, so each is a property of its own.
                entry["properties"] = dict.fromkeys(names, entry["additionalProperties"])
                entry |= {"additionalProperties": False, "required": names}
        if part["additionalProperties"] is False and name not in sparse:
            part["required"] = list(part["properties"])
    return schema


def client_constants() -> str:
    """The names of the formats and the limits of the models, as a module of TypeScript."""
    constants = {
        "RECORD_FORMAT": ("The format of the records that this guide writes.", _format_of(RfqRecord)),
        "REVIEW_FORMAT": ("The format of the reviews that a desk sends back.", _format_of(Review)),
        "MAX_VALUES": ("How many values a record or a build may have, and levels and reasons.", record.MAX_VALUES),
        "MAX_ANSWERS": ("How many answers a record or a build may have.", record.MAX_ANSWERS),
        "MAX_ROWS": ("How many rows the lists of a record or a build may have together.", record.MAX_ROWS),
        "MAX_CELLS": ("How many cells a row may have.", record.MAX_CELLS),
        "MAX_BUILDS": ("How many builds a record may have.", record.MAX_BUILDS),
        "MAX_FINDINGS": ("How many findings the entry of a file may have.", record.MAX_FINDINGS),
        "MAX_EVIDENCE": ("How many texts may bear a finding out.", record.MAX_EVIDENCE),
        "MAX_FILES": ("How many files a record may list.", record.MAX_FILES),
        "MAX_TEXT_TOGETHER": (
            "How many characters the texts of a record or a build may have together.",
            record.MAX_TEXT_TOGETHER,
        ),
        "MAX_FILES_ADDED": ("How many files the page lists in a record.", record.MAX_FILES_ADDED),
        "MAX_QUESTIONS": ("How many questions a review may have.", MAX_QUESTIONS),
        "MAX_QUESTION": ("How many characters a question may have.", MAX_QUESTION),
    }
    lines = ["// Made from the Python models by `make bundle`; change those instead.", ""]
    for name, (meaning, value) in constants.items():
        lines += [f"/** {meaning} */", f"export const {name} = {json.dumps(value)};"]
    return "\n".join(lines) + "\n"


def _format_of(model: type[RecordModel]) -> str:
    name: str = get_args(model.model_fields["schema_"].annotation)[0]
    return name

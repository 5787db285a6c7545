"""The JSON Schema that the client's types are made of; a build has no need of it."""

from typing import Any

from macros.client_guide import ClientGuide
from macros.models import Model, Preflight
from macros.record import Record
from macros.review import Review


class Client(Model):
    """Everything that crosses from Python to the client, for its types."""

    guide: ClientGuide
    record: Record
    review: Review
    preflight: Preflight


def client_schema() -> dict[str, Any]:
    """The JSON Schema of the guide and the record as the client reads them, with names that read well in types."""
    schema = Client.model_json_schema(mode="serialization")
    for name, part in schema["$defs"].items():
        part["title"] = name.removeprefix("Client")
        for entry in part["properties"].values():
            entry.pop("title", None)
            if patterns := entry.pop("patternProperties", None):
                entry["additionalProperties"] = next(iter(patterns.values()))
        if part["additionalProperties"] is False:
            part["required"] = list(part["properties"])
    return schema

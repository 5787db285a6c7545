"""JSON Schemas of the data files, made from the models, so that an editor completes and checks the YAML."""

import json
from pathlib import Path
from typing import Any

from macros.guide.write import write_text
from macros.models import Gone
from macros.models.files import FILES
from macros.models.record import record_schema
from macros.models.review import review_schema
from macros.reading.validate import PATTERNS

# The draft that editors' YAML support reads best.
DRAFT = "http://json-schema.org/draft-07/schema#"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of each data file by its stem, and the schemas of a record and of a review."""
    exchanged = {"rfq-record-1": record_schema(), "rfq-review-1": review_schema()}
    return {**{stem: data_schema(stem) for stem in FILES}, **exchanged}


def data_schema(stem: str) -> dict[str, Any]:
    """The schema of one data file; an entry of a list with ids may be a tombstone instead."""
    schema = FILES[stem].model_json_schema()
    definitions = schema.setdefault("$defs", {})
    for model in (schema, *list(definitions.values())):
        for name, value in model.get("properties", {}).items():
            model["properties"][name] = _for_editors(value, definitions)
    definitions["Gone"] = _tombstone()
    return {"$schema": DRAFT, "$id": f"{stem}.json", **schema, "title": f"{stem}.yml"}


def write(folder: Path) -> None:
    """Write every schema into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for stem, schema in schemas().items():
        write_text(as_text(schema), folder / f"{stem}.json")


def as_text(schema: dict[str, Any]) -> str:
    """A schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _tombstone() -> dict[str, Any]:
    schema = Gone.model_json_schema()
    for name, value in schema["properties"].items():
        schema["properties"][name] = _for_editors(value, {})
    schema["oneOf"] = [{"required": ["moved_to"]}, {"required": ["retired"]}]
    return schema


def _for_editors(value: Any, definitions: dict[str, Any]) -> Any:
    """A property's schema with what the loader allows besides: no null, bare numbers as text, tombstones."""
    if "anyOf" in value:
        # An optional key is left out, never written as null, which is the second choice.
        kept = {key: each for key, each in value.items() if key not in ("anyOf", "default")}
        value = {**value["anyOf"][0], **kept}
    value = {key: each for key, each in value.items() if key != "title"}
    if value.get("type") == "string":
        return _text(value)
    if value.get("type") == "integer":
        # To the loader every value is text.
        return {**value, "type": ["integer", "string"]}
    if "patternProperties" in value:
        kinds = {key: _for_editors(each, definitions) for key, each in value["patternProperties"].items()}
        value = {**value, "patternProperties": kinds, "additionalProperties": False}
    if "items" in value:
        entry = _for_editors(value["items"], definitions)
        model = definitions.get(entry.get("$ref", "").rpartition("/")[2], {})
        value["items"] = _or_gone(entry) if "id" in model.get("properties", {}) else entry
    return value


def _text(value: dict[str, Any]) -> dict[str, Any]:
    if "pattern" in value:
        about = PATTERNS.get(value["pattern"])
        return {**value, "patternErrorMessage": f"expected {about}"} if about else value
    # `edition: 2018` is a number to an editor, and text to the loader.
    return value if "enum" in value or "const" in value else {**value, "type": ["string", "number", "boolean"]}


def _or_gone(entry: dict[str, Any]) -> dict[str, Any]:
    gone = {"anyOf": [{"required": ["moved_to"]}, {"required": ["retired"]}]}
    return {"if": gone, "then": {"$ref": "#/$defs/Gone"}, "else": entry}

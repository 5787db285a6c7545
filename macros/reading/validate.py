"""Checks plain values against a model, and says each of pydantic's errors at its line and column."""

import re
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros import models, record
from macros.reading.plain import Plain
from macros.reading.problems import LONGEST_SHOWN, Problem, hint, listed, shown
from macros.reading.source import Place, Source

M = TypeVar("M", bound=BaseModel)


def _pattern(text_type: Any) -> str:
    return str(get_args(text_type)[1].pattern)


# What a text must be, for each pattern of the models.
PATTERNS = {
    _pattern(models.Id): "an id: lower-case words joined by hyphens, such as `part-number`",
    _pattern(models.ItemRef): "an item: a checklist and an id, such as `rfq/cad-and-drawing`",
    _pattern(models.SitePath): "a page of this site, such as `/rfq/` or `/faq/#what-is-fai`",
    _pattern(models.IsoDate): "a date: year, month and day, such as `2026-03-09`",
    _pattern(models.Version): "a version: three numbers, such as `1.4.0`",
    _pattern(models.FieldNumber): "the number of a field, such as `F12`",
    _pattern(models.MoveTarget): "an id, or a list and an id, such as `rfq/cad-and-drawing`",
    _pattern(models.Extension): "the ending of a file name in lower case, without the dot, such as `stp`",
    _pattern(models.NameWord): "a word of a file name: lower-case letters and digits, such as `drawing`",
    _pattern(record.Time): "a time in UTC, such as `2026-03-09T09:00:00Z`",
}


def validate(source: Source, model: type[M], problems: list[Problem], **more: Plain) -> M | None:
    """The model made of a source's values, or None with what is wrong added to the problems."""
    value = {**source.value, **more} if more and isinstance(source.value, dict) else source.value
    try:
        return model.model_validate(value)
    except ValidationError as error:
        problems.extend(_problem(source, model, each) for each in error.errors(include_url=False))
        return None


def _problem(source: Source, model: type[BaseModel], error: ErrorDetails) -> Problem:
    place = tuple(part for part in error["loc"] if part != "[key]")
    last = str(place[-1]) if place else ""
    if error["type"] == "missing":
        return source.problem(place[:-1], f"the key {shown(last)} is missing")
    if error["type"] == "extra_forbidden":
        allowed = keys(model_at(model, place[:-1]))
        return source.problem(place, f"unknown key {shown(last)}{hint(last, allowed)}", at_key=True)
    if source.find(place)[1] != place:
        # Pydantic names the members of a union in the way to a value; each of them gives an error.
        return source.problem(place, "this value is of no kind that is allowed here")
    is_key = len(place) < len(error["loc"])
    return source.problem(place, _words(error, model_at(model, place)), at_key=is_key)


def _words(error: ErrorDetails, model: type[BaseModel] | None) -> str:
    given, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", str(context["expected"]))
            return f"{shown(given)} is not allowed here{hint(str(given), allowed)}"
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            wanted = PATTERNS.get(pattern, "of the form expected here")
            if not given:
                return f"nothing is written here; expected {wanted}"
            return f"{shown(given)} is not {wanted}{_as_id(given, pattern)}"
        case "string_too_short":
            return "nothing is written here; a text is expected"
        case "too_long":
            return f"this list has {len(given)} entries; at most {context['max_length']} are allowed"
        case "string_too_long":
            return f"this text has {len(given)} characters; at most {context['max_length']} are allowed"
        case "value_error":
            return str(context["error"])
        case "string_type":
            return f"expected a text here{_not(given)}"
        case "tuple_type":
            return f"expected a list here, each entry on a line that begins with `- `{_not(given)}"
        case "dict_type" | "model_type":
            wanted = f" ({listed(keys(model))})" if model and error["type"] == "model_type" else ""
            return f"expected a group of `key: value` lines here{wanted}{_not(given)}"
    return f"this value is not allowed here: {error['msg'].lower()}"


def _not(given: object) -> str:
    """How a message ends about a value of the wrong kind: what it is instead."""
    if isinstance(given, tuple):
        return ", not a list"
    if isinstance(given, dict):
        return ", not a group of keys"
    return f", not {shown(given)}" if given else ""


def _as_id(given: str, pattern: str) -> str:
    """The id that a title or a name with wrong signs would give."""
    candidate = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
    fits = pattern == models.ID_PATTERN and len(candidate) < LONGEST_SHOWN and re.match(pattern, candidate)
    return f"; did you mean {shown(candidate)}?" if fits else ""


def keys(model: type[BaseModel] | None) -> list[str]:
    """The keys a group of a model's kind may have, as they are written in a file."""
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def model_at(model: type[BaseModel], place: Place) -> type[BaseModel] | None:
    """The model of the group at a place, found by the types of the fields on the way."""
    found: type[BaseModel] | None = model
    for part in place:
        field = found.model_fields.get(str(part)) if found else None
        if field is not None:
            found = _model_in(field.annotation)
    return found


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)

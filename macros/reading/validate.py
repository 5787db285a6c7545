"""Checks plain values against a model, and says each of pydantic's errors at its line and column."""

import re
from collections.abc import Iterator
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from macros import models
from macros.models import calculators, figures, record
from macros.models.conditions import TESTS
from macros.reading.problems import LONGEST_SHOWN, Problem, join_names, quoted, suggestion
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

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
    _pattern(models.Word): "words to find, with a `*` at the end at most, such as `anodiz*`",
    _pattern(figures.Size): "a size, such as `22.006`",
    _pattern(figures.Fit): "the fit of a hole, such as `22 H7`",
    _pattern(calculators.Number): "a number with a decimal point, such as `0.021`",
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
    # Beside keys and positions, pydantic names in brackets what it passed: a key itself, or a member of a union.
    path = tuple(part for part in error["loc"] if not str(part).startswith("["))
    last = str(path[-1]) if path else ""
    if error["type"] == "missing":
        return source.problem(path[:-1], f"the key {quoted(last)} is missing")
    if error["type"] == "extra_forbidden":
        allowed = keys(model_at(model, error["loc"][:-1]))
        return source.problem(path, f"unknown key {quoted(last)}{suggestion(last, allowed)}", at_key=True)
    if error["type"] == "union_tag_not_found":
        return _unknown_condition(source, path, error["input"])
    if source.find(path)[1] != path:
        # Pydantic names the members of a union in the way to a value; each of them gives an error.
        return source.problem(path, "this value is of no kind that is allowed here")
    is_key = error["loc"][-1:] == ("[key]",)
    return source.problem(path, _words(error, model_at(model, error["loc"])), at_key=is_key)


def _unknown_condition(source: Source, path: KeyPath, given: Any) -> Problem:
    """Why a condition is of no kind: it names not one subject, or a test that its subject lacks."""
    if not isinstance(given, dict):
        return source.problem(path, f"expected a group of `key: value` lines here{_not(given)}")
    subjects = [subject for subject in TESTS if subject in given]
    if len(subjects) != 1:
        return source.problem(path, f"a condition has one subject: {join_names(TESTS)}")
    tests, test = list(TESTS[subjects[0]]), given.get("test")
    if test is None:
        return source.problem(path, "the key `test` is missing")
    message = f"{quoted(test)} is no test of {quoted(subjects[0])}{suggestion(str(test), tests)}"
    return source.problem((*path, "test"), message)


def _words(error: ErrorDetails, model: type[BaseModel] | None) -> str:
    given, context = error["input"], error.get("ctx", {})
    match error["type"]:
        case "literal_error":
            allowed = re.findall(r"'([^']*)'", str(context["expected"]))
            return f"{quoted(given)} is not allowed here{suggestion(str(given), allowed)}"
        case "string_pattern_mismatch":
            pattern = str(context["pattern"])
            wanted = PATTERNS.get(pattern, "of the form expected here")
            if not given:
                return f"nothing is written here; expected {wanted}"
            return f"{quoted(given)} is not {wanted}{_as_id(given, pattern)}"
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
            wanted = f" ({join_names(keys(model))})" if model and error["type"] == "model_type" else ""
            return f"expected a group of `key: value` lines here{wanted}{_not(given)}"
    return f"this value is not allowed here: {error['msg'].lower()}"


def _not(given: object) -> str:
    """How a message ends about a value of the wrong kind: what it is instead."""
    if isinstance(given, tuple):
        return ", not a list"
    if isinstance(given, dict):
        return ", not a group of keys"
    return f", not {quoted(given)}" if given else ""


def _as_id(given: str, pattern: str) -> str:
    """The id that a title or a name with wrong signs would give."""
    candidate = re.sub(r"[^a-z0-9]+", "-", given.lower()).strip("-")
    fits = pattern == models.ID_PATTERN and len(candidate) < LONGEST_SHOWN and re.match(pattern, candidate)
    return f"; did you mean {quoted(candidate)}?" if fits else ""


def keys(model: type[BaseModel] | None) -> list[str]:
    """The keys a group of a model's kind may have, as they are written in a file."""
    return [field.alias or name for name, field in model.model_fields.items()] if model else []


def model_at(model: type[BaseModel], path: KeyPath) -> type[BaseModel] | None:
    """The model of the group at a path, found by the types of the fields on the way."""
    found: type[BaseModel] | None = model
    annotation: Any = None
    for part in path:
        field = found.model_fields.get(str(part)) if found else None
        if field is not None:
            annotation = field.annotation
            found = next(_models_in(annotation), None)
        elif str(part).startswith("["):
            found = next((each for each in _models_in(annotation) if f"[{each.__name__}]" == part), found)
    return found


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for each in get_args(getattr(annotation, "__value__", annotation)):
        yield from _models_in(each)

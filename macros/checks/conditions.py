"""Checks what conditions refer to: fields, columns, options, items, stages, levels and each other."""

from collections.abc import Iterator

from macros.checks.ids import Ids, is_id
from macros.models.conditions import TESTS
from macros.models.files import CHECKLISTS
from macros.reading.problems import Problem, join_names, quoted, suggestion
from macros.reading.source import KeyPath, Source
from macros.reading.values import Plain

# Where conditions stand.
PATTERNS = (
    ("fields", ("fields", "*", "asked_if")),
    ("conditions", ("conditions", "*", "holds_if")),
    ("verdicts", ("locks", "*", "*", "holds_if")),
    ("verdicts", ("contradictions", "*", "all", "*")),
)
# The kinds of field or column that a test can tell something of; a test that is not here goes with all.
KINDS = {
    "is": ("choice",),
    "includes": ("many",),
    "one-of": ("choice",),
    "none-of": ("choice",),
    "matches": ("text", "long-text", "rows"),
    "matches-not": ("text", "long-text", "rows"),
    "before": ("date",),
    "older-than": ("date",),
    "above": ("integer",),
    "above-every": ("integer",),
    "sample-above": ("text", "long-text"),
    "unit-differs": ("text",),
    "row-lacks": ("text", "integer", "number", "date", "choice"),
}


def condition_problems(ids: Ids) -> Iterator[Problem]:
    """What the conditions refer to and nothing is; their form is a matter of the model."""
    for stem, pattern in PATTERNS:
        for source, path, condition in ids.each(stem, *pattern):
            for at, each in tests_in(condition):
                yield from _problems(ids, source, (*path, *at), each)


def tests_in(condition: Plain) -> Iterator[tuple[KeyPath, dict[str, Plain]]]:
    """Each condition that tests something, with its path within the one that holds it."""
    if not isinstance(condition, dict):
        return
    for key in ("all", "any"):
        members = condition.get(key)
        for index, member in enumerate(members if isinstance(members, tuple) else ()):
            for at, each in tests_in(member):
                yield (key, index, *at), each
    if "test" in condition:
        yield (), condition


def _problems(ids: Ids, source: Source, path: KeyPath, condition: dict[str, Plain]) -> Iterator[Problem]:
    subject = next((key for key in TESTS if key in condition), "")
    word = condition.get(subject)
    for key, error in (
        (subject, _subject_error(ids, subject, word)),
        ("than", _than_error(ids, condition)),
        ("column", _column_error(ids, subject, condition)),
    ):
        if error:
            yield source.problem((*path, key), error)
    yield from (source.problem((*path, *at), message) for at, message in _value_problems(ids, subject, condition))
    if subject == "field" and (message := _kind_problem(ids, condition)):
        yield source.problem((*path, "test"), message)


def _subject_error(ids: Ids, subject: str, word: Plain) -> str | None:
    stem = {"field": "fields", "condition": "conditions", "level": "transition"}.get(subject)
    if stem:
        return ids.reference_error(stem, word)
    if subject not in ("item", "checklist") or not isinstance(word, str):
        return None
    checklist, slash, item = word.partition("/")
    # An item without its list is a problem already, of the model.
    if checklist not in CHECKLISTS and is_id(checklist) and bool(slash) == (subject == "item"):
        return f"no checklist has the id {quoted(checklist)}{suggestion(checklist, CHECKLISTS)}"
    return ids.reference_error(checklist, item) if slash else None


def _than_error(ids: Ids, condition: dict[str, Plain]) -> str | None:
    than = condition.get("than")
    is_today = than == "today" and condition.get("test") == "before"
    return None if than is None or is_today else ids.reference_error("fields", than)


def _column_error(ids: Ids, subject: str, condition: dict[str, Plain]) -> str | None:
    column = condition.get("column")
    if column is None:
        return None
    if subject == "stage":
        return ids.reference_error("transition", column)
    field = str(condition.get("field"))
    # A field without columns is a problem already, of the test.
    return ids.reference_error(f"fields/{field}", column) if ids.of(f"fields/{field}") else None


def _value_problems(ids: Ids, subject: str, condition: dict[str, Plain]) -> Iterator[tuple[KeyPath, str]]:
    """Values that the subject never has."""
    value, values = condition.get("value"), condition.get("values")
    given: list[tuple[KeyPath, Plain]] = [(("value",), value)] if value is not None else []
    given += [(("values", index), each) for index, each in enumerate(values if isinstance(values, tuple) else ())]
    if subject in ("stage", "level"):
        for at, each in given:
            if error := ids.reference_error("stages", each):
                yield at, error
    if subject != "field":
        return
    options = _options_name(condition)
    for at, each in given:
        # Records still say what is retired.
        if ids.of(options) and not ids.is_retired(options, str(each)) and (error := ids.reference_error(options, each)):
            yield at, error


def _options_name(condition: dict[str, Plain]) -> str:
    column = condition.get("column")
    return f"fields/{condition.get('field')}" + (f"/{column}" if column else "")


def _kind_problem(ids: Ids, condition: dict[str, Plain]) -> str | None:
    """Why a test tells nothing of a field or column, by its kind."""
    field, column, test = condition.get("field"), condition.get("column"), condition.get("test")
    definition = ids.entries.get(("fields", str(field)))
    if column is not None and definition is not None:
        if definition.get("kind") != "rows":
            return f"the field {quoted(str(field))} has no columns"
        definition = ids.entries.get((f"fields/{field}", str(column)))
    if definition is None or not isinstance(test, str) or test not in KINDS:
        return None
    kind = definition.get("kind", "text")
    if isinstance(kind, str) and kind not in KINDS[test]:
        return f"{quoted(test)} does not go with the kind {quoted(kind)}; allowed: {join_names(KINDS[test])}"
    return None

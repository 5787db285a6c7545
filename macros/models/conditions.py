"""The grammar of conditions: which keys go with which test of which subject, told here and nowhere else."""

from typing import Annotated, Any, Literal, get_args

from pydantic import Discriminator, Tag
from typing_extensions import TypeAliasType

from macros.models.base import Count, Id, ItemRef, Model, SparseModel, Status
from macros.models.vague import VagueGroup, Word

# Which rows of a field; the newest is the first.
RowChoice = Literal["any", "newest"]


class FieldFilled(Model):
    """Whether a field has a value, has none, or is not applicable with a reason."""

    field: Id
    test: Literal["filled", "empty", "set-aside"]


class FieldVague(SparseModel):
    """Whether a field says something vague, of one group or of any."""

    field: Id
    test: Literal["vague"]
    group: VagueGroup | None = None


class FieldIs(SparseModel):
    """Whether a field, or a column in a row of it, has a value, or has it among several."""

    field: Id
    column: Id | None = None
    row: RowChoice = "any"
    test: Literal["is", "includes"]
    value: Id


class FieldOneOf(SparseModel):
    """Whether a field, or a column in a row of it, has one of some values, or has another; a blank has neither."""

    field: Id
    column: Id | None = None
    row: RowChoice = "any"
    test: Literal["one-of", "none-of"]
    values: tuple[Id, ...]


class FieldMatches(SparseModel):
    """Whether words occur in a field, clauses apart that begin as `but_not` has it, or do not; a blank does neither."""

    field: Id
    test: Literal["matches", "matches-not"]
    match: Literal["whole", "clause"] | None = None
    words: tuple[Word, ...]
    but_not: tuple[Word, ...] = ()


class FieldBefore(Model):
    """Whether a date is before that of another field, or before today."""

    field: Id
    test: Literal["before"]
    than: Id


class FieldOlder(SparseModel):
    """Whether a date lies more than some months back."""

    field: Id
    column: Id | None = None
    row: RowChoice = "any"
    test: Literal["older-than"]
    months: Count


class FieldAbove(SparseModel):
    """Whether a field, or so many `times` of it, is above another field; needs both to be answered."""

    field: Id
    test: Literal["above"]
    than: Id
    times: Count | None = None


class FieldAgainst(SparseModel):
    """How a field, or a column in a row of it, stands against another field; needs both to be answered."""

    field: Id
    column: Id | None = None
    row: RowChoice = "any"
    test: Literal["above-every", "differs", "equals", "sample-above", "unit-differs"]
    than: Id


class RowsMeant(Model):
    """The rows in which a column has one of some words."""

    column: Id
    words: tuple[Word, ...]


class FieldRowLacks(SparseModel):
    """Whether a row, of those meant, has nothing in a column."""

    field: Id
    column: Id
    test: Literal["row-lacks"]
    where: RowsMeant | None = None


class ItemIs(Model):
    """Whether the answer to an item has a status."""

    item: ItemRef
    test: Literal["is"]
    value: Status


class ChecklistOpen(Model):
    """Whether a checklist has an item that is open."""

    checklist: Id
    test: Literal["has-open"]


class RequestIs(Model):
    """Whether the request is for a stage, for one before it, or for it or one after."""

    stage: Literal["request"]
    test: Literal["is", "before", "at-least"]
    value: Id


class RequestAhead(Model):
    """Whether the request is so many stages ahead of the part, as its weakest deciding level has it."""

    stage: Literal["request"]
    test: Literal["ahead-of-part"]
    by: Count


class RequestHeld(Model):
    """Whether one level alone is behind the request."""

    stage: Literal["request"]
    test: Literal["held-by-only"]
    column: Id


class LevelReached(Model):
    """Whether the level picked in a column is at a stage or beyond it."""

    level: Id
    test: Literal["at-least"]
    value: Id


class Named(Model):
    """Whether a condition of `conditions.yml` holds."""

    condition: Id
    test: Literal["holds", "fails"]


class AllOf(Model):
    """Whether all of several conditions hold."""

    all: tuple["Condition", ...]


class AnyOf(Model):
    """Whether one of several conditions holds."""

    any: tuple["Condition", ...]


def _tag_of(condition: Any) -> str | None:
    """The tag of a condition, or None for one that names no subject, several, or a test that its subject lacks."""
    if isinstance(condition, Model):
        return f"[{type(condition).__name__}]"
    subjects = [subject for subject in TESTS if subject in condition] if isinstance(condition, dict) else []
    tests = TESTS[subjects[0]] if len(subjects) == 1 else {}
    test = condition.get("test", "") if tests else None
    return tests.get(test) if isinstance(test, str) else None


# A tag stands in brackets, so that nobody takes it for a key where an error says its place.
Condition = TypeAliasType(
    "Condition",
    Annotated[
        Annotated[FieldFilled, Tag("[FieldFilled]")]
        | Annotated[FieldVague, Tag("[FieldVague]")]
        | Annotated[FieldIs, Tag("[FieldIs]")]
        | Annotated[FieldOneOf, Tag("[FieldOneOf]")]
        | Annotated[FieldMatches, Tag("[FieldMatches]")]
        | Annotated[FieldBefore, Tag("[FieldBefore]")]
        | Annotated[FieldOlder, Tag("[FieldOlder]")]
        | Annotated[FieldAbove, Tag("[FieldAbove]")]
        | Annotated[FieldAgainst, Tag("[FieldAgainst]")]
        | Annotated[FieldRowLacks, Tag("[FieldRowLacks]")]
        | Annotated[ItemIs, Tag("[ItemIs]")]
        | Annotated[ChecklistOpen, Tag("[ChecklistOpen]")]
        | Annotated[RequestIs, Tag("[RequestIs]")]
        | Annotated[RequestAhead, Tag("[RequestAhead]")]
        | Annotated[RequestHeld, Tag("[RequestHeld]")]
        | Annotated[LevelReached, Tag("[LevelReached]")]
        | Annotated[Named, Tag("[Named]")]
        | Annotated[AllOf, Tag("[AllOf]")]
        | Annotated[AnyOf, Tag("[AnyOf]")],
        Discriminator(_tag_of),
    ],
)


def _tests() -> dict[str, dict[str, str]]:
    tests: dict[str, dict[str, str]] = {}
    union, _ = get_args(Condition.__value__)
    for model, tag in map(get_args, get_args(union)):
        subject = next(iter(model.model_fields))
        test = model.model_fields.get("test")
        for name in get_args(test.annotation) if test else ("",):
            tests.setdefault(subject, {})[name] = tag.tag
    return tests


# The subject of a condition, which is its first key, its tests, and the tag of the model of each; `all` and `any` test
# nothing themselves.
TESTS = _tests()


class NamedCondition(Model):
    """A condition with a name, for several rules and details."""

    id: Id
    holds_if: Condition


class Conditions(Model):
    """`conditions.yml`: every named condition."""

    conditions: tuple[NamedCondition, ...]

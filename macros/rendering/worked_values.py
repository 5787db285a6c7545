"""What pages take from a worked record, so that a fact of the worked part stands in one place."""

from typing import Any, NoReturn

from macros.checks.look_up import TAKEN
from macros.guide.guide import Guide, UnknownId
from macros.models.record import RfqRecord, Row
from macros.reading.problems import quoted
from macros.rendering.format_value import format_cell, format_row, format_value


class PlainValues(dict[str, Any]):
    """Plain values by the names of their fields or columns; one that is not there raises UnknownId."""

    def __missing__(self, name: str) -> NoReturn:
        raise UnknownId(f"the worked record has no value for {quoted(name)}")


def values_of(record: RfqRecord) -> PlainValues:
    """The values of a worked record."""
    return PlainValues(record.model_dump()["values"])


def with_values(guide: Guide, record: RfqRecord, text: str) -> str:
    """A text with the value, in words, for each `{field}`, `{field/row/column}` or `{builds/name/field}`."""
    return TAKEN.sub(lambda found: _words(guide, record, found[1].split("/")), text)


def _words(guide: Guide, record: RfqRecord, steps: list[str]) -> str:
    values = record.values
    if steps[0] == "builds":
        values = next(build.values for build in record.builds if build.name == steps[1])
        steps = steps[2:]
    field = guide.field(steps[0])
    value = values[field.id]
    if len(steps) == 1 or not isinstance(value, tuple):
        return format_value(field, value)
    row = next(each for each in value if isinstance(each, Row) and each.id == steps[1])
    if len(steps) == 2:
        return format_row(field.columns, row)
    return format_cell(next(column for column in field.columns if column.id == steps[2]), row)

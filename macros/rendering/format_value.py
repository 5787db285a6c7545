"""A value in words, on one line, as the client writes it too; `tests/golden` has the cases of both."""

from macros.models import Column, Field
from macros.models.record import Cell, Row, Value


def format_value(field: Field, value: Value) -> str:
    """A value of a field; rows follow each other, parted by semicolons."""
    if not isinstance(value, tuple):
        if field.kind == "choice":
            return _option(field, str(value))
        return _with_unit(value, None if isinstance(value, str) else field.unit)
    words = [format_row(field.columns, each) if isinstance(each, Row) else _option(field, each) for each in value]
    return ("; " if field.kind == "rows" else ", ").join(filter(None, words))


def format_row(columns: tuple[Column, ...], row: Row) -> str:
    """One row: each filled cell after its column's label, or alone where there is one column."""
    filled = [(column, words) for column in columns if (words := format_cell(column, row))]
    if len(columns) == 1:
        return "".join(words for _, words in filled)
    return ", ".join(f"{column.label} {words}" for column, words in filled)


def format_cell(column: Column, row: Row) -> str:
    """One cell with its unit; an empty text for a cell that holds nothing."""
    cell = row.cells.get(column.id, "")
    return "" if cell == "" else _with_unit(_option(column, cell) if isinstance(cell, str) else cell, column.unit)


def _option(owner: Field | Column, id: str) -> str:
    return next((option.label for option in owner.options if option.id == id), id)


def _with_unit(value: Cell, unit: str | None) -> str:
    # As the client, which has one kind of number, would write it.
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return f"{text} {unit}" if unit else text

"""A value in words, on one line, as the client writes it too."""

from macros.models import Field, FieldColumn
from macros.record import Cell, Row, Value


def in_words(field: Field, value: Value) -> str:
    """A value of a field; rows follow each other, parted by semicolons."""
    if not isinstance(value, tuple):
        if field.kind == "choice":
            return _option(field, str(value))
        return _with_unit(value, None if isinstance(value, str) else field.unit)
    words = [row_in_words(field.columns, each) if isinstance(each, Row) else _option(field, each) for each in value]
    return ("; " if field.kind == "rows" else ", ").join(filter(None, words))


def row_in_words(columns: tuple[FieldColumn, ...], row: Row) -> str:
    """One row: each filled cell after its column's label, or alone where there is one column."""
    filled = [(column, words) for column in columns if (words := cell_in_words(column, row))]
    if len(columns) == 1:
        return "".join(words for _, words in filled)
    return ", ".join(f"{column.label} {words}" for column, words in filled)


def cell_in_words(column: FieldColumn, row: Row) -> str:
    """One cell with its unit; an empty text for a cell that holds nothing."""
    cell = (row.model_extra or {}).get(column.id, "")
    return "" if cell == "" else _with_unit(cell, column.unit)


def _option(field: Field, id: str) -> str:
    return next((option.label for option in field.options if option.id == id), id)


def _with_unit(value: Cell, unit: str | None) -> str:
    # As the client, which has one kind of number, would write it.
    text = str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
    return f"{text} {unit}" if unit else text

"""Checks that the numbers which figures show are those of the worked records."""

from collections.abc import Iterator, Mapping

from macros.checks.ids import each
from macros.reading.problems import Problem, quoted, suggestion
from macros.reading.source import Source
from macros.reading.values import Plain

# By the row that has to say it: the numbers of each figure, as the record writes them.
SAID = (
    ("bore", "build", (("before", "*"), ("after", "*"))),
    ("bore", "dimension", (("fit",), ("upper",), ("lower",))),
    ("sample", "dimension", (("checked",), ("lot",))),
)


def figure_problems(figures: Source, examples: Mapping[str, Source]) -> Iterator[Problem]:
    """Each number that the row of the record does not say, and each row that is not there."""
    for name, ref, patterns in SAID:
        for path, row_name in each(figures.value, name, ref):
            example = next((word for _, word in each(figures.value, name, "example")), None)
            # What is no text is a problem already, of the model.
            if not isinstance(example, str):
                continue
            if example not in examples:
                message = f"no worked record has the name {quoted(example)}{suggestion(example, list(examples))}"
                yield figures.problem((name, "example"), message)
            elif (words := _row(examples[example], str(row_name))) is None:
                yield figures.problem(path, f"the worked record has no row {quoted(str(row_name))}")
            else:
                yield from _unsaid(figures, name, patterns, str(row_name), words)


def _unsaid(
    figures: Source, name: str, patterns: tuple[tuple[str, ...], ...], row: str, words: list[str]
) -> Iterator[Problem]:
    for pattern in patterns:
        for path, number in each(figures.value, name, *pattern):
            if not any(f" {number} " in each_cell for each_cell in words):
                yield figures.problem(
                    path, f"the row {quoted(row)} of the worked record does not say {quoted(str(number))}"
                )


def _row(record: Source, name: str) -> list[str] | None:
    """The cells of a row, each with its numbers and words parted by single spaces."""
    field, _, row_id = name.partition("/")
    for _, row in each(record.value, "values", field, "*"):
        if isinstance(row, dict) and row.get("id") == row_id:
            return [_parted(cell) for cell in row.values()]
    return None


def _parted(cell: Plain) -> str:
    return f" {' '.join(str(cell).replace('+', ' ').replace(',', ' ').replace('(', ' ').split())} "

"""Checks which fields the page for sales offers for prefilled links: each once, and only what a link may fill."""

from collections.abc import Iterator

from macros.checks.asked_if import fields_in, named_conditions
from macros.checks.ids import Ids
from macros.checks.meanings import CONTROL
from macros.reading.problems import Problem, quoted

# A link gives one value for a field.
KINDS = ("text", "long-text", "integer", "date", "choice")


def prefilled_problems(ids: Ids) -> Iterator[Problem]:
    """Every field that is named twice, that holds more than one value, or that the buyer alone can answer."""
    first: dict[str, int] = {}
    named = named_conditions(ids)
    for source, path, word in ids.each("links", "prefilled", "*"):
        if not isinstance(word, str):
            continue
        here = source.problem(path, "")
        if word in first:
            yield source.problem(path, f"{quoted(word)} is here twice; it is on line {first[word]} already")
        first.setdefault(word, here.line)
        field = ids.entries.get(("fields", word), {})
        if (kind := field.get("kind", KINDS[0])) not in KINDS:
            yield source.problem(path, f"{quoted(word)} is of the kind {quoted(str(kind))}; a link gives one value")
        if (means := field.get("means")) in CONTROL:
            message = (
                f"{quoted(word)} says {quoted(f'means: {means}')}, which is for the buyer to say and not for a link"
            )
            yield source.problem(path, message)
        elif any(
            ids.entries.get(("fields", name), {}).get("means") in CONTROL
            for _, name in fields_in(field.get("asked_if"), named, ())
        ):
            message = f"{quoted(word)} is asked for because of export control, of which no link says anything"
            yield source.problem(path, message)

"""Checks what decides whether a detail is asked for: it comes before, and nothing goes in a circle."""

from collections.abc import Iterator, Mapping

from macros.checks.conditions import tests_in
from macros.checks.ids import Ids
from macros.reading.problems import Problem, quoted
from macros.reading.source import KeyPath
from macros.reading.values import Plain


def asked_if_problems(ids: Ids) -> Iterator[Problem]:
    """Conditions that look at a detail which is asked for later, and those that lead back to themselves."""
    order = ids.of("fields")
    named = named_conditions(ids)
    needs = {field: fields_in(ids.entries["fields", field].get("asked_if"), named, ()) for field in order}
    for source, path, field in ids.each("fields", "fields", "*"):
        if not isinstance(field, dict) or not isinstance(own := field.get("id"), str) or own not in needs:
            continue
        for at, other in fields_in(field.get("asked_if"), named, ()):
            circle = _way(needs, other, own) if other in needs else None
            if circle:
                steps = " to ".join(map(quoted, (own, *circle)))
                yield source.problem((*path, "asked_if", *at), f"these details ask for each other in a circle: {steps}")
            elif other in needs and order.index(other) > order.index(own):
                message = f"{quoted(other)} is asked for after {quoted(own)}; move it up in this file"
                yield source.problem((*path, "asked_if", *at), message)
    yield from _circles_of_names(ids, named)


def named_conditions(ids: Ids) -> dict[str, Plain]:
    """What each named condition holds by."""
    return {name: ids.entries["conditions", name].get("holds_if") for name in ids.of("conditions")}


def fields_in(condition: Plain, named: Mapping[str, Plain], passed: tuple[str, ...]) -> list[tuple[KeyPath, str]]:
    """The fields that a condition looks at, through the named ones too, each with its path in the condition."""
    found: list[tuple[KeyPath, str]] = []
    for at, each in tests_in(condition):
        found += [((*at, key), str(each[key])) for key in ("field", "than") if key in each and each[key] != "today"]
        name = each.get("condition")
        if isinstance(name, str) and name in named and name not in passed:
            inner = fields_in(named[name], named, (*passed, name))
            found += [((*at, "condition"), field) for field in dict.fromkeys(field for _, field in inner)]
    return found


def _way(needs: Mapping[str, list[tuple[KeyPath, str]]], start: str, goal: str) -> list[str] | None:
    """The shortest way from one detail to another by what each one needs."""
    ways = [[start]]
    seen = {start}
    for way in ways:
        if way[-1] == goal:
            return way
        for _, each in needs.get(way[-1], ()):
            if each not in seen:
                seen.add(each)
                ways.append([*way, each])
    return None


def _circles_of_names(ids: Ids, named: Mapping[str, Plain]) -> Iterator[Problem]:
    uses = {
        name: [((*at, "condition"), str(each["condition"])) for at, each in tests_in(condition) if "condition" in each]
        for name, condition in named.items()
    }
    for source, path, entry in ids.each("conditions", "conditions", "*"):
        own = str(entry.get("id")) if isinstance(entry, dict) else ""
        for at, other in uses.get(own, ()):
            if circle := _way(uses, other, own):
                steps = " to ".join(map(quoted, (own, *circle)))
                yield source.problem((*path, "holds_if", *at), f"this condition goes in a circle: {steps}")

"""What the calculators of the topic pages are about: a case worked out, a table, and the field that takes a result."""

from typing import Literal

from macros.guide.guide import Guide
from macros.models import Column
from macros.models.calculators import FastenerCase, Into, Options, Pair
from macros.rendering import calculate

Values = dict[str, object]


def coating_size(guide: Guide) -> Values:
    """The calculator of sizes before and after coating, with its case worked out."""
    calculator = guide.calculators.coating
    return {
        **_calculator(guide, "coating", calculator.into),
        "calculator": calculator,
        "results": calculate.coating(calculator.case),
        "build_up": calculate.build_up,
    }


def clean_sample(guide: Guide) -> Values:
    """The calculator of what a sample can miss, with its case worked out."""
    calculator = guide.calculators.sample

    def miss_chance(lot: int, drawn: int, bad: int) -> str:
        return calculate.percent(calculate.miss_chance(lot, drawn, bad))

    return {
        **_calculator(guide, "sample", calculator.into),
        "calculator": calculator,
        "results": calculate.sample(calculator.case),
        "miss_chance": miss_chance,
    }


def fastener_position(guide: Guide) -> Values:
    """The calculator of position tolerances, with its case worked out."""
    calculator = guide.calculators.fastener

    def tolerance(pair: Pair, assembly: Literal["fixed", "floating"]) -> str:
        sizes = {"hole": pair.hole, "fastener": pair.fastener}
        return calculate.fastener(FastenerCase(**sizes, assembly=assembly, unit=calculator.table.unit))["each"]

    return {
        **_calculator(guide, "fastener", calculator.into),
        "calculator": calculator,
        "results": calculate.fastener(calculator.case),
        "tolerance": tolerance,
    }


def _calculator(guide: Guide, kind: str, into: Into | None) -> Values:
    """The name of a calculation, and what its element knows of the field that takes the result."""
    if into is None:
        return {"kind": kind, "into": None}
    field = guide.field(into.field)
    target: Values = {"field": field.id, "label": field.label, "page": f"/{guide.list_of(field.id)}/#field-{field.id}"}
    if into.text:
        return {"kind": kind, "into": {**target, "text": into.text}}
    columns = {column.id: column for column in field.columns}
    cells = [{"column": id, "label": columns[id].label, "pattern": each} for id, each in (into.cells or {}).items()]
    choices = [
        {"column": id, "label": columns[id].label, "options": _options(columns[id], chosen)}
        for id, chosen in into.options.items()
    ]
    return {"kind": kind, "into": {**target, "cells": cells + choices}}


def _options(column: Column, chosen: Options) -> dict[str, dict[str, str]]:
    labels = {option.id: option.label for option in column.options}
    return {state: {"id": id, "label": labels[id]} for state, id in chosen.model_dump().items()}

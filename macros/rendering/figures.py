"""What figures show: numbers and states of the worked records, and where sizes lie on a line."""

from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from macros.guide.guide import Guide, UnknownId
from macros.reading.problems import quoted, suggestion
from macros.rendering.calculate import miss_chance
from macros.rendering.calculators import Values
from macros.rendering.changes import State
from macros.rendering.worked_values import PlainValues, values_of

T = TypeVar("T")
MICROMETER = Decimal("0.001")


class Line(NamedTuple):
    """A number line: its first and its last number, and where these stand in a drawing."""

    first: Decimal
    last: Decimal
    left: int
    right: int

    def at(self, number: Decimal) -> float:
        """Where a number stands."""
        return round(self.left + float((number - self.first) / (self.last - self.first)) * (self.right - self.left), 1)


def bore_coating(guide: Guide) -> Values:
    """A bore's sizes before and after coating, its limits, and where each of them stands on a number line."""
    bore = _shown(guide.figures.bore, "bore")
    before, after = (tuple(map(Decimal, sizes)) for sizes in (bore.before, bore.after))
    nominal, upper = Decimal(bore.fit.partition(" ")[0]), Decimal(bore.upper)
    limits = {"lower": (nominal + Decimal(bore.lower)).quantize(upper), "upper": nominal + upper}
    line = Line(min(after) - MICROMETER * 5, limits["upper"] + MICROMETER * 3, 10, 350)
    pairs = list(zip(before, after, strict=True))
    return {
        **limits,
        "fit": bore.fit,
        "before": before,
        "after": after,
        "pairs": pairs,
        "smaller": max(one - other for one, other in pairs),
        "at": line.at,
        "revision": _row(guide, bore.example, bore.build)["revision"],
        "unit": _row(guide, bore.example, bore.dimension)["unit"],
    }


def sample_odds(guide: Guide) -> Values:
    """The sample of a lot that a worked record asks for beside other sizes of a sample, and the odds of each."""
    sample = _shown(guide.figures.sample, "sample")
    most, bad = max(sample.bad) + 1, sample.bad[-1]
    sizes = sorted({sample.checked, *sample.beside})
    return {
        "lot": sample.lot,
        "planned": sample.checked,
        "most": most,
        "bad": bad,
        "shown": sample.bad,
        "curves": [(size, [float(miss_chance(sample.lot, size, each)) for each in range(most + 1)]) for size in sizes],
        "missed": float(miss_chance(sample.lot, sample.checked, bad)),
    }


def lock_builds(guide: Guide, name: str, *others: str) -> Values:
    """The builds of a worked record, and it and others as they were written, by day: what was locked then."""
    record, lock, revision = guide.example(name), guide.checklist(guide.meaning("verdict")), guide.meaning("revision")
    written = [*map(guide.example, others), record]
    kept: list[tuple[str, str, State]] = [(build.at, build.name, build) for build in record.builds]
    kept += [(each.updated, f"Rev {values_of(each)[revision]}", each) for each in written]
    states = []
    for at, label, state in sorted(kept, key=lambda each: each[0]):
        answers = {item.id: state.answers.get(f"{lock.id}/{item.id}") for item in lock.items}
        status = {item: answer.status if answer else "open" for item, answer in answers.items()}
        locked = sum(each == "done" for each in status.values())
        states.append({"label": label, "day": date.fromisoformat(at[:10]), "status": status, "locked": locked})
    return {"states": states, "part": values_of(record)[guide.meaning("part-number")]}


def traceability_chain(guide: Guide, name: str, traceability: str, certificate: str) -> Values:
    """How far a worked record asks for traceability, and which certificate; both are fields with options."""
    values = values_of(guide.example(name))
    kinds, certificates = (
        {option.id: option.label for option in guide.field(each).options} for each in (traceability, certificate)
    )
    letters = dict(zip(("lot", "heat", "heat-to-lot", "serial"), "abcd", strict=True))
    return {
        "labels": kinds,
        "letters": [letters[kind] for kind in values[traceability] if kind in letters],
        "certificate": certificates[values[certificate]],
    }


def one_revision(guide: Guide, name: str, build: str) -> Values:
    """The part of a worked record with its revision, and the revision of a build before."""
    values = values_of(guide.example(name))
    part, revision = (values[guide.meaning(means)] for means in ("part-number", "revision"))
    return {"part": part, "revision": revision, "before": _row(guide, name, build)["revision"]}


def _shown(figure: T | None, name: str) -> T:
    if figure is None:
        raise UnknownId(f"figures.yml has no {quoted(name)}")
    return figure


def _row(guide: Guide, name: str, ref: str) -> PlainValues:
    """A row of a worked record by its name, `field/row`."""
    field, _, row_id = ref.partition("/")
    rows = {row["id"]: row for row in values_of(guide.example(name))[guide.field(field).id]}
    if row_id not in rows:
        raise UnknownId(f"no row of {field} has the id {quoted(row_id)}{suggestion(row_id, list(rows))}")
    return PlainValues(rows[row_id])

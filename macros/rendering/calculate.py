"""The calculators' cases and tables, worked out as the client works them out; `tests/golden` has the cases of both."""

from fractions import Fraction
from math import comb, floor

from macros.models.calculators import CoatingCase, FastenerCase, Pair, SampleCase

# How a size moves, in build-ups: a 60° flank carries its coating twice as far into the pitch diameter as a wall does.
_FEATURES = {
    "shaft": ("Shaft", 2),
    "bore": ("Bore", -2),
    "external-thread": ("External thread, pitch diameter", 4),
    "internal-thread": ("Internal thread, pitch diameter", -4),
}
# In millimeters.
_UNITS = {"mm": Fraction(1), "inch": Fraction("25.4"), "µm": Fraction("0.001"), "mil": Fraction("0.0254")}
# How finely a size is told, and half of whatever can be written.
_MOST_DECIMALS = {"mm": 4, "inch": 5}
_FINEST = 7

Results = dict[str, str]


def coating(case: CoatingCase) -> Results:
    """The limits after coating of a size whose limits before it are given."""
    label, moves = _FEATURES[case.what]
    most = _MOST_DECIMALS[case.unit]
    per_thickness = moves * Fraction(case.share) / 100 * _UNITS[case.thickness_unit] / _UNITS[case.unit]
    down, up = sorted((Fraction(case.thinnest) * per_thickness, Fraction(case.thickest) * per_thickness))
    nominal, low, high = Fraction(case.nominal), Fraction(case.lower) + down, Fraction(case.upper) + up
    deviations = max(_decimals(case.lower), _decimals(case.upper))
    sizes = [decimals(nominal + each, max(deviations, _decimals(case.nominal)), most) for each in (low, high)]
    own = decimals(nominal, _decimals(case.nominal), most)
    return {
        "state": "after",
        "heading": "Size after coating",
        "sizes": " to ".join(sizes),
        "limits": f"{own} {_signed(high, deviations, most)} / {_signed(low, deviations, most)}",
        "change": f"{_signed(down, 0, most)} to {_signed(up, 0, most)}",
        "feature": label,
        "nominal": own,
        "unit": case.unit,
    }


def build_up(what: str, thickness: str, share: str) -> str:
    """By how much a coating changes a size, in the unit of its thickness, up or down."""
    return decimals(abs(_FEATURES[what][1]) * Fraction(thickness) * Fraction(share) / 100, 0, _decimals(thickness) + 1)


def sample(case: SampleCase) -> Results:
    """The chance that a sample shows none of the bad parts, and the most that it still misses as often as is said."""
    risk = Fraction(case.risk) / 100
    missed = max(bad for bad in range(case.lot + 1) if miss_chance(case.lot, case.sample, bad) >= risk)
    share = percent(Fraction(missed, case.lot))
    return {
        "lot": f"{case.lot}",
        "sample": f"{case.sample}",
        "bad": _parts(case.bad),
        "chance": percent(miss_chance(case.lot, case.sample, case.bad)),
        "missed": f"up to {_parts(missed)} in the lot ({share})" if missed else "none",
        "risk": f"{decimals(risk * 100, 0, 6)}%",
    }


def miss_chance(lot: int, drawn: int, bad: int) -> Fraction:
    """The chance that a sample, drawn without putting a part back, has none of the bad parts of its lot."""
    return Fraction(comb(lot - bad, drawn), comb(lot, drawn))


def fastener(case: FastenerCase) -> Results:
    """The position tolerance of each part."""
    total = room(case)
    words = decimals(total, 0, _FINEST)
    each, sharing = words, "Worked out for each part by its own holes."
    if case.assembly == "fixed":
        each = decimals(total / 2, 0, _FINEST)
        sharing = f"Or any two that add up to {words}, with a projected tolerance zone at the threaded hole."
    return {
        "each": each,
        "total": words,
        "sharing": sharing,
        "hole": decimals(Fraction(case.hole), 0, _FINEST),
        "fastener": decimals(Fraction(case.fastener), 0, _FINEST),
        "unit": case.unit,
    }


def room(pair: Pair) -> Fraction:
    """What the smallest hole leaves around the largest fastener."""
    return Fraction(pair.hole) - Fraction(pair.fastener)


def percent(chance: Fraction) -> str:
    """A probability from 0 to 1 in percent: whole, but for the ends, where the difference counts."""
    if chance in (0, 1):
        return f"{chance * 100}%"
    if chance < Fraction("0.001"):
        return "under 0.1%"
    if chance > Fraction("0.999"):
        return "over 99.9%"
    at_an_end = chance < Fraction("0.01") or chance > Fraction("0.99")
    return f"{decimals(chance * 100, 0, 1 if at_an_end else 0)}%"


def decimals(value: Fraction, least: int, most: int) -> str:
    """A number with as many decimals as it takes: `least` of them at least, `most` at most; a tie goes up."""
    units = floor(value * 10**most + Fraction(1, 2))
    whole, rest = divmod(abs(units), 10**most)
    kept = f"{rest:0{most}}".rstrip("0").ljust(min(least, most), "0") if most else ""
    return f"{'-' if units < 0 else ''}{whole}{f'.{kept}' if kept else ''}"


def _signed(value: Fraction, least: int, most: int) -> str:
    words = decimals(value, least, most)
    if Fraction(words) == 0:
        return "0"
    return words if words.startswith("-") else f"+{words}"


def _decimals(number: str) -> int:
    return len(number.partition(".")[2])


def _parts(count: int) -> str:
    return f"{count} bad {'part' if count == 1 else 'parts'}"

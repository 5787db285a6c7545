"""The counts at the end of a run."""

from tests.tally import INPUTS, SAVES, Tally, counting, told


def test_counts_of_a_run_are_added_up_by_sort_and_as_a_whole() -> None:
    noted: list[tuple[str, object]] = [("classname", "other"), (SAVES, ["saves by 4 tabs", 1199, 1200])]

    def note(kind: str, value: object) -> None:
        noted.append((kind, value))

    survived: Tally = counting(INPUTS, note)
    survived("links", 10)
    survived("files", 1, 2)
    survived("links", 2_000)
    assert told(noted) == [
        "files: 1 of 2",
        "links: 2,010 of 2,010",
        "saves by 4 tabs: 1,199 of 1,200",
        "faults: 2,012 inputs tried, 2,011 survived; 1,200 saves under attack, 1 lost",
    ]


def test_a_run_without_counts_tells_none() -> None:
    assert told([("classname", "other")]) == []

"""Whatever the code knows by its meaning can be renamed as README says, and no saved record or link notices."""

import json
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from macros.guide.load import load
from macros.reading.problems import GuideError
from macros.rendering.client_guide import client_guide
from macros.rendering.settings import Settings
from tests.node import node
from tests.project import DATA
from tests.renaming import mend, rename

NEW = "renamed-"


class Entry(NamedTuple):
    """What has a meaning: its file, its indent there, and its id."""

    file: str
    indent: int
    id: str


ENTRIES = (
    Entry("fields.yml", 2, "part-number"),
    Entry("fields.yml", 2, "revision"),
    Entry("fields.yml", 2, "stage"),
    Entry("fields.yml", 2, "export-control"),
    Entry("fields.yml", 6, "not-controlled"),
    Entry("fields.yml", 2, "cad-file"),
    Entry("fields.yml", 2, "drawing-file"),
    Entry("fields.yml", 2, "release-ref"),
    Entry("readiness.yml", 2, "files"),
)
CASES = {**{entry.id: (entry,) for entry in ENTRIES}, "all of them": ENTRIES, "pilot-lock": ()}
LINKS = (
    "#stage=pilot-run&part-number=A-1&revision=B&export-control=not-controlled",
    "#export-control=itar&cad-file=a.stp",
)


def problems(folder: Path) -> list[str]:
    """The lines that `macros check` prints."""
    try:
        load(folder)
    except GuideError as error:
        return str(error).splitlines()
    return []


def client_guides(folder: Path) -> Iterator[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """The guide that pages embed, as it is and in each case, with the worked records of that guide."""
    for name, entries in (("as it is", ()), *CASES.items()):
        data = Path(shutil.copytree(DATA, folder / name / "data"))
        for entry in entries:
            rename(data / entry.file, entry.indent, entry.id, NEW + entry.id)
        mend(partial(problems, data))
        guide = load(data)
        records = [each.model_dump(mode="json", exclude_unset=True) for each in guide.examples.values()]
        whole = client_guide(guide, Settings(), "https://guide.example/").model_dump(mode="json")
        yield checklist_renamed(name, whole, records) if name == "pilot-lock" else (whole, records)


def checklist_renamed(
    name: str, guide: dict[str, Any], records: list[dict[str, Any]]
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """A guide and its records with another name for a checklist: the data cannot rename one, its file has the name."""
    checklist = next(each for each in guide["checklists"] if each["id"] == name)
    moved = {f"{name}/{item['id']}": f"{NEW}{name}/{item['id']}" for item in checklist["items"]}
    renamed = json.loads(json.dumps([guide, records]).replace(name, NEW + name))
    return {**renamed[0], "moved_items": moved}, renamed[1]


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[list[dict[str, Any]]], list[list[dict[str, Any]]]]:
    """What the client makes of the records saved before, under each guide; and of each guide's own worked records."""
    folder = tmp_path_factory.mktemp("renames")
    made = list(client_guides(folder))
    saved = made[0][1]
    controlled = [{**each, "values": {**each["values"], "export-control": "itar"}} for each in saved]
    jobs = [*((guide, [*saved, *controlled], LINKS) for guide, _ in made), *((*each, ()) for each in made)]
    given = folder / "given.json"
    given.write_text(json.dumps(jobs), "utf-8")
    done = node("tests/client/renames.ts", given)
    assert done.returncode == 0, done.stderr
    outcomes = json.loads(done.stdout)
    return outcomes[: len(made)], outcomes[len(made) :]


def plain(outcome: object) -> object:
    """An outcome in the old ids."""
    return json.loads(json.dumps(outcome).replace(NEW, ""))


@pytest.mark.parametrize("case", CASES)
def test_saved_records_and_links_say_the_same_after_a_rename(outcomes: Any, case: str) -> None:
    before, after = outcomes[0][0], outcomes[0][1 + list(CASES).index(case)]
    assert plain(after) == before


@pytest.mark.parametrize("case", CASES)
def test_worked_records_say_the_same_under_their_new_ids(outcomes: Any, case: str) -> None:
    before, after = outcomes[1][0], outcomes[1][1 + list(CASES).index(case)]
    assert plain(after) == before


def test_renames_are_tried_on_records_that_have_what_is_renamed(outcomes: Any) -> None:
    rev_b, _, rev_c, *_, free, controlled = outcomes[0][0]
    assert [rev_b["name"], rev_c["name"], free["name"]] == ["TVR-10427 Rev B", "TVR-10427 Rev C", "A-1 Rev B"]
    assert [rev_c["linkIsOff"], *(each["linkIsOff"] for each in outcomes[0][0][3:6])] == [False, True, True, True]
    # No link says anything of export control, under whatever id.
    assert [free["linkIsOff"], controlled["linkIsOff"]] == [False, False]
    assert rev_c["file"] == "RFQ_TVR-10427_RevC_pilot-run_2026-09-08.md"
    assert {each[1] for each in rev_c["checks"]} >= {"agrees"}

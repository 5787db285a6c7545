"""Records as every release of the guide wrote them: they open forever, and nothing in them is lost."""

import json
import tomllib
from hashlib import sha256
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from macros.models.record import RfqRecord, record_schema
from tests.project import ROOT

RELEASED = ROOT / "tests" / "golden" / "records"
RECORDS = sorted(RELEASED.glob("*/*.json"))
named = pytest.mark.parametrize("path", RECORDS, ids=lambda path: f"{path.parent.name}/{path.stem}")


@named
def test_record_of_a_release_comes_back_from_the_model_exactly(path: Path) -> None:
    text = path.read_text("utf-8")
    assert json.loads(RfqRecord.model_validate_json(text).model_dump_json(exclude_unset=True)) == json.loads(text)


@named
def test_record_of_a_release_follows_the_published_schema(path: Path) -> None:
    assert not list(Draft202012Validator(record_schema()).iter_errors(json.loads(path.read_text("utf-8"))))


def test_this_release_has_its_records_there() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert {path.stem for path in RECORDS if path.parent.name == version} >= {"full", "least"}, (
        f"add the records that {version} writes to {RELEASED.relative_to(ROOT)}/{version}, as CONTRIBUTING.md says"
    )


def test_no_record_of_a_release_was_changed_or_taken_away() -> None:
    found = [f"{sha256(path.read_bytes()).hexdigest()}  {path.relative_to(RELEASED)}" for path in RECORDS]
    assert found == (RELEASED / "SHA256SUMS").read_text("utf-8").splitlines()

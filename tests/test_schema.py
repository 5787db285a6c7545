"""The JSON Schemas that editors use agree with the models and with the data."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema.validators import validator_for

from macros.__main__ import main
from macros.models.files import FILES
from macros.schemas.data_schemas import as_text, data_schema, schemas
from tests.project import DATA, ROOT


def values(stem: str) -> Any:
    """A data file's values, every scalar as text."""
    return yaml.load((DATA / f"{stem}.yml").read_text("utf-8"), yaml.CBaseLoader)


def complaints(stem: str, content: Any) -> list[str]:
    """What an editor would underline."""
    schema = data_schema(stem)
    return [error.message for error in validator_for(schema)(schema).iter_errors(content)]


def entries(content: Any) -> list[dict[str, Any]]:
    """The entries of the first list with ids in a file, or the file itself where it has none."""
    lists = [value for value in content.values() if isinstance(value, list) and isinstance(value[0], dict)]
    return lists[0] if lists else [content]


@pytest.mark.parametrize("stem", schemas())
def test_committed_schema_is_what_the_models_give(stem: str) -> None:
    schema = schemas()[stem]
    validator_for(schema).check_schema(schema)
    committed = (ROOT / "docs" / "schema" / f"{stem}.json").read_text("utf-8")
    assert committed == as_text(schema), "run: python -m macros schema"


def test_schema_command_writes_every_schema(tmp_path: Path) -> None:
    assert main(["schema", str(tmp_path / "new")]) == 0
    assert {path.stem for path in (tmp_path / "new").iterdir()} == {*FILES, "rfq-record-1", "rfq-review-1"}


@pytest.mark.parametrize("stem", FILES)
def test_data_file_names_its_schema_and_fits_it(stem: str) -> None:
    first = (DATA / f"{stem}.yml").read_text("utf-8").splitlines()[0]
    assert first == f"# yaml-language-server: $schema=../schema/{stem}.json"
    assert complaints(stem, values(stem)) == []


@pytest.mark.parametrize("stem", FILES)
def test_misspelled_key_does_not_fit(stem: str) -> None:
    for of_entry in (False, True):
        content = values(stem)
        part = entries(content)[0] if of_entry else content
        key = next(iter(part))
        part[key + "x"] = part.pop(key)
        assert complaints(stem, content)


@pytest.mark.parametrize("stem", sorted(FILES.keys() - {"guide", "title-block", "figures", "calculators"}))
def test_entry_may_be_a_tombstone(stem: str) -> None:
    content = values(stem)
    entries(content).append({"id": "old", "moved_to": "new"})
    assert complaints(stem, content) == []
    entries(content).append({"id": "old", "retired": "No longer asked.", "moved_to": "new"})
    assert complaints(stem, content)


def test_bare_number_is_text_to_an_editor_too() -> None:
    content = values("standards")
    content["standards"][0]["edition"] = 2018
    assert complaints("standards", content) == []
    content = values("transition")
    content["rows"][0]["cells"]["typical-quantity"] = 1
    assert complaints("transition", content) == []


def test_optional_key_is_left_out_not_null() -> None:
    content = values("glossary")
    content["terms"][0]["full"] = None
    assert complaints("glossary", content)

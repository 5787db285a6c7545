"""The bill of materials: everything that is pinned, told as CycloneDX has it, and the same each time."""

import base64
import json
import re
from pathlib import Path
from typing import Any

import pytest

from macros.__main__ import main
from macros.rendering.bill_of_materials import bill_of_materials
from macros.rendering.notices import BUNDLED, WITHIN_THEME
from tests.project import MOMENT, ROOT

PINNED = re.compile(r"^([\w.-]+)==([^\s;]+)", re.MULTILINE)


@pytest.fixture
def bill(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """The bill of this project."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", MOMENT)
    made: dict[str, Any] = json.loads(bill_of_materials(ROOT))
    return made


def test_every_pinned_package_is_in_it_with_its_version(bill: dict[str, Any]) -> None:
    told = {each["purl"] for each in bill["components"]}
    python = PINNED.findall((ROOT / "requirements.txt").read_text("utf-8"))
    node = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = {f"pkg:pypi/{name}@{version}" for name, version in python}
    wanted |= {
        f"pkg:npm/{path.rpartition('node_modules/')[2].replace('@', '%40')}@{package['version']}"
        for path, package in node.items()
        if path
    }
    assert len(wanted) > 100
    assert told == wanted


def test_what_is_published_is_told_apart_from_what_builds_it(bill: dict[str, Any]) -> None:
    required = {each["name"]: each for each in bill["components"] if each["scope"] == "required"}
    bundled = {each["name"] for each in json.loads(BUNDLED.read_text("utf-8"))} - {"Character maps"}
    assert required.keys() == bundled | {"mkdocs-material"}
    assert {each["name"] for each in required["mkdocs-material"]["components"]} == set(WITHIN_THEME)
    assert {each["scope"] for each in bill["components"]} == {"required", "excluded"}


def test_it_has_the_digests_of_the_lock_file(bill: dict[str, Any]) -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    (told,) = [each for each in bill["components"] if each["name"] == "fflate"]
    (digest,) = told["hashes"]
    assert digest["alg"] == "SHA-512"
    written = base64.b64encode(bytes.fromhex(digest["content"])).decode()
    assert packages["node_modules/fflate"]["integrity"] == f"sha512-{written}"


def test_it_has_the_form_of_cyclonedx(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"], bill["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", bill["serialNumber"])
    assert bill["metadata"]["timestamp"] == "2026-11-22T12:00:00Z"
    components = [bill["metadata"]["component"], *bill["components"]]
    components += [inner for each in bill["components"] for inner in each.get("components", [])]
    names = [each["bom-ref"] for each in components]
    assert len(names) == len(set(names))
    allowed = {"type", "bom-ref", "name", "version", "scope", "purl", "licenses", "hashes", "components"}
    for each in components:
        assert {"type", "name"} <= each.keys() <= allowed
        # One license by its id, or several in an expression, and never both.
        for choice in each.get("licenses", []):
            (kind,) = choice
            words = choice["license"]["id"] if kind == "license" else choice["expression"]
            assert (" " in words) == (kind == "expression")


def test_it_is_the_same_to_the_byte_and_its_number_says_what_is_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, bill: dict[str, Any]
) -> None:
    for name in ("requirements.txt", "package-lock.json"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    monkeypatch.chdir(tmp_path)
    assert main(["bom", "bom.json"]) == 0
    assert json.loads((tmp_path / "bom.json").read_text("utf-8")) == bill
    assert bill_of_materials(tmp_path) == bill_of_materials(ROOT)
    pinned = (tmp_path / "requirements.txt").read_text("utf-8")
    (tmp_path / "requirements.txt").write_text(re.sub(r"(?m)^click==\S+", "click==0.0.1", pinned), "utf-8")
    assert json.loads(bill_of_materials(tmp_path))["serialNumber"] != bill["serialNumber"]


def test_it_names_no_host_to_fetch_from(bill: dict[str, Any]) -> None:
    assert set(re.findall(r"https?://[^/\"]+", json.dumps(bill))) == {"http://cyclonedx.org"}

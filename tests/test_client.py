"""The client: its pure modules under Node's own test runner, its types, and its committed bundles."""

import json
import re
import shutil
from pathlib import Path

import pytest

from macros.schemas.client_types import client_constants, client_schema
from tests.node import node
from tests.project import ROOT
from tests.soak import soak

MODULES = ROOT / "node_modules"
INSTALL = "run `make node_modules` first: the client's tools are missing"


@soak
def test_pure_modules_pass_their_own_tests() -> None:
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "client").rglob("*.test.ts"))
    done = node("--test", "--test-isolation=none", *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_types_hold() -> None:
    assert MODULES.is_dir(), INSTALL
    done = node(MODULES / "typescript" / "bin" / "tsc", "--noEmit")
    assert done.returncode == 0, done.stdout


@pytest.fixture(scope="module")
def rebuilt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundles and the types as the sources give them now, made in a copy of the tree."""
    assert MODULES.is_dir(), INSTALL
    folder = tmp_path_factory.mktemp("bundle")
    for name in ("docs", "package.json", "tsconfig.json", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "macros", folder / "macros", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "esbuild.config.mjs", folder)
    (folder / ".cache").mkdir()
    (folder / ".cache" / "client.json").write_text(json.dumps(client_schema(), indent=2), "utf-8")
    done = node("--run", "bundle", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_committed_bundles_and_character_maps_are_what_the_sources_give(rebuilt: Path) -> None:
    made, committed = (bundled(folder / "overrides" / "assets") for folder in (rebuilt, ROOT))
    different = {name for name in made.keys() | committed.keys() if made.get(name) != committed.get(name)}
    assert not different, "run `make bundle`"


def bundled(assets: Path) -> dict[str, bytes]:
    """What is bundled into a folder: all but the sheets that are written by hand, or made of the site."""
    sheet = assets / "stylesheets" / "guide.css"
    paths = (sheet, *(assets / "javascripts").iterdir(), *(assets / "cmaps").iterdir())
    return {str(path.relative_to(assets)): path.read_bytes() for path in paths}


def test_committed_notices_are_those_of_what_is_bundled(rebuilt: Path) -> None:
    name = "macros/components/notices/bundled.json"
    assert (rebuilt / name).read_text("utf-8") == (ROOT / name).read_text("utf-8"), "run `make bundle`"


def test_committed_types_are_what_the_models_give(rebuilt: Path) -> None:
    name = "macros/client/record/generated.ts"
    assert (rebuilt / name).read_text("utf-8") == (ROOT / name).read_text("utf-8"), "run `make bundle`"


def test_committed_constants_are_what_the_models_give() -> None:
    name = "macros/client/record/formats.ts"
    assert client_constants() == (ROOT / name).read_text("utf-8"), "run `make bundle`"


def test_committed_small_sheet_holds_the_rules_that_the_site_uses(site: Path, tmp_path: Path) -> None:
    made = tmp_path / "theme-first.css"
    done = node(ROOT / "macros" / "bundles" / "theme-first.ts", site, made)
    assert done.returncode == 0, done.stderr
    committed = ROOT / "overrides" / "assets" / "stylesheets" / "theme-first.css"
    assert made.read_text("utf-8") == committed.read_text("utf-8"), "theme-first.css: run `make bundle`"


def test_small_sheet_sets_every_variable_of_the_theme_that_is_read(site: Path) -> None:
    sheets = site / "assets" / "stylesheets"
    whole = "".join(path.read_text("utf-8") for path in sheets.glob("*.min.css"))
    sheet = {path.name.split("-")[2]: path.read_text("utf-8") for path in sheets.glob("theme-first-*-*.css")}
    # The sheet of the summary follows that of its page.
    for first in (sheet["reading"], sheet["answering"], sheet["answering"] + sheet["summary"]):
        read = set(re.findall(r"var\(\s*(--[\w-]+)", first))
        assert not (read & _set_in(whole)) - _set_in(first)


def _set_in(sheet: str) -> set[str]:
    return set(re.findall(r"(?<![\w-])(--[\w-]+)\s*:", sheet))

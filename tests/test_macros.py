"""`define_env` under a host that is not there, and what a build says and keeps when the data are wrong."""

import ast
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros import define_env
from macros.rendering.macros import components
from tests.project import ROOT, copy, make_build, run

FAULTS = {
    # File: a line to be replaced, its replacement, and what is said of it.
    "faq.yml": ("  - id: how-many-parts", "  - id: How many parts", "faq.yml:"),
    "transition.yml": ("      inspection-depth: Routine", "      inspection-dept: Routine", "transition.yml:"),
}


class Host:
    """What mkdocs-macros hands to `define_env`, and no more."""

    def __init__(self, folder: Path, page_url: str = "", **config: Any) -> None:
        self.conf = {"site_url": "https://guide.example/", "extra": {}, **config}
        self.project_dir = str(folder)
        self.page = SimpleNamespace(url=page_url)
        self.macros: dict[str, Callable[..., str]] = {}

    def macro(self, function: Callable[..., str], name: str = "") -> None:
        """Register a macro under its name."""
        self.macros[name] = function


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A copy of the project with a fault in each of two data files."""
    folder = copy(tmp_path / "broken")
    for name, (line, wrong, _) in FAULTS.items():
        path = folder / "docs" / "data" / name
        good = path.read_text("utf-8")
        assert line in good
        path.write_text(good.replace(line, wrong, 1), "utf-8")
    return folder


def line_of(folder: Path, name: str) -> int:
    lines = (folder / "docs" / "data" / name).read_text("utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if line.startswith(FAULTS[name][1]))


def test_every_macro_is_registered_under_its_name(project: Path) -> None:
    host = Host(project)
    define_env(host)
    assert set(host.macros) == set(components())
    assert host.macros["stage_path"].__name__ == "stage_path"


def test_a_macro_links_from_the_page_that_calls_it(project: Path) -> None:
    host = Host(project)
    define_env(host)
    host.page.url = "topics/design-guide/"
    assert 'href="../../upload/"' in host.macros["link"]("upload")
    host.page.url = ""
    assert 'href="upload/"' in host.macros["link"]("upload")


def test_a_host_without_settings_is_enough(project: Path) -> None:
    host = Host(project, extra=None, site_url=None)
    define_env(host)
    assert "stages/pilot-run/" in host.macros["sales_links"]()


def test_wrong_data_stop_the_host_with_a_line_for_each_error(broken: Path) -> None:
    with pytest.raises(SystemExit) as raised:
        define_env(Host(broken))
    said = str(raised.value)
    for name in FAULTS:
        assert f"{name}:{line_of(broken, name)}:" in said
    assert raised.value.__suppress_context__


def test_wrong_settings_stop_the_host_with_a_line_for_each_error(project: Path) -> None:
    with pytest.raises(SystemExit, match=r"extra\.links\.uplaod: .*`upload`"):
        define_env(Host(project, extra={"links": {"uplaod": "https://a.example/"}}))


def test_another_host_is_stopped_with_the_same_words(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mkdocs.exceptions", None)
    with pytest.raises(SystemExit, match=r"faq\.yml:"):
        define_env(Host(broken))


def test_only_one_module_knows_the_host() -> None:
    for path in (ROOT / "macros").rglob("*.py"):
        tree = ast.parse(path.read_text("utf-8"))
        imported = {
            name
            for node in ast.walk(tree)
            for name in (
                [alias.name for alias in node.names]
                if isinstance(node, ast.Import)
                else [node.module or ""]
                if isinstance(node, ast.ImportFrom)
                else []
            )
        }
        hosts = {name for name in imported if name.split(".")[0] in ("mkdocs", "mkdocs_macros", "material", "zensical")}
        assert not hosts or path == ROOT / "macros" / "__init__.py", path


def last_good_site(folder: Path) -> Callable[[], bool]:
    """Put a site there as an earlier build left it; the result tells whether it is as it was."""
    files = {"index.html": b"<p>last good</p>", "rfq/index.html": b"\x00\xff", "old/page.html": b"old"}
    for name, body in files.items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)

    def kept() -> bool:
        found = {path.relative_to(folder / "site").as_posix(): path for path in (folder / "site").rglob("*.*")}
        return {name: path.read_bytes() for name, path in found.items()} == files

    return kept


def test_a_build_with_wrong_data_lists_every_error_and_keeps_the_last_good_site(broken: Path) -> None:
    kept = last_good_site(broken)
    result = make_build(broken)
    assert result.returncode != 0
    assert "Traceback" not in result.stdout
    for name in FAULTS:
        assert f"docs/data/{name}:{line_of(broken, name)}:" in result.stdout
    assert kept()


def test_mkdocs_alone_says_the_same_without_a_traceback(broken: Path) -> None:
    result = run(broken, ".venv/bin/mkdocs", "build", "--strict", "--site-dir", str(broken / "elsewhere"))
    assert result.returncode != 0
    assert "Traceback" not in result.stdout
    for name in FAULTS:
        assert f"{name}:{line_of(broken, name)}:" in result.stdout


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("\n[nowhere](nowhere.md)\n", "nowhere.md"),
        ('\n<p><a href="../nowhere/">x</a></p>\n', "rfq/index.html: ../nowhere/: there is no such page or file"),
        ('\n{{ checklist("pilot-locks") }}\n', "did you mean `pilot-lock`?"),
    ],
)
def test_a_build_with_a_broken_page_says_so_and_keeps_the_last_good_site(tmp_path: Path, added: str, said: str) -> None:
    folder = copy(tmp_path / "broken")
    page = folder / "docs" / "rfq.md"
    page.write_text(page.read_text("utf-8") + added, "utf-8")
    kept = last_good_site(folder)
    result = make_build(folder)
    assert result.returncode != 0
    assert said in result.stdout
    assert kept()

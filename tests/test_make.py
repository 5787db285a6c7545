"""The commands of a maintainer: what they say when something is in their way, and what they leave alone."""

import shutil
import socket
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest
import yaml
from mkdocs.utils.yaml import get_yaml_loader

from tests.project import ROOT, copy, make_build, run


def times(place: Path) -> dict[Path, int]:
    """When each file of a place was written; Python's own are written before anything is watched."""
    files = (place, *place.rglob("*"))
    return {path: path.stat().st_mtime_ns for path in files if path.is_file() and path.suffix != ".pyc"}


def watched(folder: Path) -> list[Path]:
    """What `make serve` looks at for changes, as the host and its plugin take it from the settings."""
    settings = yaml.load((folder / "mkdocs.yml").read_text("utf-8"), get_yaml_loader())
    (plugin,) = (each["macros"] for each in settings["plugins"] if "macros" in each)
    names = (settings["docs_dir"], "mkdocs.yml", plugin["include_dir"], *settings["watch"])
    return [folder / name for name in names]


def test_a_site_is_published_once_it_is_checked_and_built_whatever_the_tests_say() -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "site.yml").read_text("utf-8"))["jobs"]

    def commands(name: str) -> list[str]:
        needed = [jobs[name]["needs"]] if "needs" in jobs[name] else []
        own = [step["run"] for step in jobs[name]["steps"] if "run" in step]
        return [each for before in needed for each in commands(before)] + own

    assert commands("publish") == ["make check", "make build"]
    assert commands("test") == ["make test"]


def test_a_save_is_built_once(tmp_path: Path) -> None:
    folder = copy(tmp_path / "copy")
    cells = folder / "docs" / "data" / "transition.yml"
    cells.write_text(cells.read_text("utf-8").replace("1 to a few parts", "One to five parts"), "utf-8")
    places = watched(folder)
    assert not [(one, other) for one in places for other in places if one != other and one.is_relative_to(other)]
    before = [times(place) for place in places]
    built = make_build(folder, SITE_URL="https://guide.tarn.example/")
    assert built.stdout.splitlines() == ["The site is in site/."]
    assert "One to five parts" in (folder / "site" / "stages" / "index.html").read_text("utf-8")
    # A build that wrote there would start another.
    assert [times(place) for place in places] == before


@pytest.mark.parametrize("port", ["taken", "abc", "0", "70000"])
def test_a_port_that_cannot_be_had_is_named_before_anything_is_built(project: Path, port: str) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        number = str(other.getsockname()[1]) if port == "taken" else port
        done = run(project, "make", "--assume-old=.venv/.site", "serve", f"PORT={number}")
    assert done.returncode != 0
    said = f"Port {number} is taken by another program; " if port == "taken" else f"PORT={number}: a number from 1 to "
    assert done.stdout.splitlines()[0].startswith(said)
    assert "Building" not in done.stdout
    assert "Traceback" not in done.stdout


def test_a_checkout_that_moved_still_builds(tmp_path: Path) -> None:
    folder = copy(tmp_path / "before")
    (folder / ".venv").unlink()
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / ".venv"], check=True)
    (packages,) = (folder / ".venv").rglob("site-packages")
    (packages / "ours.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    (folder / ".venv" / ".site").touch()
    moved = shutil.move(folder, tmp_path / "after")
    built = make_build(Path(moved))
    assert built.returncode == 0, built.stdout


def test_an_environment_whose_python_is_gone_is_made_anew(tmp_path: Path) -> None:
    folder = copy(tmp_path / "copy")
    (folder / ".venv").unlink()
    (folder / ".venv" / "bin").mkdir(parents=True)
    (folder / ".venv" / "bin" / "python").symlink_to(tmp_path / "gone")
    (folder / ".venv" / ".site").touch()
    told = run(folder, "make", "--dry-run", "build").stdout
    assert "-m venv .venv" in told
    assert not (folder / ".venv").exists()

"""The sites that are measured: ours, ours with many items, the release before, plain Markdown, and the bare theme."""

import io
import subprocess
import tarfile
from pathlib import Path

import yaml

from tests.bench import plain
from tests.project import ROOT, copy

# What readers had before: 1.0.0.
BEFORE = "2ef11e167f0174da073591906b353dd322c222c0"
# The theme as we set it, with nothing of ours.
PLAIN = {
    "site_name": "Plain",
    "theme": {"name": "material", "font": False, "language": "en", "palette": [{"scheme": "default"}]},
    "plugins": ["search"],
    "markdown_extensions": ["attr_list", {"tables": {"use_align_attribute": True}}, {"toc": {"permalink": True}}],
}
ITEM = """
  - id: item-{number}
    label: Item {number} of many
    prompt: Say what number {number} is to be, and where the drawing shows it.
    help: Somebody at the desk reads this before the quote, so give the value and the place of item {number}.
    ask: What is number {number} to be?
    fields: []
    na: allowed
    if_missing: The desk asks, or quotes number {number} on an assumption.
"""


def filled(folder: Path, items: int) -> Path:
    """A project whose RFQ checklist is filled up to a number of items."""
    file = folder / "docs" / "data" / "rfq.yml"
    here = len(yaml.safe_load(file.read_text("utf-8"))["items"])
    more = (ITEM.format(number=number) for number in range(here + 1, items + 1))
    file.write_text(file.read_text("utf-8") + "".join(more), "utf-8")
    return folder


def ours(folder: Path, items: int = 0) -> Path:
    """A copy of the project, one of its checklists filled up to a number of items."""
    copy(folder)
    if items:
        filled(folder, items)
        # The most that a data file may hold is there for authors; what is measured is what it would cost without.
        source = folder / "macros" / "reading" / "source.py"
        source.write_text(source.read_text("utf-8").replace("256 * 1024", "256 * 1024**2"), "utf-8")
    return folder


def before(folder: Path) -> Path:
    """The project as it was released before, out of its history."""
    archive = subprocess.run(["git", "archive", BEFORE], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        raise RuntimeError(f"{BEFORE} is not in this copy's history, which is needed whole: {archive.stderr.decode()}")
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as files:
        files.extractall(folder, filter="data")
    (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    return folder


def plainly(folder: Path, site: Path) -> Path:
    """A project whose pages say what those of a built site say, in plain Markdown."""
    plain.write(site, folder / "docs")
    return _configured(folder)


def bare(folder: Path) -> Path:
    """The theme with one empty page."""
    page = folder / "docs" / "index.md"
    page.parent.mkdir(parents=True)
    page.write_text("# Empty\n", "utf-8")
    return _configured(folder)


def _configured(folder: Path) -> Path:
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(PLAIN), "utf-8")
    (folder / ".venv").symlink_to(ROOT / ".venv", target_is_directory=True)
    return folder

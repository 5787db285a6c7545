"""A copy of the project to build, change and break; builds run `make build`, as a maintainer does."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parent.parent
# What a supplier changes, as it was shipped; tests read this copy, so no change to the words turns one of them red.
FROZEN = ROOT / "tests" / "golden" / "guide"
DATA = FROZEN / "docs" / "data"
# What else a site is built from.
CODE = ("macros", "overrides", "docs/assets", "docs/schema", "Makefile", "requirements.txt", "package-lock.json")
# What a build writes beside the pages.
MADE = ("guide.json", "guide-data.js", "guide-summary-data.js", "examples.js", "preflight.js")
# Any fixed moment; two builds of the same source are then the same to the byte.
MOMENT = "1795348800"
# Links, saved records and sales mails depend on these addresses.
ADDRESSES = (
    "/",
    "/stages/",
    "/stages/proof-prototype/",
    "/stages/functional-prototype/",
    "/stages/pilot-run/",
    "/stages/repeat-production/",
    "/assess/",
    "/pilot-lock/",
    "/quote-review/",
    "/routing/",
    "/rfq/",
    "/readiness/",
    "/review/",
    "/upload/",
    "/links/",
    "/example/",
    "/faq/",
    "/glossary/",
    "/standards/",
    "/privacy/",
    "/topics/rapid-prototyping/",
    "/topics/low-volume-cnc-machining/",
    "/topics/quality-control/",
    "/topics/first-article-inspection/",
    "/topics/design-guide/",
    "/topics/tolerance-review/",
    "/topics/material-and-certificates/",
    "/topics/finishing-call-outs/",
    "/topics/drawing-release/",
    "/topics/rfq-email/",
)


def address_of(file: str) -> re.Pattern[str]:
    """The address of a script or a style sheet by its name in the sources; publishing adds a digest."""
    stem, _, kind = file.rpartition(".")
    return re.compile(rf"/{re.escape(stem)}(-[0-9a-f]{{10}})?\.{kind}$")


def source_name(url: str) -> str:
    """The name in the sources of the file at an address."""
    return re.sub(r"-[0-9a-f]{10}(?=\.)", "", url.rpartition("/")[2])


def copy(folder: Path) -> Path:
    """The code with the guide as shipped, in a new folder, with the environment that runs the tests."""
    shutil.copytree(FROZEN, folder)
    copy_parts(folder, CODE)
    return folder


def copy_parts(folder: Path, parts: Iterable[str]) -> None:
    """Files and folders of the project into another folder, and the environment that runs the tests."""
    for part in parts:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy2(source, folder / part)
    (folder / ".venv").symlink_to(sys.prefix, target_is_directory=True)


def brand(folder: Path, settings: dict[str, Any]) -> None:
    """Give a copy other settings, as a supplier would in `mkdocs.yml`."""
    (folder / "mkdocs.yml").rename(folder / "guide.yml")
    (folder / "mkdocs.yml").write_text(yaml.safe_dump({"INHERIT": "guide.yml", **settings}), "utf-8")


def run(folder: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command in a copy; its output holds what it said on both streams."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "MFLAGS"))}
    return subprocess.run(
        command,
        cwd=folder,
        env={**kept, "SOURCE_DATE_EPOCH": MOMENT, **variables},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=120,
        check=False,
    )


def make_build(folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """`make build`, with the environment taken as it is."""
    return run(folder, "make", "--assume-old=.venv/.site", "build", **variables)


def built(folder: Path, site_url: str) -> Path:
    """The site of a copy; a build that fails is reported with all it said."""
    result = make_build(folder, SITE_URL=site_url)
    assert result.returncode == 0, f"`make build` failed:\n{result.stdout}"
    return folder / "site"


if __name__ == "__main__":
    shutil.rmtree(sys.argv[1], ignore_errors=True)
    copy(Path(sys.argv[1]))

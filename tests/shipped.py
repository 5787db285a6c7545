"""Whether the copy that tests read is the guide as shipped; `--update` renews it, and `--tell` says what it lacks."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

from macros.guide.load import load
from macros.guide.published import NOTED, noted, public_ids
from macros.reading.problems import GuideError
from tests.project import CODE, FROZEN, MADE, ROOT

DATA = ROOT / "docs" / "data"
COPY = FROZEN.relative_to(ROOT)


def contents(root: Path) -> dict[Path, bytes]:
    """What a site is built from apart from code and pictures: settings, pages and data."""
    return {path.relative_to(root): path.read_bytes() for path in _files(root)}


def _files(root: Path) -> Iterator[Path]:
    yield root / "mkdocs.yml"
    elsewhere = [root / each for each in (*CODE, "docs/decisions")]
    for path in sorted((root / "docs").rglob("*")):
        if path.is_file() and path.name not in MADE and not any(map(path.is_relative_to, elsewhere)):
            yield path


def changed() -> list[Path]:
    """Each file that is not as shipped."""
    copied, shipped = contents(FROZEN) if FROZEN.is_dir() else {}, contents(ROOT)
    return sorted(path for path in copied.keys() | shipped.keys() if copied.get(path) != shipped.get(path))


def differences() -> list[str]:
    """A line for each file that is not as shipped, and for each id that would be published without a note."""
    try:
        new = sorted(public_ids(load(DATA)) - set(noted(DATA)))
    except GuideError as error:
        return [str(error)]
    return [
        *(f"{path}: not the same in {COPY}; `make shipped UPDATE=1` renews it" for path in changed()),
        *(f"docs/data/{NOTED}: {each} is new; `make ids` notes it" for each in new),
    ]


def update() -> None:
    """Make the copy anew."""
    shutil.rmtree(FROZEN, ignore_errors=True)
    for path, content in contents(ROOT).items():
        (FROZEN / path).parent.mkdir(parents=True, exist_ok=True)
        (FROZEN / path).write_bytes(content)


if __name__ == "__main__":
    if "--tell" in sys.argv:
        if names := ", ".join(map(str, changed())):
            print(f"Read from {COPY}, which is not as you have it in {names}; `make shipped UPDATE=1` renews it.")
        sys.exit()
    if "--update" in sys.argv:
        update()
    found = differences()
    print(*found, sep="\n", end="\n" if found else "")
    sys.exit(bool(found))

"""Renames in data files as README says: a line stays behind, and what the check says to write is written."""

import re
from collections.abc import Callable
from pathlib import Path

_WHAT_TO_WRITE = re.compile(r"(.+?):(\d+):\d+: .*`([^`]+)`(?: is renamed in [^;]+; write|; did you mean) `([^`]+)`\??")


def rename(path: Path, indent: int, old: str, new: str) -> None:
    """Rename an entry of a file by its indent there, and leave a line behind that says where it moved."""
    lead = " " * indent
    moved = f"{lead}- {{id: {old}, moved_to: {new}}}\n{lead}- id: {new}\n"
    text, count = re.subn(rf"^{lead}- id: {old}\n", moved, path.read_text("utf-8"), flags=re.MULTILINE)
    assert count == 1, old
    path.write_text(text, "utf-8")


def mend(problems: Callable[[], list[str]]) -> None:
    """Write what the check says to write, a few times: some problems are found only once others are gone."""
    for _ in range(4):
        for told in filter(None, map(_WHAT_TO_WRITE.fullmatch, problems())):
            name, line, old, new = told.groups()
            lines = Path(name).read_text("utf-8").splitlines(keepends=True)
            word = re.compile(rf"(?<![\w-]){re.escape(old)}(?![\w-])")
            # A text of several lines begins on the line that is told.
            at = next(at for at in range(int(line) - 1, len(lines)) if word.search(lines[at]))
            lines[at] = word.sub(new, lines[at])
            Path(name).write_text("".join(lines), "utf-8")
    left = problems()
    assert not left, left

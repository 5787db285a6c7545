"""Writes the guide, and other files that a build makes."""

from pathlib import Path

from macros.guide.guide import Guide


def write(guide: Guide, path: Path) -> None:
    """Write the whole guide as JSON."""
    write_text(guide.model_dump_json(indent=2) + "\n", path)


def write_text(text: str, path: Path) -> None:
    """Write a file; one that says the same is left alone, since a host may build on each write."""
    if not path.is_file() or path.read_bytes() != text.encode():
        path.write_text(text, encoding="utf-8", newline="\n")

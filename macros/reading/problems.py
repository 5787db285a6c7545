"""What is wrong in a file, said for the person who edits it: where, what, and what is allowed."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

LONGEST_SHOWN = 48
# Comparing one word with more ids than this takes longer than an editor waits.
MOST_COMPARED = 1000


@dataclass(frozen=True, order=True)
class Problem:
    """One error in a file; line and column count from 1, columns in characters."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message}"


class GuideError(Exception):
    """The data files cannot be used; `errors` holds every problem of every file, sorted."""

    def __init__(self, errors: Iterable[Problem]) -> None:
        self.errors = tuple(sorted(set(errors)))
        super().__init__("\n".join(map(str, self.errors)))


def quoted(text: object) -> str:
    """A value as a message shows it: in quotes, on one line, shortened, nothing invisible."""
    words = str(text)
    if len(words) > LONGEST_SHOWN:
        words = words[: LONGEST_SHOWN - 1] + "…"
    visible = (sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in words)
    quote = '"' if "`" in words else "`"
    return f"{quote}{''.join(visible)}{quote}"


def join_names(words: Iterable[str]) -> str:
    """Allowed values for a message: `a`, `b` and `c`; more than twelve are cut short."""
    names = [quoted(word) for word in words]
    if len(names) > 12:
        return f"{', '.join(names[:12])} and {len(names) - 12} more"
    return " and ".join(filter(None, (", ".join(names[:-1]), *names[-1:])))


def near_miss(word: str, allowed: Collection[str]) -> str | None:
    """The allowed word that the editor most likely meant, if one is near."""
    if len(word) > 130 or len(allowed) > MOST_COMPARED:
        return None
    near = get_close_matches(word.strip().lower().replace("_", "-"), allowed, 1)
    near = near or get_close_matches(word.strip().lower(), allowed, 1)
    return near[0] if near else None


def suggestion(word: str, allowed: Collection[str]) -> str:
    """How a message about an unknown word ends: the near miss, or else everything allowed."""
    near = near_miss(word, allowed)
    if near is not None:
        return f"; did you mean {quoted(near)}?"
    return f"; allowed: {join_names(allowed)}" if allowed else ""


def label(path: Path) -> str:
    """A path as messages show it: relative to the working folder where it lies below it."""
    absolute = path.absolute()
    here = Path.cwd()
    return str(absolute.relative_to(here)) if absolute.is_relative_to(here) else str(absolute)

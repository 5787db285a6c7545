"""Says a YAML syntax error in the words of the person who edits, at the place to look at."""

import yaml
from yaml.reader import ReaderError

from macros.reading.problems import quoted
from macros.reading.values import ReadError

# The parser's problem; whether the place where the construct began is the one to look at; our words.
_WORDS = (
    (
        "but found another document",
        False,
        "a second document begins here; a data file is one document, so delete the `---`",
    ),
    (
        "found undefined alias",
        False,
        "a text that begins with `*` or `&` must be in quotes (YAML aliases are not used here)",
    ),
    (
        "did not find expected alphabetic or numeric character",
        True,
        "a text that begins with `*` or `&` must be in quotes",
    ),
    (
        "mapping values are not allowed in this context",
        False,
        "a `:` that does not belong here; put a text with `: ` in quotes, or check the indentation of this line",
    ),
    (
        "block sequence entries are not allowed in this context",
        False,
        "a `- ` that does not belong here; begin a list on a line of its own, below its key",
    ),
    (
        "could not find expected ':'",
        True,
        "expected `key: value` here; check for a missing `:` and the indentation of this line",
    ),
    (
        "found unexpected end of stream",
        True,
        "this quote is never closed",
    ),
    (
        "did not find expected '-' indicator",
        False,
        "expected another `- ` entry of the list here; check the indentation of this line",
    ),
    (
        "did not find expected key",
        False,
        "expected `key: value` here; check the indentation, and the text before: one that begins with `[`, `{`"
        " or a quote needs quotes around all of it",
    ),
    (
        "did not find expected ',' or ']'",
        True,
        "this `[` is not closed by a `]`, or a comma is missing; put a text that begins with `[` in quotes",
    ),
    (
        "did not find expected ',' or '}'",
        True,
        "this `{` is not closed by a `}`, or a comma is missing; put a text that begins with `{` in quotes",
    ),
    (
        "did not find expected node content",
        False,
        "a value is missing here",
    ),
    (
        "found unknown escape character",
        False,
        "this backslash stands for nothing; write `\\\\`, or use single quotes",
    ),
    (
        "escape",
        False,
        "this backslash escape is not complete or not a character; use single quotes to write a backslash",
    ),
    (
        "did not find expected hexdecimal number",
        False,
        "this backslash escape is not complete; use single quotes to write a backslash",
    ),
    (
        "did not find expected comment or line break",
        True,
        "after `>` or `|` the text begins on the next line; put a text that begins with one of them in quotes",
    ),
    (
        "did not find expected <document start>",
        False,
        "expected the end of the file here; check the indentation of this line and of the lines above",
    ),
    (
        "found invalid leading zeros or a leading hash",
        False,
        "the text after `>` or `|` is indented unevenly",
    ),
    (
        "directive",
        True,
        "a line must not begin with `%`; put the text in quotes",
    ),
    (
        "tag",
        True,
        "a text that begins with `!` must be in quotes (YAML tags are not used here)",
    ),
    (
        "duplicate anchor",
        False,
        "YAML anchors and aliases (&name, *name) are not used here; write the text out",
    ),
)


def in_words(error: yaml.MarkedYAMLError | ReaderError, text: str) -> ReadError:
    """Line, column and message for what PyYAML's C parser could not read."""
    if isinstance(error, ReaderError):
        # It counts in bytes.
        before = text.encode()[: error.position].decode("utf-8", "ignore")
        message = f"the invisible character U+{error.character:04X} is not allowed; delete it"
        return before.count("\n") + 1, len(before) - before.rfind("\n"), message
    problem = f"{error.problem or ''} {error.context or ''}"
    at_start, words = _words(problem)
    marks = (error.context_mark, error.problem_mark) if at_start else (error.problem_mark, error.context_mark)
    mark = next(mark for mark in marks if mark)
    if "cannot start any token" in problem:
        words = f"a text must not begin with {quoted(text[mark.index : mark.index + 1])}; put it in quotes"
    written = text.rstrip()
    if mark.index >= len(written):
        # What is missing at the end is missing after the last line, not on an empty one below it.
        return written.count("\n") + 1, len(written) - written.rfind("\n"), words
    return mark.line + 1, mark.column + 1, words


def _words(problem: str) -> tuple[bool, str]:
    for key, at_start, words in _WORDS:
        if key in problem:
            return at_start, words
    return False, "this is not YAML; check quotes, colons and indentation around here"

"""What the readers of YAML and of JSON have in common: plain values, and how they say what is wrong."""

import re
from typing import TypeAlias, Union

Plain: TypeAlias = Union[str, int, float, bool, tuple["Plain", ...], dict[str, "Plain"], None]  # noqa: UP007
ReadError: TypeAlias = tuple[int, int, str]
ReadErrors: TypeAlias = list[ReadError]

# Deeper than any data file is, and far from the end of Python's and C's stack.
MAX_DEPTH = 24
TOO_DEEP = f"lists and groups are nested more than {MAX_DEPTH} deep"

# Control characters, other line ends than a file's own, what turns the direction of text around, and non-characters.
INVISIBLE = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff"
# What an escape such as "\u202e" may smuggle into a value where the text of the file shows nothing.
SMUGGLED = re.compile(f"[{INVISIBLE}\t\r\ud800-\udfff]")


class ParseError(Exception):
    """Reading stopped: from this line and column on, nothing of the file can be used."""

    def __init__(self, line: int, column: int, message: str) -> None:
        super().__init__(message)
        self.error: ReadError = (line, column, message)

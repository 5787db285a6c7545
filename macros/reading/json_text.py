"""Turns JSON into plain values and nodes that know their place; one wording for every Python."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator

import yaml
from yaml.error import Mark

from macros.reading.plain import MAX_DEPTH, SMUGGLED, TOO_DEEP, Notices, Plain, Unreadable
from macros.reading.problems import shown

LONGEST_NUMBER = 40

_BLANK = re.compile(r"[ \t\r\n]*")
_TOKEN = re.compile(
    r"""(?P<text>"(?:[^"\\\x00-\x1f]|\\.)*+")
    | (?P<number>-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?)(?![\w.])
    | (?P<word>true|false|null)\b
    | (?P<sign>[\[\]{},:])
    | (?P<end>\Z)""",
    re.VERBOSE,
)
_CONSTANTS: dict[str, Plain] = {"true": True, "false": False, "null": None}


def compose_json(text: str, notices: Notices) -> tuple[Plain, yaml.Node]:
    """The value of a document and its nodes; raises Unreadable where nothing can be made of it."""
    return _Reader(text, notices).document()


class _Reader:
    """Recursive descent, one token ahead; its depth is bounded by MAX_DEPTH."""

    def __init__(self, text: str, notices: Notices) -> None:
        self._text = text
        self._notices = notices
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._end = 0
        self._advance()

    def document(self) -> tuple[Plain, yaml.Node]:
        result = self._value(1)
        if self._kind != "end":
            raise self._expected("the end of the file")
        return result

    def _value(self, depth: int) -> tuple[Plain, yaml.Node]:
        mark = self._mark()
        if depth > MAX_DEPTH:
            raise self._stop(self._start, TOO_DEEP)
        if self._token == "{":
            return self._object(mark, depth)
        if self._token == "[":
            pairs = [self._value(depth + 1) for _ in self._entries("]")]
            return tuple(value for value, _ in pairs), yaml.SequenceNode("", [node for _, node in pairs], mark)
        return self._scalar(), yaml.ScalarNode("", "", mark)

    def _object(self, mark: Mark, depth: int) -> tuple[Plain, yaml.Node]:
        values: dict[str, Plain] = {}
        nodes = []
        for _ in self._entries("}"):
            key_mark = self._mark()
            if self._kind != "text":
                raise self._expected("a key in double quotes")
            key = self._string()
            self._sign(":")
            value, node = self._value(depth + 1)
            if key in values:
                self._notice(key_mark, f"the key {shown(key)} is here twice")
            else:
                values[key] = value
                nodes.append((yaml.ScalarNode("", key, key_mark), node))
        return values, yaml.MappingNode("", nodes, mark)

    def _entries(self, close: str) -> Iterator[None]:
        """Once for each entry that stands between the brackets, separated by commas."""
        self._advance()
        if self._token != close:
            yield
        while self._token != close:
            self._sign(",", close)
            yield
        self._advance()

    def _scalar(self) -> Plain:
        token = self._token
        if self._kind == "text":
            return self._string()
        if self._kind not in ("number", "word"):
            raise self._expected("a value")
        if len(token) > LONGEST_NUMBER:
            raise self._stop(self._start, f"a number of more than {LONGEST_NUMBER} characters")
        self._advance()
        if token in _CONSTANTS:
            return _CONSTANTS[token]
        return int(token) if token.lstrip("-").isdigit() else float(token)

    def _string(self) -> str:
        try:
            text: str = json.loads(self._token)
        except json.JSONDecodeError as error:
            raise self._stop(self._start + error.pos, "this backslash escape stands for no character") from None
        if found := SMUGGLED.search(text):
            self._notice(self._mark(), f"the invisible character U+{ord(found[0]):04X} is not allowed")
        self._advance()
        return text

    def _sign(self, *allowed: str) -> None:
        if self._token not in allowed:
            raise self._expected(" or ".join(map(shown, allowed)))
        self._advance()

    def _advance(self) -> None:
        blank = _BLANK.match(self._text, self._end)
        start = blank.end() if blank else self._end
        found = _TOKEN.match(self._text, start)
        if found is None:
            if self._text[start] == '"':
                raise self._stop(start, "this quote is not closed on its line")
            word = re.split(r'[\s,:\[\]{}"]', self._text[start : start + LONGEST_NUMBER], maxsplit=1)[0]
            raise self._stop(start, f"{shown(word)} is not JSON; texts and keys stand in double quotes")
        self._kind, self._token = str(found.lastgroup), found[0]
        self._start, self._end = found.span()

    def _mark(self) -> Mark:
        line, column = self._position(self._start)
        return Mark("", self._start, line, column, None, 0)

    def _position(self, at: int) -> tuple[int, int]:
        line = bisect_right(self._lines, at) - 1
        return line, at - self._lines[line]

    def _expected(self, wanted: str) -> Unreadable:
        found = shown(self._token) if self._token else "the end of the file"
        return self._stop(self._start, f"expected {wanted} here, not {found}")

    def _stop(self, at: int, message: str) -> Unreadable:
        line, column = self._position(at)
        return Unreadable(line + 1, column + 1, message)

    def _notice(self, mark: Mark, message: str) -> None:
        self._notices.append((mark.line + 1, mark.column + 1, message))

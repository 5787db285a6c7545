"""Reads one data file into plain values that know their line and column."""

import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

import yaml
from yaml.reader import ReaderError

from macros.reading.json_records import compose_json
from macros.reading.problems import Problem, label
from macros.reading.values import INVISIBLE, ParseError, Plain, ReadErrors
from macros.reading.yaml_errors import in_words
from macros.reading.yaml_text import compose_yaml

MAX_BYTES = 256 * 1024

KeyPath: TypeAlias = tuple[int | str, ...]
_Pair: TypeAlias = tuple[yaml.Node, yaml.Node]

_FORBIDDEN = {
    ".yml": re.compile(rf"[{INVISIBLE}\t]|\r(?!\n)"),
    ".json": re.compile(rf"[{INVISIBLE}]|\r(?!\n)"),
}


@dataclass(frozen=True)
class Source:
    """What one file, or one entry of it, says: plain values, and the nodes that know their place."""

    file: str
    value: Plain
    node: yaml.Node
    # The pairs of the mappings that were searched, by key: thousands of problems may lie in one of them.
    _pairs: dict[yaml.Node, dict[str, _Pair]] = field(default_factory=dict, repr=False, compare=False)

    def find(self, path: KeyPath) -> tuple[yaml.Node, KeyPath]:
        """The node at a path, or the last one on the way there, and the parts of the way found."""
        node, found = self.node, []
        for part in path:
            step = self._child(node, part)
            if step is not None:
                node = step[1]
                found.append(part)
        return node, tuple(found)

    def problem(self, path: KeyPath, message: str, *, at_key: bool = False) -> Problem:
        """A problem with the value at a path, or with the key that leads to it."""
        step = self._child(self.find(path[:-1])[0], path[-1]) if at_key and path else None
        mark = (step[0] if step else self.find(path)[0]).start_mark
        return Problem(self.file, mark.line + 1, mark.column + 1, message)

    def _child(self, node: yaml.Node, part: int | str) -> _Pair | None:
        """The key and the value node one step below; an entry of a list is its own key."""
        if isinstance(node, yaml.MappingNode):
            if node not in self._pairs:
                self._pairs[node] = {pair[0].value: pair for pair in node.value}
            return self._pairs[node].get(str(part))
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            return node.value[part], node.value[part]
        return None


def places(path: Path) -> tuple[Source, list[Problem]]:
    """The places of what a file in the host's own YAML says, without its values, and why it cannot be read."""
    try:
        text = decoded(path.read_bytes())
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except OSError as error:
        stop = (1, 1, f"the file cannot be read: {error.strerror}")
    except ParseError as error:
        stop = error.error
    except (yaml.MarkedYAMLError, ReaderError) as error:
        stop = in_words(error, text)
    else:
        return Source(label(path), {}, node or _NOTHING), []
    return Source(label(path), {}, _NOTHING), [Problem(label(path), *stop)]


_NOTHING = yaml.MappingNode("", [], yaml.Mark("", 0, 0, 0, "", 0))
NO_FILE = Source("mkdocs.yml", {}, _NOTHING)


def read(path: Path, max_bytes: int = MAX_BYTES) -> tuple[Source | None, list[Problem]]:
    """One YAML or JSON file and what is wrong in it; no Source when nothing of it can be used."""
    file = label(path)
    errors: ReadErrors = []
    try:
        text = _text(path, max_bytes, errors)
        value, node = (compose_json if path.suffix == ".json" else compose_yaml)(text, errors)
        source = Source(file, value, node)
    except ParseError as stop:
        errors.append(stop.error)
        source = None
    return source, [Problem(file, line, column, message) for line, column, message in errors]


def _text(path: Path, max_bytes: int, errors: ReadErrors) -> str:
    try:
        with path.open("rb") as stream:
            data = stream.read(max_bytes + 1)
    except OSError as error:
        raise ParseError(1, 1, f"the file cannot be read: {error.strerror}") from None
    if len(data) > max_bytes:
        raise ParseError(1, 1, f"the file is larger than {max_bytes // 1024} KB, the most that is read")
    text = decoded(data)
    if not text.strip():
        raise ParseError(1, 1, "the file is empty")
    hidden = list(_forbidden(text, _FORBIDDEN[path.suffix]))
    if hidden:
        errors += hidden[:-1]
        raise ParseError(*hidden[-1])
    return text


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8; raises ParseError where it is not."""
    data = data.removeprefix(BOM_UTF8)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        seen = data[: error.start].decode("utf-8")
        line, column = seen.count("\n") + 1, len(seen) - seen.rfind("\n")
        message = f"the byte 0x{data[error.start]:02X} is not UTF-8; save the file with the encoding UTF-8"
        raise ParseError(line, column, message) from None


def _forbidden(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, int, str]]:
    """The first forbidden character of every line that has one."""
    if not pattern.search(text):
        return
    for number, line in enumerate(text.split("\n"), 1):
        # A return is allowed as part of the line's end, which is what `split` took away.
        found = pattern.search(line + "\n")
        if found:
            yield number, found.start() + 1, _about(found[0])


def _about(sign: str) -> str:
    if sign == "\t":
        return "a tab; write spaces instead, two for each level of indentation"
    return f"the invisible character U+{ord(sign):04X} is not allowed; delete it"

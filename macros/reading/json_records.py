"""Turns the JSON of a worked record into plain values and nodes; what is sound JSON, the YAML composer can read."""

import json
import re

import yaml

from macros.reading.values import MAX_DEPTH, SMUGGLED, TOO_DEEP, ParseError, Plain, ReadErrors
from macros.reading.yaml_errors import in_words
from macros.reading.yaml_text import Loader, Walk

LONGEST_NUMBER = 40

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*+"')
_WORD_BEFORE = re.compile(r"[-+.\w]+\Z")
# How Python's messages begin, which differ from one version to the next, and what they mean.
_MESSAGES = {
    "Expecting property name": "a key in double quotes is expected here",
    "Expecting value": "a value is expected here; texts stand in double quotes",
    "Expecting ':'": "a `:` is expected here",
    "Expecting ','": "a `,` or the end of the list or group is expected here",
    "Extra data": "the end of the file is expected here",
    "Invalid control": "this quote is not closed on its line",
    "Unterminated": "this quote is not closed on its line",
    "Invalid": "this backslash escape stands for no character",
}


def compose_json(text: str, errors: ReadErrors) -> tuple[Plain, yaml.Node]:
    """The value of a document and its nodes; raises ParseError where nothing can be made of it."""
    # A string may hold what means something to YAML, so the composer sees only how long it is.
    masked = _STRING.sub(lambda found: f'"{"x" * (len(found[0]) - 2)}"', text).replace("\t", " ")
    # To YAML, a key and its colon stand on one line.
    masked = re.sub(r'"(\s+):', r'":\1', masked)
    _bound_depth(masked)
    try:
        json.loads(text, parse_int=str, parse_float=str)
    except json.JSONDecodeError as error:
        raise _not_json(text, error) from None
    try:
        node: yaml.Node = yaml.compose(masked, Loader=Loader)  # type: ignore[assignment]
    except yaml.MarkedYAMLError as error:
        raise ParseError(*in_words(error, text)) from None
    return _JsonWalk(text, errors).value(node), node


class _JsonWalk(Walk):
    """One pass over the composed nodes, with the values that JSON gives them."""

    def value(self, node: yaml.Node) -> Plain:
        if not isinstance(node, yaml.ScalarNode):
            return super().value(node)
        start = node.start_mark.index
        token = self._text[start : node.end_mark.index]
        if len(token) > LONGEST_NUMBER and not token.startswith('"'):
            raise _error(self._text, start, f"a number of more than {LONGEST_NUMBER} characters")
        value: str | float | bool | None = json.loads(token)
        if isinstance(value, str):
            # A key is found by what its node says.
            node.value = value
            if found := SMUGGLED.search(value):
                self._error(node, f"the invisible character U+{ord(found[0]):04X} is not allowed")
        elif token in ("NaN", "Infinity", "-Infinity"):
            raise _error(self._text, start, "this is not a value of JSON")
        return value


def _bound_depth(masked: str) -> None:
    depth = 0
    for bracket in re.finditer(r"[\[\]{}]", masked):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MAX_DEPTH:
            raise _error(masked, bracket.start(), TOO_DEEP)


def _not_json(text: str, error: json.JSONDecodeError) -> ParseError:
    at, found = error.pos, error.msg
    if found.startswith("Invalid control"):
        at = text.rfind('"', 0, at)
    if found.startswith("Illegal trailing comma"):
        # Older Pythons look at what follows the comma, and so do we.
        at = len(text) - len(text[at + 1 :].lstrip())
        found = "Expecting value" if text[at] == "]" else "Expecting property name"
    if word := _WORD_BEFORE.search(text[max(0, at - LONGEST_NUMBER) : at]):
        return _error(text, at - len(word[0]), "this is not a value of JSON")
    message = next((words for start, words in _MESSAGES.items() if found.startswith(start)), "this is not JSON")
    return _error(text, at, message)


def _error(text: str, at: int, message: str) -> ParseError:
    return ParseError(text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at), message)

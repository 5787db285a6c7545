"""Turns YAML into plain values: every scalar stays text, and nothing of YAML's magic is taken."""

import yaml

from macros.reading.problems import quoted
from macros.reading.values import MAX_DEPTH, SMUGGLED, TOO_DEEP, ParseError, Plain, ReadErrors
from macros.reading.yaml_errors import in_words


class Loader(yaml.CBaseLoader):
    """PyYAML's C composer, stopped in time: it recurses in C and would crash on deep nesting."""

    _depth = 0

    def descend_resolver(self, parent: yaml.Node | None, _index: object) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH and parent is not None:
            mark = parent.start_mark
            raise ParseError(mark.line + 1, mark.column + 1, TOO_DEEP)

    def ascend_resolver(self) -> None:
        self._depth -= 1

    def resolve(self, *_: object) -> str:
        return ""


def compose_yaml(text: str, errors: ReadErrors) -> tuple[Plain, yaml.Node]:
    """The values of a document and its nodes; raises ParseError where nothing can be made of it."""
    try:
        node = yaml.compose(text, Loader=Loader)
    except yaml.MarkedYAMLError as error:
        raise ParseError(*in_words(error, text)) from None
    if node is None:
        raise ParseError(1, 1, "the file holds nothing but comments")
    walk = Walk(text, errors)
    value = walk.value(node)
    if walk.refused:
        raise ParseError(*errors.pop())
    return value, node


class Walk:
    """One pass over the composed nodes."""

    def __init__(self, text: str, errors: ReadErrors) -> None:
        self._text = text
        self._errors = errors
        self.refused = False

    def value(self, node: yaml.Node) -> Plain:
        # A node that begins with one of these signs has an anchor or a tag, which no plain text does. An alias
        # leads to the node that has the anchor, and to nothing below it, so an alias bomb is never unfolded.
        sign = self._text[node.start_mark.index : node.start_mark.index + 1]
        if sign in {"&", "!"}:
            self._refuse(node, sign)
            return ""
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return tuple([self.value(entry) for entry in node.value])
        return self._mapping(node)

    def _scalar(self, node: yaml.ScalarNode) -> str:
        text: str = node.value
        if node.style == '"' and (found := SMUGGLED.search(text)):
            self._error(node, f"the invisible character U+{ord(found[0]):04X} is not allowed; delete its escape")
        return text

    def _mapping(self, node: yaml.Node) -> dict[str, Plain]:
        """The pairs of a mapping; its node keeps no other pairs, so values and nodes have one shape."""
        values: dict[str, Plain] = {}
        kept: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key_node, value_node in node.value:
            key = self.value(key_node)
            if not isinstance(key, str):
                self._error(key_node, "a key must be one word, not a list or a group")
            elif key == "<<":
                self._error(key_node, "the merge key `<<` is not used here; write the keys out")
            elif key in values:
                line = kept[key][0].start_mark.line + 1
                self._error(key_node, f"the key {quoted(key)} is here twice; it is on line {line} already")
            else:
                values[key] = self.value(value_node)
                kept[key] = (key_node, value_node)
        if len(kept) < len(node.value):
            node.value = list(kept.values())
        return values

    def _refuse(self, node: yaml.Node, sign: str) -> None:
        self.refused = True
        start = node.start_mark.index
        words = self._text[start : start + 60].split(maxsplit=1)[0]
        if sign == "!":
            what = f"{quoted(words)} is a YAML tag, which is not used here; put a text that begins with `!` in quotes"
        else:
            what = f"{quoted(words)}: YAML anchors and aliases (&name, *name) are not used here; write the text out"
        self._error(node, what)

    def _error(self, node: yaml.Node, message: str) -> None:
        self._errors.append((node.start_mark.line + 1, node.start_mark.column + 1, message))

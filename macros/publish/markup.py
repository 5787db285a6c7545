"""A page's HTML in pieces: tags with their attributes, text between them, and what no tool may touch."""

import re
from collections.abc import Iterator
from html import unescape

# What stands in these is no markup, or white space counts in it.
_WHOLE = (
    r"<(?P<whole>pre|textarea|script|style)\b(?P<inside>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>.*?(?:</(?P=whole)\s*>|\Z)"
)
PIECE = re.compile(
    rf"(?P<comment><!--.*?-->)|{_WHOLE}|<(?P<tag>[a-z][\w:-]*)(?P<attributes>(?:[^>\"']|\"[^\"]*\"|'[^']*')*)>",
    re.DOTALL | re.IGNORECASE,
)
ATTRIBUTE = re.compile(
    r"(?P<name>[^\s\"'<>/=]+)(?:\s*=\s*(?:\"(?P<two>[^\"]*)\"|'(?P<one>[^']*)'|(?P<bare>[^\s\"'>]+)))?"
)


def value(attribute: re.Match[str]) -> str:
    """What an attribute says, as the browser reads it."""
    return unescape(attribute["two"] or attribute["one"] or attribute["bare"] or "")


def tags(html: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Every opening tag of a page by its name, with its attributes."""
    for piece in PIECE.finditer(html):
        name = piece["whole"] or piece["tag"]
        if name:
            found = ATTRIBUTE.finditer(piece["inside"] or piece["attributes"] or "")
            yield name.lower(), {each["name"].lower(): value(each) for each in found}

"""A Markdown extension: what a macro made is HTML already, and passes Markdown's parsers by, block by block."""

import re
from collections.abc import Callable
from functools import wraps
from html import escape

from markdown import Markdown
from markdown.extensions import Extension
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

# One word to Markdown and to whatever colors code.
_TOKEN = re.compile(r"rfqmacrohtml(\d+)x")
_ID = re.compile(r' id="([^"]+)"')


class RawHtml(Extension):
    """Keeps the HTML of macros under a token in a page's Markdown, and puts it where Markdown keeps its own."""

    def __init__(self) -> None:
        super().__init__()
        self._made: list[str] = []

    def passing(self, macro: Callable[..., str]) -> Callable[..., str]:
        """The macro, giving a token in place of its HTML."""

        @wraps(macro)
        def token(*arguments: object, **named: object) -> str:
            self._made.append(macro(*arguments, **named))
            return f"rfqmacrohtml{len(self._made) - 1}x"

        return token

    def html(self, token: re.Match[str]) -> str:
        """What the macro made."""
        number = int(token[1])
        # An author may write what looks like a token: it stands for itself.
        return self._made[number] if number < len(self._made) else token[0]

    def extendMarkdown(self, md: Markdown) -> None:
        """Runs before anything else that knows code or HTML, and after the last of it."""
        md.preprocessors.register(_Within(self, md), "rfq_within_lines", 29)
        # MkDocs has a parser of its own at 21, and Markdown has one at 20.
        md.preprocessors.register(_Blocks(self, md), "rfq_blocks", 22)
        md.postprocessors.register(_InCode(self, md), "rfq_in_code", 5)


class _Within(Preprocessor):
    """What stands within a line is Markdown's, as it ever was."""

    def __init__(self, raw: RawHtml, md: Markdown) -> None:
        super().__init__(md)
        self._html = raw.html

    def run(self, lines: list[str]) -> list[str]:
        return [line if _TOKEN.fullmatch(line) else _TOKEN.sub(self._html, line) for line in lines]


class _Blocks(Preprocessor):
    """A line of its own is a block; the host checks links by the ids of its own parser, so they are handed over."""

    def __init__(self, raw: RawHtml, md: Markdown) -> None:
        super().__init__(md)
        self._html = raw.html

    def run(self, lines: list[str]) -> list[str]:
        return [part for line in lines for part in self._parts(line)]

    def _parts(self, line: str) -> tuple[str, ...]:
        token = _TOKEN.fullmatch(line)
        if not token:
            return (line,)
        html = self._html(token)
        if "mkdocs_extract_anchors" in self.md.treeprocessors:
            self.md.treeprocessors["mkdocs_extract_anchors"].present_anchor_ids.update(_ID.findall(html))
        return ("", self.md.htmlStash.store(html), "")


class _InCode(Postprocessor):
    """Whoever calls a macro in a block of code reads the HTML that it makes."""

    def __init__(self, raw: RawHtml, md: Markdown) -> None:
        super().__init__(md)
        self._html = raw.html

    def run(self, text: str) -> str:
        return _TOKEN.sub(lambda token: escape(self._html(token)), text)

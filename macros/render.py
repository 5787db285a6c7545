"""Turns the guide's values into HTML: escaped templates, inline Markdown, links that fit the page."""

import posixpath
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

# A no-break space is a word of the text, so only the white space of HTML counts.
_BREAKS = re.compile(r"[ \t\n\r\f]+")

# Whatever may mean something to Markdown or to HTML; most texts have none of it, and are HTML as they are.
_SIGNS = re.compile(r"[\\`*_\[\]!<>&\"\n]")

COMPONENTS = Path(__file__).parent / "components"


def relative_url(target: str, page_url: str) -> str:
    """The way from a page to a target; `/…` counts from the site's root, all else stays as it is."""
    if not target.startswith("/"):
        return target
    path, mark, anchor = target.partition("#")
    here = page_url.strip("/")
    there = path.strip("/")
    if mark and here == there:
        return mark + anchor
    way = posixpath.relpath(there or ".", here or ".")
    last = "" if posixpath.splitext(there)[1] else "/"
    return way + last + mark + anchor


def _inline_markdown() -> MarkdownIt:
    """Strong, emphasis, code and links; no HTML, no images, no addresses that run code."""
    markdown = MarkdownIt("commonmark", {"html": False}).disable(["image", "autolink", "html_inline"])

    def link_open(self: Any, tokens: list[Token], index: int, options: Any, env: Any) -> str:
        token = tokens[index]
        token.attrSet("href", relative_url(str(token.attrGet("href")), env["page"]))
        return str(self.renderToken(tokens, index, options, env))

    markdown.add_render_rule("link_open", link_open)
    return markdown


class Renderer:
    """Renders a component's `template.html`; values are escaped, a missing one is an error."""

    def __init__(self) -> None:
        markdown = _inline_markdown()

        @pass_context
        def inline(context: Context, text: str) -> Markup:
            if not _SIGNS.search(text):
                return Markup(text)
            return Markup(markdown.renderInline(text, {"page": context["page_url"]}))

        @pass_context
        def url(context: Context, target: str) -> str:
            return relative_url(target, context["page_url"])

        self._environment = Environment(
            loader=FileSystemLoader(COMPONENTS),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters.update(inline=inline, url=url)

    def __call__(self, component: str, page_url: str, **values: object) -> str:
        """One line of HTML: to Markdown, a line that opens with a block tag is raw from end to end."""
        template = self._environment.get_template(f"{component}/template.html")
        html = template.render(page_url=page_url, **values)
        return _BREAKS.sub(" ", html).strip()

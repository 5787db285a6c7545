"""Turns the guide's values into HTML: escaped templates, inline Markdown, links that fit the page."""

import posixpath
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from macros.rendering.format_value import format_value
from macros.rendering.release import RELEASE

# A no-break space is a word of the text, so only the white space of HTML counts.
_BREAKS = re.compile(r"[ \t\n\r\f]+")

# Whatever may mean something to Markdown or to HTML; most texts have none of it, and are HTML as they are.
_SIGNS = re.compile(r"[\\`*_\[\]!<>&\"\n]")

COMPONENTS = Path(__file__).parent.parent / "components"


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


def kept_templates() -> FileSystemBytecodeCache | None:
    """Where templates are kept as Python, which takes longer to make than to run; None where nothing can be written."""
    folder = COMPONENTS.parent.parent / ".cache" / "templates"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return None
    return FileSystemBytecodeCache(str(folder))


@cache
def renderer() -> "Renderer":
    """One for all rebuilds of a process: it looks itself whether a template has changed."""
    return Renderer()


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
            bytecode_cache=kept_templates(),
        )
        self._environment.globals["release"] = RELEASE
        self._environment.filters.update(inline=inline, url=url, words=format_value)

    def __call__(self, component: str, page_url: str, **values: object) -> str:
        """One line of HTML: to Markdown, a line that opens with a block tag is raw from end to end."""
        return self._rendered(f"{component}/template.html", page_url=page_url, **values)

    def with_summary(self, **values: object) -> dict[str, str]:
        """By component, the HTML that comes with the summary's data; it is of no page, and so links to none."""
        templates = sorted(COMPONENTS.glob("*/with-summary.html"))
        return {
            each.parent.name: self._rendered(f"{each.parent.name}/{each.name}", page_url="", **values)
            for each in templates
        }

    def _rendered(self, template: str, **values: object) -> str:
        html = self._environment.get_template(template).render(**values)
        return _BREAKS.sub(" ", html).strip()

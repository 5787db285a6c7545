"""Whether a page needs the theme's own script before anybody searches; if in doubt, it does."""

import json
import re
from collections.abc import Iterable, Mapping

# Features that need no script before somebody searches, or that the shell takes care of.
_FEATURES = re.compile(
    r"navigation\.(?:tabs(?:\.sticky)?|indexes|sections|expand|path|prune|footer)|toc\.(?:follow|integrate)"
    r"|search\.[a-z]+|content\.action\.[a-z]+"
)
_COMPONENTS = {
    *("announce", "container", "content", "dialog", "footer", "header", "header-title", "header-topic", "logo", "main"),
    *("palette", "search", "search-query", "search-reset", "search-result", "search-share", "search-suggest"),
    *("sidebar", "skip", "tabs", "toc"),
}
_CLASSES = {"annotate", "footnote-ref", "mermaid", "md-toggle--indeterminate", "tabbed-set"}
_CONFIG = re.compile(r'<script id="__config" type="application/json">(.*?)</script>', re.DOTALL)
# What the theme's script gives to those of a site's author.
_OBSERVABLE = re.compile(
    r"\b(?:document|location|target|keyboard|viewport|tablet|screen|print|alert|progress|component)\$"
)


def without_config(html: str) -> tuple[str, dict[str, object]]:
    """A page without the settings that the theme's script reads, and these, counted from the site's root."""
    found = _CONFIG.search(html)
    config = json.loads(found[1]) if found else {}
    worker = str(config.get("search", ""))
    from_root = {"search": worker[worker.find("assets/") :]} if "assets/" in worker else {}
    return _CONFIG.sub("", html), {name: value for name, value in {**config, **from_root}.items() if name != "base"}


def needs_theme_script(html: str, page: Iterable[tuple[str, Mapping[str, str]]]) -> bool:
    """Whether something of a page, given by its HTML and its tags, is the theme's script's to bring to life."""
    return _set_up_otherwise(html) or bool(_OBSERVABLE.search(html)) or any(_scripted(*each) for each in page)


def _set_up_otherwise(html: str) -> bool:
    found = _CONFIG.search(html)
    if not found:
        return True
    config = json.loads(found[1])
    known = all(_FEATURES.fullmatch(each) for each in config["features"])
    return not known or bool(config.get("version")) or bool(config.get("annotate"))


def _scripted(tag: str, given: Mapping[str, str]) -> bool:
    return (
        tag == "pre"
        # The theme gives a table of Markdown a frame to scroll in, and lets it be sorted.
        or (tag == "table" and "class" not in given)
        or not _CLASSES.isdisjoint(given.get("class", "").split())
        or given.get("data-md-component", "main") not in _COMPONENTS
        or "data-preview" in given
    )

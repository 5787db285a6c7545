"""What happens to a built site before it is published: a Content-Security-Policy, and a check of every link."""

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.DOTALL)
_CHARSET = '<meta charset="utf-8">'
_LINKING = {"href", "src"}


def publish(site: Path) -> list[str]:
    """Add the policy to every page in place; returns a line for each link that leads nowhere."""
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(pages.values())}">'
    for path, html in pages.items():
        if tag not in html:
            path.write_text(html.replace(_CHARSET, _CHARSET + tag, 1), "utf-8")
    return list(broken_links(site))


def policy(pages: Iterable[str]) -> str:
    """The policy that fits all pages: nothing but this site's own files, and the theme's inline scripts by hash."""
    hashes = {
        base64.b64encode(hashlib.sha256(found["code"].encode()).digest()).decode()
        for html in pages
        for found in _INLINE_SCRIPT.finditer(html)
        if "src=" not in found["attributes"] and "json" not in found["attributes"]
    }
    scripts = " ".join(["'self'", *(f"'sha256-{each}'" for each in sorted(hashes))])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


class _Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            elif name in _LINKING and value is not None and not (tag == "link" and ("rel", "canonical") in attrs):
                self.targets.append(value)


def broken_links(site: Path) -> Iterator[str]:
    """A line for each doubled id, and each link to a page, file or anchor that the site does not have."""
    pages = {path: _Page(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))}
    for path, page in pages.items():
        name = path.relative_to(site).as_posix()
        for double in sorted({each for each in page.ids if page.ids.count(each) > 1}):
            yield f"{name}: the id `{double}` stands on more than one element"
        for target in page.targets:
            if problem := _problem(site, pages, path, target):
                yield f"{name}: {target}: {problem}"


def _problem(site: Path, pages: dict[Path, _Page], path: Path, target: str) -> str | None:
    parts = urlsplit(target)
    if parts.scheme == "javascript":
        return "an address that runs code"
    if parts.scheme or parts.netloc:
        return None
    start = site if parts.path.startswith("/") else path.parent
    found = (start / unquote(parts.path.lstrip("/"))).resolve() if parts.path else path.resolve()
    found = found / "index.html" if found.is_dir() else found
    if not found.is_file():
        return "there is no such page or file"
    page = pages.get(site / found.relative_to(site.resolve()))
    anchor = unquote(parts.fragment)
    if anchor and page and anchor not in page.ids and not anchor.startswith("record="):
        return f"the page has no anchor `{anchor}`"
    return None

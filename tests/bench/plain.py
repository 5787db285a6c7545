"""The yardstick of builds: the pages of a built site again, as plain Markdown with the same rows in tables."""

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

from tests.markup import HEADINGS, UNREAD, elements, read, tidy

LEAVES = {"p", "li", "dt", "dd", "summary", "label", "legend", "button", "option", "caption"}


def write(site: Path, docs: Path) -> None:
    """Each page of a site as a Markdown file below a folder."""
    for page in sorted(site.rglob("index.html")):
        address = page.parent.relative_to(site).as_posix()
        file = docs / address / "index.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        words = "\n\n".join(_blocks(read(page).article, "" if address == "." else address))
        file.write_text(words + "\n", "utf-8")


def _blocks(element: Element, address: str) -> Iterator[str]:
    """An element as blocks of Markdown; items that follow each other are the rows of one table."""
    rows: list[list[str]] = []
    for child in _ungrouped(element):
        tag = child.tag
        if not isinstance(tag, str) or tag in UNREAD or "headerlink" in child.get("class", ""):
            continue
        if tag == "section" and "item" in child.get("class", "").split():
            rows.append([_inline(part, address) for part in child if part.tag != "details"])
            continue
        if tag in HEADINGS:
            yield f"{'#' * int(tag[1])} {_inline(child, address)}"
        elif tag == "table":
            yield _table([[_inline(c, address) for c in row if c.tag in ("th", "td")] for row in elements(child, "tr")])
        elif tag in LEAVES:
            yield _inline(child, address)
        else:
            yield from _blocks(child, address)
    if rows:
        yield _table([["Item"] * max(map(len, rows)), *rows])
        for item in element.iter("section"):
            fields = [each for each in elements(item, "div") if "data-field" in each.attrib]
            if fields:
                yield _table([["Field", "What"], *([_inline(part, address) for part in field] for field in fields)])


def _ungrouped(element: Element) -> Iterator[Element]:
    """The children of an element; a long checklist has its items in groups, and is one table all the same."""
    for child in element:
        yield from child if child.get("class") == "item-group" else (child,)


def _table(rows: list[list[str]]) -> str:
    width = max(map(len, rows))
    full = [row + [""] * (width - len(row)) for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in (full[0], ["---"] * width, *full[1:]))


def _inline(element: Element, address: str) -> str:
    """The words on one line, with the links among them."""
    words = element.text or ""
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNREAD and "headerlink" not in child.get("class", ""):
            inner = _inline(child, address)
            words += _link(inner, child.get("href", ""), address) if child.tag == "a" else f" {inner} "
        words += child.tail or ""
    return tidy(words).replace("|", "/")


def _link(words: str, target: str, address: str) -> str:
    """A link to a page of the site leads to its file, as an author would write it; fragments are left out."""
    if re.match(r"[a-z]+:", target):
        return f"[{words}]({target})"
    page = posixpath.normpath(posixpath.join(address, target.split("#")[0]))
    # What is no page, such as a data file to download, is only named.
    if posixpath.splitext(page)[1] or not target.split("#")[0]:
        return words
    return f"[{words}]({posixpath.relpath(posixpath.join(page, 'index.md'), address or '.')})"

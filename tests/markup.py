"""Built pages as a browser's parser reads them: elements, texts, tables and the parts under an anchor."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element

from html5lib import HTMLParser

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Elements that do not part the words before them from those inside and after.
WITHIN_WORDS = {"a", "abbr", "b", "code", "em", "i", "mark", "small", "span", "strong", "sub", "sup", "time"}
# Elements whose text no person reads.
UNREAD = {"script", "style", "template"}


@dataclass
class Page:
    """One HTML document; `errors` are the places where a parser had to guess."""

    html: str = field(repr=False)
    root: Element = field(init=False)
    errors: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Parse by the rules of the HTML standard."""
        parser = HTMLParser(namespaceHTMLElements=False)
        self.root = parser.parse(self.html)
        lines = self.html.splitlines()
        self.errors = [
            f"{line}:{column}: {error} {values or ''} near {lines[line - 1][max(0, column - 60) : column + 20]!r}"
            for (line, column), error, values in parser.errors
        ]

    @property
    def article(self) -> Element:
        """What the author wrote, without the theme around it."""
        return first(self.root, "article")

    def anchors(self) -> set[str]:
        """Every id of the page."""
        return {element.get("id", "") for element in elements(self.root)} - {""}


def pages_of(site: Path) -> dict[str, Page]:
    """Every page of a site but the one for wrong addresses, by its path."""
    found = sorted(site.rglob("index.html"))
    return {f"/{path.relative_to(site).as_posix().removesuffix('index.html')}": read(path) for path in found}


def read(path: Path) -> Page:
    """A page from its file."""
    return Page(path.read_text("utf-8"))


def fragment(html: str) -> tuple[Element, list[str]]:
    """A piece of a page within a `div`, and its parse errors."""
    parser = HTMLParser(namespaceHTMLElements=False)
    root = parser.parseFragment(html)
    return root, [f"{place}: {error} {values or ''}" for place, error, values in parser.errors]


def elements(root: Element, *tags: str) -> Iterator[Element]:
    """Elements in the order of the document, of some tags or of all; comments are none."""
    return (each for each in root.iter() if isinstance(each.tag, str) and (not tags or each.tag in tags))


def first(root: Element, *tags: str) -> Element:
    """The first element of some tags."""
    return next(elements(root, *tags))


def by_id(root: Element, element_id: str) -> Element:
    """The element with an id; StopIteration where there is none."""
    return next(each for each in elements(root) if each.get("id") == element_id)


def text(element: Element) -> str:
    """What a person reads in an element, in one line; the sign of permanent links is left out."""
    return tidy("".join(_words(element)))


def _words(element: Element) -> Iterator[str]:
    gap = "" if element.tag in WITHIN_WORDS else " "
    yield gap
    if isinstance(element.tag, str) and element.tag not in UNREAD:
        yield element.text or ""
        for child in element:
            yield from _words(child)
            yield child.tail or ""
    yield gap


def tidy(words: str) -> str:
    """Words in one line."""
    return " ".join(words.replace("¶", " ").split())


def outline(root: Element) -> list[tuple[int, str]]:
    """The headings with their levels."""
    return [(int(each.tag[1]), text(each)) for each in elements(root, *HEADINGS)]


def part(root: Element, element_id: str) -> str:
    """The text under an anchor: a heading's section up to the next heading of its rank, or else the element's own."""
    start = by_id(root, element_id)
    if start.tag not in HEADINGS:
        return text(start)
    words: list[str] = []
    inside = False
    for element, said in _events(root):
        if element is start:
            inside = True
        elif inside and element is not None and element.tag in HEADINGS and element.tag <= start.tag:
            break
        if inside:
            words.append(said)
    return tidy("".join(words))


def _events(element: Element) -> Iterator[tuple[Element | None, str]]:
    """Elements as they open, each with the text up to the next event."""
    if isinstance(element.tag, str) and element.tag not in UNREAD:
        gap = "" if element.tag in WITHIN_WORDS else " "
        yield element, gap + (element.text or "")
        for child in element:
            yield from _events(child)
            yield None, child.tail or ""
        yield None, gap


def tables(root: Element) -> Iterator[dict[str, dict[str, str]]]:
    """Each table as rows by the text of the row's header, each a mapping from column header to cell."""
    for table in elements(root, "table"):
        rows = [[text(cell) for cell in row if cell.tag in ("th", "td")] for row in elements(table, "tr")]
        head = rows[0]
        yield {row[0]: dict(zip(head[1:], row[1:], strict=False)) for row in rows[1:]}


def shape(root: Element) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, in order: what hostile text must not change."""
    return [(str(each.tag), tuple(sorted(each.attrib))) for each in elements(root)]

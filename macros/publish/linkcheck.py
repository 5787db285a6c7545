"""Checks the links of a built site: ids that stand twice, and addresses that lead to nothing the site has."""

import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from macros.publish.addresses import Home, NotAnAddress, Outside
from macros.publish.digests import loaded

_RUNS_CODE = {"javascript", "vbscript"}
# An address, and what a browser wants to know of the picture, up to the next comma; an address may hold commas.
_CANDIDATE = re.compile(r"([^\s,]\S*?)(?:,(?=\s|$)|\s+[^,]*(?:,|$)|\s*$)")
# A shared record, or values for blanks (`stage=pilot-run`), travel in the fragment, which no server sees; the page
# reads them, and no element has them as its id.
_RECORD_FRAGMENT = re.compile(r"[a-z][a-z0-9-]*=")


class _Page(HTMLParser):
    """What a page has and names: its ids, the addresses it leads to and loads, and its picture's."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.targets: list[str] = []
        self.pictures: list[str] = []
        self._templates = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in reversed(attrs) if value is not None}
        self._templates += tag == "template"
        # What a template holds is no element of the page, and may stand in several.
        if given.get("id") and not self._templates:
            self.ids[given["id"]] += 1
        if tag == "meta" and given.get("property") == "og:image":
            self.pictures.append(given.get("content", ""))
        if given.get("rel") != "canonical":
            self.targets += [given[name] for name in ("href", "src") if name in given]
        if tag == "script":
            self.targets += [
                each for name, value in given.items() if name.startswith("data-") for each in loaded(value)
            ]
        for name in ("srcset", "imagesrcset"):
            self.targets += _CANDIDATE.findall(given.get(name, ""))

    def handle_endtag(self, tag: str) -> None:
        self._templates -= tag == "template"


class Links:
    """The links of a site's pages, by each page's path in the site, against the paths of all its files."""

    def __init__(self, pages: Mapping[str, str], files: Container[str], home: Home) -> None:
        self._pages = {name: _Page(html) for name, html in pages.items()}
        self._files = files
        self._home = home

    def problems(self) -> Iterator[str]:
        """A line for each doubled id, and each page, file or anchor that the site lacks, with the first place."""
        found: dict[tuple[str, str], list[str]] = {}
        for name, page in self._pages.items():
            for double in sorted(each for each, count in page.ids.items() if count > 1):
                problem = f"the id `{double}` stands on more than one element"
                found.setdefault(("", problem), []).append(f"{name}: {problem}")
            for target, address in self._targets(page):
                if fault := self._problem(name, address):
                    line = f"{name}: {_short(target)}: {fault}"
                    found.setdefault((self._meant(name, address), fault), []).append(line)
        for lines in found.values():
            yield lines[0] + (f" (in {len(lines)} places)" if len(lines) > 1 else "")

    def _targets(self, page: _Page) -> Iterator[tuple[str, str]]:
        """The addresses on a page as they are written, and as they are meant."""
        yield from ((target, target) for target in page.targets)
        address = self._home.address
        for picture in page.pictures:
            if address and picture.startswith(address):
                yield picture, self._home.base + picture.removeprefix(address)

    def _meant(self, name: str, target: str) -> str:
        """What an address leads to, the same on every page."""
        path = self._home.within(name, target)
        return target if path is None else f"{path}#{urlsplit(target).fragment}"

    def _problem(self, name: str, target: str) -> str | None:
        try:
            path = self._home.path(name, target)
        except NotAnAddress:
            return "not an address"
        except Outside as outside:
            return str(outside)
        parts = urlsplit(target)
        if parts.scheme in _RUNS_CODE:
            return "an address that runs code"
        if path is None:
            return None
        file = self._file(path)
        if file not in self._files:
            return "there is no such page or file"
        anchor = unquote(parts.fragment)
        page = self._pages.get(file)
        if anchor and page and anchor not in page.ids and not _RECORD_FRAGMENT.match(anchor):
            return f"the page has no anchor `{anchor}`"
        return None

    def _file(self, path: str) -> str:
        """The file that a server answers with: a folder's is its `index.html`."""
        return path if path in self._files else posixpath.normpath(f"{path}/index.html")


def _short(target: str) -> str:
    return target if len(target) <= 120 else f"{target[:119]}…"

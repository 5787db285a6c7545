"""Checks the links of a built site: ids that stand twice, and addresses that lead to nothing the site has."""

import posixpath
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

_RUNS_CODE = {"javascript", "vbscript"}
# An address, and what a browser wants to know of the picture, up to the next comma; an address may hold commas.
_CANDIDATE = re.compile(r"([^\s,]\S*?)(?:,(?=\s|$)|\s+[^,]*(?:,|$)|\s*$)")
# A shared record, or values for blanks (`stage=pilot-run`), travel in the fragment, which no server sees; the page
# reads them, and no element has them as its id.
_CARRIED = re.compile(r"[a-z][a-z0-9-]*=")
# No file system that a site is served from has longer names, in bytes.
_LONGEST_NAME = 255
_NOT_AN_ADDRESS = "not an address"


class _Page(HTMLParser):
    """What a page has and names: its ids, the addresses it leads to, its own address and its picture's."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.targets: list[str] = []
        self.canonical = ""
        self.pictures: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value for name, value in reversed(attrs) if value is not None}
        if given.get("id"):
            self.ids[given["id"]] += 1
        if tag == "meta" and given.get("property") == "og:image":
            self.pictures.append(given.get("content", ""))
        if tag == "link" and given.get("rel") == "canonical":
            self.canonical = given.get("href", "")
        else:
            self.targets += [given[name] for name in ("href", "src") if name in given]
        for name in ("srcset", "imagesrcset"):
            self.targets += _CANDIDATE.findall(given.get(name, ""))


class Links:
    """The links of a site's pages, by each page's path in the site, against the paths of all its files."""

    def __init__(self, pages: Mapping[str, str], files: Container[str]) -> None:
        self._pages = {name: _Page(html) for name, html in pages.items()}
        self._files = files
        # Where the site says it is served from, with a slash at its end; empty if it does not say.
        self.address, self._base = _home(self._pages["index.html"].canonical if "index.html" in self._pages else "")

    def problems(self) -> Iterator[str]:
        """A line for each doubled id, and each address of a page, file or anchor that the site does not have."""
        for name, page in self._pages.items():
            for double in sorted(each for each, count in page.ids.items() if count > 1):
                yield f"{name}: the id `{double}` stands on more than one element"
            for target in page.targets:
                if problem := self._problem(name, target):
                    yield f"{name}: {_short(target)}: {problem}"
            for picture in page.pictures:
                own = self.address and picture.startswith(self.address)
                if own and (problem := self._problem(name, self._base + picture.removeprefix(self.address))):
                    yield f"{name}: {_short(picture)}: {problem}"

    def _problem(self, name: str, target: str) -> str | None:
        try:
            parts = urlsplit(target)
        except ValueError:
            return _NOT_AN_ADDRESS
        if parts.scheme in _RUNS_CODE:
            return "an address that runs code"
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if "\0" in path or any(len(each.encode()) > _LONGEST_NAME for each in path.split("/")):
            return _NOT_AN_ADDRESS
        if path.startswith("/"):
            if not f"{path}/".startswith(self._base):
                return f"outside the site, which is served from {self._base}"
            path = path[len(self._base) :]
        elif path:
            path = posixpath.join(posixpath.dirname(name), path)
        file = self._file(path) if parts.path else name
        if file.startswith("../"):
            return "outside the site"
        if file not in self._files:
            return "there is no such page or file"
        anchor = unquote(parts.fragment)
        page = self._pages.get(file)
        if anchor and page and anchor not in page.ids and not _CARRIED.match(anchor):
            return f"the page has no anchor `{anchor}`"
        return None

    def _file(self, path: str) -> str:
        """The file that a server answers with: a folder's is its `index.html`."""
        found = posixpath.normpath(path)
        is_file = found in self._files and not path.endswith("/")
        return found if is_file else posixpath.normpath(f"{found}/index.html")


def _home(canonical: str) -> tuple[str, str]:
    """The folder of the first page's own address: with the host, and from the host's root."""
    try:
        parts = urlsplit(canonical)
    except ValueError:
        return "", "/"
    base = f"{parts.path.rpartition('/')[0]}/"
    return (f"{parts.scheme}://{parts.netloc}{base}" if parts.netloc else ""), base


def _short(target: str) -> str:
    return target if len(target) <= 120 else f"{target[:119]}…"

"""Names scripts and style sheets by what they say, so that a page never meets one of another release."""

import hashlib
import re
from pathlib import Path
from urllib.parse import quote, urlsplit

from macros.publish.addresses import Home

# Attributes of the elements that load something: `src`, `href`, and those that tell a script what it may load later.
_LOADING = re.compile(r"<(?:script|link)\b(?:[^>\"']|\"[^\"]*\"|'[^']*')*>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"(?P<before>\s(?:src|href|data-[\w-]+)=(?P<mark>[\"']))(?P<value>[^\"']*)(?P=mark)")
_SCRIPT_OR_SHEET = re.compile(r"[^\s]+\.(?:js|css)(?=$|[?#])")
# What a name already says of its file's content, as the theme's names do.
_DIGEST = re.compile(r"[.-][0-9a-f]{8,}(?=\.)")


def loaded(value: str) -> list[str]:
    """The scripts and style sheets that an attribute names: one, or several with spaces between."""
    each = value.split()
    return each if all(map(_SCRIPT_OR_SHEET.match, each)) else []


class Digests:
    """The files of a site, and the names with a digest that they have got."""

    def __init__(self, site: Path, files: dict[str, Path], home: Home) -> None:
        self._site = site
        self._files = files
        self._home = home
        self._named: dict[str, str] = {}

    def referring(self, page: str, html: str) -> str:
        """A page that names its scripts and style sheets by digest; a file gets its name when the first page asks."""

        def value(found: re.Match[str]) -> str:
            addresses = " ".join(self._address(page, each) for each in loaded(found["value"])) or found["value"]
            return f"{found['before']}{addresses}{found['mark']}"

        return _LOADING.sub(lambda tag: _ATTRIBUTE.sub(value, tag[0]), html)

    def _address(self, page: str, address: str) -> str:
        path = self._home.within(page, address)
        named = path and (self._named.get(path) or self._name(path))
        if not named or named == path:
            return address
        folder, slash, _ = urlsplit(address).path.rpartition("/")
        return urlsplit(address)._replace(path=folder + slash + quote(named.rpartition("/")[2])).geturl()

    def _name(self, path: str) -> str:
        file = self._files.get(path)
        if file is None or _DIGEST.search(file.name):
            return path
        digest = hashlib.sha256(file.read_bytes()).hexdigest()[:10]
        stem, _, kind = path.rpartition(".")
        named = f"{stem}-{digest}.{kind}"
        self._files[named] = self._files.pop(path).rename(self._site / named)
        self._named[path] = named
        return named

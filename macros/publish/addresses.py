"""Where a site is served from, and which of its files an address on a page leads to."""

import posixpath
from urllib.parse import unquote, urlsplit

from macros.publish.markup import tags


class NotAnAddress(ValueError):
    """What no browser could follow."""


class Outside(ValueError):
    """An address of the same host that is no part of the site."""


# No file system that a site is served from has longer names, in bytes.
_LONGEST_NAME = 255


class Home:
    """The folder of the first page: with the host, empty if the page does not say, and from the host's root."""

    def __init__(self, first_page: str) -> None:
        self.address, self.base = _home(_canonical(first_page))

    def within(self, page: str, address: str) -> str | None:
        """The path in the site that an address on a page leads to; None for all that is no part of the site."""
        try:
            return self.path(page, address)
        except (NotAnAddress, Outside):
            return None

    def path(self, page: str, address: str) -> str | None:
        """The path in the site that an address on a page leads to; None for another site."""
        try:
            parts = urlsplit(address)
        except ValueError:
            raise NotAnAddress from None
        if parts.scheme or parts.netloc:
            return None
        path = unquote(parts.path)
        if "\0" in path or any(len(each.encode()) > _LONGEST_NAME for each in path.split("/")):
            raise NotAnAddress
        if path.startswith("/"):
            if not f"{path}/".startswith(self.base):
                raise Outside(f"outside the site, which is served from {self.base}")
            path = path[len(self.base) :]
        elif path:
            path = posixpath.join(posixpath.dirname(page), path)
        else:
            return page
        # A folder's file is not named: the slash says that it is one.
        found = posixpath.normpath(path) + ("/" if path.endswith("/") else "")
        if f"{found}/".startswith("../"):
            raise Outside("outside the site")
        return found


def _canonical(page: str) -> str:
    links = (given for tag, given in tags(page) if tag == "link")
    return next((each.get("href", "") for each in links if each.get("rel") == "canonical"), "")


def _home(canonical: str) -> tuple[str, str]:
    try:
        parts = urlsplit(canonical)
    except ValueError:
        return "", "/"
    base = f"{parts.path.rpartition('/')[0]}/"
    return (f"{parts.scheme}://{parts.netloc}{base}" if parts.netloc else ""), base

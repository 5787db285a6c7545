"""The inline scripts that a page may have: the theme's, ours, and what a supplier lists. Any other stops publishing."""

import base64
import hashlib
import re
from collections.abc import Collection, Iterator, Mapping

# By what they say, but for the way to the site's root, which differs by page: SHA-256 in base64.
KNOWN = {
    "rQqVvw0zvQE+2xtCoZ5ojVkKI4Z/7pj4Ch2VL/GzS4s=": "overrides/partials/missing-scripts.html",
    "frNoT9rNKIH2e5QomDJzop2HdNi8gmIq+bZajsEDKpA=": "the theme's javascripts/base.html",
    "DrEMJJ29sL7vIloQzly+VUGMxKcBTMII+OfW7Y8AkG4=": "the theme's javascripts/palette.html",
    "10uztYJZm7OLYtHrFaYKCvTOAUfjM17+CoEWk5hLcc4=": "the theme's javascripts/content.html, tabs that were chosen",
    "/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8=": "the theme's javascripts/content.html, a tab in the address",
    "5EHb3eWgUBuZUnu0Q9hodd97GgLtFd937Ze0yCNOS3A=": "the theme's javascripts/announce.html",
    "OQfXfBx48mWMT++xwMuKTK+eZkee2urOZcbB4hP0cQc=": "the theme's javascripts/consent.html",
    "glpHj27yo3z2vBFA3bmwZl0I7uaaBjXV6CRx+6ji9zo=": "the theme's javascripts/outdated.html",
}

_INLINE_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script\s*>", re.DOTALL | re.IGNORECASE)
_NOT_RUN = re.compile(r"(^|\s)(src\s*=|type\s*=\s*[\"']?application/(ld\+)?json\b)", re.IGNORECASE)
_WAY_TO_ROOT = re.compile(r"(?<=new URL\()\"[^\"\\]*\"")
# So much of a script tells a person which one it is.
_FIRST = 60


def inline_scripts(html: str) -> list[str]:
    """The code of each inline script that a browser would run."""
    found = _INLINE_SCRIPT.finditer(html)
    return [each["code"] for each in found if each["code"].strip() and not _NOT_RUN.search(each["attributes"])]


def digest(code: str) -> str:
    """What a policy allows a script by: SHA-256 in base64."""
    return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()


def is_known(code: str, own: Collection[str]) -> bool:
    """Whether a page may have a script: it is listed here, or by a supplier as `sha256-…`."""
    return digest(_WAY_TO_ROOT.sub('""', code)) in KNOWN or f"sha256-{digest(code)}" in own


def unknown_scripts(pages: Mapping[str, str], own: Collection[str]) -> Iterator[str]:
    """A line for each script that no page may have, with the first page that has it and how the script begins."""
    found: dict[str, list[str]] = {}
    for name, html in pages.items():
        for code in dict.fromkeys(inline_scripts(html)):
            if not is_known(code, own):
                found.setdefault(code, []).append(name)
    for code, names in found.items():
        words = " ".join(code.split())
        begins = words if len(words) <= _FIRST else f"{words[: _FIRST - 1]}…"
        others = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
        yield (
            f"{names[0]}{others}: an inline script that is not known: `{begins}`; if it is yours, "
            f"list sha256-{digest(code)} under extra.inline_scripts in mkdocs.yml"
        )

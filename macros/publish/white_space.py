"""Takes out of HTML what no browser looks at: white space after white space, the namespace of pictures in a page."""

import re

from macros.publish.markup import PIECE

_RUN = re.compile(r"[ \t\n\r\f]+")
_NAMESPACE = ' xmlns="http://www.w3.org/2000/svg"'
_BETWEEN_ATTRIBUTES = re.compile(r"(\"[^\"]*\"|'[^']*')|[ \t\n\r\f]+")


def squeezed(html: str) -> str:
    """A page with every run of white space as one line feed or space; what is preformatted or code stays as it is."""
    parts = []
    end = 0
    for piece in PIECE.finditer(html):
        parts += [_RUN.sub(_one, html[end : piece.start()]), _tag(piece[0]) if piece["tag"] else piece[0]]
        end = piece.end()
    return "".join([*parts, _RUN.sub(_one, html[end:])])


def _one(run: re.Match[str]) -> str:
    return "\n" if "\n" in run[0] else " "


def _tag(tag: str) -> str:
    short = _BETWEEN_ATTRIBUTES.sub(lambda found: found[1] or " ", tag).replace(_NAMESPACE, "")
    return f"{short[:-2]}>" if short.endswith(" >") else short

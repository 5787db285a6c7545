"""The Content-Security-Policy of a built site: nothing but its own files, and known inline scripts by hash."""

import re
from collections.abc import Collection, Iterable

from macros.publish.inline_scripts import digest, inline_scripts, is_known

# The policy governs what follows it, and a charset has to stand within the first bytes: so the one after the other.
_PLACE = re.compile(
    r'(?P<charset><meta charset="?utf-8"?\s*/?>)(<meta http-equiv="Content-Security-Policy" content="[^"]*">)?',
    re.IGNORECASE,
)


def hashes(html: str, own: Collection[str] = ()) -> set[str]:
    """The hashes of a page's inline scripts, as far as it may have them."""
    return {digest(code) for code in inline_scripts(html) if is_known(code, own)}


def policy(hashes: Iterable[str]) -> str:
    """The policy that allows a site's own files, and inline scripts by their hashes."""
    scripts = " ".join(["'self'", *(f"'sha256-{each}'" for each in sorted(hashes))])
    return (
        f"default-src 'none'; script-src {scripts}; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
        "connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'"
    )


def headers(content: str) -> str:
    """The file `_headers` of many static hosts: the policy of the pages, and what no page can say itself."""
    lines = {
        "Content-Security-Policy": f"{content}; frame-ancestors 'self'",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Referrer-Policy": "same-origin",
        "X-Content-Type-Options": "nosniff",
    }
    return "".join(["/*\n", *(f"  {name}: {value}\n" for name, value in lines.items())])


def with_policy(html: str, content: str) -> str | None:
    """A page with the policy after its charset, in place of an older one; None for a page that names no charset."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{content}">'
    changed, count = _PLACE.subn(lambda found: found["charset"] + tag, html, count=1)
    return changed if count else None

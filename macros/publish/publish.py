"""What happens to a built site before it is published: its weight, names, policy, and a check of its links."""

from collections.abc import Collection
from pathlib import Path

from macros.publish.addresses import Home
from macros.publish.digests import Digests
from macros.publish.first_visit import SMALL, FirstVisit
from macros.publish.inline_scripts import unknown_scripts
from macros.publish.linkcheck import Links
from macros.publish.policy import hashes, headers, policy, with_policy
from macros.publish.white_space import squeezed

# Where the site is said to be while nobody has said where it is.
PLACEHOLDER = "https://guide.example/"


def publish(site: Path, own_scripts: Collection[str] = ()) -> list[str]:
    """
    Make pages light, name by digest what they load, write their policy; a line for each misfit and bad link.

    `own_scripts` are the inline scripts that a supplier allows beside the known ones, as `sha256-…`.
    """
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    built, problems = {}, []
    for name, path in files.items():
        if path.suffix == ".html":
            try:
                built[name] = path.read_text("utf-8")
            except UnicodeDecodeError as error:
                problems.append(f"{name}: the byte 0x{error.object[error.start]:02X} is not UTF-8")
    if not built:
        return problems or [f"{site}: there is no page in this folder; build the site first"]
    home = Home(built.get("index.html", ""))
    pages = _lightened(site, files, built, home)
    problems += unknown_scripts(pages, own_scripts)
    inline = {name: hashes(html, own_scripts) for name, html in pages.items()}
    for name, html in pages.items():
        changed = with_policy(html, policy(inline[name]))
        if changed is None:
            problems.append(f'{name}: no <meta charset="utf-8">, after which the policy has its place')
        elif changed != built[name]:
            files[name].write_text(changed, "utf-8")
    (site / "_headers").write_text(headers(policy(set().union(*inline.values()))), "utf-8")
    if home.address.startswith(PLACEHOLDER):
        print(f"Canonical links and previews say {PLACEHOLDER}: set SITE_URL to the address of this site.")
    return [*problems, *Links(pages, files, home).problems()]


def _lightened(site: Path, files: dict[str, Path], pages: dict[str, str], home: Home) -> dict[str, str]:
    """The pages as they are sent; the files that they load get names with digests."""
    first_visit = FirstVisit(pages, lambda name: files[name].read_text("utf-8") if name in files else "", home)
    for name, text in first_visit.files.items():
        files[name] = site / name
        files[name].write_text(text, "utf-8")
        # What they were made of, no page loads.
        files.pop(SMALL, site / SMALL).unlink(missing_ok=True)
    digests = Digests(site, files, home)
    light = {name: first_visit.lightened(name, html) for name, html in pages.items()}
    return {name: digests.referring(name, squeezed(html)) for name, html in light.items()}

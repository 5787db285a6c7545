"""What happens to a built site before it is published: its weight, names, policy, and a check of its links."""

import json
from collections.abc import Collection
from pathlib import Path

from macros.publish.addresses import Home
from macros.publish.digests import Digests
from macros.publish.first_visit import SMALL, FirstVisit
from macros.publish.inline_scripts import unknown_scripts
from macros.publish.linkcheck import Links
from macros.publish.policy import hashes, headers, policy, with_policy
from macros.publish.white_space import squeezed

# The theme's search for languages other than English: a script for each.
SEARCH_INDEX = "search/search_index.json"
OTHER_LANGUAGES = "assets/javascripts/lunr/"
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
    _drop_languages(files)
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


def _drop_languages(files: dict[str, Path]) -> None:
    """Take out what the search loads for other languages, where it knows English alone."""
    index = files.get(SEARCH_INDEX)
    if index is None or json.loads(index.read_text("utf-8"))["config"]["lang"] != ["en"]:
        return
    folders = set()
    for name in [each for each in files if each.startswith(OTHER_LANGUAGES)]:
        path = files.pop(name)
        path.unlink()
        folders.add(path.parent)
    # Of one within another, the inner one.
    for folder in sorted(folders, key=lambda each: -len(each.parts)):
        folder.rmdir()


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

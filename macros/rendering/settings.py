"""What a supplier sets under `extra:` in `mkdocs.yml`: who they are and where their links lead."""

import re
from collections.abc import Iterator, Mapping
from math import floor
from pathlib import Path
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError
from pydantic_core import ErrorDetails

from macros.models import Id, Link, Links, Model, Text
from macros.reading.problems import GuideError, near_miss, quoted, suggestion
from macros.reading.source import NO_FILE, Source
from macros.rendering.contrast import PAPERS, READABLE, contrast

GROUPS = ("supplier", "links")
KEYS = (*GROUPS, "inline_scripts")

Address = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)[^\s<>\"']+$", max_length=2000)]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]
ScriptHash = Annotated[str, StringConstraints(pattern=r"^sha256-[A-Za-z0-9+/]{43}=$")]
_Group = dict[str, object]
_Wrong = tuple[tuple[str, ...], str]

# What of a part the address of the supplier's form may ask for, by its meaning, as a pair of the address's query.
_PAIR = re.compile(r"(?P<mark>[?&])[^=&#{}]+=\{(?:part-number|revision)\}(?=[&#]|$)")


class Supplier(Model):
    """Who runs the site; every part may stay unset, but a color has its fellow for the other paper."""

    name: Text | None = None
    contact: Text | None = None
    logo: Text | None = None
    color: Color | None = None
    color_dark: Color | None = None


class Settings(Model):
    """The supplier, the addresses that replace pages of this guide, and the inline scripts of pages of their own."""

    supplier: Supplier = Supplier()
    links: dict[Id, Address] = Field(default_factory=dict)
    inline_scripts: tuple[ScriptHash, ...] = ()

    def destination(self, link: Link) -> str:
        """Where a link leads: the supplier's address, without what it asks of a part, or else a page of this site."""
        return _without_details(self.links.get(link.id, link.page))


def read_settings(
    extra: Mapping[str, object], links: Links, source: Source = NO_FILE, docs: Path | None = None
) -> Settings:
    """Settings out of the host's `extra`, which a file holds; raises GuideError that names every wrong key."""
    wrong = list(_misspelled(extra))
    supplier, addresses = (_group(extra, key, wrong) for key in GROUPS)
    known = [link.id for link in links.links]
    wrong += [
        (("links", name), f"no link has this name{suggestion(name, known)}") for name in addresses if name not in known
    ]
    wrong += (empty := _empty_colors(supplier))
    wrong += _missing_logo(supplier.get("logo"), docs) if docs else ()
    scripts = extra.get("inline_scripts") or ()
    wanted = {
        "supplier": _set(supplier),
        "links": _set({name: addresses.get(name) for name in known}),
        "inline_scripts": tuple(scripts) if isinstance(scripts, list) else scripts,
    }
    try:
        settings = Settings.model_validate(wanted)
        wrong += () if empty else _poor_colors(settings.supplier)
        wrong += _misplaced_details(settings.links)
    except ValidationError as error:
        wrong += [(tuple(map(str, each["loc"])), _in_words(each)) for each in error.errors()]
    if wrong:
        raise GuideError(
            source.problem(("extra", *path), f"extra.{'.'.join(path)}: {message}", at_key=True)
            for path, message in wrong
        )
    return settings


def _group(extra: Mapping[str, object], key: str, wrong: list[_Wrong]) -> _Group:
    group = extra.get(key) or {}
    if isinstance(group, Mapping):
        return {str(name): value for name, value in group.items()}
    wrong.append(((key,), "a list of names and values is expected here"))
    return {}


def _misspelled(extra: Mapping[str, object]) -> Iterator[_Wrong]:
    """Keys that were meant for the guide; the theme and its plugins have keys of their own here."""
    for key in extra:
        if key not in KEYS and near_miss(str(key), KEYS):
            yield (str(key),), f"no such setting{suggestion(str(key), KEYS)}"


def _set(group: _Group) -> _Group:
    return {name: value for name, value in group.items() if value is not None}


def _empty_colors(supplier: _Group) -> list[_Wrong]:
    bare = 'nothing is set; put the color in quotes, as in "#1f4fbf": a bare # begins a comment'
    return [(("supplier", name), bare) for name in PAPERS if name in supplier and supplier[name] is None]


def _poor_colors(supplier: Supplier) -> Iterator[_Wrong]:
    """One color cannot be read on light and on dark paper; each of a pair has to be on its own."""
    given = {name: getattr(supplier, name) for name in PAPERS}
    for name, (paper, ground) in PAPERS.items():
        color = given[name]
        if color is None and any(given.values()):
            yield ("supplier", name), "missing; set a color for light and one for dark paper, or none"
        if color and (ratio := contrast(color, ground)) < READABLE:
            other = "darker" if paper == "light" else "lighter"
            yield (
                ("supplier", name),
                f"{color} on the {paper} paper, {ground}, has a contrast of {floor(ratio * 100) / 100}"
                f" to 1; text needs {READABLE} to 1, so take a {other} color",
            )


def _without_details(address: str) -> str:
    """An address for whoever has no part at hand; a pair without a value is left out."""
    bare = _PAIR.sub(lambda pair: pair["mark"].replace("&", ""), address)
    return re.sub(r"\?(?=#|$)", "", bare.replace("?&", "?"))


def _misplaced_details(links: Mapping[str, str]) -> Iterator[_Wrong]:
    for name, address in links.items():
        asks = "{" in address or "}" in address
        if asks and (name != "upload" or address.startswith("mailto:")):
            yield ("links", name), "only the upload link, as a web address, can say which part is coming"
        elif asks and re.search(r"[{}]", _PAIR.sub("", address)):
            allowed, example = "{part-number} and {revision}", "?part={part-number}&rev={revision}"
            yield ("links", name), f"{allowed} can stand as values of its query, as in {example}"


def _missing_logo(logo: object, docs: Path) -> Iterator[_Wrong]:
    if logo and isinstance(logo, str):
        file = (docs / logo).resolve()
        if not file.is_relative_to(docs.resolve()) or not file.is_file():
            yield ("supplier", "logo"), f"{quoted(logo)} is no file below {docs.name}/"


def _in_words(error: ErrorDetails) -> str:
    path = error["loc"]
    if path[0] == "links":
        return "an address that begins with https://, http:// or mailto: is expected"
    if path[0] == "inline_scripts":
        return "a list of hashes such as sha256-…, as the build's own message gives them, is expected"
    if error["type"] == "extra_forbidden":
        return f"unknown{suggestion(str(path[-1]), list(Supplier.model_fields))}"
    if path[-1] in PAPERS:
        return "a color such as #1f4fbf, in quotes, is expected"
    if error["type"] == "string_too_short":
        return "nothing is written here; a text is expected"
    return f"a text is expected, and {quoted(error['input'])} is none; put it in quotes"

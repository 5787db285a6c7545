"""What a supplier sets under `extra:` in `mkdocs.yml`: who they are and where their links lead."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from macros.models import Id, Link, Links, Model, Text

Address = Annotated[str, StringConstraints(pattern=r"^(https?://|mailto:)[^\s<>\"']+$", max_length=2000)]
Color = Annotated[str, StringConstraints(pattern=r"^#[0-9a-fA-F]{6}$")]


class SettingsError(ValueError):
    """`mkdocs.yml` holds a setting that the guide cannot use; the text has one line for each."""


class Supplier(Model):
    """Who runs the site; every part may stay unset."""

    name: Text | None = None
    contact: Text | None = None
    logo: Text | None = None
    color: Color | None = None
    color_dark: Color | None = None


class Settings(Model):
    """The supplier, and the addresses that replace pages of this guide."""

    supplier: Supplier = Supplier()
    links: dict[Id, Address] = Field(default_factory=dict)

    def destination(self, link: Link) -> str:
        """Where a link leads: the supplier's address, or else a page of this site."""
        return self.links.get(link.id, link.page)


def read_settings(extra: Mapping[str, object], links: Links) -> Settings:
    """Settings out of the host's `extra`; raises SettingsError that names every wrong key."""
    wanted = {
        key: {str(name): value for name, value in dict(part).items() if value is not None}
        for key in ("supplier", "links")
        if isinstance(part := extra.get(key) or {}, Mapping)
    }
    problems = [
        f"mkdocs.yml: extra.{key}: a list of names and values is expected here"
        for key in ("supplier", "links")
        if key not in wanted
    ]
    known = [link.id for link in links.links]
    for name in wanted.get("links", {}):
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"; did you mean `{near[0]}`?" if near else f"; known are {', '.join(known)}"
            problems.append(f"mkdocs.yml: extra.links.{name}: no link has this name{hint}")
    try:
        settings = Settings.model_validate(wanted)
    except ValidationError as error:
        problems += [
            f"mkdocs.yml: extra.{'.'.join(map(str, each['loc']))}: {_in_words(each['loc'], each['msg'])}"
            for each in error.errors()
        ]
    if problems:
        raise SettingsError("\n".join(problems))
    return settings


def _in_words(place: tuple[int | str, ...], message: str) -> str:
    if place[0] == "links":
        return "an address that begins with https://, http:// or mailto: is expected"
    if str(place[-1]).startswith("color"):
        return "a color such as #1f4fbf, in quotes, is expected"
    if "Extra inputs" in message:
        return f"unknown; allowed are {', '.join(Supplier.model_fields)}"
    return message

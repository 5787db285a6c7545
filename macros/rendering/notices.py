"""The third parties whose work a published site holds: what esbuild bundled, the theme, and what the theme bundled."""

import json
import re
from functools import cache
from importlib.metadata import distribution
from pathlib import Path
from typing import NamedTuple

from macros.rendering.render import COMPONENTS

BUNDLED = COMPONENTS / "notices" / "bundled.json"
TEXTS = COMPONENTS / "notices" / "texts"
THEME = "mkdocs-material"
# What the theme's scripts and style sheets are made with, by its source maps; they carry no files of these licenses.
WITHIN_THEME = {
    "clipboard": ("MIT", "Copyright (c) Zeno Rocha"),
    "escape-html": ("MIT", "Copyright (c) 2012-2013 TJ Holowaychuk, 2015 Andreas Lubbe, 2015 Tiancheng Gu"),
    "focus-visible": ("W3C-20150513", "Copyright (c) the contributors of the Web Incubator Community Group"),
    "lunr": ("MIT", "Copyright (c) 2013-2020 Oliver Nightingale"),
    "material-design-color": ("MIT", "Copyright (c) Denis Malinochkin"),
    "rxjs": ("Apache-2.0", "Copyright (c) 2015-2018 Google, Inc., Netflix, Inc., Microsoft Corp. and contributors"),
    "tslib": ("0BSD", "Copyright (c) Microsoft Corporation"),
}


class Notice(NamedTuple):
    """What has to be said of somebody's work: `texts` are licenses, each as its paragraphs."""

    name: str
    version: str
    license: str
    holder: str
    texts: tuple[tuple[str, ...], ...]


@cache
def notices() -> tuple[Notice, ...]:
    """All of them: our bundles first, then the theme with its icons and what is in its scripts."""
    bundled = [_bundled(**each) for each in json.loads(BUNDLED.read_text("utf-8"))]
    standard = {path.stem: _paragraphs(path.read_text("utf-8")) for path in TEXTS.glob("*.txt")}
    # The same text for everybody, which one package at least brings along.
    standard |= {each.license: each.texts[0] for each in bundled if each.license == "Apache-2.0"}
    bundled = [
        each if each.texts else each._replace(holder=f"Copyright (c) {each.holder}", texts=(standard[each.license],))
        for each in bundled
    ]
    within = [
        Notice(name, "", license_id, holder, (standard[license_id],))
        for name, (license_id, holder) in WITHIN_THEME.items()
    ]
    return (*bundled, *_theme(), *within)


def _bundled(name: str, version: str, license: str, author: str, texts: list[str]) -> Notice:
    return Notice(name, version, license.strip("()"), author, tuple(map(_paragraphs, texts)))


def _theme() -> tuple[Notice, Notice]:
    theme = distribution(THEME)
    installed = Path(str(theme.locate_file("")))
    # Not by `theme.files`: it makes a path of each of its fifteen thousand icons.
    files = sorted(installed.glob(f"{THEME.replace('-', '_')}-{theme.version}.dist-info/licenses/*"))
    texts = tuple(_paragraphs(path.read_text("utf-8")) for path in files)
    icons = installed / "material/templates/.icons/material/LICENSE"
    return (
        Notice("Material for MkDocs", theme.version, "MIT", "", texts),
        Notice("Material Design Icons", "", "Apache-2.0", "", (_paragraphs(icons.read_text("utf-8")),)),
    )


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(" ".join(each.split()) for each in re.split(r"\n\s*\n", text.strip()))
